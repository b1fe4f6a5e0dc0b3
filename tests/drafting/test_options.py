"""What an expert would write down: one option for one act, joint outcomes, what excludes what."""

from __future__ import annotations

from dataclasses import replace

from firstmove.conflict import Direction, parse_model, problems
from firstmove.drafting import Draft, draft, model_text
from firstmove.drafting.options.chosen import MAX_OPTIONS
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report
from firstmove.statement import ConditionKind, Kind, Modality, Statement
from tests.drafting.case import Case


def labels(made: Draft) -> list[str]:
    return [option.label for option in made.conflict.options]


def wants(made: Draft, party: str) -> dict[str, str]:
    maker = next(d for d in made.conflict.decision_makers if d.name == party)
    return {str(w.condition): w.basis.value for w in maker.wants}


def questions(made: Draft) -> str:
    return "\n".join(q.text for q in made.conflict.open_questions)


def demands(*told: str, kind: Kind = Kind.REQUEST) -> Case:
    """Northport asks Southport for each of these, in sentences of their own."""
    case = Case(" ".join(f"Northport demands that Southport {act}." for act in told))
    for act in told:
        case.say("Northport", "demands", act, kind, acts=(("Southport", act, False),))
    return case


def test_one_option_however_many_statements_name_it() -> None:
    made = draft(demands("make the first move", "initiate the first step").view())
    (option,) = made.conflict.options
    assert len(option.evidence) == 2


def barges() -> Case:
    text = "Northport would close its quays to Southport's barges if water is taken."
    case = Case(f"{text} Eastport asks Northport to wait. Southport asks Eastport to leave.")
    case.say(
        "Northport", "would", "close its quays to Southport's barges if water is taken",
        Kind.THREATEN, acts=(("Northport", "close its quays to Southport's barges", False),),
        condition=(ConditionKind.IF, "if water is taken", None, "water is taken"),
    )  # fmt: skip
    case.say("Eastport", "asks", "to wait", Kind.REQUEST, acts=(("Northport", "wait", False),))
    case.say("Southport", "asks", "to leave", Kind.REQUEST, acts=(("Eastport", "leave", False),))
    return case


def test_a_condition_without_a_doer_is_of_the_one_other_side_that_the_words_name() -> None:
    made = draft(barges().view())
    assert {o.label: o.owner for o in made.conflict.options}["water is taken"] == "southport"
    assert "the one other side that the words name" in questions(made)


def test_who_is_told_is_not_passed_over_for_another_that_the_words_name() -> None:
    case = barges()
    told = replace(case.statements[0], target=case.mention("Eastport", "Eastport"))
    case.statements[0], case.groups[0] = told, [told]
    assert "water is taken" not in labels(draft(case.view()))


def test_doubtful_ones_stay_apart_and_are_asked() -> None:
    made = draft(demands("publish the readings", "check the readings").view())
    assert len(made.conflict.options) == 2
    assert "Is “check the readings” of Southport the same as “publish the readings”?" in (
        questions(made)
    )


def test_what_undoes_an_act_is_never_the_act_and_excludes_it() -> None:
    made = draft(demands("open the gates", "close the gates").view())
    one, other = (option.id for option in made.conflict.options)
    (impossible,) = made.conflict.impossible
    assert str(impossible.condition) == f"{one} and {other}"
    assert "one undoes the other" in impossible.reason
    assert impossible.evidence


def test_two_amounts_exclude_each_other() -> None:
    made = draft(demands("hire forty assistants", "hire twenty assistants").view())
    (impossible,) = made.conflict.impossible
    assert "two amounts of one act" in impossible.reason


def test_nothing_is_impossible_without_a_reason() -> None:
    made = draft(demands("open the gates", "pay the pilots").view())
    assert made.conflict.impossible == ()


def test_talks_are_an_option_of_each_side_and_a_joint_outcome() -> None:
    case = Case("Northport called for direct talks with Southport. Southport rejects a toll.")
    case.say(
        "Northport", "called for", "direct talks with Southport", Kind.REQUEST,
        acts=((None, "direct talks with Southport", False),),
    ).say(
        "Southport", "rejects", "a toll", Kind.REJECT, acts=((None, "a toll", False),)
    )  # fmt: skip
    case.statements[0] = case.groups[0][0] = _thing(case.statements[0])
    made = draft(case.view())
    owners = {o.owner for o in made.conflict.options if o.label == "hold direct talks"}
    assert owners == {"northport", "southport"}
    assert {k: str(c) for k, c in made.conflict.defines.items()} == {
        "hold_direct_talks": "northport.hold_direct_talks and southport.hold_direct_talks"
    }
    assert wants(made, "Northport") == {"hold_direct_talks": "stated"}
    assert wants(made, "Southport")["hold_direct_talks"] == "unknown"
    assert problems(made.conflict) == ()


def _thing(statement: Statement) -> Statement:
    return replace(statement, acts=tuple(replace(a, thing=True) for a in statement.acts))


