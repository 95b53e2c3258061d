"""申请材料 → what a page says of each thing to bring, and where its forms are."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.guide import RequiredDocument
from generator.render import urls, words
from generator.render.site import Doors
from generator.render.views import Link


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One thing to bring."""

    name: str
    copies: str
    facts: tuple[str, ...]
    forms: tuple[Link, ...] = ()


def document_view(doors: Doors, document: RequiredDocument) -> DocumentView:
    """One of 申请材料 → its words."""
    source = " · ".join(text for text in (document.origin, document.necessity) if text)
    told = (("空白表格", document.blank_form), ("填写样张", document.sample_form))
    forms = tuple(Link(label, _form(doors, file)) for label, file in told if file)
    facts = tuple(text for text in (source, document.note) if text)
    return DocumentView(document.name, words.copies(document), facts, forms)


def _form(doors: Doors, written: str) -> str:
    """A web address, or a file that the site holds → its link; "" where there is none."""
    if written.startswith(("https://", "http://")):
        return written
    held = written in doors.site.registry.attached
    return urls.to(doors.source, written) if held else ""
