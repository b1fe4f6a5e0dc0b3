"""Ids for decision makers and options: short, readable, the same for the same reports."""

from __future__ import annotations

from firstmove.conflict import make_id
from firstmove.drafting.options import Candidate
from firstmove.drafting.table import TABLE, Force
from firstmove.ledger import View

MAX_WORDS = 4
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "for",
        "with",
        "by",
        "and",
        "or",
        "their",
        "his",
        "her",
        "its",
        "our",
    ]
)


class Names:
    """``parties``: the decision makers, in the order in which the reports name them.

    Those are the owners of options, and parties that want something of them.
    """

    def __init__(self, view: View, candidates: list[Candidate]) -> None:
        order = [p.name for p in view.parties]
        involved = {c.owner for c in candidates} | {
            n.side
            for c in candidates
            for n in c.named
            if TABLE[n.statement.kind].force is not Force.NOTHING
        }
        self.parties: tuple[str, ...] = tuple(
            sorted(involved, key=lambda p: (order.index(p) if p in order else len(order), p))
        )
        self._party: dict[str, str] = {}
        for party in self.parties:
            self._party[party] = make_id(_short(party), set(self._party.values()))
        self._option: dict[int, str] = {}
        for candidate in candidates:
            self._option[id(candidate)] = make_id(
                _short(candidate.label),
                set(self._option.values()),
                prefix=self._party[candidate.owner],
            )

    def party(self, name: str) -> str:
        return self._party[name]

    def option(self, candidate: Candidate) -> str:
        return self._option[id(candidate)]


def _short(label: str) -> str:
    words = label.split()
    return " ".join(([w for w in words if w.lower() not in _SMALL] or words)[:MAX_WORDS])
