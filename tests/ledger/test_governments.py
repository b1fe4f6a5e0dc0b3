"""Two governments of one country: two parties where the reports keep them apart, else one."""

from __future__ import annotations

from itertools import permutations

import pytest

from firstmove.heads import INCOMING, OUTGOING, SITTING, heads_told
from firstmove.ledger import View, merge
from firstmove.reading import open_text, read_report

SITTING_ONE = (
    "The Garrow administration rejected the loan on Monday. “We owe nothing,” President Walter "
    "Garrow of Iceland said."
)
COMING = (
    "Icelandic President-elect Lena Pryce promised to repay the loan. “We will pay,” Pryce's "
    "envoy, Carl Budd, said."
)
COUNTRY = "Iceland's finance ministry said on Tuesday that the loan was void."


def ledger(*texts: str) -> View:
    return merge([read_report(open_text(t, name=f"r{n}.txt")) for n, t in enumerate(texts)])


def parties(view: View) -> dict[str, str]:
    """Who of the case is of which party."""
    return {person.name: party.name for party in view.parties for person in party.people}


def test_who_comes_is_a_party_beside_who_sits() -> None:
    found = parties(ledger(SITTING_ONE, COMING))
    assert found["Walter Garrow"] == "Iceland"
    assert found["Carl Budd"] == "Lena Pryce"


def test_bare_words_are_of_the_government_in_office() -> None:
    view = ledger(SITTING_ONE, COMING, COUNTRY)
    assert parties(view)["Iceland's finance ministry"] == "Iceland"


@pytest.mark.parametrize("texts", [(COMING, COUNTRY), (SITTING_ONE, COUNTRY)])
def test_one_government_is_the_country(texts: tuple[str, ...]) -> None:
    assert {party.name for party in ledger(*texts).parties} == {"Iceland"}


def test_the_order_of_the_reports_changes_nothing() -> None:
    views = [ledger(*texts) for texts in permutations((SITTING_ONE, COMING, COUNTRY))]
    assert len({frozenset(parties(view).items()) for view in views}) == 1


def test_statements_bear_the_party_too() -> None:
    told = {s.speaker.name: s.speaker.party for s in ledger(SITTING_ONE, COMING).statements
            if s.speaker is not None}  # fmt: skip
    assert told["Carl Budd"] != told["Walter Garrow"]


@pytest.mark.parametrize("word", ["Senior", "Top", "The"])
def test_words_that_open_a_sentence_head_no_government(word: str) -> None:
    told = f"{word} administration officials said on Tuesday that the loan was void."
    assert word.lower() not in heads_told(told)
    view = ledger(SITTING_ONE, f"President Walter Garrow of Iceland left. {told}")
    assert {party.name for party in view.parties} == {"Iceland"}


def test_a_campaign_is_no_government() -> None:
    text = "Garrow campaign aide Tom Welk mocked the plan. " + SITTING_ONE
    assert parties(ledger(text))["Tom Welk"] != "Iceland"


@pytest.mark.parametrize(
    ("text", "name", "standing"),
    [
        ("President-elect Lena Pryce said so.", "pryce", INCOMING),
        ("Pryce's transition team said so.", "pryce", INCOMING),
        ("The incoming government of Nils Aberg waits.", "aberg", INCOMING),
        ("Velland's outgoing prime minister, Maja Lindqvist, said so.", "lindqvist", OUTGOING),
        ("President Walter Garrow said so.", "garrow", SITTING),
    ],
)
def test_how_a_head_stands_in_time(text: str, name: str, standing: str) -> None:
    assert standing in heads_told(text)[name].standing


@pytest.mark.parametrize(
    "text",
    [
        "Vice President Ann Lee said so.",
        "The Labour government said so.",
        "The federal government said so.",
        "The team said so.",
    ],
)
def test_no_head_of_a_government(text: str) -> None:
    assert not any(head.sure for head in heads_told(text).values())


def test_a_former_head_is_not_in_office() -> None:
    text = "A former adviser to President Bill Hollis spoke."
    assert SITTING not in heads_told(text)["hollis"].standing


def test_a_part_of_a_government_is_not_the_government() -> None:
    view = ledger(
        "Prime Minister Edda Korvin's government published its budget on Monday. “We will not "
        "change it,” Prime Minister Edda Korvin said.",
        "The smaller of the two parties in Prime Minister Edda Korvin's government said that it "
        "would leave the cabinet.",
    )
    (leaving,) = [e for e in view.entries if "leave" in view.statement(e.lead).quote]
    assert leaving.party == ""
