"""Turns of a transcript, posts and block quotations: words without marks that are somebody's."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Quotation, Reading
from tests.reading.readers import page_of


def reading_of(text: str) -> Reading:
    return read_report(open_text(text, name="x.txt"))


def told(text: str) -> list[tuple[str, str]]:
    """Speaker's name and words of each direct statement."""
    statements = reading_of(text).statements
    for statement in statements:
        for span in (*statement.cue, *statement.content):
            assert text[span.start : span.end] == span.quote
    return [
        (s.speaker.name if s.speaker else "", " ".join(c.quote for c in s.content))
        for s in statements
        if s.quotation is Quotation.DIRECT
    ]


TRANSCRIPT = """Interview with the harbour minister

MODERATOR: Welcome. Minister Anna Lind of Norland is here. Why did the talks fail?

ANNA LIND: No. We will not reopen the quay unless Westmark pays its debt. The offer was a joke.

MODERATOR: And the strike?

LIND: I demand that the union return to work.
"""


def test_turns_of_a_transcript() -> None:
    assert told(TRANSCRIPT) == [
        ("Anna Lind", "We will not reopen the quay unless Westmark pays its debt."),
        ("Anna Lind", "The offer was a joke."),
        ("Anna Lind", "I demand that the union return to work."),
    ]
    parties = {s.speaker.party for s in reading_of(TRANSCRIPT).statements if s.speaker}
    assert parties == {"Norland"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_turns_on_lines_of_their_own(newline: str) -> None:
    lines = [
        "Mayor Ilse Marn and union leader Bo Lind met on Monday in Halm.",
        "Marn: The city offers five percent. Is that not enough?",
        "Lind: We reject that offer.",
        "Marn: We want the strike to end.",
    ]
    assert told(newline.join(lines)) == [
        ("Ilse Marn", "The city offers five percent."),
        ("Bo Lind", "We reject that offer."),
        ("Ilse Marn", "We want the strike to end."),
    ]


INTERVIEW = """{lead}

Q: Will you accept the offer?

A: No. We will never accept it unless Norland withdraws its ships.

Q: What is next?

A: We have asked the United Nations to mediate.
"""


def test_answers_are_those_of_the_one_person_named_above() -> None:
    text = INTERVIEW.format(lead="The Quay Post spoke with Westmark’s minister Tor Eide on Monday.")
    assert told(text) == [
        ("Tor Eide", "We will never accept it unless Norland withdraws its ships."),
        ("Tor Eide", "We have asked the United Nations to mediate."),
    ]


@pytest.mark.parametrize(
    "lead",
    ["The Quay Post spoke with the parties on Monday.", "Tor Eide sat down with Anna Lind."],
)
def test_answers_of_nobody_named_are_left_out(lead: str) -> None:
    reading = reading_of(INTERVIEW.format(lead=lead))
    assert not [s for s in reading.statements if s.quotation is Quotation.DIRECT]
    assert any("A:" in p.what for p in reading.problems)


@pytest.mark.parametrize(
    "text",
    [
        "Background: The union refused the offer.\n\nCost: The port loses a million a day.\n\n"
        "Outlook: The minister will not sign.",
        "Note: We will update this page.\n\nNote: We corrected a name.\n\nUpdate: We regret it.",
        "The board has met. Like our page:\n\nThe minister, who told me to “wait for it”, left.",
        "The board has one aim: We will wait.\n\nThe port is closed.",
    ],
)
def test_headed_paragraphs_are_no_turns(text: str) -> None:
    assert told(text) == []


def test_a_block_under_a_colon() -> None:
    text = (
        "The board met on Monday. The prime minister of Norland wrote on X:\n\n"
        "We will not sign the treaty until Westmark withdraws its troops.\n\n"
        "The union’s statement reads:\n\n"
        "    The ministry must reopen the talks.\n\n"
        "    Members will strike on Friday if it refuses.\n\n"
        "The ministry had no comment. It rained on the quay."
    )
    assert told(text) == [
        (
            "the prime minister of Norland",
            "We will not sign the treaty until Westmark withdraws its troops.",
        ),
        ("the union", "The ministry must reopen the talks."),
        ("the union", "Members will strike on Friday if it refuses."),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "The port is closed since Monday.",  # nothing shows that these are his words
        "Our ships will wait, he said later, and went home.",  # the outlet tells it
    ],
)
def test_what_a_colon_does_not_show(below: str) -> None:
    assert told(f"The prime minister of Norland said on Monday:\n\n{below}") == []


def test_a_post_above_its_author() -> None:
    text = (
        "The board met on Monday to talk about the closed strait.\n\n"
        "We will never leave the strait. Westmark must withdraw.\n\n"
        "— Tor Eide (@toreide) March 3, 2031\n\nThe union was silent."
    )
    assert told(text) == [
        ("Tor Eide", "We will never leave the strait."),
        ("Tor Eide", "Westmark must withdraw."),
    ]


def test_no_break_spaces_in_labels_and_names() -> None:
    space = TRANSCRIPT.replace("ANNA LIND", "ANNA\u00a0LIND").replace("Anna Lind", "Anna\u00a0Lind")
    assert told(space) == told(TRANSCRIPT)
    listed = reading_of("It rained in Halm.\n\nThe\u00a0union demands:\n- a\u00a0rise\n- a vote\n")
    assert {(s.speaker.name, s.speaker.party) for s in listed.statements if s.speaker} == {
        ("the union", "the union")
    }


def test_a_turn_is_quoted_to_its_end_however_many_marks_stand_in_it() -> None:
    more = "".join(f" They said “no” in week {n}." for n in range(5))
    page = page_of(TRANSCRIPT.replace("The offer was a joke.", f"{more} The offer was a joke."))
    assert page.in_quotation(page.report.text.index("a joke"))
    assert not page.in_quotation(page.report.text.index("MODERATOR"))
