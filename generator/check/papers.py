"""Papers by name: whether what an item promises (结果) is what a step gives out (送达文书)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.check.steps import steps_within
from generator.check.subjects import subjects
from generator.model.flow import Step
from generator.model.guide import Result
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.registry import Holding, Registry, UsedFlow

_PAPER = re.compile(
    r"(?:证|证件|证明|书|(?<!清)(?<!名)(?<!登记)单|函|备案表|批复|批件|文件|回执|凭证|执照|护照|通知|告知|答复|决定|协议|标牌"
    r"|(?<!审)(?<!审核)(?<!审查)意见)$"
)
"""How the name of a paper that people get ends.

Money that arrives is none; what stays in the files (检查记录, 登记表) or goes on to the next body
(初审意见) need not be handed to anybody.
"""

_MONEY = re.compile(r"[金款物]$")
"""奖金或者表彰证书: what may be money needs no paper."""

_BRACKETS = re.compile(r"[（(].*?[）)]")
_QUOTES = re.compile(r"[《》“”\s]")
_AND = re.compile(r"、|以及|[及和]")
_OR = re.compile(r"或者|或")
_LETTER = re.compile(r"(?<=通知|告知|决定|意见|协议)书$")
_GIVES = re.compile(
    r"送达|发给|发放|颁发|核发|换发|补发|签发|出具|交付|交给|制作|打印|送交|给出|公布|公告"
)
_REFUSES = re.compile(r"不予|不准|不同意|不批准|不合格|驳回")
_FEWEST = 2
"""Characters that a part of a name has at least."""

_PASSING = re.compile(r"提醒|催告|受理|补正|一次性?告知|收件|回单|预约|整改")


@dataclass(frozen=True, slots=True)
class Promise:
    """结果 of an item or of one 子项, where they stand, and the flows that lead to them."""

    holding: Holding[Item] | Holding[MicroPower]
    path: tuple[Key, ...]
    results: tuple[Result, ...]
    flows: tuple[UsedFlow, ...]


def promises(registry: Registry) -> Iterator[Promise]:
    """Every list of 结果 of items in force and of their 子项.

    A 子项 without a flow of its own follows those of its item.
    """
    for subject in subjects(registry):
        holding, item = subject.holding, subject.holding.item
        yield Promise(holding, ("结果",), item.results, holding.flows)
        for row, part in enumerate(item.sub_items if isinstance(item, Item) else ()):
            own = tuple(used for used in holding.flows if used.sub_item == part.code)
            shared = tuple(used for used in holding.flows if not used.sub_item)
            yield Promise(holding, ("子项", row, "结果"), part.results, own or shared)


def result_names(item: Item | MicroPower) -> Iterator[str]:
    """The names of all 结果 of an item and of its 子项."""
    yield from (result.name for result in item.results)
    for part in item.sub_items if isinstance(item, Item) else ():
        yield from (result.name for result in part.results)


def steps_of(registry: Registry, flows: Iterable[UsedFlow]) -> list[Step]:
    """Every step of some flows as an item uses them, those of flows within them too."""
    return [step for used in flows for step in steps_within(registry, used.ref, used.flow)]


def is_paper(name: str) -> bool:
    """Whether a result is something written, by the last word of its name."""
    forms = _forms(name)
    return any(_PAPER.search(form) for form in forms) and not any(map(_MONEY.search, forms))


def refuses(name: str) -> bool:
    """不予行政许可决定书: a paper that says no."""
    return bool(_REFUSES.search(name))


def is_on_the_way(name: str) -> bool:
    """受理通知书, 补正告知书: a paper that people get before anything is decided."""
    return bool(_PASSING.search(name))


def is_given(name: str, steps: Iterable[Step]) -> bool:
    """Whether a step gives out the paper *name*, by 送达文书 or in its own sentence."""
    return any(
        any(alike(name, paper) for paper in step.served_documents)
        or (_GIVES.search(step.text) and any(form in step.text for form in _forms(name)))
        for step in steps
    )


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Whether two names may mean one paper.

    They do where one ends with the other or with a part of it, or only has more words inside:
    备案回执 and 居民公约备案回执, 查封决定书和清单 and 清单, 出质登记通知书 and 出质设立登记通知书;
    not 备案回执 and 备案证明.
    """
    pairs = ((mine, theirs) for mine in _forms(one) for theirs in _forms(other))
    return any(_grows(mine, theirs) or _grows(theirs, mine) for mine, theirs in pairs)


def _grows(short: str, long: str) -> bool:
    """Whether *long* is *short* with words before it or inside it."""
    if long.endswith(short):
        return True
    cuts = range(_FEWEST, len(short) - _FEWEST + 1)
    return any(long.startswith(short[:cut]) and long.endswith(short[cut:]) for cut in cuts)


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[str, ...]:
    """A name → itself with and without what stands in brackets, and the papers it lists."""
    bare = _QUOTES.sub("", name)
    wholes = (_BRACKETS.sub("", bare), re.sub(r"[（）()]", "", bare))
    forms = (form for whole in wholes for part in _AND.split(whole) for form in _either(part))
    found = (_LETTER.sub("", form) for form in (*wholes, *forms))
    return tuple(dict.fromkeys(form for form in found if len(form) >= _FEWEST))


def _either(name: str) -> Iterator[str]:
    """延缓入学或者休学批准书 → 延缓入学, 休学批准书, and what may be meant: 延缓入学批准书."""
    *heads, tail = _OR.split(name)
    yield from (*heads, tail)
    yield from (head + tail[cut:] for head in heads for cut in range(1, len(tail) - 1))
