"""A registry → names and codes that stand twice where each should mean one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.body import Unit, Village
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.record import Sourced, Where
from generator.model.registry import Holding, Registry
from generator.problem import OtherPlace, Problem, Severity


@dataclass(frozen=True, slots=True)
class Named:
    """A name or code and where it stands."""

    name: str
    where: Where


def said_twice(registry: Registry) -> Iterator[Problem]:
    """Equal names within one list (提醒) and equal 代号 within one file (错误)."""
    units = (Named(unit.name, unit.at("名称")) for unit in registry.units)
    yield from _names("单位", units)
    townships = {village.township for village in registry.villages}
    for township in sorted(townships):
        inside = (v for v in registry.villages if v.township == township)
        yield from _names("村", (Named(v.name, v.at("名称")) for v in inside))
    yield from _names("主题", (Named(each.name, each.at("名称")) for each in registry.topics))
    bodies: tuple[Unit | Village, ...] = (*registry.units, *registry.villages)
    for body in bodies:
        posts = enumerate(body.posts)
        yield from _names("岗位", (Named(p.name, body.at("岗位", n, "名称")) for n, p in posts))
    for unit in registry.units:
        windows = enumerate(unit.windows)
        yield from _names("窗口", (Named(w.name, unit.at("窗口", n, "名称")) for n, w in windows))
    yield from _names("法律", (Named(law.name, law.at("名称")) for law in registry.laws))
    lists = (registry.shared_powers, *registry.powers.values())
    for held in lists:
        yield from _item_names(registry, held)
        yield from _official_codes(registry, held)
    for held_by_village in (registry.shared_micro_powers, *registry.micro_powers.values()):
        yield from _item_names(registry, held_by_village)
    flows: dict[str, list[Named]] = {}
    for ref, flow in registry.flows.items():
        flows.setdefault(ref.folder, []).append(Named(flow.name, flow.at("名称")))
    for _, here in sorted(flows.items()):
        yield from _names("流程", here)
    yield from _all_codes(registry)


def _official_codes(registry: Registry, held: Iterable[Holding[Item]]) -> Iterator[Problem]:
    """编码 of the items in force of one list: people read it out, so it must mean one item."""
    named = (
        Named(holding.item.code, holding.item.at("编码"))
        for holding in held
        if holding.item.code and registry.ending(holding.item) is None
    )
    yield from _codes(named, "编码", "核对两个事项的官方编码，改正其中一个")


def _item_names(
    registry: Registry, held: Iterable[Holding[Item]] | Iterable[Holding[MicroPower]]
) -> Iterator[Problem]:
    """Items of one list that have one name; an ended one does not count."""
    named = (
        Named(holding.item.name, holding.item.at("名称"))
        for holding in held
        if registry.ending(holding.item) is None
    )
    yield from _names("事项", named)


def _all_codes(registry: Registry) -> Iterator[Problem]:
    """代号 of topics, vocabulary rows, steps and 子项."""
    yield from _codes(Named(topic.code, topic.at("代号")) for topic in registry.topics)
    for field in registry.vocabulary.written.values:
        yield from _codes(_row_codes(registry.vocabulary, str(field)))
    for flow in registry.flows.values():
        yield from _codes(_step_codes(flow))
    for held in (registry.shared_powers, *registry.powers.values()):
        for holding in held:
            if holding.is_local and holding.item.sub_items:
                yield from _codes(_row_codes(holding.item, "子项"))


def _row_codes(record: Sourced, name: str) -> Iterator[Named]:
    """代号 of the rows of one field."""
    fields = record.written.values
    rows = fields.get(name) if isinstance(fields, dict) else None
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        code = row.get("代号") if isinstance(row, dict) else None
        if isinstance(code, str):
            yield Named(code, record.at(name, number, "代号"))


def _step_codes(flow: Flow) -> list[Named]:
    """代号 of the steps of a flow, where any of them stands twice."""
    codes = [step.code for step in flow.steps if step.code]
    if len(set(codes)) == len(codes):
        return []
    steps = enumerate(flow.steps)
    return [Named(step.code, flow.at("步骤", n, "代号")) for n, step in steps if step.code]


def _names(what: str, named: Iterable[Named]) -> Iterator[Problem]:
    for first, second in _repeated(named):
        sentence = f"有两个{what}都叫“{second.name}”"
        others = (OtherPlace(first.where.span, "另一个在这里"),)
        hint = "名称里写明区别，或者合并成一个"
        yield Problem(
            "same-name-twice", Severity.WARNING, sentence, second.where.span, hint, others
        )


def _codes(
    named: Iterable[Named], what: str = "代号", hint: str = "换一个代号"
) -> Iterator[Problem]:
    for first, second in _repeated(named):
        sentence = f"{what}“{second.name}”用了两次"
        others = (OtherPlace(first.where.span, "第一次用在这里"),)
        yield Problem("duplicate-id", Severity.ERROR, sentence, second.where.span, hint, others)


def _repeated(named: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """The first with a name and each later one with the same, but not the same place again."""
    seen: dict[str, Named] = {}
    for entry in named:
        first = seen.setdefault(entry.name, entry)
        if first is not entry and first.where.span != entry.where.span:
            yield first, entry
