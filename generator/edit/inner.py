"""What a unit or a village says of single items → problems that its own fields do not show.

改动 and 本村事项 hold items; whether these fit is otherwise seen only with the whole district.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.files import FileKind
from generator.load.forms import field_names
from generator.load.shape import shape
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Located
from generator.model.source import Source
from generator.problem import Problem, error

_MODELS: dict[FileKind, type[Item] | type[MicroPower]] = {
    FileKind.UNIT: Item,
    FileKind.VILLAGE: MicroPower,
}
_MORE = ("追加", "删去")


def inner_problems(kind: FileKind, tree: Located) -> Iterator[Problem]:
    """The problems of a village's own items, and of the names in 改动."""
    model = _MODELS.get(kind)
    if model is None:
        return
    for name, item in _rows(tree, "本村事项"):
        yield from shape(Source.of(item), model, name)[1]
    known = {*field_names(model), *_MORE}
    for _, change in _rows(tree, "改动"):
        if not isinstance(change.content, dict):
            yield error("wrong-shape", "“改动”要写成一组“字段: 值”", change.span, "冒号是半角")
            continue
        for name, value in change.content.items():
            if name not in known:
                yield error("unknown-field", f"不认识的字段“{name}”", value.key_span, "看冒号")


def _rows(tree: Located, name: str) -> list[tuple[str, Located]]:
    part = tree.child(name)
    return [*part.content.items()] if part is not None and isinstance(part.content, dict) else []
