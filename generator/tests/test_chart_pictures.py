"""Flows → pictures of text characters, accepted with eyes: where boxes and edges lie.

`CHART_ACCEPT=1 pytest generator/tests/test_chart_pictures.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.chart import VIEWS, draw
from generator.tests.charts.picture import picture
from generator.tests.charts.samples import EVERY_KIND, LICENCE

PICTURES = Path(__file__).parent / "charts"
FLOWS = {"licence": LICENCE, "every-kind": EVERY_KIND}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", FLOWS)
def test_a_flow_is_laid_out_as_accepted(name: str, view: str) -> None:
    accepted = PICTURES / f"{name}-{view}.txt"
    drawn = picture(draw(FLOWS[name], view))
    if os.environ.get("CHART_ACCEPT"):
        accepted.write_text(drawn, encoding="utf-8")

    assert accepted.read_text(encoding="utf-8") == drawn
