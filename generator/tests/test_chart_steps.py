"""Flows → step lists: everything a chart shows, in words."""

from __future__ import annotations

from generator.chart.steps import step_lines, to_text
from generator.model.graph import TransitionKind
from generator.tests.charts.samples import EVERY_KIND, LICENCE

LICENCE_READ_ALOUD = """\
1. ［开始］申请人：提出申请
   材料：申请书、施工图
   去向：接第2步
2. ［判断］窗口：材料齐不齐？
   时限：当场
   去向：是，到第4步；否，到第3步
3. 窗口：一次说清要补什么
   时限：5个工作日（不计入时限）
   去向：退回第1步
   风险点1（中）分几次才说全。措施：首问负责；两人以上同行，交叉互检。责任岗位：窗口负责人
4. 窗口：受理
   送达文书：受理通知书
   去向：接第5步
5. ［判断］科长：准不准？
   去向：是，到第6步；否，到第7步
6. ［结束］窗口：发证
   结果：准予
7. ［结束］科长：说明理由
   结果：不予
"""
EVERY_KIND_READ_ALOUD = """\
1. ［开始］村民：提出
   来源：来信、巡查
   去向：接第2步
2. 村委会、镇里：一起勘查
   去向：接第3步
3. ［判断］镇里：是哪类地？
   去向：建设用地，到第6步；农用地，到第4步；林地，去向未载明
4. 镇里：转用手续
   交由：ziran/xk-001
   依据：土地管理法44
   去向：接第5步
5. ［等待］镇里：等上级批复
   时限：60日（不计入时限）
   去向：接第6步
6. 村委会：公示
   去向：接第7步
7. ［表决］村委会：村民代表会议表决
   到会：三分之二以上组成人员；通过：到会人员过半数
   去向：通过，到第8步；未通过，到第15步
8. ［按另一流程办］村委会：四议两公开
   按流程：_common/siyi
   说明：按村里的规矩办
   去向：接第9步
9. 镇里：征求意见
   去向：同时开始第10步；同时开始第11步
10. 派出所：派出所出意见
   去向：接第12步
11. 镇里：水利所出意见
   去向：接第12步
12. 村委会、派出所：汇总
   等第10、11步都完成后
   去向：接第13步
13. ［判断］镇里：批不批？
   裁量：有
   去向：是，到第14步；否，去向未载明
14. ［结束］镇里：批准
15. ［结束］村委会：不再办理
   结果：终止
"""


def test_a_licence_reads_aloud() -> None:
    assert to_text(LICENCE) == LICENCE_READ_ALOUD


def test_every_kind_of_step_reads_aloud() -> None:
    assert to_text(EVERY_KIND) == EVERY_KIND_READ_ALOUD


def test_a_way_knows_its_target_and_its_field() -> None:
    ways = step_lines(LICENCE)[1].ways

    assert [(way.label, way.target, way.field) for way in ways] == [
        ("是", 4, "是"),
        ("否", 3, "否"),
    ]
    assert step_lines(LICENCE)[2].ways[0].kind is TransitionKind.RETURN


def test_risks_are_counted_through_the_flow() -> None:
    risks = [risk for line in step_lines(LICENCE) for risk in line.risks]

    assert [risk.number for risk in risks] == [1]
    assert risks[0].measures == ("首问负责", "两人以上同行，交叉互检")
