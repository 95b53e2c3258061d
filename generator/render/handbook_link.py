"""A village → what pages say of its printed handbook: the file, how large, and of which day."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.body import Village
from generator.render import urls, words
from generator.render.site import Site
from generator.render.views import Link

_NOT_PRINTED = "这一次发布没有印本村的手册；要手册，向村委会要，或者打监督电话问。"
_MEGABYTE = 1_000_000
_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class HandbookView:
    """The handbook of a village: the file with its size, the days it is of, and its data.

    *file* has no address where the handbook was not printed; *note* says so then.
    """

    file: Link
    note: str
    data: Link


def handbook_view(site: Site, source: str, village: Village) -> HandbookView:
    """What the page at *source* says of a village's handbook."""
    booklet = site.booklets.get(village.id)
    if booklet is None:
        return HandbookView(Link(""), _NOT_PRINTED, Link(""))
    told = f"PDF，{booklet.pages}页，{size_in_words(booklet.size)}"
    return HandbookView(
        Link(f"打开本村手册（{told}）", urls.to(source, urls.of_handbook(village.id))),
        "，".join(_days(site, village)),
        Link("这一版的数据（JSON，做改动页用）", urls.to(source, urls.of_edition(village.id))),
    )


def handbook_entry(site: Site, source: str, village: Village) -> Link:
    """What a list of villages says of a handbook; a link without words where it has none."""
    booklet = site.booklets.get(village.id)
    if booklet is None:
        return Link("")
    size = size_in_words(booklet.size)
    told = "，".join((f"PDF，{booklet.pages}页，{size}", *_days(site, village)))
    return Link(f"{village.name}手册（{told}）", urls.to(source, urls.of_handbook(village.id)))


def size_in_words(size: int) -> str:
    """Bytes → `1.3 MB`, or `820 KB` below one."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))} KB"
    return f"{size / _MEGABYTE:.1f} MB"


def _days(site: Site, village: Village) -> list[str]:
    """版次, 编印日期 and 核对日期, the last two in every case."""
    told = village.handbook
    checked = village.checked_on or site.registry.district.checked_on
    edition = [told.edition] if told and told.edition else []
    printed = (told.printed_on if told else "") or words.MISSING
    return [
        *edition,
        f"编印日期：{printed}",
        f"核对日期：{words.day(checked) if checked else words.MISSING}",
    ]
