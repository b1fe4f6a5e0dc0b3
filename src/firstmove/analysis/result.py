"""What an analysis says: which states hold for whom, by which definition and engine, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape

from firstmove.analysis.concepts.evolution import known_status_quo
from firstmove.analysis.names import written
from firstmove.analysis.verdict import Found, Searcher, StateSet, Undecided, Verdict
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

SHOWN = 20  # equilibria that a notebook's table names


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of one engine to one question.

    ``stable[concept][decision maker id]`` are the states that are stable for it, and
    ``equilibria[concept]`` those that are stable for all. ``indifferent`` are the decision makers
    to whom all possible states are equal, because no want or ranking of theirs tells them apart:
    every state is stable for them, which says nothing about what they would do.

    ``concepts`` are those that were decided for every decision maker. ``undecided`` tells what
    else was asked; ``stable`` still holds the decision makers it was decided for.
    """

    conflict: Conflict
    concepts: tuple[str, ...]
    engine: str
    engine_reason: str
    states: int
    seconds: float
    stable: Mapping[str, Mapping[str, StateSet]]
    equilibria: Mapping[str, StateSet]
    possible: StateSet
    indifferent: tuple[str, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    witness: Callable[[str, str, str], Verdict] = field(repr=False, compare=False, kw_only=True)
    searcher: Searcher | None = field(default=None, repr=False, compare=False, kw_only=True)

    def _repr_html_(self) -> str:
        return _table(self)

    def verdict(self, state: str, decision_maker: str, concept: str) -> Verdict:
        """Why ``state`` holds for the decision maker under the concept, or why it does not.

        Raises AnalysisError for a state that is not possible or a concept not asked for.
        """
        concept = concept.lower()
        open_ = self._open(state, decision_maker, concept)
        if open_ is not None:
            raise AnalysisError(
                f"“{concept}” for “{decision_maker}” is not decided: {open_.reason}",
                remedy="ask for this one state (Analysis.ask)" if self.searcher else "",
            )
        return self.witness(state, decision_maker, concept)

    def ask(
        self, state: str, decision_maker: str, concept: str, *, seconds: float | None = 10.0
    ) -> Verdict:
        """As ``verdict``; where the concept is not decided, by a search about this one state. Not
        every improvement is looked at then (``Verdict.more``).

        Raises AnalysisError also where that takes longer than ``seconds`` or the engine has none.
        """
        concept = concept.lower()
        open_ = self._open(state, decision_maker, concept)
        if open_ is None:
            return self.witness(state, decision_maker, concept)
        if self.searcher is None:
            raise AnalysisError(
                f"“{concept}” for “{decision_maker}” is not decided: {open_.reason}",
                remedy="give more time; only the symbolic engine searches for one state",
            )
        return self.searcher.verdict(state, decision_maker, concept, seconds)

    def find(self, concept: str, limit: int = 20, *, seconds: float | None = 10.0) -> Found:
        """At most ``limit`` equilibria, and bounds on how many there are: exact where the concept
        is decided, else by a search, which every call goes on with.

        Raises AnalysisError where it is not decided and the engine has no search.
        """
        concept = concept.lower()
        if concept in self.equilibria:
            held = self.equilibria[concept]
            return Found(concept, held.first(limit), held, held)
        self._asked(concept)
        if self.searcher is None:
            raise AnalysisError(
                f"“{concept}” is not decided",
                remedy="give more time; only the symbolic engine searches for single states",
            )
        return self.searcher.find(concept, limit, seconds)

    def bounds(self) -> dict[str, Found]:
        """For each concept that is not decided, how many equilibria there are at least and at
        most, as far as that can be said at once."""
        told = {}
        for concept in self.stable if self.searcher else ():
            if concept not in self.equilibria:
                with suppress(AnalysisError):
                    told[concept] = self.find(concept, 0, seconds=0.0)
        return told

    def _asked(self, concept: str) -> None:
        if concept not in self.stable:
            raise AnalysisError(
                f"“{concept}” was not analysed",
                remedy=f"analysed: {', '.join(self.stable) or 'nothing'}",
            )

    def _open(self, state: str, decision_maker: str, concept: str) -> Undecided | None:
        """The question as it was left undecided, if it was. Raises as ``verdict``."""
        self._asked(concept)
        known = [d.id for d in self.conflict.decision_makers]
        if decision_maker not in known:
            raise AnalysisError(
                f"no decision maker has the id “{decision_maker}”",
                remedy="decision makers: " + ", ".join(known),
            )
        if state not in self.possible:
            named = [o.id for o in self.conflict.options] or [s.id for s in self.conflict.states]
            how = "states" if self.conflict.states else "write Y or N for each option in turn"
            raise AnalysisError(
                f"“{state}” is not a possible state of the model",
                remedy=f"{how}: {', '.join(named[:20])}{', …' if len(named) > 20 else ''}",
            )
        question = (concept, decision_maker)
        return next((u for u in self.undecided if (u.concept, u.decision_maker) == question), None)


def _table(analysis: Analysis) -> str:
    """Which states are equilibria under which concepts, the most concepts first, and who is behind
    each option letter. Counts are exact; at most SHOWN states are named."""
    conflict = analysis.conflict
    held: dict[str, int] = {}
    for key in analysis.concepts:
        for state in analysis.equilibria[key].first(10 * SHOWN):
            if state not in held:
                held[state] = sum(state in analysis.equilibria[k] for k in analysis.concepts)
    states = sorted(held, key=lambda state: -held[state])[:SHOWN]
    now = known_status_quo(conflict)
    head = "".join(
        f"<th>{escape(written(key))} ({analysis.equilibria[key].count:,})</th>"
        for key in analysis.concepts
    )
    rows = [
        f"<tr><td><code>{escape(state)}</code>{' (status quo)' if state == now else ''}</td>"
        + "".join(
            f"<td>{'✓' if state in analysis.equilibria[key] else ''}</td>"
            for key in analysis.concepts
        )
        + "</tr>"
        for state in states
    ]
    owners = {d.id: d.name for d in conflict.decision_makers}
    letters = "".join(
        f"<li>{escape(o.label or o.id)} ({escape(owners.get(o.owner, o.owner))})</li>"
        for o in conflict.options
    ) or "".join(
        f"<li><code>{escape(s.id)}</code> {escape(s.label)}</li>" for s in conflict.states[:SHOWN]
    )
    open_ = "".join(
        f"<li>{escape(written(u.concept))}, {escape(owners.get(u.decision_maker, ''))}: not "
        f"decided: {escape(u.reason)}</li>"
        for u in analysis.undecided
    )
    more = "" if len(held) <= SHOWN else f"<p>{len(held) - SHOWN:,} or more states not shown.</p>"
    return (
        f"<p><b>{escape(conflict.name or 'Conflict')}</b>: {analysis.states:,} possible states, "
        f"{escape(analysis.engine)} engine</p>"
        f"<table><thead><tr><th>state</th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"{more}<ol>{letters}</ol>{f'<ul>{open_}</ul>' if open_ else ''}"
    )
