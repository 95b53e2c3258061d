"""A template's name and a view → HTML; the only module that knows Jinja.

Every value is escaped unless it is `Markup` that `rich_text`, `ringing` or a chart made. A name
that a template asks for and the view lacks is an error, never an empty place.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.render.ringing import ringing
from generator.settings import PACKAGE

FOLDER = PACKAGE / "templates"


@cache
def environment() -> Environment:
    """The one Jinja environment: autoescape, strict, without the blanks of a template's layout."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["ringing"] = ringing
    return made


def fill(name: str, view: object) -> str:
    """The template `<name>.html` with *view* as the only name it sees."""
    return environment().get_template(f"{name}.html").render(view=view)


def ink(svg: str) -> Markup:
    """A drawing of our own → the same, to be set into a page as it is."""
    return Markup(svg)  # noqa: S704  # the chart stage escapes every text it draws
