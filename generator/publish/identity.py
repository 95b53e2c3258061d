"""Who publishes the site and as of when: what the frame says on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.model.district import District, SiteInfo
from generator.model.phone import in_pieces, phone_link


@dataclass(frozen=True, slots=True)
class Hotline:
    """A public phone that every page names."""

    name: str
    phone: str

    @property
    def href(self) -> str:
        """The `tel:` address, "" where the text holds no single number."""
        return phone_link(self.phone)


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """The district's own words about its site; what it does not say is left out of the page.

    *url* is 网址; *correction* says where a reader reports an error (纠错).
    """

    name: str
    url: str = ""
    sponsor: str = ""
    organiser: str = ""
    site_code: str = ""
    icp_record: str = ""
    police_record: str = ""
    correction: str = ""
    edition: date | None = None
    checked_on: date | None = None
    is_sample: bool = False
    hotlines: tuple[Hotline, ...] = ()

    @property
    def edition_words(self) -> str:
        """发布日期 as people write it: 2026年11月22日."""
        return _day_words(self.edition)

    @property
    def checked_words(self) -> str:
        """核对日期 of the district's own file, likewise."""
        return _day_words(self.checked_on)

    @property
    def facts(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The foot of a page by label: its words in pieces, each with the `tel:` it rings or ""."""
        told = (
            ("主办单位", self.sponsor),
            ("承办单位", self.organiser),
            ("网站标识码", self.site_code),
            ("备案号", self.icp_record),
            ("公安备案号", self.police_record),
            ("纠错", self.correction),
            ("核对日期", self.checked_words),
            ("发布日期", self.edition_words),
        )
        return tuple((label, in_pieces(words)) for label, words in told if words)

    @property
    def base_path(self) -> str | None:
        """Where the site stands on its host: "" or "/mingbai"; None without 网址."""
        return urlsplit(self.url).path.rstrip("/") if self.url else None

    @property
    def domain(self) -> str:
        """The host of 网址."""
        return urlsplit(self.url).hostname or ""


def identity_of(district: District) -> SiteIdentity:
    """区情 → what the frame says on every page."""
    site = district.site or SiteInfo()
    return SiteIdentity(
        name=district.name,
        url=district.url,
        sponsor=site.sponsor,
        organiser=site.operator,
        site_code=site.site_code,
        icp_record=site.licence,
        police_record=site.police_licence,
        correction=site.corrections,
        edition=district.edition,
        checked_on=district.checked_on,
        is_sample=district.is_sample,
        hotlines=tuple(Hotline(line.name, line.phone) for line in district.hotlines),
    )


def _day_words(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
