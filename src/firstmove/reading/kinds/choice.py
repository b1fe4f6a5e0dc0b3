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

from firstmove.reading.kinds.told import WARNS_OF_OWN, Judgement
from firstmove.statement import Kind

NONE = "NONE"  # the model's label for words that tell no move
LABELS = (*(k.value for k in Kind), NONE)  # of the model's outputs, in their order
# Kinds of which PLOVER has none, and which claim nothing against or toward anybody.
QUIET = (Kind.STATE, Kind.ASSESS)
_LOUD = tuple(k for k in Kind if k not in QUIET)
_NAMES = {k: k.value for k in Kind}
# What is not said, asked, left open or a way of speaking is no move; what is denied is rejected,
# however the words of the act may look: these rules see the grammar, which the model can miss.
# With them those cues of which the rules are hardly ever wrong.
FIRM = frozenset(
    {
        "insists that it is so",
        "not said",
        "not done",
        "under a negation, a condition or a question",
        "asks a question",
        "way of speaking",
        "deny",
        "no hostile act",
        "refuse",
        "blame",
        "threaten",
        "reply",
        "believes that another should act",
        "insists that it be done",
        "obligation put on another",
        "vows not to",
        "there will be no",
        "taken back",
        "wants to keep what it has",
        "in return",
        "leaves over it",
        "goes to court",
        "has begun",
        "announces a beginning",
        "announces a walk-out",
        "regrets what is not its own",
        "remembers",
        "dismisses from work",
        "owes an answer",
        "a call for an act",
        "asks somebody for it",
        "votes no",
        "stands behind it",
        "will not do it",
        "will not meet",
        "asks for it first",
        "unless another gives way",
        "nothing moves before",
        "will go to court",
        "if another presses on",
        "bent on it",
        "or else",
        "whoever does it will meet with it",
        "lets another have it on a condition",
        "own plan to close",
        "it stays as it is",
    }
)
ITS_TURN = "whose turn it is"  # of another: set phrases, which the model can't know
BIDDEN = "insists that another do it"  # in the form of a verb that nothing else has
# What a condition asks of another is no words of the model's sort at all; nor is what follows
# "told" or "expects", where nothing but its verb and "to" say who is asked.
FIXED = frozenset(
    {
        ITS_TURN,
        BIDDEN,
        "a condition that another has to meet",
        "a time to act in",
        "tells another to act",
        "expects another to give way",
    }
)
# What is told of another binds the speaker to nothing: it can be blamed, praised, asked for, warned
# of or expected. Whose act it is the rules know from the names of the whole report.
OF_ANOTHER = frozenset(
    {
        "claim about another",
        "prediction about another",
        "wrong done by another",
        "harm, by whom is not said",
        "an imposed thing lasts",
        "told by a document",
        "move of another",
    }
)
# By whom it is done is not said: it may be the speaker's doing, or anybody's.
UNTOLD = frozenset(
    {
        "claim about the world",
        "prediction, by whom is not told",
        "will be done, by whom is not told",
    }
)
TOLD_OF_ANOTHER = frozenset(
    {NONE, *(k.value for k in (Kind.ASSESS, Kind.ACCUSE, Kind.SUPPORT, Kind.WARN, Kind.REQUEST))}
)
PLANS = "vow"  # "intends to": its own plan, where the act is none toward anybody
# What another has done or asks for can't be asked for, warned of or promised any more.
DONE_BY_ANOTHER = ("wrong done by another", "harm, by whom is not said", "move of another")
TOLD_AS_DONE = frozenset({NONE, *(k.value for k in (Kind.ASSESS, Kind.ACCUSE, Kind.SUPPORT))})


class Trust(StrEnum):
    """How much a rule's word counts."""

    MOVE = "move"  # a kind of PLOVER
    QUIET = "quiet"  # STATE or ASSESS: often only that no rule applied
    WARN = "warn"  # a warning, or the threat that it is
    SURE = "sure"  # one of FIRM, or that it is told of another
    UNTOLD = "untold"  # by whom it is done is not said
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Weights:
    """``temperature`` divides the model's log probabilities; ``rules`` are added log odds.

    Only a probability of at least ``over_quiet`` takes the place of a rule's STATE or ASSESS, and
    of at least ``over_move`` that of a kind of PLOVER or a warning, of at least ``over_firm`` that
    of a rule that is hardly ever wrong.
    """

    temperature: float
    rules: Mapping[Trust, float]
    over_quiet: float = 0.0
    over_move: float = 0.0
    over_firm: float = 0.0
    none: float = 0.0  # added to NONE, of which training has fewer rows than news has


@dataclass(frozen=True, slots=True)
class Choice:
    kind: Kind
    probability: float
    masses: Mapping[str, float]  # of every label of the model, summing to 1


def is_firm(judged: Judgement) -> bool:
    refused = judged.kind is Kind.REJECT and judged.reason.startswith("“")  # a set phrase
    return refused or judged.reason in FIRM or judged.reason.startswith("not ")


def is_of_another(judged: Judgement) -> bool:
    return judged.reason in OF_ANOTHER or judged.reason.startswith("another")


def is_untold(judged: Judgement) -> bool:
    return judged.reason in UNTOLD


def trust(judged: Judgement) -> Trust:
    if judged.reason in FIXED:
        return Trust.FIXED
    if is_firm(judged):
        return Trust.SURE
    if is_of_another(judged):
        return Trust.MOVE
    if judged.kind is Kind.WARN or judged.reason == "warns of the speaker's own act":
        return Trust.WARN
    if judged.reason == PLANS:
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
        certain = is_firm(judged) or is_of_another(judged)
        favoured |= {NONE} if certain else {NONE, *(k.value for k in QUIET)}
    if judged.reason == WARNS_OF_OWN:
        favoured.add(Kind.THREATEN.value)  # by the act: the model knows more of them
    bonus = weights.rules[trust(judged)]
    scores = {
        label: value / weights.temperature + (bonus if label in favoured else 0.0)
        for label, value in logs.items()
    }
    scores[NONE] += weights.none
    if is_of_another(judged):
        open_to_it = TOLD_AS_DONE if judged.reason in DONE_BY_ANOTHER else TOLD_OF_ANOTHER
        for label in open_to_it | {judged.kind.value}:
            scores[label] += weights.rules[Trust.SURE]
    elif is_untold(judged):
        for label in TOLD_OF_ANOTHER | {Kind.STATE.value}:
            scores[label] += weights.rules.get(Trust.UNTOLD, 0.0)
    top = max(scores.values())
    masses = {label: math.exp(score - top) for label, score in scores.items()}
    total = sum(masses.values())
    masses = {label: mass / total for label, mass in masses.items()}
    shown = {kind: masses[name] for kind, name in _NAMES.items()}
    # Words that tell no move are a position of the speaker's, or a view where the rules say so.
    shown[judged.kind if judged.kind in QUIET else Kind.STATE] += masses[NONE]
    loud = max(_LOUD, key=shown.__getitem__)
    kind = loud if shown[loud] > sum(shown[k] for k in QUIET) else max(QUIET, key=shown.__getitem__)
    if kind is Kind.ASSESS and judged.kind is Kind.STATE and judged.reason == "own plan":
        kind = Kind.STATE  # what one will do oneself is no view, however quiet
    least = weights.over_quiet if judged.kind in QUIET else weights.over_move
    if trust(judged) in (Trust.SURE, Trust.FIXED):
        least = weights.over_firm
    if shown[kind] < least:
        kind = judged.kind
    return Choice(kind, shown[kind], masses)
