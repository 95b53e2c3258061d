"""Items in force → papers among their results that no step of their flows gives out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.papers import (
    Promise,
    alike,
    is_given,
    is_on_the_way,
    is_paper,
    promises,
    refuses,
    steps_of,
)
from generator.check.rule import Rule
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "result-not-handed-out"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 结果 that is a paper of this body and that no 送达文书 of the item's flows means.

    Nothing where the flows give out no paper at all; a step that says in its own sentence that it
    gives the paper out is enough.
    """
    for promise in promises(registry):
        steps = steps_of(registry, promise.flows)
        given = list(dict.fromkeys(paper for step in steps for paper in step.served_documents))
        for row, result in enumerate(promise.results if given else ()):
            if result.issuer or not is_paper(result.name) or is_given(result.name, steps):
                continue
            names = "”“".join(dict.fromkeys(used.flow.name for used in promise.flows))
            sentence = f"结果“{result.name}”，流程“{names}”没有一步发它"
            place = promise.holding.item.place(*promise.path, row)
            yield advice(CODE, sentence, place, _way_out(promise, result.name, given))


def _way_out(promise: Promise, name: str, given: list[str]) -> str:
    """What to write: the one paper of the flow that may be meant, or both ways."""
    meant = [paper for paper in given if _may_be(paper, name) and not _is_other(promise, paper)]
    step = f"在发它的那一步写“送达文书: [{name}]”"
    if len(meant) == 1:
        return f"流程里的“{meant[0]}”就是它的，{_renamed(promise, meant[0], name)}；不是的，{step}"
    return f"{step}；流程里叫别的名字的，{_renamed(promise, '流程里的名称', name)}"


def _renamed(promise: Promise, paper: str, name: str) -> str:
    """Where to write that *paper* of the flow is called *name* here."""
    words = f"文书: {{{paper}: {name}}}"
    used = promise.flows[0]
    if promise.path[0] != "子项":
        return f"在事项的“流程”里写“{words}”"
    if used.sub_item:
        return f"在子项的“流程”里写“{words}”"
    if used.adapted:
        return f"把事项的“流程”抄到子项里，“文书”里把它改叫“{name}”"
    return f"在子项里写“流程: {{用: {used.ref.id}, {words}}}”"


def _may_be(paper: str, name: str) -> bool:
    """Whether both say yes, or both no, at the end."""
    return refuses(paper) == refuses(name) and not is_on_the_way(paper)


def _is_other(promise: Promise, paper: str) -> bool:
    """Whether another result is that paper."""
    return any(alike(paper, result.name) for result in promise.results)


RULE = Rule(CODE, find)
