"""What the find box knows of how people ask, and the words of an item beside its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from generator.model.item import Item
from generator.model.micro_power import MicroPower


def _longest_first(words: str) -> list[str]:
    return sorted(set(words.split()), key=lambda word: (-len(word), word))


STOP_WORDS = _longest_first(
    "怎么办理 怎样办理 如何办理 怎么办 怎样办 如何办 怎么申请 怎样申请 如何申请 怎么弄 怎么开 "
    "怎么领 在哪里办 在哪儿办 在哪办 去哪里办 去哪儿办 去哪办 找谁办 找谁 谁来管 谁管 归谁管 "
    "哪个部门管 需要什么材料 需要哪些材料 要什么材料 带什么材料 要哪些材料 带什么 要什么 需要什么 "
    "需要哪些 多少钱 要多少钱 几天 多久 多长时间 要多久 什么条件 有什么条件 符合条件 可以吗 "
    "行不行 能不能 能办吗 请问 我想 我要 我家 想要 怎么 怎样 如何 什么 哪些 哪里 哪儿 可以 需要 "
    "办理 一下 手续 流程 申请 办 我 你 的 了 吗 呢 啊 吧 要 想 有 去 在 给 和 与"
)
"""What a short question is made of beside its matter, down to single signs."""

FRAMES = _longest_first(
    "你好 您好 喂 请问 麻烦 问一下 问问 想问 听说 知道 怎么办理 怎样办理 如何办理 怎么办 怎样办 "
    "如何办 咋办 怎办 怎么弄 咋弄 怎么开 怎么领 怎么 怎样 如何 咋 为啥 为什么 什么 啥 哪些 哪里 "
    "哪儿 哪个部门 哪个局 哪个窗口 哪个 去哪 在哪 往哪 到哪 哪 找谁 谁来管 归谁管 谁管 谁 管不管 "
    "能管吗 没人管吗 有没有人管 没人管 能不能 要不要 是不是 有没有 行不行 可以吗 可不可以 犯不犯法 "
    "犯法吗 犯法不 让不让 需要 要办什么证 办什么证 办啥证 什么证 要什么 材料 手续 东西 多少钱 "
    "多长时间 多久 几天 多少 一个 一下 这个 那个 这种 我们 我家 我想 我要 想要 我 你 他 她 咱 俺 "
    "自己 人家 家里 政府 国家 公家 部门 单位 时候 已经 现在 可以 就是 不知道"
)
"""What a sentence asks rather than asks about; its other words stay, however common."""

LEANINGS = {
    kind: _longest_first(words)
    for kind, words in {
        "行政奖励": "奖金 奖励 有奖 有没有奖 表彰 评选",
        "行政处罚": "罚 犯法 违法 没人管 能管 管不管 谁管 举报 告 没证 无证 没手续 抓 偷 假 骗 黑",
        "行政强制": "封条 扣了 被扣 扣走 拖走 查封 强拆 拘留",
        "行政给付": "补助 补贴 补多少 领钱 能领 给钱 给补 救助 补不 有钱吗 每月 津贴 赔",
        "行政检查": "检查 查不查 有人查",
        "行政征收": "收费 交费 还收 费用 要交",
        "行政许可": "什么证 啥证 办证 手续 许可 批 开个 开办 想开 能不能开 卖",
        "行政确认": "登记 证明 认定 上户 补证 换证 补办 丢了",
        "行政裁决": "争 断 裁 评理 仲裁",
        "其他权力": "投诉 备案 举报 调解 报备 反映 说理",
    }.items()
}
"""Kinds of power → the words of a question that make one of that kind likely."""

_COMMON = 25
"""So many rows hold a pair of signs that finding by it would tell nothing."""

_QUIET = frozenset("的了是在和与或者等应当有无其及以为由不对从将被把到这那个")


def parts_of(item: Item | MicroPower) -> tuple[str, ...]:
    """The names of what an item consists of and leads to: 子项, 结果."""
    subs = item.sub_items if isinstance(item, Item) else ()
    results = (*item.results, *(each for sub in subs for each in sub.results))
    return tuple(dict.fromkeys((*(sub.name for sub in subs), *(each.name for each in results))))


def passages_of(item: Item | MicroPower) -> tuple[str, ...]:
    """The sentences of an item that speak as readers do: what they ask, do, and do wrong."""
    if isinstance(item, MicroPower):
        return (item.what_to_do,)
    questions = item.guide.questions if item.guide else ()
    offence = (item.penalty.offence,) if item.penalty else ()
    recipients = (each.recipient for each in item.payment_standards)
    return (*(each.question for each in questions), *offence, *recipients)


def telling(passages: Iterable[tuple[str, ...]]) -> list[str]:
    """The passages of each row → those stretches of them that few rows have."""
    rows = [_pairs(texts) for texts in passages]
    count = Counter(pair for row in rows for pair in row)
    return [_joined(pair for pair in row if count[pair] <= _COMMON) for row in rows]


def _pairs(texts: Iterable[str]) -> dict[str, None]:
    """The pairs of neighbouring signs that say something, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for pair in map("".join, pairwise(text)):
            if all("一" <= sign <= "龥" and sign not in _QUIET for sign in pair):
                found.setdefault(pair)
    return found


def _joined(pairs: Iterable[str]) -> str:
    text = ""
    for pair in pairs:
        text += pair[1] if text.endswith(pair[0]) else f" {pair}"
    return text.strip()
