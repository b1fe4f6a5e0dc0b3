"""Who opens a path, as ``openers`` has it, by decision diagrams: for dozens of options.

The same search backwards from the goal states, by rising (cost, length), with sets of states as
diagrams; of a set only the state that a path goes to is ever picked. Cost: a few images a portion
and decision maker. How large diagrams become depends on the model; a clock ends the search.
"""

from __future__ import annotations

from firstmove.analysis.engines.diagrams import Diagram
from firstmove.analysis.engines.symbolic_graph import SymbolicGraph
from firstmove.analysis.engines.symbolic_states import SymbolicStates
from firstmove.analysis.first_moves.result import Effect
from firstmove.conflict import Condition

TextLeg = tuple[int, str, str]  # mover, state before, state after
Portion = tuple[int, int]  # later steps that are no gain, length


class DiagramField:
    """The moves and gains of a model, over diagrams."""

    def __init__(self, graph: SymbolicGraph) -> None:
        self.graph = graph
        self.space = graph.space
        self.makers = range(len(graph.symbolic))
        self._legs = [self._moving(i) for i in self.makers]

    def meeting(self, goal: Condition) -> Diagram:
        holds, forget = self.graph._holds()
        found = holds(goal) & self.space.possible
        forget()
        return found

    def states(self, found: Diagram) -> SymbolicStates:
        return SymbolicStates(self.space, self.graph.width, found)

    def only(self, state: str) -> Diagram:
        return self.space.cube(state)

    def into(self, i: int, states: Diagram) -> Diagram:
        """The states from which i can move into ``states``."""
        mover, space = self.graph.symbolic[i], self.space
        there = {x: space.bdd.var(f"y{x[1:]}") for x in mover.own}
        ends = [f"y{x[1:]}" for x in mover.own]
        found = space.exist(ends, space.put(there, states) & self._legs[i])
        return found & space.possible

    def gains_into(self, i: int, states: Diagram) -> Diagram:
        """The states from which i gains by a move into ``states``."""
        mover, space = self.graph.symbolic[i], self.space
        found = space.exist(mover.own, mover.better() & states)
        return space.put(mover._here(), found) & space.possible

    def out_of(self, i: int, state: str) -> Diagram:
        """R_i(s)."""
        here = self.only(state)
        return self.graph.symbolic[i].image(here, improving=False) & ~here

    def gains_from(self, i: int, state: str, over: str = "") -> Diagram:
        """The states of R_i(s) that i prefers to s, or to ``over``."""
        return self.out_of(i, state) & self.better(i, over or state)

    def better(self, i: int, than: str) -> Diagram:
        mover = self.graph.symbolic[i]
        return mover.rank.exceeds(mover.level.at(than)) & self.space.possible

    def no_worse(self, i: int, than: str) -> Diagram:
        """Those preferred to ``than``, and those liked as much."""
        mover = self.graph.symbolic[i]
        rank = mover.rank.at(than)
        if rank != mover.level.at(than):
            return self.better(i, than)
        both = (mover.rank, mover.level)
        equal = self.space.possible
        for bits in both:
            for digit, bit in zip(bits.digits, rank, strict=True):
                equal &= digit if bit else ~digit
        return self.better(i, than) | equal

    def effect(self, i: int, before: str, after: str) -> Effect:
        mover = self.graph.symbolic[i]
        ranks, levels = (
            [vector.at(state) for state in (before, after)] for vector in (mover.rank, mover.level)
        )
        if ranks[1] > levels[0]:
            return Effect.GAIN
        if ranks[0] > levels[1]:
            return Effect.SACRIFICE
        return Effect.INDIFFERENT if ranks == levels else Effect.UNCOMPARED

    def liked_best(self, i: int, among: Diagram) -> str:
        """What i likes best, of equals the first in the order of the model."""
        for digit in self.graph.symbolic[i].rank.digits:
            self.space.clock.check()
            if among & digit != self.space.false:
                among &= digit
        return self.states(among).first(1)[0]

    def fewest_changes(self, i: int, start: str, among: Diagram) -> Diagram:
        """Those of ``among`` that change the fewest options of i."""
        space, own = self.space, self.graph.symbolic[i].own
        values = space.values(start)
        exactly = [space.true]
        for x in own:
            kept = space.bdd.var(x) if values[x] else ~space.bdd.var(x)
            shorter = [*exactly, space.false]
            longer = [space.false, *exactly]
            exactly = [(a & kept) | (b & ~kept) for a, b in zip(shorter, longer, strict=True)]
        return next(found for found in (among & n for n in exactly) if found != space.false)

    def reached(self, start: str) -> Diagram:
        """What legal moves lead to, with ``start``: in option form nobody needs to move twice."""
        found, new = self.only(start), self.only(start)
        while new != self.space.false:
            ahead = self.space.false
            for i in self.makers:
                ahead |= self.graph.symbolic[i].image(new, improving=False)
            new = ahead & ~found
            found |= new
        return found

    def _moving(self, i: int) -> Diagram:
        """i's options from x to y: some of them other, one-way options the allowed way."""
        mover, space = self.graph.symbolic[i], self.space
        stay = allowed = space.true
        for x in mover.own:
            stay &= space.same(space.bdd.var(x), space.bdd.var(f"y{x[1:]}"))
        for x, ahead in mover.one_way:
            before, after = space.bdd.var(x), space.bdd.var(f"y{x[1:]}")
            allowed &= (~before | after) if ahead else (before | ~after)
        return allowed & ~stay


