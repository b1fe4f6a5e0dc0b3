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
        known: dict[str, set[tuple[str, str]]] = {}
        for person in (*view.people, *(q for party in view.parties for q in party.people)):
            for way in (person.name, *person.spellings, *(m.name for m in person.mentions)):
                known.setdefault(way, set()).add((person.party, person.name))
        # A spelling of two people tells nothing.
        self._known = {way: meant.pop() for way, meant in known.items() if len(meant) == 1}

    def of(self, party: str, name: str) -> str:
        if party or name in self.parties:
            return party or name
        party, name = self._known.get(name, ("", name))
        if party:
            return party
        words = name.split()
        proper = bool(words) and all(w[0].isupper() for w in words) and "and" not in words
        return name if proper else ""
