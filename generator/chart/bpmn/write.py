"""A flow on its sheet → BPMN 2.0 XML: what it means, then where everything is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.chart.bpmn.lead import Placed
from generator.chart.bpmn.place import Sheet, sheet_of
from generator.chart.bpmn.symbols import EXCLUSIVE, Symbol
from generator.chart.steps import details, step_lines
from generator.model.charts import StepLine
from generator.model.drawing import Drawing, Rect
from generator.model.flow import Flow

_SPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "mingbai": "urn:mingbai:flow",
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_bpmn(flow: Flow, drawing: Drawing, identity: str) -> bytes:
    """A flow and its drawing in lanes → the file; *identity* is the ASCII id of the process."""
    sheet = sheet_of(flow, drawing)
    root = Element("bpmn:definitions")
    for prefix, space in _SPACES.items():
        root.set(f"xmlns:{prefix}", space)
    _set(root, id="definitions", targetNamespace=_SPACES["mingbai"], exporter="mingbai")
    shared = _add(root, "bpmn:collaboration", id="collaboration")
    _add(shared, "bpmn:participant", id="pool", name=flow.name, processRef=identity)
    _process(root, flow, sheet, identity)
    diagram = _add(root, "bpmndi:BPMNDiagram", id="diagram")
    _plane(_add(diagram, "bpmndi:BPMNPlane", id="plane", bpmnElement="collaboration"), sheet)
    text: str = tostring(root, encoding="unicode")
    return f"{_HEAD}{text}\n".encode()


def _process(root: Element, flow: Flow, sheet: Sheet, identity: str) -> None:
    """What the flow means: lanes, symbols, ways, texts."""
    process = _add(root, "bpmn:process", id=identity, name=flow.name, isExecutable="false")
    told = (("说明", flow.note), ("依据", "；".join(flow.basis)))
    _document(process, [f"{name}：{words}" for name, words in told if words])
    lanes = _add(process, "bpmn:laneSet", id="lanes")
    for number, lane in enumerate(sheet.lanes, start=1):
        row = _add(lanes, "bpmn:lane", id=f"lane_{number}", name=lane.post)
        for stack in lane.stacks:
            for symbol in stack.all():
                _add(row, "bpmn:flowNodeRef").text = symbol.id
    met: dict[str, list[tuple[str, str]]] = {}
    for end in ("incoming", "outgoing"):
        for one in sheet.ways:
            at = one.way.target if end == "incoming" else one.way.source
            met.setdefault(at, []).append((end, one.way.id))
    for placed, line in zip(sheet.placed, step_lines(flow), strict=True):
        for symbol in placed.stack.all():
            node = _node(process, symbol, line if symbol == placed.stack.main else None)
            for end, way in met.get(symbol.id, ()):
                _add(node, f"bpmn:{end}").text = way
            if symbol.terminates:
                _add(node, "bpmn:terminateEventDefinition", id=f"{symbol.id}_terminates")
    _between(process, sheet)


def _between(process: Element, sheet: Sheet) -> None:
    """Ways, and texts with the dotted lines to them."""
    for one in sheet.ways:
        way = one.way
        flowing = _add(process, "bpmn:sequenceFlow", id=way.id)
        _set(flowing, name=way.label, sourceRef=way.source, targetRef=way.target)
    for note in sheet.notes:
        text = _add(process, "bpmn:textAnnotation", id=note.remark.id)
        _add(text, "bpmn:text").text = _clean(note.remark.text)
        if note.points:
            dotted = _add(process, "bpmn:association", id=f"{note.remark.id}_line")
            _set(dotted, sourceRef=note.remark.source, targetRef=note.remark.id)


def _node(process: Element, symbol: Symbol, line: StepLine | None) -> Element:
    """A symbol; the one that stands for its step says everything else about it."""
    node = _add(process, f"bpmn:{symbol.tag}", id=symbol.id, name=symbol.name)
    if line:
        _document(node, [f"岗位：{line.post}" if line.post else "", *details(line)])
        _step(node, line)
    return node


def _step(node: Element, line: StepLine) -> None:
    """What other programs may want to read of a step, in our own namespace."""
    inside = _add(node, "bpmn:extensionElements")
    step = _add(inside, "mingbai:step", number=str(line.number), kind=line.kind.value)
    _set(step, limit=line.limit, counted="true" if line.counted else "false", uses=line.subflow)
    for name, texts in (("document", line.documents), ("served", line.served_documents)):
        for text in texts:
            _add(step, f"mingbai:{name}").text = _clean(text)
    for text in line.basis:
        _add(step, "mingbai:basis").text = _clean(text)
    for risk in line.risks:
        row = _add(step, "mingbai:risk", number=str(risk.number), level=risk.level)
        _set(row, name=risk.name, text=risk.manifestation, owner=risk.owner, leader=risk.leader)
        for measure in risk.measures:
            _add(row, "mingbai:measure").text = _clean(measure)


def _document(node: Element, lines: Iterable[str]) -> None:
    text = "\n".join(line for line in lines if line)
    if text:
        _add(node, "bpmn:documentation").text = _clean(text)


def _plane(plane: Element, sheet: Sheet) -> None:
    """Where everything is."""
    _set(_shape(plane, "pool", sheet.pool), isHorizontal="false")
    for number, lane in enumerate(sheet.lanes, start=1):
        _set(_shape(plane, f"lane_{number}", lane.rect), isHorizontal="false")
    for placed in sheet.placed:
        _symbols(plane, placed)
    for one in sheet.ways:
        _label(_edge(plane, one.way.id, one.points), one.label)
    for note in sheet.notes:
        _shape(plane, note.remark.id, note.rect)
        if note.points:
            _edge(plane, f"{note.remark.id}_line", note.points)


def _symbols(plane: Element, placed: Placed) -> None:
    for part in placed.stand.parts:
        shape = _shape(plane, part.symbol.id, placed.moved(part.rect))
        if part.symbol.tag == EXCLUSIVE:
            _set(shape, isMarkerVisible="true")
        _label(shape, placed.moved(part.label) if part.label else None)


def _shape(plane: Element, identity: str, rect: Rect) -> Element:
    shape = _add(plane, "bpmndi:BPMNShape", id=f"{identity}_di", bpmnElement=identity)
    _bounds(shape, rect)
    return shape


def _edge(plane: Element, identity: str, points: Iterable[tuple[int, int]]) -> Element:
    edge = _add(plane, "bpmndi:BPMNEdge", id=f"{identity}_di", bpmnElement=identity)
    for x, y in points:
        _add(edge, "di:waypoint", x=str(x), y=str(y))
    return edge


def _label(shape: Element, rect: Rect | None) -> None:
    if rect:
        _bounds(_add(shape, "bpmndi:BPMNLabel"), rect)


def _bounds(shape: Element, rect: Rect) -> None:
    at = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    _add(shape, "dc:Bounds", **{name: str(value) for name, value in at.items()})


def _add(parent: Element, tag: str, **fields: str) -> Element:
    child = SubElement(parent, tag)
    _set(child, **fields)
    return child


def _set(element: Element, **fields: str) -> None:
    """Attributes in the order given; one without a value is left out."""
    for name, value in fields.items():
        if value:
            element.set(name, _clean(value))


def _clean(text: str) -> str:
    """A text without what XML cannot hold: the sign for what is lost stands in its place."""
    return _NO_XML.sub("\ufffd", text)
