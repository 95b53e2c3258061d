"""办事窗口: where each unit and village serves people, a phone to tap, and what is done there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.body import Unit, Village, Window
from generator.model.windows import held_at
from generator.output import Heading, Page
from generator.render import urls
from generator.render.item_card import phone_fact
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Fact, Foot, Head, Link, known

VILLAGES = "villages"
"""The anchor of the villages' places; those of units begin with `u-`."""


@dataclass(frozen=True, slots=True)
class Place:
    """One window or village centre; *items* are the powers that are handled there."""

    name: Link
    facts: tuple[Fact, ...]
    items: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Host:
    """The places of a unit, or of all villages, under a heading with an ASCII *anchor*."""

    title: str
    anchor: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """What the template of the windows sees."""

    head: Head
    hosts: tuple[Host, ...]
    foot: Foot


def places_page(site: Site, inputs: frozenset[str]) -> Page:
    """Every unit with windows, then the villages; *inputs* are the files of units and powers."""
    doors = Doors(site, urls.PLACES)
    lead = "窗口的地点、时间、电话，在那里办什么。点电话可以直接打。"
    head = Head("办事窗口", (*doors.crumbs(), Link("办事窗口")), lead=lead)
    hosts = tuple(_hosts(doors))
    body = fill("places", PlacesPage(head, hosts, site.foot()))
    own = inputs | site.files(*site.registry.villages, *site.registry.topics)
    contents = tuple(Heading(host.anchor, host.title) for host in hosts)
    return Page(urls.PLACES, head.title, lead, urls.POWERS, body, own, contents)


def _hosts(doors: Doors) -> Iterator[Host]:
    registry = doors.site.registry
    for unit in registry.units:
        if unit.windows:
            places = tuple(_window(doors, unit, each) for each in unit.windows)
            yield Host(unit.name, urls.at_places(unit.id), places)
    centres = tuple(_centre(doors, each) for each in registry.villages if each.centre)
    if centres:
        yield Host("村便民服务中心", VILLAGES, centres)


def _window(doors: Doors, unit: Unit, window: Window) -> Place:
    business = known("业务", "；".join(window.business))
    facts = (*_where(window.place, window.hours, window.phone), business)
    items = tuple(
        Entry(
            doors.item(held),
            "" if held.holder == f"powers/{unit.id}" else doors.site.holder_name(held.holder),
        )
        for held in held_at(doors.site.registry, unit, window.name)
    )
    name = doors.to(urls.of_unit(unit.id), window.name, "contact")
    return Place(name, _told(facts), items)


def _centre(doors: Doors, village: Village) -> Place:
    centre = village.centre
    facts = _where(centre.address, centre.hours, centre.phone) if centre else ()
    return Place(
        doors.to(urls.of_village(village.id), village.full_name or village.name), _told(facts)
    )


def _where(place: str, hours: str, phone: str) -> tuple[Fact, ...]:
    return (known("地点", place), known("时间", hours), phone_fact("电话", phone))


def _told(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What is known: a window has little room for what is not."""
    return tuple(fact for fact in facts if fact.lines)
