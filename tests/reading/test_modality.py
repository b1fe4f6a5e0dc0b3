"""Modality and negation of what is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.conditions.conditions import conditions
from firstmove.reading.kinds.kinds import kinds
from firstmove.reading.kinds.modality import modality
from firstmove.statement import Statement
from tests.reading import told as build

# modality, "not" where negated, then the marked sentence
CASES = """
asserted     |     | “<The plan is unfair>,” [the mayor] {said}.
asserted     |     | [The mayor] {said} <the plan was unfair>.
asserted     | not | “<The plan is not fair>,” [the mayor] {said}.
historical   |     | “<The rebels broke the accord>,” [the mayor] {said}.
historical   | not | “<The rebels have never kept an accord>,” [the mayor] {said}.
historical   |     | [The mayor] {said} <the rebels had burned the mill>.
future       |     | “<We will open the gates>,” [the mayor] {said}.
future       | not | “<We will not open the gates>,” [the mayor] {said}.
future       | not | “<There will be no talks>,” [the mayor] {said}.
future       |     | [The mayor] {said} <the town would open the gates>.
future       |     | [The mayor] {promised} <to open the gates>.
future       | not | [The mayor] {promised} <never to open the gates>.
future       |     | [The mayor] {refused} <to open the gates>.
hypothetical |     | “<We would open the gates>,” [the mayor] {said}.
hypothetical |     | “<We will open the gates if the flood ends>,” [the mayor] {said}.
hypothetical | not | “<No gate will open until the fees are paid>,” [the mayor] {said}.
future       |     | “<We will keep the gates shut until the fees are paid>,” [the mayor] {said}.
possible     |     | “<The gates may open soon>,” [the mayor] {said}.
possible     |     | “<The gates could open soon>,” [the mayor] {said}.
possible     |     | “<Perhaps the gates open soon>,” [the mayor] {said}.
obliged      |     | “<They must open the gates>,” [the mayor] {said}.
obliged      |     | “<They have to open the gates>,” [the mayor] {said}.
obliged      | not | “<They should not open the gates>,” [the mayor] {said}.
obliged      |     | [The mayor] {demanded} <that they open the gates>.
obliged      |     | [The mayor] {demanded} <a treaty>.
"""


def filled(marked: str) -> Statement:
    page, statement = build.marked(marked)
    return modality(page, kinds(page, conditions(page, (statement,))))[0]


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_modality(line: str) -> None:
    expected, negated, marked = (part.strip() for part in line.split("|"))
    done = filled(marked)
    assert (done.modality, done.negated) == (expected, negated == "not")


@pytest.mark.parametrize(
    "marked",
    [
        "“<Nobody will not notice>,” [the mayor] {said}.",
        "[The mayor] {said} <the town would not reject nothing>.",
    ],
)
def test_two_negations_are_no_refusal(marked: str) -> None:
    assert not filled(marked).negated


def test_a_negated_condition_does_not_negate_the_promise() -> None:
    done = filled("“<We will open the gates if they do not shoot>,” [the mayor] {said}.")
    assert not done.negated


def test_a_negation_is_not_shared_with_another_finite_verb() -> None:
    page = build.page_of("“We will not sail and called for talks,” the captain said.")
    said = build.told(page, "the captain", "said", "called for talks")
    assert not modality(page, (said,))[0].negated


WORDS = st.sampled_from("we will not never no talks may must open the gates if said , .".split())


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_steady_on_any_words(words: list[str]) -> None:
    content = " ".join(words)
    page = build.page_of(f"The mayor said {content} today.")
    statement = build.told(page, "The mayor", "said", content)
    assert modality(page, (statement,)) == modality(page, (statement,))
