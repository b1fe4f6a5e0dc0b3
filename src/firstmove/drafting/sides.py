"""Whose side a name is on, for the model: a party, or a person alone."""

from __future__ import annotations

from firstmove.ledger import View


class Sides:
    """Which side a name speaks for: its party, told in this report or in another of the case.

    Somebody whose party no report tells is a side alone, by the proper name. A role without a name
    ("a source", "officials") is no side, nor are two names in one.
    """

    def __init__(self, view: View) -> None:
        self.parties = frozenset(p.name for p in view.parties)
        self._party = {
            spelling: party.name
            for party in view.parties
            for person in party.people
            for spelling in (*person.spellings, person.name)
        }

    def of(self, party: str, name: str) -> str:
        if party or name in self.parties:
            return party or name
        if name in self._party:
            return self._party[name]
        words = name.split()
        proper = bool(words) and all(w[0].isupper() for w in words) and "and" not in words
        return name if proper else ""
