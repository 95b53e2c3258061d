"""A folder → the files that are read; everything else that looks like data is a problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load import load
from generator.load.files import FileKind, find
from generator.tests.load_world import added, copy_of, report

UNIT = "名称: 甲局\n类型: 区直部门\n"


def test_files_are_found_by_their_purpose(tmp_path: Path) -> None:
    found = find(copy_of("full", tmp_path))
    kinds = {source.label: source.kind for source in found.files}
    assert found.problems == []
    assert list(kinds) == sorted(kinds)
    assert set(kinds.values()) == set(FileKind)
    assert kinds["villages/_common/items/bm-001.yml"] is FileKind.MICRO_POWER
    assert kinds["villages/unplaced/xiacun.yml"] is FileKind.VILLAGE


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (
            "powers/health/items/Xk-002.yml",
            "错误[bad-id] powers/health/items/Xk-002.yml:1:1 “Xk-002”不能作编号"
            " ⇒ 编号用小写字母、数字和短横线，以字母或数字开头，最多 64 个",
        ),
        (
            "powers/health/items/校车.yml",
            "错误[bad-id] powers/health/items/校车.yml:1:1 “校车”不能作编号"
            " ⇒ 编号用小写字母、数字和短横线，以字母或数字开头，最多 64 个",
        ),
        (
            "powers/health/items/list.yml",
            "错误[bad-id] powers/health/items/list.yml:1:1 “list”是保留的名字，不能作编号"
            " ⇒ 换一个编号",
        ),
        (
            "powers/health/items/con.yml",
            "错误[bad-id] powers/health/items/con.yml:1:1 “con”是保留的名字，不能作编号"
            " ⇒ 换一个编号",
        ),
        (
            "powers/health/items/xk-001.yaml",
            "错误[twin-files] powers/health/items/xk-001.yaml:1:1 “xk-001”有 .yml 和 .yaml 两个文件"
            " ⇒ 只留下一个，一般留 xk-001.yml，删掉 xk-001.yaml",
        ),
        (
            "powers/topic.yml",
            "错误[unexpected-file] powers/topic.yml:1:1 这里的 YAML 文件不会被读取"
            " ⇒ 文件名是不是写错了，要写成 topics.yml",
        ),
        (
            "powers/culture/unti.yml",
            "错误[unexpected-file] powers/culture/unti.yml:1:1 这里的 YAML 文件不会被读取"
            " ⇒ 文件名是不是写错了，要写成 unit.yml",
        ),
        (
            "powers/health/items/xk-002.YML",
            "错误[bad-id] powers/health/items/xk-002.YML:1:1 扩展名“.YML”要用小写 ⇒ 改成 .yml",
        ),
        (
            "powers/health/xk-002.yml",
            "错误[unexpected-file] powers/health/xk-002.yml:1:1 这里的 YAML 文件不会被读取"
            " ⇒ 事项放在 items/，流程放在 flows/，村放在 villages/<乡镇>/",
        ),
        (
            "powers/health/item/xk-002.yml",
            "错误[unexpected-file] powers/health/item:1:1 这个文件夹里的 YAML 不会被读取"
            " ⇒ 事项放在 items/，流程放在 flows/",
        ),
        (
            "powers/health/item/deep/er/xk-002.yml",
            "错误[unexpected-file] powers/health/item:1:1 这个文件夹里的 YAML 不会被读取"
            " ⇒ 事项放在 items/，流程放在 flows/",
        ),
        (
            "powers/_common/items",
            "错误[unexpected-file] powers/_common/items:1:1 这是一个文件，不是文件夹，不会被读取"
            " ⇒ 建一个叫 items 的文件夹，把每一项写成里面的一个 .yml 文件",
        ),
        (
            "powers/health/items/xk-002.yml.txt",
            "错误[unexpected-file] powers/health/items/xk-002.yml.txt:1:1"
            " 文件名末尾多了“.txt”，不会被读取"
            " ⇒ 去掉末尾的 .txt；电脑隐藏了扩展名的，先让它显示出来",
        ),
        (
            "powers/health/items/xk-002.ymal",
            "错误[unexpected-file] powers/health/items/xk-002.ymal:1:1 扩展名写错了，不会被读取"
            " ⇒ 改成 .yml",
        ),
        (
            "villages/hedong/村情.xlsx",
            "错误[unexpected-file] villages/hedong/村情.xlsx:1:1 表格和文档不会被读取"
            " ⇒ 把内容写成 YAML 文件；只是存档的，放到别的文件夹",
        ),
        (
            "powers/Health/unit.yml",
            "错误[bad-id] powers/Health:1:1 “Health”不能作编号"
            " ⇒ 编号用小写字母、数字和短横线，以字母或数字开头，最多 64 个",
        ),
        (
            "powers/culture/items/xk-001.yml",
            "错误[missing-file] powers/culture/unit.yml:1:1 缺少 powers/culture/unit.yml"
            " ⇒ 新建这个文件，写明单位的名称和类型",
        ),
    ],
)
def test_a_file_that_would_not_be_read_is_reported(tmp_path: Path, file: str, problem: str) -> None:
    root = copy_of("minimal", tmp_path)
    item = (root / "powers/health/items/xk-001.yml").read_text(encoding="utf-8")
    added(root, file, UNIT if file.endswith("unit.yml") else item.replace("饮水", "公共场所"))
    assert report(load(root)[1]) == [problem]


@pytest.mark.parametrize("name", [".DS_Store", "a.yml~", ".#a.yml", "README.md", "a.yml.orig"])
def test_what_editors_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    root = copy_of("minimal", tmp_path)
    added(root, f"powers/health/items/{name}", "不是数据")
    assert report(load(root)[1]) == []


def test_links_and_devices_are_not_read(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    items = root / "powers/health/items"
    (items / "link.yml").symlink_to("/etc/passwd")
    (items / "dangling.yml").symlink_to("/nonexistent")
    os.mkfifo(items / "pipe.yml")
    (root / "powers/outside").symlink_to("/etc")
    (items / "loop").symlink_to(items)
    codes = {(problem.code, problem.span.file) for problem in load(root)[1]}
    names = ("items/dangling.yml", "items/link.yml", "items/loop", "items/pipe.yml")
    expected = {("unreadable-file", f"powers/health/{name}") for name in names}
    assert codes == expected | {("unreadable-file", "powers/outside")}


def test_odd_file_names_are_shown_safely(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    (root / "powers/health/items/a\nb.yml").write_text(UNIT, encoding="utf-8")
    Path(os.fsdecode(bytes(root / "powers/health/items") + b"/\xff\xfe.yml")).write_bytes(b"")
    shown = report(load(root)[1])
    assert [line.isprintable() for line in shown] == [True, True]


def test_a_folder_that_is_no_district_is_said_to_be_none(tmp_path: Path) -> None:
    registry, problems = load(tmp_path)
    assert registry is None
    assert report(problems) == [
        "错误[missing-file] powers:1:1 找不到 powers 文件夹"
        " ⇒ 确认 --root 给的是含有 powers/ 的文件夹"
    ]


@pytest.mark.parametrize("name", ["district", "vocabulary"])
def test_nothing_is_joined_without_district_or_vocabulary(tmp_path: Path, name: str) -> None:
    root = copy_of("minimal", tmp_path)
    (root / f"powers/{name}.yml").unlink()
    (root / "powers/health/items/xk-001.yml").write_text("名称: 甲\n", encoding="utf-8")
    registry, problems = load(root)
    assert registry is None
    assert {problem.code for problem in problems} == {"missing-file", "missing-field"}
