"""Every way in which lists write a basis gives the law, its number and its articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.citation import Cited, Provision, read_citation
from generator.model.law import Citation
from generator.model.numeral import han_of, number_of

P = Provision

FORMS: dict[str, tuple[Cited, ...]] = {
    "《行政许可法》第四十二条": (Cited("行政许可法", "", (P(42),)),),
    "《行政许可法》第42条": (Cited("行政许可法", "", (P(42),)),),
    "《行政许可法》第４２条": (Cited("行政许可法", "", (P(42),)),),
    "《行政许可法》　第四十二条\r\n": (Cited("行政许可法", "", (P(42),)),),
    "《行政 许可法》第 四十二 条": (Cited("行政许可法", "", (P(42),)),),
    "《甲法》第四十二条第一款第（三）项": (Cited("甲法", "", (P(42, 0, 1, 3),)),),
    "《甲法》第四十二条第一款第(三)项": (Cited("甲法", "", (P(42, 0, 1, 3),)),),
    "《甲法》第四十二条第一款第三项": (Cited("甲法", "", (P(42, 0, 1, 3),)),),
    "《甲法》第四十二条第（三）项": (Cited("甲法", "", (P(42, 0, 0, 3),)),),
    "《甲法》第四十二条（三）项": (Cited("甲法", "", (P(42, 0, 0, 3),)),),
    "《甲法》第四十二条第一、二款": (Cited("甲法", "", (P(42, 0, 1), P(42, 0, 2))),),
    "《甲法》第四十二条第一款、第二款": (Cited("甲法", "", (P(42, 0, 1), P(42, 0, 2))),),
    "《甲法》第五条第（一）、（二）项": (Cited("甲法", "", (P(5, 0, 0, 1), P(5, 0, 0, 2))),),
    "《甲法》第五条第一款第一项、第二款": (Cited("甲法", "", (P(5, 0, 1, 1), P(5, 0, 2))),),
    "《甲条例》第十五条、第十六条": (Cited("甲条例", "", (P(15), P(16))),),
    "《甲条例》第十五条和第十六条": (Cited("甲条例", "", (P(15), P(16))),),
    "《甲条例》第十五、十六条": (Cited("甲条例", "", (P(15), P(16))),),
    "《甲条例》第十五条至第十八条": (Cited("甲条例", "", (P(15), P(16), P(17), P(18))),),
    "《甲条例》第十五至十八条": (Cited("甲条例", "", (P(15), P(16), P(17), P(18))),),
    "《甲条例》第15-17条": (Cited("甲条例", "", (P(15), P(16), P(17))),),
    "《刑法》第一百二十条之一": (Cited("刑法", "", (P(120, 1),)),),
    "《刑法》第一百零五条第二款": (Cited("刑法", "", (P(105, 0, 2),)),),
    "《甲法（2018年修正）》第三条": (Cited("甲法", "", (P(3),)),),
    "《甲办法（试行）》第三条": (Cited("甲办法（试行）", "", (P(3),)),),
    "《甲法》（2018年修正）第三条": (Cited("甲法", "", (P(3),)),),
    "《甲法》（根据《关于修改〈甲法〉的决定》修正）第三条": (Cited("甲法", "", (P(3),)),),
    "《关于〈甲办法〉有关问题的批复》第三条": (Cited("关于〈甲办法〉有关问题的批复", "", (P(3),)),),
    "《关于《甲办法》有关问题的批复》第三条": (Cited("关于《甲办法》有关问题的批复", "", (P(3),)),),
    "《关于<甲办法>的通知》": (Cited("关于〈甲办法〉的通知"),),
    "《甲意见》（示例发〔2015〕21号）": (Cited("甲意见", "示例发〔2015〕21号"),),
    "《甲意见》示例发[2015]21号第三条": (Cited("甲意见", "示例发[2015]21号", (P(3),)),),
    "《甲决定》（国务院令第412号）附件第193项": (Cited("甲决定", "国务院令第412号"),),
    "行政许可法第四十二条": (Cited("行政许可法", "", (P(42),)),),
    "行政许可法第四十二条第二款规定": (Cited("行政许可法", "", (P(42, 0, 2),)),),
    "《行政许可法第四十二条": (Cited("行政许可法", "", (P(42),)),),
    "行政许可法》第四十二条": (Cited("行政许可法", "", (P(42),)),),
    "《行政许可法》": (Cited("行政许可法"),),
    "行政许可法": (Cited("行政许可法"),),
    "示例发〔2015〕21号": (Cited("示例发〔2015〕21号", "示例发〔2015〕21号"),),
    "关于执行行政许可法第四十二条的通知": (Cited("关于执行行政许可法第四十二条的通知"),),
    "《甲法》第三条；《乙法》第五条": (Cited("甲法", "", (P(3),)), Cited("乙法", "", (P(5),))),
    "《甲法》第三条、《乙法》第五条": (Cited("甲法", "", (P(3),)), Cited("乙法", "", (P(5),))),
    "《甲法》第五条（一）（二）项": (Cited("甲法", "", (P(5, 0, 0, 1), P(5, 0, 0, 2))),),
    "《甲法》第五条第（一）项至第（三）项": (
        Cited("甲法", "", (P(5, 0, 0, 1), P(5, 0, 0, 2), P(5, 0, 0, 3))),
    ),
    "《甲法》第五条第一款至第三款": (Cited("甲法", "", (P(5, 0, 1), P(5, 0, 2), P(5, 0, 3))),),
    "《甲法》第五条第⑶项": (Cited("甲法", "", (P(5, 0, 0, 3),)),),
    "《甲法》第五条第㈢项": (Cited("甲法", "", (P(5, 0, 0, 3),)),),
    "《甲法》第一○五条": (Cited("甲法", "", (P(105),)),),
    "《甲法》第一0五条": (Cited("甲法", "", (P(105),)),),
    "《甲法》（主席令第七号）第三条": (Cited("甲法", "主席令第七号", (P(3),)),),
    "《甲条例》（2015年国务院令第666号修订）第三条": (Cited("甲条例", "国务院令第666号", (P(3),)),),
    "甲厅关于乙的通知（甲字〔2015〕21号）": (Cited("甲厅关于乙的通知", "甲字〔2015〕21号"),),
    "【法律】《甲法》第三条": (Cited("甲法", "", (P(3),)),),
    "1.《甲法》第三条；2.《乙法》第五条": (
        Cited("甲法", "", (P(3),)),
        Cited("乙法", "", (P(5),)),
    ),
    "《甲法》第三条规定：“依照《乙法》第五条和本法第九条办理”": (Cited("甲法", "", (P(3),)),),
    "《甲法》第三条 “应当在第四十二条的期限内办理”": (Cited("甲法", "", (P(3),)),),
    "《关于“三定”规定的通知》第三条": (Cited("关于“三定”规定的通知", "", (P(3),)),),
    "《甲法》《乙法》": (Cited("甲法"), Cited("乙法")),
}


@pytest.mark.parametrize("text", FORMS, ids=str)
def test_a_basis_is_read_in_every_form(text: str) -> None:
    assert read_citation(text) == FORMS[text]


def test_a_citation_tells_title_and_articles_of_its_first_law() -> None:
    basis = Citation.model_validate("《甲法》第３条第一款、第三条第二款和第十二条；《乙法》第五条")
    assert basis.title == "甲法"
    assert basis.articles == ("第三条", "第十二条")


@given(st.integers(1, 9999))
def test_a_number_in_words_reads_back(number: int) -> None:
    assert number_of(han_of(number)) == number
    assert number_of(str(number)) == number


titles = st.text(st.sampled_from("甲乙丙法条例办关于的中华人民共和国"), min_size=1, max_size=12)
provisions = st.builds(P, st.integers(1, 500), st.just(0), st.integers(0, 9), st.integers(0, 20))


def written(provision: Provision) -> str:
    """第四十二条第一款第（三）项."""
    paragraph = f"第{han_of(provision.paragraph)}款" if provision.paragraph else ""
    sub = f"第（{han_of(provision.subparagraph)}）项" if provision.subparagraph else ""
    return f"{provision.article_in_words}{paragraph}{sub}"


@given(titles, st.lists(provisions, min_size=1, max_size=4))
def test_what_is_written_is_read(title: str, cited: list[Provision]) -> None:
    text = f"《{title}》{'、'.join(written(each) for each in cited)}"
    assert read_citation(text) == (Cited(title, "", tuple(cited)),)


@given(
    st.text(
        st.sampled_from("《》〈〉（）()第一二十百千条款项之、至〔2015〕号令甲法 　\r\n"),
        max_size=60,
    )
)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert read_citation(text)
