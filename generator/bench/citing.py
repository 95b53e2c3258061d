"""A folder of law texts → what `mingbai cite` costs: its start, and each 1,000 citations.

`python -m generator.bench.citing --laws FOLDER` measures it alone. Without a folder the laws are
made up: the invented ones of the tests under a thousand titles.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.tests.running import mingbai

INVENTED = Path(__file__).parents[1] / "tests" / "worlds" / "minimal" / "law-texts"
LAWS, CITATIONS = 1_000, 1_000
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_ARTICLE = re.compile(r"^(第[一二三四五六七八九十百]+条)[ \t\u3000]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Citing:
    """Files of laws, laws cited, and seconds on the clock: a list of one row, and 1,000 rows more.

    Each row cites a law of its own as far as there are laws, which is the dearest case.
    """

    files: int
    laws: int
    start: float
    thousand: float


def citing(folder: Path | None = None) -> Citing:
    """`mingbai cite` of lists of articles that exist, each list as a process of its own."""
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as workshop:
        place = Path(workshop)
        laws = folder or made_up(place / "laws")
        known = citations(laws)
        start = _seconds(laws, known[:1], place)
        rows = [known[number % len(known)] for number in range(CITATIONS)]
        thousand = _seconds(laws, rows, place) - start
        return Citing(len(_files(laws)), min(len(known), CITATIONS), start, thousand)


def made_up(folder: Path, laws: int = LAWS) -> Path:
    """A folder of so many laws, each an invented one under a title of its own."""
    folder.mkdir(parents=True)
    patterns = [each for each in _files(INVENTED) if _ARTICLE.search(each.read_text("utf-8"))]
    for number in range(laws):
        pattern = patterns[number % len(patterns)]
        title = f"示例第{number}号规定"
        text = _TITLE.sub(f"# {title}", pattern.read_text("utf-8"), count=1)
        (folder / f"{title}(2020-01-01).md").write_text(text, "utf-8")
    return folder


def citations(laws: Path) -> list[str]:
    """《Title》 and the first article of every law that has any, one a title."""
    found: dict[str, str] = {}
    for path in _files(laws):
        text = path.read_text("utf-8", "replace")
        title, articles = _TITLE.search(text), _ARTICLE.findall(text)
        if title and articles:
            found[title[1].strip()] = articles[0]
    return [f"《{title}》{article}" for title, article in found.items()]


def _seconds(laws: Path, rows: list[str], place: Path) -> float:
    """The quickest of three runs: what else the machine does only adds to it."""
    file = place / "list.txt"
    file.write_text("\n".join(rows), "utf-8")
    runs = [mingbai("cite", "--laws", laws, file) for _ in range(3)]
    if any(run.code for run in runs):
        raise RuntimeError(runs[0].out + runs[0].err)
    return min(run.seconds for run in runs)


def _files(laws: Path) -> list[Path]:
    return sorted(laws.rglob("*.md"))


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m generator.bench.citing")
    words.add_argument("--laws", type=Path, help="a folder of law texts")
    found = citing(words.parse_args().laws)
    print(f"{found.files} law texts, {found.laws} cited: start {found.start:.2f} s,", end=" ")
    print(f"1,000 citations {found.thousand:.2f} s more.")


if __name__ == "__main__":
    main()
