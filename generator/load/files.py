"""A district's folder → the YAML files in it, by their purpose.

Links are not followed and every listing is sorted. A YAML file that nothing reads
is a problem, because its author believes it is used.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from generator.load.ids import id_problem, is_shared_folder, printable
from generator.load.nearest import nearest
from generator.load.strays import holds_yaml, meant_as_data
from generator.problem import OtherPlace, Problem, Severity, Span, error

MOST_FILES = 50_000
"""Files of one district that are read; more is a mistake (a wrong folder was given)."""

_PASSED_OVER = re.compile(
    r"\..*|.*~|~\$.*|Thumbs\.db|.*\.(?:orig|bak|swp|tmp|md)|.*(?<!\.yml)(?<!\.yaml)\.txt"
)
_YAML = re.compile(r"\.ya?ml", re.IGNORECASE)


class FileKind(Enum):
    """What a file is for."""

    DISTRICT = "district"
    VOCABULARY = "vocabulary"
    LAWS = "laws"
    CLAIMS = "claims"
    TOPICS = "topics"
    SYNONYMS = "synonyms"
    HOLIDAYS = "holidays"
    DUTIES = "duties"
    UNIT = "unit"
    ITEM = "item"
    MICRO_POWER = "micro_power"
    FLOW = "flow"
    VILLAGE = "village"


ROW_FILES = frozenset(
    {FileKind.LAWS, FileKind.CLAIMS, FileKind.TOPICS, FileKind.SYNONYMS, FileKind.HOLIDAYS}
)
"""Files that are a list of rows; every other file is one mapping."""

_DISTRICT_FILES = {
    kind.value: kind
    for kind in (
        FileKind.DISTRICT,
        FileKind.VOCABULARY,
        FileKind.LAWS,
        FileKind.CLAIMS,
        FileKind.TOPICS,
        FileKind.SYNONYMS,
        FileKind.HOLIDAYS,
    )
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it lies, what it is for, and the permanent name of what it holds.

    *folder* is the list it belongs to (`powers/education`), *id* its name there.
    """

    path: Path
    label: str
    kind: FileKind
    folder: str
    id: str

    @property
    def is_rows(self) -> bool:
        """Whether the file is a list of rows."""
        return self.kind in ROW_FILES


@dataclass(slots=True)
class Found:
    """What a district's folder holds: files, the folders of bodies, and what is wrong there."""

    root: Path
    files: list[SourceFile] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, code: str, sentence: str, label: str, hint: str) -> None:
        """Note something that will not be read."""
        self.problems.append(error(code, sentence, Span(label), hint))


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder: its path shown to the clerk, and what its files and folders are for."""

    label: str
    fixed: Mapping[str, FileKind]
    any_id: FileKind | None = None


def find(root: Path) -> Found:
    """The folder of a district → the files to read, sorted by path, and what cannot be read."""
    found = Found(root)
    if not (root / "powers").exists():
        hint = "确认 --root 给的是含有 powers/ 的文件夹"
        found.refuse("missing-file", "找不到 powers 文件夹", "powers", hint)
        return found
    for name in _read_folder(found, _Folder("powers", _DISTRICT_FILES)):
        _find_body(found, f"powers/{name}", FileKind.ITEM)
    if (root / "villages").exists():
        for name in _read_folder(found, _Folder("villages", {})):
            if name.startswith("_"):
                _find_body(found, f"villages/{name}", FileKind.MICRO_POWER)
            else:
                _find_villages(found, name)
    found.files.sort(key=lambda source: source.label)
    if len(found.files) > MOST_FILES:
        found.refuse(
            "too-many-files", f"文件超过 {MOST_FILES:,} 个", "powers", "检查是否放错了文件夹"
        )
        del found.files[MOST_FILES:]
    return found


def _find_body(found: Found, label: str, items: FileKind) -> None:
    """The folder of a unit or of a shared list: its own file, `items/` and `flows/`."""
    name = label.rpartition("/")[2]
    if name.startswith("_"):
        fixed = {"duties": FileKind.DUTIES} if label == "powers/_common" else {}
    else:
        fixed = {"unit": FileKind.UNIT}
        found.bodies.append(label)
    kinds = {"items": items, "flows": FileKind.FLOW}
    for inner in _folders(found, label):
        place = f"{label}/{inner}"
        if inner not in kinds:
            if holds_yaml(found.root / place):
                hint = "事项放在 items/，流程放在 flows/"
                found.refuse("unexpected-file", "这个文件夹里的 YAML 不会被读取", place, hint)
            continue
        for stray in _read_folder(found, _Folder(place, {}, kinds[inner])):
            hint = "文件直接放在 items/ 或 flows/ 里，不再分文件夹"
            found.refuse("unexpected-file", "这个文件夹不会被读取", f"{place}/{stray}", hint)
    _read_files(found, _Folder(label, fixed))


def _find_villages(found: Found, township: str) -> None:
    """The folder of a township's villages: one file a village."""
    label = f"villages/{township}"
    for stray in _read_folder(found, _Folder(label, {}, FileKind.VILLAGE)):
        hint = "每个村一个文件，直接放在所属乡镇的文件夹里"
        found.refuse("unexpected-file", "这个文件夹不会被读取", f"{label}/{stray}", hint)


