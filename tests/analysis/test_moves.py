"""First-move analysis against a second program that enumerates paths, costs and changes itself."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from firstmove.analysis import FirstMoves, answer, first_moves
from firstmove.analysis.first_moves.result import Effect, Keeping, Path
from firstmove.cli import app
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Direction,
    Name,
    Not,
    Option,
    State,
    StatusQuo,
    Want,
    load_model,
    problems,
)
from firstmove.errors import AnalysisError
from firstmove.examples import model
from firstmove.views import moves_document, moves_terminal
from tests.analysis.models import mixed, random_conflict
from tests.analysis.oracle import Oracle

Leg = tuple[str, str, str]


def settled(conflict: Conflict) -> Conflict:
    """The same with every want known."""
    makers = tuple(
        replace(
            maker,
            wants=tuple(
                replace(w, basis=Basis.ASSUMED) if w.basis is Basis.UNKNOWN else w
                for w in maker.wants
            ),
        )
        for maker in conflict.decision_makers
    )
    return replace(conflict, decision_makers=makers)


def drawn(seed: int) -> tuple[Conflict, str, Name | Not]:
    """A conflict in which nothing is unknown, a start and a goal."""
    rng = Random(f"moves {seed}")
    conflict = settled(random_conflict(seed))
    if seed % 3 == 0:
        conflict = mixed(conflict, seed)
    start = rng.choice(Oracle(conflict).states)
    literal = Name(rng.choice(conflict.options).id)
    return conflict, start, literal if rng.random() < 0.6 else Not(literal)


def changed(before: str, after: str) -> int:
    return sum(a != b for a, b in zip(before, after, strict=True))


def shortest(oracle: Oracle, start: str, goal: str) -> list[tuple[Leg, ...]]:
    """All shortest legal paths, by enumerating all legal paths of each length."""
    paths: list[tuple[Leg, ...]] = [()]
    for _ in range(len(oracle.states) * len(oracle.players)):
        paths = [
            (*path, (j, path[-1][2] if path else start, q))
            for path in paths
            for j in oracle.players
            if not path or path[-1][0] != j
            for q in oracle.reach[j, path[-1][2] if path else start]
        ]
        found = [path for path in paths if path[-1][2] == goal]
        if found or not paths:
            return found
        if len(paths) > 60_000:
            pytest.skip("too many paths to enumerate")
    return []


def nodes(oracle: Oracle, start: str) -> dict[tuple[str, str], int]:
    """(state, last mover) → the fewest moves."""
    found: dict[tuple[str, str], int] = {}
    layer, moves = {(start, "")}, 0
    while layer:
        moves += 1
        layer = {
            (q, j)
            for s, last in layer
            for j in oracle.players
            if j != last
            for q in oracle.reach[j, s]
        } - set(found)
        found |= dict.fromkeys(layer, moves)
    return found


def effect(oracle: Oracle, i: str, before: str, after: str) -> Effect:
    if oracle.prefers(i, after, before):
        return Effect.GAIN
    if oracle.prefers(i, before, after):
        return Effect.SACRIFICE
    a, b = oracle.worth[i].get(before), oracle.worth[i].get(after)
    return Effect.UNCOMPARED if a is None or b is None else Effect.INDIFFERENT


def keeping(oracle: Oracle, path: Path, nth: int) -> Keeping:
    step = path.steps[nth]
    if nth + 1 < len(path.steps):
        j, on = path.steps[nth + 1].mover, path.steps[nth + 1].after
        given_up = any(
            oracle.prefers(j, q, on) and oracle.prefers(j, q, step.after)
            for q in oracle.reach[j, step.after]
        )
    else:
        given_up = any(not oracle.seq(k, step.after) for k in oracle.others(step.mover))
    return Keeping.GIVEN_UP if given_up else Keeping.KEPT


def legs(path: Path) -> tuple[Leg, ...]:
    return tuple((s.mover, s.before, s.after) for s in path.steps)


def legal(oracle: Oracle, path: Path, start: str) -> bool:
    at, last = start, ""
    for mover, before, after in legs(path):
        if before != at or mover == last or after not in oracle.reach[mover, before]:
            return False
        at, last = after, mover
    return True


def costs(oracle: Oracle, start: str, goals: set[str]) -> dict[tuple[str, str], float]:
    """The least number of later steps without a gain from each (state, last mover)."""
    cost = {
        (s, k): 0.0 if s in goals else float("inf") for s in oracle.states for k in oracle.players
    }
    changed = True
    while changed:
        changed = False
        for (s, k), value in cost.items():
            for j in oracle.others(k):
                for q in oracle.reach[j, s]:
                    if q == start:
                        continue
                    new = cost[q, j] + (not oracle.prefers(j, q, s))
                    if new < value:
                        cost[s, k] = value = new
                        changed = True
    return cost


@pytest.mark.parametrize("seed", range(60))
def test_ways_and_labels(seed: int) -> None:
    conflict, start, goal = drawn(seed)
    oracle = Oracle(conflict)
    found = first_moves(conflict, goal, start=start, limit=100, paths=1_000, tries=0)
    wanted = {s for s in oracle.states if oracle.true(goal, s)} - {start}
    held = {s for s in oracle.states if all(oracle.seq(i, s) for i in oracle.players)}
    reached = nodes(oracle, start)
    away = {
        s: min((n for (q, _), n in reached.items() if q == s), default=None) for s in oracle.states
    }
    assert found.states == len(oracle.states)
    assert found.holds_now == (start in held)
    assert found.met_now == oracle.true(goal, start)
    assert {way.goal for way in found.ways} == wanted
    assert (found.goals, found.holding) == (len(wanted), len(wanted & held))
    assert found.reached == sum(away[s] is not None for s in wanted)
    order = [(not w.holds, w.moves or 99, oracle.states.index(w.goal)) for w in found.ways]
    assert [o[:2] for o in order] == sorted(o[:2] for o in order)
    for way in found.ways:
        assert way.holds == (way.goal in held)
        assert way.moves == away[way.goal]
        for path in way.paths:
            assert legal(oracle, path, start)
            assert (len(path.steps), path.steps[-1].after) == (way.moves, way.goal)
            for nth, step in enumerate(path.steps):
                assert step.effect == effect(oracle, step.mover, step.before, step.after)
                assert step.keeping == keeping(oracle, path, nth)
                assert bool(step.by) == (step.keeping is not Keeping.KEPT)
    for way in [w for w in found.ways if (w.moves or 9) <= 3][:4]:
        every = shortest(oracle, start, way.goal)
        assert way.count == len(every)
        assert {legs(path) for path in way.paths} <= set(every)
        if way.count <= 200:
            assert len({legs(path) for path in way.paths}) == way.count


@pytest.mark.parametrize("seed", range(60))
def test_openers(seed: int) -> None:
    conflict, start, goal = drawn(seed)
    oracle = Oracle(conflict)
    found = first_moves(conflict, goal, start=start, tries=0)
    wanted = {s for s in oracle.states if oracle.true(goal, s)} - {start}
    held = {s for s in wanted if all(oracle.seq(i, s) for i in oracle.players)}
    cost = costs(oracle, start, held or wanted)
    opens = {i: min((cost[q, i] for q in oracle.reach[i, start]), default=9e9) for i in
             oracle.players}  # fmt: skip
    least = min(opens.values())
    expected = {i: int(least) for i, c in opens.items() if c == least < 9e8}
    assert {o.decision_maker: o.others for o in found.openers} == expected
    assert {o.decision_maker for o in found.open_by_gains} == {i for i, c in opens.items() if not c}
    assert found.must == (next(iter(expected)) if len(expected) == 1 and least == 0 else "")
    for opener in found.openers:
        assert legal(oracle, opener.path, start)
        assert opener.path.opener == opener.decision_maker
        assert opener.path.steps[-1].after in (held or wanted)
        at_cost = [
            q
            for q in oracle.reach[opener.decision_maker, start]
            if cost[q, opener.decision_maker] == least
        ]
        gains = any(oracle.prefers(opener.decision_maker, q, start) for q in at_cost)
        assert (opener.effect is Effect.GAIN) == gains
        free = [q for q in at_cost if oracle.prefers(opener.decision_maker, q, start) or not gains]
        assert changed(start, opener.path.steps[0].after) == min(changed(start, q) for q in free)
        later = [oracle.prefers(s.mover, s.after, s.before) for s in opener.path.steps[1:]]
        assert later.count(False) == opener.others
        assert all(s.after != start for s in opener.path.steps)
        no_worse = [
            s.after
            for s in opener.path.steps
            if effect(oracle, opener.decision_maker, start, s.after)
            in (Effect.GAIN, Effect.INDIFFERENT)
        ]
        assert opener.until == (no_worse[0] if no_worse else "")


@pytest.mark.parametrize("seed", range(40))
def test_default_goal(seed: int) -> None:
    conflict, start, _ = drawn(seed)
    oracle = Oracle(conflict)

    def no_worse(i: str, s: str) -> bool:
        return effect(oracle, i, start, s) in (Effect.GAIN, Effect.INDIFFERENT)

    expected = {
        s
        for s in oracle.states
        if all(oracle.seq(i, s) and no_worse(i, s) for i in oracle.players)
        and any(oracle.prefers(i, s, start) for i in oracle.players)
    }
    found = first_moves(conflict, start=start, limit=100, tries=0)
    assert {way.goal for way in found.ways} == expected
    if not expected:
        assert not found.openers
        assert "give a goal" in " ".join(answer(found))


@pytest.mark.parametrize("seed", range(20))
def test_best_goal_states_are_those_that_no_other_dominates(seed: int) -> None:
    conflict, start, _ = drawn(seed)
    oracle = Oracle(conflict)
    every = [w.goal for w in first_moves(conflict, start=start, limit=100, tries=0).ways]

    def dominated(s: str) -> bool:
        return any(
            all(
                effect(oracle, i, s, q) in (Effect.GAIN, Effect.INDIFFERENT) for i in oracle.players
            )
            and any(oracle.prefers(i, q, s) for i in oracle.players)
            for q in every
        )

    found = first_moves(conflict, best=True, start=start, limit=100, tries=0)
    assert {way.goal for way in found.ways} == {s for s in every if not dominated(s)}
    assert bool(found.goals) == bool(every)


def gains_alone(oracle: Oracle, start: str, goals: set[str]) -> bool:
    """Whether gains alone lead from the start to a goal state, nobody moving twice running."""
    seen, todo = set(), [(start, "")]
    while todo:
        s, last = todo.pop()
        for j in oracle.players:
            for q in oracle.better[j, s] if j != last else ():
                if (q, j) not in seen and q != start:
                    seen.add((q, j))
                    todo.append((q, j))
    return any(s in goals for s, _ in seen)


def helps(conflict: Conflict, start: str, goals: set[str], now: Oracle) -> bool:
    """Whether the changed conflict, of the same states at most, does what the model did not."""
    oracle = Oracle(conflict)
    if start not in oracle.states or not goals & set(oracle.states):
        return False
    held = {s for s in goals & set(oracle.states) if all(oracle.seq(i, s) for i in oracle.players)}
    before = {s for s in goals if all(now.seq(i, s) for i in now.players)}
    if not before and held:
        return True
    if gains_alone(now, start, before or goals):
        return False
    return gains_alone(oracle, start, held if before else goals & set(oracle.states))


@pytest.mark.parametrize(
    "seed", [pytest.param(n, marks=[pytest.mark.long] if n >= 10 else []) for n in range(30)]
)
def test_levers(seed: int) -> None:
    conflict, start, goal = drawn(seed)
    oracle = Oracle(conflict)
    goals = {s for s in oracle.states if oracle.true(goal, s)} - {start}
    found = first_moves(conflict, goal, start=start, tries=400)
    if found.levers is None:
        assert not goals
        return
    if found.levers.tried < found.levers.singles:
        pytest.skip("more changes than were tried")
    singles = [lever for lever in found.levers.found if lever.size == 1]
    kinds = {kind: {lever.changes[0].said for lever in singles if lever.changes[0].kind == kind}
             for kind in ("one way", "drop")}  # fmt: skip
    names = {d.id: d.name for d in conflict.decision_makers}
    shown = {o.id: f"‘{o.label}’" if o.label else o.id for o in conflict.options}
    expected: dict[str, set[str]] = {"one way": set(), "drop": set()}
    for option in conflict.options:
        label = f"“{option.label}” of {names[option.owner]}"
        for way, said in (
            (Direction.FORWARD, f"{label}, once taken, cannot be dropped"),
            (Direction.BACK, f"{label}, once dropped, cannot be taken"),
        ):
            if option.direction is Direction.BOTH:
                made = replace(
                    conflict,
                    options=tuple(
                        replace(o, direction=way) if o.id == option.id else o
                        for o in conflict.options
                    ),
                )
                if helps(made, start, goals, oracle):
                    expected["one way"].add(said)
    for maker in conflict.decision_makers:
        for n, want in enumerate(maker.wants if len(maker.wants) < 20 else ()):
            less = replace(maker, wants=maker.wants[:n] + maker.wants[n + 1 :])
            made = replace(
                conflict,
                decision_makers=tuple(
                    less if d.id == maker.id else d for d in conflict.decision_makers
                ),
            )
            if helps(made, start, goals, oracle):
                wanted = want.condition.text(lambda id_: shown[id_])
                expected["drop"].add(f"{maker.name} does not want “{wanted}”")
    assert kinds["one way"] == expected["one way"]
    if all(len(maker.wants) < 20 for maker in conflict.decision_makers):
        assert kinds["drop"] == expected["drop"]
    for lever in found.levers.found:
        assert lever.holds or lever.path
        if len(lever.model.options) < len(conflict.options):
            kept = [o in lever.model.options for o in conflict.options]
            after = Oracle(lever.model)
            for state in (*lever.holds, *(s.after for s in lever.path)):
                values = dict(zip([o.id for o in conflict.options], state, strict=True))
                for id_ in values.keys() - {o.id for o in lever.model.options}:
                    assert after.true(Name(id_), short(state, kept)) == (values[id_] == "Y")
            for state in lever.holds:
                assert all(after.seq(i, short(state, kept)) for i in after.players)
            for s in lever.path:
                assert after.prefers(s.mover, short(s.after, kept), short(s.before, kept))
                assert short(s.after, kept) in after.reach[s.mover, short(s.before, kept)]
        else:
            after = Oracle(lever.model)
            assert all(after.seq(i, s) for s in lever.holds for i in after.players)
            assert all(after.prefers(s.mover, s.after, s.before) for s in lever.path)
            assert lever.now_holds == all(after.seq(i, start) for i in after.players)
            if lever.path:
                assert lever.path[-1].after in goals
        sizes = [one.size for one in found.levers.found]
        assert sizes == sorted(sizes)


def short(state: str, kept: list[bool]) -> str:
    return "".join(letter for letter, stays in zip(state, kept, strict=True) if stays)


def test_pairs_are_tried_where_no_single_change_helps() -> None:
    """Two sides, each of which would have to want the other's step more than its own."""
    a = DecisionMaker("a", "A", (Want(Not(Name("a.x"))),))
    b = DecisionMaker("b", "B", (Want(Not(Name("b.y"))),))
    conflict = Conflict(
        "x", (a, b), (Option("a.x", "a", "x"), Option("b.y", "b", "y")),
        status_quo=StatusQuo({"a.x": False, "b.y": False}),
    )  # fmt: skip
    found = first_moves(conflict, "a.x and b.y", concept="nash", tries=5_000)
    assert found.levers is not None
    assert all(lever.size == 2 for lever in found.levers.found if lever.path and lever.holds)
    assert found.levers.tried == found.levers.singles
    assert found.levers.found


