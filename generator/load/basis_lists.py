"""A list from anywhere (.csv, .xlsx, .json, .txt) → its rows and the cell that holds the bases."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load.nearest import meant
from generator.problem import Problem, Span, error

LARGEST_LIST = 50_000_000
"""Bytes of a list."""

_HEADER_ROWS = 15
"""Rows among which the heads of the columns are sought; titles stand above them."""
_USUAL = re.compile(r"依据")
_NOT_BASES = re.compile(r"收费|标准|追责|问责")
_IN_JSON = ("依据", "设定依据", "实施依据", "basis")

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row as its reader counts them (from 1, heads included), and what stands in the cell."""

    row: int
    cell: str


class _Refusal(Exception):
    """Why a list cannot be read, and what to do."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


def read_list(path: Path, column: str = "") -> tuple[tuple[ListRow, ...], tuple[Problem, ...]]:
    """A list → its rows with something in the column of bases, or what is wrong with it.

    *column* names the column; without it those whose heads speak of 依据 are taken.
    """
    span = Span(path.as_posix())
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        hint = f"换成 {'、'.join(_READERS)} 中的一种"
        return (), (error("unreadable-file", "不认识这种文件", span, hint),)
    try:
        return tuple(reader(_bytes(path), column)), ()
    except OSError:
        return (), (error("unreadable-file", "打不开这个文件", span, "检查文件是否还在"),)
    except _Refusal as refusal:
        return (), (error("unreadable-file", refusal.sentence, span, refusal.hint),)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as opened:
        raw = opened.read(LARGEST_LIST + 1)
    if len(raw) > LARGEST_LIST:
        raise _Refusal("文件太大", "拆成几份")
    return raw


def _decoded(raw: bytes) -> str:
    """Bytes → text: UTF-8, UTF-16 with its mark, or else the national code that offices use."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _of_csv(raw: bytes, column: str) -> Iterator[ListRow]:
    text = _decoded(raw).replace("\x00", "")
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    csv.field_size_limit(LARGEST_LIST)
    try:
        rows = tuple(tuple(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as broken:
        raise _Refusal("这不是完整的 CSV 文件", "在表格软件里另存一份") from broken
    yield from _of_tables([rows], column)


def _of_xlsx(raw: bytes, column: str) -> Iterator[ListRow]:
    from generator.load.workbook import UnreadableWorkbook, read_workbook

    try:
        sheets = read_workbook(raw)
    except UnreadableWorkbook as broken:
        raise _Refusal(str(broken), "在表格软件里打开，另存为 .xlsx 或 .csv") from broken
    yield from _of_tables([sheet.rows for sheet in sheets], column)


def _of_tables(tables: Iterable[Table], column: str) -> Iterator[ListRow]:
    """The rows below the heads of every table that has the column."""
    heads: dict[str, str] = {}
    found = False
    for table in tables:
        place = _head(table, column)
        if place is None:
            heads.update({cell.strip(): "" for row in table[:_HEADER_ROWS] for cell in row if cell})
            continue
        found = True
        line, columns = place
        for number, row in enumerate(table[line + 1 :], line + 2):
            cell = "\n".join(row[at] for at in columns if at < len(row) and row[at].strip())
            if cell.strip():
                yield ListRow(number, cell)
    if not found:
        raise _no_column(column, heads)


def _no_column(column: str, heads: dict[str, str]) -> _Refusal:
    shown = "、".join([head for head in heads if len(head) < 20][:12])
    usual = f"表头有：{shown}；用 --column 写明哪一列" if shown else "用 --column 写明哪一列"
    sentence = f"没有“{column}”这一列" if column else "没有哪一列的表头里有“依据”"
    return _Refusal(sentence, meant(column, heads, usual) if column else usual)


def _head(table: Table, column: str) -> tuple[int, list[int]] | None:
    """The row of the heads, and the places of the wanted columns in it."""
    for line, row in enumerate(table[:_HEADER_ROWS]):
        told = ["".join(cell.split()) for cell in row]
        if column:
            places = [at for at, cell in enumerate(told) if cell == "".join(column.split())]
        else:
            places = [at for at, cell in enumerate(told) if _is_usual(cell)]
        if places:
            return line, places
    return None


def _is_usual(head: str) -> bool:
    short = len(head) <= 12
    return short and bool(_USUAL.search(head)) and not _NOT_BASES.search(head)


def _of_json(raw: bytes, column: str) -> Iterator[ListRow]:
    try:
        told: object = json.loads(_decoded(raw))
    except (ValueError, RecursionError) as broken:
        raise _Refusal("这不是完整的 JSON 文件", "检查括号和逗号") from broken
    rows = _rows_of(told)
    keys: dict[str, str] = {}
    found = False
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            found = True
            yield ListRow(number, row)
        elif isinstance(row, dict):
            keys.update({str(key): "" for key in row})
            wanted = [key for key in row if _is_wanted(str(key), column)]
            found = found or bool(wanted)
            cell = "\n".join(text for key in wanted for text in _texts(row[key]))
            if cell.strip():
                yield ListRow(number, cell)
    if rows and not found:
        raise _no_column(column, keys)


def _rows_of(told: object) -> list[object]:
    """The list in a JSON file: itself, or the longest one in its object."""
    if isinstance(told, list):
        return told
    if isinstance(told, dict):
        lists = [value for value in told.values() if isinstance(value, list)]
        return max(lists, key=len, default=[told])
    raise _Refusal("文件里没有列表", "写成一个列表，一行一个对象，依据写在“依据”里")


def _is_wanted(key: str, column: str) -> bool:
    return key == column if column else key in _IN_JSON or _is_usual(key)


def _texts(value: object) -> Iterator[str]:
    """The bases in a value: a text, a list of them, or a basis with 引用 and 摘录."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for row in value:
            yield from _texts(row)
    elif isinstance(value, dict):
        cited, quoted = value.get("引用"), value.get("摘录")
        if isinstance(cited, str):
            yield f"{cited}：“{quoted}”" if isinstance(quoted, str) and quoted else cited


def _of_text(raw: bytes, _: str) -> Iterator[ListRow]:
    """A basis a line; where blank lines part the text, a block a row."""
    lines = _decoded(raw).splitlines()
    has_blocks = any(not line.strip() for line in lines[:-1])
    block: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line)
        if block and (not has_blocks or not line.strip()):
            yield ListRow(start, "\n".join(block))
            block = []


_READERS: dict[str, Callable[[bytes, str], Iterator[ListRow]]] = {
    ".csv": _of_csv,
    ".xlsx": _of_xlsx,
    ".json": _of_json,
    ".txt": _of_text,
}
