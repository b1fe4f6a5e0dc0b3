"""From a conflict to what would hold: stability, equilibria, and the reason for each verdict."""

from __future__ import annotations

from firstmove.analysis.analyse import ALL_CONCEPTS, CONCEPTS, analyse
from firstmove.analysis.engine import Engine
from firstmove.analysis.explain import sentence
from firstmove.analysis.result import Analysis, Improvement, StateSet, Step, Verdict

__all__ = [
    "ALL_CONCEPTS",
    "CONCEPTS",
    "Analysis",
    "Engine",
    "Improvement",
    "StateSet",
    "Step",
    "Verdict",
    "analyse",
    "sentence",
]
