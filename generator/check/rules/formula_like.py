"""Everything written → texts that a spreadsheet would take for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import records
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "formula-like"

_SIGNS = ("=", "+", "@", "＝", "＋", "＠")
_OPENING = re.compile(rf"""[{"".join(_SIGNS)}](?<![^\s"'\[{{,].)""")
"""One of them where a text may begin: at a line, behind a blank, a quote or a bracket."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every text that begins with =, + or @; a lone sign is a blank like -."""
    for record in records(registry):
        if not _OPENING.search(record.written.words):
            continue
        for path, words in record.written.texts():
            if words.startswith(_SIGNS) and len(words) > 1:
                name = next((key for key in reversed(path) if isinstance(key, str)), "")
                sentence = f"“{name}”以“{words[0]}”开头，在电子表格里会被当成公式"
                hint = f"去掉开头的“{words[0]}”，或者在它前面写一个字"
                yield warning(CODE, sentence, record.place(*path), hint)


RULE = Rule(CODE, find)
