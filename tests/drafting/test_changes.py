"""Two drafts set side by side: lines new, gone and changed, and what would hold."""

from __future__ import annotations

from dataclasses import replace

from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Evidence,
    OpenQuestion,
    Option,
    Want,
    parse_condition,
)
from firstmove.drafting import Draft, changes

WORDS = Evidence("r-1", "we will open the pass")


def model(
    *,
    shut: bool = False,
    wants_open: bool = True,
    ids: str = "",
    evidence: tuple[Evidence, ...] = (),
) -> Draft:
    """North may open a pass, South may send coal; ``ids`` is put behind each option's id."""
    options = [
        Option(f"n.open{ids}", "n", "open the pass", evidence=evidence),
        Option(f"s.coal{ids}", "s", "send coal"),
    ]
    north = [f"s.coal{ids}"]
    if shut:
        options.append(Option(f"n.shut{ids}", "n", "shut the mill"))
        north.append(f"not n.shut{ids}")
    south = [f"n.open{ids}" if wants_open else f"not n.open{ids}", f"not s.coal{ids}"]
    makers = (
        DecisionMaker("n", "North", tuple(Want(parse_condition(c), Basis.STATED) for c in north)),
        DecisionMaker("s", "South", tuple(Want(parse_condition(c), Basis.STATED) for c in south)),
    )
    questions = (OpenQuestion("Who keeps the pass?"),)
    return Draft(Conflict("x", makers, tuple(options), open_questions=questions))


def test_a_draft_beside_itself_is_not_touched() -> None:
    found = changes(model(), model(ids="_2"))
    assert not found.model_touched
    assert found.held.shifts == ()
    assert "the same" in found.held.why_not


def test_new_and_gone_lines_are_told_by_what_they_say() -> None:
    found = changes(model(), model(shut=True, ids="_2"))
    assert [(o.party, o.line.label) for o in found.options.new] == [("North", "shut the mill")]
    assert [(w.party, str(w.line.condition)) for w in found.wants.new] == [
        ("North", "not n.shut_2")
    ]
    assert (found.options.gone, found.wants.gone) == ((), ())
    assert not found.questions
    back = changes(model(shut=True), model())
    assert [o.line.label for o in back.options.gone] == ["shut the mill"]
    assert not back.options.new


def test_other_evidence_is_a_change_and_what_would_hold_is_the_same() -> None:
    found = changes(model(), model(evidence=(WORDS,)))
    assert [(o.line.label, o.fields) for o in found.options.changed] == [
        ("open the pass", ("evidence",))
    ]
    assert "the same" in found.held.why_not


def test_what_would_hold_is_told_by_states_on_the_shared_options() -> None:
    found = changes(model(), model(wants_open=False))
    assert found.held.same_options
    shifts = {shift.concept: shift for shift in found.held.shifts}
    # Nash: South never sends coal, and North does not care for the pass.
    assert (shifts["nash"].before, shifts["nash"].after) == (2, 2)
    assert (shifts["nash"].new, shifts["nash"].gone) == ((), ())
    more = changes(model(), model(shut=True)).held
    assert not more.same_options
    assert [option.label for option in more.shared] == ["open the pass", "send coal"]
    assert {shift.concept: shift.new for shift in more.shifts}["nash"] == ()


def test_another_order_of_wants_is_told() -> None:
    before = model()
    south = before.conflict.decision_makers[1]
    turned = replace(south, wants=south.wants[::-1])
    makers = (before.conflict.decision_makers[0], turned)
    after = replace(before, conflict=replace(before.conflict, decision_makers=makers))
    found = changes(before, after)
    assert found.orders == ("South",)
    assert found.held.shifts


def test_a_model_that_is_too_large_is_not_solved_on_the_way() -> None:
    many = tuple(Option(f"n.o{n}", "n", f"act {n}") for n in range(21))
    after = model()
    after = replace(after, conflict=replace(after.conflict, options=many))
    found = changes(model(), after)
    assert found.held.shifts == ()
    assert "more than 20 options" in found.held.why_not


def test_nothing_to_compare_with() -> None:
    empty = Draft(Conflict("x", (), ()))
    assert "no option" in changes(empty, model()).held.why_not
    assert changes(empty, model()).model_touched
