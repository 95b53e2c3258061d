"""A source of chance → a well-formed flow, as a clerk of an office might have written it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from generator.model.flow import Flow

Written = str | list["Written"] | dict[str, "Written"]

POSTS = (
    "申请人",
    "窗口受理岗",
    "业务审查岗",
    "法制审核岗",
    "分管负责人",
    "镇综合执法队",
    "村民委员会",
)
DEEDS = (
    "登记来件",
    "核对原件后退还本人",
    "逐户上门走访并请户主签字",
    "拟写审查意见",
    "两名工作人员到现场察看并拍照留存",
    "在公示栏张贴名单，写明举报电话",
    "报主要负责人签批",
    "把结果告诉本人，并说明不服时可以找哪里申诉、期限有多长",
    "整理案卷",
    "通知申请人在7日内补交身份证（A4复印件）",
    "集体讨论，逐人发表意见并记录在案",
    "制作证件并登记编号",
)
QUESTIONS = (
    "材料齐不齐？",
    "符合条件吗？",
    "公示期内有没有人提出异议？",
    "需要到现场核查吗？",
    "情节是否复杂、是否需要集体讨论决定？",
)
PAPERS = (
    "申请书",
    "户口簿",
    "身份证",
    "村民代表会议记录",
    "现场勘验笔录",
    "不动产权属证明或者土地使用证明",
)
LIMITS = ("当场", "3个工作日", "15日内", "自受理之日起20个工作日内", "及时")
RISKS = (
    ("高", "收受好处，放宽标准"),
    ("中", "拖着不办，让人多跑路"),
    ("低", "记录不全，日后说不清"),
)
MEASURES = ("两人同行，互相核对", "全程录像，每月抽看一成", "办理进度群众能查", "定期换岗")
CHANCE_OF_QUESTION, CHANCE_OF_MANY_WAYS, CHANCE_OF_VOTE = 0.26, 0.05, 0.05


def random_flow(chance: Random) -> Flow:
    """A flow of 8–30 steps: questions within questions, returns, many ways, ways at once, votes."""
    size, posts = chance.randint(8, 30), list(POSTS[: chance.randint(2, len(POSTS))])
    steps: list[dict[str, Written]] = []
    while len(steps) < size - 1:
        room = size - 1 - len(steps)
        if steps and room > 6 and chance.random() < 0.06:
            steps.extend(_at_once(chance, len(steps), posts))
        else:
            steps.append(_step(chance, len(steps), size, posts))
    steps.append({"结束": "归档", "代号": f"s{len(steps)}", "岗位": posts[0]})
    return Flow.model_validate({"名称": "随手写的流程", "步骤": _joined(steps)})


def numbered_flow(seed: int) -> Flow:
    """The flow of the corpus with this number: always the same."""
    return random_flow(Random(seed))  # noqa: S311  # Chance here is for tests, not for secrets.


def _step(chance: Random, number: int, size: int, posts: list[str]) -> dict[str, Written]:
    """One step that only leads to steps that will exist."""
    step = _opened(chance, number, size)
    step["代号"] = f"s{number}"
    if number == 0 or chance.random() < 0.5:
        count = 1 if chance.random() < 0.9 else min(len(posts), 2)
        step["岗位"] = [*chance.sample(posts, count)]
    if chance.random() < 0.3:
        step["时限"] = chance.choice(LIMITS)
        if chance.random() < 0.2:
            step["计时"] = "不计入"
    if chance.random() < 0.25:
        step["材料"] = [*chance.sample(PAPERS, chance.randint(1, 3))]
    if chance.random() < 0.1:
        step["送达文书"] = [chance.choice(PAPERS)]
    if chance.random() < 0.2:
        step["风险"] = [_risk(chance) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
    return step


def _opened(chance: Random, number: int, size: int) -> dict[str, Written]:
    """The kind of a step and where it leads."""
    if number == 0:
        return {"开始": "提出申请"}
    kind = chance.random()
    if kind < CHANCE_OF_QUESTION:
        step: dict[str, Written] = {"判断": chance.choice(QUESTIONS)}
        if chance.random() < 0.95:
            step["否"] = _target(chance, number, size)
        return step
    kind -= CHANCE_OF_QUESTION
    if kind < CHANCE_OF_MANY_WAYS and size - number > 5:
        labels = chance.sample(
            ("建设用地", "农用地", "未利用地", "林地", "国有农场的土地"), chance.randint(3, 5)
        )
        return {
            "判断": "是哪一类？",
            "分支": {label: _target(chance, number, size) for label in labels},
        }
    kind -= CHANCE_OF_MANY_WAYS
    if kind < CHANCE_OF_VOTE:
        vote: dict[str, Written] = {"表决": "村民代表会议表决", "到会": "三分之二以上组成人员"}
        return vote | {"通过": "到会人员过半数", "未通过": _target(chance, number, size)}
    if kind < 0.1:
        return {"等待": "等上级批复"}
    if kind < 0.14:
        return {"流程": "四议两公开", "用": "_common/siyi"}
    step = {"步骤": chance.choice(DEEDS)}
    if chance.random() < 0.1:
        step["转"] = _target(chance, number, size)
    return step


def _target(chance: Random, number: int, size: int) -> str:
    """The code of another step, near more often than far; now and then not stated."""
    if chance.random() < 0.04:
        return "未载明"
    low, high = (
        (0, size - 1) if chance.random() < 0.3 else (max(0, number - 4), min(size - 1, number + 5))
    )
    return f"s{chance.choice([n for n in range(low, high + 1) if n != number])}"


def _at_once(chance: Random, number: int, posts: list[str]) -> list[dict[str, Written]]:
    """A split, its two to four branches, and the step where they come together."""
    count = chance.randint(2, 4)
    names = [f"s{number + n}" for n in range(1, count + 1)]
    end = f"s{number + count + 1}"
    branches: list[dict[str, Written]] = [
        {"步骤": chance.choice(DEEDS), "代号": name, "岗位": chance.choice(posts), "转": end}
        for name in names
    ]
    split: dict[str, Written] = {"步骤": "分头征求意见", "代号": f"s{number}", "并行": [*names]}
    return [split, *branches, {"步骤": "汇总意见", "代号": end, "岗位": posts[0], "等齐": "是"}]


def _risk(chance: Random) -> Written:
    level, words = chance.choice(RISKS)
    measures = chance.sample(MEASURES, chance.randint(1, 3))
    return {level: words, "措施": [*measures], "责任岗位": chance.choice(POSTS)}


def _joined(steps: list[dict[str, Written]]) -> list[Written]:
    """Steps that nothing would reach become further starts."""
    reached = {str(word) for step in steps for word in _words(step)}
    joined: list[Written] = [steps[0]]
    for before, step in pairwise(steps):
        falls_through = not {"转", "并行", "分支", "结束"} & before.keys()
        lost = not falls_through and str(step["代号"]) not in reached and "步骤" in step
        joined.append(
            {"开始" if key == "步骤" else key: step[key] for key in step} if lost else step
        )
    return joined


def _words(step: dict[str, Written]) -> list[Written]:
    """Every target that a step writes."""
    found: list[Written] = [step[name] for name in ("否", "转", "未通过") if name in step]
    ways, at_once = step.get("分支"), step.get("并行")
    if isinstance(ways, dict):
        found.extend(ways.values())
    if isinstance(at_once, list):
        found.extend(at_once)
    return found
