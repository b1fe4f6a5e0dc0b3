"""Sets of states as diagrams: counted exactly, listed one by one only as far as asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from firstmove.analysis.engines.diagrams import Diagram, Space
from firstmove.analysis.verdict import StateSet


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SymbolicStates(StateSet):
    """The states of a diagram over the variables x0 … of the options."""

    space: Space
    width: int
    diagram: Diagram
    counted: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        if not self.counted:
            self.counted.append(_count(self.diagram, self.width))
        return self.counted[0]

    def __iter__(self) -> Iterator[str]:
        false = self.space.false
        # The last option is the weightiest digit of a state's number.
        todo = [(self.diagram, "")] if self.diagram != false else []
        while todo:
            left, text = todo.pop()
            k = self.width - len(text) - 1
            if k < 0:
                yield text
                continue
            for value, letter in ((True, "Y"), (False, "N")):
                part = self.space.bdd.let({f"x{k}": value}, left)
                if part != false:
                    todo.append((part, letter + text))

    def _patterns(self) -> Iterator[str]:
        space = self.space
        todo = [(self.diagram, "")]
        while todo:
            left, text = todo.pop()
            k = self.width - len(text) - 1
            if left == space.true:
                yield "-" * (k + 1) + text
            elif left != space.false:
                without, taken = (space.bdd.let({f"x{k}": v}, left) for v in (False, True))
                if without == taken:
                    todo.append((without, "-" + text))
                else:
                    todo += [(taken, "Y" + text), (without, "N" + text)]

    def _drawn(self, size: int, rng: Random) -> tuple[str, ...]:
        known, whole = _counts(self.diagram, self.width), 1 << self.width
        found: set[str] = set()
        while len(found) < size:
            values = {}
            node, flip = self.diagram, False
            while node.var is not None:
                flip ^= bool(node.negated)
                both = node.low, node.high
                low, high = (whole - known[int(c)] if flip else known[int(c)] for c in both)
                taken = rng.randrange(low + high) >= low
                values[node.var] = taken
                node = both[taken]
            options = (values.get(f"x{k}", rng.random() < 0.5) for k in range(self.width))
            found.add("".join("Y" if taken else "N" for taken in options))
        return tuple(sorted(found, key=lambda state: state[::-1]))

    def __contains__(self, state: object) -> bool:
        if not isinstance(state, str) or len(state) != self.width or set(state) - {"Y", "N"}:
            return False
        values = {f"x{k}": taken == "Y" for k, taken in enumerate(state)}
        return bool(self.space.bdd.let(values, self.diagram) == self.space.true)


def _count(diagram: Diagram, width: int) -> int:
    """How many of the 2^width assignments satisfy it; in whole numbers, so exact."""
    return _counts(diagram, width)[int(diagram)]


def _counts(diagram: Diagram, width: int) -> dict[int, int]:
    """As ``_count`` for every node below it."""
    whole = 1 << width
    known: dict[int, int] = {}
    todo = [diagram]
    while todo:
        node = todo[-1]
        key = int(node)
        if key in known:
            todo.pop()
        elif node.var is None:
            known[key] = 0 if node.negated else whole
        else:
            flip = bool(node.negated)
            children = [node.low, node.high]
            waiting = [child for child in children if int(child) not in known]
            if waiting:
                todo.extend(waiting)
                continue
            half = sum(known[int(child)] for child in children) >> 1
            known[key] = whole - half if flip else half
            todo.pop()
    return known
