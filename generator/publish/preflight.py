"""A document to be printed → what must not go out: lost characters, foreign images, odd links.

Typst drops a character its font lacks with no more than a warning, and shows an empty box in a
drawing without any. So every character of the data and of the drawings is looked up beforehand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.output import Printed
from generator.problem import Problem, Span, error
from generator.publish.fonts import FAMILY, Fonts, characters
from generator.publish.qr import MOST_BYTES

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

SOURCE = "source"
"""The field of a JSON object that names the file its texts come from."""

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    "svg g title desc path rect circle ellipse line polyline polygon text tspan a".split()
)
_UNSEEN = frozenset("\n\t ")
_EXCERPT = 12
_SPELLED = re.compile(r"\\[bfru]")
"""A character that JSON may write in letters."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the document: the file it comes from, its path in the data, and itself."""

    file: str
    path: str
    text: str


def before(printed: Printed, fonts: Fonts) -> list[Problem]:
    """What is wrong with the data and the images of a document."""
    if not printed.images and _is_all_known(printed.data, characters(fonts)):
        return []
    problems: list[Problem] = []
    data: Json = json.loads(printed.data)
    words = list(_texts(data, printed.path))
    files = {each.text: each.file for each in words}
    for name, svg in sorted(printed.images.items()):
        drawing = _drawing(svg)
        if drawing is None:
            problems.append(_refused(printed, name))
        else:
            file = files.get(name, printed.path)
            words += [Words(file, name, text) for text in drawing.itertext()]
    if any(len(address.encode()) > MOST_BYTES for address in printed.codes.values()):
        problems.append(_too_dense())
    return problems + _lost(printed, words, characters(fonts))


def _is_all_known(data: str, known: frozenset[int]) -> bool:
    """Whether JSON holds only characters of the fonts; False too where some are not spelled out.

    It is the answer for nearly every handbook, and takes no tenth of looking at every text.
    """
    signs = {ord(sign) for sign in set(data) - _UNSEEN}
    return signs <= known and not _SPELLED.search(data)


def after(printed: Printed, addresses: Iterable[str]) -> list[Problem]:
    """What is wrong with the addresses that the links of the finished PDF lead to."""
    return [
        error(
            "link-not-https",
            f"{printed.path} 里的链接“{address[:60]}”不是 https:// 开头的网址",
            Span(place(printed)),
            "印出去的链接只能是 https:// 开头的网址",
        )
        for address in sorted(set(addresses))
        if not address.startswith("https://")
    ]


def place(printed: Printed) -> str:
    """The file to name when nothing nearer is known: the one the document itself is made from."""
    data: Json = json.loads(printed.data)
    source = data.get(SOURCE) if isinstance(data, dict) else None
    return source if isinstance(source, str) and source else printed.path


def _texts(data: Json, file: str) -> Iterator[Words]:
    """Every text of the data with its path (`chapters.1.entries.3.name`, rows from 1)."""
    waiting: list[tuple[str, str, Json]] = [(file, "", data)]
    while waiting:
        file, path, value = waiting.pop()
        if isinstance(value, str):
            yield Words(file, path, value)
        elif isinstance(value, list):
            rows = [(file, _joined(path, str(n)), row) for n, row in enumerate(value, 1)]
            waiting.extend(reversed(rows))
        elif isinstance(value, dict):
            named = value.get(SOURCE)
            file = named if isinstance(named, str) and named else file
            fields = [(file, _joined(path, key), inner) for key, inner in value.items()]
            waiting.extend(reversed(fields))


def _joined(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step


def _lost(printed: Printed, words: Sequence[Words], known: frozenset[int]) -> list[Problem]:
    """One problem per character that the fonts lack, at the first place where it stands."""
    problems: dict[str, Problem] = {}
    for each in words:
        for at, sign in enumerate(each.text):
            if sign in problems or sign in _UNSEEN or ord(sign) in known:
                continue
            problems[sign] = _not_in_font(printed, each, at)
    return list(problems.values())


def _not_in_font(printed: Printed, words: Words, at: int) -> Problem:
    sign = words.text[at]
    around = words.text[max(0, at - _EXCERPT) : at + _EXCERPT]
    return error(
        "character-not-in-font",
        f"字体“{FAMILY}”里没有「{sign}」（U+{ord(sign):04X}）这个字，印出来会是空白",
        Span(words.file),
        f"它在“{around}”里（{printed.path} 的 {words.path}）；"
        "换成字体里有的字，或者换一套收这个字的字体",
    )


def _drawing(svg: str) -> ET.Element | None:
    """SVG text → its tree, if it holds nothing but shapes and text; None if it is not ours.

    Anything that could load a file, run or refer elsewhere is refused: a document type, elements
    off the list, `style=`, `on…=`, and references that do not stay inside.
    """
    if "<!" in svg or "<?" in svg:
        return None
    try:
        root = ET.fromstring(svg)  # noqa: S314  # It has no document type, as seen above.
    except ET.ParseError:
        return None
    return root if root.tag == f"{_SVG}svg" and all(map(_is_plain, root.iter())) else None


def _is_plain(element: ET.Element) -> bool:
    if element.tag.removeprefix(_SVG) not in _DRAWN:
        return False
    return all(_is_harmless(name.rpartition("}")[2], value) for name, value in element.items())


def _is_harmless(name: str, value: str) -> bool:
    if name == "href":
        return value.startswith("#")
    return name != "style" and not name.startswith("on") and "url(" not in value


def _too_dense() -> Problem:
    """The same for every document, so that it is told once."""
    return error(
        "address-too-long",
        "网址太长，印在事项旁边的二维码会密得手机扫不出来",
        Span("powers/district.yml"),
        f"把“网址”换成短一些的：加上事项的地址，最多 {MOST_BYTES} 个字节",
    )


def _refused(printed: Printed, name: str) -> Problem:
    return error(
        "image-refused",
        f"{printed.path} 里的图 {name} 不是本程序画的图，不能印",
        Span(place(printed)),
        "手册里只印由流程画成的图和二维码；请把这段话交给维护程序的人",
    )
