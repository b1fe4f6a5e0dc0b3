"""Whether the outlook turns over if one statement is false or misread, by trying it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.analysis.first_moves.outlook import Outlook, Way
from firstmove.analysis.first_moves.statement_turns import Source, contrary, sources, without
from firstmove.analysis.shares import Share
from firstmove.conflict import Conflict

if TYPE_CHECKING:
    from firstmove.analysis.graphs.space import Bools

SOURCES = 40  # statements that are left out in turn
_WORK = 1 << 19  # states of all models that are solved
_EACH = 16  # readings in which one statement is left out
_SOLVES = 480  # in which statements are left out, in all


@dataclass(frozen=True, slots=True)
class Turned:
    """In how many of the readings the outlook turns over if ``source`` is false or misread.

    ``dropped``: what rests on it alone is not known. ``reversed``: the contrary is wanted.
    ``becomes``: the outlook that it then most often turns to; None where it never does.
    """

    source: Source
    dropped: Share
    reversed: Share
    becomes: Outlook | None

    @property
    def matters(self) -> bool:
        return bool(self.dropped.held or self.reversed.held)


def tried(conflict: Conflict, left_out: list[str]) -> list[Source]:
    """The statements that are left out in turn; ``left_out`` takes why others are not."""
    found = [source for source in sources(conflict) if source.decides]
    if len(found) > SOURCES:
        left_out.append(
            f"what rests on {len(found) - SOURCES:,} of {len(found):,} statements: only the first "
            f"{SOURCES} were left out in turn"
        )
    return found[:SOURCES]


def how_many(states: int, statements: int, models: int) -> int:
    """In how many readings each statement is left out."""
    if not statements:
        return 0
    solves = 2 * states * statements  # in one reading
    return (
        0
        if solves > 2 * _WORK
        else max(1, min(_EACH, models, _WORK // solves, _SOLVES // (2 * statements)))
    )


def turned_by(
    conflict: Conflict,
    source: Source,
    models: Sequence[Conflict],
    before: Sequence[Outlook],
    ask: Callable[[Conflict, Bools | None], tuple[Outlook, Way]],
    fixed_in: Callable[[Conflict], Bools | None],
    total: int,
) -> Turned:
    """One statement left out, then its contrary, in each of ``models``, whose outlooks were
    ``before``. ``fixed_in``: the goal states of a model, where they are the same in all readings;
    ``ask``: the outlook of a model for these."""
    became: Counter[Outlook] = Counter()
    shares: list[Share] = []
    for change in (without, contrary):
        held = 0
        fixed = fixed_in(change(conflict, conflict, source))
        for model, was in zip(models, before, strict=True):
            now, _ = ask(change(model, conflict, source), fixed)
            if not now.same(was):
                held += 1
                became[now] += 1
        value = held / len(models)
        exact = len(models) == total
        spread = 0.0 if exact or len(models) < 2 else value * (1 - value) / (len(models) - 1)
        shares.append(Share(held, len(models), value, spread**0.5, exact))
    dropped, reversed_ = shares
    return Turned(
        source, dropped, reversed_, max(became, key=became.__getitem__) if became else None
    )
