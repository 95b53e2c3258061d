"""A unit → its booklet of 两单两图: 权力清单, 责任清单, flow charts and risk charts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.body import Unit
from generator.model.chart_key import chart_id, chart_key
from generator.model.item import Item
from generator.model.poster_drawing import BookDrawing
from generator.model.registry import Holding
from generator.output import Printed
from generator.render import boards, printed_routes, urls, words
from generator.render.booklet import Contact, Fact
from generator.render.colours import ACCENT
from generator.render.posters import Row, chart_of, sight
from generator.render.remedies import Remedies
from generator.render.site import Site
from generator.render.unit_book_data import Book, BookChart, BookEntry, BookPart, to_json
from generator.render.web_code import Codes, example_note

TEMPLATE = "unit-book.typ"
TITLE = "权力运行手册"


def unit_book(site: Site, unit: Unit, drawings: Mapping[str, BookDrawing], path: str) -> Printed:
    """A unit and the drawings of its flows by `sight` → the document to be typeset."""
    codes = Codes(site, {})
    held = boards.in_force(site, site.registry.powers_of(unit))
    charts, images = _charts(held, drawings)
    edition = words.day(site.registry.district.edition)
    name = unit.full_name or unit.name
    book = Book(
        owner=name,
        district=site.registry.district.name,
        title=TITLE,
        accent=ACCENT,
        summary=unit.summary,
        facts=_of_unit(unit),
        posts=tuple(Contact(p.name, p.phone, p.duty) for p in unit.posts),
        hotlines=printed_routes.hotlines(site),
        parts=_Reader(site, unit, frozenset(drawings)).parts(held),
        charts=charts,
        edition=edition,
        stamp="示例数据" if site.is_sample(unit) else "",
        foot=f"{name}{TITLE}　{edition}的内容",
        qr=codes.of(urls.of_unit(unit.id)),
        warning=example_note(site),
        source=unit.written.file,
    )
    return Printed(
        path=path,
        template=TEMPLATE,
        data=to_json(book),
        date=site.registry.district.edition.isoformat(),
        inputs=site.everywhere | site.files(unit) | site.files_of_holdings(held),
        images=images,
        codes=codes.addresses,
    )


def _of_unit(unit: Unit) -> tuple[Fact, ...]:
    told = (
        ("地址", unit.address),
        ("办公时间", unit.hours),
        ("电话", unit.phone),
        ("监督电话", unit.oversight_phone),
    )
    return tuple(Fact(label, text or words.MISSING) for label, text in told)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the powers of a unit; *drawn* are the flows that have charts in the book."""

    site: Site
    unit: Unit
    drawn: frozenset[str]

    def parts(self, held: boards.Held[Item]) -> tuple[BookPart, ...]:
        """The powers by kind, numbered through the whole book."""
        found: list[BookPart] = []
        number = 0
        for kind, rows in boards.by_kind(self.site, held):
            entries = tuple(self._entry(n, each) for n, each in enumerate(rows, number + 1))
            number += len(rows)
            found.append(BookPart(kind, entries))
        return tuple(found)

    def _entry(self, number: int, holding: Holding[Item]) -> BookEntry:
        item, told = holding.item, holding.accountability
        sights = dict.fromkeys(sight(used) for used in holding.flows)
        return BookEntry(
            number=number,
            name=item.name,
            facts=self._facts(holding),
            duties=tuple(boards.duty(each, item.post) for each in told.duties),
            cases="；".join(told.cases),
            charts=tuple(_tag(each) for each in sights if each in self.drawn),
            source=item.written.file,
        )

    def _facts(self, holding: Holding[Item]) -> tuple[Fact, ...]:
        item = holding.item
        kind = self.site.registry.vocabulary.kind(item.kind)
        lines = Remedies(holding, self.unit, kind.code if kind else "").fact().lines
        remedies = (f"{each.words}（{each.note}）" if each.note else each.words for each in lines)
        told = (
            ("编码", item.code or words.MISSING),
            ("依据", words.cited(each.text for each in item.basis) or words.MISSING),
            ("岗位", item.post or words.MISSING),
            ("几天", boards.days(item.limits)),
            ("收费", "；".join(words.fee(each) for each in item.fees)),
            ("不服找谁", "；".join(remedies)),
            ("监督电话", item.oversight_phone),
        )
        return tuple(Fact(label, text) for label, text in told if text)


def _charts(
    held: boards.Held[Item], drawings: Mapping[str, BookDrawing]
) -> tuple[tuple[BookChart, ...], dict[str, str]]:
    """Each flow once with all the items that follow it, and the images of the charts."""
    users: dict[str, list[Row]] = {}
    for holding in held:
        for used in holding.flows:
            users.setdefault(sight(used), []).append((used, holding))
    found: list[BookChart] = []
    images: dict[str, str] = {}
    for seen, rows in users.items():
        if seen not in drawings:
            continue
        drawing, (used, first) = drawings[seen], rows[0]
        chart, own = chart_of(rows[0], drawing.poster)
        name = chart_id(chart_key(used, first))
        risks = {f"{name}-risk-{n}.svg": svg for n, svg in enumerate(drawing.risks, 1)}
        names = dict.fromkeys(each.item.name for _, each in rows)
        uses = f"适用：{words.listed(names)}"
        risk_alt = f"{used.flow.name}的风险防控图"
        found.append(
            BookChart(
                _tag(seen), used.flow.name, uses, chart, tuple(risks), risk_alt, drawing.turned
            )
        )
        images |= {**own, **risks}
    return tuple(found), images


def _tag(seen: str) -> str:
    """The name of the place of a chart in the book."""
    return f"chart-{hashlib.sha256(seen.encode()).hexdigest()[:12]}"
