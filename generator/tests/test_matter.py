"""What a thing is about and a law → whether an article speaks of it, or another one does."""

from __future__ import annotations

import pytest

from generator.model.law_text import Article, LawText
from generator.model.matter import LawWords, Matter, pairs_in, texts_in

LINES = (
    "为了让两岸群众平安过河，制定本办法",
    "设置渡口由县级人民政府批准，征求水行政、交通运输部门意见，并向沿岸群众公示七日",
    "渡船应当配备救生衣、救生圈和灭火器，载客定额写在船舷上",
    "船工饮酒后开船，大风大雾天气开船，超过载客定额开船的，责令改正，处二百元以下罚款",
    "候船的地方应当有栏杆、雨棚和夜间照明",
    "过河的人服从船工指挥，不抢上抢下",
    "乡镇人民政府每季度查看一次缆绳和码头",
    "捡到失物的交给派出所",
    "本办法自公布之日起施行",
)
FERRY = Matter(
    "设置渡口审批", "离村两里以上，沿岸群众同意，公示七日没有异议，水行政和交通运输部门没有意见"
)
TOO_LITTLE = Matter("设置渡口审批", "")


def law_of(*lines: str) -> LawWords:
    articles = {(number, 0): Article((number, 0), (line,)) for number, line in enumerate(lines, 1)}
    return LawWords(LawText("示例渡口办法", None, (), articles))


def test_a_wrong_article_is_told_with_the_one_that_speaks_of_the_matter() -> None:
    assert law_of(*LINES).spoken_of_elsewhere(FERRY, [(8, 0)]) == (2, 0)


def test_the_right_article_is_left_alone() -> None:
    assert law_of(*LINES).spoken_of_elsewhere(FERRY, [(2, 0)]) is None


def test_one_right_article_among_several_is_enough() -> None:
    assert law_of(*LINES).spoken_of_elsewhere(FERRY, [(8, 0), (2, 0), (9, 0)]) is None


def test_an_article_with_a_word_of_the_name_is_left_alone() -> None:
    named = (*LINES[:7], "渡口的失物交给派出所", LINES[8])
    assert law_of(*named).spoken_of_elsewhere(FERRY, [(8, 0)]) is None


def test_an_article_with_a_rare_word_of_the_matter_is_left_alone() -> None:
    rare = (*LINES[:7], "离村两里以上捡到的失物交给派出所", LINES[8])
    assert law_of(*rare).spoken_of_elsewhere(FERRY, [(8, 0)]) is None


def test_a_word_that_every_article_has_says_nothing() -> None:
    lines = [f"{line}，不得在渡口摆摊" for line in LINES]
    assert law_of(*lines).spoken_of_elsewhere(FERRY, [(8, 0)]) == (2, 0)


@pytest.mark.parametrize(
    ("lines", "matter", "cited"),
    [
        (LINES, TOO_LITTLE, (8, 0)),
        (LINES[:7], FERRY, (5, 0)),
        (LINES, FERRY, (80, 0)),
    ],
    ids=["an item that says little", "a law of seven articles", "an article that is not there"],
)
def test_nothing_is_said_without_enough_to_go_by(
    lines: tuple[str, ...], matter: Matter, cited: tuple[int, int]
) -> None:
    assert law_of(*lines).spoken_of_elsewhere(matter, [cited]) is None


def test_pairs_end_at_whatever_is_no_han_character() -> None:
    assert pairs_in("渡口，第3条 渡船") == {"渡口", "渡船"}


def test_texts_are_gathered_from_everything_written_but_some_fields() -> None:
    written = {
        "名称": "甲",
        "依据": ["《乙法》"],
        "指南": {"问": ["丙", {"答": "丁"}], "备注": "戊"},
    }
    assert texts_in(written, frozenset({"依据", "备注"})).split() == ["甲", "丙", "丁"]
