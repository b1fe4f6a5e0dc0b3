"""“It” that is not who speaks: whom it warns of something, and what it judges."""

from __future__ import annotations

from firstmove.reading.parsing.predicates import Token

_WARNING = frozenset("caution remind warn".split())
_SUFFERING = frozenset("bear face forfeit regret suffer".split())
_JUDGING = frozenset(
    """back condemn criticise criticize defend denounce dismiss fault hail oppose praise reject
    resist support welcome""".split()
)
BRINGING = frozenset(
    """allow boost bring cause cost create cripple damage deepen deny deprive destroy devastate
    drain embolden encourage endanger erode expose favor favour fuel give hand harm hit hurt
    jeopardise jeopardize lead leave legitimise legitimize let make mean penalise penalize plunge
    prolong punish push reward risk ruin save set spell strain strengthen swallow trigger undermine
    violate weaken wipe worsen""".split()
)


def is_warned(pronoun: Token, cue: set[int]) -> bool:
    """ "Warned Velm that it would face sanctions": nobody warns others of what it suffers."""
    verb = pronoun.head
    said = verb.head
    pays = verb.lemma_.lower() == "pay" and any(c.lemma_ == "price" for c in verb.children)
    if not (pays or verb.lemma_.lower() in _SUFFERING) or said.i not in cue:
        return False
    whom = [c for c in said.children if c.dep_ in ("dobj", "dative") and c.pos_ == "PROPN"]
    return said.lemma_.lower() in _WARNING and bool(whom)


def is_judged(pronoun: Token, cue: set[int]) -> bool:
    """ "Opposes the plan, saying it would give Velm a bomb": the plan would."""
    verb = pronoun.head
    said = verb.head
    if pronoun.lower_ != "it" or said.i not in cue or said.tag_ != "VBG":
        return False
    judged = said.head if said.dep_ == "advcl" else None
    if judged is None or judged.lemma_.lower() not in _JUDGING:
        return False
    things = [c for c in judged.children if c.dep_ == "dobj" and c.tag_ in ("NN", "VBG")]
    brings = verb.lemma_.lower() in BRINGING
    return brings and any(t.i < said.i and not t.ent_type_ for t in things)
