"""Contents that end before or inside their condition go on to its end.

"offered to meet on Tuesday as | long as the gate stays open": what is said is said on a condition,
so the whole marker and clause are part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.condition_clauses.clauses import clauses_in
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Place, trim
from firstmove.statement import ConditionKind, Quotation

_DEMANDING = frozenset(
    {
        ConditionKind.IF,
        ConditionKind.ONLY_IF,
        ConditionKind.UNLESS,
        ConditionKind.IFF,
        ConditionKind.UNTIL,
    }
)
# ", ", or to whom and when it was said before the comma: " reporters in Halm on Monday, ".
_TAG_END = re.compile(r"(?:\s[^,.;:?!“”\"]{1,60})?,\s(?:but\s|and\s|though\s)?")
_JOINTS = " \t\xa0,—–-"


def with_conditions(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the conditions that begin in or right behind their contents."""
    known: dict[int, list[tuple[Place, Clause]]] = {}
    result = []
    for claim in claims:
        if claim.quotation is not Quotation.DIRECT:
            claim = _with_main(page, claim, claims, known)
            claim = _with_condition(page, claim, claims, known)
            claim = _with_condition_behind(page, claim, claims, known)
        result.append(claim)
    return result


def _with_main(
    page: Page,
    claim: Claim,
    claims: Iterable[Claim],
    known: dict[int, list[tuple[Place, Clause]]],
) -> Claim:
    """ "Work will stop on Monday, she told a rally, if …": a condition alone is not all that is
    said; what it hangs on stands before the cue."""
    if len(claim.content) != 1:
        return claim
    start, end = claim.content[0]
    alone = any(f <= start and end <= last for (f, last), _ in _clauses(page, end, known))
    cue = page.doc[claim.anchor]
    if not alone or start < cue.idx:
        return claim
    below = [c for c in cue.children if c.dep_ == "ccomp" and c.i < cue.i]
    if not below:
        return claim
    last = below[-1].right_edge
    place = trim(page.report.text, below[-1].left_edge.idx, last.idx + len(last.text))
    told = [p for c in claims if c.anchor != claim.anchor for p in (*c.cue, *c.content)]
    own = (*claim.cue, *((claim.speaker,) if claim.speaker else ()))
    if place is None or any(s < place[1] and place[0] < e for s, e in (*told, *own)):
        return claim
    return replace(claim, content=(place, claim.content[0]))


def _with_condition(
    page: Page,
    claim: Claim,
    claims: Iterable[Claim],
    known: dict[int, list[tuple[Place, Clause]]],
) -> Claim:
    text = page.report.text
    parts = list(claim.content)
    for number, (start, end) in enumerate(parts):
        for (first, last), clause in _clauses(page, end, known):
            cut = start <= first < end < last
            beside = end <= first and text[end:first].strip(_JOINTS) in ("", "but")
            if not cut and not (beside and _governs(claim, (start, end), clause)):
                continue
            told = [p for c in claims if c.anchor != claim.anchor for p in c.cue]
            own = (*claim.cue, *((claim.speaker,) if claim.speaker else ()))
            if not any(end <= s < last for s, _ in (*own, *told)):
                end = last
                parts[number] = (start, end)
    return replace(claim, content=tuple(parts)) if tuple(parts) != claim.content else claim


def _with_condition_behind(
    page: Page,
    claim: Claim,
    claims: Iterable[Claim],
    known: dict[int, list[tuple[Place, Clause]]],
) -> Claim:
    """ "It would pay for a ship, said its head, | provided that the council agreed": what stands
    behind a saying set after what is said is a condition of that, for nobody says on one."""
    if len(claim.content) != 1 or claim.speaker is None:
        return claim
    end = claim.content[0][1]
    telling = [*claim.cue, claim.speaker]
    if min(s for s, _ in telling) < end:
        return claim
    last = max(e for _, e in telling)
    text = page.report.text
    for (first, stop), clause in _clauses(page, last, known):
        between = text[last:first] if first > last else ""
        if clause.kind not in _DEMANDING or not _TAG_END.fullmatch(between):
            continue
        place = trim(text, first, stop)
        told = [p for c in claims if c.anchor != claim.anchor for p in (*c.cue, *c.content)]
        if place is None or any(s < place[1] and place[0] < e for s, e in told):
            continue
        return replace(claim, content=(claim.content[0], place))
    return claim


def _clauses(
    page: Page, offset: int, known: dict[int, list[tuple[Place, Clause]]]
) -> list[tuple[Place, Clause]]:
    """The conditions of the sentence that ends or goes on at an offset."""
    number = page.sentence_number(offset - 1)
    if number is None:
        return []
    if number not in known:
        text = page.report.text
        found = []
        for clause in clauses_in(page, page.sentences[number - 1]):
            last = clause.words[-1]
            place = trim(text, clause.words[0].idx, last.idx + len(last.text))
            if clause.parsed and place is not None:
                found.append((place, clause))
        known[number] = sorted(found, key=lambda item: item[0])
    return known[number]


def _governs(claim: Claim, part: Place, clause: Clause) -> bool:
    """Whether the words that the clause hangs on are in the content or are the cue."""
    governor = clause.governor
    if governor is None:
        return False
    return bool(
        governor.i == claim.anchor
        or part[0] <= governor.idx < part[1]
        or any(start <= governor.idx < end for start, end in claim.cue)
    )
