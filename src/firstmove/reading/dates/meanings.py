"""What a date phrase can mean, before it is known when the report was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; ``year`` None where the text does not give it."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    year: int | None = None
    part: str = ""  # early | mid | late | end | half1 … | week1 … | lastweek | lastday
    shift: int | None = None  # "last March": -1 last, 0 this, 1 next
    years: int | None = None  # "March of next year": 1


@dataclass(frozen=True, slots=True)
class Year:
    first: int
    last: int
    part: str = ""  # early | mid | late | end | quarter1 … | half1 …


@dataclass(frozen=True, slots=True)
class Weekday:
    number: int  # Monday is 0
    shift: int | None = None
    week: int | None = None  # "Monday of last week": -1
    later: int = 0  # weeks after the next one: "Tuesday week"


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from the anchor: yesterday is day −1, "this week" is week 0."""

    unit: str  # day | week | weekend | month | year
    first: int
    last: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """A deadline counted from the anchor: "within 30 days"."""

    days: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    first: Day | Month | Weekday
    last: Day | Month | Weekday


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many months that end with one: "the three months to February"."""

    months: int
    last: Month


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date told relative to another one in the story ("the following day"), or ambiguous."""


Meaning = Day | Month | Year | Weekday | Shifted | Within | Range | Stretch | Unclear


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    end: int
    meaning: Meaning
