"""A `Located` tree → a frozen model; what does not fit becomes problems at its own line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.forms import field_names, homes, model_of, parts, shortest_form
from generator.load.misfit import MAPPING, Misfit, problem_of
from generator.load.nearest import nearest, plain
from generator.model.origin import Key, Located, Values
from generator.model.record import Record, Sourced
from generator.model.risk import RiskPoint
from generator.model.source import Source
from generator.problem import Problem, error

Model = TypeVar("Model", bound=Sourced)


def shape(source: Source, model: type[Model], identity: str) -> tuple[Model | None, list[Problem]]:
    """A source → the model that it describes, knowing its source and id, or every misfit in it.

    A field without a value counts as not written.
    """
    if not isinstance(source.values, dict):
        sentence = "这里要写成一组“字段: 值”"
        return None, [error("wrong-shape", sentence, source.tree.span, "冒号是半角，后面空一格")]
    has_blanks = source.has_blanks
    blanks = [*_blanks(source, model)] if has_blanks else []
    problems = [_blank_problem(blank) for blank in blanks]
    try:
        made = model.model_validate(_filled(source.values) if has_blanks else source.values)
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        misfits = [_misfit(source.tree, model, detail) for detail in errors]
        return None, problems + _problems(misfits, blanks)
    return (None, problems) if problems else (made.attach(source, identity), [])


def model_at(model: type[Record], path: tuple[Key, ...]) -> type[Record] | None:
    """The model of the mapping at *path* inside a model; None where it is no model's."""
    here: type[Record] | None = model
    is_named = False
    for key in path:
        if isinstance(key, int):
            continue
        if is_named:
            is_named = False
            continue
        fields = here.model_fields.values() if here else ()
        info = next((field for field in fields if field.alias == key), None)
        here = model_of(info.annotation) if info else None
        is_named = info is not None and any(get_origin(p) is dict for p in parts(info.annotation))
    return None if is_named else here


def _filled(values: Values) -> Values:
    """Values without the fields that were left empty."""
    if isinstance(values, dict):
        return {name: _filled(value) for name, value in values.items() if not _is_blank(value)}
    if isinstance(values, list):
        return [_filled(row) for row in values]
    return values


def _blanks(source: Source, model: type[Record]) -> Iterator[Misfit]:
    """What should not stand there empty: a row of a list, and a field that does not exist.

    Most often the value of such a field stands in its name, the colon forgotten; in a risk point
    it is a level without its 表现.
    """
    for path, text in source.texts():
        if not path or not _is_blank(text):
            continue
        owner = model_at(model, path[:-1])
        if isinstance(path[-1], int):
            kind = "blank_row"
        elif owner is None or path[-1] in field_names(owner):
            continue
        else:
            kind = "missing" if _is_level(source.tree, path, owner) else "extra_forbidden"
        names = _free_names(source.tree, path, owner) if owner else ()
        yield Misfit(kind, "", path, source.tree.nearest(*path), names, "")


def _is_level(tree: Located, path: tuple[Key, ...], owner: type[Record]) -> bool:
    """Whether an empty name opens a risk point: no other word there could be its 等级."""
    beside = tree.nearest(*path[:-1]).content
    others = beside.items() if isinstance(beside, dict) else ()
    known = {*field_names(RiskPoint)} - {"等级"}
    return owner is RiskPoint and all(
        _is_blank(value.content) or key in known for key, value in others
    )


def _blank_problem(blank: Misfit) -> Problem:
    if blank.kind == "blank_row":
        hint = "填上内容，或者删掉这一行"
        return error("wrong-shape", "列表里有一行是空的", blank.node.span, hint)
    return problem_of(blank)


def _free_names(tree: Located, path: tuple[Key, ...], owner: type[Record]) -> tuple[str, ...]:
    """The fields of a model that the one at *path* may have meant: not yet written beside it."""
    beside = tree.nearest(*path[:-1]).content
    said = plain(str(path[-1]))
    return tuple(name for name in field_names(owner) if name not in beside or plain(name) == said)


def _is_blank(value: object) -> bool:
    """Whether nothing is written: quoted spaces are nothing to a reader."""
    return isinstance(value, str) and not value.strip()


def _problems(misfits: list[Misfit], blanks: list[Misfit]) -> list[Problem]:
    """Misfits → problems, each cause once, without those that *blanks* already tell."""
    mistyped = {
        (*misfit.path[:-1], nearest(misfit.name, misfit.names))
        for misfit in (*misfits, *blanks)
        if misfit.kind == "extra_forbidden"
    }
    told = {id(blank.node) for blank in blanks}
    levels = {blank.path[:-1] for blank in blanks if blank.kind == "missing"}
    return [
        problem_of(misfit)
        for misfit in misfits
        if not (misfit.kind == "missing" and misfit.path in mistyped)
        and not (misfit.kind == "missing" and misfit.path[:-1] in levels)
        and not (misfit.kind == "too_short" and misfit.node.content)
        and id(misfit.node) not in told
    ]


def _misfit(tree: Located, model: type[Record], detail: ErrorDetails) -> Misfit:
    """One error of pydantic → what does not fit, and where."""
    path, kind = detail["loc"], detail["type"]
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    owner = model_at(model, path[:-1]) or model
    inside = model_at(model, path)
    names = (*field_names(owner),)
    if kind == "extra_forbidden":
        names = _free_names(tree, path, owner)
    elif kind == "step_kind" and inside:
        names = (*field_names(inside),)
    elif kind in MAPPING and inside:
        names = shortest_form(inside)
    return Misfit(
        kind=kind,
        message=detail["msg"],
        path=path,
        node=tree.nearest(*path),
        names=names,
        homes=homes(owner, name) if kind == "extra_forbidden" else (),
        expected=str(detail.get("ctx", {}).get("expected", "")),
    )
