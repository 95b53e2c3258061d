"""Two editions of a village's handbook → the slip that tells what changed, to paste in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from generator.model.edition import WORDS, BookEdition, EditionFact, EditionItem
from generator.model.edition_changes import Change, Changed, Changes, changes_between
from generator.output import Printed
from generator.render import words
from generator.render.booklet import Handbook

TEMPLATE = "slip.typ"
_TELLS = ("群众怎么办", "带什么", "时限", "收费", "责任岗位", "电话", "标准", "审批权限")
"""What is told of a new item; the rest is in the next edition and on the web."""

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Row:
    """What was and what is now: *was* is empty for what was added, *now* for what is gone."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Part:
    """An item or a fact and its rows; *number* is 0 where it has none in the book people hold."""

    number: int
    page: int
    name: str
    aside: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """One change that stands in several places of the book."""

    row: Row
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A whole slip; *brief* says only which fields changed, because all words need more room."""

    title: str
    village: str
    full_name: str
    accent: str
    stamp: str
    stamp_note: str
    phone: str
    was: str
    now: str
    counts: str
    brief: bool
    shared: tuple[Shared, ...]
    facts: tuple[Part, ...]
    changed: tuple[Part, ...]
    added: tuple[Part, ...]
    removed: tuple[Part, ...]
    source: str


def slip_of(
    book: Handbook, old: BookEdition, new: BookEdition, *, brief: bool = False
) -> Slip | None:
    """The present book, the edition people hold and its own → the slip; None without changes."""
    changes = changes_between(old, new)
    if not changes:
        return None
    shared = {} if brief else _shared(changes)
    return Slip(
        title="手册改动页",
        village=book.village,
        full_name=book.full_name,
        accent=book.accent,
        stamp=book.stamp,
        stamp_note=book.stamp_note,
        phone=book.phone,
        was=_named(old),
        now=_named(new),
        counts=_counts(changes),
        brief=brief,
        shared=tuple(_told(change, places, len(old.items)) for change, places in shared.items()),
        facts=(
            *_parts(changes.facts, shared),
            *(_whole(fact, "新增") for fact in changes.facts_added),
            *(_whole(fact, "取消") for fact in changes.facts_removed),
        ),
        changed=tuple(_parts(changes.changed, shared)),
        added=tuple(_new(item) for item in changes.added),
        removed=tuple(_part(item, ()) for item in changes.removed),
        source=book.source,
    )


def printed_slip(slip: Slip, path: str, edition: BookEdition) -> Printed:
    """A slip → the document to be typeset."""
    text = json.dumps(asdict(slip), ensure_ascii=False, indent=1)
    day = edition.data_date.isoformat()
    return Printed(path, TEMPLATE, text, day, frozenset({slip.source}))


def _named(edition: BookEdition) -> str:
    """版次 and the day of the data, by which people tell the books apart."""
    told = edition.edition or "没有写版次"
    return f"{told}（{words.day(edition.data_date)}的数据）"


def _counts(changes: Changes) -> str:
    facts = len(changes.facts) + len(changes.facts_added) + len(changes.facts_removed)
    told = (
        ("改了{}件事项", len(changes.changed)),
        ("新增{}件", len(changes.added)),
        ("取消{}件", len(changes.removed)),
        ("电话、岗位等改了{}处", facts),
    )
    return "，".join(text.format(many) for text, many in told if many)


def _shared(changes: Changes) -> Mapping[Change, list[EditionItem | EditionFact]]:
    """The changes that stand in several places, in their order, with those places."""
    found: dict[Change, list[EditionItem | EditionFact]] = defaultdict(list)
    for each in (*changes.facts, *changes.changed):
        for change in dict.fromkeys(each.changes):
            found[change].append(each.before)
    return {change: places for change, places in found.items() if len(places) >= _SEVERAL}


def _told(change: Change, places: Iterable[EditionItem | EditionFact], many: int) -> Shared:
    """A shared change with its places; every item of the book is said in one word."""
    facts = [each.name for each in places if isinstance(each, EditionFact)]
    items = [each for each in places if isinstance(each, EditionItem)]
    told = [f"{each.number} {each.name}" for each in items]
    if len(items) == many > _SEVERAL:
        told = [f"书里的全部{many}件事项"]
    return Shared(_row(change), (*facts, *told))


def _parts(changed: Iterable[Changed], shared: Mapping[Change, object]) -> Iterator[Part]:
    """What changed alone; the rest is told with the others that changed so."""
    for each in changed:
        rows = tuple(_row(change) for change in each.changes if change not in shared)
        if rows:
            yield _part(each.before, rows)


def _part(before: EditionItem | EditionFact, rows: tuple[Row, ...]) -> Part:
    if isinstance(before, EditionFact):
        return Part(0, 0, before.name, before.part, rows)
    return Part(before.number, before.page, before.name, "", rows)


def _whole(fact: EditionFact, verb: str) -> Part:
    """A fact that is new or gone, with all that it says or said."""
    named = ((label if label != WORDS else "", each) for label, each in fact.fields.items())
    lines = ((label, "；".join(each)) for label, each in named)
    rows = tuple(
        Row(label, "", text) if verb == "新增" else Row(label, text, "") for label, text in lines
    )
    return Part(0, 0, fact.name, f"{fact.part}，{verb}", rows)


def _new(item: EditionItem) -> Part:
    """A new item with what people act on; it has no page in the book they hold."""
    lines = ((label, "；".join(item.fields.get(label, ()))) for label in _TELLS)
    told = tuple(Row(label, "", text) for label, text in lines if text not in ("", words.MISSING))
    return Part(0, 0, item.name, item.part, told)


def _row(change: Change) -> Row:
    return Row(change.label, change.was, change.now)
