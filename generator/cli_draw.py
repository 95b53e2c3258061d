"""The command that draws one flow file: draw."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from generator.chart import bpmn, coordinates, dot, draw, graph_file, steps, svg
from generator.check import check_flow
from generator.cli_print import LAYOUT, PAPER, PRINT, OnPaper, print_flow, write
from generator.load import read_flow
from generator.model.chart_key import chart_id
from generator.model.drawing import View
from generator.verdict import CLEAN, exit_code, tell
from generator.words import ChineseCommand, SourcePath


@click.command("draw", cls=ChineseCommand)
@click.argument("file", type=SourcePath(), metavar="流程文件")
@click.option(
    "--view",
    type=click.Choice([*(view.value for view in View), PRINT]),
    default="lanes",
    help="竖版、泳道、风险图（risk-narrow 给手机看），或印在纸上的 print。",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "bpmn", "dot", "json", "layout", "steps"]),
    default="svg",
    help="图、BPMN、Graphviz、图的结构（JSON）、坐标（JSON，像素）或文字步骤。",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到这个文件；不写就显示出来。印在纸上有几页时，写成 文件-1.svg、文件-2.svg……，"
    "或者写到一个文件夹里。",
)
@PAPER
@LAYOUT
def draw_flow(
    file: Path, view: str, form: str, output: Path | None, **on_paper: Unpack[OnPaper]
) -> int:
    """画一个流程文件的图。

    印在纸上（--view print）的图是黑白的，按纸的大小分页，字不小于6.5磅；
    不写 -o 时各页上下相接，显示成一个 SVG。
    """
    flow, problems = read_flow(file)
    if flow is not None:
        problems = (*problems, *check_flow(flow))
    if flow is None or exit_code(problems):
        return tell(problems, Path())
    if view == PRINT:
        if form != "svg":
            raise click.UsageError(f"--view print 只画 svg，不能和 --format {form} 一起用")
        return print_flow(flow, output, on_paper)
    text = {
        "svg": lambda: svg.to_standalone_svg(draw(flow, View(view))),
        "bpmn": lambda: bpmn.to_bpmn(flow, draw(flow, View.LANES), chart_id(flow.id)).decode(),
        "dot": lambda: dot.to_dot(flow),
        "json": lambda: graph_file.to_graph_json(flow),
        "layout": lambda: coordinates.to_json(draw(flow, View(view))),
        "steps": lambda: steps.to_text(flow),
    }[form]()
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write(output, text)
    return CLEAN
