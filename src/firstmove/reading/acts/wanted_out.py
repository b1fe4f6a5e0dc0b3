"""Who is wanted out of a place: “Norland wants the rebels out of Osk” asks them to leave it."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.phrase import phrase

_WANTING = ("like", "need", "want")
# Out of these nobody goes on foot.
_NO_PLACES = frozenset(
    "accord agreement bill business deal debt election politics power race treaty way".split()
)


def wanted_out(whom: Any, inside: set[int]) -> list[Any]:
    """The words for the place: "Osk" of "wants the rebels out of Osk", "wants them off Osk"; none
    where nobody is wanted out of one."""
    if whom.dep_ != "dobj" or whom.head.lemma_.lower() not in _WANTING:
        return []
    if not (whom.tag_ in ("NNS", "NNPS") or whom.pos_ == "PROPN"):
        return []  # "wants the bill out of the house"
    for prep in (*whom.head.children, *whom.children):
        if prep.i < whom.i or prep.lower_ not in ("off", "out"):
            continue
        of = next((c for c in prep.children if c.lower_ == "of"), prep)
        place = next((c for c in of.children if c.dep_ == "pobj"), None)
        if place is not None and place.i in inside and place.lemma_.lower() not in _NO_PLACES:
            return phrase(place, inside)
    return []
