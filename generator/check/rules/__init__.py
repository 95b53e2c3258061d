"""The rules, in reading order; one rule is one module and one page."""

from __future__ import annotations

from generator.check.rule import Rule
from generator.check.rules import (
    active_power_without_flow,
    basis_missing,
    branch_labels_equal,
    cancelled_without_document,
    decision_without_other_way,
    falls_into_branch,
    fee_without_basis,
    join_without_split,
    law_repealed,
    law_unknown,
    limit_not_computable,
    merged_without_target,
    names_run_together,
    omitted_without_reason,
    path_longer_than_promise,
    power_without_duty,
    promised_longer_than_statutory,
    risk_without_measure,
    sample_unstamped,
    several_starts,
    stale,
    statutory_limit_without_basis,
    step_leads_nowhere,
    step_unreachable,
    step_without_post,
    target_not_stated,
    transition_to_unknown_step,
    village_incomplete,
)

FLOW_RULES: tuple[Rule, ...] = (
    transition_to_unknown_step.RULE,
    step_unreachable.RULE,
    step_leads_nowhere.RULE,
    falls_into_branch.RULE,
    branch_labels_equal.RULE,
    join_without_split.RULE,
    several_starts.RULE,
    decision_without_other_way.RULE,
    target_not_stated.RULE,
    step_without_post.RULE,
)
"""Rules that need no more than one flow."""

RULES: tuple[Rule, ...] = (
    *FLOW_RULES,
    risk_without_measure.RULE,
    power_without_duty.RULE,
    basis_missing.RULE,
    active_power_without_flow.RULE,
    village_incomplete.RULE,
    promised_longer_than_statutory.RULE,
    limit_not_computable.RULE,
    path_longer_than_promise.RULE,
    statutory_limit_without_basis.RULE,
    fee_without_basis.RULE,
    cancelled_without_document.RULE,
    merged_without_target.RULE,
    names_run_together.RULE,
    law_unknown.RULE,
    law_repealed.RULE,
    omitted_without_reason.RULE,
    stale.RULE,
    sample_unstamped.RULE,
)
