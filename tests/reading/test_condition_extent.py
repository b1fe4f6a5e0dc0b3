"""What is said on a condition is said with it: contents go on to the end of their condition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.reading.attribution.attribution import find_claims
from firstmove.reading.attribution.condition_extent import with_conditions
from tests.reading.readers import page_of, who_what

SENTENCE = "Velland offered to resume the talks in May {condition}."


@pytest.mark.parametrize(
    "condition",
    [
        "as long as the strikers stop blocking its east gate",
        "on condition that the army lifts the siege",
        "provided that the men leave the yard by noon",
        "unless the dismissed crews are left outside",
        "only if the mayor resigns",
        "in exchange for an end to the blockade",
    ],
)
def test_wherever_a_content_was_cut(condition: str) -> None:
    page = page_of(SENTENCE.format(condition=condition))
    text = page.report.text
    whole = (text.index("to resume"), len(text) - 1)
    (claim,) = find_claims(page)
    for cut in (text.index(condition) - 1, text.index(condition) + len(condition) // 2):
        short = replace(claim, content=((whole[0], cut),))
        (mended,) = with_conditions(page, [short])
        assert mended.content == (whole,)


def test_not_over_the_telling() -> None:
    found = who_what("Velland will talk, its envoy said, if the siege is lifted.")
    assert next(content for _, _, content in found).startswith("Velland will talk")
    assert all("envoy said" not in content for _, _, content in found)


def test_a_condition_of_another_sentence_is_left() -> None:
    found = who_what("Velland offered to talk. If it rains, the market closes.")
    assert found == [("Velland", "offered", "to talk")]


def test_a_condition_alone_is_not_all_that_is_said() -> None:
    text = "Work will stop on Monday, Ada Venn told a rally, if the firm has not paid."
    page = page_of(text)
    (claim, *_) = find_claims(page)
    start = text.index("if the firm")
    (mended,) = with_conditions(page, [replace(claim, content=((start, len(text) - 1),))])
    assert [text[a:b] for a, b in mended.content] == [
        "Work will stop on Monday",
        "if the firm has not paid",
    ]
