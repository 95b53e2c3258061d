"""How long a flow takes: the longest way that reaches an end, by the kinds of its days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.flow import Flow, StepKind
from generator.model.graph import Graph, Transition, TransitionKind, graph_of
from generator.model.longest import longest_path
from generator.model.path import path_time
from generator.tests.strategies import flows


@st.composite
def small_graphs(draw: st.DrawFn) -> tuple[Graph, tuple[int, ...]]:
    """Up to seven steps with any ways between them, some to nowhere, and a weight for each."""
    size = draw(st.integers(1, 7))
    targets = st.one_of(st.integers(0, size - 1), st.none())
    pairs = draw(st.lists(st.tuples(st.integers(0, size - 1), targets), max_size=14, unique=True))
    edges = [Transition(source, target, "", TransitionKind.FORWARD) for source, target in pairs]
    weights = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    return Graph(size, tuple(edges)), tuple(weights)


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


def test_a_month_is_longer_than_a_week_of_single_working_days() -> None:
    """Each working day may meet a holiday, but five of them do not take thirty days."""
    quick: list[dict[str, object]] = [
        {"步骤": f"快办{number}", "时限": "1个工作日"} for number in range(4)
    ]
    made = flow(
        {"开始": "来", "岗位": "甲"},
        {"判断": "急不急？", "否": "慢"},
        *quick,
        {"步骤": "快办完", "时限": "1个工作日", "转": "完"},
        {"步骤": "慢", "时限": "30个自然日"},
        {"结束": "完"},
    )

    assert path_time(made).in_words() == "30个自然日"


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


def test_what_is_put_right_before_and_after_a_second_look_counts_once() -> None:
    """Two ways into 补正: the first leads on from it, the second back to it."""
    made = flow(
        {"判断": "初看齐不齐？", "岗位": "甲", "是": "复看", "否": "补"},
        {"判断": "复看齐不齐？", "代号": "复看", "是": "完", "否": "补"},
        {"步骤": "补正", "代号": "补", "时限": "10日", "转": "复看"},
        {"结束": "完", "代号": "完"},
    )

    assert path_time(made).in_words() == "10日"


def test_several_starts_in_a_row_all_lead_to_the_step_behind_them() -> None:
    """A report does not lead to a patrol: both lead to taking the case up."""
    graph = graph_of(flow({"开始": "举报"}, {"开始": "巡查"}, {"步骤": "受理"}, {"结束": "完"}))

    assert [(edge.source, edge.target) for edge in graph.transitions] == [(0, 2), (1, 2), (2, 3)]
    assert graph.starts == (0, 1)


def test_of_branches_at_the_same_time_the_longest_counts() -> None:
    """Seven and three days side by side, then one: eight."""
    made = flow(
        {"开始": "来", "岗位": "甲", "并行": ["快", "慢"]},
        {"步骤": "快办", "代号": "快", "时限": "3日", "转": "汇总"},
        {"步骤": "慢办", "代号": "慢", "时限": "7日", "转": "汇总"},
        {"步骤": "汇总", "代号": "汇总", "等齐": "是", "时限": "1日"},
        {"结束": "完"},
    )

    assert path_time(made).in_words() == "8日"


@settings(max_examples=300)
@given(small_graphs())
def test_no_way_without_a_step_twice_is_longer(drawn: tuple[Graph, tuple[int, ...]]) -> None:
    """Against every such way, tried one by one, in graphs full of loops."""
    graph, weights = drawn
    length, way = longest_path(graph, weights)

    assert length == max((sum(weights[n] for n in each) for each in _ways(graph)), default=0)
    assert way == () or way in set(_ways(graph))


def test_a_flow_in_which_all_leads_to_all_is_answered_at_once() -> None:
    """Nobody waits for the last of countless ways; a long one is found all the same."""
    size = 40
    edges = tuple(
        Transition(one, other, "", TransitionKind.FORWARD)
        for one in range(size - 1)
        for other in range(size)
        if one != other
    )
    length, way = longest_path(Graph(size, edges), (1,) * size)

    assert length == len(way) == len(set(way)) == size


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


def _ways(graph: Graph) -> Iterator[tuple[int, ...]]:
    """Every way from a start to an end on which no step comes twice."""
    waiting: list[tuple[int, ...]] = [(start,) for start in graph.starts]
    while waiting:
        way = waiting.pop()
        after = _after(graph, way[-1])
        if not after or None in after:
            yield way
        waiting += [(*way, n) for n in after if n is not None and n not in way]


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
