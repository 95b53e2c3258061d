"""Outputs → the published site: poured into the frame, links checked, changed at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.output import DataFile, Page
from generator.problem import Problem, Span, error, in_order, stops, told
from generator.publish.assets import own_assets, theme_licence, versions
from generator.publish.identity import SiteIdentity
from generator.publish.links import Facts, Known, broken_links, facts_of, left_out
from generator.publish.pour import Frame, file_of, joined, pour
from generator.publish.sync import PublishRefused, Staging, put, staging, swap
from generator.settings import Settings

_IN_EVERY_PAGE = frozenset({"mkdocs.yml", "powers/district.yml"})
"""The frame says the site's name, its tabs, and what the district says of itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """How much was made: HTML pages, all files, links looked up; *changed* says it is in place."""

    pages: int = 0
    files: int = 0
    links: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """One file of the site; *written_in* is the file of the district to name in a problem."""

    path: str
    content: bytes
    inputs: frozenset[str]
    written_in: str = ""


def publish(
    outputs: Iterable[Page | DataFile], identity: SiteIdentity, settings: Settings
) -> tuple[Published, list[Problem]]:
    """Outputs → the site at `settings.out`, or problems and the site as it was."""
    try:
        return _published(outputs, identity, settings)
    except PublishRefused as refused:
        return Published(), [refused.problem]


def _published(
    outputs: Iterable[Page | DataFile], identity: SiteIdentity, settings: Settings
) -> tuple[Published, list[Problem]]:
    from generator.publish.frame import make_frame  # MkDocs is needed for a site only.

    assets = own_assets()
    frame, problems = make_frame(settings.root, identity, versions(assets))
    if frame is None:
        return Published(), problems
    with staging(settings.out, settings.workshop) as stage:
        made = _everything(frame, outputs, (*assets, *theme_licence(), *frame.files))
        facts, inputs, clashes = _stage_all(stage, made)
        known = Known(
            paths=frozenset(inputs),
            fragments={page.path: page.ids for page in facts if page.path.endswith(".html")},
            base_path=identity.base_path or "",
        )
        if settings.only:
            known = replace(known, absent=frame.ways_in | left_out(facts, known))
        problems = in_order([*problems, *clashes, *broken_links(facts, known)])
        refused = stops(told(problems, settings.strict))
        if not refused:
            swap(stage)
            _note_inputs(settings, inputs)
    return _counted(facts, changed=not refused), problems


def _everything(
    frame: Frame, outputs: Iterable[Page | DataFile], files: Iterable[DataFile]
) -> Iterator[_Made]:
    """Every file of the site, one at a time, so that memory holds one page and not ten thousand."""
    yield from (_Made(file.path, file.content, file.inputs) for file in files)
    handwritten = {page.address: page for page in frame.pages}
    for output in outputs:
        if isinstance(output, DataFile):
            yield _Made(output.path, output.content, output.inputs)
            continue
        text = handwritten.pop(output.address, None)
        made = _poured(frame, joined(output, text) if text else output)
        yield replace(made, written_in=_file_in_content(text)) if text else made
    for page in handwritten.values():
        yield replace(_poured(frame, page), written_in=_file_in_content(page))


def _poured(frame: Frame, page: Page) -> _Made:
    return _Made(
        path=file_of(page.address),
        content=pour(frame, page),
        inputs=page.inputs | _IN_EVERY_PAGE,
        written_in=_own_file(page),
    )


def _file_in_content(page: Page) -> str:
    """The file of a hand-written page; in its inputs mkdocs.yml comes after it."""
    return next(iter(sorted(page.inputs)), "")


def _own_file(page: Page) -> str:
    """The YAML file that a page is about: the one whose name its address ends in, "" without."""
    name = page.address.rstrip("/").rpartition("/")[2]
    return next((file for file in sorted(page.inputs) if file.endswith(f"/{name}.yml")), "")


def _stage_all(
    stage: Staging, everything: Iterable[_Made]
) -> tuple[list[Facts], dict[str, frozenset[str]], list[Problem]]:
    """Write the next site → facts and inputs of every file, and addresses given twice."""
    facts: list[Facts] = []
    inputs: dict[str, frozenset[str]] = {}
    clashes: list[Problem] = []
    taken: set[str] = set()
    for made in everything:
        if made.path.casefold() in taken:
            hint = "两处内容用了同一个地址，改其中一个的文件名或编号"
            clashes.append(error("address-twice", "这个地址有两页内容", Span(made.path), hint))
            continue
        taken.add(made.path.casefold())
        put(stage, made.path, made.content)
        facts.append(facts_of(made.path, made.content, made.written_in))
        inputs[made.path] = made.inputs
    return facts, inputs, clashes


def _counted(facts: list[Facts], *, changed: bool) -> Published:
    return Published(
        pages=sum(fact.path.endswith(".html") for fact in facts),
        files=len(facts),
        links=sum(len(fact.links) for fact in facts),
        changed=changed,
    )


def _note_inputs(settings: Settings, inputs: dict[str, frozenset[str]]) -> None:
    """Leave word of what every file was made from, for a later build that makes only the rest."""
    note = settings.workshop / "inputs.json"
    fresh = note.with_name("inputs.json.new")
    listed = {path: sorted(sources) for path, sources in sorted(inputs.items())}
    fresh.write_text(json.dumps(listed, ensure_ascii=False, indent=0), encoding="utf-8")
    fresh.replace(note)
