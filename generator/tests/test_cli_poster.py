"""`mingbai poster`: the lists and the flow charts of a body, each flow once, in one file."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.tests.conftest import Command
from generator.tests.print_book import full_world
from generator.tests.rendered import registry_of
from generator.tests.rule_pages import MINIMAL

FULL = MINIMAL.parent / "full"


@pytest.fixture
def world(repository: Path, tmp_path: Path) -> Path:
    return full_world(repository, tmp_path)


def _texts(path: Path) -> list[str]:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_a_village_has_its_list_and_each_of_its_flows_once(mingbai: Command, world: Path) -> None:
    code, lines = mingbai("poster", "--root", world, "--village", "上村")
    path = world / "papers" / "beishan" / "shangcun-poster-a3.pdf"
    assert code == 0
    assert f"印好了 {path}" in lines
    first = path.read_bytes()
    registry = registry_of("full")
    village = next(each for each in registry.villages if each.id == "beishan/shangcun")
    held = registry.micro_powers_of(village)
    flows = {used.flow.model_dump_json(): used.flow for each in held for used in each.flows}
    board, *posters = _texts(path)
    assert "小微权力清单" in board
    assert [each.item.name for each in held if each.item.name not in board] == []
    assert village.oversight_phone in board
    for flow in flows.values():
        shown = [text for text in posters if all(s.text[:6] in text for s in flow.steps)]
        assert len(shown) >= 1, flow.name
    assert len(PdfReader(path).outline) >= 1 + len(flows)

    shutil.rmtree(world / "papers")
    shutil.rmtree(world / ".build" / "memo")
    assert mingbai("poster", "--root", world, "--village", "beishan/shangcun")[0] == 0
    assert path.read_bytes() == first


def test_a_unit_has_both_lists_and_a2_is_the_same_enlarged(mingbai: Command, world: Path) -> None:
    unit = registry_of("full").units[0]
    for paper in ("a3", "a2"):
        assert mingbai("poster", "--root", world, "--unit", unit.name, "--paper", paper)[0] == 0
    small, large = (world / "papers" / f"{unit.id}-poster-{paper}.pdf" for paper in ("a3", "a2"))
    assert any("权力清单" in text for text in _texts(small))
    assert any("责任清单" in text for text in _texts(small))
    assert len(_texts(small)) == len(_texts(large))
    width, wider = (float(PdfReader(path).pages[0].mediabox.width) for path in (small, large))
    assert (round(width), round(wider)) == (1191, 1684)


def test_one_item_has_no_board(mingbai: Command, world: Path, tmp_path: Path) -> None:
    registry = registry_of("full")
    unit = registry.units[0]
    item = next(each for each in registry.powers_of(unit) if each.flows)
    words = ("poster", "--root", world, "--out", tmp_path / "o", "--unit", unit.id)
    assert mingbai(*words, "--item", item.ref.id)[0] == 0
    texts = _texts(tmp_path / "o" / unit.id / f"{item.ref.id}-poster-a3.pdf")
    assert "责任清单" not in "".join(texts)
    assert item.flows[0].flow.name in texts[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "要写一个"),
        (("--village", "上村", "--unit", "x"), "只写一个"),
        (("--village", "上庄村"), "没有“上庄村”"),
        (("--unit", "zzz"), "写单位的编号或者名称"),
        (("--village", "上村", "--item", "zzz"), "有流程图的事项写编号"),
    ],
)
def test_wrong_use_is_told(
    mingbai: Command, world: Path, words: tuple[str, ...], said: str
) -> None:
    code, lines = mingbai("poster", "--root", world, *words)
    assert code == 2
    assert said in lines[-1]


def test_errors_stop_before_anything_is_printed(mingbai: Command, world: Path) -> None:
    next((world / "villages/_common/items").glob("*.yml")).write_text("名称: 甲\n", "utf-8")
    code, _ = mingbai("poster", "--root", world, "--village", "上村")
    assert code == 1
    assert list((world / "papers").rglob("*.pdf")) == []
