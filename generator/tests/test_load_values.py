"""A field with a form of its own: what clerks rightly write is silent, what is odd is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.tests.load_world import added, copy_of, edited, report

ITEM = "powers/health/items/xk-001.yml"
UNIT = "powers/health/unit.yml"
DISTRICT = "powers/district.yml"
LAWS = "powers/laws.yml"
VILLAGE = "villages/hedong/dongtou.yml"
VOCABULARY = "powers/vocabulary.yml"
HOLIDAYS = "powers/holidays.yml"

_PHONE = "写号码，例如 0355-0000000 或 12345，几个号码用“、”隔开；没有就不写这一行"
_COUNT = "写数字，例如 1；要说明的写在“说明”里"

Field = tuple[str, str, str]
"""A file of the minimal world, what stands there, and what is put in its place around {}."""

UNIT_PHONE: Field = (UNIT, "电话: 0355-0000000", '电话: "{}"')
CONSULTATION: Field = (ITEM, "收费: 不收费", '办事指南: {{咨询: "{}"}}')
VISITS: Field = (ITEM, "收费: 不收费", '办事指南: {{到场次数: "{}"}}')
COPIES: Field = (
    ITEM,
    "收费: 不收费",
    '办事指南: {{申请材料: [{{名称: 申请表, 复印件: "{}"}}]}}',
)
PRINTED: Field = (VILLAGE, "编印日期: 2026-11", '编印日期: "{}"')
PRINT_RUN: Field = (VILLAGE, "编印日期: 2026-11", '印数: "{}"')
COVER: Field = (VILLAGE, "编印日期: 2026-11", '封面色: "{}"')
CODE: Field = (DISTRICT, "发布日期: 2026-11-22", '发布日期: 2026-11-22\n区划代码: "{}"')
ADDRESS: Field = (DISTRICT, "发布日期: 2026-11-22", '发布日期: 2026-11-22\n网址: "{}"')
READING: Field = (UNIT, "电话: 0355-0000000", '拼音: "{}"')
DAYS: Field = (LAWS, "日的含义: 工作日", '日的含义: "{}"')
LINK: Field = (LAWS, "日的含义: 工作日", '链接: "{}"')
LETTER: Field = (VOCABULARY, '次序: "3", 字母: 高', '次序: "3", 字母: "{}"')

SILENT: tuple[tuple[Field, str], ...] = (
    (UNIT_PHONE, "0355-0000000 12345 110 0355-0000000转801 （0355）0000000 +86-355-0000000"),
    (
        UNIT_PHONE,
        "0355-0000000、0000001 0355-0000000/0355-0000001 0355-0000000（工作日） 400-000-0000",
    ),
    (UNIT_PHONE, "0355-0000000，夜间0355-0000001 0355-0000000-801 拨打12345转本区"),
    (UNIT_PHONE, "0355-0000000/1 0355-12345 ０３５５－００００００００ 0355-0000000(办)、0000001"),
    (CONSULTATION, "0355-0000000 到镇便民中心咨询 https://example.invalid/"),
    (VISITS, "0 1 0次 1次 一次 最多跑一次 不超过1次 0-1次 无需到场 无 网办不用到场"),
    (COPIES, "0 1 2份 一式三份 每人一份 若干 核验原件 收原件 各一份 双份 壹份 电子版"),
    (PRINTED, "2016-01 2016-01-05 2016年1月 2016年 2016年12月1日"),
    (PRINT_RUN, "480 480册 四百八十 约500本"),
    (COVER, "蓝 绿 红 青 紫 棕 灰"),
    (CODE, "140411 140411001 140411001200"),
    (ADDRESS, "https://example.invalid/mingbai/ http://example.invalid"),
    (DAYS, "工作日 自然日 十日以内指工作日 二日、三日、五日、七日指工作日"),
    (LINK, "https://example.invalid/a"),
)

TOLD: tuple[tuple[Field, str, list[str]], ...] = (
    (
        UNIT_PHONE,
        "没有",
        [f"提醒[wrong-value] {UNIT}:3:5 “电话”填的是“没有”，里面没有电话号码 ⇒ {_PHONE}"],
    ),
    (
        UNIT_PHONE,
        "0355-00000",
        [
            f"提醒[wrong-value] {UNIT}:3:5 “电话”填的是“0355-00000”，"
            f"“0355-00000”有9位数字，不像电话号码 ⇒ {_PHONE}"
        ],
    ),
    (
        UNIT_PHONE,
        "1380000000",
        [
            f"提醒[wrong-value] {UNIT}:3:5 “电话”填的是“1380000000”，"
            f"“1380000000”有10位数字，不像电话号码 ⇒ {_PHONE}"
        ],
    ),
    (UNIT_PHONE, "0355-0000000 0355-0000001", []),
    (
        CONSULTATION,
        "无",
        [
            f"提醒[wrong-value] {ITEM}:11:12 “咨询”填的是“无”，群众没法咨询"
            " ⇒ 写咨询电话，或者写到哪里咨询；没有就不写这一行"
        ],
    ),
    (
        VISITS,
        "-1",
        [
            f"错误[wrong-value] {ITEM}:11:14 “到场次数”填的是“-1”，要填0或者正整数"
            " ⇒ 写几次、几份，例如 1"
        ],
    ),
    (
        VISITS,
        "1.5",
        [
            f"错误[wrong-value] {ITEM}:11:14 “到场次数”填的是“1.5”，要填0或者正整数"
            " ⇒ 写几次、几份，例如 1"
        ],
    ),
    (
        VISITS,
        "很多",
        [f"提醒[wrong-value] {ITEM}:11:14 “到场次数”填的是“很多”，看不出是几 ⇒ {_COUNT}"],
    ),
    (
        COPIES,
        "复印",
        [f"提醒[wrong-value] {ITEM}:11:30 “复印件”填的是“复印”，看不出是几 ⇒ {_COUNT}"],
    ),
    (
        PRINTED,
        "2016-13",
        [
            f"提醒[wrong-value] {VILLAGE}:7:21 “编印日期”填的是“2016-13”，看不出是哪年哪月"
            " ⇒ 写成 2016-01"
        ],
    ),
    (
        PRINT_RUN,
        "很多",
        [f"提醒[wrong-value] {VILLAGE}:7:19 “印数”填的是“很多”，看不出是几 ⇒ {_COUNT}"],
    ),
    (
        COVER,
        "天蓝",
        [
            f"错误[wrong-value] {VILLAGE}:7:20 “封面色”不能填“天蓝”"
            " ⇒ 是不是“蓝”；可以填：蓝、绿、红、青、紫、棕、灰"
        ],
    ),
    (
        CODE,
        "长治市",
        [
            f"错误[wrong-value] {DISTRICT}:3:7 “区划代码”填的是“长治市”，不是区划代码"
            " ⇒ 六位数字，例如 140411"
        ],
    ),
    (
        ADDRESS,
        "www.example.invalid",
        [
            f"错误[wrong-value] {DISTRICT}:3:5 “网址”填的是“www.example.invalid”，不是网站的地址"
            " ⇒ 以 https:// 开头；没有就不写这一行"
        ],
    ),
    (
        READING,
        "weishengju",
        [
            f"提醒[wrong-value] {UNIT}:3:5 “拼音”填的是“weishengju”，不像拼音"
            " ⇒ 一个字一个音节，中间空一格，例如 chang zhi"
        ],
    ),
    (READING, "Wèi shēng jú", []),
    (
        DAYS,
        "按工作日算",
        [
            f"提醒[wrong-value] {LAWS}:1:36 “日的含义”填的是“按工作日算”，看不出是工作日还是自然日"
            " ⇒ 写 工作日、自然日，或者“十日以内指工作日”“二日、三日、五日、七日指工作日”"
        ],
    ),
    (
        LINK,
        "javascript:alert(1)",
        [
            f"提醒[wrong-value] {LAWS}:1:34 “链接”填的是“javascript:alert(1)”，不是网页地址"
            " ⇒ 写完整的地址，以 https:// 开头"
        ],
    ),
    (
        LETTER,
        "特高",
        [
            f"提醒[wrong-value] {VOCABULARY}:6:36 “字母”填的是“特高”，有2个字"
            " ⇒ 图上只画得下一个字，例如 高"
        ],
    ),
)


def _said(tmp_path: Path, field: Field, text: str) -> list[str]:
    file, old, new = field
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new.format(text))
    return report(load(root)[1])


@pytest.mark.parametrize(("field", "texts"), SILENT, ids=[f"{f[2]} {t}" for f, t in SILENT])
def test_what_clerks_write_is_taken(tmp_path: Path, field: Field, texts: str) -> None:
    for number, text in enumerate(texts.split()):
        assert (text, _said(tmp_path / str(number), field, text)) == (text, [])


@pytest.mark.parametrize(
    ("field", "text", "expected"), TOLD, ids=[f"{f[2]} {t}" for f, t, _ in TOLD]
)
def test_what_is_odd_is_told(tmp_path: Path, field: Field, text: str, expected: list[str]) -> None:
    assert _said(tmp_path, field, text) == expected


def test_a_holiday_file_has_years(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    added(root, HOLIDAYS, "- {年: 二零二六, 放假: [2026-01-01]}\n")
    assert report(load(root)[1]) == [
        f"错误[wrong-value] {HOLIDAYS}:1:7 “年”填的是“二零二六”，要填四位的年份 ⇒ 例如 2026"
    ]


def test_a_claim_has_a_number(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    added(root, "powers/claims.yml", "- {说法: 减了一半, 指标: 精简比例, 数值: 一半}\n")
    assert report(load(root)[1]) == [
        "错误[wrong-value] powers/claims.yml:1:28 “数值”填的是“一半”，要填数字"
        " ⇒ 只写数字，单位写在“单位”里"
    ]
