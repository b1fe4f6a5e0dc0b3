"""``analyse``: a conflict in, what holds out."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

from firstmove.analysis.engine import Engine
from firstmove.analysis.result import Analysis
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

CONCEPTS = ("nash", "gmr", "smr", "seq", "sim")  # what is asked where nothing else is
ALL_CONCEPTS = (*CONCEPTS, "sseq")
ENGINES = ("explicit",)


def analyse(
    conflict: Conflict, concepts: Iterable[str] = CONCEPTS, *, engine: str = "auto"
) -> Analysis:
    """Which possible states are stable for whom, and which are equilibria.

    ``concepts``: any of nash, gmr, smr, seq, sim, sseq (each defined in the module of its name).
    ``engine``: "auto" or the name of one.

    Raises ModelError for an unsound conflict, AnalysisError for an unknown concept or engine and
    for a conflict that no engine can do.
    """
    asked = _concepts(concepts)
    check(conflict)
    if not conflict.decision_makers or not conflict.options:
        missing = "decision maker" if not conflict.decision_makers else "option"
        raise AnalysisError(
            f"the model has no {missing}, so there is nothing to analyse",
            remedy="add at least one decision maker with one option",
        )
    chosen, reason = _engine(engine)
    start = perf_counter()
    found = chosen.solve(conflict, asked)
    return Analysis(
        conflict=conflict,
        concepts=asked,
        engine=chosen.name,
        engine_reason=reason,
        states=found.possible.count,
        seconds=perf_counter() - start,
        stable=found.stable,
        equilibria=found.equilibria,
        possible=found.possible,
        indifferent=found.indifferent,
        witness=found.witness,
    )


def _concepts(concepts: Iterable[str]) -> tuple[str, ...]:
    names = [concepts] if isinstance(concepts, str) else list(concepts)
    asked = tuple(dict.fromkeys(name.strip().lower() for name in names))
    unknown = [name for name in asked if name not in ALL_CONCEPTS]
    if unknown or not asked:
        what = f"“{unknown[0]}” is not a known concept" if unknown else "no concept is asked for"
        raise AnalysisError(what, remedy=f"choose from {', '.join(ALL_CONCEPTS)}")
    return asked


def _engine(name: str) -> tuple[Engine, str]:
    if name not in ("auto", *ENGINES):
        raise AnalysisError(
            f"there is no engine “{name}”", remedy=f"choose from auto, {', '.join(ENGINES)}"
        )
    from firstmove.analysis.explicit import ExplicitEngine  # loads numpy

    engine = ExplicitEngine()
    why = "asked for" if name == engine.name else "the only engine there is"
    return engine, f"{why}; it looks at every state, {engine.limit}"
