"""A statement: who said what, of which kind, to whom, on which condition, by which way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from firstmove.report import Report, Span, content_id


class Kind(StrEnum):
    """PLOVER event types (Open Event Data Alliance, PLOVER manual), and three of firstmove's own.

    The last three name what PLOVER has no type for: ``WARN`` (something bad will follow; the
    speaker does not say it will do it), ``ASSESS`` (a belief, estimate or prediction) and
    ``STATE`` (declares its own position or plan, addressed to nobody).
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    WARN = "WARN"
    ASSESS = "ASSESS"
    STATE = "STATE"

    @property
    def is_plover(self) -> bool:
        return self not in (Kind.WARN, Kind.ASSESS, Kind.STATE)


class Modality(StrEnum):
    """How the told act stands to fact. PLOVER's auxiliary modes, and what modal verbs add."""

    ASSERTED = "asserted"
    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"  # on a condition, or would / could
    POSSIBLE = "possible"  # may, might, could, perhaps
    OBLIGED = "obliged"  # must, should, have to, need to


_AGAINST = frozenset(
    (Kind.REJECT, Kind.ACCUSE, Kind.THREATEN, Kind.PROTEST, Kind.SANCTION, Kind.COERCE)
)
UNSURE_BELOW = 0.6  # of a kind's probability: an event less sure is left out
UNREAD_CONDITION = "a condition was not read"  # how ``Problem.what`` of such a place begins
LEAD_IN = 60  # characters between a cue and the words it leads in


