"""The plain words of an act that the model is sure of, where the rules for labels find none.

“We will camp at it”, “the school would close”, “they would reopen it”: the verb with its particle,
its object, be it a pronoun, and the first words that tell where, to whom or how; of a thing that
does nothing by itself also the thing.
"""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.label import NO_WAY, Label
from firstmove.reading.acts.phrase import phrase
from firstmove.reading.acts.render import rendered

_OBJECTS = ("dobj", "obj", "dative", "attr", "oprd", "acomp", "nsubjpass")
_FURTHER = ("prep", "xcomp", "advmod", "ccomp")
_IN_TIME = ("DATE", "TIME")
_EMPTY = frozenset("also anyway either even ever never now only still then there too yet".split())
_LIGHT = frozenset("be do get go have let make put take".split())
_OPEN = ("ADP", "CCONJ", "DET", "PART", "SCONJ")  # what goes on behind them was cut off
MAX = 7  # words


def plain_label(head: Any, subject: Any, inside: set[int], *, of_a_thing: bool) -> Label | None:
    """Of the verb ``head``; ``inside`` holds the token numbers that may be used."""
    if head.pos_ not in ("VERB", "AUX"):
        return None
    kept = {head.i: head}
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prt":
            kept[child.i] = child
        elif child.dep_ in _OBJECTS or (child.dep_ == "nsubj" and _is_done(head)):
            kept.update({t.i: t for t in phrase(child, inside) or [child]})
    if of_a_thing and subject is not None and subject.i in inside and subject.i < head.i:
        kept.update({t.i: t for t in phrase(subject, inside)})
    if len(kept) < 2 or head.lemma_.lower() in _LIGHT:
        kept.update({t.i: t for t in _further(head, inside)})
    tokens = sorted(kept.values(), key=lambda t: t.i)[:MAX]
    while len(tokens) > 1 and tokens[-1].pos_ in _OPEN and tokens[-1].dep_ != "prt":
        tokens.pop()  # "sell the three old ferries of the"
    if any(t.tag_ in ("WDT", "WP$") and t.i < head.i for t in tokens):
        return None  # "whose ships were sent home" tells of the ships
    text = rendered(head, tokens)
    return Label(head, tuple(tokens), text) if text else None


def _is_done(verb: Any) -> bool:
    """ "Wants repairs done": done to what looks like its subject."""
    return verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _further(head: Any, inside: set[int]) -> list[Any]:
    for child in head.children:
        if child.i < head.i or child.i not in inside or child.dep_ not in _FURTHER:
            continue
        words = [t for t in child.subtree if t.i in inside]
        if any(c.lower_ in NO_WAY for c in child.children):
            continue
        if child.lower_ in _EMPTY or any(t.ent_type_ in _IN_TIME for t in words):
            continue
        return words[:5]
    return []
