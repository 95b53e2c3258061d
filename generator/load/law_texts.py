"""A folder of law texts (one law a Markdown file) → the shelf that citations are compared with.

A file is called `标题(日期).md` or `标题.md`; it has the title as its first heading, what was done
to the law when in lines above `<!-- INFO END -->`, and articles that begin a line with 第…条.
Of a law that nobody cites only the head is read, so a thousand laws cost a tenth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.load.raw import read_bytes
from generator.load.text import LARGEST_FILE
from generator.model.citation import Cited
from generator.model.law_text import (
    NO_TEXTS,
    WHOLE,
    Article,
    ArticleKey,
    Articles,
    LawShelf,
    LawText,
    plain_number,
    plain_title,
)
from generator.model.numeral import NUMERAL, number_of
from generator.problem import Problem, Severity, Span, warning

MOST_LAWS = 20_000
"""Files of one folder that are looked at; more is a wrong folder."""

_HEAD = 6_000
"""Bytes at the beginning of a file that hold its title and what was done to it when."""
_NAME = re.compile(r"(?P<title>.+?)[(（](?P<date>\d{4}-\d{2}-\d{2})[)）]")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_INFO_END = "<!-- INFO END -->"
_NUMBER = re.compile(
    rf"(?:国务院|主席|[\u4e00-\u9fff]{{1,12}}(?:部|局|委|委员会|署|政府))令第?{NUMERAL}号"
)
_ARTICLE = re.compile(
    rf"^[ \t\u3000]*第(?P<number>{NUMERAL})条(?:之(?P<later>{NUMERAL}))?[ \t\u3000]*", re.MULTILINE
)
_BREAK = re.compile(r"^#|^附：", re.MULTILINE)
_ANNEX = re.compile(r"^(?:#+[ \t]*)?附件", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Head:
    """What the beginning of a file tells."""

    path: Path
    title: str
    version: date | None
    numbers: tuple[str, ...]
    is_dated: bool

    @property
    def law(self) -> tuple[str, date | None]:
        """What the parts of one version share: undated files of one title are one version."""
        return self.title, self.version if self.is_dated else None


def read_law_texts(folder: Path, cited: Iterable[Cited]) -> tuple[LawShelf, tuple[Problem, ...]]:
    """A folder → the texts of the laws cited, and 提醒 of those unreadable or of none at all."""
    parts: dict[tuple[str, date | None], list[_Head]] = {}
    for path in _files(folder):
        head = _head(path)
        parts.setdefault(head.law, []).append(head)
    if not parts:
        hint = "写法律文本所在的文件夹，里面一部法一个 .md 文件，名称是“标题(日期).md”"
        sentence = "这个文件夹里没有法律文本"
        return NO_TEXTS, (warning("missing-file", sentence, Span(folder.as_posix()), hint),)
    alone = _alone([head for same in parts.values() for head in same])
    wanted: set[str] = set()
    for each in cited:
        wanted |= {plain_title(each.title), alone.get(plain_number(each.document_number), "")}
    laws = [same for same in parts.values() if plain_title(same[0].title) in wanted]
    return _shelf(laws, alone)


def _shelf(laws: list[list[_Head]], alone: dict[str, str]) -> tuple[LawShelf, tuple[Problem, ...]]:
    """The laws whose files can all be read: what a lost one said, no other version tells."""
    problems: list[Problem] = []
    texts: list[LawText] = []
    lost: set[str] = set()
    for same in laws:
        told: list[Problem] = []
        texts.append(_law(same, alone, told))
        problems += told
        if any(each.code == "unreadable-file" for each in told):
            lost.add(plain_title(texts[-1].title))
    known = tuple(text for text in texts if plain_title(text.title) not in lost)
    return LawShelf(known), tuple(problems)


def _alone(heads: list[_Head]) -> dict[str, str]:
    """文号 → the title of the law that alone has it; an order may change several laws."""
    titles: dict[str, set[str]] = {}
    for head in heads:
        for number in head.numbers:
            titles.setdefault(number, set()).add(plain_title(head.title))
    return {number: min(named) for number, named in titles.items() if len(named) == 1}


def _law(parts: list[_Head], alone: dict[str, str], problems: list[Problem]) -> LawText:
    """The files of one version → its text; a file that cannot be read is one of *problems*."""
    version = max((head.version for head in parts if head.version), default=None)
    numbers = {number: None for head in parts for number in head.numbers if number in alone}
    articles = _articles([head.path for head in parts], problems)
    return LawText(parts[0].title, version, tuple(numbers), articles)


def _files(folder: Path) -> list[Path]:
    """The Markdown files below a folder, in order; names with _ or . first are none of them."""
    found = (path for path in folder.rglob("*.md") if path.name[0] not in "_.")
    return sorted(found)[:MOST_LAWS]


def _head(path: Path) -> _Head:
    """The beginning of a file."""
    try:
        with path.open("rb") as opened:
            text = opened.read(_HEAD).decode("utf-8", "ignore").lstrip("\ufeff")
    except OSError:
        text = ""  # Whoever cites the law is told when it is read.
    info = text.partition(_INFO_END)[0]
    heading = _HEADING.search(info)
    named = _NAME.fullmatch(path.stem)
    title = heading[1] if heading else named["title"] if named else path.stem
    told = [day for found in _DAY.finditer(info) if (day := _day(*found.groups()))]
    written = _DAY.fullmatch(_spelled(named["date"])) if named else None
    version = _day(*written.groups()) if written else max(told, default=None)
    numbers = tuple(dict.fromkeys(plain_number(number) for number in _NUMBER.findall(info)))
    return _Head(path, title, version, numbers, named is not None)


def _spelled(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{month}月{day}日"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _articles(paths: list[Path], problems: list[Problem]) -> Articles:
    """The files of one version → its articles; the first of a number wins.

    A law without articles is one text without a number.
    """
    found: dict[ArticleKey, Article] = {}
    for path in paths:
        raw, wrong = read_bytes(path, path.as_posix())
        if len(raw) > LARGEST_FILE:
            sentence = f"法律文本超过 {LARGEST_FILE:,} 字节，后面的没有读"
            wrong = [warning("file-too-large", sentence, Span(path.as_posix()), "拆成几个文件")]
        problems += (replace(each, severity=Severity.WARNING) for each in wrong)
        text = raw.decode("utf-8", "ignore").replace("\r\n", "\n")
        for article in _articles_in(text.partition(_INFO_END)[2] or text):
            found.setdefault(article.key, article)
    return dict(sorted(found.items()))


def _articles_in(text: str) -> Iterator[Article]:
    annex = _ANNEX.search(text)
    if annex and _ARTICLE.search(text, 0, annex.start()):
        text = text[: annex.start()]
    heads = list(_ARTICLE.finditer(text))
    if not heads:
        yield Article(WHOLE, tuple(line.strip() for line in text.splitlines() if line.strip()))
    for place, head in enumerate(heads):
        end = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        body = text[head.end() : end]
        stop = _BREAK.search(body)
        body = body[: stop.start()] if stop else body
        lines = tuple(line.strip() for line in body.splitlines() if line.strip())
        later = number_of(head["later"]) if head["later"] else 0
        yield Article((number_of(head["number"]), later), lines)
