"""The variable font of a Python package → the static fonts that handbooks are set in.

Typst wants static TrueType: a variable font comes out thin in charts. So the wanted weights are cut
once out of the package's font and kept in `.build/fonts/<hash of font and recipe>/`. The stamp with
the hashes of the cut files is written last: a set that was interrupted or changed has no valid
stamp and is cut anew.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import multiprocessing
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.problem import Problem, Span, error

FAMILY = "Noto Sans SC"
PACKAGE = "justmytype-intl-cjk"
INSTALL = "python -m pip install --no-deps -r requirements/print.lock"

_NEEDED = ("typst", "pikepdf", "fontTools")
_WEIGHTS = (("Regular", 400), ("Bold", 700))
_RECIPE = "static weights, names updated, 1"
_STAMP = "SHA256SUMS"
_LICENCE = "OFL.txt"
_PLACE = Span("requirements/print.lock")


@dataclass(frozen=True, slots=True)
class Fonts:
    """A folder with the Regular and the Bold of one family; *digest* changes when they change."""

    folder: Path
    digest: str

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files, Regular first."""
        return tuple(self.folder / _file_name(style) for style, _ in _WEIGHTS)


def prepare(workshop: Path, folder: Path | None = None) -> tuple[Fonts | None, list[Problem]]:
    """The `.build` folder → fonts ready to set with, or the problem that says what to install.

    *folder* names a folder that already holds the static files; then nothing is cut.
    """
    lacking = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        return None, [_tool_missing(lacking)]
    if folder is not None:
        return _from_folder(folder)
    variable = _variable_font()
    if variable is None:
        return None, [_font_missing(f"程序包 {PACKAGE} 没有安装")]
    return _cut(variable, workshop / "fonts"), []


@lru_cache(maxsize=4)
def characters(fonts: Fonts) -> frozenset[int]:
    """The code points that every file of *fonts* can show."""
    from fontTools.ttLib import TTFont  # Needed for print only, which may be left out.

    shown: list[frozenset[int]] = []
    for path in fonts.files:
        with TTFont(path, lazy=True) as font:
            # Numbers for names: to make up proper names of all glyphs takes most of the time.
            font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
            shown.append(frozenset(font.getBestCmap()))
    return shown[0].intersection(*shown[1:])


def _tool_missing(lacking: list[str]) -> Problem:
    names = "、".join(lacking)
    return error(
        "print-tool-missing",
        f"印手册要用的程序包没有安装：{names}",
        _PLACE,
        f"运行 {INSTALL}；暂时不印手册就运行 make site ARGS=--no-print",
    )


def _font_missing(why: str) -> Problem:
    return error(
        "font-missing",
        f"印手册要用的字体“{FAMILY}”没有找到：{why}",
        _PLACE,
        f"运行 {INSTALL}（字体在程序包 {PACKAGE} 里）；或者在设置里写明放字体的文件夹",
    )


def _from_folder(folder: Path) -> tuple[Fonts | None, list[Problem]]:
    absent = [_file_name(style) for style, _ in _WEIGHTS if not _has_file(folder, style)]
    if absent:
        return None, [_font_missing(f"文件夹 {folder} 里没有 {'、'.join(absent)}")]
    sums = "".join(_sum(folder / _file_name(style)) for style, _ in _WEIGHTS)
    return Fonts(folder, hashlib.sha256(sums.encode()).hexdigest()), []


def _has_file(folder: Path, style: str) -> bool:
    return (folder / _file_name(style)).is_file()


def _variable_font() -> Path | None:
    """Where the package keeps the variable font; found without importing the package."""
    spec = importlib.util.find_spec(PACKAGE.replace("-", "_"))
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"
    return path if path.is_file() else None


def _cut(variable: Path, shelf: Path) -> Fonts:
    """The variable font → the set cut from it, taken from *shelf* if it is whole."""
    cutter = importlib.metadata.version("fonttools")
    recipe = f"{_sum(variable)} {cutter} {_WEIGHTS} {_RECIPE}"
    digest = hashlib.sha256(recipe.encode()).hexdigest()
    fonts = Fonts(shelf / digest[:16], digest)
    if not _is_whole(fonts):
        _fill(fonts, variable)
    return fonts


def _is_whole(fonts: Fonts) -> bool:
    stamp = fonts.folder / _STAMP
    try:
        return stamp.read_text("ascii") == _sums(fonts)
    except (OSError, UnicodeDecodeError):
        return False


def _sums(fonts: Fonts) -> str:
    return "".join(f"{_sum(path)}  {path.name}\n" for path in fonts.files)


def _fill(fonts: Fonts, variable: Path) -> None:
    """Cut every weight, each in a process of its own, then write the stamp."""
    fonts.folder.mkdir(parents=True, exist_ok=True)
    (fonts.folder / _STAMP).unlink(missing_ok=True)
    tasks = [
        (variable, weight, path) for (_, weight), path in zip(_WEIGHTS, fonts.files, strict=True)
    ]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(tasks), mp_context=context) as pool:
        for done in [pool.submit(_instance, *task) for task in tasks]:
            done.result()
    shutil.copyfile(variable.parent / _LICENCE, fonts.folder / _LICENCE)
    _write_whole(fonts.folder / _STAMP, _sums(fonts).encode("ascii"))


def _instance(variable: Path, weight: int, path: Path) -> None:
    """Write the static font of one weight; the same input gives the same bytes."""
    from fontTools.ttLib import TTFont  # Needed for print only, which may be left out.
    from fontTools.varLib import instancer

    unfinished = path.with_suffix(".part")
    with TTFont(variable, recalcTimestamp=False) as font:
        static = instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)
        static.save(unfinished)
    unfinished.replace(path)


def _write_whole(path: Path, content: bytes) -> None:
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _file_name(style: str) -> str:
    return f"{FAMILY.replace(' ', '')}-{style}.ttf"


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
