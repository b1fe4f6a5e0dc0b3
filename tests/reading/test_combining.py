"""Rules and tagger put together: what stands, what is added, what is left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from firstmove.reading.attribution.attribution import find_claims, ruled_claims
from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.combining import joined
from firstmove.reading.attribution.places import overlap
from firstmove.reading.open_page import open_page
from firstmove.reading.opening.open_report import open_text
from tests.reading.readers import who_what

Place = tuple[int, int]
TEXT = "The dockers said wages had fallen unless the port paid. Oste agreed to wait."


def at(words: str) -> Place:
    start = TEXT.index(words)
    return start, start + len(words)


def claim(
    speaker: str, cue: str, *content: str, sure: float | None = None, frame: str = "c"
) -> Claim:
    return Claim(
        anchor=0,
        head=None,
        speaker=at(speaker) if speaker else None,
        cue=(at(cue),),
        content=tuple(at(words) for words in content),
        frame=frame if sure is None else "t",
        sure=sure,
    )


def likely(places: Sequence[Place]) -> float:
    return 1.0


def unlikely(places: Sequence[Place]) -> float:
    return 0.0


RULED = claim("The dockers", "said", "wages had fallen")
OTHER = claim("Oste", "agreed", "to wait", sure=0.9)


def test_what_the_tagger_alone_finds_is_added() -> None:
    assert joined(TEXT, [RULED], [OTHER], likely) == [RULED, OTHER]


@pytest.mark.parametrize(
    "weak",
    [
        claim("Oste", "agreed", "to wait", sure=0.4),
        claim("", "agreed", "to wait", sure=0.99),
    ],
)
def test_unless_it_is_unsure_or_names_nobody(weak: Claim) -> None:
    assert joined(TEXT, [RULED], [weak], likely) == [RULED]


def test_what_the_rules_alone_find_needs_a_likely_cue() -> None:
    assert joined(TEXT, [RULED], [], likely) == [RULED]
    assert joined(TEXT, [RULED], [], unlikely) == []


def test_a_quotation_with_its_tag_stands_in_any_case() -> None:
    quoted = claim("The dockers", "said", "wages had fallen", frame="q")
    assert joined(TEXT, [quoted], [], unlikely) == [quoted]


def test_where_both_nearly_agree_the_rules_spans_stand() -> None:
    tagged = claim("The dockers", "said", "wages had fallen", sure=0.99)
    assert joined(TEXT, [RULED], [tagged], likely) == [RULED]


def test_where_they_differ_the_tagger_is_believed() -> None:
    tagged = claim("The dockers", "said", "wages had fallen unless the port paid", sure=0.9)
    (found,) = joined(TEXT, [RULED], [tagged], likely)
    assert found.content == tagged.content
    assert found.frame == RULED.frame


def test_but_not_where_it_cuts_off_a_condition() -> None:
    whole = claim("The dockers", "said", "wages had fallen unless the port paid")
    cut = claim("The dockers", "said", "wages had fallen", sure=0.99)
    assert joined(TEXT, [whole], [cut], likely) == [whole]


def test_nor_where_its_content_takes_in_the_speaker() -> None:
    tagged = claim("Oste", "said", "The dockers", "wages had fallen", sure=0.9)
    assert joined(TEXT, [RULED], [tagged], likely) == [RULED]


def test_overlap_is_shared_characters_of_all() -> None:
    assert overlap([(0, 10)], [(5, 15)]) == pytest.approx(1 / 3)
    assert overlap([(0, 4), (6, 10)], [(0, 4), (6, 10)]) == 1.0
    assert overlap([], []) == 0.0


# Cues that no rule knows.
@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The senator lashed out at the ministry’s plan to close the harbour.",
            "The senator",
            "plan to close the harbour",
        ),
        (
            "Ann Roe made the case that the harbour should close.",
            "Ann Roe",
            "that the harbour should close",
        ),
        ("“We will not leave,” Ann Roe fumed.", "Ann Roe", "We will not leave"),
    ],
)
def test_more_is_found_than_by_rules(text: str, speaker: str, words: str) -> None:
    page = open_page(open_text(text, name="test"))
    assert len(ruled_claims(page)) <= len(find_claims(page))
    assert any(speaker in who and words in what for who, _, what in who_what(text))


@pytest.mark.parametrize(
    "text",
    [
        "The union was told on Friday that the yard would close.",
        "Roe, asked about the plan, walked away.",
        "If the ministry says that the gates will open, the farmers will go home.",
        "The union declined to discuss the offer.",
        "Nobody said that the truce would hold.",
        "The council sold its trams and bought buses.",
    ],
)
def test_nothing_is_put_in_anybodys_mouth(text: str) -> None:
    assert who_what(text) == []


def test_a_further_paragraph_changes_no_earlier_statement() -> None:
    text = "The dockers said on Monday that wages had fallen.\n\nOste agreed to wait until June."
    before = who_what(text)
    after = who_what(text + "\n\nThe harbour lies on the southern coast and has two piers.")
    assert before
    assert after == before


def test_the_object_of_another_verb_is_no_part() -> None:
    text = (
        "Minister Jan Poe, trying to put to rest a row that is overshadowing his work and "
        "threatening his dream of leading the party, denied on Wednesday that he had sold the mill."
    )
    (claim,) = find_claims(open_page(open_text(text)))
    assert [text[slice(*place)] for place in claim.content] == ["that he had sold the mill"]
