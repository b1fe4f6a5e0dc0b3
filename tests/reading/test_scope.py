"""What one says of another is never the other's statement."""

from __future__ import annotations

import pytest

from tests.reading.readers import who_what


@pytest.mark.parametrize(
    "text",
    [
        "Voss believes that both governments are ready to meet.",
        "Voss hopes Kest will accept the offer.",
        "Voss is hopeful that Kest intends to sign.",
        "In Voss's view, Kest wants to sign.",
        "According to Voss, Kest wants to leave the talks and is ready to fight.",
        "Voss told Kest that Ulmar had agreed to sign.",
        "Kest, Voss believes, wants to sign.",
    ],
)
def test_only_the_teller_speaks(text: str) -> None:
    assert [who for who, _, _ in who_what(text)] == ["Voss"]


def test_telling_that_is_no_statement_gives_none_to_others() -> None:
    assert who_what("The mayor did not say whether Kest agreed to sign.") == []


def test_what_the_tagger_is_sure_of_stands_outside_the_telling_that_the_parse_hangs_it_on() -> None:
    text = "Mr. Roe said the ferry would sail, while nine in ten said they thought it too dear."
    assert "nine in ten" in [who for who, _, _ in who_what(text)]


def test_an_offer_and_the_answer_to_it_are_two() -> None:
    told = who_what("The firm rejected the union's offer to suspend the strike.")
    assert [(who, cue) for who, cue, _ in told] == [
        ("The firm", "rejected"),
        ("the union", "offer"),
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The miners' demand for more pay angered the firm.", "demand for", "more pay"),
        ("Its refusal to withdraw the guns is a threat.", "refusal", "to withdraw the guns"),
        ("Ulmar turned down the plan.", "turned down", "the plan"),
        ("Following a call by the mayor for a truce, guns fell silent.", "call", "a truce"),
        ("The firm was urged by the mayor to wait.", "was urged", "The firm … to wait"),
        ("Kest has ruled out joining the pact.", "has ruled out", "joining the pact"),
    ],
)
def test_moves_in_nouns_and_passives(text: str, cue: str, content: str) -> None:
    assert (cue, content) in [(c, what) for _, c, what in who_what(text)]
