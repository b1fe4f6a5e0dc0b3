"""The words of a state that is to come about: "the troops be back in barracks"."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.phrase import phrase, tail

# Where somebody or something is to be, that is brought or sent there.
_PLACES = frozenset("ashore away back home out".split())
_WHERE = ("at", "from", "in", "of", "on", "with")
_PLACED = ("advmod", "acomp", "prt", "prep")
_SAID = ("acomp", "attr", "neg")


def state(head: Any, subject: Any, inside: set[int], *, with_subject: bool) -> list[Any]:
    """Of a verb such as "be", what is said of its subject, and that if asked for; without the
    subject only where it says that somebody comes or goes ("be out of the town")."""
    below = [c for c in head.children if c.i in inside]
    place = next((c for c in below if c.lower_ in _PLACES and c.dep_ in _PLACED), None)
    rest: list[Any] = []
    for child in below:
        if place is not None and child is place:
            rest += [child, *(t for c in child.children for t in tail(c, inside) if c.i > child.i)]
        elif child.dep_ in _SAID:
            rest += [child, *(phrase(child, inside) if child.dep_ == "attr" else ())]
        elif child.dep_ == "prep" and (
            place is None or (child.i == place.i + 1 and child.lower_ in _WHERE)
        ):
            rest += tail(child, inside)
    if not rest or (place is None and not with_subject):
        return []
    told = with_subject and subject is not None and subject.i in inside
    before = phrase(subject, inside) if told else []
    return sorted({t.i: t for t in (*before, head, *rest)}.values(), key=lambda t: t.i)
