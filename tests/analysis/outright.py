"""A second oracle: the definitions over given states, moves and relations, in loops and sets.

It serves conflicts in graph form, unknown preference, strength of preference and coalitions, and
shares with the package only ``Conflict`` and the first oracle. ``relation[i, s, q]`` is what i
thinks of q compared with s: ">>", ">", "=", "<", "<<" or "?" (nobody knows),
or "|" where its ranking leaves one of the two out: compared by nobody, which counts as "?" where
unknown preference is looked at.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import product
from random import Random

from firstmove.conflict import Basis, Conflict, DecisionMaker, State, problems
from tests.analysis.oracle import Oracle

Pair = tuple[str, str]
NO_GAIN = frozenset({"=", "<", "<<", "|"})


class Outright:
    excludes_start = True  # s itself is no end of a sequence from s
    keeps_turns = True  # nobody moves twice running

    def __init__(self, conflict: Conflict, *, open_: bool = False) -> None:
        """``open_``: with what is unknown."""
        self.conflict = conflict
        self.players = [d.id for d in conflict.decision_makers]
        option_form = None if conflict.states else Oracle(conflict)
        self.states = [s.id for s in conflict.states] if option_form is None else option_form.states
        self.moves: dict[Pair, set[str]] = {
            (d.id, s): {q for p, q in d.moves if p == s}
            if option_form is None
            else option_form.reach[d.id, s]
            for d in conflict.decision_makers
            for s in self.states
        }
        self.relation: dict[tuple[str, str, str], str] = {}
        for d in conflict.decision_makers:
            self._compare(d, option_form, open_=open_)

    def _compare(self, d: DecisionMaker, oracle: Oracle | None, *, open_: bool) -> None:
        wants = d.ranking is None and d.wants and oracle is not None
        worths = self._worths(d, oracle, open_=open_) if wants and oracle else {}
        tier = {state: at for at, tie in enumerate(d.ranking or ()) for state in tie}
        doubted = {frozenset(pair) for pair in d.unknown} if open_ else set()
        for s, q in product(self.states, repeat=2):
            if d.ranking is not None and not {s, q} <= set(tier):
                found = "=" if s == q else "?" if open_ else "|"
            elif d.ranking is not None:
                first, last = sorted((tier[s], tier[q]))
                far = any(first < gap <= last for gap in d.gaps)
                found = "=" if first == last else (">" if tier[q] < tier[s] else "<") * (1 + far)
            elif worths:
                said = {
                    "=" if a == b else ">" if b > a else "<"
                    for a, b in zip(worths[s][0], worths[q][0], strict=True)
                }
                found = said.pop() if len(said) == 1 else "?"
                if found in "<>" and worths[s][1] != worths[q][1]:
                    found *= 2
            else:
                found = "="
            if frozenset((s, q)) in doubted:
                found = "?"
            self.relation[d.id, s, q] = found

    def _worths(
        self, d: DecisionMaker, oracle: Oracle, *, open_: bool
    ) -> dict[str, tuple[list[Fraction], list[bool]]]:
        """For each state what it is worth under every way to take the unknown wants (as wanted, or
        the opposite as wanted), and which of the strong wants it meets."""
        used = [w for w in d.wants if open_ or w.basis != Basis.UNKNOWN]
        strong = [w.condition for w in d.wants if w.strong and w.basis != Basis.UNKNOWN]
        doubtful = sum(w.basis == Basis.UNKNOWN for w in used)
        found = {}
        for s in self.states:
            met = [oracle.true(w.condition, s) for w in used]
            worths = []
            for flips in product((False, True), repeat=doubtful):
                rest = iter(flips)
                worth = Fraction()
                for w, holds in zip(used, met, strict=True):
                    meets = holds != (next(rest) if w.basis == Basis.UNKNOWN else 0)
                    worth = worth + meets * w.weight if w.weight is not None else 2 * worth + meets
                worths.append(worth)
            found[s] = (worths, [oracle.true(c, s) for c in strong])
        return found

    def better(self, i: str, s: str, also: str = "") -> set[str]:
        """Where i can go from s that is > or >>, or is one of the relations ``also``."""
        return {q for q in self.moves[i, s] if self.relation[i, s, q] in {">", ">>", *also}}

    def reach(self, group: list[str], s: str, also: str | None = None) -> set[str]:
        """R_H(s); with ``also`` by improving moves only, or moves of those relations."""
        seen: set[Pair] = set()
        todo = [(s, "")]
        while todo:
            at, last = todo.pop()
            for j in group:
                if self.keeps_turns and j == last:
                    continue
                for q in self.moves[j, at] if also is None else self.better(j, at, also):
                    if (q, j) not in seen:
                        seen.add((q, j))
                        todo.append((q, j))
        ends = {q for q, _ in seen}
        return ends - {s} if self.excludes_start else ends

    def others(self, i: str) -> list[str]:
        return [j for j in self.players if j != i]

    # simple preference

    def simple(self, concept: str, i: str, s: str) -> bool:
        return self._deterred(concept, i, s, "", NO_GAIN, NO_GAIN)

    # unknown preference

    def unknown(self, concept: str, reading: str, i: str, s: str) -> bool:
        leave = {"a": "?", "b": "", "c": "?", "d": ""}[reading]
        deter = {"=", "<", "<<"} if reading in "ab" else {"=", "<", "<<", "?"}
        return self._deterred(concept, i, s, leave, deter, deter, moved="?")

    # strength of preference

    def strength(self, concept: str, form: str, i: str, s: str) -> bool:
        if form == "weak":
            return self.strength(concept, "general", i, s) and not self.strength(
                concept, "strong", i, s
            )
        deter = {"<<"} if form == "strong" else NO_GAIN
        return self._deterred(concept, i, s, "", deter, deter)

    def _deterred(
        self, concept: str, i: str, s: str, leave: str,
        deter: AbstractSet[str], mend: AbstractSet[str], moved: str = "",
    ) -> bool:  # fmt: skip
        """``deter``: what s2 has to be, compared with s; ``mend``: what every s3 has to be."""
        for s1 in self.better(i, s, leave):
            if concept == "nash":
                return False
            answers = self.reach(self.others(i), s1, moved if "seq" in concept else None)
            good = [s2 for s2 in answers if self.relation[i, s, s2] in deter]
            if concept in ("smr", "sseq"):
                good = [
                    s2
                    for s2 in good
                    if all(self.relation[i, s, s3] in mend for s3 in self.moves[i, s2])
                ]
            if not good:
                return False
        return True


def random_graph(seed: int, *, makers: int = 0) -> Conflict:
    """A sound conflict in graph form: arcs that need not lead back nor on."""
    rng = Random(seed)
    names = [f"s{k}" for k in range(1, rng.choice((2, 3, 4, 5, 5, 6, 7, 8)) + 1)]
    count = makers or rng.choice((2, 2, 3, 3, 3, 4))
    decision_makers = []
    for k in range(count):
        density = rng.choice((0.15, 0.3, 0.5))
        moves = tuple((a, b) for a in names for b in names if a != b and rng.random() < density)
        tie = rng.choice((0.0, 0.0, 0.3, 0.6))
        order = rng.sample(names, len(names))
        tiers = [[order[0]]]
        for state in order[1:]:
            if rng.random() < tie:
                tiers[-1].append(state)
            else:
                tiers.append([state])
        gaps = tuple(n for n in range(1, len(tiers)) if rng.random() < 0.3)
        doubt = rng.choice((0.0, 0.1, 0.3))
        unknown = tuple((a, b) for a in names for b in names if a < b and rng.random() < doubt)
        decision_makers.append(
            DecisionMaker(
                f"d{k}", f"D{k}", ranking=tuple(map(tuple, tiers)), gaps=gaps, unknown=unknown,
                moves=moves,
            )
        )  # fmt: skip
    conflict = Conflict(
        "graph", tuple(decision_makers), (), states=tuple(State(name) for name in names)
    )
    assert not problems(conflict)
    return conflict
