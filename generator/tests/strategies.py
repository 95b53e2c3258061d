"""Hypothesis strategies: what clerks might write."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.model.flow import Flow
from generator.tests.charts.corpus import random_flow


def flows() -> st.SearchStrategy[Flow]:
    """Well-formed flows of 8–30 steps, as in `charts/corpus.py`."""
    return st.randoms(use_true_random=False).map(random_flow)


def labels() -> st.SearchStrategy[str]:
    """Any text a field may hold: Han, ASCII, signs of markup, emoji; no control characters."""
    signs = st.characters(min_codepoint=0x20, exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
    return st.text(signs, min_size=1, max_size=60).map(str.strip).filter(bool)
