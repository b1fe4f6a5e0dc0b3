"""What would hold, in sentences: fixed templates over numbers, names and option labels."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.conflict.model import Conflict, Option
from firstmove.views.model.holding import Choice, Holding
from firstmove.views.wording import concept, count, joined, number

NAMED_OPTIONS = 6  # in a sentence; the cards name them all


def answer(
    states: int,
    counts: tuple[tuple[str, int], ...],
    everywhere: int | None,
    somewhere: int | None,
    status_quo: Holding | None,
) -> tuple[str, ...]:
    of = count(states, "possible state")
    if not counts:
        return (f"No definition was decided for all decision makers, of {of}.",)
    if everywhere is None:
        counted = joined(f"{number(k)} under {concept(key).short}" for key, k in counts)
        return (f"Of {of}, these numbers would hold: {counted}.",)
    which = _definitions(len(counts)) if len(counts) > 1 else concept(counts[0][0]).name
    first = f"{number(everywhere) if everywhere else 'None'} of {of} would hold under {which}"
    if status_quo is not None and not status_quo.fails:
        first += ", the status quo among them" if everywhere > 1 else ": the status quo"
    if everywhere == somewhere:
        return (f"{first}.",)
    return (f"{first}; {number(somewhere or 0)} would hold under at least one of them.",)


def deeds(name: str, choices: Sequence[Choice]) -> str:
    """``A: ‘x’ and ‘y’ taken; ‘z’ not taken``: one decision maker's options in a state."""
    parts = []
    for found, how in (
        ([c for c in choices if c.taken], "taken"),
        ([c for c in choices if c.taken is False], "not taken"),
        ([c for c in choices if c.either], "either way"),
    ):
        if found:
            parts.append(f"{_labels([c.option for c in found], 'and')} {how}")
    return f"{name}: {'; '.join(parts)}"


def _labels(options: Sequence[Option], last: str) -> str:
    # Once where two sides have an option of the same name.
    named = dict.fromkeys(option.label for option in options)
    labels = [f"‘{name}’" for name in named][:NAMED_OPTIONS]
    if rest := len(named) - len(labels):
        labels.append(count(rest, "other option"))
    return joined(labels, last)


def common(
    always: tuple[Choice, ...], everywhere: int | None, conflict: Conflict
) -> tuple[str, ...]:
    """What is the same in all states that hold under every concept, by decision maker."""
    if not always:
        return ()
    which = "it" if everywhere == 1 else f"each of the {number(everywhere or 0)}"
    sentences = []
    for value, head in ((True, f"Taken in {which}"), (False, f"Not taken in {which}")):
        owned = (
            (maker, [c.option for c in always if c.option.owner == maker.id and c.taken is value])
            for maker in conflict.decision_makers
        )
        rows = [f"{_labels(found, 'and')} ({maker.name})" for maker, found in owned if found]
        if rows:
            sentences.append(f"{head}: {', '.join(rows)}.")
    return tuple(sentences)


def either(free: tuple[Option, ...]) -> tuple[str, ...]:
    if not free:
        return ()
    return (f"None of this depends on whether {_labels(free, 'or')} is taken.",)


def today(status_quo: Holding | None, compared: bool) -> tuple[str, ...]:
    """How the status quo stands, where the first sentence has not said it."""
    if status_quo is None or (compared and not status_quo.fails):
        return ()
    if status_quo.holds:
        names = joined(concept(key).short for key in status_quo.holds)
        only = " only" if status_quo.fails else ""
        return (f"The status quo would hold under {names}{only}.",)
    return ("The status quo would not hold under any of them.",)


def _definitions(n: int) -> str:
    spelled = {2: "both", 3: "all three", 4: "all four", 5: "all five"}
    if n == 1:
        return "the definition of stability asked for"
    return f"{spelled.get(n, f'all {n}')} definitions of stability"


def limits_of(conflict: Conflict, indifferent: tuple[str, ...], drafted: bool) -> tuple[str, ...]:
    """What the answer rests on, in fixed sentences."""
    limits = []
    if drafted and not _answering(conflict):
        limits.append(
            "No want ties one side’s act to another’s: in this draft the sides do not answer each "
            "other, and what would hold only lists what each wants."
        )
    wants = [want for maker in conflict.decision_makers for want in maker.wants]
    for basis, what in (
        ("inferred", "follow by rule from what the parties say"),
        ("assumed", "are assumptions of the model"),
        ("unknown", "are told by no report and are not used"),
    ):
        if n := sum(want.basis.value == basis for want in wants):
            verb = what if n > 1 else _singular(what)
            limits.append(f"{count(n, 'want')} of {number(len(wants))} {verb}.")
    ordered = [
        maker.name
        for maker in conflict.decision_makers
        if maker.ranking is None
        and not maker.weighted
        and sum(w.basis.value != "unknown" for w in maker.wants) > 1
    ]
    if drafted and ordered:
        limits.append(
            f"The order of the wants of {joined(ordered)} was read from no report: "
            "it is the draft’s, for an analyst to correct."
        )
    if indifferent:
        limits.append(
            "Taken to be indifferent between all states, because no want was found that the "
            f"analysis could use: {joined(indifferent)}."
        )
    if conflict.open_questions:
        n = len(conflict.open_questions)
        verb = "is" if n == 1 else "are"
        limits.append(
            f"{count(n, 'question')} {verb} open; each answer could change what would hold."
        )
    return tuple(limits)


def _answering(conflict: Conflict) -> bool:
    """Whether some usable want ties options of two decision makers together."""
    owner = {option.id: option.owner for option in conflict.options}
    return any(
        len({owner[name] for name in want.condition.names if name in owner}) > 1
        for maker in conflict.decision_makers
        for want in maker.wants
        if want.basis.value != "unknown"
    )


def _singular(what: str) -> str:
    for many, one in (
        ("follow by", "follows by"),
        ("are assumptions", "is an assumption"),
        ("are told", "is told"),
        ("are not used", "is not used"),
    ):
        what = what.replace(many, one)
    return what
