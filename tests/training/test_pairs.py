"""What the encoder of pairs learns from."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from evaluation.merging import part_of
from firstmove.ledger.words import FUNCTION_WORDS, stem, tokens
from firstmove.reading.parsing.language import nlp
from training import pairs_apart as apart
from training import pairs_same as same
from training.pair_rows import Others, Pair, left_out, written
from training.passages import Edit
from training.wordnet import WordNet

MEASURED = Path(__file__).parents[1] / "ledger"


def edited(edit: Edit, text: str) -> str | None:
    return edit(nlp()(text), random.Random(1))


def test_written_pairs_are_many_of_both_sorts_in_many_disputes() -> None:
    pairs = written()
    counts = Counter(pair.same for pair in pairs)
    assert min(counts.values()) >= 0.4 * len(pairs)
    assert len(pairs) >= 1_000
    assert len({pair.dispute for pair in pairs}) >= 50
    assert all(pair.a.strip() and pair.b.strip() for pair in pairs)


def test_nothing_that_measures_is_learnt_from() -> None:
    learnt = {text.strip("“”") for pair in written() for text in (pair.a, pair.b)}
    parties = {pair.party.lower() for pair in written()}
    for name in ("pairs.toml", "pairs_told.toml"):
        measured = tomllib.loads((MEASURED / name).read_text(encoding="utf-8"))["pair"]
        held_out = [pair for pair in measured if part_of(pair) == "held_out"]
        assert not learnt & {pair[side]["text"] for pair in held_out for side in "ab"}
        assert not parties & {pair["party"].lower() for pair in measured}


def test_nothing_nearly_told_like_what_measures_is_learnt_from() -> None:
    learnt = {_bag(text) for pair in written() for text in (pair.a, pair.b)}
    for name in ("pairs.toml", "pairs_told.toml"):
        measured = tomllib.loads((MEASURED / name).read_text(encoding="utf-8"))["pair"]
        held_out = [pair for pair in measured if part_of(pair) == "held_out"]
        for bag in filter(None, (_bag(pair[side]["text"]) for pair in held_out for side in "ab")):
            assert all(len(bag & mine) < 0.7 * len(bag | mine) for mine in learnt)


def _bag(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in tokens(text)) - FUNCTION_WORDS


def test_a_dispute_is_left_out_whole_or_not_at_all() -> None:
    disputes = {pair.dispute for pair in written()}
    out = [dispute for dispute in disputes if left_out(dispute, 10)]
    assert 0 < len(out) < 0.3 * len(disputes)
    assert not any(left_out(dispute, 1_000_000) for dispute in list(disputes)[:5])


def test_others_are_two_things_of_one_party_in_one_dispute() -> None:
    pairs = [
        Pair(True, "the gate opens", "we open the gate", "dam", party="Vesh"),
        Pair(False, "a share of fish", "a share of crab", "dam", party="Vesh"),
        Pair(True, "wages rise", "pay goes up", "strike", party="Union"),
    ]
    found = Others(pairs, 0.5).draw(60, random.Random(1))
    assert found
    for pair in found:
        assert not pair.same
        assert pair.dispute == "dam"
        assert ("gate" in pair.a) != ("gate" in pair.b)
    assert Others([], 0.5).draw(3, random.Random(1)) == []


@pytest.mark.parametrize(
    ("edit", "text", "told"),
    [
        (same.reported, "we will pay our farmers", "{x} would pay {x} farmers"),
        (same.other_digits, "seven boats were held", "7 boats were held"),
        (same.of_or_s, "the head of the union", "the union's head"),
        (apart.other_point, "all pits are safe", "some pits are safe"),
        (apart.denied, "the pits are safe", "the pits are not safe"),
        (apart.denied, "the men will not go back", "the men will go back"),
        (apart.doer_turned, "the army attacked the rebels", "the rebels attacked the army"),
        (apart.unconditional, "we sign the map if they leave the hills", "we sign the map"),
    ],
)
def test_edits(edit: Edit, text: str, told: str) -> None:
    found = edited(edit, text)
    assert found is not None
    if "{x}" in told:
        assert all(part in found for part in told.split("{x}"))
        assert "we" not in found.split()
    else:
        assert found == told


def test_a_passage_is_cut_short_but_not_of_its_condition() -> None:
    assert edited(same.cut_short, "we leave the talks") is None
    assert edited(same.cut_short, "we sign if they leave the hills") is None


def test_another_number_is_another_number() -> None:
    for seed in range(5):
        found = apart.other_number(nlp()("we need 40 boats"), random.Random(seed))
        assert found not in (None, "we need 40 boats")


def test_words_of_wordnet(tmp_path: Path) -> None:
    index = "big a 1 1 ! 1 1 00000001\nlarge a 1 1 ! 1 1 00000001\nsmall a 1 1 ! 1 1 00000002\n"
    data = (
        "00000001 00 a 02 big 0 large 0 001 ! 00000002 a 0101 | of size\n"
        "00000002 00 a 01 small 0 001 ! 00000001 a 0101 | of no size\n"
    )
    for name in ("noun", "verb", "adj"):
        (tmp_path / f"index.{name}").write_text("  licence\n" + (index if name == "adj" else ""))
        (tmp_path / f"data.{name}").write_text("  licence\n" + (data if name == "adj" else ""))
    net = WordNet(tmp_path)
    assert net.synonyms("big", "ADJ") == ["large"]
    assert net.opposites("large", "ADJ") == ["small"]
    assert net.sisters("big", "ADJ") == []
    assert net.near("big", "large")
    assert not net.near("big", "small")
