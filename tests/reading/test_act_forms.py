"""Acts in the forms that news gives them: letting, readiness, passives, pronouns; no acts."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.statement import Act, ActPlace

LEAD = "Talks on the ferry line between Norland and Sudmark go on.\n\n"


def acts(sentence: str, place: ActPlace = ActPlace.CONTENT) -> dict[str, Act]:
    reading = read_report(open_text(LEAD + sentence + "\n", name="test.txt"))
    return {a.label: a for s in reading.statements for a in s.acts if a.place is place}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Norland called for the trains to be let through.", "let the trains through"),
        ("Norland said it stood ready to examine the accounts.", "examine the accounts"),
        ("Norland said that it would pull its troops out of Kell.", "pull its troops out of Kell"),
        ("Norland said it would take part in the talks on quotas.", "take part in the talks"),
        (
            "Norland demanded that Sudmark put the plan on hold.",
            "put the plan on hold",
        ),
        ("Norland urged Sudmark to call elections.", "call elections"),
        ("Norland offered a no-strike deal.", "a no-strike deal"),
    ],
)
def test_the_label_has_what_tells_the_act(sentence: str, label: str) -> None:
    assert label in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland welcomed the announcement.",
        "Norland refused to take sides.",
        "“We have a contract,” Norland’s Premier Ada Brand said.",
        "Norland said it was following the matter.",
        "Norland asked Sudmark for two more months to move its office.",
    ],
)
def test_what_is_no_act(sentence: str) -> None:
    assert not acts(sentence)


def test_two_conditions_of_one_promise() -> None:
    sentence = (
        "Norland will lay down its arms if Sudmark grants the north a parliament and frees 120 "
        "prisoners, Norland said."
    )
    assert "free 120 prisoners" not in acts(sentence)
    found = acts(sentence, ActPlace.CONDITION)
    assert {a.actor.party for a in found.values() if a.actor} == {"Sudmark"}
    assert len(found) == 2


def test_no_one_will_do_it_is_negated() -> None:
    (act,) = acts("Norland promised that no road would be blocked.").values()
    assert act.negated


def test_them_is_what_was_closed() -> None:
    found = acts("Norland closed the gates and will reopen them if Sudmark pays, Norland said.")
    assert "reopen the gates" in found
    assert "close the gates" not in found


def test_what_is_exchanged_for_it() -> None:
    sentence = "Norland said it was willing to free the pilot in return for the guards’ bodies."
    assert any("bodies" in label for label in acts(sentence, ActPlace.CONDITION))


def test_a_delay_and_a_hearing_are_two() -> None:
    assert len(acts("Norland demanded a delay of two years and a public hearing.")) == 2


def test_an_end_to_a_thing_is_not_the_thing() -> None:
    (label,) = acts("Norland urged an end to the shelling of the coast.")
    assert label.startswith("an end to")
