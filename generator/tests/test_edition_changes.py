"""Two editions of a handbook: exactly the items are told whose print differs, whatever the edit."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.chart import gallery_of
from generator.load import load
from generator.load.edition_file import read_edition
from generator.model.body import Village
from generator.model.edition import BookEdition, EditionItem, edition_json, edition_schema
from generator.model.edition_changes import Change, changes_between, shortened
from generator.model.micro_power import Chapter
from generator.model.registry import Registry
from generator.problem import stops
from generator.render import render_handbooks
from generator.render.back_matter import council_of
from generator.render.booklet import Entry, Handbook
from generator.render.edition import with_pages
from generator.render.handbook import Book
from generator.tests.edits import edited_texts
from generator.tests.load_world import copy_of, edited

VILLAGE = "villages/beishan/shangcun.yml"
ITEM = "villages/_common/items/bm-001.yml"
FILES = (
    *(VILLAGE, ITEM, "villages/_common/items/rc-001.yml", "powers/district.yml"),
    *("villages/_common/flows/daiban.yml", "villages/_common/flows/siyi.yml"),
    *("powers/beishan/unit.yml", "powers/beishan/items/bs-001.yml"),
)
"""What the handbook of 上村 is made from."""

_WORDS = re.compile(r"[\u4e00-\u9fff，]{2,}(?![\u4e00-\u9fff]*:)|\d+(?=[件份日本元天个])")
_NOT_SAID = {"number", "source", "qr"}
"""Of an item: its place in this book, the file behind it, and the address."""


def registry_in(root: Path) -> Registry | None:
    """A district; None where it has errors."""
    registry, problems = load(root)
    return None if stops(problems) else registry


def book_in(root: Path) -> Book | None:
    """The handbook of 上村; None where the district has errors or no such village."""
    registry = registry_in(root)
    named = [v for v in registry.villages if v.id == "beishan/shangcun"] if registry else []
    return book_of(registry, named[0]) if registry and named else None


def book_of(registry: Registry, village: Village) -> Book:
    """The handbook of a village, with the charts it shows."""
    held = registry.micro_powers_of(village)
    council = filter(None, [council_of(registry, village)])
    charts = gallery_of(registry, held, council, lambda done, total: None)
    (book,) = render_handbooks(registry, charts, (village,))
    return book


def said(book: Book) -> dict[str, str]:
    """All that the book prints of each item, by its code: an oracle that knows no edition file."""
    entries = [(c.name, entry) for c in book.handbook.chapters for entry in c.entries]
    codes = [item.code for item in book.edition.items]
    return {
        code: json.dumps([part, _said(book, entry)], ensure_ascii=False)
        for code, (part, entry) in zip(codes, entries, strict=True)
    }


def _said(book: Book, entry: Entry) -> list[object]:
    told = {name: value for name, value in asdict(entry).items() if name not in _NOT_SAID}
    if len(entry.flows) == 1:
        told["flows"][0]["name"] = ""
    back = book.handbook.back
    papers = [each.papers for each in back.spending if each.number == entry.number]
    decided = back.council is not None and entry.number in back.council.numbers
    return [told, papers, decided]


def outside(handbook: Handbook) -> str:
    """All that the book prints outside the items, but what only tells one edition from another."""
    told = asdict(handbook)
    for name in ("chapters", "accent", "edition", "source", "imprint", "footer", "web"):
        del told[name]
    for name in ("index", "spending"):
        del told["back"][name]
    if told["back"]["council"]:
        del told["back"]["council"]["numbers"]
    held = handbook.footer.split("　")[1:]
    web = [fact for fact in handbook.imprint if fact.label == "网址"]
    return json.dumps([told, held, [asdict(fact) for fact in web]], ensure_ascii=False)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the full world, in which one file at a time is edited."""
    return copy_of("full", tmp_path_factory.mktemp("edition"))


@pytest.fixture(scope="module")
def before(world: Path) -> Book:
    """The book that people hold."""
    book = book_in(world)
    assert book is not None
    return book


@st.composite
def reworded(draw: st.DrawFn, text: str) -> str:
    """A text in which some words of values have got a sign more or have gone."""
    places = [match.span() for match in _WORDS.finditer(text)]
    for start, end in sorted(draw(st.lists(st.sampled_from(places), max_size=3)), reverse=True):
        text = text[:start] + draw(st.sampled_from(("新的", "")))[: end - start] + text[end:]
    return text


def test_exactly_the_items_whose_print_differs_are_told(world: Path, before: Book) -> None:
    @settings(max_examples=120, suppress_health_check=[*HealthCheck])
    @given(st.data())
    def tried(data: st.DataObject) -> None:
        path = world / data.draw(st.sampled_from(FILES))
        text = path.read_text("utf-8")
        fresh = data.draw(st.one_of(reworded(text), reworded(text), edited_texts(text)))
        try:
            path.write_bytes(fresh.encode("utf-8", "surrogatepass"))
            after = book_in(world)
        finally:
            path.write_text(text, "utf-8")
        assume(after is not None)
        if after is not None:
            _compare(before, after)

    tried()


