"""The second half of a demand or of a condition, taken for a part of the first.

“Asked Velm to free the crew and Oske to stop its raids”: nobody frees Oske.
"""

from __future__ import annotations

from typing import Any

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import SUBJECTS, Token, is_helped, lemma, own_subject
from firstmove.reading.parsing.edges import attach
from firstmove.reading.parsing.mending_clauses import finite_verb

_ASKING = frozenset(
    """advise appeal ask beg beseech call command demand encourage implore instruct invite order
    plead press push request summon tell urge want warn""".split()
)
_SOMEBODY = cues.BODIES | cues.PEOPLE
_DONE = frozenset({"drop", "withdraw"})  # "withdrew its offer", and its troops
_TYING = frozenset("if once unless until provided providing when should".split())


def also_asked(sentence: Token) -> None:
    """ "Asked Velm to free the crew and Oske to stop its raids", "appealed to Velm to wait and to
    Oske to leave": what Oske is asked for."""
    for deed in sentence:
        to = next((c for c in deed.children if c.tag_ == "TO" and c.i < deed.i), None)
        if deed.tag_ != "VB" or to is None or to.i < sentence.start + 5:
            continue
        first = _asked_first(deed)
        doer = _joined_before(to)
        if first is None or doer is None or not first.i < doer.i:
            continue
        link = doer.head if doer.dep_ == "pobj" else doer
        joint = link.left_edge.nbor(-1)
        if not _stands_apart(doer, link):
            continue
        attach(deed, first, "conj")
        attach(joint, first, "cc")
        attach(doer, deed, "nsubj")
        if link is not doer:
            attach(link, doer, "prep")


def also_tied(sentence: Token) -> None:
    """ "Once Velm withdrew its troops and aid was let in", "must open the road or Oske will close
    it": what is joined to an object and stands before a verb without a subject is the subject of
    that."""
    for verb in sentence:
        if verb.dep_ in ("aux", "auxpass") or own_subject(verb) is not None:
            continue
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
        first = min([verb, *helpers], key=lambda t: t.i)
        if first.i < sentence.start + 4 or finite_verb(first) != verb:
            continue
        noun = first.nbor(-1)
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        thing, joint = noun.head, noun.left_edge.nbor(-1)
        if thing.dep_ not in ("dobj", "pobj") or joint.dep_ != "cc" or joint.head.i != thing.i:
            continue
        clause = thing.head
        if thing.dep_ == "pobj" or own_subject(clause) is None:
            clause = verb.head  # "refused to hand it over and Velm hinted that"
        if own_subject(clause) is None or clause.i > noun.i:
            continue
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        attach(noun, verb, "nsubjpass" if passive else "nsubj")
        attach(verb, clause, "conj")
        attach(joint, clause, "cc")


def each_doing(sentence: Token) -> None:
    """ "With Velm demanding the island and Norland refusing to leave it": Norland refuses."""
    for verb in sentence:
        if verb.tag_ != "VBG" or verb.i < sentence.start + 5 or own_subject(verb) is not None:
            continue
        noun = verb.nbor(-1)
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        joint = noun.left_edge.nbor(-1)
        first = next((t for t in noun.ancestors if t.tag_ == "VBG"), None)
        if first is None or joint.dep_ != "cc" or joint.head.i != noun.head.i:
            continue
        doer = own_subject(first)
        if doer is None or first.dep_ not in ("pcomp", "advcl") or doer.i > first.i:
            continue
        if noun.pos_ == "PROPN" or lemma(noun) in _SOMEBODY:
            attach(noun, verb, "nsubj")
            attach(verb, first, "conj")
            attach(joint, first, "cc")


def tensed_half(sentence: Token) -> None:
    """ "Wants Velm to leave and in return is offering aid": wants and offers, for what has a tense
    is not joined to an infinitive."""
    for verb in sentence:
        inner = verb.head
        helper = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
        tensed = verb.tag_ in ("VBZ", "VBP") if helper is None else helper.tag_ in ("VBZ", "VBP")
        if verb.dep_ != "conj" or not tensed or own_subject(verb) is not None:
            continue
        if inner.tag_ != "VB" or not any(c.tag_ == "TO" for c in inner.children):
            continue
        outer = next((a for a in inner.ancestors if a.tag_ in ("VBZ", "VBP", "VBD")), None)
        outer = outer or next((a for a in inner.ancestors if is_helped(a) and a.tag_ != "VB"), None)
        if outer is None or own_subject(outer) is None:
            continue
        for joint in [c for c in inner.children if c.dep_ == "cc" and inner.i < c.i < verb.i]:
            attach(joint, outer, "cc")
        attach(verb, outer, "conj")


