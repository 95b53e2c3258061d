"""A mistyped word and the words there are → the one that was most likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_ALIKE = 0.5
_ALIKE_IDS = 0.7
"""Ids of a few small letters are half alike by chance; words of Han characters are not."""

_BEGINNING = 0.01
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_SIMPLE = str.maketrans(
    "並佈併來備傢內冊別劃動務區協問單嚮圍圖執報場寀實審專對導層崗庫廢後復態應拚採據數斷時書"
    "會査條業標樣機檔檢檯權決準濟熱狀現環發監眾確碼稱節範簡糾約級終組結綫維網線編罰羣義職脩"
    "臺處號衆複覈見規計託設訴註評詢試話認語說説調請諮識議責費轉辦迴週進運過達違適鄉錄録錶鎮"
    "長門開間閤關階險電項預領頻題額類風點齊",
    "并布并来备家内册别划动务区协问单向围图执报场采实审专对导层岗库废后复态应拼采据数断时书"
    "会查条业标样机档检台权决准济热状现环发监众确码称节范简纠约级终组结线维网线编罚群义职修"
    "台处号众复核见规计托设诉注评询试话认语说说调请咨识议责费转办回周进运过达违适乡录录表镇"
    "长门开间合关阶险电项预领频题额类风点齐",
)
"""Traditional characters → those of our field names and fixed words."""


def nearest(word: str, words: Iterable[str]) -> str:
    """The word most like *word*, "" where none is like it or two are equally like it."""
    known = sorted(set(words))
    written = plain(word)
    same = [other for other in known if plain(other) == written]
    if len(same) == 1:
        return same[0]
    scored = sorted(((_likeness(written, plain(other)), other) for other in known), reverse=True)
    enough = _ALIKE_IDS if written.isascii() else _ALIKE
    if scored and scored[0][0] >= enough:
        is_clear = len(scored) == 1 or scored[0][0] > scored[1][0]
        return scored[0][1] if is_clear or written.isascii() else ""
    parts = [o for o in known if written and o and (written in o or o in written)]
    return parts[0] if len(parts) == 1 else ""


def plain(word: str) -> str:
    """A word in simplified characters, without the zeros in front of numbers."""
    return _ZEROS.sub("", word.translate(_SIMPLE))


def _likeness(word: str, other: str) -> float:
    """How alike two words are, 0 to 1; of two equally alike the one that begins alike wins."""
    begins_alike = bool(word) and word[:1] == other[:1]
    return SequenceMatcher(None, other, word).ratio() + (_BEGINNING if begins_alike else 0)


def meant(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint that offers the nearest word, or *otherwise* where none is near."""
    found = nearest(word, words)
    return f"是不是“{found}”" if found else otherwise


def listed(words: Iterable[str]) -> str:
    """Words → 甲、乙、丙."""
    return "、".join(words)
