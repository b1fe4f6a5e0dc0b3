"""An analyst's edits of a drafted model, carried over to a later draft.

Three models: the draft that was edited, what the analyst made of it, and the draft of today. A
line is an option, a want, an impossible state, a named condition or an open question. What the
analyst left as it was follows the reports; what was changed, added or taken out stays so. Options
are the same where owner and label are, else where they stand on the same words. A model with a
ranking of states stays as it was edited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TypeVar

from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Evidence,
    Impossible,
    OpenQuestion,
    Option,
    StatusQuo,
    Want,
)
from firstmove.drafting.over_time.carry_names import renamed
from firstmove.drafting.over_time.carry_whole import led, whole

T = TypeVar("T")
Three = tuple[T, T, T]  # of the draft that was edited, the edited model, today's draft


class Fate(StrEnum):
    """What became of a line."""

    ACCEPTED = "accepted"  # left as drafted
    EDITED = "edited"
    ADDED = "added"  # the analyst's own
    REJECTED = "rejected"  # taken out
    NEW = "new"  # drafted since
    GONE = "gone"  # accepted, and not drafted any more


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the model and what became of it. ``text`` tells it by names and labels; ``fresh``
    is the evidence that the draft of today has and the edited one had not."""

    fate: Fate
    about: str  # option | want | impossible | define | question
    text: str
    fresh: tuple[Evidence, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether today's reports say something on it that the analyst has not seen."""
        return self.fate in (Fate.NEW, Fate.GONE) or bool(self.fresh)


@dataclass(frozen=True, slots=True)
class Carried:
    conflict: Conflict
    lines: tuple[Line, ...]


def carry(drafted: Conflict, edited: Conflict, today: Conflict) -> Carried:
    """Today's draft with the edits that lead from ``drafted`` to ``edited``."""
    today = renamed(today, drafted, edited)
    ranked = any(d.ranking is not None for d in edited.decision_makers)
    kept = _Kept(drafted, edited, today)
    options = kept.merged(
        "option",
        kept.of(lambda model: {o.id: o for o in model.options}),
        lambda o: f"{_name(edited, today, o.owner)}: {o.label}",
    )
    makers = kept.makers()
    impossible = kept.merged(
        "impossible",
        kept.of(lambda model: _keyed(model.impossible, lambda row: str(row.condition))),
        lambda row: str(row.condition),
    )
    defines = {**today.defines, **edited.defines}
    for name in drafted.defines.keys() - edited.defines.keys():
        defines.pop(name, None)
    questions = kept.merged(
        "question",
        kept.of(lambda model: _keyed(model.open_questions, _asked)),
        lambda q: q.text,
    )
    conflict = Conflict(
        name=edited.name if edited.name != drafted.name else today.name,
        decision_makers=makers,
        options=options,
        impossible=impossible,
        status_quo=_status_quo(drafted, edited, today),
        defines=defines,
        open_questions=questions,
        note=edited.note if edited.note != drafted.note else today.note,
    )
    # A ranking names whole states: with one option more it would say nothing.
    return Carried(edited if ranked else whole(conflict, edited, today), tuple(kept.lines))


class _Kept:
    """Merging the lines of the three models, one sort after another."""

    def __init__(self, drafted: Conflict, edited: Conflict, today: Conflict) -> None:
        self._models = (drafted, edited, today)
        self.lines: list[Line] = []

    def of(self, rows: Callable[[Conflict], T]) -> Three[T]:
        drafted, edited, today = self._models
        return rows(drafted), rows(edited), rows(today)

    def makers(self) -> tuple[DecisionMaker, ...]:
        """A decision maker is no line of its own: it stays while lines or the analyst keep it."""
        drafted, edited, today = ({d.id: d for d in m.decision_makers} for m in self._models)
        taken_out = drafted.keys() - edited.keys()
        found = []
        for id_ in _in_order(list(edited), [i for i in today if i not in taken_out]):
            mine, now, before = edited.get(id_), today.get(id_), drafted.get(id_)
            maker = mine or now
            assert maker is not None
            if mine is not None and mine == before and now is None:
                continue  # no report tells of it any more
            wants = self.merged(
                "want",
                (_wants(before), _wants(mine), _wants(now)),
                partial(_told, maker.name),
            )
            found.append(replace(maker, wants=led(wants)))
        return tuple(found)

    def merged(
        self,
        about: str,
        rows: Three[Mapping[str, T]],
        text: Callable[[T], str],
    ) -> tuple[T, ...]:
        drafted, edited, today = rows
        result: list[T] = []
        for key in _in_order(list(edited), list(today)):
            before, mine, now = drafted.get(key), edited.get(key), today.get(key)
            fresh = _fresh(now, before)
            if mine is None:
                assert now is not None
                fate = Fate.NEW if before is None else Fate.REJECTED
                if before is None:
                    result.append(now)
                self._tell(fate, about, text(now), fresh)
            elif before is None:
                result.append(mine)
                self._tell(Fate.ADDED, about, text(mine), fresh)
            elif _bare(mine) != _bare(before):
                result.append(_standing_on(mine, now))
                self._tell(Fate.EDITED, about, text(mine), fresh)
            elif now is None:
                self._tell(Fate.GONE, about, text(mine), ())
            else:
                result.append(now)
                self._tell(Fate.ACCEPTED, about, text(now), fresh)
        for key in drafted.keys() - edited.keys() - today.keys():
            self._tell(Fate.REJECTED, about, text(drafted[key]), ())
        return tuple(result)

    def _tell(self, fate: Fate, about: str, text: str, fresh: tuple[Evidence, ...]) -> None:
        self.lines.append(Line(fate, about, text, fresh))


def _in_order(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """All keys: ``first`` as it is, each further one of ``second`` behind its neighbour there."""
    order = list(first)
    for at, key in enumerate(second):
        if key in order:
            continue
        before = next((order.index(k) for k in reversed(second[:at]) if k in order), -1)
        order.insert(before + 1, key)
    return order


def _keyed(rows: Iterable[T], key: Callable[[T], str]) -> dict[str, T]:
    """By what they say; of rows that say the same, the second is another line."""
    found: dict[str, T] = {}
    for row in rows:
        name, n = key(row), 1
        while name in found:
            n += 1
            name = f"{key(row)} ({n})"
        found[name] = row
    return found


def _wants(maker: DecisionMaker | None) -> dict[str, Want]:
    return _keyed(maker.wants, lambda want: str(want.condition)) if maker else {}


def _asked(question: OpenQuestion) -> str:
    """A question that only counts otherwise is the same one."""
    return re.sub(r"\d+", "#", question.text)


def _told(name: str, want: Want) -> str:
    return f"{name} wants {want.condition}"


def _evidence(line: object) -> tuple[Evidence, ...]:
    found: tuple[Evidence, ...] = getattr(line, "evidence", ())
    return (*found, *getattr(line, "against", ()))


def _fresh(now: object, before: object) -> tuple[Evidence, ...]:
    known = {(e.report, e.start, e.end) for e in _evidence(before)}
    if before is None:
        return ()
    return tuple(e for e in _evidence(now) if (e.report, e.start, e.end) not in known)


def _bare(line: T) -> T:
    """The line without what it stands on."""
    if isinstance(line, Want):
        return replace(line, evidence=(), against=())
    return replace(line, evidence=()) if isinstance(line, _WITH_EVIDENCE) else line


def _standing_on(mine: T, now: T | None) -> T:
    """The analyst's line with today's evidence."""
    if now is None or not isinstance(mine, _WITH_EVIDENCE):
        return mine
    if isinstance(mine, Want) and isinstance(now, Want):
        return replace(mine, evidence=now.evidence, against=now.against)
    return replace(mine, evidence=_evidence(now))


_WITH_EVIDENCE = (Option, Want, Impossible, OpenQuestion)


def _status_quo(drafted: Conflict, edited: Conflict, today: Conflict) -> StatusQuo:
    """The analyst's word where it differs from the draft, else today's."""
    before, mine, now = (model.status_quo for model in (drafted, edited, today))
    values, evidence = dict(now.values), dict(now.evidence)
    for id_ in before.values.keys() | mine.values.keys():
        if mine.values.get(id_) == before.values.get(id_):
            continue
        evidence.pop(id_, None)
        if id_ in mine.values:
            values[id_] = mine.values[id_]
            evidence[id_] = mine.evidence.get(id_, ())
        else:
            values.pop(id_, None)
    return StatusQuo(values, {id_: found for id_, found in evidence.items() if found})


def _name(edited: Conflict, today: Conflict, maker: str) -> str:
    known = {d.id: d.name for d in (*today.decision_makers, *edited.decision_makers)}
    return known.get(maker, maker)
