"""First moves by decision diagrams: as by listed states where both can be asked, and beyond."""

from __future__ import annotations

import pytest

from firstmove.analysis import first_moves
from firstmove.analysis.first_moves.beyond import beyond
from firstmove.conflict import (
    Conflict,
    DecisionMaker,
    Impossible,
    Name,
    Option,
    StatusQuo,
    Want,
    check,
    parse_condition,
)
from firstmove.errors import AnalysisError
from firstmove.views import moves_document, moves_terminal
from tests.analysis.oracle import Oracle
from tests.analysis.test_moves import drawn, legal

pytest.importorskip("dd")

ASKED = ("nash", "gmr", "smr", "seq", "sim")


@pytest.mark.parametrize("seed", range(45))
def test_as_by_listed_states(seed: int) -> None:
    conflict, start, literal = drawn(seed)
    goal = None if seed % 3 == 1 else literal
    listed = first_moves(conflict, goal, start=start, tries=0, limit=1)
    found = beyond(conflict, goal, start, "seq", ASKED)
    for one, other in (
        (found.states, listed.states),
        (found.holds_now, listed.holds_now),
        (found.met_now, listed.met_now),
        (found.goals, listed.goals),
        (found.holding, listed.holding),
        (found.reached, listed.reached),
        ([v.stable for v in found.why], [v.stable for v in listed.why]),
    ):
        assert one == other
    assert [(o.decision_maker, o.others, o.effect) for o in found.openers] == [
        (o.decision_maker, o.others, o.effect) for o in listed.openers
    ]
    oracle = Oracle(conflict)
    for mine, its in zip(found.openers, listed.openers, strict=True):
        assert legal(oracle, mine.path, start)
        assert [s.after for s in mine.path.steps] == [s.after for s in its.path.steps]
        assert mine.path == its.path
        assert mine.until == its.until


def town(options: int) -> Conflict:
    """Three sides with as many options each: none wants to go first, each wants what the side
    before it does, and what it does itself only together with that."""
    ids = {side: [f"{side}.o{n}" for n in range(options)] for side in ("a", "b", "c")}
    before = {"a": "c", "b": "a", "c": "b"}
    makers = tuple(
        DecisionMaker(
            side, side.upper(),
            (
                *(Want(parse_condition(f"{o} iff {p}"))
                  for o, p in zip(ids[side], ids[before[side]], strict=True)),
                *(Want(Name(o)) for o in ids[before[side]]),
            ),
        )
        for side in ids
    )  # fmt: skip
    every = [o for side in ids.values() for o in side]
    made = Conflict(
        "town", makers, tuple(Option(o, o[0], o[2:]) for o in every),
        impossible=(Impossible(parse_condition("a.o0 and not a.o1")),),
        status_quo=StatusQuo(dict.fromkeys(every, False)),
    )  # fmt: skip
    check(made)
    return made


def test_thirty_options() -> None:
    conflict = town(10)
    goal = "a.o3 and b.o3 and c.o3"
    small = first_moves(town(4), goal, tries=0)
    found = first_moves(conflict, goal)
    assert found.states == 3 << 28
    assert {o.decision_maker: o.others for o in found.openers} == {
        o.decision_maker: o.others for o in small.openers
    }
    for opener in found.openers:
        last = opener.path.steps[-1].after
        assert all(last[side * 10 + 3] == "Y" for side in range(3))
    text = moves_terminal(found)
    assert "levers: with so many states no changes were tried" in " ".join(text.split())
    assert moves_document(found)["ways"] == []


def test_what_is_not_told_of_so_many_states() -> None:
    with pytest.raises(AnalysisError, match="the best"):
        first_moves(town(8), best=True)
    with pytest.raises(AnalysisError, match="not a possible state"):
        first_moves(town(8), "a.o1", start="N")
    with pytest.raises(AnalysisError, match="not a possible state"):
        first_moves(town(8), "a.o1", start="Y" + "N" * 23)
