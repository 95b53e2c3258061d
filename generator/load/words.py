"""A registry → words that 用词表 does not have, where it lists any for that field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.load.misfit import wrong_word
from generator.load.references import as_written
from generator.model.district import Term, Vocabulary
from generator.model.guide import Guide
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
    names: dict[int, dict[str, None]] = {}
    for word in _words(registry):
        listed = names.get(id(word.terms))
        if listed is None:
            listed = names[id(word.terms)] = {term.name: None for term in word.terms}
        if not listed or not word.word or word.word in listed:
            continue
        problem = wrong_word(word.field, _node(word), [*listed])
        if any(word.terms is terms for terms in offered):
            problem = replace(problem, severity=Severity.WARNING)
        yield problem


def _words(registry: Registry) -> Iterator[Word]:
    vocabulary = registry.vocabulary
    for holding in as_written(registry):
        item = holding.item
        if isinstance(item, Item):
            yield from _of_power(registry, item)
        else:
            yield from _of_micro_power(registry, item)
        for number, document in enumerate(item.documents if isinstance(item, MicroPower) else ()):
            where = item.at("申请材料", number, "来源")
            yield Word("来源", document.origin, vocabulary.document_origins, where)
    for flow in registry.flows.values():
        for number, step in enumerate(flow.steps):
            yield from _of_risks(registry, step.risks, flow.at("步骤", number, "风险"))
    for unit in registry.units:
        yield from _of_risks(registry, unit.post_risks, unit.at("岗位风险"))
    for duty_set in registry.duty_sets.values():
        yield from _of_duties(registry, duty_set.duties, duty_set.at())
        for number, kind in enumerate(duty_set.kinds):
            where = duty_set.at("适用类别", number)
            yield Word("适用类别", kind, vocabulary.kinds, where)
    for law in registry.laws:
        yield Word("位阶", law.rank, vocabulary.ranks, law.at("位阶"))


def _of_power(registry: Registry, item: Item) -> Iterator[Word]:
    vocabulary = registry.vocabulary
    yield Word("类别", item.kind, vocabulary.kinds, item.at("类别"))
    yield from _of_list("行使层级", item.levels, vocabulary.levels, item.at())
    if item.guide:
        yield from _of_guide(vocabulary, item.guide, item.at("办事指南"))
    if item.responsibility:
        yield from _of_duties(registry, item.responsibility.duties, item.at("责任"))


def _of_guide(vocabulary: Vocabulary, guide: Guide, above: Where) -> Iterator[Word]:
    yield Word("办件类型", guide.handling, vocabulary.handlings, above.below("办件类型"))
    for number, document in enumerate(guide.documents):
        where = above.below("申请材料", number, "来源")
        yield Word("来源", document.origin, vocabulary.document_origins, where)
    yield from _of_list("服务对象", guide.applicants, vocabulary.applicants, above)


def _of_list(
    field: str, words: tuple[str, ...], terms: tuple[Term, ...], above: Where
) -> Iterator[Word]:
    for number, word in enumerate(words):
        yield Word(field, word, terms, above.below(field, number))


def _of_micro_power(registry: Registry, item: MicroPower) -> Iterator[Word]:
    for number, way in enumerate(item.disclosure.ways if item.disclosure else ()):
        where = item.at("公开", "方式", number)
        yield Word("方式", way, registry.vocabulary.disclosure_ways, where)


def _of_duties(registry: Registry, duties: Iterable[Duty], above: Where) -> Iterator[Word]:
    for number, duty in enumerate(duties):
        where = above.below("事项", number, "环节")
        yield Word("环节", duty.stage, registry.vocabulary.stages, where)


def _of_risks(registry: Registry, risks: Iterable[RiskPoint], rows: Where) -> Iterator[Word]:
    """等级 and 类别 of risk points."""
    for number, risk in enumerate(risks):
        row = rows.below(number)
        yield Word("等级", risk.level, registry.vocabulary.risk_levels, row.below("等级"))
        yield Word("类别", risk.category, registry.vocabulary.risk_categories, row.below("类别"))


def _node(word: Word) -> Located:
    """The value of a word; in the short form of a risk point its level is the name of a field."""
    node = word.where.node
    if isinstance(node.content, str):
        return node
    span = node.nearest(word.word).key_span
    return Located(span.file, span.line, span.column, span.length, word.word)
