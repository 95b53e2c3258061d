"""An .xlsx file from anywhere → the texts of its cells; a file made to exhaust a reader is refused.

What may not be trusted is looked at before openpyxl sees it: what it unpacks to, and how many
cells its sheets hold or claim to hold.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_UNPACKED = 200_000_000
"""Bytes of all parts together."""
MOST_CELLS = 2_000_000

_MOST_PARTS = 2_000
_SQUEEZED = 300
_SMALL = 1_000_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE = re.compile(r"[A-Z]{1,3}(\d{1,7})")
_MOST_ROWS = 1_048_576


class UnreadableWorkbook(Exception):
    """The file is no workbook, or one that nobody should open; the message says which."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its rows from the first with a text in each cell ("" = empty)."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_workbook(raw: bytes) -> tuple[Sheet, ...]:
    """The bytes of an .xlsx file → its sheets; raises `UnreadableWorkbook`."""
    if raw[:4] == b"\xd0\xcf\x11\xe0":
        raise UnreadableWorkbook("这是旧版 .xls 或加密的文件，在表格软件里另存为 .xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            _examine(packed)
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        try:
            return tuple(
                Sheet(sheet.title, tuple(_rows(sheet.iter_rows(values_only=True))))
                for sheet in book.worksheets
            )
        finally:
            book.close()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ParseError, OSError) as broken:
        raise UnreadableWorkbook("这不是完整的 .xlsx 文件") from broken
    except DefusedXmlException as hostile:
        raise UnreadableWorkbook("文件里有不该有的 XML 声明") from hostile
    # What openpyxl raises for parts that are whole XML but not what it expects there.
    except (ValueError, TypeError, AttributeError, NotImplementedError, RuntimeError) as broken:
        raise UnreadableWorkbook("表格的内容读不出来，另存一份再试") from broken


def _examine(packed: zipfile.ZipFile) -> None:
    """Refuse what unpacks to too much or claims too many cells."""
    parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableWorkbook("文件展开以后太大")
    for part in parts:
        if part.file_size > _SMALL and part.file_size > _SQUEEZED * max(part.compress_size, 1):
            raise UnreadableWorkbook("文件的压缩比不正常")
    cells = 0
    for part in parts:
        if _SHEET.fullmatch(part.filename):
            cells += _cells(packed, part, MOST_CELLS - cells)


def _cells(packed: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """How many cells a sheet has, each looked at once; more than *most* is refused."""
    count = 0
    with packed.open(part) as opened:
        for _, element in iterparse(opened, events=("end",)):
            if element.tag.endswith("}c"):
                count += 1
                place = _PLACE.fullmatch(element.get("r") or "A1")
                if count > most or place is None or int(place[1]) > _MOST_ROWS:
                    raise UnreadableWorkbook("表格的格子太多")
            if element.tag.endswith("}row"):
                element.clear()
    return count


def _rows(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[str, ...]]:
    left = MOST_CELLS
    for row in rows:
        left -= len(row)
        if left < 0:
            raise UnreadableWorkbook("表格的范围太大")
        yield tuple("" if cell is None else str(cell) for cell in row)
