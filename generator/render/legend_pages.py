"""Every sign of the charts → one page that shows it as it is drawn and says how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.legend import level_name
from generator.model.risk_scale import scale_of
from generator.output import Heading, Page
from generator.render import urls
from generator.render.site import Doors, Site
from generator.render.templates import fill, ink
from generator.render.views import Foot, Head, Link

_TITLE = "图例：怎么看流程图和风险防控图"
_LEAD = "图上会出现的每一种框、线、等级和记号，都在这里照原样画一遍。"
_PARTS = (
    ("boxes", "框"),
    ("lines", "线"),
    ("notes", "框里的小字和小纸片"),
    ("lanes", "岗位"),
    ("risks", "风险"),
)
_SIGNS = {
    3: "框角上的牌子两头尖，卡片上是三角形",
    2: "框角上的牌子是方的，卡片上是菱形",
    1: "框角上的牌子两头圆，卡片上是圆点",
}


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level of risk: its name, how its signs look, and the name of its drawing."""

    name: str
    letter: str
    signs: str
    drawing: str


@dataclass(frozen=True, slots=True)
class LegendPage:
    """What the template of the legend sees; it asks for each drawing by name."""

    head: Head
    parts: Mapping[str, str]
    drawings: Mapping[str, Markup]
    levels: tuple[LevelView, ...]
    foot: Foot


def legend_pages(site: Site) -> Iterator[Page]:
    """One page; a preview has none."""
    if not site.legend or not site.has(urls.LEGEND):
        return
    doors = Doors(site, urls.LEGEND)
    told = "怎样看懂流程图"
    written = site.has_written(urls.CHARTS_EXPLAINED)
    above = doors.to(urls.CHARTS_EXPLAINED, told) if written else Link(told)
    view = LegendPage(
        head=Head(_TITLE, (*doors.crumbs(), above, Link("图例")), lead=_LEAD),
        parts=dict(_PARTS),
        drawings={name: ink(svg) for name, svg in site.legend.items()},
        levels=tuple(_levels(site)),
        foot=site.foot(),
    )
    contents = tuple(Heading(anchor, words) for anchor, words in _PARTS)
    tab, body = urls.CHARTS_EXPLAINED, fill("legend", view)
    yield Page(urls.LEGEND, _TITLE, _LEAD, tab, body, site.everywhere, contents)


def _levels(site: Site) -> Iterator[LevelView]:
    """The levels of 用词表, each with its signs."""
    terms = site.registry.vocabulary.risk_levels
    scale = scale_of(terms)
    for number, term in enumerate(terms):
        mark = scale.mark(term.name)
        yield LevelView(term.name, mark.letter, _SIGNS[mark.rank], level_name(number))
