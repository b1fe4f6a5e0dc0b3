"""Kinds that turn on a set phrase, or on a thing that stays as it is."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text
from firstmove.reading.open_page import open_page
from firstmove.reading.pipeline import read_page
from firstmove.statement import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The clinic said there was no need to hand over the files.", Kind.REJECT),
        ("The clinic said it saw no reason to reopen the talks.", Kind.REJECT),
        ("The clinic said there was no need for a new contract.", Kind.REJECT),
        ("The clinic said there was no need to worry.", Kind.ASSESS),
        ("The clinic plans to shut the ward to visitors.", Kind.STATE),
        (
            "The clinic plans to shut the ward unless the guild accepts a cut.",
            Kind.THREATEN,
        ),
        ("The clinic threatened to shut the ward.", Kind.THREATEN),
        ("The water board replied that the fine would stand.", Kind.STATE),
        ("“She ought to answer our questions,” the senator said.", Kind.REQUEST),
        ("Norway backs the ban.", Kind.SUPPORT),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    (statement,) = read_page(open_page(open_text(text, name="test"))).statements
    assert statement.kind is kind
