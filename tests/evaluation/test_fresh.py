"""The fresh sentences are marked as their evaluations take them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from evaluation import conditions, merging, modes
from evaluation.marked import read_marked
from firstmove.statement import ConditionKind, Kind, Modality

FRESH = Path(modes.DATA).with_name("fresh")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FRESH / name).read_text(encoding="utf-8"))


def test_conditions() -> None:
    told = [conditions.unmark(sentence) for sentence in _table("conditions.toml")["news"]]
    assert len(told) >= 12
    assert all(len(case.cues) <= len(case.contents) and case.speakers for case in told)
    assert {case.kind for case in told} - {""} <= set(ConditionKind)


def test_kinds_and_modes() -> None:
    rows = _table("kinds_modes.toml")["fresh"]
    assert len(rows) >= 12
    for kinds, mode, marked in rows:
        assert set(kinds.split()) <= {*Kind, "none"}
        assert set(mode.split()) <= {*Modality, "any", "not"}
        assert {mark.label for mark in read_marked(marked).marks} == {"speaker", "cue", "content"}


def test_pairs() -> None:
    pairs = [pair for pair, _ in merging.load_pairs(FRESH / "pairs.toml", "all")]
    assert sum(pair["same"] for pair in pairs) == len(pairs) / 2 >= 12


def test_parties() -> None:
    texts = _table("parties.toml")["texts"]
    assert len(texts) >= 12
    assert all(m.label.count(";") == 1 for text in texts for m in read_marked(text).marks)
