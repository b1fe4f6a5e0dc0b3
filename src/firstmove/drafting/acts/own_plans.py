"""Whose side an official is of whom no words place: the one whose plans are all he tells.

“Urelia is willing to pay, Finance Minister Oksana Dray said”: a minister who says what a side
will do speaks for it. Only officials, only where all their plans are of one side, and never where
they ask, accuse or threaten that side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from firstmove.drafting.acts.positions import TO_COME
from firstmove.ledger import View
from firstmove.statement import ActPlace, Kind, Statement

_OFFICIAL = re.compile(
    r"\b(?:minister|secretary|president|premier|chancellor|ambassador|envoy|negotiator|mayor|"
    r"spokes(?:man|woman|person)|director|chief executive|managing director|chair(?:man|woman)?|"
    r"governor|commissioner|councillor|general secretary|commander|rebel group|rebels)\b",
    re.IGNORECASE,
)
# Who heads a state or a town acts in his own name where no words tell of which.
_HEAD = re.compile(r"\b(?:president|premier|chancellor|mayor|governor|king|queen)\b", re.IGNORECASE)
# Of nobody's side by office any more.
_LEFT = re.compile(r"\b(?:former|ex|retired|onetime|one-time)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:believ|bet|doubt|expect|fear|forecast|guess|hop(?:e|ing)|predict|suspect|think|thought)",
    re.IGNORECASE,
)
_PLANS = (Kind.AGREE, Kind.STATE, Kind.REJECT, Kind.THREATEN, Kind.ASSESS)
_READY = re.compile(r"\b(?:ready|willing|prepared|open to|agreed to)\b", re.IGNORECASE)
_AGAINST = (Kind.REQUEST, Kind.ACCUSE, Kind.THREATEN, Kind.PROTEST)


def sides_by_plans(view: View, parties: Iterable[str]) -> Mapping[str, str]:
    """The side of each official without a party: the party whose plans alone the official tells,
    "" where there is none. Then nobody knows for whom he speaks, and it is asked; but not of a
    president or mayor, who speaks for himself."""
    known = frozenset(parties)
    placed = {
        s.speaker.name for s in view.statements if s.speaker is not None and s.speaker.party
    } | known
    told: dict[str, list[Statement]] = {}
    for statement in view.statements:
        speaker = statement.speaker
        if speaker is not None and speaker.name and speaker.name not in placed:
            told.setdefault(speaker.name, []).append(statement)
    found = {}
    for name, statements in told.items():
        roles = [_words_for(view, s) for s in statements]
        if not any(map(_OFFICIAL.search, roles)) or any(map(_LEFT.search, roles)):
            continue
        plans = {party for s in statements for party in _planned(s, known)}
        against = {
            s.target.party for s in statements if s.kind in _AGAINST and s.target is not None
        }
        if len(plans) == 1 and not plans & against:
            found[name] = plans.pop()
        elif not any(map(_HEAD.search, roles)):
            found[name] = ""
    return found


def _words_for(view: View, statement: Statement) -> str:
    """The words that name the speaker, with those right before and behind: a title, a role."""
    assert statement.speaker is not None
    span = statement.speaker.span
    text = view.report(span.report_id).text
    before = re.split(r"[.;:”\"\n]", text[max(0, span.start - 40) : span.start])[-1]
    behind = re.split(r"[.;:“\"\n]", text[span.end : span.end + 40])[0]
    role = behind if behind.startswith(",") else ""
    return f"{before}{span.quote}{role}"


def _planned(statement: Statement, parties: frozenset[str]) -> Iterable[str]:
    """The parties whose own plans a statement tells as facts to come."""
    if statement.kind not in _PLANS or any(_OPINION.search(c.quote) for c in statement.cue):
        return
    ready = any(_READY.search(span.quote) for span in statement.content)
    if statement.modality not in TO_COME and not ready:
        return
    for act in statement.acts:
        if act.place is not ActPlace.CONTENT or act.actor is None:
            continue
        asked = statement.target is not None and statement.target.party == act.actor.party
        if act.actor.party in parties and not asked:
            yield act.actor.party
