"""Items in force → documents that one list asks for twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.guides import bare_name, lists_of_documents
from generator.check.rule import Rule
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity, Span

CODE = "document-asked-twice"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 申请材料 whose name, its form apart, stands in the same list before."""
    for asked in lists_of_documents(registry):
        seen: dict[str, Span] = {}
        for each in asked:
            name = bare_name(each.document.name)
            first = seen.setdefault(name, each.place)
            if first is not each.place:
                sentence = f"材料“{each.document.name}”要了两次"
                hint = "合成一条，用“原件”“复印件”写各要几份"
                other = OtherPlace(first, "前面已经要过")
                yield Problem(CODE, Severity.WARNING, sentence, each.place, hint, (other,))


RULE = Rule(CODE, find)
