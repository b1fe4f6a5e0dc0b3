"""Word pieces with their places, and the vectors that every encoder starts from."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.models.encoder import THREADS, pieces_of, threads, vectors_of


def test_pieces_stand_where_they_say() -> None:
    text = "The dockers’ union\xa0said: “No.”"
    pieces = pieces_of(text)
    assert [text[slice(*place)] for place in pieces.offsets[:3]] == ["The", "dock", "ers"]
    assert pieces.words[1] == pieces.words[2]
    assert text[slice(*pieces.offsets[-1])] == "”"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_pieces_in_order(text: str) -> None:
    pieces = pieces_of(text)
    ends = [0, *(end for _, end in pieces.offsets)]
    for (start, end), floor in zip(pieces.offsets, ends, strict=False):
        assert 0 <= floor <= start or start < floor <= end  # parts of one character may share it
        assert start < end <= len(text)
    assert list(pieces.words) == sorted(pieces.words)


def test_vectors_have_a_row_for_each_piece() -> None:
    ids = np.array([[101, 2053, 102], [101, 2053, 102]])
    vectors = vectors_of(ids)
    assert vectors.shape == (2, 3, 384)
    assert vectors.dtype == np.float32
    assert (vectors[0] == vectors[1]).all()
    assert (vectors[0, 0] != vectors[0, 1]).any()


@pytest.mark.parametrize(("told", "expected"), [("1", 1), ("7", 7)])
def test_the_number_of_threads_can_be_told(
    monkeypatch: pytest.MonkeyPatch, told: str, expected: int
) -> None:
    monkeypatch.setenv(THREADS, told)
    assert threads() == expected


@pytest.mark.parametrize("told", ["", "0", "many", "-2"])
def test_else_there_are_two_at_most(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(THREADS, told)
    assert 1 <= threads() <= 2


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, firstmove.models.encoder, firstmove.reading.attribution.windows; "
        "sys.exit(any(m in sys.modules for m in ('onnxruntime', 'tokenizers', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
