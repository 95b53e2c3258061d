"""Fonts for print: cut once, healed when damaged, and named when they are missing."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from generator.publish import fonts
from generator.publish.fonts import Fonts, characters, prepare

_find = importlib.util.find_spec
_NAMED = (("Thin", 100), ("Regular", 400), ("Bold", 700))


def _square(size: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, size), (size, size), (size, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _variable_font(path: Path) -> None:
    """Write a font of one character that grows wider with its weight."""
    names = [".notdef", "zhang"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("漳"): "zhang"})
    builder.setupGlyf({name: _square(500) for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Noto Sans SC", "styleName": "Thin"})
    builder.setupOS2(usWeightClass=100)
    builder.setupPost()
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (300, 0), (300, 0), (0, 0), (0, 0), (0, 0), (0, 0)]
    builder.setupGvar({"zhang": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider)]})
    named = [{"value": value, "name": name} for name, value in _NAMED]
    builder.setupStat([{"tag": "wght", "name": "Weight", "values": named}])
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.save(path)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package like the real one, with a small font; the path of the font."""
    folder = tmp_path / "justmytype_intl_cjk" / "fonts" / "ofl" / "notosanssc"
    folder.mkdir(parents=True)
    (folder / "OFL.txt").write_text("SIL Open Font License")
    _variable_font(folder / "NotoSansSC[wght].ttf")
    origin = tmp_path / "justmytype_intl_cjk" / "__init__.py"

    def find(name: str) -> ModuleSpec | None:
        if name == "justmytype_intl_cjk":
            return ModuleSpec(name, None, origin=str(origin))
        return _find(name)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    return folder / "NotoSansSC[wght].ttf"


def _prepared(workshop: Path) -> Fonts:
    ready, problems = prepare(workshop)
    assert problems == []
    assert ready is not None
    return ready


def _contents(ready: Fonts) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(ready.folder.iterdir())}


@pytest.mark.usefixtures("package")
def test_the_wanted_weights_are_cut_and_stay_the_same(tmp_path: Path) -> None:
    ready = _prepared(tmp_path / "one")
    weights = []
    for path in ready.files:
        with TTFont(path) as font:
            assert "fvar" not in font
            weights.append(font["OS/2"].usWeightClass)
    assert weights == [400, 700]
    assert characters(ready) == frozenset({ord("漳")})
    assert _contents(ready).keys() == {
        "NotoSansSC-Bold.ttf",
        "NotoSansSC-Regular.ttf",
        "OFL.txt",
        "SHA256SUMS",
    }
    assert _contents(_prepared(tmp_path / "two")) == _contents(ready)


@pytest.mark.usefixtures("package")
def test_a_set_that_was_interrupted_or_changed_is_cut_anew(tmp_path: Path) -> None:
    ready = _prepared(tmp_path)
    whole = _contents(ready)
    ready.files[1].write_bytes(b"half")
    assert _contents(_prepared(tmp_path)) == whole
    (ready.folder / "SHA256SUMS").unlink()
    (ready.folder / "NotoSansSC-Bold.part").write_bytes(b"half")
    assert {**_contents(_prepared(tmp_path))}.items() >= whole.items()


@pytest.mark.usefixtures("package")
def test_a_whole_set_is_not_cut_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = _prepared(tmp_path)

    def fill(ready: Fonts, variable: Path) -> None:
        pytest.fail(f"{variable} is cut again for {ready}")

    monkeypatch.setattr(fonts, "_fill", fill)
    assert _prepared(tmp_path) == ready


def test_another_font_is_another_set(tmp_path: Path, package: Path) -> None:
    first = _prepared(tmp_path)
    with TTFont(package) as font:
        font["head"].fontRevision = 2.0
        font.save(package)
    assert _prepared(tmp_path).digest != first.digest


def test_a_missing_package_is_named_with_the_font_and_the_command(
    tmp_path: Path, package: Path
) -> None:
    package.unlink()
    ready, problems = prepare(tmp_path)
    assert ready is None
    assert [each.code for each in problems] == ["font-missing"]
    assert "“Noto Sans SC”" in problems[0].sentence
    assert "justmytype-intl-cjk" in problems[0].sentence
    assert "pip install" in problems[0].hint


def test_a_missing_tool_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(name: str) -> ModuleSpec | None:
        return None if name == "typst" else _find(name)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    ready, problems = prepare(tmp_path)
    assert ready is None
    assert [each.code for each in problems] == ["print-tool-missing"]
    assert "typst" in problems[0].sentence
    assert "--no-print" in problems[0].hint


@pytest.mark.usefixtures("package")
def test_a_folder_of_static_files_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    _, problems = prepare(tmp_path, own)
    assert "NotoSansSC-Regular.ttf" in problems[0].sentence
    for path in _prepared(tmp_path).files:
        (own / path.name).write_bytes(path.read_bytes())
    ready, problems = prepare(tmp_path, own)
    assert problems == []
    assert ready is not None
    assert ready.folder == own
