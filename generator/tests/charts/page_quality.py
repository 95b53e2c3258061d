"""The pages read from a print drawing → every fault that a reader of paper would stumble over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.model.drawing import Drawing, RiskCard, TextLine
from generator.model.flow import Flow
from generator.model.graph import graph_of
from generator.tests.charts.page_reading import SeenPage, SeenRun, SeenSign
from generator.tests.charts.reading import Area, Point

LEAST = 6.5
_MARGIN_PT = 14
_NAME = re.compile(r"^第\d+步 · ")


def page_faults(pages: tuple[SeenPage, ...], flow: Flow) -> list[str]:
    """Every fault of the pages of a flow; [] when they are clean."""
    found = [
        f"page {number}: {fault}"
        for number, page in enumerate(pages, 1)
        for fault in (*_off_paper(page), *_clashes(page))
    ]
    return [*found, *_not_once(pages, flow), *_torn(pages, flow)]


def told_by(drawing: Drawing, cards: tuple[RiskCard, ...]) -> Counter[str]:
    """Every character of a drawing's steps and ways, and of risk cards."""
    lines: list[TextLine] = [line.label for line in drawing.lines if line.label]
    for box in drawing.boxes:
        lines += [*box.texts, *box.notes, *(t for badge in box.badges for t in badge.texts)]
    lines += [line for card in cards for line in card.texts]
    return _characters(line.text for line in lines)


def told_on(pages: tuple[SeenPage, ...]) -> Counter[str]:
    """Every character of steps, ways and cards on the pages, cards without the name of their step.

    How texts are broken into lines does not matter.
    """
    return _characters(_NAME.sub("", words) for page in pages for words in page.told)


def _characters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join(texts).replace(" ", ""))


def _off_paper(page: SeenPage) -> Iterator[str]:
    """Too near the edge of the paper, or too small to read."""
    if page.letters < LEAST:
        yield f"letters of {page.letters:.2f} pt"
    gap = _MARGIN_PT / page.points
    inner = Area(gap, gap, page.area.right - gap, page.area.bottom - gap)
    yield from (f"{text.words!r} leaves it" for text in page.texts if not inner.holds(text.area))
    yield from (
        f"a shape leaves it: {thing}"
        for thing in page.things
        if thing != page.area and not inner.holds(thing)
    )
    if not page.boxes and not page.cards:
        yield "nothing on it"


def _clashes(page: SeenPage) -> Iterator[str]:
    """Signs on each other, lines through boxes or signs, lines on lines of other goals."""
    for one, other in combinations(page.signs, 2):
        if _whole(one).meets(_whole(other)):
            yield f"signs {one.name} and {other.name} overlap"
    solid = [(f"step {n}", _shrunk(area)) for n, area in page.boxes.items()]
    solid += [(f"card {n}", _shrunk(area)) for n, area in page.cards.items()]
    solid += [(f"sign {sign.name}", _shrunk(_whole(sign))) for sign in page.signs]
    for run in page.runs:
        for name, area in solid:
            if any(area.meets(stretch) for stretch in run.stretches):
                yield f"{run.source}→{run.target} runs through {name}"
    for sign in page.signs:
        for name, area in (*solid,):
            if name != f"sign {sign.name}" and _whole(sign).meets(area):
                yield f"sign {sign.name} lies on {name}"
    for one_run, other_run in combinations(page.runs, 2):
        if one_run.target != other_run.target and _touch(one_run, other_run):
            yield f"lines to {one_run.target} and {other_run.target} lie on each other"


def _whole(sign: SeenSign) -> Area:
    """A sign with its words."""
    areas = [sign.area, *(text.area for text in sign.texts)]
    return Area(
        min(area.left for area in areas),
        min(area.top for area in areas),
        max(area.right for area in areas),
        max(area.bottom for area in areas),
    )


def _shrunk(area: Area) -> Area:
    return Area(area.left + 1, area.top + 1, area.right - 1, area.bottom - 1)


def _touch(one: SeenRun, other: SeenRun) -> bool:
    return any(
        (a.left == a.right) == (b.left == b.right) and a.meets(b, 2)
        for a in one.stretches
        for b in other.stretches
    )


def _not_once(pages: tuple[SeenPage, ...], flow: Flow) -> Iterator[str]:
    """Steps and cards that are not on exactly one page."""
    steps = Counter(number for page in pages for number in page.boxes)
    cards = Counter(number for page in pages for number in page.cards)
    if steps != Counter(range(1, len(flow.steps) + 1)):
        yield f"steps on pages: {sorted(steps.elements())}"
    if cards != Counter(range(1, len(flow.risk_points()) + 1)):
        yield f"cards on pages: {sorted(cards.elements())}"


def _torn(pages: tuple[SeenPage, ...], flow: Flow) -> Iterator[str]:
    """Ways of the flow that cannot be followed from their step over signs to their goal."""
    starts = Counter(
        (run.source, run.target)
        for page in pages
        for run in page.runs
        if run.source in page.boxes and _on(run.points[0], page.boxes[run.source])
    )
    ways = graph_of(flow).transitions
    wanted = Counter((way.source + 1, 0 if way.target is None else way.target + 1) for way in ways)
    if starts != wanted:
        yield f"ways begin {starts - wanted}, missing {wanted - starts}"
    for number, page in enumerate(pages, 1):
        for run in page.runs:
            yield from _lost(pages, number, run)
    used = {(number, s.name, s.leaves) for number, page in enumerate(pages, 1) for s in page.signs}
    for _, name, leaves in used:
        if not any(other == name and way is not leaves for _, other, way in used):
            yield f"sign {name} has no other side"


def _lost(pages: tuple[SeenPage, ...], number: int, run: SeenRun) -> Iterator[str]:
    """Why a line cannot be followed on from page *number*."""
    page, end = pages[number - 1], run.points[-1]
    name = f"{run.source}→{run.target}"
    if not run.target or (run.target in page.boxes and _on(end, page.boxes[run.target])):
        return
    sign = next((s for s in page.signs if s.leaves and _on(end, s.area)), None)
    if sign is None:
        yield f"{name} ends nowhere on page {number}"
        return
    on = pages[sign.pages[0] - 1]
    if f"第{run.target}步" != sign.words[1]:
        yield f"{name} leaves by a sign to {sign.words[1]}"
    back = [s for s in on.signs if s.name == sign.name and not s.leaves]
    if len(back) != 1 or (number not in back[0].pages and not back[0].words[0].endswith("等")):
        yield f"{name} does not come back on page {sign.pages[0]}"
    elif not any(
        r.source == run.source and r.target == run.target and _on(r.points[0], back[0].area)
        for r in on.runs
    ):
        yield f"{name} does not go on from {sign.name}"


def _on(point: Point, area: Area) -> bool:
    """Whether a point lies on the border of an area."""
    x, y = point
    level = area.left <= x <= area.right and y in (area.top, area.bottom)
    return level or (area.top <= y <= area.bottom and x in (area.left, area.right))
