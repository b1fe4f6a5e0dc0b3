"""Promises told as threats, threats told as plans, and whom a demand on nobody is for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.drafting import draft
from firstmove.drafting.acts.turned import kind_of
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report
from firstmove.statement import Kind

LEAD = "The Dockers' Union and Harbour Lines have been at odds since March. "


def wants(text: str, party: str) -> dict[str, str]:
    """What a side wants, in the words of the labels, with the basis."""
    conflict = draft(merge([read_report(open_text(LEAD + text, name="a.txt"))])).conflict
    labels = {o.id: f"<{o.label}>" for o in conflict.options}
    return {
        w.condition.text(lambda name: labels.get(name, name)): str(w.basis)
        for maker in conflict.decision_makers
        if maker.name == party
        for w in maker.wants
    }


def test_who_would_vote_against_it_threatens() -> None:
    told = "The Dockers' Union would vote against the contract unless Harbour Lines drops the rota."
    line = "<vote against the contract> unless <drop the rota>"
    assert wants(told, "Dockers' Union")[line] == "inferred"


def test_what_is_dropped_for_the_end_of_a_strike_is_offered() -> None:
    told = "The rota would be dropped if the union called off the strike, Harbour Lines said."
    found = wants(told, "Harbour Lines")
    assert found["<drop the rota> if <call off the strike>"] == "stated"
    assert found["<call off the strike>"] == "inferred"


def test_what_follows_a_refusal_is_a_plan() -> None:
    told = "The Dockers' Union said its members would refuse overtime and block the gate."
    assert "not <block the gate>" not in wants(told, "Dockers' Union")


@pytest.mark.parametrize(
    ("told", "want"),
    [
        ("Harbour Lines said nobody would be laid off.", "not <lay anybody off>"),
        ("None of the nine men would be rehired, Harbour Lines said.", "not <rehire the nine men>"),
        ("“We are not selling the tugs,” said Tom Arden of Harbour Lines.", "not <sell the tugs>"),
    ],
)
def test_what_is_not_done_is_not_wanted(told: str, want: str) -> None:
    assert wants(told, "Harbour Lines") == {want: "stated"}


@pytest.mark.parametrize(
    "told",
    [
        "“We are not asking for the moon,” said Tom Arden of Harbour Lines.",
        "“We are not afraid of a strike,” said Tom Arden of Harbour Lines.",
        "“I am not going to wait for a miracle,” said Tom Arden of Harbour Lines.",
        "Harbour Lines said nothing would be changed.",
    ],
)
def test_what_tells_no_act_is_no_want(told: str) -> None:
    assert not wants(told, "Harbour Lines")


DEALING = (
    "The union accused Harbour Lines of delay. "
    "The union called on Harbour Lines to reopen the canteen. "
)


def test_a_demand_on_nobody_is_on_whom_one_deals_with() -> None:
    demand = "The Dockers' Union demanded a pay rise of 5 percent."
    assert "<a pay rise of 5 percent>" in wants(DEALING + demand, "Dockers' Union")
    assert "<a pay rise of 5 percent>" not in wants(demand, "Dockers' Union")


def test_of_two_that_one_deals_with_neither_is_taken() -> None:
    other = "The union accused the port authority of haste. It asked the port authority to wait. "
    demand = "The Dockers' Union demanded a pay rise of 5 percent."
    assert "<a pay rise of 5 percent>" not in wants(DEALING + other + demand, "Dockers' Union")


def test_a_pay_claim_is_no_charge() -> None:
    told = "Harbour Lines rejected the pay claim."
    assert any("pay claim" in line for line in wants(told, "Harbour Lines"))


def test_do_that_is_the_act_told_before() -> None:
    told = (
        "The Dockers' Union asked Harbour Lines to publish the review. "
        "Tom Arden of Harbour Lines said he would do that."
    )
    assert wants(told, "Harbour Lines")["<publish the review>"] == "stated"


def test_what_lawmakers_are_asked_is_theirs() -> None:
    told = "The Dockers' Union urged lawmakers to pass the port bill."
    assert wants(told, "Dockers' Union") == {"<pass the port bill>": "stated"}
    assert wants(told, "lawmakers") == {"<pass the port bill>": "unknown"}


def test_residents_of_no_body_are_no_party() -> None:
    assert not wants("Harbour Lines urged people to stay calm.", "Harbour Lines")


def test_both_sides_are_the_two_that_deal_with_each_other() -> None:
    told = DEALING + (
        "Tom Arden of Harbour Lines accused the Dockers' Union of greed.\n\n"
        "President Samuel Terrell urged both sides to accept arbitration."
    )
    assert "<accept arbitration>" in wants(told, "Samuel Terrell")


@pytest.mark.parametrize(
    "told",
    [
        "“We apologize to all drivers,” said Tom Arden of Harbour Lines.",
        "Harbour Lines issued an apology on Monday for dismissing nine men.",
        "Tom Arden of Harbour Lines told reporters he'd spoken with the union.",
    ],
)
def test_what_is_done_is_no_plan(told: str) -> None:
    assert not wants(told, "Harbour Lines")


def test_what_another_is_told_to_be_about_to_do_is_not_asked_of_them() -> None:
    text = "Tom Arden met crews. Ann Clint told growers that he would close the port."
    (told,) = (s for s in read_report(open_text(text)).statements if s.acts)
    (act,) = told.acts
    misread = replace(told, kind=Kind.REQUEST)  # as the model may read a long sentence
    assert kind_of(misread, act, own=False) is Kind.ASSESS
    asked = replace(misread, cue=(replace(told.cue[0], quote="demanded"),))
    assert kind_of(asked, act, own=False) is Kind.REQUEST
