"""Vectors of statements: the same in any company, kept in the case file, needed to merge."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from firstmove.errors import WeightsError
from firstmove.ledger import Ledger, merge
from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.meaning import Meanings, neighbours, text_key
from firstmove.ledger.comparing.telling import voiceless
from firstmove.ledger.words import words
from firstmove.models import manifest
from firstmove.statement import Kind
from tests.ledger.making import Paper

TEXTS = (
    "A ceasefire of a few weeks would lead nowhere",
    "The short truce leads nowhere",
    "The pay offer is too low",
    "dockers will walk out at midnight unless the company takes back the dismissals",
)


def told_twice() -> list[Paper]:
    one = Paper("Mara Voss said the vote had been stolen by the ruling party.", "One").says(
        "the vote had been stolen by the ruling party", speaker="Mara Voss", kind=Kind.ACCUSE
    )
    two = Paper("“The ruling party rigged the election,” Mara Voss said.", "Two").says(
        "The ruling party rigged the election,", speaker="Mara Voss", kind=Kind.ACCUSE
    )
    return [one, two]


def test_a_vector_does_not_depend_on_the_company() -> None:
    together = Meanings().of(TEXTS)
    alone = np.concatenate([Meanings().of([text]) for text in TEXTS])
    assert together.shape == (4, 384)
    assert np.array_equal(together, alone)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    assert Meanings().of([]).shape == (0, 384)
    assert not Meanings().of([""]).any()


def test_alike_is_nearer_than_unlike() -> None:
    vectors = Meanings().of(TEXTS)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.3


def test_known_vectors_are_not_made_again() -> None:
    first = Meanings()
    vectors = first.of(TEXTS)
    assert sorted(first.new) == sorted(text_key(text) for text in TEXTS)
    second = Meanings(first.new)
    assert np.array_equal(second.of(TEXTS), vectors)
    assert second.new == {}
    # A vector that was cut short is made anew.
    assert np.array_equal(Meanings({text_key(TEXTS[0]): b"ab"}).of(TEXTS[:1]), vectors[:1])


def test_neighbours_of_some_are_those_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    from firstmove.ledger.comparing import meaning

    random = np.random.default_rng(5)
    centres = random.normal(size=(40, 384))
    rows = np.repeat(centres, 10, axis=0) + 0.5 * random.normal(size=(400, 384))
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    found = neighbours(vectors, range(400), 0.6)
    assert len(found) == len(set(found)) == 40 * 45
    monkeypatch.setattr(meaning, "_CELLS", 3_000)
    some = {3, 7, 8, 250}
    asked = neighbours(vectors, sorted(some), 0.6)
    assert sorted(asked) == sorted(pair for pair in found if some & {*pair})


def test_words_have_counterparts() -> None:
    near = aligned(words("the boat was seized by the navy"), words("the navy seized a vessel"))
    far = aligned(words("the boat was seized by the navy"), words("wages rise in spring"))
    assert near.least > 0.7 > 0.5 > far.most
    assert near == aligned(
        words("the navy seized a vessel"), words("the boat was seized by the navy")
    )
    assert aligned(words(""), words("wages rise")).least == 0.0


def test_a_merge_says_how_near_the_meanings_are() -> None:
    (entry,) = merge([paper.reading for paper in told_twice()]).entries
    (why,) = entry.merges
    assert why.reasons[0].startswith("meaning 0.")
    assert 0.5 < why.score <= 1


def test_vectors_are_kept_in_the_case_file(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    papers = told_twice()
    with Ledger.open(path) as case:
        case.add([paper.reading for paper in papers])
        told = case.view()
    with sqlite3.connect(path) as connection:
        kept = dict(connection.execute("SELECT key, vector FROM meaning"))
    assert {text_key(voiceless(s)) for s in told.statements} <= set(kept)
    assert all(len(vector) == 2 * 384 for vector in kept.values())
    # No part of what the file says: without the table the view is the same.
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE meaning")
    with Ledger.open(path) as case:
        assert case.view() == told


def test_a_damaged_encoder_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from firstmove.models import encoder

    def damaged(name: str) -> bytes:
        return manifest.read_checked(name, files=Path(__file__).parent)

    encoder.encoder.cache_clear()
    monkeypatch.setattr(encoder, "read_checked", damaged)
    with pytest.raises(WeightsError, match="cannot be read"):
        Meanings().of(["a sentence that no other test has"])
    encoder.encoder.cache_clear()


def test_a_whole_case_is_verified(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Ledger.open(path) as case:
        case.add([paper.reading for paper in told_twice()])
        checked = case.verify()
    assert checked.whole
    assert (checked.reports, checked.statements, checked.entries, checked.vectors) == (2, 2, 1, 2)


def test_a_vector_of_other_words_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Ledger.open(path) as case:
        case.add([paper.reading for paper in told_twice()])
    with sqlite3.connect(path) as connection:
        wrong = Meanings()
        wrong.of(["wages rise in spring"])
        connection.execute("UPDATE meaning SET vector = ?", tuple(wrong.new.values()))
    with Ledger.open(path) as case:
        problems = case.verify().problems
    assert len(problems) == 2
    assert all(problem.startswith("The kept vector of “") for problem in problems)


def test_a_changed_text_is_found_and_the_rest_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Ledger.open(path) as case:
        case.add([paper.reading for paper in told_twice()])
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE report SET text = replace(text, 'rigged', 'won') WHERE position = 1"
        )
    with Ledger.open(path) as case:
        checked = case.verify()
    assert checked.reports == 1
    (problem,) = checked.problems
    assert "hash of its text" in problem
