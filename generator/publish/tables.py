"""Tables of hand-written pages → tables a phone can show as cards, each cell with its label."""

from __future__ import annotations

import re
from html import escape, unescape

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td(\b[^>]*)>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def with_labels(content: str) -> str:
    """The HTML of a hand-written page → the same with its Markdown tables labelled and wrapped."""
    return _TABLE.sub(_wrapped, content)


def _wrapped(table: re.Match[str]) -> str:
    labels = [_TAG.sub("", head) for head in _HEAD.findall(table[1])]
    rows = _ROW.sub(lambda row: f"<tr>{_labelled(row[1], labels)}</tr>", table[1])
    return f'<div class="mb-page"><div class="mb-table"><table>{rows}</table></div></div>'


def _labelled(row: str, labels: list[str]) -> str:
    """A row's cells, each with the head of its column as data-label; heads stay as they are."""
    waiting = iter(labels)

    def cell(found: re.Match[str]) -> str:
        label = escape(unescape(next(waiting, "")))
        return f'<td{found[1]} data-label="{label}"><span>{found[2]}</span></td>'

    return _CELL.sub(cell, row)
