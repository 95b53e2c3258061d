"""Bases of any list against law texts: what agrees, what is of an older version, what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.law_texts import read_law_texts
from generator.model.against_law import compare
from generator.model.basis_text import bases_in
from generator.model.citation import Cited
from generator.model.finding import Finding, Outcome
from generator.model.law_text import Article, LawShelf

LAWS = Path(__file__).parent / "worlds" / "minimal" / "law-texts"
SHELF, _ = read_law_texts(LAWS, map(Cited, ("示例渡口办法", "示例船闸规定")))

SAME, OLDER, DIFFERS, NOT_HELD = Outcome.SAME, Outcome.OLDER, Outcome.DIFFERS, Outcome.NOT_HELD


def _found(cell: str, shelf: LawShelf = SHELF) -> list[Finding]:
    return [found for basis in bases_in(cell) for found in compare(basis, shelf)]


def _told(cell: str) -> list[tuple[str, Outcome, str]]:
    return [(found.article, found.outcome, found.detail) for found in _found(cell)]


BARE = (
    ("《示例渡口办法》第二条", "第二条", SAME, ""),
    ("示例渡口办法第2条", "第二条", SAME, ""),
    ("《示例渡口办法》（2015年版）第二条第二款", "第二条第二款", SAME, ""),
    ("《示例渡口办法》第二条第三款", "第二条第三款", DIFFERS, "2021-06-01的文本里第二条只有两款"),
    ("《示例渡口办法》第四条第（三）项", "第四条第（三）项", SAME, ""),
    (
        "《示例渡口办法》第四条第（四）项",
        "第四条第（四）项",
        DIFFERS,
        "2021-06-01的文本里第四条没有第（四）项",
    ),
    ("《示例渡口办法》第四条之一", "第四条之一", SAME, ""),
    (
        "《示例渡口办法》第五条",
        "第五条",
        DIFFERS,
        "2021-06-01的文本里没有第五条，只到第四条之一",
    ),
    (
        "《示例渡口办法》第三条第（一）项",
        "第三条第（一）项",
        OLDER,
        "2015-03-01的文本有第三条第（一）项，2021-06-01的文本里第三条没有第（一）项",
    ),
    ("《没有的办法》第一条", "第一条", NOT_HELD, ""),
    ("《某地渡口细则》（示例省人民政府令第30号）第二条", "第二条", SAME, ""),
)


@pytest.mark.parametrize(("cell", "article", "outcome", "detail"), BARE)
def test_a_basis_without_quotation(cell: str, article: str, outcome: Outcome, detail: str) -> None:
    assert _told(cell) == [(article, outcome, detail)]


QUOTED = (
    ("第四条：“（一）超过载客定额开船；”", SAME, ""),
    ("第四条：船工有下列情形之一的，……处五十元以上二百元以下罚款", SAME, ""),
    ("第二条第一款 设置渡口,由县级人民政府批准.", SAME, ""),
    ("第一条 第一条 为了让两岸群众平安过河，制定本办法。", SAME, ""),
    (
        "第二条第二款：设置渡口，由县级人民政府批准。",
        DIFFERS,
        "这段话不在第二条第二款，在2021-06-01文本的第二条第一款",
    ),
    (
        "第三条：超过载客定额开船",
        OLDER,
        "摘录是2015-03-01文本的，现行文本是2021-06-01的",
    ),
    (
        "第二条：批准以前，应当征求水利、交通部门的意见",
        OLDER,
        "摘录是2015-03-01文本的，现行文本是2021-06-01的",
    ),
    (
        "第一条：渡船应当配备救生衣，每人一件",
        DIFFERS,
        "这段话不在第一条，在2021-06-01文本的第三条",
    ),
    (
        "第三条：渡船应当配备救生圈，每人一件",
        DIFFERS,
        "和2021-06-01的文本不同：写的是“渡船应当配备救生圈每人”，"
        "原文是“渡船应当配备救生衣每人”，最长连续相同8字",
    ),
    (
        "第二条：本县居民养狗应当登记，每年交费",
        DIFFERS,
        "2021-06-01的文本里没有这段话，最长连续相同2字",
    ),
)


@pytest.mark.parametrize(("words", "outcome", "detail"), QUOTED)
def test_a_basis_with_its_quotation(words: str, outcome: Outcome, detail: str) -> None:
    ((_, found, told),) = _told(f"《示例渡口办法》{words}")
    assert (found, told) == (outcome, detail)


def test_a_quotation_without_an_article_is_sought_in_the_whole_law() -> None:
    assert _told("《示例渡口办法》：渡船应当配备救生衣") == [
        ("", SAME, "依据没有写条号，这段话在第三条")
    ]


def test_a_law_without_articles_is_one_text() -> None:
    assert _told("《示例船闸规定》：过闸的船排队，先到先过") == [("", SAME, "")]


def test_several_bases_of_a_cell_are_told_apart() -> None:
    cell = (
        "1.【规章】《示例渡口办法》（2015年公布）第一条：“依照《没有的法》第九条，为了平安”。"
        "第三条 渡船应当配备救生衣。2.《示例船闸规定》；3.《没有的办法》第二条、第四条"
    )
    assert [(found.law, found.article, found.outcome) for found in _found(cell)] == [
        ("示例渡口办法", "第一条", DIFFERS),
        ("示例渡口办法", "第三条", SAME),
        ("示例船闸规定", "", SAME),
        ("没有的办法", "第二条", NOT_HELD),
        ("没有的办法", "第四条", NOT_HELD),
    ]


@pytest.mark.parametrize("cell", ["", " \n", "无", "——", "同上", "暂无。"])
def test_a_cell_that_cites_nothing_has_no_bases(cell: str) -> None:
    assert bases_in(cell) == ()


@given(st.text(alphabet='《》“”"（）第一二条款项：；。、\n 法办定令号2015〔〕', max_size=80))
def test_whatever_a_cell_holds_it_is_read(cell: str) -> None:
    for found in _found(cell):
        assert found.outcome is not None


MARKS = st.sampled_from(["", " ", "\n", "　", ",", "，", "；", ";", "“", "(", "）"])


@pytest.fixture(scope="module")
def real_laws(law_texts: Path) -> LawShelf:
    """Every law that lies beside the project."""
    titles = {path.stem.partition("(")[0] for path in law_texts.rglob("*.md")}
    return read_law_texts(law_texts, map(Cited, sorted(titles)))[0]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_words_of_a_law_agree_and_changed_ones_do_not(
    real_laws: LawShelf, data: st.DataObject
) -> None:
    long = [each for each in real_laws.laws if len(each.articles) > 20]
    law = data.draw(st.sampled_from(long))
    newest = real_laws.versions(law.title)[0]
    articles = [each for each in newest.articles.values() if len(each.words) > 60]
    article = data.draw(st.sampled_from(articles))
    start = data.draw(st.integers(0, len(article.words) - 50))
    words = article.words[start : start + 50]
    quoted = "".join(
        sign + (data.draw(MARKS) if at % 9 == 5 else "") for at, sign in enumerate(words)
    )
    for found in _found(f"《{newest.title}》{article.name}：{quoted}", real_laws):
        assert (found.outcome, found.version) == (SAME, newest.version)
    changed = words[:20] + "驴" + words[21:]
    for found in _found(f"《{newest.title}》{article.name}：{changed}", real_laws):
        assert found.outcome in (DIFFERS, OLDER)
        assert "驴" in found.detail


def test_items_are_told_apart_whatever_the_width_of_their_brackets() -> None:
    """Some texts write (一), most write （一）."""
    lines = ("有下列情形之一的停渡：", "(一)大风；", "(二)大雾。", "其他情形另定。")
    article = Article((4, 0), lines)

    assert article.part(0, 2) == "(二)大雾。"
    assert article.part(2, 0) == "其他情形另定。"
