"""The command line as a clerk meets it: Chinese words, places, exit codes 0, 1, 2, 70."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import build, cli
from generator.tests.rule_pages import MINIMAL

FLOW = MINIMAL / "powers/health/flows/xuke.yml"
ITEM = "powers/health/items/xk-001.yml"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed and how it left."""

    out: str
    err: str
    code: int


class Mingbai:
    """Runs `mingbai` in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Said:
        self._monkeypatch.setattr(sys, "argv", ["mingbai", *map(str, words)])
        code = 0
        try:
            cli.run()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0
        told = self._capsys.readouterr()
        return Said(told.out, told.err, code)


@pytest.fixture
def mingbai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Mingbai:
    """The command."""
    return Mingbai(monkeypatch, capsys)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the minimal district."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "world"))


def test_check_of_a_clean_district_leaves_with_0(mingbai: Mingbai) -> None:
    """没有问题 and exit code 0."""
    assert mingbai("check", "--root", MINIMAL) == Said("没有问题\n", "", 0)


def test_check_names_file_line_and_column_and_leaves_with_1(mingbai: Mingbai, world: Path) -> None:
    """A limit longer than the law allows, as a clerk reads it."""
    item = world / ITEM
    item.write_text(item.read_text("utf-8").replace("承诺: 10个", "承诺: 30个"), encoding="utf-8")

    said = mingbai("check", "--root", world)

    assert said.code == 1
    assert said.out == (
        "错误[promised-longer-than-statutory] 承诺时限30个工作日，超过法定时限20个工作日\n"
        f" --> {ITEM}:10:7\n"
        "   |\n"
        "10 |   承诺: 30个工作日\n"
        "   |         ^^^^^^^^^^\n"
        f" --> {ITEM}:9:12\n"
        "   |\n"
        " 9 |   法定: {期限: 20个工作日, 依据: 《中华人民共和国行政许可法》第四十二条}\n"
        "   |                ^^^^^^^^^^  法定时限写在这里\n"
        "  = 怎么改：把“承诺”改为20个工作日或更短\n"
        "\n"
        "1 个错误\n"
        "方括号里是代号，用 mingbai explain 代号 看为什么、怎么改。\n"
    )


def test_check_as_json_holds_the_same(mingbai: Mingbai, world: Path) -> None:
    """One object for each problem, with code, place and hint."""
    (world / ITEM).write_text("名称: 甲\n", encoding="utf-8")

    said = mingbai("check", "--root", world, "--format", "json")

    rows = json.loads(said.out)
    assert said.code == 1
    assert [row["code"] for row in rows if row["severity"] == "错误"] == ["missing-field"]
    assert rows[0]["file"] == ITEM
    assert rows[0]["line"] == 1
    assert rows[0]["hint"]


def test_site_prints_the_five_stages_as_plain_lines(mingbai: Mingbai, world: Path) -> None:
    """读取 检查 画图 生成 发布, numbered, when nobody watches a terminal."""
    said = mingbai("site", "--no-print", "--root", world)

    assert said.code == 0
    stages = [line.split("　")[0] for line in said.out.splitlines()[:5]]
    assert stages == ["1/5 读取", "2/5 检查", "3/5 画图", "4/5 生成", "5/5 发布"]
    assert "\x1b" not in said.out
    assert (world / "site" / "index.html").is_file()


def test_read_writes_every_scalar_as_text(mingbai: Mingbai, tmp_path: Path) -> None:
    """0355, no, 8:30, 1.10 and a date arrive as written."""
    file = tmp_path / "a.yml"
    file.write_text("电话: 0355\n公开: no\n时间: 8:30\n版本: 1.10\n日期: 2016-09-30\n", "utf-8")

    said = mingbai("read", file)

    assert json.loads(said.out) == {
        "电话": "0355",
        "公开": "no",
        "时间": "8:30",
        "版本": "1.10",
        "日期": "2016-09-30",
    }


def test_read_of_a_bad_file_says_where_and_how(mingbai: Mingbai, tmp_path: Path) -> None:
    """A full-width colon is shown, and what to write in its place."""
    file = tmp_path / "a.yml"
    file.write_text("名称: 甲\n电话：0355-0000000\n", encoding="utf-8")

    said = mingbai("read", file)

    assert said.code == 1
    assert f" --> {file}:2:1\n" in said.out
    assert "2 | 电话：0355-0000000" in said.out
    assert "全角冒号" in said.out
    assert "怎么改" in said.out


@pytest.mark.parametrize("view", ["spine", "lanes", "risk"])
def test_draw_writes_each_view_as_svg_and_layout(mingbai: Mingbai, view: str) -> None:
    """SVG is one svg element; the layout has boxes and lines in whole px."""
    svg = mingbai("draw", FLOW, "--view", view)
    drawn = mingbai("draw", FLOW, "--view", view, "--format", "layout")

    assert svg.code == drawn.code == 0
    assert svg.out.startswith("<svg ")
    chart = json.loads(drawn.out)
    assert len(chart["boxes"]) == 7
    points = [point for line in chart["lines"] for point in line["points"]]
    assert points
    assert all(isinstance(number, int) for point in points for number in point)


def test_draw_writes_the_steps_as_text_into_a_file(mingbai: Mingbai, tmp_path: Path) -> None:
    """Numbered from 1, in the order written."""
    target = tmp_path / "steps.txt"

    said = mingbai("draw", FLOW, "--format", "steps", "-o", target)

    assert said == Said("", "", 0)
    text = target.read_text(encoding="utf-8")
    assert "申请人提出申请" in text.splitlines()[0]
    assert text.startswith("1.")


def test_draw_of_a_flow_that_leads_nowhere_draws_nothing(mingbai: Mingbai, tmp_path: Path) -> None:
    """A broken flow gives its problem and exit code 1, no picture."""
    file = tmp_path / "f.yml"
    file.write_text("名称: 坏\n步骤:\n  - 开始: 来\n    岗位: 甲\n    转: 没有\n", "utf-8")

    said = mingbai("draw", file)

    assert said.code == 1
    assert "transition-to-unknown-step" in said.out
    assert "<svg" not in said.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["nope"], "没有“nope”这个命令"),
        (["check", "--rot", "."], "没有“--rot”这个选项"),
        (["check", "--format", "xml"], "只能是 text、json"),
        (["read"], "缺少参数"),
        (["read", "/nowhere.yml"], "没有这个文件"),
        (["site", "--only", "health"], "要用 --out 写明放到哪里"),
        (["serve", "--port", "many"], "要写一个数"),
        (["site", "--root", MINIMAL, "--only", "heath", "--out", "o"], "是不是“health”"),
        (["site", "--root", MINIMAL, "--only", "health", "--out", MINIMAL / "site"], "公开的"),
        (["draw", FLOW, "-o", "/nowhere/x.svg"], "写不进"),
    ],
)
def test_wrong_use_is_said_in_chinese_and_leaves_with_2(
    mingbai: Mingbai, words: list[str | Path], reason: str
) -> None:
    """One sentence on standard error, no English."""
    said = mingbai(*words)

    assert said.code == 2
    assert reason in said.err
    assert said.out == ""


def test_help_lists_the_commands_in_chinese(mingbai: Mingbai) -> None:
    """No English word of click is left."""
    said = mingbai("--help")

    assert said.code == 0
    assert "用法：" in said.out
    assert not [word for word in ("Usage", "Options", "Commands", "Show") if word in said.out]


def test_a_bug_becomes_an_apology_with_a_report(
    mingbai: Mingbai, world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 70, no traceback on the screen, the details in a file."""

    def fall(*_: object) -> None:
        raise ZeroDivisionError(f"张三 140411199001011234 {Path.home()}/数据")

    monkeypatch.setattr(build, "checked", fall)
    monkeypatch.chdir(world)

    said = mingbai("check", "--root", world)

    assert said.code == 70
    assert "Traceback" not in said.out + said.err
    assert "程序自己出了毛病" in said.err
    told = (world / ".build/mingbai-fault.txt").read_text("utf-8")
    assert "ZeroDivisionError: … # ~/…" in told
    assert "张三" not in told
    assert "1404111990" not in told
    assert str(Path.home()) not in told
