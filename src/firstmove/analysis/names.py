"""The names that concepts are asked for by, and how they are written in a sentence.

``gmr`` is a concept; ``gmr.c`` is its third reading of unknown preference; ``gmr.strong`` looks at
strength of preference; ``l3`` is limited-move stability with a horizon of three moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firstmove.analysis.concepts import strength, unknown

SIMPLE = ("nash", "gmr", "smr", "seq", "sim", "sseq")
MAX_HORIZON = 100

_LIMITED = re.compile(r"l([1-9][0-9]{0,2})")
_WRITTEN = {
    "nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sim": "SIM", "sseq": "SSEQ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concept:
    """``base``: one of SIMPLE, or "l". ``variant``: "", a reading (a to d), a strength (general,
    strong, weak), or for "l" the horizon in moves."""

    base: str
    variant: str = ""

    @property
    def horizon(self) -> int:
        return int(self.variant)

    @property
    def is_reading(self) -> bool:
        return self.base != "l" and self.variant in unknown.READINGS

    @property
    def is_strength(self) -> bool:
        return self.variant in strength.FORMS


def concept(name: str) -> Concept | None:
    """The concept of that name, or None where there is none."""
    if name in SIMPLE:
        return Concept(name)
    limited = _LIMITED.fullmatch(name)
    if limited:
        return Concept("l", limited[1]) if int(limited[1]) <= MAX_HORIZON else None
    base, _, variant = name.partition(".")
    if base in unknown.BASES and variant in unknown.READINGS:
        return Concept(base, variant)
    if base in strength.BASES and variant in strength.FORMS:
        return Concept(base, variant)
    return None


def written(name: str) -> str:
    """The concept's name in a sentence: “GMR”, “GMR, reading c”, “strong SEQ”, “L3”."""
    found = concept(name)
    if found is None:
        return name.upper()
    if found.base == "l":
        return f"L{found.variant}"
    base = _WRITTEN[found.base]
    if found.is_reading:
        return f"{base}, reading {found.variant}"
    return f"{found.variant} {base}" if found.variant else base


ALLOWED = (
    f"{', '.join(SIMPLE)}; with unknown preference {', '.join(unknown.BASES)} followed by .a, .b, "
    f".c or .d; with strength {', '.join(strength.BASES)} followed by .general, .strong or .weak; "
    f"l1 to l{MAX_HORIZON} for two decision makers"
)
