"""Lists of any form are read for `mingbai cite`, and those that cannot be are told in words."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.load.basis_lists import read_list
from generator.tests.running import Ended, mingbai

LAWS = Path(__file__).parent / "worlds" / "minimal" / "law-texts"

ROWS = (("序号", "职权", "设定依据"), ("1", "甲", "《示例渡口办法》第二条"), ("2", "乙", ""))


def _csv(code: str) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([("某局权力清单", "", ""), *ROWS])
    return written.getvalue().encode(code)


def _xlsx() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["某局权力清单"])
    for row in ROWS:
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


LISTS = {
    "utf8.csv": (_csv("utf-8-sig"), 3),
    "gbk.csv": (_csv("gbk"), 3),
    "list.xlsx": (_xlsx(), 3),
    "list.json": (json.dumps([{"职权": "甲", "设定依据": ROWS[1][2]}]).encode(), 1),
    "own.json": (json.dumps({"清单": [{"依据": [{"引用": ROWS[1][2]}]}]}).encode(), 1),
    "list.txt": (f"\n{ROWS[1][2]}\n".encode(), 2),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_any_form_is_read(name: str, tmp_path: Path) -> None:
    raw, row = LISTS[name]
    (tmp_path / name).write_bytes(raw)
    rows, problems = read_list(tmp_path / name)
    assert (problems, [(each.row, each.cell) for each in rows]) == ((), [(row, ROWS[1][2])])


def _bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"<row>" + b" " * 30_000_000)
    return written.getvalue()


BAD_LISTS = {
    "bomb.xlsx": (_bomb(), "压缩比"),
    "half.xlsx": (_xlsx()[:900], "不是完整的"),
    "old.xlsx": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧版"),
    "half.json": (b'[{"a": ', "JSON"),
    "deep.json": (b"[" * 100_000, "JSON"),
    "no-column.csv": ("序号,职权\n1,甲\n".encode(), "依据"),
    "empty.csv": (b"", "依据"),
    "list.pdf": (b"%PDF-1.7", "不认识"),
}


@pytest.mark.parametrize("name", BAD_LISTS)
def test_a_list_that_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    raw, word = BAD_LISTS[name]
    (tmp_path / name).write_bytes(raw)
    said = _cite(tmp_path / name)
    assert (said.code, word in said.out, "Traceback" in said.err) == (1, True, False)


def _cite(file: Path, *options: str) -> Ended:
    return mingbai("cite", "--laws", LAWS, file, *options)


def test_the_command_tells_people_and_programs(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("事项,依据\n甲,《示例渡口办法》第九条\n乙,《示例渡口办法》第一条\n", "utf-8")
    assert _cite(file).out.splitlines() == [
        "第2行 [不符] 《示例渡口办法》第九条",
        "    2021-06-01的文本里没有第九条，只到第四条之一",
        "依据 2 处：一致 1，旧版 0，不符 1，未收录 0。",
    ]
    told = json.loads(_cite(file, "--format", "json", "--column", "依据").out)
    assert told[1] == {
        "row": 3,
        "law": "示例渡口办法",
        "article": "第一条",
        "outcome": "一致",
        "version": "2021-06-01",
        "detail": "",
    }


def test_an_unknown_column_is_answered_with_the_heads(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("事项,根据\n甲,《示例渡口办法》第九条\n", "utf-8")
    assert "表头有：事项、根据" in _cite(file, "--column", "摘要").out


def test_the_folder_of_laws_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("《示例渡口办法》第一条\n", "utf-8")
    said = mingbai("cite", file)
    assert (said.code, "没有写 --laws" in said.err) == (2, True)


def test_a_law_text_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    laws = tmp_path / "laws"
    shutil.copytree(LAWS, laws)
    (laws / "示例船闸条例(2022-01-01).md").symlink_to(tmp_path / "nowhere.md")
    (laws / "示例渡口办法(2021-06-01).md").rename(laws / "示例渡口办法(2020-06-01).md")
    (laws / "示例渡口办法(2024-01-01).md").symlink_to(tmp_path / "nowhere.md")
    file = tmp_path / "list.txt"
    file.write_text(
        "《示例船闸条例》第一条\n《示例饮水卫生办法》第一条\n《示例渡口办法》第一条\n", "utf-8"
    )
    said = mingbai("cite", "--laws", laws, file)
    assert said.code == 0
    assert said.out.splitlines() == [
        "第1行 [未收录] 《示例船闸条例》第一条",
        "第3行 [未收录] 《示例渡口办法》第一条",
        "依据 3 处：一致 1，旧版 0，不符 0，未收录 2。",
    ]
    assert said.err.count("引它的依据记作未收录") == 2