def diagram_openings(
    field: DiagramField, start: str, goal: Diagram
) -> list[tuple[int, int, tuple[TextLeg, ...]]]:
    """(maker, later steps that are no gain, path) of each who opens with the fewest of these."""
    layers = _layers(field, start, goal & ~field.only(start))
    ahead = [field.out_of(i, start) for i in field.makers]
    false = field.space.false

    def portions(i: int) -> list[Portion]:
        return [at for at in sorted(layers) if layers[at].get(i, false) & ahead[i] != false]

    least = min((portions(i)[0][0] for i in field.makers if portions(i)), default=None)
    found = []
    for i in field.makers:
        mine = [at for at in portions(i) if at[0] == least]
        if not mine:
            continue
        first = field.space.false
        for at in mine:
            first |= layers[at][i] & ahead[i]
        gains = first & field.better(i, start)
        first = field.fewest_changes(i, start, first if gains == false else gains)
        near = next(at for at in mine if layers[at][i] & first != false)
        to = field.liked_best(i, layers[near][i] & first)
        found.append((i, near[0], _path(field, layers, i, start, to, near)))
    return found


def _layers(field: DiagramField, start: str, goal: Diagram) -> dict[Portion, dict[int, Diagram]]:
    """By (cost, length) and last mover, exact up to the least cost of an opening."""
    space = field.space
    away = ~field.only(start)
    first = [field.out_of(i, start) for i in field.makers]
    seen = [space.false for _ in field.makers]
    todo: dict[Portion, dict[int, Diagram]] = {(0, 0): dict.fromkeys(field.makers, goal)}
    layers: dict[Portion, dict[int, Diagram]] = {}
    bound: int | None = None
    while todo:
        now = min(todo)
        if bound is not None and now[0] > bound:
            break
        settled = {k: states & ~seen[k] for k, states in todo.pop(now).items()}
        settled = {k: states for k, states in settled.items() if states != space.false}
        for k, states in settled.items():
            seen[k] |= states
            if bound is None and states & first[k] != space.false:
                bound = now[0]
        if not settled:
            continue
        layers[now] = settled
        for step, before in (
            ((now[0], now[1] + 1), {k: field.gains_into(k, s) for k, s in settled.items()}),
            ((now[0] + 1, now[1] + 1), {k: field.into(k, s) for k, s in settled.items()}),
        ):
            if bound is not None and step[0] > bound:
                continue
            for last in field.makers:
                found = space.false
                for k, states in before.items():
                    if k != last:
                        found |= states
                found &= away & ~seen[last]
                if found != space.false:
                    kept = todo.setdefault(step, {})
                    kept[last] = kept[last] | found if last in kept else found
    return layers


def _path(
    field: DiagramField,
    layers: dict[Portion, dict[int, Diagram]],
    i: int,
    start: str,
    to: str,
    at: Portion,
) -> tuple[TextLeg, ...]:
    """Step by step to a lower portion, as ``openers`` goes."""
    legs: list[TextLeg] = [(i, start, to)]
    last = i
    while at != (0, 0):
        last, to, at = _next(field, layers, to, last, at)
        legs.append((last, legs[-1][2], to))
    return tuple(legs)


def _next(
    field: DiagramField,
    layers: dict[Portion, dict[int, Diagram]],
    here: str,
    last: int,
    at: Portion,
) -> tuple[int, str, Portion]:
    for wanted, gain in (((at[0], at[1] - 1), True), ((at[0] - 1, at[1] - 1), False)):
        for j in field.makers:
            if j == last or j not in layers.get(wanted, {}):
                continue
            there = field.gains_from(j, here) if gain else field.out_of(j, here)
            there &= layers[wanted][j]
            if there != field.space.false:
                return j, field.liked_best(j, there), wanted
    raise AssertionError("a node has a value and no step leads on")
