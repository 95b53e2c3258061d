"""Items that people apply for → their 一次性告知单: everything is told once, and signed for."""

from __future__ import annotations

from generator.model.body import Unit
from generator.model.guide import Guide, RequiredDocument, to_bring
from generator.model.item import Item
from generator.model.registry import Holding, Registry
from generator.model.windows import hosts_of
from generator.output import Printed
from generator.render import sheet_data, urls, words
from generator.render.booklet import Fact
from generator.render.colours import ACCENT
from generator.render.item_card import result_note, service_card
from generator.render.remedies import Remedies
from generator.render.sheet_data import Notice, Notices, Paper
from generator.render.site import Site
from generator.render.views import Fact as Shown
from generator.render.web_code import Codes, example_note

TEMPLATE = "notice.typ"
TITLE = "一次性告知单"

_TOLD_ABOVE = ("带什么",)
"""The facts of the card that the table of documents tells better."""


def with_guides(registry: Registry, unit: Unit) -> tuple[Holding[Item], ...]:
    """The items of a unit that people can apply for today."""
    held = registry.powers_of(unit)
    return tuple(each for each in held if each.item.guide and not registry.ending(each.item))


def notices(site: Site, unit: Unit, held: tuple[Holding[Item], ...], path: str) -> Printed:
    """Some items of a unit → one document with a notice for each."""
    codes = Codes(site, {})
    hosts = (host for each in held for host in hosts_of(site.registry, unit, each.item))
    edition = words.day(site.registry.district.edition)
    sheet = Notices(
        owner=unit.full_name or unit.name,
        district=site.registry.district.name,
        title=TITLE,
        accent=ACCENT,
        notices=tuple(_notice(site, unit, each, codes) for each in held),
        stamp="示例数据" if site.is_sample(unit) else "",
        warning=example_note(site),
        foot=f"{unit.full_name or unit.name}　{edition}的内容",
        source=unit.written.file,
    )
    return Printed(
        path=path,
        template=TEMPLATE,
        data=sheet_data.to_json(sheet),
        date=site.registry.district.edition.isoformat(),
        inputs=site.everywhere | site.files(unit, *hosts) | site.files_of_holdings(held),
        codes=codes.addresses,
    )


def _notice(site: Site, unit: Unit, holding: Holding[Item], codes: Codes) -> Notice:
    item = holding.item
    guide = item.guide or Guide.model_validate({})
    return Notice(
        name=item.name,
        code=item.code,
        facts=_facts(site.registry, item, guide, unit),
        papers=tuple(_paper(each) for each in to_bring(guide.documents)),
        after=_after(site, unit, holding, guide),
        qr=codes.of(urls.of_item(holding.holder, holding.ref.id)),
        source=item.written.file,
    )


def _facts(registry: Registry, item: Item, guide: Guide, unit: Unit) -> tuple[Fact, ...]:
    """What to know before coming: the card of the page, and the conditions after who may apply."""
    card = service_card(registry, item, unit).facts
    told = [_printed(fact) for fact in card if fact.label not in _TOLD_ABOVE]
    hours = "；".join(f"{name}：{text}" if name else text for name, text in guide.hours.items())
    more = (
        ("什么条件", guide.conditions),
        ("怎么交", words.listed(guide.forms)),
        ("什么时候", hours),
    )
    conditions, *others = (Fact(label, text) for label, text in more)
    found = (told[0], conditions, *told[1:], *others)
    return tuple(fact for fact in found if fact.words)


def _after(site: Site, unit: Unit, holding: Holding[Item], guide: Guide) -> tuple[Fact, ...]:
    """What comes then: the result, how it arrives, a refusal, and whom to turn to."""
    item = holding.item
    kind = site.registry.vocabulary.kind(item.kind)
    notes = ((each.name, result_note(site, each)) for each in item.results)
    results = words.listed(f"{name}（{note}）" if note else name for name, note in notes)
    remedies = _printed(Remedies(holding, unit, kind.code if kind else "").fact())
    told = (
        Fact("拿到什么", results),
        Fact("怎么拿", words.listed(guide.delivery)),
        Fact("查进度", guide.progress),
        Fact("办不成", guide.if_refused),
        remedies,
        Fact("监督电话", item.oversight_phone or unit.oversight_phone),
        Fact("依据", words.cited(each.text for each in item.basis)),
    )
    return tuple(fact for fact in told if fact.words)


def _printed(fact: Shown) -> Fact:
    """A fact of a page → the same on paper; after a full stop no second mark follows."""
    lines = (f"{line.words}（{line.note}）" if line.note else line.words for line in fact.lines)
    told = "；".join(lines).replace("。；", "。")
    return Fact(fact.label, told or words.MISSING)


def _paper(document: RequiredDocument) -> Paper:
    told = (
        f"来源：{document.origin}" if document.origin else "",
        document.necessity if document.necessity != "必要" else "",
        document.note,
        "有空白表格" if document.blank_form else "",
    )
    return Paper(
        document.name, words.copies(document) or words.MISSING, "；".join(t for t in told if t)
    )
