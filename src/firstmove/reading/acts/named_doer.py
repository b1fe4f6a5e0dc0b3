"""Who is named beside an act: next to its doer, behind a thing asked for, before what is asked."""

from __future__ import annotations

from collections.abc import Collection
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
_PLANS = frozenset(
    "decision failure intention plan pledge promise refusal threat vow willingness".split()
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
    amounts = (c for of in thing.children if of.lower_ == "of" for c in of.children)
    sums = [c for c in amounts if any(n.pos_ == "NUM" for left in c.lefts for n in left.subtree)]
    for prep in (*thing.children, *(c for s in sums for c in s.children)):  # "20m crowns from Velm"
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


def whose_plan(head: Any, statement: Statement) -> Any:
    """ "Roe" of "Roe's refusal to pay", "his" of "one weakness is his refusal to pay"; None where
    the noun is the cue itself."""
    plan = head.head
    if head.dep_ not in ("acl", "xcomp") or plan.lemma_.lower() not in _PLANS:
        return None
    if not any(s.start <= plan.idx < s.end for s in statement.content):
        return None
    return next((c for c in plan.children if c.dep_ == "poss"), None)


def target_before(pronoun: Any, statement: Statement, words: Collection[str]) -> Mention | None:
    """Whom the statement is aimed at, if told by a name before the pronoun, one of the words."""
    target = statement.target
    if target is None or not target.name or pronoun.lower_ not in words:
        return None
    return target if target.span.start < pronoun.idx else None


def warned_off(page: Page, deed: Any) -> Mention:
    """ "The line" of "warned the line against closing the route"; not who warns, in any case."""
    warned = next((c for c in deed.head.head.children if c.dep_ == "dobj"), deed)
    found = somebody(page, warned) if warned is not deed else None
    return found or Mention(page.report.span(warned.idx, warned.idx + len(warned)))
