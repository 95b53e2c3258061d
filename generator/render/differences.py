"""An adopted item and the shared one → what is different here, in words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.flow import Step
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key, Located
from generator.model.registry import Holding
from generator.render import words
from generator.render.views import Fact, known

_INTERNAL = "备注"
"""Written for the office, never shown."""

_FLOWS = "流程"
"""A field that holds ids, which say nothing to people: flows are told by their names and steps."""

AnyHolding = Holding[Item] | Holding[MicroPower]


def differences(holding: AnyHolding, shared: AnyHolding, here: str = "本地") -> tuple[Fact, ...]:
    """Each field that differs → `时限 · 承诺：本地 5个工作日，通用 10个工作日`.

    A row that is added here says only itself. *here* is what the holder is called.
    """
    facts = list(_of_flows(holding, shared, here))
    for path in holding.local:
        if path[0] == _FLOWS:
            continue
        own, general = _at(holding.item.source, path), _at(shared.item.source, path)
        if path[-1] == _INTERNAL:
            continue
        if own is not None and isinstance(path[-1], int):
            facts.append(known(label_of(path[:-1]), f"{here}另加：{_row(own)}"))
            continue
        told = (f"{here}：{_or_none(own)}", f"通用：{_or_none(general)}")
        facts.append(known(label_of(path), *told))
    return tuple(facts)


def _of_flows(holding: AnyHolding, shared: AnyHolding, here: str) -> Iterator[Fact]:
    """流程: steps that differ in days, posts or papers; the names of other flows."""
    if not any(path[0] == _FLOWS for path in holding.local):
        return
    if [used.ref for used in holding.flows] != [used.ref for used in shared.flows]:
        yield known(_FLOWS, f"{here}：{_names(holding)}", f"通用：{_names(shared)}")
        return
    for own, general in zip(holding.flows, shared.flows, strict=True):
        for number, (step, usual) in enumerate(
            zip(own.flow.steps, general.flow.steps, strict=True), 1
        ):
            if _of_step(step) != _of_step(usual):
                told = (f"{here}：{_of_step(step)}", f"通用：{_of_step(usual)}")
                yield known(f"{_FLOWS} · 第{number}步", *told)


def _names(holding: AnyHolding) -> str:
    names = (used.name or used.flow.name for used in holding.flows)
    return "、".join(dict.fromkeys(names)) or "没有"


def _of_step(step: Step) -> str:
    """A step in words: what an item may write otherwise: posts, limit and papers."""
    papers = f"给{words.listed(step.served_documents)}" if step.served_documents else ""
    facts = (words.listed(step.posts), step.limit.text if step.limit else "", papers)
    return f"{step.text}（{'，'.join(fact for fact in facts if fact)}）"


def label_of(path: tuple[Key, ...]) -> str:
    """`("时限", "承诺")` → `时限 · 承诺`; rows count from 1."""
    return " · ".join(f"第{key + 1}项" if isinstance(key, int) else key for key in path)


def _at(source: Located, path: tuple[Key, ...]) -> Located | None:
    """The value at exactly *path*, None where there is none."""
    found: Located | None = source
    for key in path:
        found = found.child(key) if found else None
    return found


def _or_none(value: Located | None) -> str:
    return _in_words(value) if value else "没有"


def _in_words(value: Located) -> str:
    """A value → `300元以下（审批：村委会主任）；500元以下（…）`."""
    content = value.content
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return _fields(content)
    return "；".join(_row(row) for row in content)


def _row(row: Located) -> str:
    """A row → its first field, and the others with their names."""
    if not isinstance(row.content, dict) or not row.content:
        return _in_words(row)
    first, *others = row.content.items()
    more = _fields(dict(others))
    return f"{_in_words(first[1])}（{more}）" if more else _in_words(first[1])


def _fields(fields: dict[str, Located]) -> str:
    told = ((name, _in_words(value)) for name, value in fields.items() if name != _INTERNAL)
    return "，".join(f"{name}：{text}" for name, text in told)
