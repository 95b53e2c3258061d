"""A printed handbook → its edition file: what it says, field by field, in the words printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.chart_key import chart_key
from generator.model.charts import StepLine
from generator.model.drawing import Shape
from generator.model.edition import FORMAT, WORDS, BookEdition, EditionFact, EditionItem, digest_of
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding
from generator.render.booklet import Council, Entry, Fact, Handbook, PrintedStep, Sheet
from generator.render.site import Site

Lines = Iterable[str]
Held = Mapping[int, Holding[MicroPower]]
"""The items of the book by their numbers."""

_SIGNS = {
    Shape.TERMINAL: "起止",
    Shape.PROCESS: "步骤",
    Shape.DECISION: "判断",
    Shape.WIDE_DECISION: "判断",
    Shape.VOTE: "表决",
    Shape.SWITCH: "分支",
    Shape.WAIT: "等待",
    Shape.SUBFLOW: "另一流程",
}
"""What the sign of a step says of it."""

ITEM_LABEL = "item-"
"""How the label of an item's page begins in the PDF; its number follows."""


@dataclass(frozen=True, slots=True)
class Told:
    """What identifies an edition besides what its book says."""

    village: str
    data_date: date


def edition_of(site: Site, told: Told, book: Handbook, held: Held) -> BookEdition:
    """A handbook and the holdings of its items → its edition, the pages not yet known."""
    imprint = {fact.label: fact.words for fact in book.imprint}
    return BookEdition(
        格式=FORMAT,
        村=told.village,
        村名=book.village,
        版次=imprint.get("版次", ""),
        编印日期=imprint.get("编印日期", ""),
        数据日期=told.data_date,
        电话和说明=tuple(_facts(book, imprint)),
        事项=tuple(
            _item(book, chapter.name, entry, _Drawn(site, held[entry.number]))
            for chapter in book.chapters
            for entry in chapter.entries
        ),
    )


