"""A village and its township → the printed page on whom to turn to, by when, and by which law."""

from __future__ import annotations

from generator.model.body import Unit, Village
from generator.render.booklet import Contact, Fact
from generator.render.site import Site

_COURT = "人民法院"
_RECONSIDER = (
    "对镇政府和区里各部门的决定不服，从知道决定那天起60日内，向{body}申请行政复议，书面、口头都行，不收费。"
    "（《中华人民共和国行政复议法》第二十条、第二十二条、第八十七条）"
)
_SUE = (
    "不服决定，从知道那天起6个月内，可以直接向{court}起诉；先复议的，收到复议决定书15日内起诉。"
    "法律规定必须先复议的，要先复议。（《中华人民共和国行政诉讼法》第四十四条、第四十五条、第四十六条）"
)
_ARBITRATE = (
    "承包地的纠纷，调解不成或者不愿意调解，两年之内可以向农村土地承包仲裁委员会申请仲裁，也可以直接起诉。"
    "（《中华人民共和国农村土地承包经营纠纷调解仲裁法》第四条、第十八条）"
)
_ANNUL = (
    "村委会或者村干部作的决定侵害了您的合法权益，可以请求人民法院撤销；村委会该做的不做，由镇政府责令改正。"
    "（《中华人民共和国村民委员会组织法》第三十六条）"
)


def contacts(site: Site, village: Village) -> tuple[Contact, ...]:
    """Whom to ring, from near to far."""
    township = township_of(site, village)
    near = Contact("村务监督委员会", village.oversight_phone, "先在村里说，要过问、要答复。")
    middle = (
        (Contact(township.name, township.oversight_phone, "村里的答复不满意，到镇里反映。"),)
        if township
        else ()
    )
    return (near, *middle, *hotlines(site))


def hotlines(site: Site) -> tuple[Contact, ...]:
    """The public hotlines of the district."""
    return tuple(Contact(each.name, each.phone) for each in site.registry.district.hotlines)


def remedies(township: Unit | None) -> tuple[Fact, ...]:
    """The ways of the law; *township* names the bodies, else the law's own words stand for them."""
    named = township.remedy if township else None
    body = (named.reconsideration if named else "") or "作决定的单位的上一级"
    court = (named.court if named else "") or _COURT
    return (
        Fact("村里定的", _ANNUL),
        Fact("行政复议", _RECONSIDER.format(body=body)),
        Fact("打官司", _SUE.format(court=court)),
        Fact("仲裁", _ARBITRATE),
    )


def township_of(site: Site, village: Village) -> Unit | None:
    """The township of a village; None where it is not known."""
    return site.units.get(f"powers/{village.township}") if village.township else None
