"""What is taken back: a threat or a demand that is dropped gives way, an offer that is, refuses."""

from __future__ import annotations

from firstmove.reading.kinds.told import Told
from firstmove.reading.parsing.predicates import is_negated
from firstmove.statement import Kind

TAKING_BACK = frozenset("withdraw drop rescind retract revoke abandon shelve".split())
PRESSING = frozenset(
    "threat demand ultimatum objection opposition refusal request claim complaint veto".split()
)
OFFERED = frozenset("offer proposal promise pledge support endorsement invitation".split())


def taken_back(told: Told) -> Kind | None:
    """ "withdrew its threat to", "dropped the demand for": CONCEDE; of an offer REJECT."""
    cue = told.cue
    at = next((n for n, t in enumerate(cue) if t.lemma_.lower() in TAKING_BACK), None)
    if at is None or cue[at].pos_ != "VERB" or is_negated(cue[at]):
        return None
    named = next((t for t in told.content if t.pos_ == "NOUN"), None)
    taken = {t.lemma_.lower() for t in (*cue[at + 1 :], *([named] if named else []))}
    if taken & PRESSING:
        return Kind.CONCEDE
    return Kind.REJECT if taken & OFFERED else None
