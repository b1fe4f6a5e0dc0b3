"""From a conflict to what would hold: stability, equilibria, and the reason for each verdict."""

from __future__ import annotations

from firstmove.analysis.analyse import ALL_CONCEPTS, CONCEPTS, analyse
from firstmove.analysis.choice import ENGINES
from firstmove.analysis.engine import Engine
from firstmove.analysis.explain import Explanation, explain, sentence
from firstmove.analysis.first_moves.first_answer import FirstAnswer, first_answer
from firstmove.analysis.first_moves.moves import first_moves
from firstmove.analysis.first_moves.result import FirstMoves
from firstmove.analysis.first_moves.words import answer
from firstmove.analysis.over_readings.sureness import Readings
from firstmove.analysis.readings import readings
from firstmove.analysis.result import Analysis
from firstmove.analysis.shares import Share
from firstmove.analysis.verdict import Improvement, StateSet, Step, Undecided, Verdict

__all__ = [
    "ALL_CONCEPTS",
    "CONCEPTS",
    "ENGINES",
    "Analysis",
    "Engine",
    "Explanation",
    "FirstAnswer",
    "FirstMoves",
    "Improvement",
    "Readings",
    "Share",
    "StateSet",
    "Step",
    "Undecided",
    "Verdict",
    "analyse",
    "answer",
    "explain",
    "first_answer",
    "first_moves",
    "readings",
    "sentence",
]
