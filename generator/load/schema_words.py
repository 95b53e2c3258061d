"""用词表 → which of its words a field of a model may hold."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.district import Term, Vocabulary
from generator.model.guide import Guide, RequiredDocument
from generator.model.item import Duty, DutySet, Item
from generator.model.law import Law
from generator.model.micro_power import Disclosure
from generator.model.record import Record
from generator.model.risk import RiskPoint

Field = tuple[type[Record], str]
_STAGE: Field = (Duty, "环节")
_LEVEL: Field = (Item, "行使层级")
_APPLICANT: Field = (Guide, "服务对象")
_OFFERED = frozenset({_STAGE, _LEVEL, _APPLICANT})
"""These differ by practice: another word is 提醒, so an editor only offers them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a district, by the field that holds them; none where it lists none."""

    lists: dict[Field, tuple[str, ...]]

    @classmethod
    def of(cls, vocabulary: Vocabulary | None) -> Words:
        """用词表 → its words by field."""
        return cls({} if vocabulary is None else _lists(vocabulary))

    def of_field(self, owner: type[Record], name: str) -> tuple[str, ...]:
        """The words a field may hold, none where any text may stand."""
        return self.lists.get((owner, name), ())

    def binds(self, owner: type[Record], name: str) -> bool:
        """Whether a word outside the list is an error."""
        return (owner, name) not in _OFFERED


def _lists(vocabulary: Vocabulary) -> dict[Field, tuple[str, ...]]:
    return {
        (Item, "类别"): _names(vocabulary.kinds),
        (DutySet, "适用类别"): _names(vocabulary.kinds),
        (Guide, "办件类型"): _names(vocabulary.handlings),
        (RequiredDocument, "来源"): _names(vocabulary.document_origins),
        (Disclosure, "方式"): _names(vocabulary.disclosure_ways),
        (RiskPoint, "等级"): _names(vocabulary.risk_levels),
        (RiskPoint, "类别"): _names(vocabulary.risk_categories),
        (Law, "位阶"): _names(vocabulary.ranks),
        _STAGE: _names(vocabulary.stages),
        _LEVEL: _names(vocabulary.levels),
        _APPLICANT: _names(vocabulary.applicants),
    }


def _names(terms: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(term.name for term in terms)
