"""What is demanded in the bare form of a verb that a noun has as well."""

from __future__ import annotations

import pytest

from firstmove.statement import Act, Kind
from tests.reading.readers import on_the_ferry


def acts(sentence: str) -> list[tuple[Kind, Act]]:
    return [(s.kind, a) for s in on_the_ferry(sentence).statements for a in s.acts]


@pytest.mark.parametrize(
    ("sentence", "label", "who"),
    [
        ("Norland insists that Sudmark station observers on the bridge.",
         "station observers on the bridge", "Sudmark"),
        ("Norland demanded that Sudmark release prisoners by Friday.",
         "release prisoners", "Sudmark"),
        ("Norland insisted that Sudmark man the post.", "man the post", "Sudmark"),
        ("Norland proposed that Sudmark station police at the port.",
         "station police at the port", "Sudmark"),
        ("The union insists that the council fund repairs to the roof.",
         "fund repairs to the roof", "the council"),
        ("The union demands that the board review staff levels.",
         "review staff levels", "the board"),
    ],
)  # fmt: skip
def test_is_a_verb(sentence: str, label: str, who: str) -> None:
    ((kind, act),) = acts(sentence)
    assert (kind, act.label) == (Kind.REQUEST, label)
    assert act.actor is not None
    assert who in (act.actor.party, act.actor.name)


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm insists that state aid checks are fair.",
        "Norland insists that Sudmark water levels are too low.",
        "Norland insists that police station closures will save money.",
    ],
)
def test_a_noun_stays_one(sentence: str) -> None:
    assert not any(kind is Kind.REQUEST for kind, _ in acts(sentence))
