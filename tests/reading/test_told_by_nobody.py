"""What looks told and is not: deeds, silences, what is still to come, words of somebody else."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.attribution.attribution import find_claims
from firstmove.reading.open_page import open_page
from firstmove.statement import Quotation


def who_what(text: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each claim."""
    return [
        (
            text[slice(*c.speaker)] if c.speaker else "",
            " … ".join(text[slice(*p)] for p in c.cue),
            " … ".join(text[slice(*p)] for p in c.content),
        )
        for c in find_claims(open_page(open_text(text, name="test")))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly, led by Liberals, passed a broad bill in May to overhaul the ports.",
        "The water company found itself defending its record.",
        "Velland has not described how the fund works.",
        "Mr. Roe did not try to analyze his defeat.",
        "Whip John Hollis (R-Ohio) responded by standing on the floor next to a large photo of a "
        "child with the disease.",
        "Roe is challenging Senator Ann Poe in a race that is seen as close.",
        "The plan will expose the mayor to attacks from her rivals that she is soft.",
        "All members were offered a chance to discuss the dam with the director, Mr. Poe.",
        "In the end, supporting him could hurt the smaller unions.",
        "The vote puts the Harbour Party at odds with Mr. Roe.",
        "The governor sought to defend the plan against the charge of waste.",
        "All members of the league were offered the chance to discuss the fee with the director.",
        "Members of the board were reportedly bound by oath to keep it secret.",
        "Next came Lind, who leads the port and is favoured by fishermen.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert who_what(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He later confirmed that Ann Roe called him and told him to think it over.",
            ("He", "that Ann Roe called him and told him to think it over"),
        ),
        (
            "The union said that its envoy met the mayor and vowed to strike.",
            ("The union", "that its envoy met the mayor and vowed to strike"),
        ),
    ],
)
def test_the_deed_of_a_clause_is_not_the_tellers(text: str, expected: tuple[str, str]) -> None:
    told = [(who, what) for who, _, what in who_what(text)]
    assert expected in told
    assert not any(who == expected[0] and what != expected[1] for who, what in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Roe on Tuesday refused to step down despite loud calls from her party's leaders to "
            "abandon her bid.",
            [
                ("Roe", "refused", "to step down"),
                ("her party's leaders", "calls", "to abandon her bid"),
            ],
        ),
        (
            "But Roe rebuffed calls late Monday to step aside.",
            [("Roe", "rebuffed", "calls late Monday to step aside")],
        ),
        (
            "The governor joined two other ministers in calling on Commissioner Ann Roe to give "
            "up her seat.",
            [("The governor", "calling on", "Commissioner Ann Roe to give up her seat")],
        ),
        (
            "The governor sought to push back on claims by the unions that the dam was unsafe.",
            [("the unions", "claims", "that the dam was unsafe")],
        ),
        (
            "Hal-Mart calls the evidence thin and unreliable.",
            [("Hal-Mart", "calls", "the evidence thin and unreliable")],
        ),
        (
            "The mayor stayed amid demands by unions to resign.",
            [("unions", "demands", "to resign")],
        ),
        ("The mayor will repeat her call for a truce.", None),
        ("The mayor challenged the council to publish the figures.", None),
    ],
)
def test_whose_words_they_are(text: str, expected: list[tuple[str, str, str]] | None) -> None:
    found = who_what(text)
    assert found == expected if expected is not None else found


def test_what_the_outlet_tells_beside_a_call_is_no_part_of_it() -> None:
    found = who_what(
        "The union called on Mayor Ann Roe to give up her seat, as the mayor held her ground and "
        "vowed to stay."
    )
    assert ("The union", "called on", "Mayor Ann Roe to give up her seat") in found
    assert any(who == "the mayor" and what == "to stay" for who, _, what in found)


def test_a_quotation_behind_that_is_quoted_and_nothing_else() -> None:
    text = "She added that “the dam is as safe as it was a year ago.”"
    (claim,) = find_claims(open_page(open_text(text, name="test")))
    assert claim.quotation is Quotation.DIRECT
    assert [text[slice(*p)] for p in claim.content] == ["the dam is as safe as it was a year ago"]


def test_two_quotations_side_by_side() -> None:
    text = (
        'Roe went on to defend those who run the dams as "masters." "In the end, you can complain '
        "about how this is a bad plan. But when you look at it closely, then I think it is the "
        'right one," he said.'
    )
    contents = [what for *_, what in who_what(text)]
    assert any(what.startswith("In the end") for what in contents)
    assert not any("masters" in what and "In the end" in what for what in contents)


def test_words_beside_the_marks_are_not_quoted() -> None:
    text = "She added that they had “long been concerned about how much of it rests on trust.”"
    (claim,) = find_claims(open_page(open_text(text, name="test")))
    assert claim.quotation is Quotation.MIXED
    assert text[slice(*claim.content[0])].startswith("that they had “long")


def test_a_subject_keeps_its_verb() -> None:
    text = (
        "Senator Ann Roe, a critic of the plan, said it was significant that both the largest "
        "union in the port, the Dockers’ League, and the harbour master, Jan Poe, had voiced "
        "support for a truce in recent days."
    )
    found = who_what(text)
    assert any(what.endswith("had voiced support for a truce in recent days") for *_, what in found)
    assert all(not what.endswith("in the port") for *_, what in found)


def test_what_stands_before_a_colon_was_not_advised() -> None:
    text = (
        "The virus is lapping at our shores: Women in 46 countries have been advised by the Health "
        "Council to consider delaying pregnancy."
    )
    ((_, _, content),) = who_what(text)
    assert "shores" not in content
    assert content.endswith("to consider delaying pregnancy")


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Roe has avoided directly criticizing the judge.",
        "The minister refrained from threatening a strike.",
        "Ann Roe tweeted a photo of the bridge.",
        "The mayor accidentally posted an image of herself on a public page.",
    ],
)
def test_what_is_held_back_or_only_shown_is_not_said(text: str) -> None:
    assert who_what(text) == []


def test_words_posted_with_a_picture_are_said() -> None:
    ((who, _, what),) = who_what(
        "The mayor tweeted a picture of the dam with the words “We will build it”."
    )
    assert who == "The mayor"
    assert "We will build it" in what


def test_a_topic_is_not_said_whatever_others_call_it() -> None:
    text = (
        "The governor spoke on Wednesday about the future of what proponents call the fair pay "
        "bill pending in the house."
    )
    assert all(who != "The governor" for who, *_ in who_what(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Lucan Ferro waited. The calendar of the legislature was not the government's to stop, "
            "said the labour minister, Ivo Castel, ruling out a freeze.",
            (
                "the labour minister, Ivo Castel",
                "said",
                "The calendar of the legislature was not the government's to stop",
            ),
        ),
        (
            "She was ready to delay the list by 60 days in exchange for a written assurance from "
            "Rourke that there would be no duty on cars.",
            (
                "She",
                "was ready",
                "to delay the list by 60 days in exchange for a written assurance from Rourke that "
                "there would be no duty on cars",
            ),
        ),
    ],
)
def test_whole_and_no_more(text: str, told: tuple[str, str, str]) -> None:
    assert told in who_what(text)
