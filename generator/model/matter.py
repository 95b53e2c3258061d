"""What a thing is about, and the articles of a law → the article that speaks of it most.

Words are pairs of Han characters in a row: no dictionary knows the words of every office. A pair
weighs as much as it is rare in the law (ln of articles by articles that have it), so what every
article says weighs nothing. An article speaks of a matter by the weight of the pairs that both
have, divided by the root of its own weight, as long articles have something of everything. Four
characters in a row that few articles have are a word of their own, and enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from generator.model.law_text import ArticleKey, LawText

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_EVERY_NAME = re.compile(
    r"行政(?:许可|处罚|强制|征收|给付|检查|确认|奖励|裁决)|^对|违反|的?处罚$|申请|办理"
)
_FEWEST_ARTICLES = 8
_ENOUGH = 30.0
"""Weight that the best article must share with the matter; less is too little to go by."""
_NEAR = 0.15
"""The part of the best article's nearness below which an article is about something else …"""
_NAMED = 0.05
"""… if it has no more than this part of the weight of the matter's name."""

_RUN = 4
_FEW = 0.1
"""The part of the articles that may have a run of four characters for it to be a rare word."""


def pairs_in(text: str) -> frozenset[str]:
    """Every two Han characters in a row."""
    return _rows_in(text, 2)


def _rows_in(text: str, length: int) -> frozenset[str]:
    runs = _HAN.findall(text)
    return frozenset(run[at : at + length] for run in runs for at in range(len(run) - length + 1))


@dataclass(frozen=True)
class Matter:
    """What something is about: its name, and all else that it says of itself."""

    name: str
    text: str

    @cached_property
    def name_pairs(self) -> frozenset[str]:
        """The pairs of the name without what every name of its kind has."""
        return pairs_in(_EVERY_NAME.sub("，", self.name))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of everything."""
        return pairs_in(f"{self.name}，{self.text}")

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every four characters in a row of everything."""
        return _rows_in(f"{self.name}，{self.text}", _RUN)


class LawWords:
    """The articles of a law, ready to be asked what they speak of."""

    def __init__(self, law: LawText) -> None:
        self._texts = {key: article.text for key, article in law.articles.items()}
        self._pairs = {key: pairs_in(text) for key, text in self._texts.items()}
        held = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._weights = {pair: log(len(self._pairs) / count) for pair, count in held.items()}
        self._sizes = {key: sqrt(self._weight(pairs) + 1) for key, pairs in self._pairs.items()}

    def spoken_of_elsewhere(self, matter: Matter, cited: Iterable[ArticleKey]) -> ArticleKey | None:
        """The article that speaks of a matter most, where those cited speak of another one."""
        keys = [key for key in cited if key in self._pairs]
        if not keys or len(self._pairs) < _FEWEST_ARTICLES:
            return None
        shared = {key: self._weight(pairs & matter.pairs) for key, pairs in self._pairs.items()}
        if max(shared.values()) < _ENOUGH:
            return None
        near = {key: weight / self._sizes[key] for key, weight in shared.items()}
        best = max(near, key=lambda key: (near[key], -key[0], -key[1]))
        is_far = max(near[key] for key in keys) < _NEAR * near[best]
        if not is_far or self._has_the_name(matter, keys) or self._has_a_rare_word(matter, keys):
            return None
        return best

    def _has_the_name(self, matter: Matter, keys: list[ArticleKey]) -> bool:
        """Whether an article has some of the pairs of the name; those the law lacks count too."""
        rarest = log(len(self._pairs))
        whole = sum(self._weights.get(pair, rarest) for pair in matter.name_pairs)
        best = max(self._weight(self._pairs[key] & matter.name_pairs) for key in keys)
        return best >= _NAMED * whole

    def _has_a_rare_word(self, matter: Matter, keys: list[ArticleKey]) -> bool:
        """Whether an article has four characters in a row of the matter that few others have."""
        shared = {run for key in keys for run in _rows_in(self._texts[key], _RUN) & matter.runs}
        few = max(1, _FEW * len(self._texts))
        return any(sum(run in text for text in self._texts.values()) <= few for run in shared)

    def _weight(self, pairs: Iterable[str]) -> float:
        return sum(self._weights[pair] for pair in sorted(pairs))


def texts_in(written: object, left_out: frozenset[str]) -> str:
    """Values as written → their texts, one a line, without those of the fields left out."""
    if isinstance(written, str):
        return written
    if isinstance(written, Mapping):
        rows = (value for field, value in written.items() if field not in left_out)
        return "\n".join(texts_in(row, left_out) for row in rows)
    if isinstance(written, list | tuple):
        return "\n".join(texts_in(row, left_out) for row in written)
    return ""
