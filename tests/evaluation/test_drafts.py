"""Annotated disputes are sound, and lines that may be drafted or not count for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from evaluation.drafts import BLIND, DATA, FRESH, Dispute, compare, disputes
from firstmove.conflict import Basis, Conflict, DecisionMaker, Option, Want, parse_condition

EVERY = [*disputes(DATA, "all"), *disputes(FRESH, "all"), *disputes(BLIND, "all")]


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_each_line_names_parties_and_options_of_its_dispute(case: Dispute) -> None:
    options: Mapping[str, Mapping[str, object]] = case.table["option"]
    assert {option["owner"] for option in options.values()} <= set(case.table["parties"])
    assert {line.party for line in case.lines} <= set(case.table["parties"])
    named = {name for line in case.lines for one in line.any_of for name in one.names}
    assert named <= set(options)


def test_fresh_disputes_are_of_eight_kinds_and_of_the_length_of_news() -> None:
    fresh = list(disputes(FRESH, "all"))
    assert len({case.table["kind"] for case in fresh}) == len(fresh) == 8
    for case in fresh:
        assert all(150 <= len(text.split()) <= 260 for text in case.table["reports"])


TABLE = {
    "parties": {"port": ["the port"], "crews": ["the crews"]},
    "option": {
        "pay": {"owner": "port", "words": ["pay"]},
        "inquiry": {"owner": "port", "words": ["inquiry"], "optional": True},
        "sail": {"owner": "crews", "words": ["sail"]},
    },
    "want": [
        {"party": "crews", "want": ["pay"]},
        {"party": "crews", "want": ["inquiry"], "optional": True},
        {"party": "crews", "want": ["sail if pay"]},
    ],
}


def _conflict() -> Conflict:
    wants = tuple(
        Want(parse_condition(text), Basis.STATED)
        for text in ("port.pay", "port.inquiry", "port.dance")
    )
    return Conflict(
        name="pay",
        decision_makers=(
            DecisionMaker("port", "the port"),
            DecisionMaker("crews", "the crews", wants),
        ),
        options=(
            Option("port.pay", "port", "pay the crews"),
            Option("port.inquiry", "port", "hold an inquiry"),
            Option("port.dance", "port", "dance"),
        ),
    )


def test_what_is_optional_is_neither_right_nor_wrong_nor_missed() -> None:
    case = Dispute("pay", TABLE)
    drafted = _conflict()
    counts, told = compare(case, drafted)
    assert [counts[f"option {what}"] for what in ("right", "wrong", "marked")] == [1, 1, 2]
    assert [counts[f"stated {what}"] for what in ("right", "wrong", "marked")] == [1, 1, 2]
    assert counts["conditional marked"] == 1
    assert counts["conditional found"] == 0
    assert not any("inquiry" in line for line in told)
    bare = replace(
        drafted, options=drafted.options[:1], decision_makers=drafted.decision_makers[:1]
    )
    assert not any("inquiry" in line for line in compare(case, bare)[1])