def test_unknown_wants_never_count_as_gains() -> None:
    """An effect is what it is in every reading of what is not known, else it is not known."""
    for seed in range(50):
        conflict = random_conflict(seed)
        unsure = [w for d in conflict.decision_makers for w in d.wants if w.basis is Basis.UNKNOWN]
        if not unsure or len(unsure) > 6:
            continue
        oracles = []
        for signs in product((True, False), repeat=len(unsure)):
            left = iter(signs)
            makers = tuple(
                replace(
                    d,
                    wants=tuple(
                        replace(
                            w,
                            basis=Basis.ASSUMED,
                            condition=w.condition if next(left) else Not(w.condition),
                        )
                        if w.basis is Basis.UNKNOWN
                        else w
                        for w in d.wants
                    ),
                )
                for d in conflict.decision_makers
            )
            oracles.append(Oracle(replace(conflict, decision_makers=makers)))
        start = Random(seed).choice(oracles[0].states)
        goal = Name(conflict.options[0].id)
        found = first_moves(conflict, goal, start=start, tries=0, readings=0)
        steps = [s for w in found.ways for p in w.paths for s in p.steps]
        steps += [s for o in found.openers for s in o.path.steps]
        for step in steps:
            told = {effect(o, step.mover, step.before, step.after) for o in oracles}
            assert step.effect == (told.pop() if len(told) == 1 else Effect.UNKNOWN)
        for opener in found.openers:
            gains = [s.effect is Effect.GAIN for s in opener.path.steps[1:]]
            assert gains.count(False) == opener.others


