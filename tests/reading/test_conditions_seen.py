"""Conditions that the parse does not give, at acts which the trained model takes for one."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ConditionKind, Statement


def only(text: str) -> Statement:
    (statement,) = read_report(open_text(text, name="report.txt")).statements
    return statement


@pytest.mark.parametrize(
    ("text", "kind", "clause"),
    [
        (
            "Velmora was ready to send a negotiator to Lissen, a spokesman said, once the Front "
            "had delivered proof that all nine were alive.",
            ConditionKind.IF,
            "once the Front had delivered proof that all nine were alive",
        ),
        (
            "The works can start on Monday, Ana Selk said, once Karvenia's artillery is gone.",
            ConditionKind.IF,
            "once Karvenia's artillery is gone",
        ),
        (
            "It would come down, Ana Selk indicated, were the city to forget the fines.",
            ConditionKind.IF,
            "were the city to forget the fines",
        ),
        (
            "The mayor said the line would be built provided the council paid for it.",
            ConditionKind.ONLY_IF,
            "provided the council paid for it",
        ),
        (
            "They can come back when the last foreign soldier has left the peninsula, the minister "
            "said.",
            ConditionKind.IF,
            "when the last foreign soldier has left the peninsula",
        ),
    ],
)
def test_a_clause_is_a_condition_where_the_model_ties_something_to_its_act(
    text: str, kind: ConditionKind, clause: str
) -> None:
    condition = only(text).condition
    assert condition is not None
    assert (condition.kind, condition.span.quote) == (kind, clause)


@pytest.mark.parametrize(
    "text",
    [
        "The union said its members had walked out after the firm cut their pay.",
        "The minister said he had resigned once the vote was lost.",
        "Ana Selk said she was at home when the police came.",
        "Companies would dock the pay of anyone who struck, Ana Selk said.",
    ],
)
def test_what_has_happened_and_whoever_is_meant_is_none(text: str) -> None:
    assert only(text).condition is None
