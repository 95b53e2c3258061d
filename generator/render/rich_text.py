"""A clerk's longer text → clean HTML: Markdown for lists and paragraphs, then an allow-list.

Whatever the text holds beside paragraphs, lists, strong emphasis and links to https stays the text
that it is, to the letter: headings, pictures, code, HTML. Nothing can carry a style, an id or a
script. Phones become links that ring.
"""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

from generator.render.ringing import ringing_html

_ITEM = r"[ ]{0,3}(?:[-*+]|\d{1,2}[.)])[ ]"
_LIST_AFTER_TEXT = re.compile(rf"(?m)^(?!{_ITEM})(.*\S.*)\n(?={_ITEM})")
"""A line of text right before a list: clerks leave no blank line there, Markdown wants one."""

_LITERAL = re.compile(
    r"""(?mx)(?P<escape> [\\`_] | (?<=!)\[ | \[(?=\]) | (?<=\])\((?!https://)
    | ^[ ]{0,3}(?: [\#>] | \[(?=[^\]\n]*\]:) | -(?=[- ]*-[- ]*$) | \*(?=[* ]*\*[* ]*$) ))
    | (?P<row>^[ ]*\*[ ]) | (?P<star>(?<!\*)\*(?!\*)) | ^[ ]{0,3}(?P<entity>=)(?==*[ ]*$)"""
)
"""Signs that Markdown would take for a heading, a quotation, a picture, code, a rule or a link that
leads nowhere allowed, and single * and _, which stand in sizes (35*45毫米) and in names."""

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "br", "a"}
_ATTRIBUTES = {"a": {"href"}}


@lru_cache(maxsize=4096)
def rich(text: str) -> Markup:
    """Text with Markdown lists and emphasis → HTML; a line break stays one."""
    inert = text.replace("&", "&amp;").replace("<", "&lt;")
    literal = _LITERAL.sub(_spelled_out, inert)
    spaced = _LIST_AFTER_TEXT.sub(r"\1\n\n", literal)
    raw = markdown.markdown(spaced, extensions=["nl2br", "sane_lists"], output_format="html")
    clean = nh3.clean(raw, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https"})
    return Markup(ringing_html(clean))  # noqa: S704  # Cleaned above; the links added are ours.


def _spelled_out(found: re.Match[str]) -> str:
    """A sign that Markdown would obey → the same as a sign that is only shown."""
    if found["row"]:
        return found[0]
    if found["entity"]:
        return found[0].replace("=", "&#61;")
    return f"{found[0][:-1]}\\{found[0][-1]}"
