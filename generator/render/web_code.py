"""网址 of the district → QR codes on posters and notices, and a warning where it is an example."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.render import urls
from generator.render.site import Site

EXAMPLE = "示例网址，扫码打不开"


def example_note(site: Site) -> str:
    """What must be said beside a code; "" where the address is real, or there is none."""
    return EXAMPLE if is_example(site.registry.district.url) else ""


def is_example(address: str) -> bool:
    """Whether the host can belong to nobody, as its last part is kept for examples."""
    return f".{urlsplit(address).hostname or ''}".endswith(".example")


@dataclass(frozen=True, slots=True)
class Codes:
    """The QR codes of one document, by the names of their images, as they are asked for."""

    site: Site
    addresses: dict[str, str]

    def of(self, address: str, fragment: str = "") -> str:
        """The page of an address → the name of its image; "" where the district has no 网址."""
        base = self.site.registry.district.url
        if not base:
            return ""
        whole = urls.absolute(base, address) + (f"#{fragment}" if fragment else "")
        name = f"qr-{address.replace('/', '-')}{fragment}.svg"
        self.addresses[name] = whole
        return name
