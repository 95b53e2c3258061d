"""Powers in force → fewer visits than coming to the window and fetching the result take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.model.guide import Guide
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "visits-too-few"

_AT_WINDOW = re.compile(r"(?:办事|政务|服务)?(?:窗口|大厅)(?:办理|申请|受理)?")
_FETCHED = re.compile(r"(?:到)?(?:窗口|大厅)(?:自取|领取|打印)|当面领取|自取|自行领取|本人领取")
_HERE = re.compile(rf"{_FETCHED.pattern}|当场(?:领取|打印|签收)")
"""当场领取 takes one visit, 窗口领取 of what takes days another one."""
_BY_OTHERS = re.compile(r"代办|代领|代交|代报|代收|帮办")


def find(registry: Registry) -> Iterator[Problem]:
    """到场次数 0 where something is done at a window only; 1 where it is handed in and fetched."""
    for power in powers(registry):
        item = power.holding.item
        guide = item.guide
        told = _too_few(guide) if guide else None
        if told:
            why, hint = told
            yield warning(CODE, why, item.place("办事指南", "到场次数"), hint)


def _too_few(guide: Guide) -> tuple[str, str] | None:
    """Why a guide's visits are too few, and what to write; None where they may be enough."""
    visits = guide.visits.strip()
    if visits not in ("0", "1") or _BY_OTHERS.search(" ".join((*guide.forms, *guide.delivery))):
        return None
    comes = bool(guide.forms) and all(map(_AT_WINDOW.fullmatch, guide.forms))
    fetches = bool(guide.delivery) and all(map(_FETCHED.fullmatch, guide.delivery))
    forms, ways = "、".join(guide.forms), "、".join(guide.delivery)
    if visits == "1" and comes and fetches and guide.handling == "承诺件":
        sentence = f"到场次数写1：来窗口交一次，办好再来“{ways}”一次，是两次"
        return sentence, "“结果送达”加上邮寄、电子证照，一次办完；做不到的，到场次数写2"
    if visits == "0" and comes:
        sentence = f"到场次数写0，办理形式却只有“{forms}”"
        return (
            sentence,
            "能网上、邮寄、电话办的，写进“办理形式”；只能来办的，到场次数写1，写明到场原因",
        )
    if visits == "0" and guide.delivery and all(map(_HERE.fullmatch, guide.delivery)):
        sentence = f"到场次数写0，结果却只能“{ways}”"
        return sentence, "能邮寄、网上下载的，写进“结果送达”；只能来取的，到场次数写1，写明到场原因"
    return None


RULE = Rule(CODE, find)
