"""Settings → handbooks in a folder, without a site: the straight path of printing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.bindings import Binding, in_one, in_two
from generator.chart import gallery_of
from generator.check import check_for
from generator.last_good import Edition, usable
from generator.load import load_for
from generator.model.body import Village
from generator.model.charts import Charts
from generator.model.registry import Registry
from generator.problem import Problem, stops, told
from generator.progress import Progress, Stage
from generator.publish import Finish, finished
from generator.publish.whole_file import put_whole
from generator.render import render_handbooks, texts_to_read
from generator.render.back_matter import council_of
from generator.render.handbook import in_printing_order
from generator.seals import Order, keep_seal, seal_of
from generator.settings import Settings
from generator.syllables import begin_reading
from generator.unchanged import fingerprint

_NOT_IN_NAMES = {ord(sign): "_" for sign in '\\/:*?"<>| \t\n'}


def print_handbooks(
    settings: Settings, order: Order, progress: Progress
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Load, check, draw, render and print → the PDFs in `settings.out`; an error stops all.

    What it made is sealed: `seals.py` knows it while nothing changes.
    """
    edition = read_for(settings, order.only, progress)
    registry, problems = edition.registry, told(edition.problems, settings.strict)
    if registry is None or stops(problems):
        return (), problems
    villages = order.choose(registry)
    wait = begin_reading(texts_to_read(registry, villages))
    charts = charts_of(registry, villages, progress)
    wait()
    progress.begin(Stage.PRINT)
    alike = in_printing_order(villages)
    bind = in_two if order.volumes else in_one
    books = render_handbooks(registry, charts, alike)
    bindings, faults = bind(alike, books, settings, progress.advance)
    problems = told([*problems, *faults], settings.strict)
    if bindings is None:
        return (), problems
    bound = {each.village: each for each in bindings}
    files = [file for v in villages for file in _put(bound[v.id], settings, order.finish)]
    progress.end(f"{len(_pdfs(files))} 本，已放到 {settings.out}")
    seal = seal_of(settings, files, problems, registry.district.law_texts)
    keep_seal(settings, order.words, edition.made_from, seal)
    return _pdfs(files), problems


def read_district(settings: Settings, progress: Progress) -> Edition:
    """The district, with the last good files of bodies that have errors."""
    from generator import build  # All stages of a site, which one village does not need.

    return usable(settings, lambda root, _: build.checked(replace(settings, root=root), progress))


def read_for(settings: Settings, village: str, progress: Progress) -> Edition:
    """What the handbook of one village is made of; the district where anything in it stops."""
    if not village:
        return read_district(settings, progress)
    made_from = fingerprint(settings.root)
    progress.begin(Stage.LOAD)
    registry, problems = load_for(settings.root, village)
    if registry is None or stops(problems):
        return read_district(settings, progress)
    progress.end(f"只读这个村用得到的，另外 {len(registry.unread)} 个文件没有读")
    progress.begin(Stage.CHECK)
    problems = (*problems, *check_for(registry, village))
    if stops(problems):
        return read_district(settings, progress)
    progress.end("只查这个村用得到的")
    return Edition(registry, problems, made_from=made_from)


def charts_of(
    registry: Registry, villages: Sequence[Village], progress: Progress
) -> dict[str, Charts]:
    """The charts that the handbooks of some villages show."""
    progress.begin(Stage.DRAW)
    held = [each for village in villages for each in registry.micro_powers_of(village)]
    councils = (council_of(registry, village) for village in villages)
    charts = gallery_of(registry, held, filter(None, councils), progress.advance)
    progress.end(f"{len(charts)} 个流程")
    return charts


def _put(binding: Binding, settings: Settings, finish: Finish) -> Iterator[Path]:
    """Write a handbook and its edition file, by township as the villages lie in `villages/`."""
    for ending, content in binding.pdfs.items():
        pdf = settings.out / f"{binding.village}{ending}{finish.ending}.pdf"
        _put_changed(pdf, finished(content, finish, settings.workshop))
        yield pdf
    told = settings.out / f"{binding.village}.json"
    _keep_former(told, _imprint(binding.edition))
    _put_changed(told, binding.edition)
    yield told


def _put_changed(path: Path, content: bytes) -> None:
    """Write a file, unless it is there and the same."""
    try:
        is_same = not path.is_symlink() and path.read_bytes() == content
    except OSError:
        is_same = False
    if not is_same:
        put_whole(path, content)


def _keep_former(path: Path, imprint: str) -> None:
    """An edition file of another 版次 stays, under the name of that: people hold its book."""
    try:
        former = _imprint(path.read_bytes())
    except OSError:
        return
    if former and former != imprint:
        path.replace(path.with_name(f"{path.stem}-{former.translate(_NOT_IN_NAMES)}.json"))


def _imprint(content: bytes) -> str:
    """The 版次 that an edition file says, "" where it says none."""
    try:
        said: object = json.loads(content)
    except ValueError:
        return ""
    return str(said.get("版次", "")) if isinstance(said, dict) else ""


def _pdfs(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.suffix == ".pdf")
