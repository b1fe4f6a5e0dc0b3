"""Evolution from the status quo, against a search written out, and in the Elmira conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.analysis.concepts.evolution import evolution
from firstmove.conflict import load_model
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.outright import Outright, random_graph
from tests.analysis.test_sets import mixed_model, model


def levels(oracle: Outright, start: str, *, improving: bool) -> dict[tuple[str, str], int]:
    """(state, last mover) → fewest moves, one more move at a time."""
    found: dict[tuple[str, str], int] = {}
    now = {(start, "")}
    moves = 0
    while now:
        moves += 1
        after = {
            (q, j)
            for at, last in now
            for j in oracle.players
            if j != last
            for q in (oracle.better(j, at) if improving else oracle.moves[j, at])
        } - set(found)
        found |= dict.fromkeys(after, moves)
        now = after
    return found


@pytest.mark.parametrize("improving", [False, True])
def test_agrees_with_a_search_written_out(improving: bool) -> None:
    for seed in range(60):
        conflict = mixed_model(seed) if seed % 3 else model(seed)
        oracle = Outright(conflict)
        start = oracle.states[seed % len(oracle.states)]
        found = evolution(conflict, start, by_improvements=improving)
        wanted = levels(oracle, start, improving=improving)
        assert {(r.state, r.mover): r.moves for r in found.reached} == wanted
        assert [r.moves for r in found.reached] == sorted(wanted.values())
        assert set(found.states) == {start} | {state for state, _ in wanted}
        for (state, mover), moves in wanted.items():
            path = found.path(state, mover)
            assert len(path) == moves
            at, last = start, ""
            for step in path:
                assert step.before == at
                assert step.mover != last
                allowed = (
                    oracle.better(step.mover, at) if improving else oracle.moves[step.mover, at]
                )
                assert step.after in allowed
                at, last = step.after, step.mover
            assert (at, last) == (state, mover)
        for state in oracle.states:
            fewest = min((n for (q, _), n in wanted.items() if q == state), default=None)
            assert found.moves_to(state) == (0 if state == start else fewest)


def test_elmira() -> None:
    """From s1, improvements lead to s5 and no further; s8, which came about in the end, lies
    beyond moves that pay for each of those who make them."""
    elmira = load_model(bundled("elmira"))
    gains = evolution(elmira, by_improvements=True)
    assert gains.start == "NYNNN"
    assert gains.moves_to("NYNNY") == 1
    assert gains.moves_to("YNYNY") is None
    path = evolution(elmira).path("YNYNY")
    assert sorted(step.mover for step in path) == ["local", "moe", "uniroyal"]


def test_an_open_status_quo_is_no_start() -> None:
    elmira = load_model(bundled("elmira"))
    known = dict(elmira.status_quo.values)
    del known["moe.modify"]
    with pytest.raises(AnalysisError, match=r"nothing tells of moe\.modify"):
        evolution(replace(elmira, status_quo=replace(elmira.status_quo, values=known)))
    with pytest.raises(AnalysisError, match="no status quo"):
        evolution(random_graph(5))
    with pytest.raises(AnalysisError, match="not a possible state"):
        evolution(elmira, "YYYYY")
