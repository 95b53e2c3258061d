"""A laid-out drawing → a picture of text characters, so that a reviewer sees it in a diff.

One character is 12 px wide and a line 20 px high; boxes show the number of their step.
"""

from __future__ import annotations

from itertools import pairwise

from generator.model.drawing import Drawing, Line, Point

_WIDE, _TALL = 12, 20
_LEVEL, _UPRIGHT, _BOTH = "─", "│", "┼"
_ARROWS = {(0, 1): "▼", (0, -1): "▲", (1, 0): "▶", (-1, 0): "◀"}


def picture(drawing: Drawing) -> str:
    """A drawing → lines of text."""
    canvas = [[" "] * (drawing.width // _WIDE + 2) for _ in range(drawing.height // _TALL + 2)]
    for line in drawing.lines:
        _stroke(canvas, line)
    for box in drawing.boxes:
        left, top = _cell((box.rect.x, box.rect.y))
        right, bottom = _cell((box.rect.right, box.rect.bottom))
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                canvas[y][x] = "·" if y in (top, bottom) or x in (left, right) else " "
        for place, sign in enumerate(f"{box.number} {box.shape.value}"[: right - left - 1]):
            canvas[(top + bottom) // 2][left + 1 + place] = sign
    for line in drawing.lines:
        _arrow(canvas, line)
    return "\n".join("".join(row).rstrip() for row in canvas).rstrip() + "\n"


def _cell(point: Point) -> Point:
    return point[0] // _WIDE, point[1] // _TALL


def _stroke(canvas: list[list[str]], line: Line) -> None:
    for start, end in pairwise(line.points):
        (x, y), (to_x, to_y) = _cell(start), _cell(end)
        sign, other = (_UPRIGHT, _LEVEL) if start[0] == end[0] else (_LEVEL, _UPRIGHT)
        for row in range(min(y, to_y), max(y, to_y) + 1):
            for column in range(min(x, to_x), max(x, to_x) + 1):
                crossed = canvas[row][column] in (other, _BOTH)
                canvas[row][column] = _BOTH if crossed else sign


def _arrow(canvas: list[list[str]], line: Line) -> None:
    (x, y), (to_x, to_y) = line.points[-2:]
    way = ((to_x > x) - (to_x < x), (to_y > y) - (to_y < y))
    column, row = _cell((to_x - way[0] * _WIDE // 2, to_y - way[1] * _TALL // 2))
    canvas[row][column] = _ARROWS[way]
