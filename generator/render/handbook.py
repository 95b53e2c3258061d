"""A district → the printed handbook of every village: 户户一册 from the same data as the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.body import Village
from generator.model.edition import BookEdition
from generator.model.micro_power import Chapter as Part
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding
from generator.output import Printed
from generator.render import booklet, printed_routes, urls, words
from generator.render.back_matter import back_matter
from generator.render.booklet import Contact, Fact, Handbook, Web
from generator.render.colours import colour_of
from generator.render.edition import Told, edition_of
from generator.render.handoffs import Handoffs
from generator.render.printed_item import EntryReader
from generator.render.site import Site
from generator.render.web_code import EXAMPLE, is_example

TITLE = "村级便民服务手册"
TEMPLATE = "handbook.typ"

_PARTS = {
    Part.MAJOR_DECISIONS: "村里的大事怎么定：先提出来，再商议、审议、表决，决议和结果都要公开。",
    Part.DAILY_WORK: "村里的日常怎么管：钱怎么花、账怎么公开、章怎么盖、活怎么派。",
    Part.SERVICES: "您要办的事怎么办：村里直接办、替您跑腿办，或者告诉您去哪里办。",
}
"""The three parts in the order of the report, with what each holds."""

_EMERGENCIES = (Contact("报警", "110"), Contact("火警", "119"), Contact("急救", "120"))
_SAMPLE = "本册的岗位、电话、金额和天数是示例，用来看手册的样子，不能拿来办事。"
_VILLAGE_QR = "qr-village.svg"


@dataclass(frozen=True, slots=True)
class Book:
    """A village's handbook: what it says, as a document to be typeset, and its edition."""

    handbook: Handbook
    printed: Printed
    edition: BookEdition


def in_printing_order(villages: Iterable[Village]) -> tuple[Village, ...]:
    """Villages whose handbooks are alike one after the other: they are printed faster so."""
    return tuple(sorted(villages, key=colour_of))


def books_of(site: Site, villages: Iterable[Village]) -> Iterator[Book]:
    """Some villages → the handbook of each, in their order."""
    handoffs = Handoffs(site)
    for village in villages:
        yield _book(site, village, handoffs)


def _book(site: Site, village: Village, handoffs: Handoffs) -> Book:
    held = site.registry.micro_powers_of(village)
    township = printed_routes.township_of(site, village)
    chapters = _chapters(EntryReader(site, village, handoffs), held)
    handbook = _handbook(site, village, chapters)
    day = site.registry.district.edition
    printed = Printed(
        path=urls.of_handbook(village.id),
        template=TEMPLATE,
        data=booklet.to_json(handbook),
        date=day.isoformat(),
        inputs=site.everywhere | site.files(village, township) | site.files_of_holdings(held),
        codes=_codes(site, village, held),
        like=handbook.accent,
    )
    in_order = [each for part in _PARTS for each in held if each.item.chapter is part]
    numbered = dict(enumerate(in_order, 1))
    return Book(handbook, printed, edition_of(site, Told(village.id, day), handbook, numbered))


def _handbook(site: Site, village: Village, chapters: tuple[booklet.Chapter, ...]) -> Handbook:
    district = site.registry.district
    imprint = village.handbook
    sample = site.is_sample(village)
    full_name = village.full_name or village.name
    phone = village.centre.phone if village.centre else ""
    held = [stamp.words for stamp in site.held_stamps(f"villages/{village.id}")]
    return Handbook(
        title=TITLE,
        district=district.name,
        township=site.holder_name(f"powers/{village.township}") if village.township else "",
        village=village.name,
        full_name=full_name,
        accent=colour_of(village),
        edition=imprint.edition if imprint else "",
        stamp="示例数据" if sample else "",
        stamp_note=_SAMPLE if sample else "",
        summary=village.summary,
        phone=phone,
        oversight_phone=village.oversight_phone,
        footer="　".join((*_footer(phone, sample=sample), *held)),
        centre=_centre(village),
        posts=tuple(Contact(e.name, e.phone, e.duty) for e in village.posts if e.phone),
        meetings=tuple(Fact(e.name, e.duty) for e in village.posts if not e.phone),
        urgent=(*_EMERGENCIES, *printed_routes.hotlines(site)),
        chapters=chapters,
        routes=printed_routes.contacts(site, village),
        remedies=printed_routes.remedies(printed_routes.township_of(site, village)),
        omissions=_omissions(site, village),
        imprint=_imprint(site, village, chapters),
        source=village.written.file,
        web=_web(district.url, full_name),
        back=back_matter(site, village, [entry for each in chapters for entry in each.entries]),
    )


