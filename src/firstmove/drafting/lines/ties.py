"""What an act is tied to: the condition that was read, where the act stands in its clause; else
the words that stand before an act of a condition: “…, the envoy said, once they had delivered it”.
"""

from __future__ import annotations

import re

from firstmove.drafting.acts.named import Named
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.options.candidate import Candidate
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import Act, ActPlace, Condition, ConditionKind, Statement

# A further clause of what is said, with a verb of its own: "would boycott it, and that schools …"
_ANEW = re.compile(r"(?:,|;)? (?:and|but) (?:also )?that\b", re.IGNORECASE)
_MARK = re.compile(
    r"\b(?:(?P<only>only (?:if|when|after|once|in (?:return|exchange) for|on (?:the )?condition))|"
    r"(?P<unless>unless|until)|"
    r"(?P<if>if|once|provided|providing|(?:as|so) long as|as soon as|on (?:the )?condition|"
    r"in (?:return|exchange) for|on the (?:day|hour)|the (?:day|hour|moment)))\b",
    re.IGNORECASE,
)
_WERE = re.compile(r"\bwere (?=(?:the|its|their|an?)\b|[A-Z])")  # "were the men to be freed"
# not "if and only if", "if it goes ahead and builds it"
_JOINING = re.compile(r"(?<!ahead )\b(?:and|or)\b(?!,? (?:only|until|then)\b)")
# Two names of one thing: "fingerprinted in Sicily or Calabria".
_NAMES = re.compile(r"\b[A-Z][\w’'-]*(?:, [A-Z][\w’'-]*)* (?:and|or) (?:the )?(?=[A-Z])")
_NEAR = 90  # characters from the words that tie to the act


def condition_of(view: View, named: Named) -> Condition | None:
    """The condition that the act of a statement is told under; None where it is told under none."""
    statement = named.statement
    if statement.condition is None:
        return _unread(view, statement)
    act, span = named.act.span, statement.condition.span
    between = sorted((act.start, act.end, span.start, span.end))[1:3]
    text = view.report(statement.report_id).text[between[0] : between[1]]
    return None if len(text) > 1 and _ANEW.search(text) else statement.condition


def literals_of(
    view: View,
    statement: Statement,
    condition: Condition,
    candidates: list[Candidate],
    names: Names,
) -> tuple[list[str], str]:
    """The literals of the acts that a condition names, and the word that joins them; none where
    they, or one of them and something that is no act, are joined in a way that is not plain."""
    found: dict[str, tuple[int, int]] = {}
    for candidate in candidates:
        for named in (*candidate.named, *candidate.loose):
            if named.statement.id == statement.id and named.act.place is ActPlace.CONDITION:
                option = names.joint(named) or names.option(candidate)
                literal = f"not {option}" if named.negated else option
                found.setdefault(literal, (named.act.span.start, named.act.span.end))
    if not found:
        return [], ""
    places = list(found.values())
    between = _between(_whole(view, condition.span, places), places)
    if len(found) == 1:
        between = _NAMES.sub(" ", between)
    words = set(_JOINING.findall(between.lower()))
    if not words and len(found) == 1:
        return list(found), ""
    if not words and len(set(found.values())) == 1:
        return list(found), "and"  # "if both sides agree"
    if len(words) == 1 and len(found) > 1:
        return sorted(found, key=found.__getitem__), words.pop()
    return [], ""


def _whole(view: View, clause: Span, acts: list[tuple[int, int]]) -> Span:
    """The clause with what goes on with it: "if A opens the road and frees the men"."""
    ends = [end for _, end in acts]
    return view.report(clause.report_id).span(clause.start, max(clause.end, *ends))


def _between(clause: Span, acts: list[tuple[int, int]]) -> str:
    """The clause without the words of the acts."""
    text, at = "", clause.start
    for start, end in sorted(acts):
        if at < start:
            text += clause.quote[at - clause.start : start - clause.start] + " "
        at = max(at, end)
    return text + clause.quote[max(0, at - clause.start) :]


def _unread(view: View, statement: Statement) -> Condition | None:
    """From the words that tie to the first act of a condition, where those of what is tied stand
    before them."""
    acts = statement.tied_to
    done = [a.span.end for a in statement.acts if a.place is ActPlace.CONTENT]
    if not acts or not done:
        return None
    first = min(acts, key=lambda a: a.span.start)
    found = _marked(statement, first)
    if found is None or found[1] < max(done):
        return None
    kind, start = found
    end = max(a.span.end for a in acts)
    return Condition(kind, view.report(statement.report_id).span(start, end))


def _marked(statement: Statement, act: Act) -> tuple[ConditionKind, int] | None:
    """The words that tie nearest before the act, in the same stretch of what is told."""
    span = next((s for s in statement.content if s.contains(act.span)), None)
    if span is None:
        return None
    since = max(0, act.span.start - span.start - _NEAR)
    before = span.quote[since : act.span.start - span.start]
    since += before.rfind(",") + 1  # what stands before a comma ties something else
    before = before[before.rfind(",") + 1 :]
    marks = list(_MARK.finditer(before)) or list(_WERE.finditer(before))
    if not marks:
        return None
    told = marks[-1].groupdict()
    kind = (
        ConditionKind.ONLY_IF
        if told.get("only")
        else ConditionKind.UNLESS
        if told.get("unless")
        else ConditionKind.IF
    )
    return kind, span.start + since + marks[-1].start()
