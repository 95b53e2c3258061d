"""Bad files of every family, each with the line that a clerk has to mend and words of the report.

A line of 0 says that the file is read. Families: A bytes, B exhaustion, C implicit types,
D doubles and look-alikes, E slips of the pen.
"""

from __future__ import annotations

from typing import NamedTuple


class Bad(NamedTuple):
    """A file, the line at fault (0 where it is read), and words of the sentence or of 怎么改."""

    text: str | bytes
    line: int
    words: str = ""

    @property
    def raw(self) -> bytes:
        """The file's bytes."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


_SHEET = "单位: 甲镇\n电话: 0355-0000000\n"

FORMATS: dict[str, Bad] = {
    "UTF-32 with a mark": Bad(_SHEET.encode("utf-32"), 1, "UTF-32"),
    "UTF-32 without a mark": Bad(_SHEET.encode("utf-32-le"), 1, "UTF-16 编码或者别的"),
    "Big5": Bad("單位: 測試\n".encode("big5"), 1, "另存为"),
    "half a character": Bad(_SHEET.encode() + "事项".encode()[:-1], 3, "断了"),
    "surrogates as bytes": Bad(b"a: b\nc: \xed\xa0\x81\n", 2, "不是 UTF-8"),
    "a byte too large": Bad(b"a: b\nc: \xf5\x80\x80\x80\n", 2, "不是 UTF-8"),
    "two marks": Bad(b"\xef\xbb\xbf\xef\xbb\xbfa: b\n", 1, "看不见的字符"),
    "only a mark": Bad(b"\xef\xbb\xbf", 1, "文件是空的"),
    "only blanks": Bad("  \n\n", 1, "文件是空的"),
    "an end without a beginning": Bad("...\n", 1, "删掉这一行"),
    "no fields": Bad("{}\n", 1, "文件是空的"),
    "a vertical tab": Bad("a: b\x0bc\n", 1, "控制字符"),
    "a line separator": Bad("a: b\u2028c: d\n", 1, "看不见的字符"),
    "RAR": Bad(b"Rar!\x1a\x07\x00", 1, "压缩文件"),
    "7z": Bad(b"7z\xbc\xaf\x27\x1c", 1, "压缩文件"),
    "RTF": Bad(b"{\\rtf1\\ansi x}", 1, "写字板"),
    "GIF": Bad(b"GIF89a\x01\x00", 1, "图片"),
    "SVG": Bad('<svg xmlns="http://www.w3.org/2000/svg"/>', 1, "网页或 XML"),
    "part of a page": Bad("<div>没有找到</div>\n", 1, "网页或 XML"),
    "a patch": Bad("diff --git a/x b/x\n", 1, "补丁"),
    "a table with commas": Bad("名称,电话\n甲,0355\n", 1, "整个文件成了一段文字"),
    "Markdown with front matter": Bad("---\n标题: 甲\n---\n# 正文\n", 3, "多份文档"),
    "a pointer with CRLF": Bad(
        b"version https://git-lfs.github.com/spec/v1\r\n", 1, "git lfs pull"
    ),
    "a conflict further in": Bad("a:\n  <<<<<<< HEAD\n  b: 1\n", 2, "合并冲突"),
    "mixed line ends": Bad("a: b\r\nc: d\re: f\n", 0),
}

TOO_MUCH: dict[str, Bad] = {
    "an indent for each line": Bad("".join(f"{' ' * n}a:\n" for n in range(900)), 33, "32 层"),
    "balanced brackets": Bad("a: " + "[" * 40_000 + "]" * 40_000, 1, "32 层"),
    "questions in braces": Bad("a: {" + "? " * 20_000 + "}", 1),
    "rows without end": Bad("- a\n" * 100_000, 50_000, "50,000 项"),
    "fields without end": Bad("".join(f"k{n}: 1\n" for n in range(100_000)), 50_000, "50,000 项"),
    "empty braces": Bad("a: [" + "{}," * 60_000 + "]", 1, "50,000 项"),
    "one name again and again": Bad("a: 1\n" * 49_000, 2, "写了两次"),
    "anchors": Bad("".join(f"k{n}: &a{n} x\n" for n in range(20_000)), 1, "删掉“&a0”"),
    "a long block": Bad("a: |\n" + "  甲乙丙丁\n" * 25_000, 1, "100,000 字"),
    "blanks over lines": Bad('a: "b' + "\n" * 400_000 + 'c"\n', 1, "100,000 字"),
    "an open quote over lines": Bad('a: "' + "b: c\n" * 40_000, 1, "引号没有成对"),
    "invisible signs": Bad("a: " + "\u200b" * 200_000, 1, "看不见的字符"),
    "comments": Bad("# x\n" * 200_000 + "a: b\n", 0),
    "blanks": Bad("a: b" + " " * 900_000 + "\nc: d\n", 0),
    "ten megabytes": Bad(b"a" * 10_000_000, 1, "文件太大"),
    "directives": Bad("%FOO bar\n" * 40_000 + "a: b\n", 1, "行首不能写 %"),
    "merge keys": Bad("a: &a {b: 1}\nc: {<<: *a}\n", 1, "锚点"),
}

SIGNS: dict[str, Bad] = {
    "a name twice further in": Bad("甲:\n  - 乙: 1\n    乙: 2\n", 3, "写了两次"),
    "a name twice, escaped": Bad('"名称": 1\n"\\u540d称": 2\n', 2, "写了两次"),
    "a name twice, compatible": Bad("\uf90a: 1\n金: 2\n", 2, "写了两次"),
    "left to right": Bad("a: b\u200e\n", 1, "改变文字方向"),
    "isolates": Bad("a: \u2067b\u2069\n", 1, "改变文字方向"),
    "a joiner": Bad("a: 甲\u200d乙\n", 1, "看不见的字符"),
    "a soft hyphen": Bad("a: 甲\xad乙\n", 1, "看不见的字符"),
    "a Hangul filler": Bad("a: 甲\u3164乙\n", 1, "看不见的字符"),
    "an invisible sign in a name": Bad("单\u200b位: 甲\n", 1, "看不见的字符"),
    "private use, far": Bad("a: \U000f0000\n", 1, "自造字"),
    "the end of a plane": Bad("a: \U0001ffff\n", 1, "不是文字"),
    "an escaped bell": Bad('a: "\\a"\n', 1, "控制字符"),
    "an escaped line": Bad('a: "b\\Lc"\n', 1, "看不见的字符"),
    "an escaped sign in a name": Bad('"名\\u200b称": 甲\n', 1, "看不见的字符"),
    "escaped halves": Bad('a: "\\ud83d\\ude00"\n', 1, "直接录入"),
    "a character that is none": Bad('a: "\\U00110000"\n', 1, "直接录入"),
    "rare characters": Bad("姓名: 𰻞 㐂 鿍 🇨🇳 ㎡\n", 0),
}

SLIPS: dict[str, Bad] = {
    "another wide colon": Bad("名称∶甲\n电话: 1\n", 1, "“∶”改成半角冒号"),
    "a tab behind a dash": Bad("事项:\n  -\t甲\n", 2, "写成“- 甲”"),
    "a wide blank behind a dash": Bad("事项:\n  -\u3000甲\n  -\u3000乙\n", 2, "写成“- 甲”"),
    "a tab in a name": Bad('"单\\t位": 甲\n', 1, "多余的空格"),
    "words behind a quote": Bad('名称: "甲"乙\n', 1, "引号后面还有文字"),
    "quotes within quotes": Bad("名称: 'it's'\n", 1, "里面的引号改成中文引号"),
    "a Chinese quote at the end": Bad('名称: "甲”\n电话: 乙\n', 1, "中文引号改成"),
    "an open single quote": Bad("名称: '甲\n电话: '乙'\n地址: 丙\n", 1, "补上引号"),
    "a backslash before a quote": Bad('路径: "C:\\"\n电话: 1\n', 1, "改用单引号"),
    "a row below a row": Bad("事项:\n  - 甲\n    - 乙\n", 3, "左边对齐"),
    "rows below a value": Bad("事项: 甲\n  - 乙\n", 2, "不再写别的"),
    "bullets": Bad("事项:\n  • 甲\n  • 乙\n", 2, "“- ”"),
    "numbers": Bad("事项:\n  1. 甲\n  2. 乙\n", 2, "“- ”"),
    "Chinese numbers": Bad("事项: 下列\n  一、甲\n  二、乙\n", 2, "“- ”"),
    "names in braces": Bad("俗称: {甲, 乙}\n", 1, "方括号"),
    "a bracket too many": Bad("俗称: [甲, 乙]]\n", 1, "删掉多余的“]”"),
    "a comma first": Bad("说明: ,甲\n", 1, "加引号"),
    "a first line with an indent": Bad(" 名称: 甲\n电话: 乙\n", 2, "第一行前面不留空格"),
    "a ruler": Bad("名称: 甲\n------\n电话: 乙\n", 2, "分隔线"),
    "a comment of another kind": Bad("名称: 甲\n%注释\n", 2, "以“# ”开头"),
    "no colon at all": Bad("名称\n电话: 1\n", 1, "少了冒号"),
    "an equals sign": Bad("名称=甲\n电话: 1\n", 1, "写成“名称: 甲”"),
    "no name": Bad(": 甲\n", 1, "少了字段名"),
    "a value on the next line": Bad("名称:\n甲\n", 2, "“名称: ”的后面"),
    "a block without an indent": Bad("说明: |\n甲\n电话: 1\n", 2, "没有缩进"),
    "a comma that lacks": Bad('{\n  "a": "1",\n  "b": "2"\n  "c": "3"\n}\n', 3, "少了逗号"),
    "words behind the end": Bad("甲: 1\n...\n乙: 2\n", 3, "删掉第 2 行的“...”"),
    "a tag of YAML": Bad("a: !!omap [b: c]\n", 1, "删掉“!!omap”"),
    "a full stop of three": Bad("说明: 甲\n...\n", 0),
    "text over lines": Bad("说明: 甲\n  乙\n  丙\n", 0),
    "decimals over lines": Bad("说明:\n  1.5元\n  2.5元\n", 0),
    "an address of the web": Bad("网址: http://a.b/c:8\n", 0),
    "a line in a block": Bad("说明: |\n  标题\n  =======\n  - 甲\n  - 乙\n", 0),
    "quotes of Chinese": Bad("名称: “甲” ‘乙’ 「丙」\n", 0),
    "blank fields": Bad("甲:\n乙: {丙: , 丁: ''}\n", 0),
}

FAMILIES = {**FORMATS, **TOO_MUCH, **SIGNS, **SLIPS}

WORDS = (
    "~ Null yes No off N true 1_000 0o17 0755 -0 1e999 .inf -.Inf .NaN 12:30:45 190:20:30 2024-1-5"
    " 2001-12-14t21:59:43.10-05:00 = 0xdeadbeef 00 1. .5 685_230.15 1,234.50 20% 10/2 0355-0000000"
    " １２３ ① Ⅳ 〇 ?甲 甲]".split()
)
"""Values that other readers turn into something else."""