def test_with_whom_is_supposed_only_where_one_side_is_asked_and_is_a_question() -> None:
    case = Case("Northport demands that Southport open the lock. Northport needs a treaty.")
    case.say(
        "Northport", "demands", "that Southport open the lock", Kind.REQUEST,
        acts=(("Southport", "open the lock", False),),
    ).say(
        "Northport", "needs", "a treaty", Kind.REQUEST, acts=((None, "a treaty", False),)
    )  # fmt: skip
    made = draft(case.view())
    told = wants(made, "Northport")
    assert told["reach_treaty"] == "stated"
    assert "northport.reach_treaty" not in told  # its own part alone is no treaty
    assert (
        "With whom does Northport want “reach a treaty”? No report tells. It was taken to be"
        in (questions(made))
    )


def test_what_takes_two_sides_is_not_wanted_alone() -> None:
    case = Case("Northport needs a treaty.").say(
        "Northport", "needs", "a treaty", Kind.REQUEST, acts=((None, "a treaty", False),)
    )
    made = draft(case.view())
    assert wants(made, "Northport") == {"northport.reach_treaty": "unknown"}
    assert "With whom does Northport want" in questions(made)


def test_promise_to_talk_on_a_condition_is_of_ones_own_part() -> None:
    text = "Northport will hold talks with Southport only if Southport opens the lock."
    case = Case(text).say(
        "Northport", "will", "hold talks with Southport", Kind.AGREE,
        acts=(("Northport", "hold talks with Southport", False),),
        condition=(
            ConditionKind.ONLY_IF, "only if Southport opens the lock", "Southport", "opens the lock"
        ),
    )  # fmt: skip
    told = wants(draft(case.view()), "Northport")
    assert told["northport.hold_talks only if southport.opens_lock"] == "stated"


def test_denying_a_claim_refuses_nothing() -> None:
    case = Case("Northport rejected the allegations. Northport rejects a toll.")
    case.say(
        "Northport", "rejected", "the allegations", Kind.REJECT,
        acts=((None, "the allegations", False),),
    ).say(
        "Northport", "rejects", "a toll", Kind.REJECT, acts=((None, "a toll", False),)
    )  # fmt: skip
    for n in (0, 1):
        case.statements[n] = case.groups[n][0] = _thing(case.statements[n])
    assert [o.label for o in draft(case.view()).conflict.options] == ["accept a toll"]


def test_offer_to_host_or_mediate_is_no_gain_by_itself() -> None:
    case = Case("Kedda offers to host the talks. Northport rejects a toll.")
    case.say(
        "Kedda", "offers", "to host the talks", Kind.AGREE,
        acts=(("Kedda", "host the talks", False),),
    ).say(
        "Northport", "rejects", "a toll", Kind.REJECT, acts=((None, "a toll", False),)
    )  # fmt: skip
    made = draft(case.view())
    assert "host the talks" in [o.label for o in made.conflict.options]
    assert wants(made, "Kedda") == {}
    assert "Who would take up the offer of Kedda" in questions(made)


def test_published_stays_published_and_the_reason_is_shown() -> None:
    made = draft(demands("publish the readings", "lower the toll").view())
    publish, lower = made.conflict.options
    assert publish.direction is Direction.FORWARD
    assert publish.note == "what has been told stays known"
    assert (lower.direction, lower.note) == (Direction.BOTH, "")


