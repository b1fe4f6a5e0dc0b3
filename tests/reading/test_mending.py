"""Slips of the parser that news sentences bring on, seen through what is read from them."""

from __future__ import annotations

import pytest

from tests.reading.readers import names, who_what


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The union rejected the counter-offer of the mill.",
            "The union",
            "the counter-offer of the mill",
        ),
        (
            "Velmark’s trade minister, Aron Rask, offered to host the next meeting.",
            "Velmark’s trade minister, Aron Rask",
            "to host the next meeting",
        ),
        (
            "Mona Falk, the union's president, told a crowd of about 300 bakers that the strike "
            "would go on until the mill restored night pay.",
            "Mona Falk, the union's president",
            "that the strike would go on until the mill restored night pay",
        ),
        (
            "The ovens will stay cold unless the mill restores night pay, union leader Mona Falk "
            "of the Bakers' Union said.",
            "union leader Mona Falk of the Bakers' Union",
            "The ovens will stay cold unless the mill restores night pay",
        ),
        (
            "Amina Said, whose mill is shut, begged the council to open the dam.",
            "Amina Said, whose mill is shut",
            "the council to open the dam",
        ),
        (
            "The plan was dismissed as a trick by the rebels.",
            "the rebels",
            "The plan … as a trick",
        ),
    ],
)
def test_speaker_and_content(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(who, what) for who, _, what in who_what(text)]


def test_a_name_behind_a_place_is_the_mayors() -> None:
    text = "The mayor of Rimma, Ola Berg, who has offered to chair the talks, believes in peace."
    assert set(names(text)) == {"Ola Berg"}


def test_two_sayings_joined_by_a_semicolon() -> None:
    told = who_what("Some said the fence was ugly; others said it was none of their business.")
    assert [what for _, _, what in told] == [
        "the fence was ugly",
        "it was none of their business",
    ]


def test_a_name_at_the_top_of_its_sentence_has_a_verb() -> None:
    told = who_what("Norwood Timber offered on Monday to replant the orchards.")
    assert [(who, what) for who, _, what in told] == [("Norwood Timber", "to replant the orchards")]
