"""mkdocs.yml and content/ are looked at with the data: in Chinese, at their line, once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.load import load
from generator.publish.links import Facts, Known, broken_links
from generator.tests.load_world import added, copy_of, report

NAV = "nav:\n  - 首页: index.md\n"


@pytest.fixture(name="root")
def minimal(tmp_path: Path) -> Path:
    """A copy of the minimal world."""
    return copy_of("minimal", tmp_path)


def said(root: Path) -> list[str]:
    """What loading says."""
    return report(load(root)[1])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "site_name： 明白账\nnav: []\n",
            "错误[yaml-syntax] mkdocs.yml:1:1 冒号是全角的"
            " ⇒ “site_name”后面的全角冒号“：”改成半角冒号加空格“: ”",
        ),
        (
            "site_name: 明白账\nnav:\n  - 首页:index.md\n",
            "错误[yaml-syntax] mkdocs.yml:3:5 冒号后面少了空格"
            " ⇒ 冒号后面加一个空格，写成“首页: index.md”",
        ),
        (
            "site_name: 明白账\nnav:\n  - 首页: indx.md\n",
            "错误[unknown-reference] mkdocs.yml:3:9 找不到手写页面“indx.md” ⇒ 是不是“index.md”",
        ),
        (
            "site_name: 明白账\nnav:\n  - 甲:\n      - 乙: index.md\n      - indx.md\n",
            "错误[unknown-reference] mkdocs.yml:5:9 找不到手写页面“indx.md” ⇒ 是不是“index.md”",
        ),
    ],
)
def test_a_fault_of_the_frame_is_told_at_its_line(root: Path, text: str, found: str) -> None:
    """Before MkDocs says it in English, and also by `check`."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert said(root) == [found]


@pytest.mark.parametrize(
    "text",
    [
        f"site_name: 明白账 #注释\n{NAV}",
        f"extra: {{a: &a 1, b: *a}}\n{NAV}",
        f"x: !ENV [A, b]\n{NAV}",
        "site_name: 明白账\nnav:\n  - index.md\n  - 找部门: powers/\n  - 外站: https://a.cn/x.md\n",
    ],
)
def test_what_mkdocs_understands_is_left_to_it(root: Path, text: str) -> None:
    """Anchors, tags and comments are refused in the data only."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert said(root) == []


def test_a_page_in_gbk_is_told_at_its_line(root: Path) -> None:
    """With the line as it reads."""
    added(root, "content/about.md", "# a\n")
    (root / "content/about.md").write_bytes("# 说明\n\n网站说明\n".encode("gbk"))

    [problem] = said(root)

    assert problem.startswith("错误[bad-encoding] content/about.md:1:")
    assert "「# 说明」" in problem


def test_without_pages_there_is_one_problem(root: Path) -> None:
    """Not one for every 栏目."""
    shutil.rmtree(root / "content")

    [problem] = said(root)

    assert problem.startswith("错误[missing-file] content:1:1 找不到 content")


def test_a_link_of_the_frame_is_one_problem() -> None:
    """However many pages have it; a link of some pages names them."""
    pages = [
        Facts(f"p{n}/index.html", f"powers/p{n}.yml", links=("../gone/index.html",))
        for n in range(9)
    ]
    more = [Facts("q/index.html", "content/q.md", links=("b.html",)), Facts("r.html", "r.html")]
    known = Known(frozenset(page.path for page in (*pages, *more)), {})

    of_frame = broken_links([*pages, *more], known)
    of_few = broken_links([*pages[:2], *more * 4], known)

    assert [(p.span.file, p.sentence) for p in of_frame if p.span.file == "mkdocs.yml"] == [
        ("mkdocs.yml", "每一页都有的链接“gone/index.html”打不开：没有这一页")
    ]
    assert len(of_frame) == 2
    [problem] = [p for p in of_few if p.span.file == "powers/p0.yml"]
    assert [other.span.file for other in problem.others] == ["powers/p1.yml"]
