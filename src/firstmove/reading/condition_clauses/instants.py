"""Conditions told as a moment: what sets an act off, and not a date.

"The moment they fire, we fire back", "would be lifted the day that both gates open"; "at the first
sign of a bulldozer, the villagers will sit down". Not conditions: a moment that is the thing told
of ("we will never forget the day they left"), one of the past ("stopped the minute it rained").
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause, ahead, is_offer
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.markers import IF
from firstmove.reading.parsing.predicates import Token, children, is_passive

INSTANTS = words("moment minute instant second day hour")
_FIRST = words("sign hint sight sound whiff shot breach violation attempt glimpse")
# Verbs that can do nothing to a day.
_ALONE = words(
    "act come disarm go leave march open close pay reopen resign resume return sail sign strike "
    "stop surrender vote walk withdraw quit work retreat leave disband speak talk"
)
_DWELT_ON = words("remember forget recall celebrate await regret rue see mark describe know fear")


def instants(tokens: list[Token]) -> Iterator[Clause]:
    """The conditions of this sort in one sentence, in order."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1 : at + 2]
        found: Clause | None = None
        if token.lower_ == "the" and after and after[0].lower_ in INSTANTS:
            found = _the_moment(tokens, at)
        elif token.lower_ == "at" and after and after[0].lower_ == "the":
            found = _at_the_first(tokens, at)
        if found is not None:
            yield found


def _the_moment(tokens: list[Token], at: int) -> Clause | None:
    noun = tokens[at + 1]
    told = children(noun, "relcl", "acl")
    before = tokens[at - 1] if at else None
    if not told or not children(told[0], "nsubj", "nsubjpass") or told[0].i < noun.i:
        return None
    if before is not None and (before.pos_ == "ADP" or before.lower_ in ("that", "until")):
        return None
    head, governor = told[0], verb_above(noun)
    if governor is not None and governor.i in {t.i for t in head.subtree}:
        # the parser hung "the moment" on its own clause: what hangs together stands after it
        governor = main_from(tokens, head.right_edge.i - tokens[0].i + 1)
    if governor is None or not sets_off(governor, head) or _is_dwelt_on(noun, governor):
        return None
    extent = [t for t in tokens if tokens[at].i <= t.i <= head.right_edge.i]
    if governor in extent:
        return None
    while extent and extent[-1].is_punct:
        extent.pop()
    size = 3 if extent[2:3] and extent[2].lower_ == "that" and extent[2].dep_ == "mark" else 2
    return Clause(IF, tuple(extent), size, head, governor) if len(extent) > 3 else None


def _at_the_first(tokens: list[Token], at: int) -> Clause | None:
    """ "At the first sign of …": an act to come answers it."""
    noun = next((t for t in tokens[at + 3 : at + 5] if t.lemma_.lower() in _FIRST), None)
    if tokens[at + 2 : at + 3] == [] or tokens[at + 2].lower_ != "first" or noun is None:
        return None
    inside = {t.i for t in noun.subtree}
    extent = [t for t in tokens[at : at + 16] if t.i <= noun.i or t.i in inside]
    while extent and extent[-1].is_punct:
        extent.pop()
    governor = verb_above(tokens[at])
    if governor is None or governor in extent or not ahead(governor):
        return None
    below = [p for of in children(noun, "prep") for p in children(of, "pobj", "pcomp")]
    head = below[0] if below else noun
    return Clause(IF, tuple(extent), 4, head, governor) if len(extent) > 4 else None


def sets_off(governor: Token, head: Token) -> bool:
    """Whether an act to come answers what the clause tells: both in the present, or both shifted
    by a cue in the past ("would stop the day they left")."""
    if governor.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [head, *children(head, "aux", "auxpass")]
    now = any(a.tag_ in ("VBZ", "VBP") for a in helpers)
    for _ in range(3):  # "is going to ask a judge to step in"
        if not any(c.tag_ == "TO" for c in children(governor, "aux")) or ahead(governor):
            break
        governor = governor.head
    if now:
        return ahead(governor) or is_offer(governor, head)
    above = [governor, *([governor.head] if governor.dep_ in ("xcomp", "advcl") else [])]
    shifted = any(a.lower_ in ("would", "could", "'d", "’d") for g in above for a in g.children)
    return shifted and any(a.tag_ == "VBD" for a in helpers)


def _is_dwelt_on(noun: Token, governor: Token) -> bool:
    """ "Will not forget the day they left": the day itself is what is told of."""
    if noun.dep_ in ("nsubj", "nsubjpass", "attr", "pobj"):
        return True
    alone = noun.dep_ == "dobj" and not is_passive(governor)
    alone = alone and [c for c in children(governor, "dobj") if c.i != noun.i] == []
    word = governor.lemma_.lower()
    ends = word in _ALONE or governor.tag_ == "VBG"  # "cease firing": no day is fired
    return word in _DWELT_ON or (alone and noun.lower_ in ("day", "hour") and not ends)


def verb_above(token: Token) -> Token | None:
    """The verb that a word hangs on, by way of nouns and prepositions."""
    above = token.head
    for _ in range(5):
        if above.pos_ in ("VERB", "AUX") or above.head.i == above.i:
            break
        above = above.head
    return above if above.pos_ in ("VERB", "AUX") and above.i != token.i else None


def main_from(tokens: list[Token], at: int) -> Token | None:
    """The verb of the clause that begins at ``at``: what its first words belong to."""
    while at < len(tokens) and (tokens[at].is_punct or tokens[at].dep_ in ("cc", "advmod")):
        at += 1
    if at >= len(tokens):
        return None
    token = tokens[at]
    for _ in range(8):
        verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")
        if verb and (children(token, "nsubj", "nsubjpass", "expl") or is_passive(token)):
            return token if token.i >= tokens[at].i else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None
