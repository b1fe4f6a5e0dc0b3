"""What stands now: from what the reports tell as done, and from what is asked for or promised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstmove.conflict import Evidence, StatusQuo
from firstmove.drafting.acts.done import label_of_deed
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.likeness.alike import Likeness, liken, share
from firstmove.drafting.lines.evidence import evidence_at, evidence_of
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.options.candidate import Candidate
from firstmove.ledger import View
from firstmove.ledger.words import stem
from firstmove.statement import ActPlace, Event, Kind

# "Keep the gates shut", "the siege goes on": it is so now.
_GOING_ON = re.compile(
    r"^(?:keep|continue|maintain|remain|stay)\b|\b(?:continue|go on|remain|stay)\b", re.IGNORECASE
)
_DONE = 0.6  # share of a label that the clause of an event has


def status_quo(view: View, candidates: list[Candidate], names: Names, sides: Sides) -> StatusQuo:
    """Value of each option now, with the words it stands on.

    1. An act that the reports tell as done is the case; one whose contrary is told as done is not.
       Where they tell both, the later date counts, and without dates nothing is known.
    2. What would be kept up or go on is the case.
    3. What is demanded, promised, refused, threatened or made a condition is not done yet.

    An act that is only believed possible says nothing of now, and stays unknown.
    """
    values: dict[str, bool] = {}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for candidate in candidates:
        option = names.option(candidate)
        told = [
            n
            for n in (*candidate.named, *candidate.loose)
            if n.statement.kind is not Kind.ASSESS or n.owner == n.side
        ]
        done = list(_events(view, candidate, sides))
        if done:
            latest = max((e.when.start for e, _ in done if e.when and e.when.start), default=None)
            last = [d for d in done if d[0].when and d[0].when.start == latest] if latest else done
            if len({value for _, value in last}) == 1:
                values[option] = last[0][1]
                evidence[option] = tuple(evidence_at(view, e.span) for e, _ in last)
            continue
        if told:
            first = next((n for n in told if n.act.place is ActPlace.CONTENT), told[0])
            values[option] = _GOING_ON.search(candidate.label) is not None
            evidence[option] = (evidence_of(view, first),)
    return StatusQuo(values, evidence)


def _events(view: View, candidate: Candidate, sides: Sides) -> Iterator[tuple[Event, bool]]:
    """Events of the owner that tell the act, or what undoes it, as done."""
    for event in view.events:
        if sides.of(event.actor.party, event.actor.name) != candidate.owner:
            continue
        told = label_of_deed(event)
        found = {
            liken(n.label, n.act.thing, told, False)
            for n in candidate.named
            if n.act.place is ActPlace.CONTENT or not n.act.thing
        }
        if Likeness.CONTRARY in found:
            yield event, False
        elif any(_same_verb(n.label, told) and share(n.label, told) >= _DONE
                 for n in candidate.named):  # fmt: skip
            yield event, True


def _same_verb(label: str, told: str) -> bool:
    first, other = label.lower().split()[0], told.split()[0]
    return stem(first) == stem(other)
