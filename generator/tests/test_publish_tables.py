"""Markdown tables of hand-written pages: every cell knows its column, nothing else changes."""

from __future__ import annotations

import markdown

from generator.publish.tables import with_labels

TABLE = "|找谁|几天|\n|---|---|\n|**镇政府**，见[这里](a.html)|60日|\n|县里||\n"


def test_each_cell_carries_the_head_of_its_column() -> None:
    """Two columns, two labels, in each row; links and emphasis stay inside the cell."""
    html = with_labels(markdown.markdown(TABLE, extensions=["tables"]))

    assert html.count('data-label="找谁"') == 2
    assert html.count('data-label="几天"') == 2
    assert '<td data-label="找谁"><span><strong>镇政府</strong>，见<a href="a.html">' in html
    assert html.count("<th>") == 2


def test_pages_without_tables_stay_as_they_are() -> None:
    """Nothing to label, nothing changed."""
    assert with_labels("<p>一 < 二</p>") == "<p>一 < 二</p>"
