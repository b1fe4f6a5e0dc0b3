"""The statement that an anchor means, in a reading that may be a newer one.

The words themselves are never looked for by likeness. In the same text the places decide: the very
places first, else the one statement of which more than half stands there. In a corrected version
of the report the words have to be the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstmove.ledger.decisions import Anchor
from firstmove.report import Span
from firstmove.statement import Statement

_SHARED = 0.5  # of the characters that either covers
Places = tuple[tuple[int, int], ...]


def found(anchor: Anchor, statements: Sequence[Statement]) -> Statement | None:
    """The statement of the same report that the anchor means; None where none or several fit."""
    same = [s for s in statements if _places(s) == _places(anchor)]
    if same:
        return next((s for s in same if s.kind is anchor.kind), same[0])
    shares = [(_shared(anchor.content, s.content), s) for s in statements]
    near = sorted((pair for pair in shares if pair[0] > _SHARED), key=lambda pair: -pair[0])
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None
    return near[0][1]


def found_again(anchor: Anchor, statements: Sequence[Statement]) -> Statement | None:
    """The one statement of another version of the report that has the very words."""
    same = [s for s in statements if _words(s) == _words(anchor)]
    return same[0] if len(same) == 1 else None


def moved(anchor: Anchor, statement: Statement) -> bool:
    """Whether the statement found has other bounds than the anchor."""
    return _places(anchor) != _places(statement)


def resolved(
    anchor: Anchor, by_report: Mapping[str, Sequence[Statement]], newest: str
) -> Statement | None:
    """The statement that an anchor means now. ``newest``: the newest version of its report."""
    if newest == anchor.report:
        return found(anchor, by_report.get(newest, ()))
    return found_again(anchor, by_report.get(newest, ()))


def _places(told: Anchor | Statement) -> tuple[Places, Places]:
    return (
        tuple((s.start, s.end) for s in told.cue),
        tuple((s.start, s.end) for s in told.content),
    )


def _words(told: Anchor | Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(s.quote for s in told.cue), tuple(s.quote for s in told.content)


def _shared(mine: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Characters that both cover, as a share of those that either covers."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    either = sum(s.end - s.start for s in (*mine, *theirs)) - both
    return both / either if either else 0.0
