"""Acts in the forms that news gives them: letting, readiness, passives, pronouns; no acts."""

from __future__ import annotations

import pytest

from firstmove.statement import ActPlace
from tests.reading.readers import acts, on_the_ferry


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
        ("Norland asked Sudmark for a pay rise of 5 per cent.", "a pay rise of 5 per cent"),
        ("Norland refused to pay £3m.", "pay £3m"),
        ("Norland ruled out visits by foreign doctors.", "visits by foreign doctors"),
        ("Norland refused to let doctors into the camp.", "let doctors into the camp"),
        ("Norland refused to close the square at night.", "close the square at night"),
        ("Norland asked Sudmark for two more months to move its office.", "two more months"),
        ("Norland said it would put a duty on steel.", "put a duty on steel"),
        ("Norland would like to see the levy lifted, it said.", "lift the levy"),
        ("Norland would like Sudmark to lift the levy, it said.", "lift the levy"),
        ("The levy, Norland said, will be lifted in May.", "lift the levy"),
        ("Norland said Sudmark's flights must stop.", "stop flights"),
        ("Norland threatened to fine Sudmark Lines.", "fine Sudmark Lines"),
        ("Norland demanded that Premier Brand resign because of it.", "resign"),
        ("Norland asked Ada Brand on Friday to appear before it.", "appear"),
        ("Norland demanded the right to recall its envoy.", "the right to recall its envoy"),
        ("Norland wants Sudmark to spend more on rail.", "spend more on rail"),
        (
            "Norland said it would table a motion of no confidence.",
            "table a motion of no confidence",
        ),
        (
            "Norland will send its crews to Dunholt, 38 miles away, it said.",
            "send its crews to Dunholt",
        ),
        ("Norland said it would keep the ward going.", "keep the ward going"),
        ("Norland threatened to send the grain by river.", "send the grain by river"),
        ("Norland will bring the case before a court, it said.", "bring the case before a court"),
        ("Norland demanded that the levy be extended to eggs.", "extend the levy to eggs"),
        ("Norland urged Sudmark to make an exception for aid.", "make an exception for aid"),
        (
            "Norland wants the toll raised to 25 per cent and the road closed to all lorries.",
            "close the road to all lorries",
        ),
        ("Norland demanded access for doctors.", "access for doctors"),
        ("Norland said it would look at the rate again.", "look at the rate"),
        (
            "Norland refused to let go of it, and opposed the release of Captain Roe.",
            "the release of Captain Roe",
        ),
    ],
)
def test_the_label_has_what_tells_the_act(sentence: str, label: str) -> None:
    assert label in acts(sentence)


def test_what_is_to_stop_is_of_who_has_it() -> None:
    actor = acts("Norland said Sudmark's flights must stop.")["stop flights"].actor
    assert actor is not None
    assert actor.party == "Sudmark"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Norland said it would open the locks if it was paid for the power.", "pay for the power"),
        ("Norland said it would strike unless pumping stopped completely.", "stop pumping"),
        ("Norland will sue if Sudmark goes on blocking the depots, it said.", "block the depots"),
        (
            "“We will sign if the subsidies are gone by then,” Norland’s envoy said.",
            "end the subsidies",
        ),
        (
            "Norland said it would come back if the union calls off the ballot.",
            "call off the ballot",
        ),
    ],
)
def test_the_label_of_a_condition(sentence: str, label: str) -> None:
    assert label in acts(sentence, ActPlace.CONDITION)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland welcomed the announcement.",
        "Norland refused to take sides.",
        "“We have a contract,” Norland’s Premier Ada Brand said.",
        "Norland said it was following the matter.",
        "“We are asked to take on trust what nobody shows,” Norland’s Premier Ada Brand said.",
        "Norland said it would put pressure on Sudmark.",
        "Norland warned that prices would rise.",
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


@pytest.mark.parametrize(
    ("sentence", "label", "negated"),
    [
        ("Norland said it would back neither the bill nor the ferry.", "back the bill", True),
        ("Norland rejected calls to close the mine.", "close the mine", False),
        ("Norland rejected calls from residents to close the mine.", "close the mine", False),
    ],
)
def test_what_is_turned_down_is_the_speakers(sentence: str, label: str, negated: bool) -> None:
    reading = on_the_ferry(sentence)
    act = next(a for s in reading.statements if s.cue[0].quote != "calls" for a in s.acts)
    assert (act.label, act.negated) == (label, negated)
    assert act.actor is not None
    assert act.actor.party == "Norland"


