"""Addresses and links: every link leads from a page to the file it names, without a server."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.registry import Ref
from generator.render import urls

IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
ADDRESSES = st.lists(IDS, max_size=5).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(ADDRESSES, ADDRESSES)
def test_a_link_resolves_to_the_file_of_its_target(source: str, target: str) -> None:
    link = urls.to(source, target)
    resolved = normpath(join(dirname(f"{source}index.html"), link))
    assert resolved == f"{target}index.html"
    assert link.endswith("index.html")


@given(ADDRESSES, ADDRESSES)
def test_no_link_goes_up_further_than_it_must(source: str, target: str) -> None:
    first = target.partition("/")[0]
    if first and source.startswith(f"{first}/"):
        assert urls.to(source, target).count("../") < source.count("/")


def test_a_place_on_the_same_page_is_a_bare_fragment() -> None:
    assert urls.to("powers/education/", "powers/education/", "basis") == "#basis"
    assert urls.to("villages/a/b/", "villages/a/c/", "bm-001") == "../c/index.html#bm-001"


def test_a_fragment_is_never_chinese() -> None:
    with pytest.raises(ValueError, match="依据"):
        urls.to("", "powers/", "依据")


def test_addresses_are_those_of_the_plan() -> None:
    addresses = {
        urls.of_unit("education"): "powers/education/",
        urls.of_part("education", "duties"): "powers/education/duties/",
        urls.of_posts("education"): "powers/education/posts/",
        urls.of_guides("education"): "powers/education/guides/",
        urls.of_item("powers/education", "xk-001"): "powers/education/xk-001/",
        urls.of_item("powers/_township", "ms-001"): "powers/township/ms-001/",
        urls.of_item_data("powers/education", "xk-001"): "powers/education/xk-001/item.json",
        urls.of_flow(Ref("powers/education", "xuke")): "powers/education/flows/xuke/",
        urls.of_flow(Ref("powers/_common", "xuke")): "powers/common/flows/xuke/",
        urls.of_flow(Ref("powers/_township", "shen")): "powers/township/flows/shen/",
        urls.of_flow(Ref("villages/_common", "siyi")): "villages/flows/siyi/",
        urls.of_shared_micro_power("bm-001"): "villages/items/bm-001/",
        urls.of_village("laodingshan/guancun"): "villages/laodingshan/guancun/",
        urls.of_handbook("laodingshan/guancun"): "villages/laodingshan/guancun/handbook.pdf",
        urls.of_kind("licensing"): "kinds/licensing/",
        urls.of_topic("school"): "topics/school/",
    }
    assert list(addresses) == list(addresses.values())


def test_an_absolute_address_stands_below_the_site() -> None:
    assert urls.absolute("https://a.example/mingbai/", "powers/") == (
        "https://a.example/mingbai/powers/"
    )
