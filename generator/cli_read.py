"""The commands that answer at once, without the models and the stages: read, explain."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator import report
from generator.load import as_json, read_file
from generator.verdict import CLEAN, tell
from generator.words import ChineseCommand, SourcePath


@click.command(
    "read",
    cls=ChineseCommand,
    context_settings={"ignore_unknown_options": True},  # a name may begin with a dash
)
@click.argument("file", type=SourcePath(), metavar="文件")
def read(file: Path) -> int:
    """读一个 YAML 文件：写成 JSON（每个值都是原文），或者说出它的毛病。"""
    tree, problems = read_file(file)
    if tree is None or problems:
        return tell(problems, Path())
    click.echo(json.dumps(as_json(tree), ensure_ascii=False, indent=2))
    return CLEAN


@click.command("explain", cls=ChineseCommand)
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
