"""From scores to linked spans, with scores made up for the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from firstmove.models.encoder import pieces_of
from firstmove.reading.attribution.linking import Counts, Fragment, between, counts_of, runs
from firstmove.reading.attribution.tagger import Tagged, Tagging, tag

Floats = NDArray[np.float32]
COUNTS = Counts(
    {"SCK": 60, "KSC": 20, "KSCK": 10, "CK": 8, "K": 2},
    {"0": (1, 1)},
    {"2 0": (9, 1), "2 1": (1, 9)},
)
COLUMNS = {"source": 1, "cue": 3, "content": 5}


def scorer(text: str, *spans: tuple[str, str, str]) -> Callable[..., tuple[Floats, Floats]]:
    """Scores that are sure of the named spans: (role, words, the words of their cue)."""
    pieces = pieces_of(text)
    tags = np.zeros((len(pieces), 7), dtype=np.float32)
    tags[:, 0] = 5
    points = np.zeros((len(pieces), len(pieces)), dtype=np.float32)

    def numbers(words: str) -> list[int]:
        start = text.index(words)
        end = start + len(words)
        return [i for i, (s, e) in enumerate(pieces.offsets) if s < end and start < e]

    for role, words, cue in spans:
        for place, number in enumerate(numbers(words)):
            tags[number, COLUMNS[role] + (place > 0)] = 10
            if cue:
                points[number, numbers(cue)[0]] = 8

    def scores(ids: Sequence[int], features: Sequence[int]) -> tuple[Floats, Floats]:
        assert tuple(ids) == pieces.ids
        return tags, points

    return scores


def read(text: str, *spans: tuple[str, str, str]) -> list[Tagged]:
    told = tag(text, [(0, len(text))], scores=scorer(text, *spans), counts=COUNTS)
    return list(told.attributions)


def shown(text: str, told: Tagged) -> tuple[str, str, str]:
    return tuple(  # type: ignore[return-value]
        " … ".join(text[s:e] for s, e in places) for places in (told.source, told.cue, told.content)
    )


def test_a_source_a_cue_and_a_content_are_one_attribution() -> None:
    text = "The dockers said on Monday that wages had fallen."
    (told,) = read(
        text,
        ("source", "The dockers", "said"),
        ("cue", "said", ""),
        ("content", "that wages had fallen", "said"),
    )
    assert shown(text, told) == ("The dockers", "said", "that wages had fallen")
    assert told.sure > 0.9


def test_a_content_in_two_parts_stays_one() -> None:
    text = "“The gate,” Ann Roe said, “stays shut.”"
    (told,) = read(
        text,
        ("content", "“The gate,”", "said"),
        ("source", "Ann Roe", "said"),
        ("cue", "said", ""),
        ("content", "“stays shut.”", "said"),
    )
    assert shown(text, told) == ("Ann Roe", "said", "“The gate,” … “stays shut.”")


def test_the_pointer_parts_two_attributions() -> None:
    text = "Oste said no, Brule agreed to wait."
    found = read(
        text,
        ("source", "Oste", "said"),
        ("cue", "said", ""),
        ("content", "no", "said"),
        ("source", "Brule", "agreed"),
        ("cue", "agreed", ""),
        ("content", "to wait", "agreed"),
    )
    assert [shown(text, t) for t in found] == [
        ("Oste", "said", "no"),
        ("Brule", "agreed", "to wait"),
    ]


def test_a_content_without_a_cue_is_told_by_nobody() -> None:
    text = "Wages fell in Oste. The dockers marched."
    assert read(text, ("content", "Wages fell in Oste", ""), ("source", "The dockers", "")) == []


def test_a_cue_without_a_source_takes_the_one_before_it() -> None:
    text = "The mayor said it rained and added it snowed."
    found = read(
        text,
        ("source", "The mayor", "said"),
        ("cue", "said", ""),
        ("content", "it rained", "said"),
        ("cue", "added", ""),
        ("content", "it snowed", "added"),
    )
    assert [shown(text, t) for t in found] == [
        ("The mayor", "said", "it rained"),
        ("The mayor", "added", "it snowed"),
    ]


def test_nothing_crosses_from_one_paragraph_to_the_next() -> None:
    text = "The mayor said\nit rained."
    scores = scorer(
        text,
        ("source", "The mayor", "said"),
        ("cue", "said", ""),
        ("content", "it rained", "said"),
    )
    places = [(0, 14), (15, len(text))]
    assert tag(text, places, scores=scores, counts=COUNTS).attributions == ()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_any_scores_give_spans_within_their_paragraph(seed: int) -> None:
    text = "Oste said no. “We, the union, demand more,” said Ann Roe.\nBrule agreed to wait."
    random = np.random.default_rng(seed)

    def scores(ids: Sequence[int], features: Sequence[int]) -> tuple[Floats, Floats]:
        n = len(ids)
        return (
            random.normal(0, 3, (n, 7)).astype(np.float32),
            random.normal(0, 3, (n, n)).astype(np.float32),
        )

    cut = text.index("\n")
    read = tag(text, [(0, cut), (cut + 1, len(text))], scores=scores, counts=COUNTS)
    assert all(0 <= chance <= 1 for _, chance in read.cues)
    for told in read.attributions:
        places = [*told.source, *told.cue, *told.content]
        assert told.cue
        assert told.content
        assert 0 < told.sure <= 1
        assert all(0 <= s < e <= len(text) for s, e in places)
        assert all(e <= cut for _, e in places) or all(s > cut for s, _ in places)


@pytest.mark.parametrize("pattern", ["SCKSCK", "KKKK", "CCC", "SSSS", "SCKKKKKKKKKKKK"])
def test_fragments_are_cut_into_runs_with_one_cue_and_one_source(pattern: str) -> None:
    text = "word " * len(pattern)
    roles = {"S": "source", "C": "cue", "K": "content"}
    fragments = [
        Fragment(roles[letter], 5 * i, 5 * i + 4)  # type: ignore[arg-type]
        for i, letter in enumerate(pattern)
    ]
    found = runs(COUNTS, text, fragments, 0.3, lambda run: 0.0)
    assert [f for run in found for f in run] == fragments
    for run in found:
        assert sum(f.role == "cue" for f in run) <= 1
        assert sum(f.role == "source" for f in run) <= 1


def test_what_stands_between_is_told_ever_more_coarsely() -> None:
    text = "Oste said no; and Brule said yes."
    keys = between(text, Fragment("content", 10, 12), Fragment("source", 18, 23))
    assert [key.split()[:2] for key in keys] == [["0", "KS"], ["1", "KS"], ["2", "KS"]]
    assert len(keys[0]) > len(keys[1]) > len(keys[2])


def test_counts_are_read_as_written() -> None:
    counts = counts_of('{"patterns":{"SCK":3},"same":{"2 SC 0":[4,1]},"shared":{}}')
    assert (counts.runs, counts.same["2 SC 0"]) == (3, (4, 1))


def test_the_chance_of_a_cue_is_that_of_its_likeliest_word() -> None:
    text = "The mayor said it rained."
    told = tag(text, [(0, len(text))], scores=scorer(text, ("cue", "said", "")), counts=COUNTS)
    assert told.cue_chance([(0, 3), (10, 14)]) > 0.9
    assert told.cue_chance([(15, 24)]) < 0.1
    assert Tagging((), ()).cue_chance([(0, 5)]) == 0.0
