"""A laid-out chart: every box, line and text with its place, ready for ink. All lengths in px.

Inks (SVG for the web, for print) and the exchange file read a `Drawing`; none of them measures or
moves anything. The origin is the top left corner, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from generator.model.graph import TransitionKind

Point = tuple[int, int]


class View(StrEnum):
    """A way to draw a flow: for a phone, with a column per post, or with its risks.

    RISK has the cards beside their steps, RISK_NARROW for a phone inside the boxes of their steps.
    """

    SPINE = "spine"
    LANES = "lanes"
    RISK = "risk"
    RISK_NARROW = "risk-narrow"

    @property
    def shows_risks(self) -> bool:
        """Whether it is a drawing of risks."""
        return self in (View.RISK, View.RISK_NARROW)


class Shape(StrEnum):
    """The outline of a box (GB/T 1526): what kind of step it is."""

    TERMINAL = "terminal"
    PROCESS = "process"
    DECISION = "decision"
    WIDE_DECISION = "wide-decision"
    VOTE = "vote"
    SWITCH = "switch"
    WAIT = "wait"
    SUBFLOW = "subflow"


class Tone(StrEnum):
    """How a text is set: its colour and weight."""

    MAIN = "main"
    MUTED = "muted"
    STRONG = "strong"
    INVERSE = "inverse"
    NUMBER = "number-text"
    LABEL = "label"
    MARK = "mark"


class Anchor(StrEnum):
    """Which point of a text its x is."""

    START = "start"
    MIDDLE = "middle"


class BadgeKind(StrEnum):
    """A small sign on or beside a box."""

    NUMBER = "number"
    DOCUMENT = "document"
    RISK = "risk"
    UNSTATED = "unstated"
    SHARED = "shared"


class Rect(NamedTuple):
    """A rectangle by its top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower side."""
        return self.y + self.height


rect_of: Callable[[tuple[int, int, int, int]], Rect] = partial(tuple.__new__, Rect)
"""All fields → a rectangle; like all such makers in two thirds of the time of `Rect(…)`."""


class TextLine(NamedTuple):
    """One line of text; *y* is its baseline, *size* its height of letters."""

    x: int
    y: int
    text: str
    size: int
    tone: Tone
    anchor: Anchor = Anchor.MIDDLE


text_line: Callable[[tuple[int, int, str, int, Tone, Anchor]], TextLine]
text_line = partial(tuple.__new__, TextLine)
"""All fields → a line of text: a chart has hundreds."""


class Badge(NamedTuple):
    """A sign and its texts; *level* (3 high, 2 middle, 1 low) only for risks."""

    kind: BadgeKind
    rect: Rect
    texts: tuple[TextLine, ...]
    level: int = 0


badge_of: Callable[[tuple[BadgeKind, Rect, tuple[TextLine, ...], int]], Badge]
badge_of = partial(tuple.__new__, Badge)
"""All fields → a badge."""


class Box(NamedTuple):
    """A step: *number* counts from 1 as in the step list, *name* says the step in words.

    *key* is its lasting name, of `model/step_key.py`.
    *texts* lie inside the shape, *notes* beside a diamond in the corners that it leaves free.
    *dividers* part the ways of a switch. *bar_above* and *bar_below* are drawn where ways that run
    at the same time end and begin.
    """

    number: int
    shape: Shape
    rect: Rect
    name: str
    texts: tuple[TextLine, ...]
    notes: tuple[TextLine, ...] = ()
    badges: tuple[Badge, ...] = ()
    dividers: tuple[tuple[Point, Point], ...] = ()
    bar_above: bool = False
    bar_below: bool = False
    key: str = ""


_BoxFields = tuple[
    int,
    Shape,
    Rect,
    str,
    tuple[TextLine, ...],
    tuple[TextLine, ...],
    tuple[Badge, ...],
    tuple[tuple[Point, Point], ...],
    bool,
    bool,
    str,
]
box_of: Callable[[_BoxFields], Box] = partial(tuple.__new__, Box)
"""All fields → a box."""


class Line(NamedTuple):
    """An edge from step to step (numbers from 1; *target* None: the source does not state it)."""

    source: int
    target: int | None
    kind: TransitionKind
    points: tuple[Point, ...]
    label: TextLine | None = None


_LineFields = tuple[int, int | None, TransitionKind, tuple[Point, ...], TextLine | None]
line_of: Callable[[_LineFields], Line] = partial(tuple.__new__, Line)
"""All fields → an edge."""


@dataclass(frozen=True, slots=True)
class LaneHead:
    """The column of a post: from *rect*.x to its right side, headed by *texts*."""

    post: str
    rect: Rect
    texts: tuple[TextLine, ...]


class RiskCard(NamedTuple):
    """What can go wrong at a step: *number* counts the risk points of the flow from 1.

    *leader* joins a card beside its step to it; a card in the box of its step has none.
    """

    number: int
    step: int
    level: int
    rect: Rect
    head: Rect
    texts: tuple[TextLine, ...]
    leader: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of one flow in one view."""

    view: View
    title: str
    description: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    lane_heads: tuple[LaneHead, ...] = ()
    cards: tuple[RiskCard, ...] = ()
