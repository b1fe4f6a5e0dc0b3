"""Stage: the party that each speaker speaks for, from the report's own words first."""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.page import Page
from firstmove.reading.people.referents import resolve
from firstmove.statement import Statement

__all__ = ["parties", "resolve"]


def parties(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``speaker.party`` and ``party_span``; "" where the report does not tell."""
    filled = []
    for statement in statements:
        speaker = statement.speaker
        if speaker is not None and not speaker.party:
            found = resolve(page, speaker.span)
            if found is not None and found.party:
                speaker = replace(speaker, party=found.party, party_span=found.party_span)
                statement = replace(statement, speaker=speaker)
        filled.append(statement)
    return tuple(filled)
