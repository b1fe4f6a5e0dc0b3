"""What is not known of the conditions that acts are tied to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firstmove.conflict import OpenQuestion
from firstmove.drafting.acts.named import Named
from firstmove.drafting.lines.evidence import evidence_at, evidence_of
from firstmove.drafting.lines.markers import is_time, unread_condition
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.options.candidate import Candidate
from firstmove.ledger import View
from firstmove.statement import ActPlace


def condition_questions(
    view: View, named: list[Named], candidates: list[Candidate], names: Names
) -> tuple[OpenQuestion, ...]:
    """Which act is meant, whose it is, whether one of several would do, what was not read."""
    return (
        *_loose_conditions(view, candidates, names),
        *_unowned_conditions(view, named, candidates),
        *_several_conditions(view, candidates),
        *_unread_conditions(view, candidates),
    )


def once(questions: Iterable[OpenQuestion]) -> list[OpenQuestion]:
    """One question for one wording, with the evidence of all."""
    by_text: dict[tuple[str, str], list[OpenQuestion]] = {}
    for question in questions:
        by_text.setdefault((question.text, question.about), []).append(question)
    return [
        replace(same[0], evidence=tuple(dict.fromkeys(e for q in same for e in q.evidence)))
        for same in by_text.values()
    ]


def _loose_conditions(view: View, candidates: list[Candidate], names: Names) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"Is the condition “{named.label}” the same as “{candidate.label}”? "
            "It was taken to be, since the reports say the same of both, or demand nothing else.",
            names.option(candidate),
            (evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.loose
    )


def _unowned_conditions(
    view: View, every: list[Named], candidates: list[Candidate]
) -> list[OpenQuestion]:
    """Also those that are drafted as the speaker's own act: who ties it is hardly who does it."""
    told = (*every, *(n for c in candidates for n in (*c.named, *c.loose)))
    owners: dict[str, set[str]] = {}
    for n in told:
        if n.act.place is ActPlace.CONDITION and n.owner:
            owners.setdefault(n.statement.id, set()).add(n.owner)
    return once(
        OpenQuestion(
            f"{named.side} ties “{candidate.label}” to a "
            + (
                f"time, “{condition.span.quote}”, and the model has no time. What does it want now?"
                if is_time(condition.span.quote)
                else f"condition that is no {'other ' if by else ''}party's option: "
                f"“{condition.span.quote}”. Who could bring it about?"
            ),
            evidence=(evidence_at(view, condition.span, named.entry.id),),
        )
        for candidate in candidates
        for named in candidate.named
        if (condition := named.statement.condition) is not None
        and named.tells_want
        and ((by := owners.get(named.statement.id)) is None or by == {named.side} == {named.owner})
    )


def _several_conditions(view: View, candidates: list[Candidate]) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"{named.side} ties “{candidate.label}” to more than one condition: "
            + " and ".join(f"“{span.quote}”" for span in (condition.span, *condition.also))
            + ". Would one of them do?",
            evidence=(evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.named
        if (condition := named.statement.condition) is not None
        and condition.also
        and named.act.place is ActPlace.CONTENT
    )


def _unread_conditions(view: View, candidates: list[Candidate]) -> list[OpenQuestion]:
    return once(
        OpenQuestion(
            f"Is “{candidate.label}” of {named.side} tied to a condition? The sentence has a word "
            f"of one that was not read: “{sentence.quote}”",
            evidence=(evidence_of(view, named),),
        )
        for candidate in candidates
        for named in candidate.named
        if named.tells_want and (sentence := unread_condition(view, named.statement)) is not None
    )
