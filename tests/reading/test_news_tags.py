"""Sayings as news sets them: behind what is said, between commas, with a condition after them."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ConditionKind, Kind, Statement


def read(text: str) -> tuple[Statement, ...]:
    return read_report(open_text(text, name="a.txt")).statements


def one(text: str) -> Statement:
    found = read(text)
    assert len(found) == 1, [(s.cue[0].quote, s.content[0].quote) for s in found]
    return found[0]


def said(statement: Statement) -> str:
    return " … ".join(part.quote for part in statement.content)


@pytest.mark.parametrize(
    ("text", "condition", "kind"),
    [
        (
            "It would even pay for a second tug, said its president, Ada Voss, provided that the "
            "council promised to dredge the mouth by May.",
            "provided that the council promised to dredge the mouth by May",
            ConditionKind.ONLY_IF,
        ),
        (
            "The firm would rehire them, said its owner, unless the court ruled otherwise.",
            "unless the court ruled otherwise",
            ConditionKind.UNLESS,
        ),
        (
            "Velm is prepared to talk, he said, in return for a pause.",
            "in return for a pause",
            ConditionKind.ONLY_IF,
        ),
        (
            "Velm was ready to send a team, its envoy said, once Oske had opened the road.",
            "once Oske had opened the road",
            ConditionKind.IF,
        ),
        (
            "Two of them would be freed ahead of the rest provided the army stopped its raids, he "
            "said.",
            "provided the army stopped its raids",
            ConditionKind.ONLY_IF,
        ),
        (
            "Its members would abstain only if he named a day in spring, according to its leader, "
            "Ysa Brand.",
            "only if he named a day in spring",
            ConditionKind.ONLY_IF,
        ),
        (
            "The guild will send its boats unless the minister comes to the lake before Easter, "
            "its secretary, Ada Sorn, told this newspaper.",
            "unless the minister comes to the lake before Easter",
            ConditionKind.UNLESS,
        ),
        (
            "The union is ready to talk if the firm waits, its leader said.",
            "if the firm waits",
            ConditionKind.IF,
        ),
        (
            "The Salt Front said its gunners would cease firing the day the army left Orle.",
            "the day the army left Orle",
            ConditionKind.IF,
        ),
    ],
)
def test_a_condition_beside_a_saying(text: str, condition: str, kind: ConditionKind) -> None:
    statement = one(text)
    assert statement.condition is not None
    assert (statement.condition.span.quote, statement.condition.kind) == (condition, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The dam will be shut, she said, if only for a week.",
        "The plan was dead, he said, as if nothing had happened.",
        "It was late, she said, if a little chilly.",
        "The tents provided by the board kept them dry, he said.",
    ],
)
def test_no_condition_beside_a_saying(text: str) -> None:
    assert [s.condition for s in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Her party was ready, however, to hand over its lists once the board had paid the "
            "arrears, some 14 million marks, that it owes the fund that both set up, she added.",
            "Her party was ready, however, to hand over its lists once the board had paid the "
            "arrears, some 14 million marks, that it owes the fund that both set up",
        ),
        (
            "The presidency was cautious. “We will read it twice,” a spokesman said.",
            "We will read it twice",
        ),
        (
            "All the same, an adviser to the mayor, who asked not to be named because the council "
            "has not discussed it, said that Halm would draw less water.",
            "that Halm would draw less water",
        ),
    ],
)
def test_the_whole_of_what_is_said_and_no_more(text: str, content: str) -> None:
    assert content in [said(s) for s in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats in Halm believe that Orvia wants the island.",
        "Officials suspect that Orvia intends to close the dam.",
        "There is talk in the town that Orvia wants the island for a quarry.",
        "Rumour has it that Orvia wants the island.",
        "There are fears that Orvia plans to close the dam.",
    ],
)
def test_what_others_take_it_to_want_is_not_its_own_word(text: str) -> None:
    assert not [s for s in read(text) if s.speaker is not None and s.speaker.span.quote == "Orvia"]


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone in Halm believes that the dam will hold.",
        "Few in the town think the dam will hold.",
        "Few residents believe the dam will hold.",
        "Not all residents believe the dam will hold.",
    ],
)
def test_those_who_do_not_think_so_say_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_few_do_think_so() -> None:
    assert one("A few residents believe the dam will hold.").kind is Kind.ASSESS


def test_a_past_is_joined_to_no_infinitive() -> None:
    text = "Its envoy called on the Front to let the two women go and asked Orle to lift its ban."
    found = read(text)
    assert {s.speaker.span.quote for s in found if s.speaker is not None} == {"Its envoy"}
    assert [s.cue[0].quote for s in found] == ["called on", "asked"]
    assert said(found[0]) == "the Front to let the two women go"


def test_an_offer_behind_what_tells_of_the_one_who_makes_it() -> None:
    text = "Corland, which has twice carried letters between the two, offered to do it again."
    statement = one(text)
    assert statement.speaker is not None
    assert statement.speaker.span.quote.startswith("Corland")
    assert (statement.cue[0].quote, said(statement)) == ("offered", "to do it again")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Front insists that Velm station guards at the lock before this begins.", "REQUEST"),
        ("What Orvia wants, Orvia’s minister said, is that Lorn leave the island.", "REQUEST"),
        ("All that Orvia asks, Orvia’s minister said, is for Lorn to wait.", "REQUEST"),
        ("What Lorn wants, Orvia’s minister said, is that the island be forgotten.", "ASSESS"),
        ("What worries Orvia, Orvia’s minister said, is that Lorn may leave.", "ASSESS"),
        ("Velm has no intention of paying for “other people’s beetles”.", "REJECT"),
        ("The Front said it would stop shelling Halm the day the army left Orle.", "AGREE"),
        ("The union said it would call off the strike the day the firm rehired him.", "AGREE"),
        ("The Front said it would halt deliveries if Velm signed the pact.", "THREATEN"),
        ("The ministry said it would stop paying the subsidy if the mill closed.", "THREATEN"),
    ],
)
def test_what_kind_of_move_it_is(text: str, kind: str) -> None:
    assert one(text).kind is Kind(kind)
