"""Who is named beside an act: next to its doer, behind a thing asked for, before what is asked."""

from __future__ import annotations

from typing import Any

from firstmove.reading.lexicon.cues import BODIES
from firstmove.reading.page import Page
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Mention, Statement

# What comes from a place, or is taken from somebody.
COMING = frozenset(
    """departure exclusion exemption exit expulsion freedom independence protection release removal
    retreat return secession separation shift withdrawal""".split()
)
_CONSENT = frozenset("agreement approval assent blessing consent permission".split())


def by_name(page: Page, told: Any) -> Any:
    """ "Its neighbour, Brevia, pays": who is named beside the noun."""
    if not told.text.islower():
        return told
    for beside in told.children:
        if beside.dep_ == "appos" and beside.pos_ == "PROPN":
            named = somebody(page, beside)
            return beside if named is not None and named.party else told
    return told


def source_of(page: Page, thing: Any) -> Any:
    """ "A quota from Osteria": who would give it; not "troops from Osteria"."""
    if thing.pos_ != "NOUN" or thing.lemma_.lower() in COMING:
        return None
    for prep in thing.children:
        whose = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if whose is None or whose.ent_type_ in ("DATE", "TIME"):
            continue
        if prep.lower_ == "of" and thing.lemma_.lower() in _CONSENT:
            return whose  # "without the consent of the family"
        if prep.lower_ == "by" and whose.lemma_.lower() in BODIES:
            return whose
        if prep.lower_ == "from":
            named = somebody(page, whose)
            return whose if named is not None and named.party else None
    return None


def asked_before(page: Page, statement: Statement) -> Mention | None:
    """ "Asked lawmakers to pass it": who stands between the cue and what is asked, if only they."""
    told = min(statement.content, key=lambda span: span.start)
    before = max((c.end for c in statement.cue if c.end <= told.start), default=told.start)
    gap = page.report.text[before : told.start].strip()
    start = page.report.text.find(gap, before)
    chars = page.doc.char_span(start, start + len(gap), alignment_mode="expand") if gap else None
    words = [] if chars is None else list(chars)
    if not told.quote.startswith("to ") or not 0 < len(words) < 4:
        return None
    last = words[-1]
    if last.tag_ not in ("NNS", "NNPS") or any(w.pos_ in ("PUNCT", "ADP", "VERB") for w in words):
        return None
    span = page.report.span(start, start + len(gap))
    return somebody(page, last) or Mention(span, name=gap)
