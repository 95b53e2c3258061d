"""Facts → the finished Chinese words that pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.model.adjustment import Adjustment
from generator.model.guide import FeeGrade, RequiredDocument, StatutoryLimit
from generator.model.limit import TimeLimit
from generator.model.value import NOTHING

MISSING = "未提供"
"""What stands for a fact that nobody has given; unknown is never shown as empty."""

_NO_FEE = frozenset({"否", "无", "免费", "不收"})

_AGAIN = re.compile(r"(《[^》]+》)(第[^《》；]+)[；、]\1(?=第)")
"""A law that is named once more for its next article."""


def day(value: date) -> str:
    """A day → `2026年11月22日`."""
    return f"{value.year}年{value.month}月{value.day}日"


def listed(texts: Iterable[str]) -> str:
    """Texts → one line with 、 between them."""
    return "、".join(text for text in texts if text)


def cited(texts: Iterable[str]) -> str:
    """Bases → one line; a law that several follow each other from is named once (for paper)."""
    line = "；".join(dict.fromkeys(text for text in texts if text))
    while (shorter := _AGAIN.sub(r"\1\2、", line)) != line:
        line = shorter
    return line


def limit(value: TimeLimit | None) -> str:
    """A limit → its text as written; "" where there is none."""
    return value.text if value else ""


def statutory(value: StatutoryLimit) -> str:
    """法定 or 延长 → the limit with the event it runs from and its condition."""
    parts = [value.limit.text]
    if value.starts:
        parts.append(f"（自{value.starts}起算）")
    if value.condition:
        parts.append(f"，{value.condition}")
    return "".join(parts)


def copies(document: RequiredDocument) -> str:
    """How many of a document to bring: `原件1份、复印件2份`."""
    kinds = (("原件", document.originals), ("复印件", document.copies))
    told = ((word, number) for word, number in kinds if number not in NOTHING | {"", "0"})
    return listed(f"{word}{_counted(number)}" for word, number in told)


def _counted(number: str) -> str:
    return f"{number}份" if number.isdigit() else number


def fee(grade: FeeGrade) -> str:
    """One grade of a fee → `首次：10元`."""
    standard = "不收费" if grade.standard.strip() in _NO_FEE else grade.standard
    return f"{grade.grade}：{standard}" if grade.grade else standard


def event(adjustment: Adjustment, edition: date) -> str:
    """An event → `2015年9月1日承接（来自市级）`; after *edition* `将于2027年1月1日取消`."""
    origin = f"（来自{adjustment.comes_from}）" if adjustment.comes_from else ""
    former = f"（原名称：{adjustment.former_name}）" if adjustment.former_name else ""
    coming = "将于" if adjustment.day > edition else ""
    return f"{coming}{day(adjustment.day)}{adjustment.kind.value}{origin}{former}"


def shortened(text: str, most: int = 80) -> str:
    """A text → its beginning on one line, for a page's description."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
