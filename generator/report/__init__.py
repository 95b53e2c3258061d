"""Problems → what people and programs read: a terminal's text, JSON, GitHub annotations, SARIF.

The pages that explain the codes are read here too: a problem on paper leads to its page.
"""

from __future__ import annotations

from generator.report.explain import listed, near, to_lines
from generator.report.github import to_github
from generator.report.pages import read_pages
from generator.report.rows import to_json
from generator.report.sarif import to_sarif
from generator.report.text import Lines, printable, summary, to_text, width

__all__ = [
    "Lines",
    "listed",
    "near",
    "printable",
    "read_pages",
    "summary",
    "to_github",
    "to_json",
    "to_lines",
    "to_sarif",
    "to_text",
    "width",
]
