"""`mingbai fix`: one slip in a sound file, and what comes of it is what the clerk meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator.edit.mend import mend
from generator.edit.places import level_names
from generator.edit.slips import kept_as_text
from generator.load.kinds import kind_of
from generator.load.sheets import look
from generator.model.origin import Values
from generator.tests.load_world import WORLDS

WORLD = WORLDS / "full"
FILES = tuple(sorted(WORLD.glob("[pv]*/**/*.yml")))
NAMES = level_names(WORLD)


def _once(form: str, slip: str) -> Callable[[str], str]:
    """A slip that turns the first of something into something else."""
    return lambda line: re.sub(form, slip, line, count=1)


def _indent(sign: str, width: int) -> Callable[[str], str]:
    """A slip that indents with another sign, each for so many spaces."""

    def slip(line: str) -> str:
        depth = len(line) - len(line.lstrip(" "))
        return sign * (depth // width) + " " * (depth % width) + line[depth:]

    return slip


SLIPS: dict[str, Callable[[str], str]] = {
    "full-width colon": _once(": ", "："),
    "full-width colon at the end": _once(":$", "："),
    "no space after a colon": _once(": ", ":"),
    "full-width space after a colon": _once(": ", ":\u3000"),
    "no space after a dash": _once(r"^( *)- ", r"\1-"),
    "full-width dash": _once(r"^( *)- ", r"\1－"),
    "long dash": _once(r"^( *)- ", r"\1— "),
    "tabs": _indent("\t", 2),
    "full-width indent": _indent("\u3000", 2),
    "no-break indent": _indent("\xa0", 1),
    "spaces at the end": lambda line: f"{line} \t ",
    "foreign line end": lambda line: f"{line}\r",
    "colon in braces": _once(r"([{,] ?)(\w+): ", r"\1\2："),
    "tight colon in braces": _once(r"([{,] ?)(\w+): ", r"\1\2:"),
    "full-width comma in braces": _once(
        r"(\{[^\[\]{}]*?), ((?:电话|理由|备注|依据|地点): )", r"\1，\2"
    ),
    "full-width braces": lambda line: line.translate(str.maketrans("{}", "｛｝")),
    "invisible sign": lambda line: f"{line[: len(line) // 2]}\u200b{line[len(line) // 2 :]}",
    "quote not closed": _once(r"^([^\"']*: (['\"])[^'\"]*)\2$", r"\1"),
}
"""What was typed for what was meant, on one line."""


def values(file: str, raw: bytes) -> Values | None:
    """What a file says, None where it does not read well."""
    kind = kind_of(Path(file))
    assert kind is not None
    written, problems = look(kind, file, raw)
    return None if written is None or problems else written.values


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_mended_to_what_was_meant(name: str) -> None:
    slip = SLIPS[name]

    @effort(max_examples=25)
    @given(st.sampled_from(_with(slip)), st.integers(0, 10_000))
    def tried(path: Path, where: int) -> None:
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        places = _places(lines, slip)
        at = places[where % len(places)]
        lines[at] = slip(lines[at])
        file = path.relative_to(WORLD).as_posix()
        mended = mend(file, "\n".join(lines).encode(), NAMES)
        assert mended.problems == ()
        assert values(file, mended.after) == values(file, text.encode())
        assert mended.after.decode().count("\n") == text.count("\n")

    tried()


def _with(slip: Callable[[str], str]) -> list[Path]:
    """The files in which a slip can be made."""
    found = [p for p in FILES if _places(p.read_text(encoding="utf-8").split("\n"), slip)]
    return found or [_quoted_file()]


def _quoted_file() -> Path:
    return WORLD / "powers/district.yml"


def _places(lines: list[str], slip: Callable[[str], str]) -> list[int]:
    """The lines on which a slip can be made; what stands in texts and comments is none."""
    kept = kept_as_text(lines)
    return [
        number
        for number, line in enumerate(lines)
        if line.strip(" #") and slip(line) != line and number not in kept and line.strip()[0] != "#"
    ]
