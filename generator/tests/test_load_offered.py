"""Words that differ by practice, and forms that no file holds, are told and stop nothing."""

from __future__ import annotations

from pathlib import Path

from generator.load import load
from generator.load.schema_words import Words
from generator.model.guide import Guide
from generator.tests.load_world import added, copy_of, edited, report

ITEM = "powers/health/items/xk-001.yml"
VOCABULARY = "powers/vocabulary.yml"


def test_words_that_differ_by_practice_are_only_told(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    added(root, VOCABULARY, "服务对象: [{代号: person, 名称: 自然人}]\n")
    edited(root, ITEM, "收费: 不收费", "办事指南: {服务对象: [自然人, 火星人]}")
    registry, problems = load(root)
    assert report(problems) == [
        f"提醒[wrong-value] {ITEM}:11:20 “服务对象”不能填“火星人” ⇒ 可以填：自然人"
    ]
    assert registry is not None
    assert not Words.of(registry.vocabulary).binds(Guide, "服务对象")


def test_a_form_that_no_file_holds_is_told(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    added(root, "content/files/form.pdf", "%PDF-1.4\n")
    documents = (
        "{名称: 甲, 空表: files/form.pdf, 样表: files/fom.pdf}, "
        "{名称: 乙, 空表: https://example.invalid/a, 样表: 附件二}"
    )
    edited(root, ITEM, "收费: 不收费", f"办事指南: {{申请材料: [{documents}]}}")
    assert report(load(root)[1]) == [
        f"提醒[unknown-reference] {ITEM}:11:47 找不到样表文件“files/fom.pdf”"
        " ⇒ 是不是“files/form.pdf”",
        f"提醒[unknown-reference] {ITEM}:11:106 找不到样表文件“附件二”"
        " ⇒ 把文件放到 content/附件二，或者写网页地址",
    ]
