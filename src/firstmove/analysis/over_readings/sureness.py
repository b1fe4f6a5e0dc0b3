"""How sure an answer is: in how many readings of a model it holds, and what decides that.

A reading fixes everything that the model leaves open about preference (``readings``). The values
(``shares``) are what such a set of readings says; they are worked out when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING

from firstmove.analysis.names import written
from firstmove.analysis.shares import Fixed, Group, Groups, Holding, Share, Split, Turn, Unknown
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from firstmove.analysis.over_readings.record import Record

STATES = 10  # named of each concept
SHOWN = 12  # unknowns and wants named


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What holds in how many readings of a model.

    ``total``: how many readings there are. ``solved``: how many were solved; all of them where
    ``exact``, otherwise a sample that ``seed`` drew (stratified, unless ``interrupted``).
    ``state``: the state that is asked about, the status quo if nothing else; "" where the model
    does not tell all of it. ``unknowns``: what readings fix. ``concepts`` as in ``analyse``.

    ``str()`` gives a table. Where a method takes a state, "" stands for ``state``. They raise
    AnalysisError for a concept that was not asked for and for a state that is not possible.
    """

    conflict: Conflict
    concepts: tuple[str, ...]
    unknowns: tuple[Unknown, ...]
    total: int
    solved: int
    seed: int
    state: str
    interrupted: bool
    seconds: float
    record: Record = field(repr=False)

    @property
    def exact(self) -> bool:
        return self.solved == self.total

    def share(self, concept: str, state: str = "") -> Share:
        """The share of readings in which the state is an equilibrium."""
        return self.record.share(self.record.column(*self._asked(concept, state)))

    def holding(self, concept: str, most: int = 100) -> tuple[Holding, ...]:
        """The states that are equilibria in some reading, by falling share, at most ``most``."""
        return self.record.holding(self._concept(concept), most)

    def count(self, concept: str) -> int:
        """How many states are equilibria in some solved reading."""
        return self.record.count(self._concept(concept))

    def splits(self, concept: str, state: str = "") -> tuple[Split, ...]:
        """For each unknown, the share on either side of it."""
        held = self.record.column(*self._asked(concept, state))
        return tuple(
            Split(unknown, self.record.share(held, fixed), self.record.share(held, ~fixed))
            for unknown, fixed in zip(self.unknowns, self.record.answers.T, strict=True)
        )

    def groups(self, concept: str, state: str = "") -> Groups:
        """What readings have in common in which the state holds, and in which it does not: the
        smallest sets of answers that decide. Of a sample: that decide all readings sampled."""
        from firstmove.analysis.over_readings.groups import groups

        held = self.record.column(*self._asked(concept, state))
        return groups(self.unknowns, self.record.answers, held, exact=self.exact)

    def turns(self, concept: str) -> tuple[Turn, ...]:
        """For each known want, whether the verdict on ``state`` turns over without it, and if its
        contrary is wanted; () where no state is asked about or it was interrupted before."""
        return self.record.turns(self._concept(concept))

    def reading(self, number: int) -> tuple[Fixed, ...]:
        """What the solved reading of this number, from 0, fixes."""
        answers = self.record.answers[self._number(number)].tolist()
        return tuple(map(Fixed, self.unknowns, answers))

    def model(self, number: int) -> Conflict:
        """The solved reading of this number, from 0, as a model in which nothing is unknown."""
        return self.record.model(self._number(number))

    def holds(self, number: int, concept: str, state: str = "") -> bool:
        """Whether the state is an equilibrium in the solved reading of this number, from 0."""
        return bool(self.record.column(*self._asked(concept, state))[self._number(number)])

    def __str__(self) -> str:
        return _text(self)

    def _repr_html_(self) -> str:
        return _html(self)

    def part(self, numbers: Sequence[int]) -> Readings:
        """Only these of the solved readings, drawn from them at random: what an interruption
        leaves."""
        import numpy as np

        rows = np.array(sorted(numbers), dtype=np.int64)
        return replace(self, solved=len(rows), interrupted=True, record=self.record.part(rows))

    def _number(self, number: int) -> int:
        if not 0 <= number < self.solved:
            raise AnalysisError(
                f"there is no reading {number}", remedy=f"they count from 0 to {self.solved - 1}"
            )
        return number

    def _concept(self, concept: str) -> int:
        if concept not in self.concepts:
            raise AnalysisError(
                f"“{concept}” was not asked for", remedy=f"asked were {', '.join(self.concepts)}"
            )
        return self.concepts.index(concept)

    def _asked(self, concept: str, state: str) -> tuple[int, str]:
        if not (state or self.state):
            raise AnalysisError(
                "no state is asked about, and the model does not tell all of the status quo",
                remedy="give a state, one Y or N for each option",
            )
        return self._concept(concept), state or self.state


