"""Whether the text itself takes a telling back: "there is no evidence that X refused".

From the cue up to the root of its sentence, after the idea of event factuality (Sauri &
Pustejovsky 2009): what stands under "no evidence", "not true", "wrongly reported", "rumours that",
"asked about reports that", "instead of", "all but" is told by nobody as said.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_STEPS = 10
_FALSE = frozenset(
    "false untrue wrong incorrect baseless unfounded groundless inaccurate mistaken erroneous "
    "fabricated unproven unconfirmed untruthful bogus fictitious fake unclear unknown unlikely "
    "doubtful impossible questionable invented fabrication invention lie myth hoax falsehood "
    "untruth nonsense speculation rumour rumor".split()
)
_TRUE = frozenset("true correct accurate right so clear certain known sure fact case truth".split())
_WRONGLY = frozenset(
    "wrongly falsely incorrectly mistakenly erroneously inaccurately misleadingly untruthfully "
    "prematurely".split()
)
_ALMOST = frozenset("almost nearly virtually practically hardly scarcely barely".split())
_PROOF = frozenset(
    "evidence sign indication proof confirmation suggestion hint record indicator signal".split()
)
_RUMOURS = frozenset(
    "rumour rumor speculation gossip hearsay myth hoax lie falsehood misconception fiction".split()
)
# "There is talk that …": nobody is named whose talk it is.
_ABROAD = frozenset("talk chatter suspicion concern fear worry belief sense feeling".split())
_TELLINGS = frozenset(
    "report claim allegation suggestion story idea notion assertion belief impression assumption "
    "theory accusation charge insinuation statement post article headline".split()
)
_CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl", "appos"})
_DENYING = frozenset(
    "deny refute rebut disprove debunk dispel quash contradict dispute reject dismiss discount "
    "retract withdraw correct".split()
)
_AVOIDING = frozenset("avoid eschew refrain abstain forgo".split())
_INSTEAD = frozenset({"without", "instead", "than"})
_SHORT = {
    "of": frozenset({"short", "instead", "shy", "incapable"}),
    "from": frozenset({"far", "refrain", "abstain", "stop", "shy", "shrink", "away", "back"}),
    "to": frozenset({"close"}),
}


def is_taken_back(anchor: Token, speaker: Token | None = None) -> bool:
    """Whether the cue ``anchor`` stands in what the text calls untrue, unproven or undone.

    Not "Roe denied that Tarn had left and said …", of which Roe is known to be the ``speaker``.
    """
    if _undone(anchor):
        return True
    node = anchor
    for _ in range(_STEPS):
        head = node.head
        if head.i == node.i:
            return False
        if head.pos_ in ("NOUN", "PRON", "PROPN") and node.dep_ in _CLAUSES and _told(node):
            return _empty(head) or _abroad(head)
        governed = node.dep_ in ("ccomp", "acl", "xcomp", "csubj", "pcomp", "advcl")
        if (governed or node.lower_ == "as") and _refuted(node, head):
            own = speaker is not None and speaker.head.i == head.i and speaker.i < head.i
            return not (own and anchor.dep_ == "conj" and anchor.tag_ == head.tag_)
        if node.dep_ == "pcomp" and _left_out(head):
            return True
        if node.dep_ not in ("conj", "ccomp", "xcomp", "pcomp", "prep", "acl"):
            return False
        node = head
    return False


def is_unfounded(cue: Sequence[Token], first: Token, head: Token | None) -> bool:
    """Whether a telling is undone in its own words: "rumours spread that", "stopped short of
    demanding", "was mistakenly quoted", "reported incorrectly that" (``first`` begins the content).
    """
    return (
        any(t.lower_ in _WRONGLY for t in (*cue, first))
        or (head is not None and lemma(head) in _RUMOURS)
        or (any(lemma(t) in _AVOIDING for t in cue) and _telling(first))
        or any(is_taken_back(t, head) for t in cue if t.pos_ in ("VERB", "AUX"))
    )


def hearsay_words(anchor: Token) -> list[Token]:
    """ "reportedly" and the like beside the cue: kept, and told by somebody unnamed."""
    return [c for c in anchor.children if c.lower_ in HEARSAY]


def _undone(anchor: Token) -> bool:
    """ "has all but announced", "nearly said", "Neither the mayor nor the council said"."""
    doc = anchor.doc
    for child in anchor.children:
        if child.i < anchor.i and child.dep_ == "advmod" and child.lower_ in _ALMOST:
            following = doc[child.i + 1]
            if following.i == anchor.i or following.head.i == anchor.i:
                return True
        if child.lower_ == "but" and child.i < anchor.i and doc[child.i - 1].lower_ == "all":
            return True
        if child.dep_ in clauses.SUBJECTS and any(c.lower_ == "neither" for c in child.children):
            return True
    subject = clauses.own_subject(anchor)
    before = doc[anchor.left_edge.i]
    return bool(  # "Had the ministry offered more, …"
        subject is not None
        and before.lower_ in ("had", "should", "were")
        and before.i < subject.i
        and before.head.i == anchor.i
        and anchor.dep_ == "advcl"
    )


def _abroad(place: Token) -> bool:
    """ "There is talk in the town that …": the clause is the talk, wherever the parser has it."""
    above = place.head
    while above.pos_ == "ADP" and above.head.i != above.i:
        above = above.head
    return place.dep_ == "pobj" and above.pos_ == "NOUN" and _empty(above)


def _told(clause: Token) -> bool:
    """Whether a clause on a noun is what the noun tells: "the idea that …"."""
    first = clause.left_edge
    if first.lower_ != "that":
        return bool(clause.dep_ == "ccomp")
    subject = clauses.own_subject(clause)
    return bool(subject is not None and subject.i != first.i)


def _empty(noun: Token) -> bool:
    """Whether nothing stands behind what the noun tells."""
    word = lemma(noun)
    head = noun.head
    there = any(c.dep_ == "expl" and c.lower_ == "there" for c in head.children)
    if word in _RUMOURS or (there and word in _ABROAD):
        return True
    if word in _PROOF:
        if any(c.lower_ in ("no", "little", "scant", "neither") for c in noun.children):
            return True
        if head.pos_ in ("VERB", "AUX") and clauses.is_negated(head):
            return True
        return noun.dep_ == "pobj" and (
            head.lower_ in ("without", "despite") or lemma(head.head) in ("lack", "absence", "want")
        )
    if any(lemma(c) in _FALSE for c in noun.children if c.dep_ == "amod"):
        return True
    if noun.dep_ in clauses.SUBJECTS and head.pos_ in ("VERB", "AUX"):
        if _called(head):
            return True
        return clauses.is_passive(head) and lemma(head) in _DENYING
    if word not in _TELLINGS:
        return False
    if noun.dep_ == "dobj":
        return lemma(head) in _DENYING
    if noun.dep_ == "pobj":
        above = head.head
        about = head.lower_ in ("about", "on", "over") and lemma(above) in (
            "ask", "question", "press", "doubt",
        )  # fmt: skip
        return about or head.lower_ in ("despite", "contrary")
    return False


def _called(verb: Token) -> bool:
    """ "is false", "was not true", "turned out to be wrong"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("acomp", "attr", "oprd"):
            word = child.lower_ if child.pos_ == "ADJ" else lemma(child)
            if word in _FALSE:
                return True
            if word in _TRUE and clauses.is_negated(verb):
                return True
        if child.i > verb.i and child.dep_ == "xcomp" and lemma(child) in ("be", "prove"):
            return _called(child)
    return False


