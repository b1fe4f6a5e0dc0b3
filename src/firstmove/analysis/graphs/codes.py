"""States in option form as text, "YNY", and as codes, Σ 2^k over the options k taken."""

from __future__ import annotations

_DIGITS = str.maketrans("NY", "01")
_LETTERS = str.maketrans("01", "NY")


def code_of(state: str) -> int:
    return int(state[::-1].translate(_DIGITS), 2) if state else 0


def state_text(code: int, width: int) -> str:
    return f"{code:0{width}b}"[::-1].translate(_LETTERS) if width else ""
