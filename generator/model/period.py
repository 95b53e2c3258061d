"""How often something is made public, as officials write it: 每季度15日前, 每年1月31日前, 随时."""

from __future__ import annotations

import re

from generator.model.limit import parse_limit
from generator.model.numeral import NUMERAL

_RHYTHM = re.compile(
    rf"[每按逐](?:{NUMERAL}个?)?(?:半年|半月|日|天|周|星期|旬|月|季度?|年|届|次|笔|项|户|宗|批)|季度|半年|年度|月度"
)
_EVENT = re.compile(
    r"随时|及时|即时|实时|当[日天场]|常年|长期|动态|一[事项]一|事[前后中]|发生|换届|变更|变动|形成|完成|结束|通过|决定后"
    r"|决议后|前公|后公|需要时"
)


def says_how_often(text: str) -> bool:
    """Whether a 周期 names a rhythm, an occasion, or a number of days after one."""
    return bool(_RHYTHM.search(text) or _EVENT.search(text)) or parse_limit(text).computable
