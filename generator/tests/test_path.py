"""How long a flow takes: the longest way that reaches an end, by the kinds of its days."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from generator.model.flow import Flow, StepKind
from generator.model.graph import Graph, graph_of, longest_path
from generator.model.path import path_time
from generator.tests.strategies import flows


def flow(*steps: dict[str, object]) -> Flow:
    """Steps as a clerk writes them → a flow."""
    return Flow.model_validate({"名称": "流程", "步骤": list(steps)})


def test_the_longer_branch_counts() -> None:
    """Three days one way, seven the other: seven."""
    made = flow(
        {"开始": "来", "岗位": "甲"},
        {"判断": "急不急？", "否": "慢"},
        {"步骤": "快办", "时限": "3个工作日", "转": "完"},
        {"步骤": "慢", "时限": "7个工作日"},
        {"结束": "完"},
    )

    assert path_time(made).in_words() == "7个工作日"


def test_a_branch_that_only_leads_back_is_no_way_to_an_end() -> None:
    """Putting papers right takes days, but the case ends on the other branch."""
    made = flow(
        {"开始": "来", "代号": "来", "岗位": "甲"},
        {"判断": "齐不齐？", "是": "办", "否": "补"},
        {"步骤": "补正", "代号": "补", "时限": "30日", "转": "来"},
        {"步骤": "办理", "代号": "办", "时限": "5日"},
        {"结束": "完"},
    )

    assert path_time(made).in_words() == "5日"


def test_waiting_and_what_is_not_counted_are_left_out() -> None:
    """等待 and 不计入 add nothing; kinds are added apart."""
    made = flow(
        {"开始": "来", "岗位": "甲", "时限": "2个工作日"},
        {"等待": "上级批复", "时限": "60日"},
        {"步骤": "听证", "时限": "20日", "计时": "不计入"},
        {"步骤": "公示", "时限": "7日"},
        {"结束": "完"},
    )

    assert path_time(made).in_words() == "2个工作日加7日"


def test_the_days_of_a_flow_inside_count() -> None:
    """A step that stands for another flow takes as long as that flow."""
    inner = flow({"开始": "议", "岗位": "乙", "时限": "4日"}, {"结束": "定"})
    outer = flow({"开始": "来", "岗位": "甲"}, {"流程": "四议", "用": "siyi"}, {"结束": "完"})

    assert path_time(outer, lambda name: inner).in_words() == "4日"


def test_a_flow_of_one_step_takes_no_time() -> None:
    """Nothing that says a limit, nothing to tell."""
    assert path_time(flow({"开始": "来"})).in_words() == ""


def test_an_end_may_be_written_before_the_step_that_leads_to_it() -> None:
    """转 to an earlier 结束 is no loop."""
    made = flow(
        {"开始": "来", "岗位": "甲", "转": "办"},
        {"结束": "归档", "代号": "归档"},
        {"步骤": "办理", "代号": "办", "时限": "5日", "转": "归档"},
    )

    assert path_time(made).in_words() == "5日"


@given(flows())
def test_the_longest_way_goes_from_a_start_to_an_end(made: Flow) -> None:
    """Steps follow each other by transitions, and the last of them may end the flow."""
    graph = graph_of(made)
    length, way = longest_path(graph, tuple(1 for _ in made.steps))

    assert length == len(way) == len(set(way))
    assert all(after in _after(graph, before) for before, after in pairwise(way))
    if way:
        assert way[0] == 0 or not graph.entering(way[0])
        assert made.steps[way[-1]].kind is StepKind.END or None in _after(graph, way[-1])
    else:
        assert not [n for n in _reached(graph) if made.steps[n].kind is StepKind.END]


def _after(graph: Graph, step: int) -> set[int | None]:
    return {edge.target for edge in graph.leaving(step)}


def _reached(graph: Graph) -> set[int]:
    """Steps that some way from the first step reaches."""
    waiting, reached = [0], set[int]()
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += [target for target in _after(graph, step) if target is not None]
    return reached
