"""One government under its several names, two that stay apart, and short names of bodies."""

from __future__ import annotations

import pytest

from firstmove.drafting.acts.short_names import longer_names
from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report


def sides(*texts: str) -> Sides:
    return Sides(merge([read_report(open_text(t, name=f"{n}.txt")) for n, t in enumerate(texts)]))


ONE = (
    "The government would cut the grant for ferries, Finance Minister Odo Brask said on Monday. "
    "The Pilots' Guild rejected the cut. Mr Brask said that the guild would be heard.",
    "The prime minister, Ada Corr, said that the cut was dead. The transport ministry asked the "
    "Pilots' Guild to end its strike. Ms Corr accused the guild of greed.",
)


@pytest.mark.parametrize(
    "name",
    [
        "the government",
        "the cabinet",
        "the ministry",
        "the transport ministry",
        "Finance Ministry",
        "the finance minister",
        "the prime minister",
        "Odo Brask",
        "Ada Corr",
        "the Corr government",
        "a government spokesman",
    ],
)
def test_in_a_case_of_one_state_all_of_it_is_the_government(name: str) -> None:
    assert sides(*ONE).of("", name) == "the government"


@pytest.mark.parametrize(
    "name",
    [
        "the Pilots' Guild",
        "the opposition",
        "the shadow finance minister",
        "the former prime minister",
        "the student government",
        "the youth minister of the church",
        "the president",
        "the ministry's critics",
        "the Pilots' Guild government",
    ],
)
def test_what_is_no_government_is_not_joined_to_it(name: str) -> None:
    assert sides(*ONE).of("", name) != "the government"


def test_a_party_in_the_plural_is_no_second_state() -> None:
    told = sides(*ONE, "The Greens rejected the cut. The Greens' leader, Una Fell, said so.")
    assert told.of("", "the transport ministry") == "the government"


def test_whose_office_it_is_speaks_for_the_side() -> None:
    told = sides(
        "Tolmark's finance minister, Odo Brask, rejected the loan. Norland had offered it.",
        "Odo Brask would wait, his office said. Norland was ready to talk.",
    )
    assert {told.of("", n) for n in ("Odo Brask's office", "Odo Brask's government")} == {"Tolmark"}


def test_the_president_is_the_one_of_that_office_in_all_reports() -> None:
    told = sides(
        "Sarnland asked Tolmark to wait. President Odo Brask of Tolmark rejected this.",
        "The farmers asked the president to open the gates. The Reed Union's president is ill.",
    )
    assert told.of("", "the president") == told.of("", "Odo Brask")


def test_the_government_of_a_case_with_a_mediator_is_the_one_whose_a_report_tells() -> None:
    told = sides(
        "HALM, Tolmark (Coastwire) - The government of Tolmark offered the Reed Front a truce. "
        "Tolmark is tired.\n\nThe army denied the raid. The Reed Front refused.",
        "Sarnland, whose foreign minister, Una Fell, leads the talks, asked Tolmark and the "
        "Reed Front to wait. The Reed Front demanded that the government open the road. "
        "Sarnland's envoy said that the army was near.",
    )
    assert {told.of("", n) for n in ("the government", "the army", "Tolmark")} == {"Tolmark"}


@pytest.mark.parametrize(
    "more",
    [
        "President Ada Corr of Sarnland agreed to wait.",
        "Una Fell, the president of the Reed Farmers' Union, agreed to wait.",
    ],
)
def test_of_two_presidents_none_is_the_president(more: str) -> None:
    told = sides(
        "Sarnland asked Tolmark to wait. President Odo Brask of Tolmark rejected this.",
        f"The farmers asked the president to open the gates. {more}",
    )
    assert told.of("", "the president") not in ("Tolmark", "Odo Brask")


def test_the_front_is_the_one_body_whose_name_ends_so() -> None:
    told = sides(
        "The Delta Salvation Front asked Tolmark to wait. Tolmark's government refused. "
        "Tolmark asked the Delta Salvation Front to hand over the ships."
    )
    assert told.of("", "the Front") == "Delta Salvation Front"
    assert told.several("the Front and Tolmark") == ("Delta Salvation Front", "Tolmark")
    assert told.each("each side")


@pytest.mark.parametrize(
    "second",
    [
        "Tolmark's government asked Sarn's government to wait. Sarn's foreign minister refused.",
        "The two countries have quarrelled over the cut for a year.",
        "The regional government said that it would pay for the ferries.",
        "The new government would not pay, and the previous government had.",
        "Officials of neighbouring Sarn said that they would wait.",
    ],
)
def test_where_there_are_two_governments_nothing_is_joined(second: str) -> None:
    told = sides(ONE[0], second)
    assert told.of("", "the transport ministry") != told.of("", "the government")


def test_the_government_of_the_one_land_told_of_bears_its_name() -> None:
    told = sides(
        "Tolmark's finance ministry offered farmers a loan. Tolmark would pay in May, its finance "
        "minister, Odo Brask, said. The Reed Farmers' Union rejected the loan."
    )
    assert {told.of("", n) for n in ("the government", "the cabinet", "Odo Brask")} == {"Tolmark"}


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Sarnland, whose trade minister, Martin Brask, was in the chair, is silent.", "Sarnland"),
        ("Sarnland's trade minister, Martin Brask, arrived on Sunday.", "Sarnland"),
        ("Martin Brask, Sarnland's trade minister, arrived on Sunday.", "Sarnland"),
        ("Martin Brask, the trade minister of Sarnland, arrived on Sunday.", "Sarnland"),
        ("Sarnland's former trade minister, Martin Brask, arrived on Sunday.", ""),
        ("Sarnland's rival, Martin Brask, arrived on Sunday.", ""),
        ("Sarnland's minister met Martin Brask on Sunday.", ""),
        ("Sarnland's minister, Martin Brask, met Tolmark's minister, Martin Brask.", ""),
    ],
)
def test_who_holds_an_office_by_another_report_is_of_that_side(told: str, side: str) -> None:
    told_of = sides(
        "Sarnland asked Tolmark to wait. Tolmark's government rejected this. " + told,
        "Martin Brask said on Friday that the talks would go on. He was tired, he said.",
    )
    assert told_of.of("", "Martin Brask") == (side or "Martin Brask")


