"""A 权力类别 → what an item of that kind usually has: stages, parts, a form of flow."""

from __future__ import annotations

from generator.edit.draft import filled
from generator.model.district import KindTerm, Term, Vocabulary

_STAGES = {
    "licensing": "acceptance examination decision service supervision",
    "penalty": "filing investigation legal-review notice decision service execution",
    "compulsion": "investigation notice decision service execution",
    "levy": "acceptance examination decision service",
    "payment": "acceptance verification publicity decision payout",
    "inspection": "planning inspection rectification disposal disclosure",
    "confirmation": "acceptance examination decision service supervision",
    "reward": "acceptance review publicity decision payout",
    "adjudication": "acceptance examination mediation decision service",
}
_ON_APPLICATION = "acceptance examination decision service"
_ON_OWN_ACCOUNT = "filing investigation decision service"
_TYPICAL = {
    "acceptance": "公示条件和材料；材料不齐的一次告知",
    "examination": "审查材料，需要核实的到现场核实",
    "verification": "入户或者到现场核查，记录在案",
    "review": "按公开的标准评审",
    "publicity": "公示名单，处理异议",
    "decision": "作出决定；不同意的书面说明理由，告知复议和诉讼的途径",
    "service": "送达决定书或者证件",
    "supervision": "定期检查，发现问题及时处理",
    "filing": "发现线索及时核查，符合条件的立案",
    "investigation": "两名以上执法人员出示证件，全面调查取证",
    "legal-review": "重大决定先经法制审核",
    "notice": "告知事实、理由、依据和权利，听取陈述、申辩",
    "execution": "督促履行，逾期不履行的依法执行",
    "planning": "制定检查计划并公开",
    "inspection": "两名以上执法人员出示证件，现场检查并记录",
    "rectification": "发现问题的责令改正，到期复查",
    "disposal": "涉嫌违法的立案或者移送",
    "disclosure": "公开结果",
    "payout": "按时足额发放到本人账户",
    "mediation": "双方愿意的先行调解",
}
_FAULTS = {
    True: "对符合条件的申请不予受理的",
    False: "发现违法行为不查处的",
}
_PAYING = ("payment", "reward")


def duties_of(vocabulary: Vocabulary, kind: KindTerm) -> str:
    """The rows of 事项 under 责任: the usual stages of a kind that the district has words for."""
    usual = _ON_APPLICATION if kind.on_application else _ON_OWN_ACCOUNT
    codes = _STAGES.get(kind.code, usual).split()
    words = {term.code: term.name for term in vocabulary.stages}
    rows = [(words[code], _TYPICAL[code]) for code in codes if code in words]
    rows = rows or [(_first(vocabulary.stages, "受理"), "待填写必须做什么")]
    return "\n".join(f"- {{环节: {stage}, 内容: {what}}}" for stage, what in rows)


def fault_of(kind: KindTerm) -> str:
    """The usual 追责情形 of a kind."""
    return _FAULTS[kind.on_application]


def parts_of(vocabulary: Vocabulary, kind: KindTerm) -> str:
    """The parts of an item that only such kinds have, as a form with every line set aside."""
    forms = [
        ("item-apply.yml", kind.on_application),
        ("item-enforce.yml", kind.enforcing),
        ("item-pay.yml", kind.code in _PAYING),
    ]
    words = {
        "handling": _first(vocabulary.handlings, "承诺件"),
        "origin": _first(vocabulary.document_origins, "申请人自备"),
    }
    return "".join(filled(form, words) for form, wanted in forms if wanted).rstrip("\n")


def flow_form(kind: KindTerm | None) -> str:
    """The blank flow: for what the authority begins by itself, or for what people apply for."""
    return "flow-enforcing.yml" if kind is not None and kind.enforcing else "flow.yml"


def _first(terms: tuple[Term, ...], otherwise: str) -> str:
    return terms[0].name if terms else otherwise
