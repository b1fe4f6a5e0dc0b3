"""Which position a speaker takes on each act that its words name, by the trained model of kinds.

Over each word piece of the row in which a statement's kind is read, a linear layer says of the head
of an act whether the speaker's side is for it, against it, or names it as a condition, and whether
that side would do it itself. Learnt from articles written for it (``training/act_rows.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.reading.kinds.model import input_of, read
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
    given = input_of(page.report.text, statement)
    found = page.stances.get(given)
    if found is None:  # the words were cut otherwise after the kind was read
        found = page.stances[given] = read(given).stances
    told = _told(given.at, found[1 : len(given.ids) + 1])
    return {one.at: one for one in told if holds(statement, one.at)}


def holds(statement: Statement, place: int) -> bool:
    """Whether a place lies in the content or in the condition."""
    spans = [*statement.content, *(c.span for c in (statement.condition,) if c is not None)]
    return any(s.start <= place < s.end for s in spans)


def _told(at: tuple[int, ...], scores: NDArray[np.float32]) -> Iterator[Told]:
    import numpy as np

    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    for place, row in zip(at, shares, strict=True):
        if place < 0:
            continue
        act = 1.0 - float(row[0])
        pairs = row[1:].reshape(len(STANCES), 2)
        by_stance = pairs.sum(axis=1) / max(act, 1e-9)
        best = int(by_stance.argmax())
        own = float(pairs[:, 0].sum()) / max(act, 1e-9)
        yield Told(place, act, STANCES[best], float(by_stance[best]), own)
