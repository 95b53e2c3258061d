"""A unit → the facts, counts and tables that its home page and its four parts show."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.body import Post, Regulation, Review, Unit
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.phone import phone_link
from generator.model.registry import Holding, Ref
from generator.model.risk import RiskPoint
from generator.model.tally import flows_of, tally
from generator.model.windows import handled_at, host_of, windows_of
from generator.render import urls, words
from generator.render.flow_time import summary
from generator.render.item_card import phone_fact
from generator.render.site import AnyHolding, Doors
from generator.render.views import Cell, Entry, Fact, Figure, Link, Row, Table, cell, known

PART_NAMES = {
    "list": "权力清单",
    "duties": "责任清单",
    "flows": "权力运行流程图",
    "risks": "风险防控图",
}


def figures(doors: Doors, unit: Unit) -> tuple[Figure, ...]:
    """The counts of a unit, each leading to the part that holds what is counted."""
    counts = tally(doors.site.registry, doors.site.registry.powers_of(unit), unit.post_risks)
    told = (
        (counts.powers, "项权力", "list"),
        (counts.duties, "项责任", "duties"),
        (counts.flows, "个流程", "flows"),
        (counts.risks, "个风险点", "risks"),
        (counts.measures, "条防控措施", "risks"),
    )
    return tuple(
        Figure(str(number), label, doors.href(urls.of_part(unit.id, part)))
        for number, label, part in told
    )


def contact(unit: Unit) -> tuple[Fact, ...]:
    """Where a unit is, when it is open, and its phones."""
    return (
        known("地址", unit.address),
        known("办公时间", unit.hours),
        phone_fact("电话", unit.phone),
        phone_fact("监督电话", unit.oversight_phone),
    )


def posts_table(posts: tuple[Post, ...]) -> Table:
    """岗位 with what they do and their phones; roles, never names."""
    rows = tuple(
        Row((cell(post.name), cell(post.duty), cell(post.phone, phone_link(post.phone))))
        for post in posts
    )
    return Table("岗位和电话", ("岗位", "职责", "电话"), rows)


def windows_table(doors: Doors, unit: Unit) -> Table:
    """窗口 of a unit, and those of other units at which its items are handled.

    Each leads to the page of all windows, which links what is done there.
    """
    registry = doors.site.registry
    rows = tuple(
        Row(
            (
                cell(each.name, _at_places(doors, host_of(registry, unit, each.name))),
                cell(each.place),
                cell(each.hours),
                cell(each.phone, phone_link(each.phone)),
                cell("；".join(handled_at(registry, unit, each.name))),
            )
        )
        for each in windows_of(registry, unit)
    )
    return Table("办事窗口", ("窗口", "地点", "办公时间", "电话", "业务"), rows)


def _at_places(doors: Doors, host: Unit | None) -> str:
    return doors.href(urls.PLACES, urls.at_places(host.id)) if host else ""


def regulation_entry(regulation: Regulation) -> Entry:
    """制度 → its name, the document that it is in, and its kind."""
    day = words.day(regulation.day) if regulation.day else ""
    told = (regulation.category, regulation.document, regulation.document_number, day)
    return Entry(Link(regulation.name), "，".join(text for text in told if text))


def reviews(unit: Unit) -> tuple[Fact, ...]:
    """审核 and 公开 of a unit's list, in the order they happened."""
    published = unit.publication
    found = [known(each.stage, _review(each)) for each in unit.reviews]
    if published:
        day = words.day(published.day) if published.day else ""
        found.append(known("公开", f"{day}{published.state}"))
    return tuple(found)


def _review(review: Review) -> str:
    day = words.day(review.day) if review.day else ""
    due = f"整改期限{words.day(review.due)}" if review.due else ""
    closed = f"{words.day(review.closed)}办结" if review.closed else ""
    return "，".join(text for text in (day, review.outcome, review.opinion, due, closed) if text)


def power_list(doors: Doors, holdings: tuple[Holding[Item], ...]) -> Table:
    """权力清单 as a table that filters by words and by kind."""
    kinds = tuple(dict.fromkeys(each.item.kind for each in holdings))
    rows = tuple(
        Row(
            (
                _name(doors, each),
                cell(each.item.kind),
                _promise(each.item),
                cell(*_basis(each.item)),
            ),
            key=_key(each.item),
            group=each.item.kind,
            stamps=doors.site.standing_stamps(each),
        )
        for each in holdings
    )
    columns = ("权力事项", "类别", "承诺时限", "设定依据")
    return Table("权力清单", columns, rows, "输入名称、俗称或编码", "类别", kinds, "项")


def _name(doors: Doors, holding: AnyHolding) -> Cell:
    code = holding.item.code if isinstance(holding.item, Item) else ""
    link = doors.item(holding)
    return Cell(link.words, link.href, f"编码 {code}" if code else "")


