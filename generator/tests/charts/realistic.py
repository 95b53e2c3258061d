"""Processes of offices, typed once each → hundreds of flows as different offices would write them.

Unlike the flows of `corpus.py`, which try what may go wrong, these are what readers meet: they say
how often edges cross in real life.
"""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from random import Random

import yaml

from generator.model.flow import Flow

Fields = dict[str, object]

OFFICES = Path(__file__).parent / "offices"
THINGS = (
    "食品小作坊", "道路挖掘", "户外广告设置", "民办幼儿园", "临时占道", "排水", "取水", "林木采伐",
    "小型水库管理", "燃气经营", "建筑垃圾处置", "村民建房", "农机安全", "危房改造", "特困供养",
    "城乡居民养老保险待遇", "残疾人两项补贴", "集体资产出租", "公共场所卫生", "消防安全",
)  # fmt: skip
EXTRA = ("登记台账", "录入政务服务平台", "报科室负责人审签", "内部复核", "通知当事人", "公示三日")
OTHER_NAMES = {
    "窗口受理岗": ("政务服务综合窗口", "便民服务中心窗口", "窗口"),
    "业务审查岗": ("业务科室", "审批科", "规划建设办公室"),
    "分管负责人": ("分管副局长", "主要负责人"),
    "调查岗": ("综合执法队", "执法大队承办人"),
    "法制审核岗": ("法制科", "司法所"),
}
LIMITS = ("当场", "1个工作日", "3个工作日", "10个工作日", "自受理之日起20日内")
LEADING = ("判断", "表决", "转", "分支", "并行", "结束")


def realistic_flows(count: int) -> tuple[Flow, ...]:
    """The first *count* variants, the processes in turn; always the same."""
    paths = cycle(sorted(OFFICES.glob("*.yml")))
    return tuple(_variant(path, number) for number, path in enumerate(islice(paths, count)))


def _variant(path: Path, number: int) -> Flow:
    """A process as one office writes it: other names and limits, steps left out or put in."""
    chance = Random(f"{path.stem} {number}")  # noqa: S311  # Chance for tests, not for secrets.
    text = path.read_text(encoding="utf-8").replace("{件}", chance.choice(THINGS))
    for name, others in OTHER_NAMES.items():
        if chance.random() < 0.6:
            text = text.replace(name, chance.choice(others))
    written: Fields = yaml.safe_load(text)
    rows = written["步骤"]
    assert isinstance(rows, list)
    return Flow.model_validate({**written, "步骤": _varied(chance, _with_posts(rows))})


def _with_posts(rows: list[Fields]) -> list[Fields]:
    """Every step with its own post, so that steps may come and go."""
    found: list[Fields] = []
    for row in rows:
        found.append({"岗位": found[-1]["岗位"], **row} if found else row)
    return found


def _varied(chance: Random, rows: list[Fields]) -> list[Fields]:
    found: list[Fields] = []
    for row in rows:
        plain = "步骤" in row and not {"代号", *LEADING, "等齐"} & row.keys()
        if plain and chance.random() < 0.15:
            continue
        new_limit = "时限" in row and chance.random() < 0.4
        found.append({**row, "时限": chance.choice(LIMITS)} if new_limit else row)
        if "步骤" in row and not set(LEADING) & row.keys() and chance.random() < 0.1:
            found.append({"步骤": chance.choice(EXTRA), "岗位": row["岗位"]})
    return found
