"""A unit or a village → its 审核确认表: the list, what changed, what is open, and who signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.adjustment import Adjustment
from generator.model.body import Review, Unit, Village
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding
from generator.output import Printed
from generator.render import boards, sheet_data, words
from generator.render.booklet import Fact
from generator.render.colours import ACCENT
from generator.render.sheet_data import ReviewSheet
from generator.render.site import AnyHolding, Site

TEMPLATE = "review.typ"
TITLE = "审核确认表"

_CONFIRMED = "领导组确认"
_INSPECTION = "督查"
_OF_UNIT = ("本单位意见", "法制审核意见", "领导组确认意见")
_OF_VILLAGE = ("村级意见（村务监督委员会同签）", "法制审核意见", "领导组确认意见")
_UNKNOWN = "没有以前的版本可以对照，全部事项都要看。"


_HEADS_OF_UNIT = ("号", "事项", "编码", "岗位", "几天", "流程", "责任")
_WIDTHS_OF_UNIT = (8, 64, 41, 33, 28, 14, 14)
_HEADS_OF_VILLAGE = ("号", "事项", "谁负责", "几天", "流程", "和通用清单")
_WIDTHS_OF_VILLAGE = (8, 74, 40, 28, 14, 28)


def review_sheet(site: Site, owner: Unit | Village, path: str) -> Printed:
    """A body → the document to be typeset."""
    sheet = _of_unit(site, owner) if isinstance(owner, Unit) else _of_village(site, owner)
    held = _all_of(site, owner)
    return Printed(
        path=path,
        template=TEMPLATE,
        data=sheet_data.to_json(sheet),
        date=site.registry.district.edition.isoformat(),
        inputs=site.everywhere | site.files(owner) | site.files_of_holdings(held),
    )


def _of_unit(site: Site, unit: Unit) -> ReviewSheet:
    held = boards.in_force(site, site.registry.powers_of(unit))
    guides = sum(each.item.guide is not None for each in held)
    duties = sum(bool(each.accountability.duties) for each in held)
    since = _confirmed_on(unit.reviews)
    return replace(
        _sheet(site, unit, held, since),
        title=f"权力清单{TITLE}",
        counts=(
            *_counts(held),
            Fact("有责任", f"{duties}项"),
            Fact("有办事指南", f"{guides}项"),
        ),
        findings=tuple(_finding(each) for each in unit.reviews if _is_open(each)),
        stations=tuple(_station(each) for each in unit.reviews),
        heads=_HEADS_OF_UNIT,
        widths=_WIDTHS_OF_UNIT,
        groups=boards.numbered(boards.by_kind(site, held), "项", _power),
        signatures=_OF_UNIT,
    )


def _of_village(site: Site, village: Village) -> ReviewSheet:
    held = boards.in_force(site, site.registry.micro_powers_of(village))
    own = sum(not each.is_adopted for each in held)
    return replace(
        _sheet(site, village, held, None),
        title=f"村级小微权力清单{TITLE}",
        counts=(
            *_counts(held),
            Fact("本村事项", f"{own}件"),
            Fact("不采用", f"{len(village.omits)}件"),
        ),
        heads=_HEADS_OF_VILLAGE,
        widths=_WIDTHS_OF_VILLAGE,
        groups=boards.numbered(boards.by_chapter(held), "件", _micro_power),
        signatures=_OF_VILLAGE,
    )


def _sheet(
    site: Site, owner: Unit | Village, held: tuple[AnyHolding, ...], since: date | None
) -> ReviewSheet:
    """What the sheets of units and villages have in common."""
    edition = site.registry.district.edition
    name = owner.full_name or owner.name
    changes = _changes(_all_of(site, owner), since, edition) if since else ()
    return ReviewSheet(
        owner=name,
        district=site.registry.district.name,
        title=TITLE,
        accent=ACCENT,
        counts=(),
        since=_since(since, changes),
        changes=changes,
        findings=(),
        doubts=tuple(Fact(each.item.name, each.item.doubt) for each in held if each.item.doubt),
        stations=(),
        heads=(),
        widths=(),
        groups=(),
        signatures=(),
        stamp="示例数据" if site.is_sample(owner) else "",
        foot=f"{name}　{words.day(edition)}的内容",
        source=owner.written.file,
    )


def _since(day: date | None, changes: tuple[Fact, ...]) -> str:
    """The sentence above the changes."""
    if day is None:
        return _UNKNOWN
    told = f"有{len(changes)}处调整：" if changes else "没有记载新增、取消、整合等调整。"
    return f"{words.day(day)}{_CONFIRMED}以后{told}"


def _all_of(site: Site, owner: Unit | Village) -> tuple[AnyHolding, ...]:
    registry = site.registry
    return registry.powers_of(owner) if isinstance(owner, Unit) else registry.micro_powers_of(owner)


def _counts(held: tuple[AnyHolding, ...]) -> tuple[Fact, ...]:
    """How many there are, and how many have what a list must have."""
    drawn = sum(bool(each.flows) for each in held)
    doubtful = sum(bool(each.item.doubt) for each in held)
    return (
        Fact("在用", f"{len(held)}项"),
        Fact("有流程", f"{drawn}项"),
        Fact("存疑", f"{doubtful}项"),
    )


def _power(holding: Holding[Item]) -> tuple[str, ...]:
    item = holding.item
    return (
        item.name,
        item.code or words.MISSING,
        item.post or words.MISSING,
        boards.days(item.limits),
        "有" if holding.flows else "缺",
        "有" if holding.accountability.duties else "缺",
    )


def _micro_power(holding: Holding[MicroPower]) -> tuple[str, ...]:
    item = holding.item
    same = "不同" if holding.local else "相同"
    return (
        item.name,
        item.post or words.MISSING,
        boards.days(item.limits),
        "有" if holding.flows else "缺",
        same if holding.is_adopted else "本村事项",
    )


def _confirmed_on(reviews: tuple[Review, ...]) -> date | None:
    """The last day on which the leading group confirmed the list."""
    days = [each.day for each in reviews if each.stage == _CONFIRMED and each.day]
    return max(days, default=None)


def _changes(every: tuple[AnyHolding, ...], since: date, edition: date) -> tuple[Fact, ...]:
    """What became of items after a day, in the order of the days."""
    found = [(e.day, h.item.name, e) for h in every for e in h.item.adjustments if e.day > since]
    found.sort(key=lambda each: each[:2])
    return tuple(Fact(name, _change(event, edition)) for _, name, event in found)


def _change(event: Adjustment, edition: date) -> str:
    told = (words.event(event, edition), event.document, event.reason)
    return "；".join(text for text in told if text)


def _is_open(review: Review) -> bool:
    return review.stage == _INSPECTION and review.closed is None


def _finding(review: Review) -> Fact:
    due = f"（{words.day(review.due)}以前改好）" if review.due else "（没有写整改期限）"
    return Fact(words.day(review.day) if review.day else words.MISSING, f"{review.opinion}{due}")


def _station(review: Review) -> Fact:
    """A station of the review that is behind the list."""
    day = words.day(review.day) if review.day else ""
    closed = f"{words.day(review.closed)}改好" if review.closed else ""
    told = (day, review.outcome, review.opinion, closed)
    return Fact(review.stage, "，".join(text for text in told if text))
