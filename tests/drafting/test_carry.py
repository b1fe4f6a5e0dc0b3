"""An analyst's edits are kept when the draft changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.conflict import Conflict, Evidence, check, parse_condition, parse_model
from firstmove.drafting.over_time.carry import Carried, Fate, carry
from tests.conflict.strategies import conflicts

MODEL = """
name = "The ferry"
note = "drafted from two reports"

[[decision_maker]]
id = "crew"
name = "Ferry crew"
[[decision_maker.want]]
condition = "firm.raise_pay"
basis = "stated"
evidence = [{ report = "r1", start = 10, end = 20, quote = "raise pay!" }]
[[decision_maker.want]]
condition = "crew.sail if firm.raise_pay"
basis = "stated"
evidence = [{ report = "r1", start = 30, end = 40, quote = "sail if so" }]

[[decision_maker]]
id = "firm"
name = "Ferry firm"
[[decision_maker.want]]
condition = "crew.sail"
basis = "inferred"
evidence = [{ report = "r1", start = 50, end = 60, quote = "must sail!" }]

[[option]]
id = "crew.sail"
owner = "crew"
label = "sail again"
evidence = [{ report = "r1", start = 30, end = 40, quote = "sail if so" }]

[[option]]
id = "firm.raise_pay"
owner = "firm"
label = "raise pay"
evidence = [{ report = "r1", start = 10, end = 20, quote = "raise pay!" }]

[[option]]
id = "firm.hire_others"
owner = "firm"
label = "hire others"

[[open_question]]
text = "Does the firm want to raise pay?"
about = "firm.raise_pay"

