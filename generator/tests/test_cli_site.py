"""`mingbai site` and `mingbai check`: what stops, what is held back, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.tests.load_world import added, copy_of, edited
from generator.tests.running import mingbai

ITEM = "powers/health/items/xk-001.yml"


@pytest.fixture(name="root")
def minimal(tmp_path: Path) -> Path:
    """A copy of the minimal world."""
    return copy_of("minimal", tmp_path)


def test_one_broken_unit_does_not_stop_the_others(root: Path) -> None:
    """Published once; then with an error: 0, the error, what is shown instead, and the count."""
    assert mingbai("site", "--no-print", "--root", root).code == 0
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")

    said = mingbai("site", "--no-print", "--root", root)

    assert said.code == 0
    assert "  = 这一处没有发布，页面先用上一次的内容\n" in said.out
    assert "提醒[held-back] 卫生局有错误，它的页面仍是 2026-11-22 那一版的内容" in said.out
    assert "1 个错误（其中 1 个没有挡住别家，先用上一次的内容），1 个提醒" in said.out
    assert mingbai("site", "--no-print", "--strict", "--root", root).code == 1


def test_a_body_to_drop_has_to_be_there(root: Path) -> None:
    """A slip in its name is wrong use, with the near name."""
    said = mingbai("site", "--drop", "helth", "--root", root)

    assert said.code == 2
    assert "没有“helth”这个单位或村，是不是“health”" in said.err


def test_another_folder_may_hold_what_was_last_good(root: Path, tmp_path: Path) -> None:
    """It is made where it is named."""
    kept = tmp_path / "kept"

    said = mingbai("site", "--no-print", "--last-good", kept, "--root", root)

    assert said.code == 0
    assert (kept / ITEM).exists()
    assert not (root / ".build" / "last-good").exists()


def test_check_with_strict_lets_no_warning_pass(root: Path) -> None:
    """What is a 提醒 otherwise is told as an error; 提示 stay what they are."""
    added(root, ITEM, "存疑: 还没有核对\n")

    assert mingbai("check", "--root", root).code == 0
    said = mingbai("check", "--strict", "--root", root)
    assert said.code == 1
    assert "错误[doubt-open]" in said.out


def test_check_makes_a_page_that_stands_alone(root: Path) -> None:
    """Counts, places, lines, 怎么改 and why; the clerk's words stay words."""
    edited(root, ITEM, "类别: 行政许可", "类别: <b>许可</b>")

    said = mingbai("check", "--format", "html", "--root", root)

    assert said.code == 1
    assert said.out.startswith("<!doctype html>")
    assert "<title>核对结果：1 个错误</title>" in said.out
    assert "“类别”不能填“&lt;b&gt;许可&lt;/b&gt;”" in said.out
    assert "<b>" not in said.out
    assert f"<h2>{ITEM}</h2>" in said.out
    assert "2 | 类别: &lt;b&gt;许可&lt;/b&gt;" in said.out
    assert "<summary>为什么</summary>" in said.out
    assert "https://" not in said.out
