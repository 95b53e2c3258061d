"""Items in force → documents that one list asks for twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.guides import bare_name, lists_of_documents
from generator.check.rule import Rule
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "document-asked-twice"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 申请材料 whose name, its form apart, stands in the same list before."""
    for asked in lists_of_documents(registry):
        seen: dict[str, Where] = {}
        for each in asked:
            name = bare_name(each.document.name)
            first = seen.setdefault(name, each.where)
            if first is not each.where:
                sentence = f"材料“{each.document.name}”要了两次"
                hint = "合成一条，用“原件”“复印件”写各要几份"
                other = OtherPlace(first.span, "前面已经要过")
                yield Problem(CODE, Severity.WARNING, sentence, each.where.span, hint, (other,))


RULE = Rule(CODE, find)
