"""The sentences that the kinds model learns from."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from evaluation.conditions import unmark
from evaluation.kinds import OWN as MEASURED
from firstmove.reading.kinds.choice import LABELS
from firstmove.reading.kinds.input import Role
from training.kind_rows import FILLER, Own, parse, plv_rows


def test_enough_of_every_label() -> None:
    patterns = Own().patterns
    assert len(patterns) >= 400
    assert len({pattern for _, _, pattern in patterns}) == len(patterns)
    counts = Counter(label for label, _, _ in patterns)
    assert set(counts) == set(LABELS)
    assert min(counts.values()) >= 25


def test_every_pattern_is_filled_and_marked() -> None:
    rows = Own().draw(random.Random(3), times=2)
    for row in rows:
        assert "$" not in row.text
        roles = {role for role, _, _ in row.marks}
        assert roles in (
            {Role.SOURCE, Role.CUE, Role.CONTENT},
            {Role.SOURCE, Role.TARGET},
            {Role.SOURCE},
        )
        assert all(row.text[s:e].strip() for _, s, e in row.marks)


def test_draws_differ_and_repeat_by_seed() -> None:
    first = Own().draw(random.Random(1))
    assert first == Own().draw(random.Random(1))
    assert first != Own().draw(random.Random(2))


def test_nothing_that_measures_is_learnt_from() -> None:
    patterns = {FILLER.sub("", parse(p)[0]).lower() for _, _, p in Own().patterns}
    measured = tomllib.loads(MEASURED.read_text(encoding="utf-8"))
    for sentences in measured.values():
        for sentence in sentences:
            assert unmark(sentence).text.lower() not in patterns


def test_marks_of_both_forms() -> None:
    text, marks = parse("<s>The army</s> left <t>the pass</t>.")
    assert text == "The army left the pass."
    assert [(r, text[s:e]) for r, s, e in marks] == [
        (Role.SOURCE, "The army"),
        (Role.TARGET, "the pass"),
    ]
    text, marks = parse("“<We will not sign>,” [she] {said}.")
    assert [(r, text[s:e]) for r, s, e in marks] == [
        (Role.CONTENT, "We will not sign"),
        (Role.CUE, "said"),
        (Role.SOURCE, "she"),
    ]


def test_what_plv_leaves_open_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(
        "sentence_id\tmarked_sentence\tgold_root\n"
        "1\t<s>The army</s> left <t>the pass</t>.\tYIELD\n"
        "1\tThe same again.\tAGREE\n",
        encoding="utf-8",
    )
    rows = plv_rows(path)
    assert list(rows) == ["1"]
    assert rows["1"].labels == ("CONCEDE", "RETREAT")


@pytest.mark.parametrize("label", ["NONE", "WARN", "THREATEN"])
def test_statements_and_events_for_what_plv_lacks(label: str) -> None:
    forms = {form for name, form, _ in Own().patterns if name == label}
    assert forms == {"events", "statements"}
