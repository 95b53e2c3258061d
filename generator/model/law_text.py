"""The text of a law in one version: its articles, and a shelf on which a citation finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from generator.model.citation import Provision

_STATE = "中华人民共和国"
_EDITION = re.compile(r"[（(][^（）()]*(?:修正|修订|公布|通过|施行|版|年)[^（）()]*[）)]$")
_NOT_WORDS = re.compile(r"[\W_]+")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_GRAM = 4
"""Characters in a row that count as the same words."""

ArticleKey = tuple[int, int]
"""第…条 and 之…, 0 where there is none."""

WHOLE: ArticleKey = (0, 0)
"""The one text of a law that has no articles."""


@lru_cache(maxsize=65536)
def plain_title(title: str) -> str:
    """A title in the one form it is sought by: no marks, no state's name, no edition."""
    told = unicodedata.normalize("NFKC", title).replace("(", "（").replace(")", "）")
    told = _EDITION.sub("", "".join(told.split()))
    return _NOT_WORDS.sub("", told.replace(_STATE, ""))


@lru_cache(maxsize=8192)
def bare_words(text: str) -> str:
    """A text in the form that quotations are compared in: without marks and blanks of any kind."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))


def plain_number(number: str) -> str:
    """A 文号 in the one form it is sought by."""
    return bare_words(number).removeprefix(_STATE)


@dataclass(frozen=True)
class Article:
    """One article: its number and its lines, 款 and 项 each on a line of its own."""

    key: ArticleKey
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """第四十二条, 第一百二十条之一."""
        return "全文" if self.key == WHOLE else Provision(*self.key).article_in_words

    @property
    def text(self) -> str:
        """All lines, without the number of the article."""
        return "\n".join(self.lines)

    @cached_property
    def words(self) -> str:
        """The text as quotations are compared with it."""
        return bare_words(self.text)

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """Each 款: its own line and those of its 项."""
        found: list[list[str]] = []
        for line in self.lines:
            if found and _ITEM.match(line):
                found[-1].append(line)
            else:
                found.append([line])
        return tuple(tuple(part) for part in found)

    def part(self, paragraph: int, subparagraph: int) -> str | None:
        """The text of a 款 or 项 (0: not named); None where the article has none of that number."""
        if paragraph > len(self.paragraphs):
            return None
        named = self.paragraphs[paragraph - 1 : paragraph] if paragraph else self.paragraphs
        if not subparagraph:
            return "\n".join(line for part in named for line in part)
        lists = [part[1:] for part in named if len(part) > subparagraph]
        return lists[0][subparagraph - 1] if lists else None


Articles = Mapping[ArticleKey, Article]


@dataclass(frozen=True)
class LawText:
    """One version of a law: *version* is the day of its last change, None where nobody says.

    *numbers* are the 文号 that mean this law alone, *articles* its articles in their order.
    """

    title: str
    version: date | None
    numbers: tuple[str, ...]
    articles: Articles

    @cached_property
    def _grams(self) -> Mapping[str, tuple[ArticleKey, ...]]:
        found: dict[str, list[ArticleKey]] = {}
        for key, article in self.articles.items():
            for gram in set(grams(article.words)):
                found.setdefault(gram, []).append(key)
        return {gram: tuple(keys) for gram, keys in found.items()}

    def nearest(self, words: str) -> tuple[float, Article | None]:
        """Bare words → the article that has most of them, and how large a share (0 to 1)."""
        sought = set(grams(words))
        shares: dict[ArticleKey, int] = {}
        for gram in sought:
            for key in self._grams.get(gram, ()):
                shares[key] = shares.get(key, 0) + 1
        if not shares:
            return 0.0, None
        best = max(shares, key=lambda key: (shares[key], -key[0], -key[1]))
        return shares[best] / len(sought), self.articles[best]


def grams(words: str) -> Iterator[str]:
    """Every four characters in a row; a shorter text is one piece."""
    for start in range(max(len(words) - _GRAM, 0) + 1):
        yield words[start : start + _GRAM]


def share(words: str, within: str) -> float:
    """How much of bare *words* stands in the words *within*, from 0 to 1."""
    sought = set(grams(words))
    return len(sought & set(grams(within))) / len(sought)


@dataclass(frozen=True)
class LawShelf:
    """The texts of the laws that somebody cites, each law's versions from newest to oldest."""

    laws: tuple[LawText, ...]

    @cached_property
    def _by_title(self) -> Mapping[str, tuple[LawText, ...]]:
        found: dict[str, list[LawText]] = {}
        for law in self.laws:
            found.setdefault(plain_title(law.title), []).append(law)
        return {title: tuple(sorted(laws, key=_newest)) for title, laws in found.items()}

    @cached_property
    def _by_number(self) -> Mapping[str, str]:
        return {number: plain_title(law.title) for law in self.laws for number in law.numbers}

    def versions(self, title: str, number: str = "") -> tuple[LawText, ...]:
        """A title, or else a 文号 → the versions of that law, newest first; none if not held."""
        plain = plain_title(title)
        if plain not in self._by_title and number:
            plain = self._by_number.get(plain_number(number), plain)
        return self._by_title.get(plain, ())


def _newest(law: LawText) -> int:
    return -(law.version or date.min).toordinal()


NO_TEXTS = LawShelf(())
"""Where a district names no folder of law texts."""
