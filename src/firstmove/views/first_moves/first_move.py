"""Who must move first, put into rows and sentences that can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.conflict.model import Conflict, Evidence
from firstmove.views.first_moves.lever_groups import FIRST_OF_THEM, lever_groups
from firstmove.views.first_moves.lever_words import lever_words
from firstmove.views.first_moves.picture_shapes import Picture
from firstmove.views.first_moves.ways_picture import picture
from firstmove.views.first_moves.words import Words, rests, words_of
from firstmove.views.model.reading_words import group_words, now_words, outlook, undecided_words
from firstmove.views.visible import one_line
from firstmove.views.wording import count, joined, number, plain, readable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firstmove.analysis.first_moves.first_answer import FirstAnswer
    from firstmove.analysis.first_moves.statement_trials import Turned
    from firstmove.analysis.shares import Share

LEVERS = 8
DECISIVE = 6
GROUPS = 4


@dataclass(frozen=True, slots=True)
class LeverRow:
    """One or two changes, and what would then be so. ``each``: the levers told together in this
    row, () where it is one lever alone."""

    changes: tuple[str, ...]
    then: str
    each: tuple[LeverRow, ...] = ()

    @property
    def apart(self) -> tuple[LeverRow, ...]:
        """One row for each lever."""
        return self.each or (self,)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the readings, and the answer in them. ``answer``: the one that is told above."""

    said: str
    share: Share
    answer: bool


@dataclass(frozen=True, slots=True)
class Decisive:
    """A statement that the answer turns over with, if it is false or misread.

    ``wants``: what rests on it alone, by whom. ``becomes``: the answer that it turns to.
    """

    evidence: tuple[Evidence, ...]
    wants: tuple[tuple[str, str], ...]
    dropped: Share
    reversed: Share
    becomes: str

    @property
    def entry(self) -> str:
        return next((one.entry for one in self.evidence if one.entry), "")

    @property
    def head(self) -> str:
        """The quotation, or where the want has none what is wanted."""
        quote = one_line(self.evidence[0].quote) if self.evidence else ""
        who, what = self.wants[0]
        return f"“{quote}”" if quote else f"what {who} is taken to want ({what})"

    @property
    def said(self) -> str:
        """In how many readings it turns over, in one line."""
        told = []
        if self.dropped.held:
            told.append(f"in {self.dropped.words} if it was not said")
        if self.reversed.held:
            told.append(f"in {self.reversed.words} if the contrary was meant")
        return f"the answer turns over {joined(told)}"


