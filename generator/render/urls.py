"""The only place where a URL is spelled: what a page is about → its permanent address.

An address is a path below the site that ends in a slash; its file is `<address>index.html`. Links
name that file, so that the site also opens from a disk or a stick, where no server adds it.
"""

from __future__ import annotations

import re
from functools import cache
from posixpath import dirname

from generator.model.registry import SHARED_POWERS, SHARED_TOWNSHIP, SHARED_VILLAGE, Ref

HOME = ""
POWERS = "powers/"
VILLAGES = "villages/"
OVERSIGHT = "oversight/"
CHARTS_EXPLAINED = "charts/"
LEGEND = "charts/legend/"
SIX_POWERS = "about/liuquan/"
KINDS = "kinds/"
TOPICS = "topics/"
PLACES = "places/"
A_TO_Z = "a-z/"
CHANGES = "changes/"
DATA = "data/"
GRAPH_SCHEMA = "data/graph.schema.json"
EDITION_SCHEMA = "data/handbook.schema.json"
RULES = "rules/"
SHARED_ITEMS = "villages/items/"
SHARED_FLOWS = "powers/common/flows/"
VILLAGE_FLOWS = "villages/flows/"
TOWNSHIP = "powers/township/"
MAP = "map/"
HANDOFFS = "map/handoffs/"
NOT_FOUND = "404.html"
FIND_INDEX = "assets/find-index.js"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"

PARTS = ("list", "duties", "flows", "risks")
"""The four parts of a body: 权力清单, 责任清单, 流程图, 风险防控图."""

_FOLDERS = {
    SHARED_POWERS: "powers/common/",
    SHARED_TOWNSHIP: TOWNSHIP,
    SHARED_VILLAGE: VILLAGES,
}
_ANCHOR = re.compile(r"[a-z0-9_-]+")


def of_folder(folder: str) -> str:
    """A folder of the data → the address of the page about it."""
    return _FOLDERS.get(folder, f"{folder}/")


def of_unit(identity: str) -> str:
    """A unit's id → its home page."""
    return f"{POWERS}{identity}/"


def at_places(identity: str) -> str:
    """A unit's id → the anchor of its windows on the page of all windows."""
    return f"u-{identity}"


def of_part(identity: str, part: str) -> str:
    """A unit's id and one of `PARTS` → the page of that part."""
    return f"{POWERS}{identity}/{part}/"


def of_posts(identity: str) -> str:
    """A unit's id → the page of what each of its posts does."""
    return f"{of_unit(identity)}posts/"


def of_guides(identity: str) -> str:
    """A unit's id → the page of what people apply for there."""
    return f"{of_unit(identity)}guides/"


def of_item(holder: str, identity: str) -> str:
    """The folder that holds a power and its id → the power's page."""
    return f"{of_folder(holder)}{identity}/"


def of_item_data(holder: str, identity: str) -> str:
    """The folder that holds a power and its id → the file of its data."""
    return f"{of_item(holder, identity)}item.json"


def of_data(name: str) -> str:
    """The name of a file that the whole district shares (`laws`) → the file of its data."""
    return f"{DATA}{name}.json"


def of_unit_data(identity: str) -> str:
    """A unit's id → the file of its data."""
    return f"{of_unit(identity)}unit.json"


def of_shared_micro_power(identity: str) -> str:
    """The id of a shared village item → its page."""
    return f"{SHARED_ITEMS}{identity}/"


def of_shared_micro_power_data(identity: str) -> str:
    """The id of a shared village item → the file of its data."""
    return f"{of_shared_micro_power(identity)}item.json"


def of_flow(ref: Ref) -> str:
    """A flow → its page."""
    return f"{of_folder(ref.folder)}flows/{ref.id}/"


def of_flow_data(ref: Ref) -> str:
    """A flow → the file of its data."""
    return f"{of_flow(ref)}flow.json"


def of_township_villages(identity: str) -> str:
    """The id of a township (`unplaced` where it is unknown) → the page of its villages."""
    return f"{VILLAGES}{identity}/"


def of_village(identity: str) -> str:
    """A village's id `<township>/<village>` → its page."""
    return f"{VILLAGES}{identity}/"


def of_village_data(identity: str) -> str:
    """A village's id → the file of its data."""
    return f"{of_village(identity)}village.json"


def of_handbook(identity: str) -> str:
    """A village's id → the file of its printed handbook."""
    return f"{VILLAGES}{identity}/handbook.pdf"


def of_edition(identity: str) -> str:
    """A village's id → what its printed handbook says, as data."""
    return f"{VILLAGES}{identity}/handbook.json"


def of_map(folder: str) -> str:
    """The folder of a unit or a village → the page of its posts, items and flows in one map."""
    return f"{of_folder(folder)}map/"


def of_kind(code: str) -> str:
    """The code of a kind of power → the page of its items."""
    return f"{KINDS}{code}/"


def of_topic(code: str) -> str:
    """The code of a topic → the page of its items."""
    return f"{TOPICS}{code}/"


def of_rule(code: str) -> str:
    """The code of a problem → the page that explains it."""
    return f"{RULES}{code}/"


def of_own_files(holder: str, identity: str, number: str) -> str:
    """A flow that an item adapts: holder, item, which of its flows → how its files begin.

    They lie beside the page that shows the flow.
    """
    page = of_item(holder, identity)
    if holder == SHARED_VILLAGE:
        page = of_shared_micro_power(identity)
    elif holder.startswith(VILLAGES):
        page = of_folder(holder)
    return f"{page}{identity}-{number}-"


def of_drawing(address: str, name: str) -> str:
    """A flow's page, or how its files begin, and the name of a view → the file of its drawing."""
    return f"{address}{name}.svg"


def of_exchange(address: str, name: str) -> str:
    """The address of a flow's page and the name of a file for other programs → its address."""
    return f"{address}{name}"


@cache
def relative(source: str, target: str) -> str:
    """Two addresses or files → the link from the page of the first to the second.

    >>> relative("powers/education/", "powers/")
    '../index.html'
    """
    here = dirname(source).split("/") if dirname(source) else []
    file = f"{target}index.html" if not target or target.endswith("/") else target
    there = file.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def to(source: str, target: str, fragment: str = "") -> str:
    """The link from a page to a page, or to a place on it; a fragment is ASCII (`basis`)."""
    if fragment and not _ANCHOR.fullmatch(fragment):
        raise ValueError(fragment)
    if source == target and fragment:
        return f"#{fragment}"
    return relative(source, target) + (f"#{fragment}" if fragment else "")


def absolute(base: str, target: str) -> str:
    """网址 and an address → the address for other sites; a page is named by its folder."""
    return f"{base.rstrip('/')}/{target}"
