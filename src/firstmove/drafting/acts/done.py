"""What the outlets tell as done, as labels of acts: “closed the port of Skarn” is to close it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import View
from firstmove.ledger.words import stem
from firstmove.statement import Event


class Deed(NamedTuple):
    owner: str
    label: str
    told: str  # the clause, as the outlet has it


def deeds(view: View, sides: Sides) -> Iterator[Deed]:
    for event in view.events:
        if owner := sides.of(event.actor.party, event.actor.name):
            yield Deed(owner, label_of_deed(event), event.span.quote)


def label_of_deed(event: Event) -> str:
    """The clause from its verb on."""
    after = event.span.quote[event.verb.end - event.span.start :]
    head = re.split(r"[,;:]| (?:on|after|before|since|as) ", after.strip())[0]
    return f"{stem(event.verb.quote.lower())} {head}".strip()
