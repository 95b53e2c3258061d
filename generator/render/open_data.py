"""Every power → `item.json`: each field in the words of the YAML, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.item import Item
from generator.model.registry import Holding
from generator.output import DataFile
from generator.render import urls, words
from generator.render.site import AnyHolding, Site

_INTERNAL = "备注"

Tree = str | dict[str, "Tree"] | list["Tree"]
"""What JSON may hold here: the clerks write texts, lists and named fields only."""


def item_data(site: Site) -> Iterator[DataFile]:
    """A data file for every power that has a page."""
    for holding in site.powers.values():
        address = urls.of_item(holding.holder, holding.ref.id)
        if site.has(address):
            text = json.dumps(_data(site, holding), ensure_ascii=False, indent=1)
            yield DataFile(
                urls.of_item_data(holding.holder, holding.ref.id),
                f"{text}\n".encode(),
                site.everywhere | site.files(holding.item),
            )


def _data(site: Site, holding: Holding[Item]) -> dict[str, Tree]:
    item = holding.item
    address = urls.of_item(holding.holder, holding.ref.id)
    unit = site.units.get(holding.holder)
    flows: list[Tree] = [f"{used.ref.folder}/{used.ref.id}" for used in holding.flows]
    return {
        "事项": as_written(item.written.values),
        "实施主体": site.holder_name(holding.holder),
        "地址": address,
        "状态": site.registry.standing(item).value,
        "核对日期": site.foot(item, unit).checked,
        "示例数据": "是" if site.is_sample(item, unit) else "否",
        "流程文件": flows,
        "责任": _accountability(holding),
        "来源": origin(holding),
    }


def _accountability(holding: Holding[Item]) -> dict[str, Tree]:
    """责任 with the shared set joined in."""
    own = holding.accountability
    duties: list[Tree] = [
        {
            "环节": duty.stage,
            "内容": duty.content,
            "岗位": duty.post,
            "时限": words.limit(duty.limit),
        }
        for duty in own.duties
    ]
    return {
        "责任事项": duties,
        "追责情形": list(own.cases),
        "追责依据": list(own.basis),
        "追责方式": list(own.forms),
    }


def origin(holding: AnyHolding) -> dict[str, Tree]:
    """通用 or 本地: the file of the item, and each field that its holder wrote itself."""
    local: list[Tree] = ["/".join(str(key) for key in path) for path in holding.local]
    return {
        "文件": holding.item.written.file,
        "采用": holding.ref.folder if holding.is_adopted else "",
        "本地字段": local,
    }


def as_written(values: Tree) -> Tree:
    """The clerks' values → the same texts, fields and lists in their order, without 备注.

    What is written for the office does not leave it.
    """
    if isinstance(values, str):
        return values
    if isinstance(values, dict):
        fields = values.items()
        return {key: as_written(value) for key, value in fields if key != _INTERNAL}
    return [as_written(value) for value in values]
