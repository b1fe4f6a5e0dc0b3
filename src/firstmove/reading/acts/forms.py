"""Forms that set the words of an act apart: small clauses, measures, idioms with a preposition."""

from __future__ import annotations

from typing import Any

# Of these things "in" says of what, and "by" how much.
CHANGES = frozenset(
    "cut rise raise increase decrease reduce reduction lower change drop hike share".split()
)
SHARES = frozenset("half third quarter fifth tenth percent % cent".split())


def is_small_clause(head: Any) -> bool:
    """ "Wants the levy raised", "the closure put off": its subject is what it is done to."""
    below = {c.dep_ for c in head.children}
    return bool(
        head.tag_ in ("VBN", "VBD")
        and head.dep_ in ("ccomp", "xcomp")
        and head.head.tag_.startswith("VB")
        and head.head.lemma_ in ("want", "need", "like", "see", "prefer")
        and "aux" not in below
        and "dobj" not in below
    )


def is_hold(prep: Any) -> bool:
    return prep.lower_ == "on" and any(c.lemma_ in ("hold", "ice") for c in prep.children)


def is_object(noun: Any, head: Any) -> bool:
    """ "Moving the mast …", parsed as a measure of it: right behind the verb, with an article."""
    return (
        noun.dep_ == "npadvmod"
        and noun.pos_ == "NOUN"
        and not noun.ent_type_
        and any(c.i == head.i + 1 and c.dep_ in ("det", "poss") for c in noun.children)
    )


def goes_on(head: Any, prep: Any) -> bool:
    """ "Take part in the talks", "put an end to the siege": the object alone tells nothing."""
    light = {"take": ("part", "in"), "put": ("end", "to"), "make": ("use", "of")}
    thing, word = light.get(head.lemma_.lower(), ("", ""))
    return prep.lower_ == word and any(
        c.dep_ == "dobj" and c.lemma_.lower() == thing for c in head.children
    )


def meant(head: Any) -> Any:
    """What "them" is in "closed the gates and will reopen them": the object of the verb before."""
    pronoun = next(
        (c for c in head.children if c.dep_ == "dobj" and c.lower_ in ("it", "them")), None
    )
    if pronoun is None or head.dep_ != "conj":
        return None
    things = [c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")]
    fits = [t for t in things if t.tag_ == ("NNS" if pronoun.lower_ == "them" else "NN")]
    return fits[0] if len(fits) == 1 and len(things) == 1 else None


def tells_amount(prep: Any, inside: set[int]) -> bool:
    """ "By half", "by 5 percent", "raise the levy to 25 percent"."""
    to = prep.lower_ == "to" and prep.head.lemma_.lower() in CHANGES
    return (prep.lower_ == "by" or to) and any(
        c.i in inside
        and (
            c.pos_ == "NUM"
            or c.lemma_.lower() in SHARES
            or any(g.pos_ == "NUM" for g in c.children)
        )
        for c in prep.children
    )


def counted(noun: Any) -> list[Any]:
    return [c for c in noun.children if c.pos_ == "NUM" or c.dep_ == "det"]
