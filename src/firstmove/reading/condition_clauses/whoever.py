"""Conditions told by a subject: whoever does a thing meets with another.

kind      form
if        "whoever stays away will be dismissed"; "any nurse who is missing would be struck off";
          "any attempt to board her would be met with force"

Not conditions: a rule that holds now ("anyone who pays can enter"), a named circle ("those who
left will return"), a refusal ("no one who signs will be dismissed"), a blunt remark ("anybody who
thinks so was not there").
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.markers import IF, MAX_BARE_WORDS
from firstmove.reading.parsing.predicates import Token, children, is_negated
from firstmove.reading.parsing.verb_acts import is_future

_ANYBODY = words("anyone anybody everyone everybody")
_ANY = words("any every each")
# Acts told by a noun, and what follows from them.
_DEEDS = words(
    "attempt move effort attack strike breach violation incursion intrusion provocation raid step "
    "use interference delay cut closure sale increase repeat refusal failure retaliation levy"
)
_ANSWERS = words("meet answer treat bring trigger lead draw face prompt provoke end cost result")


def whoever(tokens: list[Token]) -> Iterator[Clause]:
    """The conditions of this sort in one sentence, in order."""
    for at, token in enumerate(tokens):
        word = token.lower_
        if word == "whoever":
            found = _free(tokens, at)
        elif word in _ANYBODY or word in _ANY:
            found = _of_any(tokens, at)
        else:
            continue
        if found is not None:
            yield found


def _free(tokens: list[Token], at: int) -> Clause | None:
    """ "Whoever stayed away after that would be struck off": the relative clause is the subject."""
    head = tokens[at].head
    if tokens[at].dep_ not in ("nsubj", "nsubjpass") or head.pos_ not in ("VERB", "AUX"):
        return None
    will = _will_after(tokens, at, head.i)
    return None if will is None else _told(tokens, at, 1, head, will)


def _of_any(tokens: list[Token], at: int) -> Clause | None:
    """ "Anyone who …", "any nurse who …", "any attempt to …"."""
    noun = tokens[at] if tokens[at].lower_ in _ANYBODY else tokens[at].head
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.i < tokens[at].i:
        return None
    if at and tokens[at - 1].lower_ in ("not", "without", "nor"):
        return None
    doing = next((c for c in children(noun, "relcl", "acl") if c.i > noun.i), None)
    governor = noun.head
    will = _will_after(tokens, at, noun.i if doing is None else doing.i)
    if will is None or will.head.i != governor.i:
        return None
    deed = noun.lemma_.lower() in _DEEDS
    if deed:
        passive = bool(children(governor, "auxpass"))
        if governor.lemma_.lower() not in _ANSWERS or not (passive or tokens[at].lower_ == "any"):
            return None
        return _told(tokens, at, 1, noun if doing is None else doing, will)
    who = doing is not None and any(
        c.lower_ in ("who", "that", "which") and c.dep_ in ("nsubj", "nsubjpass")
        for c in children(doing, "nsubj", "nsubjpass")
    )
    return _told(tokens, at, 1, doing, will) if who and doing is not None else None


def _will_after(tokens: list[Token], at: int, since: int) -> Token | None:
    """ "will" or "would" of the main clause, in the same run of words as its subject."""
    for token in tokens[at + 1 : at + MAX_BARE_WORDS]:
        if token.text in ".!?;:":
            return None
        if token.i > since and token.lower_ in ("will", "would", "'ll", "’ll", "faces", "face"):
            verb = token.head if token.dep_ == "aux" else token
            return token if is_future(verb) and not is_negated(verb) else None
    return None


def _told(tokens: list[Token], at: int, size: int, head: Token, will: Token) -> Clause | None:
    words_of = [t for t in tokens if tokens[at].i <= t.i < will.i]
    while words_of and (words_of[-1].is_punct or words_of[-1].dep_ in ("advmod", "neg")):
        if words_of[-1].head.i != will.head.i and not words_of[-1].is_punct:
            break
        words_of.pop()
    if len(words_of) < 3:
        return None
    return Clause(IF, tuple(words_of), size, head, will.head, parsed=False)
