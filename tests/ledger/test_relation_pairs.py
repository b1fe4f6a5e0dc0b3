"""Of things told twice, how often the relation and the field are right; pairs of the project."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from firstmove.ledger import Relation, merge
from firstmove.statement import Kind, Modality
from tests.ledger.making import Paper

PAIRS = tomllib.loads(Path(__file__).with_name("relations.toml").read_text(encoding="utf-8"))


def half(pair: Mapping[str, Any]) -> str:
    words = f"{pair['one']['text']}|{pair['two']['text']}"
    return "held_out" if int(sha256(words.encode()).hexdigest(), 16) % 2 else "tuned"


def paper(told: Mapping[str, Any], source: str, day: date) -> Paper:
    words = told["text"].strip("“”")
    cue = told.get("cue", "said")
    return Paper(f"Ruta Halvik {cue} {told['text']} {source}.", source, day).says(
        words,
        speaker="Ruta Halvik",
        party="Kessa",
        cue=cue,
        kind=Kind(told["kind"]),
        target=told.get("target", ""),
        condition=told.get("condition", ""),
        negated=told.get("negated", False),
        modality=Modality.POSSIBLE if told.get("possible") else Modality.ASSERTED,
    )


def relation(pair: Mapping[str, Any]) -> tuple[str, str]:
    """The relation found and its field; "apart" for two entries that have nothing to do."""
    first = date(2031, 5, 3)
    papers = [
        paper(pair["one"], "One", first),
        paper(pair["two"], "Two", first + timedelta(pair.get("days", 0))),
    ]
    entries = merge([one.reading for one in papers]).entries
    fields = {difference.field for entry in entries for difference in entry.differences}
    kind = entries[0].relation
    found = "apart" if kind is Relation.ONLY_ONE else kind.value
    return found, "+".join(sorted(fields))


@pytest.mark.parametrize(("part", "floor"), [("tuned", 0.85), ("held_out", 0.9)])
def test_relations_of_own_pairs(part: str, floor: float) -> None:
    """No floor may be lowered."""
    pairs = [pair for pair in PAIRS["told"] if half(pair) == part]
    wrong = [
        (pair["one"]["text"], pair["two"]["text"], found)
        for pair in pairs
        if (found := relation(pair)) != (pair["expected"], pair.get("field", ""))
    ]
    assert len(wrong) <= (1 - floor) * len(pairs), wrong