def _read_folder(found: Found, folder: _Folder) -> Iterator[str]:
    """Note the files of a folder; yield the names of the folders in it that may be read."""
    _read_files(found, folder)
    for name in _folders(found, folder.label):
        label = f"{folder.label}/{name}"
        allowed = is_shared_folder(name) or (folder.label == "villages" and name == "unplaced")
        problem = None if allowed else id_problem(name, Span(printable(label)))
        if problem:
            found.problems.append(problem)
        else:
            yield name


def _read_files(found: Found, folder: _Folder) -> None:
    """Note the YAML files of a folder by their purpose."""
    seen: dict[str, str] = {}
    names = sorted(_entries(found, folder.label), key=lambda name: (name.endswith(".yaml"), name))
    for name in names:
        label = f"{folder.label}/{printable(name)}"
        stem, dot, suffix = name.rpartition(".")
        if not _YAML.fullmatch(dot + suffix):
            if words := meant_as_data(name, beside_data=folder.any_id is not None):
                found.refuse("unexpected-file", words[0], label, words[1])
            continue
        if suffix not in ("yml", "yaml"):
            found.refuse("bad-id", f"扩展名“.{suffix}”要用小写", label, "改成 .yml")
            continue
        if stem in seen:
            other = OtherPlace(Span(f"{folder.label}/{seen[stem]}"), "同名的另一个文件")
            sentence = f"“{stem}”有 .yml 和 .yaml 两个文件"
            hint = f"只留下一个，一般留 {seen[stem]}，删掉 {printable(name)}"
            found.problems.append(
                Problem("twin-files", Severity.ERROR, sentence, Span(label), hint, (other,))
            )
            continue
        seen[stem] = name
        _note_file(found, folder, label, found.root / folder.label / name)


def _note_file(found: Found, folder: _Folder, label: str, path: Path) -> None:
    """Note one file, or say why it is not read."""
    kind = folder.fixed.get(path.stem) or folder.any_id
    if kind is None:
        usual = "事项放在 items/，流程放在 flows/，村放在 villages/<乡镇>/"
        beside = {each.stem for each in path.parent.glob("*.y*ml")}
        near = nearest(path.stem, folder.fixed.keys() - beside)
        hint = f"文件名是不是写错了，要写成 {near}.yml" if near else usual
        found.refuse("unexpected-file", "这里的 YAML 文件不会被读取", label, hint)
        return
    problem = id_problem(path.stem, Span(label)) if folder.any_id else None
    if problem:
        found.problems.append(problem)
        return
    owner = folder.label.removesuffix("/items").removesuffix("/flows")
    found.files.append(SourceFile(path, label, kind, owner, path.stem))


def _folders(found: Found, label: str) -> list[str]:
    """The names of the folders in a folder, sorted."""
    return [entry.name for entry in _listing(found, label) if entry.is_dir(follow_symlinks=False)]


def _entries(found: Found, label: str) -> list[str]:
    """The names of the files in a folder, sorted; links and devices are refused."""
    names: list[str] = []
    for entry in _listing(found, label):
        if entry.is_file(follow_symlinks=False):
            names.append(entry.name)
        elif not entry.is_dir(follow_symlinks=False):
            place = printable(f"{label}/{entry.name}")
            found.refuse("unreadable-file", "这是链接或者设备，不读取", place, "换成文件本身")
    return names


def _listing(found: Found, label: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted by name, without what editors and systems leave behind."""
    here = found.root / label
    if here.is_symlink():
        found.refuse("unreadable-file", "这是一个链接，不读取", label, "换成文件夹本身")
        return []
    try:
        entries = sorted(os.scandir(here), key=lambda entry: entry.name)
    except OSError:
        found.refuse("unreadable-file", "打不开这个文件夹", label, "检查它是否允许读取")
        return []
    return [entry for entry in entries if not _PASSED_OVER.fullmatch(entry.name)]
