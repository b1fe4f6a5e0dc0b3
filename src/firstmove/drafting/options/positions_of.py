"""Whose position a statement is not: of a part of a side, and what is only supposed of it.

“Some Republican senators call for a veto” is no position of their party. “A decision by X to
accept the plan would open it to attack” says nothing of what X will do.
"""

from __future__ import annotations

import re

from firstmove.drafting.acts.named import Named
from firstmove.ledger import View
from firstmove.statement import Statement

# Members of a body, and not those who speak for it: officials, ministers, spokesmen.
_MEMBERS = (
    r"(?:[A-Z][\w-]+s|activists?|backbenchers?|backers|candidates?|congressm[ae]n|councillors|"
    r"delegates|deputies|donors|governors|lawmakers?|legislators?|members?|MPs|parliamentarians|"
    r"politicians|rank and file|representatives|residents|senators?|strategists?|supporters|voters|"
    r"workers)"
)
_SOME = (
    r"(?:some|several|many|most|other|a few|few|certain|various|both|two|three|four|five|six|"
    r"dozens of|hundreds of|(?:a|the|one) (?:growing |small |large )?(?:group|number|handful|"
    r"minority|majority|faction|wing|bloc|pair|couple) of)"
)
_PARTLY = (
    r"(?:prominent|leading|moderate|rebellious|dissident|dissenting|backbench|conservative|"
    r"liberal|progressive|hard-?line|hardline|influential|veteran|fellow|retired|former|centrist|"
    r"right-wing|left-wing)"
)
_PART = re.compile(
    rf"(?:{_SOME}|(?:{_SOME} )?{_PARTLY}) (?:the |of |of the )?(?:[\w-]+ ){{0,2}}{_MEMBERS}\b"
)
# At the start of a sentence it may be a party's name: "Conservative MPs".
_NAMES_TOO = frozenset(("Conservative", "Liberal", "Progressive", "Moderate", "Centrist"))
_DECIDING = re.compile(
    r"(?:agreement|choice|decision|deal|move|offer|refusal|threat|vote)", re.IGNORECASE
)
_ANY = re.compile(r"\b(?:an?|any|such an?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WOULD = re.compile(r"[^.;:!?\n]{0,80}?\b(?:will|would|could|might|may)\b")


def is_ones_own(view: View, item: Named) -> bool:
    """Whether the position is one of the side that it would be drafted for."""
    return not (_of_a_part(item.statement, item.side) or _only_supposed(view, item.statement))


def _of_a_part(statement: Statement, side: str) -> bool:
    speaker = statement.speaker
    if speaker is None or speaker.name == side:
        return False
    said = speaker.span.quote
    if said.split()[0] not in _NAMES_TOO:
        said = said[:1].lower() + said[1:]
    return _PART.match(said) is not None


def _only_supposed(view: View, statement: Statement) -> bool:
    cue = statement.cue[0] if statement.cue else None
    if cue is None or not _DECIDING.fullmatch(cue.quote.split()[-1]):
        return False
    text = view.report(statement.report_id).text
    if not _ANY.search(text[max(0, cue.start - 30) : cue.start]) and not _ANY.match(cue.quote):
        return False
    end = max(span.end for span in statement.content)
    return _WOULD.match(text[end : end + 120]) is not None
