"""How names are read: the same whether this process reads them or another one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import syllables

_NAMES = {
    "宅基地申请": ("zhai", "ji", "di", "shen", "qing"),
    "银行": ("yin", "hang"),
    "重大事项": ("zhong", "da", "shi", "xiang"),
    "开A4纸证明、盖章": ("kai", "a4", "zhi", "zheng", "ming", "gai", "zhang"),
}


@pytest.mark.parametrize("name", _NAMES)
def test_a_text_is_read_by_the_phrases_in_it(name: str) -> None:
    assert syllables.syllables_of(name) == _NAMES[name]


def test_nothing_is_read_as_nothing() -> None:
    assert syllables.syllables_of("") == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there every process would load all anew")
def test_another_process_reads_so_that_this_one_need_not_load_the_phrases(
    repository: Path,
) -> None:
    script = (
        "import sys\n"
        "from generator import syllables\n"
        "if __name__ == '__main__':\n"
        f"    names = {list(_NAMES)!r}\n"
        "    syllables.begin_reading(names)()\n"
        "    print([syllables.syllables_of(name) for name in names])\n"
        "    print('pypinyin' in sys.modules)\n"
    )
    command = [sys.executable, "-c", script]
    told = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    assert told.stdout == f"{list(_NAMES.values())}\nFalse\n"


def _dies(texts: list[str]) -> list[tuple[str, ...]]:
    os.kill(os.getpid(), signal.SIGKILL)
    return [(text,) for text in texts]


@pytest.mark.skipif(sys.platform == "win32", reason="there no other process is asked")
def test_where_the_other_process_dies_this_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pypinyin", raising=False)
    monkeypatch.setattr(syllables, "_read_all", _dies)
    syllables.begin_reading(["村务公开栏"])()
    assert syllables.syllables_of("村务公开栏") == ("cun", "wu", "gong", "kai", "lan")
