"""`mingbai new` as a command: valid files, next ids, nothing overwritten."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import build
from generator.edit.desk import next_id
from generator.load.kinds import kind_of
from generator.load.sheets import look
from generator.problem import stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.conftest import Command, refuse
from generator.tests.load_world import copy_of, joined

UNIT = "powers/health/unit.yml"
CONFIRMED = "审核: [{环节: 领导组确认, 日期: 2026-10-08, 结果: 通过}]"
NEW: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("item", "health", "--kind", "行政许可"),
     ["powers/health/items/xk-002.yml", "powers/health/flows/xk-002.yml"]),
    (("item", "health", "--kind", "行政处罚", "--name", "甲: “乙”#丙"),
     ["powers/health/items/penalty-001.yml", "powers/health/flows/penalty-001.yml"]),
    (("item", "_township", "--kind", "其他权力"),
     ["powers/_township/items/qt-002.yml", "powers/_township/flows/qt-002.yml"]),
    (("item", "hedong", "--kind", "其他权力"),
     ["powers/hedong/items/qt-002.yml", "powers/hedong/flows/qt-002.yml"]),
    (("flow", "health"), ["powers/health/flows/flow-001.yml"]),
    (("flow", "_common", "chufa"), ["powers/_common/flows/chufa.yml"]),
    (("flow", "villages/_common", "siyi"), ["villages/_common/flows/siyi.yml"]),
    (("body", "education", "--name", "教育局"), ["powers/education/unit.yml"]),
    (("body", "xicheng", "--type", "乡"), ["powers/xicheng/unit.yml"]),
    (("village", "hedong", "xitou", "--name", "西头村"), ["villages/hedong/xitou.yml"]),
    (("village", "unplaced", "xitou"), ["villages/unplaced/xitou.yml"]),
    (("village-item",), ["villages/_common/items/bm-002.yml"]),
    (("village-item", "--chapter", "重大决策"), ["villages/_common/items/major-001.yml"]),
    (("village-item", "--village", "hedong/dongtou"), ["villages/hedong/dongtou.yml"]),
    (("duty-set", "xuke", "--kind", "行政许可"), ["powers/_common/duties.yml"]),
    (("flow", "health", "chufa", "--kind", "行政处罚"), ["powers/health/flows/chufa.yml"]),
    (("law", "《甲: 乙》", "--rank", "规范性文件"), ["powers/laws.yml"]),
    (("topic", "laoren", "--name", "老人", "--dimension", "人群"), ["powers/topics.yml"]),
)  # fmt: skip
"""What is asked for in the minimal district, and the files that come of it."""

REFUSED = (
    (("item", "healt", "--kind", "行政许可"), "没有“healt”这个单位或清单；是不是“health”"),
    (("item", "health", "--kind", "行政许客"), "用词表里没有权力类别“行政许客”；是不是“行政许可”"),
    (("item", "health"), "要用 --kind 写明权力类别：行政许可、行政处罚、其他权力"),
    (("item", "villages/_common", "--kind", "行政许可"), "是村级清单，用 new village-item"),
    (("body", "health"), "已经有 powers/health/unit.yml，不覆盖它"),
    (("body", "Health"), "“Health”不能作编号"),
    (("flow", "health", "xuke"), "已经有 powers/health/flows/xuke.yml，不覆盖它"),
    (("flow", "health", "x", "--kind", "许可"), "用词表里没有权力类别“许可”；是不是“行政许可”"),
    (
        ("village-item", "--village", "dongtou"),
        "没有“dongtou”这个村，写成 乡镇/村；是不是“hedong/d",
    ),
    (
        ("law", "中华人民共和国行政许可法"),
        "依据库里已经有《中华人民共和国行政许可法》，在 powers/laws.yml 第 1 行",
    ),
    (("law", "《》"), "要写法律、法规或者文件的名称，例如 new law"),
    (("body", "list"), "“list”是保留的名字，不能作编号"),
    (("topic", "老人"), "“老人”不能作编号"),
    (("village", "hedon", "x"), "没有“hedon”这个乡镇或街道；是不是“hedong”"),
    (("village", "hedong", "dongtou"), "已经有 villages/hedong/dongtou.yml，不覆盖它"),
)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the minimal district, whose units are all confirmed: nothing may be lacking."""
    root = copy_of("minimal", tmp_path)
    hedong = root / "powers/hedong/unit.yml"
    text = hedong.read_text(encoding="utf-8")
    if "审核" not in text:
        hedong.write_text(f"{text}{CONFIRMED}\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(("words", "files"), NEW, ids=[" ".join(words) for words, _ in NEW])
def test_a_new_file_is_valid_in_a_confirmed_district(
    mingbai: Command, world: Path, words: tuple[str, ...], files: list[str]
) -> None:
    code, said = mingbai("new", *words, "--root", world)
    assert (code, said[:-1]) == (0, files)
    assert said[-1].startswith("写好了。打开上面的文件，把“待填写”的地方换成实际内容")
    _, problems = build.checked(Settings(world, world / "site"), Silence())
    refuse(f"{p.span} {p.code} {p.sentence}" for p in problems if stops([p]))


@pytest.mark.parametrize(("words", "files"), NEW, ids=[" ".join(words) for words, _ in NEW])
def test_every_field_that_a_blank_offers_is_a_field(
    mingbai: Command, world: Path, words: tuple[str, ...], files: list[str]
) -> None:
    """With the single # taken off, the file still reads and every field has its form."""
    mingbai("new", *words, "--root", world)
    for file in files:
        text = (world / file).read_text(encoding="utf-8")
        whole = re.sub(r"^# ", "", text, flags=re.MULTILINE)
        kind = kind_of(Path(file))
        assert kind is not None
        _, problems = look(kind, file, whole.encode())
        refuse(f"{p.span} {p.sentence}" for p in problems)


def test_an_item_shares_the_flow_and_the_duties_of_its_kind(
    mingbai: Command, tmp_path: Path
) -> None:
    root = copy_of("full", tmp_path)
    mingbai("new", "duty-set", "beian", "--kind", "其他权力", "--root", root)
    code, said = mingbai("new", "item", "education", "--kind", "其他权力", "--root", root)
    assert (code, len(said)) == (0, 2)
    text = (root / said[0]).read_text(encoding="utf-8")
    assert "\n流程: lianhe\n" in text
    assert "\n  套用: beian\n" in text


def test_every_kind_gets_its_own_stages_and_parts(
    mingbai: Command, tmp_path: Path, repository: Path
) -> None:
    for name in ("powers", "villages"):
        shutil.copytree(repository / name, tmp_path / name)
    kinds = [term.name for term in joined(tmp_path).vocabulary.kinds]
    made = {}
    for kind in kinds:
        _, said = mingbai("new", "item", "education", "--kind", kind, "--root", tmp_path)
        made[kind] = (tmp_path / said[0]).read_text(encoding="utf-8")
    assert "# 处罚:" in made["行政处罚"]
    assert "# 办事指南:" not in made["行政处罚"]
    assert "# 办事指南:" in made["行政许可"]
    assert "# 标准:" in made["行政给付"]
    for number, kind in enumerate(kinds):
        mingbai("new", "duty-set", f"new-{number}", "--kind", kind, "--root", tmp_path)
    duties = (tmp_path / "powers/_common/duties.yml").read_text(encoding="utf-8")
    assert "{环节: 调解, 内容: 双方愿意的先行调解}" in duties
    assert "{环节: 发放, 内容: 按时足额发放到本人账户}" in duties
    _, problems = build.checked(Settings(tmp_path, tmp_path / "site"), Silence())
    refuse(f"{p.span} {p.sentence}" for p in problems if p.code != "law-unknown")


def test_what_a_new_township_lacks_is_told_at_its_own_file(
    mingbai: Command, tmp_path: Path, repository: Path
) -> None:
    for name in ("powers", "villages"):
        shutil.copytree(repository / name, tmp_path / name)
    mingbai("new", "body", "xicheng", "--type", "乡", "--root", tmp_path)
    mingbai("new", "village", "xicheng", "xincun", "--root", tmp_path)
    _, problems = build.checked(Settings(tmp_path, tmp_path / "site"), Silence())
    told = {problem.span.file for problem in problems}
    assert told == {"powers/xicheng/unit.yml", "villages/xicheng/xincun.yml"}


def test_a_village_of_its_own_items_gets_one_more_where_they_are(
    mingbai: Command, tmp_path: Path
) -> None:
    root = copy_of("full", tmp_path)
    village = root / "villages/beishan/shangcun.yml"
    before = village.read_text(encoding="utf-8").split("\n")
    words = ("new", "village-item", "--village", "beishan/shangcun", "--name", "看山")
    assert mingbai(*words, "--root", root)[0] == 0
    after = village.read_text(encoding="utf-8").split("\n")
    assert [line for line in after if line in before] == before
    (owner,) = [each for each in joined(root).villages if each.id == "beishan/shangcun"]
    assert [*owner.own_items] == ["bc-001", "bc-002"]
    assert owner.source.nearest("本村事项", "bc-002", "名称").content == "看山"


def test_a_rank_has_to_be_a_word_of_the_district(mingbai: Command, tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    code, said = mingbai("new", "law", "甲法", "--rank", "法", "--root", root)
    assert code == 2
    assert "用词表里没有位阶“法”" in said[0]
    code, said = mingbai("new", "law", "行政许可法", "--root", root)
    assert code == 2
    assert "依据库里已经有《中华人民共和国行政许可法》" in said[0]


def test_own_items_in_braces_are_left_to_a_person(mingbai: Command, world: Path) -> None:
    village = world / "villages/hedong/dongtou.yml"
    text = village.read_text(encoding="utf-8")
    text += "本村事项: {bc-001: {名称: 甲, 分类: 日常工作}}\n"
    village.write_text(text, encoding="utf-8")
    code, said = mingbai("new", "village-item", "--village", "hedong/dongtou", "--root", world)
    assert (code, village.read_text(encoding="utf-8")) == (2, text)
    assert "“本村事项”不是一行一个字段地写的" in said[0]


def test_a_set_of_duties_goes_behind_those_there_are(mingbai: Command, tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    duties = root / "powers/_common/duties.yml"
    before = duties.read_bytes()
    assert mingbai("new", "duty-set", "jiancha", "--kind", "行政许可", "--root", root)[0] == 0
    assert duties.read_bytes().startswith(before)
    again = mingbai("new", "duty-set", "jiancha", "--kind", "行政许可", "--root", root)
    assert again[0] == 2
    assert "已经有“jiancha”" in again[1][0]


@pytest.mark.parametrize(("words", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_wrong_use_writes_nothing(
    mingbai: Command, world: Path, words: tuple[str, ...], reason: str
) -> None:
    before = {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}
    code, said = mingbai("new", *words, "--root", world)
    assert code == 2
    assert reason in said[0]
    assert before == {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}


def test_a_twin_that_ends_in_yaml_is_in_the_way(mingbai: Command, world: Path) -> None:
    unit = world / UNIT
    unit.rename(unit.with_suffix(".yaml"))
    code, said = mingbai("new", "body", "health", "--root", world)
    assert (code, "已经有 powers/health/unit.yaml" in said[0]) == (2, True)


def test_a_name_in_other_letters_is_in_the_way(mingbai: Command, world: Path) -> None:
    (world / "powers/health/flows/CHUFA.yml").write_text("名称: 甲", encoding="utf-8")
    code, said = mingbai("new", "flow", "health", "chufa", "--root", world)
    assert (code, "已经有 powers/health/flows/CHUFA.yml" in said[0]) == (2, True)


def test_a_number_is_never_used_twice() -> None:
    assert next_id("xk", ["xk-001", "xk-007", "cf-009", "xk-b"]) == "xk-008"
    assert next_id("xk", ["xk-0999"]) == "xk-1000"
    assert next_id("xk", ["xk-999"]) == "xk-1000"
    assert next_id("xk", []) == "xk-001"


def test_an_item_that_cannot_be_read_keeps_its_number(mingbai: Command, world: Path) -> None:
    (world / "powers/health/items/xk-005.yml").write_text("名称：[", encoding="utf-8")
    _, said = mingbai("new", "item", "health", "--kind", "行政许可", "--root", world)
    assert said[0] == "powers/health/items/xk-006.yml"
