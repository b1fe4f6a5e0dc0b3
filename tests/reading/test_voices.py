"""Who can speak, whose a saying is, and whom it is aimed at, where it is easily mistaken."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import ActPlace, Kind, Modality, Statement


def statements(text: str) -> tuple[Statement, ...]:
    return read_report(open_text(text, name="test")).statements


def tellers(text: str) -> list[str]:
    return [s.speaker.span.quote if s.speaker else "" for s in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Roe plan, like any budget resolution, specifies levels of spending.",
        "The captain may lose his licence, but guidelines recommend slightly less.",
        "Judicial ethics require that a judge disqualify himself.",
        "The legislation gives victims' families the right to sue in court.",
        "The bill requires that every farm reports its water use.",
        "The treaty requires that both states open their files.",
        "The bill, which requires farms to report their water use, came late.",
        "The contract stipulates that wages rise by two per cent.",
        "The new rules demand that ships slow down.",
        "The strike signalled that the crews were tired.",
        "The disclosure indicated that the firm had known of the leak.",
        "Ann Roe's stance underlines how far the council has moved.",
        "The Velm parliament passed a bill last week allowing shops to open on Sundays.",
        "Residents were told by loudspeaker to leave the town.",
    ],
)
def test_norms_and_events_say_nothing(text: str) -> None:
    assert tellers(text) == []


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The report says that the dam is unsafe.", "The report"),
        ("The ruling says the ban was unlawful.", "The ruling"),
        ("The council, which gave the crews a week to leave, met on Monday.", "which"),
        ("It gave the crews a week to leave.", "It"),
        ("The treaty says that the river is open to all ships.", "The treaty"),
        ("The lawsuit claims that the firm hid the leak.", "The lawsuit"),
        ("The administration suggested that the levy would stay.", "The administration"),
        ("The delegation indicated that it was ready to sign.", "The delegation"),
        (
            "The parliament of Velm passed a resolution demanding that the army withdraw.",
            "The parliament of Velm",
        ),
    ],
)
def test_bodies_and_documents_do(text: str, teller: str) -> None:
    assert teller in tellers(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Karl Holm criticized president Jon Brandt for inviting Ann Roe to a talk.", "inviting"),
        ("The mayor will study the report before deciding whether to veto the bill.", "deciding"),
        ("Criticism of the mayor for rejecting the offer grew.", "Criticism of"),
        ("The plan was introduced by Ann Roe and considered in May.", "considered"),
    ],
)
def test_what_another_does_or_is_still_to_come_is_not_told(text: str, wrong: str) -> None:
    assert wrong not in [c.quote for s in statements(text) for c in s.cue]


def test_who_says_it_between_commas_is_not_named_before() -> None:
    text = (
        "Her comments, said Jon Ernst, the council press secretary, are “entirely consistent with "
        "what the mayor has already said.”"
    )
    assert "Her" not in tellers(text)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("As the Tarn Board's Ida Holm notes, it will cut pensions.", False),
        ("Ida Holm of the Tarn Board pointed out that it would close two schools.", False),
        ("Analyst Ida Holm of the Tarn Bank remarked that it would cut exports.", False),
        ("Rolf Brandt, a spokesman for the Tarn Company, explained that it would pay.", True),
        ("Ida Holm, head of the Tarn Board, promised it would publish the accounts.", True),
        ("The Tarn Company said it would raise the rates.", True),
    ],
)
def test_a_remark_of_fact_is_no_plan_of_the_body(text: str, own: bool) -> None:
    (statement,) = statements(text)
    assert statement.speaker is not None
    acts = [a for a in statement.acts if a.place is ActPlace.CONTENT]
    assert any(a.actor == statement.speaker for a in acts) is own


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ann Roe closed the pool. “She broke her word,” Olaf Brandt said.", "Ann Roe"),
        ("Ann Roe and Ida Holm closed the pool. “She broke her word,” Olaf Brandt said.", ""),
        ("Karl Holm met the envoy Jon Roe. “He must resign,” Ida Brandt said.", ""),
        ("Karl Holm raised the levy. “He must resign,” Ida Brandt said.", "Karl Holm"),
        ("Karl Holm raised the levy. Union leader Jon Brandt said he must resign.", ""),
        (
            "Karl Holm met Jon Roe. “If the envoy knows it, he should say so,” Ida Holt said.",
            "the envoy",
        ),
        ("Karl Holm met Jon Roe. “If the firm wants it, he should pay,” Ida Holt said.", ""),
    ],
)
def test_he_is_a_target_only_where_one_fits(text: str, name: str) -> None:
    last = statements(text)[-1]
    assert (last.target.name if last.target else "") == name
    assert all(a.actor is None or a.actor.name in ("", name) for a in last.acts)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Karl Holm rejected claims that he broke the law by a deal with the Water Party.", ""),
        ("Oske agreed to hold talks on the river with Tarn.", "Tarn"),
        ("Oske condemned the attack that was carried out by Tarn.", "Tarn"),
    ],
)
def test_a_target_is_of_the_act_told(text: str, target: str) -> None:
    (statement,) = statements(text)
    assert (statement.target.name if statement.target else "") == target


def test_a_promise_of_anothers_act_is_a_prediction() -> None:
    (statement,) = statements("Karl Holm promised that Oske would pay for the wall.")
    assert statement.kind is Kind.ASSESS


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The House approved the Roe budget plan on March 29 by a vote of 228 to 191.", True),
        ("The Roe budget plan was approved in March by the House Budget Committee.", True),
        ("In 2008 the minister proposed to tax the mines.", True),
        ("The council approved the plan on Monday.", False),
        ("Since 2009 the union has demanded a rise.", False),
    ],
)
def test_what_was_done_long_ago_is_looked_back_on(text: str, past: bool) -> None:
    (statement,) = statements(f"2012-08-14\n\nThe news of the day\n\n{text}\n")
    assert (statement.modality is Modality.HISTORICAL) is past


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("Florida GOP Gov. Rick Holm", "Republican Party"),
        ("Ohio Democratic Sen. Ann Roe", "Democratic Party"),
        ("House GOP leader Rick Holm", "Republican Party"),
        ("Sen. Ann Roe (R-Fla.)", "Republican Party"),
        ("Florida Gov. Rick Holm", ""),
    ],
)
def test_the_side_is_the_party_without_its_place(who: str, side: str) -> None:
    (statement,) = statements(f"{who} said the tunnel would close.")
    assert statement.speaker is not None
    assert statement.speaker.party == side


def test_a_president_is_not_the_daughter_told_by_her_full_name() -> None:
    text = (
        "Sasha Obama came late. The staffer criticized her. President Obama said he would stay. "
        "The president said it was late."
    )
    names = [s.speaker.name for s in statements(text) if s.speaker]
    assert "Sasha Obama" not in names
