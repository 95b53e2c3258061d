"""Many documents at once: in order, kept for the next run, and none spoiled by another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.output import Printed
from generator.problem import Problem
from generator.publish import presses, typeset
from generator.publish.fonts import Fonts
from generator.render.booklet import Handbook
from generator.tests.print_book import entry, handbook, printed, ready_fonts


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


def _set_all(
    documents: list[Printed], fonts: Fonts, workshop: Path
) -> tuple[list[bytes | None], list[Problem]]:
    copies = list(presses.typeset_each(documents, fonts, workshop))
    return [copy.content for copy in copies], [fault for copy in copies for fault in copy.problems]


def _village(number: int) -> Handbook:
    """A village of its own name, phone and colour: every other one is red."""
    item = replace(entry(2), phone=f"0355-000013{number}")
    village = handbook(item, entry(3, "最低生活保障申请"))
    name, accent = f"第{number}村", village.accent if number % 2 else "#97281f"
    return replace(village, village=name, full_name=name, accent=accent)


def test_documents_come_back_in_order_and_from_the_memo_the_second_time(
    fonts: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [printed(_village(n), path=f"villages/x/{n}.pdf") for n in range(3)]
    first, problems = _set_all(documents, fonts, tmp_path)
    assert problems == []
    assert first == [typeset.typeset(document, fonts)[0] for document in documents]
    monkeypatch.setattr(presses, "ProcessPoolExecutor", None)
    assert _set_all(documents, fonts, tmp_path) == (first, [])


def test_what_a_press_has_set_before_changes_no_byte(fonts: Fonts, tmp_path: Path) -> None:
    """In any order, alike or not, and the same one again: as if each were the first."""
    documents = [
        replace(printed(_village(n)), like=_village(n).accent if said else "")
        for n, said in ((0, True), (2, True), (1, True), (0, True), (3, False), (0, False))
    ]
    press = typeset.Press(fonts, tmp_path / "desk")
    together = [press.set(document) for document in documents]
    assert together == [typeset.typeset(document, fonts) for document in documents]


def test_documents_are_taken_shortly_before_they_are_set(fonts: Fonts, tmp_path: Path) -> None:
    """All the data of a hundred villages would not fit into the memory of a small machine."""
    taken: list[str] = []

    def documents() -> Iterator[Printed]:
        for number in range(8):
            taken.append(f"{number}.pdf")
            yield printed(handbook(), path=f"{number}.pdf")

    copies = presses.typeset_each(documents(), fonts, tmp_path)
    assert next(copies).content is not None
    assert len(taken) < 8
    assert len(list(copies)) == 7


def _dies_over_the_second(document: Printed) -> typeset.Result:
    if document.path.endswith("1.pdf"):
        os.kill(os.getpid(), signal.SIGKILL)
    return presses._press[0].set(document)


def test_a_document_that_breaks_its_process_is_named_and_spoils_no_other(
    fonts: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "_typeset_within_limits", _dies_over_the_second)
    documents = [printed(handbook(), path=f"villages/x/{n}.pdf") for n in range(7)]
    done, problems = _set_all(documents, fonts, tmp_path)
    assert [n for n, content in enumerate(done) if content is None] == [1]
    assert [each.code for each in problems] == ["print-too-slow"]
    assert "villages/x/1.pdf" in problems[0].sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_process_that_takes_too_long_is_ended_by_the_system(repository: Path) -> None:
    endless = (
        "from generator.publish import presses\n"
        "presses.SECONDS = 1\n"
        "presses._limit()\n"
        "while True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", endless], cwd=repository, check=False, timeout=60)
    assert ended.returncode == -signal.SIGXCPU
