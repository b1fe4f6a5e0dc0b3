"""Pages: sentences and quotations by rule, offsets those of the report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.page import Page


def page_of(text: str) -> Page:
    return open_page(open_text(text, name="x.txt"))


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Lind met Gen. Orme.", "Lt.-Gen. Bo Marn was there."],
        ["The U.S. Senate waits.", "It will vote on Dec. 3 at 10 a.m. in Norport."],
        ["They came from the U.S.", "The talks failed."],
        ["The U.S.-Norland talks failed.", "Nobody spoke."],
        ["“We are ready.”", "The minister left."],
        ["“We are ready,” he said.", "“Are you?”"],
        ["“Will they come?” the minister asked.", "No one knew."],
        ["“Never!” she shouted.", "The hall was silent."],
        ["He asked: ‘Why wait?’", "Nobody answered."],
        ["George W. Orme spoke.", "J. R. Lind did not."],
        ["Prices rose 3.5 percent.", "They fell in No. 4."],
        ["He paused … and went on.", "Then he left."],
        ["Is it true?", "(It is.)", "Yes."],
        ["The firm, Orme Inc., waits.", "So do we."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    page = page_of(" ".join(sentences))
    assert [s.quote for s in page.sentences] == sentences
    assert [s.text.strip() for s in page.doc.sents] == sentences


def test_a_sentence_never_crosses_a_paragraph() -> None:
    page = page_of("The board, which met on Monday,\n\nsaid nothing. It left.")
    assert [s.quote for s in page.sentences] == [
        "The board, which met on Monday,",
        "said nothing.",
        "It left.",
    ]
    assert page.sentence_number(page.report.text.index("It left")) == 3


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“We wait,” he said. “Not long.”", ["We wait,", "Not long."]),
        ('"We wait," he said. "Not long."', ["We wait,", "Not long."]),
        ("‘It’s the farmers’ move,’ she said.", ["It’s the farmers’ move,"]),
        ("'It's the farmers' move,' she said.", ["It's the farmers' move,"]),
        ("The workers’ union isn’t ready.", []),
        ("''We wait,'' he said.", ["We wait,"]),
        ("«On attend», a-t-il dit. „Gut“, sagte er.", ["On attend", "Gut"]),
        ("“He said ‘never’ twice,” she said.", ["He said ‘never’ twice,", "never"]),
        ('“Mixed marks" are met, he said.', ["Mixed marks"]),
        ("“We wait.\n\n“And wait.\n\n“And go,” he said.", ["We wait.", "And wait.", "And go,"]),
        ("“We never close, he said.\n\nThe end came.", ["We never close, he said."]),
        ("A 6\" pipe and rock 'n' roll.", []),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    assert [q.quote for q in page_of(text).quotations] == quotations


def test_asides_are_in_the_document_but_not_on_the_page() -> None:
    text = "Weir to close\n\nListen To Story Above\n\nThe board spoke. It left.\n"
    page = page_of(text)
    assert page.doc.text == text
    assert [s.quote for s in page.sentences] == ["The board spoke.", "It left."]


@pytest.mark.parametrize(
    "text",
    [
        "“" * 4000 + " he said.",
        "(" * 4900 + " x " + "-" * 300 + " y",
        ". " * 400,
        "\n" * 50_000 + "He said so.",
        "By " + "Aa " * 400,
        "a'" * 2400,
    ],
)
def test_odd_texts_take_no_time(text: str) -> None:
    assert page_of(text).doc.text == text


@settings(max_examples=40, deadline=None)
@given(st.text("aB.“”\"'‘’ \n\r\t\u00a0?!-—(),1é\u2028", min_size=1, max_size=80).filter(str.strip))
def test_offsets_hold_for_any_text(text: str) -> None:
    page = page_of(text)
    assert page.doc.text == text.replace("\u00a0", " ")
    for span in (*page.paragraphs, *page.sentences, *page.quotations):
        assert text[span.start : span.end] == span.quote
    # Sentences cover the paragraphs, and each lies in one.
    for sentence in page.sentences:
        assert any(p.contains(sentence) for p in page.paragraphs)
    bodies = "".join("".join(p.quote.split()) for p in page.paragraphs)
    said = "".join("".join(s.quote.split()) for s in page.sentences)
    assert said == bodies


def test_long_texts_are_parsed_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.reading.open_page._PIECE", 200)
    text = "".join(
        f"The board of pier {n} said that it would wait. It did not say why.\n\n" for n in range(20)
    )
    page = page_of(text)
    assert page.doc.text == text
    assert len(page.sentences) == 40
    assert [s.text.strip() for s in page.doc.sents] == [s.quote for s in page.sentences]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_odd_spaces_are_spaces(space: str) -> None:
    text = "The union of Halm said it would wait. “No,” said Bo Lind, its leader. Prices rose 5 %."
    plain, odd = (page_of(t) for t in (text, text.replace(" ", space)))
    assert [(t.text, t.dep_, t.ent_type_) for t in odd.doc] == [
        (t.text, t.dep_, t.ent_type_) for t in plain.doc
    ]
    assert odd.report.text[odd.sentences[0].start : odd.sentences[0].end] == odd.sentences[0].quote
