"""Conditions told by a noun, not by a clause: what has to be there first.

kind      form
only_if   subject to, dependent on, "the loan depends on a vote", only with; "on two conditions:
          a truce and a vote"; ", the condition being that they leave"
unless    in front: barring, absent, failing, short of, in the absence of; behind: barring, failing
until     pending, under a refusal or a going on: "stays shut pending an inspection"

"It depends on the weather" and "depends on whether …" tell no direction, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause, ahead, refused
from firstmove.reading.condition_clauses.instants import main_from
from firstmove.reading.lexicon.markers import (
    CONSENTS,
    COURT,
    GIVEN_UP,
    GOING_ON,
    GRANTS,
    MAX_PHRASE_WORDS,
    ONLY_IF,
    UNLESS,
    UNTIL,
)
from firstmove.reading.lexicon.vocabulary import MOVES, Move
from firstmove.reading.parsing.predicates import Token, children, is_negated, subject

_OPENING = '“"‘'
_IN_FRONT = (
    ("in", "the", "absence", "of"),
    ("short", "of"),
    ("barring",),
    ("absent",),
    ("failing",),
)
_IN_FRONT_FIRST = frozenset(marker[0] for marker in _IN_FRONT)
_BACK = ("that", "this", "which", "it")  # "failing that" refers to what was said before


def phrases(tokens: list[Token]) -> Iterator[Clause]:
    """The conditions of this sort in one sentence, in order."""
    for at, token in enumerate(tokens):
        found: Clause | None = None
        word = token.lower_
        if word in ("subject", "dependent", "depend", "depends", "hinge", "hinges", "depended"):
            found = _on_what(tokens, at)
        elif word == "only" and at + 1 < len(tokens) and tokens[at + 1].lower_ == "with":
            found = _only_with(tokens, at)
        elif word == "on":
            found = _on_conditions(tokens, at)
        elif word == "pending":
            found = _pending(tokens, at)
        elif word in ("condition", "proviso", "conditions"):
            found = _set_apart(tokens, at)
        elif word in _IN_FRONT_FIRST:
            found = _in_front(tokens, at)
        if found is not None:
            yield found


def _on_what(tokens: list[Token], at: int) -> Clause | None:
    """ "subject to approval", "dependent on an inquiry", "depends on the other side paying"."""
    first = tokens[at]
    prep = tokens[at + 1] if at + 1 < len(tokens) else None
    wanted = ("to",) if first.lower_ == "subject" else ("on", "upon")
    if prep is None or prep.lower_ not in wanted or prep.dep_ != "prep":
        return None
    below = children(prep, "pobj", "pcomp")
    if not below or is_negated(first):
        return None
    doing = [c for c in children(below[0], "acl") if c.tag_ == "VBG"]
    head = doing[0] if doing else below[0]  # "on the others paying their share"
    above = first if first.pos_ in ("VERB", "AUX") else first.head
    if head.dep_ in ("pcomp", "acl"):
        if first.lower_ == "subject" or head.tag_ != "VBG":
            return None
    elif not _is_given(head):
        granted = subject(above)
        new = any(c.lower_ in ("a", "an") for c in children(head, "det"))
        named = granted is not None and granted.lemma_.lower() in GRANTS
        if not (new and named and first.lower_ != "subject"):
            return None
    extent = _run(tokens, at, 2, below[0])
    return Clause(ONLY_IF, extent, 2, head, above) if len(extent) > 2 else None


def _only_with(tokens: list[Token], at: int) -> Clause | None:
    below = children(tokens[at + 1], "pobj")
    governor = tokens[at + 1].head
    if not below or not _is_given(below[0]):
        return None
    extent = _run(tokens, at, 2, below[0])
    return Clause(ONLY_IF, extent, 2, below[0], governor) if len(extent) > 2 else None


def _on_conditions(tokens: list[Token], at: int) -> Clause | None:
    """ "will stop on two conditions: a truce and a vote", with what stands behind the colon; also
    behind a saying: "would hold off, it replied, on one condition: that the ship turn back"."""
    noun = next(iter(children(tokens[at], "pobj")), None)
    if noun is None or noun.lower_ not in ("condition", "conditions"):
        return None
    place = noun.i - tokens[0].i
    after = tokens[place + 1 : place + 3]
    if not at < place < at + 4 or len(after) < 2:
        return None
    told = after[1].lower_ == "that"
    if after[0].text != ":" and not (told and after[0].text in ",–—-"):
        return None
    governor = next((g for g in _tellable(tokens, at) if _promised(g)), None)
    if governor is None:
        return None
    rest = tokens[place + 2 :]
    rest = rest[: next((n for n, t in enumerate(rest) if t.text in '”"'), len(rest))]
    said = next((t for t in rest if t.dep_ == "ROOT"), None)
    if told and said is not None and MOVES.get(said.lemma_.lower()) is Move.SAY:
        doers = [c.left_edge.i for c in children(said, "nsubj")]
        rest = [t for t in rest if t.i < min(doers, default=0)]  # "…, their head said"
    # "…, she said" behind the list: where it ends is not clear
    named = not rest or any(t.dep_ == "ROOT" for t in rest)
    extent = [] if named else list(tokens[at : place + 2]) + rest
    while extent and extent[-1].is_punct:
        extent.pop()
    extent = extent or list(tokens[at : place + 1])
    size = place + 1 - at
    head = tokens[place + 2].head if told and not named and len(extent) > size + 2 else noun
    if head.i <= noun.i or head.pos_ not in ("VERB", "AUX"):
        return Clause(ONLY_IF, tuple(extent), size, noun, governor, parsed=False)
    return Clause(ONLY_IF, tuple(extent), size + 2, head, governor)


def _tellable(tokens: list[Token], at: int) -> Iterator[Token]:
    """What a phrase may hang on: its governor, or what is said where that is a verb of saying."""
    above = tokens[at].head
    if above.pos_ not in ("VERB", "AUX"):
        return
    if above.i > tokens[at].i:  # "…, but on one condition: that they leave"
        yield from (t for t in reversed(tokens[max(0, at - 12) : at]) if t.pos_ == "VERB")
        return
    yield above
    if MOVES.get(above.lemma_.lower()) is Move.SAY:
        yield from (c for c in children(above, "ccomp") if c.i < at + tokens[0].i)
        if above.dep_ in ("parataxis", "ccomp", "conj") and above.head.i < above.i:
            yield above.head


def _set_apart(tokens: list[Token], at: int) -> Clause | None:
    """ ", the only condition being that no one is moved", ", the sole proviso a seat on the board":
    behind a comma, with nothing of a sentence's own."""
    noun = tokens[at]
    first = noun.left_edge.i - tokens[0].i
    known = {c.lower_ for c in noun.children} & {"the", "its", "their", "his", "her", "one", "only"}
    if not known or first < 2 or tokens[first - 1].text not in (",", "–", "—", "-"):
        return None
    being = next((t for t in tokens[at + 1 : at + 2] if t.lower_ == "being"), None)
    told = children(being, "ccomp", "attr") if being is not None else children(noun, "appos")
    above = noun.head if being is None else being.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    if not told or above.pos_ != "VERB" or above.i >= tokens[first].i:
        return None
    inner = next((c for c in children(above, "xcomp", "ccomp") if above.i < c.i < noun.i), above)
    if not _promised(inner):
        return None
    marker = at - first + (2 if being is not None else 1)
    if told[0].dep_ == "ccomp" and tokens[first + marker].lower_ == "that":
        marker += 1
    extent = _run(tokens, first, marker, told[0])
    return Clause(ONLY_IF, extent, marker, told[0], inner) if len(extent) > marker else None


