"""Slips of the parser in subordinate clauses: a conjunction taken for a preposition."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root

_OPENING = frozenset("after as before provided providing since till unless until".split())
_PROVIDED = frozenset({"provided", "providing"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SAYING = frozenset("say tell add write warn argue claim insist announce".split())
_JOINED = frozenset({"conj", "ccomp", "advcl", "relcl", "pcomp", "parataxis", "acl"})
_MARKED = frozenset({"mark", "advmod"})
_LEAVING_OPEN = frozenset(
    """ask care check consider decide determine discuss doubt examine explain find inquire know
    learn matter mind question remember say see sure tell test understand wonder""".split()
)
_ASIDE = 14  # words between the subject and its verb, with the two commas


def clause_of_preposition(sentence: Token) -> None:
    """ "not before the board lifts the ban", "as long as the crew, in turn, goes back": the noun is
    the subject of the verb behind it, which has no other."""
    for link in sentence:
        loose = link.dep_ == "dep" and link.lower_ in _PROVIDED
        if link.lower_ not in _OPENING or not (link.dep_ == "prep" or loose):
            continue
        taken = ("pobj", "dobj") if link.lower_ in _PROVIDED else ("pobj",)
        noun = next((c for c in link.children if c.dep_ in taken and c.i > link.i), None)
        if noun is None:
            continue
        verb, aside = _verb_behind(noun, sentence)
        if verb is None and link.lower_ in _PROVIDED:
            verb = _past_behind(noun, sentence)
        if verb is None:
            continue
        above = _governor(link, verb)
        if above is None or above.i >= link.i:
            continue
        attach(verb, above, "advcl")
        if verb.head.i != above.i:
            continue
        lead = [c for c in link.children if c.dep_ == "neg"]
        attach(noun, verb, "nsubj")
        attach(link, verb, "mark")
        for word in lead:
            attach(word, verb, "advmod")
        inside = {t.i for t in aside}
        for word in aside:
            if word.head.i not in inside and word.head.i != noun.i:
                attach(word, verb, word.dep_)


def _verb_behind(noun: Token, sentence: Token) -> tuple[Token | None, list[Token]]:
    """The finite verb without a subject right behind the noun or an aside in commas, and that."""
    doc, end = noun.doc, sentence.end
    at = noun.i + 1
    if at < end and doc[at].text == ",":
        close = next((n for n in range(at + 1, min(end, at + _ASIDE)) if doc[n].text == ","), None)
        if close is None:
            return None, []
        aside = list(doc[at : close + 1])
        if any(finite_verb(t) is t and own_subject(t) is None for t in aside):
            return None, []
        at = close + 1
    else:
        aside = []
        at = max(at, _phrase_end(noun) + 1)
    if at >= end:
        return None, []
    verb = finite_verb(doc[at])
    if verb is None or verb.i >= end or verb.dep_ not in _JOINED:
        return None, []
    subject = own_subject(verb)
    return (None, []) if subject is not None else (verb, aside)


def _past_behind(noun: Token, sentence: Token) -> Token | None:
    """ "Provided the skippers handed in the data": no data of handed skippers, where no other verb
    with a tense follows."""
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if verb is None or verb.i != noun.i + 1:
        return None
    for token in noun.doc[verb.i + 1 : sentence.end]:
        if token.is_punct:
            break
        if finite_verb(token) is not None:
            return None
    verb.tag_ = "VBD"
    return verb


def _phrase_end(noun: Token) -> int:
    """The last word of the noun with its "of …"; no clause that hangs on it."""
    last = int(noun.i)
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in ("of", "for", "in"):
            last = max(last, int(child.right_edge.i))
    return last


def finite_verb(token: Token) -> Token | None:
    """The verb that a finite word is, or helps."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if token.dep_ in ("aux", "auxpass"):
        first = token.tag_ in (*_FINITE, "MD")
        return token.head if first and token.head.i > token.i else None
    return token if token.tag_ in _FINITE else None


