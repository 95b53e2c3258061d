"""Texts that others obey, in a printed handbook: set to the letter, and obeyed by nothing."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.chart import gallery
from generator.publish import typeset
from generator.render.site import Site
from generator.tests.conftest import FindTool
from generator.tests.hostile import HOSTILE
from generator.tests.load_world import copy_of, joined
from generator.tests.print_book import handbooks, ready_fonts

PRINTABLE = tuple(text for text in HOSTILE if "⟦" not in text)
"""The font lacks those brackets, which is reported and never printed as a blank."""

ITEM = {
    "名称": PRINTABLE[0],
    "俗称": [PRINTABLE[1]],
    "分类": "便民服务",
    "办理方式": "代办",
    "依据": ["《社会救助暂行办法》第十一条"],
    "责任岗位": "村委会主任",
    "流程": "zz-000",
    "群众怎么办": "\n\n".join(PRINTABLE),
    "申请材料": [{"名称": text, "说明": text} for text in PRINTABLE],
    "标准": [{"对象": text, "金额": text} for text in PRINTABLE],
    "时限": {"承诺": "10个工作日"},
    "监督": "村务监督委员会",
}
FLOW = {
    "名称": PRINTABLE[0],
    "步骤": [
        {"开始": PRINTABLE[0], "岗位": "村民"},
        *({"步骤": text, "岗位": "村委会主任"} for text in PRINTABLE),
        {"结束": "办结"},
    ],
}


@pytest.fixture(scope="module")
def pdf(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The handbook of a village with one more item, which says every text several times."""
    root = copy_of("full", tmp_path_factory.mktemp("printed"))
    for folder, fields in (("items", ITEM), ("flows", FLOW)):
        file = root / f"villages/_common/{folder}/zz-000.yml"
        file.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    registry = joined(root)
    charts = gallery(registry, lambda _done, _all: None)
    site = Site(registry, charts)
    content, problems = typeset.typeset(next(handbooks(site)), ready_fonts(repository))
    assert problems == []
    assert content
    return content


def test_a_handbook_says_every_text_to_the_letter(
    pdf: bytes, tmp_path: Path, tool: FindTool
) -> None:
    """As often as a harmless one would stand there: steps, documents, standards, what to do."""
    (tmp_path / "a.pdf").write_bytes(pdf)
    words = [str(tool("pdftotext")), str(tmp_path / "a.pdf"), "-"]
    told = "".join(subprocess.run(words, capture_output=True, check=True).stdout.decode().split())
    missing = [text for text in PRINTABLE if "".join(text.split()) not in told]
    assert missing == []


def test_a_handbook_leads_nowhere_that_a_text_names(pdf: bytes) -> None:
    """No link, script or file of the texts is in the PDF."""
    reader = PdfReader(io.BytesIO(pdf))
    actions = [
        annotation.get_object().get("/A", {})
        for page in reader.pages
        for annotation in page.get("/Annots") or ()
    ]
    assert {str(action["/URI"]) for action in actions if "/URI" in action} == set()
    assert b"/JavaScript" not in pdf
    assert b"/EmbeddedFile" not in pdf
