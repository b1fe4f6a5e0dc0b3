"""Acts that take two sides: an option on each, and a joint outcome."""

from __future__ import annotations

import re
from collections.abc import Callable

from firstmove.ledger.words import words
from firstmove.report import Span
from firstmove.statement import Act, Statement

# Concepts of the ledger's lexicon (ledger/data/concepts.toml) that take more than one side.
_JOINT = frozenset(
    f"~{c}" for c in ("agreement", "compromise", "meeting", "peace", "reconcile", "talks", "truce")
)
_FRAMEWORK = re.compile(r"\bframeworks?\b", re.IGNORECASE)
_AT_TABLE = re.compile(
    r"(?:(?:come|go|get) back|return|sit(?: down)?|stay) (?:to|at) the (?:\w+ )?table",
    re.IGNORECASE,
)
# With these verbs a joint thing is done together; others (host, leave, block) are one side's.
_TOGETHER = frozenset(
    """sign hold enter resume start begin open restart restore reach conclude make negotiate meet
    talk have return agree continue reconcile engage join exchange do seek want discuss initiate
    conduct accept strike establish create secure""".split()
)
_MUTUAL = frozenset("negotiate meet talk reconcile compromise exchange".split())
_HELD = frozenset(("~talks", "~meeting"))
# What serves others who come to it: worth nothing without them.
_SERVICES = frozenset("host mediate broker arbitrate facilitate moderate chair".split())
_AFTER = 60  # characters after the act in which "with X" belongs to it


def is_joint(act: Act) -> bool:
    """Whether the act takes more than one side: "talks", "sign a treaty", "meet"."""
    told = act.label.lower().split()
    if not told:
        return False
    if told[0] in _MUTUAL or _AT_TABLE.match(act.label):
        return True
    if not (words(act.label).weights.keys() & _JOINT or _FRAMEWORK.search(act.label)):
        return False
    return act.thing or told[0] in _TOGETHER or told[0] in ("a", "an", "the")


def is_service(act: Act) -> bool:
    """Whether the act serves others that have to come: "host the talks", "mediate"."""
    return (
        not act.thing
        and act.label.lower().split()[:1] != []
        and (act.label.lower().split()[0] in _SERVICES)
    )


def verb_of(act: Act) -> str:
    """The verb for a joint thing: talks are held, agreements reached; "" for what is neither."""
    if not (act.thing and is_joint(act)):
        return ""
    return "hold" if words(act.label).weights.keys() & _HELD else "reach"


def partner_words(statement: Statement, act: Act) -> str:
    """Who stands after "with" in or right behind the words of an act; "" where nobody does."""
    span = next((s for s in statement.content if s.contains(act.span)), None)
    if span is None and statement.condition is not None:
        span = statement.condition.span
    if span is None:
        return ""
    return _with(span, act.span)


def _with(passage: Span, act: Span) -> str:
    text = passage.quote[max(0, act.start - passage.start) : act.end - passage.start + _AFTER]
    found = re.search(r"\b(?:with|between) (?P<who>[^,.;:“”\"()]{1,60})", text)
    return found["who"] if found else ""


def among(said: str, side_of: Callable[[str], str]) -> tuple[str, ...]:
    """The sides that a passage begins with and joins by "and": "Kesh and Adran in Ostrow"."""
    found: list[str] = []
    for part in re.split(r",? and ", said)[:3]:
        told = part.split()[:5]
        longest = (" ".join(told[:n]) for n in range(len(told), 0, -1))
        side = next((s for name in longest if (s := side_of(name.removesuffix("'s")))), "")
        if not side:
            break
        found.append(side)
    return tuple(dict.fromkeys(found))
