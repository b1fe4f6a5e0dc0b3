"""What somebody runs and cannot act: “the payments will resume” is told like “be resumed”."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma

# Verbs that tell the same of who does it and of what it is done to (Levin 1993, 4.3 and 45).
_TURNING = frozenset("begin cease close continue end halt reopen restart resume start stop".split())
# What goes on only as long as somebody sees to it; no weather, prices or wars.
_RUN = frozenset(
    """aid airport attack ban barrage blockade bombardment bombing border boycott bus class clinic
    construction crossing curfew delivery deportation drilling dredging drill embargo eviction
    exercise export factory ferry flight funding gate hearing import inspection lesson lockout
    logging mill mine mining negotiation operation overtime patrol payment picket plant port
    production project protest pumping quarry release road sailing sanction school service shelling
    shipment siege strike subsidy supply talk talks test testing train transfer transport
    vaccination walkout ward withdrawal""".split()
)
_TO_COME = frozenset("could may might shall will would".split())
_ON_CONDITION = frozenset("if unless until till once when before after provided".split())


def run_by_somebody(sentence: Token) -> None:
    """The subject of such a verb is what it is done to, in what is to come and in conditions."""
    for thing in sentence:
        verb = thing.head
        if thing.dep_ != "nsubj" or verb.pos_ != "VERB" or lemma(verb) not in _TURNING:
            continue
        named = thing.text[0].isupper() and not thing.is_sent_start
        if named or lemma(thing) not in _RUN:
            continue
        below = list(verb.children)
        if any(c.dep_ in ("dobj", "xcomp", "auxpass", "agent") for c in below):
            continue
        ahead = any(c.dep_ == "aux" and c.lower_ in _TO_COME for c in below)
        marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _ON_CONDITION for c in below)
        soon = any(c.lower_ == "soon" for c in (*below, *verb.lefts))
        if ahead or marked or soon:
            thing.dep_ = "nsubjpass"
