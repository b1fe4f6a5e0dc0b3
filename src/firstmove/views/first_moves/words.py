"""Who must move first, in sentences: fixed templates over names, option labels and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firstmove.views.first_moves.opening_words import (
    PATHS,
    end_told,
    first_step_told,
    given_up_told,
    goal_told,
    openers,
    opening_told,
    path_told,
)
from firstmove.views.first_moves.step_words import change_words
from firstmove.views.model.reading_words import NAMED, some_names
from firstmove.views.wording import concept, joined, number

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.result import FirstMoves


@dataclass(frozen=True, slots=True)
class Words:
    """The answer, a part a field; ``headline`` says it in one sentence.

    ``now``: the verdict on the status quo. ``meaning``: what the headline stands for. ``ways``:
    what happens if each opener moves first. ``ends``: what that costs the first, and what is not
    known of it. ``goal``: what counts as a goal state. ``sure``: in how many readings it is so.
    """

    now: str
    headline: str
    meaning: tuple[str, ...]
    ways: tuple[str, ...]
    ends: tuple[str, ...]
    goal: tuple[str, ...]
    sure: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        told = (*self.meaning, *self.ways, *self.ends, *self.goal, *self.sure)
        return (self.now, *dict.fromkeys((self.headline, *told)))


def words_of(found: FirstAnswer) -> Words:
    goal = goal_told(found)
    opening = opening_told(found) or goal[-1:]
    only = alone(found)
    alike = found.outlook.opening.value == "gains"  # the picture has them all
    ways: list[str] = []
    ends: list[str] = []
    for opener in openers(found)[: 1 if alike else PATHS]:
        ways.append(path_told(found.moves, opener))
        ends += given_up_told(found.moves, opener)
        ends += first_step_told(found, opener) + end_told(found, opener)
    return Words(
        now=_now(found),
        headline=_begun(_in_readings(found, opening[0])),
        meaning=tuple(map(_begun, opening[1:])),
        ways=tuple(ways),
        ends=tuple(map(_begun, dict.fromkeys(ends))),
        goal=tuple(goal),
        sure=(sure(found), *([only] if only else [])),
    )


def _begun(sentence: str) -> str:
    """A sentence that begins with a side whose name begins with “the”."""
    return f"The {sentence[4:]}" if sentence.startswith("the ") else sentence


def _in_readings(found: FirstAnswer, opening: str) -> str:
    """The headline with the share of readings in which it is so, unless that is all of them."""
    if not found.counted or _all(found):
        return opening
    names = tuple(maker.name for maker in found.conflict.decision_makers)
    rest = opening if opening.startswith(names) else opening[0].lower() + opening[1:]
    return f"In {found.share.words} {rest}"


def sure(found: FirstAnswer) -> str:
    """In how many readings it is so."""
    if not found.counted:
        return "In how many readings of what is not known this answer holds is not told."
    if found.total == 1:
        return (
            "The model leaves nothing open that could make it another answer: it has one reading."
        )
    if found.exact:
        of = f"all {number(found.total)} readings" if _all(found) else found.share.words
        return f"This answer holds in {of} of what is not known."
    if _all(found):
        return (
            f"This answer holds in each of {number(found.asked)} readings sampled from "
            f"{number(found.total)}."
        )
    few = "" if found.share.value >= 0.5 else " No answer holds in more than half of them."
    return (
        f"This answer holds in {found.share.words}, told from {number(found.asked)} sampled from "
        f"{number(found.total)} (share and standard error).{few}"
    )


def rests(found: FirstAnswer, quotes: Sequence[str]) -> str:
    """What turns it over. ``quotes``: the decisive statements, in their order."""
    if not found.sources:
        return ""
    if not quotes:
        n = found.turned[0].dropped.of
        where = f", in {number(n)} readings tried for each," if found.total > n else ""
        which = (
            "the one statement"
            if found.sources == 1
            else f"any one of the {number(found.sources)} statements"
        )
        return (
            f"It does not turn over{where} if {which} that a want rests on alone is false or "
            "misread."
        )
    shown = list(quotes[:2])
    if more := len(quotes) - len(shown):
        shown.append("one more statement" if more == 1 else f"one of {number(more)} more")
    every = all(
        max(one.dropped.value, one.reversed.value) == 1 for one in found.decisive[: len(quotes[:2])]
    )
    turns = "It turns over" if every else "In some readings it turns over"
    return f"{turns} if {joined(shown, 'or')} is wrong."


def alone(found: FirstAnswer) -> str:
    """Who alone opens the ways in more readings than the answer holds in; "" if nobody does."""
    for id_, _, share in found.openers:
        if share.value > found.share.value and not _all(found):
            who = found.conflict.decision_maker(id_).name
            return f"In {share.words} only {who} opens such a way."
    return ""


def _all(found: FirstAnswer) -> bool:
    return len(found.outlooks) == 1


def _now(found: FirstAnswer) -> str:
    """The verdict on the status quo with its reason. Where the reason is of fewer than half of the
    readings, the verdict of the others stands first."""
    moves, now = found.moves, found.holds_now
    told = now if moves.holds_now else replace(now, held=now.of - now.held, value=1 - now.value)
    short, verdict = concept(moves.concept).short, "hold" if moves.holds_now else "not hold"
    why = _holding(found) if moves.holds_now else _leaving(moves)
    if told.value >= 0.5:
        some = f", in {told.words}" if told.held < told.of else ""
        return f"Under {short} the status quo would {verdict}{some}: {why}."
    rest = replace(now, held=now.of - told.held, value=1 - told.value)
    alone = "by what is known alone" if found.known else "in the reading shown"
    return (
        f"Under {short} the status quo would {'not hold' if moves.holds_now else 'hold'} in "
        f"{rest.words}; {alone} it would {verdict}: {why}."
    )


def _holding(found: FirstAnswer) -> str:
    moves = found.moves
    gaining = [
        moves.conflict.decision_maker(verdict.decision_maker).name
        for verdict in moves.why
        if verdict.concept == moves.concept and verdict.improvements
    ]
    if not gaining:
        prefers = "is known to prefer" if found.known and found.open else "prefers"
        return f"nobody has a move of its own to a state that it {prefers}"
    whose = "its" if len(gaining) == 1 else "their"
    return (
        f"{some_names(gaining)} would gain by a move of {whose} own, and replies of the others "
        "deter it"
    )


def _leaving(moves: FirstMoves) -> str:
    told = []
    for verdict in moves.why:
        free = next((one for one in verdict.improvements if not one.deterred), None)
        if verdict.concept != moves.concept or verdict.stable or free is None:
            continue
        who = moves.conflict.decision_maker(verdict.decision_maker).name
        what = change_words(moves.conflict, verdict.state, free.to, person=False)
        told.append(f"{who} could {what} and gain")
    return "; ".join(told[:NAMED]) or "it is not stable for all"