def _promise(item: Item) -> Cell:
    promised = item.limits.promised if item.limits else None
    return cell(words.limit(promised))


def _basis(item: Item) -> tuple[str, str, str]:
    """The first basis, and how many more there are."""
    if not item.basis:
        return "", "", ""
    more = len(item.basis) - 1
    return item.basis[0].text, "", f"等{more + 1}条" if more else ""


def _key(item: Item) -> str:
    return " ".join((item.name, *item.aliases, item.code)).lower()


def responsibility_list(doors: Doors, holdings: tuple[Holding[Item], ...]) -> Table:
    """责任清单: for each power its stages, how many cases of accountability, and the basis."""
    kinds = tuple(dict.fromkeys(each.item.kind for each in holdings))
    rows = tuple(_duty_row(doors, each) for each in holdings)
    columns = ("权力事项", "责任环节", "追责情形", "追责依据")
    return Table("责任清单", columns, rows, "输入名称、俗称或编码", "类别", kinds, "项")


def _duty_row(doors: Doors, holding: Holding[Item]) -> Row:
    link = doors.item(holding)
    own = holding.accountability
    stages = words.listed(dict.fromkeys(duty.stage for duty in own.duties))
    address = urls.of_item(holding.holder, holding.ref.id)
    cases = f"{len(own.cases)}种" if own.cases else ""
    more = f"等{len(own.basis)}条" if len(own.basis) > 1 else ""
    return Row(
        (
            Cell(link.words, link.href),
            cell(stages, doors.href(address, "duties") if stages else ""),
            cell(cases),
            cell(own.basis[0] if own.basis else "", note=more),
        ),
        key=_key(holding.item),
        group=holding.item.kind,
        stamps=doors.site.standing_stamps(holding),
    )


def flows_table(doors: Doors, holdings: tuple[Holding[Item], ...]) -> Table:
    """流程图: each flow once, with how long it is and which items of these use it."""
    rows = tuple(
        Row(
            (
                cell(flow.name, doors.href(urls.of_flow(ref))),
                cell(summary(doors.site.registry, ref, flow)),
                cell(words.listed(_users(ref, holdings))),
            ),
            key=" ".join((flow.name, *_users(ref, holdings))),
        )
        for ref, flow in flows_of(holdings, doors.site.registry).items()
    )
    return Table(
        "权力运行流程图", ("流程", "步骤和时限", "用它的事项"), rows, "输入流程或事项", count="个"
    )


def _users(ref: Ref, holdings: tuple[Holding[Item], ...]) -> list[str]:
    return [each.item.name for each in holdings if any(used.ref == ref for used in each.flows)]


def risks_table(doors: Doors, unit: Unit, holdings: tuple[Holding[Item], ...]) -> Table:
    """风险防控图: every risk point with its measures, filtered by level."""
    found = list(_risks(doors, unit, holdings))
    levels = doors.site.registry.vocabulary.risk_levels
    used = {row.group for row in found}
    groups = tuple(term.name for term in levels if term.name in used)
    columns = ("风险点", "等级", "防控措施", "责任岗位", "所在流程")
    return Table("风险点和防控措施", columns, tuple(found), "输入风险或措施", "等级", groups, "个")


def _risks(doors: Doors, unit: Unit, holdings: tuple[Holding[Item], ...]) -> Iterator[Row]:
    for ref, flow in flows_of(holdings, doors.site.registry).items():
        used = [each.flow for one in holdings for each in one.flows if each.ref == ref]
        for number, (_, risk) in enumerate(flow.risk_points()):
            place = cell(flow.name, doors.href(urls.of_flow(ref)))
            here = [flow.risk_points()[number][1] for flow in used]
            yield _risk_row(risk, _measures(flow, risk), _own_posts(here), place)
    for risk in unit.post_risks:
        yield _risk_row(risk, risk.measures, _own_posts([risk]), cell("岗位风险"))


def _own_posts(here: list[RiskPoint]) -> Cell:
    """A risk point as each item of the unit has it → its own posts, and how it is watched."""
    first = here[0]
    leaders = words.listed(dict.fromkeys(each.leader for each in here))
    facts = (("责任领导", leaders), ("检查方式", first.checks), ("频次", first.frequency))
    more = "；".join(f"{label}：{text}" for label, text in facts if text)
    return cell(words.listed(dict.fromkeys(each.owner for each in here)), note=more)


def _measures(flow: Flow, risk: RiskPoint) -> tuple[str, ...]:
    return tuple(flow.measure_text(measure) for measure in risk.measures)


def _risk_row(risk: RiskPoint, measures: tuple[str, ...], posts: Cell, place: Cell) -> Row:
    title = risk.name or risk.category
    named = cell(risk.manifestation, note=title)
    cells = (named, cell(risk.level), cell("；".join(measures)), posts, place)
    return Row(cells, key=" ".join((risk.manifestation, title, *measures)), group=risk.level)
