"""Laws → those whose 位阶 does not fit their 文号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "rank-contradicts-document-number"

_FORMS = (
    (re.compile(r"主席令"), ("法律",)),
    (re.compile(r"国务院令"), ("行政法规", "国务院决定")),
    (
        re.compile(r"(?:省|自治区|市|州)(?:人民)?政府令"),
        ("地方政府规章",),
    ),
    # Before the law on legislation, ministries issued regulations that the State Council approved.
    (re.compile(r"(?:部|委员会|委|总局|局|署|银行)令"), ("部门规章", "行政法规")),
    (
        re.compile(r"[〔\[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*\d+\s*号"),
        ("规范性文件", "国务院决定", "党内法规", "村规民约", "村级制度"),
    ),
)
"""What a number looks like, and the ranks that have such numbers (立法法 28, 47, 77)."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every law whose number says another rank than 位阶."""
    for law in registry.laws:
        ranks = next((r for form, r in _FORMS if form.search(law.document_number)), ())
        if ranks and law.rank not in ranks:
            sentence = f"《{law.name}》写的是{law.rank}，文号“{law.document_number}”却不是"
            hint = f"有这种文号的是{'或者'.join(ranks[:2])}；核对位阶和文号"
            yield warning(CODE, sentence, law.place("位阶"), hint)


RULE = Rule(CODE, find)
