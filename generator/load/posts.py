"""A registry → posts (岗位) that a body names without listing them among its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.flow_use import uses_of
from generator.load.nearest import meant
from generator.model.body import Unit, Village
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Located
from generator.model.registry import Holding, Registry
from generator.problem import Problem, Span, warning

_SEPARATORS = re.compile(r"[、，,；;/]|和|及|或")


def unknown_posts(registry: Registry) -> Iterator[Problem]:
    """Posts in a body's own items, 岗位对应 and 岗位风险; a body without 岗位 is left alone."""
    for unit in registry.units:
        posts = [post.name for post in unit.posts]
        if posts:
            yield from _of_unit(registry, unit, posts)
            for holding in registry.powers_of(unit):
                yield from _of_item(registry, holding, posts)
    for village in registry.villages:
        posts = [post.name for post in village.posts]
        if posts:
            yield from _of_map(village, posts)
            yield from _of_flows(registry, f"villages/{village.id}", village)
            for held in registry.micro_powers_of(village):
                yield from _of_item(registry, held, posts)


def _of_flows(registry: Registry, folder: str, body: Unit | Village) -> Iterator[Problem]:
    """岗位对应: posts on the left that the flow does not name."""
    for name, own in body.post_map.items():
        ref = registry.flow_named(folder, name)
        if ref is None:
            continue
        flow = registry.flows[ref]
        for post in own:
            if post not in flow.posts_named():
                span = body.source.nearest("岗位对应", name, post).key_span
                yield _unknown(post, f"流程“{flow.name}”", span, list(flow.posts_named()))


def _of_unit(registry: Registry, unit: Unit, posts: list[str]) -> Iterator[Problem]:
    yield from _of_map(unit, posts)
    yield from _of_flows(registry, f"powers/{unit.id}", unit)
    for number, risk in enumerate(unit.post_risks):
        row = unit.source.row("岗位风险", number)
        yield from _missing(risk.owner, posts, row.place("责任岗位"))


def _of_map(body: Unit | Village, posts: list[str]) -> Iterator[Problem]:
    for name, own in body.post_map.items():
        for post, mine in own.items():
            yield from _missing(mine, posts, body.place("岗位对应", name, post))


def _of_item(
    registry: Registry, holding: Holding[Item] | Holding[MicroPower], posts: list[str]
) -> Iterator[Problem]:
    """Posts of an item that the body wrote, or of the fields that it changed."""
    if holding.is_adopted:
        return
    item = holding.item
    field = "承办岗位" if isinstance(item, Item) else "责任岗位"
    yield from _missing(item.post, posts, item.place(field))
    if isinstance(item, Item) and item.responsibility:
        tree = item.source.nearest("责任")
        for number, duty in enumerate(item.responsibility.duties):
            yield from _missing(duty.post, posts, tree.row("事项", number).place("岗位"))
    for path, use in uses_of(item):
        row = item.source.row("流程", int(path[-1])) if len(path) == 2 else item.source
        ref = registry.flow_named(holding.holder, use.flow)
        lanes = list(registry.flows[ref].posts_named()) if ref else []
        yield from _of_use(use.posts, row, posts, lanes)


def _of_use(
    own: dict[str, str], row: Located, posts: list[str], lanes: list[str]
) -> Iterator[Problem]:
    """岗位 of one 流程: on the left a post of the flow, on the right one of the body."""
    for post, mine in own.items():
        if lanes and post not in lanes:
            yield _unknown(post, "这个流程", row.nearest("岗位", post).key_span, lanes)
        yield from _missing(mine, posts, row.place("岗位", post))


def _missing(text: str, posts: list[str], span: Span) -> Iterator[Problem]:
    """The posts named in a text that are not listed; 基础教育股股长 counts as 基础教育股."""
    if not text or text in posts:
        return
    for name in (part.strip() for part in _SEPARATORS.split(text)):
        if name and not any(name.startswith(post) for post in posts):
            yield _unknown(name, "“岗位”", span, posts)


def _unknown(name: str, where: str, span: Span, posts: list[str]) -> Problem:
    hint = meant(name, posts, "在“岗位”里加上它，或者改成已有的岗位")
    return warning("unknown-post", f"{where}里没有“{name}”", span, hint)
