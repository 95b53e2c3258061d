"""What is to be new in a file that is there: a law, a topic, a village's own item → drafts."""

from __future__ import annotations

from generator.edit.desk import Desk, good_id, next_id
from generator.edit.draft import Draft, Refused, filled, scalar
from generator.load.files import FileKind
from generator.load.nearest import listed, meant
from generator.load.sheets import look
from generator.model.body import Village
from generator.model.micro_power import Chapter
from generator.model.registry import SHARED_VILLAGE

_LAWS, _TOPICS = "powers/laws.yml", "powers/topics.yml"
_OWN = "本村事项"
_OWN_PREFIX = "bc"


def behind(desk: Desk, label: str, kind: FileKind, text: str) -> tuple[Draft, ...]:
    """Text behind what a file holds, or the whole of a new one; the result has to read well."""
    path = desk.root / label
    before = path.read_bytes() if path.exists() else b""
    text = text if not before or before.endswith((b"\n", b"\r")) else f"\n{text}"
    if look(kind, label, before + text.encode())[1]:
        raise Refused(f"{label} 还有错误，先用 check 看怎么改")
    return (Draft(label, text, behind=bool(before)),)


def law(desk: Desk, name: str, rank: str) -> tuple[Draft, ...]:
    """A law behind those of 依据库."""
    title = name.strip().removeprefix("《").removesuffix("》")
    if not title:
        raise Refused("要写法律、法规或者文件的名称，例如 new law 中华人民共和国行政许可法")
    same = [known for known in desk.registry.laws if title in (known.name, *known.short_names)]
    if same:
        place = same[0].source.span
        raise Refused(f"依据库里已经有《{same[0].name}》，在 {place.file} 第 {place.line} 行")
    ranks = [term.name for term in desk.registry.vocabulary.ranks]
    if ranks and rank not in ranks:
        raise Refused(f"用词表里没有位阶“{rank}”；{meant(rank, ranks, listed(ranks))}")
    day = desk.registry.district.edition.isoformat()
    words = {"name": scalar(title), "rank": scalar(rank), "day": day}
    return behind(desk, _LAWS, FileKind.LAWS, filled("law.yml", words))


def topic(desk: Desk, code: str, dimension: str, title: str) -> tuple[Draft, ...]:
    """A topic behind those there are."""
    code = good_id(code)
    if any(code == known.code for known in desk.registry.topics):
        raise Refused(f"{_TOPICS} 里已经有“{code}”")
    powers = [*desk.registry.all_powers()]
    example = f"{powers[0].ref.folder.removeprefix('powers/')}/{powers[0].ref.id}" if powers else ""
    words = {
        "id": code,
        "name": scalar(title or f"待填写 {code}"),
        "dimension": dimension,
        "example": example or "单位/编号",
    }
    return behind(desk, _TOPICS, FileKind.TOPICS, filled("topic.yml", words))


def own_item(desk: Desk, where: str, chapter: Chapter, title: str) -> tuple[Draft, ...]:
    """An item that only one village has, behind the others in the file of that village."""
    village = _village(desk, where)
    taken = {*desk.taken(FileKind.MICRO_POWER, (SHARED_VILLAGE,)), *village.own_items}
    prefixes = [name.rpartition("-")[0] for name in village.own_items if "-" in name]
    identity = next_id(prefixes[-1] if prefixes else _OWN_PREFIX, taken)
    words = {
        "id": identity,
        "name": scalar(title or f"待填写 {identity}"),
        "chapter": chapter.value,
        "way": "办理方式: 直办" if chapter is Chapter.SERVICES else "",
    }
    label = village.source.file
    before = (desk.root / label).read_bytes().decode("utf-8")
    text = _with_own(before, filled("own-item.yml", words))
    if text is None or look(FileKind.VILLAGE, label, text.encode())[1]:
        raise Refused(f"{label} 里的“{_OWN}”不是一行一个字段地写的，请照样板手工加在里面")
    return (Draft(label, text, replaces=before),)


def _village(desk: Desk, where: str) -> Village:
    name = where.strip("/").removeprefix("villages/").removesuffix(".yml")
    known = {village.id: village for village in desk.registry.villages}
    if name not in known:
        near = meant(name, known, f"现有：{listed([*known][:12])}")
        raise Refused(f"没有“{where}”这个村，写成 乡镇/村；{near}")
    return known[name]


def _with_own(text: str, item: str) -> str | None:
    """The text of a village with an item more; None where its own items stand in braces."""
    lines = text.rstrip("\n").split("\n")
    at = next((n for n, line in enumerate(lines) if line.startswith(f"{_OWN}:")), None)
    if at is None:
        return "\n".join([*lines, f"{_OWN}:", item])
    if lines[at].partition("#")[0].strip() != f"{_OWN}:":
        return None
    end = at + 1
    while end < len(lines) and (lines[end][:1] in ("", " ", "#")):
        end += 1
    first = next((line for line in lines[at + 1 : end] if line.strip(" ")[:1] not in ("", "#")), "")
    depth = len(first) - len(first.lstrip()) if first else 2
    rows = [" " * (depth - 2) + row for row in item.rstrip("\n").split("\n")]
    return "\n".join([*lines[:end], *rows, *lines[end:], ""])
