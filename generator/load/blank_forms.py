"""A registry → blank and sample forms (空表, 样表) that no file holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.nearest import meant
from generator.load.references import as_written
from generator.model.guide import RequiredDocument
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import Problem, warning

_WEB = ("https://", "http://")


def missing_forms(registry: Registry) -> Iterator[Problem]:
    """空表 and 样表 that are neither a web address nor a file below `content/`."""
    for holding in as_written(registry):
        for path, row, document in _documents(holding.item):
            if not document.blank_form and not document.sample_form:
                continue
            where = holding.item.at(*path, "申请材料", row)
            for field, file in (("空表", document.blank_form), ("样表", document.sample_form)):
                yield from _missing(registry, field, file, where.below(field))


def _missing(registry: Registry, field: str, file: str, where: Where) -> Iterator[Problem]:
    if not file or file in registry.attached or file.startswith(_WEB):
        return
    hint = meant(file, registry.attached, f"把文件放到 content/{file}，或者写网页地址")
    yield warning("unknown-reference", f"找不到{field}文件“{file}”", where.span, hint)


def _documents(
    item: Item | MicroPower,
) -> Iterator[tuple[tuple[Key, ...], int, RequiredDocument]]:
    """Every document of an item and its 子项, with the path of its list and its row."""
    if isinstance(item, MicroPower):
        yield from (((), row, each) for row, each in enumerate(item.documents))
        return
    if item.guide:
        yield from ((("办事指南",), row, each) for row, each in enumerate(item.guide.documents))
    for number, part in enumerate(item.sub_items):
        path: tuple[Key, ...] = ("子项", number)
        yield from ((path, row, each) for row, each in enumerate(part.documents))
