"""Statements built by hand over a text: what the stages after attribution are tested with."""

from __future__ import annotations

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Mention, Quotation, Statement


def page_of(text: str) -> Page:
    return open_page(open_text(text, name="test"))


def place(page: Page, words: str, after: int = 0) -> Span:
    start = page.report.text.index(words, after)
    return page.report.span(start, start + len(words))


def told(
    page: Page,
    speaker: str,
    cue: str,
    *content: str,
    name: str = "",
    party: str = "",
    quotation: Quotation = Quotation.INDIRECT,
) -> Statement:
    """A statement whose speaker, cue and content are the first such words of the text."""
    return Statement(
        report_id=page.report.id,
        speaker=Mention(place(page, speaker), name=name or speaker, party=party),
        cue=(place(page, cue),),
        content=tuple(place(page, words) for words in content),
        quotation=quotation,
    )


def marked(text: str, party: str = "") -> tuple[Page, Statement]:
    """A page and its statement from a sentence with [speaker], {cue} and <content> marked.

    Direct where the sentence has quotation marks.
    """
    page = page_of("".join(c for c in text if c not in "[]{}<>"))
    parts = [text.split(pair[0])[1].split(pair[1])[0] for pair in ("[]", "{}", "<>")]
    speaker, cue, content = ("".join(c for c in part if c not in "[]{}<>") for part in parts)
    quotation = Quotation.DIRECT if "“" in text else Quotation.INDIRECT
    return page, told(page, speaker, cue, content, party=party, quotation=quotation)
