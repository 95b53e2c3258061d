"""A flow, as an item uses it → the name under which its drawings are kept.

The drawings are made once for each different flow: the flow file itself, and each variant that
differs from it by the posts, days or papers of one item.
"""

from __future__ import annotations

import re
from typing import Protocol

from generator.model.registry import Ref, UsedFlow


class UsesFlows(Protocol):
    """What the name needs of a holding, be it of a power or of a village's power."""

    @property
    def holder(self) -> str:
        """The folder of the unit or village."""

    @property
    def ref(self) -> Ref:
        """The file the item is written in."""

    @property
    def flows(self) -> tuple[UsedFlow, ...]:
        """The flows in use, in the order written."""


def flow_key(ref: Ref) -> str:
    """A flow file → `<folder>/<id>`."""
    return f"{ref.folder}/{ref.id}"


def chart_key(used: UsedFlow, holding: UsesFlows) -> str:
    """A used flow → the name of the flow file, or `<holder>/<item>/<n>` where the item adapts it.

    *n* counts the flows of the item from 1.
    """
    if not used.adapted:
        return flow_key(used.ref)
    number = next(n for n, own in enumerate(holding.flows, 1) if own is used)
    return f"{holding.holder}/{holding.ref.id}/{number}"


def chart_id(key: str) -> str:
    """The name of a chart → an ASCII id for a page: `powers/a/b` → `flow_powers-a-b`.

    The underscore keeps it apart from the ids of items, which have none.
    """
    return "flow_" + re.sub(r"[^a-z0-9]", "-", key)


def step_anchor(chart: str, key: str) -> str:
    """The id of a chart and the lasting name of a step → the id of the step's line in the list."""
    return f"{chart}-s{key}"
