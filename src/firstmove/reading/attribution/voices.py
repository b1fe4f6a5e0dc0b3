"""Whether what stands for the speaker can say it: somebody, a text, a norm, or a mere thing.

Somebody (a person, body or country) says and wants. A text speaks for its makers ("the report
warns that …"). What lays down or is laid down, a law, plan or budget, has words that can be read
out ("the treaty says"); that it requires, allows or specifies is told by the outlet. A thing that
happens or is done ("the strike signalled that …") says nothing: the outlet draws the conclusion.
"""

from __future__ import annotations

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.tellers import NARRATING
from firstmove.reading.lexicon import cues
from firstmove.reading.lexicon.speakers import AUDIENCES, EVENTS, GATHERINGS, MEDIA_NOUNS, NORMS
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma

_READ_OUT = frozenset("say state read declare note warn promise pledge vow explain".split())
_LAYING_DOWN = frozenset(
    "allow ban bar define entitle forbid give grant guarantee mandate permit prohibit provide "
    "require specify stipulate".split()
)
_OF_NORMS = frozenset("allow define entitle permit require specify stipulate".split())
_CARRIED = frozenset({"resolution", "motion"})  # the words of those who pass it
_CONCLUDED = NARRATING | {"suggest"}
# Of the nouns of speaking and wanting, those that are no text when they "show" something.
_HELD = frozenset(
    "belief conviction desire determination disapproval hope intention opposition optimism "
    "outlook perspective position posture preference pressure readiness refusal rejection "
    "reluctance reservation scepticism skepticism stance support unwillingness view willingness "
    "wish worry".split()
)
_DONE = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ure")
_SPEAKING = cues.PEOPLE | cues.BODIES | cues.DOCUMENTS | cues.NOUNS | AUDIENCES | MEDIA_NOUNS


def is_voiced(doc: Token, claim: Claim) -> bool:
    """Whether the speaker of a claim can say what the cue tells; True where nobody is named."""
    if claim.head is None:
        return True
    head, anchor = doc[claim.head], doc[claim.anchor]
    if anchor.lower_ in ("according", "to"):
        return True  # "according to the terms": where it can be looked up
    if head.dep_ == "poss" and lemma(anchor) in _CONCLUDED and is_mute(head.head, anchor):
        return False  # "Roe's stance underlines": not Roe
    if _is_means(head):
        return False
    subject = clauses.own_subject(anchor)
    held = subject is not None and subject.is_ancestor(head) and head.dep_ == "pobj"
    return not (is_mute(head, anchor) or (held and is_mute(subject, anchor)))


def _is_means(noun: Token) -> bool:
    """ "Were told by loudspeaker", "by radio": a bare noun tells how, where it is nobody's."""
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent" or noun.tag_ != "NN":
        return False
    bare = noun.pos_ == "NOUN" and all(c.dep_ == "compound" for c in noun.lefts)
    return bare and lemma(noun) not in cues.PEOPLE | cues.BODIES


def is_mute(noun: Token, verb: Token) -> bool:
    """Whether a noun, the subject of a cue, is a thing that the cue cannot be the words of."""
    word, told = lemma(noun), lemma(verb)
    if noun.lower_ == "it":
        return told in _OF_NORMS
    if noun.tag_ == "WDT" and verb.dep_ == "relcl":
        return verb.head.i != noun.i and is_mute(verb.head, verb)
    if noun.lower_ in ("the", "a", "an"):
        return True
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if word in _CARRIED and told not in _LAYING_DOWN:
        return False
    if word in NORMS and (noun.pos_ == "NOUN" or _is_title(noun)):
        return told not in _READ_OUT
    if noun.pos_ == "PROPN":
        return False
    if word in _HELD:
        return told in _CONCLUDED
    if word in EVENTS:
        return True
    if word in _SPEAKING or word in GATHERINGS or clauses.is_animate(noun):
        return False
    return word.endswith(_DONE) and not _of_people(noun)


def _of_people(share: Token) -> bool:
    """ "the proportion of voters saying", "a delegation of farmers"."""
    return any(
        c.dep_ == "pobj" and clauses.is_animate(c)
        for p in share.children
        if p.lower_ == "of"
        for c in p.children
    )


def _is_title(name: Token) -> bool:
    """ "the Clean Rivers Act", "House Bill 12"; not "Bill" or "Law", who are people."""
    beside = [c for c in name.children if c.i < name.i and c.dep_ in ("det", "compound")]
    number = any(c.dep_ == "nummod" for c in name.children)
    return name.ent_type_ == "LAW" or number or any(c.lower_ == "the" for c in beside)
