"""Bytes of a contributed file → clean text, or what is wrong with the bytes and where."""

from __future__ import annotations

import re
import unicodedata

from generator.problem import Problem, Span, error

LARGEST_FILE = 1_000_000
"""Bytes of one file."""

_BINARY = (
    (
        b"PK\x03\x04",
        "这是压缩包或 Excel、Word 文件，不是 YAML 文本",
        "在表格里另存为文本后再粘贴进来",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "这是旧版 Excel 或 Word 文件，不是 YAML 文本",
        "把内容复制到文本文件里保存",
    ),
    (b"%PDF-", "这是 PDF 文件，不是 YAML 文本", "把内容复制到文本文件里保存"),
    (b"\x1f\x8b", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"Rar!", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"7z\xbc\xaf", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"BZh", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"\xfd7zXZ", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"\x28\xb5\x2f\xfd", "这是压缩文件，不是 YAML 文本", "解压以后再放进来"),
    (b"PK\x05\x06", "这是空的压缩包，不是 YAML 文本", "从备份里取回这个文件"),
    (b"{\\rtf", "这是写字板或 Word 的文件，不是 YAML 文本", "把内容复制到文本文件里保存"),
    (b"GIF8", "这是图片，不是 YAML 文本", "把内容录入到文本文件里"),
    (b"diff --git ", "这是 Git 的补丁，不是文件本身", "取回改好以后的文件"),
    (b"\x89PNG", "这是图片，不是 YAML 文本", "把内容录入到文本文件里"),
    (b"\xff\xd8\xff", "这是图片，不是 YAML 文本", "把内容录入到文本文件里"),
    (
        b"version https://git-lfs",
        "这是 Git LFS 的指针，不是文件内容本身",
        "先用 git lfs pull 取回原文件",
    ),
)
_WIDER = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_MARKUP = re.compile(rb"\s*<[a-z!?/]", re.IGNORECASE)
_CONFLICT = re.compile(
    r"^(?:[ \t]*<{7,}(?: |$)|[ \t]*>{7,}(?: |$)|={7}$|\|{7}(?: |$))", re.MULTILINE
)
_CONFLICT_SIGNS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
_SAVE_AS = "用编辑器“另存为”，编码选 UTF-8"
_MOST_CHARACTERS = 20
"""Unusable characters that are reported for one file; more would only repeat the same."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_NEVER = "".join(chr(plane + end) for plane in range(0x1FFFE, 0xFFFFE, 0x10000) for end in (0, 1))
"""The last two places of every plane never become characters."""
_UNUSABLE = re.compile(
    f"[{_BIDI}{_INVISIBLE}{_PRIVATE}{_CONTROL}\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff{_NEVER}]"
)
_PRINTABLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\ufffc\ufffd"
"""The unusable characters that Unicode calls printable."""
_NAMES = (
    (re.compile(f"[{_BIDI}]"), "改变文字方向的控制字符"),
    (re.compile(f"[{_INVISIBLE}]"), "看不见的字符"),
    (re.compile(f"[{_PRIVATE}]"), "别的电脑显示不出来的自造字"),
    (re.compile(f"[{_CONTROL}]"), "控制字符"),
    (re.compile("\ufffd"), "表示“原字已丢失”的符号"),
)


def clean_text(label: str, raw: bytes) -> tuple[str, list[Problem]]:
    """A file's bytes → its text, lines ended by LF; the text is only usable without problems."""
    if len(raw) > LARGEST_FILE:
        sentence = f"文件太大，有 {len(raw):,} 字节，最多 {LARGEST_FILE:,} 字节"
        return "", [error("file-too-large", sentence, Span(label), "拆成几个文件")]
    foreign = _foreign_format(label, raw)
    if foreign:
        return "", [foreign]
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        return "", [_not_utf8(label, raw, failure.start)]
    conflicts = (
        list(_CONFLICT.finditer(text)) if any(sign in text for sign in _CONFLICT_SIGNS) else []
    )
    if conflicts:
        span = span_at(label, text, conflicts[0].start(), len(conflicts[0].group()))
        hint = "保留一方的内容，再删掉 <<<<<<<、=======、>>>>>>> 这几行"
        return text, [error("merge-conflict", "文件里有没处理完的 Git 合并冲突", span, hint)]
    if is_usable(text):
        return text, []
    found = list(_UNUSABLE.finditer(text))[:_MOST_CHARACTERS]
    return text, [unusable(hit.group(), span_at(label, text, hit.start())) for hit in found]