def test_a_demand_turned_down_is_not_of_who_demands() -> None:
    text = "Norland rejected Sudmark's demand that it close the mine."
    told = [
        a.actor.party for s in on_the_ferry(text).statements for a in s.acts if a.actor is not None
    ]
    assert "Norland" in told
    assert "Sudmark" not in told


def test_a_subject_cut_off_by_who_says_it() -> None:
    found = acts("“No.” Sudmark, Norland’s Premier Ada Brand said, is not ready to negotiate.")
    assert all(a.actor is None or a.actor.party != "Norland" for a in found.values())


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland refused to rule out a sale of the mine.",
        "Norland accepted responsibility for the spill.",
        "Norland refused to speculate about a vote.",
        "Norland said it would back neither.",
        "Norland said it would study the ruling.",
        "Norland will not be bullied, Premier Ada Brand of Norland said.",
        "Norland dismissed the idea that the bridge was unsafe.",
    ],
)
def test_what_leaves_nothing_to_be_done(sentence: str) -> None:
    assert not acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "label", "negated"),
    [
        ("Norland will keep the levy until the subsidies are gone.", "end the subsidies", False),
        ("Norland will open the port once the blockade is over.", "end the blockade", False),
        ("Norland will sue if Sudmark fails to report the spill.", "report the spill", True),
        ("Norland will open its port if it is given a quota by Sudmark.", "give a quota", False),
    ],
)
def test_what_a_condition_asks_for(sentence: str, label: str, negated: bool) -> None:
    said = sentence.removesuffix(".") + ", Norland said."
    act = acts(said, ActPlace.CONDITION)[label]
    assert act.negated is negated
    assert act.actor is None or act.actor.party == "Sudmark"


def test_the_not_that_ties_is_not_of_the_act() -> None:
    said = (
        "Norland will free the crew, but not while Sudmark's ships cross the bay, its envoy said."
    )
    found = acts(said, ActPlace.CONDITION)
    assert [a.negated for a in found.values()] == [False]


def test_what_had_been_done_is_not_tied() -> None:
    said = (
        "Norland said it had come with a full list and would go on with the exchange only if "
        "Sudmark let doctors into the camp."
    )
    assert "come with a full list" not in acts(said)


def test_whoever_is_threatened_is_to_comply() -> None:
    said = "Norland will fine Sudmark if it does not comply, Norland said."
    actor = acts(said, ActPlace.CONDITION)["comply"].actor
    assert actor is not None
    assert actor.party == "Sudmark"


def test_what_others_are_called_to_do_is_nobodys_who_backs_the_call() -> None:
    for said in (
        "Norland welcomed the threat of a fine.",
        "Norland protested against the closure of the mine.",
    ):
        for act in acts(said).values():
            assert act.actor is not None
            assert not act.actor.party


@pytest.mark.parametrize(
    ("sentence", "label", "who"),
    [
        (
            "Norland called on the premier, Ada Brand, to open the port.",
            "open the port",
            "Ada Brand",
        ),
        ("Norland demanded a quota of 90 tonnes from Sudmark.", "a quota of 90 tonnes", "Sudmark"),
    ],
)
def test_who_is_asked(sentence: str, label: str, who: str) -> None:
    actor = acts(sentence)[label].actor
    assert actor is not None
    assert who in (actor.party, actor.name)


def test_whose_troops_are_withdrawn_is_not_told_by_where_from() -> None:
    assert (
        acts("Norland demanded the withdrawal of troops from Sudmark.")[
            "the withdrawal of troops"
        ].actor
        is None
    )


@pytest.mark.parametrize(
    ("sentence", "label", "negated"),
    [
        (
            "Norland urged Sudmark to lift the levy. Sudmark is ready to do so, it said.",
            "lift the levy",
            False,
        ),
        (
            "Norland urged Sudmark to lift the levy. Sudmark has no plans to do so, it said.",
            "lift the levy",
            True,
        ),
    ],
)
def test_do_so_is_the_act_told_before(sentence: str, label: str, negated: bool) -> None:
    reading = on_the_ferry(sentence)
    (act,) = (a for s in reading.statements[1:] for a in s.acts)
    assert (act.label, act.negated) == (label, negated)
    assert act.actor is not None
    assert act.actor.party == "Sudmark"


