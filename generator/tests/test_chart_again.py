"""What was drawn before of equal content is given again, and of nothing else."""

from __future__ import annotations

from generator.chart import charts_of, forget
from generator.chart.charts import laid_out
from generator.chart.text import width_of, wrap
from generator.model.flow import Flow, OwnWords
from generator.model.risk_scale import RiskMark, RiskScale

FIRST: dict[str, object] = {
    "开始": "申请",
    "岗位": "窗口",
    "风险": [{"高": "拖着不办", "措施": ["限时"]}],
}
LAST = {"结束": "发表"}
WRITTEN = {"名称": "领表", "步骤": [FIRST, LAST]}


def _flow(**changes: object) -> Flow:
    return Flow.model_validate({**WRITTEN, **changes})


def test_equal_flows_are_drawn_once() -> None:
    assert laid_out(_flow()) is laid_out(_flow())
    assert charts_of(_flow(), "a") is charts_of(_flow(), "a")


def test_what_is_forgotten_is_measured_and_drawn_anew() -> None:
    drawn = charts_of(_flow(), "a")
    forget()
    assert (wrap.cache_info().currsize, width_of.cache_info().currsize) == (0, 0)
    again = charts_of(_flow(), "a")
    assert again is not drawn
    assert again.spine_svg == drawn.spine_svg


def test_another_word_scale_or_page_is_drawn_anew() -> None:
    scale = RiskScale({"高": RiskMark("甲", 1)})
    drawn = charts_of(_flow(), "a")
    assert charts_of(_flow(名称="领证"), "a").spine_svg != drawn.spine_svg
    assert charts_of(_flow(), "a", scale).risk_svg != drawn.risk_svg
    assert charts_of(_flow(), "b").spine_svg != drawn.spine_svg


def test_an_adapted_flow_is_another_content() -> None:
    adapted = _flow().adapted(OwnWords({"窗口": "大厅"}))
    assert charts_of(adapted, "a").steps[0].post == "大厅"
    assert charts_of(_flow(), "a").steps[0].post == "窗口"


def test_flows_that_differ_only_in_a_field_that_few_have_are_not_taken_for_each_other() -> None:
    others: list[dict[str, object]] = [{"说明": "带身份证"}, {"材料": ["申请表"]}, {"风险": []}]
    drawn = charts_of(_flow(), "a")
    for other in others:
        again = charts_of(_flow(步骤=[{**FIRST, **other}, LAST]), "a")
        assert (again.steps, again.risk_svg) != (drawn.steps, drawn.risk_svg)
    assert charts_of(_flow(), "a") is drawn


def test_the_order_of_ways_is_content() -> None:
    ways = {"属实": "告知", "不属实": "了结"}
    rest = [{"步骤": "告知", "代号": "告知", "转": "了结"}, {"结束": "了结"}]
    drawn, other = (
        charts_of(_flow(步骤=[{"判断": "查实", "岗位": "窗口", "分支": dict(order)}, *rest]), "a")
        for order in (ways.items(), reversed(ways.items()))
    )
    assert drawn.lanes_svg != other.lanes_svg
