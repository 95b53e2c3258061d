"""What comparing a basis with the text of the law found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Outcome(Enum):
    """How a basis agrees with the law texts at hand."""

    SAME = "一致"
    OLDER = "旧版"
    DIFFERS = "不符"
    NOT_HELD = "未收录"


class Fault(Enum):
    """Why a basis does not agree: the code of the rule that tells it."""

    ARTICLE_MISSING = "article-missing"
    QUOTATION_DIFFERS = "quotation-differs"
    OLDER_VERSION = "quotation-of-older-version"


@dataclass(frozen=True, slots=True)
class Finding:
    """One provision of a basis, compared: *version* is the day of the text that was compared.

    *law* is the title as the text has it, or as cited where it is not held; *article* names 条, 款
    and 项 as cited, "" where the basis names none; *detail* is a sentence, "" where all is well.
    """

    law: str
    article: str
    outcome: Outcome
    version: date | None = None
    detail: str = ""
    fault: Fault | None = None
