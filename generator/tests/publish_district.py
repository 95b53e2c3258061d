"""A district of hand-written pages only, and outputs to publish with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.output import DataFile, Heading, Page
from generator.publish import Hotline, SiteIdentity
from generator.settings import Settings

MKDOCS = """
site_name: 明白账
docs_dir: content
theme: {name: material, language: zh}
markdown_extensions: [tables, attr_list]
plugins: []
hooks: [no-such-hook.py]
nav:
  - 首页: index.md
  - 找部门: powers/
  - 我要监督: oversight.md
  - 更多:
    - 说明: about.md
    - 看图: guide/charts.md
"""

CONTENT = {
    "index.md": "首页文字，见[说明](about.md)和[部门](powers/index.html)。\n",
    "about.md": (
        "---\ndescription: 网站说明\n---\n# 关于本站\n\n## 甲 & 乙 {#first}\n\n[回](index.md)\n"
    ),
    "oversight.md": "# 监督与投诉\n\n| 甲 | 乙 |\n|:-:|---|\n| 一 | 二 |\n",
    "guide/charts.md": "# 怎样看懂\n\n![样子](shape.svg)\n",
    "guide/shape.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
}

IDENTITY = SiteIdentity(
    name="示例区",
    sponsor="示例主办",
    edition=date(2026, 11, 22),
    checked_on=date(2026, 9, 1),
    is_sample=True,
    hotlines=(Hotline("政务服务便民热线", "12345"),),
)

HOME = Page(
    "", "首页", "示例区的权力清单", "", "<h1>明白账</h1>", frozenset({"powers/district.yml"})
)
BODIES = Page(
    address="powers/",
    title="部门",
    description="",
    tab="powers/",
    body='<h1>部门</h1><h2 id="all">全部</h2><a href="education/index.html#basis">教育局</a>',
    inputs=frozenset({"powers/education/unit.yml"}),
    contents=(Heading("all", "全部"),),
)
BODY = Page(
    address="powers/education/",
    title="教育局",
    description="教育局的清单",
    tab="powers/",
    body='<h1>教育局</h1><h2 id="basis">依据</h2><a href="../index.html#all">部门</a>',
    inputs=frozenset({"powers/education/unit.yml"}),
    contents=(Heading("basis", "依据"),),
    meta=(("ColumnName", "教育局"),),
)
LETTERS = Page("a-z/", "按拼音找", "", "", "<h1>按拼音找</h1>", frozenset())
NOT_FOUND = Page("404.html", "没有这一页", "", "", "<h1>没有这一页</h1>", frozenset())
LIST = DataFile("powers/list.json", b"[]\n", frozenset({"powers/education/unit.yml"}))

OUTPUTS: tuple[Page | DataFile, ...] = (HOME, BODIES, BODY, LETTERS, NOT_FOUND, LIST)


def page(body: str, address: str = "powers/other/") -> Page:
    """A page that is nothing but its body."""
    return Page(address, "其他", "", "powers/", body, frozenset({"powers/other.yml"}))


def write_district(root: Path) -> Settings:
    """Write the district into a folder → settings to publish it."""
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    for name, text in CONTENT.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Settings(root, root / "site")


def tree(folder: Path) -> dict[str, bytes]:
    """A folder → its files' bytes by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
