"""Ids made from names: what an option or decision maker is called in conditions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from firstmove.conflict.condition import RESERVED

_LONGEST = 60  # characters kept of a name


def make_id(name: str, taken: Container[str] = (), *, prefix: str = "") -> str:
    """A valid id that reads like ``name`` and is not in ``taken``; ``prefix`` is the owner's id.

    ``make_id("Make the first move", prefix="us")`` is ``"us.make_the_first_move"``.
    """
    words = re.findall(r"\w+", unicodedata.normalize("NFC", name).lower())
    base = "_".join(words)[:_LONGEST].strip("_") or "x"
    if not re.match(r"[^\W\d]", base) or base in RESERVED:
        base = f"x_{base}"
    base = f"{prefix}.{base}" if prefix else base
    made, number = base, 2
    while made in taken:
        made, number = f"{base}_{number}", number + 1
    return made
