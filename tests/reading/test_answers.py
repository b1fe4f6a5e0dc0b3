"""Answers in few words: what was asked or offered before, and whose act it is."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ActPlace, Kind, Stance

ASKED = "The Hale town council asked Kell Brewery to reopen the footbridge. "
Told = tuple[str, str, str, str]  # who answers, for or against, what, whose act it is


def answers_of(text: str, *who: str) -> list[Told]:
    """The positions of those who answer."""
    return sorted(
        (
            s.speaker.party or s.speaker.name,
            str(a.stance or ""),
            a.label,
            (a.actor.party or a.actor.name) if a.actor else "",
        )
        for s in read_report(open_text(text)).statements
        if s.speaker is not None and s.kind in (Kind.AGREE, Kind.REJECT)
        for a in s.acts
        if a.place is ActPlace.CONTENT and (s.speaker.party or s.speaker.name) in who
    )


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("The brewery refused.", "against"),
        ("It refused.", "against"),
        ("The brewery has so far refused to.", "against"),
        ("The brewery refuses to do so.", "against"),
        ("The brewery said no.", "against"),
        ("The brewery said that it would not.", "against"),
        ("The brewery turned the request down.", "against"),
        ("The request was rejected by the brewery.", "against"),
        ("The brewery voted to reject the council's request.", "against"),
        ("“No,” said Ada Lund, the director of Kell Brewery.", "against"),
        ("The brewery will not accept the request, its director, Ada Lund, said.", "against"),
        ("“That will not happen,” said Ada Lund, the director of Kell Brewery.", "against"),
        ("The brewery said the idea was out of the question.", "against"),
        ("The brewery refused to comply.", "against"),
        ("The brewery is not prepared to accept it, its director, Ada Lund, said.", "against"),
        ("The brewery agreed.", "for"),
        ("The brewery has agreed to do so.", "for"),
        ("The brewery gave in on Friday.", "for"),
        ("The brewery bowed to the demand.", "for"),
        ("The brewery said it would.", "for"),
        ("The brewery will comply.", "for"),
    ],
)
def test_what_was_asked_is_an_act_of_who_was_asked(answer: str, stance: str) -> None:
    found = answers_of(ASKED + answer, "Kell Brewery")
    assert found == [("Kell Brewery", stance, "reopen the footbridge", "Kell Brewery")]


@pytest.mark.parametrize(
    "answer",
    [
        "The brewery refused to comment.",
        "The brewery did not refuse.",
        "The brewery has not accepted the request.",
        "The brewery neither accepted nor rejected it.",
        "The brewery said it would consider it.",
        "The brewery may accept the request.",
        "The brewery has yet to agree.",
        "The brewery complied.",
        "Ada Lund, the director of Kell Brewery, said that was unlikely to happen.",
        "If the brewery refuses, the town will sue.",
        "It is not known whether the brewery will accept.",
        "The brewery denied that it had refused.",
        "Two years ago the brewery refused.",
        "The brewery agreed with the council that it is a pity.",
        "Did the brewery refuse?",
        "The council also asked Orm Steel for money. The brewery turned the offer down.",
        "Orm Steel offered to pay for the work. The brewery refused.",
    ],
)
def test_what_is_no_answer_or_to_nobody_knows_what(answer: str) -> None:
    assert not answers_of(ASKED + answer, "Kell Brewery", "the brewery")


def test_an_offer_stays_of_who_makes_it() -> None:
    offer = (
        "Norland offered to send forty doctors. Varda turned the offer down; Keshia accepted it."
    )
    assert answers_of(offer, "Varda", "Keshia") == [
        ("Keshia", "for", "send forty doctors", "Norland"),
        ("Varda", "against", "send forty doctors", "Norland"),
    ]


def test_who_refuses_an_offer_at_a_price_refuses_the_price() -> None:
    offer = "Norland offered to free the crew if Varda paid for the buoys. Varda refused."
    assert answers_of(offer, "Varda") == [("Varda", "against", "pay for the buoys", "Varda")]


def test_who_refuses_not_to_act_would_act() -> None:
    asked = "The Hale town council asked Kell Brewery not to sell the footbridge. It refused."
    assert answers_of(asked, "Kell Brewery") == [
        ("Kell Brewery", "for", "sell the footbridge", "Kell Brewery")
    ]


def test_two_who_are_asked_answer_each() -> None:
    asked = "The League of Isles urged Norland and Varda to leave the ridge. "
    assert [t[:2] for t in answers_of(asked + "Both refused.", "Norland", "Varda")] == [
        ("Norland", "against"),
        ("Varda", "against"),
    ]
    apart = answers_of(asked + "Norland agreed. Varda refused.", "Norland", "Varda")
    assert [t[:2] for t in apart] == [("Norland", "for"), ("Varda", "against")]


def test_all_that_one_asks_is_answered_at_once() -> None:
    asked = (
        "The Hale town council urged Kell Brewery to cut its prices and to reopen the footbridge. "
    )
    assert len(answers_of(asked + "The brewery refused.", "Kell Brewery")) == 2


def test_two_who_ask_at_once_leave_it_open() -> None:
    asked = "Norland asked Varda to free the crew, and Keshia asked Varda to lift the toll. "
    assert not answers_of(asked + "Varda refused.", "Varda")


def test_the_last_request_counts_be_it_an_aside() -> None:
    asked = ASKED + "Asked by the Anglers' Club to lower its fence, the brewery said no."
    assert answers_of(asked, "Kell Brewery") == [
        ("Kell Brewery", "against", "lower its fence", "Kell Brewery")
    ]


def test_what_is_answered_on_a_condition_keeps_it() -> None:
    told = "The brewery said it would agree to that if the council paid for the work."
    statements = read_report(open_text(ASKED + told)).statements
    found = next(s for s in statements if s.kind is Kind.AGREE)
    assert found.condition is not None
    assert [a.label for a in found.acts][:1] == ["reopen the footbridge"]


def test_who_was_not_asked_answers_nothing() -> None:
    assert not answers_of(ASKED + "Orm Steel refused.", "Orm Steel", "Kell Brewery")


def test_it_is_looked_for_no_further_than_the_paragraph_before() -> None:
    assert answers_of(ASKED + "\n\nThe brewery refused.", "Kell Brewery")
    between = "\n\nThe bridge is old.\n\nIt has been shut since May.\n\n"
    assert not answers_of(ASKED + between + "Kell Brewery refused.", "Kell Brewery")


def test_the_answer_is_told_in_its_own_words_and_in_those_of_the_request() -> None:
    statements = read_report(open_text(ASKED + "The brewery has refused.")).statements
    found = next(s for s in statements if s.kind is Kind.REJECT)
    assert [c.quote for c in found.cue] == ["has refused"]
    assert found.quote == "reopen the footbridge"
    assert found.target is not None
    assert found.target.name == "the Hale town council"
    assert [a.stance for a in found.acts] == [Stance.AGAINST]
    assert len({s.id for s in statements}) == len(statements)


def test_what_one_side_says_of_another_is_not_its_answer() -> None:
    told = ASKED + "Norland's envoy, Ivo Sand, said that the brewery had refused."
    assert not answers_of(told, "Kell Brewery", "Norland")


def test_two_answers_parted_by_a_semicolon_are_of_each() -> None:
    asked = "The League of Isles asked Norland and Varda to leave the ridge. "
    found = answers_of(asked + "Norland agreed; Varda refused.", "Norland", "Varda")
    assert [t[:2] for t in found] == [("Norland", "for"), ("Varda", "against")]
    told = read_report(open_text("The ministry agreed; the union refused to wait.")).statements
    assert [s.speaker.span.quote for s in told if s.speaker] == ["the union"]


@pytest.mark.parametrize(
    ("answer", "stance", "whose"),
    [
        ("The Harbour Party refused.", "against", "Harbour Party"),
        ("The Harbour Party rejected the demand.", "against", ""),
        ("The Harbour Party agreed.", "for", ""),
    ],
)
def test_what_is_asked_of_nobody_told_is_of_who_refuses_it(
    answer: str, stance: str, whose: str
) -> None:
    asked = "The Isles Party demanded a ban on night flights. "
    ((_, found, _, actor),) = answers_of(asked + answer, "Harbour Party")
    assert (found, actor) == (stance, whose)


def test_what_else_is_said_stays_and_is_turned_by_no_answer() -> None:
    told = "The brewery said that it would sue the council and would not accept the request."
    found = answers_of(ASKED + told, "Kell Brewery")
    assert [t[1:3] for t in found] == [
        ("against", "reopen the footbridge"),
        ("for", "sue the council"),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "a request that the brewery refused",
        "a demand the brewery has rejected",
        "a call that the brewery turned down",
    ],
)
def test_an_answer_told_beside_the_request(aside: str) -> None:
    text = f"The Hale town council asked Kell Brewery to reopen the footbridge, {aside}."
    wanted = ("Kell Brewery", "against", "reopen the footbridge", "Kell Brewery")
    assert answers_of(text, "Kell Brewery", "Hale town council") == [wanted]


def test_a_demand_on_another_stays_an_act_of_that() -> None:
    text = "Norway wants Peru to reopen the pass, a demand Chile has rejected."
    assert answers_of(text, "Peru", "Chile") == [("Chile", "against", "reopen the pass", "Peru")]


def test_a_truce_called_for_and_rejected_beside_it() -> None:
    text = "The government called for a truce, a demand that the rebels have rejected."
    assert [told[:3] for told in answers_of(text, "the rebels")] == [
        ("the rebels", "against", "a truce")
    ]


@pytest.mark.parametrize("offered", ["offered to free the crew", "said it would free the crew"])
def test_what_somebody_said_it_would_do_is_called_an_offer(offered: str) -> None:
    text = f"Peru {offered}. Chile dismissed the offer as a trick."
    assert answers_of(text, "Chile") == [("Chile", "against", "free the crew", "Peru")]


def test_who_rejects_the_condition_will_not_meet_it() -> None:
    text = (
        "The army said it would stop its raids only after the rebels had pulled back. "
        "The rebels rejected the condition."
    )
    assert answers_of(text, "the rebels") == [("the rebels", "against", "pull back", "the rebels")]
