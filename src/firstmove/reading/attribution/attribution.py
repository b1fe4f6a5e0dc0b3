"""First stage: who is told to have said, believed or intended what, in exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from firstmove.reading.attribution.according import according_claims, view_claims
from firstmove.reading.attribution.asserted import is_told, tells_nothing
from firstmove.reading.attribution.carrying import carried_on, over_paragraphs
from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.combining import joined
from firstmove.reading.attribution.condition_extent import with_conditions
from firstmove.reading.attribution.displayed import displayed_claims
from firstmove.reading.attribution.listed import with_lists
from firstmove.reading.attribution.nominal import answered_offers, nominal_claims
from firstmove.reading.attribution.plans import gone_on, planned, spelled_out
from firstmove.reading.attribution.quoted import quoted_claims
from firstmove.reading.attribution.scope import in_own_mouth
from firstmove.reading.attribution.splitting import split
from firstmove.reading.attribution.tagger import Tagging
from firstmove.reading.attribution.tagging import claims_of, tag_page
from firstmove.reading.attribution.tied import tied
from firstmove.reading.attribution.verbal import verbal_claims
from firstmove.reading.attribution.veridicality import is_taken_back
from firstmove.reading.attribution.voices import is_voiced
from firstmove.reading.lexicon import cues
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.report import Span
from firstmove.statement import Mention, Quotation, Statement

_GLOSS = re.compile(r"\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]")
_CLOSED = re.compile(r"[”’»]\W{0,6}(?=\w)")
_BEGUN = re.compile(r"\w+-\Z")
_ENDING = re.compile(r"(?:-\w+)+")
_CONNECTING = re.compile(r"such,\s")  # "As such, farmers and millers object"
_PURPOSE = re.compile(r"\w\s+to\s+\w+\Z")  # "held a rally | to denounce"
_FIRST_PERSON = frozenset("i we me us my our myself ourselves you".split())


def attribution(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Find the statements of a page; each has cue and content, and a speaker unless hidden.

    A trained tagger and rules over quotation marks and a dependency parse, both after PolNeAR
    (Newell, Margolin & Ruths 2018), combined. The outlet's own narration yields nothing.
    """
    found = [
        _statement(page, part)
        for claim in find_claims(page)
        for part in split(page.doc, page.report.text, claim)
    ]
    return (*statements, *found)


def find_claims(page: Page) -> list[Claim]:
    """The attributions of a page before claims joined in one quotation are split."""
    return _claims(page, tag_page(page))


def ruled_claims(page: Page) -> list[Claim]:
    """The attributions that the rules find."""
    return _claims(page, None)


def _claims(page: Page, tagging: Tagging | None) -> list[Claim]:
    text = page.report.text
    tagged = claims_of(page, tagging) if tagging is not None else []
    quotations = [(q.start, q.end) for q in page.quotations]
    claims: list[Claim] = []
    for paragraph in page.paragraphs:
        inside = [q for q in quotations if paragraph.start <= q[0] < paragraph.end]
        quoted = quoted_claims(page.doc, text, (paragraph.start, paragraph.end), inside)
        told = _ruled(page, paragraph, inside, quoted)
        told = [c for c in told if _stands(page.doc, c, inside)]
        told = [*quoted, *(_typed(text, c, inside) for c in told)]
        if tagging is not None:
            more = [c for c in tagged if paragraph.start <= c.cue[0][0] < paragraph.end]
            more = [_typed(text, c, inside) for c in more if _stands(page.doc, c, inside)]
            more = [c for c in more if is_told(page.doc, c)]
            told = joined(text, told, more, tagging.cue_chance)
            told = [c for c in told if not tells_nothing(page.doc, c)]
        told = [c for c in told if is_voiced(page.doc, c)]
        told = carried_on(page, text, inside, told)
        for sentence in page.sentences_in(paragraph):
            told += planned(page, sentence, told, inside)
            told += spelled_out(page, sentence, told)
            told += tied(page, sentence, told, inside)
        claims += [*told, *gone_on(page, paragraph, told)]
    claims += over_paragraphs(page, claims)
    claims = with_conditions(page, claims)
    claims = [
        _typed(text, c, quotations) if c.frame == "l" else c for c in with_lists(page, claims)
    ]
    claims = in_own_mouth(page.doc, [*claims, *displayed_claims(page)])
    claims.sort(key=lambda c: (c.content[0], c.cue[0]))
    return _distinct(text, claims)


