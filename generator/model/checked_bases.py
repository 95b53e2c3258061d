"""A registry → what comparing every basis in it with the law texts found.

Bases are those of items, of their limits, fees, duties, standards, remedies and sub-items, and
those of flows, steps and shared duties: whatever stands in a field called 依据 or 追责依据.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model.against_law import compare
from generator.model.basis_text import BasisText
from generator.model.citation import Cited
from generator.model.finding import Finding
from generator.model.item import Item
from generator.model.law import Citation
from generator.model.micro_power import MicroPower
from generator.model.origin import Key, Values
from generator.model.record import Sourced
from generator.model.registry import Registry

_BASIS_FIELDS = ("依据", "追责依据")

_Key = tuple[str, str, str]
"""A basis as written, what it quotes, and its 文号."""


def findings_of(registry: Registry, basis: Citation) -> tuple[Finding, ...]:
    """What was found of one basis; nothing where the district names no law texts."""
    if not registry.law_texts.laws and not registry.district.law_texts:
        return ()
    return _all_findings(registry).get(_key(basis), ())


@dataclass(frozen=True, slots=True)
class PlacedBasis:
    """A basis, and the path in its record at which it is written: 依据 0, 时限 法定 依据."""

    path: tuple[Key, ...]
    basis: Citation


def bases_in(record: Sourced) -> tuple[PlacedBasis, ...]:
    """Every basis in a record, in the order written; in a list each row is one."""
    return record.once("bases", lambda one: tuple(_below(one.written.values, ())))


def _below(values: Values, path: tuple[Key, ...]) -> Iterator[PlacedBasis]:
    if path and path[-1] in _BASIS_FIELDS:
        yield from _rows(values, path)
    elif isinstance(values, dict):
        for field, value in values.items():
            yield from _below(value, (*path, field))
    elif isinstance(values, list):
        for row, value in enumerate(values):
            yield from _below(value, (*path, row))


def _rows(values: Values, path: tuple[Key, ...]) -> Iterator[PlacedBasis]:
    if isinstance(values, list):
        for row, value in enumerate(values):
            yield PlacedBasis((*path, row), Citation.model_validate(value))
    elif values:
        yield PlacedBasis(path, Citation.model_validate(values))


def every_basis(registry: Registry) -> Iterator[Citation]:
    """The bases of all items, as written and as held, of all flows and of the shared duties."""
    for record in (*_items(registry), *registry.flows.values(), *registry.duty_sets.values()):
        yield from (placed.basis for placed in bases_in(record))


def _items(registry: Registry) -> Iterator[Item | MicroPower]:
    for powers in (registry.shared_powers, *registry.powers.values()):
        yield from (holding.item for holding in powers)
    for micro_powers in (registry.shared_micro_powers, *registry.micro_powers.values()):
        yield from (holding.item for holding in micro_powers)


@lru_cache(maxsize=1)
def _all_findings(registry: Registry) -> dict[_Key, tuple[Finding, ...]]:
    bases = {_key(basis): basis for basis in every_basis(registry)}
    return {key: tuple(_compared(registry, basis)) for key, basis in bases.items()}


def _key(basis: Citation) -> _Key:
    return basis.text, basis.quotation, basis.document_number


def _compared(registry: Registry, basis: Citation) -> Iterator[Finding]:
    """A basis that names several laws quotes none of them in particular."""
    laws = laws_of(registry, basis)
    for cited in laws:
        quotation = basis.quotation if len(laws) == 1 else ""
        yield from compare(BasisText(cited, quotation), registry.law_texts)


def laws_of(registry: Registry, basis: Citation) -> tuple[Cited, ...]:
    """What a basis cites, under the whole titles where the law list knows the short ones.

    Its own 文号 is that of a law for which the text names none.
    """
    return tuple(_in_full(registry, basis, cited) for cited in basis.cited)


def _in_full(registry: Registry, basis: Citation, cited: Cited) -> Cited:
    law = registry.law_named(cited.title)
    number = cited.document_number or basis.document_number
    return replace(cited, title=law.name if law else cited.title, document_number=number)
