"""Asides: furniture is named and left out, and no sentence of the story ever is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.reading import open_text
from firstmove.reading.open_page import body_paragraphs
from firstmove.reading.opening.asides import find_asides
from firstmove.report import Part, Report

BODY = (
    "The river board said on Monday that it would lower the weir if the farmers upstream agree.\n\n"
    "“We have waited long enough,” its chair, Ilse Marn, told reporters in Norport.\n\n"
    "The farmers’ league called the plan a first step and asked for a written guarantee."
)


def parts(text: str) -> list[tuple[Part, str]]:
    return [(a.part, a.span.quote) for a in open_text(text, name="x.txt").asides]


def body(report: Report) -> list[str]:
    return [report.text[start:end] for start, end in body_paragraphs(report)]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Listen To Story Above", Part.BOILERPLATE),
        ("Watch the full interview below", Part.BOILERPLATE),
        ("Read more: Weir talks stall", Part.BOILERPLATE),
        ("Read the rest here.", Part.BOILERPLATE),
        ("Sign up for our newsletter to get the day’s news.", Part.BOILERPLATE),
        ("Click here to share this story.", Part.BOILERPLATE),
        ("Follow Ann Orme on Twitter @annorme.", Part.BOILERPLATE),
        ("ADVERTISEMENT", Part.BOILERPLATE),
        ("Story continues below advertisement", Part.BOILERPLATE),
        ("Related: What the weir means", Part.BOILERPLATE),
        ("Share this article", Part.BOILERPLATE),
        ("This article has been updated to include the league’s reply.", Part.BOILERPLATE),
        ("© 2031 The Norport Herald. All rights reserved.", Part.BOILERPLATE),
        ("This website uses cookies to improve your visit.", Part.BOILERPLATE),
        ("https://news.example/weir", Part.BOILERPLATE),
        ("* * *", Part.BOILERPLATE),
        ("By Ann Orme and Bo Lind", Part.BYLINE),
        ("Published: 3 March 2031", Part.HEADER),
        ("March 3, 2031 at 10:15 a.m.", Part.HEADER),
        ("(Reporting by Ann Orme in Norport; Editing by Bo Lind)", Part.CREDIT),
        ("Additional reporting by Bo Lind.", Part.CREDIT),
        ("Bo Lind contributed to this report.", Part.CREDIT),
        ("(AFP)", Part.CREDIT),
        ("The Associated Press", Part.CREDIT),
        ("FILE PHOTO: The weir at Norport in flood", Part.CAPTION),
        ("Photo: Ann Orme", Part.CAPTION),
        ("The weir at Norport. (Photo by Ann Orme)", Part.CAPTION),
        ("Ann Orme/Getty Images", Part.CAPTION),
        ("What the farmers want", Part.HEADING),
    ],
)
def test_furniture_is_named(line: str, part: Part) -> None:
    first, rest = BODY.split("\n\n", 1)
    text = f"{first}\n\n{line}\n\n{rest}"
    report = open_text(text, name="x.txt")
    assert [(a.part, a.span.quote) for a in report.asides] == [(part, line)]
    assert body(report) == BODY.split("\n\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Read against last year’s pledge, the plan is a retreat, Marn said.",
        "Watch committees were told to leave the weir by noon.",
        "Share prices of the mill fell after the board spoke.",
        "Related companies were told to wait.",
        "“Listen to the farmers,” Marn told the board.",
        "Follow the money, said Lind, and you find the mill.",
        "Support for the plan grew to 60 percent in the valley.",
        "By Monday the water had fallen.",
        "Photo ID will be asked of every voter, the board said.",
        "No water, no peace.",
        "Sign the paper or leave, the league told the mill owners.",
        "Moscow — which hosted the first round — was not asked.",
        "Open talks are what the league wants.",
        "Video of the meeting was shown to the council on Friday.",
        "The Associated Press reported that the weir was closed.",
        "Copyright law was not discussed, the board said.",
    ],
)
def test_sentences_stay(sentence: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    report = open_text(f"{first}\n\n{sentence}\n\n{rest}", name="x.txt")
    assert sentence in body(report), report.asides


def test_headline_and_its_repetition() -> None:
    text = f"Board offers to lower weir\n\n{BODY}\n\nBoard Offers to Lower Weir.\n"
    assert parts(text) == [
        (Part.HEADLINE, "Board offers to lower weir"),
        (Part.REPEATED_HEADLINE, "Board Offers to Lower Weir."),
    ]
    assert open_text(text).title == "Board offers to lower weir"


def test_no_headline_is_no_headline() -> None:
    assert open_text(BODY).title == ""
    assert parts("The board will lower the weir, Marn said") == []
    assert parts("The board will lower the weir\nif the farmers agree, Marn said on Monday.") == []


def test_head_with_everything() -> None:
    head = "The Norport Herald\nBoard offers to lower weir\nBy Ann Orme\n3 March 2031\n\n"
    assert [part for part, _ in parts(head + BODY)] == [
        Part.HEADER,
        Part.HEADLINE,
        Part.BYLINE,
        Part.HEADER,
    ]


@pytest.mark.parametrize(
    ("dateline", "found"),
    [
        ("NORPORT — ", [(Part.DATELINE, "NORPORT —")]),
        ("ST. ORME, Norland -- ", [(Part.DATELINE, "ST. ORME, Norland --")]),
        ("NORPORT, March 3 — ", [(Part.DATELINE, "NORPORT, March 3 —")]),
        (
            "NORPORT, March 3 (Reuters) - ",
            [(Part.DATELINE, "NORPORT, March 3"), (Part.CREDIT, "(Reuters) -")],
        ),
        ("Norport (AFP) – ", [(Part.DATELINE, "Norport"), (Part.CREDIT, "(AFP) –")]),
    ],
)
def test_dateline(dateline: str, found: list[tuple[Part, str]]) -> None:
    report = open_text(dateline + BODY, name="x.txt")
    assert [(a.part, a.span.quote) for a in report.asides] == found
    assert body(report) == BODY.split("\n\n")


def test_credit_at_the_end_of_a_paragraph() -> None:
    report = open_text(BODY + " (Reuters)", name="x.txt")
    assert [(a.part, a.span.quote) for a in report.asides] == [(Part.CREDIT, "(Reuters)")]
    assert body(report) == BODY.split("\n\n")


def test_lists_and_wrapped_lines_are_read() -> None:
    listed = BODY + "\n\nThe league asked for three things:\n\n- a lower weir\n\n- a fish ladder\n"
    assert "- a lower weir" in body(open_text(listed))
    wrapped = (
        "The river board said on Monday that it would lower the weir if the\n"
        "farmers upstream agree to share the cost of the new pumps, and that\n"
        "it would then publish the flow of every month since the dry year of\n"
        "the great fire.\n\n"
        "The farmers asked for a written guarantee and for a seat on the board\n"
        "that decides about the gates.\n"
    )
    assert len(body(open_text(wrapped))) == 2


PIECES = st.sampled_from(
    [
        "Board offers to lower weir",
        "By Ann Orme",
        "NORPORT, March 3 (Reuters) - The board met, Marn said.",
        "“We wait,” Marn said.",
        "Listen To Story Above",
        "The league asked for a guarantee. (AP)",
        "   ",
        "",
        "- a lower weir",
        "(Reuters)",
        "Marn said: “It is late.",
        "\u2028",
        "\t\x0b.",
    ]
)


@given(st.lists(PIECES, min_size=1).map("\n".join).filter(str.strip))
def test_every_character_is_in_one_place(text: str) -> None:
    report = open_text(text)
    owners = [0] * len(text)
    places = [(a.span.start, a.span.end) for a in report.asides]
    for start, end in [*places, *body_paragraphs(report)]:
        for index in range(start, end):
            owners[index] += 1
    for char, owned in zip(text, owners, strict=True):
        assert owned == 1 or (char.isspace() and owned <= 1)


@pytest.mark.parametrize(
    "first",
    [
        "Ferry crews walked out at noon.",
        "Strikers said they will stay out.",
        "Tarn, Velland - Talks on water broke down.",
        "Voters in Tarn go to the polls on Sunday.",
    ],
)
def test_a_first_sentence_is_no_headline(first: str) -> None:
    text = (
        f"{first}\n\nThe council met again on Friday and the mayor said nothing was agreed in May."
    )
    assert Part.HEADLINE not in [part for _, _, part in find_asides(text)]


def test_a_dateline_with_a_colon() -> None:
    text = (
        "Tarn, March 3: Talks on the river broke down, the two sides said\n\n"
        "The council met again on Friday and the mayor said that nothing was agreed in May."
    )
    assert [(text[s:e], part) for s, e, part in find_asides(text)] == [
        ("Tarn, March 3:", Part.DATELINE)
    ]


def test_a_corrected_story_keeps_its_headline() -> None:
    corrected = open_text(f"Correction: Weir talks story\n\n{BODY}", name="x.txt")
    assert corrected.title == "Correction: Weir talks story"
    note = "Correction: an earlier version of this report gave the wrong day."
    noted = open_text(f"{note}\n\nWeir talks stall\n\n{BODY}", name="x.txt")
    assert noted.title == "Weir talks stall"
    assert (Part.BOILERPLATE, note) in parts(noted.text)


def test_an_outlet_with_its_day_and_writer_is_no_part_of_the_story() -> None:
    told = open_text(
        "Showdown looms in wind park row\nThe Sella Courier, 15 March, by Jona Wiik\n\n"
        "The boats came in early on Thursday.",
        name="a.txt",
    )
    assert told.source == "The Sella Courier"
    assert [a.span.quote for a in told.asides][1].startswith("The Sella Courier")
