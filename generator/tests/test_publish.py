"""Outputs → the published site, all at once: what is there, and when nothing changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.output import DataFile, Page
from generator.problem import Problem
from generator.publish import Published, publish
from generator.settings import Settings
from generator.tests.publish_district import (
    BODY,
    HOME,
    IDENTITY,
    LETTERS,
    NOT_FOUND,
    OUTPUTS,
    page,
    tree,
    write_district,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return write_district(tmp_path)


def published(
    settings: Settings, *more: Page | DataFile, outputs: Iterable[Page | DataFile] = OUTPUTS
) -> tuple[Published, list[Problem]]:
    return publish((*outputs, *more), IDENTITY, settings)


def test_pages_files_and_assets_stand_in_the_site(settings: Settings) -> None:
    counts, problems = published(settings)
    site = tree(settings.out)
    assert problems == []
    assert (counts.changed, counts.pages, counts.files) == (True, 8, len(site) - 1)
    assert {
        "index.html",
        "404.html",
        "powers/education/index.html",
        "powers/list.json",
        "about/index.html",
        "guide/charts/index.html",
        "guide/shape.svg",
        "assets/theme.css",
        "assets/frame.js",
        "assets/stylesheets/LICENSE",
    } < set(site)
    assert not [path for path in site if path.endswith(".map") or "lunr" in path]
    assert not [path for path in site if path.startswith("assets/javascripts")]
    home = site["index.html"].decode()
    assert home.index("<h1>明白账</h1>") < home.index("首页文字")


def test_a_second_build_has_the_same_bytes(settings: Settings) -> None:
    published(settings)
    first = tree(settings.out)
    published(settings)
    assert tree(settings.out) == first
    elsewhere = replace(settings, out=settings.root / "elsewhere" / "site")
    published(elsewhere)
    assert tree(elsewhere.out) == first


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../gone/index.html">x</a>', "broken-link"),
        ('<a href="../education/index.html#gone">x</a>', "broken-link"),
        ('<img src="https://cdn.example/x.png" alt="">', "foreign-request"),
        ('<p id="x"></p><p id="x"></p>', "id-given-twice"),
    ],
)
def test_a_fault_on_one_page_changes_nothing(settings: Settings, body: str, code: str) -> None:
    published(settings)
    before = tree(settings.root)
    counts, problems = published(settings, page(body))
    assert [(problem.code, problem.span.file) for problem in problems] == [
        (code, "powers/other.yml")
    ]
    assert not counts.changed
    assert tree(settings.root) == before


def test_two_outputs_at_one_address_are_a_problem(settings: Settings) -> None:
    counts, problems = published(settings, replace(BODY, title="又一个"))
    assert [problem.code for problem in problems] == ["address-twice"]
    assert not counts.changed
    _, problems = published(settings, DataFile("powers/LIST.json", b"", frozenset()))
    assert [problem.code for problem in problems] == ["address-twice"]


def test_a_broken_link_in_handwritten_text_is_found(settings: Settings) -> None:
    about = settings.root / "content" / "about.md"
    about.write_text("# 关于\n\n[部门](powers/index.html)\n", encoding="utf-8")
    _, problems = published(settings)
    assert [(problem.code, problem.span.file) for problem in problems] == [
        ("broken-link", "content/about.md")
    ]


def test_a_preview_may_lack_what_handwritten_text_leads_to(settings: Settings) -> None:
    about = settings.root / "content" / "about.md"
    about.write_text("# 关于\n\n[卫生局](../powers/health/index.html#parts)\n", encoding="utf-8")
    _, whole = published(settings)
    _, preview = published(replace(settings, only="education"))
    assert [problem.code for problem in whole] == ["broken-link"]
    assert preview == []


def test_hostile_text_stays_text(settings: Settings) -> None:
    _, problems = published(settings, page("<p>⟦=body⟧ ⟦base⟧ ⟦#meta⟧</p>"))
    assert problems == []
    assert (
        b"<p>\xe2\x9f\xa6=body\xe2\x9f\xa7"
        in (settings.out / "powers/other/index.html").read_bytes()
    )


def test_every_file_names_its_inputs(settings: Settings) -> None:
    published(settings)
    inputs = json.loads((settings.workshop / "inputs.json").read_text(encoding="utf-8"))
    site = tree(settings.out)
    del site[".mingbai"]
    assert sorted(inputs) == sorted(site)
    assert inputs["index.html"] == ["content/index.md", "mkdocs.yml", "powers/district.yml"]
    assert inputs["powers/education/index.html"] == [
        "mkdocs.yml",
        "powers/district.yml",
        "powers/education/unit.yml",
    ]
    assert inputs["powers/list.json"] == ["powers/education/unit.yml"]


def test_a_preview_may_lack_the_other_tabs(settings: Settings) -> None:
    few = (HOME, LETTERS, NOT_FOUND, replace(BODY, body="<h1>教育局</h1>", contents=()))
    about = settings.root / "content" / "index.md"
    about.write_text("首页文字\n", encoding="utf-8")
    _, problems = published(settings, outputs=few)
    assert {problem.code for problem in problems} == {"broken-link"}
    preview = replace(settings, out=settings.root / "preview", only="education")
    counts, problems = published(preview, outputs=few)
    assert (counts.changed, problems) == (True, [])


def test_below_a_path_of_the_host(settings: Settings) -> None:
    identity = replace(IDENTITY, url="https://gov.example/gk/")
    missing = replace(NOT_FOUND, body='<h1>没有</h1><a href="/gk/powers/index.html">部门</a>')
    others = [output for output in OUTPUTS if output != NOT_FOUND]
    counts, problems = publish([*others, missing], identity, settings)
    assert (counts.changed, problems) == (True, [])
    assert b'href="/gk/assets/theme.css' in (settings.out / "404.html").read_bytes()
    assert (
        b'href="../../assets/theme.css'
        in (settings.out / "powers/education/index.html").read_bytes()
    )


def test_a_foreign_folder_is_refused_before_anything_is_made(settings: Settings) -> None:
    settings.out.mkdir()
    (settings.out / "thesis.doc").write_text("mine", encoding="utf-8")
    counts, [problem] = publish(OUTPUTS, IDENTITY, settings)
    assert not counts.changed
    assert problem.code == "publish-refused"
    assert "thesis.doc" in problem.sentence
    assert list(tree(settings.out)) == ["thesis.doc"]
