"""Open one report: a text or HTML file, or a text already in hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from firstmove.errors import ReportError
from firstmove.reading.opening.asides import Place, find_asides
from firstmove.reading.opening.encoding import decode, read_bytes
from firstmove.reading.opening.header import read_header
from firstmove.reading.opening.html import article_of, looks_like_html
from firstmove.reading.opening.lines import blocks_of, lines_of
from firstmove.reading.opening.tongues import ENGLISH, other_language
from firstmove.report import Aside, Part, Report, Span

MAX_CHARACTERS = 500_000  # a novel; it takes a minute or two to read
MAX_RUN = 5_000  # characters without a space: no running text, and slow to take apart
_MIN_WORDS_FOR_LANGUAGE = 60
_SURROGATE = re.compile("[\ud800-\udfff]")


def open_report(path: str | Path) -> Report:
    """The report in a file.

    A ``.txt`` file's characters are taken as they are, so that offsets count in the file's own
    text; an HTML page (by name or by content) is reduced to its article.

    Raises:
        ReportError: missing, a folder, empty, binary, larger than 20 MB, more than half a million
            characters, or in an encoding that cannot be told.
    """
    path = Path(path)
    where = str(path)
    data = read_bytes(path)
    if looks_like_html(data, path.suffix):
        article = article_of(data, where)
        return open_text(
            article.text,
            name=path.name,
            source=article.source,
            title=article.title,
            published=article.published,
            url=article.url,
            notes=article.notes,
        )
    text, notes = decode(data, where)
    return open_text(text, name=path.name, notes=notes)


def open_text(
    text: str,
    *,
    name: str = "",
    source: str = "",
    title: str = "",
    published: date | None = None,
    url: str = "",
    notes: tuple[str, ...] = (),
) -> Report:
    """The report in a text.

    ``source``, ``title`` and ``published`` are taken as given where they are; otherwise from the
    text's own header lines, dateline and credits; ``source`` at last from ``name`` without its
    ending. The day of publication is never made up.

    Raises:
        ReportError: nothing but white space, more than half a million characters, or no running
            text.
    """
    where = name or source
    _check(text, where)
    asides_found = find_asides(text, title)
    header = read_header(text, asides_found)
    foreign = _other_languages(text, asides_found)
    places = sorted([*asides_found, *((start, end, part) for start, end, part, _ in foreign)])
    id_ = Report.id_of(text)
    asides = tuple(
        Aside(Span(id_, start, end, text[start:end]), part) for start, end, part in places
    )
    if foreign:
        notes = (*notes, _passed_over([name for _, _, _, name in foreign]))
    elif not _looks_english(text):
        notes = (*notes, "the text does not look like English: little or nothing will be found")
    return Report(
        id=id_,
        text=text,
        source=source or header.source or Path(name).stem,
        title=title or header.title,
        published=published or header.published,
        url=url,
        name=name,
        asides=asides,
        notes=notes,
    )


def _other_languages(text: str, asides: Sequence[Place]) -> list[tuple[int, int, Part, str]]:
    """The paragraphs of the body in another language, each with the name of that language."""
    taken = {start for start, _, _ in asides}
    lines = [line for line in lines_of(text) if line.start not in taken]
    found: list[tuple[int, int, Part, str]] = []
    for block in blocks_of(lines):
        start, end = block[0].start, block[-1].end
        inside = any(start < s < end for s in taken)
        name = "" if inside else other_language(text[start:end])
        if name:
            found.append((start, end, Part.OTHER_LANGUAGE, name))
    return found


def _passed_over(names: Sequence[str]) -> str:
    counts = Counter(names)
    told = ", ".join(
        f"{count} paragraph{'s' if count > 1 else ''} in {name}" for name, count in counts.items()
    )
    return f"passed over, since firstmove reads English only: {told}"


def _check(text: str, where: str) -> None:
    if not text.strip():
        raise ReportError(
            "there is nothing but white space in it" if text else "there is no text in it",
            where=where,
            remedy="give a report with text in it",
        )
    if len(text) > MAX_CHARACTERS:
        raise ReportError(
            f"the text has {len(text):,} characters; one report may have {MAX_CHARACTERS:,}",
            where=where,
            remedy="split it into one file for each report",
        )
    if "\x00" in text:
        raise ReportError(
            "the text holds NUL characters", where=where, remedy="give a report as plain text"
        )
    if match := _SURROGATE.search(text):
        raise ReportError(
            f"character {match.start()} is half of a pair (a lone surrogate)",
            where=where,
            remedy="read the file as UTF-8 with errors='strict'",
        )
    longest = max((len(run) for run in text.split()), default=0)
    if longest > MAX_RUN:
        raise ReportError(
            f"it holds {longest:,} characters without a space: that is no running text",
            where=where,
            remedy="leave out encoded data, and give the report's own text",
        )


def _looks_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    if len(words) < _MIN_WORDS_FOR_LANGUAGE:
        return True
    return sum(word in ENGLISH for word in words) >= 0.15 * len(words)
