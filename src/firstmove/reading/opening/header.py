"""Title, source and day of publication, where the text itself tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from firstmove.reading.dates.calendar import full_date
from firstmove.reading.opening.aside_forms import (
    AGENCY,
    BYLINE_AND_DATE,
    DATE_AND_OUTLET,
    DATED_WITHOUT_COLON,
    LABELLED,
    OUTLET_AND_DATE,
    OUTLET_WORD,
    PLACE_AND_DATE,
)
from firstmove.reading.opening.asides import Place
from firstmove.report import Part

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s+)?"
    r"([A-Z][\w&’'. -]{1,50}?)(?:[.,|]|\s+all\s+rights|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines around a story tell of it; "" and None where they do not."""

    title: str = ""
    source: str = ""
    published: date | None = None


def read_header(text: str, asides: Sequence[Place]) -> Header:
    """Title, source and date from headline, header lines, dateline and credits.

    A date without a year, or one that could be read as day/month and as month/day, is left out:
    it is never completed from elsewhere.
    """
    title = source = credit = ""
    published = updated = dateline = None
    for start, end, part in asides:
        line = text[start:end]
        if part is Part.HEADLINE and not title:
            label = LABELLED.match(line)
            labelled = label is not None and label[1].lower() in ("title", "headline")
            title = label[2].strip() if label and labelled else line
        elif part is Part.HEADER:
            found, day, late = _header_line(line)
            source = source or found
            if day and late:
                updated = updated or day
            elif day:
                published = published or day
        elif part is Part.BYLINE:
            found, day = _behind_names(line)
            source, published = source or found, published or day
        elif part is Part.DATELINE:
            dateline = dateline or full_date(line)
            alone = PLACE_AND_DATE.match(line)
            if alone and alone["outlet"] and not credit:
                credit = alone["outlet"]
        elif part is Part.CREDIT and not credit:
            credit = _agency(line)
        elif part is Part.BOILERPLATE and not source:
            owner = _COPYRIGHT.match(line)
            source = owner[1].strip() if owner else ""
    return Header(title, source or credit, published or dateline or updated)


def _header_line(line: str) -> tuple[str, date | None, bool]:
    """Source, date, and whether the date is that of an update."""
    if label := LABELLED.match(line):
        key, value = label[1].lower(), label[2].strip()
        if key in ("source", "outlet", "agency", "from"):
            parted = OUTLET_AND_DATE.match(value)
            if parted:
                return parted["outlet"].strip(), full_date(parted["date"]), False
            return value, None, False
        dated = key.startswith(("publi", "updat", "last", "date", "post", "first", "issued"))
        return "", full_date(value) if dated else None, key.startswith(("updat", "last"))
    if DATED_WITHOUT_COLON.match(line):
        return "", full_date(line), line.lower().startswith(("updat", "last"))
    if parted := DATE_AND_OUTLET.match(line) or OUTLET_AND_DATE.match(line):
        return parted["outlet"].strip(), full_date(parted["date"]), False
    if OUTLET_WORD.match(line):
        return line, None, False
    return "", full_date(line), False


def _behind_names(line: str) -> tuple[str, date | None]:
    """Outlet and day of "By Ann Wills, Valley Post, 5 May 2026"; "" and None where no date is told,
    since an outlet and an office look alike."""
    if (parted := BYLINE_AND_DATE.match(line)) is None:
        return "", None
    _, comma, outlet = parted["told"].rpartition(", ")
    return outlet if comma and outlet.istitle() else "", full_date(parted["date"])


def _agency(line: str) -> str:
    """The agency named by a credit, or "" where the credit names people only."""
    found = re.search(rf"(?:^|[\s(\[/—–-])({AGENCY})(?=$|[\s)\]/.,—–-])", line)
    return found[1].removeprefix("The ") if found else ""
