"""The commands about a whole district: site, check, serve."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console as Terminal

from generator import build, report, serve
from generator.console import StageLines
from generator.load import load
from generator.load.nearest import meant
from generator.progress import Silence
from generator.settings import Settings
from generator.verdict import exit_code, tell
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
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="文字、JSON、GitHub 的批注，或者 SARIF。",
)


def _refuse_unknown(only: str, root: Path) -> None:
    """A preview of a body that the district does not have would be an empty site."""
    registry, _ = load(root) if only else (None, ())
    if registry is None:
        return
    known = [body.id for body in (*registry.units, *registry.villages)]
    if only not in known:
        hint = meant(only, known, "编号就是文件夹或文件的名字")
        raise click.UsageError(f"没有“{only}”这个单位或村，{hint}")


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
@click.option("--print/--no-print", "prints", default=True, help="印不印村级手册；不写就印。")
def site(root: Path, out: Path | None, only: str, prints: bool) -> int:
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
    return tell(problems, root)


@click.command("check", cls=ChineseCommand)
@_ROOT
@_FORMAT
def check(root: Path, form: str) -> int:
    """只检查数据，什么也不生成。"""
    _, problems = build.checked(Settings(root, root / "site"), Silence())
    if form == "text":
        return tell(problems, root)
    text = {
        "json": lambda: report.to_json(problems),
        "github": lambda: report.to_github(problems),
        "sarif": lambda: report.to_sarif(problems, report.read_pages()),
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
    serve.run(root, port)
