"""A flow as a clerk writes it: steps in order, each done by a post, with limits and risks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.limit import TimeLimit, parse_limit
from generator.model.record import Date, Record, Sourced, Texts, YesNo
from generator.model.risk import RiskPoint
from generator.model.value import SpelledOut


class StepKind(StrEnum):
    """What a step is: the word that opens it in YAML."""

    START = "开始"
    STEP = "步骤"
    DECISION = "判断"
    VOTE = "表决"
    WAIT = "等待"
    SUBFLOW = "流程"
    END = "结束"


class Counting(Enum):
    """Whether a step's limit counts towards the item's limit."""

    COUNTED = "计入"
    NOT_COUNTED = "不计入"


class Outcome(Enum):
    """How a flow ends."""

    GRANTED = "准予"
    REFUSED = "不予"
    STOPPED = "终止"
    PASSED_ON = "转送"
    DONE = "办结"


UNSTATED = "未载明"
"""The target of a branch whose goal the source does not state."""

_OPENERS = frozenset(kind.value for kind in StepKind)


def _limit(value: object) -> object:
    if isinstance(value, str):
        return parse_limit(value)
    if value is None or isinstance(value, TimeLimit):
        return value
    raise PydanticCustomError("limit_form", "要写成“5个工作日”这样的一句话")


Limit = Annotated[TimeLimit, BeforeValidator(_limit)]
"""A time limit from its text."""


class Step(Record):
    """One step. Targets (否, 转 …) are a 代号 or the whole text of another step."""

    kind: StepKind
    text: str
    code: str = Field("", alias="代号", description="只有别的步骤要跳到这里时才写")
    posts: Texts = Field(
        (), alias="岗位", description="谁来做；不写就和上一步相同；几个岗位一起做写成列表"
    )
    documents: Texts = Field((), alias="材料", description="这一步收的材料")
    served_documents: Texts = Field((), alias="送达文书", description="这一步给出的文书")
    limit: Limit | None = Field(None, alias="时限", description="最多多久")
    counting: Counting = Field(
        Counting.COUNTED, alias="计时", description="不计入 就不算进办理时限"
    )
    yes: str = Field("", alias="是", description="判断为“是”去哪一步，不写就是下一步")
    no: str = Field("", alias="否", description="判断为“否”去哪一步")
    goto: str = Field("", alias="转", description="做完去哪一步，不写就是下一步")
    branches: dict[str, str] = Field(
        default_factory=dict,
        alias="分支",
        description="不止是和否时：结论 → 去哪一步；来源没有写明去向的写 未载明",
    )
    parallel: Texts = Field((), alias="并行", description="同时开始的几步")
    joins: YesNo = Field(False, alias="等齐", description="写 是：并行的几步都到了才往下走")
    quorum: str = Field("", alias="到会", description="表决要到会多少人")
    majority: str = Field("", alias="通过", description="表决要多少人同意")
    passed: str = Field("", alias="通过后", description="通过以后去哪一步")
    failed: str = Field("", alias="未通过", description="没通过去哪一步")
    uses: str = Field(
        "", alias="用", description="这一步是另一个流程，写它的编号，共用流程写 _common/编号"
    )
    basis: Texts = Field((), alias="依据", description="这一步依据哪一条")
    note: str = Field("", alias="说明", description="补充一句")
    discretion: YesNo = Field(False, alias="裁量", description="这一步有没有裁量")
    criterion: str = Field("", alias="裁量基准", description="按什么裁量")
    handoff: str = Field("", alias="交由", description="交给哪个单位的哪个事项：单位/编号")
    is_return: YesNo = Field(False, alias="退回", description="写 是：这是退回、补正")
    origins: Texts = Field((), alias="来源", description="开始的这一步，案子从哪里来")
    outcome: Outcome | None = Field(None, alias="结果", description="结束的这一步是哪种结果")
    risks: tuple[RiskPoint, ...] = Field(
        (), alias="风险", description="这一步的风险点；短写“- 高: 表现”"
    )
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _opened_by_its_kind(cls, data: object) -> object:
        """`步骤: 受理` → kind and text."""
        if not isinstance(data, dict):
            raise PydanticCustomError("step_form", "每一步要写成“- 步骤: 做什么”这样的样子")
        if isinstance(data.get("kind"), StepKind):
            return data
        openers = _OPENERS & data.keys()
        if len(openers) != 1 or "kind" in data or "text" in data:
            raise PydanticCustomError(
                "step_kind", "每一步须写且只写 开始、步骤、判断、表决、等待、流程、结束 中的一个"
            )
        step = dict(data)
        (opener,) = openers
        step["text"] = step.pop(opener)
        step["kind"] = opener
        return step


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one item says in its own way of a flow that it shares with others.

    *posts* maps a post of the flow to the item's own, *limits* a step's 代号 or whole text to the
    item's own limit, *papers* a paper that the flow gives out (送达文书) to the item's own.
    """

    posts: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, TimeLimit] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)


