"""Parse a report into a page: its paragraphs, sentences, quotations and spaCy document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from firstmove.models.ahead import Ahead
from firstmove.reading.attribution import tagger
from firstmove.reading.opening.datelines import dateline_end
from firstmove.reading.opening.lines import Line, blocks_of, lines_of
from firstmove.reading.opening.turns import blocks_below, posts_of, turn_labels
from firstmove.reading.page import Displayed, Page
from firstmove.reading.parsing.language import annotate, nlp
from firstmove.reading.parsing.mending import mended
from firstmove.reading.parsing.quotations import quotations
from firstmove.reading.parsing.sentences import sentence_ends
from firstmove.reading.parsing.words import Words
from firstmove.report import Report, Span

_PIECE = 30_000  # characters parsed at once: bounds the memory that a long report takes
_RUN = re.compile(r"[^\w\s]{12,}|_{12,}")
# Spaces that the parser would take for words: no-break, thin, ideographic …
_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")

Place = tuple[int, int]


def begin(report: Report, ahead: Ahead) -> None:
    """Have the tagger begin on a report; ``open_page`` with the same ``ahead`` goes on from it."""
    tagger.begin(report.text, body_paragraphs(report), ahead)


def open_page(report: Report, ahead: Ahead | None = None) -> Page:
    """The page of a report. Body sentences never cross a paragraph.

    With ``ahead`` the tagger begins to read it beside the parser.

    The document's sentence starts are set by rule before the parser runs, so that
    ``page.sentences`` and ``doc.sents`` agree on the body; each aside is a sentence apart.
    """
    text = report.text
    paragraphs = body_paragraphs(report)
    if ahead is not None:
        tagger.begin(text, paragraphs, ahead)
    displayed = _displayed(report, paragraphs)
    cuts = {shown.words.start for shown in displayed}
    sentences = [place for place in paragraphs for place in _sentences(text, place, cuts)]
    starts = [start for start, _ in sentences]
    starts += [aside.span.start for aside in report.asides]
    return Page(
        report=report,
        doc=mended(_parse(text, sorted({*starts, *(start for start, _ in paragraphs)}))),
        paragraphs=tuple(report.span(*place) for place in paragraphs),
        sentences=tuple(report.span(*place) for place in sentences),
        quotations=_quotations(report, paragraphs, displayed),
        displayed=displayed,
        ahead=ahead or Ahead(),
    )


def _sentences(text: str, paragraph: Place, cuts: Collection[int]) -> Iterator[Place]:
    """A turn's label is a sentence apart, lest the parser take it for part of the words; a dateline
    is in no sentence."""
    start, end = dateline_end(text, paragraph[0]), paragraph[1]
    for cut in sorted(cut for cut in cuts if start < cut < end):
        yield from sentence_ends(text, start, cut)
        start = cut
    yield from sentence_ends(text, start, end)


def _quotations(
    report: Report, paragraphs: Sequence[Place], displayed: Iterable[Displayed]
) -> tuple[Span, ...]:
    places = {*quotations(report.text, paragraphs)}
    places |= {(shown.words.start, shown.words.end) for shown in displayed}
    return tuple(report.span(*place) for place in sorted(places))


def _displayed(report: Report, paragraphs: Sequence[Place]) -> tuple[Displayed, ...]:
    """Turns, posts and blocks: words that are somebody's by how they are set out."""
    text = report.text
    found: list[Displayed] = []
    labels = turn_labels([text[start:end] for start, end in paragraphs])
    for (start, end), length in zip(paragraphs, labels, strict=True):
        if length:
            colon = text.index(":", start + length)
            words = colon + 1 + len(text[colon + 1 : end]) - len(text[colon + 1 : end].lstrip())
            label, mark = report.span(start, start + length), report.span(colon, colon + 1)
            found.append(Displayed(label, mark, report.span(words, end)))
    if found:
        return tuple(found)
    for name, handle, words_ in posts_of(text, paragraphs):
        found.append(Displayed(report.span(*name), report.span(*handle), report.span(*words_)))
    for lead, words_ in blocks_below(text, paragraphs):
        found.append(Displayed(None, report.span(*lead), report.span(*words_)))
    return tuple(sorted(found, key=lambda shown: shown.words.start))


