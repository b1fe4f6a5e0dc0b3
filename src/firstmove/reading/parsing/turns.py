"""Whose turn it is: "it is up to Tarn to act", "the onus is on Tarn", "the first step must come
from Tarn". Who is to act is told otherwise than as the subject of the act."""

from __future__ import annotations

from firstmove.reading.parsing.predicates import Token, children
from firstmove.reading.parsing.verb_acts import is_obliged, with_to

_DUTIES = frozenset("burden duty obligation onus responsibility task".split())
# "Responsibility for the raid lies with Tarn" blames, "the burden falls on Tarn" does not ask; with
# an act to do they oblige.
_ALSO_BLAME = frozenset("responsibility duty obligation task".split())
_RESTING = frozenset("be fall lie rest remain".split())
_ON = ("on", "upon", "with", "to")
_STEPS = {
    "initiative": "take",
    "step": "take",
    "concession": "make",
    "gesture": "make",
    "move": "make",
    "signal": "give",
}
_FIRST = frozenset("first initial next opening".split())


def on_whom(verb: Token, *, owed: bool = True) -> Token | None:
    """Who is to act, by a clause that tells whose turn it is; None for other clauses.

    ``owed``: not of a step that came, or would come, from somebody.
    """
    if verb.lemma_ in ("have", "need"):  # "had to come from Tarn"
        verb = next((c for c in children(verb, "xcomp") if with_to(c)), verb)
    topic = _topic(verb)
    if topic is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    verb_word = verb.lemma_.lower()
    if topic.lower_ == "it":
        if verb_word == "be":
            return _turn(verb) or _up_to(verb) or _incumbent(verb)
        return _behind(verb, "with", "to") if verb_word in _RESTING and _act(verb) else None
    word = topic.lemma_.lower()
    if word in _DUTIES and verb_word in _RESTING:
        plain = word not in _ALSO_BLAME and verb_word == "be"
        return _behind(verb, *_ON) if plain or _act(verb) else None
    if word == "ball" and verb_word in _RESTING:
        return next((who for side in _objects(verb, "in") if (who := _owner(side))), None)
    if step_of(verb) is None:
        return None
    if verb_word == "come":
        return _behind(verb, "from") if is_obliged(verb) or not owed else None
    theirs = (c for c in children(verb, "attr") if any(p.tag_ == "POS" for p in c.children))
    return next(theirs, None) or _up_to(verb) or _behind(verb, "with")


def let_act(verb: Token) -> Token | None:
    """ "Send" of "let them send the coal": what another is told to do.

    None for "let us talk", and where somebody is to let it happen: "let the boats leave"."""
    first = verb.head if verb.dep_ == "conj" else verb
    if verb.lemma_ != "let" or any(t.tag_ != "VB" or _is_led(t) for t in (verb, first)):
        return None
    for below in children(verb, "ccomp", "xcomp"):
        doer = next(iter(children(below, "nsubj")), None)
        if doer is not None and (doer.tag_ == "NNP" or doer.lower_ in ("her", "him", "them")):
            return below
    return None


def _is_led(verb: Token) -> bool:
    return bool(children(verb, "nsubj", "aux"))


def step_of(verb: Token) -> Token | None:
    """ "The first step" in "the first step must come from Tarn", "the next move is Tarn's"."""
    topic = _topic(verb)
    if topic is None or verb.lemma_.lower() not in _RESTING | {"come"}:
        return None
    word = topic.lemma_.lower()
    first = word == "initiative" or any(c.lower_ in _FIRST for c in topic.children)
    return topic if first and word in _STEPS else None


def goes_first(verb: Token) -> bool:
    """ "Moved first", "takes the first step"; not "takes the first step towards closing it"."""
    first = any(c.lower_ == "first" for c in children(verb, "advmod"))
    if verb.lemma_.lower() in ("act", "blink", "go", "move"):
        return first and not children(verb, "prep", "dobj")
    return any(
        thing.lemma_.lower() in _STEPS
        and any(c.lower_ in _FIRST for c in thing.children)
        and not children(thing, "prep")
        for thing in children(verb, "dobj")
    )


def deed_of(step: Token) -> str:
    """ "Take" for "the first step", "make" for "the next move"."""
    return _STEPS[step.lemma_.lower()]


def _topic(verb: Token) -> Token | None:
    """The subject, also of "had" in "had to come"."""
    own = children(verb, "nsubj")
    if not own and verb.dep_ == "xcomp":
        own = children(verb.head, "nsubj")
    return own[0] if own else None


def _act(verb: Token) -> Token | None:
    """The infinitive of what is to be done."""
    return next((c for c in children(verb, "xcomp", "advcl", "acl", "ccomp") if with_to(c)), None)


def _objects(verb: Token, *preps: str) -> list[Token]:
    return [
        thing
        for prep in children(verb, "prep", "dative")
        if prep.lower_ in preps
        for thing in children(prep, "pobj")
    ]


def _behind(verb: Token, *preps: str) -> Token | None:
    return next(iter(_objects(verb, *preps)), None)


def _up_to(verb: Token) -> Token | None:
    ups = (c for c in verb.children if c.lower_ == "up")
    return next((who for up in ups if (who := _behind(up, "to"))), None)


def _turn(verb: Token) -> Token | None:
    turns = (c for c in children(verb, "attr") if c.lower_ == "turn")
    return next((who for turn in turns if (who := _owner(turn))), None)


def _incumbent(verb: Token) -> Token | None:
    told = (c for c in children(verb, "acomp") if c.lower_ == "incumbent")
    return next((who for duty in told if (who := _behind(duty, "on", "upon"))), None)


def _owner(noun: Token) -> Token | None:
    """ "Tarn" in "Tarn's court", "the court of Tarn"."""
    return next(iter(children(noun, "poss")), None) or _behind(noun, "of")
