"""`mingbai handbook` as a village meets it: which handbooks, where they lie, what is refused."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from generator import cli_handbook, handbooks
from generator.handbooks import read_for
from generator.last_good import Edition
from generator.progress import Progress
from generator.settings import Settings
from generator.tests.conftest import Command
from generator.tests.print_book import full_world
from generator.tests.rule_pages import MINIMAL

FULL = MINIMAL.parent / "full"


@pytest.fixture
def world(repository: Path, tmp_path: Path) -> Path:
    return full_world(repository, tmp_path)


def _files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in _files(folder)}


def test_every_village_has_its_file_and_a_second_run_changes_nothing(
    mingbai: Command, world: Path
) -> None:
    code, lines = mingbai("handbook", "--root", world)
    assert code == 0
    assert [line.split("　")[0] for line in lines[:4]] == [
        *("1/4 读取", "2/4 检查", "3/4 画图", "4/4 印手册")
    ]
    assert f"2 本，已放到 {world / 'handbooks'}" in lines[3]
    assert _files(world / "handbooks") == [
        *("beishan/shangcun.json", "beishan/shangcun.pdf"),
        *("unplaced/xiacun.json", "unplaced/xiacun.pdf"),
    ]
    first = _contents(world / "handbooks")
    text = "".join(
        p.extract_text() for p in PdfReader(io.BytesIO(first["beishan/shangcun.pdf"])).pages
    )
    assert "上村" in text

    shutil.rmtree(world / "handbooks")
    assert mingbai("handbook", "--root", world)[0] == 0
    assert _contents(world / "handbooks") == first


def test_the_edition_file_names_the_pages_of_the_book(mingbai: Command, world: Path) -> None:
    assert mingbai("handbook", "--root", world, "--village", "shangcun")[0] == 0
    folder = world / "handbooks/beishan"
    told = json.loads((folder / "shangcun.json").read_text("utf-8"))
    pages = PdfReader(folder / "shangcun.pdf").pages
    assert told["页数"] == len(pages)
    for item in told["事项"]:
        assert item["名称"] in "".join(pages[item["页"] - 1].extract_text().split())


def test_what_nothing_has_changed_in_is_not_made_again(
    mingbai: Command, world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even read: until an input, a file of the last run or the order is another one."""
    words = ("handbook", "--root", world, "--village", "shangcun")
    _, first = mingbai(*words)
    made: list[str] = []

    def read(settings: Settings, village: str, progress: Progress) -> Edition:
        made.append("read")
        return read_for(settings, village, progress)

    monkeypatch.setattr(handbooks, "read_for", read)
    times = {path: path.stat().st_mtime_ns for path in (world / "handbooks").rglob("*.*")}
    code, lines = mingbai(*words)
    assert (code, made) == (0, [])
    assert "1 本都没有改动，还在" in lines[0]
    assert lines[1:] == first[4:]
    assert {path: path.stat().st_mtime_ns for path in times} == times

    (world / "handbooks/beishan/shangcun.pdf").write_bytes(b"")
    mingbai(*words)
    village = world / "villages/beishan/shangcun.yml"
    village.write_text(village.read_text("utf-8").replace("一百来户", "两百来户"), "utf-8")
    mingbai(*words)
    mingbai(*words, "--strict")
    assert made == ["read"] * 3


def test_the_edition_file_of_an_earlier_imprint_stays(mingbai: Command, world: Path) -> None:
    words = ("handbook", "--root", world, "--village", "shangcun")
    mingbai(*words)
    folder = world / "handbooks/beishan"
    former = (folder / "shangcun.json").read_bytes()
    village = world / "villages/beishan/shangcun.yml"
    village.write_text(village.read_text("utf-8").replace("2016年第一版", "2017 第二版"), "utf-8")
    mingbai(*words)
    assert (folder / "shangcun-2016年第一版.json").read_bytes() == former
    assert json.loads((folder / "shangcun.json").read_text("utf-8"))["版次"] == "2017 第二版"