def test_one_way_where_the_report_says_so() -> None:
    case = Case("Northport says it will leave the ferry pact irrevocably.").say(
        "Northport", "says", "it will leave the ferry pact irrevocably", Kind.STATE,
        acts=(("Northport", "leave the ferry pact", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    made = draft(case.view())
    (option,) = made.conflict.options
    assert option.direction is Direction.FORWARD
    assert "“irrevocably”" in option.note


def test_status_quo_from_what_is_told_as_done() -> None:
    text = "Southport closed the gates on Monday. Northport demands that Southport open the gates."
    case = Case(text)
    case.say(
        "Northport", "demands", "that Southport open the gates", Kind.REQUEST,
        acts=(("Southport", "open the gates", False),),
    )  # fmt: skip
    case.does("Southport", "closed", "Southport closed the gates on Monday", Kind.SANCTION)
    quo = draft(case.view()).conflict.status_quo
    (option,) = quo.values
    assert quo.values[option] is False
    assert quo.evidence[option][0].quote == "Southport closed the gates on Monday"


def test_what_was_begun_is_the_case() -> None:
    case = Case("Southport blocked the canal on Monday. Southport will block the canal.")
    case.say(
        "Southport", "will", "block the canal", Kind.STATE,
        acts=(("Southport", "block the canal", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    case.does("Southport", "blocked", "Southport blocked the canal on Monday", Kind.COERCE)
    assert list(draft(case.view()).conflict.status_quo.values.values()) == [True]


def test_what_is_kept_up_is_the_case() -> None:
    case = Case("Southport will keep the quay open.").say(
        "Southport", "will", "keep the quay open", Kind.STATE,
        acts=(("Southport", "keep the quay open", False),), modality=Modality.FUTURE,
    )  # fmt: skip
    assert list(draft(case.view()).conflict.status_quo.values.values()) == [True]


def test_order_of_wants_stays_unknown() -> None:
    made = draft(demands("open the gates", "pay the pilots", "lower the toll").view())
    maker = next(d for d in made.conflict.decision_makers if d.name == "Northport")
    assert [w.unordered for w in maker.wants] == [False, True, True]


def test_words_for_and_against() -> None:
    case = Case("Northport will reopen the quay if Southport pays. Northport refuses to reopen it.")
    case.say(
        "Northport", "will", "reopen the quay", Kind.AGREE,
        acts=(("Northport", "reopen the quay", False),),
        condition=(ConditionKind.IF, "if Southport pays", "Southport", "pays"),
    ).say(
        "Northport", "refuses", "to reopen it", Kind.REJECT,
        acts=(("Northport", "reopen it", False),),
    )  # fmt: skip
    again = case.statements[1].acts[0]
    case.statements[1] = case.groups[1][0] = replace(
        case.statements[1], acts=(replace(again, label="reopen the quay"),)
    )
    made = draft(case.view())
    maker = next(d for d in made.conflict.decision_makers if d.name == "Northport")
    refusal = next(w for w in maker.wants if str(w.condition) == "not northport.reopen_quay")
    assert [e.quote for e in refusal.against] == ["will reopen the quay"]


def test_ones_own_plan_told_as_a_forecast_is_a_plan_and_anothers_is_none() -> None:
    said = "the ferry line will buy two tugs"
    case = Case(f"Northport says {said}. Eastport expects that {said} soon.")
    for side, cue in (("Northport", "says"), ("Eastport", "expects")):
        case.say(
            side, cue, said, Kind.ASSESS,
            acts=(("Northport", "buy two tugs", False),), modality=Modality.FUTURE,
        )  # fmt: skip
    made = draft(case.view())
    assert wants(made, "Northport") == {"northport.buy_two_tugs": "stated"}
    assert "Eastport" not in {d.name for d in made.conflict.decision_makers}


def test_what_nobody_is_told_to_do_is_taken_for_the_act_of_the_same_words() -> None:
    case = Case("Northport demands that Southport withdraw the plan. Eastport wants it withdrawn.")
    case.say(
        "Northport", "demands", "that Southport withdraw the plan", Kind.REQUEST,
        acts=(("Southport", "withdraw the plan", False),),
    ).say(
        "Eastport", "wants", "it withdrawn", Kind.REQUEST, acts=((None, "withdrawn", False),)
    )  # fmt: skip
    statement = case.statements[1]
    case.statements[1] = case.groups[1][0] = replace(
        statement, acts=(replace(statement.acts[0], label="withdraw the plan"),)
    )
    made = draft(case.view())
    (option,) = made.conflict.options
    assert wants(made, "Eastport") == {option.id: "stated"}


THINGS = (
    "gates locks quays tolls nets buoys masts sails ropes barges cranes tugs hulls docks".split()
)


def test_beyond_a_dozen_the_rest_is_kept_in_the_drawer() -> None:
    made = draft(demands(*(f"repair the {thing}" for thing in THINGS)).view())
    assert len(made.conflict.options) == MAX_OPTIONS
    assert len(made.drawer) == len(THINGS) - MAX_OPTIONS
    for kept in made.drawer:
        assert kept.owner == "Southport"
        assert ("Northport", f"{kept.option.id}") in [(p, str(w.condition)) for p, w in kept.wants]


def test_the_drawer_stands_in_the_model_file_as_comments() -> None:
    made = draft(demands(*(f"repair the {thing}" for thing in THINGS)).view())
    text = model_text(made)
    assert parse_model(text) == made.conflict
    for kept in made.drawer:
        assert f'# id = "{kept.option.id}"' in text
    assert "drawer" not in model_text(draft(demands("open the gates").view()))


def test_bodies_speak_for_themselves_and_officials_do_not() -> None:
    text = (
        "The port authority said it would close the east quay. Officials said the east quay would "
        "be repainted. The port authority refused to sell the crane."
    )
    made = draft(merge([read_report(open_text(text))]))
    assert [d.name for d in made.conflict.decision_makers] == ["the port authority"]


def drawn(text: str, party: str) -> set[str]:
    return set(wants(draft(merge([read_report(open_text(text))])), party))


def test_calling_off_is_an_act_and_putting_off_is_asked_for_now() -> None:
    assert "norway.return_taxes if sweden.call_off_vote" in drawn(
        "Norway is prepared to return the taxes if Sweden calls off its vote.", "Norway"
    )
    assert drawn(
        "Sweden urged Norway to postpone the drilling until a survey was done.", "Sweden"
    ) == {"norway.postpone_drilling"}


def test_to_give_nothing_until_is_to_give_nothing_unless() -> None:
    told = "The Fishers' Union said it would deliver nothing until Harbour Foods paid its debts."
    assert {
        "fishers_union.deliver_nothing unless harbour_foods.pay_debts",
        "not fishers_union.deliver_anything unless harbour_foods.pay_debts",
    } & drawn(told, "Fishers' Union")
