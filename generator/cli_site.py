"""The commands about a whole district: site, check, serve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click
from rich.console import Console as Terminal

from generator import build, report
from generator.console import StageLines
from generator.last_good import names_of_bodies
from generator.load import load
from generator.load.nearest import meant
from generator.problem_page import to_html
from generator.progress import Silence
from generator.settings import Settings
from generator.verdict import exit_code, in_repository, source_lines, tell
from generator.words import ChineseCommand

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True)
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
    type=click.Choice(["text", "json", "github", "sarif", "html"]),
    default="text",
    help="文字、JSON、GitHub 的批注、SARIF，或者一页网页。",
)


_STRICT = click.option(
    "--strict",
    is_flag=True,
    help="一条提醒也不许有：提醒当成错误，有错误的单位也不用上一次的内容代替。",
)


class _How(TypedDict):
    """The options of `site` that say how it is published."""

    prints: bool
    last_good: Path | None
    drop: tuple[str, ...]
    strict: bool


def _refuse_unknown(bodies: Iterable[str], known: Sequence[str]) -> None:
    """A body that the district does not have can be neither previewed nor left out."""
    for body in bodies:
        if body not in known:
            hint = meant(body, known, "编号就是文件夹或文件的名字")
            raise click.UsageError(f"没有“{body}”这个单位或村，{hint}")


def _readable(root: Path, only: str) -> list[str]:
    """The bodies that may be previewed; *only* itself where the district cannot be read at all."""
    registry, _ = load(root)
    return [body.id for body in (*registry.units, *registry.villages)] if registry else [only]


@click.command("site", cls=ChineseCommand)
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
@click.option(
    "--last-good",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="存放上一次发布的内容；哪个单位有错误，就先用它的。不写就是 .build/last-good。",
)
@click.option(
    "--drop",
    multiple=True,
    metavar="单位",
    help="这个单位（或“镇/村”）有错误、又没有上一次的内容时，先不发布它；可以写几次。",
)
@_STRICT
@click.option("--print/--no-print", "prints", default=True, help="印不印村级手册；不写就印。")
def site(root: Path, out: Path | None, only: str, **how: Unpack[_How]) -> int:
    """检查数据，画图，生成并发布整个网站。

    一个单位或一个村的文件有错误，别的照样发布，它的页面先用上一次的内容，并且写明日期；
    几家共用的文件有错误，什么也不发布。
    """
    if only and out is None:
        raise click.UsageError("--only 只是预览，要用 --out 写明放到哪里")
    if only and out is not None and out.resolve() == root / "site":
        raise click.UsageError("--only 只是预览，不能放到公开的 site 文件夹里")
    if only:
        _refuse_unknown([only], _readable(root, only))
    _refuse_unknown(how["drop"], names_of_bodies(root))
    last_good = how["last_good"] or root / ".build" / "last-good"
    settings = Settings(
        root,
        (out or root / "site").resolve(),
        only,
        how["prints"],
        None if only else last_good.resolve(),
        frozenset(how["drop"]),
        how["strict"],
    )
    lines = StageLines(Terminal())
    try:
        problems = build.site(settings, lines)
    finally:
        lines.stop()
    return tell(problems, root)


@click.command("check", cls=ChineseCommand)
@_ROOT
@_FORMAT
@_STRICT
def check(root: Path, form: str, strict: bool) -> int:
    """只检查数据，什么也不生成。"""
    _, problems = build.checked(Settings(root, root / "site", strict=strict), Silence())
    if form == "text":
        return tell(problems, root)
    text = {
        "json": lambda: report.to_json(problems),
        "github": lambda: report.to_github(in_repository(problems, root)),
        "html": lambda: to_html(problems, source_lines(root), report.read_pages()),
        "sarif": lambda: report.to_sarif(in_repository(problems, root), report.read_pages()),
    }[form]()
    click.echo(text, nl=False)
    return exit_code(problems)


@click.command("serve", cls=ChineseCommand)
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
    from generator import serve

    serve.run(root, port)
