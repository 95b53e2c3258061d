"""A unit or a village → its boards and posters for the notice wall, as one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.model.body import Unit, Village
from generator.model.chart_key import chart_id, chart_key
from generator.model.charts import StepLine
from generator.model.poster_drawing import PosterDrawing
from generator.model.registry import Registry, UsedFlow
from generator.output import Printed
from generator.render import boards, poster_data, printed_routes, urls, words
from generator.render.booklet import Contact, PrintedStep
from generator.render.colours import colour_of
from generator.render.poster_data import Board, Poster, PosterChart, Wall
from generator.render.site import AnyHolding, Site
from generator.render.web_code import Codes, example_note

TEMPLATE = "poster.typ"
A2 = 2**0.5
"""How much longer and wider than A3."""

_NAMED = 6
"""So many items that follow a flow are named on its poster."""


Row = tuple[UsedFlow, AnyHolding]
"""A flow and an item that follows it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose posters, of which items (of *item* alone, without boards), and where they go.

    *path* is the file below the folder for papers, *enlarged* the factor to A3.
    """

    owner: Unit | Village
    path: str
    item: str = ""
    enlarged: float = 1.0


def posters(site: Site, wish: Wish, drawings: Mapping[str, PosterDrawing]) -> Printed:
    """A wish and the drawings of its flows by `chart_key` → the document to be typeset."""
    codes = Codes(site, {})
    owner, held = wish.owner, holdings_of(site.registry, wish)
    found, images = _posters(owner, held, drawings, codes)
    wall = Wall(
        owner=owner.full_name or owner.name,
        district=site.registry.district.name,
        title="上墙图板",
        accent=colour_of(owner),
        enlarged=wish.enlarged,
        boards=_boards(site, wish, codes),
        posters=found,
        phones=_phones(site, owner),
        foot=f"{site.registry.district.name}　{words.day(site.registry.district.edition)}的内容",
        stamp="示例数据" if site.is_sample(owner) else "",
        warning=example_note(site),
        source=owner.written.file,
    )
    township = printed_routes.township_of(site, owner) if isinstance(owner, Village) else None
    return Printed(
        path=wish.path,
        template=TEMPLATE,
        data=poster_data.to_json(wall),
        date=site.registry.district.edition.isoformat(),
        inputs=site.everywhere | site.files(owner, township) | site.files_of_holdings(held),
        images=images,
        codes=codes.addresses,
    )


def folder_of(owner: Unit | Village) -> str:
    """The folder of the data that a body's lists lie in."""
    return f"powers/{owner.id}" if isinstance(owner, Unit) else f"villages/{owner.id}"


def _boards(site: Site, wish: Wish, codes: Codes) -> tuple[Board, ...]:
    if wish.item:
        return ()
    code = codes.of(urls.of_folder(folder_of(wish.owner)))
    if isinstance(wish.owner, Unit):
        return boards.of_unit(site, wish.owner, code)
    return boards.of_village(site, wish.owner, code)


def _posters(
    owner: Unit | Village,
    held: tuple[AnyHolding, ...],
    drawings: Mapping[str, PosterDrawing],
    codes: Codes,
) -> tuple[tuple[Poster, ...], dict[str, str]]:
    """Each flow once, in the order of the items that follow it, and the images of the charts."""
    users: dict[str, list[Row]] = {}
    for holding in held:
        for used in holding.flows:
            users.setdefault(sight(used), []).append((used, holding))
    found: list[Poster] = []
    images: dict[str, str] = {}
    for key, rows in users.items():
        if key in drawings:
            chart, own = chart_of(rows[0], drawings[key])
            images |= own
            posts = _posts(owner, drawings[key].steps)
            poster = _poster(rows, drawings[key].steps, chart)
            found.append(replace(poster, qr=_code(codes, owner, rows), posts=posts))
    return tuple(found), images


def sight(used: UsedFlow) -> str:
    """What a flow looks like on a wall: equal for all items that say it in the same words."""
    return used.flow.model_dump_json()


def chart_of(row: Row, drawing: PosterDrawing) -> tuple[PosterChart, dict[str, str]]:
    """A flow and its drawing → what a template needs of the chart, and its images."""
    used, holding = row
    drawn, name = drawing.columns, chart_id(chart_key(used, holding))
    images = {f"{name}-{n}.svg": svg for n, svg in enumerate(drawn.svgs, 1)}
    alt = f"{used.flow.name}的流程图，和办理步骤说的一样，共{len(drawing.steps)}步"
    size = (drawn.width, drawn.height, drawn.scale)
    return PosterChart(tuple(images), *size, alt, drawing.alone), images


def _posts(owner: Unit | Village, steps: tuple[StepLine, ...]) -> tuple[Contact, ...]:
    """The phones of those who act in a flow."""
    acting = {name for line in steps for name in line.post.split("、")}
    return tuple(Contact(p.name, p.phone) for p in owner.posts if p.phone and p.name in acting)


def _poster(rows: list[Row], steps: tuple[StepLine, ...], chart: PosterChart) -> Poster:
    used, holding = rows[0]
    names = list(dict.fromkeys(each.item.name for _, each in rows))
    more = f"等{len(names)}件" if len(names) > _NAMED else ""
    alone = names == [used.flow.name]
    return Poster(
        title=used.flow.name,
        uses="" if alone else f"办这些事按本图走：{words.listed(names[:_NAMED])}{more}",
        steps=tuple(map(_step, steps)),
        chart=chart,
        source=used.flow.written.file or holding.item.written.file,
    )


def _code(codes: Codes, owner: Unit | Village, rows: list[Row]) -> str:
    """A flow of one item leads to the item, a flow of several to all that the body has."""
    page = urls.of_folder(folder_of(owner))
    holding = rows[0][1]
    if isinstance(owner, Village):
        return codes.of(page, holding.ref.id)
    if len({each.ref.id for _, each in rows}) == 1:
        return codes.of(urls.of_item(holding.holder, holding.ref.id))
    return codes.of(page)


def _step(line: StepLine) -> PrintedStep:
    ways = (way.words for way in line.ways if way.field or way.label)
    return PrintedStep(
        number=line.number,
        posts=line.post,
        words=line.text,
        limit=line.limit.replace("（不计入时限）", "，不计入时限"),  # It stands in brackets.
        more="；".join(text for text in (line.before, *line.vote, *ways) if text),
    )


def _phones(site: Site, owner: Unit | Village) -> tuple[Contact, ...]:
    """Whom to ring: who does it, who watches, and the public hotlines."""
    if isinstance(owner, Unit):
        own = (
            Contact(owner.name, owner.phone),
            Contact("监督电话", owner.oversight_phone),
        )
    else:
        township = printed_routes.township_of(site, owner)
        own = (
            Contact("村便民服务中心", owner.centre.phone if owner.centre else ""),
            Contact("监督电话", owner.oversight_phone),
            *((Contact(f"{township.name}监督", township.oversight_phone),) if township else ()),
        )
    told = [each for each in (*own, *printed_routes.hotlines(site)) if each.phone]
    return tuple({each.phone: each for each in reversed(told)}.values())[::-1]


def holdings_of(registry: Registry, wish: Wish) -> tuple[AnyHolding, ...]:
    """The items whose flows are wanted; what has ended is not shown on a wall."""
    owner = wish.owner
    held: tuple[AnyHolding, ...] = (
        registry.powers_of(owner) if isinstance(owner, Unit) else registry.micro_powers_of(owner)
    )
    wanted = (each for each in held if wish.item in ("", each.ref.id))
    return tuple(each for each in wanted if registry.ending(each.item) is None)
