"""A township → the four doors and four headings of “3+X”, each computed, each leading to its list.

The words are those of the report on the district, where it tells of 老顶山镇. It does not say what
3 and X are: they are quoted, never defined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.body import Unit
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.phone import phone_link, phones
from generator.model.registry import Holding
from generator.model.tally import Tally, flows_of, tally
from generator.render import urls, words
from generator.render.site import Doors
from generator.render.unit_ways import guided, in_force
from generator.render.views import Entry, Fact, Line, Link

TITLE = "“3+X”权力运行"

_QUOTED = "政府可以干什么，干部可以干什么，村官可以干什么，群众需要怎么办"
_UNDEFINED = (
    "上面的四问和四句话，出自报道《长治郊区扎实推进“六权治本”工作纪实》，报道称它为“3+X”权力运行模式。"
    "报道没有写明“3”和“X”各指什么，这里只照引，不解释。"
)


@dataclass(frozen=True, slots=True)
class ThreePlusX:
    """What the template sees: the four doors, the four headings, where their words come from."""

    title: str
    doors: tuple[Entry, ...]
    headings: tuple[Fact, ...]
    note: str
    told: Link | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A township with what is counted of it, from its home page."""

    doors: Doors
    unit: Unit
    active: tuple[Holding[Item], ...]
    counts: Tally

    def part(self, name: str) -> str:
        """The link to one of the four parts."""
        return self.doors.href(urls.of_part(self.unit.id, name))

    def here(self, anchor: str) -> str:
        """The link to a place on the home page itself."""
        return self.doors.href(urls.of_unit(self.unit.id), anchor)


def three_plus_x(doors: Doors, unit: Unit) -> ThreePlusX:
    """A township, seen from its home page → its doors and headings."""
    registry = doors.site.registry
    counts = tally(registry, registry.powers_of(unit), unit.post_risks)
    seen = _Seen(doors, unit, in_force(doors.site, unit), counts)
    headings: tuple[tuple[str, Callable[[_Seen], tuple[Line, ...]]], ...] = (
        ("科学确权", _granted),
        ("阳光晒权", _published),
        ("规范用权", _bounded),
        ("严格控权", _watched),
    )
    facts = ((label, lines(seen)) for label, lines in headings)
    told = tuple(Fact(label, lines, missing=not lines) for label, lines in facts)
    return ThreePlusX(TITLE, _four_doors(seen), told, _UNDEFINED, _report(doors))


def _report(doors: Doors) -> Link | None:
    """The page written by hand on what the report says of it, where there is one."""
    if not doors.site.has_written(urls.SIX_POWERS):
        return None
    return Link("报道怎么说", urls.to(doors.source, urls.SIX_POWERS, "three-x"))


def _four_doors(seen: _Seen) -> tuple[Entry, ...]:
    """The four questions, in the order of the report."""
    doors, unit = seen.doors, seen.unit
    government, officials, villages, people = _QUOTED.split("，")
    posts, guides = len(unit.posts), len(guided(seen.active))
    listed = doors.to(urls.of_part(unit.id, "list"), government)
    by_post = doors.to(urls.of_posts(unit.id), officials) if posts else Link(officials)
    to_apply = doors.to(urls.of_guides(unit.id), people) if guides else Link(people)
    return (
        Entry(listed, f"权力清单，{seen.counts.powers}项"),
        Entry(by_post, f"{posts}个岗位的责任" if posts else f"岗位责任：{words.MISSING}"),
        _villages(seen, villages),
        Entry(to_apply, f"办事指南，{guides}项" if guides else f"办事指南：{words.MISSING}"),
    )


def _villages(seen: _Seen, question: str) -> Entry:
    registry = seen.doors.site.registry
    villages = registry.villages_of(seen.unit)
    if not villages:
        return Entry(Link(question), f"各村小微权力清单：{words.MISSING}")
    address = urls.of_township_villages(seen.unit.id)
    return Entry(seen.doors.to(address, question), f"{len(villages)}个村的小微权力清单")


def _granted(seen: _Seen) -> tuple[Line, ...]:
    """科学确权: what is on the list, on what ground, and what is left out and why."""
    founded = sum(1 for each in seen.active if each.item.basis)
    omitted = len(seen.unit.omits)
    lines = [
        Line(f"{seen.counts.powers}项权力", seen.part("list"), f"{founded}项写明了依据"),
        Line(f"{seen.counts.duties}项责任", seen.part("duties")),
    ]
    if omitted:
        lines.append(Line(f"{omitted}项不归这里办", seen.here("omitted"), "通用清单里有，写明理由"))
    return tuple(lines) if seen.counts.powers else ()


def _published(seen: _Seen) -> tuple[Line, ...]:
    """阳光晒权: since when the list is public, after which reviews, and what is published."""
    published, reviews = seen.unit.publication, seen.unit.reviews
    lines = []
    if published:
        day = f"{words.day(published.day)}公开" if published.day else "已经公开"
        state = f"公开的状态：{published.state}" if published.state else ""
        lines.append(Line(day, seen.here("reviews"), state))
    if reviews:
        lines.append(Line(f"{len(reviews)}次审核", seen.here("reviews"), "谁看过，改了什么"))
    counted = (
        (len(guided(seen.active)), "项办事指南"),
        (len(seen.unit.windows), "个窗口的地点和时间"),
    )
    also = "".join(f"，{number}{what}" for number, what in counted if number)
    told = Line(f"两张清单，两种图{also}", seen.here("parts"), "公开的内容")
    return (*lines, told) if published else tuple(lines)


def _bounded(seen: _Seen) -> tuple[Line, ...]:
    """规范用权: flows, limits, and by what discretion is used."""
    flows = flows_of(seen.active, seen.doors.site.registry)
    promised = sum(1 for each in seen.active if each.item.limits and each.item.limits.promised)
    free, bound = _discretion(flows.values())
    lines = [Line(f"{len(flows)}个流程", seen.part("flows"), "一步一步写明谁办、几天")]
    if promised:
        lines.append(Line(f"{promised}项写明承诺时限", seen.part("list")))
    if free:
        lines.append(Line(f"{free}个步骤有裁量，{bound}个写明裁量基准"))
    return tuple(lines) if flows else ()


def _discretion(flows: Iterable[Flow]) -> tuple[int, int]:
    """How many steps leave room for discretion, and how many of them say by what it is used."""
    free = [step for flow in flows for step in flow.steps if step.discretion]
    return len(free), sum(1 for step in free if step.criterion)


def _watched(seen: _Seen) -> tuple[Line, ...]:
    """严格控权: risk points and measures, inspections and the phone for complaints."""
    lines = []
    if seen.counts.risks:
        measures = f"{seen.counts.measures}条防控措施"
        lines.append(Line(f"{seen.counts.risks}个风险点", seen.part("risks"), measures))
    found = [each for each in seen.unit.reviews if each.stage == "督查"]
    if found:
        closed = sum(1 for each in found if each.closed)
        lines.append(Line(f"督查{len(found)}次", seen.here("reviews"), f"{closed}次已经办结"))
    numbers = (each for each in phones(seen.unit.oversight_phone) if each)
    return (*lines, *(Line(number, phone_link(number), "监督电话") for number in numbers))
