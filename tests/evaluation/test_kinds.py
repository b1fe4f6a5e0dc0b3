"""The measures over kinds."""

from __future__ import annotations

import pytest

from evaluation.kinds import System, score, sureness
from evaluation.plv import f1, half_of, unmark

SHELLED = {"gold_root": "ASSAULT", "marked_sentence": "<s>The army</s> shelled <t>the town</t>."}
BORN = {"gold_root": "NONE", "marked_sentence": "<s>Torsk</s> was born in <t>Sund</t> in 1961."}


@pytest.mark.parametrize("system", ["rules", "model", "combined"])
def test_rows_without_event_count_apart(system: str) -> None:
    found = score([SHELLED, BORN], System(system))
    assert found["sentences"] == 1
    assert found["root_accuracy"] == 1
    assert (found["none"], found["none_given_no_kind"]) == (1, 1)
    assert score([BORN], System(system)) == {"none": 1, "none_given_no_kind": 1}
    assert "none" not in score([SHELLED], System(system))


def test_marks_are_places_in_the_bare_sentence() -> None:
    text, sources, targets = unmark("On Monday <s>Karsk</s> and <t>Velim</t> met <t>us</t>.")
    assert text == "On Monday Karsk and Velim met us."
    assert [text[s:e] for s, e in sources] == ["Karsk"]
    assert [text[s:e] for s, e in targets] == ["Velim", "us"]


def test_halves_depend_on_the_id_alone() -> None:
    halves = [half_of(str(i)) for i in range(1000)]
    assert halves == [half_of(str(i)) for i in range(1000)]
    assert 400 < halves.count("tuned") < 600


def test_calibration() -> None:
    right = sureness([(1.0, True)] * 9 + [(0.5, True)])
    assert right == {"calibration_error": 0.05, "sure": 0.9, "accuracy_where_sure": 1.0}
    assert sureness([(0.9, False)] * 4)["calibration_error"] == 0.9


def test_macro_f1_is_over_the_gold_labels() -> None:
    assert f1(["a", "b"], ["a", "b"]) == 1
    assert f1(["a", "b"], ["a", ""]) == 0.5