@pytest.mark.parametrize("seed", range(40))
def test_graph_form(seed: int) -> None:
    """Free graphs, in which the last mover counts."""
    rng = Random(f"graph {seed}")
    ids = [f"s{n}" for n in range(rng.randint(3, 8))]
    makers = []
    for i in range(rng.choice((2, 2, 3))):
        moves = [(a, b) for a in ids for b in ids if a != b and rng.random() < 0.25]
        order = rng.sample(ids, len(ids))
        makers.append(
            DecisionMaker(f"d{i}", f"D{i}", ranking=tuple((s,) for s in order), moves=tuple(moves))
        )
    conflict = Conflict(
        "graph", tuple(makers), (), states=tuple(State(s) for s in ids),
        status_quo=StatusQuo(state=ids[0]),
    )  # fmt: skip
    assert not problems(conflict)
    goal = rng.choice(ids[1:])
    found = first_moves(conflict, goal, paths=300, tries=300)
    reach = {(m.id, s): {b for a, b in m.moves if a == s} for m in makers for s in ids}
    better = {
        (m.id, s): {q for q in reach[m.id, s] if tier(m, q) < tier(m, s)}
        for m in makers
        for s in ids
    }
    paths: list[tuple[Leg, ...]] = [()]
    least_moves: int | None = None
    count = 0
    for length in range(1, len(ids) * len(makers) + 1):
        paths = [
            (*p, (m.id, p[-1][2] if p else ids[0], q))
            for p in paths
            for m in makers
            if not p or p[-1][0] != m.id
            for q in reach[m.id, p[-1][2] if p else ids[0]]
        ]
        count = sum(p[-1][2] == goal for p in paths)
        if count:
            least_moves = length
            break
        if not paths or len(paths) > 30_000:
            break
    (way,) = found.ways
    if least_moves or len(paths) <= 30_000:
        assert (way.moves, way.count) == (least_moves, count)
        every = {p for p in paths if p[-1][2] == goal} if least_moves else set()
        assert {legs(path) for path in way.paths} <= every
        assert len({legs(path) for path in way.paths}) == min(count, 200)
    assert found.levers is not None
    for lever in found.levers.found:
        assert lever.holds or lever.path
        for step in lever.path:
            mover = lever.model.decision_maker(step.mover)
            assert (step.before, step.after) in mover.moves
            assert tier(mover, step.after) < tier(mover, step.before)
    seen: dict[tuple[str, str], int] = {(goal, m.id): 0 for m in makers}
    for _ in range(len(ids) * len(makers) * 3):
        for s in ids:
            for k in makers:
                for j in makers:
                    for q in reach[j.id, s] - {ids[0]} if j is not k else ():
                        if (q, j.id) in seen:
                            new = seen[q, j.id] + (q not in better[j.id, s])
                            seen[s, k.id] = min(new, seen.get((s, k.id), 99))
    opens = {
        m.id: min((seen.get((q, m.id), 99) for q in reach[m.id, ids[0]]), default=99)
        for m in makers
    }
    least = min(opens.values())
    assert {o.decision_maker: o.others for o in found.openers} == {
        i: c for i, c in opens.items() if c == least < 99
    }


