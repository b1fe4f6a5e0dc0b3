"""A guard against hanging: far above any time that work takes, so no measure of speed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def ends(within: int = 120) -> Iterator[None]:
    """Fails the test where the body has not ended after so many seconds."""

    def hangs(*_: object) -> None:
        pytest.fail(f"not ended after {within} seconds")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(within)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
