"""``first_answer``: who must move first in how many readings of a model, and what it rests on.

Each reading (``readings``) is asked for its outlook: whether the status quo would hold, whether a
way out begins with a gain, and who opens it if not. The outlook of most readings is the answer.
Its ways, labels and levers are those of what is known, where that gives the same answer, otherwise
of one such reading, a typical one (``reading_steps``); what a step is to its mover is counted over
all readings. Then each statement that the model stands
on is left out, and its contrary put in its place, to see whether the outlook turns over.

Cost: a solve under one concept for each reading and for each change, about 3 ms where there are
few hundred states and 10 ms where there are 4,096. How many there are is bounded (``_WORK``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from firstmove.analysis.first_moves.moves import TRIES, first_moves
from firstmove.analysis.first_moves.outlook import Opening, Outlook, Way, known_outlook, outlook_of
from firstmove.analysis.first_moves.reading_steps import StepShare, step_shares, typical
from firstmove.analysis.first_moves.result import FirstMoves, has_unknown
from firstmove.analysis.first_moves.statement_trials import Turned, how_many, tried, turned_by
from firstmove.analysis.over_readings.sureness import Readings
from firstmove.analysis.readings import SOLVED, readings
from firstmove.analysis.shares import Groups, Share
from firstmove.conflict import Condition, Conflict
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from firstmove.analysis.first_moves.field import Field
    from firstmove.analysis.graphs.space import Bools

MOST = 400  # readings that are asked
MOST_STATES = 1 << 14  # up to which it is quick
_WORK = 1 << 19  # states of all models that are solved
_LEAST = 8  # readings asked in a large model


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """``moves``: the ways, levers and labels shown: of what is ``known`` of the model, or of one
    reading.

    ``total``: how many readings there are; ``asked``: of how many the outlook was found, all of
    them where ``exact``. ``outlooks``: by falling share. ``holds_now``: the status quo would hold.
    ``goal_holds``: some goal state would hold.
    ``openers``: of each decision maker in how many readings it opens the ways, and alone does.
    ``groups``: what the readings that decide have in common. ``steps``: of the paths shown.
    ``ends``: in how many readings the last state of each path shown would hold; () where that was
    not solved for.
    ``turned``: for each statement on which some want rests alone, those that matter most first.
    ``left_out``: what was not told, and why. ``assumed``: ids of the options that are taken to be
    not taken now though the status quo does not tell it. ``interrupted``: by ctrl-C; what
    was found until then stands.
    """

    conflict: Conflict
    moves: FirstMoves
    known: bool
    total: int
    asked: int
    exact: bool
    outlooks: tuple[tuple[Outlook, Share], ...]
    holds_now: Share
    goal_holds: Share
    openers: tuple[tuple[str, Share, Share], ...]
    groups: Groups | None
    steps: tuple[StepShare, ...]
    ends: tuple[tuple[str, Share], ...]
    turned: tuple[Turned, ...]
    sources: int
    left_out: tuple[str, ...]
    assumed: tuple[str, ...] = ()
    interrupted: bool = False

    @property
    def open(self) -> bool:
        """Whether the model leaves something open."""
        return has_unknown(self.conflict)

    @property
    def counted(self) -> bool:
        """Whether readings were asked, or there is but one."""
        return self.total > 1 or not self.open

    @property
    def outlook(self) -> Outlook:
        return self.outlooks[0][0]

    @property
    def share(self) -> Share:
        """In how many readings the answer holds."""
        return self.outlooks[0][1]

    @property
    def decisive(self) -> tuple[Turned, ...]:
        return tuple(one for one in self.turned if one.matters)


def first_answer(
    conflict: Conflict,
    goal: Condition | str | None = None,
    *,
    best: bool = False,
    start: str | None = None,
    concept: str = "seq",
    limit: int = 5,
    paths: int = 3,
    tries: int = TRIES,
    most: int = MOST,
    seed: int = 0,
    untold: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> FirstAnswer:
    """Who must move first, in how many readings, and on which statements that rests.

    ``goal``, ``start``, ``concept``, ``limit``, ``paths``, ``tries``: as in ``first_moves``.
    ``best``: as there, and goal states by what is known are aimed at in every reading, if there
    are any. ``untold``: options of which the status quo tells nothing are taken to be not taken
    now, where it tells of some; ``assumed`` says which. ``most``: readings asked, fewer in large
    models; a sample is drawn by ``seed``. ``progress`` is called with how much is done and how
    much there is; an interruption (KeyboardInterrupt) keeps what is done, once a few readings are.
    Raises what ``first_moves`` raises.
    """
    from firstmove.analysis.first_moves.goal import holding

    left_out: list[str] = []
    assumed = _untold(conflict) if untold and start is None else ()
    if assumed:
        values = conflict.status_quo.values
        start = "".join("Y" if values.get(option.id) else "N" for option in conflict.options)
    known = first_moves(
        conflict, goal, best=best, start=start, concept=concept, limit=limit, paths=paths,
        tries=0, readings=0,
    )  # fmt: skip
    found = _read(conflict, concept, known.start, most, seed, left_out)
    models = [found.model(n) for n in range(found.solved)] if found is not None else [conflict]
    asked = _Asked(known.goal, known.start, holding(known.concept), known.best)
    fixed = asked.fixed(conflict)
    chosen = tried(conflict, left_out)
    each = how_many(known.states, len(chosen), len(models))
    if chosen and not each:
        left_out.append(
            f"what rests on single statements: with {known.states:,} possible states none of the "
            f"{len(chosen)} was left out in turn"
        )
        chosen = []
    done, whole = 0, len(models) + 2 * each * len(chosen)
    stopped = False

    def ask(model: Conflict, fixed: Bools | None) -> tuple[Outlook, Way]:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, whole)
        return asked.outlook(model, fixed)

    answers: dict[int, tuple[Outlook, Way]] = {}
    try:
        # In random order, so that what an interruption leaves is a random sample.
        shuffled = Random(seed).sample(range(len(models)), len(models))  # noqa: S311
        for at in shuffled:
            answers[at] = ask(models[at], fixed)
    except KeyboardInterrupt:
        if found is None or len(answers) < _LEAST:
            raise
        stopped, chosen = True, []
        left_out.append(f"more than {len(answers):,} readings, and what rests on single statements")
        found = found.part(sorted(answers))
        models = [models[at] for at in sorted(answers)]
    told = [answers[at] for at in sorted(answers)]
    outlooks = [outlook for outlook, _ in told]
    first: dict[object, int] = {}  # of an answer in which somebody gives up something, such a one
    for at, one in sorted(enumerate(outlooks), key=lambda told: told[1].opening is Opening.GAINS):
        first.setdefault(one.key, at)
    as_told = known_outlook(known).key
    total = found.total if found is not None else 1
    share = _Shares(found, total)
    shares = {key: share.of([one.key == key for one in outlooks]) for key in first}
    order = sorted(shares, key=lambda key: (-shares[key].value, key != as_told, first[key]))
    as_known = found is None or as_told == order[0]
    shown = known
    if tries or not as_known:
        shown = first_moves(
            conflict if as_known else models[typical(told, order[0], models)],
            goal, best=best, fixed=fixed, start=known.start, concept=concept, limit=limit,
            paths=paths, tries=tries, readings=0,
        )  # fmt: skip
    if shown.interrupted:
        stopped, chosen = True, []
        left_out.append("what rests on single statements: it was interrupted before")
    spread = [models[n * len(models) // each] for n in range(each)] if each else []
    before = [outlooks[n * len(models) // each] for n in range(each)] if each else []
    turned: list[Turned] = []
    try:
        turned.extend(
            turned_by(conflict, source, spread, before, ask, asked.fixed, total)
            for source in chosen
        )
    except KeyboardInterrupt:
        stopped = True
        left_out.append(
            f"what rests on {len(chosen) - len(turned):,} of {len(chosen):,} statements"
        )
    return FirstAnswer(
        conflict=conflict,
        moves=shown,
        known=as_known,
        total=total,
        asked=len(models),
        exact=len(models) == total,
        outlooks=tuple((outlooks[first[key]], shares[key]) for key in order),
        holds_now=share.of([one.holds_now for one in outlooks]),
        goal_holds=share.of([one.goal_holds for one in outlooks]),
        openers=tuple(
            (
                maker.id,
                share.of([maker.id in one.who for one in outlooks]),
                share.of([one.who == (maker.id,) for one in outlooks]),
            )
            for maker in conflict.decision_makers
        ),
        groups=_groups(found, [one.key == order[0] for one in outlooks]),
        steps=step_shares(shown, models),
        ends=_ends(found, shown),
        turned=tuple(
            sorted(turned, key=lambda one: (-one.dropped.value, -one.reversed.value))  # stable
        ),
        sources=len(turned),
        left_out=(*shown.left_out, *left_out),
        assumed=assumed,
        interrupted=stopped,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    goal: Condition | None
    start: str
    find: Callable[[Field], Bools]
    best: bool

    def fixed(self, conflict: Conflict) -> Bools | None:
        """The best goal states by what is known; None where there are none, or others asked for."""
        if not self.best:
            return None
        from firstmove.analysis.first_moves.field import Field
        from firstmove.analysis.first_moves.goal import default

        field = Field(conflict)
        at = field.place(self.start)
        assert at is not None
        found = default(field, at, self.find(field), best=True)
        return found if found.any() else None

    def outlook(self, model: Conflict, fixed: Bools | None) -> tuple[Outlook, Way]:
        return outlook_of(model, self.goal, self.start, self.find, fixed, self.best)


@dataclass(frozen=True, slots=True)
class _Shares:
    found: Readings | None
    total: int

    def of(self, held: Sequence[bool]) -> Share:
        if self.found is None:
            return Share(sum(held), 1, float(sum(held)), 0.0, True)
        import numpy as np

        return self.found.record.share(np.array(held, dtype=np.bool_))


def _read(
    conflict: Conflict,
    concept: str,
    start: str | None,
    most: int,
    seed: int,
    left_out: list[str],
) -> Readings | None:
    """The readings that are asked; None where there is but one, or where none can be made."""
    if conflict.states or not has_unknown(conflict) or not most:
        return None
    states = 1 << len(conflict.options)
    limit = max(2, min(most, max(_LEAST, _WORK // states)))
    try:
        asked = concept.lower() if concept.lower() in SOLVED else "nash"
        found = readings(conflict, [asked], limit=limit, state=start or "", turns=0, seed=seed)
    except AnalysisError as error:
        left_out.append(f"how sure it is: {error.what}")
        return None
    if found.interrupted:
        raise KeyboardInterrupt
    return found


def _untold(conflict: Conflict) -> tuple[str, ...]:
    """The options that the status quo leaves open; () where it tells of none at all."""
    told = conflict.status_quo.values
    known = any(option.id in told for option in conflict.options)
    return tuple(o.id for o in conflict.options if o.id not in told) if known else ()


def _ends(found: Readings | None, shown: FirstMoves) -> tuple[tuple[str, Share], ...]:
    if found is None or shown.concept not in found.concepts:
        return ()
    states = dict.fromkeys(opener.path.steps[-1].after for opener in shown.openers)
    return tuple((state, found.share(shown.concept, state)) for state in states)


def _groups(found: Readings | None, held: Sequence[bool]) -> Groups | None:
    if found is None or all(held) or not found.unknowns:
        return None
    import numpy as np

    from firstmove.analysis.over_readings.groups import groups

    return groups(
        found.unknowns,
        found.record.answers,
        np.array(held, dtype=np.bool_),
        exact=found.exact,
    )
