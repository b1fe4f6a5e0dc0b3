"""What the rules for kinds are given of a statement, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from firstmove.reading.parsing.predicates import (
    Token,
)
from firstmove.statement import ConditionKind, Kind

WARNS_OF_OWN = "warns of what it will do"  # a reason


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind is read from: tokens of cue, content and condition, and whose act is whose.

    ``is_own(token)`` tells whether a subject names the speaker or the speaker's side; None as
    subject (an infinitive, a noun phrase) counts as the speaker's own.
    """

    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    condition: tuple[Token, ...] = ()
    condition_kind: ConditionKind | None = None
    is_own: Callable[[Token | None], bool] = lambda subject: subject is None
    direct: bool = False
    question: bool = False  # the words end in a question mark
    from_document: bool = False  # the source is an estimate, poll, report or the like
    observing: bool = False  # the speaker is an analyst, scholar or the like: no party's own act
    in_charge: bool = False  # the speaker employs, governs or polices others


class Judgement(NamedTuple):
    kind: Kind
    reason: str
