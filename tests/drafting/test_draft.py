"""Drafting by hand-made ledgers: what becomes an option, a want, a question, and what does not."""

from __future__ import annotations

from firstmove.drafting import Draft, draft
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report
from firstmove.statement import ConditionKind, Kind, Modality
from tests.drafting.case import Case


def wants(made: Draft, party: str) -> dict[str, str]:
    maker = next(d for d in made.conflict.decision_makers if d.name == party)
    return {str(w.condition): w.basis.value for w in maker.wants}


def questions(made: Draft) -> str:
    return "\n".join(q.text for q in made.conflict.open_questions)


def demand() -> Case:
    return Case("Northport demands that Southport reopen the ferry line.").say(
        "Northport",
        "demands",
        "that Southport reopen the ferry line",
        Kind.REQUEST,
        acts=(("Southport", "reopen the ferry line", False),),
    )


def test_demand_is_an_option_of_the_other_and_a_stated_want() -> None:
    made = draft(demand().view())
    (option,) = made.conflict.options
    assert option.owner == "southport"
    assert option.label == "reopen the ferry line"
    assert wants(made, "Northport") == {option.id: "stated"}


def test_silence_of_the_other_stays_unknown_and_is_asked() -> None:
    made = draft(demand().view())
    (option,) = made.conflict.options
    assert wants(made, "Southport") == {option.id: "unknown"}
    assert "No report tells whether Southport wants" in questions(made)


def test_every_line_has_its_words() -> None:
    case = demand()
    made = draft(case.view())
    maker = next(d for d in made.conflict.decision_makers if d.name == "Northport")
    for evidence in (*made.conflict.options[0].evidence, *maker.wants[0].evidence):
        assert evidence.start is not None
        assert case.report.text[evidence.start : evidence.end] == evidence.quote
        assert evidence.sentence == 1


def promise(kind: ConditionKind, clause: str) -> Case:
    return Case(f"Southport says it will lower the toll {clause} Northport reopens the quay.").say(
        "Southport",
        "says",
        "it will lower the toll",
        Kind.AGREE,
        acts=(("Southport", "lower the toll", False),),
        condition=(kind, f"{clause} Northport reopens the quay", "Northport", "reopens the quay"),
    )


def test_promise_keeps_the_direction_of_its_condition() -> None:
    for kind, clause, word in (
        (ConditionKind.IF, "if", "if"),
        (ConditionKind.ONLY_IF, "only if", "only if"),
        (ConditionKind.UNLESS, "unless", "unless"),
        (ConditionKind.IFF, "if and only if", "iff"),
    ):
        made = draft(promise(kind, clause).view())
        toll, quay = (o.id for o in made.conflict.options)
        assert f"{toll} {word} {quay}" in wants(made, "Southport")


def test_price_of_a_promise_is_an_inferred_want() -> None:
    made = draft(promise(ConditionKind.IF, "if").view())
    quay = made.conflict.options[1].id
    assert wants(made, "Southport")[quay] == "inferred"


def test_if_and_only_if_told_apart_make_iff() -> None:
    case = Case(
        "Southport will lower the toll if Northport reopens the quay. "
        "The port will lower its toll provided that Northport opens its quay again."
    )
    case.say(
        "Southport", "will", "lower the toll", Kind.AGREE,
        acts=(("Southport", "lower the toll", False),),
        condition=(
            ConditionKind.IF, "if Northport reopens the quay", "Northport", "reopens the quay",
        ),
    )  # fmt: skip
    case.say(
        "Southport", "The port", "lower its toll", Kind.AGREE,
        acts=(("Southport", "lower its toll", False),),
        condition=(
            ConditionKind.ONLY_IF,
            "provided that Northport opens its quay again", "Northport", "reopens the quay",
        ),
        joins=0,
    )  # fmt: skip
    made = draft(case.view())
    toll, quay = (o.id for o in made.conflict.options)
    assert f"{toll} iff {quay}" in wants(made, "Southport")


def test_rejection_is_a_want_that_not() -> None:
    made = draft(
        Case("Northport rejects a shared timetable.")
        .say(
            "Northport",
            "rejects",
            "a shared timetable",
            Kind.REJECT,
            acts=((None, "a shared timetable", False),),
        )
        .view()
    )
    (option,) = made.conflict.options
    assert wants(made, "Northport") == {f"not {option.id}": "stated"}


def test_contradiction_chooses_no_side() -> None:
    case = Case("Northport rejects the shared timetable. Northport accepts the shared timetable.")
    case.say(
        "Northport", "rejects", "the shared timetable", Kind.REJECT,
        acts=((None, "the shared timetable", False),),
    ).say(
        "Northport", "accepts", "the shared timetable", Kind.AGREE,
        acts=((None, "the shared timetable", False),),
    )  # fmt: skip
    made = draft(case.view())
    (option,) = made.conflict.options
    assert wants(made, "Northport") == {option.id: "unknown", f"not {option.id}": "unknown"}
    assert "The reports tell both that it does and that it does not" in questions(made)


def test_belief_about_others_gives_them_no_want() -> None:
    case = Case("The mayor of Eastport believes that Southport is ready to share the quay.").say(
        "Eastport",
        "believes",
        "that Southport is ready to share the quay",
        Kind.ASSESS,
        acts=(("Southport", "share the quay", False),),
    )
    made = draft(case.view())
    (option,) = made.conflict.options
    assert wants(made, "Southport") == {option.id: "unknown"}
    assert "Eastport" not in {d.name for d in made.conflict.decision_makers}
    assert option.id not in made.conflict.status_quo.values