def test_an_opening_that_gains_is_preferred_to_a_shorter_one() -> None:
    i = DecisionMaker("i", "I", ranking=(("m",), ("s",), ("g",)), moves=(("s", "g"), ("s", "m")))
    j = DecisionMaker("j", "J", ranking=(("g",), ("m",), ("s",)), moves=(("m", "g"),))
    conflict = Conflict(
        "ford", (i, j), (), states=(State("s"), State("m"), State("g")),
        status_quo=StatusQuo(state="s"),
    )  # fmt: skip
    (opener,) = first_moves(conflict, "g").openers
    assert (opener.effect, [s.after for s in opener.path.steps]) == (Effect.GAIN, ["m", "g"])
    assert first_moves(conflict, "g").ways[0].moves == 1


def test_listed_paths_too_have_nobody_moving_twice_running() -> None:
    """Both can open the door and go through it, but not one after the other alone."""
    i = DecisionMaker("i", "I", ranking=(("s", "m", "g"),), moves=(("s", "m"), ("m", "g")))
    j = DecisionMaker("j", "J", ranking=(("s", "m", "g"),), moves=(("s", "m"), ("m", "g")))
    conflict = Conflict(
        "door", (i, j), (), states=(State("s"), State("m"), State("g")),
        status_quo=StatusQuo(state="s"),
    )  # fmt: skip
    (way,) = first_moves(conflict, "g", tries=0).ways
    assert [[s.mover for s in path.steps] for path in way.paths] == [["i", "j"], ["j", "i"]]
    assert (way.moves, way.count) == (2, 2)


