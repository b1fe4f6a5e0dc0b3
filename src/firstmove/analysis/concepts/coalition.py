"""Coalitions: what decision makers could do together, and whether that is deterred.

    R_H(s): ends of legal sequences of moves by members of H, over possible states only
    H improves from s to q  iff  q ∈ R_H(s) and q ≻_i s for every i in H

    Nash  H cannot improve from s
    GMR   every improvement s1 has some s2 ∈ R_{N−H}(s1) with s2 ⪯_i s for some i in H
    SMR   GMR with an s2 from which no s3 ∈ R_H(s2) has s3 ≻_i s for every i in H
    SEQ   GMR with s2 ∈ R_{N−H}⁺(s1), each move a gain for the member that makes it

Kilgour, Hipel, Fang & Peng 2001 (improvements by coalitions, and which of them break an
equilibrium); Inohara & Hipel 2008 (the four concepts; they also let the others answer as
coalitions, here each of them moves for itself). A coalition of one gives the simple concepts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firstmove.analysis.concepts.deterrence import Rule, Sets, steps
from firstmove.analysis.concepts.strength import improving
from firstmove.analysis.graphs.masks import StateGraph
from firstmove.analysis.graphs.walk import first, reachable, visits, way
from firstmove.analysis.verdict import StateSet, Step
from firstmove.conflict import Conflict, check
from firstmove.errors import AnalysisError

CONCEPTS = ("nash", "gmr", "smr", "seq")
MAX_MAKERS = 10  # decision makers of whom all coalitions are looked at: 1,013 of two and more


@dataclass(frozen=True, slots=True)
class JointImprovement:
    """A state that all members prefer: the members' shortest ``path`` to it, and the shortest
    ``reply`` of the others after which some member is no better off; empty where there is none."""

    members: tuple[str, ...]
    state: str
    to: str
    path: tuple[Step, ...]
    deterred: bool = False
    reply: tuple[Step, ...] = ()
    ends: str = ""


@dataclass(frozen=True, slots=True)
class JointVerdict:
    """Whether ``state`` is stable for the coalition under ``concept``, with the witness: every
    improvement, by the order of states, and the reply that deters it or none."""

    concept: str
    members: tuple[str, ...]  # ids
    state: str
    stable: bool
    improvements: tuple[JointImprovement, ...] = ()


@dataclass(frozen=True, slots=True)
class CoalitionAnalysis:
    """Which states are stable for a coalition: ``stable[concept]``."""

    conflict: Conflict
    members: tuple[str, ...]  # ids
    stable: Mapping[str, StateSet]
    graph: StateGraph = field(repr=False, compare=False)

    def improvements(self, state: str, concept: str = "nash") -> tuple[JointImprovement, ...]:
        """What the members could improve to from ``state``, by the order of states, each with the
        reply that deters it under the concept."""
        return _improvements(self.graph, self.members, state, _concept(concept))

    def verdict(self, state: str, concept: str) -> JointVerdict:
        """Why ``state`` holds for the coalition under the concept, or why it does not.

        Raises AnalysisError for a state that is not possible and for an unknown concept.
        """
        return _verdict(self.graph, self.members, state, _concept(concept))


@dataclass(frozen=True, slots=True)
class AllCoalitions:
    """Every coalition of one and more, by its members' ids, smallest first.

    ``equilibria[concept]``: the states that are stable for every coalition, single decision makers
    among them. ``by_members[ids]`` is the analysis of one coalition.
    """

    conflict: Conflict
    by_members: Mapping[tuple[str, ...], CoalitionAnalysis]
    equilibria: Mapping[str, StateSet]


def all_coalitions(conflict: Conflict, concepts: Sequence[str] = CONCEPTS) -> AllCoalitions:
    """Stability of every state for every coalition.

    Raises ModelError for an unsound conflict; AnalysisError for an unknown concept, for more than
    MAX_MAKERS decision makers and past the number of states that ``masks`` holds.
    """
    check(conflict)
    graph = StateGraph(conflict)
    few_enough(len(graph.ids))
    by_members: dict[tuple[str, ...], CoalitionAnalysis] = {}
    held = {_concept(c): graph.all for c in concepts}
    for size in range(1, len(graph.ids) + 1):
        for members in combinations(graph.ids, size):
            group = _places(graph, members)
            stable = {c: rule(graph, group, c).stable() for c in concepts}
            held = {c: held[c] & mask for c, mask in stable.items()}
            by_members[members] = CoalitionAnalysis(
                conflict, members, {c: graph.states(mask) for c, mask in stable.items()}, graph
            )
    equilibria = {c: graph.states(mask) for c, mask in held.items()}
    return AllCoalitions(conflict, by_members, equilibria)


def coalition(
    conflict: Conflict, members: Iterable[str], concepts: Sequence[str] = CONCEPTS
) -> CoalitionAnalysis:
    """Stability of every state for the decision makers with these ids, acting together.

    Raises ModelError for an unsound conflict; AnalysisError for an unknown member or concept and
    past the number of states that ``masks`` holds.
    """
    check(conflict)
    graph = StateGraph(conflict)
    ids = _members(graph, members)
    return CoalitionAnalysis(
        conflict,
        ids,
        {c: graph.states(rule(graph, _places(graph, ids), _concept(c)).stable()) for c in concepts},
        graph,
    )


def verdicts(
    graph: StateGraph, state: str, groups: Iterable[Sequence[str]], concepts: Sequence[str]
) -> tuple[JointVerdict, ...]:
    """Why one state holds or not for each of some coalitions (ids) under each concept; quicker than
    ``coalition`` for each of them, which asks about all states. Raises AnalysisError for an unknown
    state, member or concept."""
    return tuple(
        _verdict(graph, _members(graph, members), state, _concept(concept))
        for members in groups
        for concept in concepts
    )


def coalition_improvements(conflict: Conflict, state: str) -> tuple[JointImprovement, ...]:
    """What coalitions of two or more could improve to from ``state`` (an equilibrium, say), the
    smallest coalitions first. A target that a part of the coalition reaches as well, to the gain
    of each of its own members, is told for the part only.

    Raises AnalysisError for more than MAX_MAKERS decision makers.
    """
    check(conflict)
    graph = StateGraph(conflict)
    graph.place(state)
    few_enough(len(graph.ids))
    found: list[JointImprovement] = []
    led_to: dict[str, list[frozenset[str]]] = {}  # target → the coalitions that improve to it
    for size in range(2, len(graph.ids) + 1):
        for members in combinations(graph.ids, size):
            for improvement in _improvements(graph, members, state, "nash"):
                known = led_to.setdefault(improvement.to, [])
                if not any(part < frozenset(members) for part in known):
                    known.append(frozenset(members))
                    found.append(improvement)
    return tuple(found)


def few_enough(makers: int) -> None:
    """Raises AnalysisError for so many decision makers that not all coalitions are looked at."""
    if makers > MAX_MAKERS:
        raise AnalysisError(
            f"the coalitions of {makers} decision makers are too many to look at",
            remedy=f"up to {MAX_MAKERS}; ask for one with coalition(conflict, members)",
        )


def rule(graph: StateGraph, members: Sequence[int], concept: str) -> Rule:
    """The concept for the coalition, as a rule over all states."""
    states = range(len(graph.names))
    preferred = _preferred(graph, members)
    reach = _reach(graph, tuple(members), credible=False)
    leave = [reach[s] & preferred[s] for s in states]
    if concept == "nash":
        return Rule(leave)
    others = tuple(j for j in range(len(graph.ids)) if j not in members)
    credible = concept == "seq"
    return Rule(
        leave,
        others,
        improving(graph) if credible else graph.moves,
        _reach(graph, others, credible=credible),
        deter=[graph.all & ~preferred[s] for s in states],
        moves=reach if concept == "smr" else None,
        escape=preferred,
    )


def _preferred(graph: StateGraph, members: Sequence[int]) -> Sets:
    """For each state those that every member prefers to it."""
    found = [graph.all] * len(graph.names)
    for i in members:
        found = [mask & better for mask, better in zip(found, graph.orders[i].better, strict=True)]
    return found


def _reach(graph: StateGraph, group: tuple[int, ...], *, credible: bool) -> Sets:
    moves = improving(graph) if credible else graph.moves
    return graph.once(("reach", group, credible), lambda: reachable(group, moves, len(graph.names)))


def _improvements(
    graph: StateGraph, members: Sequence[str], state: str, concept: str
) -> tuple[JointImprovement, ...]:
    group, s = _places(graph, members), graph.place(state)
    known = visits(group, graph.moves, s)
    preferred = graph.all & ~(1 << s)
    for i in group:
        preferred &= graph.orders[i].better[s]
    ends: dict[int, tuple[int, int]] = {}  # target → how it is first reached
    for key in known:
        if preferred >> key[0] & 1:
            ends.setdefault(key[0], key)
    answers = _Answers(graph, group, s, preferred, concept)
    made = []
    for s1, key in sorted(ends.items()):
        reply = answers.reply(s1)
        made.append(
            JointImprovement(
                tuple(members), state, graph.names[s1], steps(graph, way(known, key)), bool(reply),
                steps(graph, reply), graph.names[reply[-1][2]] if reply else "",
            )
        )  # fmt: skip
    return tuple(made)


class _Answers:
    """The others' shortest answers to a coalition's improvements from one state, found by a search
    from each improvement: nothing is worked out about other states."""

    def __init__(
        self, graph: StateGraph, group: Sequence[int], s: int, preferred: int, concept: str
    ) -> None:
        self.graph, self.group, self.preferred = graph, group, preferred
        self.concept = concept
        self.others = tuple(j for j in range(len(graph.ids)) if j not in group)
        self.steps = improving(graph) if concept == "seq" else graph.moves
        self.lasting: dict[int, bool] = {}

    def reply(self, s1: int) -> tuple[tuple[int, int, int], ...]:
        """As (mover, before, after); () where there is none."""
        if self.concept == "nash":
            return ()
        return first(self.others, self.steps, s1, lambda s2: s2 != s1 and self.deters(s2))

    def deters(self, s2: int) -> bool:
        if self.preferred >> s2 & 1:
            return False
        if self.concept != "smr":
            return True
        if s2 not in self.lasting:
            wanted = lambda s3: bool(self.preferred >> s3 & 1)  # noqa: E731
            self.lasting[s2] = not first(self.group, self.graph.moves, s2, wanted)
        return self.lasting[s2]


def _verdict(graph: StateGraph, members: tuple[str, ...], state: str, concept: str) -> JointVerdict:
    found = _improvements(graph, members, state, concept)
    return JointVerdict(concept, members, state, all(each.deterred for each in found), found)


def _places(graph: StateGraph, members: Sequence[str]) -> tuple[int, ...]:
    return tuple(graph.mover(member) for member in members)


def _members(graph: StateGraph, members: Iterable[str]) -> tuple[str, ...]:
    given = [members] if isinstance(members, str) else list(members)
    for member in given:
        graph.mover(member)
    if not given:
        raise AnalysisError("the coalition has no members", remedy="name at least one")
    return tuple(id_ for id_ in graph.ids if id_ in given)


def _concept(name: str) -> str:
    if name not in CONCEPTS:
        raise AnalysisError(
            f"“{name}” is not a concept for coalitions", remedy=f"choose from {', '.join(CONCEPTS)}"
        )
    return name
