"""Quotations that carry on what somebody said, in the same paragraph or the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place
from firstmove.statement import Quotation


def carried_on(page: Page, text: str, quotations: list[Place], claims: list[Claim]) -> list[Claim]:
    """A quotation with no tag of its own, right after a sentence that tells what someone said,
    in the same paragraph, goes on with that person's words under the same cue."""
    covered = [p for c in claims for p in c.content]
    result = list(claims)
    for start, end in quotations:
        if any(s < end and start < e for s, e in covered):
            continue
        if text[end - 1] not in ".?!" and text[end : end + 2].strip("\"”’'")[:1] not in (".",):
            continue
        if len(re.findall(r"\w+", text[start:end])) < 4:
            continue
        head = text[max(0, start - 40) : start].rstrip("\"“‘' \xa0\n")
        if not head or head[-1] not in ".:":
            continue
        here = page.sentence_at(start)
        earlier = [c for c in result if max(e for _, e in c.content + c.cue) <= start]
        if here is None or not earlier:
            continue
        last = max(earlier, key=lambda c: max(e for _, e in c.content + c.cue))
        gap = text[max(e for _, e in last.content + last.cue) : start]
        if len(gap.split()) > 6 or "\n" in gap or last.speaker is None:
            continue
        candidates = [c for c in earlier if c.anchor == last.anchor or c.head == last.head]
        people = {c.head for c in earlier if c.start >= last.start - 300 and _near(text, c, start)}
        if len(people) > 1 or not clauses.is_animate(page.doc[last.head]):
            continue
        result.append(
            replace(candidates[-1], content=((start, end),), quotation=Quotation.DIRECT, frame="+")
        )
        covered.append((start, end))
    return result


def over_paragraphs(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A quotation left open at the end of its paragraph goes on in the next, with its speaker."""
    covered = [p for c in claims for p in c.content]
    places = [(q.start, q.end) for q in page.quotations]
    tellers = [c for c in claims if c.quotation is Quotation.DIRECT]
    for paragraph, following in pairwise(page.paragraphs):
        open_ = next((q for q in places if paragraph.start <= q[0] and q[1] == paragraph.end), None)
        rest = next((q for q in places if following.start < q[0] <= following.start + 2), None)
        if open_ is None or rest is None or any(s < rest[1] and rest[0] < e for s, e in covered):
            continue
        teller = next(
            (c for c in tellers if any(s < open_[1] and open_[0] < e for s, e in c.content)), None
        )
        if teller is not None:
            claim = replace(teller, content=(rest,), frame="+")
            tellers.append(claim)
            yield claim


def _near(text: str, claim: Claim, start: int) -> bool:
    last = max(e for _, e in claim.content + claim.cue)
    return len(re.findall(r"[.!?]\s", text[last:start])) <= 1
