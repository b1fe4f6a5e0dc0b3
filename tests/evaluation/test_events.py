"""The pairs of reports for same event or other event, and how they are counted."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.events import DATA, Pair, best_threshold, own_pairs, rates
from firstmove.reading import open_text


def test_there_are_pairs_of_both_kinds_in_both_halves() -> None:
    count = Counter((pair.part, pair.same) for pair in own_pairs(DATA))
    assert count == {
        ("tune", True): 24,
        ("tune", False): 48,
        ("held_out", True): 16,
        ("held_out", False): 32,
    }


def test_rates_and_the_threshold_that_does_best() -> None:
    one, other = (open_text(f"{word} fell on the quay of Tarn.") for word in ("Rain", "Snow"))
    rows = [
        (Pair("tune", True, one, other), 0.9),
        (Pair("tune", True, one, other), 0.4),
        (Pair("tune", False, one, other), 0.3),
    ]
    assert rates(rows, 0.5) == {"accuracy": 0.667, "same": 0.5, "other": 1.0, "pairs": 3}
    assert 0.3 < best_threshold(rows) <= 0.4


@pytest.mark.long
def test_events_are_told_apart() -> None:
    """Floors: to be raised, not lowered."""
    from evaluation.events import Systems

    systems = Systems()
    rows = [(p, systems.firstmove(p)) for p in own_pairs(DATA) if p.part == "held_out"]
    found = rates(rows, 0.5)
    assert (found["accuracy"] or 0) >= 0.95
    assert (found["other"] or 0) >= 0.93
