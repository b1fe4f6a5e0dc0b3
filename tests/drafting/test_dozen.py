"""Which dozen: what is best witnessed, and what makes the wants of the reports whole."""

from __future__ import annotations

from firstmove.drafting import draft
from firstmove.drafting.options.chosen import MAX_OPTIONS
from firstmove.statement import ConditionKind, Kind
from tests.drafting.case import Case

THINGS = "gates locks quays tolls nets buoys masts sails ropes barges cranes".split()


def promises() -> Case:
    """Eleven acts that Northport promises for something that nobody could do, and of which
    Southport warns as well; one at last for what Southport could do."""
    told = " ".join(
        f"Northport would repair the {t} if the {t} were dry. Southport warned of the {t}."
        for t in THINGS
    )
    case = Case(f"{told} Northport would sell the ferry if Southport deepens the channel.")
    for thing in THINGS:
        case.say(
            "Northport", "would", f"repair the {thing}", Kind.AGREE,
            acts=(("Northport", f"repair the {thing}", False),),
            condition=(
                ConditionKind.IF, f"if the {thing} were dry", None, f"{thing} were dry"
            ),
        ).say(
            "Southport", "warned", f"of the {thing}", Kind.WARN,
            acts=(("Northport", f"repair the {thing}", False),),
        )  # fmt: skip
    return case.say(
        "Northport", "would", "sell the ferry", Kind.AGREE,
        acts=(("Northport", "sell the ferry", False),),
        condition=(
            ConditionKind.IF, "if Southport deepens the channel", "Southport",
            "deepens the channel",
        ),
    )  # fmt: skip


def test_options_that_make_a_want_whole_come_before_those_that_more_speak_of() -> None:
    made = draft(promises().view())
    assert len(made.conflict.options) == MAX_OPTIONS
    kept = {o.label for o in made.conflict.options}
    assert {"sell the ferry", "deepens the channel"} <= kept
    north = made.conflict.decision_makers[0]
    told = [str(w.condition) for w in north.wants if w.basis.value == "stated"]
    assert told == ["northport.sell_ferry if southport.deepens_channel"]


def test_no_want_of_the_model_needs_an_option_of_the_drawer() -> None:
    made = draft(promises().view())
    ids = {o.id for o in made.conflict.options} | set(made.conflict.defines)
    for maker in made.conflict.decision_makers:
        for want in maker.wants:
            assert set(want.condition.names) <= ids
