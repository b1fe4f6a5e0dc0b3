"""The condition language over options."""

from __future__ import annotations


class Condition:
    """Replaced by the parsed condition."""
