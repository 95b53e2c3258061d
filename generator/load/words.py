"""A registry → words that 用词表 does not have, where it lists any for that field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.load.misfit import wrong_word
from generator.load.references import as_written
from generator.model.district import Term, Vocabulary
from generator.model.guide import Guide, RequiredDocument
from generator.model.item import Duty, Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Located
from generator.model.record import Where
from generator.model.registry import Registry
from generator.model.risk import RiskPoint
from generator.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written: the field it fills, the list it must be in, and where it stands."""

    field: str
    word: str
    terms: tuple[Term, ...]
    where: Where


def unknown_words(registry: Registry) -> Iterator[Problem]:
    """Every word outside its list; 提醒 for 环节, 行使层级, 服务对象, which differ by practice."""
    known = registry.vocabulary
    offered = (known.stages, known.levels, known.applicants)
    for word in _Lists(registry.vocabulary).unlisted(registry):
        problem = wrong_word(
            word.field, _node(word), [*dict.fromkeys(term.name for term in word.terms)]
        )
        if any(word.terms is terms for terms in offered):
            problem = replace(problem, severity=Severity.WARNING)
        yield problem


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of 用词表, and the names in each by the list's identity."""

    vocabulary: Vocabulary
    names: dict[int, frozenset[str]] = field(default_factory=dict)

    def lacks(self, terms: tuple[Term, ...], word: str) -> bool:
        """Whether a list has entries and this word is none of them; no word is nothing to miss."""
        names = self.names.get(id(terms))
        if names is None:
            names = self.names[id(terms)] = frozenset(term.name for term in terms)
        return bool(word and names) and word not in names

    def unlisted(self, registry: Registry) -> Iterator[Word]:
        """Every word that its list lacks, where it is written."""
        vocabulary = self.vocabulary
        for holding in as_written(registry):
            item = holding.item
            own = self._of_power(item) if isinstance(item, Item) else self._of_micro_power(item)
            yield from own
        for flow in registry.flows.values():
            for number, step in enumerate(flow.steps):
                if step.risks:
                    yield from self._of_risks(step.risks, flow.at("步骤", number, "风险"))
        for unit in registry.units:
            yield from self._of_risks(unit.post_risks, unit.at("岗位风险"))
        for duty_set in registry.duty_sets.values():
            yield from self._of_duties(duty_set.duties, duty_set.at())
            yield from self._of_list("适用类别", duty_set.kinds, vocabulary.kinds, duty_set.at())
        for law in registry.laws:
            yield from self._of_list("位阶", (law.rank,), vocabulary.ranks, law.at())

    def _of_power(self, item: Item) -> Iterator[Word]:
        vocabulary = self.vocabulary
        if self.lacks(vocabulary.kinds, item.kind):
            yield Word("类别", item.kind, vocabulary.kinds, item.at("类别"))
        yield from self._of_list("行使层级", item.levels, vocabulary.levels, item.at())
        if item.guide:
            yield from self._of_guide(item.guide, item.at("办事指南"))
        if item.responsibility:
            yield from self._of_duties(item.responsibility.duties, item.at("责任"))

    def _of_guide(self, guide: Guide, above: Where) -> Iterator[Word]:
        handlings = self.vocabulary.handlings
        if self.lacks(handlings, guide.handling):
            yield Word("办件类型", guide.handling, handlings, above.below("办件类型"))
        yield from self._of_documents(guide.documents, above)
        applicants = self.vocabulary.applicants
        yield from self._of_list("服务对象", guide.applicants, applicants, above)

    def _of_documents(self, documents: Iterable[RequiredDocument], above: Where) -> Iterator[Word]:
        origins = self.vocabulary.document_origins
        for number, document in enumerate(documents):
            if self.lacks(origins, document.origin):
                where = above.below("申请材料", number, "来源")
                yield Word("来源", document.origin, origins, where)

    def _of_list(
        self, field: str, words: tuple[str, ...], terms: tuple[Term, ...], above: Where
    ) -> Iterator[Word]:
        for number, word in enumerate(words):
            if self.lacks(terms, word):
                yield Word(field, word, terms, above.below(field, number))

    def _of_micro_power(self, item: MicroPower) -> Iterator[Word]:
        ways = item.disclosure.ways if item.disclosure else ()
        yield from self._of_list("方式", ways, self.vocabulary.disclosure_ways, item.at("公开"))
        yield from self._of_documents(item.documents, item.at())

    def _of_duties(self, duties: Iterable[Duty], above: Where) -> Iterator[Word]:
        stages = self.vocabulary.stages
        for number, duty in enumerate(duties):
            if self.lacks(stages, duty.stage):
                yield Word("环节", duty.stage, stages, above.below("事项", number, "环节"))

    def _of_risks(self, risks: Iterable[RiskPoint], rows: Where) -> Iterator[Word]:
        """等级 and 类别 of risk points."""
        levels, categories = self.vocabulary.risk_levels, self.vocabulary.risk_categories
        for number, risk in enumerate(risks):
            if self.lacks(levels, risk.level):
                yield Word("等级", risk.level, levels, rows.below(number, "等级"))
            if self.lacks(categories, risk.category):
                yield Word("类别", risk.category, categories, rows.below(number, "类别"))


def _node(word: Word) -> Located:
    """The value of a word; in the short form of a risk point its level is the name of a field."""
    node = word.where.node
    if isinstance(node.content, str):
        return node
    span = node.nearest(word.word).key_span
    return Located(span.file, span.line, span.column, span.length, word.word)
