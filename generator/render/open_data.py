"""Every power → `item.json`: each field in the words of the YAML, and where it comes from.

核对原文 is what comparing its bases with the law texts found, a row for each article cited: 字段
is where the basis is written, 法律 and 条 what was compared, 结论 is 一致, 旧版, 不符 or 未收录,
文本 the day of the text, 说明 a sentence where something is to be said; no row without law texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.checked_bases import bases_in, findings_of
from generator.model.item import Item
from generator.model.record import Sourced
from generator.model.registry import Holding, Registry
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
        "核对原文": findings(site.registry, item),
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


def findings(registry: Registry, record: Sourced) -> list[Tree]:
    """What was found of each basis in a record."""
    return [
        {
            "字段": "/".join(map(str, placed.path)),
            "依据": placed.basis.text,
            "法律": found.law,
            "条": found.article,
            "结论": found.outcome.value,
            "文本": found.version.isoformat() if found.version else "",
            "说明": found.detail,
        }
        for placed in bases_in(record)
        for found in findings_of(registry, placed.basis)
    ]


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
