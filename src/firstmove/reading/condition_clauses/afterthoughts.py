"""Conditions that take back a part of what was granted: "…, but not before the ban is lifted".

kind      form
only_if   but/and not before, until, unless; "when they leave, and not before"
unless    but/and not while, when, if, as long as
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.condition_clauses.clause import Clause, ahead
from firstmove.reading.lexicon.markers import (
    CONSENTS,
    FINITE,
    GIVEN_UP,
    IF,
    MANNERS,
    MAX_BARE_WORDS,
    ONLY_IF,
    UNLESS,
)
from firstmove.reading.parsing.predicates import SUBJECTS, Token, children
from firstmove.statement import ConditionKind

_FINITE = FINITE | {"VBD"}
_NOT = (("not",), ("never",))
_WORDS: dict[tuple[str, ...], ConditionKind] = {
    ("before",): ONLY_IF,
    ("until",): ONLY_IF,
    ("till",): ONLY_IF,
    ("unless",): ONLY_IF,
    ("without",): ONLY_IF,
    ("while",): UNLESS,
    ("when",): UNLESS,
    ("if",): UNLESS,
    ("as", "long", "as"): UNLESS,
    ("so", "long", "as"): UNLESS,
}
_JOINTS = frozenset({"but", "and", "though", "although"})


def afterthoughts(tokens: list[Token]) -> Iterator[Clause]:
    """The conditions of this sort in one sentence, in order."""
    for at, token in enumerate(tokens):
        if at < 2 or (token.lower_,) not in _NOT or tokens[at - 1].lower_ not in _JOINTS:
            continue
        for marker, kind in _WORDS.items():
            if tuple(t.lower_ for t in tokens[at + 1 : at + 1 + len(marker)]) == marker:
                clause = _clause(tokens, at, 1 + len(marker), kind)
                if clause is not None:
                    yield clause


def not_before(clause: Clause) -> Clause:
    """ "when the troops leave, and not before": only then."""
    last = clause.words[-1]
    doc, sent = last.doc, last.sent
    told = [t for t in (*clause.words, *doc[last.i + 1 : sent.end][:4]) if not t.is_punct]
    for at in range(clause.marker + 1, len(told) - 2):
        if [t.lower_ for t in told[at : at + 3]] != ["and", "not", "before"]:
            continue
        behind = told[at + 2].i + 1
        if behind < sent.end and not doc[behind].is_punct:
            break  # "and not before they leave"
        words = [t for t in clause.words if t.i < told[at].i]
        while words[-1].is_punct:
            words.pop()
        kind = ONLY_IF if clause.kind is IF else clause.kind
        return replace(clause, words=tuple(words), kind=kind)
    return clause


def _clause(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    words = list(tokens[at : at + size])
    for token in tokens[at + size : at + size + MAX_BARE_WORDS]:
        if token.is_punct and token.text not in "-'’%":
            break
        words.append(token)
    rest = words[size:]
    head = next((t for t in rest if _is_told(t)), None)
    if head is None and words[size - 1].lower_ == "without":
        # "but not without a second doctor"
        things = (t for t in rest if t.dep_ == "pobj" and t.head.i == words[size - 1].i)
        head = next((t for t in things if t.lemma_.lower() not in MANNERS), None)
    governor = _granted(tokens[:at])
    if head is None or governor is None:
        return None
    own = [s for s in children(head, *SUBJECTS) if s in rest]
    return Clause(kind, tuple(words), size, head, governor, parsed=bool(own))


def _is_told(token: Token) -> bool:
    """The verb of the clause, or what another gives or does: "the release", "approval"."""
    if token.pos_ == "NOUN":
        given = token.lemma_.lower() in GIVEN_UP | CONSENTS
        return given and token.dep_ in ("pobj", "conj")
    if token.dep_ in ("aux", "auxpass") or token.pos_ not in ("VERB", "AUX"):
        return False
    return token.tag_ in _FINITE or any(
        a.tag_ in _FINITE for a in children(token, "aux", "auxpass")
    )


def _granted(before: list[Token]) -> Token | None:
    """The act to come that stands nearest before it: "would end its blockade, but …"."""
    for token in reversed(before):
        if token.text in ".!?;”":
            return None
        verb = token.pos_ == "VERB" and token.dep_ not in ("aux", "auxpass")
        if verb and (ahead(token) or any(_is_ready(a) for a in (token.head, token.head.head))):
            return token
    return None


def _is_ready(token: Token) -> bool:
    """ "is prepared to free them", "is ready to": an adjective that an act to come hangs on."""
    return bool(token.pos_ in ("ADJ", "VERB") and token.lemma_.lower() in _READY)


_READY = frozenset("ready willing prepared prepare open able free happy allow agree want".split())
