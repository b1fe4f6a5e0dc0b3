"""Calls begun ahead are made once, by whoever comes first; errors come where they are asked for."""

from __future__ import annotations

import threading
import time
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.models.ahead import Ahead
from firstmove.models.encoder import THREADS


@pytest.mark.parametrize("threads", ["1", "2", "4"])
def test_each_call_is_made_once(monkeypatch: pytest.MonkeyPatch, threads: str) -> None:
    monkeypatch.setenv(THREADS, threads)
    made: list[int] = []

    def call(number: int) -> int:
        made.append(number)
        time.sleep(0.001)
        return number * number

    with Ahead() as ahead:
        for number in range(20):
            ahead.begin(number, partial(call, number))
            ahead.begin(number, lambda: -1)
        found = [ahead.result(n, partial(call, n)) for n in range(20)]
    assert found == [number * number for number in range(20)]
    assert sorted(made) == list(range(20))


def test_what_was_not_begun_is_made_when_asked_for() -> None:
    assert Ahead().result("a", lambda: 5) == 5
    with Ahead() as ahead:
        assert ahead.result("a", lambda: 5) == 5


def test_an_error_comes_where_the_result_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS, "2")

    def fail() -> None:
        raise ValueError("no such row")

    with Ahead() as ahead:
        ahead.begin("a", fail)
        ahead.begin("b", lambda: 2)
        assert ahead.result("b", lambda: 0) == 2
        with pytest.raises(ValueError, match="no such row"):
            ahead.result("a", lambda: 0)


def test_one_thread_begins_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS, "1")
    before = threading.active_count()
    with Ahead() as ahead:
        ahead.begin("a", lambda: pytest.fail("begun"))
        assert threading.active_count() == before
        assert ahead.result("a", lambda: 3) == 3


def test_the_end_of_the_context_ends_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS, "2")
    made: list[int] = []
    held = threading.Event()
    with Ahead() as ahead:
        ahead.begin("first", held.wait)
        for number in range(50):
            ahead.begin(number, partial(made.append, number))
    held.set()
    time.sleep(0.05)
    assert len(made) <= 1
    assert not any(t.name == "encoder" and t.is_alive() for t in threading.enumerate())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=30), st.randoms(use_true_random=False))
def test_results_do_not_depend_on_the_order_they_are_asked_in(
    keys: list[int], random: Random
) -> None:
    plus = (100).__add__
    with Ahead() as ahead:
        for key in keys:
            ahead.begin(key, partial(plus, key))
        random.shuffle(keys)
        assert [ahead.result(k, partial(plus, k)) for k in keys] == [k + 100 for k in keys]