class Quotation(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ConditionKind(StrEnum):
    IF = "if"
    ONLY_IF = "only_if"  # only if, provided that, on condition that, as long as
    UNLESS = "unless"
    IFF = "iff"  # if and only if
    UNTIL = "until"  # not before: "will not … until …"


class Basis(StrEnum):
    """Whether the report says a date outright or it was worked out from another."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name someone, and whom they name.

    ``name`` is the fullest name the report gives ("Sergey Lavrov" for "He"), ``party`` the side
    that person or body speaks for ("Russia"); either is "" where the report does not tell.
    ``party_span`` holds the words that say which party it is, where there are any.
    """

    span: Span
    name: str = ""
    party: str = ""
    party_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    kind: ConditionKind
    span: Span  # the clause with its marker: "if the signals are serious"
    party: str = ""  # the party that the clause is about, where it names one
    also: tuple[Span, ...] = ()  # further conditions that the same statement is made on
    deadline: When | None = None  # "by Friday": by when it is to be met, where the clause says so


class ViaRole(StrEnum):
    AGENCY = "agency"  # "Reuters reports"
    OUTLET = "outlet"  # "told Fox News", "in an interview with The Guardian"
    AUDIENCE = "audience"  # "told reporters", "told parliament"
    DOCUMENT = "document"  # "according to U.S. estimates", "in a statement", "on Twitter"
    PERSON = "person"  # "officials said that the minister had promised …"


@dataclass(frozen=True, slots=True)
class Via:
    """One intermediary between the speaker's mouth and the report, outermost first in a chain."""

    role: ViaRole
    span: Span
    name: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A date told in a report. ``start`` and ``end`` are the first and last day meant, inclusive.

    Both are None when ``basis`` is unresolved. ``planned``: told as lying in the future.
    ``anchor`` says what an inferred date was worked out from.
    """

    span: Span
    start: date | None
    end: date | None
    basis: Basis
    planned: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told in a report: how many of what, per what, and who counts."""

    span: Span  # "an average of 1,200 casualties per day"
    low: float | None  # None where only words are given: "tens of thousands" is 10,000 to None
    high: float | None
    counted: str = ""  # "casualties"
    per: str = ""  # "day"
    unit: str = ""  # "$", "per cent", "km"
    hedge: Span | None = None  # "an average of", "reportedly", "at least"
    source: Mention | None = None  # "U.S. estimates"; None where the outlet tells it itself


class ActPlace(StrEnum):
    CONTENT = "content"
    CONDITION = "condition"


class Stance(StrEnum):
    """How who speaks stands to an act: wants it done or not, or ties something to it."""

    FOR = "for"
    AGAINST = "against"
    IF = "if"
    IF_NOT = "if not"


@dataclass(frozen=True, slots=True)
class Act:
    """Something a party could do, named in a statement: what an option of a model is made of.

    ``actor`` is who would do it: the speaker for "we will respond", the target for "they must
    make the first move", None where the text does not tell. ``span`` are the words, ``label``
    the same cut to its shortest: main verb in its base form with its object ("make the first
    move"), or the noun phrase where no verb is given ("a temporary ceasefire"). ``negated``: the
    statement is about its not being done ("will not open the sluices"). ``stance`` is what the
    trained model takes to be the speaker's position on it, or what an answer says ("refused");
    None where neither is sure. The words that an answer is given to stand before its own.
    """

    actor: Mention | None
    span: Span
    label: str
    negated: bool = False
    place: ActPlace = ActPlace.CONTENT
    thing: bool = False
    stance: Stance | None = None


class _Named:
    """Room for an id that was worked out; no field, so that it is neither copied nor written."""

    __slots__ = ("_id",)
    _id: str

    def known_as(self, id_: str) -> Self:
        """The same; its id is told by what it is kept with."""
        object.__setattr__(self, "_id", id_)
        return self


@dataclass(frozen=True, slots=True)
class Statement(_Named):
    """One thing told as said, believed or intended by someone other than the outlet.

    Without speaker, cue and content there is no statement; ``speaker`` is None only where the
    text hides the speaker ("it was announced that …"). ``content`` may be discontinuous ("…," he
    said, "…"), and of an answer in few words ("the union refused") is what it is given to;
    ``glosses`` are brackets of the outlet inside it, not the speaker's words.
    """

    report_id: str
    speaker: Mention | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind = Kind.STATE
    quotation: Quotation = Quotation.INDIRECT
    target: Mention | None = None
    condition: Condition | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    via: tuple[Via, ...] = ()
    when: When | None = None
    glosses: tuple[Span, ...] = ()
    acts: tuple[Act, ...] = ()
    kind_probability: float | None = None  # how sure the reader is of ``kind``; None: not told

    @property
    def id(self) -> str:
        """Hash of what was said where: stays the same when names or parties are read better."""
        try:
            return self._id
        except AttributeError:
            places = [(s.start, s.end) for s in (*self.cue, *self.content)]
            object.__setattr__(self, "_id", content_id("s-", self.report_id, places, self.kind))
            return self._id

    @property
    def kind_unsure(self) -> bool:
        """Whether the reader is told to be less sure of ``kind`` than UNSURE_BELOW."""
        return self.kind_probability is not None and self.kind_probability < UNSURE_BELOW

    @property
    def start(self) -> int:
        return min([s.start for s in (*self.cue, *self.content)])

    def around(self, place: Span) -> tuple[str, str]:
        """The words of the content before a place in it and behind it; none where it is in none."""
        span = next((s for s in self.content if s.contains(place)), None)
        if span is None:
            return "", ""
        return span.quote[: place.start - span.start], span.quote[place.end - span.start :]

    @property
    def tied_to(self) -> tuple[Act, ...]:
        """The acts that its condition names."""
        return tuple(act for act in self.acts if act.place is ActPlace.CONDITION)

    @property
    def sets_against(self) -> bool:
        """Whether it sets its speaker against its target."""
        return self.negated if self.kind is Kind.SUPPORT else self.kind in _AGAINST

    @property
    def lead_in(self) -> Span | None:
        """The cue that a paraphrase begins with: "the offer" alone would not tell "rejected the
        offer" from "accepted the offer". None for the speaker's own words, and where it stands
        elsewhere."""
        if self.quotation is Quotation.DIRECT:
            return None
        before = [c for c in self.cue if 0 <= self.content[0].start - c.end <= LEAD_IN]
        return before[-1] if before else None

    def led_in(self, report: Report) -> Span:
        """The first passage of the content with its ``lead_in``, if it has one: "rejected the
        offer", not "the offer". ``report``: the one that the statement stands in."""
        cue, words = self.lead_in, self.content[0]
        return words if cue is None else report.span(cue.start, words.end)

    @property
    def quote(self) -> str:
        """The content's words, parts joined by " … "."""
        return " … ".join(s.quote for s in self.content)


@dataclass(frozen=True, slots=True)
class Event:
    """Something the outlet itself tells as done by somebody, to somebody: nobody's statement.

    ``kind`` is a PLOVER type; ``span`` the clause, ``verb`` its main verb. ``when`` is the date
    that the clause gives, None where it gives none or several.
    """

    actor: Mention
    recipient: Mention | None
    kind: Kind
    probability: float
    span: Span
    verb: Span
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, parsed or decided: never passed over in silence."""

    what: str
    where: str = ""
    remedy: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report."""

    report: Report
    sentences: tuple[tuple[int, int], ...] = ()  # of the body, in order: start and end offsets
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[When, ...] = ()
    unknowns: tuple[Span, ...] = ()  # the outlet's own "it is not known whether …"
    problems: tuple[Problem, ...] = ()
    reader: str = ""  # which reader made it, with its version
    events: tuple[Event, ...] = ()  # what the outlet itself tells as done
