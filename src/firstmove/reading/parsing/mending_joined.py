"""Which verb the parser ought to have joined a second saying to: "said X would go and urged Y"."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import Token, is_helped, is_passive, lemma, own_subject
from firstmove.reading.parsing.edges import attach

_OF_ONE_FORM = frozenset("cut let put quit set shut split".split())  # now and in the past
_SENDING = frozenset("email e-mail text message cable tweet write".split())


def raised(sentence: Token) -> None:
    """ "Said it would stay until Velm left and urged Oske to wait": said and urged."""
    for verb in sentence:
        outer = _raised_to(verb)
        if outer is None:
            continue
        first = verb.left_edge.i
        for joint in [c for c in verb.head.children if c.dep_ == "cc" and c.i < first]:
            if joint.i > verb.head.i:
                attach(joint, outer, "cc")
        attach(verb, outer, "conj")


def sent_saying(sentence: Token) -> None:
    """ "Emailed members saying the vote was on and vowing to win": the sender says and vows."""
    for verb in sentence:
        if verb.tag_ != "VBG" or lemma(verb) not in cues.CARRYING_ON or is_helped(verb):
            continue
        above = verb.head
        if verb.dep_ == "acl" and above.dep_ in ("dobj", "dative") and own_subject(verb) is None:
            if lemma(above.head) in _SENDING and above.head.pos_ == "VERB":
                attach(verb, above.head, "advcl")
        elif verb.dep_ == "conj" and above.dep_ == "ccomp" and above.tag_ != "VBG":
            said = above.head
            known = said.tag_ == "VBG" and lemma(said) in cues.CARRYING_ON
            attach(verb, said if known else above, "conj")


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and [c.lower_ for c in verb.children if c.dep_ == "aux"] in (
        ["has"],
        ["have"],
    )


def _raised_to(verb: Token) -> Token | None:
    """The cue verb that this one is joined to, where the parser joined it to the verb inside.

    "She believes that both are ready and views him as a mediator": "views" does not agree with
    "both". "He suggested that both were prepared and emphasized the chance": a verb of speaking
    in the tense of the cue, joined to a mere "be", goes with the cue.
    """
    perfect = _is_perfect(verb)
    if verb.dep_ != "conj" or not (perfect or verb.tag_ in ("VBZ", "VBD")):
        return None
    if own_subject(verb) is not None or (is_helped(verb) and not perfect):
        return None
    inner = verb.head
    finite = verb.head.tag_ != "VB" or is_helped(verb.head)
    steps = 0
    while inner.dep_ in ("xcomp", "conj", "acl", "advcl", "acomp") and steps < 5:
        if inner.dep_ == "conj" and own_subject(inner) is not None:
            break
        inner = inner.head
        steps += 1
    outer = inner.head
    if inner.dep_ != "ccomp" or lemma(outer) not in cues.VERBS or inner.i < outer.i:
        return None
    subject = own_subject(inner)
    if subject is None:
        return None
    if perfect:  # "demanded that Velm return them and has threatened to …": no "return and has"
        return outer if inner.tag_ == "VB" else None
    if inner.tag_ in ("VB", "VBP") and not is_helped(inner):
        # "demanded that the firm reinstate them and called for": a subjunctive inside.
        if verb.lower_ in _OF_ONE_FORM and inner.i == verb.head.i:
            verb.tag_ = "VB"  # "demanded that Velm open the lock and cut the toll"
            return None
        finite = finite and subject.tag_ not in ("NN", "NNP")
    if verb.tag_ == "VBZ" and outer.tag_ == "VBZ":
        plural = subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "both")
        return outer if plural or any(c.dep_ == "conj" for c in subject.children) else None
    if inner.tag_ == "VB" and is_helped(inner) and verb.tag_ == outer.tag_ == "VBD":
        return outer  # "said it would not step in and urged both to talk": no "would urged"
    frames = cues.VERBS.get(lemma(verb), ())
    speaking = "q" in frames and "c" in frames
    still = lemma(inner) == "be" or is_passive(inner)
    if verb.tag_ == outer.tag_ == "VBD" and ((still and speaking) or not finite):
        return outer
    return None
