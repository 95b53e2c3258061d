"""A basis as officials write it → the laws it names, their articles and document numbers.

《行政许可法》第四十二条第一款 · 《甲条例》第十五条、第十六条 · 行政许可法第42条 ·
《关于〈甲办法〉的批复》（示例函〔2015〕21号） · 《甲法》第三条；《乙法》第五条.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.model.numeral import NUMERAL, han_of, number_of

_NUMBER = rf"（?{NUMERAL}）?"
_JOIN = r"(?:[、，,和及与至到～~—–-]|以及)"
_PART = re.compile(
    rf"第?(?P<numbers>{_NUMBER}(?:(?:{_JOIN}+第?|(?=（)){_NUMBER})*)(?P<unit>条|款|项|目)"
    rf"(?:之(?P<later>{NUMERAL}))?"
)
_RANGE = re.compile(r"[至到～~—–-]+")
_DOCUMENT = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,16}[〔\[【(（]\d{4}[〕\]】)）](?:第)?\d+号"
    rf"|[\u4e00-\u9fff]{{0,16}}令?第{NUMERAL}号"
)
_ASIDE = re.compile(rf"（(?!{NUMERAL}）)(?:[^（）]|（[^（）]*）)*）")
_TAIL = re.compile(rf"(?=第{NUMERAL}条)")
_NAMED = re.compile(rf"(?P<title>[^（）]{{4,}})（(?P<number>{_DOCUMENT.pattern})）")
_NUMBER_ONLY = re.compile(rf"(?P<title>)(?P<number>{_DOCUMENT.pattern})(?:附件.*)?")
_EDITION = re.compile(r"（\d{4}年?(?:第[一二三四五]次)?(?:修正|修订|版|修正版|修订版)(?:文?本)?）$")
_LONGEST = 1000
"""Characters of a basis; what is longer is no citation, and reading it would take for ever."""
_LONGEST_RANGE = 100
"""Articles that 第一条至第九十九条 may stand for; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Provision:
    """第*article*条之*later* 第*paragraph*款 第（*subparagraph*）项; 0 where it is not named."""

    article: int
    later: int = 0
    paragraph: int = 0
    subparagraph: int = 0

    @property
    def article_in_words(self) -> str:
        """第四十二条, 第一百二十条之一."""
        return f"第{han_of(self.article)}条" + (f"之{han_of(self.later)}" if self.later else "")


@dataclass(frozen=True, slots=True)
class Cited:
    """One law of a basis: its title without 《》, its 文号, and what is cited of it."""

    title: str
    document_number: str = ""
    provisions: tuple[Provision, ...] = ()


@lru_cache(maxsize=16384)
def read_citation(text: str) -> tuple[Cited, ...]:
    """A basis → every law it names, in the order written; at least one."""
    if len(text) > _LONGEST:
        return (Cited(text),)
    bare = _even(text)
    marked = list(_marked(bare))
    return tuple(marked) if marked else (_unmarked(bare),)


def _even(text: str) -> str:
    """Without white space of any kind, with one form of brackets."""
    told = re.sub(r"\s", "", text)
    enclosed = re.compile("[０-９⑴-⒇㈠-㈩①-⑳]")
    told = enclosed.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), told)
    pairs = (("(", "（"), (")", "）"), ("［", "["), ("］", "]"), ("<", "〈"), (">", "〉"))
    for old, new in (*pairs, ("○", "〇"), ("Ｏ", "〇")):
        told = told.replace(old, new)
    return re.sub("(?<=[一二三四五六七八九十百])0|0(?=[一二三四五六七八九十百])", "〇", told)


def _marked(text: str) -> Iterator[Cited]:
    """The laws between 《 and 》, each with what follows it; titles within titles stay there."""
    spans = _titles(text)
    for (start, end), (until, _) in pairwise((*spans, (len(text), 0))):
        yield _cited(text[start + 1 : end], text[end + 1 : until])


def _titles(text: str) -> list[tuple[int, int]]:
    """The places of 《 and 》 of every outer title, but for those within （…） or “…”."""
    depth = aside = start = 0
    found: list[tuple[int, int]] = []
    for place, sign in enumerate(text):
        if depth == 0:
            aside += (sign in "（“") - (sign in "）”")
        if sign == "《":
            start = start if depth else place
            depth += 1
        elif sign == "》" and depth:
            depth -= 1
            if depth == 0 and aside <= 0:
                found.append((start, place))
    return found


def _unmarked(text: str) -> Cited:
    """A law without 《》, or with one of them missing: what stands before its first article."""
    bare = text.replace("《", "").replace("》", "")
    named = _NAMED.fullmatch(bare) or _NUMBER_ONLY.fullmatch(bare)
    if named:
        return Cited(named["title"] or named["number"], named["number"])
    title, *rest = _TAIL.split(bare, maxsplit=1)
    if not rest or not title:
        return Cited(bare, _number(bare))
    left = _PART.sub("", _spoken(rest[0]))
    if re.sub(rf"{_JOIN}|[。；;的]|规定", "", _ASIDE.sub("", left)):
        return Cited(bare, _number(bare))
    return _cited(title, rest[0])


def _number(text: str) -> str:
    """The 文号 in a text, "" where there is none."""
    found = _DOCUMENT.search(text)
    return found[0].lstrip("（年月日") if found else ""


def _spoken(rest: str) -> str:
    """What stands before the words of the law: 第六十二条规定：“…第三条…” → 第六十二条."""
    return re.split('[：:“"]', _ASIDE.sub("", rest), maxsplit=1)[0]


def _cited(title: str, rest: str) -> Cited:
    provisions = tuple(_provisions(_spoken(rest)))
    return Cited(_EDITION.sub("", title), _number(rest), provisions)


def _provisions(rest: str) -> Iterator[Provision]:
    """第四十二条第一款第（三）项、第五十条 → each, the innermost part named last."""
    here: list[Provision] = []
    level = ""
    behind = 0
    for part in _PART.finditer(rest):
        numbers = _expanded(part["numbers"])
        unit = part["unit"]
        if unit == "条":
            yield from here
            later = number_of(part["later"]) if part["later"] else 0
            if level == "条" and _RANGE.fullmatch(rest[behind : part.start()]):
                numbers = _filled(here[-1].article, numbers)
            here = [Provision(number, later) for number in numbers]
        elif here and unit in ("款", "项"):
            base = here[-1]
            if level == unit and _RANGE.fullmatch(rest[behind : part.start()]):
                numbers = _filled(base.paragraph if unit == "款" else base.subparagraph, numbers)
            done = here if unit <= level else here[:-1]
            here = [*done, *(_within(base, unit, number) for number in numbers)]
        level, behind = unit, part.end()
    yield from here


def _within(base: Provision, unit: str, number: int) -> Provision:
    if unit == "款":
        return Provision(base.article, base.later, number)
    return Provision(base.article, base.later, base.paragraph, number)


def _expanded(numbers: str) -> list[int]:
    """十五、十六 → 15, 16; 十五至十八 → 15, 16, 17, 18."""
    found: list[int] = []
    for place in re.finditer(rf"(?P<join>{_JOIN}*)第?（?(?P<number>{NUMERAL})）?", numbers):
        number = [number_of(place["number"])]
        is_range = found and _RANGE.search(place["join"])
        found += _filled(found[-1], number) if is_range else number
    return found


def _filled(last: int, numbers: list[int]) -> list[int]:
    """The numbers of a range behind *last*, where it is one."""
    first, *others = numbers
    if last < first <= last + _LONGEST_RANGE:
        return [*range(last + 1, first + 1), *others]
    return numbers
