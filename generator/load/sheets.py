"""The files of a district → its sheets: every file as a model of its own, nothing joined yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.files import FileKind, Found, SourceFile, find
from generator.load.one import read_one, read_text
from generator.load.shape import Model, shape
from generator.model.body import Unit, Village
from generator.model.claim import Claim
from generator.model.district import District, HolidayYear, Synonym, Topic, Vocabulary
from generator.model.flow import Flow
from generator.model.item import DutySet, Item
from generator.model.law import Law
from generator.model.micro_power import MicroPower
from generator.model.origin import Located
from generator.model.registry import Ref
from generator.problem import Problem, Span, error


@dataclass(slots=True)
class Sheets:
    """What could be read. *broken* names what could not, so that nobody calls it unknown."""

    district: District | None = None
    vocabulary: Vocabulary | None = None
    laws: list[Law] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    synonyms: list[Synonym] = field(default_factory=list)
    holidays: list[HolidayYear] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    duty_sets: dict[str, DutySet] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    villages: dict[str, Village] = field(default_factory=dict)
    items: dict[str, dict[str, Item]] = field(default_factory=dict)
    micro_powers: dict[str, dict[str, MicroPower]] = field(default_factory=dict)
    flows: dict[Ref, Flow] = field(default_factory=dict)
    broken: set[Ref] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_sheets(root: Path) -> Sheets:
    """The folder of a district → its sheets and every problem of a single file."""
    found = find(root)
    sheets = Sheets(problems=found.problems)
    sheets.broken.update(_left_out(found))
    for source in found.files:
        before = len(sheets.problems)
        tree = _read(sheets, source)
        if tree is not None:
            _READERS[source.kind](sheets, source, tree)
        if len(sheets.problems) > before:
            sheets.broken.add(Ref(source.folder, source.id))
    _require(sheets, found)
    return sheets


def _left_out(found: Found) -> Iterator[Ref]:
    """The bodies of which a file could not be taken at all: it may be any that is looked for."""
    for problem in found.problems:
        tree, _, rest = problem.span.file.partition("/")
        body, slash, _ = rest.partition("/")
        if slash:
            yield Ref(f"{tree}/{body}", "")


def look(kind: FileKind, label: str, raw: bytes) -> tuple[Located | None, list[Problem]]:
    """The bytes of a file of one kind → its tree, and every problem of its YAML and its fields."""
    source = SourceFile(Path(label), label, kind, "", Path(label).stem)
    tree, problems = read_text(label, raw, rows=source.is_rows)
    if tree is None:
        return None, problems
    sheets = Sheets()
    _READERS[kind](sheets, source, tree)
    return tree, sheets.problems


def _read(sheets: Sheets, source: SourceFile) -> Located | None:
    tree, problems = read_one(source.path, source.label, rows=source.is_rows)
    sheets.problems += problems
    return tree


def _shaped(sheets: Sheets, tree: Located, model: type[Model], identity: str) -> Model | None:
    made, problems = shape(tree, model, identity)
    sheets.problems += problems
    return made


def _shaped_rows(sheets: Sheets, tree: Located, model: type[Model]) -> list[Model]:
    """The rows of a list file; a row that does not fit is left out and reported."""
    rows = tree.content if isinstance(tree.content, list) else []
    made = [_shaped(sheets, row, model, str(number)) for number, row in enumerate(rows, 1)]
    return [row for row in made if row is not None]


def _district(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    sheets.district = _shaped(sheets, tree, District, source.id)


def _vocabulary(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    sheets.vocabulary = _shaped(sheets, tree, Vocabulary, source.id)


def _laws(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    sheets.laws = _shaped_rows(sheets, tree, Law)


def _topics(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    topics = _shaped_rows(sheets, tree, Topic)
    sheets.topics = [topic.attach(topic.source, topic.code) for topic in topics]


def _synonyms(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    sheets.synonyms = _shaped_rows(sheets, tree, Synonym)


def _holidays(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    sheets.holidays = _shaped_rows(sheets, tree, HolidayYear)


def _claims(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    sheets.claims = _shaped_rows(sheets, tree, Claim)


def _duties(sheets: Sheets, _: SourceFile, tree: Located) -> None:
    for name, part in tree.content.items() if isinstance(tree.content, dict) else ():
        duty_set = _shaped(sheets, part, DutySet, name)
        if duty_set:
            sheets.duty_sets[name] = duty_set


def _unit(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    unit = _shaped(sheets, tree, Unit, source.folder.removeprefix("powers/"))
    if unit:
        sheets.units[source.folder] = unit


def _village(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    folder = f"{source.folder}/{source.id}"
    village = _shaped(sheets, tree, Village, folder.removeprefix("villages/"))
    if village:
        sheets.villages[folder] = village


def _item(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    item = _shaped(sheets, tree, Item, source.id)
    if item:
        sheets.items.setdefault(source.folder, {})[source.id] = item


def _micro_power(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    item = _shaped(sheets, tree, MicroPower, source.id)
    if item:
        sheets.micro_powers.setdefault(source.folder, {})[source.id] = item


def _flow(sheets: Sheets, source: SourceFile, tree: Located) -> None:
    flow = _shaped(sheets, tree, Flow, source.id)
    if flow:
        sheets.flows[Ref(source.folder, source.id)] = flow


_READERS: dict[FileKind, Callable[[Sheets, SourceFile, Located], None]] = {
    FileKind.DISTRICT: _district,
    FileKind.VOCABULARY: _vocabulary,
    FileKind.LAWS: _laws,
    FileKind.CLAIMS: _claims,
    FileKind.TOPICS: _topics,
    FileKind.SYNONYMS: _synonyms,
    FileKind.HOLIDAYS: _holidays,
    FileKind.DUTIES: _duties,
    FileKind.UNIT: _unit,
    FileKind.ITEM: _item,
    FileKind.MICRO_POWER: _micro_power,
    FileKind.FLOW: _flow,
    FileKind.VILLAGE: _village,
}


def _require(sheets: Sheets, found: Found) -> None:
    """Say which files are missing that a district or a unit cannot do without."""
    there = {Ref(source.folder, source.id) for source in found.files}
    if any(problem.span.file == "powers" for problem in found.problems):
        return
    for name, words in (("district", "区情"), ("vocabulary", "用词表")):
        if Ref("powers", name) not in there:
            label = f"powers/{name}.yml"
            hint = "照填写说明新建这个文件"
            sheets.problems.append(
                error("missing-file", f"缺少{words}文件 {label}", Span(label), hint)
            )
    for folder in found.bodies:
        if Ref(folder, "unit") not in there:
            label = f"{folder}/unit.yml"
            hint = "新建这个文件，写明单位的名称和类型"
            sheets.problems.append(error("missing-file", f"缺少 {label}", Span(label), hint))
            sheets.broken.add(Ref(folder, "unit"))
