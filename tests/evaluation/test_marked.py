from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.marked import Mark, alike, half_of, overlap, read_marked, share


def test_marks_are_taken_out_and_kept() -> None:
    case = read_marked("«agency|Norra» said [the clerk] {wrote} <“no \\[sic\\]”>.")
    assert case.text == "Norra said the clerk wrote “no [sic]”."
    assert [(m.label, case.text[m.start : m.end]) for m in case.marks] == [
        ("agency", "Norra"),
        ("speaker", "the clerk"),
        ("cue", "wrote"),
        ("content", "“no [sic]”"),
    ]
    assert case.places("cue") == ((21, 26),)


@pytest.mark.parametrize("marked", ["[She", "She]", "[She}", "«a|[She»]"])
def test_marks_that_do_not_fit_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"closed|closes"):
        read_marked(marked)


@given(st.text(alphabet="[]{}<>«»|\\ab ", max_size=30))
def test_any_text_is_read_or_refused(marked: str) -> None:
    try:
        case = read_marked(marked)
    except ValueError:
        return
    assert all(0 <= m.start <= m.end <= len(case.text) for m in case.marks)


def test_measures() -> None:
    assert share(1, 3) == 0.3333
    assert share(0, 0) is None
    assert overlap((0, 2), (1, 3))
    assert not overlap((0, 2), (2, 3))
    assert alike(((0, 4),), ((2, 4),)) == 0.5
    assert alike((), ()) == 0.0
    assert Mark("a", 0, 1) == Mark("a", 0, 1)


def test_halves_are_told_by_the_words_alone() -> None:
    halves = [half_of("x", str(number)) for number in range(400)]
    assert 150 < halves.count("tuned") < 250
    assert half_of("x", "1") == half_of("x", "1")
