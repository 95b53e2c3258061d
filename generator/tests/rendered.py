"""A world as the render stage makes it: its pages and files by address."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.chart import draw_all
from generator.model.registry import Registry
from generator.output import DataFile, Page
from generator.render import render
from generator.settings import Settings
from generator.tests.load_world import WORLDS, joined


def registry_of(world: str) -> Registry:
    """A world's registry."""
    return joined(WORLDS / world)


def rendered(registry: Registry, only: str = "") -> tuple[dict[str, Page], dict[str, str]]:
    """A registry → its pages by address, and the texts of its files by path."""
    drawings = draw_all(registry, lambda sources: ("",) * len(sources), lambda _done, _all: None)
    settings = Settings(Path(), Path("site"), only, prints=False)
    outputs = list(render(registry, drawings, settings))
    pages = {each.address: each for each in outputs if isinstance(each, Page)}
    files = {e.path: e.content.decode() for e in outputs if isinstance(e, DataFile)}
    assert len(pages) + len(files) == len(outputs)
    return pages, files


def read(page: Page) -> LexborHTMLParser:
    """The body of a page as a tree."""
    return LexborHTMLParser(page.body)


def text_of(page: Page) -> str:
    """What a page says, blanks as one."""
    root = read(page).root
    return " ".join(root.text(separator=" ").split()) if root else ""
