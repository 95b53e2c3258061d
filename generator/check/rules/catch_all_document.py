"""Items in force → documents whose name leaves open what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.guides import lists_of_documents
from generator.check.rule import Rule
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "catch-all-document"

_OPEN = re.compile(
    r"(?:其他|其它|相关|有关)(?:的)?(?:必要的?|相关的?|有关的?|证明)?(?:申请)?(?:材料|资料|文件|证件)|"
    r".*(?:规定|要求|需要|认为)[\u4e00-\u9fff]{0,8}的?(?:其他|其它)(?:相关|有关|证明)?(?:材料|资料|文件|证件)"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every 申请材料 called 其他材料 or the like, unless 说明 names what is meant."""
    for asked in lists_of_documents(registry):
        for each in asked:
            document = each.document
            if _OPEN.fullmatch(document.name.strip()) and not document.note.strip():
                sentence = f"材料“{document.name}”没有说清是哪几样"
                hint = "一样一样列出来；说不出的删去"
                yield warning(CODE, sentence, each.where.span, hint)


RULE = Rule(CODE, find)
