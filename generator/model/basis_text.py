"""A cell of a list as offices publish it → its bases: what each cites, and what it quotes.

1.《甲法》（2015年修正）第三条：“……”；第五条规定：…… 2.《乙条例》第十条. Titles inside a quotation
are no bases of the power.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.citation import Cited, read_citation
from generator.model.numeral import NUMERAL

_LONGEST = 50_000
"""Characters of a cell; what is longer is no list of bases."""
_MARK = r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳]|[●■◆·•*-])"
_KIND = (
    r"(?:【[^】]{1,12}】|(?:法律|法规|规章|行政法规|地方性法规|部门规章|政府规章|规范性文件|依据|设定依据"
    r"|法律依据|政策依据|实施依据|责任依据|追责依据)[:：])"
)
_OPENING = re.compile(rf"\s*(?:(?:{_MARK}|{_KIND})\s*)*")
_JOINED = re.compile(r"[，,、；;。和及与]|以及")
_NUMBERED = rf"第{NUMERAL}条(?:之{NUMERAL})?"
_BEHIND = r"(?=[、，,和及与至到～~—–第（(\s：:规“。；;]|$)"
_ARTICLE = (
    rf"{_NUMBERED}(?:[、，,和及与至到～~—–\s-]*"
    rf"(?:{_NUMBERED}{_BEHIND}|第?[（(]?{NUMERAL}[）)]?[款项目]))*"
)
_BARE_TITLE = (
    r"(?P<title>(?!违反|依照|按照|根据|依据|本法|本条例|本办法|有)[\u4e00-\u9fff·]{2,40}?"
    r"(?:法|条例|办法|规定|细则|决定|通知|意见|规则|规程|准则))"
    rf"(?=(?:\s*[（(][^（）()]*[）)])*\s*{_NUMBERED})"
)
_BARE_BEHIND_KIND = re.compile(rf"(?P<kind>【[^】]{{1,12}}】\s*){_BARE_TITLE}")
_BARE_FIRST = re.compile(rf"^(?P<kind>{_OPENING.pattern}){_BARE_TITLE}", re.MULTILINE)
_CITES = re.compile(
    rf"(?:\s*[（(【\[〔][^（）()]*[)）】\]〕])*\s*(?:中|的|之)?(?P<articles>\s*{_ARTICLE})?",
    re.DOTALL,
)
_NEXT = re.compile(
    rf"(?:^|[\n”；;。])\s*(?P<articles>{_ARTICLE})(?=\s*(?:规定)?[：:“\s])", re.DOTALL
)
_SAYS = re.compile(r"^[\s：:，,。；;、]*(?:的?规定)?[\s：:，,]*")
_NONE = re.compile(r"\s*(?:暂?无|没有|同上|详见附件|[-—–/\\]+)[。.]?\s*")
_FAR = 300
_COLON = re.compile(r"\s*(?:规定)?\s*[：:“]")
_SHORTEST = 6
"""Characters of a quotation; less is a remark."""


@dataclass(frozen=True, slots=True)
class BasisText:
    """One basis of a cell: the law and provisions that it cites, and the words that it quotes."""

    cited: Cited
    quotation: str = ""


def bases_in(cell: str) -> tuple[BasisText, ...]:
    """A cell → every basis in it, in the order written; none where the cell is empty."""
    text = _even_quotes(cell.replace("\r\n", "\n").replace("\r", "\n")[:_LONGEST])
    if not text.strip() or _NONE.fullmatch(text):
        return ()
    text = _marked(text)
    starts = _starts(text)
    if not starts:
        return tuple(BasisText(each) for each in read_citation(text.strip()))
    ends = (*starts[1:], len(text))
    found: list[BasisText] = []
    for start, end in zip(starts, ends, strict=True):
        found.extend(_of_law(text[start:end]))
    return tuple(found)


def _marked(text: str) -> str:
    """A text with 《》 around titles without: behind 【法律】, or first where no title has any."""
    text = _BARE_BEHIND_KIND.sub(r"\g<kind>《\g<title>》", text)
    return text if "《" in text else _BARE_FIRST.sub(r"\g<kind>《\g<title>》", text)


def _starts(text: str) -> list[int]:
    """Where a title stands that begins a basis: first in a line or behind another basis."""
    starts: list[int] = []
    depth = quoted = 0
    for place, sign in enumerate(text):
        if sign == "《" and not depth and quoted <= 0 and _begins(text, starts, place):
            starts.append(place)
        if sign in "《》":
            depth = max(depth + (1 if sign == "《" else -1), 0)
        elif sign in "“”":
            quoted = max(quoted + (1 if sign == "“" else -1), 0)
        elif sign == "\n":
            depth = 0
            opens = _OPENING.match(text, place)
            quoted = 0 if opens and text.startswith("《", opens.end()) else quoted
    return starts


def _even_quotes(text: str) -> str:
    """Quotation marks of other kinds in the form “…”; straight ones open and close by turns."""
    for opening, closing in (("「", "」"), ("『", "』"), ("〝", "〞")):
        text = text.replace(opening, "“").replace(closing, "”")
    pieces = text.replace("＂", '"').split('"')
    marks = ("“", "”")
    return "".join(
        piece + (marks[number % 2] if number < len(pieces) - 1 else "")
        for number, piece in enumerate(pieces)
    )


def _begins(text: str, starts: list[int], place: int) -> bool:
    line = text.rfind("\n", 0, place) + 1
    last = max(line, starts[-1] if starts and starts[-1] >= line else line)
    before = text[last:place]
    if last == line and _OPENING.fullmatch(before):
        return True
    if not starts:
        return last == line and len(before) < 30 and "“" not in before
    return _ends_a_basis(text[starts[-1] : place]) or _quotes_anew(text, place)


def _quotes_anew(text: str, place: int) -> bool:
    """Whether a sentence is over and 《…》第…条： follows it, which no law says of another."""
    _, rest = _parted(text[place : place + _FAR])
    cites = _CITES.match(rest)
    ended = text[:place].rstrip()[-1:] in "。；;”"
    return bool(ended and cites and cites["articles"] and _COLON.match(rest, cites.end()))


def _ends_a_basis(before: str) -> bool:
    """Whether a basis is over where another title follows: it quotes nothing, or the quote ends."""
    numbered = re.search(rf"[。；;”\s]\s*(?:{_MARK}|{_KIND})\s*$", before)
    if numbered:
        return True
    title, rest = _parted(before)
    cites = _CITES.match(rest)
    behind = rest[cites.end() :] if cites else rest
    said = _SAYS.sub("", behind)
    if not _JOINED.sub("", said).strip():
        return bool(title)
    return said.strip().startswith("“") and bool(re.search(r"”[。；;，,\s]*$", said))


def _parted(text: str) -> tuple[str, str]:
    """A text that begins with 《 → the title with its marks, and what follows it."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "《") - (sign == "》")
        if depth == 0 and sign == "》":
            return text[: place + 1], text[place + 1 :]
    return text, ""


