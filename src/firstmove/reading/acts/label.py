"""The words of an act: cut to those that tell one act from another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from firstmove.reading.acts.anaphora import DO_SO, REFUSED, says_no, stands_for_act
from firstmove.reading.acts.brought_in import kept_from
from firstmove.reading.acts.forms import (
    came,
    ending,
    for_whom,
    goes_on,
    is_hold,
    is_object,
    is_small_clause,
    lands_on,
    left_so,
    meant,
    tells_amount,
    whole_act,
)
from firstmove.reading.acts.of_them import is_of_them, them
from firstmove.reading.acts.phrase import astray, phrase, tail
from firstmove.reading.acts.render import rendered
from firstmove.reading.acts.states import state
from firstmove.reading.acts.wanted_out import wanted_out
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.parsing.turns import deed_of, goes_first, on_whom, step_of

# What a sentence says about a thing without anybody doing anything.
STATIVE = frozenset("be seem appear remain become look sound feel mean".split())
OBJECTS = ("dobj", "obj", "attr", "oprd", "dative")
# Verbs that say little without where their object is to go: "take X to court".
PLACING = frozenset("bring hand lead put refer send submit take turn".split())
# What somebody gets with these tells one act from another: "supply the rebels with guns".
FURNISHING = frozenset("provide supply furnish equip arm replace".split())
WAYS = (
    "back",
    "out",
    "away",
    "up",
    "down",
    "off",
    "in",
    "over",
    "home",
    "alone",
    "aside",
    "apart",
    "ashore",
    "through",
    "free",
    "forward",
    "together",
)
# Who is let, made or helped to do what: the label needs both ("let the trains pass").
LETTING = frozenset("let help make allow permit enable".split())
# What these say is the act: "admit that its guards had fired first".
_OWNING_UP = frozenset(
    "acknowledge admit concede confess confirm declare recognise recognize".split()
)
# Where somebody or something goes is part of the act: "pull its troops out of the town".
MOVING = frozenset(
    "take pull withdraw move remove evacuate relocate transfer haul drive let keep".split()
)
# Open or closed to whom, and when by the clock, tells one act from another.
OPENING = frozenset("open close shut reopen".split())
# From where it comes tells one thing from another: "buy gas from Tarn".
TAKING_IN = frozenset(
    "accept admit ban block buy carry import order purchase receive ship take transit".split()
)
OUT_OF = ("out", "from", "to", "into", "away", "back", "across")
# "Of course", "on condition that", "in return": no way in which it is done.
NO_WAY = ("condition", "course", "exchange", "return")
_NO_MANNER = frozenset("earlier later likely longer more less rather sooner".split())
# What ends by the clock: "before his term ends".
RUNNING_OUT = frozenset("day month season summer tenure term week winter year".split())
_SELVES = frozenset("herself himself itself myself ourselves themselves yourself".split())
TIMES = ("during", "since", "after", "before", "as", "than")


@dataclass(frozen=True, slots=True)
class Label:
    """``head`` is the verb or noun of the act, ``doer`` a subject found inside a noun phrase."""

    head: Any
    tokens: tuple[Any, ...]
    text: str
    doer: Any = None
    deed: bool = False  # told by a noun that stands for a verb, or for what is to end

    @property
    def thing(self) -> bool:
        """A noun phrase without a verb."""
        return not self.deed and self.head.pos_ not in ("VERB", "AUX") and self.head.tag_ != "VBG"


def label_of(
    head: Any, subject: Any, inside: set[int], *, with_subject: bool, thing: Any = None
) -> Label | None:
    """The label of the act at ``head``; None where there is none ("it", "is important").

    ``inside`` holds the token numbers that may be used. ``with_subject``: in a condition a state
    of things is an act too ("the signals are serious"): what has to come about. ``thing``: which of
    several objects is meant.
    """
    if stands_for_act(head):
        before = _told_before(head, inside)
        told = None if before is None else label_of(before, None, inside, with_subject=False)
        return Label(head, (head,), DO_SO if told is None else told.text)
    if says_no(head):
        return Label(head, (head,), REFUSED)
    if is_of_them(head):
        meant_by = them(head)
        return None if meant_by is None else Label(head, (head,), f"{head.text} {meant_by.lower_}")
    doer = None
    if place := wanted_out(head, inside):
        return Label(head, (head, *place), f"leave {rendered(place[0], place)}", deed=True)
    if verb := whole_act(head):
        words = [head, *_first_complement(head, inside)]
        said = rendered(head, words).split(" ", 1)
        return Label(head, tuple(words), " ".join((verb, *said[1:])), deed=True)
    if (gerund := _gerund(head, inside)) is not None:
        # "the importance of the other side taking the step", parsed as one noun phrase
        doer, verb = gerund
        tokens = [verb, *(t for t in phrase(head, inside) if t.i > verb.i)]
        head = verb
    else:
        tokens = _tokens(head, subject, inside, with_subject, thing)
    if not any(
        t.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") or t.ent_type_ == "MONEY" for t in tokens
    ):
        return None
    if (
        any(t.tag_ in ("WDT", "WP$", "WRB") and t.i < head.i for t in tokens)
        or tokens[-1].tag_ == "MD"
    ):
        return None  # "whose ships were sent home" tells of the ships
    text = rendered(head, tokens)
    return Label(head, tuple(tokens), text, doer) if text else None


def _told_before(do_so: Any, inside: set[int]) -> Any:
    """ "Postponed" in "had postponed the vote once and would not do so again"."""
    joined = next((t for t in (do_so, *do_so.ancestors) if t.dep_ == "conj"), None)
    if joined is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in do_so.children):
        return None
    verb = joined.head
    done = any(c.dep_ == "dobj" for c in verb.children) and verb.i in inside
    return verb if done and verb.pos_ == "VERB" else None


def ended(head: Any, subject: Any, inside: set[int], *, must: bool) -> Label | None:
    """ "The subsidies are gone", "the flights must stop": to end them, whoever can; None where the
    clause tells no end of a thing set apart ("the", "its")."""
    verb = ending(head, must=must)
    if not verb or subject is None or subject.i not in inside or subject.pos_ != "NOUN":
        return None
    tokens = phrase(subject, inside)
    going_on = subject.lower_.endswith("ing")  # "pumping stopped"
    if not going_on and not any(
        c.dep_ in ("det", "poss") and c.i in inside for c in subject.children
    ):
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    if owner is not None:  # "Arvel's flights must stop"
        tokens = [t for t in tokens if t.i > owner.right_edge.i]
    text = rendered(subject, tokens)
    gone = [c for c in head.children if c.lower_ in ("gone", "over", "finished")]
    whole = sorted({t.i: t for t in (*tokens, head, *gone)}.values(), key=lambda t: t.i)
    return Label(head, tuple(whole), f"{verb} {text}", owner, deed=True)


def first_step(head: Any, inside: set[int]) -> Label | None:
    """ "The first step must come from Tarn": to take it, of Tarn."""
    step, who = step_of(head), on_whom(head, owed=False)
    if step is None or who is None or step.i not in inside:
        return None
    tokens = phrase(step, inside)
    whole = sorted({t.i: t for t in (*tokens, head)}.values(), key=lambda t: t.i)
    return Label(head, tuple(whole), f"{deed_of(step)} {rendered(step, tokens)}", who, deed=True)


def _gerund(head: Any, inside: set[int]) -> tuple[Any, Any] | None:
    """Doer and verb where a noun phrase hides a clause: a proper name, an -ing form, an object."""
    if head.pos_ != "NOUN":
        return None
    for verb in head.children:
        if verb.dep_ in ("amod", "compound") and verb.tag_ == "VBG" and verb.i in inside:
            doer = next(
                (
                    c
                    for c in head.children
                    if c.i == verb.i - 1 and c.pos_ == "PROPN" and c.i in inside
                ),
                None,
            )
            if doer is not None:
                return doer, verb
    return None


def _tokens(
    head: Any, subject: Any, inside: set[int], with_subject: bool, thing: Any = None
) -> list[Any]:
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return [*phrase(head, inside), *astray(head, inside)]
    if head.pos_ == "PRON":
        return []
    if head.lemma_ in STATIVE and not came(head):
        return state(head, subject, inside, with_subject=with_subject)
    kept = {t.i: t for t in (head, *head.children) if t is head or t.tag_ == "AFX"}
    has_object = False
    for prep in head.children:
        if prep.dep_ in ("prep", "dative") and prep.i in inside and prep.i > head.i:
            to = prep.lower_ == "to" and head.lemma_.lower() in PLACING
            to = to or (prep.lower_ == "with" and head.lemma_.lower() in FURNISHING)
            to = to or (head.lemma_.lower() in OPENING and for_whom(prep))
            to = to or (head.lemma_.lower() == "put" and is_hold(prep))
            to = to or lands_on(head, prep)
            to = to or _comes_from(head, prep)
            away = head.lemma_.lower() in MOVING and prep.lower_ in OUT_OF
            away = away or (head.lemma_.lower() == "let" and prep.lower_ == "through")
            away = away or _out_of(prep)
            if prep.lower_ == "from" and kept_from(head) is not None:
                kept.update({t.i: t for t in _kept_from(prep, inside)})
            if to or away or tells_amount(prep, inside) or goes_on(head, prep):
                kept.update({t.i: t for t in tail(prep, inside)})
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ in ("nsubjpass", "dative") and child.pos_ == "PRON" and _given(head, inside):
            continue  # "lent it staff", "it is paid for the power": who gets it
        ahead = child.lower_ == "ahead" and head.lemma_.lower() in ("go", "press", "push", "move")
        off = child.lower_ == "off" and head.lemma_.lower() in ("call", "put", "break", "lay")
        measured = any(c.dep_ == "npadvmod" for c in child.children)  # "38 miles away"
        if measured and child.lower_ == "away" and head.lemma_.lower() in MOVING:
            froms = [t for c in child.children if c.i > child.i for t in tail(c, inside)]
            kept.update({t.i: t for t in (child, *froms)})
        way = child.dep_ == "advmod" and (child.lower_ in WAYS or ahead) and not measured
        way = way and not (child.is_sent_start or child.text.istitle())  # "Together, we can …"
        if child.dep_ == "prt" or way or (child.dep_ == "prep" and off):
            kept[child.i] = child
            for off_it in child.children:  # "calls off the ballot", parsed as off the ballot
                if child.lower_ == "back" and off_it.lower_ == "to":  # "go back to work"
                    kept.update({t.i: t for t in tail(off_it, inside)})
                if off_it.dep_ == "pobj" and off_it.i in inside:
                    has_object = True
                    kept.update({t.i: t for t in phrase(off_it, inside)})
        elif (
            child.dep_ in (*OBJECTS, "nsubjpass")
            or is_object(child, head)
            or (child.dep_ == "nsubj" and is_small_clause(head))
        ):
            has_object = True
            meant_one = thing if thing is not None and child.dep_ == "dobj" else child
            kept.update({t.i: t for t in phrase(meant_one, inside)})
        elif child.dep_ in ("acomp", "xcomp", "oprd") and child.tag_ in ("JJ", "VBN"):
            kept[child.i] = child  # "keep the road closed"
        if (how := _in_what_way(child, head)) is not None:
            kept.update({t.i: t for t in how if t.i in inside})
        if child.dep_ == "dobj" and (kept_so := left_so(head, child)) is not None:
            kept[kept_so.i] = kept_so
        elif child.lower_ == "going" and head.lemma_.lower() == "keep" and child.i > head.i:
            kept[child.i] = child  # "keep the ward going"
            kept.update(
                {t.i: t for o in child.children for t in phrase(o, inside) if o.i < child.i}
            )
    if (before := meant(head)) is not None:
        has_object = True
        kept = {i: t for i, t in kept.items() if t.dep_ != "dobj" or t.pos_ != "PRON"}
        kept.update({t.i: t for t in phrase(before, {t.i for t in before.sent})})
    if head.lemma_.lower() in LETTING:
        kept.update({t.i: t for t in _let(head, inside)})
    elif not has_object or any(c.dep_ == "dobj" and c.lower_ in _SELVES for c in head.children):
        kept.update({t.i: t for t in _first_complement(head, inside)})
        if goes_first(head):
            kept.update({t.i: t for t in head.children if t.lower_ == "first" and t.i in inside})
        elif with_subject and subject is not None and subject.pos_ != "PRON":
            kept.update({t.i: t for t in phrase(subject, inside)})
    return sorted(kept.values(), key=lambda t: t.i)


def _in_what_way(adverb: Any, head: Any) -> list[Any] | None:
    """ "More slowly", "faster": without it, to fill the lake more slowly is to fill it."""
    if adverb.dep_ != "advmod" or adverb.i < head.i or adverb.lower_ in _NO_MANNER:
        return None
    more = [c for c in adverb.children if c.lower_ in ("more", "less") and c.dep_ == "advmod"]
    if adverb.tag_ == "RBR":
        return None if list(adverb.children) else [adverb]  # "no longer", "earlier this week"
    return [*more, adverb] if more and adverb.lower_.endswith("ly") else None


def _out_of(prep: Any) -> bool:
    """ "Get out of the race"."""
    return prep.lower_ == "out" and any(c.lower_ == "of" for c in prep.children)


def _kept_from(prep: Any, inside: set[int]) -> list[Any]:
    """ "From closing the port": what somebody is kept from doing is part of the act."""
    below = [c for c in prep.children if c.dep_ == "pcomp" and c.i in inside]
    return [prep, *(t for c in below for t in _tokens(c, None, inside, False))]


def _comes_from(head: Any, prep: Any) -> bool:
    """ "Carry gas from Tarn"."""
    where = any(c.pos_ == "PROPN" and c.ent_type_ != "PERSON" for c in prep.children)
    things = any(c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN" for c in head.children)
    return prep.lower_ == "from" and where and things and head.lemma_.lower() in TAKING_IN


def _given(head: Any, inside: set[int]) -> bool:
    paid = head.lemma_.lower() in ("pay", "compensate")
    return any(
        c.i in inside
        and (
            (c.dep_ == "dobj" and c.pos_ != "PRON")
            or (paid and c.dep_ == "prep" and c.lower_ == "for")
        )
        for c in head.children
    )


def _let(head: Any, inside: set[int]) -> list[Any]:
    """ "Let ten trains pass": who is let, and what they are let do."""
    below = next((c for c in head.children if c.dep_ in ("ccomp", "xcomp") and c.i in inside), None)
    if below is None:
        done_to = any(c.dep_ in (*OBJECTS, "nsubjpass") for c in head.children)
        return [] if done_to else _first_complement(head, inside)
    found = [below, *(c for c in below.children if c.lower_ == "to" and c.dep_ == "aux")]
    for child in below.children:
        one = child.dep_ == "nsubj" and child.pos_ == "PRON"  # "let it question them"
        if child.dep_ in ("nsubj", *OBJECTS) and child.i in inside and child.pos_ != "PRON":
            found += phrase(child, inside)
        elif one and child.i in inside and child.tag_ == "PRP":
            found.append(child)
        elif child.dep_ == "prt" and child.i in inside:
            found.append(child)  # "make it call off the strike"
    if not any(c.dep_ in OBJECTS for c in below.children):
        found += _first_complement(below, inside)
    return found


def _is_fronted(prep: Any, head: Any) -> bool:
    """ "For that reason alone, he would step down": said of the whole."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and prep.i < c.i < head.i for c in head.children)


def _acts(noun: Any) -> bool:
    """ "Calls to resign by the opposition": who calls."""
    named = noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    return named or noun.lemma_.lower() in BODIES | PEOPLE


def _first_complement(head: Any, inside: set[int]) -> list[Any]:
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prep" and child.lower_ not in TIMES and not _is_fronted(child, head):
            inner = [c for c in child.children if c.dep_ == "pobj" and c.i in inside]
            # "respond to them" tells no more than "respond"; "of course" nothing at all
            if (
                inner
                and inner[0].pos_ != "PRON"
                and inner[0].lower_ not in NO_WAY
                and inner[0].ent_type_ not in ("DATE", "TIME")
                and not (child.lower_ == "by" and _acts(inner[0]))
            ):
                return [child, *phrase(inner[0], inside)]
        if child.dep_ == "ccomp" and head.lemma_.lower() in _OWNING_UP:
            that = [c for c in child.children if c.dep_ == "mark" and c.lower_ == "that"]
            return [t for t in child.subtree if t.i in inside] if that else []
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            return [
                *[c for c in child.children if c.dep_ == "aux"],
                *_tokens(child, None, inside, False),
            ]
    return []
