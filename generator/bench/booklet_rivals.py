"""One village's handbook → what Typst and WeasyPrint need to print the same texts and charts.

`python -m generator.bench.booklet_rivals` measures it alone. WeasyPrint prints a plain HTML page
with a few rules of CSS, tagged as ours is, with charts as the site has them; it lies in
requirements/bench.lock and needs Pango from the system, so it may be missing.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import page
import pikepdf
from jinja2 import Environment, FileSystemLoader

from generator.bench.district import Tree
from generator.chart import draw, gallery_of
from generator.chart.svg import to_standalone_svg
from generator.load import load
from generator.model.drawing import View
from generator.model.registry import UsedFlow
from generator.output import Printed
from generator.publish import typeset
from generator.publish.fonts import Fonts, prepare
from generator.publish.qr import qr_svgs
from generator.render import render_handbooks
from generator.render.back_matter import council_of
from generator.tests.running import module

REPOSITORY = Path(__file__).parents[2]
TEMPLATES = Path(__file__).parent / "templates"
_VILLAGE = "laodingshan/guancun"
_ROUNDS = 2
_PATIENCE = 600.0
"""Seconds a printer may take on a busy machine."""

_UNSEEN = {"source", "accent", "alt", "rail"}
"""What only a template of ours reads."""


@dataclass(frozen=True, slots=True)
class Book:
    """A handbook as Typst gets it, and the charts of its items as SVG, by the item's name."""

    document: Printed
    charts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Printer:
    """A program, and what one handbook costs it: the least CPU seconds and MB of some rounds.

    *broken* counts the rules of PDF/UA-1 that its file breaks.
    """

    name: str
    pages: int
    kilobytes: int
    broken: int
    cpu: float
    megabytes: float


def printers(root: Path = REPOSITORY) -> tuple[Printer | str, ...]:
    """Both programs on the handbook of one village; only its name where one is missing."""
    ready, problems = prepare(root / ".build")
    if ready is None:
        raise RuntimeError(problems)
    return compared(book_of(root), ready)


def book_of(root: Path) -> Book:
    """The handbook of 关村, or of the first village where there is none."""
    registry, problems = load(root)
    if registry is None:
        raise RuntimeError(problems)
    first = registry.villages[0]
    village = next((each for each in registry.villages if each.id == _VILLAGE), first)
    held = registry.micro_powers_of(village)
    council = filter(None, [council_of(registry, village)])
    charts = gallery_of(registry, held, council, _tell_nobody)
    (book,) = render_handbooks(registry, charts, (village,))
    return Book(book.printed, {each.item.name: tuple(map(_chart, each.flows)) for each in held})


def _tell_nobody(done: int, total: int) -> None:
    """Progress is not shown."""


def _chart(used: UsedFlow) -> str:
    return to_standalone_svg(draw(used.flow, View.SPINE))


def compared(book: Book, fonts: Fonts) -> tuple[Printer | str, ...]:
    """A book before each program, in a process of its own, by turns."""
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as folder:
        plan = Path(folder) / "plan.json"
        told = asdict(book.document) | {"inputs": []}
        shelf = [str(fonts.folder), fonts.digest]
        rows = {"document": told, "charts": dict(book.charts), "fonts": shelf}
        plan.write_text(json.dumps(rows), "utf-8")
        names = {"Typst": "typst", "WeasyPrint": "weasyprint"}
        rounds = [
            {name: _run(name, way, plan) for name, way in names.items()} for _ in range(_ROUNDS)
        ]
    return tuple(_best([each[name] for each in rounds]) or name for name in names)


def _best(found: list[Printer | None]) -> Printer | None:
    there = [each for each in found if each is not None]
    return min(there, key=lambda each: each.cpu, default=None)


def _run(name: str, way: str, plan: Path) -> Printer | None:
    out = plan.with_name(f"{way}.pdf")
    words = (way, plan, out)
    ended = module("generator.bench.booklet_rivals", *words, patience=_PATIENCE)
    if ended.code == _MISSING:
        return None
    if ended.code:
        raise RuntimeError((ended.out + ended.err)[-4000:])
    content = out.read_bytes()
    with pikepdf.open(BytesIO(content)) as printed:
        pages = len(printed.pages)
    broken = page.validate_pdf_bytes(content, profile="ua1").rules.failed
    size = len(content) // 1000
    return Printer(name, pages, size, broken, ended.cpu, ended.megabytes)


_MISSING = 3
"""The exit code of a program that cannot be loaded."""


def _print(way: str, plan: Path, out: Path) -> int:
    """One program prints the document of *plan* → the exit code."""
    read = json.loads(plan.read_text("utf-8"))
    document = Printed(**read["document"] | {"inputs": frozenset()})
    fonts = Fonts(Path(read["fonts"][0]), read["fonts"][1])
    if way == "weasyprint":
        return _by_weasyprint(Book(document, read["charts"]), fonts, out)
    content, problems = typeset.typeset(document, fonts)
    if content is None:
        raise RuntimeError(problems)
    out.write_bytes(content)
    return 0


def _by_weasyprint(book: Book, fonts: Fonts, out: Path) -> int:
    try:
        from weasyprint import HTML
    except (ImportError, OSError):  # The package, or what it needs of the system.
        return _MISSING
    html = html_of(book, [path.resolve().as_uri() for path in fonts.files])
    HTML(string=html).write_pdf(out, pdf_variant="pdf/ua-1", full_fonts=False)
    return 0


def html_of(book: Book, fonts: list[str]) -> str:
    """A handbook → a page with all its texts and charts; *fonts* are the addresses of both."""
    told = json.loads(book.document.data)
    chapters = told.pop("chapters")
    for chapter in chapters:
        for entry in chapter["entries"]:
            rest = {key: each for key, each in entry.items() if key not in ("number", "name")}
            entry["rest"] = _seen(rest)
            entry["charts"] = [_address(svg) for svg in book.charts.get(entry["name"], ())]
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    return environment.get_template("booklet.html").render(
        book=told | {"chapters": chapters},
        cover=_seen({key: each for key, each in told.items() if key != "back"}),
        back=_seen(told["back"]),
        images={name: _address(svg) for name, svg in qr_svgs(book.document.codes).items()},
        fonts=fonts,
    )


def _seen(tree: Tree) -> Tree:
    """What a reader sees of a value."""
    if isinstance(tree, dict):
        return {key: _seen(value) for key, value in tree.items() if key not in _UNSEEN and value}
    return [_seen(each) for each in tree if each] if isinstance(tree, list) else tree


def _address(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")


def main() -> None:
    """Measure and print; with words, be one of the programs that are measured."""
    if len(sys.argv) == 4:
        way, plan, out = sys.argv[1:]
        sys.exit(_print(way, Path(plan), Path(out)))
    for row in printers():
        print(row)


if __name__ == "__main__":
    main()
