"""What another has to do before a thing that the speaker is ready for: “we are ready to pull back,
but Velm has to open the road”. No word marks it as a condition but "ready" and the duty."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause, asks
from firstmove.reading.lexicon.markers import MAX_BARE_WORDS, ONLY_IF, STATES
from firstmove.reading.parsing.predicates import Token, children
from firstmove.reading.parsing.verb_acts import is_obliged

_READY = frozenset("ready willing prepared".split())
_NOBODY = frozenset("i we it there that this".split())
_MINDED = STATES | {"act", "understand", "remember", "see", "recognise", "recognize", "decide"}
_REACH = 12  # words from "but" to the verb


def ready_but(tokens: list[Token]) -> Iterator[Clause]:
    """The conditions of this sort in one sentence, in order."""
    if asks(tokens):
        return
    for at, token in enumerate(tokens):
        if token.lower_ != "but" or token.dep_ != "cc":
            continue
        governor = _readied(tokens[:at])
        near = tokens[at + 1 : at + _REACH]
        duty = next((t for t in near if t.pos_ in ("VERB", "AUX") and is_obliged(t)), None)
        if governor is None or duty is None:
            continue
        doer = next(iter(children(duty, "nsubj")), None)
        deed = next(iter(children(duty, "xcomp")), duty)
        if deed.lemma_.lower() in _MINDED:
            continue  # "but the world must know that …"
        if doer is None or doer.left_edge.i != token.i + 1 or doer.lower_ in _NOBODY:
            continue
        words = [token]
        for word in tokens[at + 1 : at + 1 + MAX_BARE_WORDS]:
            if word.i > duty.right_edge.i or (word.is_punct and word.text not in "-'’%"):
                break
            words.append(word)
        if len(words) > 3:
            yield Clause(ONLY_IF, tuple(words), 1, duty, governor)


def _readied(before: list[Token]) -> Token | None:
    """What the speaker is ready for: the nearest infinitive under "ready", with no denial."""
    for token in reversed(before):
        if token.text in ".!?;”":
            return None
        ready = token.head
        if token.tag_ == "VB" and ready.lower_ in _READY and token.dep_ == "xcomp":
            denied = children(ready, "neg") or children(ready.head, "neg")
            return None if denied else token
    return None
