"""The files of a district → its sheets: every file as a model of its own, nothing joined yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.files import FileKind, Found, SourceFile, find
from generator.load.one import read_source
from generator.load.raw import read_bytes
from generator.load.shape import Model, shape
from generator.model.body import Unit, Village
from generator.model.claim import Claim
from generator.model.district import District, HolidayYear, Synonym, Topic, Vocabulary
from generator.model.flow import Flow
from generator.model.item import DutySet, Item
from generator.model.law import Law
from generator.model.micro_power import MicroPower
from generator.model.registry import Ref
from generator.model.source import Source
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
    sheets = begun(found)
    read_into(sheets, found.files)
    require(sheets, found)
    return sheets


def begun(found: Found) -> Sheets:
    """The files of a district → sheets of which none has been read yet."""
    sheets = Sheets(problems=found.problems)
    sheets.broken.update(_left_out(found))
    return sheets


def read_into(sheets: Sheets, files: Iterable[SourceFile]) -> None:
    """Read some files, and note every problem of a single one."""
    for source in files:
        before = len(sheets.problems)
        written = _read(sheets, source)
        if written is not None:
            _READERS[source.kind](sheets, source, written)
        if len(sheets.problems) > before:
            sheets.broken.add(Ref(source.folder, source.id))


def _left_out(found: Found) -> Iterator[Ref]:
    """The bodies of which a file could not be taken at all: it may be any that is looked for."""
    for problem in found.problems:
        tree, _, rest = problem.span.file.partition("/")
        body, slash, _ = rest.partition("/")
        if slash:
            yield Ref(f"{tree}/{body}", "")


def look(kind: FileKind, label: str, raw: bytes) -> tuple[Source | None, list[Problem]]:
    """The bytes of a file of one kind → its source, and every problem of its YAML and fields."""
    file = SourceFile(Path(label), label, kind, "", Path(label).stem)
    written, problems = read_source(label, raw, rows=file.is_rows)
    if written is None:
        return None, problems
    sheets = Sheets()
    _READERS[kind](sheets, file, written)
    return written, sheets.problems


def _read(sheets: Sheets, source: SourceFile) -> Source | None:
    raw, problems = read_bytes(source.path, source.label)
    written = None
    if not problems:
        written, problems = read_source(source.label, raw, rows=source.is_rows)
    sheets.problems += problems
    return written


def _shaped(sheets: Sheets, written: Source, model: type[Model], identity: str) -> Model | None:
    made, problems = shape(written, model, identity)
    sheets.problems += problems
    return made


def _shaped_rows(sheets: Sheets, written: Source, model: type[Model]) -> list[Model]:
    """The rows of a list file; a row that does not fit is left out and reported."""
    rows = enumerate((row for _, row in written.parts()), 1)
    made = [_shaped(sheets, row, model, str(number)) for number, row in rows]
    return [row for row in made if row is not None]


def _district(sheets: Sheets, source: SourceFile, written: Source) -> None:
    sheets.district = _shaped(sheets, written, District, source.id)


def _vocabulary(sheets: Sheets, source: SourceFile, written: Source) -> None:
    sheets.vocabulary = _shaped(sheets, written, Vocabulary, source.id)


def _laws(sheets: Sheets, _: SourceFile, written: Source) -> None:
    sheets.laws = _shaped_rows(sheets, written, Law)


def _topics(sheets: Sheets, _: SourceFile, written: Source) -> None:
    topics = _shaped_rows(sheets, written, Topic)
    sheets.topics = [topic.attach(topic.written, topic.code) for topic in topics]


def _synonyms(sheets: Sheets, _: SourceFile, written: Source) -> None:
    sheets.synonyms = _shaped_rows(sheets, written, Synonym)


def _holidays(sheets: Sheets, _: SourceFile, written: Source) -> None:
    sheets.holidays = _shaped_rows(sheets, written, HolidayYear)


def _claims(sheets: Sheets, _: SourceFile, written: Source) -> None:
    sheets.claims = _shaped_rows(sheets, written, Claim)


def _duties(sheets: Sheets, _: SourceFile, written: Source) -> None:
    for key, part in written.parts():
        name = str(key)
        duty_set = _shaped(sheets, part, DutySet, name)
        if duty_set:
            sheets.duty_sets[name] = duty_set


def _unit(sheets: Sheets, source: SourceFile, written: Source) -> None:
    unit = _shaped(sheets, written, Unit, source.folder.removeprefix("powers/"))
    if unit:
        sheets.units[source.folder] = unit


def _village(sheets: Sheets, source: SourceFile, written: Source) -> None:
    folder = f"{source.folder}/{source.id}"
    village = _shaped(sheets, written, Village, folder.removeprefix("villages/"))
    if village:
        sheets.villages[folder] = village


def _item(sheets: Sheets, source: SourceFile, written: Source) -> None:
    item = _shaped(sheets, written, Item, source.id)
    if item:
        sheets.items.setdefault(source.folder, {})[source.id] = item


def _micro_power(sheets: Sheets, source: SourceFile, written: Source) -> None:
    item = _shaped(sheets, written, MicroPower, source.id)
    if item:
        sheets.micro_powers.setdefault(source.folder, {})[source.id] = item


def _flow(sheets: Sheets, source: SourceFile, written: Source) -> None:
    flow = _shaped(sheets, written, Flow, source.id)
    if flow:
        sheets.flows[Ref(source.folder, source.id)] = flow


_READERS: dict[FileKind, Callable[[Sheets, SourceFile, Source], None]] = {
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


def require(sheets: Sheets, found: Found) -> None:
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
    misnamed = {
        problem.span.file.rpartition("/")[0]
        for problem in found.problems
        if "unit.yml" in problem.hint
    }
    for folder in found.bodies:
        if Ref(folder, "unit") not in there and folder in misnamed:
            sheets.broken.add(Ref(folder, "unit"))
        elif Ref(folder, "unit") not in there:
            label = f"{folder}/unit.yml"
            hint = "新建这个文件，写明单位的名称和类型"
            sheets.problems.append(error("missing-file", f"缺少 {label}", Span(label), hint))
            sheets.broken.add(Ref(folder, "unit"))
