"""A body with errors is shown as it last was, the others as they are now; nothing is lost silently.

Each test edits a published copy of the minimal world and publishes it again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.check import check
from generator.model.registry import Registry
from generator.problem import Problem, Severity, stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.load_world import added, copy_of, edited

ITEM = "powers/health/items/xk-001.yml"
UNIT = "powers/health/unit.yml"
TOWN = "powers/hedong/unit.yml"
VILLAGE = "villages/hedong/dongtou.yml"
PAGE = "powers/health/xk-001/index.html"
TOWN_PAGE = "powers/hedong/index.html"
VILLAGE_PAGE = "villages/hedong/dongtou/index.html"


def settings(root: Path, drop: tuple[str, ...] = (), *, strict: bool = False) -> Settings:
    """A run as `mingbai site --no-print` makes it."""
    return Settings(
        root,
        root / "site",
        prints=False,
        last_good=root / ".build" / "last-good",
        drop=frozenset(drop),
        strict=strict,
    )


def published(how: Settings) -> tuple[Problem, ...]:
    """One run → what it says."""
    return build.site(how, Silence())


@pytest.fixture(name="root")
def published_once(tmp_path: Path) -> Path:
    """A copy of the minimal world that has been published."""
    root = copy_of("minimal", tmp_path)
    assert published(settings(root)) == ()
    return root


def page(root: Path, address: str) -> str:
    """A page of the site as it is now."""
    return (root / "site" / address).read_text(encoding="utf-8")


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Codes with the files they stand in."""
    return [(problem.code, problem.span.file) for problem in problems]


def test_a_broken_unit_is_shown_as_it_was_and_the_others_as_they_are(root: Path) -> None:
    """A notice with the date, on its pages only; the error is told and stops nothing."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 生活饮水许可")
    edited(root, UNIT, "名称: 卫生局", "名称: 卫生健康局")
    edited(root, TOWN, "名称: 河东镇", "名称: 河东新镇")

    problems = published(settings(root))

    assert codes(problems) == [("unknown-field", ITEM), ("held-back", UNIT)]
    assert not stops(problems)
    assert problems[1].sentence == "卫生局有错误，它的页面仍是 2026-11-22 那一版的内容"
    assert "饮水卫生许可" in page(root, PAGE)
    assert "暂用2026年11月22日的内容" in page(root, PAGE)
    assert "本页是2026年11月22日发布的内容" in page(root, "powers/health/index.html")
    assert "卫生健康局" not in page(root, "powers/health/index.html")
    assert "河东新镇" in page(root, TOWN_PAGE)
    assert "暂用" not in page(root, TOWN_PAGE)


def test_a_mended_unit_is_shown_as_it_is_again(root: Path) -> None:
    """What was kept stays good while it is needed, and is replaced afterwards."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")
    for _ in range(2):
        published(settings(root))
        assert "饮水卫生许可" in page(root, PAGE)
    edited(root, ITEM, "名稱: 饮水卫生许可", "名称: 生活饮水许可")

    assert published(settings(root)) == ()

    assert "生活饮水许可" in page(root, PAGE)
    assert "暂用" not in page(root, PAGE)
    kept = root / ".build" / "last-good" / ITEM
    assert "生活饮水许可" in kept.read_text(encoding="utf-8")


def test_a_broken_village_is_shown_as_it_was(root: Path) -> None:
    """The date is that of the edition in which its files were last published."""
    edited(root, "powers/district.yml", "发布日期: 2026-11-22", "发布日期: 2026-12-01")
    edited(root, VILLAGE, "名称: 东头村", "名称:东头村")

    problems = published(settings(root))

    assert {code for code, _ in codes(problems)} == {"yaml-syntax", "held-back"}
    assert "暂用2026年11月22日的内容" in page(root, VILLAGE_PAGE)
    assert "暂用" not in page(root, PAGE)


