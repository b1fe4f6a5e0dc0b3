"""Whether the parts of what the tagger marks can be what they are taken for."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.places import shared
from firstmove.reading.attribution.tellers import BLAMES
from firstmove.reading.attribution.veridicality import HEARSAY
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.statement import Quotation

_ARTICLES = frozenset({"a", "an", "the"})
_NAMELESS = frozenset({"ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE"})
_HELPING = frozenset({"AUX", "PART", "PUNCT"})


def fits(doc: Token, claim: Claim, cue: Sequence[Token]) -> bool:
    """Whether somebody is named, something said, and the one not inside the other."""
    return (
        _names_somebody(doc, claim)
        and not _only_helps(claim, cue)
        and not _of_itself(claim)
        and not _by_nobody(doc, claim)
        and not _as_subject(doc[claim.anchor])
        and not _goes_back(doc, claim)
        and not _blamed(doc, claim)
    )


def _blamed(doc: Token, claim: Claim) -> bool:
    """ "criticism of the mayor for waiting": of whom it is, and not whose."""
    noun = doc[claim.anchor]
    if claim.head is None or noun.pos_ != "NOUN" or lemma(noun) not in BLAMES:
        return False
    lead = doc[claim.head].head
    return bool(lead.lower_ == "of" and lead.head.i == noun.i)


def _names_somebody(doc: Token, claim: Claim) -> bool:
    """Not "the", nor "whose district is": a noun, name or pronoun, or what stands for one."""
    if claim.speaker is None:
        return True
    tokens = doc.char_span(*claim.speaker, alignment_mode="expand")
    if tokens is None or tokens[0].lower_ == "whose":
        return False
    return any(t.pos_ not in _NAMELESS and t.lower_ not in _ARTICLES for t in tokens)


def _only_helps(claim: Claim, cue: Sequence[Token]) -> bool:
    """ "didn", "were", "do": a helping verb without the verb that it helps tells nothing; nor does
    "reportedly" tell who reports."""
    if all(t.lower_ in HEARSAY for t in cue):
        return True
    return claim.quotation is Quotation.INDIRECT and all(
        t.pos_ in _HELPING or t.lower_ in ("do", "does", "did", "didn") for t in cue
    )


def _of_itself(claim: Claim) -> bool:
    """ "All senators were offered | a talk with the director": who is told of is no teller."""
    if claim.speaker is None or claim.quotation is Quotation.DIRECT:
        return False
    return shared((claim.speaker,), claim.content) > 0


def _by_nobody(doc: Token, claim: Claim) -> bool:
    """ "His choice was widely seen as proof that elders | like Roe": a passive tells by whom with
    "by", and its subject may tell ("was quoted as saying"); nobody else does."""
    verb = doc[claim.anchor]
    if claim.head is None or not clauses.is_passive(verb) or clauses.agent_of(verb) is not None:
        return False
    if claim.quotation is Quotation.DIRECT or verb.tag_ != "VBN":
        return False
    subject = clauses.own_subject(verb)
    head = doc[claim.head]
    return subject is not None and subject.i != head.i and not subject.is_ancestor(head)


def _as_subject(verb: Token) -> bool:
    """ "Supporting him could hurt them": what would come of it, and nobody does so yet."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("csubj", "nsubj"):
        return False
    return clauses.is_unreal(verb.head) or clauses.modal_of(verb.head) in ("will", "would")


def _goes_back(doc: Token, claim: Claim) -> bool:
    """ "who leads it and is favoured by farmers": of somebody named before, and nothing said."""
    tokens = doc.char_span(*claim.content[0], alignment_mode="expand")
    if claim.quotation is not Quotation.INDIRECT or tokens is None:
        return False
    first = tokens[0]
    relative = first.tag_ in ("WP", "WDT") and first.dep_ in clauses.SUBJECTS
    return bool(relative and first.head.dep_ == "relcl")
