"""A decision checked before it is written down: it has to stand on what the case holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firstmove.conflict import parse_model
from firstmove.errors import CaseError, ModelError
from firstmove.ledger.decisions import Decided, Decision, Event, What
from firstmove.report import Span
from firstmove.statement import Kind

_LEAST = {What.MERGE: 2, What.SPLIT: 1, What.KIND: 1, What.DROP: 1}  # anchors
_LONGEST = 2_000  # characters of a reason or a name


def check(
    decision: Decision, events: Sequence[Event], texts: Mapping[str, str], where: str
) -> None:
    """Raise CaseError unless the decision can be carried out. ``texts``: reports by id."""
    wrong = (
        _words(decision)
        or _models(decision)
        or _places(decision, texts)
        or _reports(decision, Decided.of(tuple(events)), texts)
        or _withdrawn(decision, Decided.of(tuple(events)), events)
        or _said_already(decision, Decided.of(tuple(events)))
    )
    if wrong:
        raise CaseError(wrong[0], where=where, remedy=wrong[1])


Wrong = tuple[str, str] | None  # what, remedy


def _words(decision: Decision) -> Wrong:
    if decision.what in (What.ADD, What.REREAD):
        return f"{decision.what} is no decision", "Use Ledger.add or Ledger.reread."
    if not decision.reason.strip():
        return "a decision needs a reason", "Give it with --reason TEXT."
    if any(len(text) > _LONGEST for text in (decision.reason, decision.who, decision.name)):
        return f"a text of more than {_LONGEST:,} characters", "Say it in fewer words."
    if decision.what is What.KIND and decision.value not in Kind.__members__:
        return f"“{decision.value}” is no kind", f"The kinds are {', '.join(Kind.__members__)}."
    if decision.what is What.PARTY and not decision.name.strip():
        return "no name is given", "Write the name as the reports have it, in quotation marks."
    if decision.since and decision.until and decision.until < decision.since:
        return "the last day lies before the first", "Turn them round."
    return None


def _models(decision: Decision) -> Wrong:
    if decision.what is not What.MODEL:
        return None
    for text in (decision.drafted, decision.edited):
        try:
            parse_model(text)
        except ModelError as error:
            return str(error), "Mend the model and try again."
    return None


def _places(decision: Decision, texts: Mapping[str, str]) -> Wrong:
    if len(set(decision.anchors)) < _LEAST.get(decision.what, 0):
        return "too few statements are named", "A merge takes two or more, others one or more."
    if decision.what is What.SPLIT and not decision.others:
        return "nothing would be left of the entry", "Name only those that tell another thing."
    for anchor in (*decision.anchors, *decision.others):
        spans: tuple[Span, ...] = (*anchor.cue, *anchor.content)
        for span in spans:
            text = texts.get(span.report_id, "")
            if span.report_id != anchor.report or text[span.start : span.end] != span.quote:
                return (
                    f"the words “{span.quote[:60]}” do not stand at {span.start}:{span.end} of "
                    f"report {anchor.report}",
                    "Name statements of this case.",
                )
        if not anchor.content:
            return "a statement without words is named", "Name statements of this case."
    return None


def _reports(decision: Decision, decided: Decided, texts: Mapping[str, str]) -> Wrong:
    if decision.what not in (What.RETRACT, What.REPLACE):
        return None
    named = [decision.report, *([decision.by] if decision.what is What.REPLACE else [])]
    for id_ in named:
        if id_ not in texts:
            return f"the case holds no report {id_}", "firstmove ledger CASE lists the reports."
        if (event := decided.gone.get(id_)) is not None:
            return (
                f"report {id_} does not count any more since event {event.number}",
                f"To have it back: firstmove decide CASE undo {event.number} --reason TEXT",
            )
    if decision.report == decision.by:
        return "a report is no new version of itself", "The text has to be another one."
    return None


def _withdrawn(decision: Decision, decided: Decided, events: Sequence[Event]) -> Wrong:
    if decision.what is not What.UNDO:
        return None
    number = decision.withdraws
    event = next((e for e in events if e.number == number), None)
    if event is None or event.decision is None:
        what = f"event {number} is no decision" if event else f"there is no event {number}"
        return what, "firstmove decide CASE list shows the decisions with their numbers."
    if number in decided.withdrawn:
        return f"decision {number} is withdrawn already", "Nothing is left to do."
    return None


def _said_already(decision: Decision, decided: Decided) -> Wrong:
    def bare(one: Decision) -> Decision:
        return replace(one, reason="", who="")

    for event in decided.in_force:
        if event.decision is not None and bare(event.decision) == bare(decision):
            if any(
                _speaks_to(e.decision, decision)
                for e in decided.in_force
                if e.number > event.number
            ):
                continue
            return f"decision {event.number} says so already", "Nothing is left to do."
    return None


def _speaks_to(later: Decision | None, decision: Decision) -> bool:
    """Whether a later decision may have lifted one that said the same."""
    if later is None:
        return False
    if decision.what is What.PARTY:
        return later.what is What.PARTY
    mine = set(decision.anchors) | set(decision.others)
    return bool(mine & (set(later.anchors) | set(later.others)))
