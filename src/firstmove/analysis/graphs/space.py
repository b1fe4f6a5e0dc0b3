"""The possible states of a conflict as numbers, and each decision maker's ranks over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from firstmove.analysis.graphs.codes import code_of
from firstmove.conflict import Basis, Condition, Conflict, DecisionMaker
from firstmove.conflict.condition import Algebra
from firstmove.conflict.weights import summands
from firstmove.errors import AnalysisError

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

MAX_STATES = 1 << 20
MAX_OPTIONS = 62  # a state is one 64-bit integer


def possible_codes(conflict: Conflict, most: int = MAX_STATES) -> Ints:
    """The possible states, ascending: bit i of a code is set when option i is taken.

    Options are added one by one, and partial states in which an impossible condition already
    holds are dropped at once, so a model of many options and few possible states is no problem.

    Raises AnalysisError past MAX_OPTIONS options or about ``most`` states.
    """
    options = [option.id for option in conflict.options]
    if len(options) > MAX_OPTIONS:
        raise AnalysisError(
            f"the model has {len(options)} options",
            remedy=f"the explicit engine takes up to {MAX_OPTIONS}: ask for the symbolic one, or "
            "leave out what no side would change",
        )
    codes = np.zeros(1, dtype=np.int64)
    for width in range(1, len(options) + 1):
        codes = np.concatenate([codes, codes | (1 << (width - 1))])
        assigned = {name: bit for bit, name in enumerate(options[:width])}
        for impossible in conflict.impossible:
            codes = codes[~_surely(impossible.condition, conflict, codes, assigned)]
        if len(codes) > most:
            raise AnalysisError(
                f"the model has more than {most:,} possible states "
                f"(from {width} of its {len(options)} options alone)",
                remedy=f"the explicit engine takes up to {most:,}: ask for another, leave options "
                "out, or say which combinations are impossible",
            )
    if not len(codes):
        raise AnalysisError(
            "no state is possible: the impossible conditions rule out every one",
            remedy="take one of them out",
        )
    return codes


def _surely(
    condition: Condition, conflict: Conflict, codes: Ints, assigned: dict[str, int]
) -> Bools:
    """Where ``condition`` holds whatever the options not yet assigned; Kleene's logic over arrays.

    Each value is a pair: where it is surely true, where it is surely false.
    """
    nowhere: Bools = np.zeros(len(codes), dtype=np.bool_)
    known: dict[str, tuple[Bools, Bools]] = {}

    def leaf(name: str) -> tuple[Bools, Bools]:
        if name not in known:
            if name in assigned:
                taken = _bit(codes, assigned[name])
                known[name] = (taken, ~taken)
            elif name in conflict.defines:
                known[name] = conflict.defines[name].fold(algebra)
            else:
                known[name] = (nowhere, nowhere)
        return known[name]

    def every(values: Sequence[tuple[Bools, Bools]]) -> tuple[Bools, Bools]:
        true = np.logical_and.reduce([value[0] for value in values])
        false = np.logical_or.reduce([value[1] for value in values])
        return true, false

    def some(values: Sequence[tuple[Bools, Bools]]) -> tuple[Bools, Bools]:
        true = np.logical_or.reduce([value[0] for value in values])
        false = np.logical_and.reduce([value[1] for value in values])
        return true, false

    def negate(value: tuple[Bools, Bools]) -> tuple[Bools, Bools]:
        return value[1], value[0]

    algebra = Algebra(leaf, negate, every, some)
    return condition.fold(algebra)[0]


def _bit(codes: Ints, bit: int) -> Bools:
    taken: Bools = (codes >> bit & 1).astype(np.bool_)
    return taken


def truth(conflict: Conflict, codes: Ints) -> Callable[[Condition], Bools]:
    """A function from a condition to where it holds among ``codes``."""
    bits = {option.id: bit for bit, option in enumerate(conflict.options)}
    known: dict[str, Bools] = {}

    def leaf(name: str) -> Bools:
        if name in bits:
            return _bit(codes, bits[name])
        if name not in known:
            known[name] = conflict.defines[name].fold(algebra)
        return known[name]

    algebra: Algebra[Bools] = Algebra(
        leaf,
        np.logical_not,
        lambda values: np.logical_and.reduce(list(values)),
        lambda values: np.logical_or.reduce(list(values)),
    )
    return lambda condition: condition.fold(algebra)


def ranks(
    decision_maker: DecisionMaker, width: int, codes: Ints, holds: Callable[[Condition], Bools]
) -> Ints:
    """Rank of each state for the decision maker: higher is preferred, equal is equal, from 0 up.
    The states that a partial ranking leaves out have rank 0, and no others (``levels``).

    Option prioritization (Fang, Hipel, Kilgour & Peng 2003): Ψ(s) = Σ_j 2^(k−j)·[s satisfies
    want j], most important first. Only the order of Ψ counts, so it is kept as dense ranks, and
    the number of wants is not bounded by the width of an integer. Wants whose basis is unknown
    are left out. With weights, Ψ is their sum instead, exact whatever their size. A ranking, where
    given, is used instead of wants.
    """
    if decision_maker.ranking is not None:
        tiers = len(decision_maker.ranking) + decision_maker.partial
        rank = np.zeros(len(codes), dtype=np.int64)
        for tier, states in enumerate(decision_maker.ranking):
            wanted = np.array([code_of(state) for state in states], dtype=np.int64)
            rank[np.searchsorted(codes, wanted)] = tiers - 1 - tier
        return rank
    if decision_maker.weighted:
        return _by_weight(summands(decision_maker), len(codes), holds)
    rank = np.zeros(len(codes), dtype=np.int64)
    for want in decision_maker.wants:
        if want.basis is not Basis.UNKNOWN:
            rank = 2 * rank + holds(want.condition)
            rank = np.unique(rank, return_inverse=True)[1].astype(np.int64)
    return rank


def _by_weight(
    wanted: Sequence[tuple[int, Condition]], states: int, holds: Callable[[Condition], Bools]
) -> Ints:
    narrow = sum(weight for weight, _ in wanted).bit_length() < 63
    sums = np.zeros(states, dtype=np.int64 if narrow else object)  # objects: Python's integers
    for weight, condition in wanted:
        sums[holds(condition)] += weight
    rank: Ints = np.unique(sums, return_inverse=True)[1].astype(np.int64)
    return rank


def levels(decision_maker: DecisionMaker, rank: Ints) -> Ints:
    """What a state's rank has to exceed to be preferred to each state: that state's own rank.

    A state that a partial ranking leaves out is compared to none: nothing exceeds its level, and
    its rank exceeds none. So q ≻ s iff rank[q] > level[s], a strict partial order (an interval
    order, Fishburn 1985). With a complete ranking this is ``rank`` itself.
    """
    if not decision_maker.partial or decision_maker.ranking is None:
        return rank
    return np.where(rank == 0, len(decision_maker.ranking), rank).astype(rank.dtype)


def patterns(codes: Ints, width: int) -> Iterator[str]:
    """Ascending codes as patterns "YN-Y" that share none: the last option is split first, and not
    where it makes no difference."""
    todo = [(codes, width, "")]
    while todo:
        left, free, text = todo.pop()
        if not len(left):
            continue
        if len(left) == 1 << free:
            yield "-" * free + text
            continue
        bit = 1 << (free - 1)
        cut = int(np.searchsorted(left, bit))
        without, taken = left[:cut], left[cut:] - bit
        if np.array_equal(without, taken):
            todo.append((without, free - 1, "-" + text))
        else:
            todo += [(taken, free - 1, "Y" + text), (without, free - 1, "N" + text)]
