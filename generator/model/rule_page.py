"""The page of a code: what is called wrong, why, how it is reported and how it is written right."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Severity


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading, and Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One code explained: *group* says which part of the work it belongs to, *why* is Markdown.

    *file* is the Markdown file it is written in, by its path beside the package.
    """

    code: str
    title: str
    level: str
    group: str
    why: str
    sections: tuple[Section, ...]
    file: str

    @property
    def severity(self) -> Severity:
        """The gravest that *level* speaks of: 名单确认前提醒，确认后错误 is an error in the end."""
        return next(each for each in Severity if each.value in self.level)

    @property
    def markdown(self) -> str:
        """Why and the sections as one Markdown text."""
        parts = [self.why, *(f"## {part.title}\n\n{part.text}" for part in self.sections)]
        return "\n\n".join(parts)
