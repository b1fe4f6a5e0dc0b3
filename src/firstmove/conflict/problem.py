"""A problem of a conflict model, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

Place = tuple[str | int, ...]  # ("decision_maker", 0, "want", 2, "condition")


@dataclass(frozen=True, slots=True)
class Problem:
    """``place`` names keys and positions (from 0) as they stand in the model file."""

    what: str
    remedy: str
    place: Place


def suggest(name: str, known: Iterable[str], kind: str) -> str:
    """The known name that is nearest to ``name``, or some of those that there are."""
    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"{kind}: {shown}" if names else f"the model has no {kind}"
