"""The commands that write YAML or help editors: new, fix, schema; words in, an exit code out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console as Terminal
from rich.text import Text

from generator import report
from generator.edit import new, rows
from generator.edit.desk import Desk, open_desk
from generator.edit.difference import difference
from generator.edit.draft import Draft, Refused, write
from generator.edit.mend import Mended, mend
from generator.edit.places import level_names, replace_file, yaml_files
from generator.edit.schema_files import FOLDER, write_schemas
from generator.load.raw import read_bytes
from generator.model.body import UnitKind
from generator.model.micro_power import Chapter
from generator.words import ROOT, ChineseCommand, ChineseGroup

_CLEAN, _PROBLEMS = 0, 1
_TITLE = click.option(
    "--name", "title", default="", metavar="名称", help="中文名称；可以以后再填。"
)
_KIND = click.option("--kind", default="", metavar="类别", help="用词表里的权力类别。")
_NEXT = "写好了。打开上面的文件，把“待填写”的地方换成实际内容，再运行 check 看还缺什么。"
_DraftsOf = Callable[[Desk], tuple[Draft, ...]]
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


@click.group("new", cls=ChineseGroup)
def new_group() -> None:
    """新建一个文件：写好必填的内容，其余的带着说明等您填。已有的文件不会被覆盖。"""


@new_group.command("body")
@click.argument("identity", metavar="编号")
@click.option(
    "--type",
    "kind",
    type=click.Choice([kind.value for kind in UnitKind]),
    default=UnitKind.DEPARTMENT.value,
    help="单位的类型；不写就是区直部门。",
)
@_TITLE
@ROOT
def new_body(identity: str, kind: str, title: str, root: Path) -> None:
    """新建一个单位或乡镇，例如 new body education --name 教育局。"""
    _write(root, lambda desk: new.body(desk, identity, UnitKind(kind), title))


@new_group.command("item")
@click.argument("body", metavar="单位")
@_KIND
@_TITLE
@ROOT
def new_item(body: str, kind: str, title: str, root: Path) -> None:
    """给单位新建一项权力，编号接着往下排，例如 new item education --kind 行政许可。"""
    _write(root, lambda desk: new.item(desk, body, kind, title))


@new_group.command("flow")
@click.argument("body", metavar="单位")
@click.argument("identity", metavar="编号", default="")
@_KIND
@_TITLE
@ROOT
def new_flow(body: str, identity: str, root: Path, **words: str) -> None:
    """给单位新建一个流程；各单位共用的写 _common，村里共用的写 villages/_common。

    不写类别就是群众来申请的流程；执法的用 --kind 行政处罚 这样写明。
    """
    _write(root, lambda desk: new.flow(desk, body, identity, new.Wanted(**words)))


@new_group.command("village")
@click.argument("township", metavar="乡镇")
@click.argument("identity", metavar="编号")
@_TITLE
@ROOT
def new_village(township: str, identity: str, title: str, root: Path) -> None:
    """新建一个村，不知道属于哪个乡镇的写 unplaced。"""
    _write(root, lambda desk: new.village(desk, township, identity, title))


@new_group.command("village-item")
@click.option(
    "--chapter",
    type=click.Choice([chapter.value for chapter in Chapter]),
    default=Chapter.SERVICES.value,
    help="分类；不写就是便民服务。",
)
@click.option("--village", default="", metavar="乡镇/村", help="只有这个村才有的，写是哪个村。")
@_TITLE
@ROOT
def new_village_item(chapter: str, village: str, title: str, root: Path) -> None:
    """新建一项各村通用的小微权力，或者一个村自己的事项，编号接着往下排。"""
    if village:
        _write(root, lambda desk: rows.own_item(desk, village, Chapter(chapter), title))
    else:
        _write(root, lambda desk: new.village_item(desk, Chapter(chapter), title))


@new_group.command("duty-set")
@click.argument("identity", metavar="编号")
@_KIND
@_TITLE
@ROOT
def new_duty_set(identity: str, kind: str, title: str, root: Path) -> None:
    """在 _common/duties.yml 的末尾加一组通用责任。"""
    _write(root, lambda desk: new.duty_set(desk, identity, kind, title))


@new_group.command("law")
@click.argument("name", metavar="名称")
@click.option("--rank", default="法律", metavar="位阶", help="用词表里的位阶；不写就是法律。")
@ROOT
def new_law(name: str, rank: str, root: Path) -> None:
    """在依据库的末尾加一部法律、法规或者文件，例如 new law 校车安全管理条例 --rank 行政法规。"""
    _write(root, lambda desk: rows.law(desk, name, rank))


@new_group.command("topic")
@click.argument("identity", metavar="代号")
@click.option(
    "--dimension",
    type=click.Choice(["主题", "人群", "人生大事"]),
    default="主题",
    help="不写就是主题。",
)
@_TITLE
@ROOT
def new_topic(identity: str, dimension: str, title: str, root: Path) -> None:
    """加一个主题、人群或者人生大事，例如 new topic school --name 上学。"""
    _write(root, lambda desk: rows.topic(desk, identity, dimension, title))


@click.command("fix", cls=ChineseCommand)
@click.argument(
    "files",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="[文件]…",
    nargs=-1,
)
@click.option("--write", "writes", is_flag=True, help="真的改文件；不写只显示会怎么改。")
@click.option("--gbk", is_flag=True, help="不是 UTF-8 的文件按 GBK 读，改成 UTF-8。")
@ROOT
def fix(files: tuple[Path, ...], writes: bool, gbk: bool, root: Path) -> int:
    """改正有把握的手误：全角冒号、Tab 缩进、行尾空格、少写的空格等；不写文件就看全区。

    退出码：0 都读得通；1 还有要改的。
    """
    left = 0
    names = level_names(root)
    terminal = Terminal(highlight=False, soft_wrap=True)
    for path in files or yaml_files(root):
        label = _shown(path, root)
        raw, problems = read_bytes(path, label)
        mended = mend(label, raw, names, gbk=gbk) if not problems else None
        if mended is None or mended.problems or (mended.better and not writes):
            left += 1
        if mended is not None:
            if mended.better and writes:
                replace_file(path, mended.after)
            _tell(terminal, label, mended, writes=writes)
        else:
            click.echo(report.to_text(problems, lambda _: ()), nl=False)
    click.echo(f"还有 {left} 个文件要改" if left else "文件都读得通")
    return _PROBLEMS if left else _CLEAN


@click.command("schema", cls=ChineseCommand)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help=f"写到哪个文件夹；不写就是数据文件夹里的 {FOLDER.as_posix()}。",
)
@ROOT
def schema(output: Path | None, root: Path) -> None:
    """写出各类文件的 JSON Schema，编辑器用它提示字段、可以填的词和写错的地方。"""
    folder = output or root / FOLDER
    click.echo(f"{write_schemas(root, folder)} 个 schema 已写到 {folder}")


def _write(root: Path, drafts: _DraftsOf) -> None:
    """Write what is drafted, print each path and what comes next; a refusal is wrong use."""
    try:
        made = drafts(open_desk(root))
        paths = write(root, made)
    except Refused as refusal:
        raise click.UsageError(str(refusal)) from None
    for path in paths:
        click.echo(path.relative_to(root).as_posix())
    click.echo(_NEXT, err=True)


def _shown(path: Path, root: Path) -> str:
    """A file's path as a clerk knows it: below the root where it lies there."""
    inside = path.is_relative_to(root)
    return (path.relative_to(root) if inside else path).as_posix()


def _tell(terminal: Terminal, label: str, mended: Mended, *, writes: bool) -> None:
    """Show how a file changes, and say what stays wrong."""
    if mended.better:
        for row in difference(label, mended).splitlines():
            terminal.print(Text(row, style=_COLOURS.get(row[:1], "")))
        click.echo("已改好。" if writes else "还没有改；加上 --write 才会写进文件。")
    if mended.problems:
        lines = mended.end.split("\n")
        click.echo(report.to_text(mended.problems, lambda _: lines), nl=False)
