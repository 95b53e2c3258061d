"""A district's flow files → how long drawing one chart takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from generator.chart import VIEWS, draw, svg
from generator.load import read_flow
from generator.model.flow import Flow

_ROUNDS = 5


def milliseconds_per_chart(root: Path) -> dict[str, float]:
    """For each view, processor milliseconds from a flow to its SVG text, in the best of rounds."""
    paths = sorted(root.glob("*/*/flows/*.yml"))
    flows = [flow for path in paths if (flow := read_flow(path)[0]) is not None]
    return {
        view: min(_seconds(flows, view) for _ in range(_ROUNDS)) * 1000 / len(flows)
        for view in VIEWS
    }


def _seconds(flows: Sequence[Flow], view: str) -> float:
    """Drawing every flow once → processor seconds."""
    started = time.process_time()
    for flow in flows:
        svg.to_standalone_svg(draw(flow, view))
    return time.process_time() - started
