"""“40 of them”: a number of what was told before."""

from __future__ import annotations

from typing import Any

from firstmove.reading.people.somebody import NO_ACTORS


def is_of_them(number: Any) -> bool:
    """ "Offered 40 of them"."""
    counted = number.pos_ == "NUM" and number.dep_ in ("dobj", "pobj")
    of = (o for c in number.children if c.lower_ == "of" for o in c.children)
    return counted and any(o.lower_ in ("them", "these", "those") for o in of)


def them(number: Any) -> Any:
    """The only plural noun in the sentence before and up to there; None where there are several."""
    doc, start = number.doc, number.sent.start
    begin = doc[start - 1].sent.start if start else start
    told = [t for t in doc[begin : number.i] if t.tag_ == "NNS" and t.ent_type_ not in NO_ACTORS]
    return told[-1] if len({t.lemma_.lower() for t in told}) == 1 else None