def _text(found: Readings) -> str:
    """A few blocks of lines: how many readings, what holds in how many, what decides it."""
    lines = [f"{found.conflict.name or 'Conflict'}: {_how_many(found)}"]
    for title, rows in _blocks(found):
        lines += ["", title, *(f"  {'  '.join(row)}" for row in _padded(rows))]
    return "\n".join(lines)


def _html(found: Readings) -> str:
    """The same for a notebook; every text is escaped."""
    parts = [
        f"<p><b>{escape(found.conflict.name or 'Conflict')}</b>: {escape(_how_many(found))}</p>"
    ]
    for title, rows in _blocks(found):
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        parts.append(f"<table><caption>{escape(title)}</caption><tbody>{body}</tbody></table>")
    return "".join(parts)


def _how_many(found: Readings) -> str:
    if found.exact:
        return (
            f"{found.total:,} readings, all solved" if found.total != 1 else "one reading, solved"
        )
    how = "interrupted" if found.interrupted else f"a sample, seed {found.seed}"
    return f"{found.total:,} readings, {found.solved:,} solved ({how})"


def _blocks(found: Readings) -> Iterator[tuple[str, list[list[str]]]]:
    for concept in found.concepts:
        count = found.count(concept)
        more = "" if count <= STATES else f", {STATES} of {count:,} shown"
        rows = [[one.state, str(one.share)] for one in found.holding(concept, STATES)]
        yield (
            f"{written(concept)}: states that would hold in some reading{more}",
            rows or [["none"]],
        )
    if not found.state:
        return
    for concept in found.concepts:
        share = found.share(concept)
        title = f"{written(concept)}: {found.state} would hold in {share.words}"
        conflict = found.conflict
        rows = []
        for group in found.groups(concept).groups if 0 < share.held < share.of else ():
            rows.append([_verdict(group), _common(found, group)])
        for split in found.splits(concept)[:SHOWN] if 0 < share.held < share.of else ():
            yes, no = (split.unknown.said(conflict, value) for value in (True, False))
            rows.append(["", f"{split.yes} where {yes}; {split.no} where {no}"])
        turning = [turn for turn in found.turns(concept) if turn.matters]
        rows += [["turns over", _turn(found, turn)] for turn in turning[:SHOWN]]
        yield title, rows


def _verdict(group: Group) -> str:
    return "would hold" if group.holds else "would not hold"


def _common(found: Readings, group: Group) -> str:
    said = " and ".join(one.said(found.conflict) for one in group.fixed)
    return f"in all {group.readings:,} readings in which {said}"


def _turn(found: Readings, turn: Turn) -> str:
    who = found.conflict.decision_maker(turn.decision_maker).name
    return (
        f"in {turn.dropped.words} without {who}’s “{turn.condition}” ({turn.basis}), in "
        f"{turn.reversed.words} with its contrary"
    )


def _padded(rows: list[list[str]]) -> list[list[str]]:
    """The first cells as wide as the widest."""
    wide = max((len(row[0]) for row in rows), default=0)
    return [[row[0].ljust(wide) if row[1:] else row[0], *row[1:]] for row in rows]
