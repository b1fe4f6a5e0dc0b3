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


def came(head: Any) -> bool:
    """ "Appear before the committee", not "appear to be late"."""
    said = ("acomp", "oprd", "attr", "xcomp", "ccomp")
    return head.lemma_ == "appear" and not any(c.dep_ in said for c in head.children)


_OVER = frozenset("gone over finished".split())
_CEASING = frozenset("cease end stop".split())


def ending(head: Any, *, must: bool) -> str:
    """The verb of what makes a state end: "the subsidies are gone", "once the siege is over", "the
    flights stop"; "" where nothing ends. ``must``: asked for, where "must go" ends it as well."""
    below = list(head.children)
    if head.lemma_ == "be":
        over = (c.lower_ in _OVER and c.dep_ in ("acomp", "advmod", "prep", "prt") for c in below)
        return "end" if any(over) else ""
    if head.lower_ == "gone" and any(c.lemma_ == "be" for c in below):
        return "end"
    if any(c.dep_ in ("dobj", "prt", "xcomp", "acomp", "nsubjpass") for c in below):
        return ""
    if head.lemma_ in _CEASING:
        return str(head.lemma_)
    return "end" if must and head.lemma_ == "go" and not _way(below) else ""


def _way(below: list[Any]) -> bool:
    return any(c.dep_ in ("prep", "advmod") and c.lower_ not in ("first", "now") for c in below)


def for_whom(prep: Any) -> bool:
    """ "Close the square to cars", "at night"."""
    told = [c for c in prep.children if c.dep_ == "pobj"]
    if not told:
        return False
    return (prep.lower_ == "to" and told[0].tag_ == "NNS") or (
        prep.lower_ == "at" and told[0].lower_ in ("night", "weekends")
    )


def is_hold(prep: Any) -> bool:
    return prep.lower_ == "on" and any(c.lemma_ in ("hold", "ice") for c in prep.children)


def lands_on(head: Any, prep: Any) -> bool:
    """ "Put a duty on steel", "hold her in contempt": on what, or in what state."""
    taxed = head.lemma_.lower() in ("put", "impose", "slap", "levy", "place")
    taxed = taxed and any(c.dep_ in ("dobj", "nsubjpass") for c in head.children)
    taxed = taxed or (head.lemma_.lower() == "spend" and prep.i > head.i + 1)
    held = head.lemma_.lower() in ("hold", "find", "put")
    into = any(c.lower_ in ("contempt", "breach", "custody") for c in prep.children)
    return (prep.lower_ in ("on", "upon") and taxed) or (prep.lower_ == "in" and held and into)


def is_infinitive(verb: Any) -> bool:
    """ "Calls to lift the levy", also where the clause is taken for a relative one."""
    relative = any(c.tag_ in ("WDT", "WP", "WRB") for c in verb.children)
    return not relative and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_joined_infinitive(verb: Any, before: Any) -> bool:
    """ "To scrap the shifts it brought in, and to hire nurses", parsed as a purpose."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == before.tag_ == "VB"
        and to is not None
        and to.i > before.i + 1
        and to.nbor(-1).lower_ in ("and", "or")
        and to.nbor(-1).head.i != before.i
    )


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


def per_cent(number: Any, inside: set[int]) -> list[Any]:
    """ "Per cent" behind "5", parsed as its preposition."""
    after = number.doc[number.i + 1 : number.i + 3]
    told = number.pos_ == "NUM" and [t.lower_ for t in after] == ["per", "cent"]
    return [t for t in after if t.i in inside] if told else []


def counted(noun: Any) -> list[Any]:
    return [c for c in noun.children if c.pos_ == "NUM" or c.dep_ == "det"]
