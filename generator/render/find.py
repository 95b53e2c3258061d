"""Names → the head index of the find box, one script that also loads from a disk.

`assets/find-index.js` sets `window.mingbaiFind`: the rows to find, the villages, the words of
questions that say nothing, those that make a kind of power likely, and two tables of signs:
traditional → simplified, and the syllables of the frequent characters, so that pinyin, initials and
a wrong character of the same sound are understood.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.output import DataFile
from generator.render import urls
from generator.render.browse_pages import items_of_topic
from generator.render.find_words import FRAMES, LEANINGS, STOP_WORDS, telling
from generator.render.given_readings import readings_of
from generator.render.named import Named, named, written_pages
from generator.render.readings import FREQUENT, Readings
from generator.render.site import Doors, Site
from generator.render.village_pages import township_name
from generator.settings import PACKAGE

_VARIANTS = PACKAGE / "render" / "opencc" / "TSCharacters-1.4.1.txt"

Cells = list[str | int | list[str] | list[int]]


def find_index(site: Site) -> Iterator[DataFile]:
    """The one file of the head index."""
    things = [thing for thing in _things(site) if site.has(thing.address)]
    readings = readings_of(site)
    numbers = {village.id: number for number, village in enumerate(site.registry.villages)}
    words = _extra_words(site)
    rows = [_row(thing, readings, numbers, words) for thing in things]
    for row, passages in zip(rows, telling(thing.passages for thing in things), strict=True):
        row.append(passages)
    told = {
        "rows": rows,
        "villages": _villages(site),
        "hotline": _hotline(site),
        "stop": STOP_WORDS,
        "frames": FRAMES,
        "leanings": LEANINGS,
        "variants": _variants("".join(_signs(rows))),
        "sounds": _sounds(rows),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    registry = site.registry
    inputs = (
        site.everywhere
        | site.files(*registry.units, *registry.villages, *registry.topics, *registry.synonyms)
        | site.files_of_holdings(registry.all_powers())
        | site.files_of_holdings(registry.shared_micro_powers)
        | frozenset(registry.handwritten)
    )
    yield DataFile(urls.FIND_INDEX, f"window.mingbaiFind={text};\n".encode(), inputs)


def _things(site: Site) -> Iterator[Named]:
    yield from named(site)
    yield from written_pages(site)


def _hotline(site: Site) -> str:
    """The number to ask where nothing is found: the first hotline; "" without any."""
    hotlines = site.registry.district.hotlines
    return hotlines[0].phone if hotlines else ""


def _row(
    thing: Named, readings: Readings, numbers: Mapping[str, int], words: Mapping[str, list[str]]
) -> Cells:
    """A thing → the cells that the scripts of the find box know by their place."""
    address = urls.to("", thing.address, thing.fragment)
    return [
        thing.name,
        thing.where,
        thing.what,
        address,
        list(thing.aliases),
        thing.code,
        _words(thing, words.get(address, []) + words.get(thing.name, [])),
        _readings(thing, readings),
        [numbers[village] for village in thing.villages],
        thing.ended,
        thing.weight,
        thing.identity,
    ]


def _words(thing: Named, more: list[str]) -> list[str]:
    """What a thing is found by beside its names."""
    return sorted({*thing.topics, *thing.words, *thing.parts, *more} - {thing.name, *thing.aliases})


def _readings(thing: Named, readings: Readings) -> list[str]:
    """How the names are read, in syllables, where that is not just how each sign is read."""
    by_sign = Readings({})
    told: dict[str, None] = {}
    for name in (thing.name, *thing.aliases):
        usual = "".join(by_sign.of(sign).joined for sign in name)
        for reading in readings.all_of(name):
            if reading.joined != usual:
                told.setdefault(" ".join(reading.syllables))
    return list(told)


def _villages(site: Site) -> list[list[str]]:
    """Villages as id, name, township: row numbers lead here."""
    return [
        [v.id, v.name, township_name(site, v.id.partition("/")[0])] for v in site.registry.villages
    ]


def _extra_words(site: Site) -> dict[str, list[str]]:
    """Addresses and names → the topics that name them and what people call them (百姓叫法)."""
    found: dict[str, list[str]] = {}
    doors = Doors(site, urls.HOME)
    for topic in site.registry.topics:
        for holding in items_of_topic(site, topic):
            found.setdefault(doors.item(holding).href, []).extend((topic.name, *topic.aliases))
    for thing in _things(site):
        told = " ".join((thing.name, *thing.aliases, *thing.words, *thing.parts))
        popular = [each.popular for each in site.registry.synonyms if each.official in told]
        found.setdefault(thing.name, []).extend(popular)
    return found


def _signs(rows: Iterable[Cells]) -> Iterator[str]:
    """Every Chinese character of the rows."""
    for cell in (cell for row in rows for cell in row):
        parts = cell if isinstance(cell, list) else [cell]
        yield from (sign for part in parts for sign in str(part) if sign >= "一")


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters → the simplified one (the first, where several are possible)."""
    lines = _VARIANTS.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {traditional: simple.split(" ")[0] for traditional, simple in pairs}


def _variants(signs: str) -> list[str]:
    """The traditional forms of the signs in use, and in the same places their simplified forms."""
    wanted = {*signs, *"".join(STOP_WORDS)}
    pairs = [(old, new) for old, new in _simplified().items() if new in wanted and old != new]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]


def _sounds(rows: Iterable[Cells]) -> dict[str, str]:
    """Syllables that occur in the rows → the frequent characters of that sound."""
    plain = Readings({})
    signs = dict.fromkeys((*FREQUENT, *_signs(rows)))
    found: dict[str, list[str]] = {}
    for sign in signs:
        found.setdefault(plain.of(sign).joined, []).append(sign)
    occurring = {plain.of(sign).joined for sign in _signs(rows)}
    return {sound: "".join(found[sound]) for sound in sorted(occurring)}
