"""Ids for decision makers and options: short, readable, the same for the same reports."""

from __future__ import annotations

import re
import unicodedata

from firstmove.drafting.options import Candidate
from firstmove.ledger import View

MAX_WORDS = 4
_SMALL = frozenset("a an the to of in on for with by and or their his her its our".split())
# Words of the condition language: never an id.
_RESERVED = frozenset("and or not if iff only unless true false".split())


def slug(text: str, most: int = MAX_WORDS) -> str:
    """Lower-case ASCII words joined by ``_``; "x" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'s", ""))
    kept = [w for w in words if w not in _SMALL] or words
    out = "_".join(kept[:most]) or "x"
    return f"{out}_" if out in _RESERVED or out[0].isdigit() else out


class Names:
    """``parties`` in the order in which the reports name them, decision makers only."""

    def __init__(self, view: View, candidates: list[Candidate]) -> None:
        owners = {c.owner for c in candidates}
        wanting = {n.entry.party for c in candidates for n in c.named if n.entry.party}
        order = [p.name for p in view.parties]
        involved = owners | {w for w in wanting if w in owners or _asks(w, candidates)}
        self.parties: tuple[str, ...] = tuple(
            sorted(involved, key=lambda p: (order.index(p) if p in order else len(order), p))
        )
        self._party = _unique({p: slug(p, 3) for p in self.parties})
        self._option: dict[int, str] = {}
        taken: set[str] = set()
        for candidate in candidates:
            stem = f"{self._party[candidate.owner]}.{slug(candidate.label)}"
            id_, n = stem, 2
            while id_ in taken:
                id_, n = f"{stem}_{n}", n + 1
            taken.add(id_)
            self._option[id(candidate)] = id_

    def party(self, name: str) -> str:
        return self._party[name]

    def option(self, candidate: Candidate) -> str:
        return self._option[id(candidate)]


def _asks(party: str, candidates: list[Candidate]) -> bool:
    """Whether a party without an option of its own still wants something of another."""
    from firstmove.drafting.table import TABLE, Force

    return any(
        n.entry.party == party and TABLE[n.statement.kind].force is not Force.NOTHING
        for c in candidates
        for n in c.named
    )


def _unique(stems: dict[str, str]) -> dict[str, str]:
    taken: set[str] = set()
    out = {}
    for key, stem in stems.items():
        id_, n = stem, 2
        while id_ in taken:
            id_, n = f"{stem}_{n}", n + 1
        taken.add(id_)
        out[key] = id_
    return out
