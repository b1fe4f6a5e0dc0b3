"""The words of an act: cut to those that tell one act from another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from firstmove.reading.acts.forms import (
    CHANGES,
    SHARES,
    came,
    counted,
    ending,
    for_whom,
    goes_on,
    is_hold,
    is_infinitive,
    is_object,
    is_small_clause,
    lands_on,
    meant,
    per_cent,
    tells_amount,
)
from firstmove.reading.acts.render import MAX_WORDS, rendered

# What a sentence says about a thing without anybody doing anything.
STATIVE = frozenset("be seem appear remain become look sound feel mean".split())
DROPPED = frozenset("relcl acl advcl appos punct mark cc preconj npadvmod parataxis".split())
KEPT = frozenset("det amod compound nummod poss case neg quantmod advmod nmod predet".split())
OBJECTS = ("dobj", "obj", "attr", "oprd", "dative")
TAILS = ("of", "on", "to", "with", "from", "at", "over")  # prepositions that tell things apart
# Verbs that say little without where their object is to go: "take X to court".
PLACING = frozenset("bring hand lead put refer send submit take turn".split())
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
    "aside",
    "apart",
    "ashore",
    "through",
    "free",
)
# Who is let, made or helped to do what: the label needs both ("let the trains pass").
LETTING = frozenset("let help make allow permit enable".split())
# Where somebody or something goes is part of the act: "pull its troops out of the town".
MOVING = frozenset(
    "take pull withdraw move remove evacuate relocate transfer haul drive let keep".split()
)
# Open or closed to whom, and when by the clock, tells one act from another.
OPENING = frozenset("open close shut reopen".split())
# Of these "for" says of what.
PLANNED = frozenset("plan bid push project".split())
# Of these the infinitive says to what: "the right to fish".
LEAVES = frozenset("access freedom leave licence license permission permit right".split())
OUT_OF = ("out", "from", "to", "into", "away", "back")
TIMES = ("during", "since", "after", "before", "as")


@dataclass(frozen=True, slots=True)
class Label:
    """``head`` is the verb or noun of the act, ``doer`` a subject found inside a noun phrase."""

    head: Any
    tokens: tuple[Any, ...]
    text: str
    doer: Any = None
    over: bool = False  # of what is to end

    @property
    def thing(self) -> bool:
        """A noun phrase without a verb."""
        return not self.over and self.head.pos_ not in ("VERB", "AUX") and self.head.tag_ != "VBG"


def label_of(head: Any, subject: Any, inside: set[int], *, with_subject: bool) -> Label | None:
    """The label of the act at ``head``; None where there is none ("it", "is important").

    ``inside`` holds the token numbers that may be used. ``with_subject``: in a condition a state
    of things is an act too ("the signals are serious"): what has to come about.
    """
    doer = None
    if (gerund := _gerund(head, inside)) is not None:
        # "the importance of the other side taking the step", parsed as one noun phrase
        doer, verb = gerund
        tokens = [verb, *(t for t in _phrase(head, inside) if t.i > verb.i)]
        head = verb
    else:
        tokens = _tokens(head, subject, inside, with_subject)
    if not any(
        t.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") or t.ent_type_ == "MONEY" for t in tokens
    ):
        return None
    text = rendered(head, tokens)
    return Label(head, tuple(tokens), text, doer) if text else None


def ended(head: Any, subject: Any, inside: set[int], *, must: bool) -> Label | None:
    """ "The subsidies are gone", "the flights must stop": to end them, whoever can; None where the
    clause tells no end of a thing set apart ("the", "its")."""
    verb = ending(head, must=must)
    if not verb or subject is None or subject.i not in inside or subject.pos_ != "NOUN":
        return None
    tokens = _phrase(subject, inside)
    if not any(c.dep_ in ("det", "poss") and c.i in inside for c in subject.children):
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    if owner is not None:  # "Arvel's flights must stop"
        tokens = [t for t in tokens if t.i > owner.right_edge.i]
    text = rendered(subject, tokens)
    whole = sorted({t.i: t for t in (*tokens, head)}.values(), key=lambda t: t.i)
    return Label(head, tuple(whole), f"{verb} {text}", owner, over=True)


def is_joined(noun: Any, inside: set[int]) -> bool:
    """Whether a noun and what "and" joins to it are short enough to stay one label."""
    joined = [c for c in noun.children if c.dep_ in ("cc", "conj") and c.i in inside]
    if noun.pos_ not in ("NOUN", "PROPN") or not joined:
        return False
    if counted(noun) and any(counted(c) for c in joined if c.dep_ == "conj"):
        return False  # "a delay and a hearing" are two things
    last = max(t.i for t in joined[-1].subtree if t.i in inside)
    first = min(t.i for t in _phrase(noun, inside, joined=False))
    return bool(last - first < MAX_WORDS)


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


def _tokens(head: Any, subject: Any, inside: set[int], with_subject: bool) -> list[Any]:
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return _phrase(head, inside)
    if head.pos_ == "PRON":
        return []
    if head.lemma_ in STATIVE and not came(head):
        if not with_subject:
            return []
        rest = [
            t
            for c in head.children
            if c.i in inside and c.dep_ in ("acomp", "attr", "neg", "prep")
            for t in (c, *(_phrase(c, inside) if c.dep_ in ("attr", "prep") else ()))
        ]
        before = _phrase(subject, inside) if subject is not None and subject.i in inside else []
        return sorted({t.i: t for t in (*before, head, *rest)}.values(), key=lambda t: t.i)
    kept = {head.i: head}
    has_object = False
    for tail in head.children:
        if tail.dep_ in ("prep", "dative") and tail.i in inside and tail.i > head.i:
            to = tail.lower_ == "to" and head.lemma_.lower() in PLACING
            to = to or (head.lemma_.lower() in OPENING and for_whom(tail))
            to = to or (head.lemma_.lower() == "put" and is_hold(tail))
            to = to or lands_on(head, tail)
            away = head.lemma_.lower() in MOVING and tail.lower_ in OUT_OF
            if to or away or tells_amount(tail, inside) or goes_on(head, tail):
                kept.update({t.i: t for t in _tail(tail, inside)})
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "nsubjpass" and child.pos_ == "PRON" and _given(head, inside):
            continue  # "it is given a quota", "it is paid for the power": who gets it
        ahead = child.lower_ == "ahead" and head.lemma_.lower() in ("go", "press", "push", "move")
        if child.dep_ == "prt" or (child.dep_ == "advmod" and (child.lower_ in WAYS or ahead)):
            kept[child.i] = child
            for thing in child.children:  # "calls off the ballot", parsed as off the ballot
                if thing.dep_ == "pobj" and thing.i in inside:
                    has_object = True
                    kept.update({t.i: t for t in _phrase(thing, inside)})
        elif (
            child.dep_ in (*OBJECTS, "nsubjpass")
            or is_object(child, head)
            or (child.dep_ == "nsubj" and is_small_clause(head))
        ):
            has_object = True
            kept.update({t.i: t for t in _phrase(child, inside)})
        elif child.dep_ in ("acomp", "xcomp") and child.tag_ in ("JJ", "VBN"):
            kept[child.i] = child  # "keep the road closed"
    if (before := meant(head)) is not None:
        has_object = True
        kept = {i: t for i, t in kept.items() if t.dep_ != "dobj" or t.pos_ != "PRON"}
        kept.update({t.i: t for t in _phrase(before, {t.i for t in before.sent})})
    if head.lemma_.lower() in LETTING:
        kept.update({t.i: t for t in _let(head, inside)})
    elif not has_object:
        kept.update({t.i: t for t in _first_complement(head, inside)})
        if with_subject and subject is not None and subject.pos_ != "PRON":
            kept.update({t.i: t for t in _phrase(subject, inside)})
    return sorted(kept.values(), key=lambda t: t.i)


def _by_people(prep: Any) -> bool:
    told = [c for c in prep.children if c.dep_ == "pobj"]
    return prep.lower_ == "by" and bool(told) and told[0].tag_ == "NNS" and not counted(told[0])


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


def _tail(prep: Any, inside: set[int]) -> list[Any]:
    """A preposition with what it is of: "out of the town"; not a time, not a pronoun."""
    found: list[Any] = []
    for child in prep.children:
        when = child.ent_type_ in ("DATE", "TIME") and child.lemma_.lower() not in SHARES
        when = when and not for_whom(prep)
        if child.i not in inside or child.pos_ == "PRON" or when:
            continue
        if child.dep_ == "pobj":
            found += _phrase(child, inside, depth=1)
        elif child.dep_ == "prep":
            found += _tail(child, inside)
    return [prep, *found] if found else []


def _let(head: Any, inside: set[int]) -> list[Any]:
    """ "Let ten trains pass": who is let, and what they are let do."""
    below = next((c for c in head.children if c.dep_ in ("ccomp", "xcomp") and c.i in inside), None)
    if below is None:
        done_to = any(c.dep_ in (*OBJECTS, "nsubjpass") for c in head.children)
        return [] if done_to else _first_complement(head, inside)
    found = [below, *(c for c in below.children if c.lower_ == "to" and c.dep_ == "aux")]
    for child in below.children:
        if child.dep_ in ("nsubj", *OBJECTS) and child.i in inside and child.pos_ != "PRON":
            found += _phrase(child, inside)
    return found


def _first_complement(head: Any, inside: set[int]) -> list[Any]:
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prep" and child.lower_ not in TIMES:
            inner = [c for c in child.children if c.dep_ == "pobj" and c.i in inside]
            # "respond to them" tells no more than "respond"; "of course" nothing at all
            if (
                inner
                and inner[0].pos_ != "PRON"
                and inner[0].lower_ != "course"
                and (inner[0].ent_type_ not in ("DATE", "TIME"))
            ):
                return [child, *_phrase(inner[0], inside)]
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            return [
                *[c for c in child.children if c.dep_ == "aux"],
                *_tokens(child, None, inside, False),
            ]
    return []


def _phrase(noun: Any, inside: set[int], depth: int = 0, joined: bool = True) -> list[Any]:
    """The noun with what tells it from others; no relative clause, no second prepositional tail."""
    kept = [noun] if noun.i in inside else []
    if noun.lemma_.lower() in CHANGES and noun.i + 1 < len(noun.doc) and noun.i + 1 in inside:
        after = noun.nbor()  # "dismissed a cut by half": parsed as a way to dismiss
        if after.head.i != noun.i and tells_amount(after, inside):
            kept += [after, *(c for o in after.children for c in (*counted(o), o))]
    tails = 0
    for child in noun.children:
        if child.i not in inside:
            continue
        if child.dep_ in ("relcl", "acl") and any(c.dep_ == "auxpass" for c in child.children):
            # "the ban to be lifted": without the verb the label would be the ban itself
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                kept += [c for c in child.children if c.dep_ in ("aux", "auxpass")] + [child]
            continue
        if joined and child.dep_ in ("cc", "conj") and is_joined(noun, inside):
            kept += [child] if child.dep_ == "cc" else _phrase(child, inside, depth)
            continue
        if child.dep_ == "acl" and noun.lemma_.lower() in LEAVES and is_infinitive(child):
            kept += [
                *(c for c in child.children if c.tag_ == "TO"),
                *_tokens(child, None, inside, False),
            ]
        if child.dep_ in DROPPED:
            continue
        if child.dep_ == "prep":
            of_change = noun.lemma_.lower() in CHANGES and (
                child.lower_ == "in" or tells_amount(child, inside)
            )
            planned = child.lower_ == "for" and noun.lemma_.lower() in PLANNED
            planned = planned or _by_people(child)  # "visits by foreign doctors"
            if depth or tails or not (child.lower_ in TAILS or of_change or planned):
                continue
            if any(c.ent_type_ in ("DATE", "TIME") for c in child.children):
                continue  # "negotiations on Tuesday"
            tails += 1
            kept.append(child)
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    kept += _phrase(inner, inside, depth + 1)
                    kept += per_cent(inner, inside)
        elif child.dep_ in KEPT:
            kept += [child, *[t for t in child.subtree if t.i in inside and t.dep_ != "punct"]]
    return sorted({t.i: t for t in kept}.values(), key=lambda t: t.i)
