"""Registry → problems: every rule looks at the whole district and says what contradicts itself."""

from __future__ import annotations

from generator.check.rules import FLOW_RULES, RULES
from generator.memory import nothing_collected
from generator.model.district import District, Vocabulary
from generator.model.flow import Flow
from generator.model.registry import Ref, Registry
from generator.problem import Problem, in_order


def check(registry: Registry) -> tuple[Problem, ...]:
    """A registry → the problems that the rules find, each cause once, in the order of the files."""
    with nothing_collected():
        found = [problem for rule in RULES for problem in rule.find(registry)]
    return tuple(in_order(found))


def check_for(registry: Registry, village: str) -> tuple[Problem, ...]:
    """What a village's handbook is made of → what the rules find in the files it is printed from.

    Of other bodies little is known here, too little to say what is wrong with them.
    """
    return tuple(each for each in check(registry) if _is_printed(each.span.file, registry, village))


def _is_printed(file: str, registry: Registry, village: str) -> bool:
    """Whether a file is that of the village, of its township, or one that villages share."""
    if file.startswith("villages/"):
        own = {e.written.file for e in registry.villages if e.id == village}
        return file in own or file.startswith("villages/_")
    township = village.partition("/")[0]
    return file.count("/") < 2 or file == f"powers/{township}/unit.yml"


def check_flow(flow: Flow) -> tuple[Problem, ...]:
    """One flow, without a district around it → what the rules about flows find."""
    alone = Registry(
        District.model_validate({"名称": flow.name, "发布日期": "2000-01-01"}),
        Vocabulary.model_validate({"权力类别": [], "风险等级": []}),
        flows={Ref("", flow.id): flow},
    )
    return tuple(in_order([problem for rule in FLOW_RULES for problem in rule.find(alone)]))
