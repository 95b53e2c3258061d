"""The pages of the codes → `rules/` and a page for each: why, wrong, report, right, near miss.

The Markdown is ours, and is cleaned like a clerk's all the same. A code in it (`stale`) becomes a
link to the page of that code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import markdown
import nh3
from markupsafe import Markup

from generator.model.rule_page import RulePage, Section
from generator.output import Heading, Page
from generator.problem import Severity
from generator.render import urls
from generator.render.flow_pages import ListPage
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Foot, Group, Head, Link, Stamp

_TITLE = "核对规则"
_LEAD = "清单发布以前，程序逐条核对。错误改完才能发布；提醒照样发布，列出来请单位改；提示供参考。"
_TONES = {Severity.ERROR: "ended", Severity.WARNING: "pending", Severity.HINT: "coming"}
_ANCHORS = {
    "前提": "premise",
    "错的写法": "wrong",
    "报告": "report",
    "改好以后": "right",
    "不报的情形": "near-miss",
    "什么时候出现": "when",
    "怎么办": "what-now",
}
"""The headings that pages have → their ASCII anchors."""

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "br", "code", "pre", "a"}
_CODE = re.compile(r"<code>([a-z][a-z0-9-]*)</code>")


@dataclass(frozen=True, slots=True)
class RulePart:
    """A section of the page: its ASCII anchor, its heading, and its text."""

    anchor: str
    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RuleView:
    """What the template sees; *command* shows the same in a terminal."""

    head: Head
    why: Markup
    parts: tuple[RulePart, ...]
    command: str
    foot: Foot


def rule_pages_of(site: Site) -> Iterator[Page]:
    """The list of rules and a page for each; a preview has none."""
    if not site.rule_pages or not site.has(urls.RULES):
        return
    yield _index(site)
    for page in site.rule_pages:
        yield _page(site, page)


def _index(site: Site) -> Page:
    doors = Doors(site, urls.RULES)
    names = tuple(dict.fromkeys(page.group for page in site.rule_pages))
    groups = tuple(
        Group(
            name,
            f"g{number}",
            tuple(_entry(doors, page) for page in site.rule_pages if page.group == name),
        )
        for number, name in enumerate(names, 1)
    )
    head = Head(_TITLE, (*doors.crumbs(), Link(_TITLE)), lead=_LEAD)
    body = fill("listing", ListPage(head, groups, site.foot()))
    inputs = site.everywhere | {page.file for page in site.rule_pages}
    contents = tuple(Heading(group.anchor, group.title) for group in groups)
    return Page(urls.RULES, _TITLE, _LEAD, urls.POWERS, body, inputs, contents)


def _entry(doors: Doors, page: RulePage) -> Entry:
    return Entry(doors.to(urls.of_rule(page.code), page.title), page.code, (_stamp(page),))


def _stamp(page: RulePage) -> Stamp:
    return Stamp(page.level, _TONES[page.severity])


def _page(site: Site, page: RulePage) -> Page:
    address = urls.of_rule(page.code)
    doors = Doors(site, address)
    codes = frozenset(each.code for each in site.rule_pages) - {page.code}
    parts = tuple(_part(doors, part, codes) for part in page.sections)
    view = RuleView(
        head=Head(
            page.title,
            (*doors.crumbs((urls.RULES, _TITLE)), Link(page.title)),
            stamps=(_stamp(page),),
        ),
        why=_html(doors, page.why, codes),
        parts=parts,
        command=f"mingbai explain {page.code}",
        foot=site.foot(),
    )
    contents = tuple(Heading(part.anchor, part.title) for part in parts)
    description = page.why.partition("。")[0].replace("`", "") + "。"
    body = fill("rule", view)
    inputs = site.everywhere | {page.file}
    return Page(address, page.title, description, urls.POWERS, body, inputs, contents)


def _part(doors: Doors, section: Section, codes: frozenset[str]) -> RulePart:
    return RulePart(_ANCHORS[section.title], section.title, _html(doors, section.text, codes))


def _html(doors: Doors, text: str, codes: frozenset[str]) -> Markup:
    """Markdown of a page → clean HTML whose codes lead to their pages."""
    raw = markdown.markdown(text, extensions=["fenced_code", "sane_lists"], output_format="html")
    clean = nh3.clean(raw, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https"})

    def linked(found: re.Match[str]) -> str:
        code = found[1]
        if code not in codes:
            return found[0]
        return f'<a href="{doors.href(urls.of_rule(code))}">{found[0]}</a>'

    return Markup(_CODE.sub(linked, clean))  # noqa: S704 - cleaned by the allow-list above
