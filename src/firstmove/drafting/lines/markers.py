"""A condition that stands in the words and was not read: then the want is not unconditional."""

from __future__ import annotations

import re

from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import UNREAD_CONDITION, Statement

# Who gives way, and how: "when the board signs".
_OTHERS = r"(?:the )?(?!the\b|it\b|he\b|she\b|we\b|I\b|asked\b)[\w'’]+(?: \w+){0,3}?"
_GIVES = (
    r"(?:(?:accept|agree|drop|end|free|grant|lift|open|release|reopen|return|sign|stop)(?:s|d|ed)?|"
    r"pa(?:ys?|id)|withdr(?:aws?|ew)|le(?:aves?|ft))"
)
# Words that tie an act to another, in or right behind the words that tell it.
_TIES = re.compile(
    r"(?<!even )(?<!as )(?<!only )(?<!what )(?<!asked )(?<!ask )(?<!see )(?<!wonder )"
    r"\b(?:if|unless|provided|providing|(?:as|so) long as|on (?:the )?condition|"
    r"in (?:return|exchange) for|only (?:if|when|after|once)|"
    r"(?:but )?not (?:while|before|until|unless)|"
    r"not (?:an? )?(?:\w+ )?(?:earlier|sooner)|"
    r"while (?:the )?\w+(?: \w+)? (?:go(?:es)? on|continues?|lasts?|(?:is|are) under way)|"
    rf"(?<=\w )when (?:there (?:is|are|was|were)|{_OTHERS} {_GIVES})|"
    r"(?:any(?:body|one)|whoever)(?= (?:who|that|breaks?|broke)\b)|any \w+ (?:who|that)|"
    r"(?:answer|counter|meet|(?:react|reply|respond) to) any)\b",
    re.IGNORECASE,
)
# "Were either side to raise its tariff, …", at the head of a sentence
_WERE = re.compile(r"Were (?:either|any|the|its|their|[A-Z])[\w’' -]{1,40}? to \w")


_TIME = re.compile(
    r"(?:only |not )?(?:after|until|till|before|when|once|from|in) (?:the )?"
    r"(?:(?:next|this|last|coming|(?:end|start|beginning|middle) of|early|late|first|second|third|"
    r"fourth) (?:the )?){0,3}"
    r"(?:\d{1,4}(?: \w+)?|autumn|christmas|easter|elections?|evening|fall|harvest|holidays?|"
    r"midnight|midsummer|month|morning|new year|night|noon|quarter|ramadan|season|spring|summer|"
    r"today|tomorrow|week|weekend|winter|year|\w{3,6}day|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b[^,;]{0,20}",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\bany \w+ that\b", re.IGNORECASE)


def is_time(clause: str) -> bool:
    """Whether the words of a condition tell a time only: “only after the summer”."""
    return _TIME.fullmatch(clause.strip()) is not None


def unread_condition(view: View, statement: Statement) -> Span | None:
    """The sentence of a statement that has words of a condition which were not read.

    None where the statement has a condition, or its words tell none.
    """
    if statement.condition is not None:
        return None
    report = view.report(statement.report_id)
    for start, end in view.sentences_of(report.id):
        inside = [c for c in statement.content if start < c.end and c.start < end]
        if not inside:
            continue
        sentence = report.span(start, end)
        if any(start <= place < end for place in _named(view, report.id)):
            return sentence
        labelled = [a.span for a in statement.acts if _SUCH.search(a.label)]
        if _tied(view, sentence, max(start, inside[0].start), labelled):
            return sentence
    return None


def _named(view: View, report: str) -> list[int]:
    """Where the reading says that it could not read a condition."""
    return [
        problem.span.start
        for problem in view.problems
        if problem.span is not None
        and problem.span.report_id == report
        and problem.what.startswith(UNREAD_CONDITION)
    ]


def _tied(view: View, sentence: Span, since: int, labelled: list[Span]) -> bool:
    """Whether the sentence has words of a condition that is no other statement's, nor in a label
    ("accept any return that is not voluntary")."""
    read = labelled + [
        span
        for s in view.statements
        if s.report_id == sentence.report_id and s.condition is not None
        for span in (s.condition.span, *s.condition.also)
    ]
    return any(
        not any(span.start <= at < span.end for span in read)
        for found in (*_TIES.finditer(sentence.quote), *_WERE.finditer(sentence.quote))
        if (at := sentence.start + found.start()) >= since
    )
