"""What stands behind the items of a handbook: council, spending, blank forms, the index."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.chart.charts import charts_of
from generator.load import load
from generator.model.chart_key import chart_id, flow_key
from generator.model.registry import Registry
from generator.publish import typeset
from generator.publish.fonts import Fonts
from generator.render.back_matter import COUNCIL, back_matter
from generator.render.booklet import (
    BackMatter,
    Council,
    CouncilStep,
    Fact,
    Handbook,
    IndexGroup,
    Spending,
)
from generator.render.site import Site
from generator.tests.print_book import entry, handbook, printed, ready_fonts

STEPS = (
    CouncilStep(1, "村党组织书记", "党组织提议", "5日", (), ""),
    CouncilStep(
        2, "村民代表会议", "讨论决定", "", ("到会：三分之二以上", "通过：过半数"), "未通过，到第3步"
    ),
    CouncilStep(3, "", "不得办理", "", (), ""),
)
BACK = BackMatter(
    Council(COUNCIL, "大事这样定。", "《中华人民共和国村民委员会组织法》第二十四条", STEPS, (1,)),
    (Spending(1, "村级工程项目建设", (Fact("500元以下", "村委会主任"),), ("验收单",)),),
    (IndexGroup("C", (("村级工程项目建设", 1),)), IndexGroup("P", (("批地基", 2),))),
)


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


@pytest.fixture(scope="module")
def registry(repository: Path) -> Registry:
    found, _ = load(repository)
    assert found is not None
    return found


def _pages(book: Handbook, fonts: Fonts) -> list[str]:
    content, problems = typeset.typeset(printed(book), fonts)
    assert problems == []
    reader = PdfReader(io.BytesIO(content or b""))
    return [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]


def _page_of(pages: list[str], words: str) -> int:
    """The number of the last page that says this."""
    return max(number for number, text in enumerate(pages, 1) if words in text)


@pytest.mark.parametrize("items", [1, 2, 3, 4])
def test_the_council_lies_on_two_facing_pages(fonts: Fonts, items: int) -> None:
    entries = [entry(number, f"第{number}件事") for number in range(2, 2 + items)]
    pages = _pages(replace(handbook(*entries), back=BACK), fonts)
    left, right = _page_of(pages, "人够了才算数"), _page_of(pages, "未通过，到第3步")
    assert left % 2 == 0
    assert right == left + 1
    assert len(pages) % 4 == 0


def test_every_form_stands_on_one_page_and_in_the_contents(fonts: Fonts) -> None:
    pages = _pages(replace(handbook(), back=BACK), fonts)
    contents = next(text for text in pages if "拼音索引" in text)
    for name in (f"{COUNCIL}登记表", "公示样张", "意见反馈单", "支出审批和报账", "拼音索引"):
        number = _page_of([text.replace("意见反馈单。", "") for text in pages[:-1]], name)
        assert re.search(rf"{name}\.*{number}", contents), name
    form = pages[_page_of(pages, "应到实到同意") - 1]
    assert [word for word in ("党组织提议", "实施结果公开", "监督意见") if word not in form] == []


def test_the_index_names_the_page_of_each_item(fonts: Fonts) -> None:
    pages = _pages(replace(handbook(), back=BACK), fonts)
    index = pages[_page_of(pages, "按拼音第一个字母排") - 1]
    stands = [number for number, text in enumerate(pages, 1) if "俗称：批地基" in text][1]
    assert re.search(rf"批地基\.*{stands}", index)


def test_a_book_without_council_or_spending_has_lines_to_write_on(fonts: Fonts) -> None:
    pages = _pages(handbook(), fonts)
    assert "没有列明，请在这里写上" in "".join(pages)
    assert "人够了才算数" not in "".join(pages)


def _back(registry: Registry) -> BackMatter:
    """The back matter of the first village, with no more drawn than it needs."""
    charts = {
        flow_key(ref): charts_of(flow, chart_id(flow_key(ref)))
        for ref, flow in registry.flows.items()
        if flow.name == COUNCIL
    }
    village = registry.villages[0]
    held = registry.micro_powers_of(village)
    entries = [entry(number, each.item.name) for number, each in enumerate(held, 1)]
    return back_matter(Site(registry, charts), village, entries)


def test_the_council_is_told_by_its_flow(registry: Registry) -> None:
    council = _back(registry).council
    assert council is not None
    flow = next(flow for flow in registry.flows.values() if flow.name == COUNCIL)
    assert [step.words for step in council.steps] == [step.text for step in flow.steps]
    votes = [step.vote for step in council.steps if step.vote]
    told = [(f"到会：{s.quorum}", f"通过：{s.majority}") for s in flow.steps if s.quorum]
    assert votes == told
    held = registry.micro_powers_of(registry.villages[0])
    direct = {
        n for n, each in enumerate(held, 1) if any(u.flow.name == COUNCIL for u in each.flows)
    }
    assert direct < set(council.numbers)


def test_who_approves_spending_is_what_the_village_says(registry: Registry) -> None:
    spending = {each.name: each for each in _back(registry).spending}
    held = registry.micro_powers_of(registry.villages[0])
    said = {
        each.item.name: [Fact(s.amount, s.approver) for s in each.item.spending_authority]
        for each in held
        if each.item.spending_authority
    }
    assert {name: list(each.approvals) for name, each in spending.items()} == said
    assert said
    accounts = next(each for each in held if each.ref.id == "rc-001")
    papers = spending[accounts.item.name].papers
    assert len(set(papers)) == len(papers)
    assert {d for step in accounts.flows[0].flow.steps for d in step.documents} < set(papers)


def test_the_index_holds_every_name_once_under_the_letter_it_is_read_by(
    registry: Registry,
) -> None:
    index = _back(registry).index
    held = registry.micro_powers_of(registry.villages[0])
    names = sorted(name for h in held for name in {h.item.name, *h.item.aliases})
    assert sorted(name for group in index for name, _ in group.rows) == names
    assert [group.letter for group in index] == sorted({group.letter for group in index})
    assert "宅基地申请" in [name for g in index if g.letter == "Z" for name, _ in g.rows]


def test_a_village_without_the_flow_has_no_council(registry: Registry) -> None:
    other = replace(registry, flows={r: f for r, f in registry.flows.items() if f.name != COUNCIL})
    assert _back(other).council is None
