"""What items tell the public → sentences too long to be read aloud in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "long-sentence"

_MOST = 60
"""Characters from one full stop to the next."""
_FOR_THE_PUBLIC = frozenset("群众怎么办 受理条件 不予怎么办 答 到场原因".split())
_STOPS = re.compile(r"[。！？；：\n!?;]+")
_LONG = re.compile(rf"[^。！？；：\n!?;]{{{_MOST + 1}}}")


def find(registry: Registry) -> Iterator[Problem]:
    """Every sentence of more than 60 characters in a text for the public, one for each text."""
    for subject in subjects(registry):
        item = subject.holding.item
        if not any(_LONG.search(text) for text in item.written.words_in(_FOR_THE_PUBLIC)):
            continue
        for path, text in item.written.texts_in(_FOR_THE_PUBLIC):
            longest = max((s.strip() for s in _STOPS.split(text)), key=len)
            if len(longest) > _MOST:
                sentence = f"“{longest[:12]}…”一句话有{len(longest)}个字，多于{_MOST}个"
                yield advice(CODE, sentence, item.place(*path), "分成几句，一句只说一件事")


RULE = Rule(CODE, find)
