"""Every way in which lists write a time limit gives its amount and kind, or says it has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.law import Law
from generator.model.limit import DayKind, TimeLimit, parse_limit
from generator.model.numeral import han_of
from generator.model.period import says_how_often

W, C, L, M, Y, H = (
    DayKind.WORKING,
    DayKind.CALENDAR,
    DayKind.STATED_BY_LAW,
    DayKind.MONTH,
    DayKind.YEAR,
    DayKind.HOUR,
)

SAME = {
    (0, DayKind.AT_ONCE): """
        当场 即时 即办 即办件
        当日 当场办结 当场办结。 即时办结件 当场决定 即来即办 立等可取 当天办结
        """,
    (20, W): """
        20个工作日 20个工作日内 20工作日 ２０个工作日 二十个工作日 二十个工作日以内
        不超过20个工作日 20个工作日（不含公示） 20个工作日(不含现场核查) 20个工作日之内
        自受理之日起20个工作日内 受理后20个工作日内办结 20天（工作日） 20日（工作日）
        15-20个工作日 15至20个工作日 20个法定工作日 20（工作日）
        20(个工作日)内 ≤20个工作日 20个工作日；
        限时20个工作日 承诺20个工作日内办结 材料齐全的，20个工作日内办结
        一次性告知后，20个工作日
        自一并收到全部材料之日起20个工作日内 20个工作日内作出是否准予许可的书面决定
        信息形成或者变更之日起20个工作日内 二十（20）个工作日 20个工作日以内（含20个工作日）
        """,
    (10, L): "十日 十日内 10日 10日内 自收到之日起十日内 最迟10日",
    (15, C): "15天 十五天 15个自然日 15日历天 15日（自然日） 半个月",
    (7, C): "一周 1周内 一个星期",
    (2, M): "2个月 两个月 二个月内 2月",
    (6, M): "半年 半年内 6个月 六个月",
    (1, Y): "1年 一年内",
    (24, H): "24小时 24个小时内 二十四小时",
    (1, C): "半天 半日内 1天",
    (1, W): "半个工作日 0.5个工作日内 1个工作日",
    (1, H): "60分钟 30分钟内",
    (120, L): "一百二十日 120日",
    (105, L): "一百零五日 105日",
    (7, L): "不少于7日 七日 至少7日 7日以上 公示7日 公示期不少于7日",
    (3, M): "一个季度 3个月 三个月以内",
    (None, None): """
        及时 随时 法律未规定 视情况 无 — 尽快 每季度15日前 每年1月31日前 5 五个 工作日
        当场或者5个工作日 5个工作日加10日 三个月后5个工作日
        15个工作日，可延长10个工作日 20日内作出决定，特殊情况30日 法律法规未规定
        第15个工作日
        15周岁 5个工作日内延长10日 1.5个月 2016年1月 20个工作日20个工作日
        """,
}
"""What a limit means → ways to write it."""

FORMS: dict[str, tuple[int | None, DayKind | None]] = {
    **{form: meant for meant, forms in SAME.items() for form in forms.split()},
    "20 个工作日": (20, W),
    "　20个工作日 ": (20, W),
    "20个\r\n工作日": (20, W),
    "": (None, None),
    "（" * 80: (None, None),
}


@pytest.mark.parametrize("text", FORMS, ids=str)
def test_a_limit_is_read_in_every_form(text: str) -> None:
    amount, kind = FORMS[text]
    assert parse_limit(text) == TimeLimit(text, amount, kind)


@given(
    amount=st.integers(1, 999),
    unit=st.sampled_from(
        (("个工作日", W), ("日", L), ("天", C), ("个月", M), ("年", Y), ("小时", H))
    ),
    around=st.tuples(
        st.sampled_from(("", "不超过", "自受理之日起", " ", "　")),
        st.sampled_from(("", "内", "以内", "（节假日顺延）", " ", "内办结")),
    ),
)
def test_digits_and_han_numbers_mean_the_same(
    amount: int, unit: tuple[str, DayKind], around: tuple[str, str]
) -> None:
    word, kind = unit
    before, after = around
    for number in (str(amount), han_of(amount), "".join(chr(ord(d) + 0xFEE0) for d in str(amount))):
        limit = parse_limit(f"{before}{number}{word}{after}")
        assert (limit.amount, limit.kind) == (amount, kind)


limits = st.builds(TimeLimit, st.just(""), st.integers(0, 400), st.sampled_from(DayKind))


@given(limits, limits)
def test_no_two_limits_are_each_longer_than_the_other(one: TimeLimit, other: TimeLimit) -> None:
    assert not (one.exceeds(other) and other.exceeds(one))


@given(limits)
def test_a_limit_is_never_longer_than_itself(limit: TimeLimit) -> None:
    assert limit.exceeds(limit) is False


@given(st.text(max_size=80))
def test_any_text_is_a_limit_or_says_no_length(text: str) -> None:
    limit = parse_limit(text)
    assert limit.text == text
    assert (limit.amount is None) == (limit.kind is None)


@pytest.mark.parametrize(
    ("meaning", "days", "kind"),
    [
        ("工作日", 20, W),
        ("自然日", 20, C),
        ("二日、三日、五日、七日指工作日", 7, W),
        ("二日、三日、五日、七日指工作日", 10, C),
        ("十日以内指工作日", 10, W),
        ("十日以内指工作日", 30, C),
        ("", 10, None),
    ],
)
def test_a_law_says_what_its_days_are(meaning: str, days: int, kind: DayKind | None) -> None:
    law = Law.model_validate({"名称": "甲法", "位阶": "法律", "日的含义": meaning})
    assert law.day_kind(days) is kind


OFTEN = """
    每季度15日前 每年1月31日前 每月10日前 每季度末 每半年一次 每年
    按季度 逐月 季度 半年 随时 及时公开
    事前公示 每次 一事一公开 发生后三日内
    村委会换届时
    形成之日起20个工作日内 7日内 每届任期内 长期
"""


@pytest.mark.parametrize("text", OFTEN.split())
def test_a_period_says_how_often(text: str) -> None:
    assert says_how_often(text)


@pytest.mark.parametrize("text", ["按规定", "视情况", "公开栏", "定期", "15日前", ""])
def test_a_period_without_a_rhythm_says_nothing(text: str) -> None:
    assert not says_how_often(text)
