"""What is no option, whose position it is, and which options are one: by their words alone."""

from __future__ import annotations

import pytest

from firstmove.drafting import draft
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report
from firstmove.statement import ConditionKind, Kind, Modality
from tests.drafting.case import Case
from tests.drafting.test_options import demands, labels, questions, wants


def drafted_labels(text: str) -> dict[str, str]:
    """Label and owner of each option that is drafted from one report."""
    made = draft(merge([read_report(open_text(text))]))
    return {o.label: o.owner for o in made.conflict.options}


def test_what_everybody_is_for_is_no_option() -> None:
    for vague in (
        "will stand firm",
        "will defend the nation",
        "will do everything in its power",
        "will take action against its enemies",
        "will not give in to threats",
        "will make every effort",
        "will take steps",
        "will solve the problem",
    ):
        assert not drafted_labels(f"Karvenia {vague}, Foreign Minister Ula Brem said on Monday.")


def test_silences_jokes_and_words_that_point_are_no_options() -> None:
    for told in (
        "Minister Ula Brem declined to discuss the case.",
        "Minister Ula Brem refused to provide any details.",
        "Minister Ula Brem joked that she would bring a goat to the table.",
        "Minister Ula Brem said that of the two bridges she would repair the latter.",
        "“We're not taking anything for granted,” Minister Ula Brem said.",
        "Karvenia decided to act in part because of a flood.",
        "“You're not going to close the port by shouting,” Minister Ula Brem said.",
        "Minister Ula Brem had hoped to close the port.",
        "“Why should I not open the gates?” Minister Ula Brem asked.",
        "“I don't have any way to open the gates,” Minister Ula Brem said.",
        "Minister Ula Brem said that she stood by her original comments.",
        "Minister Ula Brem had an offer to run the port.",
    ):
        assert not drafted_labels(told), told
    assert drafted_labels("Minister Ula Brem refused to discuss the border with Norland.")


def test_what_others_try_is_no_act_of_who_stands_against_it() -> None:
    text = "Minister Ula Brem vowed to defend the Grain Act against attempts to repeal it."
    assert list(drafted_labels(text)) == ["defend the Grain Act"]


def test_action_that_is_ruled_out_would_be_taken() -> None:
    labels = drafted_labels("Karvenia's minister, Ula Brem, ruled out military action.")
    assert list(labels) == ["take military action"]


@pytest.mark.parametrize(
    ("thing", "label"),
    [
        ("further concessions", "make further concessions"),
        ("second referendum", "hold second referendum"),
        ("pardon for the rebels", "grant pardon"),
        ("talks with Lassia", "hold talks with Lassia"),
    ],
)
def test_of_what_there_will_be_none_is_not_anothers_to_accept(thing: str, label: str) -> None:
    text = f"Karvenia and Lassia met. Karvenia's minister, Ula Brem, said there will be no {thing}."
    assert list(drafted_labels(text)) == [label]


def test_whom_one_endorses_is_supported_and_not_the_endorsement() -> None:
    labels = drafted_labels("Minister Ula Brem announced her endorsement of the Grain Act.")
    assert list(labels) == ["support the Grain Act"]


def test_acts_with_the_verbs_of_stances_stay() -> None:
    for told, label in (
        ("will take the first step", "take the first step"),
        ("will take legal action", "take legal action"),
        ("will protect the wetland with a dyke", "protect the wetland"),
        ("will withdraw from the pass", "withdraw from the pass"),
    ):
        labels = drafted_labels(f"Karvenia {told}, Foreign Minister Ula Brem said on Monday.")
        assert any(label in one or one in label for one in labels), told


def test_who_demands_does_not_demand_of_itself() -> None:
    text = (
        "The Harl dockers' union walked out on Monday. “We have asked for one thing only: stop "
        "hiring crews from abroad,” said Mara Lind, the union's president."
    )
    assert not [label for label, owner in drafted_labels(text).items() if "hiring" in label]