class Flow(Sourced):
    """One flow file: the source of both charts, the step list and the exchange files."""

    name: str = Field(alias="名称")
    lanes: Texts = Field((), alias="泳道", description="岗位在图上的先后，不写就按出现的先后")
    steps: tuple[Step, ...] = Field(alias="步骤", description="按先后一步一步写", min_length=1)
    measure_library: dict[str, str] = Field(
        default_factory=dict, alias="措施库", description="几处都用的措施起个名字：名字 → 内容"
    )
    replaces: str = Field("", alias="再造前", description="它代替的旧流程的编号")
    without_risk_chart: str = Field("", alias="不设风险图", description="为什么没有风险点")
    basis: Texts = Field((), alias="依据", description="整个流程的依据")
    note: str = Field("", alias="说明")
    remark: str = Field("", alias="备注")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    checked_on: Date | None = Field(None, alias="核对日期")
    is_sample: YesNo | None = Field(None, alias="示例数据")

    @model_validator(mode="before")
    @classmethod
    def _posts_carry_on(cls, data: object) -> object:
        """A step without 岗位 is done by the post of the step before it."""
        rows = data.get("步骤") if isinstance(data, dict) else None
        if not isinstance(data, dict) or not isinstance(rows, list):
            return data
        steps: list[object] = []
        posts: object = None
        for row in rows:
            own = row.get("岗位") if isinstance(row, dict) else None
            posts = own or posts
            carried = isinstance(row, dict) and posts and not own
            steps.append({**row, "岗位": posts} if carried else row)
        return {**data, "步骤": steps}

    def lane_order(self) -> tuple[str, ...]:
        """Posts in the order of 泳道, then by first use."""
        used = (post for step in self.steps for post in step.posts)
        return tuple(dict.fromkeys((*self.lanes, *used)))

    def posts_named(self) -> tuple[str, ...]:
        """Every post that the flow names: those of steps first, then those of risk points."""
        risks = (risk for _, risk in self.risk_points())
        owners = (name for risk in risks for name in (risk.owner, risk.leader) if name)
        return tuple(dict.fromkeys((*self.lane_order(), *owners)))

    def measure_text(self, cited: str) -> str:
        """The text of a measure cited by its name in 措施库; any other text stands for itself."""
        return self.measure_library.get(cited, cited)

    def risk_points(self) -> tuple[tuple[int, RiskPoint], ...]:
        """Every risk point with the number (from 0) of its step; numbered 1… in this order."""
        return tuple(
            (number, risk) for number, step in enumerate(self.steps) for risk in step.risks
        )

    def adapted(self, own: OwnWords) -> Flow:
        """This flow with the posts, limits and papers of one item; itself where nothing differs."""
        if not (own.posts or own.limits or own.papers):
            return self
        steps = tuple(_adapted(step, own) for step in self.steps)
        if steps == self.steps:
            return self
        lanes = tuple(dict.fromkeys(own.posts.get(lane, lane) for lane in self.lanes))
        return self.model_copy(update={"steps": steps, "lanes": lanes})


def _adapted(step: Step, own: OwnWords) -> Step:
    """A step with an item's own posts (also of its risks), limit and papers.

    The step itself where none differs.
    """
    posts = tuple(dict.fromkeys(own.posts.get(post, post) for post in step.posts))
    limit = own.limits.get(step.code) or own.limits.get(step.text) or step.limit
    served = tuple(own.papers.get(paper, paper) for paper in step.served_documents)
    risks = tuple(_own_risk(risk, own.posts) for risk in step.risks)
    usual = (step.posts, step.limit, step.served_documents, step.risks)
    if (posts, limit, served, risks) == usual:
        return step
    changes = {"posts": posts, "limit": limit, "served_documents": served, "risks": risks}
    return step.model_copy(update=changes)


def _own_risk(risk: RiskPoint, posts: Mapping[str, str]) -> RiskPoint:
    """A risk point with the item's own posts; itself where none differs."""
    owner, leader = posts.get(risk.owner, risk.owner), posts.get(risk.leader, risk.leader)
    if (owner, leader) == (risk.owner, risk.leader):
        return risk
    return risk.model_copy(update={"owner": owner, "leader": leader})
