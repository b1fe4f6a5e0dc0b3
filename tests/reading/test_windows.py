"""Paragraphs packed into windows: every piece once, in order, none too long."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.attribution.windows import FEATURES, ROOM, Pieced, gathered, pack, pieced

WORDS = st.sampled_from("The union said “No.” it 1,200 NATO Oste walked, . unbelievably".split())
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=120).map(" ".join)


def paragraphs_of(text: str) -> list[Pieced]:
    places, start = [], 0
    for line in text.split("\n"):
        places.append((start, start + len(line)))
        start += len(line) + 1
    return [pieced(text, *place) for place in places]


@settings(max_examples=50, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.integers(8, ROOM))
def test_every_piece_is_in_one_window(lines: list[str], room: int) -> None:
    text = "\n".join(lines)
    paragraphs = paragraphs_of(text)
    windows = pack(paragraphs, text, room)
    parts = [part for window in windows for part in window.parts]
    assert parts == sorted(parts)
    for number, paragraph in enumerate(paragraphs):
        covered = [i for n, start, end in parts if n == number for i in range(start, end)]
        assert covered == list(range(len(paragraph)))
    for window in windows:
        ids, features, begins = gathered(window, paragraphs)
        assert 0 < len(ids) == len(features) <= room
        assert len(begins) == len(window.parts)
        assert all(0 <= feature < FEATURES for feature in features)


def test_whole_paragraphs_share_a_window_while_they_fit() -> None:
    text = "The union said no.\nThe firm said yes."
    (window,) = pack(paragraphs_of(text), text)
    assert [number for number, _, _ in window.parts] == [0, 1]


def test_a_long_paragraph_is_cut_after_a_full_stop() -> None:
    text = " ".join(["It rained all day in Oste."] * 40)
    paragraphs = paragraphs_of(text)
    windows = pack(paragraphs, text)
    assert len(windows) > 1
    for window in windows[:-1]:
        _, _, end = window.parts[-1]
        assert text[paragraphs[0].offsets[end - 1][0]] == "."


def test_features_tell_what_uncased_pieces_hide() -> None:
    text = "NATO met Ann, 12 said “we Go” there."
    paragraph = pieced(text, 0, len(text))
    told = {
        text[start:end]: feature
        for (start, end), feature in zip(paragraph.offsets, paragraph.features, strict=True)
    }
    assert told["NATO"] == 2 + 8
    assert told["met"] == 0
    assert told["Ann"] == 1
    assert told["12"] == 3
    assert told["we"] == told["“"] == told["”"] == 4
    assert told["Go"] == 4 + 1
    assert told["there"] == 0
