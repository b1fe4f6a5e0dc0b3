"""A bare "the government" that somebody asks or accuses who is sent by a country: another's."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.people.cast import Cast

ASKING = frozenset("accuse ask blame call invite order tell threaten urge warn".split())
_SENT = frozenset(
    "ambassador consul delegate diplomat emissary envoy facilitator mediator negotiator".split()
)


def foreign_askers(cast: Cast) -> Iterator[list[Token]]:
    """The words for each who is sent by a government and asks something of a bare "the government":
    "Norland's envoy urged the government to wait", by which Norland's can't be meant."""
    for noun in cast.body_tokens:
        if noun.lower_ != "government" or any(c.dep_ != "det" for c in noun.lefts):
            continue
        verb = _asking(noun)
        asker = own_subject(verb) if verb is not None else None
        if asker is None:
            continue
        told = [t for t in asker.subtree if t.i <= asker.i]
        words = {lemma(t) for t in told}
        if words & (roles.LEFT | roles.APART):
            continue
        named = asker.pos_ == "PROPN" and (asker.i not in cast.by_head or _is_owned(asker))
        if words & _SENT or named:
            yield told


def _is_owned(name: Token) -> bool:
    """ "Norland's Ann Roe"."""
    return any(c.dep_ == "poss" for c in name.children)


def _asking(noun: Token) -> Token | None:
    """The verb by which somebody is asked or accused: "urged the rebels and the government"."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    above = noun.head
    reached = noun.dep_ == "pobj" and above.lower_ in ("on", "upon")  # "called on the government"
    if reached or (noun.dep_ == "nsubj" and above.dep_ in ("ccomp", "xcomp")):
        above = above.head
    elif noun.dep_ not in ("dobj", "dative"):
        return None
    return above if above.i < noun.i and lemma(above) in ASKING else None
