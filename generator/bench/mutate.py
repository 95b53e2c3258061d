"""A sound file and a stream of chances → the same file with something wrong in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

import yaml

from generator.bench.district import Tree
from generator.load.files import FileKind

LONGEST = 6_000
"""Bytes that a mutated file may have; longer ones only make the run slow."""

_SIGNS = (
    "- |: |:|\n|#| #|\t|\u3000|：|－|—|“|”|'|\"|[|]|{|}|?|? |>|>-|&a|*a|!|!!set |%|@|`|~|,|---|..."
    "|\r|\r\n|\ufeff|\u2028|\x85|\u202e|\u200b|\ud7ff|\ue000|\U0001f600|é|\\u202e|\\x00|<<: |null"
    "|<<<<<<< HEAD|=======|>>>>>>> x|yes|0355|8:30|1e999|2016-02-30|5个工作日"
).split("|")
_BROKEN = (b"\x00", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xd5\xf2", b"\xf4\x90\x80\x80")
_MARKS = (b"|", b"|+", *(sign.encode() for sign in _SIGNS), *_BROKEN)
"""What is put into files: signs of YAML, look-alikes of them, and bytes that are no UTF-8."""

_TEXTS = (
    *("", " ", "0", "-1", "9" * 400, "１０", "十", "0.5", "1e999", "nan", "是", "否", "无", "～"),
    *(
        "5个工作日",
        "30日内",
        "0日",
        "-3天",
        "99999999999年",
        "2016-02-30",
        "2016年13月",
        "9999-12-31",
    ),
    *(
        "../x",
        "a/b/c",
        "education/xk-001",
        "_township/ms-001",
        "<b>",
        "《法》第〇条",
        "《》",
        "第条",
    ),
    *(
        "0571-88888888",
        "x" * 300,
        "a\u0301",
        "\u0130",
        "[[",
        "}}",
        "：",
        "、、",
        "；",
        "http://",
        "ß",
    ),
)
_SHAPES: tuple[Tree, ...] = (
    [],
    {},
    None,
    [[]],
    [{}],
    [""],
    {"": ""},
    {"名称": []},
    ["a", {"b": "c"}],
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to start from: its kind, its bytes, and its values where they could be read."""

    kind: FileKind
    raw: bytes
    tree: Tree = None

    @property
    def has_tree(self) -> bool:
        """Whether its structure can be changed."""
        return isinstance(self.tree, dict | list)


def with_bytes_changed(raw: bytes, other: bytes, chance: Random) -> bytes:
    """A few cuts, repeats, swaps and foreign marks; *other* is where pieces are borrowed."""
    data = raw
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = _BYTE_CHANGES[chance.randrange(len(_BYTE_CHANGES))](data, other, chance)
    return data[:LONGEST]


def _marked(data: bytes, _: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_MARKS) + data[at + chance.choice((0, 0, 1, 3)) :]


def _flipped(data: bytes, _: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]


def _cut(data: bytes, _: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.choice((1, 2, 3, 8, 40, 400)) :]


def _repeated(data: bytes, _: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    end = at + chance.choice((1, 2, 6, 30, 200))
    return data[:end] + data[at:end] * chance.choice((1, 1, 2, 9)) + data[end:]


def _borrowed(data: bytes, other: bytes, chance: Random) -> bytes:
    at, start = chance.randint(0, len(data)), chance.randint(0, len(other))
    return data[:at] + other[start : start + chance.choice((4, 20, 100))] + data[at:]


def _line_changed(data: bytes, other: bytes, chance: Random) -> bytes:
    """A line gone, twice, further in, further out, swapped, or taken from another file."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    line, way = lines[at], chance.randrange(6)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(chance.randint(0, len(lines)), line)
    elif way == 2:
        lines[at] = chance.choice((b" ", b"  ", b"\t", b"- ", b"    ")) + line
    elif way == 3:
        lines[at] = line[chance.choice((1, 2, 4)) :]
    elif way == 4:
        there = chance.randrange(len(lines))
        lines[at], lines[there] = lines[there], line
    else:
        lines.insert(at, chance.choice(other.split(b"\n")))
    return b"\n".join(lines)


_BYTE_CHANGES = (_marked, _marked, _flipped, _cut, _repeated, _borrowed, _line_changed)


def with_structure_changed(tree: Tree, other: Tree, chance: Random) -> Tree:
    """Fields and rows gone, twice, renamed, swapped or of another type; *other* lends its own."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        tree = _changed(tree, other, chance)
    return tree


def _changed(tree: Tree, other: Tree, chance: Random) -> Tree:
    """The tree with one place changed; what lies beside the way to that place is shared."""
    if not tree or isinstance(tree, str) or chance.random() < 0.12:
        return _replaced(tree, other, chance)
    if isinstance(tree, list):
        return _rows_changed(list(tree), other, chance)
    return _fields_changed(dict(tree), other, chance)


def _rows_changed(rows: list[Tree], other: Tree, chance: Random) -> Tree:
    at, way = chance.randrange(len(rows)), chance.randrange(10)
    if way == 0:
        del rows[at]
    elif way == 1:
        rows.insert(chance.randint(0, len(rows)), rows[at])
    elif way == 2:
        there = chance.randrange(len(rows))
        rows[at], rows[there] = rows[there], rows[at]
    else:
        rows[at] = _changed(rows[at], other, chance)
    return rows


def _fields_changed(fields: dict[str, Tree], other: Tree, chance: Random) -> Tree:
    name, way = chance.choice(list(fields)), chance.randrange(12)
    if way == 0:
        del fields[name]
    elif way == 1:
        there = chance.choice(list(fields))
        fields[name], fields[there] = fields[there], fields[name]
    elif way == 2:
        at = chance.randint(0, len(name))
        slip = chance.choice(("", "的", " ", "：", "é"))
        fields[name[:at] + slip + name[at + 1 :]] = fields.pop(name)
    elif way == 3 and isinstance(other, dict) and other:
        lent = chance.choice(list(other))
        fields[lent] = other[lent]
    else:
        fields[name] = _changed(fields[name], other, chance)
    return fields


def _replaced(tree: Tree, other: Tree, chance: Random) -> Tree:
    """Another value in its place: an odd one, one of another type, one from another file."""
    way = chance.randrange(5)
    if way == 0:
        return _piece(other, chance)
    if way == 1:
        return [tree]
    if way == 2 and isinstance(tree, str):
        at = chance.randint(0, len(tree))
        return tree[:at] + chance.choice(_TEXTS) + tree[at + 1 :]
    return chance.choice(_TEXTS if chance.random() < 0.7 else _SHAPES)


def _piece(tree: Tree, chance: Random) -> Tree:
    """A part of a tree, of any size."""
    while tree and not isinstance(tree, str) and chance.random() < 0.7:
        tree = chance.choice(list(tree.values()) if isinstance(tree, dict) else tree)
    return tree


def written_down(tree: Tree, chance: Random) -> bytes:
    """Values → the bytes of a YAML file, mostly in brackets, which is quick, else in lines."""
    if chance.random() < 0.85:
        return json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")
    text: str = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8", "replace")