def test_without_anything_kept_nothing_is_published(tmp_path: Path) -> None:
    """Nor is anything left out that nobody asked to leave out."""
    root = copy_of("minimal", tmp_path)
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")

    problems = published(settings(root))

    assert codes(problems) == [("unknown-field", ITEM)]
    assert stops(problems)
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("file", "dropped", "gone", "stays"),
    [(ITEM, "health", PAGE, VILLAGE_PAGE), (VILLAGE, "hedong/dongtou", VILLAGE_PAGE, PAGE)],
)
def test_a_dropped_body_has_no_pages_this_time(
    tmp_path: Path, file: str, dropped: str, gone: str, stays: str
) -> None:
    """References to it lead nowhere and stop nothing; the summary names it."""
    root = copy_of("minimal", tmp_path)
    added(root, "powers/topics.yml", "- {代号: a, 名称: 甲, 事项: [health/xk-001]}\n")
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(text.replace("名称: ", "名稱: ", 1), encoding="utf-8")

    problems = published(settings(root, (dropped,)))

    assert not stops(problems)
    assert {code for code, _ in codes(problems)} == {"unknown-field", "held-back"}
    assert any("这一次没有它的页面" in problem.sentence for problem in problems)
    assert not (root / "site" / gone).exists()
    assert (root / "site" / stays).exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("powers/vocabulary.yml", "权力类别", "权利类别"),
        ("powers/_township/items/qt-001.yml", "名称: ", "名稱: "),
        ("villages/_common/items/bm-001.yml", "名称: ", "名稱: "),
    ],
)
def test_errors_in_shared_files_always_stop(root: Path, file: str, old: str, new: str) -> None:
    """Also beside an error that could be held back."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")
    edited(root, file, old, new)
    edited(root, TOWN, "名称: 河东镇", "名称: 河东新镇")

    problems = published(settings(root))

    assert stops(problems)
    assert "held-back" not in [problem.code for problem in problems]
    assert "河东新镇" not in page(root, TOWN_PAGE)


def test_strict_holds_nothing_back(root: Path) -> None:
    """The site stays as it was."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")
    edited(root, TOWN, "名称: 河东镇", "名称: 河东新镇")

    assert stops(published(settings(root, strict=True)))
    assert "河东新镇" not in page(root, TOWN_PAGE)


def test_strict_makes_a_warning_fatal(root: Path) -> None:
    """It is told as an error; without --strict it stops nothing."""
    edited(root, UNIT, "名称: 卫生局", "名称: 卫生健康局")
    added(root, ITEM, "存疑: 还没有核对\n")

    [problem] = published(settings(root, strict=True))

    assert (problem.code, problem.severity) == ("doubt-open", Severity.ERROR)
    assert "卫生健康局" not in page(root, "powers/health/index.html")
    assert not stops(published(settings(root)))
    assert "卫生健康局" in page(root, "powers/health/index.html")


def test_a_body_that_names_what_is_held_back_is_held_back_too(root: Path) -> None:
    """Its new files do not fit the old ones of the other."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")
    text = (root / ITEM).read_text(encoding="utf-8").replace("名稱", "名称")
    added(root, "powers/health/items/xk-002.yml", text.replace("饮水卫生许可", "水源许可"))
    added(root, TOWN, "改动: {qt-001: {交由: health/xk-002}}\n")

    problems = published(settings(root))

    assert not stops(problems)
    held = [problem.span.file for problem in problems if problem.code == "held-back"]
    assert held == [UNIT, TOWN]


def test_a_unit_without_its_own_file_is_shown_as_it_was(root: Path) -> None:
    """What was kept of it is not forgotten."""
    (root / UNIT).unlink()
    for _ in range(2):
        assert not stops(published(settings(root)))
        assert "暂用2026年11月22日的内容" in page(root, "powers/health/index.html")


def test_the_same_input_gives_the_same_bytes(root: Path) -> None:
    """What was kept is part of the input."""
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")

    def made() -> dict[str, bytes]:
        published(settings(root))
        files = (path for path in (root / "site").rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}

    assert made() == made()


def test_an_interrupted_change_of_what_is_kept_is_healed(root: Path) -> None:
    """The folder is replaced by two renames; between them it has another name."""
    kept = root / ".build" / "last-good"
    kept.rename(kept.with_name("last-good.old"))
    edited(root, ITEM, "名称: 饮水卫生许可", "名稱: 饮水卫生许可")

    assert not stops(published(settings(root)))


def test_files_that_change_while_the_site_is_made_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has checked them."""
    root = copy_of("minimal", tmp_path)

    def check_slowly(registry: Registry) -> tuple[Problem, ...]:
        (root / ITEM).write_text("名稱: 半途\n", encoding="utf-8")
        return check(registry)

    monkeypatch.setattr(build, "check", check_slowly)
    published(settings(root))

    kept = root / ".build" / "last-good"
    assert not (kept / ITEM).exists()
    assert (kept / TOWN).exists()
