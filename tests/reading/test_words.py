"""Words answer as spaCy's tokens do."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.parsing.edges import attach

TEXT = """Harbour talks stall

The dockers' union said on Monday: “We won't load a ship until the board, led by Ana Ruiz, pays.”
Asked whether it would, the board -- and its lawyers -- said "no comment" and left.

Ruiz, who runs the port of Tarn, had offered a 3.5 % rise... but no-one  came.
"""
STRINGS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_")
REST = ("i", "idx", "is_alpha", "is_punct", "is_quote", "is_space", "is_title", "is_upper",
        "is_sent_start", "whitespace_", "n_lefts", "shape_", "like_num")  # fmt: skip
FAMILY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")

DOC = open_page(open_text(TEXT)).doc


@pytest.mark.parametrize("name", [*STRINGS, *REST])
def test_attributes(name: str) -> None:
    assert [getattr(t, name) for t in DOC] == [getattr(t, name) for t in DOC.parse]


@pytest.mark.parametrize("name", FAMILY)
def test_family(name: str) -> None:
    def told(doc: object) -> list[list[int]]:
        return [[other.i for other in getattr(t, name)] for t in doc]  # type: ignore[attr-defined]

    assert told(DOC) == told(DOC.parse)


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_one_of_family(name: str) -> None:
    assert [getattr(t, name).i for t in DOC] == [getattr(t, name).i for t in DOC.parse]


def test_is_ancestor_and_neighbours() -> None:
    for one, same in zip(DOC, DOC.parse, strict=True):
        found = [one.is_ancestor(other) for other in DOC]
        assert found == [same.is_ancestor(other) for other in DOC.parse]
    assert DOC[0].nbor().i == 1
    for word, step in ((DOC[0], -1), (DOC[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(step)


def test_sentences() -> None:
    def told(doc: object) -> list[tuple[object, ...]]:
        sents = doc.sents  # type: ignore[attr-defined]
        return [(s.start, s.end, s.start_char, s.end_char, s.text, s.root.i) for s in sents]

    assert told(DOC) == told(DOC.parse)
    assert all(word.sent.start <= word.i < word.sent.end for word in DOC)


@pytest.mark.parametrize("mode", ["strict", "expand"])
@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_places(mode: str, size: int) -> None:
    for start in range(len(TEXT) - size):
        ours, theirs = (
            doc.char_span(start, start + size, alignment_mode=mode) for doc in (DOC, DOC.parse)
        )
        assert (ours is None) == (theirs is None)
        if ours is not None:
            assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
            assert not len(ours) or ours.root.i == theirs.root.i


def test_slices() -> None:
    for asked in (slice(2, 9), slice(-6, None), slice(5, 3), slice(3, 900), slice(None, -2)):
        ours, theirs = DOC[asked], DOC.parse[asked]
        assert [t.i for t in ours] == [t.i for t in theirs]
        assert [t.i for t in ours[1:-1]] == [t.i for t in theirs[1:-1]]
    assert DOC[2:9][-1].i == 8
    assert DOC[2:9] == DOC[2:9] != DOC[2:8]
    with pytest.raises(IndexError):
        DOC[2:9][7]


def test_edges_are_moved_in_both() -> None:
    doc = open_page(open_text(TEXT)).doc
    verb = next(t for t in doc if t.text == "pays")
    for word in [t for t in verb.sent if t.head is not t and not t.is_ancestor(verb)]:
        if word is verb or word.is_ancestor(verb):
            continue
        attach(word, verb, "dep")
        assert word.head is verb
        assert word.dep_ == "dep"
        for name in (*FAMILY[:-1], "left_edge", "right_edge"):
            for one, same in zip(doc, doc.parse, strict=True):
                ours, theirs = getattr(one, name), getattr(same, name)
                if name.endswith("edge"):
                    assert ours.i == theirs.i
                else:
                    assert [t.i for t in ours] == [t.i for t in theirs]
    attach(verb, word, "dep")  # refused: it would be a circle
    assert verb.head is not word


def test_nothing_to_read() -> None:
    doc = open_page(open_text("?")).doc
    assert len(doc) == 1
    assert doc.char_span(40, 50, alignment_mode="expand") is None
