"""Which source, cue and content fragments of a paragraph belong to one attribution.

The fragments, in text order, are cut into runs, each one attribution, by dynamic programming over
the log probabilities of a run's pattern of roles, of two neighbours being of one attribution given
what stands between them, and of what the tagger's pointer says. The first two are counts from
annotated news, kept in ``linking.json``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from firstmove.models.manifest import read_checked

Role = Literal["source", "cue", "content"]
Place = tuple[int, int]

FILE = "linking.json"
LETTERS: Mapping[Role, str] = {"source": "S", "cue": "C", "content": "K"}
_LONGEST = 8  # fragments in one run
_STOP = re.compile(r"[.?!][\"'”’)]*(?:\s|$)")
_WORD = re.compile(r"\w+")
_JOIN = re.compile(r"\b(?:and|but|while|as|that)\b", re.IGNORECASE)
_APART = re.compile(r"[;:—–]|--")
_ON = frozenset("and but then also while or before without by ,".split())
_FORMS = frozenset("to according was is be been".split())


@dataclass(frozen=True, slots=True)
class Fragment:
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counts:
    """``patterns``: runs by their letters; ``same`` and ``shared``: (yes, no) by description."""

    patterns: Mapping[str, int]
    same: Mapping[str, tuple[int, int]]
    shared: Mapping[str, tuple[int, int]]

    @property
    def runs(self) -> int:
        return sum(self.patterns.values())


def between(text: str, left: Fragment, right: Fragment) -> tuple[str, str, str]:
    """What stands between two neighbours: described finely, coarsely, barely."""
    gap = text[left.end : right.start]
    # A quoted content has its own full stop inside it.
    tail = text[max(left.start, left.end - 2) : right.start]
    words = len(_WORD.findall(gap))
    length = words if words < 2 else 2 if words < 4 else 3 if words < 9 else 4
    bare = not words and not gap.strip(' ,"“”')
    stop = bool(_STOP.search(tail)) and not (bare and not re.search(r"[.?!]", tail))
    comma = "," in tail
    quoted = (text[left.end - 1] in '"”') + 2 * (text[right.start] in '"“')
    roles = LETTERS[left.role] + LETTERS[right.role]
    apart, joined = bool(_APART.search(gap)), bool(_JOIN.search(gap))
    return (
        _key(0, roles, length, stop, comma, apart, joined, quoted),
        _key(1, roles, min(length, 3), stop, comma),
        _key(2, roles, stop),
    )


def carried(text: str, source: Place, cue: Place) -> tuple[str, str, str]:
    """What tells whether a cue without a source of its own has the one before."""
    gap = text[source[1] : cue[0]]
    stop = bool(_STOP.search(gap))
    near = re.findall(r"[\w’']+|,", gap[-60:])[-2:]
    joined = any(word.lower() in _ON for word in near)
    first = (text[cue[0] : cue[1]].split() or [""])[0].lower()
    ending = next((e for e in ("ing", "ed", "s") if first.endswith(e)), "other")
    form = first if first in _FORMS and ending == "other" else ending
    return _key(0, stop, joined, form), _key(1, stop, joined), _key(2, stop)


def _key(*parts: object) -> str:
    return " ".join(str(int(p)) if isinstance(p, bool) else str(p) for p in parts)


def share(counts: Mapping[str, tuple[int, int]], keys: Sequence[str], prior: float) -> float:
    """The share of "yes", each finer description leaning on the coarser one."""
    for key in reversed(keys):
        yes, no = counts.get(key, (0, 0))
        prior = (yes + 4 * prior) / (yes + no + 4)
    return prior


def runs(
    counts: Counts,
    text: str,
    fragments: Sequence[Fragment],
    weight: float,
    pointed: Callable[[Sequence[Fragment]], float],
) -> list[list[Fragment]]:
    """The most probable cut of a paragraph's fragments into attributions.

    A run has at most one cue and one source. ``pointed`` gives what the tagger's pointer adds to
    the score of a run. Cost: linear in the number of fragments.
    """
    together = [0.5] + [
        min(max(share(counts.same, between(text, a, b), 0.5), 1e-4), 1 - 1e-4)
        for a, b in pairwise(fragments)
    ]
    joined = [math.log(chance) for chance in together]
    letters = "".join(LETTERS[f.role] for f in fragments)
    total = counts.runs
    best = [0.0] + [-math.inf] * len(fragments)
    back = [0] * (len(fragments) + 1)
    for end in range(1, len(fragments) + 1):
        for start in range(max(0, end - _LONGEST), end):
            run, pattern = fragments[start:end], letters[start:end]
            if pattern.count("C") > 1 or pattern.count("S") > 1:
                continue
            score = weight * math.log((counts.patterns.get(pattern, 0) + 0.05) / total)
            score += sum(joined[start + 1 : end])
            if start:
                score += math.log(1 - together[start])
            score += best[start] + pointed(run)
            if score > best[end]:
                best[end], back[end] = score, start
    result = []
    end = len(fragments)
    while end:
        result.append(list(fragments[back[end] : end]))
        end = back[end]
    return result[::-1]


@cache
def counts() -> Counts:
    """The counts that ship with the package."""
    return counts_of(read_checked(FILE).decode())


def counts_of(written: str) -> Counts:
    table = json.loads(written)
    return Counts(
        table["patterns"],
        {key: (yes, no) for key, (yes, no) in table["same"].items()},
        {key: (yes, no) for key, (yes, no) in table["shared"].items()},
    )
