"""The commands that print what an office hands out and signs: notice, review, booklet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from generator.asked import OUT, body_named, not_there, printed, unit_named
from generator.model.item import Item
from generator.model.registry import Holding, Registry
from generator.output import Printed
from generator.papers import book_of
from generator.render.notices import notices, with_guides
from generator.render.review_sheet import review_sheet
from generator.render.site import Site
from generator.words import ROOT, ChineseCommand


@click.command("notice", cls=ChineseCommand)
@click.argument("what", metavar="单位/事项")
@ROOT
@OUT
def notice(what: str, root: Path, out: Path | None) -> int:
    """印一次性告知单（A4），由办事指南编成。

    写“单位/事项”的编号印一件，例如 education/xk-001；只写单位，它的每件事一张，
    印在一个 PDF 里。最下面是双方签字的回执。先检查数据，有错误就不印。
    """
    return printed(root, out, partial(_notices, what=what))


@click.command("review", cls=ChineseCommand)
@click.argument("body", metavar="单位或村")
@ROOT
@OUT
def review(body: str, root: Path, out: Path | None) -> int:
    """印审核确认表（A4）：清单、变化、没办结的督查意见和签章栏。

    写单位或者村的编号、名称。变化从上一次领导组确认算起；没有确认过的，全部事项都要看。
    先检查数据，有错误就不印。
    """
    return printed(root, out, partial(_review, body=body))


@click.command("booklet", cls=ChineseCommand)
@click.option("--unit", metavar="单位", required=True, help="哪个单位或者乡镇，写编号或者名称。")
@ROOT
@OUT
def booklet(unit: str, root: Path, out: Path | None) -> int:
    """印单位或者乡镇的“两单两图”手册（A4）。

    有目录、岗位和电话、每项权力的责任、流程图和风险防控图；同样的图只印一次。
    先检查数据，有错误就不印。
    """
    return printed(root, out, partial(_booklet, name=unit))


def _booklet(registry: Registry, name: str) -> tuple[Printed, ...]:
    unit = unit_named(registry, name)
    return book_of(registry, unit, f"{unit.id}-booklet.pdf")


def _notices(registry: Registry, what: str) -> tuple[Printed, ...]:
    body, _, item = what.partition("/")
    unit = unit_named(registry, body)
    every = with_guides(registry, unit)
    held = tuple(each for each in every if _is_called(each, item)) if item else every
    if not held:
        known = [word for each in every for word in (each.ref.id, each.item.name)]
        hint = f"{unit.name}还没有写了办事指南的事项"
        if known:
            hint = f"写{unit.name}写了办事指南的事项的编号，例如 {unit.id}/{known[0]}"
        raise not_there(item or unit.name, known if item else (), hint)
    one = f"/{held[0].ref.id}" if item else ""
    return (notices(Site(registry, {}), unit, held, f"{unit.id}{one}-notice.pdf"),)


def _is_called(holding: Holding[Item], name: str) -> bool:
    return name in (holding.ref.id, holding.item.name)


def _review(registry: Registry, body: str) -> tuple[Printed, ...]:
    owner = body_named(registry, body)
    return (review_sheet(Site(registry, {}), owner, f"{owner.id}-review.pdf"),)
