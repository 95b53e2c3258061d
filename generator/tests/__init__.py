"""Tests: pairs of what is given and what comes of it, stage by stage."""
