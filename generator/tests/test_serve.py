"""The site on one's own machine: rebuilt at every change, problems over the last good page."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.serve import (
    Editions,
    Served,
    SiteServer,
    served_for,
    watch_and_rebuild,
)
from generator.settings import PACKAGE
from generator.tests.rule_pages import MINIMAL
from generator.watch import file_stamps, law_folder

_PAGE = "<!doctype html><html><body><h1>{}</h1></body></html>"


@pytest.fixture
def served(tmp_path: Path) -> Served:
    for folder in ("site/a", "powers"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site/index.html").write_text(_PAGE.format("首页"), encoding="utf-8")
    (tmp_path / "site/a/index.html").write_text(_PAGE.format("甲"), encoding="utf-8")
    (tmp_path / "site/404.html").write_text(_PAGE.format("没有这一页"), encoding="utf-8")
    (tmp_path / "site/x.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return Served(tmp_path / "site", (tmp_path / "powers",), port=0)


@pytest.fixture
def editions() -> Editions:
    return Editions()


@pytest.fixture
def port(served: Served, editions: Editions) -> Iterator[int]:
    with SiteServer(served, editions) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


def get(port: int, path: str) -> tuple[int, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", path)
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, text


def test_pages_come_with_what_reloads_them(port: int) -> None:
    status, text = get(port, "/a/")
    assert status == 200
    assert "<h1>甲</h1>" in text
    assert '<script src="/.mingbai-serve/reload.js" data-edition="0" defer></script>' in text
    assert text.endswith("</body></html>")
    assert 'role="alert"' not in text


def test_other_files_come_as_they_are(port: int) -> None:
    assert get(port, "/x.css") == (200, "a{}")
    assert get(port, "/a")[0] == 301


@pytest.mark.parametrize("path", ["/gone/", "/../secret.txt", "/%2e%2e/secret.txt", "/site/../x"])
def test_what_is_not_there_is_the_sites_own_404(port: int, path: str) -> None:
    status, text = get(port, path)
    assert status == 404
    assert "没有这一页" in text
    assert "secret" not in text


def test_problems_stand_over_the_last_good_page_escaped(port: int, editions: Editions) -> None:
    editions.next("错误[wrong-value] <script>alert(1)</script> ⟦edition⟧")
    status, text = get(port, "/")
    assert status == 200
    assert "<h1>首页</h1>" in text
    assert "错误[wrong-value] &lt;script&gt;alert(1)&lt;/script&gt; ⟦edition⟧</pre>" in text
    editions.next("")
    assert 'role="alert"' not in get(port, "/")[1]


def test_before_the_first_good_build_every_page_says_what_is_wrong(
    tmp_path: Path, editions: Editions
) -> None:
    editions.next("错误[yaml-syntax]")
    with SiteServer(Served(tmp_path / "none", (), port=0), editions) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        status, text = get(int(server.server_address[1]), "/")
        thread.join()
    assert status == 404
    assert "这里还没有做好的页面" in text
    assert "错误[yaml-syntax]" in text


def test_a_waiting_page_hears_of_the_next_edition(port: int, editions: Editions) -> None:
    threading.Timer(0.1, editions.next, [""]).start()
    assert get(port, "/.mingbai-serve/news?after=0") == (200, "data: new\n\n")
    assert get(port, "/.mingbai-serve/news?after=0")[1] == "data: new\n\n"


def test_the_tools_are_there_and_nothing_else(port: int) -> None:
    assert "EventSource" in get(port, "/.mingbai-serve/reload.js")[1]
    assert ".mb-serve" in get(port, "/.mingbai-serve/serve.css")[1]
    assert get(port, "/.mingbai-serve/banner.html")[0] == 404


def test_below_the_path_of_the_site(served: Served, editions: Editions) -> None:
    below = Served(served.site, (), port=0, base_path="/gk")
    with SiteServer(below, editions) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        assert "<h1>甲</h1>" in get(int(server.server_address[1]), "/gk/a/")[1]
        thread.join()


def test_a_change_rebuilds_and_a_fault_of_ours_does_not_end_the_watching(
    served: Served, editions: Editions, tmp_path: Path
) -> None:
    said = iter(["", "错误[broken]"])
    stop = threading.Event()

    def rebuild() -> str:
        return next(said)

    watching = threading.Thread(target=watch_and_rebuild, args=(served, rebuild, editions, stop))
    watching.start()
    try:
        for number, problems in enumerate(["", "错误[broken]", "程序自身的错误"], start=1):
            assert editions.wait_after(number - 1)
            assert editions.now()[0] == number
            assert problems in editions.now()[1]
            (tmp_path / "powers" / f"{number}.yml").write_text("x: 1\n", encoding="utf-8")
    finally:
        stop.set()
        watching.join()


def test_stamps_see_new_changed_and_removed_files(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    none = file_stamps([tmp_path])
    file.write_text("x", encoding="utf-8")
    one = file_stamps([tmp_path])
    file.write_text("xy", encoding="utf-8")
    assert len({str(stamps) for stamps in (none, one, file_stamps([tmp_path]))}) == 3
    assert file_stamps([file]) == file_stamps([tmp_path])
    assert file_stamps([tmp_path / "gone"]) == {}


@pytest.mark.parametrize(
    "changed",
    [
        MINIMAL / "powers" / "district.yml",
        MINIMAL / "villages" / "hedong" / "dongtou.yml",
        MINIMAL / "content" / "index.md",
        MINIMAL / "mkdocs.yml",
        PACKAGE / "templates" / "item.html",
        PACKAGE / "assets" / "site.css",
        PACKAGE / "frame" / "main.html",
    ],
    ids=lambda path: path.name,
)
def test_every_kind_of_input_is_watched(changed: Path) -> None:
    assert str(changed) in file_stamps(served_for(MINIMAL, 8000).watched)


def test_of_the_law_texts_only_the_texts_are_watched(tmp_path: Path) -> None:
    """Their folder may be the district's own: what a build writes there must not build again."""
    (tmp_path / ".build").mkdir()
    for name in ("a.md", ".build/note.json"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert file_stamps([], tmp_path).keys() == {str(tmp_path / "a.md")}


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("法律文本: ../texts\n", "../texts"),
        ("名称: 示例区\n", None),
        ("法律文本: [a]\n", None),
        ("法律文本: {", None),
    ],
)
def test_the_folder_of_law_texts_is_what_the_file_says_now(
    tmp_path: Path, written: str, folder: str | None
) -> None:
    (tmp_path / "powers").mkdir()
    (tmp_path / "powers/district.yml").write_text(written, encoding="utf-8")
    assert law_folder(tmp_path) == (tmp_path / folder if folder else None)


def test_a_changed_law_text_rebuilds_in_the_folder_named_at_the_time(
    tmp_path: Path, editions: Editions
) -> None:
    setting = tmp_path / "powers/district.yml"
    for name in ("powers", "old", "new"):
        (tmp_path / name).mkdir()
    setting.write_text("法律文本: old\n", encoding="utf-8")
    served = replace(served_for(tmp_path, 0), watched=(setting,))
    stop = threading.Event()
    watching = threading.Thread(target=watch_and_rebuild, args=(served, lambda: "", editions, stop))
    watching.start()
    try:
        for number, (file, words) in enumerate(
            [
                ("old/a.md", "第一条"),
                ("powers/district.yml", "法律文本: new\n"),
                ("new/a.md", "第一条"),
            ],
            start=1,
        ):
            assert editions.wait_after(number - 1)
            (tmp_path / file).write_text(words, encoding="utf-8")
        assert editions.wait_after(3)
        assert editions.now()[0] == 4
    finally:
        stop.set()
        watching.join()


def test_a_site_below_a_path_is_served_below_it() -> None:
    full = MINIMAL.parent / "full"
    assert served_for(full, 8000).base_path == "/mingbai"
