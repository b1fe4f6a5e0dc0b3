"""Runs of an encoder begun before they are asked for, on a thread beside the one that reads.

An encoder lets go of Python's lock while it works, so its rows are worked off beside the parse. The
reader takes part: where it waits for one row, it works off others from the end.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable
from typing import Any

from firstmove.models.encoder import threads


class Ahead:
    """Calls by key, each made once. A context: whatever has not begun at its end never is.

    With one thread (``FIRSTMOVE_THREADS=1``), or outside its context, calls are made where they
    are asked for.
    """

    def __init__(self) -> None:
        self._calls: dict[Hashable, _Call] = {}
        self._waiting: deque[_Call] = deque()
        self._more = threading.Semaphore(0)
        self._open = False
        self._begun = False

    def __enter__(self) -> Ahead:
        self._open = threads() > 1
        return self

    def __exit__(self, *_: object) -> None:
        if self._open:
            self._open = False
            self._waiting.clear()
            self._more.release(threads())

    @property
    def works(self) -> bool:
        """Whether what is begun is worked off beside: else ``begin`` does nothing."""
        return self._open

    def has(self, key: Hashable) -> bool:
        """Whether a call was begun whose result was not asked for yet."""
        return key in self._calls

    def begin(self, key: Hashable, call: Callable[[], Any]) -> None:
        """Have a call made soon; ``result`` gives what it gave."""
        if not self._open or key in self._calls:
            return
        if not self._begun:
            self._begun = True
            for _ in range(threads() - 1):
                threading.Thread(target=self._work, name="encoder", daemon=True).start()
        self._calls[key] = made = _Call(call)
        self._waiting.append(made)
        self._more.release()

    def result(self, key: Hashable, call: Callable[[], Any]) -> Any:
        """What the call of that key gives, begun before or made now. Its errors are raised here.

        It is given once: what was begun is not kept.
        """
        made = self._calls.pop(key, None)
        if made is None:
            return call()
        made.work()
        while not made.done.is_set() and self._waiting:
            try:
                self._waiting.pop().work()
            except IndexError:
                break
        made.done.wait()
        if made.error is not None:
            raise made.error
        return made.value

    def _work(self) -> None:
        while self._more.acquire() and self._open:
            try:
                self._waiting.popleft().work()
            except IndexError:
                continue


class _Call:
    """A call that is made at most once, by whoever comes first."""

    __slots__ = ("call", "done", "error", "taken", "value")

    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call
        self.taken = threading.Lock()
        self.done = threading.Event()
        self.value: Any = None
        self.error: BaseException | None = None

    def work(self) -> None:
        if not self.taken.acquire(blocking=False):
            return
        try:
            self.value = self.call()
        except BaseException as error:
            self.error = error
        self.done.set()
