"""Sets of words, as they are written down."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """A set of words, written down with spaces between."""
    return frozenset(listed.split())