def _promised(verb: Token) -> bool:
    """An act to come, by itself or the verb that it hangs on: "would stop firing"."""
    return ahead(verb) or (verb.dep_ == "xcomp" and ahead(verb.head))


def _is_given(noun: Token) -> bool:
    """A thing that another gives or does: "approval", "the release of the crew"."""
    return noun.lemma_.lower() in CONSENTS | GIVEN_UP


def _pending(tokens: list[Token], at: int) -> Clause | None:
    """ "stays shut pending an inspection"; "a pending decision" is none."""
    if at + 1 >= len(tokens) or tokens[at + 1].is_punct:
        return None
    edge = tokens[at + 1]
    head = edge
    for _ in range(6):  # up to the noun of the phrase that begins here
        if head.pos_ in ("NOUN", "PROPN") and head.dep_ not in ("compound", "poss", "nmod"):
            break
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN") or head.i <= tokens[at].i or head.lemma_ in COURT:
        return None
    before = tokens[at - 1] if at else None
    if before is None or before.lemma_ == "be":
        return None
    if any(t.dep_ in ("det", "poss") and t.head == head for t in tokens[max(0, at - 3) : at]):
        return None
    extent = _run(tokens, at, 1, head)
    inside = {t.i for t in extent}
    above = tokens[at].head if tokens[at].head.i not in inside else head.head
    for _ in range(4):
        if above.pos_ in ("VERB", "AUX") or above.head.i == above.i:
            break
        above = above.head
    if above.i in inside or above.pos_ not in ("VERB", "AUX"):
        return None
    held = above.lemma_.lower() in GOING_ON or refused(above)
    if not held:
        return None
    return Clause(UNTIL, extent, 1, head, above)


