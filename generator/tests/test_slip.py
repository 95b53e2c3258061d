"""`mingbai handbook --since` as a village meets it: the slip, and what is said of bad files."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from generator.model.edition import BookEdition, EditionFact, EditionItem, edition_json
from generator.render.slip import Slip, slip_of
from generator.tests.conftest import Command
from generator.tests.load_world import edited
from generator.tests.print_book import handbook, ready_fonts
from generator.tests.rule_pages import MINIMAL
from generator.tests.test_edition_changes import book_in

FULL = MINIMAL.parent / "full"
VILLAGE = "villages/beishan/shangcun.yml"


@pytest.fixture
def world(repository: Path, tmp_path: Path) -> Path:
    """A copy of the full district with fonts that are ready, and its edition file `old.json`."""
    root = Path(shutil.copytree(FULL, tmp_path / "world"))
    (root / ".build").mkdir(exist_ok=True)
    (root / ".build" / "fonts").symlink_to(ready_fonts(repository).folder.parent)
    book = book_in(root)
    assert book is not None
    (root / "old.json").write_bytes(edition_json(book.edition))
    return root


def _since(mingbai: Command, root: Path, *more: str) -> tuple[int, list[str]]:
    return mingbai("handbook", "--root", root, "--since", root / "old.json", *more)


def _text(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_slip_says_what_was_and_what_is_and_nothing_else(mingbai: Command, world: Path) -> None:
    edited(world, VILLAGE, "承诺: 5个工作日", "承诺: 6个工作日")
    edited(world, VILLAGE, "电话: 0355-0000101", "电话: 0355-0000109")
    edited(world, VILLAGE, "2016年第一版", "2017年第二版")
    code, lines = _since(mingbai, world)
    assert code == 0
    assert "改了2件事项，电话、岗位等改了1处。" in lines
    path = world / "handbooks/beishan/shangcun-slip.pdf"
    text = _text(path)
    assert "2016年第一版（2026年11月22日的数据）" in text
    assert "2017年第二版（2026年11月22日的数据）" in text
    assert "5个工作日→6个工作日" in text
    assert "0355-0000101→0355-0000109" in text
    assert "印在：村委会主任、1山货统一销售、3低保代办" in text
    assert "财务开支" not in text
    assert sorted(each.name for each in path.parent.iterdir()) == ["shangcun-slip.pdf"]
    with pikepdf.open(path) as document:
        assert len(document.pages) == 1
        assert [round(float(side)) for side in document.pages[0].mediabox[2:]] == [420, 595]


def test_nothing_changed_leaves_no_slip(mingbai: Command, world: Path) -> None:
    code, lines = _since(mingbai, world)
    assert code == 0
    assert "和这一版比，手册里印的没有改动。" in lines
    assert not (world / "handbooks/beishan").exists()


def test_changes_that_need_more_than_two_pages_are_listed_and_told(
    mingbai: Command, world: Path
) -> None:
    """Every item and every fact is new to the book that people hold."""
    told = json.loads((world / "old.json").read_text("utf-8"))
    many = [
        {"部分": "岗位和电话", "名称": f"岗位{number}", "内容": {"职责": [f"{number}管" * 60]}}
        for number in range(60)
    ]
    (world / "old.json").write_text(json.dumps({**told, "电话和说明": many}), "utf-8")
    code, lines = _since(mingbai, world, "--village", "上村")
    assert code == 0
    assert any(line.startswith("提醒[slip-too-long] 改动太多") for line in lines)
    path = world / "handbooks/beishan/shangcun-slip.pdf"
    assert "只列出改了哪几件、哪几样" in _text(path)
    assert "岗位59" in _text(path)
    with pikepdf.open(path) as document:
        assert len(document.pages) <= 2


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "edition-unreadable", ":1:1"),
        ('{"格式": 1,\n "村": }'.encode(), "edition-unreadable", ":2:7"),
        ("名称: 上村\n".encode(), "edition-unreadable", ":1:1"),
        ("上村".encode("gb18030"), "edition-unreadable", ":1:1"),
        (b"[" * 100_000, "edition-unreadable", ":1:1"),
        (
            b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
            *("edition-unreadable", ":1:1"),
        ),
        (b"[]", "wrong-shape", ""),
        (b"3", "wrong-shape", ""),
        ('{"格式": 2}'.encode(), "edition-newer", ":1:8"),
        (f'{{"格式": {"9" * 4000}}}'.encode(), "edition-newer", ""),
        ('{"格式": 1}'.encode(), "missing-field", ":1:2"),
    ],
)
def test_what_is_no_edition_is_told_with_its_place(
    mingbai: Command, world: Path, content: bytes, code: str, place: str
) -> None:
    (world / "old.json").write_bytes(content)
    left, lines = _since(mingbai, world)
    assert left == 1
    assert any(line.startswith(f"错误[{code}]") for line in lines)
    assert any(line.strip().startswith(f"--> old.json{place}") for line in lines)
    assert any("怎么改" in line for line in lines)
    assert not any("Traceback" in line for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"数据日期": "2026-11-22"', '"数据日期": "去年"', "wrong-value"),
        ('"号码": 1,', '"号码": "一",', "wrong-value"),
        ('"号码": 1,', '"号码": null,', "missing-field"),
        ('"号码": 1,', '"号码": -1,', "wrong-value"),
        ('"名称": "山货统一销售", ', "", "missing-field"),
        ('"事项": [', '"事项": ["甲", ', "wrong-shape"),
        ('"页数": 0', '"页数": 0, "页码": 3', "unknown-field"),
        ("秋收前到村委会登记。", "秋收后到村委会登记。", "edition-altered"),
    ],
)
def test_a_damaged_value_is_told_at_its_line(
    mingbai: Command, world: Path, old: str, new: str, code: str
) -> None:
    path = world / "old.json"
    lines = path.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if old in line)
    lines[number] = lines[number].replace(old, new)
    path.write_text("\n".join(lines), "utf-8")
    left, told = _since(mingbai, world)
    assert left == 1
    assert any(line.startswith(f"错误[{code}]") for line in told)
    assert any(line.strip().startswith(f"--> old.json:{number + 1}:") for line in told)


def test_a_file_that_is_not_there_or_of_another_village_is_told(
    mingbai: Command, world: Path
) -> None:
    code, lines = _since(mingbai, world, "--village", "下村")
    assert code == 1
    assert any(
        "这是上村（beishan/shangcun）的手册，不是下村（unplaced/xiacun）的" in x for x in lines
    )
    (world / "old.json").unlink()
    code, lines = _since(mingbai, world)
    assert code == 1
    assert "错误[edition-unreadable] 没有这个文件" in lines


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--village", "上村", "--village", "下村"], "一次只做一个村"),
        (["--imposed"], "不用拼版"),
        (["--village", "没有"], "没有“没有”这个村"),
    ],
)
def test_wrong_use_is_told(mingbai: Command, world: Path, more: list[str], said: str) -> None:
    code, lines = _since(mingbai, world, *more)
    assert code == 2
    assert said in lines[-1]


def _edition(*items: EditionItem, facts: tuple[EditionFact, ...] = ()) -> BookEdition:
    told = {"格式": 1, "村": "x/y", "村名": "东村", "数据日期": "2026-11-22"}
    edition = BookEdition.model_validate(told)
    return edition.model_copy(update={"items": items, "facts": facts})


def _item(code: str, number: int, **fields: str) -> EditionItem:
    lines = {name: (text,) for name, text in fields.items()}
    told = {"编号": code, "号码": number, "页": 9, "部分": "便民服务", "名称": f"事{code}"}
    return EditionItem.model_validate({**told, "内容编号": "", "内容": lines})


def _slip(old: BookEdition, new: BookEdition) -> Slip:
    slip = slip_of(replace(handbook(), stamp=""), old, new)
    assert slip is not None
    return slip


def test_a_new_number_alone_is_no_change() -> None:
    old = _edition(_item("a", 1, 时限="3日"), _item("b", 2, 时限="3日"))
    new = _edition(_item("c", 1, 时限="1日"), _item("a", 2, 时限="3日"), _item("b", 3, 时限="3日"))
    slip = _slip(old, new)
    assert [part.name for part in slip.added] == ["事c"]
    assert (slip.changed, slip.removed, slip.facts) == ((), (), ())
    gone = _slip(new, old)
    assert [(part.number, part.page, part.name) for part in gone.removed] == [(1, 9, "事c")]


def test_a_change_of_every_item_is_said_once() -> None:
    was = [_item(code, n, 监督="甲") for n, code in enumerate("abc", 1)]
    now = [_item(code, n, 监督="乙") for n, code in enumerate("abc", 1)]
    slip = _slip(_edition(*was), _edition(*now))
    assert [each.places for each in slip.shared] == [("书里的全部3件事项",)]
    assert slip.changed == ()
    assert slip.counts == "改了3件事项"
    two = _slip(_edition(*was), _edition(*now[:2], was[2]))
    assert [each.places for each in two.shared] == [("1 事a", "2 事b")]
