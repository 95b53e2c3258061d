"""Items → the documents that they ask for, by name and place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.check.subjects import subjects
from generator.model.guide import RequiredDocument
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.record import Where
from generator.model.registry import Registry

_FORM = re.compile(
    r"（.*?）|\(.*?\)|原件|复印件|电子版|扫描件|[一二三两\d]份|[及和或、/]$|[\s《》“”]"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One document of one list (an item's or that of a 子项) and where it stands."""

    item: Item | MicroPower
    document: RequiredDocument
    where: Where


@lru_cache(maxsize=1)
def lists_of_documents(registry: Registry) -> tuple[tuple[Asked, ...], ...]:
    """Every list of documents of items in force."""
    return tuple(_lists(registry))


def _lists(registry: Registry) -> Iterator[tuple[Asked, ...]]:
    for subject in subjects(registry):
        item = subject.holding.item
        if isinstance(item, MicroPower):
            yield _asked(item, item.documents, ("申请材料",))
            continue
        if item.guide is not None:
            yield _asked(item, item.guide.documents, ("办事指南", "申请材料"))
        for row, part in enumerate(item.sub_items):
            yield _asked(item, part.documents, ("子项", row, "申请材料"))


def _asked(
    item: Item | MicroPower, documents: tuple[RequiredDocument, ...], path: tuple[Key, ...]
) -> tuple[Asked, ...]:
    return tuple(
        Asked(item, document, item.at(*path, row)) for row, document in enumerate(documents)
    )


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """A document's name without its form: 身份证（复印件） → 身份证."""
    return _FORM.sub("", unicodedata.normalize("NFKC", name).replace("(", "（").replace(")", "）"))
