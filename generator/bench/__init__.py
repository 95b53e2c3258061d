"""A district and a number → a district that many times as large, and what building it costs."""
