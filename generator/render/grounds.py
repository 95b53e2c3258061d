"""The grounds of an item → its list of bases: the power's own, then those of limits and fees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.checked_bases import findings_of
from generator.model.citation import read_citation
from generator.model.finding import Finding
from generator.model.item import Item
from generator.model.law import Citation, Law
from generator.model.micro_power import MicroPower
from generator.render.site import Site


@dataclass(frozen=True, slots=True)
class BasisView:
    """One basis: as written, what it is cited for, the law's rank, and its quotation.

    *note* says that the law is repealed, and by what; *href* leads to the law's text; *checked* is
    the outcome of comparing it with the law texts at hand, with their dates.
    """

    text: str
    role: str
    rank: str = ""
    quotation: str = ""
    note: str = ""
    href: str = ""
    checked: str = ""


def bases(site: Site, item: Item | MicroPower) -> tuple[BasisView, ...]:
    """Every basis of an item with what is known of its law; one cited for two things once."""
    found: dict[str, BasisView] = {}
    for each in item.basis:
        more = "，".join(text for text in (each.appendix, each.document_number) if text)
        text = f"{each.text}（{more}）" if more else each.text
        view = _view(site.law_named(each.title), text, each.role, each.quotation)
        found[each.text] = replace(view, checked=_checked(findings_of(site.registry, each)))
    for role, text in _further(item):
        known = found.get(text)
        if known is None:
            view = _view(site.law_named(read_citation(text)[0].title), text, role)
            checked = _checked(findings_of(site.registry, Citation.model_validate(text)))
            found[text] = replace(view, checked=checked)
        elif role not in known.role.split("、"):
            found[text] = _for_more(known, role)
    return tuple(found.values())


def compared(site: Site, texts: Iterable[str]) -> tuple[str, ...]:
    """Bases as written → the same, each with what comparing it with the law texts found.

    《…》第三条〔一致，2019-04-23文本〕; as they are where the district names no law texts.
    """
    return tuple(text + _mark(site, text) for text in texts)


def _mark(site: Site, text: str) -> str:
    findings = findings_of(site.registry, Citation.model_validate(text))
    told = dict.fromkeys(_outcome(each, "，{}文本") for each in findings)
    return f"〔{'；'.join(told)}〕" if told else ""


def _outcome(finding: Finding, day: str) -> str:
    """An outcome with the day of the text that was compared, in *day*."""
    version = finding.version
    return finding.outcome.value + (day.format(version.isoformat()) if version else "")


def _checked(findings: tuple[Finding, ...]) -> str:
    """Findings of a basis → each outcome once, with the day of the text: 一致（2019-04-23文本）."""
    found = dict.fromkeys(_outcome(each, "（{}文本）") for each in findings)
    return "核对原文：" + "、".join(found) if found else ""


def _further(item: Item | MicroPower) -> Iterator[tuple[str, str]]:
    """What limits and fees rest on, as (what for, text)."""
    limits = item.limits
    if limits and limits.statutory:
        yield from (("时限", text) for text in limits.statutory.basis)
    if limits and limits.extension:
        yield from (("延长", text) for text in limits.extension.basis)
    for grade in item.fees:
        yield from (("收费", text) for text in grade.basis)


def _view(law: Law | None, text: str, role: str, quotation: str = "") -> BasisView:
    if law is None:
        return BasisView(text, role, quotation=quotation)
    return BasisView(text, role, law.rank, quotation, _validity(law), _address(law))


def _for_more(known: BasisView, role: str) -> BasisView:
    return replace(known, role=f"{known.role}、{role}")


def _validity(law: Law) -> str:
    if law.validity == "有效":
        return ""
    return f"已废止，由{law.repealed_by}代替" if law.repealed_by else "已废止"


def _address(law: Law) -> str:
    """链接 where it is a web address; anything else is no link."""
    return law.link if law.link.startswith(("https://", "http://")) else ""
