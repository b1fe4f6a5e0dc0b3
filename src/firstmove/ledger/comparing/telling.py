"""A statement made ready for comparing: who, which words, which numbers, for or against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from firstmove.ledger.comparing.gist import Gist, gist
from firstmove.ledger.comparing.numbers import Amount, amounts, numbers
from firstmove.ledger.comparing.runs import hashed, runs
from firstmove.ledger.comparing.voice import evened
from firstmove.ledger.entry import Occasion
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.parties.people import Who, mentions
from firstmove.ledger.words import Words, negated, tokens, words
from firstmove.report import Report, Span
from firstmove.statement import ConditionKind, Kind, Quotation, Reading, Statement, When

_SUBORDINATE = frozenset(
    "after because since although though while which who whose where when but as".split()
)
MARK = 4  # words in a row: that many at least have two quotations in common that are held as one
_NOT_BEFORE = (ConditionKind.UNLESS, ConditionKind.UNTIL)
# A quotation whose end stands outside the content is open to its end.
_MARKED = re.compile(r"[“\"]([^“”\"]+)")
_AS_LONG_AS = re.compile(r"(?:as|so|for as) long as\b", re.IGNORECASE)
_AGAINST = frozenset((Kind.REJECT, Kind.PROTEST))
_LEFT_UNDONE = ("~refuse", "fail")  # keys: "if they refuse to pay" is "if they do not pay"


@dataclass(frozen=True)
class Telling:
    """One statement with what comparing needs. ``order`` is its place among all statements."""

    statement: Statement
    report: Report
    order: int
    speaker: Who
    target: Who
    words: Words
    condition: Words | None
    consequence: Words | None  # what is said to follow on the condition
    clauses: tuple[Words, ...]  # where a colon or semicolon parts them: two or more
    amounts: tuple[Amount, ...]  # places count in ``spoken(statement)``
    sentence: Span  # the sentence or sentences it stands in
    occasion: int = 0  # which event its report tells of
    beside: tuple[str, ...] = ()  # what else the report has of the same speaker, as ``said``

    @cached_property
    def id(self) -> str:
        return self.statement.id

    @cached_property
    def said(self) -> str:
        """What is said, in the words of the text, without the outlet's glosses."""
        return spoken(self.statement)

    @cached_property
    def voiceless(self) -> str:
        """The same as anybody would say it."""
        return voiceless(self.statement)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """All numbers told, also where it is not told of what."""
        return numbers(self.said)

    @property
    def direct(self) -> bool:
        return self.statement.quotation is Quotation.DIRECT

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words told as the speaker's own: all of a quotation, of a mixed telling a part."""
        if self.direct:
            return self.words.plain
        if self.statement.quotation is not Quotation.MIXED:
            return ()
        return tuple(word for part in self.quoted_parts for word in part)

    @cached_property
    def marks(self) -> bytes:
        """Hashes of its own words in a row: of two that quote the same words one is in both."""
        quoted = self.quoted
        if self.direct and len(quoted) < MARK:
            return hashed(quoted)
        return b"".join(sorted(set(runs(quoted, MARK))))

    @cached_property
    def quoted_parts(self) -> tuple[tuple[str, ...], ...]:
        """The words of each passage in quotation marks."""
        marked = (match[1] for match in _MARKED.finditer(self.said))
        return tuple(tuple(word.lower() for word in tokens(passage)) for passage in marked)

    @cached_property
    def stance(self) -> int:
        """-1: against or denied; 1: for or affirmed; 0: can't be told ("did not reject")."""
        told_negated = self.statement.negated
        condition = self.statement.condition
        if condition is not None and condition.kind in _NOT_BEFORE:
            # "not unless", "not until" is "only if", "only after".
            if not (told_negated or self.words.negated):
                # "Shut until", "on strike until" may be "not open", "not at work".
                return 0 if condition.kind is ConditionKind.UNTIL else -1
            return 1
        if condition is not None and _AS_LONG_AS.match(condition.span.quote):
            # "Not as long as" is "not until it is otherwise".
            passage = self.consequence or self.words
            return 1 if told_negated or passage.negated else 0
        denied = self.words.negated is not self._refused_in_condition
        if condition is None and denied != self._main_clause_negated:
            return 0  # "he steps back, after most did not come" denies nothing of the stepping back
        if self.statement.kind in _AGAINST:
            return 0 if told_negated and not denied else -1
        return -1 if told_negated or denied else 1

    @cached_property
    def gist(self) -> Gist:
        """What tells, without the words, whether it may deny another."""
        return gist(self.stance, self.words)

    @property
    def on_denial(self) -> bool:
        """Whether the condition is that something is not: "if not", "unless", "if they refuse"."""
        condition = self.statement.condition
        if condition is None or self.condition is None:
            return False
        denied = self.condition.negated is not self._refused_in_condition
        return denied is not (condition.kind in _NOT_BEFORE)

    @property
    def _refused_in_condition(self) -> bool:
        return self.condition is not None and any(k in self.condition.weights for k in _LEFT_UNDONE)

    @property
    def _main_clause_negated(self) -> bool:
        plain = self.words.plain
        at = next((n for n, w in enumerate(plain) if n >= 3 and w in _SUBORDINATE), len(plain))
        return negated(plain[:at])

    @cached_property
    def start(self) -> int:
        return self.statement.start

    @property
    def said_on(self) -> When | None:
        """The day of the saying: a date that stands outside the words said."""
        when = self.statement.when
        if when is None or any(span.contains(when.span) for span in self.statement.content):
            return None
        return when

    def place(self, start: int, end: int) -> Span | None:
        """Where a passage of ``spoken(statement)`` stands; None if it is not in one piece there."""
        before = 0
        for first, last in _pieces(self.statement):
            if before <= start and end <= before + last - first:
                return self.report.span(first + start - before, first + end - before)
            before += last - first + 1
        return None


