"""How far two sets of places in a text are the same."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.parsing.clauses import Place


def overlap(one: Sequence[Place], other: Sequence[Place]) -> float:
    """The characters in both sets of places, of those in either."""
    both = shared(one, other)
    either = sum(e - s for s, e in (*one, *other)) - both
    return both / either if either else 0.0


def shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    """How many characters two sets of places share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)
