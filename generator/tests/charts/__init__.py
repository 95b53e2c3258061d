"""Charts under test: a corpus of flows, and counters that read the SVG that was written."""
