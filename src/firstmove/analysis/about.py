"""One state, asked about from every side: for whom it would hold and why, what coalitions could do,
how it can come about from the status quo, and what would have to be preferred for it to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from typing import TypeVar

from firstmove.analysis.analyse import CONCEPTS, analyse
from firstmove.analysis.concepts import coalition, inverse
from firstmove.analysis.concepts.coalition import JointVerdict
from firstmove.analysis.concepts.evolution import Evolution, evolution, known_status_quo, status_quo
from firstmove.analysis.concepts.inverse import Inverse
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.analysis.result import Analysis
from firstmove.analysis.verdict import Verdict
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About:
    """``verdicts``: one for each concept decided and decision maker. ``coalitions``: of two and
    more, those that can improve from the state. ``ways``: from the status quo, by all moves and by
    improvements only; none where the status quo is not wholly known. ``conditions``: the inverse of
    each verdict that the state is not stable. ``left_out``: what could not be told, and why."""

    analysis: Analysis
    state: str
    now: str  # the status quo, or ""
    verdicts: tuple[Verdict, ...]
    coalitions: tuple[JointVerdict, ...]
    ways: tuple[Evolution, ...]
    conditions: tuple[Inverse, ...]
    left_out: tuple[tuple[str, str], ...]


def about(
    conflict: Conflict, state: str = "", concepts: Iterable[str] = CONCEPTS, *, engine: str = "auto"
) -> About:
    """Everything about ``state``, by default the status quo.

    Raises what ``analyse`` raises, and AnalysisError for a state that is not possible or, where
    none is given, a status quo that is not wholly known.
    """
    analysis = analyse(conflict, concepts, engine=engine)
    state = state or status_quo(conflict)
    makers = conflict.decision_makers
    verdicts = tuple(
        analysis.verdict(state, maker.id, concept)
        for concept, by in analysis.stable.items()
        for maker in makers
        if maker.id in by
    )
    left_out: list[tuple[str, str]] = []
    graph = cache(lambda: StateGraph(conflict))  # made once, where something asks for it

    def tried(what: str, ask: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        try:
            return ask()
        except AnalysisError as error:
            if (what, error.what) not in left_out:
                left_out.append((what, error.what))
            return ()

    now = known_status_quo(conflict)
    ways: tuple[Evolution, ...] = ()
    if now:
        ways = tried(
            "what can come about from the status quo",
            lambda: tuple(
                evolution(conflict, by_improvements=gains, graph=graph()) for gains in (False, True)
            ),
        )
    else:
        left_out.append(("what can come about", "the status quo is not wholly known"))
    joint = [concept for concept in analysis.stable if concept in coalition.CONCEPTS]
    coalitions = tried("coalitions", lambda: _coalitions(graph, conflict, state, joint))
    conditions: list[Inverse] = []
    for v in verdicts:
        if not v.stable and v.concept in inverse.CONCEPTS:
            conditions += tried(
                "what would make it hold",
                partial(_turned, v, graph),
            )
    return About(
        analysis, state, now, verdicts, coalitions, ways, tuple(conditions), tuple(left_out)
    )


def _turned(verdict: Verdict, graph: Callable[[], StateGraph]) -> tuple[Inverse, ...]:
    made = graph()
    who, concept = verdict.decision_maker, verdict.concept
    return (inverse.inverse(made.conflict, verdict.state, who, concept, graph=made),)


def _coalitions(
    graph: Callable[[], StateGraph], conflict: Conflict, state: str, concepts: list[str]
) -> tuple[JointVerdict, ...]:
    if not concepts:
        return ()
    ids = [maker.id for maker in conflict.decision_makers]
    coalition.few_enough(len(ids))
    groups = [g for size in range(2, len(ids) + 1) for g in combinations(ids, size)]
    return tuple(
        verdict
        for verdict in coalition.verdicts(graph(), state, groups, concepts)
        if verdict.improvements
    )
