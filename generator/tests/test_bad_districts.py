"""A bad file in a whole district → its own problems, and nothing said of the other files."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from generator.build import checked
from generator.problem import Problem, Severity
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.bad_files import FAMILIES
from generator.tests.conftest import refuse
from generator.tests.load_world import added, copy_of, edited, report
from generator.tests.running import mingbai

PLACES = (
    "powers/district.yml",
    "powers/vocabulary.yml",
    "powers/laws.yml",
    "powers/claims.yml",
    "powers/topics.yml",
    "powers/synonyms.yml",
    "powers/holidays.yml",
    "powers/_common/duties.yml",
    "powers/_common/flows/lianhe.yml",
    "powers/education/unit.yml",
    "powers/education/items/xk-001.yml",
    "powers/education/flows/xiaoche.yml",
    "powers/_township/items/ms-001.yml",
    "villages/_common/items/bm-001.yml",
    "villages/_common/flows/daiban.yml",
    "villages/beishan/shangcun.yml",
)
"""A file of every kind of `worlds/full`."""

ANY_LINE = -1
"""The line of a case that may be refused anywhere."""


def _found(root: Path) -> tuple[Problem, ...]:
    return checked(Settings(root, root / "site"), Silence())[1]


def _answers(root: Path, files: dict[str, tuple[bytes, int]]) -> list[str]:
    """Files put one after another in the place of one of every kind → what was answered wrongly."""
    before = set(_found(root))
    wrong: list[str] = []
    for (name, (raw, line)), place in zip(files.items(), itertools.cycle(PLACES), strict=False):
        file = root / place
        kept = file.read_bytes()
        file.write_bytes(raw)
        found = _found(root)
        file.write_bytes(kept)
        others = report(tuple(p for p in found if p.span.file != place and p not in before))
        wrong += [f"{name} as {place} brings along {other}" for other in others]
        own = [p for p in found if p.span.file == place and p.severity is Severity.ERROR]
        if line and (not own or line not in (ANY_LINE, own[0].span.line)):
            wrong.append(f"{name} as {place} says {report(tuple(own))[:1]}")
    return wrong


def test_a_bad_file_of_every_family_says_nothing_of_the_others(tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    refuse(_answers(root, {name: (bad.raw, bad.line) for name, bad in FAMILIES.items()}))


def test_the_shared_collection_in_a_district(tmp_path: Path, bad_inputs: Path) -> None:
    cases = json.loads((bad_inputs / "cases.json").read_text(encoding="utf-8"))
    files = {
        case["id"]: (
            (bad_inputs / case["file"]).read_bytes(),
            (case["line"] or ANY_LINE) if case["want"] == "reject" else 0,
        )
        for case in cases
        if not case["file"].endswith(".sh")
    }
    refuse(_answers(copy_of("full", tmp_path), files))


def test_check_of_a_district_of_bad_files_ends_well(tmp_path: Path) -> None:
    """All at once, each under a name of its own, through the command."""
    root = copy_of("minimal", tmp_path)
    bad = [each for each in FAMILIES.values() if each.line]
    for number, each in enumerate(bad):
        (root / f"powers/health/items/xk-{number + 100}.yml").write_bytes(each.raw)
    ended = mingbai("check", "--root", root)
    assert (ended.code, ended.fault) == (1, "")
    for number in range(len(bad)):
        assert f"xk-{number + 100}.yml:" in ended.out
    assert ended.out.count("= 怎么改：") == ended.out.count("错误[")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("姓名\uf9f4", "looks-like"),
        ("sx-\u0430bc", "looks-like"),
        ("甲\xa0乙", "looks-like"),
        ("甲\u2009乙", "looks-like"),
        ("葛\U000e0100", "looks-like"),
        ("＝1+1", "formula-like"),
        ("=1+1", "formula-like"),
    ],
)
def test_what_reads_but_is_not_what_it_seems_is_flagged(
    tmp_path: Path, text: str, code: str
) -> None:
    root = copy_of("minimal", tmp_path)
    item = "powers/health/items/xk-001.yml"
    added(root, item, f"权限范围: '{text}'\n")
    found = [problem for problem in _found(root) if problem.span.line == 12]
    assert [problem.code for problem in found] == [code]
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "code", ["/etc/passwd", "../x", "CON", ".", "-rf", "a*b", "a#b", "com¹", "字" * 99, "abc "]
)
def test_a_code_that_would_be_an_address_is_refused(tmp_path: Path, code: str) -> None:
    root = copy_of("full", tmp_path)
    edited(root, "powers/topics.yml", "代号: family", f"代号: '{code}'")
    edited(root, "powers/vocabulary.yml", "代号: penalty", f"代号: '{code}'")
    found = [problem for problem in _found(root) if problem.code == "bad-id"]
    assert [problem.span.file for problem in found] == [
        "powers/topics.yml",
        "powers/vocabulary.yml",
    ]
