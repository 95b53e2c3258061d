"""A `Located` tree → a frozen model; what does not fit becomes problems at its own line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.misfit import Misfit, problem_of
from generator.load.nearest import nearest
from generator.load.one import Json
from generator.model.flow import Step, StepKind
from generator.model.origin import Key, Located
from generator.model.record import Record, Sourced
from generator.problem import Problem, error

Model = TypeVar("Model", bound=Sourced)


def shape(tree: Located, model: type[Model], identity: str) -> tuple[Model | None, list[Problem]]:
    """A tree → the model that it describes, knowing its tree and id, or every misfit in it.

    A field without a value counts as not written.
    """
    if not isinstance(tree.content, dict):
        sentence = "这里要写成一组“字段: 值”"
        return None, [error("wrong-shape", sentence, tree.span, "冒号是半角，后面空一格")]
    problems = [
        error("wrong-shape", "列表里有一行是空的", row.span, "填上内容，或者删掉这一行")
        for row in _blank_rows(tree)
    ]
    try:
        made = model.model_validate(_filled(tree))
    except ValidationError as failure:
        return None, problems + _problems(tree, model, failure.errors(include_url=False))
    return (None, problems) if problems else (made.attach(tree, identity), [])


def field_names(model: type[Record]) -> list[str]:
    """The Chinese names of a model's fields; a step is also opened by the word for its kind."""
    names = [info.alias for info in model.model_fields.values() if info.alias]
    return names + [kind.value for kind in StepKind] if model is Step else names


def model_at(model: type[Record], path: tuple[Key, ...]) -> type[Record] | None:
    """The model of the mapping at *path* inside a model; None where it is no model's."""
    here: type[Record] | None = model
    for key in path:
        if here is None:
            return None
        if isinstance(key, int):
            continue
        info = next((f for f in here.model_fields.values() if f.alias == key), None)
        here = _model_inside(info.annotation) if info else None
    return here


def _model_inside(annotation: object) -> type[Record] | None:
    """The model that an annotation such as `tuple[Step, ...]` or `Limits | None` is about."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = (_model_inside(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)


def _filled(tree: Located) -> Json:
    """The values of a tree without the fields that were left empty."""
    if isinstance(tree.content, dict):
        filled = ((name, value) for name, value in tree.content.items() if not _is_blank(value))
        return {name: _filled(value) for name, value in filled}
    if isinstance(tree.content, list):
        return [_filled(row) for row in tree.content]
    return tree.content


def _blank_rows(tree: Located) -> Iterator[Located]:
    """Rows of lists with nothing in them."""
    for path, text in tree.texts():
        if _is_blank(text) and path and isinstance(path[-1], int):
            yield text


def _is_blank(value: Located) -> bool:
    """Whether nothing is written: quoted spaces are nothing to a reader."""
    return isinstance(value.content, str) and not value.content.strip()


def _problems(tree: Located, model: type[Record], errors: list[ErrorDetails]) -> list[Problem]:
    """Errors of pydantic → problems, each cause once."""
    misfits = [_misfit(tree, model, detail) for detail in errors]
    mistyped = {
        (*misfit.path[:-1], nearest(misfit.name, misfit.names))
        for misfit in misfits
        if misfit.kind == "extra_forbidden"
    }
    blank = {id(row) for row in _blank_rows(tree)}
    return [
        problem_of(misfit)
        for misfit in misfits
        if not (misfit.kind == "missing" and misfit.path in mistyped)
        and id(misfit.node) not in blank
    ]


def _misfit(tree: Located, model: type[Record], detail: ErrorDetails) -> Misfit:
    """One error of pydantic → what does not fit, and where."""
    path = detail["loc"]
    owner = model_at(model, path[:-1]) or model
    beside = tree.nearest(*path[:-1]).content
    inside = model_at(model, path)
    names = field_names(inside if detail["type"] == "step_kind" and inside else owner)
    unknown = detail["type"] == "extra_forbidden"
    return Misfit(
        kind=detail["type"],
        message=detail["msg"],
        path=path,
        node=tree.nearest(*path),
        names=tuple(name for name in names if not (unknown and name in beside)),
        expected=str(detail.get("ctx", {}).get("expected", "")),
    )
