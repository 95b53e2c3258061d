"""Pages → the same with the meta tags that a government site states for each page.

Nothing is invented: what the district does not say is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.output import Output, Page
from generator.render import urls
from generator.render.site import Site

_COLUMNS = {urls.HOME: "首页", urls.POWERS: "找部门", urls.VILLAGES: "我的村"}


def with_meta(site: Site, outputs: Iterable[Output]) -> Iterator[Output]:
    """Outputs → the same; each page says its column, title, date and source."""
    district = site.registry.district
    source = district.site.sponsor if district.site else ""
    for output in outputs:
        if isinstance(output, Page):
            told = (
                ("ColumnName", _COLUMNS.get(output.tab, "")),
                ("ArticleTitle", output.title),
                ("PubDate", district.edition.isoformat()),
                ("ContentSource", source),
            )
            yield replace(output, meta=(*output.meta, *((n, t) for n, t in told if t)))
        else:
            yield output
