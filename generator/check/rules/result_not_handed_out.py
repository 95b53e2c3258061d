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
        own = f"在事项的“流程”里写“文书: {{{meant[0]}: {name}}}”"
        return f"流程里的“{meant[0]}”就是它的，{own}；不是的，{step}"
    return f"{step}；流程里叫别的名字的，在事项的“流程”里写“文书: {{流程里的名称: {name}}}”"


def _may_be(paper: str, name: str) -> bool:
    """Whether both say yes, or both no, at the end."""
    return refuses(paper) == refuses(name) and not is_on_the_way(paper)


def _is_other(promise: Promise, paper: str) -> bool:
    """Whether another result is that paper."""
    return any(alike(paper, result.name) for result in promise.results)


RULE = Rule(CODE, find)
