"""The words of an act, put in order as a label."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.forms import done_to_it, is_small_clause, meant

MAX_WORDS = 9
_NO_NAMES = ("ADJ", "NOUN", "NUM", "PRON")
_DONE_TO = {"nobody": "anybody", "they": "them", "he": "him", "she": "her", "we": "us", "i": "me"}


def rendered(head: Any, tokens: list[Any]) -> str:
    """The words in order, the main verb first and in its base form."""
    tokens = _in_order([t for t in tokens if t.tag_ != "AFX"])  # told with its verb
    passive = [t for t in tokens if head.pos_ == "VERB" and t.i < head.i]
    if head.pos_ == "VERB" and passive and not any(t.lemma_ == "be" for t in tokens):
        # its own, or of a verb before it
        done = is_small_clause(head) or any(c.dep_ == "auxpass" for c in head.children)
        subject_like = any(t.dep_ == "nsubj" for t in passive) and not done
        if not subject_like:
            # "agree on a date", for "a date was agreed on"
            preps = (c for c in head.children if c.dep_ == "prep")
            # not "been withdrawn by then"
            left = [
                c
                for c in preps
                if c.lower_ not in ("before", "by", "since", "until")
                and all(t.pos_ == "ADV" for t in c.children)
            ]
            moved = {head.i, *(t.i for t in left)}
            tokens = [head, *left, *[t for t in tokens if t.i not in moved]]
    words: list[str] = []
    before: Any = None
    for token in _cut([t for t in tokens if not _is_no(t)]):
        base = token == head and (head.pos_ == "VERB" or head.tag_ == "VBG")
        text = f"{_prefix(token)}{token.lemma_}" if base else token.text
        if token.dep_ == "nsubjpass" and token.i < head.i:
            text = _DONE_TO.get(token.lower_, text)  # "take them in", for "they were taken in"
        if token.lower_ == "nothing" and token.dep_ == "dobj":
            text = "anything"  # told as negated
        if token.lower_ in ("m.", "bn.", "tn.", "k."):
            text = text[:-1]  # "£3m." at the end of a sentence
        if token.dep_ == "det" or (_begins(token) and token.pos_ in _NO_NAMES):
            text = text[0].lower() + text[1:] if not text[1:] or text[1:].islower() else text
        between = "" if before is None else _between(before, token)
        if words and between != " ":
            words[-1] += between + text
        else:
            words.append(text)
        before = token
    if (tokens[0].pos_ not in ("PROPN", "NUM") and len(words[0]) > 1) or words[0] == "A":
        words[0] = words[0][0].lower() + words[0][1:]
    while words and words[-1].lower() in ("and", "but", "or", "not", "by"):
        words.pop()  # "longer days but not …"
    return " ".join(words).strip(" ,;:“”\"'’")


def _prefix(verb: Any) -> str:
    """ "Re-" of "re-open"."""
    return next((f"{c.lower_}-" for c in verb.children if c.tag_ == "AFX"), "")


def _in_order(tokens: list[Any]) -> list[Any]:
    """What "them" means stands where "them" stood: "pay the nurses" for "nurses … pay them"."""
    for verb in tokens:
        thing = meant(verb)
        if thing is not None and thing in tokens:
            whole = set(thing.subtree)
            moved = [t for t in tokens if t in whole]
            at = done_to_it(verb).i
            rest = [t for t in tokens if t not in moved]
            before = sum(t.i < at for t in rest)
            return [*rest[:before], *moved, *rest[before:]]
    return tokens


def _begins(token: Any) -> bool:
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).is_quote)


def _cut(tokens: list[Any]) -> list[Any]:
    """The first words, and no part of a phrase whose noun is cut off: "into a 140"."""
    kept = tokens[:MAX_WORDS]
    gone = {t.i for t in tokens[MAX_WORDS:]}
    while len(kept) > 2 and gone and (_hangs(kept[-1], gone) or _leads(kept[-1], gone)):
        gone.add(kept.pop().i)
    return kept


def _hangs(token: Any, gone: set[int]) -> bool:
    return any(above.i in gone for above in token.ancestors)


def _leads(prep: Any, gone: set[int]) -> bool:
    if prep.pos_ in ("NUM", "DET"):  # "two of its guards"
        return any(c.lower_ == "of" and c.i in gone for c in prep.children)
    return prep.dep_ == "prep" and any(
        c.dep_ in ("pobj", "pcomp") and c.i in gone for c in prep.children
    )


def _is_no(token: Any) -> bool:
    """ "Accept no inspections" is told as negated; a "no-strike deal" is the thing itself."""
    told = token.head.dep_ not in ("pobj", "compound")  # a "motion of no confidence"
    if token.lower_ == "not" and token.dep_ == "neg":
        # "not a cent will be spent"
        return token.head.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.pos_ == "NOUN"
    return bool(token.lower_ == "no" and token.dep_ == "det" and token.whitespace_ and told)


def _between(one: Any, other: Any) -> str:
    """What stands between two words of the text: nothing, a hyphen, or else a space."""
    if other.i == one.i + 1:
        return str(one.whitespace_)
    gap = list(one.doc[one.i + 1 : other.i]) if other.i > one.i else []
    hyphen = len(gap) == 1 and gap[0].text in ("-", "–") and not one.whitespace_
    return "-" if hyphen and not gap[0].whitespace_ else " "
