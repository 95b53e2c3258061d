"""A clerk's longer text → clean HTML: Markdown for lists and paragraphs, then an allow-list.

Whatever the text holds beside paragraphs, lists, emphasis and tables stays readable as text or is
dropped: links only lead to https, and nothing can carry a style, an id or a script.
"""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

_ITEM = r"[ ]{0,3}(?:[-*+]|\d{1,2}[.)])[ ]"
_LIST_AFTER_TEXT = re.compile(rf"(?m)^(?!{_ITEM})(.*\S.*)\n(?={_ITEM})")
"""A line of text right before a list: clerks leave no blank line there, Markdown wants one."""

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "br", "a"}
_ATTRIBUTES = {"a": {"href"}}


@lru_cache(maxsize=4096)
def rich(text: str) -> Markup:
    """Text with Markdown lists and emphasis → HTML; a line break stays one."""
    inert = text.replace("&", "&amp;").replace("<", "&lt;")
    spaced = _LIST_AFTER_TEXT.sub(r"\1\n\n", inert)
    raw = markdown.markdown(spaced, extensions=["nl2br", "sane_lists"], output_format="html")
    clean = nh3.clean(raw, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https"})
    return Markup(clean)  # noqa: S704  # cleaned by the allow-list above