@pytest.mark.parametrize(
    ("parties", "text", "full"),
    [
        (["Guard", "Fen Guard"], "The Fen Guard left. The Guard said so.", "Fen Guard"),
        (["Hearth", "Hearth Party"], "Hearth voted against it.", "Hearth Party"),
        (["Concord", "National Concord"], "The leader of Concord left.", "National Concord"),
        (["Brask", "Odo Brask"], "Brask left.", "Odo Brask"),
        (["Guard", "Fen Guard", "Coast Guard"], "The Guard left.", ""),
        (["Tolm", "North Tolm"], "Tolm left.", ""),
        (["Sudan", "South Sudan"], "Sudan left.", ""),
        (["Reed", "Reed Party"], "The mayor of Reed left.", ""),
        (["Reed", "Reed Council"], "Reed left.", ""),
        (["Democrats", "Christian Democrats"], "The Democrats left.", ""),
        (["Parliament", "Tolm Parliament"], "Parliament rose.", ""),
    ],
)
def test_a_short_name_is_the_one_longer_name_that_has_it(
    parties: list[str], text: str, full: str
) -> None:
    assert longer_names(parties, [text]).get(parties[0].lower(), "") == full


def test_those_who_work_in_a_trade_are_their_association() -> None:
    told = sides(
        "FISHERMEN in Reed say they will block the port. The Reed Fishermen's Association asked "
        "for a meeting. The harbour board rejected the demand."
    )
    assert told.of("", "the fishermen") == "Reed Fishermen's Association"


@pytest.mark.parametrize(
    ("asker", "side"),
    [
        ("Norway's envoy, Ingrid Dahl,", "the government"),
        ("Norway's Ingrid Dahl", "the government"),
        ("Norwegian mediators", "the government"),
        ("Norway's opposition leader, Ingrid Dahl,", "Norway"),
        ("Norway's ombudsman", "Norway"),
    ],
)
def test_an_envoy_asks_another_government_than_its_own(asker: str, side: str) -> None:
    text = f"{asker} urged the government to free the rebels. The rebels will wait."
    view = merge([read_report(open_text(text, name="report.txt"))])
    asked = view.statements[0].target
    assert asked is not None
    assert Sides(view).of(asked.party, asked.name) == side


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("Norway's main opposition leader", "Norway's opposition"),
        ("The leader of Norway's opposition", "Norway's opposition"),
        ("Norway's opposition", "Norway's opposition"),
        ("The opposition leader", "the opposition"),
        ("Norway's prime minister", "Norway"),
    ],
)
def test_the_opposition_of_a_country_is_another_side(speaker: str, side: str) -> None:
    said = f"{speaker} said the vote would be held in Norway."
    view = merge([read_report(open_text(said, name="report.txt"))])
    told = view.statements[0].speaker
    assert told is not None
    assert Sides(view).of(told.party, told.name) == side


BOTH = "Norland demanded that Sudmark open the road. Sudmark rejected the demand."
OF_PELL = "The government in Pell said that it would lower the toll if Sudmark opened the road."


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("PELL, Norland (Coast Wire) - Norland raised the toll on Monday.", "Norland"),
        ("The two met in Pell, the capital of Norland.", "Norland"),
        ("Norland's capital, Pell, was quiet.", "Norland"),
        # a town, of which more than a government is told
        ("PELL, Norland (Coast Wire) - The mayor of Pell resigned on Monday.", "Pell"),
        ("PELL, Norland (Coast Wire) - Pell's council met on Monday.", "Pell"),
        # of which of the two nothing tells
        ("The two met in Pell.", "Pell"),
        ("Norland and Sudmark would send envoys, the foreign ministry in Pell said.", "Pell"),
        ("PELL, Norland to meet on Monday\n\nThey agreed on it in May.", "Pell"),
    ],
)
def test_a_town_that_a_government_is_told_to_sit_in_is_that_state(told: str, side: str) -> None:
    assert sides(f"{told}\n\n{BOTH}", OF_PELL).of("Pell", "Pell") == side


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Norland", "The government in Norland said that Sudmark would pay. Sudmark refused to."),
        ("NATO", "NATO, Norland (Wire) - NATO urged Norland to wait. Norland rejected this."),
        ("UFW", "UFW, Norland (Wire) - The UFW urged Norland to pay. Norland rejected this."),
        ("Pell", "PELL, Norland (Wire) - Pell urged Norland to pay. Norland rejected this."),
    ],
)
def test_whoever_deals_with_a_state_is_not_its_government(name: str, text: str) -> None:
    assert sides(text).of(name, name) == name


def test_a_town_of_two_states_is_neither() -> None:
    other = "PELL, Sudmark (Coast Wire) - Sudmark shut the road."
    first = "PELL, Norland (Coast Wire) - Norland raised the toll on Monday."
    assert sides(f"{first}\n\n{BOTH}", f"{other}\n\n{OF_PELL}").of("Pell", "Pell") == "Pell"
