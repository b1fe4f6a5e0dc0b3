"""``analyse``: a conflict in, what holds out."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

from firstmove.analysis.choice import choose
from firstmove.analysis.engine import Watch
from firstmove.analysis.engines.sets import engine_for
from firstmove.analysis.names import ALLOWED, concept
from firstmove.analysis.result import Analysis
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

CONCEPTS = ("nash", "gmr", "smr", "seq", "sim")  # what is asked where nothing else is
ALL_CONCEPTS = (*CONCEPTS, "sseq")


def analyse(
    conflict: Conflict,
    concepts: Iterable[str] = CONCEPTS,
    *,
    engine: str = "auto",
    limit: float | None = None,
    progress: Watch | None = None,
) -> Analysis:
    """Which possible states are stable for whom, and which are equilibria.

    ``concepts``: any of nash, gmr, smr, seq, sim, sseq (each defined in the module of its name);
    with unknown preference gmr.a to gmr.d and likewise nash, smr, seq (``unknown``); with strength
    gmr.general, gmr.strong, gmr.weak and likewise smr, seq (``strength``); l1, l2, … for two
    decision makers (``limited_moves``).
    ``engine``: "auto" or the name of one (``choice.ENGINES``).
    ``limit``: seconds after which what is not decided yet is left undecided; the answer says what.
    ``progress``: called with an ``engine.Progress`` as each question begins. Interrupting (ctrl-C,
    or KeyboardInterrupt raised by ``progress``) ends the solve; what is decided by then is kept.

    Raises ModelError for an unsound conflict, AnalysisError for an unknown concept or engine and
    for a conflict that no engine can do.
    """
    asked = _concepts(concepts)
    check(conflict)
    if not conflict.decision_makers or not (conflict.options or conflict.states):
        missing = "decision maker" if not conflict.decision_makers else "option"
        raise AnalysisError(
            f"the model has no {missing}, so there is nothing to analyse",
            remedy="add at least one decision maker with one option",
        )
    start = perf_counter()
    chosen, reason = engine_for(conflict, asked, engine) or choose(conflict, engine)
    found = chosen.solve(conflict, asked, limit, progress)
    return Analysis(
        conflict=conflict,
        concepts=tuple(name for name in asked if name in found.equilibria),
        engine=chosen.name,
        engine_reason=reason,
        states=found.possible.count,
        seconds=perf_counter() - start,
        stable=found.stable,
        equilibria=found.equilibria,
        possible=found.possible,
        indifferent=found.indifferent,
        undecided=found.undecided,
        witness=found.witness,
        searcher=found.searcher,
    )


def _concepts(concepts: Iterable[str]) -> tuple[str, ...]:
    names = [concepts] if isinstance(concepts, str) else list(concepts)
    asked = tuple(dict.fromkeys(name.strip().lower() for name in names))
    unknown = [name for name in asked if concept(name) is None]
    if unknown or not asked:
        what = f"“{unknown[0]}” is not a known concept" if unknown else "no concept is asked for"
        raise AnalysisError(what, remedy=f"choose from {ALLOWED}")
    return asked
