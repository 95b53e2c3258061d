"""The kinds of files: what each holds, and where such files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from generator.load.files import FileKind
from generator.model.body import Unit, Village
from generator.model.claim import Claim
from generator.model.district import District, HolidayYear, Synonym, Topic, Vocabulary
from generator.model.flow import Flow
from generator.model.item import DutySet, Item
from generator.model.law import Law
from generator.model.micro_power import MicroPower
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of file: its name for clerks, the model it holds, and where such files lie."""

    title: str
    model: type[Record]
    places: tuple[str, ...]


SHEETS: dict[FileKind, Sheet] = {
    FileKind.DISTRICT: Sheet("区情", District, ("powers/district.y*ml",)),
    FileKind.VOCABULARY: Sheet("用词表", Vocabulary, ("powers/vocabulary.y*ml",)),
    FileKind.LAWS: Sheet("依据库", Law, ("powers/laws.y*ml",)),
    FileKind.CLAIMS: Sheet("统计口径", Claim, ("powers/claims.y*ml",)),
    FileKind.TOPICS: Sheet("主题、人群、人生大事", Topic, ("powers/topics.y*ml",)),
    FileKind.SYNONYMS: Sheet("百姓叫法", Synonym, ("powers/synonyms.y*ml",)),
    FileKind.HOLIDAYS: Sheet("放假与调休", HolidayYear, ("powers/holidays.y*ml",)),
    FileKind.DUTIES: Sheet("通用责任", DutySet, ("powers/_common/duties.y*ml",)),
    FileKind.UNIT: Sheet("单位", Unit, ("powers/*/unit.y*ml",)),
    FileKind.ITEM: Sheet("权力事项", Item, ("powers/*/items/*.y*ml",)),
    FileKind.FLOW: Sheet("流程", Flow, ("powers/*/flows/*.y*ml", "villages/*/flows/*.y*ml")),
    FileKind.MICRO_POWER: Sheet("村级事项", MicroPower, ("villages/*/items/*.y*ml",)),
    FileKind.VILLAGE: Sheet("村", Village, ("villages/*/*.y*ml",)),
}


def kind_of(path: PurePath) -> FileKind | None:
    """The path of a file → its kind by where it lies, None where nothing reads it."""
    for kind, sheet in SHEETS.items():
        if any(path.match(place) for place in sheet.places):
            return kind
    return None
