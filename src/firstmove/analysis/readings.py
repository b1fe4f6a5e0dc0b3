"""``readings``: one answer for every way to fill in what a model leaves open.

A reading fixes each want of unknown basis (as it stands, or its contrary) and each unknown order
of wants. Cost: about as many passes over the states as there are decision makers, for each
reading; 10,000 readings of a model with 1,024 states take some seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from firstmove.analysis.concepts.evolution import known_status_quo
from firstmove.analysis.names import concept, written
from firstmove.analysis.over_readings.sureness import Readings
from firstmove.conflict import Conflict, DecisionMaker, check
from firstmove.conflict.weights import NoNumber, scaled
from firstmove.errors import AnalysisError

FOUR = ("nash", "gmr", "smr", "seq")
SOLVED = (*FOUR, "sseq")  # concepts that many readings are solved for together
MAX_OPTIONS = 16
MAX_LIMIT = 1_000_000
MAX_WORKERS = 64
TURNED = 64  # readings in which each want is tried without, and with its contrary


def readings(
    conflict: Conflict,
    concepts: Iterable[str] = FOUR,
    *,
    limit: int = 10_000,
    seed: int = 0,
    workers: int = 1,
    dask: str | None = None,
    state: str | None = None,
    turns: int = TURNED,
    progress: Callable[[int, int], object] | None = None,
) -> Readings:
    """What holds in how many readings of the model.

    ``concepts``: any of nash, gmr, smr, seq, sseq. ``limit``: all readings are solved if there are
    no more than this, otherwise a stratified sample of so many, the same for the same ``seed``.
    ``workers``: processes; the result does not depend on it. ``dask``: the address of a Dask
    scheduler, as tcp://127.0.0.1:8786, whose workers solve instead, with the same result; Dask runs
    code that comes from there, so give only one of your own. Where processes or a cluster end
    midway, the rest is solved here, with a RuntimeWarning. ``state``: the one to ask about, the
    status quo if not given. ``turns``: in how many readings, at most, each known want is left out
    and reversed to see whether the verdict on that state turns over; 0 for none. ``progress`` is
    called with how much is done and how much there is; an interruption (KeyboardInterrupt) keeps
    what is done, if any reading is.

    Raises ModelError for an unsound conflict; AnalysisError for another concept, for graph form,
    past MAX_OPTIONS options, for preferences given by states of which some are unknown, and for
    an address at which no Dask cluster answers.
    """
    asked = _concepts(concepts)
    check(conflict)
    _can_be_read(conflict)
    _within("limit", limit, 2, MAX_LIMIT)
    _within("workers", workers, 1, MAX_WORKERS)
    _within("turns", turns, 0, MAX_LIMIT)
    if dask is not None and workers > 1:
        raise AnalysisError(
            "both processes and a Dask cluster are asked for",
            remedy="leave workers out; a cluster has workers of its own",
        )
    from firstmove.analysis.over_readings.run import run  # loads numpy

    return run(
        conflict,
        asked,
        limit=limit,
        seed=seed,
        workers=workers,
        dask=dask,
        state=known_status_quo(conflict) if state is None else state,
        turns=turns,
        progress=progress,
    )


def _concepts(concepts: Iterable[str]) -> tuple[str, ...]:
    names = [concepts] if isinstance(concepts, str) else list(concepts)
    asked = tuple(dict.fromkeys(name.strip().lower() for name in names))
    for name in asked:
        if name not in SOLVED:
            known = concept(name) is not None
            raise AnalysisError(
                f"{written(name)} is not solved for many readings together"
                if known
                else f"“{name}” is not a known concept",
                remedy=f"choose from {', '.join(SOLVED)}",
            )
    if not asked:
        raise AnalysisError("no concept is asked for", remedy=f"choose from {', '.join(SOLVED)}")
    return asked


def _can_be_read(conflict: Conflict) -> None:
    if conflict.states:
        raise AnalysisError(
            "the conflict is in graph form, where no wants are unknown",
            remedy="use analyse; readings need a conflict with options and wants",
        )
    if not conflict.decision_makers or not conflict.options:
        missing = "decision maker" if not conflict.decision_makers else "option"
        raise AnalysisError(
            f"the model has no {missing}, so there is nothing to analyse",
            remedy="add at least one decision maker with one option",
        )
    if len(conflict.options) > MAX_OPTIONS:
        raise AnalysisError(
            f"the model has {len(conflict.options)} options; readings are solved for up to "
            f"{MAX_OPTIONS}",
            remedy="leave options out, or settle what is unknown and use analyse",
        )
    for maker in conflict.decision_makers:
        if maker.unknown:
            raise AnalysisError(
                f"“{maker.id}” has pairs of states in unknown order, which make no readings",
                remedy="say by wants what is unknown, or use the concepts gmr.a to gmr.d",
            )
        if maker.ranking is None and maker.weighted:
            _weights_can_be_read(maker)


def _weights_can_be_read(maker: DecisionMaker) -> None:
    for want in maker.wants:
        if want.weight is None:
            raise AnalysisError(
                f"the unknown want “{want.condition}” of “{maker.id}” has no weight, but its "
                "other wants have",
                remedy="say what it would be worth to it, if it wants it",
            )
    try:
        scaled(maker.wants)
    except NoNumber as error:
        raise AnalysisError(
            f"“{maker.id}” has {error.what}", remedy="round the weights of its unknown wants"
        ) from None


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise AnalysisError(
            f"{name} is {value:,}", remedy=f"give a number from {least:,} to {most:,}"
        )