def _ruled(page: Page, paragraph: Span, inside: list[Place], quoted: list[Claim]) -> list[Claim]:
    """What the rules find in the sentences of a paragraph, besides its tagged quotations."""
    text = page.report.text
    direct = {c.anchor for c in quoted}
    # who is told to be quoted says it, and not who quotes
    leads = (page.doc[at].head for at in list(direct) if page.doc[at].dep_ == "pcomp")
    direct |= {above.i for lead in leads for above in (lead.head, lead.head.head)}
    told: list[Claim] = []
    for span in page.sentences_in(paragraph):
        sentence = page.doc.char_span(span.start, span.end, alignment_mode="expand")
        if sentence is None:
            continue
        here = [
            _with_quotation(text, c, inside)
            for c in (*verbal_claims(sentence, text), *nominal_claims(sentence, text))
            if c.anchor not in direct
        ]
        here += [_with_quotation(text, c, inside) for c in according_claims(sentence, text)]
        here += view_claims(sentence, text)
        here += answered_offers(sentence, text, here)
        told += _once(here)
    return told


def _stands(doc: Token, claim: Claim, quotations: Iterable[Place]) -> bool:
    """Whether the outlet tells it, and does not take it back."""
    return not (
        _inside_quotation(claim, quotations)
        or _first_person(doc, claim)
        or is_taken_back(doc[claim.anchor], None if claim.head is None else doc[claim.head])
    )


def _once(claims: list[Claim]) -> list[Claim]:
    """ "issued a demand for a rise" is told once, by the noun."""
    nouns = [c for c in claims if c.frame == "n"]
    return [
        c
        for c in claims
        if c.frame != "o"
        or not any(
            n.head == c.head and n.cue[0][0] <= c.cue[0][0] and c.cue[0][1] < n.cue[0][1]
            for n in nouns
        )
    ]


def _with_quotation(text: str, claim: Claim, quotations: Iterable[Place]) -> Claim:
    """Content that breaks off inside a quotation goes on to its end."""
    parts = []
    for start, end in claim.content:
        for q_start, q_end in quotations:
            if start < q_start < end < q_end and q_end - end < 400:
                end = q_end
            if start < q_start and q_end - 2 <= end <= q_end:
                end = _after_mark(text, q_end)
            if q_start < start < q_end and start - q_start < 3 and end >= q_end:
                start = q_start
        parts.append((start, end))
    return replace(claim, content=tuple(parts))


def _after_mark(text: str, end: int) -> int:
    """Past the closing mark of a quotation that ends at ``end``."""
    if text.startswith("''", end):
        return end + 2
    return end + 1 if end < len(text) and text[end] in "\"”’»'" else end


def _inside_quotation(claim: Claim, quotations: Iterable[Place]) -> bool:
    """Whether the whole claim stands in somebody's quotation: then it is that one's to say."""
    spans = (*claim.cue, *claim.content)
    return any(
        all(q_start <= s and e <= q_end + 2 for s, e in spans) for q_start, q_end in quotations
    )


def _first_person(doc: Token, claim: Claim) -> bool:
    """The writer's "I" and "we", outside quotations, are the outlet's narration."""
    return claim.head is not None and doc[claim.head].lower_ in _FIRST_PERSON


