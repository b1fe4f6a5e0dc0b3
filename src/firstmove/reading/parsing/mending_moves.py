"""Slips of the parser in sentences that tell of demands and denials."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root

_DENYING = frozenset("deny reject dispute contest refute dismiss call describe".split())
_CLAIMS = frozenset(
    "charge claim accusation allegation assertion suggestion notion idea point view figure account "
    "report argument demand offer request call appeal plea proposal plan idea something".split()
)
_ASKING = frozenset(
    "demand insist ask urge propose recommend request order require suggest stipulate".split()
)
# Deeds that the parser likes to take for nouns.
_DEEDS = frozenset(
    "resign apologise apologize withdraw reinstate publish scrap cancel repay reopen disarm "
    "rehire abdicate vacate renounce drop lift halt stop release return cut end pay free open "
    "leave".split()
)
_PLURALS = frozenset(
    "plan talk charge demand claim cut strike order tax ban fine raid attack patrol work "
    "tariff fee".split()
)
# What is called for is what these verbs answer: "rebuffed calls on Monday to step aside".
_ANSWERING = frozenset(
    "rebuff reject resist ignore defy dismiss spurn refuse heed face answer accept welcome "
    "withstand brush".split()
)
_CALLS = frozenset("call demand appeal plea request pressure".split())


def denied_aside(sentence: Token) -> None:
    """ "Oste accused Veld of fraud, a charge Veld denies": what is told is that Oste accused it."""
    for verb in sentence:
        if verb.tag_ not in ("VBZ", "VBD", "VBP", "VBN") or lemma(verb) not in _DENYING:
            continue
        told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        before = [c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i < verb.i]
        thing = before[0] if len(before) == 2 else None
        doer = before[-1] if before and before[-1].dep_ == "nsubj" else None
        if told is None or thing is None or doer is None or not told.i < thing.i < doer.i:
            continue
        first = thing.left_edge
        parted = first.i > sentence.start and first.nbor(-1).text == ","
        if lemma(thing) not in _CLAIMS or not parted or own_subject(told) is None:
            continue
        if first.lower_ not in ("a", "an", "something") or any(
            t.is_quote for t in sentence.doc[told.i : thing.i]
        ):
            continue
        swap_root(verb, told, "relcl")
        attach(thing, told, "npadvmod")
        attach(verb, thing, "relcl")
        for mark in [c for c in verb.children if c.i < thing.i]:
            attach(mark, told, mark.dep_)


def answered_aside(sentence: Token) -> None:
    """ "Called for a truce, a demand that the rebels have rejected": they reject the demand, and it
    does not tell that they do."""
    for verb in sentence:
        thing = verb.head
        if verb.dep_ != "acl" or verb.i < thing.i or lemma(thing) not in _CLAIMS:
            continue
        that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
        if that is None or lemma(verb) not in _DENYING | _ANSWERING:
            continue
        first = thing.left_edge
        parted = first.i > sentence.start and first.nbor(-1).text == ","
        whole = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
        if parted and first.lower_ in ("a", "an") and own_subject(verb) is not None and not whole:
            verb.dep_ = "relcl"
            attach(that, verb, "dobj")


def asked_deed(sentence: Token) -> None:
    """ "demanded that management drop plans to cut jobs": what is asked of it is to drop them, and
    no drop plans anything."""
    for main in sentence:
        deed = own_subject(main) if main.tag_ == "VBZ" else None
        if deed is None or deed.tag_ != "NN" or main.i != deed.i + 1:
            continue
        cue = main.head
        that = [c for c in main.children if c.dep_ == "mark" and c.lower_ == "that"]
        doer = next((c for c in deed.children if c.dep_ == "compound" and c.i == deed.i - 1), None)
        if main.dep_ != "ccomp" or lemma(cue) not in _ASKING or not that or doer is None:
            continue
        if deed.lower_ not in _DEEDS or lemma(main) not in _PLURALS:
            continue
        if lemma(doer) not in cues.BODIES | cues.PEOPLE and doer.pos_ != "PROPN":
            continue
        swap_root(main, deed, "dobj")
        deed.tag_, deed.pos_ = "VB", "VERB"
        main.tag_, main.pos_ = "NNS", "NOUN"
        for child in [c for c in deed.children if c.i < doer.i]:
            attach(child, doer, child.dep_)
        attach(doer, deed, "nsubj")
        attach(that[0], deed, "mark")
        for child in [c for c in main.children if c.dep_ == "xcomp"]:
            attach(child, main, "acl")
        for child in [c for c in cue.children if c.dep_ == "advcl" and c.tag_ == "VB"]:
            bare = own_subject(child) is None and not any(c.tag_ == "TO" for c in child.children)
            if child.i > main.i and bare:
                attach(child, deed, "conj")


def asked_for_long(sentence: Token) -> None:
    """ "Has pressed Sweden and Finland for years to open the ports": what they are pressed to do,
    and no years to do it."""
    for time in sentence:
        lead, asking = time.head, time.head.head
        if time.dep_ != "pobj" or time.ent_type_ not in ("DATE", "TIME") or lead.dep_ != "prep":
            continue
        whom = any(c.dep_ == "dobj" and c.i < lead.i for c in asking.children)
        if not whom or "a" not in cues.VERBS.get(lemma(asking), ()):
            continue
        for verb in [c for c in time.children if c.dep_ in ("acl", "relcl") and c.i > time.i]:
            if verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children):
                attach(verb, asking, "xcomp")


def asked_of_another(sentence: Token) -> None:
    """ "Faced calls from its neighbours to open the dam": what they call for, and no purpose."""
    for noun in sentence:
        if noun.dep_ not in ("dobj", "pobj", "nsubjpass") or lemma(noun) not in _CALLS:
            continue
        named = any(c.dep_ == "prep" and c.lower_ in ("from", "by", "on") for c in noun.children)
        if not named and lemma(noun.head) not in _ANSWERING:
            continue
        above = [noun.head, noun.head.head] if noun.dep_ == "pobj" else [noun.head]
        for verb in [c for holder in above for c in holder.children]:
            to = any(c.tag_ == "TO" for c in verb.children)
            between = noun.doc[noun.right_edge.i + 1 : verb.left_edge.i]
            behind = verb.left_edge.i > noun.right_edge.i and all(
                t.ent_type_ in ("DATE", "TIME") for t in between
            )
            if verb.dep_ in ("advcl", "xcomp") and to and behind:
                attach(verb, noun, "acl")
