"""Stage: the fullest name that the report gives for each speaker."""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.page import Page
from firstmove.reading.people.referents import resolve
from firstmove.statement import Statement


def people(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``speaker.name``: pronouns, titles and parts of names to the fullest name given.

    "" where two people fit alike: no name is better than a wrong one.
    """
    filled = []
    for statement in statements:
        speaker = statement.speaker
        if speaker is not None and not speaker.name:
            found = resolve(page, speaker.span)
            if found is not None and found.name:
                statement = replace(statement, speaker=replace(speaker, name=found.name))
        filled.append(statement)
    return tuple(filled)
