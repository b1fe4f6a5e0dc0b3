"""What an engine is: it finds the stable states of a conflict, and can say why.

Engines differ in what they can do in reasonable time, never in the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from firstmove.analysis.result import StateSet, Verdict
from firstmove.conflict import Conflict


@dataclass(frozen=True, slots=True)
class Solution:
    """What an engine found: the shapes of ``Analysis``, and a function that gives the witness."""

    possible: StateSet
    stable: Mapping[str, Mapping[str, StateSet]]
    equilibria: Mapping[str, StateSet]
    indifferent: tuple[str, ...]
    witness: Callable[[str, str, str], Verdict]  # state, decision maker id, concept


class Engine(Protocol):
    name: str
    limit: str  # in words: "up to 1,048,576 possible states"

    def solve(self, conflict: Conflict, concepts: Sequence[str]) -> Solution:
        """Solve a sound conflict (``conflict.check``) exactly.

        Raises AnalysisError, saying what is allowed, when the conflict is too large for it.
        """
        ...
