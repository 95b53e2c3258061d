"""Steps → names that last: an address that somebody noted still leads to the step."""

from __future__ import annotations

from generator.model.flow import Flow
from generator.model.step_key import step_keys


def keys_of(*steps: dict[str, str]) -> dict[str, str]:
    """Steps → their names by text."""
    flow = Flow.model_validate({"名称": "流程", "步骤": list(steps)})
    return dict(zip((step.text for step in flow.steps), step_keys(flow), strict=True))


def test_a_step_put_in_before_others_changes_no_name() -> None:
    before = keys_of({"开始": "申请"}, {"步骤": "审查"}, {"结束": "办结"})
    after = keys_of({"开始": "申请"}, {"步骤": "登记"}, {"步骤": "审查"}, {"结束": "办结"})

    assert {text: after[text] for text in before} == before
    assert after["登记"] not in before.values()


def test_a_step_with_a_code_keeps_its_name_when_its_text_changes() -> None:
    before = keys_of({"开始": "申请"}, {"步骤": "审查", "代号": "审"})
    after = keys_of({"开始": "申请"}, {"步骤": "审查材料", "代号": "审"})

    assert after["审查材料"] == before["审查"]


def test_steps_that_say_the_same_have_different_names() -> None:
    flow = Flow.model_validate({"名称": "流程", "步骤": [{"步骤": "公示"}] * 3})

    assert len(set(step_keys(flow))) == 3
