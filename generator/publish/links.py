"""HTML and SVG as published → what each defines and points to, and every link that leads nowhere.

Also found: a request to another host, an id given twice, and scripts or styles inside the text,
which the site's security policy would block in the reader's browser.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.problem import OtherPlace, Problem, Span, error, in_order

_POINTING = "[href],[src],[srcset],[data],[poster],[action],[xlink\\:href],[http-equiv]"
_TOUCHED = f":is([id],{_POINTING},script,style,[style])"
"""One selector, so that a node fitting it in two ways is found once."""
_FOLLOWED_BY_HAND = frozenset({"a", "area"})
_WRITTEN_BY_HAND = "content/"
_NAMED_ONLY = frozenset({"canonical", "alternate", "license", "author", "prev", "next", "up"})
_MOST_PLACES = 5
"""Pages with the same broken link that are named besides the first."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):|//")
_HARMLESS = frozenset({"http", "https", "mailto", "tel"})
_FOREIGN_IN_CSS = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\b")
_DATA_SCRIPTS = frozenset({"application/json", "application/ld+json"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What one published file defines (*ids*) and points to (*links*), and its own faults.

    *source* is the file to name in a problem: the hand-written one where there is one.
    """

    path: str
    source: str
    ids: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that links may lead to: the files of the site, and which of them have fragments.

    *base_path* is where the site stands on its host; *absent* are files that a preview leaves out.
    """

    paths: frozenset[str]
    fragments: Mapping[str, frozenset[str]]
    base_path: str = ""
    absent: frozenset[str] = frozenset()


def facts_of(path: str, content: bytes, source: str = "") -> Facts:
    """A published file → its facts; files that point nowhere have none."""
    source = source or path
    if path.endswith((".html", ".svg")):
        return _markup_facts(path, content, source)
    if path.endswith(".css") and _FOREIGN_IN_CSS.search(content.decode("utf-8", "replace")):
        return Facts(path, source, faults=(_foreign(source, "样式表里的地址"),))
    return Facts(path, source)


def broken_links(facts: Iterable[Facts], known: Known) -> list[Problem]:
    """Facts of every file → a problem for each place that links lead to in vain, and their faults.

    A link that stands in the frame of every page is one problem, not one a page.
    """
    problems: list[Problem] = []
    broken: dict[tuple[str, str], list[tuple[str, str]]] = {}
    pages = 0
    for page in facts:
        problems.extend(page.faults)
        pages += page.path.endswith(".html")
        directory = posixpath.dirname(page.path)
        for link in page.links:
            if reason := _why_broken(link, (page.path, directory), known):
                target = _resolved(link, directory, known) or link
                broken.setdefault((target, reason), []).append((page.source, link))
    for (target, reason), places in broken.items():
        problems.append(_broken(target, reason, places, in_frame=len(places) > max(2, pages // 2)))
    return in_order(problems)


def left_out(facts: Iterable[Facts], known: Known) -> frozenset[str]:
    """Where hand-written pages lead: they tell of the whole district, a preview shows a part."""
    written = [page for page in facts if page.source.startswith(_WRITTEN_BY_HAND)]
    targets = (
        _resolved(unquote(link.partition("#")[0]), posixpath.dirname(page.path), known)
        for page in written
        for link in page.links
    )
    return frozenset(target for target in targets if target)


def _markup_facts(path: str, content: bytes, source: str) -> Facts:
    ids: set[str] = set()
    links: dict[str, None] = {}
    faults: list[Problem] = []
    for node in LexborHTMLParser(content).css(_TOUCHED):
        attributes = node.attributes
        name = attributes.get("id")
        if name is not None:
            if name in ids:
                faults.append(_twice(source, name))
            ids.add(name)
        if inline := _inline(node, attributes):
            faults.append(_not_allowed(source, inline))
        for link, by_hand in _links(node, attributes):
            scheme = _SCHEME.match(link)
            if not scheme:
                links[link] = None
            elif fault := _abroad(source, link, by_hand):
                faults.append(fault)
    return Facts(path, source, frozenset(ids), tuple(links), tuple(faults))


def _links(node: LexborNode, attributes: Mapping[str, str | None]) -> list[tuple[str, bool]]:
    """The places a node points to, each with whether it is only followed when somebody asks."""
    found: list[tuple[str, bool]] = []
    tag = node.tag or ""
    for key, value in attributes.items():
        link = (value or "").strip()
        if key in {"href", "xlink:href"}:
            by_hand = tag in _FOLLOWED_BY_HAND or attributes.get("rel") in _NAMED_ONLY
            found.append((link, by_hand))
        elif key in {"src", "poster", "data", "action"}:
            found.append((link, False))
        elif key == "srcset":
            found.extend((part.split()[0], False) for part in link.split(",") if part.split())
        elif key == "http-equiv" and link.lower() == "refresh":
            target = (attributes.get("content") or "").partition("url=")[2]
            found.append((target.strip(), False))
    return found


def _abroad(source: str, link: str, by_hand: bool) -> Problem | None:
    scheme = link.partition(":")[0].lower()
    if scheme == "data" and not by_hand:
        return None
    if by_hand and (link.startswith("//") or scheme in _HARMLESS):
        return None
    return _foreign(source, link)


def _inline(node: LexborNode, attributes: Mapping[str, str | None]) -> str:
    if node.tag == "style":
        return "<style>"
    if "style" in attributes:
        return f'style="{attributes["style"]}"'
    if node.tag == "script" and "src" not in attributes:
        return "" if attributes.get("type") in _DATA_SCRIPTS else "<script>"
    return ""


def _why_broken(link: str, place: tuple[str, str], known: Known) -> str:
    """Why a link of the file at *place* (path, directory) leads nowhere; "" when it does lead."""
    path, directory = place
    address, _, fragment = link.partition("#")
    address = address.partition("?")[0]
    target = path
    if address:
        found = _resolved(unquote(address) if "%" in address else address, directory, known)
        if found is None:
            return "这个地址在网站之外"
        target = found
    if target not in known.paths:
        if target in known.absent:
            return ""
        page = posixpath.join(target, "index.html")
        whole = f"{address.rstrip('/')}/index.html"
        return f"要写到文件：{whole}" if page in known.paths else "没有这一页"
    if fragment and target in known.fragments:
        name = unquote(fragment)
        return "" if name in known.fragments[target] else f"那一页没有“{name}”这一处"
    return ""


def _resolved(address: str, directory: str, known: Known) -> str | None:
    """An address as written → the path of a file below the site; None outside it."""
    if address.startswith("/"):
        base = f"{known.base_path}/"
        return posixpath.normpath(address[len(base) :]) if address.startswith(base) else None
    parts = directory.split("/") if directory else []
    for step in address.split("/"):
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in {"", "."}:
            parts.append(step)
    return "/".join(parts)


def _broken(target: str, reason: str, places: list[tuple[str, str]], *, in_frame: bool) -> Problem:
    """What leads to one place in vain: in the frame, or in these files, each with its link."""
    hint = "改正这个链接，或者补上它指向的内容"
    if in_frame:
        sentence = f"每一页都有的链接“{target}”打不开：{reason}"
        return error("broken-link", sentence, Span("mkdocs.yml"), f"核对“nav”里的栏目；{hint}")
    (source, link), *rest = sorted(places, key=lambda place: (place[0].endswith(".html"), place))
    first = error("broken-link", f"链接“{link}”打不开：{reason}", Span(source), hint)
    others = [OtherPlace(Span(file), "这里也有") for file in dict.fromkeys(f for f, _ in rest)]
    return replace(first, others=tuple(others[:_MOST_PLACES]))


def _foreign(source: str, link: str) -> Problem:
    hint = "把它要用的文件放进网站里，再用相对地址；给人点的链接写成 https 网址"
    return error("foreign-request", f"这一页会向别处请求“{link}”", Span(source), hint)


def _twice(source: str, name: str) -> Problem:
    hint = "一页里每个编号（id）只能用一次"
    return error("id-given-twice", f"编号“{name}”在同一页用了两次", Span(source), hint)


def _not_allowed(source: str, found: str) -> Problem:
    hint = "把脚本和样式放进 assets/ 里的文件；网站的安全设置不许写在页面里"
    return error("inline-code", f"页面里直接写了 {found}", Span(source), hint)
