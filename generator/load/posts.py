"""A registry → posts (岗位) that a body names without listing them among its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.flow_use import uses_of
from generator.load.nearest import listed, meant
from generator.load.references import Written, as_written
from generator.model.body import Unit, Village
from generator.model.item import Item
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import Problem, warning

_POSTS = "“岗位”"
"""Where a body lists its own posts."""
_SEPARATORS = re.compile(r"[、，,；;/]|和|及|或")


def unknown_posts(registry: Registry) -> Iterator[Problem]:
    """Posts in a body's own items, 岗位对应 and 岗位风险; a body without 岗位 is left alone."""
    for unit in registry.units:
        posts = [post.name for post in unit.posts]
        if posts:
            yield from _of_unit(unit, posts)
            for holding in registry.powers_of(unit):
                yield from _of_item(holding, posts)
        yield from _of_flows(registry, f"powers/{unit.id}", unit)
    for village in registry.villages:
        yield from _of_flows(registry, f"villages/{village.id}", village)
        posts = [post.name for post in village.posts]
        if posts:
            yield from _of_map(village, posts)
            for held in registry.micro_powers_of(village):
                yield from _of_item(held, posts)
    for written in as_written(registry):
        yield from _of_uses(registry, written)


def _of_flows(registry: Registry, folder: str, body: Unit | Village) -> Iterator[Problem]:
    """岗位对应: posts on the left that the flow does not name."""
    for name, own in body.post_map.items():
        ref = registry.flow_named(folder, name)
        if ref is None:
            continue
        flow = registry.flows[ref]
        for post in own:
            if post not in flow.posts_named():
                where = body.at("岗位对应", name, post).name
                yield _unknown(post, f"流程“{flow.name}”", where, list(flow.posts_named()))


def _of_unit(unit: Unit, posts: list[str]) -> Iterator[Problem]:
    yield from _of_map(unit, posts)
    for number, risk in enumerate(unit.post_risks):
        row = unit.at("岗位风险", number)
        yield from _missing(risk.owner, posts, row.below("责任岗位"))
        yield from _missing(risk.leader, posts, row.below("责任领导"))


def _of_map(body: Unit | Village, posts: list[str]) -> Iterator[Problem]:
    for name, own in body.post_map.items():
        for post, mine in own.items():
            yield from _missing(mine, posts, body.at("岗位对应", name, post))


def _of_item(holding: Written, posts: list[str]) -> Iterator[Problem]:
    """Posts of an item that the body wrote, or of the fields that it changed."""
    item = holding.item
    field = "承办岗位" if isinstance(item, Item) else "责任岗位"
    if not holding.is_adopted or (field,) in holding.local:
        yield from _missing(item.post, posts, item.at(field))
    if holding.is_adopted:
        return
    if isinstance(item, Item) and item.responsibility:
        for number, duty in enumerate(item.responsibility.duties):
            if duty.post not in posts:
                yield from _missing(duty.post, posts, item.at("责任", "事项", number, "岗位"))
    for path, use in uses_of(item):
        for post, mine in use.posts.items():
            yield from _missing(mine, posts, item.at(*path, "岗位", post))


def _of_uses(registry: Registry, holding: Written) -> Iterator[Problem]:
    """岗位 of each 流程 that an item cites: posts on the left that the flow does not name."""
    for path, use in uses_of(holding.item):
        ref = registry.flow_named(holding.holder, use.flow) if use.posts else None
        if ref is None:
            continue
        flow = registry.flows[ref]
        lanes = list(flow.posts_named())
        for post in use.posts:
            if post not in lanes:
                where = holding.item.at(*path, "岗位", post).name
                yield _unknown(post, f"流程“{flow.name}”", where, lanes)


def _missing(text: str, posts: list[str], where: Where) -> Iterator[Problem]:
    """The posts named in a text that are not listed; 基础教育股股长 counts as 基础教育股."""
    if not text or text in posts:
        return
    for name in (part.strip() for part in _SEPARATORS.split(text)):
        if name and not any(name.startswith(post) for post in posts):
            yield _unknown(name, _POSTS, where, posts)


def _unknown(name: str, inside: str, where: Where, posts: list[str]) -> Problem:
    of_flow = f"流程里的岗位：{listed(posts)}" if posts else "流程里没有写岗位"
    usual = "在“岗位”里加上它，或者改成已有的岗位" if inside == _POSTS else of_flow
    hint = meant(name, posts, usual)
    return warning("unknown-post", f"{inside}里没有“{name}”", where.span, hint)
