"""The risk points of a step → cards beside its row, each with its measures and who answers."""

from __future__ import annotations

from typing import NamedTuple

from generator.chart.entries import Entry, tall
from generator.chart.text import width_of, wrap
from generator.model.drawing import (
    Anchor,
    Point,
    Rect,
    RiskCard,
    TextLine,
    Tone,
    rect_of,
    text_line,
)
from generator.model.flow import Flow
from generator.model.risk import RiskPoint
from generator.model.risk_scale import RiskScale

HEAD = 26
GAP = 10
_SIGN = 30
_PAD = 9
_TITLE = 14
_TEXT, _TEXT_LINE = 14, 20
_MORE, _MORE_LINE = 13, 18
_START, _MAIN, _MUTED, _STRONG = Anchor.START, Tone.MAIN, Tone.MUTED, Tone.STRONG
_INVERSE = Tone.INVERSE


class MeasuredCard(NamedTuple):
    """A risk point ready to be put down; *rank* is 3 high, 2 middle, 1 low.

    *height* are the px from the upper to the lower side.
    """

    number: int
    step: int
    level: str
    rank: int
    lines: tuple[Entry, ...]
    height: int


def measured_cards(flow: Flow, width: int, scale: RiskScale) -> dict[int, tuple[MeasuredCard, ...]]:
    """The cards of each step (numbers from 0) at a width."""
    found: dict[int, tuple[MeasuredCard, ...]] = {}
    for number, (step, risk) in enumerate(flow.risk_points(), start=1):
        lines = _lines(flow, risk, width - 2 * _PAD)
        height = HEAD + tall(lines) + 12
        card = MeasuredCard(number, step, risk.level, scale.mark(risk.level).rank, lines, height)
        found[step] = (*found.get(step, ()), card)
    return found


def stack_height(cards: tuple[MeasuredCard, ...]) -> int:
    """The px that the cards of one step need, one below the other."""
    return sum([card.height for card in cards]) + GAP * (len(cards) - 1)


def placed_cards(
    cards: tuple[MeasuredCard, ...], leader: Point | None, at: Rect
) -> tuple[RiskCard, ...]:
    """Cards one below the other from *at*; the first is joined to its step from *leader*.

    Cards in the box of their step need no *leader*.
    """
    found: list[RiskCard] = []
    x, y, width, _ = at
    for card in cards:
        rect, head = rect_of((x, y, width, card.height)), rect_of((x, y, width, HEAD))
        line = _leader(leader, at, y)
        texts = (_title(card, head), *_texts(card, rect))
        found.append(RiskCard(card.number, card.step + 1, card.rank, rect, head, texts, line))
        y += card.height + GAP
    return tuple(found)


def _leader(leader: Point | None, at: Rect, y: int) -> tuple[Point, ...]:
    """The line that joins a card at *y* to its step, or to the card above it."""
    if leader is None:
        return ()
    return (leader, (at.x, leader[1])) if y == at.y else ((at.x + 14, y - GAP), (at.x + 14, y))


def _title(card: MeasuredCard, head: Rect) -> TextLine:
    x, y, width, _ = head
    words = f"{card.level}风险 · 风险点{card.number}"
    if width_of(words, _TITLE) > width - _SIGN:
        words = f"{card.level}风险{card.number}"
    return text_line((x + _SIGN, y + 18, words, _TITLE, _INVERSE, _START))


def _texts(card: MeasuredCard, rect: Rect) -> list[TextLine]:
    texts: list[TextLine] = []
    y = rect.y + HEAD + 5
    left = rect.x + _PAD
    for text, size, tone, height, _ in card.lines:
        base = y + height - (height - size) // 2 - 2
        x = left if text[:1] != " " else left + _MORE
        texts.append(text_line((x, base, text.strip(), size, tone, _START)))
        y += height
    return texts


def _lines(flow: Flow, risk: RiskPoint, inner: int) -> tuple[Entry, ...]:
    """What a card says: where power can go wrong, what is done, who answers for it."""
    lines = [(text, _TEXT, _MAIN, _TEXT_LINE, False) for text in _wrapped_head(risk, inner)]
    for number, cited in enumerate(risk.measures, start=1):
        measure = wrap(flow.measure_text(cited), _MORE, inner - _MORE - 8)
        for place, text in enumerate(measure):
            words = f"{number}. {text}" if place == 0 else f" {text}"
            lines.append((words, _MORE, _MUTED, _MORE_LINE, False))
    for name, words in (("检查", risk.checks), ("频次", risk.frequency)):
        if words:
            lines.extend(_small(f"{name}：{words}", inner, _MUTED))
    for name, words in (("责任岗位", risk.owner), ("责任领导", risk.leader)):
        if words:
            lines.extend(_small(f"{name}：{words}", inner, _STRONG))
    return tuple(lines)


def _wrapped_head(risk: RiskPoint, inner: int) -> tuple[str, ...]:
    words = f"{risk.name}：{risk.manifestation}" if risk.name else risk.manifestation
    return wrap(words, _TEXT, inner)


def _small(text: str, inner: int, tone: Tone) -> list[Entry]:
    return [(line, _MORE, tone, _MORE_LINE, False) for line in wrap(text, _MORE, inner)]
