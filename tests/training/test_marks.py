from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.marks import MarkError, read_file, read_marks

DATA = Path(__file__).parents[2] / "training" / "data" / "attribution.toml"


def quotes(marked: str) -> list[tuple[list[str], list[str], list[str]]]:
    read = read_marks(marked)
    return [
        tuple([read.text[s:e] for s, e in places] for places in (a.source, a.cue, a.content))  # type: ignore[misc]
        for a in read.attributions
    ]


def test_one_attribution_needs_no_numbers() -> None:
    marked = "<“Not today,”> [the captain] {said}. <“Nor tomorrow.”>"
    assert read_marks(marked).text == "“Not today,” the captain said. “Nor tomorrow.”"
    assert quotes(marked) == [(["the captain"], ["said"], ["“Not today,”", "“Nor tomorrow.”"])]


def test_several_attributions_share_and_enclose_spans() -> None:
    marked = "[1:The paper] {1:wrote} <1:that [2,3:she] {2:said} <2:no> and {3:meant} <3:yes>>."
    assert quotes(marked) == [
        (["The paper"], ["wrote"], ["that she said no and meant yes"]),
        (["she"], ["said"], ["no"]),
        (["she"], ["meant"], ["yes"]),
    ]


def test_narration_has_none_and_a_source_may_be_absent() -> None:
    assert read_marks("Rain fell.").attributions == ()
    assert quotes("<A truce> {was agreed}.") == [([], ["was agreed"], ["A truce"])]


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("[She {said} <no>.", "marks cross|not closed"),
        ("[She} said.", "marks cross"),
        ("She] said.", "closes nothing"),
        ("[She] {said <no>.", "not closed"),
        ("[She] {said }<no>.", "white space"),
        ("[] {said} <no>.", "empty"),
        ("[She] said <no>.", "no cue"),
        ("[She] {said} no.", "no content"),
        ("[1:She] {said} <no>.", "some have none"),
        ("[2:She] {2:said} <2:no>.", "numbers are not"),
        ("[1,1:She] {1:said} <1:no>.", "twice"),
        ("[She] {said} <not <now>>.", "overlap"),
    ],
)
def test_an_error_says_what_is_wrong(marked: str, says: str) -> None:
    with pytest.raises(MarkError, match=says):
        read_marks(marked)


@given(st.text(alphabet="[]{}<>12:, ab", max_size=40))
def test_any_text_is_read_or_refused(marked: str) -> None:
    try:
        read = read_marks(marked)
    except MarkError:
        return
    for attribution in read.attributions:
        for places in (attribution.source, attribution.cue, attribution.content):
            for start, end in places:
                assert read.text[start:end].strip() == read.text[start:end] != ""


def test_a_file_names_the_item_at_fault(tmp_path: Path) -> None:
    path = tmp_path / "items.toml"
    path.write_text('items = ["Rain fell.", "[She] said."]', encoding="utf-8")
    with pytest.raises(MarkError, match="item 2"):
        read_file(path)
    path.write_text("other = 1", encoding="utf-8")
    with pytest.raises(MarkError, match="items"):
        read_file(path)


def test_the_training_sentences_are_sound_and_no_two_are_alike() -> None:
    items = read_file(DATA)
    assert len(items) >= 250
    assert len({item.text for item in items}) == len(items)
    silent = sum(not item.attributions for item in items)
    assert 0.1 <= silent / len(items) <= 0.2
    for item in items:
        assert not set(item.text) & set("[]{}<>")
