"""The addresses of all pages → sitemap.xml and robots.txt; only a site with 网址 has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from generator.output import DataFile, Output, Page
from generator.render import urls
from generator.render.site import Site


def with_sitemap(site: Site, outputs: Iterable[Output]) -> Iterator[Output]:
    """Outputs → the same, and at the end the files that name their pages to search engines."""
    addresses: list[str] = []
    for output in outputs:
        if isinstance(output, Page) and output.address != urls.NOT_FOUND:
            addresses.append(output.address)
        yield output
    base = site.registry.district.url
    if base and not site.only:
        yield DataFile(urls.SITEMAP, _sitemap(site, sorted(addresses)).encode(), site.everywhere)
        robots = f"User-agent: *\nAllow: /\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n"
        yield DataFile(urls.ROBOTS, robots.encode(), site.everywhere)


def _sitemap(site: Site, addresses: list[str]) -> str:
    district = site.registry.district
    entries = "".join(
        f"<url><loc>{escape(urls.absolute(district.url, address))}</loc>"
        f"<lastmod>{district.edition.isoformat()}</lastmod></url>\n"
        for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</urlset>\n"
    )
