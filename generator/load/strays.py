"""Files that nothing reads → which of them their authors believe to be read."""

from __future__ import annotations

import os
import re
from pathlib import Path

_MOST_FOLDERS = 1_000
_HIDDEN_ENDING = re.compile(r".*\.ya?ml\.\w{1,5}", re.IGNORECASE)
_MISTYPED = re.compile(r".*\.(?:yam|yamll|ymal|yaml1|yml1|ym|yl|ylm)", re.IGNORECASE)
_OFFICE = re.compile(r".*\.(?:xlsx?|xlsm|et|csv|docx?|wps|pdf|json)", re.IGNORECASE)


def meant_as_data(name: str, *, beside_data: bool) -> tuple[str, str] | None:
    """The name of a file that is no YAML → why it seems to be meant as data, and what to do.

    *beside_data* says whether only items, flows or villages lie in its folder.
    """
    if _HIDDEN_ENDING.fullmatch(name):
        ending = name.rpartition(".")[2]
        hint = f"去掉末尾的 .{ending}；电脑隐藏了扩展名的，先让它显示出来"
        return f"文件名末尾多了“.{ending}”，不会被读取", hint
    if _MISTYPED.fullmatch(name):
        return "扩展名写错了，不会被读取", "改成 .yml"
    if name in ("items", "flows"):
        hint = f"建一个叫 {name} 的文件夹，把每一项写成里面的一个 .yml 文件"
        return "这是一个文件，不是文件夹，不会被读取", hint
    if beside_data and _OFFICE.fullmatch(name):
        return "表格和文档不会被读取", "把内容写成 YAML 文件；只是存档的，放到别的文件夹"
    return None


def holds_yaml(folder: Path) -> bool:
    """Whether a YAML file lies anywhere below *folder*; links are not followed."""
    waiting, seen = [folder], 0
    while waiting and seen < _MOST_FOLDERS:
        seen += 1
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        if any(entry.name.endswith((".yml", ".yaml")) for entry in entries):
            return True
        waiting += [Path(each) for each in entries if each.is_dir(follow_symlinks=False)]
    return False