def _refuted(clause: Token, verb: Token) -> bool:
    """Whether what governs the clause calls it untrue, or told in error."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if lemma(verb) in ("be", "prove") or clause.dep_ == "csubj":
        return _called(verb)
    told = clauses.own_subject(verb)
    if clause.dep_ == "advcl":  # "Rumour has it that …"
        return lemma(verb) == "have" and told is not None and told.lower_.startswith("rumo")
    if any(c.lower_ in _WRONGLY for c in verb.children if c.dep_ == "advmod"):
        return True
    if clause.dep_ == "xcomp" and lemma(verb) in _AVOIDING:
        return _telling(clause)  # "avoided criticizing"
    if clause.dep_ == "ccomp" and told is not None and lemma(told) in _RUMOURS:
        return True  # "Rumours spread that …"
    # A subordinate clause only: in "denied having threatened" the denial is told as one statement.
    return clause.dep_ == "ccomp" and lemma(verb) in ("deny", "disprove", "pretend")


def _telling(verb: Token) -> bool:
    """ "threatening" in "refrained from threatening a strike": what is not said."""
    return verb.tag_ == "VBG" and lemma(verb) in cues.VERBS


def _left_out(preposition: Token) -> bool:
    """ "without saying", "stopped short of demanding", "refrained from calling"."""
    word = preposition.lower_
    if word in _INSTEAD:
        return True
    known = _SHORT.get(word, frozenset())
    if not known:
        return False
    head = preposition.head
    before = preposition.doc[preposition.i - 1] if preposition.i else preposition
    return lemma(head) in known or before.lower_ in known


__all__ = ["HEARSAY", "hearsay_words", "is_taken_back", "is_unfounded"]
