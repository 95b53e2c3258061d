"""Everything that is no power → its data file: each field in the words of the YAML.

Units, flows, villages and shared village powers have theirs beside their page; what the whole
district shares (laws, words, holidays …) lies under `data/`. No 备注 leaves the office.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.micro_power import MicroPower
from generator.model.record import Sourced
from generator.model.registry import Holding, Registry
from generator.output import DataFile
from generator.render import urls, words
from generator.render.open_data import Tree, as_written, findings, origin
from generator.render.site import Site

DISTRICT_FILES = {
    "district": "区情",
    "vocabulary": "用词表",
    "laws": "依据库",
    "claims": "统计口径",
    "topics": "主题、人群、人生大事",
    "synonyms": "百姓叫法",
    "holidays": "放假与调休",
    "duties": "通用责任",
}
"""What the whole district shares: the name of each data file, and what it holds."""


def record_data(site: Site) -> Iterator[DataFile]:
    """The data files of units, flows, villages, shared village powers and the district."""
    yield from _units(site)
    yield from _flows(site)
    yield from _villages(site)
    yield from _shared_micro_powers(site)
    if not site.only:
        yield from _district(site)


def _units(site: Site) -> Iterator[DataFile]:
    for unit in site.registry.units:
        address = urls.of_unit(unit.id)
        if not site.has(address):
            continue
        held = site.registry.powers_of(unit)
        powers: list[Tree] = [
            {
                "编号": each.ref.id,
                "名称": each.item.name,
                "数据": urls.of_item_data(each.holder, each.ref.id),
            }
            for each in held
        ]
        foot = site.foot(unit)
        told: dict[str, Tree] = {
            "单位": as_written(unit.written.values),
            "地址": address,
            "核对日期": foot.checked,
            "示例数据": _yes_no(foot.sample),
            "事项": powers,
            "来源": unit.written.file,
        }
        inputs = site.files(unit, *(each.item for each in held))
        yield _file(site, urls.of_unit_data(unit.id), told, inputs)


def _flows(site: Site) -> Iterator[DataFile]:
    registry = site.registry
    for ref, flow in registry.flows.items():
        address = urls.of_flow(ref)
        if not site.has(address):
            continue
        checked = registry.flow_checked_on(ref)
        users: list[Tree] = [f"{each.holder}/{each.ref.id}" for each in site.users.get(ref, ())]
        told: dict[str, Tree] = {
            "流程": as_written(flow.written.values),
            "地址": address,
            "核对日期": words.day(checked) if checked else words.MISSING,
            "示例数据": _yes_no(registry.flow_is_sample(ref)),
            "用它的事项": users,
            "核对原文": findings(registry, flow),
            "来源": flow.written.file,
        }
        yield _file(site, urls.of_flow_data(ref), told, site.files(flow))


def _villages(site: Site) -> Iterator[DataFile]:
    for village in site.registry.villages:
        address = urls.of_village(village.id)
        if not site.has(address):
            continue
        held = site.registry.micro_powers_of(village)
        foot = site.foot(village)
        told: dict[str, Tree] = {
            "村": as_written(village.written.values),
            "地址": address,
            "核对日期": foot.checked,
            "示例数据": _yes_no(foot.sample),
            "事项": [_held(site, each) for each in held],
            "来源": village.written.file,
        }
        inputs = site.files(village) | site.files_of_holdings(held)
        yield _file(site, urls.of_village_data(village.id), told, inputs)


def _held(site: Site, holding: Holding[MicroPower]) -> Tree:
    """A village power as a village has it: in full where it differs, else where it is in full."""
    told: dict[str, Tree] = {
        "编号": holding.ref.id,
        "名称": holding.item.name,
        "状态": site.registry.standing(holding.item).value,
        "来源": origin(holding),
    }
    if holding.is_local:
        compared = findings(site.registry, holding.item)
        return {**told, "事项": as_written(holding.item.written.values), "核对原文": compared}
    return {**told, "数据": urls.of_shared_micro_power_data(holding.ref.id)}


def _shared_micro_powers(site: Site) -> Iterator[DataFile]:
    registry = site.registry
    for shared in registry.shared_micro_powers:
        address = urls.of_shared_micro_power(shared.ref.id)
        if not site.has(address):
            continue
        foot = site.foot(shared.item)
        flows: list[Tree] = [f"{used.ref.folder}/{used.ref.id}" for used in shared.flows]
        told: dict[str, Tree] = {
            "事项": as_written(shared.item.written.values),
            "地址": address,
            "状态": registry.standing(shared.item).value,
            "核对日期": foot.checked,
            "示例数据": _yes_no(foot.sample),
            "流程文件": flows,
            "核对原文": findings(registry, shared.item),
            "来源": origin(shared),
        }
        inputs = site.files_of_holdings((shared,))
        yield _file(site, urls.of_shared_micro_power_data(shared.ref.id), told, inputs)


def _district(site: Site) -> Iterator[DataFile]:
    """The files of `powers/` that the whole district shares, each as one data file."""
    registry = site.registry
    lists: dict[str, Iterable[Sourced]] = {
        "laws": registry.laws,
        "claims": registry.claims,
        "topics": registry.topics,
        "synonyms": registry.synonyms,
        "holidays": registry.holidays,
    }
    for name, record in (("district", registry.district), ("vocabulary", registry.vocabulary)):
        yield _file(site, urls.of_data(name), as_written(record.written.values), frozenset())
    for name, rows in lists.items():
        told: list[Tree] = [as_written(row.written.values) for row in rows]
        yield _file(site, urls.of_data(name), told, site.files(*rows))
    sets = registry.duty_sets
    duties: dict[str, Tree] = {name: _compared(registry, each) for name, each in sets.items()}
    yield _file(site, urls.of_data("duties"), duties, site.files(*sets.values()))


def _compared(registry: Registry, record: Sourced) -> Tree:
    """A record as written, with what was found of its bases."""
    told = as_written(record.written.values)
    return {**told, "核对原文": findings(registry, record)} if isinstance(told, dict) else told


def _file(site: Site, path: str, told: Tree, inputs: frozenset[str]) -> DataFile:
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return DataFile(path, f"{text}\n".encode(), site.everywhere | inputs)


def _yes_no(value: bool) -> str:
    return "是" if value else "否"
