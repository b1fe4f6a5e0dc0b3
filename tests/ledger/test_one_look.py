"""Two tellings read side by side."""

from __future__ import annotations

import pytest

from evaluation.merging import told_as_two
from firstmove.errors import WeightsError
from firstmove.ledger import merge
from firstmove.ledger.comparing import side_by_side
from firstmove.ledger.comparing.side_by_side import log_odds, pair_row
from firstmove.models import manifest
from firstmove.statement import Kind, Reading
from tests.ledger.making import Paper

SAME = (
    ("we will close the lock for repairs", "a closure of the lock so that it can be mended"),
    ("nobody of ours goes back to work", "all our members stay out on strike"),
)
APART = (
    ("we will close the lock for repairs", "we will close the bridge for repairs"),
    ("the lock belongs to the county", "the repair takes three weeks"),
)


@pytest.mark.parametrize("pair", [*SAME, *APART])
def test_the_same_either_way_round(pair: tuple[str, str]) -> None:
    a, b = pair
    assert log_odds(a, b) == log_odds(b, a)


def test_what_is_the_same_is_likelier_than_what_only_sounds_alike() -> None:
    assert min(log_odds(*pair) for pair in SAME) > max(log_odds(*pair) for pair in APART)


def test_odds_do_not_depend_on_the_company() -> None:
    side_by_side._log_odds.cache_clear()
    alone = log_odds(*SAME[0])
    side_by_side._log_odds.cache_clear()
    for pair in (*APART, *SAME):
        log_odds(*pair)
    assert log_odds(*SAME[0]) == alone


def test_a_row_says_of_which_passage_each_piece_is() -> None:
    ids, of = pair_row("the lock", "the bridge is shut")
    assert len(ids) == len(of)
    assert of == [1, 1, 0, 2, 2, 2, 2]
    assert len(pair_row("word " * 500, "word " * 500)[0]) == 121


def test_blank_passages_have_odds_too() -> None:
    assert log_odds("", "") == log_odds(" ", "")


def test_the_reason_tells_the_probability() -> None:
    pair = {
        "party": "City Museum",
        "speaker": "Ida Holm",
        "a": {"text": "the museum would stay shut for a fortnight", "kind": "STATE"},
        "b": {"text": "No visitor gets into the museum for the next two weeks", "kind": "STATE"},
    }
    view = merge(told_as_two(pair))
    told = [reason for entry in view.entries for m in entry.merges for reason in m.reasons]
    assert len(view.entries) == 1
    assert any(reason.startswith("read side by side: the same") for reason in told)


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from firstmove.models import encoder

    def missing(name: str) -> bytes:
        raise WeightsError("no such model file is listed", where=name)

    assert f"{side_by_side.MODEL}.onnx" in manifest.manifest()
    encoder.encoder.cache_clear()
    monkeypatch.setattr(encoder, "read_checked", missing)
    with pytest.raises(WeightsError, match="no such model"):
        log_odds("a passage that no other test has", "nor this one")
    encoder.encoder.cache_clear()


@pytest.mark.parametrize(("others", "entries"), [(0, 1), (4, 2)])
def test_of_much_that_one_says_little_that_is_far_apart_is_one(others: int, entries: int) -> None:
    """Far apart by meaning, near by the encoder; the reports have other things of the speaker."""
    much = (
        "the bridge has rusted since the flood",
        "nobody told the mayor of the fire",
        "wages were paid late in March",
        "the harbour needs a new crane",
    )
    papers = []
    for source, words in (
        ("One", "Pay us for the trees we may not cut"),
        ("Two", "compensation for a ban on logging"),
    ):
        said = [words, *(f"{source} paper: {other}" for other in much[:others])]
        paper = Paper(" ".join(f"Gerd Amsel said {what}." for what in said), source)
        for what in said:
            paper.says(what, speaker="Gerd Amsel", kind=Kind.REQUEST)
        papers.append(paper.reading)
    view = merge(papers)
    about_trees = [e for e in view.entries if any(s in e.statements for s in _firsts(papers))]
    assert len(about_trees) == entries


def _firsts(papers: list[Reading]) -> list[str]:
    return [paper.statements[0].id for paper in papers]
