"""The ways in beside bodies and villages: by kind, by topic, by window, and A–Z by pinyin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.adjustment import Standing
from generator.model.district import KindTerm, Topic
from generator.model.item import Item
from generator.model.registry import Holding, Ref
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.flow_pages import ListPage
from generator.render.given_readings import readings_of
from generator.render.item_pages import entry_of
from generator.render.named import Named, named
from generator.render.place_page import places_page
from generator.render.site import AnyHolding, Doors, Site
from generator.render.templates import fill
from generator.render.unit_view import power_list
from generator.render.views import Entry, Group, Head, Link, PartPage, Row, Stamp, Table, cell

_MOST_IN_ONE_LIST = 60
"""A topic with more items than this shows them body by body."""


def browse_pages(site: Site) -> Iterator[Page]:
    """Kinds, topics, windows, A–Z."""
    every = frozenset(site.files_of_holdings(site.registry.all_powers()))
    inputs = site.everywhere | every | site.files(*site.registry.units)
    if site.has(urls.KINDS):
        yield from _kind_pages(site, inputs)
        yield from _topic_pages(site, inputs)
        yield places_page(site, inputs)
    yield _a_to_z(site, inputs)


def _listing(site: Site, address: str, head: Head, groups: tuple[Group, ...]) -> Page:
    """A page of links in groups; its inputs are every unit, village and topic."""
    registry = site.registry
    inputs = site.everywhere | site.files(*registry.units, *registry.villages, *registry.topics)
    contents = tuple(Heading(group.anchor, group.title) for group in groups)
    body = fill("listing", ListPage(head, groups, site.foot()))
    description = head.lead or head.title
    return Page(address, head.title, description, urls.POWERS, body, inputs, contents)


def _held_of(site: Site, term: KindTerm) -> tuple[Holding[Item], ...]:
    return tuple(each for each in site.registry.all_powers() if each.item.kind == term.name)


def _kind_pages(site: Site, inputs: frozenset[str]) -> Iterator[Page]:
    doors = Doors(site, urls.KINDS)
    entries = []
    for term in site.registry.vocabulary.kinds:
        held = _held_of(site, term)
        active = sum(1 for e in held if site.registry.standing(e.item) is Standing.ACTIVE)
        entries.append(Entry(doors.to(urls.of_kind(term.code), term.name), f"{active}项"))
        yield _kind_page(site, term, held, inputs)
    head = Head(
        "权力类别", (*doors.crumbs(), Link("权力类别")), lead="按权力类别看全区的权力事项。"
    )
    checked = Entry(doors.to(urls.RULES, "核对规则"), "清单发布以前，程序逐条查什么")
    rules = (Group("数据怎样核对", "checked", (checked,)),) if site.rule_pages else ()
    yield _listing(site, urls.KINDS, head, (Group("类别", "all", tuple(entries)), *rules))


def _kind_page(
    site: Site, term: KindTerm, held: tuple[Holding[Item], ...], inputs: frozenset[str]
) -> Page:
    address = urls.of_kind(term.code)
    doors = Doors(site, address)
    table = power_list(doors, held)
    owners = tuple(dict.fromkeys(site.holder_name(each.holder) for each in held))
    rows = tuple(
        Row(
            (row.cells[0], cell(site.holder_name(each.holder)), *row.cells[2:]),
            row.key,
            site.holder_name(each.holder),
            row.stamps,
        )
        for row, each in zip(table.rows, held, strict=True)
    )
    columns = ("权力事项", "单位", *table.columns[2:])
    view = PartPage(
        Head(term.name, (*doors.crumbs((urls.KINDS, "权力类别")), Link(term.name))),
        (),
        Table(term.name, columns, rows, table.hint, "单位", owners, "项"),
        f"共{len(rows)}项。",
        site.foot(),
    )
    description = f"{site.registry.district.name}的{term.name}事项，共{len(rows)}项。"
    return Page(address, term.name, description, urls.POWERS, fill("part", view), inputs)


def _topic_pages(site: Site, inputs: frozenset[str]) -> Iterator[Page]:
    doors = Doors(site, urls.TOPICS)
    dimensions = tuple(dict.fromkeys(topic.dimension for topic in site.registry.topics))
    groups = tuple(
        Group(
            dimension,
            f"d{number}",
            tuple(
                Entry(doors.to(urls.of_topic(topic.code), topic.name), words.listed(topic.aliases))
                for topic in site.registry.topics
                if topic.dimension == dimension
            ),
        )
        for number, dimension in enumerate(dimensions, 1)
    )
    head = Head(
        "我要办事", (*doors.crumbs(), Link("我要办事")), lead="按主题、人群、人生大事找事项。"
    )
    services = Group("按权力类别", "kinds", (Entry(doors.to(urls.KINDS, "权力类别")),))
    yield _listing(site, urls.TOPICS, head, (*groups, services))
    for topic in site.registry.topics:
        yield _topic_page(site, topic, inputs)


def _topic_page(site: Site, topic: Topic, inputs: frozenset[str]) -> Page:
    address = urls.of_topic(topic.code)
    doors = Doors(site, address)
    groups = _groups_of_topic(doors, items_of_topic(site, topic))
    head = Head(
        topic.name,
        (*doors.crumbs((urls.TOPICS, "我要办事")), Link(topic.name)),
        words.listed(topic.aliases),
    )
    view = ListPage(head, groups, site.foot())
    count = sum(len(group.entries) for group in groups)
    description = f"和“{topic.name}”有关的{count}个事项。"
    own = inputs | site.files(topic)
    body = fill("listing", view)
    contents = tuple(Heading(group.anchor, group.title) for group in groups if len(groups) > 1)
    return Page(address, topic.name, description, urls.POWERS, body, own, contents)


def _groups_of_topic(doors: Doors, found: tuple[AnyHolding, ...]) -> tuple[Group, ...]:
    """The items of a topic: in one list, or by who holds them where one list is too long."""
    if len(found) <= _MOST_IN_ONE_LIST:
        return (Group("事项", "items", tuple(entry_of(doors, each) for each in found)),)
    holders = dict.fromkeys(doors.site.holder_name(each.holder) for each in found)
    return tuple(
        Group(
            f"{name}（{len(held)}项）", f"g{number}", tuple(entry_of(doors, each) for each in held)
        )
        for number, name in enumerate(holders, 1)
        if (held := [each for each in found if doors.site.holder_name(each.holder) == name])
    )


def items_of_topic(site: Site, topic: Topic) -> tuple[AnyHolding, ...]:
    """The items that a topic names, then those that name the topic; shared village ones once."""
    registry = site.registry
    named_there = [_named_item(site, written) for written in topic.items]
    every: list[AnyHolding] = [*registry.all_powers(), *registry.shared_micro_powers]
    naming = [each for each in every if topic.name in each.item.topics]
    found = {Ref(each.holder, each.ref.id): each for each in (*named_there, *naming) if each}
    return tuple(found.values())


def _named_item(site: Site, written: str) -> AnyHolding | None:
    """`education/xk-001`, `_township/ms-001` or `_common/bm-001` of the villages → the item."""
    body, _, identity = written.rpartition("/")
    power = site.powers.get(Ref(f"powers/{body}", identity))
    return site.shown(power) if power else site.micro_powers.get(Ref(f"villages/{body}", identity))


def _a_to_z(site: Site, inputs: frozenset[str]) -> Page:
    doors = Doors(site, urls.A_TO_Z)
    readings = readings_of(site)
    lines: list[tuple[str, str, Entry]] = []
    for thing in named(site):
        for name in (thing.name, *thing.aliases):
            reading = readings.of(name)
            lines.append((reading.letter, f"{reading.joined} {name}", _entry(doors, thing, name)))
    lines.sort(key=lambda line: line[:2])
    groups = tuple(
        Group(
            "数字和其他" if letter == "#" else letter.upper(),
            "other" if letter == "#" else letter,
            tuple(entry for own, _, entry in lines if own == letter),
        )
        for letter in sorted({line[0] for line in lines}, key=lambda own: (own == "#", own))
    )
    head = Head(
        "按拼音查",
        (*doors.crumbs(), Link("按拼音查")),
        lead="事项、部门、村的名称和俗称，按拼音字母排列。",
    )
    body = fill("a-z", ListPage(head, groups, site.foot()))
    own = inputs | site.files(*site.registry.villages, *site.registry.topics)
    own |= site.files_of_holdings(site.registry.shared_micro_powers)
    return Page(urls.A_TO_Z, head.title, head.lead, urls.POWERS, body, own)


def _entry(doors: Doors, thing: Named, name: str) -> Entry:
    official = "" if name == thing.name else f"{thing.name}，"
    stamps = (Stamp(thing.ended, "ended"),) if thing.ended else ()
    link = doors.to(thing.address, name, thing.fragment)
    return Entry(link, f"{official}{thing.where}", stamps)
