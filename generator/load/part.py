"""One village of a district → the files that its handbook is made of, read alone.

They are the lists of the district, what units say of themselves, the shared lists of villages, the
village's own file, and the items of units that it hands matters to. Files that give a name its
拼音 are among them wherever they lie, for a reading holds for every name that contains the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.load.files import FileKind, SourceFile, find
from generator.load.resolve import resolve
from generator.load.sheets import Sheets, begun, read_into, require
from generator.load.village_files import plain_text
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import SHARED_VILLAGE, Holding, Ref, item_places

_OF_UNITS = frozenset({FileKind.ITEM, FileKind.FLOW, FileKind.DUTIES})
_READING = "拼音"


def read_part(root: Path, village: str) -> Sheets:
    """The sheets that the handbook of a village is made of, and every problem of a single file.

    Files that were not read are among those that nobody calls unknown.
    """
    found = find(root)
    own = f"villages/{village}"
    needed = {file.label: file for file in found.files if _is_needed(file, own)}
    rest = [file for file in found.files if file.label not in needed]
    sheets = begun(found)
    read_into(sheets, needed.values())
    unread = {Ref(file.folder, file.id) for file in rest}
    sheets.broken |= unread
    handed = _handed_to(sheets, own)
    changed = {name for unit in sheets.units.values() for name in unit.written.fields_of("改动")}
    also = [file for file in rest if _is_shown(file, handed, changed)]
    sheets.broken -= {Ref(file.folder, file.id) for file in also}
    read_into(sheets, also)
    require(sheets, found)
    return sheets


def _is_needed(file: SourceFile, own: str) -> bool:
    """Whether a book needs a file, whatever the others say."""
    if file.kind is FileKind.VILLAGE:
        is_used = f"{file.folder}/{file.id}" == own
    else:
        is_used = file.kind not in _OF_UNITS or file.folder.startswith("villages/")
    text = "" if is_used else plain_text(file.path)
    return is_used or text is None or _READING in text


def _handed_to(sheets: Sheets, own: str) -> frozenset[Ref]:
    """Where the items of the village, and of the lists it may adopt, lead (交由)."""
    registry, _ = resolve(sheets)
    held = (*registry.shared_micro_powers, *registry.micro_powers.get(own, ()))
    places: set[Ref] = set()
    for holding in held:
        for word in _words_of(holding):
            for folder in (SHARED_VILLAGE, own, "powers"):
                places.update(item_places(folder, word))
    return frozenset(places)


def _words_of(holding: Holding[Item] | Holding[MicroPower]) -> Iterator[str]:
    yield from filter(None, (holding.item.handoff,))
    for used in holding.flows:
        yield from (step.handoff for step in used.flow.steps if step.handoff)


def _is_shown(file: SourceFile, handed: frozenset[Ref], changed: set[str]) -> bool:
    """Whether an item is handed to, or is a shared one that a body changes or may be handed to."""
    if file.kind is not FileKind.ITEM:
        return False
    if file.folder.startswith("powers/_"):
        return file.id in changed or any(ref.id == file.id for ref in handed)
    return Ref(file.folder, file.id) in handed
