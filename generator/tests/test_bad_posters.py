"""Texts that others obey, on posters, notices and in booklets of units: set, and never obeyed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.model.registry import Registry
from generator.output import Printed
from generator.papers import book_of, posters_of
from generator.publish import typeset
from generator.render.notices import notices, with_guides
from generator.render.posters import Wish
from generator.render.review_sheet import review_sheet
from generator.render.site import Site
from generator.tests.conftest import FindTool
from generator.tests.load_world import copy_of, joined
from generator.tests.pdf_text import told_by
from generator.tests.print_book import ready_fonts
from generator.tests.test_bad_printed import PRINTABLE

ITEM = {
    "名称": PRINTABLE[0],
    "类别": "行政许可",
    "依据": ["《中华人民共和国行政许可法》第三十八条"],
    "流程": "zz-000",
    "责任": {"事项": [{"环节": "受理", "内容": text} for text in PRINTABLE]},
    "办事指南": {
        "受理条件": "\n\n".join(PRINTABLE),
        "申请材料": [{"名称": text, "说明": text} for text in PRINTABLE],
    },
}
FLOW = {
    "名称": PRINTABLE[0],
    "步骤": [
        {"开始": PRINTABLE[0], "岗位": "申请人"},
        *({"步骤": text, "岗位": "窗口"} for text in PRINTABLE),
        {"结束": "办结"},
    ],
}


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A unit with one more item, which says every text several times."""
    root = copy_of("full", tmp_path_factory.mktemp("posters"))
    unit = min(path.parent for path in (root / "powers").glob("*/unit.yml"))
    for folder, fields in (("items", ITEM), ("flows", FLOW)):
        (unit / folder).mkdir(exist_ok=True)
        text = json.dumps(fields, ensure_ascii=False)
        (unit / folder / "zz-000.yml").write_text(text, encoding="utf-8")
    return joined(root)


def _document(registry: Registry, kind: str) -> Printed:
    unit = next(u for u in registry.units if any(_is_ours(registry, u.id)))
    held = tuple(h for h in with_guides(registry, unit) if h.ref.id == "zz-000")
    site = Site(registry, {})
    makers: dict[str, Callable[[], Printed]] = {
        "poster": lambda: posters_of(registry, Wish(unit, "a.pdf", "zz-000"))[0],
        "notice": lambda: notices(site, unit, held, "b.pdf"),
        "booklet": lambda: book_of(registry, unit, "c.pdf")[0],
        "review": lambda: review_sheet(site, unit, "d.pdf"),
    }
    return makers[kind]()


def _is_ours(registry: Registry, identity: str) -> list[bool]:
    return [True for h in registry.powers[f"powers/{identity}"] if h.ref.id == "zz-000"]


@pytest.mark.parametrize("kind", ["poster", "notice", "booklet", "review"])
def test_every_text_is_set_to_the_letter_and_leads_nowhere(
    registry: Registry, repository: Path, tmp_path: Path, tool: FindTool, kind: str
) -> None:
    content, problems = typeset.typeset(_document(registry, kind), ready_fonts(repository))
    assert problems == []
    assert content is not None
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    wanted = PRINTABLE[:1] if kind == "review" else PRINTABLE
    told = told_by(path, tool)
    assert [text for text in wanted if "".join(text.split()) not in told] == []
    links = [
        note.get_object() for page in PdfReader(path).pages for note in page.get("/Annots", ())
    ]
    assert [link for link in links if "/URI" in link.get("/A", {})] == []
    assert b"/JavaScript" not in content