def tellings(
    readings: Sequence[Reading], cast: Cast, occasions: Sequence[Occasion] = ()
) -> tuple[Telling, ...]:
    """All statements in order of the reports and of their text, each id once."""
    home = {id_: n for n, occasion in enumerate(occasions) for id_ in occasion.reports}
    names = cast.names_of_parties(mentions(readings))
    found: list[Telling] = []
    for statement, reading in each_told(readings):
        telling = _telling(statement, reading, len(found), cast, names)
        found.append(replace(telling, occasion=home.get(reading.report.id, 0)))
    of_one: dict[tuple[str, str], list[Telling]] = {}
    for telling in found:
        of_one.setdefault((telling.report.id, telling.speaker.key), []).append(telling)
    return tuple(
        replace(t, beside=tuple(o.said for o in same if o is not t))
        if len(same := of_one[t.report.id, t.speaker.key]) > 1
        else t
        for t in found
    )


def each_told(readings: Iterable[Reading]) -> Iterator[tuple[Statement, Reading]]:
    """All statements in order of the reports and of their text, each id once."""
    seen: set[str] = set()
    for reading in readings:
        for _, id_, statement in sorted(
            ((s.start, s.id, s) for s in reading.statements), key=itemgetter(0, 1)
        ):
            if id_ not in seen:
                seen.add(id_)
                yield statement, reading


def _telling(
    statement: Statement,
    reading: Reading,
    order: int,
    cast: Cast,
    names: Mapping[tuple[str, ...], str],
) -> Telling:
    speaker, target = cast.who(statement.speaker), cast.who(statement.target)
    text = spoken(statement)
    # Whose words they are says nothing about what is said; whom they are aimed at does.
    aimed = [target.key] if target.key and target.key != speaker.key else []
    condition = statement.condition
    parts = [part for part in _CLAUSE.split(text) if part.strip()]
    own = [speaker.key]
    if _OWN_GOVERNMENT.search(text):
        own.append("~government")  # "her government wants": the speaker's own voice
    return Telling(
        statement,
        reading.report,
        order,
        speaker,
        target,
        words(text, names, also=aimed, without=own),
        words(condition.span.quote, names) if condition is not None else None,
        _consequence(statement, text, names, own),
        tuple(words(part, names, also=aimed, without=own) for part in parts[1:] and parts),
        amounts(text),
        _sentence(statement, reading),
    )


_OWN_GOVERNMENT = re.compile(r"\b(?:my|our|his|her|its|their) (?:own )?(?:government|cabinet)\b")
_CLAUSE = re.compile(r"[:;]\s")


def _consequence(
    statement: Statement, text: str, names: Mapping[tuple[str, ...], str], own: list[str]
) -> Words | None:
    if statement.condition is None:
        return None
    clause = statement.condition.span
    for span in statement.content:
        if span.contains(clause):
            before = span.quote[: clause.start - span.start]
            after = span.quote[clause.end - span.start :]
            others = " ".join(s.quote for s in statement.content if s != span)
            return words(f"{before} {after} {others}", names, without=own)
    return words(text, names, without=own)


def spoken(statement: Statement) -> str:
    """The content's words without the outlet's glosses, in pieces joined by a blank."""
    content = {(span.start, span.end): span for span in statement.content}
    out: list[str] = []
    for start, end in _pieces(statement):
        span = next(s for (a, b), s in content.items() if a <= start and end <= b)
        out.append(span.quote[start - span.start : end - span.start])
    return " ".join(out)


def voiceless(statement: Statement) -> str:
    """``spoken`` as anybody would say it: what the statement's vector is made of."""
    return evened(spoken(statement))


def _pieces(statement: Statement) -> list[tuple[int, int]]:
    """The places of the content, cut where a gloss stands."""
    found: list[tuple[int, int]] = []
    for span in statement.content:
        at = span.start
        for gloss in sorted(statement.glosses):
            if span.contains(gloss) and gloss.start >= at:
                if at < gloss.start:
                    found.append((at, gloss.start))
                at = gloss.end
        if at < span.end:
            found.append((at, span.end))
    return found


_STOP = re.compile(r"(?<![A-Z])[.!?][”\"’)]*\s|\n")


def _sentence(statement: Statement, reading: Reading) -> Span:
    """From the start of the first sentence the statement stands in to the end of the last."""
    places = [(s.start, s.end) for s in (*statement.cue, *statement.content)]
    first, last = min(a for a, _ in places), max(b for _, b in places)
    start, end = first, last
    for a, b in reading.sentences:
        if a < last and first < b:
            start, end = min(a, start), max(b, end)
    if not reading.sentences:
        text = reading.report.text
        start = max((m.end() for m in _STOP.finditer(text, 0, first)), default=0)
        after = _STOP.search(text, max(first, last - 1))
        end = max(last, after.start() + 1 if after else len(text))
    return reading.report.span(start, end)