def is_usable(text: str) -> bool:
    """Whether a text surely has no unusable character, at one glance; False may be too careful."""
    shown = text.replace("\n", "").isprintable()
    return shown and not any(sign in text for sign in _PRINTABLE)


def unusable_in(text: str) -> str:
    """The first character of *text* that must not be in the data, "" if there is none."""
    found = _UNUSABLE.search(text)
    return found.group() if found else ""


def unusable(character: str, span: Span, how: str = "") -> Problem:
    """A character that must not be in the data, and its place → the problem."""
    kind = next((name for form, name in _NAMES if form.match(character)), "不是文字的字符")
    name = unicodedata.name(character, "")
    sentence = f"这里有{how}{kind} U+{ord(character):04X} {name}".rstrip()
    return error("bad-character", sentence, span, "删掉它，需要的字重新录入")


def span_at(label: str, text: str, index: int, length: int = 1) -> Span:
    """The place of a character of *text* by its index."""
    line_start = text.rfind("\n", 0, index) + 1
    return Span(label, text.count("\n", 0, index) + 1, index - line_start + 1, length)


def _foreign_format(label: str, raw: bytes) -> Problem | None:
    """The problem of a file that is no UTF-8 text at all."""
    for opening, sentence, hint in _BINARY:
        if raw.startswith(opening):
            return error("not-yaml-text", sentence, Span(label), hint)
    for opening, name in _WIDER:
        if raw.startswith(opening):
            return error("bad-encoding", f"文件是 {name} 编码，不是 UTF-8", Span(label), _SAVE_AS)
    if _MARKUP.match(raw):
        sentence = "这是网页或 XML，不是 YAML 文本"
        return error("not-yaml-text", sentence, Span(label), "可能下载到了报错页，请重新取原文件")
    empty = raw.find(b"\x00")
    if empty < 0:
        return None
    if raw.count(b"\x00") * 8 > len(raw) and raw.strip(b"\x00"):
        sentence = "文件不是 UTF-8 文本，可能是 UTF-16 编码或者别的软件的文件"
        return error("bad-encoding", sentence, Span(label), _SAVE_AS)
    line = len(re.findall(rb"\r\n|\r|\n", raw[:empty])) + 1
    sentence = "文件里有空字节（0x00），可能已经损坏"
    return error("bad-character", sentence, Span(label, line), "从备份里取回这个文件")


def _not_utf8(label: str, raw: bytes, at: int) -> Problem:
    """The problem of bytes that are not UTF-8, with the line read as GBK where that makes sense."""
    start = raw.rfind(b"\n", 0, at) + 1
    row = raw[start:].split(b"\n", 1)[0]
    column = len(row[: at - start].decode("utf-8", "replace")) + 1
    span = Span(label, raw.count(b"\n", 0, at) + 1, column)
    if len(raw) - at < 4 and raw[at] >= 0xE0 and all(0x80 <= byte < 0xC0 for byte in raw[at + 1 :]):
        hint = "可能没有下载或者拷贝完，重新取一份"
        return error("bad-encoding", "文件在半个字上断了", span, hint)
    reading = _as_read(row).strip()
    guess = f"本行按 GBK 读是「{reading[:40]}」，请另存为 UTF-8"
    hint = _SAVE_AS if unusable_in(reading) else guess
    return error("bad-encoding", "文件不是 UTF-8 编码", span, hint)


_BY_CHANCE = re.compile("[\u0080-\u07ff]")
"""Letters of other scripts: two bytes of GBK that happen to be one character of UTF-8."""


def lines_as_read(raw: bytes) -> list[str]:
    """The bytes of any file → its lines as a reader may see them; a file that is no text has none.

    A line is UTF-8 as far as it goes and GBK from there, as the hints say it.
    """
    if raw.count(b"\x00") > 1:
        return []
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return [_as_read(row) for row in raw.split(b"\n")]


def _as_read(row: bytes) -> str:
    """A line → its text, with U+FFFD for what is neither UTF-8 nor GBK."""
    try:
        return row.decode("utf-8")
    except UnicodeDecodeError as failure:
        at = failure.start
    before = row[:at].decode("utf-8")
    if _BY_CHANCE.search(before):
        return row.decode("gb18030", "replace")
    return before + row[at:].decode("gb18030", "replace")