def test_if_it_does_not_is_of_whom_the_condition_before_was() -> None:
    text = (
        "Norland's minister spoke on Monday. “If Sudmark lifts the levy, we will sign the accord,” "
        "the minister said. “If it doesn't, we will close the ferry line.”"
    )
    (act,) = (a for s in on_the_ferry(text).statements for a in s.acts if a.negated)
    assert act.label == "lift the levy"
    assert act.actor is not None
    assert act.actor.party == "Sudmark"


def test_if_it_does_is_what_the_other_is_asked() -> None:
    reading = on_the_ferry(
        "Norland wants Sudmark to lift the levy, and says it will sign if it does."
    )
    (act,) = (a for s in reading.statements for a in s.acts if a.place is ActPlace.CONDITION)
    assert act.label == "lift the levy"
    assert act.actor is not None
    assert act.actor.party == "Sudmark"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland said the dam would dry out its fields.",
        "Norland says the project will leave its farmers without water.",
        "Norland said the tariff would cost it jobs and cut its exports.",
    ],
)
def test_what_a_thing_does_to_somebody_is_no_act_of_whoever_complains(sentence: str) -> None:
    assert not [a for a in acts(sentence).values() if a.actor and a.actor.party]


def test_whoever_is_to_be_kept_from_it_is_the_one_that_is_not_to_do_it() -> None:
    told = acts("Norland urged the council to stop Sudmark from closing the port.")
    (act,) = told.values()
    assert (act.label, act.negated) == ("close the port", True)
    assert act.actor is not None
    assert act.actor.party == "Sudmark"


def test_what_things_are_kept_from_is_part_of_the_act() -> None:
    told = acts("Norland urged Sudmark to stop lorries from crossing the square.")
    assert set(told) == {"stop lorries from crossing the square"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland will free the crew if Sudmark does the same.",
        "Norland is prepared to free the crew as long as Sudmark does likewise.",
        "Sudmark is to lift the levy. Norland will free the crew if Sudmark does the same.",
    ],
)
def test_the_same_in_a_condition_is_what_is_promised_on_it(sentence: str) -> None:
    said = on_the_ferry(sentence).statements
    told = [a for s in said for a in s.acts if a.place is ActPlace.CONDITION]
    assert [(a.label, a.actor and a.actor.party) for a in told] == [("free the crew", "Sudmark")]


def test_the_second_infinitive_behind_a_relative_clause() -> None:
    sentence = "Norland wants Sudmark to drop the levy it brought in on 1 May and to pay its debt."
    assert {"drop the levy", "pay its debt"} <= set(acts(sentence))


def test_two_things_of_one_verb_are_two_acts() -> None:
    told = acts("Norland said it would back both the bill and the budget.")
    assert set(told) == {"back the bill", "back the budget"}


def test_a_thing_not_needed_is_not_asked_for() -> None:
    assert not acts("“A plane needs no checkpoint,” Norland’s Premier Ada Brand said.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chile asked Peru to open the pass. Bolivia said it would do so if it had to.", []),
        ("Peru vowed to close the pass. Bolivia vowed to do so as well.", ["close the pass"]),
        ("Peru would sign if ships were let in, it said. Critics wanted it to do so.", ["sign"]),
    ],
)
def test_do_so_is_no_act_of_another_side(text: str, meant: list[str]) -> None:
    reading = on_the_ferry(text)
    assert [a.label for s in reading.statements[1:] for a in s.acts] == meant


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru's president said she would resign if her coalition partner rejected the budget.",
        "Peru's president said her partners would reject the budget.",
    ],
)
def test_partners_and_rivals_act_for_themselves(sentence: str) -> None:
    reading = on_the_ferry(sentence)
    (act,) = (a for s in reading.statements for a in s.acts if a.label == "reject the budget")
    assert act.actor is None or not act.actor.party


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Norland threatened Sudmark with sanctions unless it lifts the levy.", "sanctions"),
        ("Norland threatened the captain's friends with war if they go.", "war"),
        ("Norland threatened Sudmark with closing the port.", "close the port"),
    ],
)
def test_what_somebody_is_threatened_with_is_done_by_who_threatens(
    sentence: str, label: str
) -> None:
    (act,) = (
        a for s in on_the_ferry(sentence).statements for a in s.acts if a.place is ActPlace.CONTENT
    )
    assert act.label == label
    assert act.actor is not None
    assert act.actor.party == "Norland"
