"""Bad files → what `mingbai read` says: the line to mend, in Chinese, and in little memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.load.one import read_text
from generator.model.origin import as_json
from generator.tests.bad_files import FAMILIES, TOO_MUCH, WORDS
from generator.tests.conftest import refuse
from generator.tests.running import Ended, mingbai

MOST_MEGABYTES = 64
HANGS_AFTER = 10
"""Seconds; a tenth is usual, and a busy machine does not need a hundred times as long."""
_PLACE = re.compile(r"^ --> (?P<file>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
_HINT = re.compile(r"^  = 怎么改：.*[\u4e00-\u9fff]", re.MULTILINE)


@pytest.mark.parametrize("name", FAMILIES)
def test_a_bad_file_is_named_at_its_line(name: str) -> None:
    bad = FAMILIES[name]
    tree, problems = read_text("f.yml", bad.raw, rows=False)
    assert (tree is None) == bool(bad.line)
    if bad.line:
        assert problems[0].span.line == bad.line
        assert bad.words in f"{problems[0].sentence} {problems[0].hint}"
    assert [problem.hint for problem in problems if not problem.hint] == []


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stays_as_it_was_written(word: str) -> None:
    text = f"{word}: 甲\n字段: {word}\n列表: [{word.replace(']', '')}]\n"
    if ":" in word or word.startswith("?"):
        text = f"字段: {word}\n"
    tree, problems = read_text("f.yml", text.encode(), rows=False)
    assert problems == []
    assert tree is not None
    values = as_json(tree)
    assert isinstance(values, dict)
    assert values["字段"] == word


def test_too_much_of_anything_takes_little_memory(tmp_path: Path) -> None:
    """Each as a process of its own, interpreter included."""

    def ended(number: int, raw: bytes) -> Ended:
        file = tmp_path / f"{number}.yml"
        file.write_bytes(raw)
        return mingbai("read", file)

    with ThreadPoolExecutor(2) as runners:
        runs = runners.map(ended, range(len(TOO_MUCH)), (bad.raw for bad in TOO_MUCH.values()))
    refuse(
        f"{name}: {fault}"
        for (name, bad), run in zip(TOO_MUCH.items(), runs, strict=True)
        for fault in _faults(run, 1 if bad.line else 0)
    )


def test_the_shared_collection_of_bad_files(bad_inputs: Path) -> None:
    """Every case through the command: refused at its line, or read to the letter."""
    cases = json.loads((bad_inputs / "cases.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if not case["file"].endswith(".sh")]
    with ThreadPoolExecutor(2) as runners:
        runs = list(runners.map(lambda case: mingbai("read", bad_inputs / case["file"]), cases))
    pairs = list(zip(cases, runs, strict=True))
    refuse(f"{case['id']}: {fault}" for case, run in pairs for fault in _misread(case, run))
    refused = [(case, run) for case, run in pairs if case["want"] == "reject" and case["line"]]
    right = [case["id"] for case, run in refused if _line(run) == case["line"]]
    assert len(right) >= 0.98 * len(refused) > 50, {c["id"] for c, _ in refused} - set(right)


def _misread(case: dict[str, object], run: Ended) -> Iterable[str]:
    """What a case of the collection gets wrong, beside its line."""
    if case["want"] == "reject":
        yield from _faults(run, 1)
    elif case["want"] == "flag":
        yield from _faults(run, run.code)
    else:
        yield from _faults(run, 0)
        wanted, read = case["check"] or {}, json.loads(run.out) if run.code == 0 else {}
        assert isinstance(wanted, dict)
        if not wanted.items() <= read.items():
            yield "changed a value"


def _faults(run: Ended, code: int) -> Iterable[str]:
    """What is wrong with the end of a run that was to leave with *code*."""
    if run.fault:
        yield run.fault
    elif run.code != code:
        yield f"left with {run.code}"
    elif code and not (_PLACE.search(run.out) and _HINT.search(run.out)):
        yield f"says neither where nor how: {run.out[:200]}"
    if run.seconds > HANGS_AFTER:
        yield f"takes {run.seconds:.0f} s"
    if run.megabytes > MOST_MEGABYTES:
        yield f"takes {run.megabytes:.0f} MB"


def _line(run: Ended) -> int:
    place = _PLACE.search(run.out)
    return int(place["line"]) if place else 0
