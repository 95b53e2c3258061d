"""YAML as an editor with our schemas sees it: what it would mark as wrong."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from generator.load.files import FileKind
from generator.load.schema import schemas
from generator.load.sheets import read_sheets


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as an editor does: only these plain values are not text."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _form, _signs in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+$", [*"-+0123456789"]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$", [*"-+.0123456789"]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), _signs)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


@functools.cache
def validators(root: Path) -> dict[FileKind, Draft202012Validator]:
    """The schemas of a district, each itself valid."""
    texts = schemas(read_sheets(root).vocabulary)
    loaded = {name: json.loads(text) for name, text in texts.items()}
    for each in loaded.values():
        Draft202012Validator.check_schema(each)
    return {
        kind: Draft202012Validator(loaded[f"{kind.value.replace('_', '-')}.json"])
        for kind in FileKind
    }


def faults(validator: Draft202012Validator, text: str) -> list[str]:
    """What an editor would underline in a text, with the path of the value."""
    tree = yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader of our own
    return [f"{error.json_path} {error.message}" for error in validator.iter_errors(tree)]
