"""The values of the ledger: people, parties, entries, and where reports differ."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from firstmove.ledger.decisions import Gone, Ruled
from firstmove.report import Report, Span
from firstmove.statement import Event, Figure, Kind, Mention, Problem, Statement, When


class Relation(StrEnum):
    AGREE = "agree"  # two or more independent origins tell it, and no difference was found
    ONLY_ONE = "only_one"  # one origin tells it: one report, or several prints of one text
    DIFFER = "differ"  # reports tell it, and not alike
    UPDATE = "update"  # one speaker said yes and no, days apart


@dataclass(frozen=True, slots=True)
class Side:
    """What one telling says on the point of difference."""

    statement: str  # statement id
    report: str  # report id
    span: Span  # the words


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the tellings of one entry part: on which field, and in whose words."""

    field: str  # purpose | target | number | date | strength | condition | attribution | wording
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two statements stand in one entry."""

    first: str
    second: str
    score: float  # 0 … 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said, with every statement that tells it.

    ``witnesses`` counts independent origins: a reprint or shared wire copy is not a second one.
    ``statements`` and ``reports`` are ids, in the order of the reports and of their text.
    ``lead`` is the statement to quote first: verbatim before paraphrase, then the longest.
    """

    id: str
    relation: Relation
    party: str
    speaker: str
    kind: Kind
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    witnesses: int
    lead: str
    target: str = ""  # party the statement is aimed at, or ""
    differences: tuple[Difference, ...] = ()
    merges: tuple[Merge, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()  # its reports that share one origin; groups of 2+
    decisions: tuple[int, ...] = ()  # numbers of the analyst's decisions that shaped it


@dataclass(frozen=True, slots=True)
class Person:
    """One person or body across spellings, titles, roles and pronouns."""

    name: str  # the fullest spelling
    party: str
    spellings: tuple[str, ...]  # distinct proper-name spellings, in order of appearance
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A side: in the order in which the reports first name it."""

    name: str
    people: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """A paragraph of each of two reports: prints of one text."""

    first: Span
    second: Span
    share: float  # of the lesser one's runs of words that stand in the other


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Yes and no on one occasion: by one speaker in one report, or by two people of one party."""

    within: str  # report | party
    name: str  # of the speaker, or of the party
    speakers: tuple[str, str]
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a tally: the words, its range, and who counts."""

    span: Span
    low: float | None
    high: float | None
    source: str  # "" where the outlet tells it itself


@dataclass(frozen=True, slots=True)
class Tally:
    """Who counts what: the lowest and the highest number told, and that of most sources."""

    counted: str
    per: str
    unit: str
    low: float
    best: float | None  # None where no number is told by more sources than every other
    high: float | None  # None where one of them is open: "more than 40"
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports: how surely they tell of one event, and what that stands on."""

    first: str  # report id
    second: str
    same: bool
    score: float  # 0 … 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """The reports that tell of one event. Every report stands in one; a single one does, too."""

    reports: tuple[str, ...]  # ids, in the order of the reports
    names: tuple[str, ...] = ()  # people and places that more than half of them open with
    together: tuple[Compared, ...] = ()  # for each report the one it is most like
    apart: Compared | None = None  # the two most alike, of this event and of another


@dataclass(frozen=True)  # no slots: the look-ups below are made once
class View:
    """All that the ledger holds at one moment, merged: what drafting and views read."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    parties: tuple[Party, ...]
    entries: tuple[Entry, ...]
    origins: tuple[tuple[str, ...], ...]  # report ids that share one origin; only groups of 2+
    figures: tuple[Figure, ...] = ()
    dates: tuple[When, ...] = ()
    unknowns: tuple[Span, ...] = ()  # the outlets' own "it is not known whether …"
    problems: tuple[Problem, ...] = ()
    sentences: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()  # report id, its sentences
    people: tuple[Person, ...] = ()  # those whose party no report tells, in order of appearance
    notes: tuple[str, ...] = ()  # spelling differences and the like, one sentence each
    events: tuple[Event, ...] = ()  # what the outlets themselves tell as done
    copied: tuple[Copied, ...] = ()  # paragraphs that two reports have in common
    contradictions: tuple[Contradiction, ...] = ()
    tallies: tuple[Tally, ...] = ()  # one for each thing counted
    occasions: tuple[Occasion, ...] = ()  # the event that most reports tell of first
    decisions: tuple[Ruled, ...] = ()  # what the analyst decided, oldest first
    gone: tuple[Gone, ...] = ()  # reports that no longer count: retracted or replaced
    # Of a part of a case: the place of each report among all of them, and how many these are.
    places: tuple[int, ...] = ()
    of: int = 0

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def _holders(self) -> dict[str, Entry]:
        return {id_: entry for entry in self.entries for id_ in entry.statements}

    @cached_property
    def _sentences(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return dict(self.sentences)

    def statement(self, id_: str) -> Statement:
        return self._statements[id_]

    def report(self, id_: str) -> Report:
        return self._reports[id_]

    def sentences_of(self, report_id: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence of a report's body, in order."""
        return self._sentences.get(report_id, ())

    def sentence_number(self, span: Span) -> int | None:
        """1 for the first sentence of the report's body; None where the sentences are not known."""
        sentences = self.sentences_of(span.report_id)
        number = bisect_right(sentences, span.start, key=lambda sentence: sentence[0])
        return number if number and span.start < sentences[number - 1][1] else None

    def entry_of(self, statement_id: str) -> Entry:
        return self._holders[statement_id]
