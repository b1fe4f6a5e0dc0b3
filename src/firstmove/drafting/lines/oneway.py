"""Options that cannot be taken back: only where the reports say so, or plain logic does."""

from __future__ import annotations

import re

from firstmove.conflict import Direction
from firstmove.drafting.options.candidate import Candidate
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import ActPlace

# What reports call an act that is not taken back.
_SAID = re.compile(
    r"\b(?:irrevocabl[ey]|irreversibl[ey]|for good|once and for all|permanently|"
    r"(?:can(?:no|['’])t|cannot|could not|never) be (?:undone|reversed|taken back)|no way back|"
    r"no going back|point of no return)\b",
    re.IGNORECASE,
)
# Verbs of acts that the one who did them cannot undo, by what is true of them afterwards.
LOGIC: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset("publish disclose reveal testify".split()), "what has been told stays known"),
    (
        frozenset("demolish destroy raze execute kill detonate".split()) | {"blow up"},
        "what is destroyed is not brought back",
    ),
    (frozenset("apologise apologize confess".split()), "what has been said stays said"),
    (
        frozenset("resign dissolve abdicate".split()) | {"step down"},
        "it is not the owner's to undo",
    ),
)


def one_way(view: View, candidate: Candidate) -> tuple[Direction, str]:
    """The direction of an option, and the reason where it is one-way."""
    for named in candidate.named:
        if named.act.place is not ActPlace.CONTENT or named.act.negated:
            continue
        for start, end in view.sentences_of(named.act.span.report_id):
            if start <= named.act.span.start < end:
                sentence = view.report(named.act.span.report_id).span(start, end)
                if said := _said(sentence, named.act.span):
                    return Direction.FORWARD, f"the report says “{said}”"
    words = candidate.label.lower().split()
    for verbs, reason in LOGIC:
        if words[0] in verbs or " ".join(words[:2]) in verbs:
            return Direction.FORWARD, reason
    return Direction.BOTH, ""


def _said(sentence: Span, act: Span) -> str:
    """The word for it, in the clause of the act: nothing but words between them."""
    for found in _SAID.finditer(sentence.quote):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        between = (min(end, act.end), max(start, act.start))
        gap = sentence.quote[between[0] - sentence.start : between[1] - sentence.start]
        inside = act.start <= start < act.end
        if inside or (len(gap) < 40 and not re.search(r"[.;:,]| and | but ", gap)):
            return found[0]
    return ""