def test_a_side_that_no_other_deals_with_is_kept_in_the_drawer() -> None:
    case = demands("reopen the quay")
    text = f"{case.report.text} Tamsin Mills will build a spinning hall."
    apart = Case(text)
    apart.say(
        "Northport", "demands", "reopen the quay", Kind.REQUEST,
        acts=(("Southport", "reopen the quay", False),),
    ).say(
        "Tamsin Mills", "will", "build a spinning hall", Kind.STATE,
        acts=(("Tamsin Mills", "build a spinning hall", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    made = draft(apart.view())
    assert labels(made) == ["reopen the quay"]
    assert [kept.option.label for kept in made.drawer] == ["build a spinning hall"]
    assert "Tamsin Mills" not in [d.name for d in made.conflict.decision_makers]
    alone = Case("Tamsin Mills will build a spinning hall.").say(
        "Tamsin Mills", "will", "build a spinning hall", Kind.STATE,
        acts=(("Tamsin Mills", "build a spinning hall", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    assert labels(draft(alone.view())) == ["build a spinning hall"]


def test_a_reply_is_the_act_that_is_tied_to_the_same() -> None:
    case = Case(
        "Northport demands that Southport open the lock. Northport will buy its grain only if "
        "Southport opens the lock. If Southport opens the lock, Northport will respond."
    )
    case.say(
        "Northport", "demands", "that Southport open the lock", Kind.REQUEST,
        acts=(("Southport", "open the lock", False),),
    ).say(
        "Northport", "will", "buy its grain", Kind.AGREE,
        acts=(("Northport", "buy its grain", False),),
        condition=(ConditionKind.ONLY_IF, "only if Southport opens the lock", "Southport",
                   "opens the lock"),
    ).say(
        "Northport", "will", "respond", Kind.AGREE, acts=(("Northport", "respond", False),),
        condition=(ConditionKind.IF, "If Southport opens the lock", "Southport", "opens the lock"),
    )  # fmt: skip
    made = draft(case.view())
    assert labels(made) == ["open the lock", "buy its grain"]
    assert "northport.buy_grain iff southport.open_lock" in wants(made, "Northport")
    assert "Is “respond” of Northport the same as “buy its grain”?" in questions(made)


def test_a_reply_that_is_tied_to_nothing_else_stays() -> None:
    case = Case("If Southport opens the lock, Northport will respond.").say(
        "Northport", "will", "respond", Kind.AGREE, acts=(("Northport", "respond", False),),
        condition=(ConditionKind.IF, "If Southport opens the lock", "Southport", "opens the lock"),
    )  # fmt: skip
    assert "respond" in labels(draft(case.view()))


def test_who_stays_in_a_race_does_not_leave_it() -> None:
    case = Case("Northport demands that Southport leave the race. Southport will stay in the race.")
    case.say(
        "Northport", "demands", "leave the race", Kind.REQUEST,
        acts=(("Southport", "leave the race", False),),
    ).say(
        "Southport", "will", "stay in the race", Kind.STATE,
        acts=(("Southport", "stay in the race", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    made = draft(case.view())
    assert labels(made) == ["leave the race"]
    assert wants(made, "Southport") == {"not southport.leave_race": "stated"}


def test_a_part_of_a_side_and_what_is_only_supposed_are_no_position_of_it() -> None:
    text = (
        "Governor Ada Lorne of the Harbour Party has not said what she will do. {} on Monday "
        "called on Lorne to veto the port bill. The Mill Party said that it wanted the port bill "
        "signed."
    )
    for some in ("Some Harbour Party senators", "A group of Harbour Party lawmakers"):
        made = draft(merge([read_report(open_text(text.format(some)))]))
        for maker in made.conflict.decision_makers:
            if maker.name == "Harbour Party":
                assert not [w for w in maker.wants if w.basis.value == "stated"]
    supposed = (
        "Ada Lorne is asked to decide. A decision by Ms. Lorne to accept the port plan would open "
        "her campaign to attacks. Mill Party leader Odo Brask called on Lorne to reject the plan."
    )
    made = draft(merge([read_report(open_text(supposed))]))
    for maker in made.conflict.decision_makers:
        if "Lorne" in maker.name:
            assert not [w for w in maker.wants if w.basis.value == "stated"]


def test_what_is_tied_to_an_act_of_ones_own_is_asked() -> None:
    case = Case(
        "Northport demands that Southport open the lock. Northport will lend six barges on "
        "condition that it guarantees the jobs."
    )
    case.say(
        "Northport", "demands", "that Southport open the lock", Kind.REQUEST,
        acts=(("Southport", "open the lock", False),),
    ).say(
        "Northport", "will", "lend six barges", Kind.AGREE,
        acts=(("Northport", "lend six barges", False),),
        condition=(ConditionKind.ONLY_IF, "on condition that it guarantees the jobs", "Northport",
                   "guarantees the jobs"),
    )  # fmt: skip
    made = draft(case.view())
    assert not [w for w in wants(made, "Northport") if "only if" in w]
    assert "no other party's option" in questions(made)


def test_what_is_kept_from_others_while_they_act_asks_them_to_stop() -> None:
    made = draft(
        merge(
            [
                read_report(
                    open_text(
                        "Dorn demanded that Selvia open the lock. Selvia said the lock would stay "
                        "shut as long as Dorn kept its warships on the lake."
                    )
                )
            ]
        )
    )
    assert wants(made, "Selvia").get("not dorn.keep_warships") == "inferred"
    assert "dorn.keep_warships" not in wants(made, "Selvia")


def test_what_go_betweens_do_all_along_is_no_option() -> None:
    assert not drafted_labels("Minister Ula Brem said that Karvenia was talking to both parties.")
