"""Seeded models for timings.

``model(options, decision_makers, wants, …, seed)``: options are dealt out in equal runs, the first
decision makers taking what is over. Each want names one to three different options, drawn alike
over the whole model, each taken or not with equal chance, joined by “and”; one want in four is
joined by “or”. An impossible condition is three literals joined by “and”. One-way options are
drawn alike, forward or back with equal chance. The first want of a decision maker is one of its
own options or of another's, as any other: nothing is arranged so that equilibria exist.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from firstmove.conflict import (
    And,
    Condition,
    Conflict,
    DecisionMaker,
    Direction,
    Impossible,
    Name,
    Not,
    Option,
    Or,
    Want,
)


def model(
    options: int,
    decision_makers: int = 3,
    wants: int = 12,
    *,
    impossible: int = 0,
    one_way: int = 0,
    seed: int = 0,
) -> Conflict:
    rng = Random(f"{options} {decision_makers} {wants} {impossible} {one_way} {seed}")
    ids = [f"d{k}" for k in range(decision_makers)]
    share, over = divmod(options, decision_makers)
    made = [
        Option(f"{id_}.o{n}", id_, f"o{n}")
        for k, id_ in enumerate(ids)
        for n in range(share + (k < over))
    ]
    for k in rng.sample(range(options), one_way):
        way = rng.choice((Direction.FORWARD, Direction.BACK))
        made[k] = replace(made[k], direction=way)
    names = [option.id for option in made]
    return Conflict(
        f"{options} options, {decision_makers} decision makers, {wants} wants each, seed {seed}",
        tuple(
            DecisionMaker(id_, id_.upper(), tuple(Want(_want(rng, names)) for _ in range(wants)))
            for id_ in ids
        ),
        tuple(made),
        tuple(Impossible(And(_literals(rng, names, 3))) for _ in range(impossible)),
    )


def _want(rng: Random, names: list[str]) -> Condition:
    literals = _literals(rng, names, rng.randint(1, 3))
    if len(literals) == 1:
        return literals[0]
    return Or(literals) if rng.random() < 0.25 else And(literals)


def _literals(rng: Random, names: list[str], count: int) -> tuple[Condition, ...]:
    chosen = rng.sample(names, count)
    return tuple(Name(n) if rng.random() < 0.5 else Not(Name(n)) for n in chosen)
