"""Many documents at once: in order, kept for the next run, and none spoiled by another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.output import Printed
from generator.publish import typeset
from generator.publish.fonts import Fonts
from generator.tests.print_book import handbook, printed, ready_fonts


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


def test_documents_come_back_in_order_and_from_the_memo_the_second_time(
    fonts: Fonts, tmp_path: Path
) -> None:
    documents = [printed(handbook(), path=f"villages/x/{n}.pdf") for n in range(3)]
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    first, problems = typeset.typeset_all(documents, fonts, tmp_path, tell)
    assert problems == []
    assert list(first) == [document.path for document in documents]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    told.clear()
    again, _ = typeset.typeset_all(documents, fonts, tmp_path, tell)
    assert again == first
    assert told == [(3, 3)]


def _dies_over_the_second(document: Printed, fonts: Fonts) -> typeset.Result:
    if document.path.endswith("1.pdf"):
        os.kill(os.getpid(), signal.SIGKILL)
    return typeset.typeset(document, fonts)


def test_a_document_that_breaks_its_process_is_named_and_spoils_no_other(
    fonts: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "_typeset_within_limits", _dies_over_the_second)
    documents = [printed(handbook(), path=f"villages/x/{n}.pdf") for n in range(3)]
    done, problems = typeset.typeset_all(documents, fonts, tmp_path, lambda a, b: None)
    assert list(done) == ["villages/x/0.pdf", "villages/x/2.pdf"]
    assert [each.code for each in problems] == ["print-too-slow"]
    assert "villages/x/1.pdf" in problems[0].sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_process_that_takes_too_long_is_ended_by_the_system(repository: Path) -> None:
    endless = (
        "from generator.publish import typeset\n"
        "typeset.SECONDS = 1\n"
        "typeset._limit()\n"
        "while True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", endless], cwd=repository, check=False, timeout=60)
    assert ended.returncode == -signal.SIGXCPU
