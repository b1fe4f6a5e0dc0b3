"""Packages that load a name of theirs when it is first used: a command loads what it needs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    _homes: Mapping[str, str]  # a public name: the module in which it stands

    def __getattr__(self, name: str) -> Any:
        home = self.__dict__["_homes"].get(name)
        if home is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{self.__name__}.{home}"), name)
        self.__dict__[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        # Python puts each module that is loaded into its package: ``merge`` in ``merge.py`` would
        # then be the module.
        if not (isinstance(value, ModuleType) and name in self._homes):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._homes})


def lazily(package: str, names: Mapping[str, str]) -> None:
    """Let a package have names from its modules. ``names``: of each module, joined by blanks."""
    room = sys.modules[package]
    room.__dict__["_homes"] = {name: home for home, told in names.items() for name in told.split()}
    room.__class__ = _Room