[status_quo]
"crew.sail" = false
"firm.raise_pay" = false
"""
DRAFTED = parse_model(MODEL)


def edited(*changes: tuple[str, str]) -> Conflict:
    text = MODEL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_model(text)


def fates(carried: Carried) -> dict[str, Fate]:
    return {line.text: line.fate for line in carried.lines}


def without_option(conflict: Conflict, id_: str) -> Conflict:
    """As an analyst takes an option out: with the lines that name it."""

    def stands(text: str) -> bool:
        return id_ not in parse_condition(text).names

    return replace(
        conflict,
        options=tuple(o for o in conflict.options if o.id != id_),
        decision_makers=tuple(
            replace(d, wants=tuple(w for w in d.wants if stands(str(w.condition))))
            for d in conflict.decision_makers
        ),
        impossible=tuple(r for r in conflict.impossible if stands(str(r.condition))),
        open_questions=tuple(q for q in conflict.open_questions if q.about != id_),
        status_quo=replace(
            conflict.status_quo,
            values={i: v for i, v in conflict.status_quo.values.items() if i != id_},
        ),
    )


def with_evidence(conflict: Conflict, option: str, *more: Evidence) -> Conflict:
    return replace(
        conflict,
        options=tuple(
            replace(o, evidence=(*o.evidence, *more)) if o.id == option else o
            for o in conflict.options
        ),
    )


def test_without_edits_the_draft_of_today_stands() -> None:
    today = without_option(DRAFTED, "firm.hire_others")
    found = carry(DRAFTED, DRAFTED, today)
    assert found.conflict == today
    assert fates(found)["Ferry firm: hire others"] is Fate.GONE


def test_without_new_reports_the_edited_model_stands() -> None:
    mine = edited(
        ('label = "hire others"', 'label = "hire other crews"'),
        ('basis = "inferred"', 'basis = "assumed"'),
        ('"crew.sail" = false', '"crew.sail" = true'),
        ('name = "The ferry"', 'name = "Ferry, edited"'),
    )
    found = carry(DRAFTED, mine, DRAFTED)
    assert found.conflict == mine
    assert fates(found)["Ferry firm: hire other crews"] is Fate.EDITED
    assert fates(found)["Ferry firm wants crew.sail"] is Fate.EDITED
    assert fates(found)["Ferry crew: sail again"] is Fate.ACCEPTED
    assert not any(line.touched for line in found.lines)


def test_what_was_taken_out_stays_out_and_new_words_for_it_are_told() -> None:
    mine = without_option(DRAFTED, "firm.hire_others")
    again = Evidence("r2", "hire strangers", 5, 19)
    found = carry(DRAFTED, mine, with_evidence(DRAFTED, "firm.hire_others", again))
    assert [o.id for o in found.conflict.options] == ["crew.sail", "firm.raise_pay"]
    (line,) = (line for line in found.lines if line.text == "Ferry firm: hire others")
    assert line.fate is Fate.REJECTED
    assert line.fresh == (again,)
    assert line.touched


def test_a_new_line_comes_behind_its_neighbour_and_is_told() -> None:
    today = parse_model(
        MODEL.replace(
            "[[open_question]]",
            '[[option]]\nid = "crew.strike"\nowner = "crew"\nlabel = "strike"\n\n[[open_question]]',
        )
    )
    mine = edited(('label = "raise pay"', 'label = "pay more"'))
    found = carry(DRAFTED, mine, today)
    assert [o.label for o in found.conflict.options] == [
        "sail again", "pay more", "hire others", "strike",
    ]  # fmt: skip
    assert [line.text for line in found.lines if line.touched] == ["Ferry crew: strike"]


def test_the_analysts_own_lines_and_order_stay() -> None:
    mine = parse_model(
        MODEL.replace(
            '[[decision_maker.want]]\ncondition = "firm.raise_pay"',
            '[[decision_maker.want]]\ncondition = "not firm.hire_others"\n'
            '[[decision_maker.want]]\ncondition = "firm.raise_pay"',
        )
        + '\n[[impossible]]\ncondition = "crew.sail and firm.hire_others"\nreason = "one crew"\n'
    )
    found = carry(DRAFTED, mine, DRAFTED)
    assert found.conflict == mine
    assert fates(found)["Ferry crew wants not firm.hire_others"] is Fate.ADDED
    # The reports tell of the option no more: it stays, because the analyst's lines name it.
    later = carry(DRAFTED, mine, without_option(DRAFTED, "firm.hire_others"))
    assert "firm.hire_others" in {o.id for o in later.conflict.options}
    check(later.conflict)


def test_an_option_is_known_again_by_its_words_when_its_label_and_id_change() -> None:
    today = parse_model(
        MODEL.replace("firm.raise_pay", "firm.raise_wages").replace('raise pay"', 'raise wages"')
    )
    mine = edited(('basis = "inferred"', 'basis = "assumed"'))
    found = carry(DRAFTED, mine, today)
    assert "firm.raise_pay" in {o.id for o in found.conflict.options}
    assert found.conflict.option("firm.raise_pay").label == "raise wages"
    assert not any(line.fate in (Fate.NEW, Fate.GONE) for line in found.lines)


def test_an_id_that_means_another_option_today_is_changed() -> None:
    today = parse_model(MODEL.replace('label = "hire others"', 'label = "sell the ferry"'))
    found = carry(DRAFTED, DRAFTED, today)
    (sold,) = (o for o in found.conflict.options if o.label == "sell the ferry")
    assert sold.id == "firm.sell_the_ferry"
    assert fates(found)["Ferry firm: hire others"] is Fate.GONE


def test_the_first_want_has_none_above_it_to_change_places_with() -> None:
    drafted = edited(
        (
            'condition = "crew.sail if firm.raise_pay"\n',
            'condition = "crew.sail if firm.raise_pay"\norder = "unknown"\n',
        ),
    )
    mine = replace(
        drafted,
        decision_makers=tuple(
            replace(d, wants=tuple(replace(w, unordered=False) for w in d.wants[1:]))
            if d.id == "crew"
            else d
            for d in drafted.decision_makers
        ),
    )
    found = carry(drafted, mine, drafted).conflict
    check(found)
    assert [str(w.condition) for w in found.decision_maker("crew").wants] == [
        "crew.sail if firm.raise_pay"
    ]


def test_a_question_that_counts_otherwise_is_the_same() -> None:
    drafted = edited(("Does the firm want", "Which of 2 does the firm want"))
    today = edited(("Does the firm want", "Which of 3 does the firm want"))
    found = carry(drafted, drafted, today)
    assert [q.text for q in found.conflict.open_questions] == [today.open_questions[0].text]
    assert not any(line.touched for line in found.lines)


def test_a_model_with_a_ranking_stays_as_edited() -> None:
    mine = edited(
        (
            'name = "Ferry crew"\n',
            'name = "Ferry crew"\nranking = ["YYN", "NYN", "YNN", "NNN", '
            '"YYY", "NYY", "YNY", "NNY"]\n',
        )
    )
    today = without_option(DRAFTED, "firm.hire_others")
    assert carry(DRAFTED, mine, today).conflict == mine


@st.composite
def cuts(draw: st.DrawFn) -> Conflict:
    """The model without some of its options, and with some of its wants turned."""
    conflict = DRAFTED
    for id_ in draw(st.sets(st.sampled_from([o.id for o in DRAFTED.options]), max_size=2)):
        conflict = without_option(conflict, id_)
    if draw(st.booleans()):
        conflict = replace(
            conflict,
            decision_makers=tuple(
                replace(d, wants=tuple(reversed(d.wants))) for d in conflict.decision_makers
            ),
        )
    if draw(st.booleans()):
        conflict = replace(conflict, open_questions=())
    return conflict


@settings(max_examples=60, deadline=None)
@given(cuts(), cuts())
def test_laws(mine: Conflict, today: Conflict) -> None:
    found = carry(DRAFTED, mine, today).conflict
    check(found)
    # What the analyst took out is never back.
    assert {o.id for o in found.options} <= {o.id for o in mine.options}
    # Nothing edited: today's draft. Nothing new: the edited model.
    assert carry(DRAFTED, mine, DRAFTED).conflict == mine
    plain = carry(DRAFTED, DRAFTED, today).conflict
    assert {o.id for o in plain.options} == {o.id for o in today.options}
    # To carry the same edits again changes nothing.
    assert carry(DRAFTED, mine, today).conflict == found


@settings(max_examples=60, deadline=None)
@given(conflicts())
def test_any_model_carried_to_itself_is_itself(model: Conflict) -> None:
    assert carry(model, model, model).conflict == model


@pytest.mark.parametrize("times", [2, 3])
def test_edits_of_edits(times: int) -> None:
    """A second edit rests on the plain draft again, so that the first one's cuts are kept."""
    today = DRAFTED
    mine = without_option(DRAFTED, "firm.hire_others")
    for n in range(times):
        shown = carry(DRAFTED, mine, today).conflict
        mine = replace(shown, name=f"edit {n}")
        shown = carry(today, mine, today).conflict
        assert shown == mine
        assert "firm.hire_others" not in {o.id for o in shown.options}
