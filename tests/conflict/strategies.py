"""Hypothesis strategies for conditions and sound conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from firstmove.conflict import (
    And,
    Basis,
    Condition,
    Conflict,
    DecisionMaker,
    Direction,
    Evidence,
    If,
    Iff,
    Impossible,
    Name,
    Not,
    OnlyIf,
    OpenQuestion,
    Option,
    Or,
    StatusQuo,
    Unless,
    Want,
    feasible_states,
    problems,
)
from tests.analysis.models import partly, random_condition, random_weights

IDS = ("us.first_move", "ru.respond", "ru-2.sign", "côte.sign", "x", "_y.z")


def conditions(names: tuple[str, ...] = IDS) -> st.SearchStrategy[Condition]:
    leaves: st.SearchStrategy[Condition] = st.sampled_from(names).map(Name)

    def extend(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=2, max_size=4).map(tuple)
        two = st.tuples(parts, parts)
        return st.one_of(
            parts.map(Not),
            several.map(And),
            several.map(Or),
            two.map(lambda pair: If(*pair)),
            two.map(lambda pair: OnlyIf(*pair)),
            two.map(lambda pair: Iff(*pair)),
            two.map(lambda pair: Unless(*pair)),
        )

    return st.recursive(leaves, extend, max_leaves=12)


# What is awkward in a TOML string, in any mixture.
FRAGMENTS = (
    "", "a", "Say “so”", '"', '""', '"""', "'", "\\", "\\n", "\n", "\r", "\r\n", "\t", "\x00",
    "\x7f", "\x85", "\u2028", "#", "[[option]]", " = ", "é", "e\u0301", "\U0001f54a", " ", "{",
    "]", ".", "unknown",
)  # fmt: skip


def conflicts() -> st.SearchStrategy[Conflict]:
    """Sound conflicts of up to four options in which every field is used, one for each seed
    (drawn by ``Random``: it is far quicker than a strategy for each field)."""
    return st.integers(0, 2**32).map(lambda seed: _Draw(Random(seed)).conflict())


class _Draw:
    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def text(self) -> str:
        return "".join(self.rng.choices(FRAGMENTS, k=self.rng.choice((0, 1, 1, 2, 6))))

    def number(self) -> int | None:
        return self.rng.choice((None, self.rng.randrange(1000)))

    def one_evidence(self) -> Evidence:
        return Evidence(
            self.text(), self.text(), self.number(), self.number(), self.text(), self.number()
        )

    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(self.one_evidence() for _ in range(self.rng.choice((0, 0, 1, 2))))

    def some(self, items: Sequence[str]) -> list[str]:
        return self.rng.sample(items, self.rng.randint(0, len(items)))

    def condition(self, names: Sequence[str]) -> Condition:
        return random_condition(self.rng, list(names), self.rng.randint(0, 3))

    def conflict(self) -> Conflict:
        rng = self.rng
        players = rng.sample(["us", "ru", "sk"], rng.randint(1, 3))
        options = tuple(
            Option(id_, rng.choice(players), self.text(), rng.choice(list(Direction)),
                   self.evidence(), self.text())
            for id_ in rng.sample(IDS, rng.randint(1, 4))
        )  # fmt: skip
        ids = tuple(o.id for o in options)
        defines: dict[str, Condition] = {}
        for name in self.some(["deal", "truce", "a.b"]):
            defines[name] = self.condition((*ids, *defines))
        known = (*ids, *defines)
        impossible = tuple(
            Impossible(self.condition(known), self.text(), self.evidence())
            for _ in range(rng.choice((0, 1, 2)))
        )
        bare = Conflict("", tuple(DecisionMaker(p, p) for p in players), options, impossible,
                        defines=defines)  # fmt: skip
        if problems(bare):
            bare = replace(bare, impossible=())
        states = list(feasible_states(bare))
        now = rng.choice(states)
        return replace(
            bare,
            name=self.text(),
            decision_makers=tuple(self.decision_maker(p, known, states) for p in players),
            status_quo=StatusQuo(
                {id_: now[ids.index(id_)] == "Y" for id_ in self.some(ids)},
                {id_: (self.one_evidence(),) for id_ in self.some(ids)},
            ),
            open_questions=tuple(
                OpenQuestion(self.text(), self.text(), self.evidence())
                for _ in range(rng.choice((0, 1, 2)))
            ),
            note=self.text(),
        )

    def decision_maker(
        self, id_: str, names: Sequence[str], states: Sequence[str]
    ) -> DecisionMaker:
        wants = tuple(
            Want(self.condition(names), self.rng.choice(list(Basis)), self.evidence(), self.text(),
                 against=self.evidence())
            for _ in range(self.rng.choice((0, 1, 2, 3)))
        )  # fmt: skip
        tiers: list[tuple[str, ...]] = []
        for state in self.rng.sample(states, len(states)):
            if tiers and self.rng.random() < 0.3:
                tiers[-1] = (*tiers[-1], state)
            else:
                tiers.append((state,))
        ranking = self.rng.choice((None, None, tuple(tiers)))
        made = DecisionMaker(id_, self.text(), wants, ranking)
        if self.rng.random() < 0.3:
            weights = random_weights(self.rng, len(wants))
            pairs = zip(wants, weights, strict=True)
            made = replace(made, wants=tuple(replace(w, weight=weight) for w, weight in pairs))
        return partly(self.rng, made) if ranking and self.rng.random() < 0.3 else made
