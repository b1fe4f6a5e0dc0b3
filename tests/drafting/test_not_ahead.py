"""What ordinary news is full of and nobody has in hand: done, imagined, or done by being said."""

from __future__ import annotations

import pytest

from firstmove.drafting import draft
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report

BESIDE = "Karvenia demands that Meloria open the lock. Meloria refused to open the lock."


def labels(told: str) -> list[str]:
    """The options of a report that tells this beside a dispute."""
    view = merge([read_report(open_text(f"The lock\n\n{BESIDE}\n\n{told}"))])
    made = draft(view)
    every = [*made.conflict.options, *(kept.option for kept in made.drawer)]
    return [option.label for option in every if "lock" not in option.label]


@pytest.mark.parametrize(
    "told",
    [
        "“We've come a long way,” Ula Brem, the foreign minister of Karvenia, said.",
        "Ula Brem, the foreign minister of Karvenia, said she did not send the letters.",
        "“If I saw such a bridge I wouldn't cross it,” Karvenia's minister Ula Brem said.",
        "Karvenia's minister Ula Brem offered a cautious prediction that reason would win.",
        "Karvenia's minister Ula Brem offered a sharp retort.",
        "“If Roe is not the nominee, lots of Liberals supporting Roe will not be interested in "
        "all but one of the other candidates,” Karvenia's minister Ula Brem said.",
        "“I would never have forgiven myself if I had refused,” Karvenia's minister Ula Brem said.",
        "“It is not going to happen any time soon,” Karvenia's minister Ula Brem warned.",
        "Karvenia's minister Ula Brem warned that such a ban would be unacceptable.",
        "Karvenia's minister Ula Brem said that the deal is a threat from Irvia, whose leaders "
        "have called for the dissolution of the state.",
        "Karvenia's minister Ula Brem said she would know in June whether she could end the row.",
        "“There is no way of vetting them,” Karvenia's minister Ula Brem said.",
        "Karvenia's minister Ula Brem said if Dan Roe wins, he would impose a dictatorship.",
        "Karvenia's minister Ula Brem defended herself against accusations of waste.",
        "Karvenia accused Meloria of placing the interests of its millers ahead of children.",
        "Karvenia rejected attacks from Meloria and other neighbours.",
        "Karvenia's minister Ula Brem said the numbers will be incontrovertible by May.",
        "“I would point out that I cast the right vote,” Karvenia's minister Ula Brem said.",
        "Karvenia's minister Ula Brem noted that one of Dan Roe's weaknesses is his refusal to "
        "discuss the ferry.",
        "Karvenia rebutted the accusation that leaflets about the tolls were misleading.",
        "Karvenia put a counter-proposal on the table that includes a toll.",
        "“I applaud the fishermen for their patience,” Karvenia's minister Ula Brem said.",
        "Karvenia's minister Ula Brem delivered a threat.",
        "“The leverage is going to shift to our side,” Karvenia's minister Ula Brem said.",
        "Karvenia's minister Ula Brem admitted taking money from the ferry line.",
        "Meloria asked if Karvenia backed the ferry line.",
        "Karvenia's officials warned that it would leave the town without bread.",
        "The Northgate Tribune reported that Meloria is likely to close the border.",
        "“I wouldn't underestimate their patience,” Karvenia's minister Ula Brem said.",
        "“We will fight on,” Karvenia's minister Ula Brem said.",
        "Meloria is expected to announce a decision on Monday.",
        "Karvenia's minister Ula Brem fessed up to sending letters to several outlets.",
        "“We will get a glimpse of what they want,” Karvenia's minister Ula Brem said.",
    ],
)
def test_no_option(told: str) -> None:
    assert labels(told) == []


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("Karvenia's minister Ula Brem said Karvenia would close the border.", "close the border"),
        ("“If Meloria opens it we will lift the ban,” Karvenia said.", "lift the ban"),
        ("Karvenia demanded that Meloria speak to the fishermen.", "speak to the fishermen"),
        ("Karvenia offered to pay a toll.", "pay a toll"),
        (
            "“Together, we will fight for that change,” Karvenia's minister Ula Brem said.",
            "fight for that change",
        ),
        ("Karvenia threatened a boycott of the fair.", "boycott"),
    ],
)
def test_option(told: str, label: str) -> None:
    assert any(label in one for one in labels(told)), labels(told)


def test_what_is_only_backed_is_not_accepted() -> None:
    assert "support the toll" in labels("Karvenia supports the toll.")


def test_who_proposes_a_thing_has_not_to_accept_it() -> None:
    assert not [label for label in labels("Karvenia proposed a toll.") if "accept" in label]


def test_who_is_warned_off_would_do_it() -> None:
    text = "The council warned Selve Ferries against closing the route."
    conflict = draft(merge([read_report(open_text(text))])).conflict
    (option,) = conflict.options
    owner = next(m.name for m in conflict.decision_makers if m.id == option.owner)
    assert (owner, option.label) == ("Selve Ferries", "close the route")
    council = next(m for m in conflict.decision_makers if m.name == "the council")
    assert [w.condition.text(lambda _: "close") for w in council.wants] == ["not close"]


def test_each_of_two_meets_the_other() -> None:
    text = "Tavia proposed talks with Ruun on Friday. Ruun refused to open the lock."
    conflict = draft(merge([read_report(open_text(text))])).conflict
    name = {maker.id: maker.name for maker in conflict.decision_makers}
    told = {(name[option.owner], option.label) for option in conflict.options}
    told.discard(("Ruun", "open the lock"))
    assert told == {("Tavia", "hold talks with Ruun"), ("Ruun", "hold talks with Tavia")}


def test_who_must_go_if_he_cannot() -> None:
    text = "Mike Huck said Speaker Paul Rand must resign if he can't stop the ferry."
    conflict = draft(merge([read_report(open_text(text))])).conflict
    name = {maker.id: maker.name for maker in conflict.decision_makers}
    assert {name[option.owner] for option in conflict.options} == {"Paul Rand"}
    huck = next(maker for maker in conflict.decision_makers if maker.name == "Mike Huck")
    assert len(huck.wants) == 1


def test_a_label_is_without_its_owner() -> None:
    text = (
        "Norland resisted Sudmark's aggressive overtures on trade. Sudmark called on Norland to go."
    )
    conflict = draft(merge([read_report(open_text(text))])).conflict
    assert any(option.label.startswith("aggressive overtures") for option in conflict.options)


def test_what_is_feared_of_an_act_is_no_act() -> None:
    told = (
        "Karvenia decided to trade captives despite concerns, even inside its own cabinet, that it "
        "might encourage others."
    )
    assert labels(told) == ["trade captives"]
