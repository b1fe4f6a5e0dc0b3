"""The words that stand before a name or role and belong to it: "Karvenian Foreign Minister"."""

from __future__ import annotations

from firstmove.reading import roles
from firstmove.reading.clauses import Token

_JOINTS = frozenset("-–.&")
_OTHERS = ("nsubj", "dobj", "pobj", "ROOT")


def lead_of(head: Token) -> list[Token]:
    """The nouns, adjectives and participles right before ``head``, in order."""
    doc, first = head.doc, head.i
    while first > head.sent.start:
        before = doc[first - 1]
        fits = before.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or before.text in _JOINTS
        participle = before.tag_ in ("VBN", "VBG") and (
            before.dep_ == "amod" or before.nbor(-1).tag_ in ("POS", "DT")
        )
        if not (fits or participle) or before.ent_type_ in ("DATE", "TIME"):
            break
        if before.pos_ in ("PROPN", "NOUN") and before.dep_ in _OTHERS:
            # "NBO President Ann Roe": a parser may take both names for subjects of one verb.
            title = doc[first].pos_ == "PROPN" and doc[first].lower_ in roles.TITLES
            if not (title and first < head.i and before.head.i == head.head.i):
                break
        first -= 1
    return list(doc[first : head.i])
