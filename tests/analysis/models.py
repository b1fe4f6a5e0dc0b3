"""Random conflicts, drawn to favour what implementations get wrong: three and more decision
makers with one option each, one-way options, impossible states, ties, rankings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

from firstmove.conflict import (
    And,
    Basis,
    Condition,
    Conflict,
    DecisionMaker,
    Direction,
    If,
    Iff,
    Impossible,
    Name,
    Not,
    OnlyIf,
    Option,
    Or,
    Unless,
    Want,
    feasible_states,
    problems,
)

SHAPES = (
    (1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1, 1), (1, 1),
    (2, 1), (2, 2), (3, 1), (2, 1, 1), (1, 2, 1), (2, 2, 1), (3, 1, 1), (2, 1, 1, 1), (0, 2, 2),
)  # fmt: skip
WIDE = ((3, 2), (2, 2, 2), (4, 1, 1), (2, 2, 1, 1), (3, 2, 1), (3, 2, 2), (2, 2, 1, 1, 1))


def random_condition(rng: Random, names: list[str], depth: int = 2) -> Condition:
    if depth == 0 or rng.random() < 0.45:
        name = Name(rng.choice(names))
        return Not(name) if rng.random() < 0.4 else name
    a = random_condition(rng, names, depth - 1)
    b = random_condition(rng, names, depth - 1)
    form = rng.randrange(7)
    if form == 0:
        return And((a, b))
    if form == 1:
        return Or((a, b))
    if form == 2:
        return And((a, b, random_condition(rng, names, depth - 1)))
    links: tuple[type[If] | type[OnlyIf] | type[Iff] | type[Unless], ...]
    links = (If, OnlyIf, Iff, Unless)
    return links[form - 3](a, b)


def random_conflict(seed: int, *, wide: bool = False) -> Conflict:
    """A sound conflict, the same for the same seed."""
    rng = Random(seed)
    while True:
        conflict = _draw(rng, wide=wide)
        if not problems(conflict):
            return conflict


def mixed_conflict(seed: int, *, wide: bool = False) -> Conflict:
    """The same with most wants weighted and most rankings partial."""
    return mixed(random_conflict(seed, wide=wide), seed)


def mixed(conflict: Conflict, seed: int) -> Conflict:
    """``conflict`` with weights on wants and states taken out of rankings, for most of its
    decision makers; strength, which weights have none of, goes where weights come."""
    rng = Random(f"mixed {seed}")
    makers = []
    for d in conflict.decision_makers:
        if d.ranking is not None and rng.random() < 0.7:
            makers.append(partly(rng, d))
        elif d.ranking is None and rng.random() < 0.8:
            weights = random_weights(rng, len(d.wants))
            wants = (
                replace(w, strong=False, weight=weight)
                for w, weight in zip(d.wants, weights, strict=True)
            )
            makers.append(replace(d, wants=tuple(wants)))
        else:
            makers.append(d)
    made = replace(conflict, decision_makers=tuple(makers))
    assert not problems(made), problems(made)
    return made


def random_weights(rng: Random, count: int) -> list[Fraction]:
    """Few different ones, so that sums tie; fractions; some that a float cannot add up."""
    kind = rng.choice(("few", "few", "fractions", "wide", "wider"))
    if kind == "fractions":
        return [Fraction(rng.randint(-6, 12), rng.choice((1, 2, 3, 7, 10))) for _ in range(count)]
    chosen = {
        "few": [rng.randint(-2, 4) for _ in range(3)],
        "wide": [1, 2, 3, -1, 2**53, -(2**53), 2**53 + 1],
        "wider": [1, -1, 2, 2**40, 2**70, 2**70 + 1, -(2**110)],
    }[kind]
    return [Fraction(rng.choice(chosen)) for _ in range(count)]


def partly(rng: Random, decision_maker: DecisionMaker) -> DecisionMaker:
    """Some states taken out of its ranking, in some cases none or nearly all."""
    tiers: Sequence[tuple[str, ...]] = decision_maker.ranking or ()
    share = rng.choice((0.0, 0.2, 0.4, 0.6, 0.9))
    kept = [tuple(s for s in tier if rng.random() >= share) for tier in tiers]
    left = [sum(bool(tier) for tier in kept[:gap]) for gap in decision_maker.gaps]
    found = tuple(tier for tier in kept if tier) or (tiers[0],)
    gaps = sorted({gap for gap in left if 0 < gap < len(found)})
    return replace(decision_maker, ranking=found, gaps=tuple(gaps), partial=True)


def _draw(rng: Random, *, wide: bool) -> Conflict:
    shape = rng.choice(WIDE if wide or rng.random() < 0.03 else SHAPES)
    ways = (Direction.BOTH, Direction.FORWARD, Direction.BACK)
    one_way = rng.choice((0.0, 0.0, 0.3, 0.7))
    options = [
        Option(
            f"d{i}.{letter}", f"d{i}", f"{letter} of d{i}",
            rng.choice(ways[1:]) if rng.random() < one_way else ways[0],
        )
        for i, size in enumerate(shape)
        for letter in "abcd"[:size]
    ]  # fmt: skip
    if rng.random() < 0.5:  # owners' options need not stand together
        rng.shuffle(options)
    names = [o.id for o in options]
    defines: dict[str, Condition] = {}
    if rng.random() < 0.2:
        defines["deal"] = random_condition(rng, names)
    known = [*names, *defines]
    impossible = tuple(
        Impossible(_pattern(rng, names) if rng.random() < 0.7 else random_condition(rng, known))
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))
    )
    bare = Conflict(
        "random", tuple(DecisionMaker(f"d{i}", f"D{i}") for i in range(len(shape))),
        tuple(options), impossible, defines=defines,
    )  # fmt: skip
    states = list(feasible_states(bare)) if not problems(bare) else []
    decision_makers = tuple(
        DecisionMaker(d.id, d.name, *_preference(rng, known, states)) for d in bare.decision_makers
    )
    return Conflict("random", decision_makers, tuple(options), impossible, defines=defines)


def _pattern(rng: Random, names: list[str]) -> Condition:
    """Some options taken and some not, together: "YN-Y" of GMCR."""
    chosen = rng.sample(names, min(len(names), rng.choice((2, 2, 3))))
    literals = [Name(n) if rng.random() < 0.6 else Not(Name(n)) for n in chosen]
    return literals[0] if len(literals) == 1 else And(tuple(literals))


def _preference(
    rng: Random, names: list[str], states: list[str]
) -> tuple[tuple[Want, ...], tuple[tuple[str, ...], ...] | None]:
    kind = rng.random()
    if kind < 0.5 and states:  # a random order, sometimes with ties
        order = rng.sample(states, len(states))
        tie = rng.choice((0.0, 0.0, 0.3))
        tiers: list[list[str]] = [[order[0]]]
        for state in order[1:]:
            if rng.random() < tie:
                tiers[-1].append(state)
            else:
                tiers.append([state])
        return (), tuple(map(tuple, tiers))
    count = rng.choice((0, 1, 2, 3, 4, 6)) if kind < 0.97 else 80
    bases = (Basis.STATED, Basis.INFERRED, Basis.ASSUMED, Basis.STATED, Basis.UNKNOWN)
    return tuple(Want(random_condition(rng, names), rng.choice(bases)) for _ in range(count)), None


def all_states(width: int) -> list[str]:
    return ["".join(letters) for letters in product("NY", repeat=width)]
