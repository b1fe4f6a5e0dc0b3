"""What is wanted done to a thing is the act: "wants classes capped at 24"."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The guild wants classes capped at 24 pupils.", "cap classes"),
        ("The party wants rents frozen until 2030.", "freeze rents"),
        (
            "The Alliance wants that promise written into the contract.",
            "write that promise into the contract",
        ),
        ("The guild wants no classes cut.", "cut classes"),
        ("The party wants the noise limits published by the agency.", "the noise limits"),
        ("The tenants want repairs done before winter.", "repairs"),
    ],
)
def test_act(text: str, label: str) -> None:
    (act,) = (a for s in read_report(open_text(text)).statements for a in s.acts)
    assert act.label == label
