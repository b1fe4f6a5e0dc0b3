"""What a want is tied to, and what is no act by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.drafting import Draft, draft
from firstmove.statement import Act, ActPlace, ConditionKind, Kind, Mention, Stance
from tests.drafting.case import Case


def told(made: Draft, party: str) -> dict[str, str]:
    makers = [d for d in made.conflict.decision_makers if d.name == party]
    return {str(w.condition): w.basis.value for d in makers for w in d.wants}


def labels(made: Draft) -> list[str]:
    return [o.label for o in made.conflict.options]


def tied(clause: str, act: str, *, sentence: str = "Northport would sell the ferry") -> Case:
    """A promise whose condition is only told by the act in it."""
    case = Case(f"{sentence} {clause}. Southport demands a toll.")
    case.say(
        "Northport", "would", f"{sentence} {clause}", Kind.AGREE,
        acts=(("Northport", "sell the ferry", False),),
    ).say(
        "Southport", "demands", "a toll", Kind.REQUEST, acts=(("Northport", "a toll", False),)
    )  # fmt: skip
    made = case.statements[0]
    condition = Act(
        Mention(case.span("Southport"), name="Southport", party="Southport"),
        case.span(act), act, place=ActPlace.CONDITION, stance=Stance.IF,
    )  # fmt: skip
    case.statements[0] = case.groups[0][0] = replace(made, acts=(*made.acts, condition))
    return case


@pytest.mark.parametrize(
    ("clause", "act", "word"),
    [
        ("once Southport had deepened the channel", "deepened the channel", "if"),
        ("as long as Southport deepens the channel", "deepens the channel", "if"),
        ("in return for Southport dredging the channel", "dredging the channel", "if"),
        ("provided Southport deepens the channel", "deepens the channel", "if"),
        ("only if Southport deepens the channel", "deepens the channel", "only if"),
        ("only once Southport has paid its dues", "paid its dues", "only if"),
        ("on the day Southport lifts the boom", "lifts the boom", "if"),
        ("were Southport to lift the boom", "lift the boom", "if"),
    ],
)
def test_a_condition_that_only_its_act_tells(clause: str, act: str, word: str) -> None:
    wants = told(draft(tied(clause, act).view()), "Northport")
    assert any(w.startswith(f"northport.sell_ferry {word} southport.") for w in wants)


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("until spring, hours before Southport passed the budget", "passed the budget"),
        ("if need be, days after Southport raised the toll", "raised the toll"),
        ("while Southport deepens the channel", "deepens the channel"),
        ("although Southport deepens the channel", "deepens the channel"),
    ],
)
def test_what_only_stands_beside_is_no_condition(clause: str, act: str) -> None:
    wants = told(draft(tied(clause, act).view()), "Northport")
    assert not any(w.startswith("northport.sell_ferry ") for w in wants)


def two_clauses(joint: str) -> Case:
    text = (
        f"Northport would shun the fair{joint} close the lock if Southport raises the toll. "
        "Southport demands a pilot."
    )
    return (
        Case(text)
        .say(
            "Northport", "would",
            f"shun the fair{joint} close the lock if Southport raises the toll", Kind.AGREE,
            acts=(
                ("Northport", "shun the fair", False), ("Northport", "close the lock", False)
            ),
            condition=(
                ConditionKind.IF, "if Southport raises the toll", "Southport", "raises the toll"
            ),
        )
        .say(
            "Southport", "demands", "a pilot", Kind.REQUEST, acts=(("Northport", "a pilot", False),)
        )
    )  # fmt: skip


def test_a_condition_holds_in_its_own_clause() -> None:
    wants = told(draft(two_clauses(", and that it would").view()), "Northport")
    assert "northport.shun_fair" in wants
    assert "northport.close_lock if southport.raises_toll" in wants


def test_a_condition_holds_for_all_acts_of_its_clause() -> None:
    wants = told(draft(two_clauses(" and").view()), "Northport")
    assert "northport.shun_fair if southport.raises_toll" in wants
    assert "northport.close_lock if southport.raises_toll" in wants


@pytest.mark.parametrize("saying", ["agree", "undertake in advance", "promise", "pledge publicly"])
def test_what_is_undertaken_is_the_act_and_not_the_undertaking(saying: str) -> None:
    text = f"Northport demands that Southport {saying} to deepen the channel."
    case = Case(text).say(
        "Northport", "demands", text.partition("demands ")[2][:-1], Kind.REQUEST,
        acts=(("Southport", saying, False), ("Southport", "deepen the channel", False)),
    )  # fmt: skip
    assert labels(draft(case.view())) == ["deepen the channel"]


def _rejected(thing: str) -> Draft:
    case = Case(f"Northport rejected {thing}. Southport demands that Northport open the lock.")
    case.say(
        "Northport", "rejected", thing, Kind.REJECT, acts=((None, thing, False),)
    ).say(
        "Southport", "demands", "that Northport open the lock", Kind.REQUEST,
        acts=(("Northport", "open the lock", False),),
    )  # fmt: skip
    statement = case.statements[0]
    case.statements[0] = case.groups[0][0] = replace(
        statement, acts=(replace(statement.acts[0], thing=True),)
    )
    return draft(case.view())


@pytest.mark.parametrize("thing", ["the link", "the bargain", "a warning", "its ultimatum"])
def test_words_that_name_nothing_are_nothing_to_accept(thing: str) -> None:
    assert labels(_rejected(thing)) == ["open the lock"]


@pytest.mark.parametrize(
    "thing",
    [
        "the timetable for the handover",
        "a toll",
        "the offer",
        "the rail link",
        "the night schedule",
    ],
)
def test_words_that_name_a_thing_are_something_to_accept(thing: str) -> None:
    assert f"accept {thing}" in labels(_rejected(thing))


def _lands(words: str, *, more: int) -> Draft:
    """A board asks two of several; ``more``: how often a third country is told of."""
    said = [("Kedda", "open the lock"), ("Orland", "lower the toll")] * 3
    said += [("Sund", "sell the ferry")] * more
    text = " ".join(f"{a} would {act}." for a, act in said)
    case = Case(f"{text} The River Board urged {words} to sign the charter.")
    for land, act in said:
        case.say(land, "would", act, Kind.AGREE, acts=((land, act, False),))
    case.say(
        "River Board", "urged", f"{words} to sign the charter", Kind.REQUEST,
        acts=((words, "sign the charter", False),),
    )  # fmt: skip
    statement = case.statements[-1]
    actor = Mention(case.span(words), name=words)
    case.statements[-1] = case.groups[-1][0] = replace(
        statement, acts=(replace(statement.acts[0], actor=actor),)
    )
    return draft(case.view())


@pytest.mark.parametrize("words", ["both countries", "both governments", "the two states"])
def test_both_countries_are_the_two_that_most_is_told_of(words: str) -> None:
    made = _lands(words, more=1)
    asked = {o.owner for o in made.conflict.options if o.label == "sign the charter"}
    assert asked == {"kedda", "orland"}


def test_both_countries_are_nobody_where_a_third_is_told_of_as_much() -> None:
    assert "sign the charter" not in labels(_lands("both countries", more=3))


@pytest.mark.parametrize(
    ("price", "refused"),
    [
        ("a quota of 90,000 tonnes", "the quota"), ("a pause of 30 days", "the pause"),
        ("a loan of 5 million euros", "the loan"), ("a toll of 4 percent", "the toll"),
    ],
)  # fmt: skip
def test_the_price_of_one_is_what_the_other_refuses_to_accept(price: str, refused: str) -> None:
    made = draft(_price_and_answer(price, refused).view())
    assert f"accept {refused}" in labels(made)
    (want,) = (w for w in told(made, "Northport") if w.startswith("northport.lower_fee"))
    assert want == f"northport.lower_fee if southport.accept_{refused.split()[1]}"


def test_the_price_of_another_thing_is_not_what_is_refused() -> None:
    made = draft(_price_and_answer("a quota of 90,000 tonnes", "the loan").view())
    assert not any("accept_loan" in w for w in told(made, "Northport"))


def _price_and_answer(price: str, refused: str) -> Case:
    case = Case(
        f"Northport would lower the fee in return for {price}. Southport rejected {refused}. "
        "Kedda demands that Northport sell the ferry."
    )
    case.say(
        "Northport", "would", "lower the fee", Kind.AGREE,
        acts=(("Northport", "lower the fee", False),),
        condition=(ConditionKind.IF, f"in return for {price}", None, price),
    ).say(
        "Southport", "rejected", refused, Kind.REJECT, acts=((None, refused, False),)
    ).say(
        "Kedda", "demands", "that Northport sell the ferry", Kind.REQUEST,
        acts=(("Northport", "sell the ferry", False),),
    )  # fmt: skip
    for n, place in ((0, -1), (1, 0)):
        statement = case.statements[n]
        acts = list(statement.acts)
        acts[place] = replace(acts[place], thing=True)
        case.statements[n] = case.groups[n][0] = replace(statement, acts=tuple(acts))
    return case


def _hostile(cue: str, kind: Kind, *, condition: str = "") -> dict[str, str]:
    end = f" {condition}" if condition else ""
    case = Case(
        f"Northport {cue} close the strait{end}. Southport demands that Northport sell the ferry."
    )
    case.say(
        "Northport", cue, "close the strait", kind,
        acts=(("Northport", "close the strait", False),),
        condition=(ConditionKind.UNLESS, condition, "Southport", condition.split(" ", 2)[2])
        if condition
        else None,
    ).say(
        "Southport", "demands", "that Northport sell the ferry", Kind.REQUEST,
        acts=(("Northport", "sell the ferry", False),),
    )  # fmt: skip
    return told(draft(case.view()), "Northport")


@pytest.mark.parametrize("kind", [Kind.THREATEN, Kind.COERCE, Kind.SANCTION, Kind.MOBILIZE])
@pytest.mark.parametrize("cue", ["said it would", "intends to", "was preparing to"])
def test_what_is_done_whatever_others_do_is_a_plan(cue: str, kind: Kind) -> None:
    assert _hostile(cue, kind)["northport.close_strait"] == "stated"


@pytest.mark.parametrize("cue", ["threatened to", "warned it would", "gave notice that it would"])
def test_what_is_held_over_somebody_is_inferred(cue: str) -> None:
    assert _hostile(cue, Kind.THREATEN)["northport.close_strait"] == "inferred"


def test_a_threat_on_a_condition_is_inferred_in_plain_words_as_well() -> None:
    wants = _hostile("said it would", Kind.THREATEN, condition="unless Southport lowers the toll")
    assert wants["northport.close_strait unless southport.lowers_toll"] == "inferred"
