"""Whom "he" and "they" mean in the manner of news, and whose name an office leads in."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Kind
from tests.reading.readers import told


def speakers(text: str) -> list[tuple[str, str]]:
    """The words and the name of each statement's speaker."""
    return [(s.speaker.span.quote, s.speaker.name) for s in told(text) if s.speaker is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # an office with what it deals with
            "A former dam engineer confirmed that the wall was cracked.\n\n"
            "Director of Public Safety James Roe issued a statement on Friday denying the report. "
            "He called the story false.",
            "James Roe",
        ),
        (  # "the chief justice"
            "“Is that so,” Chief Justice John Roe asked Mr. Lind.\n\nMr. Lind said it was.\n\n"
            "The chief justice also asked Mr. Lind how many dams there were. “You will have some "
            "bad ones,” he said.",
            "John Roe",
        ),
        (  # several with one title
            "Justices Kent Roe and Jan Poe said they were worried about the costs.\n\n"
            "Justice Roe answered with a question. “If nobody counts,” he said, “who pays?”",
            "Roe",
        ),
    ],
)
def test_the_one_who_acts_nearby(text: str, expected: str) -> None:
    meant = [name for words, name in speakers(text) if words.lower() == "he"]
    assert meant
    assert all(name.endswith(expected) for name in meant)


def test_one_of_the_same_paragraph_against_one_who_spoke_before_it() -> None:
    text = (
        "Mr. Lind said that the guards had a free hand. The guards, he went on, “know what to do.”"
        "\n\nThat did not satisfy Justice Roe. “If somebody tells you what to do,” he said, “your "
        "hand is not free.”"
    )
    assert speakers(text)[-1] in {("he", ""), ("he", "Roe")}


def test_they_are_none_of_those_in_their_own_words() -> None:
    text = (
        "Mr. Roe and Mr. Lind issued a joint statement saying that they were worried.\n\n"
        "“Senior guards have stated for years that the wall is safe,” they said. They added that "
        "“the guards were wrong.”"
    )
    assert all("guards" not in name.lower() for _, name in speakers(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mr. Roe and Mr. Lind said on Monday that the dam would hold.",
            "Mr. Roe and Mr. Lind",
        ),
        (
            "Director of Public Safety James Roe said on Monday that the dam would hold.",
            "James Roe",
        ),
        ("Mayor of New Halden Karin Roe said on Monday that the dam would hold.", "Karin Roe"),
        (
            "One of the best-known mayors in the Valley of Halden said the dam would hold.",
            "One of the best-known mayors in the Valley of Halden",
        ),
        (
            "A few of the oldest mayors, such as Ann Roe, said the dam would hold.",
            "a few of the oldest mayors",
        ),
        ("Hal-Mart's appeal is asking the court to stop the case.", "Hal-Mart"),
        ('Rep. Jan Roe (R-Iowa), tweeted on Friday "The dam is safe. It will hold."', "Jan Roe"),
        ("Ann Roe would wait, her office said on Monday.", "Ann Roe's office"),
        ("Ann Roe was late. Her government agreed to repair the dam.", "Ann Roe's government"),
        ("The director of Halden Water said on Monday that the dam would hold.", ""),
    ],
)
def test_names(text: str, name: str) -> None:
    found = {found for _, found in speakers(text)}.pop()
    assert found == name or (not name and "director" in found)


def test_the_one_legislator_of_a_party() -> None:
    text = (
        "Rep. Jan Roe made the remark on Sunday. The union urged Rep. Roe to go, as the Republican "
        "congressman, who runs for the Senate, vowed to stay in the race."
    )
    assert "Jan Roe" in [name for words, name in speakers(text) if "congressman" in words]


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Ann Roe and Rep. Jan Poe left. The Republican congressman said he would stay.",
        "Rep. Jan Roe (D-Ohio) left. The Republican congressman said he would stay.",
    ],
)
def test_another_legislator(text: str) -> None:
    assert [name for _, name in speakers(text)] == ["the Republican congressman"]


def test_a_candidates_party_is_not_the_candidate() -> None:
    text = (
        "Rep. Jan Roe, the Republican Senate candidate, said on Monday that he would stay. His "
        "party's leaders called on him to go."
    )
    sides = [s.speaker.party for s in told(text) if s.speaker is not None]
    assert sides == ["Jan Roe", "Republican Party"]


def test_who_spoke_before_goes_on() -> None:
    text = (
        "Weekly Editor Walter Lang said Harry Roe tried to convince him. “I think it would be "
        "better if he went,” he said."
    )
    assert speakers(text)[-1] == ("he", "Walter Lang")


def test_two_things_of_one_person() -> None:
    text = (
        "“They said it is negotiable,” Sean Hanley said in reference to Donald Poe's stance on the "
        "lock and his oft-stated promise to build a wall."
    )
    assert ("his", "Donald Poe") in speakers(text)


def test_one_of_the_things_of_one_person() -> None:
    text = (
        "Jan Roe voiced displeasure with some of Donald Poe’s plans, in particular his proposal "
        "for a ban on rafts."
    )
    assert ("his", "Donald Poe") in speakers(text)


def test_a_clause_tells_of_the_one_that_it_stands_behind() -> None:
    text = (
        "Tarn Sens. Marco Roe (R), who is seeking reelection, and Bill Nolan (D) have both pushed "
        "for the funding."
    )
    assert [name for words, name in speakers(text) if words == "who"] in ([], ["Marco Roe"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Though Dorn's campaign has failed, she hopes. Ann Dorn said that she would stay.",
         "Ann Dorn"),
        ("Rep. Peter King, R-N.Y., who opposes the plan, said that it was late.", "Peter King"),
        ("Sen. Angus Bishop, D-Ohio, said that it was late.", "Angus Bishop"),
        ("Mark Cuban, a billionaire, left early. “It was late,” Cuban said.", "Mark Cuban"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name(text: str, name: str) -> None:
    assert [told for _, told in speakers(text)][-1] == name


def test_of_two_of_one_name_she_is_the_woman() -> None:
    text = (
        "Mary Dorn lost the vote, and John Dorn was silent. Dorn is racing on, and has tried to "
        "get ahead of Senator Roe. She said that she would stay."
    )
    assert ("She", "Mary Dorn") in speakers(text)


def test_a_relative_clause_has_one_word_for_whom_it_tells_of() -> None:
    text = (
        "“How big is it?” asked Jan Poe, who was wearing a red hat with a badge and said his name "
        "was not Odo, as the audience laughed."
    )
    assert {name for _, name in speakers(text)} == {"Jan Poe"}


def test_the_report_tells_who_is_a_man() -> None:
    text = "Opposition leader Mary Roe said he would march if the board did not order a recount."
    (statement,) = read_report(open_text(text)).statements
    assert statement.kind is Kind.THREATEN