def body_paragraphs(report: Report) -> list[Place]:
    """The paragraphs of the body: what is left of the text without asides and white space."""
    lines = lines_of(report.text)
    asides = [(aside.span.start, aside.span.end) for aside in report.asides]
    places: list[Place] = []
    run: list[Line] = []
    index = 0
    for line in lines:
        pieces, index = _without_asides(line, asides, index)
        if pieces == [(line.start, line.end)]:
            run.append(line)
            continue
        if pieces and pieces[0][0] == line.start and len(pieces) == 1:
            run.append(Line(*pieces[0], report.text[slice(*pieces[0])], line.apart))
            pieces = []
        elif pieces and pieces[-1][1] == line.end and len(pieces) == 1:
            places.extend(_places(blocks_of(run)))
            start, end = pieces[0]
            run = [Line(start, end, report.text[start:end], True)]
            continue
        places.extend(_places(blocks_of(run)))
        run = []
        places.extend(pieces)
    places.extend(_places(blocks_of(run)))
    return places


def _places(blocks: Iterable[Sequence[Line]]) -> list[Place]:
    return [(block[0].start, block[-1].end) for block in blocks]


def _without_asides(line: Line, asides: Sequence[Place], index: int) -> tuple[list[Place], int]:
    """What of a line is in no aside, in order; ``index`` is the first aside not passed yet."""
    pieces: list[Place] = []
    position = line.start
    while index < len(asides) and asides[index][0] < line.end:
        start, end = asides[index]
        pieces.append((position, start))
        position = end
        index += 1
    pieces.append((position, line.end))
    stripped = []
    for start, end in pieces:
        piece = line.text[start - line.start : end - line.start] if start < end else ""
        if piece.strip():
            start += len(piece) - len(piece.lstrip())
            stripped.append((start, start + len(piece.strip())))
    return stripped, index


def _parse(text: str, starts: Sequence[int]) -> Words:
    """One document over the whole text, its sentence starts where they are told to be."""
    language = nlp()  # before anything else of spaCy: it is imported there
    from spacy.tokens import Doc

    text = text.translate(_SPACES)
    cuts = [0]
    for start in starts:
        if start - cuts[-1] > _PIECE:
            cuts.append(start)
    cuts.append(len(text))
    docs = []
    for left, right in pairwise(cuts):
        doc = _tokens(language, text[left:right])
        _set_starts(doc, {start - left for start in starts if left <= start < right})
        docs.append(annotate(doc))
    whole = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    return Words(whole, text)


def _tokens(language: Any, text: str) -> Any:
    """spaCy's tokens, but a long run of signs is one: taken apart it costs its length squared."""
    from spacy.tokens import Doc

    if not _RUN.search(text):
        return language.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for match in [*_RUN.finditer(text), None]:
        piece = text[position : match.start() if match else len(text)]
        tokens = language.make_doc(piece)
        words.extend(token.text for token in tokens)
        spaces.extend(bool(token.whitespace_) for token in tokens)
        if match:
            words.append(match.group())
            spaces.append(False)
            position = match.end()
    return Doc(language.vocab, words=words, spaces=spaces)


def _set_starts(doc: Any, starts: set[int]) -> None:
    """Mark the token at or over each start; every other token is marked as no start."""
    import numpy as np
    from spacy.attrs import IDX, LENGTH, SENT_START

    if not len(doc):
        return
    places = doc.to_array([IDX, LENGTH]).astype(np.int64)
    marks = np.full(len(doc), -1, dtype=np.int64)
    over = np.searchsorted(places.sum(axis=1), sorted(starts), side="right")
    marks[over[over < len(doc)]] = 1
    marks[0] = 1
    doc.from_array([SENT_START], marks.astype(np.uint64))
