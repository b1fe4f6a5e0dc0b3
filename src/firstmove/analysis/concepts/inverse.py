"""Inverse: under which preferences of a decision maker a state is stable for it.

    With W = {q: q ⪯_i s}, the states that i does not prefer to s, s is stable for i iff

    Nash  every s1 ∈ R_i(s) is in W
    GMR   for every s1 ∈ R_i(s): s1 ∈ W, or some s2 ∈ R_{N−i}(s1) is in W
    SEQ   the same with s2 ∈ R_{N−i}⁺(s1), by the others' preferences as the model has them
    SMR   for every s1 ∈ R_i(s): s1 ∈ W, or some s2 ∈ R_{N−i}(s1) and all of R_i(s2) are in W
    SSEQ  the same with s2 ∈ R_{N−i}⁺(s1)
    SIM   for every s1 ∈ R_i(s): s1 ∈ W, or a feasible state made of s1 and improvements of others

Kinsara, Petersons, Hipel & Kilgour 2015, who list preference orders one by one. Stability depends
on W alone, and more states in W never hurt, so that the answer is a condition: all of some
clauses, each of them "at least one of these is no better than s". Clauses that follow from others
are left out. Every improvement counts, and equal states deter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from firstmove.analysis.concepts.strength import improving
from firstmove.analysis.graphs.masks import StateGraph, bits
from firstmove.analysis.graphs.walk import reachable
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq", "sim")

Term = frozenset[int]  # all of these are no better than s
Clause = frozenset[Term]  # at least one of these terms holds


@dataclass(frozen=True, slots=True)
class Inverse:
    """The condition, on what the decision maker does not prefer to ``state``, for it to be stable.

    ``clauses``: every one has to hold. A clause is a tuple of terms, of which one has to hold; a
    term is a tuple of states, all of which have to be no better than ``state``. None at all: the
    state is stable whatever the preference. ``met`` tells for each clause whether the model's own
    preference meets it.
    """

    conflict: Conflict = field(repr=False)
    concept: str
    decision_maker: str  # id
    state: str
    clauses: tuple[tuple[tuple[str, ...], ...], ...]
    met: tuple[bool, ...]

    @property
    def always(self) -> bool:
        """Whether the state is stable under every preference."""
        return not self.clauses

    @property
    def holds_now(self) -> bool:
        """Whether the model's own preference makes the state stable."""
        return all(self.met)

    def holds(self, no_better: Iterable[str]) -> bool:
        """Whether it is stable for one to whom exactly these states are no better."""
        weak = {*no_better, self.state}
        return all(any(weak.issuperset(term) for term in clause) for clause in self.clauses)


def inverse(
    conflict: Conflict,
    state: str,
    decision_maker: str,
    concept: str,
    *,
    graph: StateGraph | None = None,
) -> Inverse:
    """Under which preferences of ``decision_maker`` (id) the state is stable for it; everything
    else stays as the model has it. ``graph``: the conflict's, where it is at hand.

    Raises ModelError for an unsound conflict; AnalysisError for an unknown state, decision maker
    or concept, for SIM in graph form, and past the number of states that ``masks`` holds.
    """
    if graph is None:
        check(conflict)
    concept = concept.lower()
    if concept not in CONCEPTS:
        raise AnalysisError(
            f"“{concept}” is not a concept that can be turned round",
            remedy=f"choose from {', '.join(CONCEPTS)}",
        )
    if concept == "sim" and conflict.states:
        raise AnalysisError(
            "SIM joins moves option by option, and the conflict is in graph form",
            remedy="choose from " + ", ".join(CONCEPTS[:-1]),
        )
    graph = graph or StateGraph(conflict)
    i, s = graph.mover(decision_maker), graph.place(state)
    clauses = _irredundant(_clauses(graph, i, s, concept))
    weak = graph.all & ~graph.orders[i].better[s]
    return Inverse(
        conflict,
        concept,
        decision_maker,
        state,
        tuple(
            tuple(tuple(graph.names[q] for q in sorted(term)) for term in _ordered(clause))
            for clause in clauses
        ),
        tuple(any(all(weak >> q & 1 for q in term) for term in clause) for clause in clauses),
    )


def _clauses(graph: StateGraph, i: int, s: int, concept: str) -> list[Clause]:
    replies: list[int] = []
    if concept not in ("nash", "sim"):
        others = [j for j in range(len(graph.ids)) if j != i]
        moves = improving(graph) if concept in ("seq", "sseq") else graph.moves
        replies = graph.once(
            ("simple", concept in ("seq", "sseq"), i),
            lambda: reachable(others, moves, len(graph.names)),
        )
    found: list[Clause] = []
    for s1 in bits(graph.moves[i][s]):
        terms: list[Term] = [frozenset([s1])]
        if concept == "sim":
            terms += [frozenset([q]) for q in _joined(graph, i, s, s1)]
        elif replies:
            for s2 in bits(replies[s1]):
                further = bits(graph.moves[i][s2]) if concept in ("smr", "sseq") else ()
                terms.append(frozenset([s2, *further]))
        # s is no better than itself.
        clause = _least(frozenset(term - {s} for term in terms))
        if frozenset() not in clause:
            found.append(clause)
    return found


def _joined(graph: StateGraph, i: int, s: int, s1: int) -> set[int]:
    """The possible states made of s1 and improvements that some of the others have from s."""
    owners = [option.owner for option in graph.conflict.options]
    better = improving(graph)
    choices = [[(j, q) for q in (s, *bits(better[j][s]))] for j in range(len(graph.ids)) if j != i]
    found = set()
    for chosen in product(*choices):
        by = {graph.ids[j]: graph.names[q] for j, q in (*chosen, (i, s1))}
        at = graph.places.get("".join(by[owner][k] for k, owner in enumerate(owners)))
        if at is not None and at != s1:
            found.add(at)
    return found


def _least(clause: Clause) -> Clause:
    """Without terms that ask for more than another one does."""
    return frozenset(term for term in clause if not any(other < term for other in clause))


def _irredundant(clauses: list[Clause]) -> list[Clause]:
    """Without clauses that follow from another one; shortest first."""
    found: list[Clause] = []
    for clause in sorted(set(clauses), key=lambda c: (len(c), [sorted(t) for t in _ordered(c)])):
        if not any(_implies(known, clause) for known in found):
            found = [known for known in found if not _implies(clause, known)]
            found.append(clause)
    return found


def _implies(strong: Clause, weak: Clause) -> bool:
    return all(any(other <= term for other in weak) for term in strong)


def _ordered(clause: Clause) -> list[Term]:
    return sorted(clause, key=lambda term: (len(term), sorted(term)))
