"""救济 of an item, its unit and the law → whom to turn to against a decision, and by when."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.body import Remedy, Unit
from generator.model.item import Item
from generator.model.limit import TimeLimit
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding
from generator.model.remedy import ItemRemedy
from generator.render import words
from generator.render.grounds import compared
from generator.render.site import Site
from generator.render.views import Fact, Line

LABEL = "不服找谁"
_ASK_FIRST = "由作出决定的机关的上一级受理，请先问本单位"
_ASK_FOR_COURT = "看决定是谁作出的，请先问本单位"
_FIRST = "必须先申请行政复议，对复议决定不服才能起诉"
_ON_THE_SPOT = "简易程序当场作出的处罚：先申请行政复议，对复议决定不服才能起诉"
_ON_THE_SPOT_BASIS = "行政复议法第二十三条第一款第一项"
_RECONSIDER = "知道之日起六十日内（行政复议法第二十条）"
_SUE = "知道之日起六个月内（行政诉讼法第四十六条）"
_SUE_AFTER = "收到复议决定书之日起十五日内（行政诉讼法第四十五条）"
_SIMPLE = "简易"
_PENALTY = "penalty"


@dataclass(frozen=True, slots=True)
class Remedies:
    """Reads 救济 of one holding; *kind* is the code of its kind.

    The unit's own bodies are right only for what the unit itself decides.
    """

    holding: Holding[Item]
    unit: Unit | None
    kind: str = ""

    def fact(self) -> Fact:
        """The fact that papers show; bases are as written."""
        return self._told(self._own.basis)

    def compared(self, site: Site) -> Fact:
        """The fact that the card and the page of an item show: each basis with its outcome."""
        return self._told(compared(site, self._own.basis))

    @property
    def _own(self) -> ItemRemedy:
        return self.holding.item.remedy or ItemRemedy.model_validate({})

    def _told(self, basis: tuple[str, ...]) -> Fact:
        own = self._own
        if own.not_applicable:
            lines: tuple[Line, ...] = (Line(own.not_applicable),)
        else:
            lines = (*self._order(own), self._reconsideration(own), self._court(own))
        return Fact(LABEL, (*lines, *_more(own, basis)))

    @property
    def _of_unit(self) -> Remedy | None:
        """救济 of the unit; None where another body decides, for it is not the right one there."""
        item, unit = self.holding.item, self.unit
        if unit is None or item.deciding_body not in ("", unit.name, unit.full_name):
            return None
        return unit.remedy

    @property
    def _decided_elsewhere(self) -> bool:
        names = (self.unit.name, self.unit.full_name) if self.unit else ()
        return self.holding.item.deciding_body not in ("", *names)

    def _order(self, own: ItemRemedy) -> tuple[Line, ...]:
        """Whether reconsideration must come first: always, or for what is punished on the spot."""
        if own.reconsider_first:
            return (Line(_FIRST, strong=True),)
        uses = self.holding.flows
        simple = any(_SIMPLE in f"{used.name}{used.flow.name}" for used in uses)
        if simple and self.kind == _PENALTY:
            return (Line(_ON_THE_SPOT, note=_ON_THE_SPOT_BASIS, strong=True),)
        return ()

    def _reconsideration(self, own: ItemRemedy) -> Line:
        unit = self._of_unit
        body = own.reconsideration or (unit.reconsideration if unit else "")
        note = _within("知道之日", own.reconsider_within) or _RECONSIDER
        if not body and self._decided_elsewhere:
            note = f"{_ASK_FIRST}；{note}"
        return Line(f"行政复议：{body or words.MISSING}", note=note)

    def _court(self, own: ItemRemedy) -> Line:
        unit = self._of_unit
        court = own.court or (unit.court if unit else "")
        start = "收到复议决定书之日" if own.reconsider_first else "知道之日"
        usual = _SUE_AFTER if own.reconsider_first else _SUE
        note = _within(start, own.sue_within) or usual
        if not court and self._decided_elsewhere:
            note = f"{_ASK_FOR_COURT}；{note}"
        return Line(f"行政诉讼：{court or words.MISSING}", note=note)


def own_remedies(item: MicroPower) -> tuple[Fact, ...]:
    """What a village power says of remedies; a village decides little, so nothing is assumed."""
    return _of_village(item.remedy, item.remedy.basis) if item.remedy else ()


def compared_remedies(site: Site, item: MicroPower) -> tuple[Fact, ...]:
    """The same as a page shows it: each basis with what comparing it with the law texts found."""
    return _of_village(item.remedy, compared(site, item.remedy.basis)) if item.remedy else ()


def _of_village(own: ItemRemedy, basis: tuple[str, ...]) -> tuple[Fact, ...]:
    if own.not_applicable:
        return (Fact(LABEL, (Line(own.not_applicable), *_more(own, basis))),)
    named = (
        ("行政复议", own.reconsideration, _within("知道之日", own.reconsider_within)),
        ("行政诉讼", own.court, _within("知道之日", own.sue_within)),
    )
    first = (Line(_FIRST, strong=True),) if own.reconsider_first else ()
    lines = tuple(Line(f"{way}：{body}", note=note) for way, body, note in named if body)
    told = (*first, *lines, *_more(own, basis))
    return (Fact(LABEL, told),) if told else ()


def _within(start: str, limit: TimeLimit | None) -> str:
    """A limit of the item's own → `知道之日起30日内`, "" where the law's usual one holds."""
    return f"{start}起{limit.text.removesuffix('内').removesuffix('以')}内" if limit else ""


def _more(own: ItemRemedy, basis: tuple[str, ...]) -> tuple[Line, ...]:
    """The public sentence and the articles."""
    told = f"依据：{words.listed(basis)}" if basis else ""
    return tuple(Line(text) for text in (own.note, told) if text)
