"""What a package offers → imported when it is first asked for.

A command waits for the modules it needs and for no others: half of all that is imported for a site
is not needed to print the handbook of one village.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def from_homes(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package: *homes* maps each name to the module of the package it is in.

    A module of the package is at home in itself: `{"svg": "svg"}`. No function may be called like a
    module, for the module takes the place of the function once it is imported.
    """

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(name)
        module = import_module(f"{package}.{homes[name]}")
        return module if name == homes[name] else getattr(module, name)

    return found
