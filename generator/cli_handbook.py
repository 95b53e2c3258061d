"""The command that prints handbooks without a site: handbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from rich.console import Console as Terminal

from generator.chosen import chosen_of
from generator.console import StageLines
from generator.problem import Problem
from generator.progress import HANDBOOKS, SLIP, Stage
from generator.publish import Finish, Flip, Fold, get_ready
from generator.seals import Order, only_one, sealed
from generator.settings import Settings
from generator.syllables import NEEDS
from generator.verdict import CLEAN, tell
from generator.words import ROOT, ChineseCommand, make_folder

if TYPE_CHECKING:
    from generator.model.body import Village
    from generator.model.registry import Registry

_STAPLED = 16
"""Sheets that a stapler goes through."""


class _How(TypedDict):
    """The options that say which handbooks are printed, and in which form."""

    villages: tuple[str, ...]
    edition: str
    imposed: bool
    per_signature: int | None
    creep: float | None
    flip: str | None
    marks: bool
    volumes: bool
    since: Path | None
    strict: bool


@click.command("handbook", cls=ChineseCommand)
@ROOT
@click.option(
    "--village",
    "villages",
    multiple=True,
    metavar="村",
    help="只印这个村，写“镇/村”的编号或者村名；可以写几次。不写就印所有的村。",
)
@click.option(
    "--edition",
    type=click.Choice(["normal", "large"]),
    default="normal",
    help="normal 是 A5 的普通版，字 12 磅；large 是 A4 的大字版，字 17 磅。不写就是普通版。",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="手册放到哪个文件夹；不写就是 handbooks（不进 git）。",
)
@click.option(
    "--imposed",
    is_flag=True,
    help="拼成骑马订的大张：A4 横放、双面印，对折以后页码正好连着（大字版是 A3）。",
)
@click.option(
    "--per-signature",
    type=click.IntRange(1, 99),
    metavar="张数",
    help="和 --imposed 一起用：几张纸折成一沓，例如 4；不写就全部折成一沓。",
)
@click.option(
    "--creep",
    type=click.FloatRange(0, 1),
    metavar="毫米",
    help="和 --imposed 一起用：里面的纸每张往订口让多少毫米；不写就是 0.1，厚纸写 0.15。",
)
@click.option(
    "--flip",
    type=click.Choice([flip.value for flip in Flip]),
    help="和 --imposed 一起用：打印机双面印时按短边（short）还是长边（long）翻；不写就是短边。",
)
@click.option("--marks", is_flag=True, help="给印刷厂：四周加3毫米出血和裁切线。")
@click.option(
    "--volumes",
    is_flag=True,
    help="分成两本，薄一半好装订：上册是重大决策和日常工作，下册是便民服务。",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="上一版.json",
    help="不印手册，只印改动页：和这一版比，改了哪些事项、电话、岗位，一页 A5，贴在手册里。",
)
@click.option("--strict", is_flag=True, help="一条提醒也不许有：提醒当成错误。")
def handbook(root: Path, out: Path | None, **how: Unpack[_How]) -> int:
    """印村级手册，不生成网站。

    先检查数据，有错误就不印。每个村一个 PDF，例如 handbooks/镇/村.pdf，大字版是 镇/村-large.pdf，
    拼版是 镇/村-imposed.pdf，带裁切线的是 镇/村-marks.pdf，分成两本是 镇/村-1.pdf 和 镇/村-2.pdf。
    没有改动的手册不用重排。
    旁边的 镇/村.json 是这一版的内容，和手册一起存好：下一版用 --since 和它比，印出改动页
    镇/村-slip.pdf。
    """
    settings = Settings(
        root,
        (out or root / "handbooks").resolve(),
        last_good=root / ".build" / "last-good",
        strict=how["strict"],
    )
    finish = Finish(how["edition"] == "large", _fold(how), how["marks"])
    if how["since"]:
        return _slip(settings, how["since"], finish, how)
    named = how["villages"]
    only = only_one(settings, named)
    order = Order(lambda registry: chosen_of(registry, named), finish, named, how["volumes"], only)
    make_folder(settings.out)
    paths, problems = _printed(settings, order)
    _warn_of_thick(paths, finish)
    return _told(problems, root, only)


def _told(problems: tuple[Problem, ...], root: Path, only: str) -> int:
    """Tell the problems; where one village was read, not that the district has none."""
    if not only or problems:
        return tell(problems, root)
    click.echo("印这个村用得到的内容没有问题；别的单位和村没有检查，要全部检查用 mingbai check")
    return CLEAN


def _printed(settings: Settings, order: Order) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The PDFs of an order and what is wrong; those of the last run where nothing has changed."""
    lines = StageLines(Terminal(), HANDBOOKS)
    if seal := sealed(settings, order.words):
        paths = tuple(settings.out / file for file in seal.files if file.endswith(".pdf"))
        lines.begin(Stage.PRINT)
        lines.end(f"{len(paths)} 本都没有改动，还在 {settings.out}")
        return paths, seal.problems
    get_ready(*NEEDS)
    from generator.handbooks import print_handbooks  # All stages, which take long to import.

    try:
        return print_handbooks(settings, order, lines)
    finally:
        lines.stop()


def _slip(settings: Settings, since: Path, finish: Finish, how: _How) -> int:
    """Print what changed since an edition, instead of a handbook."""
    if len(how["villages"]) > 1:
        raise click.UsageError("--since 一次只做一个村的改动页，--village 只写一个")
    if how["volumes"]:
        raise click.UsageError("改动页不分上下册：去掉 --volumes")
    if finish.fold:
        raise click.UsageError("改动页只有一两页，不用拼版：去掉 --imposed")

    from generator.slips import SlipOrder, print_slip  # All stages, which take long to import.

    def chosen(registry: Registry, named: str) -> Village:
        return chosen_of(registry, how["villages"] or (named,))[0]

    order = SlipOrder(since, chosen, finish, "".join(how["villages"]))
    make_folder(settings.out)
    lines = StageLines(Terminal(), SLIP)
    try:
        slip, problems = print_slip(settings, order, lines)
    finally:
        lines.stop()
    if slip:
        click.echo(f"{slip.counts}。" if slip.path else "和这一版比，手册里印的没有改动。")
    return _told(problems, settings.root, slip.only if slip else "")


def _fold(how: _How) -> Fold | None:
    """How sheets are folded; None where the pages are printed one by one."""
    fold = Fold(
        how["per_signature"] or 0,
        Fold().creep if how["creep"] is None else how["creep"],
        Flip(how["flip"] or Flip.SHORT),
    )
    if how["imposed"]:
        return fold
    if fold != Fold() or how["flip"] or how["creep"] is not None:
        told = "--per-signature、--creep、--flip 说的是怎样拼版"
        raise click.UsageError(f"{told}，要和 --imposed 一起用")
    return None


def _warn_of_thick(paths: tuple[Path, ...], finish: Finish) -> None:
    """Say which booklets no stapler goes through, and what to do."""
    if finish.fold is None:
        return
    import pikepdf  # Needed for print only, which may be left out.

    for path in paths:
        with pikepdf.open(path) as document:
            sheets = len(document.pages) // 2
        if min(finish.fold.section or sheets, sheets) > _STAPLED:
            click.echo(
                f"{path.name} 一沓有 {sheets} 张纸，{_STAPLED} 张以上折不平、钉不住："
                "加 --per-signature 4 分成几沓锁线或者胶装，加 --volumes 分成上下两册，"
                "或者不拼版、直接胶装"
            )
