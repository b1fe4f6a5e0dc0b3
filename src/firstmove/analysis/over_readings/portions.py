"""Portions of readings, and solving them in processes of this machine."""

from __future__ import annotations

import signal
import sys
import warnings
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from firstmove.analysis.graphs.space import Ints
from firstmove.analysis.over_readings.batch import Solver
from firstmove.analysis.over_readings.space import Digits
from firstmove.conflict import Conflict

NOT_STARTED = (
    "no worker process could start, so all readings are solved in this one; run the script from a "
    'file, not from standard input, and call readings under if __name__ == "__main__":'
)
ENDED = "a worker process was ended; what is left is solved in this one, and nothing is lost"


@dataclass(frozen=True, slots=True)
class Task:
    """A portion of readings; with ``changes``, of readings in which one want is changed, of which
    only the verdict on ``position`` is asked."""

    first: int  # which of all of its kind the portion begins with
    digits: Digits
    changes: Ints | None = None
    position: int = 0

    def solve(self, solver: Solver) -> Any:
        if self.changes is None:
            return solver.equilibria(self.digits)
        return solver.changed(self.digits, self.changes, self.position)


Solved = Generator[tuple[Task, Any], None, None]


def in_processes(solver: Solver, todo: deque[Task], workers: int) -> Solved:
    """Takes from ``todo`` what it gives back; warns and ends early if a process does."""
    if not _can_start():
        told(NOT_STARTED)
        return
    pool = ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(solver.conflict, solver.concepts),
    )
    waiting: dict[Future[Any], Task] = {}
    started = False
    try:
        while todo or waiting:
            while todo and len(waiting) < 2 * workers:
                waiting[pool.submit(_work, todo[0])] = todo[0]
                todo.popleft()
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                found = future.result()
                started = True
                yield waiting.pop(future), found
    except BrokenProcessPool:
        todo.extendleft(reversed(waiting.values()))
        told(ENDED if started else NOT_STARTED)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def told(what: str) -> None:
    """A warning: the result is the same, but not in the way that was asked for."""
    warnings.warn(what, RuntimeWarning, stacklevel=2)


def _can_start() -> bool:
    """A new process loads the script again: not one that was read from standard input."""
    main = sys.modules.get("__main__")
    file = getattr(main, "__file__", None)
    return file is None or getattr(main, "__spec__", None) is not None or Path(file).exists()


_solver: Solver | None = None  # of a process that only solves


def _start(conflict: Conflict, concepts: Sequence[str]) -> None:
    global _solver
    # Ctrl-C reaches all processes; the one that collects decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _solver = Solver(conflict, concepts)


def _work(task: Task) -> Any:
    assert _solver is not None
    return task.solve(_solver)