def _of_law(text: str) -> list[BasisText]:
    """One law and all that is quoted of it → a basis for each group of articles."""
    title, rest = _parted(text)
    first = _CITES.match(rest)
    aside_and_articles = first[0] if first else ""
    groups = [(aside_and_articles, len(aside_and_articles))]
    heads = [
        head for head in _NEXT.finditer(rest, groups[0][1]) if not _inside(rest[: head.start() + 1])
    ]
    groups += [(head["articles"], head.end()) for head in heads]
    ends = (*(head.start() + 1 for head in heads), len(rest))
    found: list[BasisText] = []
    for (articles, begin), end in zip(groups, ends, strict=True):
        cited = read_citation(f"{title}{articles}")[0]
        found.append(BasisText(cited, _quoted(rest[begin:end])))
    return found


def _inside(text: str) -> bool:
    """Whether what follows *text* stands between “ and ”."""
    return text.count("“") > text.count("”")


def _quoted(text: str) -> str:
    """What follows the articles → the words quoted, "" where there are none."""
    said = _SAYS.sub("", text).strip()
    said = re.sub(rf"\s*(?:{_MARK}|{_KIND})\s*$", "", said)
    if said.startswith("“"):
        inner = said[1:]
        end = inner.rfind("”")
        said = inner[:end] if end >= 0 else inner
    said = said.strip(" \u3000\n；;，,、")
    return said if len(said) >= _SHORTEST else ""