def _compare(before: Book, after: Book) -> None:
    changes = changes_between(before.edition, after.edition)
    was, now = said(before), said(after)
    pairs = ((each.before, each.changes) for each in changes.changed)
    told = {item.code: rows for item, rows in pairs if isinstance(item, EditionItem)}
    assert set(told) == {code for code in was if code in now and was[code] != now[code]}
    assert all(told.values())
    assert {item.code for item in changes.added} == now.keys() - was.keys()
    assert {item.code for item in changes.removed} == was.keys() - now.keys()
    facts = (*changes.facts, *changes.facts_added, *changes.facts_removed)
    assert bool(facts) == (outside(before.handbook) != outside(after.handbook))


def test_the_same_book_has_no_changes(before: Book) -> None:
    assert not changes_between(before.edition, before.edition)
    paged = with_pages(before.edition, 24, {"item-1": 6})
    assert [item.page for item in paged.items][:2] == [6, 0]
    assert not changes_between(paged, before.edition)


def test_the_file_is_read_as_it_was_written(before: Book, tmp_path: Path) -> None:
    path = tmp_path / "shangcun.json"
    path.write_bytes(edition_json(before.edition))
    read, problems = read_edition(path, "shangcun.json")
    assert problems == ()
    assert read is not None
    assert edition_json(read) == path.read_bytes()


def test_the_schema_names_every_field_of_the_file(before: Book) -> None:
    schema = json.loads(edition_schema())
    told = json.loads(edition_json(before.edition))
    assert set(told) == set(schema["properties"])
    assert all(field["description"] for field in schema["properties"].values())
    assert set(told["事项"][0]) == set(schema["$defs"]["EditionItem"]["properties"])


def _changed(world: Path, before: Book, *edits: tuple[str, str, str]) -> tuple[Change, ...]:
    """The world with some edits, undone afterwards → what changed in its items, in one row."""
    kept = {file: (world / file).read_bytes() for file, _, _ in edits}
    try:
        for edit in edits:
            edited(world, *edit)
        after = book_in(world)
    finally:
        for file, content in kept.items():
            (world / file).write_bytes(content)
    assert after is not None
    found = changes_between(before.edition, after.edition)
    return tuple(change for each in (*found.facts, *found.changed) for change in each.changes)


def test_a_new_limit_is_told_as_old_and_new(world: Path, before: Book) -> None:
    told = _changed(world, before, (VILLAGE, "承诺: 5个工作日", "承诺: 6个工作日"))
    assert told == (Change("时限", "5个工作日", "6个工作日"),)


def test_a_phone_is_told_wherever_it_is_printed(world: Path, before: Book) -> None:
    told = _changed(world, before, (VILLAGE, "电话: 0355-0000101", "电话: 0355-0000109"))
    assert told == (Change("电话", "0355-0000101", "0355-0000109"),) * 3


def test_a_step_is_told_with_its_number_and_the_chart_follows(world: Path, before: Book) -> None:
    file = "villages/_common/flows/daiban.yml"
    told = _changed(world, before, (file, "村民到村委会提出", "村民来提出"))
    assert told == (Change("办理步骤第1步", "村民　村民到村委会提出", "村民　村民来提出"),)
    told = _changed(world, before, (file, "  - 流程: 四", "  - 步骤: 收件\n  - 流程: 四"))
    assert Change("流程图", "", "跟着步骤改了") in told


def test_a_document_more_and_an_order_changed_are_told(world: Path, before: Book) -> None:
    told = _changed(world, before, (ITEM, "[申请书, ", "[申请书, 照片, "))
    assert told == (Change("带什么", "", "照片"),)
    told = _changed(world, before, (ITEM, "[村务公开栏, 广播]", "[广播, 村务公开栏]"))
    assert told == (Change("公开", "村务公开栏、广播", "广播、村务公开栏"),)


def test_of_a_long_text_only_the_sentences_that_differ_are_told() -> None:
    old = "先到村里报名。带上身份证和户口簿，没有的先去补。等三天听信。"
    assert shortened(old, old.replace("三天", "五天")) == ("……等三天听信。", "……等五天听信。")
    assert shortened(old, f"{old}不收费。") == ("", "……不收费。")
    assert shortened("三天", "五天") == ("三天", "五天")


def test_an_item_of_another_part_is_told(before: Book) -> None:
    item = before.edition.items[0].model_copy(update={"part": Chapter.SERVICES.value})
    moved = before.edition.model_copy(update={"items": (item, *before.edition.items[1:])})
    assert _of(before.edition, moved) == (Change("属于", "日常工作", "便民服务"),)


def _of(old: BookEdition, new: BookEdition) -> tuple[Change, ...]:
    return tuple(change for each in changes_between(old, new).changed for change in each.changes)
