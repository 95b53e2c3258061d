"""A drawing without risks → the same with the cards of all risk points in columns below it."""

from __future__ import annotations

from dataclasses import replace

from generator.chart.cards import GAP, MeasuredCard, measured_cards, placed_cards
from generator.model.drawing import Drawing, Rect, RiskCard
from generator.model.flow import Flow
from generator.model.risk_scale import RiskScale

_NARROWEST = 280
_BELOW_ROWS = 22


def with_cards_below(drawing: Drawing, flow: Flow, scale: RiskScale) -> Drawing:
    """A drawing and its flow → the drawing, made higher for the cards, each with its step named."""
    columns = max(1, (drawing.width + GAP) // (_NARROWEST + GAP))
    width = (drawing.width - GAP * (columns - 1)) // columns
    by_step = measured_cards(flow, width, scale)
    cards = [card for step in sorted(by_step) for card in by_step[step]]
    found: list[RiskCard] = []
    y = drawing.height + _BELOW_ROWS
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        for column, card in enumerate(row):
            found.append(_placed(card, Rect(column * (width + GAP), y, width, 0)))
        y += max(card.height for card in row) + GAP
    return replace(drawing, cards=tuple(found), height=y if cards else drawing.height)


def _placed(card: MeasuredCard, at: Rect) -> RiskCard:
    placed = placed_cards((card,), None, at)[0]
    title, *rest = placed.texts
    named = title._replace(text=f"第{placed.step}步 · {title.text}")
    return placed._replace(texts=(named, *rest))
