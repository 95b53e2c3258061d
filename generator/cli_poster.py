"""The command that prints what hangs on the notice wall: poster."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator.asked import OUT, not_there, printed, unit_named, village_named
from generator.model.registry import Registry
from generator.output import Printed
from generator.papers import posters_of
from generator.render.posters import A2, Wish, holdings_of
from generator.words import ROOT, ChineseCommand

_FACTORS = {"a3": 1.0, "a2": A2}


class _What(TypedDict):
    """The options that say whose posters are printed, and how large."""

    village: str
    unit: str
    item: str
    paper: str


@click.command("poster", cls=ChineseCommand)
@ROOT
@click.option("--village", metavar="村", default="", help="印这个村的，写“镇/村”的编号或者村名。")
@click.option("--unit", metavar="单位", default="", help="印这个单位的，写编号或者名称。")
@click.option("--item", metavar="事项", default="", help="只印这一件的流程图，写编号；不写就全印。")
@click.option(
    "--paper",
    type=click.Choice(list(_FACTORS)),
    default="a3",
    help="纸的大小；a2 和 a3 一样，只是大一倍。不写就是 a3。",
)
@OUT
def poster(root: Path, out: Path | None, **what: Unpack[_What]) -> int:
    """印上墙的图板：清单一张起，流程图一个流程一张，全在一个 PDF 里。

    村印小微权力清单和本村用到的流程，单位印权力清单、责任清单和流程；每个流程只印一次，横放。
    先检查数据，有错误就不印。
    """
    if bool(what["village"]) == bool(what["unit"]):
        raise click.UsageError("--village 和 --unit 要写一个，只写一个：印哪个村的，或者哪个单位的")
    return printed(root, out, partial(_made, what=what))


def _made(registry: Registry, what: _What) -> tuple[Printed, ...]:
    owner = village_named(registry, what["village"]) if what["village"] else None
    found = owner or unit_named(registry, what["unit"])
    item = f"/{what['item']}" if what["item"] else ""
    path = f"{found.id}{item}-poster-{what['paper']}.pdf"
    wish = Wish(found, path, what["item"], _FACTORS[what["paper"]])
    if what["item"] and not any(each.flows for each in holdings_of(registry, wish)):
        every = holdings_of(registry, replace(wish, item=""))
        drawn = [each.ref.id for each in every if each.flows]
        first = next(iter(drawn), "")
        raise not_there(what["item"], drawn, f"{found.name}有流程图的事项写编号，例如 {first}")
    return posters_of(registry, wish)
