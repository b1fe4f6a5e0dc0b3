"""The kind of a statement from two readers: the rules, and the trained model's probabilities.

The two err in different places, so their opinions are multiplied (a product of experts): the rules'
kind is favoured by a weight, larger where a rule is hardly ever wrong. The weights were set on
sentences that the model was not trained on, and ship with it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from firstmove.reading.kind_rules import Judgement
from firstmove.statement import Kind

NONE = "NONE"  # the model's label for words that tell no move
LABELS = (*(k.value for k in Kind), NONE)  # of the model's outputs, in their order
# Kinds of which PLOVER has none, and which claim nothing against or toward anybody.
QUIET = (Kind.STATE, Kind.ASSESS)
# What is told as not said, asked or left open is no move, and what is denied is rejected, however
# the words of the act may look: these rules see the grammar, which the model can miss.
SURE_REASONS = frozenset(
    {
        "not said",
        "under a negation, a condition or a question",
        "asks a question",
        "deny",
        "a condition that another has to meet",
    }
)


class Trust(StrEnum):
    """How much a rule's word counts."""

    MOVE = "move"  # a kind of PLOVER
    QUIET = "quiet"  # STATE or ASSESS: often only that no rule applied
    WARN = "warn"  # a warning, or the threat that it is
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Weights:
    """``temperature`` divides the model's log probabilities; ``rules`` are added log odds."""

    temperature: float
    rules: Mapping[Trust, float]


@dataclass(frozen=True, slots=True)
class Choice:
    kind: Kind
    probability: float
    masses: Mapping[str, float]  # of every label of the model, summing to 1


def trust(judged: Judgement) -> Trust:
    if judged.reason in SURE_REASONS:
        return Trust.SURE
    if judged.kind is Kind.WARN or judged.reason == "warns of the speaker's own act":
        return Trust.WARN
    return Trust.QUIET if judged.kind in QUIET else Trust.MOVE


def choose(logs: Mapping[str, float], judged: Judgement, weights: Weights) -> Choice:
    """The likeliest kind.

    Args:
        logs: the model's log probability of each label.
        judged: the rules' kind and reason.
        weights: what the rules' word counts for.
    """
    favoured: set[str] = {judged.kind.value}
    if judged.kind in QUIET:
        favoured = {NONE, *(k.value for k in QUIET)}
    bonus = weights.rules[trust(judged)]
    scores = {
        label: value / weights.temperature + (bonus if label in favoured else 0.0)
        for label, value in logs.items()
    }
    top = max(scores.values())
    masses = {label: math.exp(score - top) for label, score in scores.items()}
    total = sum(masses.values())
    masses = {label: mass / total for label, mass in masses.items()}
    quiet = masses[NONE] + sum(masses[k.value] for k in QUIET)
    loud = max((k for k in Kind if k not in QUIET), key=lambda k: masses[k.value])
    if masses[loud.value] > quiet:
        return Choice(loud, masses[loud.value], masses)
    # Words that tell no move are a position of the speaker's, or a view where the rules say so.
    usual = judged.kind if judged.kind in QUIET else Kind.STATE
    shown = {k: masses[k.value] + (masses[NONE] if k is usual else 0.0) for k in QUIET}
    kind = max(QUIET, key=lambda k: shown[k])
    return Choice(kind, shown[kind], masses)
