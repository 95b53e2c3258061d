"""A village and its printed items → what stands behind them: council, spending, index."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.body import Village
from generator.model.chart_key import flow_key
from generator.model.charts import StepLine
from generator.model.micro_power import MicroPower
from generator.model.registry import SHARED_VILLAGE, Holding, Ref, Registry
from generator.render import words
from generator.render.booklet import (
    BackMatter,
    Council,
    CouncilStep,
    Entry,
    Fact,
    IndexGroup,
    Spending,
)
from generator.render.given_readings import readings_of
from generator.render.site import Site

COUNCIL = "四议两公开"
"""The name of the flow by which a village decides."""

Numbered = dict[int, Holding[MicroPower]]
_ENDS = "#"
"""Under this stand names that no letter begins; it comes last."""


def back_matter(site: Site, village: Village, entries: Sequence[Entry]) -> BackMatter:
    """The printed items → what stands behind them."""
    held = {each.item.name: each for each in site.registry.micro_powers_of(village)}
    numbered = {entry.number: held[entry.name] for entry in entries}
    return BackMatter(
        council=_council(site, village, numbered),
        spending=_spending(numbered),
        index=_index(site, numbered),
    )


def council_of(registry: Registry, village: Village) -> Ref | None:
    """四议两公开 as the village has it, else as all villages do; None where no flow is so named."""
    folders = (f"villages/{village.id}", SHARED_VILLAGE)
    named = (ref for place in folders for ref in registry.flows if ref.folder == place)
    return next((ref for ref in named if registry.flows[ref].name == COUNCIL), None)


def _council(site: Site, village: Village, numbered: Numbered) -> Council | None:
    """How the village decides, step by step, and the items that go this way."""
    ref = council_of(site.registry, village)
    if ref is None:
        return None
    flow = site.registry.flows[ref]
    numbers = [number for number, holding in numbered.items() if ref in _ways(site, holding)]
    return Council(
        name=flow.name,
        note=flow.note,
        basis=words.cited(flow.basis),
        steps=tuple(_council_step(line) for line in site.charts[flow_key(ref)].steps),
        numbers=tuple(numbers),
    )


def _ways(site: Site, holding: Holding[MicroPower]) -> set[Ref | None]:
    """The flows of an item, with those inside them."""
    inside = (
        site.registry.flow_named(used.ref.folder, step.uses)
        for used in holding.flows
        for step in used.flow.steps
        if step.uses
    )
    return {*(used.ref for used in holding.flows), *inside}


def _council_step(line: StepLine) -> CouncilStep:
    more = [line.before, *(way.words for way in line.ways if way.field or way.label)]
    return CouncilStep(
        number=line.number,
        posts=line.post,
        words=line.text,
        limit=line.limit,
        vote=line.vote,
        more="；".join(text for text in more if text),
    )


def _spending(numbered: Numbered) -> tuple[Spending, ...]:
    """The items that say who approves how much, with the papers that they and their steps name."""
    return tuple(
        Spending(
            number=number,
            name=holding.item.name,
            approvals=tuple(
                Fact(each.amount, each.approver) for each in holding.item.spending_authority
            ),
            papers=_papers(holding),
        )
        for number, holding in numbered.items()
        if holding.item.spending_authority
    )


def _papers(holding: Holding[MicroPower]) -> tuple[str, ...]:
    """What is brought, and what the steps collect, each once."""
    brought = [each.name for each in holding.item.documents]
    steps = (step for used in holding.flows for step in used.flow.steps)
    return tuple(dict.fromkeys([*brought, *(name for step in steps for name in step.documents)]))


def _index(site: Site, numbered: Numbered) -> tuple[IndexGroup, ...]:
    """Names and 俗称 by letter, each letter in the order of how they are read."""
    readings = readings_of(site)
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for number, holding in numbered.items():
        for name in _names(holding):
            reading = readings.of(name)
            row = (" ".join(reading.syllables), name, number)
            groups.setdefault(reading.letter.upper(), []).append(row)
    letters = sorted(groups, key=lambda letter: (letter == _ENDS, letter))
    return tuple(
        IndexGroup(letter, tuple((name, number) for _, name, number in sorted(groups[letter])))
        for letter in letters
    )


def texts_to_read(site: Site, village: Village) -> set[str]:
    """The texts whose usual readings the index asks for."""
    readings = readings_of(site)
    names = (name for holding in site.registry.micro_powers_of(village) for name in _names(holding))
    parts = (readings.parts(name) for name in names)
    return {text for before, _, after in parts for text in (before, after) if text}


def _names(holding: Holding[MicroPower]) -> tuple[str, ...]:
    """What an item stands under in the index."""
    return tuple(dict.fromkeys((holding.item.name, *holding.item.aliases)))