def test_blame_and_warning_make_no_line_and_are_named_unused() -> None:
    case = Case("Northport blames Southport. Eastport warns of empty shelves.")
    case.say("Northport", "blames", "Southport", Kind.ACCUSE)
    case.say("Eastport", "warns", "of empty shelves", Kind.WARN)
    made = draft(case.view())
    assert made.conflict.options == ()
    assert {u.entry for u in made.unused} == {"e-0", "e-1"}


def test_threat_is_inferred_and_asks_for_what_would_avert_it() -> None:
    case = Case("Northport threatens to close the bridge unless Southport pays the debt.").say(
        "Northport",
        "threatens",
        "to close the bridge",
        Kind.THREATEN,
        acts=(("Northport", "close the bridge", False),),
        condition=(
            ConditionKind.UNLESS,
            "unless Southport pays the debt",
            "Southport",
            "pays the debt",
        ),
    )
    made = draft(case.view())
    bridge, debt = (o.id for o in made.conflict.options)
    assert wants(made, "Northport") == {f"{bridge} unless {debt}": "inferred", debt: "inferred"}


def test_a_condition_nobody_owns_is_asked_and_never_dropped() -> None:
    case = Case("Northport will share the quay if the fog lifts.").say(
        "Northport",
        "will",
        "share the quay",
        Kind.AGREE,
        acts=(("Northport", "share the quay", False),),
        condition=(ConditionKind.IF, "if the fog lifts", None, "the fog lifts"),
    )
    made = draft(case.view())
    (option,) = made.conflict.options
    assert wants(made, "Northport") == {option.id: "unknown"}
    assert "if the fog lifts" in questions(made)
    assert "No report tells" not in questions(made)


def test_told_unknown_is_an_open_question_in_the_reports_words() -> None:
    case = demand()
    case.unknown_spans.append("Northport demands that Southport reopen the ferry line.")
    assert "“Northport demands that Southport reopen" in questions(draft(case.view()))


def test_order_of_wants_is_said_to_be_assumed() -> None:
    case = promise(ConditionKind.IF, "if")
    assert "No report ranks what Southport wants" in questions(draft(case.view()))


def test_a_fact_about_itself_is_no_want() -> None:
    case = Case("Southport says it owns three ferries.").say(
        "Southport",
        "says",
        "it owns three ferries",
        Kind.STATE,
        acts=(("Southport", "owns three ferries", False),),
    )
    assert draft(case.view()).conflict.options == ()


def test_a_plan_is_a_want() -> None:
    case = Case("Southport says it will buy a ferry.").say(
        "Southport",
        "says",
        "it will buy a ferry",
        Kind.STATE,
        acts=(("Southport", "buy a ferry", False),),
        modality=Modality.FUTURE,
    )
    made = draft(case.view())
    assert list(wants(made, "Southport").values()) == ["stated"]


def test_an_unread_condition_makes_no_unconditional_want() -> None:
    case = Case("Northport will share the quay provided the fog lifts and the toll falls.").say(
        "Northport",
        "will",
        "share the quay",
        Kind.AGREE,
        acts=(("Northport", "share the quay", False),),
    )
    case.unread.append("provided")
    made = draft(case.view())
    (option,) = made.conflict.options
    assert wants(made, "Northport") == {option.id: "unknown"}
    assert "has a word of one that was not read" in questions(made)


def test_what_is_asked_of_nobody_is_no_option_of_the_one_who_asks() -> None:
    case = Case("Northport demands a ninth ferry.").say(
        "Northport",
        "demands",
        "a ninth ferry",
        Kind.REQUEST,
        acts=((None, "a ninth ferry", False),),
    )
    made = draft(case.view())
    assert made.conflict.options == ()
    assert "Of whom does Northport ask “a ninth ferry”?" in questions(made)


def test_what_takes_both_sides_is_the_askers_as_well() -> None:
    case = Case("Northport demands a binding treaty.").say(
        "Northport",
        "demands",
        "a binding treaty",
        Kind.REQUEST,
        acts=((None, "a binding treaty", False),),
    )
    made = draft(case.view())
    (option,) = made.conflict.options
    assert option.owner == "northport"


def test_nothing_to_draft_from_is_an_empty_model() -> None:
    made = draft(Case("Nothing happened.").view())
    assert made.conflict.options == ()
    assert made.conflict.decision_makers == ()


def read_and_drafted(text: str) -> set[str]:
    made = draft(merge([read_report(open_text(text))]))
    return set(wants(made, "Karvenia"))


def test_all_parts_of_a_condition_count() -> None:
    said = "Karvenia said on Monday that it would lift the grain ban "
    assert "karvenia.lift_grain_ban if meloria.open_sluices and meloria.pay_compensation" in (
        read_and_drafted(said + "if Meloria opens the sluices and pays compensation.")
    )
    assert "karvenia.lift_grain_ban only if meloria.open_sluices or meloria.return_barges" in (
        read_and_drafted(said + "only if Meloria opens the sluices or returns the barges.")
    )
    drawn = read_and_drafted(said + "if Meloria opens the sluices and the weather stays dry.")
    assert not [text for text in drawn if " if " in text or "weather" in text]
