"""Risk points → those whose measures only call for diligence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import risk_points
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "measure-only-exhorts"

_CALLS = re.compile(
    r"(?:进一步|切实|不断|继续|全面|坚持|注重)*"
    r"(?:加强|强化|提高|提升|增强|落实|严格|认真|树立|重视|规范|完善|健全|建立健全|遵守|执行|"
    r"抓好|做好|依法|深化|加大|筑牢|自觉|杜绝|严禁|防止|压实|明确)"
    r"[\u4e00-\u9fff、“”]{0,16}"
)
_DEEDS = re.compile(
    r"[\d一二两三四五六七八九十百][人名级次份日天年月周道条个成]|双人|抽|复核|复查|签|登记|公示|公开|"
    r"公布|记录|录|编号|回访|比对|轮|限|核对|备案|台账|每|回避|存档|归档|会审|集体|评查|通报|随机|"
    r"电话|上墙|张贴|清单|告知单|拍照|见证|交叉|分离|留痕"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every risk point with measures none of which says who does what and when."""
    for risk, where in risk_points(registry):
        measures = [text.strip() for text in risk.measures if text.strip()]
        if measures and all(_exhorts(text) for text in measures):
            sentence = f"风险点“{risk.name or risk.manifestation}”的措施“{measures[0]}”只是号召"
            hint = "写成查得到的做法：谁、什么时候、用什么办法，例如“每月由另一名工作人员抽查10份”"
            yield warning(CODE, sentence, where.span, hint)


def _exhorts(measure: str) -> bool:
    """Whether every clause of a measure calls for something and none names a deed."""
    clauses = [clause for clause in re.split(r"[，；。,;\s]+", measure) if clause]
    return not _DEEDS.search(measure) and all(_CALLS.fullmatch(clause) for clause in clauses)


RULE = Rule(CODE, find)
