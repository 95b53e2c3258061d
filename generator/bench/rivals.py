"""A district's files → as many pages as our site has, made by others: the two ends of the scale.

The dear end is MkDocs with Material rendering a Markdown page each; the cheap end is a bare Jinja2
template per page, written to disk. Both show the values of the same YAML files, taken in turn.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.bench.district import Tree, read

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Source:
    """What a page is made of: its address below the site and the values it shows."""

    address: str
    values: dict[str, Tree]

    @property
    def title(self) -> str:
        """The name of the thing, else its address."""
        name = self.values.get("名称")
        return name if isinstance(name, str) else self.address


def sources(root: Path, count: int) -> Iterator[Source]:
    """The mappings among the YAML files below *root*, again and again until there are *count*."""
    paths = sorted([*(root / "powers").rglob("*.yml"), *(root / "villages").rglob("*.yml")])
    read_once = [(path.parent.name, tree) for path in paths if isinstance(tree := read(path), dict)]
    for number, (folder, values) in enumerate(islice(cycle(read_once), count), 1):
        yield Source(f"{folder}/p{number}", values)


def write_markdown(pages: list[Source], target: Path, settings: str) -> None:
    """Pages → a project for `mkdocs build` with one of our *settings*, a navigation of one entry.

    A navigation of all pages would be rendered into each of them: the square of their number.
    """
    docs = target / "docs"
    docs.mkdir(parents=True)
    (target / "mkdocs.yml").write_text((TEMPLATES / settings).read_text("utf-8"), "utf-8")
    (docs / "index.md").write_text("# 首页\n", "utf-8")
    for page in pages:
        path = docs / f"{page.address}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(_markdown(page)) + "\n", "utf-8")


def _markdown(page: Source) -> Iterator[str]:
    """A title, a table of the short fields, then a heading and a list for each of the others."""
    yield f"# {page.title}\n"
    yield "| 项目 | 内容 |\n| --- | --- |"
    yield from (f"| {k} | {v} |" for k, v in page.values.items() if isinstance(v, str))
    for key, value in page.values.items():
        if not isinstance(value, str):
            yield f"\n## {key}\n"
            yield from _list(value, 0)


def _list(tree: Tree, depth: int) -> Iterator[str]:
    margin = "    " * depth
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield f"{margin}- {key}：{value if isinstance(value, str) else ''}"
            yield from () if isinstance(value, str) else _list(value, depth + 1)
    elif isinstance(tree, list):
        for row in tree:
            yield f"{margin}- {row if isinstance(row, str) else ''}"
            yield from () if isinstance(row, str) else _list(row, depth + 1)


def write_plan(pages: list[Source], path: Path) -> None:
    """Pages → a JSON file that the bare Jinja2 run reads, so that it need not read YAML."""
    rows = [{"address": page.address, "title": page.title, "values": page.values} for page in pages]
    path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def render_plan(plan: Path, target: Path) -> None:
    """The bare run: every page of *plan* through one autoescaping template to its file."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    template = environment.get_template("bare.html")
    for row in json.loads(plan.read_text("utf-8")):
        path = target / row["address"] / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(template.render(row), "utf-8")


if __name__ == "__main__":
    render_plan(Path(sys.argv[1]), Path(sys.argv[2]))
