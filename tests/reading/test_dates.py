"""Dates: told in full, worked out from an anchor that is named, or left as they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.reading import open_text, read_report
from firstmove.reading.dates.calendar import week_of
from firstmove.reading.dates.date_phrases import find_phrases
from firstmove.reading.dates.dates import dates_of, resolve
from firstmove.reading.dates.meanings import Day
from firstmove.reading.open_page import open_page
from firstmove.statement import Basis, When

TUESDAY = date(2031, 3, 4)


def told(text: str, published: date | None = TUESDAY) -> list[When]:
    return list(dates_of(open_page(open_text(text, name="x.txt", published=published))))


def days(text: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    """Phrase and interval: "2031-03-03", "2031-03-03/2031-03-05" or "?"."""
    return [(w.span.quote, interval(w)) for w in told(text, published)]


def interval(when: When) -> str:
    if when.start is None:
        return "?"
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


@pytest.mark.parametrize(
    ("text", "phrase", "days_meant"),
    [
        ("They met on 3 March 2029.", "3 March 2029", "2029-03-03"),
        ("They met on Saturday, March 3rd, 2029.", "Saturday, March 3rd, 2029", "2029-03-03"),
        ("They met on 2029-03-03.", "2029-03-03", "2029-03-03"),
        ("They met on 23/3/2029.", "23/3/2029", "2029-03-23"),
        ("They met in March 2029.", "March 2029", "2029-03-01/2029-03-31"),
        ("They met in early March 2029.", "early March 2029", "2029-03-01/2029-03-10"),
        ("They met from 3 to 5 March 2029.", "3 to 5 March 2029", "2029-03-03/2029-03-05"),
        ("They met March 3-5, 2029.", "March 3-5, 2029", "2029-03-03/2029-03-05"),
        (
            "They met on Dec. 30 to Jan. 2, 2029.",
            "Dec. 30 to Jan. 2, 2029",
            "2028-12-30/2029-01-02",
        ),
        ("The pact was signed in 2022.", "2022", "2022-01-01/2022-12-31"),
        ("It was the worst flood since the great fire of 1962.", "1962", "1962-01-01/1962-12-31"),
        ("The weir was built in the 1990s.", "1990s", "1990-01-01/1999-12-31"),
        ("The league ruled from 2014 to 2018.", "2014 to 2018", "2014-01-01/2018-12-31"),
        ("It must end by the end of June 2032.", "the end of June 2032", "2032-06-30"),
        ("He spoke on Christmas Day 2029.", "Christmas Day 2029", "2029-12-25"),
        (
            "Sales fell in the fourth quarter of 2029.",
            "the fourth quarter of 2029",
            "2029-10-01/2029-12-31",
        ),
        ("Sales fell in Q2 2029.", "Q2 2029", "2029-04-01/2029-06-30"),
        (
            "It rained in the second half of 2029.",
            "the second half of 2029",
            "2029-07-01/2029-12-31",
        ),
        (
            "It rained in the third week of May 2029.",
            "the third week of May 2029",
            "2029-05-15/2029-05-21",
        ),
        (
            "It closed on the last day of February 2028.",
            "the last day of February 2028",
            "2028-02-29",
        ),
        ("The mill is of the 19th century.", "the 19th century", "1801-01-01/1900-12-31"),
        (
            "Sales fell in the three months to February 2029.",
            "the three months to February 2029",
            "2028-12-01/2029-02-28",
        ),
    ],
)
def test_explicit(text: str, phrase: str, days_meant: str) -> None:
    (when,) = told(text)
    assert (when.span.quote, interval(when)) == (phrase, days_meant)
    assert when.basis is Basis.EXPLICIT
    assert when.anchor == ""


@pytest.mark.parametrize(
    ("text", "phrase", "days_meant", "planned"),
    [
        ("They met on December 18.", "December 18", "2030-12-18", False),
        ("They met a fortnight ago.", "a fortnight ago", "2031-02-17/2031-02-23", False),
        ("They must pay within a fortnight.", "within a fortnight", "2031-03-04/2031-03-18", True),
        ("They met on Monday of last week.", "Monday of last week", "2031-02-24", False),
        ("They will meet on Friday week.", "Friday week", "2031-03-14", True),
        (
            "It burned overnight into Sunday.",
            "overnight into Sunday",
            "2031-03-01/2031-03-02",
            False,
        ),
        ("They must pay by the year’s end.", "the year’s end", "2031-12-31", True),
        (
            "It lasts until the end of the second quarter.",
            "the end of the second quarter",
            "2031-06-30",
            True,
        ),
        ("They met on 3 March.", "3 March", "2031-03-03", False),
        ("They will meet on 3 April.", "3 April", "2031-04-03", True),
        ("They will meet on 3 February.", "3 February", "2032-02-03", True),
        ("The envoy is set to visit Norland in January.", "January", "2032-01-01/2032-01-31", True),
        ("The envoy visited Norland in January.", "January", "2031-01-01/2031-01-31", False),
        ("Nobody wants to go back to January.", "January", "2031-01-01/2031-01-31", False),
        ("Go back to January, he told them.", "January", "2031-01-01/2031-01-31", False),
        ("No pay will have come since January.", "January", "2031-01-01/2031-01-31", False),
        ("She spoke on New Year’s Eve.", "New Year’s Eve", "2030-12-31", False),
        ("They met on Thursday.", "Thursday", "2031-02-27", False),
        ("They will meet on Thursday.", "Thursday", "2031-03-06", True),
        ("They met on Tuesday night.", "Tuesday night", "2031-03-04", False),
        ("They met last week.", "last week", "2031-02-24/2031-03-02", False),
        ("They met over the weekend.", "over the weekend", "2031-03-01/2031-03-02", False),
        ("They met yesterday.", "yesterday", "2031-03-03", False),
        ("They will meet tomorrow.", "tomorrow", "2031-03-05", True),
        ("They met two days ago.", "two days ago", "2031-03-02", False),
        ("They will meet in two weeks.", "in two weeks", "2031-03-17/2031-03-23", True),
        ("Both sides must answer within 30 days.", "within 30 days", "2031-03-04/2031-04-03", True),
        (
            "Norland ordered a reply within two weeks.",
            "within two weeks",
            "2031-03-04/2031-03-18",
            True,
        ),
        ("They must go by the end of June.", "the end of June", "2031-06-30", True),
        ("They must go by the end of the month.", "the end of the month", "2031-03-31", True),
        (
            "A vote will come in April of next year.",
            "April of next year",
            "2032-04-01/2032-04-30",
            True,
        ),
        ("A vote will come next month.", "next month", "2031-04-01/2031-04-30", True),
        ("They met last June.", "last June", "2030-06-01/2030-06-30", False),
        ("It gave the port until Friday to answer.", "Friday", "2031-03-07", True),
        ("The owners have only until Friday.", "Friday", "2031-03-07", True),
        ("They had waited in the rain until Friday.", "Friday", "2031-02-28", False),
        ("Nobody worked between 1 and 3 March.", "1 and 3 March", "2031-03-01/2031-03-03", False),
    ],
)
def test_inferred(text: str, phrase: str, days_meant: str, planned: bool) -> None:
    (when,) = told(text)
    assert (when.span.quote, interval(when)) == (phrase, days_meant)
    assert when.basis is Basis.INFERRED
    assert when.planned is planned
    assert "2031-03-04" in when.anchor


def test_what_recurs_has_no_date() -> None:
    assert told("The crews walk out every November and each Friday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They met on Thursday.",
        "They met on December 18.",
        "They met last week.",
        "They must answer within 30 days.",
        "They met in January.",
        "The treaty of 14 October 1962 was read again on 3 May.",
    ],
)
def test_without_an_anchor_nothing_is_worked_out(text: str) -> None:
    *_, when = told(text, None)
    assert (when.start, when.end, when.basis) == (None, None, Basis.UNRESOLVED)


def test_unclear_even_with_an_anchor() -> None:
    for text in (
        "They met on 03/04/2029.",  # April or March
        "They spoke again the following day.",
        "They met last Monday.",  # yesterday, or a week before
        "They remembered the September 11 attacks.",  # an event's name, not a day of this year
    ):
        (when,) = told(text)
        assert when.basis is Basis.UNRESOLVED, text


@pytest.mark.parametrize(
    "text",
    [
        "The board may march in august silence.",
        "Ms May and April Orme met the league.",
        "They sent 2000 soldiers and 1962 horses.",
        "Agenda 2030 was read out.",
        "He was chair for 20 years and three months.",
        "They met at 10:30 and left at 11 p.m.",
        "It happened on Black Friday and on Bloody Sunday.",
        "They meet every Monday, on Saturday nights and on the first Tuesday of the month.",
        "Half of the pupils leave within six years.",
        "He could take in a year what others took in ten.",
        "“Today” show hosts told USA Today nothing.",
        "The vote ended 52-48, not 3/4.",
    ],
)
def test_no_dates(text: str) -> None:
    assert days(text) == []


def test_the_report_itself_is_the_anchor_where_it_can_be() -> None:
    text = (
        "The envoy told reporters on 3 March 2031 that the talks had failed. "
        "A second round ended on 27 February. It is Thursday that counts."
    )
    assert days(text, None)[1] == ("27 February", "2031-02-27")
    anchor = told(text, None)[1].anchor
    assert "2031-03-03" in anchor
    assert days(text, None)[2] == ("Thursday", "?")  # which Thursday, no one says
    later = text + " The pact of 2033 was signed in 2033."
    assert days(later, None)[1] == ("27 February", "?")  # the full date is not the last one


def test_words_of_office_bound_the_time() -> None:
    text = (
        "The aide of President-elect Biden spoke on December 3. The vote of 2016 was recalled, "
        "and a visit is planned for January."
    )
    first, _, last = told(text, None)
    assert (interval(first), first.basis) == ("2020-12-03", Basis.INFERRED)
    assert "President-elect Biden" in first.anchor
    assert (interval(last), last.planned) == ("2021-01-01/2021-01-31", True)
    # Two elections fit, and nothing in the text tells which.
    twice = "The aide of President-elect Trump spoke on December 3."
    assert days(twice, None) == [("December 3", "?")]
    told_year = twice + " The floods of 2019 were recalled."
    assert days(told_year, None)[0] == ("December 3", "2024-12-03")


def test_resolve_later() -> None:
    (when,) = told("They met on Thursday.", None)
    known = resolve(when, TUESDAY, "the other report’s date")
    assert (interval(known), known.basis) == ("2031-02-27", Basis.INFERRED)
    assert known.anchor == "the other report’s date"
    assert known.span == when.span
    (full,) = told("They met on 3 March 2029.", None)
    assert resolve(full, TUESDAY) == full
    (vague,) = told("They spoke again the following day.", None)
    assert resolve(vague, TUESDAY) == vague


def test_date_of_the_saying() -> None:
    reading = read_report(
        open_text(
            "The mayor of Norport said on Thursday that the quay would open on 3 April.\n\n"
            "“We meet on Monday,” the harbour chief told the council.",
            name="x.txt",
            published=TUESDAY,
        )
    )
    first, second = reading.statements[0], reading.statements[-1]
    assert first.when is not None
    assert first.when.span.quote == "Thursday"
    assert second.when is None  # Monday is in what was said, not when
    assert [w.span.quote for w in reading.dates] == ["Thursday", "3 April", "Monday"]


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(["past", "future"]))
def test_a_weekday_is_within_a_week_of_the_anchor(anchor: date, side: str) -> None:
    text = "They met on Friday." if side == "past" else "They will meet on Friday."
    (when,) = [resolve(w, anchor) for w in _friday(text)]
    assert when.start is not None
    assert when.start.weekday() == 4
    distance = (when.start - anchor).days
    assert -7 < distance <= 0 if side == "past" else 0 <= distance < 7


_CACHE: dict[str, list[When]] = {}


def _friday(text: str) -> list[When]:
    if text not in _CACHE:
        _CACHE[text] = told(text, None)
    return _CACHE[text]


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)))
def test_every_way_of_writing_a_day(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.isoformat()}",
        f"{day.strftime('%A')}, {day.day} {month} {day.year}",
        f"{day.strftime('%b')}. {day.day}, {day.year}" if month != "May" else f"{day.isoformat()}",
    ):
        (phrase,) = find_phrases(text)
        assert (phrase.start, phrase.end) == (0, len(text))
        assert phrase.meaning == Day(day.month, day.day, day.year)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_weeks_are_monday_to_sunday(day: date) -> None:
    monday, sunday = week_of(day)
    assert monday.weekday() == 0
    assert sunday - monday == timedelta(days=6)
    assert monday <= day <= sunday
