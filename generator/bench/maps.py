"""A district → what its overview maps cost: the first time, with the engine kept, and unchanged."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from generator.chart.atlas import atlas
from generator.load import load
from generator.publish import engine_in

_ENGINE = 1_000_000
"""Bytes: only the compiled engine is as large."""


@dataclass(frozen=True, slots=True)
class MapCost:
    """One state of the workshop, how many maps there are, and processor seconds for all."""

    name: str
    maps: int
    seconds: float


def cost_of_maps(root: Path, workshop: Path) -> list[MapCost]:
    """The district at *root* drawn three times; *workshop* is emptied first."""
    shutil.rmtree(workshop, ignore_errors=True)
    found = [_cost("engine compiled too", root, workshop)]
    for file in (workshop / "memo").iterdir():
        if file.stat().st_size < _ENGINE:
            file.unlink()
    found.append(_cost("every map changed", root, workshop))
    found.append(_cost("no map changed", root, workshop))
    return found


def _cost(name: str, root: Path, workshop: Path) -> MapCost:
    registry, _ = load(root)
    if registry is None:
        raise ValueError(root)
    started = time.process_time()
    maps = atlas(registry, engine_in(workshop))
    return MapCost(name, len(maps), time.process_time() - started)
