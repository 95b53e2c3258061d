"""Bases → articles that speak of something else than the item, by the law texts at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.checked_bases import laws_of
from generator.model.citation import Cited
from generator.model.item import Item
from generator.model.law_text import LawText
from generator.model.matter import LawWords, Matter, texts_in
from generator.model.micro_power import MicroPower
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "basis-speaks-of-another-matter"

_ROLES = ("设定", "实施")
_ON_EVERY_MATTER = re.compile(r"行政(?:许可|处罚|强制|复议|诉讼)法$")
"""Laws on procedure: their articles speak of no matter in particular."""
_NOT_OF_THE_MATTER = frozenset(
    "依据 追责依据 追责方式 流程 救济 调整 编码 类别 行使层级 权力来源 核对日期 备注 存疑".split()
)

_IF_RIGHT = "没有写错的，类型改写成程序、责任、分工等"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 设定 or 实施 basis whose articles hardly have a word of the item that others have."""
    known: dict[int, LawWords] = {}
    for subject in subjects(registry):
        item = subject.holding.item
        matter = Matter(item.name, texts_in(item.written.values, _NOT_OF_THE_MATTER))
        for row, law, cited in _held(registry, item):
            words = known.setdefault(id(law), LawWords(law))
            keys = [(each.article, each.later) for each in cited.provisions]
            better = words.spoken_of_elsewhere(matter, keys)
            if better is not None:
                named = "、".join(dict.fromkeys(each.article_in_words for each in cited.provisions))
                sentence = f"《{law.title}》{named}说的像是另一件事，没有提到“{item.name}”"
                hint = f"核对法名和条号，可以先看{law.articles[better].name}；{_IF_RIGHT}"
                yield warning(CODE, sentence, item.place("依据", row), hint)


def _held(registry: Registry, item: Item | MicroPower) -> Iterator[tuple[int, LawText, Cited]]:
    """What the bases say the power rests on, with the newest text of each law at hand."""
    for row, basis in enumerate(item.basis):
        if basis.role not in _ROLES:
            continue
        for cited in laws_of(registry, basis):
            versions = registry.law_texts.versions(cited.title, cited.document_number)
            if versions and not _ON_EVERY_MATTER.search(versions[0].title):
                yield row, versions[0], cited


RULE = Rule(CODE, find)