def _governor(link: Token, verb: Token) -> Token | None:
    """What the clause hangs on: what the preposition hung on, or the verb was joined to."""
    above = link.head
    if above.i == verb.i:
        above = verb.head
    while above.pos_ in ("ADV", "NOUN", "ADP") and above.head.i != above.i and above.i != verb.i:
        above = above.head
    if above.i == verb.i or any(a.i == verb.i for a in above.ancestors):
        return None
    inner = [c for c in above.children if c.dep_ == "ccomp" and above.i < c.i < link.i]
    return inner[-1] if inner and link.lower_ in _PROVIDED else above


def helped_subject(sentence: Token) -> None:
    """ "as soon as the subsidies are gone": subject and conjunction go with "gone", and that with
    the verb before it and not its object."""
    for helper in sentence:
        verb = helper.head
        if helper.dep_ not in ("aux", "auxpass") or verb.i < helper.i:
            continue
        subject = own_subject(helper)
        marks = [c for c in helper.children if c.dep_ in _MARKED and c.i < helper.i]
        if subject is None or own_subject(verb) is not None or not marks:
            continue
        for child in list(helper.children):
            attach(child, verb, child.dep_)
        subject.dep_ = "nsubjpass" if helper.dep_ == "auxpass" else "nsubj"
        above = verb.head
        if verb.dep_ == "relcl" and above.i < marks[0].i:
            over = next((a for a in above.ancestors if a.pos_ in ("VERB", "AUX")), None)
            if over is not None and over.i < above.i:
                attach(verb, over, "advcl")


def two_subjects(sentence: Token) -> None:
    """ "will pay if the board, as promised, meets, its chairman said": the board meets, and the
    chairman says all of it."""
    for said in sentence:
        if said.dep_ != "advcl" or said.tag_ not in ("VBD", "VBZ") or lemma(said) not in _SAYING:
            continue
        doers = [c for c in said.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < said.i]
        marks = [c for c in said.children if c.dep_ == "mark"]
        main = said.head
        if len(doers) != 2 or not marks or not main.i < marks[0].i < doers[0].i:
            continue
        inner = [c for c in said.children if c.dep_ == "ccomp" and doers[0].i < c.i < doers[1].i]
        if not inner or own_subject(inner[0]) is not None or main.dep_ != "ROOT":
            continue
        verb = inner[0]
        attach(verb, main, "advcl")
        for child in [c for c in said.children if c.i < verb.i]:
            attach(child, verb, child.dep_)
        swap_root(main, said, "ccomp")


def as_agreed(sentence: Token) -> None:
    """ "said that Velm, as agreed, would withdraw": who would withdraw is Velm."""
    for aside in sentence:
        main = aside.head
        if aside.tag_ != "VBN" or main.i < aside.i or own_subject(main) is not None:
            continue
        doer = own_subject(aside)
        if doer is None:
            continue
        opening = [c for c in aside.children if c.dep_ == "mark" and c.lower_ == "as"]
        if not opening or doer.i > opening[0].i or opening[0].nbor(-1).text != ",":
            continue
        for child in [c for c in aside.children if c.i < opening[0].i - 1]:
            attach(child, main, child.dep_)
        aside.dep_ = "advcl"


def semicolon(sentence: Token) -> None:
    """ "Some said yes; others said no": two sayings, not one told by the other."""
    for verb in sentence:
        subject, above = own_subject(verb), verb.head
        if verb.dep_ != "ccomp" or subject is None:
            continue
        between = verb.doc[above.i + 1 : subject.i] if above.i < verb.i else ()
        after = verb.doc[verb.i + 1 : above.i]
        if any(t.text == ";" for t in between) or any(
            t.text == ";" and (t.i > verb.right_edge.i or t.head.i == verb.i) for t in after
        ):
            verb.dep_ = "conj"


def if_taken_for_what(sentence: Token) -> None:
    """ "Threatened to strike if it fails to pay": on which condition, not what is struck."""
    for clause in sentence:
        above = clause.head
        if clause.dep_ != "ccomp" or clause.i < above.i or above.pos_ != "VERB":
            continue
        marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
        if marks == ["if"] and lemma(above) not in _LEAVING_OPEN and own_subject(clause):
            clause.dep_ = "advcl"
