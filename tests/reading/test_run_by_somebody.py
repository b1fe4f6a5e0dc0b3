"""What stops, resumes or ends is told like what is stopped, resumed or ended."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Act


def acts(text: str) -> list[Act]:
    return [a for s in read_report(open_text(text)).statements for a in s.acts]


@pytest.mark.parametrize(
    ("text", "label", "doer"),
    [
        ("Orland said payments would resume as soon as Tarn paid.", "resume payments", "Orland"),
        ("The sanctions would end once Tarn left, Orland said.", "end the sanctions", "Orland"),
        (
            "Deliveries of gas would stop on Friday unless Tarn paid, Orland said.",
            "stop deliveries of gas",
            "Orland",
        ),
    ],
)  # fmt: skip
def test_who_says_that_it_will_stop_will_stop_it(text: str, label: str, doer: str) -> None:
    act = acts(text)[0]
    assert act.label.lower() == label
    assert act.actor is not None
    assert act.actor.name == doer


def test_in_a_condition_it_is_nobodys_act() -> None:
    (given,) = [a for a in acts("Orland will pay if the blockade ends, it said.") if not a.actor]
    assert given.label == "end the blockade"


@pytest.mark.parametrize(
    "text",
    [
        "The rain would stop on Friday, Orland said.",
        "Prices would begin to fall, Orland said.",
        "The strike ended on Monday, Orland said.",
        "Rains will continue until May, the minister said.",
    ],
)
def test_weather_prices_and_what_is_over_are_nobodys(text: str) -> None:
    assert not [a for a in acts(text) if a.actor and a.actor.name]
