"""Chinese names → how they are read: syllables and initials, for finding and for sorting A–Z."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.value import plain_letters
from generator.syllables import syllables_of

FREQUENT = tuple(
    bytes((row, column)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for column in range(0xA1, 0xFF)
    if (row, column) < (0xD7, 0xFA)
)
"""The 3,755 frequent characters, in the order of the national standard."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name in syllables without tones: `("zhai", "ji", "di")`."""

    syllables: tuple[str, ...]

    @property
    def joined(self) -> str:
        """`zhaijidi`."""
        return "".join(self.syllables)

    @property
    def initials(self) -> str:
        """`zjd`."""
        return "".join(syllable[0] for syllable in self.syllables)

    @property
    def letter(self) -> str:
        """The letter under which the name stands in A–Z; `#` for anything but a letter."""
        first = self.joined[:1]
        return first if first.isascii() and first.isalpha() else "#"


@dataclass(frozen=True)
class Readings:
    """Reads names; *known* maps a name to the reading that the data gives it (拼音)."""

    known: Mapping[str, str]

    def of(self, name: str) -> Reading:
        """A name → its reading: as the data says, a known name inside it too, else as usual."""
        before, told, after = self.parts(name)
        return Reading((*syllables_of(before), *told, *syllables_of(after)))

    def all_of(self, name: str) -> tuple[Reading, ...]:
        """Every reading to be found by: the right one, and the usual one where that differs."""
        return tuple(dict.fromkeys((self.of(name), Reading(syllables_of(name)))))

    def parts(self, name: str) -> tuple[str, tuple[str, ...], str]:
        """A name → what stands before a known name inside it, how that is read, what follows.

        Where it holds none, all of it stands before.
        """
        for part, told in self.known.items():
            before, found, after = name.partition(part)
            if found:
                return before, tuple(plain_letters(told).replace("ü", "v").split()), after
        return name, (), ""
