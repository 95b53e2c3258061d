"""Markdown → what a hand-written page is called, and its headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.written import page_of, written
from generator.model.written import Written


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (
            "---\ntitle: 监督\ndescription: '谁监督谁'\n---\n"
            "# 监督\n\n## 一、打电话\n正文\n### 写信 ##\n",
            Written("监督", "谁监督谁", ("打电话", "写信")),
        ),
        ("# 只有标题\n## 下面", Written("只有标题", "", ("下面",))),
        ("```\n# 不是标题\n```\n", Written("")),
        ("---\n没有完", Written("")),
        ("", Written("")),
    ],
)
def test_a_page_is_called_by_its_front_matter_or_its_first_heading(
    text: str, page: Written
) -> None:
    assert page_of(text) == page


def test_the_pages_of_a_district_are_listed_by_path(tmp_path: Path) -> None:
    assert written(tmp_path) == {}
    (tmp_path / "content" / "sub").mkdir(parents=True)
    (tmp_path / "content" / "sub" / "b.md").write_bytes(b"\xef\xbb\xbf# B\r\n\xff")
    (tmp_path / "content" / "a.md").write_text("# A")
    (tmp_path / "content" / "c.txt").write_text("# C")
    assert written(tmp_path) == {
        "content/a.md": Written("A"),
        "content/sub/b.md": Written("B"),
    }
