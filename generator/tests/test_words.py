"""Facts → words: what stands on paper."""

from __future__ import annotations

import pytest

from generator.render import words

LAW = "《中华人民共和国村民委员会组织法》"


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        ([], ""),
        (
            [f"{LAW}第十一条", f"{LAW}第十二条", f"{LAW}第十三条"],
            f"{LAW}第十一条、第十二条、第十三条",
        ),
        ([f"{LAW}第二十七条、{LAW}第三十六条"], f"{LAW}第二十七条、第三十六条"),
        (
            [f"{LAW}第十一条", "《档案法》第三条", f"{LAW}第九条"],
            f"{LAW}第十一条；《档案法》第三条；{LAW}第九条",
        ),
        ([f"{LAW}第十一条", f"{LAW}第十一条"], f"{LAW}第十一条"),
        ([f"{LAW}", f"{LAW}第九条"], f"{LAW}；{LAW}第九条"),
        (["《甲法》第一条第二款第三项", "《甲法》第二条"], "《甲法》第一条第二款第三项、第二条"),
    ],
)
def test_a_law_is_named_once_where_its_articles_follow_each_other(
    texts: list[str], line: str
) -> None:
    assert words.cited(texts) == line
