"""The name of a part of a chart → the attributes that colour it.

On the web a part has a class and `assets/chart.css` colours it; a file that stands alone and a
drawing for print carry their colours in themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

StyleOf = Callable[[str], str]
"""The name of a part → its attributes, with a space before each."""

LIGHT = {
    "ink": "#1b2733",
    "muted": "#4a5868",
    "paper": "#ffffff",
    "line": "#41566b",
    "return": "#7b3fa0",
    "grid": "#8291a2",
    "head": "#e7eef7",
    "box": "#f3f8fe",
    "box-line": "#2466a8",
    "terminal": "#dcebfb",
    "decision": "#fff6dd",
    "decision-line": "#946200",
    "vote": "#f3eefc",
    "vote-line": "#6a48b0",
    "wait": "#eef1f4",
    "wait-line": "#566676",
    "document": "#ffffff",
    "on-colour": "#ffffff",
    "on-number": "#ffffff",
    "risk-3": "#b42318",
    "risk-2": "#a84300",
    "risk-1": "#1c6a3a",
}
"""The colours of a light page; `chart.css` must say the same."""

PRINT = dict.fromkeys(LIGHT, "#000000") | {
    "paper": "#ffffff",
    "grid": "#767676",
    "head": "#ececec",
    "box": "#ffffff",
    "terminal": "#ffffff",
    "decision": "#ffffff",
    "vote": "#ffffff",
    "wait": "#ffffff",
    "document": "#ffffff",
    "on-colour": "#ffffff",
    "on-number": "#ffffff",
    "risk-2": "#595959",
    "risk-1": "#595959",
}
"""Black on white, for a bad photocopier."""

FONTS = (
    "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', "
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
PRINT_FONT = "Noto Sans SC"


@dataclass(frozen=True, slots=True)
class Part:
    """How a part is coloured: names of colours for its fill and line, and the line's form."""

    fill: str = ""
    stroke: str = ""
    width: str = "1.4"
    dash: str = ""
    bold: bool = False


PARTS = {
    "text": Part("ink"),
    "muted": Part("muted"),
    "strong": Part("ink", bold=True),
    "inverse": Part("on-colour", bold=True),
    "number-text": Part("on-number", bold=True),
    "label": Part("line", bold=True),
    "mark": Part("ink"),
    "grid": Part(stroke="grid", width="1", dash="1 3"),
    "head": Part("head"),
    "process": Part("box", "box-line"),
    "terminal": Part("terminal", "box-line"),
    "decision": Part("decision", "decision-line"),
    "vote": Part("vote", "vote-line"),
    "wait": Part("wait", "wait-line"),
    "bar": Part("box-line"),
    "divider": Part(stroke="decision-line", width="1"),
    "inner": Part(stroke="box-line", width="1"),
    "vote-inner": Part(stroke="vote-line", width="1"),
    "number": Part("box-line"),
    "document": Part("document", "box-line", "1"),
    "unstated": Part("paper", "wait-line", "1.2", "2 2"),
    "shared": Part("paper", "box-line", "1.2", "5 3"),
    "line": Part(stroke="line", width="1.5"),
    "back": Part(stroke="return", width="1.5", dash="6 3"),
    "lost": Part(stroke="wait-line", width="1.5", dash="2 2"),
    "tip": Part("line"),
    "back-tip": Part("paper", "return", "1.5"),
    "card": Part("paper", "grid", "1"),
    "risk-3": Part("risk-3"),
    "risk-2": Part("risk-2"),
    "risk-1": Part("risk-1"),
    "leader": Part(stroke="line", width="1.2", dash="3 2"),
}
"""Every part a chart may have."""


by_class: StyleOf = {part: f' class="c-{part}"' for part in PARTS}.__getitem__
"""For the web: the class that `chart.css` knows."""


def resolved(colours: dict[str, str]) -> StyleOf:
    """For a file that stands alone: every part with its colours written out."""
    written = {name: _attributes(part, colours) for name, part in PARTS.items()}
    return written.__getitem__


def _attributes(part: Part, colours: dict[str, str]) -> str:
    fill = colours[part.fill] if part.fill else "none"
    found = f' fill="{fill}"'
    if part.stroke:
        found += f' stroke="{colours[part.stroke]}" stroke-width="{part.width}"'
    if part.dash:
        found += f' stroke-dasharray="{part.dash}"'
    return found + (' font-weight="bold"' if part.bold else "")
