"""Where somebody answers yes or no to what was asked or offered before, and in which words.

“The union refused”, “accepted the offer”, “said that it would not”, “a call that the board
rejected”: no act is told in them. What leaves the matter open ("did not refuse", "may accept", "if
it refuses") is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firstmove.reading.answers.left_open import WILL, firmly, is_long_ago, is_tied, is_told
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    doer_of,
    is_passive,
    subject,
)
from firstmove.report import Span

_NO = words("refuse decline") | {"say no"}
_GIVING_WAY = words("budge comply obey oblige relent yield") | {
    "give in", "give way", "back down",
}  # fmt: skip
_YES = words("agree accept consent acquiesce") | {"say yes"} | _GIVING_WAY
# With what is answered named behind: "rejected it", "bowed to the demand".
_NO_TO = words("reject refuse decline dismiss rebuff resist spurn oppose") | {
    "turn down", "rule out", "wave away", "brush aside", "vote down", "say no",
}  # fmt: skip
_YES_TO = words("accept approve embrace endorse grant") | {
    "agree to", "consent to", "accede to", "bow to", "yield to", "give in to", "say yes",
}  # fmt: skip
_ALONE = {
    **dict.fromkeys(("no", "never", "absolutely not", "certainly not", "of course not"), False),
    **dict.fromkeys(("yes", "of course", "certainly"), True),
}
# Said of what was asked: "that is out of the question".
_RULED_OUT = ("out of the question", "a non-starter", "unthinkable")
_NOT_TO_BE_HAD = ("unacceptable", "impossible")
# Whoever rejects a demand, or agrees, need not be who would meet it; who refuses it is.
_BY_ANYBODY = words("reject dismiss oppose resist embrace endorse") | {
    "wave away",
    "brush aside",
    "vote down",
}
_IT = words("it that this them these those")
_THOSE = words("these those such")
_SO = words("so that it this")
_PLANS = words("intention plan desire wish")
# To answer so is then what is done.
_CHOOSING = words("vote decide choose resolve opt agree")
_READY = words("ready willing prepared")
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "dative", "attr", "oprd", "acomp", "prt", "agent")
_WITH = words("to with on of for about over")


class Word(StrEnum):
    """What the answer calls that to which it is given."""

    NONE = ""
    ASKED = "asked"
    OFFERED = "offered"
    PUT = "put"  # a proposal, by whoever would carry it out
    TIED = "tied"  # what somebody else's act is tied to


_WORDS = {
    **dict.fromkeys(words("appeal call demand entreaty plea request"), Word.ASKED),
    **dict.fromkeys(words("invitation offer"), Word.OFFERED),
    **dict.fromkeys(words("idea plan proposal scheme suggestion"), Word.PUT),
    **dict.fromkeys(words("condition precondition proviso"), Word.TIED),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """``verb`` is its main word, ``who`` the word for the side that answers, None where its own
    words tell it: “No”. ``own``: only who is asked to act says so; ``tied``: it is given on a
    condition."""

    verb: Token
    who: Token
    yes: bool
    word: Word
    cue: Span
    own: bool = True
    tied: bool = False
    by: Token = None  # whose the request, offer or proposal is said to be: "Norland's call"
    aside: bool = False  # ", a demand that the rebels rejected": of what the sentence tells
    deed: str = ""  # the verb of what was asked, told again: "refused to free them"


def answers_in(page: Page) -> Iterator[Answer]:
    """Every answer that leaves out the act, in order."""
    for sentence in page.sentences:
        tokens = page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
        if tokens is None or tokens[-1].text == "?":
            continue
        alone = {q.start: q for q in page.quotations if _alone(q) in _ALONE}
        for token in tokens:
            if (q := alone.get(token.idx)) is not None:
                yield Answer(token, None, _ALONE[_alone(q)], Word.NONE, q)
            found = _answer(page, token) or _of_it(page, token)
            if found is not None:
                yield found


def _alone(quotation: Span) -> str:
    return quotation.quote.strip(" ,.!").lower()


def _of_it(page: Page, verb: Token) -> Answer | None:
    """ "That will not happen", "the idea is out of the question", "the request has been refused",
    by who says so."""
    if _keys(verb) & _NO_TO and is_passive(verb) and not children(verb, "agent"):
        asked = next(iter(children(verb, "nsubjpass")), None)
        word = None if asked is None else _word_of(asked)
        if word is None or firmly(verb, verb, yes=False) is not False:
            return None
        return Answer(verb, None, False, word, _cue(page, verb))
    thing = next(iter(children(verb, "nsubj")), None)
    if thing is None or (word := _word_of(thing)) is None:
        return None
    behind = " ".join(t.lower_ for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ == "happen":
        refused = firmly(verb, verb, yes=True) is False
    else:
        said = verb.lemma_ == "be" and behind.startswith((*_RULED_OUT, *_NOT_TO_BE_HAD))
        refused = said and firmly(verb, verb, yes=False) is False
    if not refused:
        return None
    return Answer(verb, None, False, word, _cue(page, verb), not behind.startswith(_NOT_TO_BE_HAD))


def _answer(page: Page, verb: Token) -> Answer | None:
    said = _said(verb)
    if said is None:
        return None
    yes, word, thing = said
    top = _governing(verb)
    firm = firmly(verb, top, yes=yes)
    firm = False if _is_no_plan(verb) and is_told(verb) else firm
    if firm is None or is_long_ago(verb):
        return None
    who = doer_of(top)
    if verb.dep_ == "acl" and thing is not None:  # ", a plan rejected by Norland"
        by_whom = (c for agent in children(verb, "agent") for c in children(agent, "pobj"))
        who = next(by_whom, None) if _is_aside(verb, thing) else None
    if who is None or (who.tag_ in ("WDT", "WP") and who.head.dep_ != "relcl"):
        return None
    by = None if thing is None else next(iter(children(thing, "poss")), None)
    own = verb.lemma_ != "agree" if thing is None else not _keys(verb) & _BY_ANYBODY
    tied, aside = is_tied(verb, top), thing is not None and _is_aside(verb, thing)
    return Answer(verb, who, firm, word, _cue(page, verb), own, tied, by, aside, _deed(verb))


def _is_aside(verb: Token, thing: Token) -> bool:
    """ ", a request that Cairo refused", ", something that Cairo has ruled out": what was asked or
    offered before the comma."""
    first = thing.left_edge
    led = first.lower_ in ("a", "an", "something")
    hung = verb.dep_ in ("acl", "relcl") and verb.head.i == thing.i and led
    return bool(hung and first.i > first.sent.start and first.nbor(-1).text == ",")


def _said(verb: Token) -> tuple[bool, Word, Token | None] | None:
    """Whether the word says yes, and what it calls that which it answers; None for other words."""
    if verb.tag_ == "MD":
        whole = verb.dep_ not in ("aux", "auxpass") and subject(verb) is not None
        bare = not children(verb, *_COMPLEMENTS)
        bare = bare and all(c.i > verb.i for c in children(verb, "advcl"))  # "return he will not"
        return (True, Word.NONE, None) if whole and bare and verb.lower_ in WILL else None
    if verb.pos_ != "VERB":
        return None
    if _deed(verb):
        return verb.lemma_.lower() not in _NO, Word.NONE, None
    if verb.lemma_ == "do" and _is_so(verb):
        will = any(a.lower_ in WILL for a in auxiliaries(verb))
        return (True, Word.NONE, None) if will else None  # "would not do so"
    if _is_no_plan(verb):
        return False, Word.NONE, None
    keys = _keys(verb)
    for yes, plain, of_thing in ((False, _NO, _NO_TO), (True, _YES, _YES_TO)):
        if (thing := _thing(verb)) is not None and keys & of_thing:
            word = _word_of(thing, verb)
            if word is not None:
                return yes, word, thing
        if keys & plain and (_is_bare(verb) or _does_so(verb)):
            done = keys & words("comply obey oblige") and verb.tag_ in ("VBD", "VBN")
            return None if done else (yes, Word.NONE, None)
    return None


def _keys(verb: Token) -> set[str]:
    lemma = verb.lemma_.lower()
    beside = [c for c in verb.children if c.dep_ in ("prt", "prep", "advmod", "dobj", "intj")]
    near = [c for c in beside if 0 < c.i - verb.i < 4]
    found = {lemma, *(f"{lemma} {c.lower_}" for c in near)}
    found |= {f"{lemma} {a.lower_} {b.lower_}" for a in near for b in near if a.i < b.i}
    return found


def _thing(verb: Token) -> Token | None:
    """What is accepted or turned down: the object, what stands behind "to", or the subject of a
    passive; of a clause on it ("a call that it rejected", "a call rejected by it") the noun that
    the clause hangs on."""
    if is_passive(verb) or verb.dep_ == "acl":
        told = next(iter(children(verb, "nsubjpass")), None)
        hung = verb.dep_ == "acl" or (told is not None and told.tag_ == "WDT")
        return verb.head if hung and children(verb, "agent") else told
    given = [c for c in children(verb, "dobj", "dative") if c.lower_ not in ("no", "yes")]
    if len(given) > 1:
        return None  # "refused it entry"
    direct = given[0] if given else None
    if direct is None or direct.tag_ in ("WDT", "WP"):
        above = verb.head
        noun = above.pos_ == "NOUN" or above.lower_ == "something"
        if verb.dep_ == "relcl" and noun and above.i < verb.i:
            return above if subject(verb) is not None else None
        to = next((c for c in children(verb, "prep") if c.lower_ == "to"), None)
        return None if to is None else next(iter(children(to, "pobj")), None)
    return direct


def _word_of(thing: Token, verb: Token = None) -> Word | None:
    """None for a thing that tells by itself what it is. ``verb``: the one that answers."""
    if thing.lower_ in _IT or (thing.lower_ == "something" and thing.nbor(-1).text == ","):
        return Word.NONE
    told = _WORDS.get(thing.lemma_.lower())
    more = [c for c in thing.children if c.dep_ in ("acl", "amod", "compound", "prep", "nummod")]
    # "those calls", "the demand as unaffordable", "the demand within hours"
    more = [c for c in more if c.lower_ not in ("as", "such", "within") and c != verb]
    several = thing.tag_ == "NNS" and not any(c.lower_ in _THOSE for c in thing.children)
    if told is None or several or any(c.ent_type_ != "DATE" for c in more):
        return None
    return told


def _is_bare(verb: Token) -> bool:
    """Nothing is told of what is refused or agreed to: "has refused to", with nothing behind."""
    phrase = any(" " in key for key in _keys(verb) & (_NO | _YES))
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS and not phrase:
            stranded = child.lower_ == "to" and not any(c.i > child.i for c in child.children)
            if not stranded:
                return False
        timed = any(c.ent_type_ in ("DATE", "TIME") for c in child.children)
        behind = child.dep_ == "prep" and child.i > verb.i and child.lower_ in _WITH
        if behind and not timed and any(child.children):
            return False
        if child.dep_ == "advcl" and any(c.tag_ == "TO" for c in child.children):
            return False
    return not is_passive(verb)


def _does_so(verb: Token) -> bool:
    """ "Refused to do so", "refused to comply", "which it refused to do"."""
    for do in children(verb, "xcomp"):
        if _keys(do) & _GIVING_WAY and _is_bare(do):
            return True
        things = [c for c in do.children if c.dep_ in ("dobj", "advmod", "attr")]
        so = any(c.lower_ in _SO for c in things)
        which = verb.dep_ == "relcl" or any(c.tag_ == "WDT" for c in things)
        if do.lemma_ == "do" and (so or (which and len(things) < 2)):
            return True
    return False


def _deed(verb: Token) -> str:
    """ "Free" of "refused to free them", "agreed to free them", "will not free them"."""
    if verb.lemma_.lower() in ("agree", "decline", "refuse"):
        done = next(iter(children(verb, "xcomp")), None)
    else:
        done = verb if any(a.lower_ in WILL for a in auxiliaries(verb)) else None
    if done is None or done.lemma_ in ("be", "do", "have"):
        return ""
    things = [c for c in done.children if c.dep_ in (*_COMPLEMENTS, "advmod", "prep")]
    again = [c.lower_ for c in things if c.dep_ == "dobj"]
    return done.lemma_.lower() if again in (["it"], ["them"]) and len(things) == 1 else ""


def _is_no_plan(have: Token) -> bool:
    """ "Has no intention of doing that"; of "doing so" reading/acts knows."""
    if have.lemma_ != "have":
        return False
    plans = [c for c in children(have, "dobj") if c.lemma_.lower() in _PLANS]
    none = (p for p in plans if any(c.lower_ == "no" for c in p.children))
    below = (c for p in none for c in p.children)
    doing = (t for c in below for t in (c, *c.children) if t.lemma_ == "do")
    return any(c.dep_ == "dobj" and c.lower_ in _SO for do in doing for c in do.children)


def _is_so(do: Token) -> bool:
    """ "Do so", "do that"."""
    return any(c.lower_ in _SO and c.dep_ in ("advmod", "dobj") for c in do.children)


def _governing(verb: Token) -> Token:
    """Who votes to reject it rejects it, and who is ready to accept it accepts it."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_.lower() in _CHOOSING:
        return above
    if verb.dep_ == "xcomp" and above.lower_ in _READY and above.dep_ == "acomp":
        return above.head
    return verb


def _cue(page: Page, verb: Token) -> Span:
    """The words that answer: the verb with what it is formed by, and by which it is brought in."""
    top = _governing(verb)
    own = [verb, top, *children(top, "aux", "auxpass"), *children(verb, "neg", "prt", "intj")]
    own += [c for c in verb.children if c.i == verb.i + 1 and verb.lemma_ == "give"]  # "gave way"
    first, last = min(own, key=lambda t: t.i), max(own, key=lambda t: t.i)
    return page.report.span(first.idx, last.idx + len(last.text))
