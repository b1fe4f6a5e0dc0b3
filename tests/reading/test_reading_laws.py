"""Laws of reading: places hold, the same text gives the same, more text changes nothing before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading import open_text, read_report
from firstmove.statement import Reading

PIECES = [
    "The union of Halm refused to sign.",
    "“We will not wait,” said its leader, Bo Lind.",
    "The minister, Anna Lind, said Norland would reopen the strait if the ships leave.",
    "He warned that prices will rise.",
    "“This one never closes, she said.",
    "According to the mayor, 40 people were hurt.",
    "ALL TALKS ARE OFF, UNION SAYS",
    "MARN: We demand a vote.",
    "Q: Will you go?",
    "A: We refuse.",
    "- a rise of 5 percent",
    "• that the bill be withdrawn",
    "Le maire a déclaré que la ville ne signera pas le contrat avec les ouvriers du port.",
    "The board wrote on X:",
    "    We will strike on Friday.",
    "— Tor Eide (@toreide)",
    "«On attend», a-t-il dit.",
    "\u202bשלום\u202c said so.",
    "cafe\u0301 \x01\x7f\u200b said \ufeff so",
    "''",
    '"',
    "“",
    "”",
    "‘",
    "(",
    "[",
    "🙂 said 🙂",
    "The union demands:",
    "1. an amnesty",
    "  - a nested item",
    "14:32 GMT",
    "Updated 16:05 — The union says it will wait.",
    "UNION LEADER SAYS “NO” TO PORT, THREATENS STRIKE",
    "LIND: We will stay.",
    "Marn (mayor): We demand a vote.",
    "\u200fהאיגוד\u200f said it would strike.",
    "The un\u00adion\u200b of\u00a0Halm said\u2060 “no”.",
    "“He told me: “Go”.” said Lind",
    "''We wait,'' she said.",
    "— We refuse, said Lind.",
    "Provided that the port pays, the union will return, said Lind.",
    "said that said said",
]
# More words than the tagger sees at once: what stands before them is read alike whatever follows.
BETWEEN = "\n\n".join(
    f"The old {place} by the river was shut for the winter, and no one came to see it or sweep it."
    for place in "mill barn inn forge school chapel bakery stable shop tower lock".split()
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).flatmap(
    lambda pieces: st.lists(
        st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", "\u2029", "\t"]),
        min_size=len(pieces),
        max_size=len(pieces),
    ).map(lambda gaps: "".join(p + g for p, g in zip(pieces, gaps, strict=True)))
)


def reading_of(text: str) -> Reading:
    return read_report(open_text(text, name="x.txt"))


def words(reading: Reading) -> list[tuple[object, ...]]:
    """Each statement, its places told by their words alone."""
    return [
        (
            s.kind,
            s.speaker and s.speaker.span.quote,
            s.speaker and s.speaker.name,
            tuple(" ".join(c.quote.split()) for c in s.cue),
            tuple(" ".join(c.quote.split()) for c in s.content),
        )
        for s in reading.statements
    ]


def assert_places(reading: Reading) -> None:
    text = reading.report.text
    for statement in reading.statements:
        spans = [*statement.cue, *statement.content, *statement.glosses]
        if statement.speaker is not None:
            spans.append(statement.speaker.span)
        if statement.condition is not None:
            spans.append(statement.condition.span)
        for span in spans:
            assert text[span.start : span.end] == span.quote
    for aside in reading.report.asides:
        assert text[aside.span.start : aside.span.end] == aside.span.quote


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_places_hold_and_reading_is_the_same_each_time(text: str) -> None:
    reading = reading_of(text)
    assert_places(reading)
    assert reading_of(text) == reading


@settings(max_examples=12, deadline=None)
@given(TEXTS)
def test_a_paragraph_more_changes_nothing_beyond_what_is_seen_at_once(text: str) -> None:
    alone = reading_of(f"{text}\n\n{BETWEEN}\n")
    longer = reading_of(f"{text}\n\n{BETWEEN}\n\nIt rained on the hills by night.\n")
    assert words(longer) == words(alone)


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(
        str.strip
    )
)
def test_any_text_is_read(text: str) -> None:
    assert_places(reading_of(f"{text}\n\nThe union said {text} it would wait."))


STORY = """The union of Halm refused on Monday to sign the offer of the port.

Its leader, Bo Lind, said members would strike on Friday if the port does not pay.

“We will not wait any longer,” Lind said. “The port must act.”

The mayor, Ilse Marn, warned that the strike would close the harbour.
"""


@pytest.mark.parametrize(
    "more",
    [
        "It rained on the hills and the river rose by night.",
        "“This passage is never closed, and the river rose.",
        "Das Wetter war am Montag nicht gut und der Fluss ist in der Nacht über die Ufer gegangen.",
        "Background: The river rose.",
        "- rain\n- wind",
    ],
)
def test_a_paragraph_more_changes_no_earlier_statement(more: str) -> None:
    alone = reading_of(STORY)
    longer = reading_of(f"{STORY}\n{more}\n")
    assert words(longer)[: len(alone.statements)] == words(alone)
    places = [(s.cue[0].start, s.content[0].start) for s in alone.statements]
    assert [(s.cue[0].start, s.content[0].start) for s in longer.statements][
        : len(places)
    ] == places


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_line_ends_change_no_statement(newline: str) -> None:
    assert words(reading_of(STORY.replace("\n", newline))) == words(reading_of(STORY))


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    opened = STORY.replace("The port must act.”", "The port must act.")
    marn = [s for s in reading_of(opened).statements if s.speaker and "Marn" in s.speaker.name]
    assert [s.content[0].quote for s in marn] == ["that the strike would close the harbour"]


def test_reports_read_alone_or_in_any_order_are_the_same() -> None:
    texts = [STORY, STORY.replace("Halm", "Norport"), "The board said that it would wait."]
    there = [reading_of(text) for text in texts]
    back = [reading_of(text) for text in reversed(texts)]
    assert there == back[::-1]
