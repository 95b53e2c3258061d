"""The card at the top of an item's page: what to know first, on one screen of a phone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.body import Unit, Window
from generator.model.guide import Guide, Limits, Result, to_bring
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.phone import phone_link, phones
from generator.model.registry import Registry
from generator.model.windows import window_named
from generator.render import words
from generator.render.grounds import compared
from generator.render.site import Site
from generator.render.views import Fact, Line, Row, Table, cell, known

_NAMED = 4
"""So many documents are named on the card; the list below has them all."""

_OFFICERS = {
    "compulsion": "两名以上执法人员，出示执法身份证件（行政强制法第十八条）",
    "inspection": "两人以上，主动出示执法证件（行政处罚法第四十二条、第五十五条）",
}
_OFFICERS_OF_PENALTY = "执法人员不少于两人，主动出示执法证件（行政处罚法第四十二条、第五十五条）"
_RIGHTS = {
    "compulsion": (
        "当场听取您的陈述和申辩（行政强制法第八条、第十八条）",
        "要求当场告知理由、依据和救济途径（行政强制法第十八条）",
    ),
    "inspection": ("不出示证件的，有权拒绝接受检查（行政处罚法第五十五条）",),
}
_RIGHTS_OF_PENALTY = (
    "处罚前被告知事实、理由、依据（行政处罚法第四十四条）",
    "陈述、申辩，不因申辩加重处罚（行政处罚法第四十五条）",
    "较大数额罚款、责令停产停业等，可在告知后五日内要求听证，不收费（行政处罚法第六十三条、第六十四条）",
)


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of a card in the order people ask; *anchor* names the list of documents."""

    title: str
    facts: tuple[Fact, ...]


def service_card(registry: Registry, item: Item, unit: Unit | None) -> Card:
    """What people apply for → who, what to bring, days, money, visits, where, phone."""
    guide = item.guide or Guide.model_validate({})
    return Card(
        "办事要点",
        (
            known("谁能办", words.listed(guide.applicants)),
            _documents(guide),
            days(item.limits),
            known("多少钱", *(words.fee(grade) for grade in item.fees)),
            _visits(guide),
            _where(registry, guide, unit),
            phone_fact("打电话", guide.consultation or _office_phone(item, unit)),
        ),
    )


def enforcement_card(item: Item, unit: Unit | None, kind: str, remedies: Fact) -> Card:
    """处罚, 强制, 检查 (*kind* is its code) → when, how, days, by whom, my rights, remedies.

    *remedies* says whom to turn to against the decision.
    """
    penalty = item.penalty
    offence = penalty.offence if penalty else ""
    return Card(
        "执法要点",
        (
            known("什么情形", offence or item.scope),
            _grades(item),
            days(item.limits),
            known("谁来查", _OFFICERS.get(kind, _OFFICERS_OF_PENALTY)),
            known("我的权利", *_RIGHTS.get(kind, _RIGHTS_OF_PENALTY)),
            remedies,
            phone_fact("监督电话", item.oversight_phone or (unit.oversight_phone if unit else "")),
        ),
    )


def _documents(guide: Guide) -> Fact:
    if not guide.documents:
        return known("带什么")
    documents = to_bring(guide.documents)
    if not documents:
        return known("带什么", "不用带材料")
    names = words.listed(document.name for document in documents[:_NAMED])
    names += "等" if len(documents) > _NAMED else ""
    count = Line(f"{len(documents)}样材料", "#documents", strong=True)
    return Fact("带什么", (count, Line(names)))


def days(limits: Limits | None) -> Fact:
    """时限 → the promise in large letters, then what the law allows and what it was before."""
    if limits is None:
        return known("几天")
    lines: list[Line] = []
    if limits.promised:
        lines.append(Line(f"承诺{limits.promised.text}", strong=True))
    if limits.statutory:
        lines.append(Line(f"法定{words.statutory(limits.statutory)}", strong=not lines))
    if limits.former:
        lines.append(Line(f"再造前{limits.former.text}"))
    if limits.extension:
        lines.append(Line(f"可延长{words.statutory(limits.extension)}"))
    if limits.note:
        lines.append(Line(limits.note))
    return Fact("几天", tuple(lines), missing=not lines)


def _visits(guide: Guide) -> Fact:
    if not guide.visits:
        return known("跑几次")
    visits = guide.visits
    count = f"{visits}次" if visits.isdigit() else visits
    reason = f"要到场，因为：{guide.visit_reason}" if guide.visit_reason else ""
    return Fact("跑几次", (Line(count, note=reason, strong=True),))


def _where(registry: Registry, guide: Guide, unit: Unit | None) -> Fact:
    own = tuple(window.name for window in unit.windows) if unit else ()
    names = guide.windows or (own if len(own) == 1 else ())
    lines = tuple(_window_line(name, window_named(registry, unit, name)) for name in names)
    if lines:
        return Fact("去哪办", lines)
    return known("去哪办", unit.address if unit else "")


def _window_line(name: str, window: Window | None) -> Line:
    if window is None:
        return Line(name)
    return Line(name, note="，".join(text for text in (window.place, window.hours) if text))


def _office_phone(item: Item, unit: Unit | None) -> str:
    """The phone of the post that handles the item, or the unit's own where the post has none."""
    if unit is None:
        return ""
    phones = {post.name: post.phone for post in unit.posts}
    return phones.get(item.post, "") or unit.phone


def phone_fact(label: str, number: str) -> Fact:
    """A phone that can be tapped."""
    numbers = phones(number) if number else ()
    lines = tuple(Line(each, phone_link(each), strong=True) for each in numbers)
    return Fact(label, lines, missing=not lines)


def result_note(site: Site, result: Result) -> str:
    """How long a result is valid, and who issues it where that is another unit."""
    valid = f"有效期{result.validity}" if result.validity else ""
    issuer = f"由{site.unit_name(result.issuer)}制发" if result.issuer else ""
    return "，".join(text for text in (valid, issuer) if text)


def standards_table(site: Site, item: Item | MicroPower, caption: str) -> Table:
    """标准 → to whom, how much, on what ground."""
    rows = tuple(
        Row(
            (
                cell(each.recipient),
                cell(each.amount, note=each.note),
                cell(words.listed(compared(site, each.basis))),
            )
        )
        for each in item.payment_standards
    )
    return Table(caption, ("对象", "金额", "依据"), rows)


def _grades(item: Item) -> Fact:
    penalty = item.penalty
    if penalty is None:
        return known("怎么处理")
    first = (Line(penalty.first_step),) if penalty.first_step else ()
    grades = tuple(Line(f"{grade.circumstances}：{grade.measure}") for grade in penalty.grades)
    told = (Line(f"裁量基准：{penalty.criterion}"),) if penalty.criterion else ()
    return Fact("怎么处理", first + grades + told, missing=not (first or grades or told))
