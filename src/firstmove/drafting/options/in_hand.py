"""Who would do an act that the words give to nobody: a passive, a thing, “in return for …”.

Each other side of the case is weighed by what all its reports tell: who has acts about the same
things, who is named beside, with whom the speaker's side deals and who deals with it, who is most
spoken of. The weights are learnt (``training/in_hand.py``); the likeliest side counts where it is
likely enough, and the analyst is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from firstmove.drafting.acts.named import Named
from firstmove.ledger.comparing.words import words
from firstmove.statement import ActPlace

# A side's score is the sum of these times its traits; NOBODY is the score of no side.
WEIGHTS = {
    "named in it": 0.0,
    "named beside": 0.0,
    "aimed at": 0.0,
    "dealt with": 0.0,
    "deals back": 0.0,
    "spoken of": 0.0,
    "has acts": 0.0,
    "has such acts": 0.0,
    "speaks": 0.0,
    "last": 0.0,
    "here": 0.0,
}
NOBODY = 0.0


class InHand:
    """The acts of a case, by which others are given to somebody."""

    def __init__(self, every: Sequence[Named]) -> None:
        self._every = [n for n in every if n.owner and not n.supposed_owner]
        self._sides = {n.side for n in every} | {n.owner for n in self._every}
        self._speaking = {n.side for n in every}
        self._owned = Counter(n.owner for n in self._every)
        self._dealt: Counter[tuple[str, str]] = Counter()
        self._of: Counter[str] = Counter()
        seen = set()
        for item in every:
            for other in {item.owner, item.entry.target} & self._sides - {item.side, ""}:
                if (item.statement.id, other) not in seen:
                    seen.add((item.statement.id, other))
                    self._dealt[item.side, other] += 1
                    self._of[other] += 1
        self._things: dict[str, set[str]] = {}
        for item in self._every:
            self._things.setdefault(item.owner, set()).update(words(item.label).weights)

    def likeliest(self, item: Named) -> tuple[str, float]:
        """The other side that would most likely do it, and how likely it is; "" where there is
        none."""
        scores = {side: self._score(item, side) for side in sorted(self._sides - {item.side, ""})}
        if not scores:
            return "", 0.0
        best = max(scores, key=lambda side: scores[side])
        total = sum(exp(score) for score in scores.values()) + exp(NOBODY)
        return best, exp(scores[best]) / total

    def _score(self, item: Named, side: str) -> float:
        return sum(WEIGHTS[trait] * value for trait, value in self.traits(item, side).items())

    def traits(self, item: Named, side: str) -> dict[str, float]:
        """What the case tells of a side as the doer of an act, each between 0 and 1."""
        statement, condition = item.statement, item.statement.condition
        said = " ".join(span.quote for span in (*statement.cue, *statement.content))
        told = condition.span.quote if condition and item.act.place is ActPlace.CONDITION else said
        name, act = words(side).weights.keys(), words(item.label).weights.keys()
        mine = self._here(item, side)
        return {
            "named in it": float(bool(name & words(told).weights.keys())),
            "named beside": float(bool(name & words(said).weights.keys())),
            "aimed at": float(item.entry.target == side),
            "dealt with": self._share(self._dealt, item.side, side, 0),
            "deals back": self._share(self._dealt, side, item.side, 0),
            "spoken of": self._of[side] / max(1, self._of.total()),
            "has acts": self._owned[side] / max(1, self._owned.total()),
            "has such acts": len(act & self._things.get(side, set())) / max(1, len(act)),
            "speaks": float(side in self._speaking),
            "last": float(bool(mine) and mine[-1].owner == side),
            "here": sum(n.owner == side for n in mine) / max(1, len(mine)),
        }

    def _here(self, item: Named, side: str) -> list[Named]:
        """Others' acts in the same report before it, in the order of the text."""
        mine = [
            n
            for n in self._every
            if n.statement.report_id == item.statement.report_id
            and n.owner != item.side
            and n.act.span.start < item.act.span.start
        ]
        return sorted(mine, key=lambda n: n.act.span.start)

    @staticmethod
    def _share(dealt: Counter[tuple[str, str]], side: str, other: str, _: int) -> float:
        return dealt[side, other] / max(1, sum(n for (a, _b), n in dealt.items() if a == side))
