"""The command that draws one flow file: draw."""

from __future__ import annotations

from pathlib import Path

import click

from generator.chart import bpmn, coordinates, dot, draw, graph_file, steps, svg
from generator.check import check_flow
from generator.load import read_flow
from generator.model.chart_key import chart_id
from generator.model.drawing import View
from generator.verdict import CLEAN, exit_code, tell
from generator.words import ChineseCommand, SourcePath


@click.command("draw", cls=ChineseCommand)
@click.argument("file", type=SourcePath(), metavar="流程文件")
@click.option(
    "--view",
    type=click.Choice([view.value for view in View]),
    default="lanes",
    help="竖版、泳道或风险图。",
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
    help="写到这个文件；不写就显示出来。",
)
def draw_flow(file: Path, view: str, form: str, output: Path | None) -> int:
    """画一个流程文件的图。"""
    flow, problems = read_flow(file)
    if flow is not None:
        problems = (*problems, *check_flow(flow))
    if flow is None or exit_code(problems):
        return tell(problems, Path())
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
        _write(output, text)
    return CLEAN


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as failure:
        raise click.UsageError(f"写不进 {output}：没有这个文件夹，或者没有写入的权限") from failure
