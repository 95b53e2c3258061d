"""A paper of a flow has the item's own name; a name that the flow does not give out is told."""

from __future__ import annotations

from pathlib import Path

from generator.load import load
from generator.tests.load_world import WORLDS, copy_of, edited, joined, report

ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
END = "  - 结束: 发给许可证\n"


def test_an_item_has_its_flow_with_its_own_papers() -> None:
    full = joined(WORLDS / "full")
    holding = next(held for held in full.powers["powers/education"] if held.ref.id == "xk-001")
    own, usual = holding.flows[0].flow, full.flows[holding.flows[0].ref]
    given = [step.served_documents for step in own.steps if step.served_documents]
    assert given == [("校车使用许可受理通知书",)]
    assert [s.served_documents for s in usual.steps if s.served_documents] == [("受理通知书",)]


def test_only_a_paper_differs_and_the_flow_is_the_items_own(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, FLOW, END, f"{END}    送达文书: [许可证]\n")
    edited(root, ITEM, "流程: xuke", "流程: {用: xuke, 文书: {许可证: 卫生许可证}}")
    (used,) = joined(root).powers["powers/health"][0].flows
    assert used.adapted
    assert [s.served_documents for s in used.flow.steps if s.served_documents] == [("卫生许可证",)]


def test_a_paper_that_the_flow_does_not_give_out_is_told(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, FLOW, END, f"{END}    送达文书: [许可证件]\n")
    edited(root, ITEM, "流程: xuke", "流程: {用: xuke, 文书: {许可证: 卫生许可证}}")
    assert report(load(root)[1]) == [
        f"错误[unknown-reference] {ITEM}:5:20 找不到流程“许可流程”的送达文书“许可证”"
        " ⇒ 是不是“许可证件”"
    ]
