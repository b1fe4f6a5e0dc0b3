"""Short ways to read a text through the first stages, for the tests beside this file."""

from __future__ import annotations

from firstmove.reading import open_text, read_report
from firstmove.reading.attribution.attribution import attribution
from firstmove.reading.attribution.nesting import without_nested
from firstmove.reading.attribution.via import via
from firstmove.reading.open_page import open_page
from firstmove.reading.page import Page
from firstmove.reading.people.parties import parties
from firstmove.reading.people.people import people
from firstmove.statement import Act, ActPlace, Reading, Statement

LEAD = "Talks on the ferry line between Norland and Sudmark go on.\n\n"


def page_of(text: str) -> Page:
    return open_page(open_text(text, name="test"))


def told(text: str) -> tuple[Statement, ...]:
    """The statements with speakers, ways, names and parties filled in."""
    page = page_of(text)
    statements: tuple[Statement, ...] = ()
    for stage in (attribution, via, people, parties, without_nested):
        statements = stage(page, statements)
    return statements


def who_what(text: str) -> list[tuple[str, str, str]]:
    """(speaker's words, cue, content) of each statement."""
    return [
        (
            s.speaker.span.quote if s.speaker else "",
            " … ".join(c.quote for c in s.cue),
            s.quote,
        )
        for s in told(text)
    ]


def names(text: str) -> list[str]:
    return [s.speaker.name if s.speaker else "" for s in told(text)]


def sides(text: str) -> list[str]:
    return [s.speaker.party if s.speaker else "" for s in told(text)]


def on_the_ferry(text: str) -> Reading:
    """What is read of a text in a dispute of two countries."""
    return read_report(open_text(f"{LEAD}{text}\n", name="test.txt"))


def acts(text: str, place: ActPlace = ActPlace.CONTENT) -> dict[str, Act]:
    """Of a text in that dispute, by their labels."""
    said = on_the_ferry(text).statements
    return {a.label: a for s in said for a in s.acts if a.place is place}