def _web(address: str, full_name: str) -> Web | None:
    """The code that leads to the village's page; None without 网址."""
    if not address:
        return None
    return Web(_VILLAGE_QR, f"二维码：{full_name}的网页", EXAMPLE if is_example(address) else "")


def _footer(phone: str, *, sample: bool) -> list[str]:
    """The foot of every page: whom to ring first, and the stamp of made-up data."""
    words_first = f"办事先打电话问：{phone}" if phone else "办事先到村便民服务中心问"
    return [words_first, "示例数据"] if sample else [words_first]


def _chapters(
    reader: EntryReader, held: tuple[Holding[MicroPower], ...]
) -> tuple[booklet.Chapter, ...]:
    """The items by part, numbered through the whole book; a part without items is left out."""
    has_web = bool(reader.site.registry.district.url)
    chapters: list[booklet.Chapter] = []
    number = 0
    for part, sentence in _PARTS.items():
        entries: list[booklet.Entry] = []
        for holding in held:
            if holding.item.chapter is part:
                number += 1
                code = _code_of(holding) if has_web else ""
                entries.append(reader.entry(number, holding, code))
        if entries:
            told = sum(entry.limit != words.MISSING for entry in entries)
            shows = 2 * told >= len(entries)
            chapters.append(booklet.Chapter(part.value, sentence, tuple(entries), shows))
    return tuple(chapters)


def _codes(site: Site, village: Village, held: tuple[Holding[MicroPower], ...]) -> dict[str, str]:
    """The QR codes: of the village's page, and of each item's place on it; none without 网址."""
    base = site.registry.district.url
    if not base:
        return {}
    page = urls.absolute(base, urls.of_village(village.id))
    codes = {_code_of(each): f"{page}#{each.ref.id}" for each in held}
    return {_VILLAGE_QR: page, **codes}


def _code_of(holding: Holding[MicroPower]) -> str:
    return f"qr-{holding.ref.id}.svg"


def _centre(village: Village) -> tuple[Fact, ...]:
    centre = village.centre
    facts = (
        ("地点", centre.address if centre else ""),
        ("时间", centre.hours if centre else ""),
        ("电话", centre.phone if centre else ""),
        ("监督电话", village.oversight_phone),
    )
    return tuple(Fact(label, text or words.MISSING) for label, text in facts)


def _omissions(site: Site, village: Village) -> tuple[Fact, ...]:
    shared = {each.ref.id: each.item.name for each in site.registry.shared_micro_powers}
    return tuple(
        Fact(shared.get(each.item, each.item), each.reason or words.MISSING)
        for each in village.omits
    )


def _imprint(
    site: Site, village: Village, chapters: tuple[booklet.Chapter, ...]
) -> tuple[Fact, ...]:
    """版次 and 编印日期 as the village says, the day of the data, and a code of the contents."""
    told = village.handbook
    district = site.registry.district
    checked = village.checked_on or district.checked_on
    copies = told.copies if told else ""
    facts = (
        ("名称", f"{village.full_name or village.name}{TITLE}"),
        ("版次", (told.edition if told else "") or words.MISSING),
        ("编印日期", (told.printed_on if told else "") or words.MISSING),
        ("印数", f"{copies}册" if copies.isdigit() else copies or words.MISSING),
        ("事项", f"{sum(len(each.entries) for each in chapters)}件"),
        ("数据日期", words.day(district.edition)),
        ("核对日期", words.day(checked) if checked else words.MISSING),
        ("网址", f"{district.url}（{EXAMPLE}）" if is_example(district.url) else district.url),
        ("内容编号", hashlib.sha256(repr(chapters).encode()).hexdigest()[:12]),
    )
    return tuple(Fact(label, text) for label, text in facts if text)