@dataclass(frozen=True, slots=True)
class FirstMove:
    """All of the answer that is shown.

    ``rests``: which statements turn it over; ``steady``: how many do not.
    """

    found: FirstAnswer
    words: Words
    rests: str
    picture: Picture | None
    levers: tuple[LeverRow, ...]
    levers_more: tuple[LeverRow, ...]
    levers_note: str
    parts: tuple[Part, ...]
    common: tuple[str, ...]
    decisive: tuple[Decisive, ...]
    decisive_more: tuple[Decisive, ...]
    steady: str
    limits: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The sentence that a reader should see first; one of ``sentences``."""
        return self.words.headline

    @property
    def sentences(self) -> tuple[str, ...]:
        """The whole answer."""
        return (*self.words.all, *([self.rests] if self.rests else []))

    @property
    def closing(self) -> tuple[str, ...]:
        """In how many readings it is so, and what it turns over with."""
        return (*self.words.sure, *([self.rests] if self.rests else []))

    @property
    def beside(self) -> str:
        """What stands beside the headline where the ways and the shares are shown as such."""
        told = self.words
        return " ".join((*told.meaning, *told.ends, told.now))

    @property
    def summary(self) -> tuple[str, ...]:
        """What stands beside the headline where nothing else is shown but the share: what would
        happen, what that costs and leaves open, how things stand and what the answer rests on."""
        told = self.words
        parts = ((*told.meaning, *told.ways), told.ends, (told.now, self.rests))
        return tuple(text for part in parts if (text := " ".join(filter(None, part))))


def first_move_of(found: FirstAnswer) -> FirstMove:
    decisive = tuple(_decisive(one, found.conflict) for one in found.decisive)
    levers = found.moves.levers
    rows = _levers(found)
    return FirstMove(
        found=found,
        words=words_of(found),
        rests=rests(found, [one.head for one in decisive]),
        picture=picture(found),
        levers=rows[:LEVERS],
        levers_more=rows[LEVERS:],
        levers_note=_tried(found) if levers is not None else "",
        parts=_parts(found),
        common=_common(found),
        decisive=decisive[:DECISIVE],
        decisive_more=decisive[DECISIVE:],
        steady=_steady(found),
        limits=_limits(found),
    )


def _steady(found: FirstAnswer) -> str:
    from firstmove.analysis.first_moves.statement_turns import sources

    told = []
    left = found.sources - len(found.decisive)
    if left and found.decisive:
        which = "One other statement was" if left == 1 else f"{number(left)} other statements were"
        told.append(
            f"{which} tried in the same way: the answer turns over in none of the readings tried."
        )
    if shared := sum(not one.decides for one in sources(found.conflict)):
        tell = "statement tells" if shared == 1 else "statements tell"
        told.append(
            f"{number(shared)} more {tell} only what others tell too: no want falls with one of "
            "them alone."
        )
    return " ".join(told)


def _levers(found: FirstAnswer) -> tuple[LeverRow, ...]:
    levers = found.moves.levers
    rows = []
    for group in lever_groups(levers.found if levers is not None else ()):
        each = [
            LeverRow(tuple(one.said for one in lever.changes), lever_words(lever, found.moves))
            for lever in group.levers
        ]
        if len(each) == 1:
            rows += each
            continue
        then = lever_words(group.levers[0], found.moves, FIRST_OF_THEM)
        rows.append(LeverRow(group.changes, then, tuple(each)))
    return _with_one_end(rows)


def _with_one_end(rows: Iterable[LeverRow]) -> tuple[LeverRow, ...]:
    """Changes of which each alone brings about the same, in one row."""
    alike: dict[object, list[LeverRow]] = {}
    for nth, row in enumerate(rows):
        alone = len(row.changes) == 1 and not row.each
        alike.setdefault(row.then if alone else nth, []).append(row)
    return tuple(
        same[0]
        if len(same) == 1
        else LeverRow(
            (f"one of these: {'; '.join(row.changes[0] for row in same)}",),
            same[0].then,
            tuple(same),
        )
        for same in alike.values()
    )


def _tried(found: FirstAnswer) -> str:
    from firstmove.analysis.first_moves.words import levers_tried

    levers = found.moves.levers
    assert levers is not None
    note = levers_tried(levers)
    if levers.singles and not levers.found:
        note = f"No change that was tried would do it. {note}"
    return note


def _parts(found: FirstAnswer) -> tuple[Part, ...]:
    told = [
        Part(outlook(one, found.conflict), share, nth == 0)
        for nth, (one, share) in enumerate(found.outlooks)
    ]
    return tuple(told)


def _common(found: FirstAnswer) -> tuple[str, ...]:
    if found.groups is None:
        return ()
    told = [
        group_words(group, found.conflict, holds="This answer holds", fails="Another answer holds")
        for group in found.groups.groups[:GROUPS]
    ]
    if found.groups.undecided:
        told.append(undecided_words(found.groups))
    return tuple(told)


def _decisive(one: Turned, conflict: Conflict) -> Decisive:
    wants = []
    for rest in one.source.wants:
        if rest.alone:
            maker = conflict.decision_maker(rest.decision_maker)
            condition = maker.wants[rest.want].condition
            wants.append((maker.name, plain(readable(condition, conflict))))
    return Decisive(
        one.source.evidence,
        tuple(wants),
        one.dropped,
        one.reversed,
        becomes(one, conflict),
    )


def becomes(one: Turned, conflict: Conflict) -> str:
    if one.becomes is None:
        return ""
    return f"{outlook(one.becomes, conflict)}; {now_words(one.becomes)}"


def _limits(found: FirstAnswer) -> tuple[str, ...]:
    told = []
    if found.assumed:
        # Once where two sides have an option of the same name.
        named = dict.fromkeys(found.conflict.option(id_).label or id_ for id_ in found.assumed)
        labels = [f"‘{name}’" for name in named][:4]
        if more := len(named) - len(labels):
            labels.append(count(more, "more option"))
        told.append(
            f"No report tells whether {joined(labels, 'or')} is taken now: the answer starts from "
            "a state in which it is not."
        )
    if not found.known:
        told.append(
            "The ways shown are those of one of the readings in which the answer holds; what a "
            "step is to its mover is counted over all that were asked."
        )
    told += [f"Not told: {reason}." for reason in found.left_out]
    return tuple(told)
