"""A flow → how many steps and days it takes, and in words how the days were added up."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.excess import ordinary_days
from generator.model.flow import Flow, Step, StepKind
from generator.model.graph import TransitionKind, graph_of
from generator.model.limit import DayKind
from generator.model.path import PathTime, counts, path_time
from generator.model.registry import Ref, Registry

_AT_ONCE = "当场"
_TAKE_NO_TIME = (StepKind.START, StepKind.END)


def time_of(registry: Registry, ref: Ref, flow: Flow) -> PathTime:
    """A flow → its longest way, with the flows inside it."""

    def inner(name: str) -> Flow | None:
        found = registry.flow_named(ref.folder, name)
        return registry.flows[found] if found else None

    return path_time(flow, inner)


def summary(registry: Registry, ref: Ref, flow: Flow) -> str:
    """A flow → `共9步，最长11个工作日`; without limits only the steps."""
    time = time_of(registry, ref, flow).in_words()
    if not time:
        return f"共{len(flow.steps)}步"
    return f"共{len(flow.steps)}步，" + ("当场办结" if time == _AT_ONCE else f"最长{time}")


def reckoning(registry: Registry, ref: Ref, flow: Flow) -> str:
    """How the days of a flow were added up, so that a reader can do it again; "" where obvious."""
    time = time_of(registry, ref, flow)
    if time.in_words() in ("", _AT_ONCE):
        return ""
    ways = graph_of(flow).transitions
    told = _together(time)
    if len(time.way) < len(flow.steps):
        told.append(f"按最久的一条路算，是第{_numbers(time.way)}步")
    if any(way.kind is TransitionKind.RETURN for way in ways):
        told.append("退回、补正重来的只算一次")
    if any(step.parallel for step in flow.steps):
        told.append("同时办的几步按最久的算")
    told += _left_out(flow, time)
    return "；".join(told) + "。" if told else ""


def _together(time: PathTime) -> list[str]:
    """What days of different kinds come to; nothing where they are of one kind."""
    if time.as_limit() is not None:
        return []
    least, most = ordinary_days(time.pieces)
    days = f"{least}到{most}日" if least < most else f"{least}日"
    return [f"{time.in_words()}不能直接相加，不碰上放假合起来大约{days}"]


def _left_out(flow: Flow, time: PathTime) -> list[str]:
    """What does not count, and what nobody wrote."""
    told = []
    waiting = [_with_limit(n, step) for n, step in enumerate(flow.steps) if _waits(step)]
    if waiting:
        told.append(f"不计入时限的：{'、'.join(waiting)}")
    silent = [number for number in time.way if _says_nothing(flow.steps[number])]
    if silent:
        told.append(f"第{_numbers(silent)}步没有写明几天，没有算进去")
    return told


def _waits(step: Step) -> bool:
    at_once = step.limit is not None and step.limit.kind is DayKind.AT_ONCE
    return not counts(step) and not at_once


def _with_limit(number: int, step: Step) -> str:
    written = f"（{step.limit.text}）" if step.limit else ""
    return f"第{number + 1}步{written}"


def _says_nothing(step: Step) -> bool:
    if step.kind in _TAKE_NO_TIME or step.uses or not counts(step):
        return False
    return step.limit is None or not step.limit.computable


def _numbers(steps: Iterable[int]) -> str:
    """Step numbers from 0 → `1、2、4—9`."""
    runs: list[list[int]] = []
    for number in sorted(steps):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    return f"{run[0] + 1}—{run[-1] + 1}" if len(run) > 2 else "、".join(str(n + 1) for n in run)
