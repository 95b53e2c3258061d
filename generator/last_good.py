"""A district of which some bodies have errors → the same with the last good files of those bodies.

A body is a unit's folder (`powers/education`) or a village's file (`villages/hedong/dongtou`). What
was published is kept under the folder of `--last-good`, which is part of the input: the same data
and the same folder give the same site. Errors in files that several bodies use always stop.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.model.registry import Registry
from generator.problem import Problem, Severity, Span, stops, warning
from generator.settings import Settings
from generator.unchanged import fingerprint

Checked = tuple[Registry | None, tuple[Problem, ...]]
Check = Callable[[Path, frozenset[str]], Checked]
"""The folder of a district, and the bodies that are left out of it → what load and check say."""

_TREES = ("powers", "villages", "content")
_EDITIONS = "editions.json"
_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Edition:
    """What may be published: the registry, all problems, and what its bodies were read from.

    *held* maps the bodies whose last good files stand in place of theirs to the date of those,
    None for a body that is left out. *stamps* tells each body's files as they were when read,
    *made_from* the fingerprint of all, "" where bodies are held back.
    """

    registry: Registry | None
    problems: tuple[Problem, ...]
    held: dict[str, date | None] = field(default_factory=dict)
    stamps: dict[str, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)
    made_from: str = ""


def usable(settings: Settings, check: Check) -> Edition:
    """A district → what may be published of it; where that is nothing, the problems stop."""
    folder = settings.last_good
    if folder is not None and not folder.exists() and _before(folder).exists():
        _before(folder).rename(folder)  # An earlier run was interrupted between two renames.
    stamps = {body: _stamp(settings.root, body) for body in _bodies(settings.root)}
    made_from = fingerprint(settings.root)
    registry, problems = check(settings.root, frozenset())
    edition = Edition(registry, problems, stamps=stamps, made_from=made_from)
    is_final = settings.last_good is None or settings.strict or not stops(problems)
    return edition if is_final else _held_back(settings, check, edition) or edition


def _held_back(settings: Settings, check: Check, first: Edition) -> Edition | None:
    """The district without what is wrong in single bodies; None where that cannot be had."""
    held: dict[str, date | None] = {}
    registry, problems, faults = first.registry, first.problems, list[Problem]()
    while stops(problems):
        fresh = _at_fault(problems) - held.keys()
        found = {body: _last_edition(settings, body) for body in sorted(fresh)}
        lost = [body for body, day in found.items() if not (day or _is_dropped(settings, body))]
        if lost or not fresh or not _all_in_bodies(problems, fresh):
            return None
        faults += [problem for problem in problems if _body_of(problem.span.file) in fresh]
        held |= found
        left_out = frozenset(body for body, day in held.items() if day is None)
        registry, problems = check(_assembled(settings, held), left_out)
    if registry is None:
        return None
    days = {body: day for body, day in held.items() if day is not None}
    others = [problem for problem in problems if _body_of(problem.span.file) not in held]
    told = [replace(problem, held=problem.severity is Severity.ERROR) for problem in faults]
    names = {f"powers/{unit.id}": unit.name for unit in registry.units}
    names |= {f"villages/{village.id}": village.name for village in registry.villages}
    notes = [
        _note(_place(settings.root, body), names.get(body, body), day) for body, day in held.items()
    ]
    return Edition(
        replace(registry, held_back=days), (*told, *others, *notes), held, stamps=first.stamps
    )


def _at_fault(problems: Iterable[Problem]) -> set[str]:
    """The bodies in whose files errors stand."""
    return {body for problem in problems for body in _bodies_of(problem) if body}


def _all_in_bodies(problems: Iterable[Problem], bodies: set[str]) -> bool:
    """Whether every error stands in the files of these bodies alone."""
    return all(
        body in bodies
        for problem in problems
        if problem.severity is Severity.ERROR
        for body in _bodies_of(problem)
    )


def _bodies_of(problem: Problem) -> Iterator[str]:
    """The bodies that an error is in, "" for a shared file; no other level is in any."""
    if problem.severity is not Severity.ERROR:
        return
    yield _body_of(problem.span.file)
    if problem.code == "unknown-reference":
        yield from (_body_of(other.span.file) for other in problem.others)


def _body_of(file: str) -> str:
    """The body that a file belongs to, "" where several bodies use it."""
    tree, *rest = file.split("/")
    if len(rest) < 2 or rest[0].startswith("_"):
        return ""
    if tree == "powers":
        return f"powers/{rest[0]}"
    stem, dot, ending = rest[1].rpartition(".")
    is_village = tree == "villages" and len(rest) == 2 and dot + ending in _YAML
    return f"villages/{rest[0]}/{stem}" if is_village else ""


def _is_dropped(settings: Settings, body: str) -> bool:
    return body.partition("/")[2] in settings.drop


def _note(place: Span, name: str, day: date | None) -> Problem:
    """What happened to a body, for the summary."""
    if day is None:
        sentence = f"{name}有错误，又没有上一次的内容，这一次没有它的页面"
    else:
        sentence = f"{name}有错误，它的页面仍是 {day} 那一版的内容"
    hint = "改好它的错误，再生成一次；一个都不许缺的时候，用 --strict"
    return warning("held-back", sentence, place, hint)


def _place(root: Path, body: str) -> Span:
    """The file of a body that stands for it."""
    files = sorted(_files(root, body))
    unit = f"{body}/unit.yml"
    return Span(unit if unit in files else (*files, body)[0])


def keep(edition: Edition, settings: Settings) -> tuple[Problem, ...]:
    """What has just been published → the last good files; of held bodies the old ones stay.

    A body whose files have changed since they were read is not kept: nobody has checked them.
    """
    if settings.last_good is None or edition.registry is None:
        return ()
    try:
        _keep(edition, settings, settings.last_good, edition.registry.district.edition)
    except OSError as failure:
        sentence = f"这一版的内容没有存下来，下次有错误时没有可以代替的：{failure.strerror}"
        hint = "检查放它的文件夹能不能写入，或者用 --last-good 换一个文件夹"
        return (warning("last-good-not-kept", sentence, Span("powers"), hint),)
    return ()


def _keep(edition: Edition, settings: Settings, kept: Path, today: date) -> None:
    fresh = kept.with_name(f"{kept.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    editions: dict[str, str] = {}
    for body in sorted({*edition.stamps, *edition.held}):
        stamp = edition.stamps.get(body)
        is_good = body not in edition.held and stamp == _stamp(settings.root, body)
        day = today if is_good else _last_edition(settings, body)
        source = settings.root if is_good else kept
        if day is not None:
            _copy(source, body, fresh)
            editions[body] = day.isoformat()
    fresh.mkdir(parents=True, exist_ok=True)
    text = json.dumps(editions, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    (fresh / _EDITIONS).write_text(text, encoding="utf-8")
    old = _before(kept)
    shutil.rmtree(old, ignore_errors=True)
    if kept.exists():
        kept.rename(old)
    fresh.rename(kept)
    shutil.rmtree(old, ignore_errors=True)


def _before(folder: Path) -> Path:
    """Where the last good files stand for the moment in which they are replaced."""
    return folder.with_name(f"{folder.name}.old")


def _last_edition(settings: Settings, body: str) -> date | None:
    """The date of the edition in which a body was last good, None where none was kept."""
    folder = settings.last_good
    if folder is None or not any(_files(folder, body)):
        return None
    try:
        editions: dict[str, str] = json.loads((folder / _EDITIONS).read_text(encoding="utf-8"))
        return date.fromisoformat(editions[body]) if body in editions else None
    except (OSError, ValueError):
        return None


def _assembled(settings: Settings, held: dict[str, date | None]) -> Path:
    """A copy of the district in the workshop, with the last good files of the held bodies."""
    shutil.rmtree(root := settings.workshop / "held-back", ignore_errors=True)
    for tree in _TREES:
        if (settings.root / tree).is_dir():
            shutil.copytree(settings.root / tree, root / tree, symlinks=True)
    for body, day in held.items():
        for file in [*_files(root, body)]:
            (root / file).unlink()
        shutil.rmtree(root / body, ignore_errors=True)
        if day is not None and settings.last_good is not None:
            _copy(settings.last_good, body, root)
    return root


def _copy(source: Path, body: str, target: Path) -> None:
    for file in _files(source, body):
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / file, target / file)


def _bodies(root: Path) -> list[str]:
    """The bodies of a district, readable or not."""
    paths = (*root.glob("powers/*/*"), *root.glob("villages/*/*.y*ml"))
    return sorted({body for path in paths if (body := _body_of(_label(root, path)))})


def names_of_bodies(root: Path) -> list[str]:
    """The bodies of a district as `--drop` names them: `education`, `hedong/dongtou`."""
    return [body.partition("/")[2] for body in _bodies(root)]


def _files(root: Path, body: str) -> Iterator[str]:
    """The files of a body, as paths below the root; links are none."""
    if body.startswith("powers/"):
        paths = sorted((root / body).rglob("*"))
    else:
        paths = [root / f"{body}{ending}" for ending in _YAML]
    yield from (_label(root, path) for path in paths if path.is_file() and not path.is_symlink())


def _stamp(root: Path, body: str) -> tuple[tuple[str, int, int], ...]:
    """The files of a body with their times and sizes."""
    statuses = ((file, (root / file).stat()) for file in _files(root, body))
    return tuple((file, status.st_mtime_ns, status.st_size) for file, status in statuses)


def _label(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
