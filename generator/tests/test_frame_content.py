"""Hand-written pages and mkdocs.yml: what becomes of them, and what is wrong with them."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from generator.output import Page
from generator.publish.frame import make_frame
from generator.publish.pour import Frame, joined
from generator.tests.publish_district import HOME, IDENTITY, write_district
from generator.tests.test_frame import frame_of, poured, read


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    return frame_of(tmp_path_factory.mktemp("district"))


def test_handwritten_pages_become_pages_like_all_others(frame: Frame) -> None:
    pages = {page.address: page for page in frame.pages}
    assert sorted(pages) == ["", "about/", "guide/charts/", "oversight/"]
    about = pages["about/"]
    assert (about.title, about.description, about.tab) == ("关于本站", "网站说明", "about/")
    assert [(heading.anchor, heading.words) for heading in about.contents] == [("first", "甲 & 乙")]
    assert about.inputs == {"content/about.md", "mkdocs.yml"}
    assert '<a href="../index.html">' in about.body
    assert pages["guide/charts/"].tab == "about/"
    assert '<a href="about/index.html">' in pages[""].body
    assert 'class="mb-align-center"' in pages["oversight/"].body


def test_a_computed_page_comes_before_the_handwritten_text(frame: Frame) -> None:
    text = poured(frame, joined(HOME, next(page for page in frame.pages if page.address == "")))
    assert text.index("<h1>明白账</h1>") < text.index("首页文字")
    assert text.count("<main") == 1


def test_files_of_content_and_needed_ones_of_the_theme_are_kept(frame: Frame) -> None:
    paths = sorted(file.path for file in frame.files)
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".*.", path) for path in paths] == [
        "assets/stylesheets/main.*.min.css",
        "assets/stylesheets/palette.*.min.css",
        "guide/shape.svg",
    ]


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ({"mkdocs.yml": None}, "missing-file"),
        ({"mkdocs.yml": b"site_name: [\n"}, "frame-not-made"),
        ({"mkdocs.yml": b"nav: []\n"}, "frame-not-made"),
        ({"content/about.md": "# 关于".encode("gbk")}, "frame-not-made"),
    ],
)
def test_what_mkdocs_cannot_read_is_a_problem(
    tmp_path: Path, damage: dict[str, bytes | None], code: str
) -> None:
    write_district(tmp_path)
    for name, content in damage.items():
        (tmp_path / name).unlink()
        if content is not None:
            (tmp_path / name).write_bytes(content)
    frame, problems = make_frame(tmp_path, IDENTITY, {})
    assert (frame, [problem.code for problem in problems]) == (None, [code])


def test_a_link_out_of_content_is_not_followed(tmp_path: Path) -> None:
    write_district(tmp_path)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "content" / "note.txt").symlink_to(tmp_path / "secret.txt")
    frame, problems = make_frame(tmp_path, IDENTITY, {})
    assert [(problem.code, problem.span.file) for problem in problems] == [
        ("leads-outside", "content/note.txt")
    ]
    assert frame is not None
    assert all(file.path != "note.txt" for file in frame.files)


def test_a_page_shows_a_part_of_another_file_wherever_the_command_runs(tmp_path: Path) -> None:
    write_district(tmp_path)
    config = tmp_path / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("attr_list]", "attr_list, pymdownx.snippets]")
    config.write_text(text, encoding="utf-8")
    told = "甲\n<!-- --8<-- [start:fields] -->\n乙\n<!-- --8<-- [end:fields] -->\n丙\n"
    (tmp_path / "README.md").write_text(told, encoding="utf-8")
    shows = '# 关于本站\n\n--8<-- "README.md:fields"\n'
    (tmp_path / "content" / "about.md").write_text(shows, encoding="utf-8")

    frame, problems = make_frame(tmp_path, IDENTITY, {})

    assert problems == []
    assert frame is not None
    about = next(page for page in frame.pages if page.address == "about/")
    assert re.sub(r"<[^>]+>|\s", "", about.body) == "关于本站乙"


def test_mkdocs_leaves_nothing_in_the_district(tmp_path: Path) -> None:
    frame_of(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "mkdocs.yml"]


def test_without_a_navigation_every_handwritten_page_is_a_tab(tmp_path: Path) -> None:
    write_district(tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: 明白账\ntheme: material\n", encoding="utf-8")
    frame, problems = make_frame(tmp_path, IDENTITY, {})
    assert problems == []
    assert frame is not None
    tabs = [a.attributes["href"] for a in read(poured(frame, HOME)).css(".mb-tabs a")]
    assert tabs[:2] == ["./index.html", "./about/index.html"]
    assert not [tab for tab in tabs if "mingbai" in str(tab)]


_DISTRICT = Path(__file__).parents[2]
_LINK = re.compile(r'href="([^"#]+)')


@pytest.fixture(scope="module")
def own() -> Frame:
    """The frame of the district in this repository."""
    frame, problems = make_frame(_DISTRICT, IDENTITY, {})
    assert problems == []
    assert frame is not None
    return frame


def _led_to(page: Page) -> set[str]:
    """The addresses of hand-written pages that a page links to."""
    links = (posixpath.join(page.address, link) for link in _LINK.findall(page.body))
    return {posixpath.normpath(link).removesuffix("index.html") for link in links}


def test_every_handwritten_page_is_two_clicks_from_the_home_page_at_most(own: Frame) -> None:
    pages = {page.address: page for page in own.pages}
    tabs = {address for address in pages if f'href="⟦base⟧/{address}index.html"' in own.text}
    once = (tabs | _led_to(pages[""])) & set(pages)
    twice = {address for near in once for address in _led_to(pages[near])}
    assert set(pages) - {""} - once - twice == set()


def test_places_in_handwritten_pages_have_names_that_last(own: Frame) -> None:
    """A heading's anchor is given, since one made from Chinese is a number that moves."""
    numbered = [
        f"{page.address}#{heading.anchor} {heading.words}"
        for page in own.pages
        for heading in page.contents
        if heading.anchor.startswith("_")
    ]
    assert numbered == []


def test_the_page_of_fields_shows_the_tables_of_the_readmes(own: Frame) -> None:
    fields = next(page for page in own.pages if page.address == "about/fields/")
    assert fields.body.count("<table>") > 40
    for field in ("申请材料", "承诺", "群众怎么办", "封面色"):
        assert f"<span>{field}</span>" in fields.body