def with_pages(edition: BookEdition, pages: int, places: Mapping[str, int]) -> BookEdition:
    """An edition, and the pages of the labels in its PDF → the edition with the pages."""
    items = tuple(
        each.model_copy(update={"page": places.get(f"{ITEM_LABEL}{each.number}", 0)})
        for each in edition.items
    )
    return edition.model_copy(update={"pages": pages, "items": items})


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A holding and where its charts are."""

    site: Site
    holding: Holding[MicroPower]


def _item(book: Handbook, part: str, entry: Entry, drawn: _Drawn) -> EditionItem:
    fields = _kept(
        {
            "叫法和办法": entry.subtitle.split("　"),
            "群众怎么办": [entry.what_to_do],
            "带什么": entry.documents or [entry.to_bring],
            "时限": [entry.limit],
            "时限说明": [entry.limit_note],
            "收费": entry.fee.split("；"),
            "责任岗位": [entry.post],
            "电话": [entry.phone],
            "办理步骤": [*_steps(entry)],
            "流程图": [*_ways(entry, drawn)],
            **{sheet.name: [*_rows(sheet)] for sheet in entry.tables},
            **{note.label: note.words.split("；") for note in entry.notes},
            "报账单据": _papers(book, entry.number),
            "怎样定": _decided(book.back.council, entry.number),
        }
    )
    return EditionItem(
        编号=drawn.holding.ref.id,
        号码=entry.number,
        部分=part,
        名称=entry.name,
        内容编号=digest_of(part, entry.name, fields),
        内容=fields,
    )


def _steps(entry: Entry) -> Iterator[str]:
    """The steps of all flows; of several, each begins with its name."""
    for flow in entry.flows:
        name = f"【{flow.name}】" if len(entry.flows) > 1 and flow.name else ""
        for number, step in enumerate(flow.steps):
            yield f"{name}{_step(step)}" if number == 0 else _step(step)


def _step(step: PrintedStep) -> str:
    """A step without its number, which others give it."""
    limit = f"（{step.limit}）" if step.limit else ""
    return "　".join(text for text in (step.posts, f"{step.words}{limit}", step.more) if text)


def _ways(entry: Entry, drawn: _Drawn) -> Iterator[str]:
    """What only the line beside the steps shows: the sign of each, and every way on from it."""
    keys = (chart_key(used, drawn.holding) for used in drawn.holding.flows)
    shown = [charts for key in keys if (charts := drawn.site.charts.get(key))]
    for flow, charts in zip(entry.flows, shown, strict=True):
        for row, line in zip(flow.rail.rows, charts.steps, strict=True):
            yield _way(_SIGNS[row.shape], line)


def _way(sign: str, line: StepLine) -> str:
    ways = "；".join(way.words for way in line.ways)
    return f"第{line.number}步（{sign}）{f'：{ways}' if ways else ''}"


def _rows(sheet: Sheet) -> Iterator[str]:
    for first, *others in sheet.rows:
        told = "，".join(text for text in others if text)
        yield f"{first}：{told}" if told else first


def _papers(book: Handbook, number: int) -> Sequence[str]:
    return next((each.papers for each in book.back.spending if each.number == number), ())


def _decided(council: Council | None, number: int) -> Sequence[str]:
    return [f"要走{council.name}"] if council and number in council.numbers else ()


def _facts(book: Handbook, imprint: Mapping[str, str]) -> Iterator[EditionFact]:
    """What stands outside the items, in the order of the book."""
    yield from _named("封面", _cover(book, imprint))
    yield from _named("村便民服务中心", _worded(book.centre))
    posts = ((each.name, {"电话": [each.phone], "职责": [each.words]}) for each in book.posts)
    yield from _named("岗位和电话", posts)
    meetings = ((each.label, {"职责": [each.words]}) for each in book.meetings)
    yield from _named("岗位和会议", meetings)
    urgent = set(book.urgent)
    for part, contacts in (
        ("急用电话", book.urgent),
        ("监督和投诉", [each for each in book.routes if each not in urgent]),
    ):
        told = ((each.name, {"电话": [each.phone], "说明": [each.words]}) for each in contacts)
        yield from _named(part, told)
    yield from _named("不服决定", _worded(book.remedies))
    yield from _named("本村没有的事项", _worded(book.omissions))
    yield from _named("村里怎样定大事", _council(book.back.council))


def _cover(book: Handbook, imprint: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Lines]]]:
    """What the cover and every foot say of the village and of the book."""
    _, *marks = book.footer.split("　")
    told: tuple[tuple[str, Lines], ...] = (
        ("书名", [book.title]),
        ("区县", [book.district]),
        ("乡镇", [book.township]),
        ("村名", [book.village]),
        ("全称", [book.full_name]),
        ("村情", [book.summary]),
        ("盖章", dict.fromkeys([book.stamp, book.stamp_note, *marks])),
        ("网址", [imprint.get("网址", "")]),
    )
    yield from ((name, {WORDS: lines}) for name, lines in told if any(lines))


def _worded(facts: Iterable[Fact]) -> Iterator[tuple[str, Mapping[str, Lines]]]:
    yield from ((fact.label, {WORDS: [fact.words]}) for fact in facts)


def _council(council: Council | None) -> Iterator[tuple[str, Mapping[str, Lines]]]:
    if council is None:
        return
    steps = (
        "　".join(text for text in (s.posts, s.words, s.limit, *s.vote, s.more) if text)
        for s in council.steps
    )
    basis = council.basis.split("；")
    yield council.name, {"说明": [council.note], "依据": basis, "步骤": steps}


def _named(part: str, rows: Iterable[tuple[str, Mapping[str, Lines]]]) -> Iterator[EditionFact]:
    """The rows of a part; a name that stands there twice is numbered."""
    seen: dict[str, int] = {}
    for name, lines in rows:
        seen[name] = seen.get(name, 0) + 1
        told = f"{name}（第{seen[name]}个）" if seen[name] > 1 else name
        yield EditionFact(部分=part, 名称=told, 内容=_kept(lines))


def _kept(fields: Mapping[str, Lines]) -> dict[str, tuple[str, ...]]:
    """Fields → those with lines."""
    told = {name: tuple(each for each in lines if each.strip()) for name, lines in fields.items()}
    return {name: lines for name, lines in told.items() if lines}
