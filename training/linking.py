"""Count how annotated news joins source, cue and content: ``reading/attribution/linking.py``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from firstmove.reading.attribution.linking import LETTERS, Fragment, Role, between, carried

Place = tuple[int, int]
Attribution = dict[str, list[Place]]
Known = tuple[Fragment, int]  # a fragment and the number of its attribution


def fragments(text: str, attributions: Sequence[Attribution]) -> list[list[Known]]:
    """The fragments of each paragraph in order; of overlapping ones the first."""
    roles: tuple[Role, ...] = ("source", "cue", "content")
    places = sorted(
        (start, end, role, number)
        for number, attribution in enumerate(attributions)
        for role in roles
        for start, end in attribution.get(role, ())
    )
    paragraphs: dict[int, list[Known]] = {}
    last = 0
    for start, end, role, number in places:
        if start >= last:
            last = end
            line = text.count("\n", 0, start)
            paragraphs.setdefault(line, []).append((Fragment(role, start, end), number))
    return list(paragraphs.values())


def count(documents: Iterable[tuple[str, Sequence[Attribution]]]) -> str:
    """The counts of annotated texts, as JSON."""
    patterns: Counter[str] = Counter()
    same: dict[str, list[int]] = {}
    shared: dict[str, list[int]] = {}
    for text, attributions in documents:
        for known in fragments(text, attributions):
            run = ""
            for i, (fragment, number) in enumerate(known):
                if i:
                    left, other = known[i - 1]
                    for key in between(text, left, fragment):
                        same.setdefault(key, [0, 0])[number != other] += 1
                    if number != other:
                        patterns[run] += 1
                        run = ""
                run += LETTERS[fragment.role]
            patterns[run] += 1
            before: Fragment | None = None
            for number in dict.fromkeys(n for _, n in known):
                own = [f for f, n in known if n == number]
                source = next((f for f in own if f.role == "source"), None)
                cue = next((f for f in own if f.role == "cue"), None)
                if source is not None:
                    before = source
                elif cue is not None and before is not None and before.end <= cue.start:
                    place = (before.start, before.end)
                    yes = place in [tuple(p) for p in attributions[number].get("source", ())]
                    for key in carried(text, place, (cue.start, cue.end)):
                        shared.setdefault(key, [0, 0])[not yes] += 1
    table = {
        "patterns": dict(sorted(patterns.items())),
        "same": dict(sorted(same.items())),
        "shared": dict(sorted(shared.items())),
    }
    return json.dumps(table, separators=(",", ":")) + "\n"
