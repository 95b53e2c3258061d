"""The architecture as tests: what the house and its style ask of every module.

What ruff and mypy already refuse is not said twice here. Each test lists every place at fault.
"""

from __future__ import annotations

import ast
import io
import logging
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from generator.tests.conftest import refuse

PACKAGE = Path(__file__).parents[1]
STAGES = ("load", "check", "chart", "render", "publish", "report")
PURE = ("model/", "check/", "chart/")
TRIALS = ("tests/", "bench/")
SPEAKS = ("cli.py", "__main__.py")
READS_TREES = "load/yaml_tree.py"
MOST_LINES, MOST_LINES_OF_BUILD, MOST_LINES_OF_FUNCTION = 250, 60, 40
MOST_PARAMETERS, DEEPEST, WIDEST = 4, 3, 100

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_BLOCKS = (ast.If, ast.For, ast.While, ast.Try, ast.Match)
_FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink"}
_CLOCKS = {
    *(("datetime", name) for name in ("now", "utcnow", "today")),
    *(("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime")),
    ("date", "today"),
}
_UNEXPLAINED = re.compile(
    r"#\s*(?:noqa(?!: [A-Z]+\d+(?:, [A-Z]+\d+)*\s+(?:#|-) \w)"
    r"|type:\s*ignore(?!\[[\w, -]+\]\s+(?:#|-) \w)|pragma(?!: no cover\s+(?:#|-) \w))"
)


@dataclass(frozen=True)
class Module:
    """One Python file of the package: its path below it, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST, words: str) -> str:
        """A place and what is wrong there, in the form editors can jump to."""
        return f"generator/{self.name}:{getattr(node, 'lineno', 1)} {words}"

    def functions(self) -> Iterator[Function]:
        """Every function and method, however deep."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def calls(self) -> Iterator[tuple[ast.Call, str, str]]:
        """Every call with the name called and what it is called on: `a.b()` → b, a."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node, node.func.id, ""
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield node, node.func.attr, ast.unparse(node.func.value)


def _read(path: Path) -> Module:
    text = path.read_text("utf-8")
    return Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text))


MODULES = tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))
PRODUCTION = tuple(module for module in MODULES if not module.name.startswith(TRIALS))


def _faults(modules: Iterable[Module], find: Callable[[Module], Iterator[str]]) -> list[str]:
    return [fault for module in modules for fault in find(module)]


@contextmanager
def _loggers_left_alone() -> Iterator[None]:
    """Import Linter turns every logger off that it does not know; later tests listen to some."""
    known = [each for each in logging.root.manager.loggerDict.values() if hasattr(each, "disabled")]
    try:
        yield
    finally:
        for each in known:
            each.disabled = False


def test_stages_never_import_each_other(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    with _loggers_left_alone():
        code = lint_imports(cache_dir=None)
    refuse([capsys.readouterr().out] if code else [])


def test_modules_functions_and_lines_are_short() -> None:
    def find(module: Module) -> Iterator[str]:
        lines = module.text.splitlines()
        most = MOST_LINES_OF_BUILD if module.name == "build.py" else MOST_LINES
        if len(lines) > most:
            yield f"generator/{module.name}: {len(lines)} lines, at most {most}"
        for number, line in enumerate(lines, 1):
            if len(line) > WIDEST:
                yield f"generator/{module.name}:{number} {len(line)} characters wide"
        for function in module.functions():
            long = (function.end_lineno or function.lineno) - function.lineno + 1
            if long > MOST_LINES_OF_FUNCTION:
                yield module.at(function, f"{function.name} has {long} lines")

    refuse(_faults(MODULES, find))


def test_functions_take_few_parameters() -> None:
    def find(module: Module) -> Iterator[str]:
        for function in module.functions():
            given = function.args
            names = [each.arg for each in given.posonlyargs + given.args + given.kwonlyargs]
            count = len([name for name in names if name not in ("self", "cls")])
            if count > MOST_PARAMETERS and not _is_test(module, function):
                yield module.at(function, f"{function.name} takes {count} parameters")

    refuse(_faults(MODULES, find))


def _is_test(module: Module, thing: Named) -> bool:
    """A test's name says it all, and its parameters are fixtures."""
    return _is_test_module(module) and thing.name.lower().startswith("test")