def _in_front(tokens: list[Token], at: int) -> Clause | None:
    """ "Barring a change of heart, we shall close it": up to the comma, and an act to come."""
    for marker in _IN_FRONT:
        size = len(marker)
        if tuple(t.lower_ for t in tokens[at : at + size]) == marker:
            break
    else:
        return None
    if not _is_front(tokens, at):
        return _behind(tokens, at) if size == 1 else None
    rest = tokens[at + size : at + size + MAX_PHRASE_WORDS + 1]
    comma = next((n for n, t in enumerate(rest) if t.text == ","), 0)
    words = rest[:comma]
    if not words or words[0].lower_ in _BACK or words[-1].pos_ not in ("NOUN", "PROPN", "NUM"):
        return None
    if any(t.is_punct and t.text not in "-'’" for t in words):
        return None
    governor = main_from(tokens, at + size + comma + 1)
    if governor is None:
        return None
    if marker[0] == "short" and not is_negated(governor):
        return None
    if not (ahead(governor) or refused(governor)):
        return None
    inside = {t.i for t in words}
    head = next((t for t in words if t.head.i not in inside), words[-1])
    return Clause(UNLESS, tuple(tokens[at : at + size + comma]), size, head, governor)


def _behind(tokens: list[Token], at: int) -> Clause | None:
    """ "The market will open on Sunday, barring a strike": of a thing not told before."""
    marker = tokens[at]
    governor = marker.head
    things = [c for c in children(marker, "pobj", "dobj") if c.i > marker.i]
    if marker.dep_ not in ("prep", "advcl") or not things or governor.i > marker.i:
        return None
    owned = any(c.dep_ == "poss" or c.lower_ in ("the", "his") for c in things[0].children)
    if owned or things[0].lower_ in _BACK or governor.pos_ not in ("VERB", "AUX"):
        return None
    if not (ahead(governor) or refused(governor)):
        return None
    extent = _run(tokens, at, 1, things[0])
    return Clause(UNLESS, extent, 1, things[0], governor) if len(extent) > 1 else None


def _is_front(tokens: list[Token], at: int) -> bool:
    if not at:
        return True
    before = tokens[at - 1]
    if before.text in _OPENING or before.lower_ == "that":
        return True
    return before.text == "," and at > 1 and tokens[at - 2].lower_ in ("that", "but", "and")


def _run(tokens: list[Token], at: int, size: int, head: Token) -> tuple[Token, ...]:
    """The marker and what hangs on the head after it, in one piece."""
    inside = {t.i for t in head.subtree}
    extent = list(tokens[at : at + size])
    for token in tokens[at + size : at + size + 4 * MAX_PHRASE_WORDS]:
        if token.i not in inside:
            break
        extent.append(token)
    while len(extent) > size and (extent[-1].is_punct or extent[-1].dep_ == "cc"):
        extent.pop()
    return tuple(extent)
