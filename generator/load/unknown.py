"""A name that nothing has → the problem; one name written in many places is one problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.load.hints import wide_brackets
from generator.load.nearest import listed, meant
from generator.problem import OtherPlace, Problem, Span, error

CODE = "unknown-reference"

_MOST_OFFERED = 12
"""Names listed in a hint where none is near."""

_MOST_PLACES = 5
"""Places that are named besides the first; of the rest only the number is told."""

_SIGNS = re.compile(r"[，、；,;]\s*")


def unknown(what: str, word: str, span: Span, names: Mapping[str, str] | Iterable[str]) -> Problem:
    """A name that nothing has → the problem, saying what was meant.

    *names* are those there are; a mapping tells their titles, which clerks write instead.
    """
    titles = names if isinstance(names, Mapping) else dict.fromkeys(names, "")
    hint = _as_title(word, titles) or _as_list(word, titles) or wide_brackets(word)
    none = "现在一个也没有；要用就先新建，写错了就删掉"
    few = f"现有：{listed([*titles][:_MOST_OFFERED])}" if titles else none
    return error(CODE, f"找不到{what}“{word}”", span, hint or meant(word, titles, few))


def _as_title(word: str, titles: Mapping[str, str]) -> str:
    """Whether the title was written where the id belongs."""
    ids = [name for name, title in titles.items() if title == word]
    return f"这里写编号“{ids[0]}”，不写名称" if len(ids) == 1 else ""


def _as_list(word: str, titles: Mapping[str, str]) -> str:
    """Whether several names were written as one text."""
    parts = [part.strip() for part in _SIGNS.split(word) if part.strip()]
    if len(parts) < 2 or not any(part in titles for part in parts):
        return ""
    return f"有几个就写成列表：[{', '.join(parts)}]"


def one_each(problems: Iterable[Problem]) -> list[Problem]:
    """Problems → the same, but a name that nothing has once, with the other places it stands in."""
    kept: list[Problem] = []
    same: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.code != CODE or problem.others:
            kept.append(problem)
            continue
        same.setdefault((problem.sentence, problem.hint), []).append(problem)
    for rows in same.values():
        first, *rest = sorted(rows, key=lambda problem: problem.sort_key)
        kept.append(replace(first, others=_places([row.span for row in rest])))
    return kept


def _places(spans: list[Span]) -> tuple[OtherPlace, ...]:
    places = [OtherPlace(span, "这里也写了它") for span in spans[:_MOST_PLACES]]
    more = len(spans) - len(places)
    if more > 0:
        last = places[-1]
        places[-1] = replace(last, words=f"{last.words}，另外还有 {more} 处")
    return tuple(places)
