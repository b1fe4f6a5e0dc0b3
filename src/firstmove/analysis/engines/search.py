"""SEQ and SSEQ one state at a time, where the set of all stable states is out of reach.

The set of all needs, for every state at once, the least that the opponents' improvements lead to:
a rank at every state, which is where diagrams blow up. For one state s the rank to get down to is
a constant, and the opponents start from where they are in s, so that a set of states reached is
all there is to keep. The question is asked by counterexample:

    1. Go forward from all improvements s1 of i together, as long as the diagram stays small; i's
       options do not change on the way, so they tell which s1 an end that deters belongs to.
    2. Go forward from one s1 that is left. Nothing deters it: s is unstable, and the states
       reached are the reason. Something does: the same moves deter every s1 in which each is
       still an improvement of its mover and the end still deters; leave those out; again.

A reason (a set C that the opponents' improvements do not leave, whose worst for i is v) refutes
every state below v from which i can move to a state of C that is not below v. ``Equilibria`` uses
that to search for equilibria between a set of states that surely are and one outside of which none
is: Nash ⊆ SEQ ⊆ GMR, and Nash ⊆ SSEQ ⊆ SMR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.analysis.concepts import gmr, nash, smr
from firstmove.analysis.engines.diagrams import Diagram, Vector
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.verdict import Step

CONCEPTS = ("seq", "sseq")
_SMALL = 2000  # nodes of a set of states that is followed from all improvements together


@dataclass(frozen=True, slots=True)
class Answer:
    """``deterred``: the patterns of i's options that surely are. ``free``: an improvement that
    nobody deters, "" where the state is stable; ``closed``: where the others can go from it."""

    deterred: Diagram
    free: str
    closed: Diagram


@dataclass(frozen=True, slots=True)
class _Walk:
    left: Diagram  # patterns of i's options from which no end that deters was reached
    reached: Diagram  # the states reached from them
    whole: bool  # nothing more can be reached
    layers: list[tuple[int, Diagram, Diagram]]  # mover, states before, new states after


class Search:
    """The question for one decision maker i of a graph and one concept (``CONCEPTS``)."""

    def __init__(self, graph: SymbolicGraph, i: int, concept: str) -> None:
        self.graph, self.space, self.i = graph, graph.space, i
        self.mover = graph.symbolic[i]
        self.others = graph.opponents(i)
        self.options = [x for j in self.others for x in graph.symbolic[j].own]
        # What the opponents try to keep down: where they lead to, or what i makes of it.
        self.worth: Vector = self.mover.rank
        if concept == "sseq":
            self.worth = smr.after_counter_move(graph, i)  # type: ignore[assignment]

    def ask(self, state: str) -> Answer:
        """Whether a possible state is stable. Raises OutOfTime."""
        space, fixed, deters = self.space, self._fixed(state), self._deters(state)
        todo, deterred, small = self.mover.gains(state), space.false, _SMALL
        while todo != space.false:
            walk = self._walk(todo & fixed, deters, small)
            deterred |= todo & ~walk.left
            todo = walk.left
            if todo == space.false:
                break
            one = self._first(todo & fixed)
            if walk.whole:
                return Answer(deterred, one, walk.reached)
            walk = self._walk(space.cube(one), deters, None)
            if walk.left != space.false:
                return Answer(deterred, one, walk.reached)
            alike = self._alike(self._path(walk, one, deters), deters)
            deterred |= todo & alike
            todo &= ~alike
            small *= 2
        return Answer(deterred, "", space.false)

    def improvements(self, state: str) -> SymbolicStates:
        """What i can move to from ``state`` and prefers to it."""
        held = self.mover.gains(state) & self._fixed(state)
        return SymbolicStates(self.space, self.graph.width, held)

    def reply(self, state: str, to: str) -> tuple[Step, ...]:
        """The opponents' improving moves that deter i's move from ``state`` to ``to``; there are
        such moves. Raises OutOfTime."""
        deters = self._deters(state)
        return tuple(self._path(self._walk(self.space.cube(to), deters, None), to, deters))

    def _fixed(self, state: str) -> Diagram:
        """All options that are not i's, as they are."""
        return self.space.bdd.cube(self._not_mine(state))

    def _deters(self, state: str) -> Diagram:
        """The states that would make i's move from ``state`` no gain."""
        return ~self.worth.exceeds(self.mover.level.at(state)) & self.space.possible

    def refuted(self, answer: Answer) -> Diagram:
        """The states that the reason for an unstable one speaks against as well."""
        space = self.space
        worst, left = [], answer.closed
        for digit in self.worth.digits:
            less = left & ~digit
            worst.append(less == space.false)
            left = left if less == space.false else less
        # Under SSEQ a state may be worth more than its rank, and i moves only where that is higher.
        worst = list(min(tuple(worst), self.mover.rank.at(answer.free)))
        gain = self.mover.rank >= self.mover.rank.constant(worst)
        found = space.exist(self.mover.free, answer.closed & gain)
        for name, ahead in self.mover.one_way:
            x = space.bdd.var(name)
            fixed, either = (x, ~x) if ahead else (~x, x)
            found = (found & fixed) | (space.exist([name], found) & either)
        return found & ~(self.mover.level >= self.mover.level.constant(worst)) & space.possible

    def _walk(self, start: Diagram, deters: Diagram, small: int | None) -> _Walk:
        """Forward by improvements of the opponents, nearest first; patterns of i's options that
        are done with are left out. ``small``: give up when a set of states has more nodes."""
        space = self.space
        left, reached = space.exist(self.options, start), start
        ahead = dict.fromkeys(self.others, start)
        layers: list[tuple[int, Diagram, Diagram]] = []
        while any(states != space.false for states in ahead.values()):
            for j in self.others:
                before, ahead[j] = ahead[j], space.false
                if before == space.false:
                    continue
                new = self.graph.symbolic[j].image(before, improving=True) & ~reached
                layers.append((j, before, new))
                done = space.exist(self.options, new & deters)
                left, reached, new = left & ~done, (reached | new) & ~done, new & ~done
                # j's improvements are transitive: what it reached it need not go on from.
                ahead = {k: (s if k == j else s | new) & ~done for k, s in ahead.items()}
                if left == space.false:
                    return _Walk(left, reached, True, layers)
                if small is not None and len(reached) > small:
                    return _Walk(left, reached, False, layers)
        return _Walk(left, reached, True, layers)

    def _path(self, walk: _Walk, start: str, deters: Diagram) -> list[Step]:
        """The way from ``start`` to the first end that deters of a walk from there alone."""
        ids = [d.id for d in self.graph.conflict.decision_makers]
        end = self._first(walk.layers[-1][2] & deters)
        steps: list[Step] = []
        nth = len(walk.layers) - 1
        while end != start:
            j, before, _ = walk.layers[nth]
            sources = self.graph.symbolic[j].sources(end, improving=True)
            came = self._first(before & sources)
            steps.append(Step(ids[j], came, end))
            end = came
            here = self.space.cube(end)
            nth = next((n for n in range(nth) if walk.layers[n][2] & here != self.space.false), nth)
        return steps[::-1]

    def _alike(self, path: Sequence[Step], deters: Diagram) -> Diagram:
        """The patterns of i's options with which the path consists of improvements, and deters."""
        space = self.space
        places = {d.id: n for n, d in enumerate(self.graph.conflict.decision_makers)}
        found = space.put(self._not_mine(path[-1].after), deters)
        for step in path:
            mover = self.graph.symbolic[places[step.mover]]
            before = self._not_mine(step.before)
            here = {t: space.put(before, meaning) for t, meaning in mover._here().items()}
            better = space.put(self._not_mine(step.after), mover.better())
            found &= space.put(here, better)
        return found

    def _not_mine(self, state: str) -> dict[str, bool]:
        return {x: v for x, v in self.space.values(state).items() if x not in self.mover.own}

    def _first(self, states: Diagram) -> str:
        return SymbolicStates(self.space, self.graph.width, states).first(1)[0]


