"""A body → what it holds: its own items and those of the list it adopts, with its differences."""

from __future__ import annotations

from dataclasses import replace

from generator.load.adopt import adapt
from generator.load.flow_use import Reader
from generator.load.ids import id_problem
from generator.load.keeper import Keeper, Lists
from generator.load.shape import shape
from generator.load.unknown import unknown
from generator.model.body import Unit, Village
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, ItemKind, Ref
from generator.model.source import Source
from generator.problem import OtherPlace, Problem, Span, error


def hold(
    keeper: Keeper, lists: Lists[ItemKind], folder: str, body: Unit | Village
) -> tuple[tuple[Holding[ItemKind], ...], list[Problem]]:
    """A body → its holdings in the order of their ids, and what is wrong with its adoption."""
    reader = keeper.flows.reader(folder, body)
    own, problems = _own_items(lists, folder, body)
    taken, wrong = _adopted(keeper, lists, reader, body)
    problems += wrong
    shared = lists.shared.get(f"{lists.tree}/{body.adopts}", {})
    problems += [_id_taken(own[name], shared[name]) for name in sorted(set(own) & set(shared))]
    holdings = dict(taken)
    for name, item in own.items():
        if name not in shared:
            holdings[name] = keeper.written(reader, Ref(folder, name), item)
    return tuple(holdings[name] for name in sorted(holdings)), problems


def _adopted(
    keeper: Keeper, lists: Lists[ItemKind], reader: Reader, body: Unit | Village
) -> tuple[dict[str, Holding[ItemKind]], list[Problem]]:
    """The items of the list that a body adopts, without 不采用 and with 改动."""
    adopted = f"{lists.tree}/{body.adopts}"
    broken = {ref.id for ref in keeper.sheets.broken if ref.folder == adopted}
    if adopted not in lists.shared and not broken and (no_list := _no_list(lists, body)):
        keeper.sheets.broken.add(Ref(reader.folder, ""))
        return {}, [no_list]
    shared = lists.shared.get(adopted, {})
    problems = _unknown_items(body, set(shared) | broken, list(shared))
    omitted = {row.item for row in body.omits}
    changes = body.written.fields_of("改动")
    holdings: dict[str, Holding[ItemKind]] = {}
    for name, holding in shared.items():
        if name in omitted:
            continue
        if name not in changes:
            holdings[name] = keeper.unchanged(reader, holding)
            continue
        changed, wrong = _changed(keeper, reader, holding, changes[name])
        problems += wrong
        if changed:
            holdings[name] = changed
        else:
            keeper.sheets.broken.add(Ref(reader.folder, name))
    return holdings, problems


def _no_list(lists: Lists[ItemKind], body: Unit | Village) -> Problem | None:
    """The problem of 采用 that names no list, or that is forgotten although the list is changed."""
    names = [place.rpartition("/")[2] for place in lists.shared]
    if body.adopts:
        return unknown("通用清单", body.adopts, body.place("采用"), names)
    differing = [field for field in ("改动", "不采用") if field in body.written.values]
    if not differing or not (body.overrides or body.omits):
        return None
    sentence = f"写了“{differing[0]}”，却没有写“采用”哪个通用清单"
    hint = f"加一行“采用: {names[0] if names else '…'}”"
    return error("missing-field", sentence, body.source.nearest(differing[0]).key_span, hint)


def _changed(
    keeper: Keeper, reader: Reader, shared: Holding[ItemKind], changes: Source
) -> tuple[Holding[ItemKind] | None, list[Problem]]:
    """A shared item with a body's 改动; places are found where something is wrong with it."""
    if not isinstance(changes.values, dict):
        hint = "写成“改动: {事项编号: {字段: 新的内容}}”"
        return None, [error("wrong-shape", "“改动”要写明改哪个字段", changes.tree.span, hint)]
    written = shared.item.written
    adapted = adapt(written.unplaced(), changes.unplaced())
    source = Source.merged(adapted.tree, lambda: adapt(written.tree, changes.tree).tree)
    item, problems = shape(source, type(shared.item), shared.ref.id)
    if adapted.problems:
        return None, problems + adapt(written.tree, changes.tree).problems
    if item is None:
        return None, problems
    held = keeper.written(reader, shared.ref, item)
    return replace(held, local=tuple(adapted.local)), problems


def _own_items(
    lists: Lists[ItemKind], folder: str, body: Unit | Village
) -> tuple[dict[str, ItemKind], list[Problem]]:
    """The items that a body writes itself: its `items/` folder, or 本村事项 of a village."""
    own = dict(lists.written.get(folder, {}))
    problems: list[Problem] = []
    for name, written in body.written.fields_of("本村事项").items():
        bad = id_problem(name, Span(body.written.file))
        item, wrong = shape(written, lists.model, name)
        problems += [replace(bad, span=written.tree.key_span)] if bad else wrong
        if item and not bad:
            own[name] = item
    return own, problems


def _unknown_items(body: Unit | Village, known: set[str], offered: list[str]) -> list[Problem]:
    """不采用 and 改动 of items that the shared list does not have, or that are both."""
    problems = [
        unknown("通用事项", row.item, body.place("不采用", number, "事项"), offered)
        for number, row in enumerate(body.omits)
        if row.item not in known
    ]
    omitted = {row.item for row in body.omits}
    for name, change in body.written.fields_of("改动").items():
        if name not in known:
            problems.append(unknown("通用事项", name, change.tree.key_span, offered))
        elif name in omitted:
            sentence = f"“{name}”已经写在“不采用”里，“改动”没有用处"
            hint = "从“不采用”或者“改动”里删掉它"
            problems.append(error("wrong-value", sentence, change.tree.key_span, hint))
    return problems


def _id_taken(own: Item | MicroPower, shared: Holding[ItemKind]) -> Problem:
    """An own item that takes the id of a shared one."""
    sentence = f"编号“{own.id}”已经被通用清单里的“{shared.item.name}”占用"
    hint = "换一个编号；要改通用事项，写在“改动”里"
    problem = error("id-reused", sentence, own.source.key_span, hint)
    return replace(problem, others=(OtherPlace(shared.item.source.span, "通用事项在这里"),))
