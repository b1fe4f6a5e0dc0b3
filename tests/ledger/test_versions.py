"""A report that may be another version of one in the case is named, and both count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.ledger import merge
from firstmove.ledger.differing.diff import diff
from tests.ledger.making import Paper


def titled(title: str, text: str, source: str = "Northern Wire") -> Paper:
    paper = Paper(text, source)
    paper.report = replace(paper.report, title=title)
    return paper


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Talks on the toll stall", True),
        ("Correction: Talks on the toll stall", True),
        ("CORRECTED-Talks on the toll stall", True),
        ("UPDATE 2-Talks on the toll stall", True),
        ("Update: talks on the toll stall", True),
        ("Correctional officers: talks on the toll stall", False),
        ("Talks on the toll resume", False),
    ],
)
def test_a_title_marked_as_new_is_that_of_the_old_one(title: str, named: bool) -> None:
    old = titled("Talks on the toll stall", "Forty lorries waited at the bridge of Tarn.")
    new = titled(title, "Fourteen lorries waited at the bridge of Tarn.")
    before = merge([old.reading])
    found = diff(before, merge([old.reading, new.reading])).alike
    assert [(one.new, one.old) for one in found] == [(new.report.id, old.report.id)] * named
    # Also where both are added at once.
    together = diff(merge([]), merge([old.reading, new.reading])).alike
    assert len(together) == named
    # Another outlet's report is none.
    other = titled(title, "Fourteen lorries waited at the bridge of Tarn.", "Southern Wire")
    assert diff(before, merge([old.reading, other.reading])).alike == ()
