"""The command that compares the bases of any list with law texts: cite."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from generator.load.basis_lists import read_list
from generator.load.law_texts import read_law_texts
from generator.model.against_law import compare
from generator.model.basis_text import bases_in
from generator.model.finding import Finding, Outcome
from generator.verdict import CLEAN, PROBLEMS, tell
from generator.words import ChineseCommand, SourcePath

Told = tuple[int, Finding]
"""A row and one of its findings."""


@click.command("cite", cls=ChineseCommand)
@click.argument("file", type=SourcePath(), metavar="清单文件")
@click.option(
    "--laws",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="文件夹",
    help="法律文本所在的文件夹：一部法一个“标题(日期).md”。",
)
@click.option("--column", default="", metavar="列名", help="依据写在哪一列；不写就找“依据”列。")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="给人看的文字，或者 JSON。",
)
def cite(file: Path, laws: Path | None, column: str, form: str) -> int:
    """核对清单的依据：法律还在不在、有没有这一条、摘录和现行文本是否一致。

    行号和表格软件里的一样，从 1 数起，表头也算一行；JSON 文件数第几个对象。
    """
    if laws is None:
        raise click.UsageError("没有写 --laws：法律文本放在哪个文件夹")
    rows, problems = read_list(file, column)
    bases = [(row.row, basis) for row in rows for basis in bases_in(row.cell)]
    shelf, unread = read_law_texts(laws, (basis.cited for _, basis in bases))
    no_laws = any(each.code == "missing-file" for each in unread)
    if problems or no_laws:
        tell((*problems, *unread), Path())
        return PROBLEMS
    for each in unread:
        lost = "，引它的依据记作未收录" if each.code == "unreadable-file" else ""
        click.echo(f"注意：{each.span.file}：{each.sentence}{lost}", err=True)
    told = [(row, found) for row, basis in bases for found in compare(basis, shelf)]
    if form == "json":
        click.echo(json.dumps([_plain(*each) for each in told], ensure_ascii=False, indent=2))
    else:
        click.echo(_in_words(told))
    return CLEAN


def _plain(row: int, finding: Finding) -> dict[str, str | int | None]:
    return {
        "row": row,
        "law": finding.law,
        "article": finding.article,
        "outcome": finding.outcome.value,
        "version": finding.version.isoformat() if finding.version else None,
        "detail": finding.detail,
    }


def _in_words(told: list[Told]) -> str:
    """Every basis that does not agree, and how many of each outcome there are."""
    lines = [
        f"第{row}行 [{found.outcome.value}] 《{found.law}》{found.article}"
        + (f"\n    {found.detail}" if found.detail else "")
        for row, found in told
        if found.outcome is not Outcome.SAME or found.detail
    ]
    counts = Counter(found.outcome for _, found in told)
    total = "，".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome)
    return "\n".join([*lines, f"依据 {len(told)} 处：{total}。"])
