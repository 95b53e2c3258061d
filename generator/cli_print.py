"""What `draw --view print` does: one flow → pages of SVG on disk, or one below the other."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TypedDict

import click

from generator.chart import print_pages
from generator.model.flow import Flow
from generator.model.print_drawing import Layout, PaperSize
from generator.verdict import CLEAN

PRINT = "print"
"""The view for paper."""

PAPER = click.option(
    "--paper",
    type=click.Choice([size.value for size in PaperSize]),
    default=PaperSize.A4.value,
    help="印在多大的纸上；和 --view print 一起用，不写就是 a4。",
)
LAYOUT = click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.BEST.value,
    help="纸上怎么排；和 --view print 一起用。不写就挑最合适的，也可以指定竖版、泳道或风险图。",
)

_SIZES = {PaperSize.A5: "A5", PaperSize.A4: "A4"}
_NAMES = {Layout.SPINE: "竖版", Layout.LANES: "泳道图", Layout.RISK: "风险图"}


class OnPaper(TypedDict):
    """The options that only the view for paper reads."""

    paper: str
    layout: str


def print_flow(flow: Flow, output: Path | None, on_paper: OnPaper) -> int:
    """Write the pages of a flow and say how it is set.

    A single page goes to *output*; several to 图-1.svg, 图-2.svg …; a name without an ending is a
    folder. Without *output* the pages are shown one below the other in one SVG.
    """
    size, layout = PaperSize(on_paper["paper"]), Layout(on_paper["layout"])
    if layout is Layout.RISK and not flow.risk_points():
        raise click.UsageError("这个流程没有写风险点，画不出风险图；不写 --layout 就印流程图")
    printed = print_pages.print_pages(flow, size, layout)
    if printed is None:
        raise click.UsageError(_too_large(size, layout))
    if output is None:
        click.echo(print_pages.one_below_the_other(printed, flow.name), nl=False)
        written = ""
    else:
        paths = _paths(output, flow, len(printed.pages))
        _make_folder(paths[0].parent)
        for path, page in zip(paths, printed.pages, strict=True):
            write(path, page.svg)
        written = f"；写好了 {'、'.join(map(str, paths))}"
    click.echo(f"{_SIZES[size]}纸：{printed.reason}{written}", err=True)
    return CLEAN


def write(output: Path, text: str) -> None:
    """Write a file, or say that it cannot be written."""
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        raise click.UsageError(f"写不进 {output}：没有这个文件夹，或者没有写入的权限") from failure


def _make_folder(folder: Path) -> None:
    """A folder that is not there yet; what cannot be made is told when a page is written."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True)


def _paths(output: Path, flow: Flow, count: int) -> list[Path]:
    """The files of so many pages."""
    if output.is_dir() or not output.suffix:
        safe = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in flow.name)
        output = output / f"{safe}.svg"
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{n}{output.suffix}") for n in range(1, count + 1)]


def _too_large(size: PaperSize, layout: Layout) -> str:
    """Why a flow cannot be printed, and what to do."""
    ways = ["换成 --paper a4"] if size is PaperSize.A5 else []
    if layout is not Layout.BEST:
        ways.append("不写 --layout，让程序挑排法")
    ways.append("把最长的那一步或者那条风险写短些")
    name = _NAMES.get(layout, "这张图")
    why = "字不小于6.5磅，又不把一步切成两半"
    return f"{name}在{_SIZES[size]}纸上印不下：{why}。可以{'，或者'.join(ways)}"
