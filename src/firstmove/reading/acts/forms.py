"""Forms that set the words of an act apart: small clauses, measures, idioms with a preposition."""

from __future__ import annotations

from typing import Any

from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.people.somebody import LOCAL_BODIES

# Verbs that name an act by themselves.
WHOLE_ACTS = frozenset(
    """abdicate abstain agree appeal appear apologise apologize attack attend back campaign comply
    concede cooperate disarm escalate evacuate intervene invade leave mediate meet mobilise mobilize
    negotiate obey participate pay protest quit react reciprocate reconcile refuse resign respond
    retaliate retreat return revolt run sail sign step strike sue surrender talk testify vote
    withdraw yield""".split()
)
# Of these things "in" says of what, and "by" how much.
CHANGES = frozenset(
    "cut rise raise increase decrease reduce reduction lower change drop hike share".split()
)
SHARES = frozenset("half third quarter fifth tenth percent % cent".split())


def is_small_clause(head: Any) -> bool:
    """ "Wants the levy raised", "the closure put off": its subject is what it is done to."""
    below = {c.dep_ for c in head.children}
    first = head
    while first.dep_ == "conj":  # "… and the border closed"
        own = [c for c in first.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
        beside = [c for c in first.head.children if c.i < first.i and c.tag_ == "VBN"]
        if own and first.head.lemma_ == "want" and any(is_small_clause(c) for c in beside):
            return not below & {"aux", "dobj", "xcomp", "ccomp"}
        first = first.head
    return bool(
        head.tag_ in ("VBN", "VBD")
        and first.dep_ in ("ccomp", "xcomp")
        and first.head.tag_.startswith("VB")
        and first.head.lemma_ in ("want", "need", "like", "see", "prefer")
        and "aux" not in below
        and "dobj" not in below
    )


def came(head: Any) -> bool:
    """ "Appear before the committee", not "appear to be late"; "look at the rate"."""
    said = ("acomp", "oprd", "attr", "xcomp", "ccomp")
    if any(c.dep_ in said for c in head.children):
        return False
    at = any(c.dep_ == "prep" and c.lower_ in ("at", "into") for c in head.children)
    stays = any(c.dep_ == "prep" and c.lower_ in ("in", "on", "with") for c in head.children)
    return (
        head.lemma_ == "appear"
        or (head.lemma_ == "look" and at)
        or (head.lemma_ == "remain" and stays)
    )


def is_past_unreal(head: Any) -> bool:
    """ "Would have sold it", "should have resigned": no act to come."""
    aux = [c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")]
    return "have" in aux[1:] and bool({"would", "could", "should", "might"} & set(aux))


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


# Behind these prepositions stands what tells one act of a verb from another; with no verbs, of any.
_TELLING: dict[str, tuple[frozenset[str], frozenset[str] | None]] = {
    "in": (frozenset("hold find put".split()), frozenset("contempt breach custody".split())),
    "by": (frozenset(), frozenset("air boat lorry plane rail river road sea ship train".split())),
    "into": (frozenset("enshrine turn write".split()), None),
    "before": (frozenset("bring".split()), None),
    "with": (frozenset("answer counter replace".split()), None),
    "on": (frozenset("bring get take".split()), frozenset({"board"})),
    "to": (frozenset("apply expand extend limit restrict".split()), None),
}


def lands_on(head: Any, prep: Any) -> bool:
    """ "Put a duty on steel", "hold her in contempt": on what, or in what state."""
    taxed = head.lemma_.lower() in ("put", "impose", "slap", "levy", "place")
    taxed = taxed and any(c.dep_ in ("dobj", "nsubjpass") for c in head.children)
    taxed = taxed or (head.lemma_.lower() == "spend" and prep.i > head.i + 1)
    if prep.lower_ in ("on", "upon") and taxed:
        return True
    if prep.lower_ not in _TELLING:
        return False
    verbs, things = _TELLING[prep.lower_]
    fits = things is None or any(c.lower_ in things for c in prep.children)
    return fits and (not verbs or head.lemma_.lower() in verbs)


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


_LIGHT = frozenset(
    (
        ("take", "part", "in"),
        ("put", "end", "to"),
        ("make", "use", "of"),
        ("make", "exception", "for"),
        ("make", "room", "for"),
        ("make", "way", "for"),
    )
)


def goes_on(head: Any, prep: Any) -> bool:
    """ "Take part in the talks", "put an end to the siege": the object alone tells nothing."""
    told = [c.lemma_.lower() for c in head.children if c.dep_ == "dobj"]
    return any((head.lemma_.lower(), thing, prep.lower_) in _LIGHT for thing in told)


_NO_THINGS = frozenset("part thing time way".split())
_SOMEBODY = BODIES | LOCAL_BODIES | PEOPLE | _NO_THINGS


def done_to_it(head: Any) -> Any:
    """The "it" or "them" that something is done to."""
    told = (c for c in head.children if c.dep_ == "dobj" and c.lower_ in ("it", "them"))
    return next(told, None)


def meant(head: Any) -> Any:
    """What "them" is in "closed the gates and will reopen them": the object of the verb before, or
    the only thing of that number that the sentence tells before it."""
    pronoun = done_to_it(head)
    if pronoun is None:
        return None
    tag = "NNS" if pronoun.lower_ == "them" else "NN"
    if head.dep_ == "conj":
        things = [c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")]
        fits = [t for t in things if t.tag_ == tag]
        if len(fits) == 1 and len(things) == 1:
            return fits[0]
    told = [t for t in pronoun.sent if t.i < pronoun.i and t.tag_ == tag and _is_thing(t)]
    return told[0] if len(told) == 1 else None


def _is_thing(noun: Any) -> bool:
    """What something can be done to: no time, no part of a name, nobody, nor those who say so."""
    word = noun.lemma_.lower()
    if noun.ent_type_ in ("DATE", "TIME") or noun.dep_ in ("compound", "npadvmod", "nmod"):
        return False
    if noun.dep_ == "nsubj" and any(c.dep_ == "ccomp" for c in noun.head.children):
        return False
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "NUM":
        return False  # "two of the gates"
    return word not in (_SOMEBODY if noun.tag_ == "NN" else _NO_THINGS)


def tells_amount(prep: Any, inside: set[int]) -> bool:
    """ "By half", "by 5 percent", "raise the levy to 25 percent"."""
    to = prep.lower_ == "to" and prep.head.lemma_.lower() in CHANGES
    return (prep.lower_ == "by" or to) and any(
        c.i in inside
        and (
            c.pos_ == "NUM"
            or c.lemma_.lower() in SHARES
            or any(g.pos_ == "NUM" for g in c.subtree if g.i < c.i)
        )
        for c in prep.children
    )


def per_cent(number: Any, inside: set[int]) -> list[Any]:
    """ "Per cent" behind "5", parsed as its preposition."""
    after = number.doc[number.i + 1 : number.i + 3]
    told = number.pos_ == "NUM" and [t.lower_ for t in after] == ["per", "cent"]
    return [t for t in after if t.i in inside] if told else []


def objects_of(verb: Any, inside: set[int]) -> list[Any]:
    """The things that one verb is told of, where each is set apart: "back the bill and the budget";
    none where it is one."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i in inside]
    if len(things) != 1:
        return []
    joined = [c for c in things[0].conjuncts if c.i in inside and c.i > things[0].i]
    every = [*things, *joined]
    apart = all(c.pos_ == "NOUN" and any(d.dep_ == "det" for d in c.children) for c in every)
    return every if joined and apart else []


def counted(noun: Any) -> list[Any]:
    return [c for c in noun.children if c.pos_ == "NUM" or c.dep_ == "det"]


def left_so(verb: Any, thing: Any) -> Any:
    """ "Keep the road to the post blocked", parsed as the post that was blocked."""
    if verb.lemma_.lower() not in ("hold", "keep", "leave"):
        return None
    behind = [t for t in verb.subtree if t.i > thing.i]
    comma = next((t.i for t in behind if t.is_punct), len(thing.doc))
    below = [t for t in behind if t.tag_ == "VBN" and t.dep_ == "acl" and t.i < comma]
    ends = below and below[0].head.i == below[0].i - 1
    return below[0] if ends and not any(c.dep_ == "agent" for c in below[0].children) else None


def whole_act(noun: Any) -> str:
    """ "Ruled out voting for it": the verb of a noun in "-ing" that is told of nothing else and
    tells an act by itself; "" for others ("the voting", "funding for schools")."""
    alone = all(c.dep_ in ("prep", "punct", "cc", "conj") for c in noun.children)
    if noun.tag_ != "NN" or not noun.lower_.endswith("ing") or not alone:
        return ""
    stem = noun.lower_[:-3]
    twice = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return next((v for v in (stem, stem + "e", twice) if v in WHOLE_ACTS), "")
