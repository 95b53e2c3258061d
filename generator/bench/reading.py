"""Our reader and three others on the same YAML → what a file and a whole district cost each."""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import strictyaml
import yaml
from ruamel.yaml import YAML

from generator.bench.district import TOWNSHIPS, Tree, enlarge, is_township, read
from generator.bench.measure import run
from generator.check import check
from generator.load import load
from generator.load.files import FileKind
from generator.load.sheets import look

FILE_SIZE = 41_000
"""Bytes of the one file."""

DISTRICT_SIZE = 31_000_000
"""Bytes of all YAML files of the district."""

SAMPLE_SIZE = 1_000_000
"""Bytes of it that the slow readers are given; what they take is reckoned up to the whole."""

_ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader: milliseconds for the file, CPU seconds for all, and whether those are reckoned.

    *reckoned* is true where only a part was read and the rest follows from its size.
    """

    name: str
    milliseconds: float
    seconds: float
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was read, in bytes and files, what it cost each reader, and how our cost divides."""

    file_size: int
    size: int
    files: int
    ours: dict[str, float]
    readings: tuple[Reading, ...]


def compare(root: Path, folder: Path) -> Comparison:
    """The district at *root*, enlarged in *folder*, through our reader and through the others."""
    target = folder / "reading"
    enlarge(root, target, _times(root, folder / "trial"))
    files = _files(target)
    file = one_file(root)
    told = _district_cost(target)
    readings = [
        Reading(
            "明白账, to a checked model", _milliseconds(_ours, file), told["load"] + told["check"]
        )
    ]
    readings += [_rival(name, file, files) for name in RIVALS]
    return Comparison(len(file), _size(files), len(files), told, tuple(readings))


def one_file(root: Path) -> bytes:
    """The largest flow of a district, its steps repeated under other names up to the size."""
    path = max(sorted(root.glob("powers/*/flows/*.yml")), key=lambda path: path.stat().st_size)
    flow = read(path)
    if not isinstance(flow, dict) or not isinstance(steps := flow["步骤"], list):
        raise TypeError(path)
    raw, rows, number = b"", list[Tree](), 0
    while len(raw) < FILE_SIZE:
        number += 1
        rows += [_renamed(step, str(number)) for step in steps]
        raw = _dump({**flow, "步骤": rows})
    return raw


def _dump(tree: Tree) -> bytes:
    """A tree → YAML without anchors: written to JSON and back, no two parts are the same one."""
    whole = json.loads(json.dumps(tree))
    text: str = yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text.encode()


def _renamed(step: Tree, ending: str) -> Tree:
    """A step under another name, which is the value of its first field."""
    if not isinstance(step, dict):
        return step
    (field, name), *rest = step.items()
    return {field: f"{name}{ending}", **dict(rest)}


def _files(root: Path) -> list[Path]:
    """The YAML files of a district."""
    return [*sorted((root / "powers").rglob("*.yml")), *sorted((root / "villages").rglob("*.yml"))]


def _times(root: Path, trial: Path) -> int:
    """How many times as large the district has to be, tried where no townships are added."""
    units = [path.parent for path in root.glob("powers/*/unit.yml")]
    times = TOWNSHIPS // max(sum(map(is_township, units)), 1) + 1
    enlarge(root, trial, times)
    last = f"-{times - 1}"
    more = sum(_size([*unit.rglob("*.yml")]) for unit in trial.glob(f"powers/*{last}"))
    return times + max(-(-(DISTRICT_SIZE - _size(_files(trial))) // max(more, 1)), 0)


def _size(files: list[Path]) -> int:
    return sum(path.stat().st_size for path in files)


def _ours(raw: bytes) -> None:
    look(FileKind.FLOW, "powers/x/flows/x.yml", raw)


def _c_safe(raw: bytes) -> None:
    yaml.load(raw, yaml.CSafeLoader)


def _ruamel(raw: bytes) -> None:
    YAML().load(raw)


def _strict(raw: bytes) -> None:
    strictyaml.dirty_load(raw.decode(), allow_flow_style=True)


RIVALS: dict[str, tuple[Callable[[bytes], None], str]] = {
    "yaml.load(CSafeLoader), to plain values": (_c_safe, "PyYAML"),
    "ruamel.yaml, to a tree with places": (_ruamel, "ruamel.yaml"),
    "StrictYAML, to a tree with places": (_strict, "strictyaml"),
}
"""Name → what reads, and the package it comes from."""


def _rival(name: str, file: bytes, files: list[Path]) -> Reading:
    """One of the others; a slow one is given every so many files of the district."""
    reads, package = RIVALS[name]
    part = files if package == "PyYAML" else files[:: max(_size(files) // SAMPLE_SIZE, 1)]
    texts = [path.read_bytes() for path in part]
    began = time.process_time()
    for text in texts:
        reads(text)
    taken = time.process_time() - began
    whole = taken * _size(files) / sum(map(len, texts))
    rounds = 1 if taken < whole else _ROUNDS
    title = f"{name} ({version(package)})"
    milliseconds = _milliseconds(reads, file, rounds)
    return Reading(title, milliseconds, whole, reckoned=len(part) < len(files))


def _milliseconds(reads: Callable[[bytes], None], raw: bytes, rounds: int = _ROUNDS) -> float:
    """Reading one file, in the best of rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        reads(raw)
        best = min(best, time.process_time() - began)
    return best * 1000


def _district_cost(root: Path) -> dict[str, float]:
    """A district → CPU seconds to load and to check it in a process of its own."""
    answer = root.parent / "reading.json"
    command = [sys.executable, "-m", "generator.bench.reading", str(root), str(answer)]
    run(command, Path(__file__).parents[2])
    told: dict[str, float] = json.loads(answer.read_text("utf-8"))
    return told


def _load_and_check(root: Path, answer: Path) -> None:
    """Load and check, and note what that took, without starting Python and the program."""
    importlib.import_module("generator.load.district")
    began = time.process_time()
    registry, problems = load(root)
    loaded = time.process_time()
    found = [*problems, *(check(registry) if registry else ())]
    checked = time.process_time()
    told = {"load": loaded - began, "check": checked - loaded, "problems": len(found)}
    answer.write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    _load_and_check(Path(sys.argv[1]), Path(sys.argv[2]))
