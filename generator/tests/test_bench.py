"""The synthetic district and the pages of the rivals, without measuring anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.bench.booklet_rivals import Book, Printer, compared, html_of
from generator.bench.citing import citations, citing, made_up
from generator.bench.district import enlarge, read
from generator.bench.maps import cost_of_maps
from generator.bench.measure import run
from generator.bench.printing import multiplied
from generator.bench.reading import compare, one_file
from generator.bench.rivals import render_plan, sources, write_markdown, write_plan
from generator.tests.load_world import WORLDS
from generator.tests.print_book import CHART, handbook, printed, ready_fonts
from generator.tests.running import mingbai

_FILES = {
    "mkdocs.yml": "site_name: x\n",
    "content/index.md": "# x\n",
    "powers/laws.yml": "- 名称: 中华人民共和国教育法\n",
    "powers/claims.yml": "- 说法: 数字\n",
    "powers/_township/items/ms-001.yml": "名称: 救助\n",
    "powers/education/unit.yml": "名称: 教育局\n岗位:\n  - {名称: 基教股}\n",
    "powers/education/items/xk-001.yml": (
        "名称: 办学许可\n编码: '000105'\n共同实施: [town]\n承办岗位: 基教股\n责任:\n"
        "  事项: [{环节: 受理, 内容: 看材料。}]\n交由: education/xk-002\n"
    ),
    "powers/town/unit.yml": "名称: 镇\n采用: _township\n",
    "villages/town/east.yml": "名称: 东村\n交由: _township/ms-001\n",
    "villages/unplaced/west.yml": "名称: 西村\n",
}


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """A district of two units and two villages."""
    for name, text in _FILES.items():
        path = tmp_path / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "root"


def test_units_and_villages_are_multiplied_and_shared_lists_are_not(
    district: Path, tmp_path: Path
) -> None:
    enlarge(district, tmp_path / "big", 2)
    made = {path.relative_to(tmp_path / "big").as_posix() for path in _files(tmp_path / "big")}
    copies = {
        "powers/education-1/unit.yml",
        "powers/education-1/items/xk-001.yml",
        "powers/town-1/unit.yml",
        "villages/town-1/east-1.yml",
        "villages/unplaced/west-1.yml",
    }
    assert made == _FILES.keys() - {"powers/claims.yml"} | copies


def test_a_copy_says_something_else_and_refers_to_its_own_units(
    district: Path, tmp_path: Path
) -> None:
    enlarge(district, tmp_path / "big", 2)
    assert read(tmp_path / "big/powers/education-1/items/xk-001.yml") == {
        "名称": "办学许可1",
        "编码": "001105",
        "共同实施": ["town-1"],
        "承办岗位": "基教股",
        "责任": {"事项": [{"环节": "受理", "内容": "看材料（第1片）。"}]},
        "交由": "education-1/xk-002",
    }


def test_what_is_shared_stays_as_it_is(district: Path, tmp_path: Path) -> None:
    enlarge(district, tmp_path / "big", 2)
    village = read(tmp_path / "big/villages/town-1/east-1.yml")
    assert village == {"名称": "东村1", "交由": "_township/ms-001"}


def test_the_sample_made_larger_has_no_error(repository: Path, tmp_path: Path) -> None:
    """Its copies are reworded; what names a step by its text instead of its 代号 gets lost."""
    enlarge(repository, tmp_path / "big", 2)
    told = mingbai("check", "--root", tmp_path / "big")
    assert told.code == 0, told.out


def test_rivals_make_as_many_pages_as_asked(district: Path, tmp_path: Path) -> None:
    pages = list(sources(district, 20))
    write_markdown(pages, tmp_path / "markdown", "plain.yml")
    write_plan(pages, tmp_path / "plan.json")
    render_plan(tmp_path / "plan.json", tmp_path / "bare")
    assert len(_files(tmp_path / "bare")) == len(pages) == 20
    assert len(list((tmp_path / "markdown/docs").glob("*/*.md"))) == 20


def test_maps_are_drawn_with_a_new_a_kept_and_no_engine(tmp_path: Path) -> None:
    found = cost_of_maps(WORLDS / "full", tmp_path / "workshop")

    assert [each.name for each in found] == [
        "engine compiled too",
        "every map changed",
        "no map changed",
    ]
    assert {each.maps for each in found} == {7}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_every_reader_reads_the_same_district(
    district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = district / "powers/education/flows/ban.yml"
    flow.parent.mkdir()
    flow.write_text("名称: 办理\n步骤:\n  - 开始: 申请\n  - 步骤: 受理\n", "utf-8")
    monkeypatch.setattr("generator.bench.reading.DISTRICT_SIZE", 3_000)
    monkeypatch.setattr("generator.bench.reading.FILE_SIZE", 500)
    found = compare(district, tmp_path)
    assert found.size >= 3_000
    assert found.file_size >= 500
    assert b"&" not in one_file(district)
    assert len(found.readings) == 4
    assert all(row.milliseconds > 0 and row.seconds > 0 for row in found.readings)


def test_laws_are_made_up_and_every_citation_of_them_is_right(tmp_path: Path) -> None:
    laws = made_up(tmp_path / "laws", 6)
    cited = citations(laws)
    file = tmp_path / "list.txt"
    file.write_text("\n".join(cited), "utf-8")
    said = mingbai("cite", "--laws", laws, file)
    assert len(cited) == len(set(cited)) == 6
    assert said.out.splitlines() == ["依据 6 处：一致 6，旧版 0，不符 0，未收录 0。"]


def test_citing_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.bench.citing.CITATIONS", 20)
    found = citing(made_up(tmp_path / "laws", 3))
    assert (found.files, found.laws, found.start > 0) == (3, 3, True)


def test_villages_are_multiplied_for_printing(repository: Path, tmp_path: Path) -> None:
    district = multiplied(repository, tmp_path / "many", 3)
    files = sorted(path.name for path in (district / "villages").glob("[!_]*/*.yml"))
    assert files == ["cun-1.yml", "cun-2.yml", "cun-3.yml"]
    assert "\n全称: 老顶山镇第2村\n" in (district / "villages/laodingshan/cun-2.yml").read_text(
        "utf-8"
    )
    assert mingbai("check", "--root", district).code == 0


def test_the_page_of_the_other_printer_has_every_text_and_chart() -> None:
    book = Book(printed(handbook()), {"宅基地申请": (CHART, CHART)})
    page = LexborHTMLParser(html_of(book, ["a", "b"])).body
    assert page is not None
    told = "".join(page.text().split())
    texts = {"".join(text.split()) for text in _texts(asdict(handbook()))}
    assert sorted(text for text in texts if text not in told) == []
    assert len(page.css("img.chart")) == 2


def _texts(tree: object, key: str = "") -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from () if name == "rail" else _texts(value, str(name))
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _texts(value, key)
    elif isinstance(tree, str) and key not in {"source", "accent", "alt", "file"}:
        yield tree


def test_printers_are_measured_on_one_handbook(repository: Path) -> None:
    ours, other = compared(Book(printed(handbook()), {}), ready_fonts(repository))
    assert isinstance(ours, Printer)
    assert (ours.name, ours.broken) == ("Typst", 0)
    assert ours.pages % 4 == 0
    assert other == "WeasyPrint" or (isinstance(other, Printer) and other.pages > 2)


def test_measured_commands_keep_what_they_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run((sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"), tmp_path)
