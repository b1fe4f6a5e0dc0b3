"""PLV, sentences labelled with PLOVER roots: its rows, its halves and the measures over them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from evaluation.marked import Place
from evaluation.marked import half_of as half_by_name

MARKS = re.compile(r"</?[st]>")
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def half_of(sentence_id: str) -> str:
    return half_by_name("kinds", sentence_id)


def unmark(marked: str) -> tuple[str, list[Place], list[Place]]:
    """The sentence without its marks, and where its sources and targets stand."""
    text, position, start = "", 0, 0
    places: dict[str, list[Place]] = {"s": [], "t": []}
    for mark in MARKS.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group()[1] != "/":
            start = len(text)
        elif len(text) > start:
            places[mark.group()[2]].append((start, len(text)))
    return text + marked[position:], places["s"], places["t"]


def f1(gold: list[str], found: list[str]) -> float:
    """Macro-averaged over the labels that stand in the gold."""
    scores = []
    for name in sorted(set(gold)):
        hit = sum(g == f == name for g, f in zip(gold, found, strict=True))
        scores.append(2 * hit / (gold.count(name) + found.count(name)) if hit else 0.0)
    return sum(scores) / len(scores)