def _is_test_module(module: Module) -> bool:
    """What else stands there serves that module alone."""
    return module.name.startswith("tests/test_")


def test_blocks_nest_no_deeper_than_three() -> None:
    def find(module: Module) -> Iterator[str]:
        for function in module.functions():
            if (depth := _depth(function.body)) > DEEPEST:
                yield module.at(function, f"{function.name} nests {depth} blocks")

    refuse(_faults(MODULES, find))


def _depth(body: list[ast.stmt]) -> int:
    """Statements → how many blocks lie in each other at most; an elif is no deeper than its if."""
    deepest = 0
    for statement in body:
        if not isinstance(statement, _BLOCKS):
            continue
        branches = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        branches += [each.body for each in getattr(statement, "handlers", [])]
        branches += [each.body for each in getattr(statement, "cases", [])]
        inside = [_depth(branch) - _is_elif(statement, branch) for branch in branches]
        deepest = max(deepest, 1 + max(inside, default=0))
    return deepest


def _is_elif(statement: ast.stmt, branch: list[ast.stmt]) -> bool:
    if not isinstance(statement, ast.If) or branch is not statement.orelse or len(branch) != 1:
        return False
    return isinstance(branch[0], ast.If) and branch[0].col_offset == statement.col_offset


def test_public_things_say_what_they_are() -> None:
    def find(module: Module) -> Iterator[str]:
        if not ast.get_docstring(module.tree):
            yield f"generator/{module.name}: the module has no docstring"
        for owner in (module.tree, *_public(module.tree, (ast.ClassDef,))):
            for thing in _public(owner, (ast.ClassDef, *FUNCTIONS)):
                if not _is_test_module(module) and not ast.get_docstring(thing):
                    yield module.at(thing, f"{thing.name} has no docstring")

    refuse(_faults(MODULES, find))


def _public(owner: ast.Module | Named, kinds: tuple[type[Named], ...]) -> list[Named]:
    things = [node for node in owner.body if isinstance(node, kinds)]
    return [thing for thing in things if not thing.name.startswith("_")]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_says_what_turns_into_what(stage: str) -> None:
    names = (f"{stage}.py", f"{stage}/__init__.py")
    docs = [ast.get_docstring(each.tree) or "" for each in MODULES if each.name in names]
    assert len(docs) == 1, f"generator/{stage} is to be one package or one module"
    first_line = docs[0].partition("\n")[0]
    assert re.search(r"→|\binto\b", first_line), f"{stage} begins {first_line!r}"


def test_only_the_command_line_prints_and_ends_the_program() -> None:
    def find(module: Module) -> Iterator[str]:
        for call, name, owner in module.calls():
            ends = (name, owner) in (("exit", "sys"), ("exit", ""), ("SystemExit", ""))
            if ends or (name, owner) == ("print", ""):
                yield module.at(call, f"{name}() is for cli.py")

    refuse(_faults((each for each in PRODUCTION if each.name not in SPEAKS), find))


def test_pure_stages_open_no_file() -> None:
    def find(module: Module) -> Iterator[str]:
        for call, name, _ in module.calls():
            if name in _FILE_CALLS:
                yield module.at(call, f"{name}() reaches the disk")

    refuse(_faults((each for each in MODULES if each.name.startswith(PURE)), find))


def test_nothing_reads_the_clock() -> None:
    def find(module: Module) -> Iterator[str]:
        for call, name, owner in module.calls():
            if (owner.rpartition(".")[2], name) in _CLOCKS:
                yield module.at(call, f"{owner}.{name}() makes two builds differ")

    refuse(_faults(PRODUCTION, find))


def test_any_is_written_only_where_yaml_is_read() -> None:
    def find(module: Module) -> Iterator[str]:
        for node in ast.walk(module.tree):
            named = getattr(node, "id", "") or getattr(node, "attr", "")
            if named == "Any" or (isinstance(node, ast.alias) and node.name == "Any"):
                yield module.at(node, "Any")

    refuse(_faults((each for each in MODULES if each.name != READS_TREES), find))


def test_a_silenced_tool_has_a_written_reason() -> None:
    def find(module: Module) -> Iterator[str]:
        for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
            if token.type == tokenize.COMMENT and _UNEXPLAINED.search(token.string):
                yield f"generator/{module.name}:{token.start[0]} {token.string} # and why?"

    refuse(_faults(MODULES, find))
