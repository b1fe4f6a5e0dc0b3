"""A named body of a report."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Body:
    """A named body: where it is first told, and the common nouns that mean it."""

    name: str
    first: int
    nouns: set[str] = field(default_factory=set)
    firm: bool = False
    place: bool = False  # may be where something happens, or somebody who has a lawyer
    inside: bool = False  # told as where something happens
    acts: bool = False  # told otherwise than of a thing: "Tarn dam"
    popular: bool = False  # of people, by what it is called
    sure: bool = False  # a firm by what is told of it, whatever its name
    rules: bool | None = None  # told as "the ruling", or as others than those who rule have it
