"""Templates: they know one name only, and what they ask for must be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError, meta, nodes

from generator.render.rich_text import rich
from generator.render.templates import FOLDER, environment, fill
from generator.render.views import Foot, Group, Head, Link

PAGES = sorted(path.name for path in Path(FOLDER).glob("*.html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_template_sees_nothing_but_its_view(name: str) -> None:
    tree = environment().parse((Path(FOLDER) / name).read_text(encoding="utf-8"))
    imported = {each.target for each in tree.find_all(nodes.Import)}
    assert meta.find_undeclared_variables(tree) - imported <= {"view"}


def test_a_view_without_what_the_template_asks_for_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        fill("listing", Foot("2026年11月1日"))


def test_text_of_a_view_is_escaped() -> None:
    class View:
        """The least that a listing asks for."""

        head = Head("<b>标题</b>")
        groups = (Group("组", "a", ()),)
        foot = Foot("2026年11月1日")

    assert "&lt;b&gt;标题&lt;/b&gt;" in fill("listing", View())
    assert Link("甲").href == ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("一句话", "<p>一句话</p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("都要有：\n- 甲\n- 乙", "<p>都要有：</p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("头\n尾", "<p>头<br>\n尾</p>"),
        ("**要紧**", "<p><strong>要紧</strong></p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[看](javascript:alert(1))", "<p>[看](javascript:alert(1))</p>"),
        ("[a](b){: x }", "<p>[a](b){: x }</p>"),
        ("# 大标题", "<p># 大标题</p>"),
        ("标题\n===", "<p>标题<br>\n===</p>"),
        ("甲\n---", "<p>甲<br>\n---</p>"),
        ("[甲]: https://example.cn/", "<p>[甲]: https://example.cn/</p>"),
        ("![](https://example.cn/x.png)", "<p>![](https://example.cn/x.png)</p>"),
        ("`甲` \\* <乙>", "<p>`甲` \\* &lt;乙&gt;</p>"),
        ("照片35*45毫米，2*3寸", "<p>照片35*45毫米，2*3寸</p>"),
        ("* 甲\n* __乙__", "<ul>\n<li>甲</li>\n<li>__乙__</li>\n</ul>"),
        ("> 5万元", "<p>&gt; 5万元</p>"),
    ],
)
def test_rich_text_keeps_lists_and_emphasis_and_nothing_else(written: str, shown: str) -> None:
    assert str(rich(written)) == shown
