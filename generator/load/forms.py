"""The annotation of a model's field → how the field is written: words, rows, fields inside it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.model.flow import Step, StepKind
from generator.model.record import Record


def whole(info: FieldInfo) -> object:
    """The annotation of a field with what pydantic has taken off it."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def parts(annotation: object) -> Iterator[object]:
    """An annotation and everything inside it."""
    yield annotation
    if get_origin(annotation) in (tuple, dict, Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from parts(part)


def model_of(annotation: object) -> type[Record] | None:
    """The model that an annotation such as `tuple[Step, ...]` or `Limits | None` is about."""
    found = (part for part in parts(annotation) if isinstance(part, type))
    return next((part for part in found if issubclass(part, Record)), None)


def homes(owner: type[Record], name: str) -> tuple[str, ...]:
    """The fields of a model inside which a field of this name may stand."""
    inner = ((info.alias, model_of(whole(info))) for info in owner.model_fields.values())
    return tuple(str(own) for own, model in inner if own and model and name in field_names(model))


def shortest_form(model: type[Record]) -> tuple[str, ...]:
    """The fields that a mapping must have, or the first two where it must have none."""
    infos = [info for info in model.model_fields.values() if info.alias]
    needed = [info for info in infos if info.is_required()] or infos[:2]
    return tuple(str(info.alias) for info in needed)


def choices(annotation: object) -> list[str]:
    """The words that a field may hold, if they are fixed."""
    for part in parts(annotation):
        if get_origin(part) is Literal:
            return [word for word in get_args(part) if word]
        if isinstance(part, type) and issubclass(part, Enum):
            return [member.value for member in part]
    return []


def holds_rows(annotation: object) -> bool:
    """Whether a field is a list."""
    return any(get_origin(part) is tuple for part in parts(annotation))


def may_be_text(model: type[Record]) -> bool:
    """Whether a text alone may stand for the model."""
    try:
        model.model_validate("文字")
    except ValidationError:
        return False
    return True


def field_names(model: type[Record]) -> list[str]:
    """The Chinese names of a model's fields; a step is also opened by the word for its kind."""
    names = [info.alias for info in model.model_fields.values() if info.alias]
    return names + [kind.value for kind in StepKind] if model is Step else names


def named_fields(model: type[Record]) -> frozenset[str]:
    """The Chinese names of a model's fields and of all fields inside them."""
    seen: set[type[Record]] = set()
    waiting = [model]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        inside = (model_of(whole(info)) for info in here.model_fields.values())
        waiting += [each for each in inside if each is not None]
    return frozenset(name for each in seen for name in field_names(each))
