"""What a village has of its own stands in its printed handbook, beside what all villages have."""

from __future__ import annotations

import json

from generator.chart import gallery
from generator.output import Printed
from generator.render.site import Site
from generator.tests.print_book import handbooks
from generator.tests.rendered import registry_of


def _notes(printed: Printed, name: str) -> dict[str, str]:
    """The foot of one item of a handbook."""
    book = json.loads(printed.data)
    entries = [entry for chapter in book["chapters"] for entry in chapter["entries"]]
    (entry,) = [entry for entry in entries if entry["name"] == name]
    return {note["label"]: note["words"] for note in entry["notes"]}


def test_a_handbook_says_what_differs_here() -> None:
    registry = registry_of("full")
    site = Site(registry, gallery(registry, lambda done, total: None))
    ours, theirs = handbooks(site)
    told = _notes(ours, "低保代办")["本村不同"]
    assert told == "时限 · 承诺：本村：5个工作日，通用：10个工作日"
    assert "本村不同" not in _notes(ours, "山货统一销售")
    assert "本村不同" not in _notes(theirs, "低保代办")
