"""What would hold: the analysis, put into rows and sentences that can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from firstmove.conflict.model import Conflict, Option
from firstmove.views.model.answer import answer, common, either, limits_of, today
from firstmove.views.model.holding import Choice, Choices, Holding, Reason
from firstmove.views.wording import STRONGEST_FIRST, count

if TYPE_CHECKING:
    from firstmove.analysis import Analysis

SHOWN_STATES = 12
READ_STATES = 50_000  # past this many equilibria they are counted, not compared with each other


@dataclass(frozen=True, slots=True)
class Outcome:
    """The stable outcomes of a model.

    ``everywhere`` and ``somewhere`` count the states that hold under every concept asked and
    under at least one; None where there are too many to compare. ``shown`` are the first of
    them, those that hold under the most concepts first; ``more`` says how many are left out.
    Options on which nothing depends (``free``) do not multiply what is shown.
    ``always`` are the options with one value in every state that holds under every concept.
    """

    states: int
    concepts: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    everywhere: int | None
    somewhere: int | None
    always: tuple[Choice, ...]
    free: tuple[Option, ...]
    shown: tuple[Holding, ...]
    more: int
    status_quo: Holding | None
    status_quo_choices: tuple[Choices, ...]
    status_quo_note: str
    indifferent: tuple[str, ...]
    sentences: tuple[str, ...]
    limits: tuple[str, ...]


def outcome_of(
    analysis: Analysis, conflict: Conflict, *, limit: int = SHOWN_STATES, drafted: bool = False
) -> Outcome:
    """What ``analysis`` found, ready to be shown; at most ``limit`` states with their reasons.

    ``drafted``: the model was drafted from reports, and no person has put its wants in order.
    """
    concepts = tuple(analysis.concepts)
    counts = tuple((key, analysis.equilibria[key].count) for key in concepts)
    compared = sum(n for _, n in counts) <= READ_STATES
    holds = _held(analysis) if compared else {}
    free = _free(holds, len(conflict.options))
    now, note = _status_quo(analysis, conflict, free)
    everywhere = [state for state, held in holds.items() if len(held) == len(concepts)]
    if compared:
        ordered = sorted(
            {_at(state, free, now) for state in holds},
            key=lambda state: (-len(holds[state]), state != now, state),
        )
        total = len(ordered)
    else:
        some = min(n for _, n in counts if n)
        smallest = next(key for key, n in counts if n == some)
        ordered = list(islice(analysis.equilibria[smallest], limit))
        total = max(n for _, n in counts)
    always = _always(everywhere, conflict)
    indifferent = _indifferent(analysis, conflict)
    status_quo = _holding(now, analysis, conflict, now) if now and concepts else None
    together = len(everywhere) if compared else None
    anywhere = len(holds) if compared else None
    options = tuple(conflict.options[index] for index in free)
    return Outcome(
        states=analysis.states,
        concepts=concepts,
        counts=counts,
        everywhere=together,
        somewhere=anywhere,
        always=always,
        free=options,
        shown=tuple(_holding(s, analysis, conflict, now, free) for s in ordered[:limit]),
        more=total - len(ordered[:limit]),
        status_quo=status_quo,
        status_quo_choices=choices_of(_now(conflict), conflict),
        status_quo_note=note,
        indifferent=indifferent,
        sentences=(
            *answer(analysis.states, counts, together, anywhere, status_quo),
            *common(always, together, conflict),
            *either(options),
            *today(status_quo, compared),
        ),
        limits=limits_of(conflict, indifferent, drafted),
    )


def together(reasons: tuple[Reason, ...]) -> list[tuple[list[str], str]]:
    """Decision makers with the same reason together: ([names], reason), in order."""
    found: dict[str, list[str]] = {}
    for reason in reasons:
        found.setdefault(reason.because or reason.sentence, []).append(reason.name)
    return [(names, because) for because, names in found.items()]


def _held(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """State to the concepts under which it holds."""
    holds: dict[str, tuple[str, ...]] = {}
    for key in analysis.concepts:
        for state in analysis.equilibria[key]:
            holds[state] = (*holds.get(state, ()), key)
    return holds


def _free(holds: dict[str, tuple[str, ...]], options: int) -> tuple[int, ...]:
    """Options whose value never changes whether, or under what, a state holds."""
    return tuple(
        index
        for index in range(options)
        if holds and all(holds.get(_flip(state, index)) == held for state, held in holds.items())
    )


def _flip(state: str, index: int) -> str:
    return f"{state[:index]}{'N' if state[index] == 'Y' else 'Y'}{state[index + 1 :]}"


def _at(state: str, free: tuple[int, ...], now: str | None) -> str:
    """The state that stands for its like: free options as in the status quo, or not taken."""
    letters = list(state)
    for index in free:
        letters[index] = now[index] if now else "N"
    return "".join(letters)


def choices_of(values: str, conflict: Conflict) -> tuple[Choices, ...]:
    """A state (Y, N, - for not told, * for either, in option order), by decision maker."""
    taken = {"Y": True, "N": False}
    choice = {
        option.id: Choice(option, taken.get(letter), letter == "*")
        for option, letter in zip(conflict.options, values, strict=True)
    }
    rows = (
        Choices(maker.name, tuple(choice[o.id] for o in conflict.options if o.owner == maker.id))
        for maker in conflict.decision_makers
    )
    return tuple(row for row in rows if row.choices)


def _holding(
    state: str,
    analysis: Analysis,
    conflict: Conflict,
    now: str | None,
    free: tuple[int, ...] = (),
) -> Holding:
    pattern = "".join("*" if i in free else letter for i, letter in enumerate(state))
    concepts = tuple(analysis.concepts)
    holds = tuple(key for key in concepts if state in analysis.equilibria[key])
    return Holding(
        state=state,
        pattern=pattern,
        stands_for=2 ** len(free),
        holds=holds,
        fails=tuple(key for key in concepts if key not in holds),
        status_quo=state == now,
        choices=choices_of(pattern, conflict),
        reasons=_reasons(state, holds, analysis, conflict),
    )


def _reasons(
    state: str, holds: tuple[str, ...], analysis: Analysis, conflict: Conflict
) -> tuple[Reason, ...]:
    from firstmove.analysis import sentence

    candidates = holds or tuple(analysis.concepts)
    if not candidates:
        return ()
    asked = [key for key in STRONGEST_FIRST if key in candidates]
    key = (asked or list(candidates))[0]
    reasons = []
    for maker in conflict.decision_makers:
        verdict = analysis.verdict(state, maker.id, key)
        reasons.append(Reason(maker.name, key, verdict.stable, sentence(verdict, conflict)))
    return tuple(reasons)


def _now(conflict: Conflict) -> str:
    values = conflict.status_quo.values
    return "".join(
        ("Y" if values[option.id] else "N") if option.id in values else "-"
        for option in conflict.options
    )


def _status_quo(
    analysis: Analysis, conflict: Conflict, free: tuple[int, ...]
) -> tuple[str | None, str]:
    """The state that the reports describe, and what is to be said of it.

    Where they leave an option open on which nothing depends, the state with it not taken stands
    for both.
    """
    now, note = _now(conflict), ""
    untold = [index for index, letter in enumerate(now) if letter == "-"]
    if len(untold) == len(now):
        return None, "No report tells how things stand now, so no state is marked."
    if untold:
        note = f"The reports leave open how things stand now on {count(len(untold), 'option')}"
        filled = now.replace("-", "N")
        if not set(untold) <= set(free) or filled not in analysis.possible:
            return None, f"{note}, so no single state is marked."
        now, note = filled, f"{note}, on which nothing here depends."
    if now not in analysis.possible:
        return None, "The state that the reports describe is one that the model rules out."
    if not any(now in states for states in analysis.equilibria.values()):
        note = f"{note} The state that the reports describe would not hold: see who could move."
    return now, note.strip()


def _always(states: list[str], conflict: Conflict) -> tuple[Choice, ...]:
    if not states:
        return ()
    found = []
    for index, option in enumerate(conflict.options):
        values = {state[index] for state in states}
        if len(values) == 1:
            found.append(Choice(option, values == {"Y"}))
    return tuple(found)


def _indifferent(analysis: Analysis, conflict: Conflict) -> tuple[str, ...]:
    names = {maker.id: maker.name for maker in conflict.decision_makers}
    return tuple(names.get(id_, id_) for id_ in analysis.indifferent)