def tier(maker: DecisionMaker, state: str) -> int:
    assert maker.ranking is not None
    return next(n for n, states in enumerate(maker.ranking) if state in states)


def renamed(conflict: Conflict, names: dict[str, str]) -> Conflict:
    return replace(
        conflict,
        decision_makers=tuple(replace(d, name=names[d.id]) for d in conflict.decision_makers),
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_swapping_two_names_mirrors_the_answer(seed: int) -> None:
    conflict, start, goal = drawn(seed)
    ids = [d.id for d in conflict.decision_makers]
    names = {id_: f"Party{n}" for n, id_ in enumerate(ids)}
    swapped = names | {ids[0]: names[ids[1]], ids[1]: names[ids[0]]}
    one = first_moves(renamed(conflict, names), goal, start=start, tries=20)
    two = first_moves(renamed(conflict, swapped), goal, start=start, tries=20)

    def mirror(text: str) -> str:
        return text.replace("Party0", "#").replace("Party1", "Party0").replace("#", "Party1")

    assert [mirror(text) for text in answer(one)] == list(answer(two))
    assert mirror(json.dumps(moves_document(one))) == json.dumps(moves_document(two))
    assert mirror(moves_terminal(one, width=10_000)) == moves_terminal(two, width=10_000)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_decision_makers_does_not_matter(seed: int) -> None:
    conflict, start, goal = drawn(seed)
    other = replace(conflict, decision_makers=conflict.decision_makers[::-1])

    def told(found: FirstMoves) -> tuple[object, set[tuple[object, ...]]]:
        ways = {(w.goal, w.holds, w.moves, w.count) for w in found.ways}
        return ways, {(o.decision_maker, o.others, o.effect, len(o.path.steps)) for o in
                      found.openers}  # fmt: skip

    one = first_moves(conflict, goal, start=start, limit=50, tries=0)
    two = first_moves(other, goal, start=start, limit=50, tries=0)
    assert told(one) == told(two)


def test_prisoners_dilemma() -> None:
    found = first_moves(load_model(model("prisoners-dilemma")))
    text = " ".join(answer(found))
    assert (found.start, [way.goal for way in found.ways], found.must) == ("NN", ["YY"], "")
    assert [(o.decision_maker, o.others, o.until) for o in found.openers] == [
        ("row", 1, "YY"), ("column", 1, "YY"),
    ]  # fmt: skip
    assert "First side gives up NN for YN until YY." in text
    assert "Second side would have to make a sacrifice, from YN to YY." in text
    assert found.levers is not None
    assert [lever.changes[0].kind for lever in found.levers.found] == ["tie", "tie"]
    assert all(lever.ends_hold and not lever.now_holds for lever in found.levers.found)


def test_elmira_the_ministry_must_move_first() -> None:
    """Kilgour, Hipel, Fang & Peng 2001: what ministry and works did together begins with a
    sacrifice of the ministry."""
    goal = "moe.modify and uniroyal.accept and not uniroyal.delay"
    found = first_moves(load_model(model("elmira")), goal)
    assert found.must == "moe"
    assert found.openers[0].effect is Effect.SACRIFICE
    assert [way.goal for way in found.ways] == ["YNYNY", "YNYNN"]
    assert [(way.moves, way.count) for way in found.ways] == [(3, 6), (2, 2)]
    last = found.ways[1].paths[0].steps[-1]
    assert (last.keeping, last.by, last.to) == (Keeping.GIVEN_UP, "local", "YNYNY")


def test_of_openings_alike_the_one_its_mover_prefers() -> None:
    goal = "ussr.withdraw and not us.air_strike and not us.blockade"
    found = first_moves(load_model(model("cuban-missile-crisis")), goal, tries=0)
    assert [s.after for s in found.openers[0].path.steps] == ["NYNN", "NYYN", "NNYN"]


def test_sureness_counts_readings() -> None:
    found = first_moves(
        load_model(model("ukraine-2024")), "us.first_move and ru.respond", start="NNNNNNNN", tries=0
    )
    assert found.must == "us"
    assert found.openers[0].effect is Effect.UNKNOWN
    sure = found.sureness
    assert sure is not None
    assert (sure.total, str(sure.now), str(dict(sure.openers)["us"])) == (8, "1 of 8", "8 of 8")
    assert "of 8 readings" in " ".join(answer(found))


def test_goal_met_already_or_never() -> None:
    conflict = load_model(model("prisoners-dilemma"))
    met = first_moves(conflict, "not row.cooperate")
    assert met.met_now
    assert "meets the goal" in " ".join(answer(met))
    never = first_moves(conflict, "row.cooperate and not row.cooperate")
    assert (never.goals, never.openers, never.levers) == (0, (), None)


@pytest.mark.parametrize(
    ("goal", "start", "concept", "what"),
    [
        ("row.swerve", None, "seq", "names “row.swerve”"),
        (None, "NNN", "seq", "not a possible state"),
        (None, None, "best", "not a known concept"),
    ],
)
def test_errors(goal: str | None, start: str | None, concept: str, what: str) -> None:
    with pytest.raises(AnalysisError, match=what) as caught:
        first_moves(load_model(model("prisoners-dilemma")), goal, start=start, concept=concept)
    assert caught.value.remedy


def test_too_many_states_is_an_error() -> None:
    def wide(options: int, basis: Basis) -> Conflict:
        ids = [f"a.o{n}" for n in range(options)]
        maker = DecisionMaker("a", "A", (Want(Name(ids[0]), basis),))
        return Conflict(
            "wide", (maker,), tuple(Option(o, "a", o) for o in ids),
            status_quo=StatusQuo(dict.fromkeys(ids, False)),
        )  # fmt: skip

    with pytest.raises(AnalysisError, match="1,048,576 possible states") as caught:
        first_moves(wide(22, Basis.UNKNOWN))
    assert "first moves are told for up to" in caught.value.remedy
    with pytest.raises(AnalysisError, match="nobody knows"):
        first_moves(wide(15, Basis.UNKNOWN))


def test_unknown_status_quo_says_what_to_give() -> None:
    with pytest.raises(AnalysisError) as caught:
        first_moves(load_model(model("ukraine-2024")))
    assert "NNNNNNNN" in caught.value.remedy


def test_command_line() -> None:
    run = CliRunner()
    shown = run.invoke(app, ["moves", str(model("chicken"))])
    assert shown.exit_code == 0
    assert "nobody has to give up something first" in " ".join(shown.stdout.split())
    assert "should" not in shown.stdout
    found = json.loads(run.invoke(app, ["moves", str(model("chicken")), "--json"]).stdout)
    assert [way["goal"] for way in found["ways"]] == ["YN", "NY"]
    assert run.invoke(app, ["moves", str(model("chicken")), "--concept", "seq,gmr"]).exit_code == 2


@pytest.mark.long
def test_a_million_states() -> None:
    """Twenty options of four decision makers; each wants the next one's options, not its own."""
    ids = [f"d{n % 4}.o{n}" for n in range(20)]
    makers = tuple(
        DecisionMaker(
            f"d{i}",
            f"D{i}",
            (
                *(Want(Name(o)) for o in ids if o.startswith(f"d{(i + 1) % 4}.")),
                *(Want(Not(Name(o))) for o in ids if o.startswith(f"d{i}.")),
            ),
        )
        for i in range(4)
    )
    conflict = Conflict(
        "large", makers, tuple(Option(o, o[:2], o) for o in ids),
        status_quo=StatusQuo(dict.fromkeys(ids, False)),
    )  # fmt: skip
    found = first_moves(conflict, " and ".join(ids), concept="nash")
    (way,) = found.ways
    assert (found.states, way.moves, way.count) == (1 << 20, 4, 24)
    assert {o.decision_maker: o.others for o in found.openers} == {f"d{i}": 3 for i in range(4)}
