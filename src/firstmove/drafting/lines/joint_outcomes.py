"""Joint outcomes: what comes about when each of several sides does its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.drafting.options.candidate import Candidate
from firstmove.report import Span

Place = tuple[str, Span]  # a statement's id, and the words of an act in it


@dataclass(frozen=True, slots=True)
class Joint:
    """Options of different owners that make one outcome together."""

    label: str
    parts: tuple[Candidate, ...]
    told: frozenset[Place]  # the acts that name it


def joints(candidates: Sequence[Candidate]) -> list[Joint]:
    """One joint outcome for one set of options that the same words name for several sides."""
    by_words: dict[Place, dict[int, Candidate]] = {}
    for candidate in candidates:
        for named in candidate.named:
            if named.partners:
                parts = by_words.setdefault((named.statement.id, named.act.span), {})
                parts[id(candidate)] = candidate
    same: dict[frozenset[int], list[Place]] = {}
    for place, parts in by_words.items():
        if len(parts) > 1:
            same.setdefault(frozenset(parts), []).append(place)
    found = []
    for places in same.values():
        acts = tuple(by_words[places[0]].values())
        found.append(Joint(acts[0].label, acts, frozenset(places)))
    return found
