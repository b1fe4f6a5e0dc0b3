"""Verbs of demands and threats that the parser takes for other words, or hangs on a verb that only
leads to them."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root

ASKING = frozenset(
    "demand insist ask urge propose recommend request require suggest stipulate".split()
)
_OWN = frozenset("agree decline offer pledge promise refuse threaten vow".split())
_WISHING = frozenset("want need prefer".split())
# What is asked for of a thing, and is hardly ever only said of it.
_DONE = frozenset(
    """amend ban build cancel cap change clean close complete cut delay double drop enforce exempt
    extend fill finish free freeze halt halve honor honour implement investigate lift limit lower
    move open postpone publish punish raise ratify rebuild reduce reinstate release relocate remove
    reopen repair replace restore return review rewrite scrap shut stop test withdraw
    write""".split()
)
_CHOICES = frozenset("alternative choice option".split())
_LEAVING = frozenset("resign abdicate apologise apologize disarm retreat surrender".split())


def infinitive(sentence: Token) -> None:
    """ "Threatened to fine the firm": behind "to" and before its object a verb, no adjective."""
    for word in sentence:
        if word.tag_ != "JJ":
            continue
        to = any(c.lower_ == "to" and c.dep_ == "aux" and c.i == word.i - 1 for c in word.children)
        if to and any(c.dep_ in ("dobj", "dative") for c in word.children):
            word.tag_, word.pos_ = "VB", "VERB"
            word.lemma_ = word.lower_


def backed(sentence: Token) -> None:
    """ "Norway and Sweden back the ban but Tarn opposes it": "back" is what they do, and it is not
    they who oppose it."""
    for back in sentence:
        name = back.head
        if back.lower_ != "back" or back.dep_ != "advmod" or name.pos_ not in ("NOUN", "PROPN"):
            continue
        several = name.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in name.children)
        thing = next((c for c in name.children if c.dep_ == "appos" and c.i > back.i), None)
        if not several or thing is None or thing.left_edge.i != back.i + 1:
            continue
        other = name.head
        behind = [c for c in name.children if c.i > thing.i]
        doer = next((c for c in behind if c.dep_ == "conj"), None)
        if name.dep_ == "nsubj" and doer is not None and other.i > doer.i:
            swap_root(other, back, "conj")
            attach(doer, other, "nsubj")
        elif name.dep_ == "ROOT":
            swap_root(name, back, "nsubj")
        else:
            continue
        back.tag_, back.pos_ = "VBP", "VERB"
        attach(name, back, "nsubj")
        for child in behind:
            if doer is None or child.i != doer.i:
                attach(child, back, child.dep_)
        attach(thing, back, "dobj")


def named_doer(sentence: Token) -> None:
    """ "Norwood Timber offered on Monday to replant it": the sentence of a name has a verb."""
    for verb in sentence:
        name = verb.head
        if verb.tag_ != "VBN" or verb.dep_ != "acl" or lemma(verb) not in _OWN:
            continue
        to = any(c.tag_ == "TO" for o in verb.children if o.tag_ == "VB" for c in o.children)
        beside = any(c.dep_ in ("relcl", "appos") and c.i < verb.i for c in name.children)
        behind = verb.i == name.i + 1 or (beside and verb.nbor(-1).text == ",")
        if name.dep_ == "ROOT" and name.pos_ == "PROPN" and behind and to:
            verb.tag_ = "VBD"
            swap_root(name, verb, "nsubj")


def demanded_leaving(sentence: Token) -> None:
    """ "Demanded that the mayor resign": what the mayor is asked to do, no noun of the mayor's."""
    for deed in sentence:
        if deed.tag_ != "NN" or deed.lower_ not in _LEAVING or lemma(deed.head) not in ASKING:
            continue
        that = [c for c in deed.children if c.dep_ == "mark" and c.lower_ == "that"]
        doer = own_subject(deed)
        named = [c for c in deed.children if c.dep_ == "compound" and c.i == deed.i - 1]
        if deed.dep_ != "ccomp" or not that or (doer is None and not named):
            continue
        deed.tag_, deed.pos_ = "VB", "VERB"
        if doer is None:
            for child in [c for c in deed.children if that[0].i < c.i < named[0].i]:
                attach(child, named[0], child.dep_)
            attach(named[0], deed, "nsubj")


def wanted_done(sentence: Token) -> None:
    """ "Wants classes capped at 24": what is to be done to the classes, not told of them."""
    for deed in sentence:
        thing, wish = deed.head, deed.head.head
        if deed.tag_ != "VBN" or deed.dep_ != "acl" or lemma(deed) not in _DONE:
            continue
        if thing.dep_ != "dobj" or lemma(wish) not in _WISHING or deed.nbor(-1).text == ",":
            continue
        behind = deed.doc[
            deed.i + 1 : wish.right_edge.i + 1
        ]  # "the wells closed in March reopened"
        told_of = any(t.tag_ in ("VBN", "VBD") for t in behind) and all(
            t.dep_ != "cc" for t in behind
        )
        if not told_of and not any(c.dep_ == "agent" for c in deed.children):
            attach(deed, wish, "ccomp")
            attach(thing, deed, "nsubj")


def no_choice(sentence: Token) -> None:
    """ "Will have no choice but to close it", "would not hesitate to close it": closes it then, and
    denies nothing."""
    for verb in sentence:
        if not any(c.tag_ == "MD" for c in verb.children):
            continue
        deed = _left_to_do(verb) if lemma(verb) == "have" else None
        if lemma(verb) == "hesitate":
            denied = any(c.dep_ == "neg" for c in verb.children)
            deed = next((c for c in verb.children if c.dep_ == "xcomp" and denied), None)
        if deed is None or deed.tag_ != "VB" or deed.i < verb.i:
            continue
        swap_root(verb, deed, "dep")
        for to in [c for c in deed.children if c.tag_ == "TO"]:
            attach(to, verb, "dep")
        for child in [c for c in verb.children if c.i < verb.i or c.i > deed.right_edge.i]:
            if child.dep_ != "neg":
                attach(child, deed, child.dep_)


def went_ahead(sentence: Token) -> None:
    """ "If it went ahead and built the dam": if it built it."""
    for verb in sentence:
        if lemma(verb) not in ("go", "move", "push") or verb.i + 3 >= sentence.end:
            continue
        if [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] != ["ahead", "and"]:
            continue
        deed = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
        if deed is None or own_subject(deed) is not None:
            continue
        swap_root(verb, deed, "dep")
        for child in [c for c in verb.children if c.i < verb.i]:
            attach(child, deed, child.dep_)


def _left_to_do(have: Token) -> Token | None:
    """The verb of "no choice but to …"."""
    noun = next((c for c in have.children if lemma(c) in _CHOICES and c.i > have.i), None)
    if noun is None or [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]] != ["but", "to"]:
        return None
    to: Token = noun.doc[noun.i + 2]
    return to.head
