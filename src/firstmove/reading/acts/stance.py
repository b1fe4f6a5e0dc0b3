"""Which position a speaker takes on each act that its words name, by the trained model of kinds.

Over each word piece of the row in which a statement's kind is read, a linear layer says of the head
of an act whether the speaker's side is for it, against it, or names it as a condition, and whether
that side would do it itself. Learnt from articles written for it (``training/act_rows.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.reading.kinds.model import read, row_of
from firstmove.reading.page import Page
from firstmove.statement import Stance, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STANCES = tuple(stance.value for stance in Stance)
NOTHING = ""
LABELS = (NOTHING, *(f"{stance}, {doer}" for stance in STANCES for doer in ("self", "other")))


@dataclass(frozen=True, slots=True)
class Told:
    """What the model says of the word that begins at ``at``: probabilities, each of 0 to 1.

    ``act``: that it is the head of an act on which the speaker takes a position; the others are
    shares of that: ``stance`` is the likeliest, ``sure`` its share, ``own`` the share of the acts
    that the speaker's side would do itself.
    """

    at: int
    act: float
    stance: str
    sure: float
    own: float


def stances(page: Page, statement: Statement) -> dict[int, Told]:
    """Of each word of the content and of the condition, by the place where it begins."""
    given = row_of(page, statement)
    found = page.stances.get(given)
    if found is None:  # the words were cut otherwise after the kind was read
        found = page.stances[given] = read(given).stances
    places = _places(statement)
    told = _told(given.at, found[1 : len(given.ids) + 1])
    return {one.at: one for one in told if any(s <= one.at < e for s, e in places)}


def holds(statement: Statement, place: int) -> bool:
    """Whether a place lies in the content or in the condition."""
    return any(start <= place < end for start, end in _places(statement))


def _places(statement: Statement) -> list[tuple[int, int]]:
    spans = [*statement.content, *(c.span for c in (statement.condition,) if c is not None)]
    return [(span.start, span.end) for span in spans]


def _told(at: tuple[int, ...], scores: NDArray[np.float32]) -> Iterator[Told]:
    import numpy as np

    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    acts = 1.0 - shares[:, 0].astype(np.float64)
    most = np.maximum(acts, 1e-9)
    pairs = shares[:, 1:].reshape(-1, len(STANCES), 2)
    by_stance = pairs.sum(axis=2) / most.astype(np.float32)[:, None]
    best = by_stance.argmax(axis=1)
    sure = by_stance.max(axis=1)
    own = pairs[:, :, 0].sum(axis=1) / most
    columns = (column.tolist() for column in (acts, best, sure, own))
    for place, act, stance, share, self in zip(at, *columns, strict=True):
        if place >= 0:
            yield Told(place, act, STANCES[stance], share, self)
