"""`draw --view print`: what a clerk types, and the pages that lie there afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.tests.charts.page_reading import read_page
from generator.tests.test_cli import Mingbai


@pytest.fixture
def mingbai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Mingbai:
    return Mingbai(monkeypatch, capsys)


@pytest.fixture
def flow(repository: Path) -> Path:
    return repository / "powers" / "_common" / "flows" / "xuke-yiban.yml"


def test_several_pages_are_files_with_numbers(mingbai: Mingbai, flow: Path, tmp_path: Path) -> None:
    said = mingbai("draw", flow, "--view", "print", "--paper", "a5", "-o", tmp_path / "图.svg")

    written = sorted(tmp_path.iterdir())
    assert (said.out, said.code) == ("", 0)
    assert [path.name for path in written] == [f"图-{n}.svg" for n in range(1, len(written) + 1)]
    assert len(written) > 1
    for number, path in enumerate(written, 1):
        page = read_page(path.read_text("utf-8"))
        assert f"第{number}页，共{len(written)}页" in page.words
        assert str(path) in said.err
    assert said.err.startswith("A5纸：")


def test_a_folder_gets_pages_named_like_the_flow(
    mingbai: Mingbai, flow: Path, tmp_path: Path
) -> None:
    said = mingbai("draw", flow, "--view", "print", "-o", tmp_path / "打印")

    assert said.code == 0
    names = sorted(path.name for path in (tmp_path / "打印").iterdir())
    assert names[0] == "行政许可一般流程-1.svg"


def test_a_single_page_is_one_file(mingbai: Mingbai, repository: Path, tmp_path: Path) -> None:
    short = repository / "villages" / "_common" / "flows" / "dangan.yml"
    said = mingbai("draw", short, "--view", "print", "-o", tmp_path / "x.svg")

    assert said.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["x.svg"]


def test_without_a_file_all_pages_are_shown_in_one_svg(mingbai: Mingbai, flow: Path) -> None:
    said = mingbai("draw", flow, "--view", "print", "--paper", "a5", "--layout", "spine")

    assert said.code == 0
    pages = said.out.count("，共4页）</title>")
    assert pages == 4
    assert f'width="148mm" height="{4 * 210}mm"' in said.out


def test_the_layout_can_be_chosen(mingbai: Mingbai, flow: Path) -> None:
    for layout, words in (("risk", "风险图"), ("spine", "竖版"), ("lanes", "泳道图")):
        said = mingbai("draw", flow, "--view", "print", "--layout", layout)
        assert said.err.startswith(f"A4纸：{words}")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (["--format", "steps"], "--view print 只画 svg"),
        (["--paper", "a3"], "只能是 a4、a5"),
        (["-o", "/nowhere/of/x.svg"], "写不进"),
    ],
)
def test_wrong_use_is_told(mingbai: Mingbai, flow: Path, more: list[str], reason: str) -> None:
    said = mingbai("draw", flow, "--view", "print", *more)

    assert said.code == 2
    assert reason in said.err


def test_what_cannot_be_printed_is_told_with_a_way_out(mingbai: Mingbai, tmp_path: Path) -> None:
    file = tmp_path / "f.yml"
    lines = ["名称: 盖章", "步骤:", *(f"  - 步骤: 盖章\n    岗位: 岗{n}" for n in range(9))]
    file.write_text("\n".join([*lines, "  - 结束: 归档", ""]), "utf-8")

    lanes = mingbai("draw", file, "--view", "print", "--paper", "a5", "--layout", "lanes")
    risk = mingbai("draw", file, "--view", "print", "--layout", "risk")

    assert lanes.code == risk.code == 2
    assert "泳道图在A5纸上印不下" in lanes.err
    assert "换成 --paper a4" in lanes.err
    assert "没有写风险点" in risk.err
