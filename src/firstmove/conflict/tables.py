"""Reading tables of a model file with care: a wrong key or type is a Problem with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from firstmove.conflict.condition import Condition
from firstmove.conflict.language import parse_condition
from firstmove.conflict.model import Evidence
from firstmove.conflict.problem import Place, Problem
from firstmove.conflict.weights import MAX_DIGITS, NoNumber, number
from firstmove.errors import ModelError

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

EVIDENCE_KEYS = ("report", "sentence", "entry", "start", "end", "quote")


class WrongTable(Exception):
    """A table that cannot be read."""

    def __init__(self, what: str, remedy: str, place: Place) -> None:
        self.problem = Problem(what, remedy, place)
        super().__init__(what)


class Table:
    """A TOML table, the keys it may have, and its place in the file."""

    def __init__(self, value: object, place: Place, keys: tuple[str, ...]) -> None:
        if not isinstance(value, dict):
            raise WrongTable(
                f"{_shown(value)} stands where a block is expected",
                f"write a block with the keys {', '.join(keys)}",
                place,
            )
        self.value: Mapping[str, object] = value
        self.place = place
        for key in self.value:
            if key not in keys:
                close = get_close_matches(key, keys, n=1)
                raise WrongTable(
                    f"there is no key “{key}” here",
                    f"did you mean “{close[0]}”?" if close else f"keys: {', '.join(keys)}",
                    (*place, key),
                )

    def text(self, key: str, default: str | None = None) -> str:
        """The string under ``key``; an error when it is missing and there is no default."""
        if key not in self.value:
            if default is None:
                raise WrongTable(f"“{key}” is missing", f'add {key} = "…"', self.place)
            return default
        value = self.value[key]
        if not isinstance(value, str):
            raise WrongTable(
                f"“{key}” is {_shown(value)}, not a text",
                f'write it in quotation marks: {key} = "…"',
                (*self.place, key),
            )
        return value

    def number(self, key: str) -> int | None:
        value = self.value.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
            raise WrongTable(
                f"“{key}” is {_shown(value)}", "write a whole number from 0 up", (*self.place, key)
            )
        return value

    def exact(self, key: str) -> Fraction | None:
        """The exact number under ``key``; None when it is missing."""
        if key not in self.value:
            return None
        return exact_in(self.value[key], f"“{key}”", (*self.place, key))

    def flag(self, key: str) -> bool:
        """The truth value under ``key``; false when it is missing."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            raise WrongTable(
                f"“{key}” is {_shown(value)}", "write true or false", (*self.place, key)
            )
        return value

    def choice(self, key: str, kinds: type[E], default: E) -> E:
        text = self.text(key, default.value)
        try:
            return kinds(text)
        except ValueError:
            allowed = ", ".join(f"“{kind.value}”" for kind in kinds)
            raise WrongTable(
                f"“{text}” is not a {key}", f"one of {allowed}", (*self.place, key)
            ) from None

    def condition(self, key: str) -> Condition:
        return condition_in(self.text(key), (*self.place, key))

    def items(self, key: str, read: Callable[[object, Place], T]) -> tuple[T, ...]:
        """What ``read`` makes of each item of the array under ``key``; () when it is missing."""
        value = self.value.get(key, [])
        if not isinstance(value, list):
            raise WrongTable(
                f"“{key}” is {_shown(value)}, not a list",
                f"write {key} = [ … ] or blocks headed [[{key}]]",
                (*self.place, key),
            )
        return tuple(read(item, (*self.place, key, at)) for at, item in enumerate(value))

    def evidence(self, key: str = "evidence") -> tuple[Evidence, ...]:
        return self.items(key, read_evidence)


def read_evidence(value: object, place: Place) -> Evidence:
    table = Table(value, place, EVIDENCE_KEYS)
    return Evidence(
        report=table.text("report"),
        quote=table.text("quote", ""),
        start=table.number("start"),
        end=table.number("end"),
        entry=table.text("entry", ""),
        sentence=table.number("sentence"),
    )


def exact_in(value: object, what: str, place: Place) -> Fraction:
    """The exact number that ``value`` is; ``what`` is what the error calls it."""
    try:
        return number(value)
    except NoNumber as error:
        raise WrongTable(
            f"{what} is {_shown(value)}: {error.what}",
            'write a number, as 3, -0.5 or "2/3", with up to '
            f"{MAX_DIGITS} digits on each side of the point",
            place,
        ) from None


def condition_in(text: str, place: Place) -> Condition:
    try:
        return parse_condition(text)
    except ModelError as error:
        at = f"{error.where}: " if error.where else ""
        raise WrongTable(f"{at}{error.what}", error.remedy, place) from None
    except RecursionError:
        raise WrongTable("the condition is too deep", "use fewer brackets", place) from None


def _shown(value: object) -> str:
    text = {
        bool: "true or false", int: "a number", Decimal: "a number", dict: "a block", list: "a list"
    }.get(type(value), "something else")  # fmt: skip
    return f"a text (“{value[:40]}”)" if isinstance(value, str) else text