class Equilibria:
    """A search for equilibria of one concept (``CONCEPTS``), which can be gone on with.

    ``sure`` and ``open`` are states that are equilibria and such that are not looked at yet; no
    others are. ``decided``: the stable states of the decision makers (by place) that are known.
    """

    def __init__(self, graph: SymbolicGraph, concept: str, decided: dict[int, Diagram]) -> None:
        self.graph, self.concept = graph, concept
        self.asking = [i for i in range(len(graph.symbolic)) if i not in decided]
        self.searches: dict[int, Search] = {}
        widest = gmr if concept == "seq" else smr
        sure = may = graph.space.possible
        for i in range(len(graph.symbolic)):
            if i in decided:
                sure, may = sure & decided[i], may & decided[i]
            else:
                sure, may = sure & nash.stable(graph, i), may & widest.stable(graph, i)
        self.sure: Diagram = sure
        self.open: Diagram = may & ~sure

    def step(self) -> str:
        """Look at one more state; an equilibrium, or "". Raises OutOfTime."""
        space = self.graph.space
        state = SymbolicStates(space, self.graph.width, self.open).first(1)[0]
        for place, i in enumerate(self.asking):
            if i not in self.searches:
                self.searches[i] = Search(self.graph, i, self.concept)
            answer = self.searches[i].ask(state)
            if answer.free:
                self.open &= ~self.searches[i].refuted(answer)
                # Who refutes one state is likely to refute the next.
                self.asking.insert(0, self.asking.pop(place))
                return ""
        found = space.cube(state)
        self.sure |= found
        self.open &= ~found
        return state