def lost_doer(sentence: Token) -> None:
    """ "Must admit inspectors or Velm will act": not that inspectors or Velm will."""
    for verb in sentence:
        first, taken = verb.head, own_subject(verb)
        modal = next((c for c in verb.children if c.tag_ == "MD"), None)
        if verb.dep_ not in ("conj", "ccomp") or taken is None or modal is None:
            continue
        bare = first.pos_ == "VERB" and first.i + 1 == taken.left_edge.i
        doer = next((c for c in taken.children if c.dep_ == "conj"), None)
        if not bare or doer is None or doer.right_edge.i != modal.i - 1:
            continue
        joint = doer.left_edge.nbor(-1)
        if joint.lower_ == "or":
            attach(joint, first, "cc")
            attach(taken, first, "dobj")
            attach(verb, first, "conj")
            attach(doer, verb, "nsubj")


def goes_on(sentence: Token) -> None:
    """ "Said it would talk if Velm ended its raids and lifted the blockade": Velm would lift it,
    where the verb is none of saying and has no time of its own."""
    for verb in sentence:
        said = verb.head
        saying = lemma(verb) in cues.VERBS and lemma(verb) not in _DONE
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or saying:
            continue
        if said.tag_ != "VBD" or lemma(said) not in cues.VERBS or is_helped(verb):
            continue
        joint = verb.left_edge.nbor(-1)
        if joint.lower_ != "and" or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        clause: Any = next(
            (
                t
                for t in sentence
                if t.tag_ == "VBD" and t.dep_ == "advcl" and said.i < t.i < verb.i
                and t.right_edge.i == joint.i - 1 and said.is_ancestor(t)
                and any(c.dep_ == "mark" and c.lower_ in _TYING for c in t.children)
            ),
            None,
        )  # fmt: skip
        if clause is None or own_subject(clause) is None or not is_helped(clause.head):
            continue
        if any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree):
            continue
        attach(verb, clause, "conj")
        attach(joint, clause, "cc")


def _asked_first(deed: Token) -> Token | None:
    """What is asked of the first: the infinitive under a verb of asking that another hangs on."""
    for above in (deed.head, deed.head.head):
        if above.tag_ == "VB" and lemma(above.head) in _ASKING and above.i < deed.i:
            asked = above.dep_ in ("xcomp", "ccomp", "advcl")
            if asked and any(c.tag_ == "TO" for c in above.children):
                return above
        if lemma(above) in _ASKING and above.i < deed.i:
            below = [
                c
                for c in above.children
                if c.tag_ == "VB" and c.dep_ in ("xcomp", "ccomp", "advcl") and c.i < deed.i
            ]
            return below[-1] if below and below[-1].i != deed.i else None
    return None


def _joined_before(to: Token) -> Token | None:
    """The noun right before "to", with "and" before its phrase."""
    noun = to.nbor(-2 if to.nbor(-1).dep_ == "neg" else -1)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    while noun.dep_ in ("compound", "flat") and noun.head.i < to.i:
        noun = noun.head
    link = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "on", "for") else noun
    if link is not noun and link.i != noun.left_edge.i - 1:
        return None
    joined = link.dep_ in ("conj", "nsubj") and link.left_edge.i > to.sent.start
    if not joined or link.left_edge.nbor(-1).lower_ not in ("and", "but"):
        return None
    return noun


def _stands_apart(doer: Token, link: Token) -> bool:
    """Somebody, and no more of what the first is to deal with: not "to meet Velm and Oske to …"."""
    named = doer.pos_ == "PROPN"
    if not named and lemma(doer) not in _SOMEBODY:
        return False
    beside = link.head
    if link.dep_ == "nsubj" or link is not doer or beside.pos_ not in ("NOUN", "PROPN"):
        return True
    return beside.pos_ == "NOUN" and (named or lemma(beside) not in _SOMEBODY)
