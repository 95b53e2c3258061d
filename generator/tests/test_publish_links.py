"""Links: what every published file defines and points to, and what leads nowhere."""

from __future__ import annotations

import pytest

from generator.publish.links import Known, broken_links, facts_of

_PATHS = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/chart.svg", "a/book.pdf"})
_FRAGMENTS = {"index.html": frozenset({"top"}), "a/index.html": frozenset({"basis", "依据"})}


def faults(body: str, known: Known | None = None, path: str = "a/b/index.html") -> list[str]:
    known = known or Known(_PATHS, _FRAGMENTS)
    page = facts_of(path, f"<!doctype html><body>{body}".encode())
    return [f"{problem.code} {problem.sentence}" for problem in broken_links([page], known)]


@pytest.mark.parametrize(
    "link",
    [
        "../index.html",
        "../index.html#basis",
        "../index.html#%E4%BE%9D%E6%8D%AE",
        "../../index.html?x=1#top",
        "../chart.svg#s1",
        "../book.pdf#page=2",
        ".././index.html",
        "",
        "#",
        "https://example.cn/",
        "mailto:office@example.cn",
        "tel:12345",
    ],
)
def test_a_link_that_leads_somewhere(link: str) -> None:
    assert faults(f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("../gone.html", "没有这一页"),
        ("../", "要写到文件：../index.html"),
        ("..", "要写到文件：../index.html"),
        ("../../../index.html", "这个地址在网站之外"),
        ("/elsewhere/index.html", "这个地址在网站之外"),
        ("../index.html#gone", "那一页没有“gone”这一处"),
        ("../../index.html#basis", "那一页没有“basis”这一处"),
        ("../INDEX.html", "没有这一页"),
    ],
)
def test_a_link_that_leads_nowhere(link: str, reason: str) -> None:
    known = Known(_PATHS, _FRAGMENTS, base_path="/gk")
    expected = f"broken-link 链接“{link}”打不开：{reason}"
    assert faults(f'<a href="{link}">x</a>', known) == [expected]


def test_a_fragment_of_the_page_itself() -> None:
    known = Known(_PATHS, {"a/b/index.html": frozenset({"here"})})
    assert faults('<p id="here"><a href="#here">x</a>', known) == []
    assert faults('<a href="#there">x</a>', known) == [
        "broken-link 链接“#there”打不开：那一页没有“there”这一处"
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="gone.png" alt="">',
        '<img srcset="gone.png 1x, gone.png 2x" alt="">',
        '<script src="gone.png"></script>',
        '<link rel="stylesheet" href="gone.png">',
        '<svg><a href="gone.png"><text>x</text></a></svg>',
        '<svg><a xlink:href="gone.png"><text>x</text></a></svg>',
        '<svg><image href="gone.png"/></svg>',
        '<meta http-equiv="refresh" content="0; url=gone.png">',
    ],
)
def test_every_way_of_pointing_is_seen(markup: str) -> None:
    assert faults(markup) == ["broken-link 链接“gone.png”打不开：没有这一页"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://cdn.example/x.png" alt="">',
        '<img src="//cdn.example/x.png" alt="">',
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<iframe src="https://cdn.example/"></iframe>',
        '<form action="https://cdn.example/"></form>',
        '<svg><use href="https://cdn.example/x.svg#a"/></svg>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" JavaScript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
    ],
)
def test_a_request_to_another_host_is_refused(markup: str) -> None:
    assert [fault.split()[0] for fault in faults(markup)] == ["foreign-request"]


def test_what_is_only_named_is_no_request() -> None:
    assert faults('<link rel="canonical" href="https://gov.example/">') == []
    assert faults('<img src="data:image/png;base64,AA==" alt="">') == []


@pytest.mark.parametrize("markup", ["<style>a{}</style>", '<p style="x:y">', "<script>x</script>"])
def test_scripts_and_styles_in_the_text_are_refused(markup: str) -> None:
    assert [fault.split()[0] for fault in faults(markup)] == ["inline-code"]
    assert faults('<script type="application/ld+json">{}</script>') == []


def test_an_id_given_twice_is_said_with_its_page() -> None:
    assert faults('<p id="x"></p><p id="x"></p>') == ["id-given-twice 编号“x”在同一页用了两次"]


def test_a_link_with_an_id_of_its_own_is_one_node() -> None:
    assert (
        faults('<a id="x" href="#x">x</a>', Known(_PATHS, {"a/b/index.html": frozenset("x")})) == []
    )


def test_svg_files_and_style_sheets_are_read_too() -> None:
    svg = facts_of(
        "a/chart.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><a href="gone.html"/></svg>'
    )
    css = facts_of("a/x.css", b"a{background:url( 'https://cdn.example/x.png')}")
    known = Known(_PATHS, _FRAGMENTS)
    assert [problem.span.file for problem in broken_links([svg, css], known)] == [
        "a/chart.svg",
        "a/x.css",
    ]


def test_a_preview_may_lack_what_only_the_frame_leads_to() -> None:
    known = Known(_PATHS, _FRAGMENTS, absent=frozenset({"villages/index.html"}))
    assert faults('<a href="../../villages/index.html">x</a>', known) == []
