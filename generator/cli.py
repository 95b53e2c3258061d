"""The command line: words in, one of the exit codes 0, 1, 2, 70 out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console as Terminal

from generator import apology, build, cli_edit, report, serve
from generator.chart import draw, exchange, steps, svg
from generator.check import check_flow
from generator.console import StageLines, source_lines
from generator.load import as_json, load, read_file, read_flow
from generator.load.nearest import meant
from generator.model.drawing import View
from generator.problem import Problem
from generator.progress import Silence
from generator.settings import Settings
from generator.words import ChineseGroup, in_chinese

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_ROOT = click.option(
    "--root",
    type=_FOLDER,
    metavar="文件夹",
    default=".",
    help="一个区的数据文件夹，里面有 content、powers、villages 和 mkdocs.yml；不写就是当前文件夹。",
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="文字、JSON、GitHub 的批注，或者 SARIF。",
)


@click.group(
    cls=ChineseGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
def main() -> None:
    """明白账：把权力清单的 YAML 编成群众能查、能看、能印的网站。

    退出码：0 没有错误；1 数据有错误，什么也没有发布；2 命令写错了；70 程序自己出了毛病。
    """


def _refuse_unknown(only: str, root: Path) -> None:
    """A preview of a body that the district does not have would be an empty site."""
    registry, _ = load(root) if only else (None, ())
    if registry is None:
        return
    known = [body.id for body in (*registry.units, *registry.villages)]
    if only not in known:
        hint = meant(only, known, "编号就是文件夹或文件的名字")
        raise click.UsageError(f"没有“{only}”这个单位或村，{hint}")


@main.command()
@_ROOT
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="网站放到哪个文件夹；不写就是 site。",
)
@click.option(
    "--only",
    default="",
    metavar="单位",
    help="只生成一个单位（或“镇/村”），先看样子；要和 --out 一起用。",
)
@click.option("--print/--no-print", "prints", default=True, help="印不印村级手册；不写就印。")
def site(root: Path, out: Path | None, only: str, prints: bool) -> None:
    """检查数据，画图，生成并发布整个网站。"""
    if only and out is None:
        raise click.UsageError("--only 只是预览，要用 --out 写明放到哪里")
    if only and out is not None and out.resolve() == root / "site":
        raise click.UsageError("--only 只是预览，不能放到公开的 site 文件夹里")
    _refuse_unknown(only, root)
    settings = Settings(root, (out or root / "site").resolve(), only, prints)
    lines = StageLines(Terminal())
    try:
        problems = build.site(settings, lines)
    finally:
        lines.stop()
    _finish(problems, root)


@main.command()
@_ROOT
@_FORMAT
def check(root: Path, form: str) -> None:
    """只检查数据，什么也不生成。"""
    _, problems = build.checked(Settings(root, root / "site"), Silence())
    if form == "text":
        _finish(problems, root)
    text = {
        "json": lambda: report.to_json(problems),
        "github": lambda: report.to_github(problems),
        "sarif": lambda: report.to_sarif(problems, report.read_pages()),
    }[form]()
    click.echo(text, nl=False)
    sys.exit(_exit_code(problems))


@main.command()
@click.argument("code", metavar="代号", default="")
def explain(code: str) -> None:
    """讲清一条问题：为什么是问题，怎样改；不写代号就列出全部。"""
    pages = report.read_pages()
    page = next((page for page in pages if page.code == code), None)
    if page is None and code:
        offered = "、".join(report.near(code, pages))
        hint = f"，是不是 {offered}" if offered else "，不写代号的 mingbai explain 列出全部"
        raise click.UsageError(f"没有“{code}”这个代号{hint}")
    click.echo(report.to_lines(page) if page else report.listed(pages), nl=False)


@main.command()
@click.argument("file", type=_FILE, metavar="文件")
def read(file: Path) -> None:
    """读一个 YAML 文件：写成 JSON（每个值都是原文），或者说出它的毛病。"""
    tree, problems = read_file(file)
    if tree is None or problems:
        _finish(tuple(problems), file.parent)
    else:
        click.echo(json.dumps(as_json(tree), ensure_ascii=False, indent=2))


@main.command("draw")
@click.argument("file", type=_FILE, metavar="流程文件")
@click.option(
    "--view",
    type=click.Choice([view.value for view in View]),
    default="lanes",
    help="竖版、泳道或风险图。",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "json", "steps"]),
    default="svg",
    help="图、坐标（像素）或文字步骤。",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到这个文件；不写就显示出来。",
)
def draw_flow(file: Path, view: str, form: str, output: Path | None) -> None:
    """画一个流程文件的图。"""
    flow, problems = read_flow(file)
    if flow is not None:
        problems = (*problems, *check_flow(flow))
    if flow is None or _exit_code(problems):
        _finish(problems, file.parent)
    text = {
        "svg": lambda: svg.to_standalone_svg(draw(flow, View(view))),
        "json": lambda: exchange.to_json(draw(flow, View(view))),
        "steps": lambda: steps.to_text(flow),
    }[form]()
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        _write(output, text)


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        raise click.UsageError(f"写不进 {output}：没有这个文件夹，或者没有写入的权限") from failure


@main.command("serve")
@_ROOT
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=8000,
    metavar="数字",
    help="端口；不写就是 8000。",
)
def serve_site(root: Path, port: int) -> None:
    """在本机看网站；数据一改就重新生成。"""
    click.echo(f"正在生成，稍等；然后用浏览器打开 http://127.0.0.1:{port}/ （按 Ctrl+C 停止）")
    serve.run(root, port)


def _finish(problems: tuple[Problem, ...], root: Path) -> NoReturn:
    """Print problems with their source lines and a count, and leave with the exit code."""
    if problems:
        click.echo(report.to_text(problems, source_lines(root)))
    click.echo(report.summary(problems))
    sys.exit(_exit_code(problems))


def _exit_code(problems: tuple[Problem, ...]) -> int:
    return PROBLEMS if build.stops(problems) else CLEAN


for _command in (cli_edit.new_group, cli_edit.fix, cli_edit.schema):
    main.add_command(_command)


def run() -> None:
    """The `mingbai` command: click's complaints in Chinese, and an apology for our own faults."""
    try:
        sys.exit(main.main(standalone_mode=False, prog_name="mingbai") or CLEAN)
    except click.exceptions.NoArgsIsHelpError as bare:
        click.echo(bare.format_message(), err=True)
        sys.exit(WRONG_USE)
    except click.Abort:
        sys.exit(PROBLEMS)
    except click.ClickException as complaint:
        click.echo(f"命令写错了：{in_chinese(complaint)}。用 mingbai --help 看说明。", err=True)
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:  # noqa: BLE001 - the one place where everything unforeseen ends
        click.echo(apology.apologise(fault, Path.cwd() / ".build"), err=True)
        sys.exit(apology.EXIT_CODE)
