"""In whose telling a cue stands: what one says that another wants is not the other's word."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.preferring import sureness
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma

_INSIDE = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "acomp", "attr", "pcomp", "prep"})
_STEPS = 8
_SURE = 0.8  # of what the tagger finds outside the content of the cue that the parse has it in


def in_own_mouth(doc: Token, claims: Sequence[Claim]) -> list[Claim]:
    """Without claims told by somebody whose telling is no claim itself ("if he says that X agreed")
    or whose content leaves them out. Those inside another's content are settled once the speakers'
    names are known, since an agency only carries what others say.
    """
    anchors: dict[int, list[Claim]] = {}
    for claim in claims:
        anchors.setdefault(claim.anchor, []).append(claim)
    return [c for c in claims if not _stray(doc, c, anchors) and not _relative_only(doc, c)]


def _relative_only(doc: Token, claim: Claim) -> bool:
    """ "which Voss says is ready": the parser leaves "which" as all that is said."""
    start, end = claim.content[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    return len(claim.content) == 1 and len(span) == 1 and span[0].tag_ in ("WDT", "WP")


def _stray(doc: Token, claim: Claim, anchors: dict[int, list[Claim]]) -> bool:
    outer = _teller(doc[claim.anchor])
    if outer is None or claim.frame in ("q", "+", "according"):
        return False
    told = anchors.get(outer.i, [])
    if not told:
        return True
    if sureness(claim) >= _SURE:
        return False  # where the parser hangs what goes on behind it: "he said it fits; others say"
    start, end = claim.cue[0]
    return not any(s <= start and end <= e for c in told for s, e in c.content) and not any(
        c.head == claim.head for c in told
    )


def _teller(anchor: Token) -> Token | None:
    """The cue whose told clause the anchor stands in; None for the outlet's own telling."""
    node = anchor
    for _ in range(_STEPS):
        head = node.head
        if head.i == node.i:
            return None
        if node.dep_ == "ccomp" and node.i > head.i:
            word = lemma(head)
            verb = head.pos_ in ("VERB", "AUX") and word in cues.VERBS
            if (verb and "c" in cues.VERBS[word]) or head.lower_ in cues.ADJECTIVES:
                subject = clauses.subject_of(head if verb else head.head)
                facts = word in cues.EVIDENCE or clauses.is_passive(head)
                return None if facts or subject is None or subject.lower_ == "it" else head
        elif node.dep_ not in _INSIDE:
            return None
        node = head
    return None


__all__ = ["in_own_mouth"]
