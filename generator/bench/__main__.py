"""`make bench`: a district → RESULTS.md, what building it many times as large costs, and rivals."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.bench.booklet_rivals import printers
from generator.bench.charts import chart_costs
from generator.bench.citing import citing
from generator.bench.district import enlarge
from generator.bench.maps import cost_of_maps
from generator.bench.measure import Cost, Site, measured, run
from generator.bench.printing import printing
from generator.bench.reading import compare
from generator.bench.refusing import refusing
from generator.bench.rivals import TEMPLATES, Source, sources, write_markdown, write_plan

REPOSITORY = Path(__file__).parents[2]
RESULTS = Path(__file__).parent / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Row:
    """One way of making the pages, how many pages and files came of it and what it cost."""

    name: str
    site: Site
    cost: Cost

    @property
    def cpu_per_thousand(self) -> float:
        """Processor seconds for 1,000 pages."""
        return self.cost.cpu * 1000 / self.site.pages


def main() -> None:
    """Measure everything in one run and write it down."""
    words = argparse.ArgumentParser(prog="make bench", description="Measure the build.")
    words.add_argument("--root", type=Path, default=REPOSITORY, help="the district to enlarge")
    words.add_argument("--times", type=int, default=3, help="how many times as large")
    words.add_argument("--laws", type=Path, help="law texts to cite; made up if not given")
    words.add_argument("--results", type=Path, default=RESULTS, help="where to write")
    asked = words.parse_args()
    root: Path = asked.root.resolve()
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as folder:
        rows = _rows(root, asked.times, Path(folder))
        maps = cost_of_maps(Path(folder) / "district", Path(folder) / "workshop")
        reading = compare(root, Path(folder))
    charts = chart_costs(root)
    refused = refusing()
    markdown = Environment(loader=FileSystemLoader(TEMPLATES))  # noqa: S701 - it makes no HTML
    text = markdown.get_template("RESULTS.md").render(
        rows=rows,
        charts=charts,
        maps=maps,
        reading=reading,
        refused=refused,
        citing=citing(asked.laws),
        printing=printing(root),
        printers=printers(root),
        times=asked.times,
        machine=_machine(),
    )
    asked.results.write_text(text, "utf-8")
    print(text)


def _rows(root: Path, times: int, folder: Path) -> list[Row]:
    """Ours, cold and again, then MkDocs with Material, then bare Jinja2, on as many pages."""
    district, site = folder / "district", folder / "site"
    enlarge(root, district, times)
    words = ["generator", "site", "--root", str(district), "--out", str(site), "--no-print"]
    build = [sys.executable, "-m", *words]
    cold = Row("明白账, first build", cost=run(build, REPOSITORY), site=measured(site))
    again = Row("明白账, nothing changed", cost=run(build, REPOSITORY), site=measured(site))
    pages = list(sources(district, cold.site.pages))
    shutil.rmtree(site)
    return [
        cold,
        again,
        _mkdocs("MkDocs + Material", "plain.yml", pages, folder / "plain"),
        _mkdocs("MkDocs + Material, its search on", "search.yml", pages, folder / "search"),
        _bare(pages, folder),
    ]


def _mkdocs(name: str, settings: str, pages: list[Source], folder: Path) -> Row:
    write_markdown(pages, folder, settings)
    cost = run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
    return Row(name, measured(folder / "site"), cost)


def _bare(pages: list[Source], folder: Path) -> Row:
    plan, site = folder / "plan.json", folder / "bare"
    write_plan(pages, plan)
    cost = run([sys.executable, "-m", "generator.bench.rivals", str(plan), str(site)], REPOSITORY)
    return Row("bare Jinja2", measured(site), cost)


def _machine() -> str:
    packages = (f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "jinja2"))
    python = f"Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.machine()}, {python}, {', '.join(packages)}"


if __name__ == "__main__":
    main()
