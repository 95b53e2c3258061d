"""The one colour of a printed paper besides black: 封面色 of a village, blue for all others."""

from __future__ import annotations

from generator.model.body import CoverColour, Unit, Village

COLOURS = {
    CoverColour.BLUE: "#12467f",
    CoverColour.GREEN: "#1d5a3c",
    CoverColour.RED: "#97281f",
    CoverColour.CYAN: "#0e5a63",
    CoverColour.PURPLE: "#4c2f78",
    CoverColour.BROWN: "#6a4221",
    CoverColour.GREY: "#3d4650",
}
"""封面色; each is dark enough for white letters at 8 : 1 and stays dark in a photocopy."""

ACCENT = COLOURS[CoverColour.BLUE]
"""The colour of papers that belong to no village."""


def colour_of(owner: Unit | Village) -> str:
    """A body → the colour of its papers."""
    imprint = owner.handbook if isinstance(owner, Village) else None
    return COLOURS[imprint.cover_colour] if imprint else ACCENT
