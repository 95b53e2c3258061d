"""A flow and the one it replaced → a table of both, and what was saved."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.flow import Flow
from generator.model.path import PathTime
from generator.model.registry import Ref, Registry
from generator.render.flow_time import time_of
from generator.render.views import Row, Table, cell
from generator.render.words import MISSING

STEPS, DAYS = "步骤", "最长时间"
_SAME = "不变"


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing counted before and after, each in words, and the difference in words."""

    what: str
    before: str
    after: str
    saved: str


def savings(registry: Registry, old: tuple[Ref, Flow], new: tuple[Ref, Flow]) -> tuple[Saving, ...]:
    """Former flow and flow → steps, posts, days, documents; only what either of them has."""
    before, after = old[1], new[1]
    counted = (
        _counted(STEPS, "步", len(before.steps), len(after.steps)),
        _counted("经手岗位", "个", len(_posts(before)), len(_posts(after))),
        _days(time_of(registry, *old), time_of(registry, *new)),
        _counted("要交的材料", "份", len(_documents(before)), len(_documents(after))),
        _counted("发出的文书", "份", len(_served(before)), len(_served(after))),
    )
    return tuple(each for each in counted if each)


def savings_table(told: tuple[Saving, ...]) -> Table:
    """What was counted → a table."""
    rows = tuple(
        Row((cell(each.what), cell(each.before), cell(each.after), cell(each.saved)))
        for each in told
    )
    return Table("再造前后对比", ("比什么", "再造前", "再造后", "省了多少"), rows)


def _posts(flow: Flow) -> set[str]:
    return {post for step in flow.steps for post in step.posts}


def _documents(flow: Flow) -> set[str]:
    return {document for step in flow.steps for document in step.documents}


def _served(flow: Flow) -> set[str]:
    return {document for step in flow.steps for document in step.served_documents}


def _counted(what: str, unit: str, before: int, after: int) -> Saving | None:
    """A number before and after; none at all means that nobody wrote it down, not that it is 0."""
    if not (before or after):
        return None
    told = [f"{number}{unit}" if number else MISSING for number in (before, after)]
    saved = _difference(before - after, unit) if before and after else MISSING
    return Saving(what, told[0], told[1], saved)


def _difference(less: int, unit: str) -> str:
    if not less:
        return _SAME
    return f"少{less}{unit}" if less > 0 else f"多{-less}{unit}"


def _days(before: PathTime, after: PathTime) -> Saving | None:
    """The longest ways; days of different kinds are shown and not subtracted."""
    told = before.in_words(), after.in_words()
    if not any(told):
        return None
    old, new = before.as_limit(), after.as_limit()
    saved = MISSING if not all(told) else "算法不同，不能相减"
    if told[0] == told[1]:
        saved = _SAME
    elif old and new and old.kind is new.kind and old.amount and new.amount:
        unit = old.text.removeprefix(str(old.amount))
        saved = _difference(old.amount - new.amount, unit)
    return Saving(DAYS, told[0] or MISSING, told[1] or MISSING, saved)
