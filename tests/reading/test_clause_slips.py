"""Conditions that the parse hides: an aside in them, a conjunction taken for a preposition, and
what is granted and then taken back in part."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.reading.condition_clauses.clauses import clauses_in
from firstmove.statement import ConditionKind, Kind
from tests.reading.readers import page_of, who_what

IF, ONLY_IF, UNLESS = ConditionKind.IF, ConditionKind.ONLY_IF, ConditionKind.UNLESS
UNTIL = ConditionKind.UNTIL


def found(text: str) -> list[tuple[ConditionKind, str]]:
    page = page_of(text)
    return [
        (clause.kind, text[clause.words[0].idx : clause.words[-1].idx + len(clause.words[-1])])
        for sentence in page.sentences
        for clause in clauses_in(page, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        (
            "Velm is prepared to return the boats, but not while Oske's drones cross the strait, "
            "its envoy said.",
            UNLESS,
            "not while Oske's drones cross the strait",
        ),
        (
            "Norland will close the port should Sudmark raise the toll.",
            IF,
            "should Sudmark raise the toll",
        ),
        (
            "Norland asked Sudmark to leave. Otherwise, it would close the port, it said.",
            IF,
            "Otherwise",
        ),
        (
            "The bakers would end their boycott, but not before the Mill Board lifts the levy, "
            "their leader said.",
            ONLY_IF,
            "not before the Mill Board lifts the levy",
        ),
        (
            "The tram firm would run the line, but not until the drivers returned to work, "
            "its director said.",
            ONLY_IF,
            "not until the drivers returned to work",
        ),
        ("We will pay when the boats leave, and not before, he said.", ONLY_IF,
         "when the boats leave"),
        (
            "The prime minister is prepared to exempt farms as long as the league, in return, "
            "backs the tax next week, an aide said.",
            ONLY_IF,
            "as long as the league, in return, backs the tax next week",
        ),
        (
            "“Velm has to free the crew before we open the lock,” Oske's envoy said.",
            ONLY_IF,
            "Velm has to free the crew",
        ),
        (
            "Italy would extend the deadline to July, its minister said, provided the skippers "
            "handed in their logs.",
            ONLY_IF,
            "provided the skippers handed in their logs",
        ),
        (
            "The mill said it would end the lockout, provided the union, which represents 90 "
            "bakers, suspended its strike.",
            ONLY_IF,
            "provided the union, which represents 90 bakers, suspended its strike",
        ),
        (
            "The guild will lift its ban if the council, as it promised in June, scraps the toll, "
            "its chairman said.",
            IF,
            "if the council, as it promised in June, scraps the toll",
        ),
        ("Velm ruled out lifting the levy before Oske ended its subsidies.", UNTIL,
         "before Oske ended its subsidies"),
        ("Velm has no intention of signing the pact before Oske frees the crew.", UNTIL,
         "before Oske frees the crew"),
        ("“We cannot agree to debate any bill before the levies are ended,” he said.", UNTIL,
         "before the levies are ended"),
        ("Velm will open the market as soon as the levies are gone, its minister said.", IF,
         "as soon as the levies are gone"),
        ("Without it, the parish council said, it would not run the school.", UNLESS,
         "Without it"),
    ],
)  # fmt: skip
def test_condition(text: str, kind: ConditionKind, condition: str) -> None:
    assert found(text) == [(kind, condition)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland would like Sudmark to lift the ban in return.",
        "The council said a deal was difficult, if not impossible.",
        "The union rejected the offer: it would cost jobs.",
        "The crews reached the pier, but not before the storm broke, the harbour master said.",
        "The minister said she did not leave the talks before the mediator arrived.",
        "The board said it would publish the accounts, but not before the summer.",
        "Police said the men left the camp before the guards fired on the crowd.",
        "The ships that lay before the harbour entrance left on Monday, the port said.",
    ],
)
def test_time_is_no_condition(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Velm, Oske's envoy said, is not ready to talk.",
            [("Oske's envoy", "is not ready to talk")],
        ),
        (
            "The ministry said it would not step in and urged the bakers to return to the talks.",
            [
                ("The ministry", "it would not step in"),
                ("The ministry", "the bakers to return to the talks"),
            ],
        ),
        ("The union is opposed to a wider exemption.", [("The union", "a wider exemption")]),
    ],
)
def test_who_tells(text: str, expected: list[tuple[str, str]]) -> None:
    told_so = [(who, said.split(" … ")[-1]) for who, _, said in who_what(text)]
    assert told_so == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tide Board has told the skippers to stay in port.",
        "The ministry told the bakers to accept the offer.",
        "The Reform Bloc challenged the government to call an election.",
        "The mayor dared the operator to shut the plant.",
        "Velm rejected calls by Oske to lift the levy.",
    ],
)
def test_telling_to_act_is_a_request(text: str) -> None:
    kinds = {s.kind for s in read_report(open_text(text, name="test")).statements}
    assert Kind.REQUEST in kinds
    assert not {Kind.AGREE, Kind.CONCEDE, Kind.ASSESS} & kinds


def test_aside_takes_no_subject() -> None:
    text = "Oske's minister said that Velm, as agreed, would withdraw its guards."
    report = read_report(open_text(text, name="test"))
    doers = [act.actor.name for s in report.statements for act in s.acts if act.actor is not None]
    assert "Oske" not in doers
    assert all("minister" not in name for name in doers)


def test_what_one_says_beside_a_denial_is_not_denied() -> None:
    text = "Petar Voss denied that Kest had told its men to quit and said nobody would go back."
    assert [(cue, said) for _, cue, said in who_what(text)] == [
        ("denied", "that Kest had told its men to quit"),
        ("said", "nobody would go back"),
    ]


def test_what_is_said_with_that_again_is_said_apart() -> None:
    text = (
        "Voss said that the troops would stay until the last guard was freed, but that Kest could "
        "open the road if the names came first."
    )
    assert [said for _, _, said in who_what(text)] == [
        "that the troops would stay until the last guard was freed",
        "that Kest could open the road if the names came first",
    ]
    assert len(who_what("Voss said that Kest would pay so that the road could be opened.")) == 1


def test_who_speaks_next_is_no_part_of_what_was_said_before() -> None:
    text = (
        "Norland refused to hand over three frontier villages and Sudmark hinted that it might "
        "take them."
    )
    assert who_what(text) == [
        ("Norland", "refused", "to hand over three frontier villages"),
        ("Sudmark", "hinted", "that it might take them"),
    ]
