"""What is to be new (a body, an item, a flow, a village …) → drafts of valid, commented files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.edit.by_kind import duties_of, fault_of, flow_form, parts_of
from generator.edit.desk import Desk, good_id, next_id
from generator.edit.draft import Draft, Refused, filled, scalar
from generator.edit.rows import behind
from generator.load.files import FileKind
from generator.load.nearest import listed, meant
from generator.model.body import UnitKind
from generator.model.district import KindTerm
from generator.model.micro_power import Chapter
from generator.model.registry import SHARED_POWERS, SHARED_TOWNSHIP, SHARED_VILLAGE

_TOWNSHIPS = (UnitKind.TOWN, UnitKind.TOWNSHIP, UnitKind.SUBDISTRICT)
_DUTIES = f"{SHARED_POWERS}/duties.yml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of a flow: its name, and the 权力类别 if it is not for what people apply for."""

    title: str = ""
    kind: str = ""


def body(desk: Desk, name: str, kind: UnitKind, title: str) -> tuple[Draft, ...]:
    """A unit or township; a township adopts the shared list where there is one."""
    shared = kind in _TOWNSHIPS and SHARED_TOWNSHIP in desk.lists
    words = {
        "name": scalar(title or f"待填写 {name}"),
        "type": kind.value,
        "adopts": "采用: _township" if shared else "",
        "day": desk.registry.district.edition.isoformat(),
    }
    return (Draft(f"powers/{good_id(name)}/unit.yml", filled("unit.yml", words)),)


def item(desk: Desk, where: str, kind: str, title: str) -> tuple[Draft, ...]:
    """A power of a body or of a shared list, with the next id of its kind.

    It uses the flow and the duties that others of its kind share; where there is no such flow
    one of its own is drafted with it, because a confirmed list may not lack any of them.
    """
    folder = desk.list_of(where)
    if not folder.startswith("powers/"):
        raise Refused(f"{folder} 是村级清单，用 new village-item")
    taken = desk.taken(FileKind.ITEM, desk.related(folder))
    identity = next_id(desk.prefix_of_kind(folder, kind), taken)
    name = title or f"待填写 {identity}"
    term = desk.kind(kind)
    flow = desk.usual_flow(kind)
    drafts: tuple[Draft, ...] = ()
    if not flow:
        flow = _free(identity, desk.taken(FileKind.FLOW, (folder, SHARED_POWERS)))
        drafts = _flow_draft(desk, f"{folder}/flows/{flow}.yml", f"{name}流程", term)
    duty_set = desk.duty_set(kind)
    own = "事项:\n  " + duties_of(desk.registry.vocabulary, term).replace("\n", "\n  ")
    words = {
        "name": scalar(name),
        "kind": scalar(kind),
        "flow": flow,
        "duties": f"套用: {duty_set}" if duty_set else own,
        "fault": fault_of(term),
        "parts": parts_of(desk.registry.vocabulary, term),
        "day": desk.registry.district.edition.isoformat(),
    }
    return (Draft(f"{folder}/items/{identity}.yml", filled("item.yml", words)), *drafts)


def flow(desk: Desk, where: str, name: str, wanted: Wanted) -> tuple[Draft, ...]:
    """A flow of a body, of `_common` or of a village list; without a name the next number."""
    shared = {"_common": SHARED_POWERS, SHARED_POWERS: SHARED_POWERS}
    folder = shared.get(where) or desk.list_of(where)
    identity = name or next_id("flow", desk.taken(FileKind.FLOW, (folder,)))
    label = f"{folder}/flows/{good_id(identity)}.yml"
    term = desk.kind(wanted.kind) if wanted.kind else None
    return _flow_draft(desk, label, wanted.title or f"待填写 {identity}", term)


def village(desk: Desk, township: str, name: str, title: str) -> tuple[Draft, ...]:
    """A village of a township, or of `unplaced` where the township is unknown."""
    known = [unit.id for unit in desk.registry.units if unit.is_township]
    if township not in (*known, "unplaced"):
        offer = meant(township, known, f"现有：{listed([*known, 'unplaced'])}")
        raise Refused(f"没有“{township}”这个乡镇或街道；{offer}")
    edition = desk.registry.district.edition.isoformat()
    shared = desk.taken(FileKind.MICRO_POWER, (SHARED_VILLAGE,))
    words = {
        "name": scalar(title or f"待填写 {name}"),
        "adopts": "采用: _common" if shared else "",
        "month": edition[:7],
        "day": edition,
    }
    return (Draft(f"villages/{township}/{good_id(name)}.yml", filled("village.yml", words)),)


def village_item(desk: Desk, chapter: Chapter, title: str) -> tuple[Draft, ...]:
    """An item of the list that villages share, with the next id of its class."""
    taken = desk.taken(FileKind.MICRO_POWER, (SHARED_VILLAGE,))
    own = {name for each in desk.registry.villages for name in each.own_items}
    identity = next_id(desk.prefix_of_chapter(chapter), taken | own)
    words = {
        "name": scalar(title or f"待填写 {identity}"),
        "chapter": chapter.value,
        "way": "办理方式: 直办" if chapter is Chapter.SERVICES else "",
        "flow": identity,
        "day": desk.registry.district.edition.isoformat(),
    }
    label = f"{SHARED_VILLAGE}/items/{identity}.yml"
    return (Draft(label, filled("village-item.yml", words)),)


def duty_set(desk: Desk, name: str, kind: str, title: str) -> tuple[Draft, ...]:
    """A set of duties: behind the others in `_common/duties.yml`, or a new such file."""
    term = desk.kind(kind)
    words = {
        "id": good_id(name),
        "name": scalar(title or f"{kind}通用责任"),
        "kind": scalar(kind),
        "duties": duties_of(desk.registry.vocabulary, term),
        "fault": fault_of(term),
    }
    path = desk.root / _DUTIES
    before = path.read_bytes() if path.exists() else b""
    if re.search(rf"^{re.escape(name)}\s*:".encode(), before, re.MULTILINE):
        raise Refused(f"{_DUTIES} 里已经有“{name}”")
    return behind(desk, _DUTIES, FileKind.DUTIES, filled("duty-set.yml", words))


def _flow_draft(desk: Desk, label: str, title: str, kind: KindTerm | None) -> tuple[Draft, ...]:
    levels = desk.registry.vocabulary.risk_levels
    words = {"name": scalar(title), "level": levels[0].name if levels else "高"}
    return (Draft(label, filled(flow_form(kind), words)),)


def _free(name: str, taken: frozenset[str]) -> str:
    """A name, or the same with the first number that makes it free."""
    if name not in taken:
        return name
    return next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)