def test_a_village_is_named_by_id_or_name_and_printed_large(
    mingbai: Command, world: Path, tmp_path: Path
) -> None:
    words = ("handbook", "--root", world, "--edition", "large", "--out", tmp_path / "o")
    assert mingbai(*words, "--village", "上村")[0] == 0
    assert _files(tmp_path / "o") == ["beishan/shangcun-large.pdf", "beishan/shangcun.json"]
    with pikepdf.open(tmp_path / "o" / "beishan/shangcun-large.pdf") as document:
        assert round(float(document.pages[0].mediabox[2])) == 595
    assert not (world / "handbooks").exists()
    assert not (world / "site").exists()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("beishan/shangcu", "最像的是 北山镇上村（beishan/shangcun）"),
        ("上庄", "上村（beishan/shangcun）"),
        ("zzz", "编号就是 villages/ 里的“镇/村”"),
    ],
)
def test_a_village_that_is_not_there_is_told_with_the_nearest(
    mingbai: Command, world: Path, word: str, said: str
) -> None:
    code, lines = mingbai("handbook", "--root", world, "--village", word)
    assert code == 2
    assert f"没有“{word}”这个村" in lines[-1]
    assert said in lines[-1]
    assert _files(world / "handbooks") == []


def test_two_villages_of_one_name_are_told_apart_by_id(mingbai: Command, world: Path) -> None:
    other = world / "villages/unplaced/xiacun.yml"
    other.write_text(other.read_text("utf-8").replace("名称: 下村", "名称: 上村", 1), "utf-8")
    code, lines = mingbai("handbook", "--root", world, "--village", "上村")
    assert code == 2
    assert "不止一个，写编号" in lines[-1]
    assert "unplaced/xiacun" in lines[-1]


def test_errors_stop_before_anything_is_printed(mingbai: Command, world: Path) -> None:
    item = next((world / "villages/_common/items").glob("*.yml"))
    item.write_text("名称: 甲\n", "utf-8")
    code, lines = mingbai("handbook", "--root", world)
    assert code == 1
    assert any(line.startswith("错误[missing-field]") for line in lines)
    assert _files(world / "handbooks") == []


def test_a_folder_that_cannot_be_is_told_first(mingbai: Command, world: Path) -> None:
    (world / "x").write_text("", "utf-8")
    code, lines = mingbai("handbook", "--root", world, "--out", world / "x" / "y")
    assert code == 2
    assert "不能放到" in lines[-1]


def test_sheets_to_fold_and_crop_marks_have_names_of_their_own(
    mingbai: Command, world: Path
) -> None:
    words = ("handbook", "--root", world, "--village", "shangcun")
    assert mingbai(*words, "--imposed", "--per-signature", "2", "--flip", "long")[0] == 0
    assert mingbai(*words, "--marks")[0] == 0
    folder = world / "handbooks" / "beishan"
    assert _files(folder) == ["shangcun-imposed.pdf", "shangcun-marks.pdf", "shangcun.json"]
    with (
        pikepdf.open(folder / "shangcun-imposed.pdf") as sheets,
        pikepdf.open(folder / "shangcun-marks.pdf") as pages,
    ):
        assert len(sheets.pages) * 2 == len(pages.pages)
        assert str(sheets.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"


def test_a_booklet_too_thick_to_staple_is_told(
    mingbai: Command, world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_handbook, "_STAPLED", 3)
    words = ("handbook", "--root", world, "--village", "shangcun", "--imposed")
    code, lines = mingbai(*words)
    assert code == 0
    assert any("钉不住：加 --per-signature" in line for line in lines)
    _, lines = mingbai(*words, "--per-signature", "3")
    assert not any("钉不住" in line for line in lines)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--creep", "0.2"], "要和 --imposed 一起用"),
        (["--flip", "short"], "要和 --imposed 一起用"),
        (["--imposed", "--flip", "up"], "只能是 short、long"),
        (["--imposed", "--creep", "2"], "参数 --creep 不对：要写 0 到 1 之间的数"),
        (["--edition", "huge"], "只能是 normal、large"),
    ],
)
def test_wrong_use_is_told(mingbai: Command, world: Path, more: list[str], said: str) -> None:
    code, lines = mingbai("handbook", "--root", world, *more)
    assert code == 2
    assert said in lines[-1]


def test_nothing_of_a_site_is_imported_to_print(repository: Path) -> None:
    """MkDocs takes a third of a second, in the process that prints and in the one it copies."""
    told = "import sys, generator.handbooks; sys.exit(bool({'mkdocs', 'jinja2'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", told], cwd=repository, check=False).returncode == 0
