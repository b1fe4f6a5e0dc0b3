"""Solving portions of readings on a Dask cluster, ``firstmove[dask]``.

Dask sends Python objects by pickle: who can reach the scheduler can run code on all machines of
the cluster, and on this one. So the address is always the user's own. A portion carries the model
itself, not a reference to something kept on a worker, so that any other worker can take it over.
"""

from __future__ import annotations

import asyncio
import pickle  # what is loaded here comes with a task of the cluster, which is code already
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.metadata import version
from threading import local
from time import monotonic
from typing import TYPE_CHECKING, Any

from firstmove.analysis.over_readings.portions import Solved, Task, told
from firstmove.conflict import Conflict, StatusQuo
from firstmove.errors import AnalysisError

if TYPE_CHECKING:
    from firstmove.analysis.over_readings.batch import Solver

REACHED = 5.0  # seconds in which a scheduler answers
JOINED = 30.0  # seconds for which a cluster may be without workers
_LOOKED = 1.0  # seconds between two looks at how many workers there are
_VERSION = version("firstmove")


def in_dask(solver: Solver, todo: deque[Task], address: str) -> Solved:
    """Takes from ``todo`` what it gives back. Warns and ends early where the cluster is lost
    midway; AnalysisError where it can't be reached or solves nothing."""
    reach(address)
    dask: Any = import_module("distributed")  # only some of it is typed
    model = pickle.dumps((_VERSION, _bare(solver.conflict), solver.concepts))
    waiting: dict[Any, Task] = {}
    came = False
    try:
        with dask.Client(address, timeout=REACHED, set_as_default=False) as client:
            room, seen, looked = 0, monotonic(), -_LOOKED
            while todo or waiting:
                if monotonic() - looked > _LOOKED:
                    looked = monotonic()
                    room = 2 + 2 * sum(client.nthreads().values())
                    seen = looked if room > 2 else seen
                    if looked - seen > JOINED:
                        raise TimeoutError(f"it has had no worker for {JOINED:.0f} seconds")
                while todo and len(waiting) < room:
                    # Not pure: a portion asked for twice is solved twice, whoever else asks.
                    future = client.submit(solved, model, pickle.dumps(todo[0]), pure=False)
                    waiting[future] = todo.popleft()
                try:
                    with client.as_current():
                        done = dask.wait(list(waiting), _LOOKED, return_when="FIRST_COMPLETED").done
                except TimeoutError:
                    continue
                came_back = list(done)
                for future, found in zip(came_back, client.gather(came_back), strict=True):
                    came = True
                    yield waiting.pop(future), found
    except AnalysisError:
        raise
    # Whatever goes wrong over there: a fault of the solver's own comes up again here.
    except Exception as error:
        why = str(error) or type(error).__name__
        if not came:
            raise AnalysisError(
                f"the Dask cluster solved nothing: {why}",
                where=address,
                remedy="see that it has a worker, and that scheduler, workers and this machine "
                "have the same firstmove and the same Python",
            ) from error
        todo.extendleft(reversed(waiting.values()))
        told(f"the Dask cluster is lost; what is left is solved here, and nothing is lost: {why}")


def reach(address: str) -> None:
    """AnalysisError if there is no Dask scheduler at the address, within seconds."""
    try:
        core: Any = import_module("distributed.core")
        security: Any = import_module("distributed.security")
    except ImportError:
        raise AnalysisError(
            "the library distributed is not installed",
            where="Dask",
            remedy='install it with: pip install "firstmove[dask]"',
        ) from None

    async def ask() -> Any:
        known = security.Security().get_connection_args("client")
        comm = await core.connect(address, timeout=REACHED, **known)
        try:
            await comm.write({"op": "identity", "reply": True})
            return await comm.read()
        finally:
            comm.abort()

    async def in_time() -> Any:
        # Something else than Dask may listen there, and never answer.
        return await asyncio.wait_for(ask(), REACHED)

    try:
        # A notebook has a loop of its own in this thread.
        with ThreadPoolExecutor(1) as thread:
            found = thread.submit(partial(asyncio.run, in_time())).result()
        what = "" if found["type"] == "Scheduler" else f"that is a {found['type']}"
    except Exception as error:
        what = str(error) or f"no answer within {REACHED:.0f} seconds"
    if what:
        raise AnalysisError(
            f"there is no Dask scheduler at this address: {what}",
            where=address or "the Dask address",
            remedy="give the one that the scheduler prints when it starts, as "
            "tcp://127.0.0.1:8786; start it with: dask scheduler --host 127.0.0.1",
        )


_kept = local()  # a solver's tables are not made for two threads at a time


def solved(model: bytes, portion: bytes) -> Any:
    """On a worker. ``model``: version, conflict and concepts; ``portion``: a Task."""
    from firstmove.analysis.over_readings.batch import Solver

    if getattr(_kept, "model", None) != model:
        sent_by, conflict, concepts = pickle.loads(model)  # noqa: S301
        if sent_by != _VERSION:
            raise AnalysisError(
                f"a worker of the Dask cluster has firstmove {_VERSION}, not {sent_by}",
                remedy=f"install it there: pip install firstmove=={version}",
            )
        _kept.model, _kept.solver = model, Solver(conflict, concepts)
    task: Task = pickle.loads(portion)  # noqa: S301
    return task.solve(_kept.solver)


def _bare(conflict: Conflict) -> Conflict:
    """Without the reports' words, which solving does not need."""
    return replace(
        conflict,
        name="",
        note="",
        open_questions=(),
        status_quo=StatusQuo(),
        options=tuple(replace(o, label="", evidence=(), note="") for o in conflict.options),
        impossible=tuple(replace(i, reason="", evidence=()) for i in conflict.impossible),
        decision_makers=tuple(
            replace(
                maker,
                name="",
                wants=tuple(replace(w, evidence=(), against=(), note="") for w in maker.wants),
            )
            for maker in conflict.decision_makers
        ),
    )
