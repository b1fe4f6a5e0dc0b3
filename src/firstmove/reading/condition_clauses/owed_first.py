"""What another has to do before the speaker does its part.

kind      form
only_if   "Velm has to free the crew before we open the lock"; "must withdraw before it would sign"

Not conditions: what the other does later itself ("must clear the road before it can return").
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause, asks
from firstmove.reading.lexicon.markers import MAX_WORDS, ONLY_IF
from firstmove.reading.parsing.predicates import SUBJECTS, Token, children
from firstmove.reading.parsing.verb_acts import is_future, is_obliged

_BEFALLING = frozenset("fall get have lose need run see suffer".split())
_OURS = ("we", "i")
_ITS = ("it", "he", "she", "they", *_OURS)


def owed_first(tokens: list[Token]) -> Iterator[Clause]:
    """ "It must withdraw before we would sign": we sign only if it withdraws."""
    if asks(tokens):
        return
    for before in tokens:
        main = before.head
        if before.lower_ != "before" or before.dep_ != "mark" or main.dep_ != "advcl":
            continue
        owed = main.head
        top = owed.head if owed.dep_ == "xcomp" else owed
        doers = children(top, *SUBJECTS)
        if not (is_obliged(owed) or is_obliged(top)) or not doers or not _is_own_part(main):
            continue
        if doers[0].lower_ in ("there", *_OURS):
            continue
        apart = {t.i for t in main.subtree}
        first = doers[0].left_edge.i
        words = [t for t in tokens if first <= t.i <= top.right_edge.i and t.i not in apart]
        while words and words[-1].is_punct:
            words.pop()
        if 2 < len(words) <= MAX_WORDS:
            yield Clause(ONLY_IF, tuple(words), 0, owed, main)


def _is_own_part(main: Token) -> bool:
    """ "Before it would open it", "before we open it"; not "before it can open"."""
    doer = next(iter(children(main, "nsubj")), None)
    if doer is None or doer.lower_ not in _ITS or main.lemma_.lower() in _BEFALLING:
        return False
    return is_future(main) or (doer.lower_ in _OURS and main.tag_ in ("VBP", "VB"))
