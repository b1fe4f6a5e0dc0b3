"""Two drafts of one case set side by side: which lines are new, gone or changed, and what holds.

Lines are known again by what they say, not by their ids, which another draft may number anew: an
option by its party and label, a want by its party and condition, a question by its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from firstmove.conflict import Basis, Conflict, OpenQuestion, Option, Want
from firstmove.drafting.draft import Draft
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from firstmove.analysis import Analysis

T = TypeVar("T")
MAX_OPTIONS = 20  # 2^20 states: what is solved on the way, without being asked for
SECONDS = 20.0  # for each of the two drafts


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A line of the model with its party; of a changed one what it is now and in what it changed.

    ``fields``: evidence, basis, note, direction, status_quo.
    """

    party: str
    line: T
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines(Generic[T]):
    new: tuple[Line[T], ...] = ()
    gone: tuple[Line[T], ...] = ()
    changed: tuple[Line[T], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class Shift:
    """How many outcomes would hold under a concept, before and after.

    ``new`` and ``gone`` are states on the options that both drafts have, in the order of
    ``Holding.shared``: those that only one of the two has.
    """

    concept: str
    before: int
    after: int
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What would hold before and after; ``why_not`` says why it is not told."""

    shared: tuple[Option, ...] = ()
    same_options: bool = True
    shifts: tuple[Shift, ...] = ()
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change of the case touches in the drafted model and in what would hold.

    ``orders``: parties whose kept wants stand in another order.
    """

    before: Draft
    after: Draft
    options: Lines[Option]
    wants: Lines[Want]
    questions: Lines[OpenQuestion]
    orders: tuple[str, ...]
    held: Held

    @property
    def model_touched(self) -> bool:
        return bool(self.options or self.wants or self.questions or self.orders)


def changes(before: Draft, after: Draft) -> Changes:
    """Compare two drafts. What would hold is worked out for both, unless the model is the same."""
    old, new = _Lines(before.conflict), _Lines(after.conflict)
    options = _compared(old.options, new.options)
    wants = _compared(old.wants, new.wants)
    orders = tuple(
        party for party in new.order if party in old.order and _turned(old.order, new.order, party)
    )
    return Changes(
        before,
        after,
        options,
        wants,
        _compared(old.questions, new.questions),
        orders,
        _held(before.conflict, after.conflict, old, new),
    )


Known = tuple[str, T, Mapping[str, object]]  # party, the line, what may change in it


class _Lines:
    """The lines of a draft by what they say."""

    def __init__(self, conflict: Conflict) -> None:
        names = {maker.id: maker.name or maker.id for maker in conflict.decision_makers}
        now = conflict.status_quo.values
        self.key_of = {o.id: f"{names.get(o.owner, o.owner)}: {o.label}" for o in conflict.options}
        self.options: dict[object, Known[Option]] = {
            self.key_of[o.id]: (
                names.get(o.owner, o.owner),
                o,
                {
                    "evidence": set(o.evidence),
                    "direction": o.direction,
                    "status_quo": now.get(o.id),
                },
            )
            for o in conflict.options
        }
        self.wants: dict[object, Known[Want]] = {}
        self.order: dict[str, list[object]] = {}
        for maker in conflict.decision_makers:
            for want in maker.wants:
                key = (names[maker.id], want.condition.text(lambda id_: self.key_of.get(id_, id_)))
                fields = {"evidence": set(want.evidence), "basis": want.basis, "note": want.note}
                self.wants[key] = names[maker.id], want, fields
                self.order.setdefault(names[maker.id], []).append(key)
        self.questions: dict[object, Known[OpenQuestion]] = {
            q.text: (names.get(q.about, ""), q, {"evidence": set(q.evidence)})
            for q in conflict.open_questions
        }


def _compared(old: Mapping[object, Known[T]], new: Mapping[object, Known[T]]) -> Lines[T]:
    def lines(
        rows: Mapping[object, Known[T]], other: Mapping[object, Known[T]]
    ) -> Iterator[Line[T]]:
        for key, (party, line, _) in rows.items():
            if key not in other:
                yield Line(party, line)

    changed = [
        Line(party, line, fields)
        for key, (party, line, told) in new.items()
        if key in old
        and (fields := tuple(name for name in told if told[name] != old[key][2][name]))
    ]
    return Lines(tuple(lines(new, old)), tuple(lines(old, new)), tuple(changed))


def _turned(old: Mapping[str, list[object]], new: Mapping[str, list[object]], party: str) -> bool:
    kept = set(old[party]) & set(new[party])
    return [k for k in old[party] if k in kept] != [k for k in new[party] if k in kept]


# --- what would hold -------------------------------------------------------------------------


def _held(before: Conflict, after: Conflict, old: _Lines, new: _Lines) -> Held:
    if _model(before, old) == _model(after, new):
        return Held(why_not="The model that is solved is the same.")
    for conflict in (before, after):
        if len(conflict.options) > MAX_OPTIONS:
            return Held(
                why_not=f"The model has more than {MAX_OPTIONS} options: "
                "firstmove draft and firstmove solve tell what would hold."
            )
    if not before.options or not after.options:
        when = "was" if after.options else "is"
        return Held(why_not=f"There {when} no option to analyse, so there is nothing to compare.")
    from firstmove.analysis import analyse

    try:
        one, two = (analyse(conflict, limit=SECONDS) for conflict in (before, after))
    except AnalysisError as error:
        return Held(why_not=f"What would hold could not be compared: {error.what}.")
    keys = [key for key in new.options if key in old.options]
    shared = tuple(new.options[key][1] for key in keys)
    shifts = []
    for concept in (c for c in two.concepts if c in one.concepts):
        was, now = (
            _on_shared(analysis, concept, lines, keys)
            for analysis, lines in ((one, old), (two, new))
        )
        first, second = one.equilibria[concept].count, two.equilibria[concept].count
        shifts.append(
            Shift(concept, first, second, tuple(sorted(now - was)), tuple(sorted(was - now)))
        )
    same = old.options.keys() == new.options.keys()
    return Held(shared, same, tuple(shifts))


def _model(conflict: Conflict, lines: _Lines) -> object:
    """All that the analysis looks at, in words that do not depend on ids."""
    name: Callable[[str], str] = lambda id_: lines.key_of.get(id_, id_)  # noqa: E731
    return (
        [(key, option.direction) for key, (_, option, _) in lines.options.items()],
        [
            (
                maker.name,
                maker.ranking,
                maker.gaps,
                maker.unknown,
                [
                    (want.condition.text(name), want.strong, want.unordered, want.weight)
                    for want in maker.wants
                    if want.basis is not Basis.UNKNOWN
                ],
            )
            for maker in conflict.decision_makers
        ],
        [row.condition.text(name) for row in conflict.impossible],
        {word: meant.text(name) for word, meant in conflict.defines.items()},
    )


def _on_shared(analysis: Analysis, concept: str, lines: _Lines, keys: Sequence[object]) -> set[str]:
    place = {key: n for n, key in enumerate(lines.options)}
    at = [place[key] for key in keys]
    return {"".join(state[n] for n in at) for state in analysis.equilibria[concept]}
