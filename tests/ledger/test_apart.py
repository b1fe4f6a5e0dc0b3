"""What keeps two statements apart that sound alike, and what one person answers to one question."""

from __future__ import annotations

import pytest

from firstmove.ledger import merge
from firstmove.ledger.comparing.alternates import alternates
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.roles import roles_turned
from firstmove.ledger.words import negated, words
from firstmove.statement import ConditionKind, Kind
from tests.ledger.making import Paper


def told(words: str, source: str, kind: Kind = Kind.STATE) -> Paper:
    return Paper(f"Elin Strand said {words}. {source}.", source).says(
        words, speaker="Elin Strand", party="Port", kind=kind
    )


def entries(*papers: Paper) -> int:
    return len(merge([paper.reading for paper in papers]).entries)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it had searched the tug", "it had been searched by the tug"),
        ("the crews would ask the board for help", "the board would ask the crews for help"),
        ("the harbour police detained the pilots", "the pilots detained the harbour police"),
    ],
)
def test_who_does_it_to_whom(one: str, other: str) -> None:
    assert roles_turned(words(one), words(other))
    assert roles_turned(words(other), words(one))
    assert entries(told(one, "One"), told(other, "Two")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the navy had searched the tug", "the tug had been searched by the navy"),
        ("the board would lift the ban on Monday", "the ban would be lifted on Monday"),
        ("the strike would end soon", "the strike would be ended soon"),
    ],
)
def test_active_and_passive_are_one_thing(one: str, other: str) -> None:
    assert not roles_turned(words(one), words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the ferry would be searched on Saturday", "the ferry had been searched on Saturday"),
        ("the crane had run on Sunday", "the crane would run on Sunday"),
        ("the crews would get their wages back", "the crews would get a bed for the night"),
        ("the port would take on sixty more pilots", "the port would give crews sixty crowns"),
        ("our tug was rammed in its own berth", "his tugs had been towed and sold in their berth"),
    ],
)
def test_alike_and_two(one: str, other: str) -> None:
    assert entries(told(one, "One"), told(other, "Two")) == 2


def test_a_word_that_may_stand_for_another_is_no_other_thing() -> None:
    assert alternates("truce", "ceasefire")
    assert alternates("ceasefires", "truces")
    assert not alternates("orchard", "vineyard")
    assert (
        other_filler(words("the truce had broken down"), words("the ceasefire had broken down"))
        is None
    )
    filler = other_filler(words("the orchard was flooded"), words("the vineyard was flooded"))
    assert filler is not None
    assert filler.words == "orchard / vineyard"


def test_one_answer_of_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firstmove.ledger.comparing.one_look.log_odds", lambda a, b: 0.0)
    one, two = "the act was unconstitutional", "the law violated the constitution"
    assert entries(told(one, "One"), told(two, "Two")) == 1
    # With another answer that is as near in the report nobody can tell which is meant.
    both = Paper(f"Elin Strand said {two}. Elin Strand said the bill breached the charter.", "Two")
    both.says(two, speaker="Elin Strand", party="Port")
    both.says("the bill breached the charter", speaker="Elin Strand", party="Port")
    assert entries(told(one, "One"), both) == 3


def test_what_denies_nothing() -> None:
    assert negated(("no", "job", "would", "be", "lost"))
    assert not negated(("no", "we", "stay"))
    assert not negated(("no", "more", "than", "ten"))
    assert not negated(("no",))


def test_shut_until_and_not_open_before_are_one_position() -> None:
    papers = []
    for words_, clause, kind, source in (
        (
            "the pier stays shut until the crane is repaired",
            "until the crane is repaired",
            ConditionKind.UNTIL,
            "One",
        ),
        (
            "the pier would not open before the crane was repaired",
            "before the crane was repaired",
            ConditionKind.UNTIL,
            "Two",
        ),
    ):
        papers.append(
            Paper(f"Elin Strand said {words_}. {source}.", source).says(
                words_,
                speaker="Elin Strand",
                party="Port",
                kind=Kind.REJECT,
                condition=clause,
                condition_kind=kind,
            )
        )
    assert entries(*papers) == 1