def _typed(text: str, claim: Claim, quotations: Iterable[Place]) -> Claim:
    """How the content stands: in the speaker's words, partly so, or in the outlet's.

    "that “the dam is safe”" is a quotation behind "that"; with any other word beside the marks it
    is mixed.
    """
    told = [(s, e, q) for s, e in claim.content for q in quotations if s < q[1] and q[0] < e]
    if not told:
        return claim
    outside = "".join(_without(text, s, e, [q for _, _, q in told]) for s, e in claim.content)
    if re.findall(r"\w+", outside.lower()) not in ([], ["that"]):
        content = tuple((s + _shut(text, s, e), e) for s, e in claim.content)
        return replace(claim, content=content, quotation=Quotation.MIXED)
    begun = min(q[0] for _, _, q in told)
    parts = [
        clauses.trim(text, max(s, begun), e, quotes=True) for s, e in claim.content if e > begun
    ]
    kept = tuple(p for p in parts if p is not None)
    return replace(claim, content=kept, quotation=Quotation.DIRECT) if kept else claim


def _without(text: str, start: int, end: int, quotations: Iterable[Place]) -> str:
    """A piece of the text with spaces where it is quoted."""
    piece = text[start:end]
    for first, last in quotations:
        left, right = max(first - start, 0), min(last, end) - start
        if left < right:
            piece = piece[:left] + " " * (right - left) + piece[right:]
    return piece


def _shut(text: str, start: int, end: int) -> int:
    """The length of what is shut before the content begins: "” … "."""
    match = _CLOSED.match(text, start, end)
    return len(match.group()) if match else 0


def _apart(content: tuple[Place, ...]) -> tuple[Place, ...]:
    """The parts in order; a quotation within a quotation is no part of its own."""
    parts: list[Place] = []
    for start, end in sorted(content):
        if parts and start < parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return tuple(parts)


def _whole_words(text: str, place: Place) -> Place:
    """ "Hart-Roe" where the parse parts a name at its hyphen."""
    start, end = place
    if connecting := _CONNECTING.match(text, start, end):
        start = connecting.end()
    before, after = _BEGUN.search(text[max(0, start - 30) : start]), _ENDING.match(text, end)
    return start - (len(before.group()) if before else 0), after.end() if after else end


def _sound(claim: Claim) -> bool:
    """Whether speaker and cue stand apart."""
    if claim.speaker is None:
        return True
    start, end = claim.speaker
    return not any(s < end and start < e for s, e in claim.cue)


def says_something(text: str, claim: Claim) -> bool:
    """Whether the content has words of its own: not a mark alone, nor "to do so"; nor "it", where
    it is only meant to be said ("called the press to denounce it")."""
    said = " ".join(text[s:e] for s, e in claim.content).lower()
    words = re.findall(r"\w+", said)
    if words in (["it"], ["this"], ["that"], ["them"]):
        return not _PURPOSE.search(text, *claim.cue[-1])
    return bool(words) and words not in (["to"], ["to", "do"], ["to", "do", "so"], ["do", "so"])


def _distinct(text: str, claims: list[Claim]) -> list[Claim]:
    """One claim for each cue and content; the nested phrasing of one cue chain counts once."""
    kept: list[Claim] = []
    for claim in claims:
        speaker = _whole_words(text, claim.speaker) if claim.speaker is not None else None
        claim = replace(claim, speaker=speaker, content=_apart(claim.content))
        if not _sound(claim) or not says_something(text, claim):
            continue
        same = [k for k in kept if k.content == claim.content and k.speaker == claim.speaker]
        if same and claim.frame not in ("offer",):
            continue
        kept.append(claim)
    return kept


def _statement(page: Page, claim: Claim) -> Statement:
    report = page.report
    speaker = Mention(_span(page, claim.speaker)) if claim.speaker is not None else None
    glosses = [
        report.span(start + match.start(), start + match.end())
        for start, end in claim.content
        for match in _GLOSS.finditer(report.text[start:end])
        if claim.quotation is not Quotation.INDIRECT
        and (match.group().startswith("[") or page.in_quotation(start + match.start()))
    ]
    return Statement(
        report_id=report.id,
        speaker=speaker,
        cue=tuple(_span(page, c) for c in claim.cue),
        content=tuple(_span(page, c) for c in claim.content),
        quotation=claim.quotation,
        glosses=tuple(glosses),
    )


def _span(page: Page, place: Place) -> Span:
    return page.report.span(*place)


__all__ = ["attribution", "cues", "find_claims", "lemma"]
