"""What one village's book is made of, read alone: the same book, and no error of it is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import slips
from generator.build import checked
from generator.check import check_for
from generator.handbooks import charts_of
from generator.load import load, load_for, village_named
from generator.model.registry import Registry
from generator.problem import Problem, Severity, Span
from generator.progress import Silence
from generator.render import render_handbooks
from generator.render.handbook import Book
from generator.settings import Settings
from generator.tests.conftest import Command
from generator.tests.load_world import added, copy_of, edited
from generator.tests.print_book import full_world

FULL = "full"


def _book(registry: Registry | None, village: str) -> Book:
    assert registry is not None
    chosen = tuple(each for each in registry.villages if each.id == village)
    (book,) = render_handbooks(registry, charts_of(registry, chosen, Silence()), chosen)
    return book


def _differing(root: Path) -> list[str]:
    """The villages whose books differ between the two ways of reading."""
    whole, _ = load(root)
    assert whole is not None
    found: list[str] = []
    for village in whole.villages:
        part, _ = load_for(root, village.id)
        assert part is not None
        assert len(part.unread) > 1
        same = _book(part, village.id) == _book(whole, village.id)
        found += [] if same else [village.id]
    return found


def test_every_book_of_the_sample_is_the_same(repository: Path) -> None:
    assert _differing(repository) == []


def test_every_book_of_the_full_district_is_the_same(tmp_path: Path) -> None:
    assert _differing(copy_of(FULL, tmp_path)) == []


def test_a_reading_that_stands_in_another_list_holds_in_the_book(tmp_path: Path) -> None:
    """拼音 of any name holds for every name that contains it, and so decides over the index."""
    root = copy_of(FULL, tmp_path)
    before = _book(load_for(root, "beishan/shangcun")[0], "beishan/shangcun")
    added(root, "powers/education/items/qt-001.yml", "名称: 山货\n类别: 其他权力\n拼音: zan huo\n")
    assert _differing(root) == []
    after = _book(load_for(root, "beishan/shangcun")[0], "beishan/shangcun")
    assert after.printed.data != before.printed.data


def test_the_words_that_a_township_changes_are_in_the_book(tmp_path: Path) -> None:
    root = copy_of(FULL, tmp_path)
    item = "powers/_township/items/ms-001.yml"
    name = (root / item).read_text("utf-8").partition("名称: ")[2].partition("\n")[0]
    edited(root, item, f"名称: {name}\n", "名称: 另一个名称\n")
    assert _differing(root) == []
    part, _ = load_for(root, "beishan/shangcun")
    assert "另一个名称" in _book(part, "beishan/shangcun").printed.data


def _spans(problem: Problem) -> tuple[Span, ...]:
    return (problem.span, *(other.span for other in problem.others))


def _errors(problems: tuple[Problem, ...], village: str) -> set[tuple[str, str, int]]:
    """The errors in the files that a village's book is printed from, wherever else they stand.

    What they say need not be the same: wherever there are any, the whole district is read.
    """
    own = ("villages/_common/", f"villages/{village}.yml")
    return {
        (code, file, line)
        for code, file, line in _places(tuple(e for e in problems if e.severity is Severity.ERROR))
        if file.startswith(own) or file.count("/") == 1
    }


def _places(problems: tuple[Problem, ...]) -> set[tuple[str, str, int]]:
    return {(each.code, span.file, span.line) for each in problems for span in _spans(each)}


def _damaged(path: Path, how: str) -> None:
    """A file that is gone, that holds a field nobody knows, or one that is no YAML."""
    if how == "gone":
        path.unlink()
        return
    text = path.read_text("utf-8")
    path.write_text(text + ("\n没有这个字段: 1\n" if how == "field" else "\n'"), "utf-8")


@pytest.mark.parametrize("how", ["gone", "field", "torn"])
@pytest.mark.parametrize("village", ["beishan/shangcun", "unplaced/xiacun"])
def test_whatever_file_is_damaged_the_part_tells_the_errors_of_its_book(
    tmp_path: Path, how: str, village: str
) -> None:
    """All errors of the files it is printed from, and nothing that the whole would not tell."""
    root = copy_of(FULL, tmp_path)
    files = sorted(path for tree in ("powers", "villages") for path in (root / tree).rglob("*.yml"))
    assert len(files) > 20
    for path in files:
        kept = path.read_bytes()
        _damaged(path, how)
        _, whole = checked(Settings(root, tmp_path / "site"), Silence())
        part, problems = load_for(root, village)
        problems += check_for(part, village) if part is not None else ()
        label = path.relative_to(root).as_posix()
        assert _errors(problems, village) == _errors(whole, village), label
        assert _places(problems) <= _places(whole), label
        path.write_bytes(kept)


def test_errors_elsewhere_do_not_stop_a_village_and_are_not_called_absent(
    mingbai: Command, repository: Path, tmp_path: Path
) -> None:
    root = full_world(repository, tmp_path)
    (root / "powers/education/items/cf-001.yml").write_text("名称: 甲\n", "utf-8")
    assert mingbai("handbook", "--root", root)[0] == 1
    assert mingbai("handbook", "--root", root, "--village", "shangcun", "--strict")[0] == 1
    for _ in range(2):
        code, lines = mingbai("handbook", "--root", root, "--village", "shangcun")
        assert code == 0
        assert "没有问题" not in lines
    assert (root / "handbooks/beishan/shangcun.pdf").exists()


def test_an_error_in_an_item_that_is_handed_to_stops(
    mingbai: Command, repository: Path, tmp_path: Path
) -> None:
    root = full_world(repository, tmp_path)
    (root / "powers/_township/items/ms-001.yml").write_text("名称: 甲\n", "utf-8")
    said = [mingbai("handbook", "--root", root, *only) for only in ((), ("--village", "shangcun"))]
    assert [code for code, _ in said] == [1, 1]
    errors = [[line for line in lines if "[" in line] for _, lines in said]
    assert errors[0] == errors[1] != []


def test_a_village_is_found_in_its_file(tmp_path: Path) -> None:
    root = copy_of(FULL, tmp_path)
    words = ("beishan/shangcun", "shangcun", "上村", "北山镇上村", "上庄", "_common/items", "村")
    found = [village_named(root, word) for word in words]
    assert found == ["beishan/shangcun"] * 4 + [None] * 3
    shutil.copy(root / "villages/beishan/shangcun.yml", root / "villages/unplaced/other.yml")
    assert village_named(root, "上村") is None
    assert village_named(root, "unplaced/other") == "unplaced/other"
    (root / "villages/unplaced/xiacun.yml").write_text('名称: "\\u4e0a\\u6751"\n', "utf-8")
    assert village_named(root, "shangcun") is None


@pytest.mark.parametrize("more", [(), ("--village", "上村")])
def test_a_slip_is_the_same_whether_the_district_is_read_or_its_village(
    mingbai: Command,
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: tuple[str, ...],
) -> None:
    root = full_world(repository, tmp_path)
    assert mingbai("handbook", "--root", root, "--village", "shangcun")[0] == 0
    since = root / "handbooks/beishan/shangcun.json"
    edited(root, "villages/beishan/shangcun.yml", "一百来户", "两百来户")
    edited(root, "villages/_common/items/bm-001.yml", "俗称: [办低保]", "俗称: [低保]")
    words = ("handbook", "--root", root, "--since", since, *more)
    slip = root / "handbooks/beishan/shangcun-slip.pdf"
    part = mingbai(*words)
    made = slip.read_bytes()
    slip.unlink()
    monkeypatch.setattr(slips, "only_one", lambda settings, named: "")
    whole = mingbai(*words)
    assert (part[0], whole[0]) == (0, 0)
    assert "只读这个村用得到的" in part[1][0]
    assert "只读这个村用得到的" not in whole[1][0]
    assert slip.read_bytes() == made
