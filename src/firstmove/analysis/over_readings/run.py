"""Solving readings, a portion at a time, in this process, in several or on a cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from time import perf_counter
from typing import Any

import numpy as np

from firstmove.analysis.graphs.space import Bools, Ints
from firstmove.analysis.over_readings.batch import Bits, Solver
from firstmove.analysis.over_readings.portions import Solved, Task, in_processes
from firstmove.analysis.over_readings.record import Record, known_wants, place
from firstmove.analysis.over_readings.sample import sample
from firstmove.analysis.over_readings.space import Digits
from firstmove.analysis.over_readings.sureness import Readings
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

MOST_BYTES = 1 << 29  # of verdicts kept

Progress = Callable[[int, int], object]


def run(
    conflict: Conflict,
    concepts: Sequence[str],
    *,
    limit: int,
    seed: int,
    workers: int,
    dask: str | None,
    state: str,
    turns: int,
    progress: Progress | None,
) -> Readings:
    """See ``readings.readings``, which checks what it is given."""
    start = perf_counter()
    solver = Solver(conflict, concepts)
    if solver.impossible is not None and solver.impossible.all():
        raise AnalysisError(
            "no state is possible: the impossible conditions rule out every one",
            remedy="take one of them out",
        )
    position = place(solver.layout, solver.impossible, state) if state else 0
    drawn = sample(solver.space, limit, seed)
    count, width = len(drawn.digits), (solver.states + 7) // 8
    if count * len(concepts) * width > MOST_BYTES:
        fits = MOST_BYTES // (len(concepts) * width)
        raise AnalysisError(
            f"{count:,} readings of a model with {solver.states:,} states are too many to keep",
            remedy=f"ask for a limit of {fits:,} or less, or for fewer concepts",
        )
    changes = known_wants(solver.space)
    again = min(count, turns) if state and len(changes) else 0
    bits = np.empty((count, len(concepts), width), dtype=np.uint8)
    answers = np.empty((again * len(changes) * 2, len(concepts)), dtype=np.bool_)
    tasks = list(_tasks(solver, drawn.digits, drawn.digits[:again], changes, position))
    done = _Done(bits, answers, progress)
    interrupted = False
    try:
        with closing(_solved(solver, tasks, workers, dask)) as solved:
            for task, found in solved:
                done.add(task, found)
    except KeyboardInterrupt:
        if not done.readings:
            raise
        interrupted = True
    rows = np.flatnonzero(done.solved)
    digits = drawn.digits[rows]
    # What was drawn in strata is only that if all of it was solved.
    whole = len(rows) == count
    strata = drawn.strata[rows] if whole else np.zeros(len(rows), dtype=np.int64)
    turned = np.zeros((0, len(changes), 2, len(concepts)), dtype=np.bool_)
    if whole and again and done.changed == len(answers):
        was = (bits[:again, :, position >> 3] >> (position & 7) & 1).astype(np.bool_)
        now = answers.reshape(again, len(changes), 2, len(concepts))
        turned = now != was[:, None, None, :]
    # In the order of what they fix, so that a reading's number says something.
    order = np.lexsort(digits.T[::-1]) if digits.shape[1] else np.arange(len(digits))
    record = Record(
        space=solver.space,
        layout=solver.layout,
        impossible=solver.impossible,
        digits=digits[order],
        answers=solver.space.answers(digits[order]),
        bits=bits[rows[order]],
        strata=strata[order],
        strata_count=drawn.count if whole else 1,
        changes=changes,
        turned=turned,
    )
    return Readings(
        conflict=conflict,
        concepts=tuple(concepts),
        unknowns=solver.space.unknowns,
        total=solver.space.total,
        solved=len(rows),
        seed=seed,
        state=state,
        interrupted=interrupted,
        seconds=perf_counter() - start,
        record=record,
    )


class _Done:
    """What has come back so far, in whatever order."""

    def __init__(self, bits: Bits, answers: Bools, progress: Progress | None) -> None:
        self.bits, self.answers, self.progress = bits, answers, progress
        self.total = len(bits) + len(answers)
        self.solved = np.zeros(len(bits), dtype=np.bool_)
        self.readings = self.changed = 0

    def add(self, task: Task, found: Any) -> None:
        rows = slice(task.first, task.first + len(task.digits))
        if task.changes is None:
            self.bits[rows] = found
            self.solved[rows] = True
            self.readings += len(task.digits)
        else:
            self.answers[rows] = found
            self.changed += len(task.digits)
        if self.progress is not None:
            self.progress(self.readings + self.changed, self.total)


def _tasks(
    solver: Solver, digits: Digits, again: Digits, changes: Ints, position: int
) -> Iterator[Task]:
    """All readings, then those in ``again`` once for each want of ``changes`` and each way."""
    step = solver.together
    for first in range(0, len(digits), step):
        yield Task(first, digits[first : first + step])
    ways = np.repeat(np.column_stack([changes, np.zeros(len(changes), np.int64)]), 2, axis=0)
    ways[1::2, 2] = -1
    for first in range(0, len(again) * len(ways), step):
        number = np.arange(first, min(first + step, len(again) * len(ways)))
        reading, way = np.divmod(number, len(ways))
        yield Task(first, again[reading], ways[way], position)


def _solved(solver: Solver, tasks: Sequence[Task], workers: int, dask: str | None) -> Solved:
    """Each task with what came of it, as they are done."""
    todo = deque(tasks)
    found: Solved | None = None
    if dask is not None:
        from firstmove.analysis.over_readings.dask import in_dask

        found = in_dask(solver, todo, dask)
    elif workers > 1 and len(tasks) > 1:
        found = in_processes(solver, todo, min(workers, len(tasks)))
    if found is not None:
        with closing(found):
            yield from found
    # If a process or the cluster was ended from outside, what is left is done here.
    while todo:
        task = todo.popleft()
        yield task, task.solve(solver)
