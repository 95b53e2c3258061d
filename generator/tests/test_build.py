"""The whole path on whole districts: same bytes, nothing half-published, every output's inputs."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator import books, build
from generator.problem import Problem, Span, error, stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.rule_pages import MINIMAL

ITEM = Path("powers/health/items/xk-001.yml")


def built(root: Path, *, prints: bool = False, only: str = "", out: str = "site") -> list[Problem]:
    """Build a district without listening → its problems."""
    return list(build.site(Settings(root, root / out, only, prints), Silence()))


def contents(site: Path) -> dict[str, str]:
    """Every file below a folder → the hash of its bytes."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def world(folder: Path) -> Path:
    """A fresh copy of the minimal district."""
    return Path(shutil.copytree(MINIMAL, folder))


def test_the_second_build_has_the_same_bytes(tmp_path: Path) -> None:
    """Building twice changes no byte."""
    root = world(tmp_path / "world")
    assert built(root) == []
    first = contents(root / "site")

    assert built(root) == []

    assert contents(root / "site") == first


def test_bytes_depend_on_nothing_but_the_input(tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed, user's home and file order: the same bytes."""
    here = world(tmp_path / "here")
    there = tmp_path / "elsewhere" / "a folder"
    for path in sorted((p for p in MINIMAL.rglob("*") if p.is_file()), reverse=True):
        target = there / path.relative_to(MINIMAL)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    assert built(here) == []

    odd = {"TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "generator", "site", "--no-print", "--root", str(there)]
    repository = Path(__file__).parents[2]
    surroundings = {**os.environ, **odd}
    run = subprocess.run(
        command, check=False, cwd=repository, env=surroundings, capture_output=True
    )

    assert run.returncode == 0, run.stdout.decode() + run.stderr.decode()
    assert contents(there / "site") == contents(here / "site")


def test_an_error_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """A broken item: its problem, and not one byte of the published site changes."""
    root = world(tmp_path / "world")
    assert built(root) == []
    before = contents(root / "site")
    item = root / ITEM
    item.write_text(item.read_text(encoding="utf-8").replace("类别:", "类別:"), encoding="utf-8")

    problems = built(root)

    assert {"unknown-field", "missing-field"} & {problem.code for problem in problems}
    assert all(problem.span.file == ITEM.as_posix() for problem in problems if problem.code)
    assert contents(root / "site") == before


def test_a_handbook_that_cannot_be_printed_stops_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sign that the font lacks: the error, and not one byte of the published site changes."""
    root = world(tmp_path / "world")
    assert built(root) == []
    before = contents(root / "site")
    fault = error("character-not-in-font", "字体里没有这个字", Span("villages/hedong/dongtou.yml"))
    monkeypatch.setattr(books, "bound", lambda *_: (None, [fault]))
    item = root / ITEM
    item.write_text(item.read_text(encoding="utf-8").replace("10个", "9个"), encoding="utf-8")

    assert built(root, prints=True) == [fault]
    assert contents(root / "site") == before


def test_problems_of_many_files_come_in_one_run(tmp_path: Path) -> None:
    """Three broken files of three kinds: all three are named, in the order of their paths."""
    root = world(tmp_path / "world")
    broken = [ITEM, Path("powers/hedong/unit.yml"), Path("villages/hedong/dongtou.yml")]
    for path in broken:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write("没有这个字段: 是\n")

    problems = [p for p in built(root) if p.code == "unknown-field"]

    assert [problem.span.file for problem in problems] == sorted(p.as_posix() for p in broken)


def test_every_output_names_inputs_that_exist(tmp_path: Path) -> None:
    """`.build/inputs.json` lists each published file with files of the district or program."""
    root = world(tmp_path / "world")
    assert built(root) == []

    inputs = json.loads((root / ".build" / "inputs.json").read_text(encoding="utf-8"))

    published = set(contents(root / "site")) - {".mingbai"}
    assert published <= set(inputs)
    program = Path(__file__).parents[1]
    nowhere = [
        f"{path}: {source}"
        for path, sources in inputs.items()
        for source in sources
        if not (root / source).exists() and not (program.parent / source).exists()
    ]
    assert nowhere == []
    item_page = inputs["powers/health/xk-001/index.html"]
    assert {ITEM.as_posix(), "powers/health/flows/xuke.yml"} <= set(item_page)


def test_a_preview_holds_one_body_and_its_links_work(tmp_path: Path) -> None:
    """`--only health`: its pages, none of the township's items, and no problem."""
    root = world(tmp_path / "world")

    assert built(root, only="health", out="preview") == []

    made = contents(root / "preview")
    assert "powers/health/xk-001/index.html" in made
    assert "powers/hedong/qt-001/index.html" not in made


def test_what_an_item_says_reaches_its_page_and_its_json(tmp_path: Path) -> None:
    """Names, posts, limits and steps of the item stand on its page."""
    root = world(tmp_path / "world")
    assert built(root) == []

    page = (root / "site/powers/health/xk-001/index.html").read_text(encoding="utf-8")

    for words in ("饮水卫生许可", "10个工作日", "20个工作日", "审查走过场", "两人审查", "不收费"):
        assert words in page


@effort(max_examples=25)
@given(
    words=st.text(
        alphabet=st.characters(
            exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me"]
        ),
        min_size=1,
        max_size=40,
    ).filter(lambda text: text.strip() == text)
)
def test_any_name_is_published_verbatim_and_inert(
    words: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a name holds, the page shows it as text and the build says nothing."""
    root = world(tmp_path_factory.mktemp("any") / "world")
    item = root / ITEM
    quoted = json.dumps(words, ensure_ascii=False)
    text = item.read_text(encoding="utf-8").replace("名称: 饮水卫生许可", f"名称: {quoted}")
    item.write_text(text, encoding="utf-8")

    errors = [problem for problem in built(root) if stops([problem])]

    assert errors == []
    page = (root / "site/powers/health/xk-001/index.html").read_text(encoding="utf-8")
    assert escape(words) in page or escape(words, quote=False) in page or words in page


def test_a_township_without_villages_leads_to_no_missing_page(tmp_path: Path) -> None:
    """A district may begin with a township and no village yet."""
    root = world(tmp_path / "world")
    shutil.rmtree(root / "villages" / "hedong")

    assert built(root) == []


def test_a_link_in_a_field_that_leads_nowhere_allowed_is_shown_as_written(tmp_path: Path) -> None:
    """No field can break a link of the site: what does not lead to https stays text."""
    root = world(tmp_path / "world")
    with (root / ITEM).open("a", encoding="utf-8") as file:
        file.write("办事指南:\n  受理条件: 见[这里](nowhere.html)。\n")

    assert built(root) == []
    page = (root / "site/powers/health/xk-001/index.html").read_text(encoding="utf-8")
    assert "见[这里](nowhere.html)。" in page
