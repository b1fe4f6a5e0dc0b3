"""Attributions by the trained tagger: source, cue and content spans, found and linked.

The tagger (``training/attribution.py``) gives each word 7 scores, and each pair of words a score
that the first belongs to the cue that begins at the second. The best sequence of labels (Viterbi)
gives the fragments of a paragraph; ``linking`` joins them to attributions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from firstmove.models.ahead import Ahead
from firstmove.models.encoder import encoder
from firstmove.reading.attribution import linking
from firstmove.reading.attribution.linking import Counts, Fragment, Place, Role
from firstmove.reading.attribution.windows import Packed, Pieced, packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Scorer = Callable[[Sequence[int], Sequence[int]], tuple[Floats, Floats]]

MODEL = "attribution"
ROLES: tuple[Role, ...] = ("source", "cue", "content")
# Set on the articles kept for tuning (training/polnear.py).
CUE_BIAS = 0.0  # added to the scores of the cue labels
PATTERN_WEIGHT = 0.3
POINTER_WEIGHT = 2.5
_CUELESS = -3.0  # a run without a cue where the paragraph has one
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution: its spans in characters of the text, each role's in order.

    ``sure`` is the least of the roles' mean probabilities: that a word of a span has its role.
    """

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger tells of a text: its attributions, and where it sees cues.

    ``cues`` are (start of a word piece, probability that it is of a cue), in order.
    """

    attributions: tuple[Tagged, ...]
    cues: tuple[tuple[int, float], ...]

    def cue_chance(self, places: Sequence[Place]) -> float:
        """The greatest probability of a cue in some places; 0 where they were not read."""
        inside = [
            chance
            for start, end in places
            for _, chance in self.cues[
                bisect_left(self.cues, start, key=_start) : bisect_left(self.cues, end, key=_start)
            ]
        ]
        return max(inside, default=0.0)


def begin(text: str, paragraphs: Sequence[Place], ahead: Ahead) -> None:
    """Have a text read beside what comes next; ``tag`` with the same ``ahead`` gives it."""
    if not ahead.works or ahead.has((Packed, text)):
        return
    rows = packed(text, paragraphs)
    encoder(MODEL)  # loaded here, and not by two threads at once
    ahead.begin((Packed, text), lambda: rows)
    for ids, features, _ in rows.rows:
        ahead.begin((MODEL, ids, features), partial(_shipped, ids, features))


@dataclass(frozen=True, slots=True)
class Found:
    """A fragment, its mean probability, and how much it points at each cue, by the cue's start."""

    fragment: Fragment
    sure: float
    points: dict[int, float]


def tag(
    text: str,
    paragraphs: Sequence[Place],
    *,
    ahead: Ahead | None = None,
    scores: Scorer | None = None,
    counts: Counts | None = None,
    cue_bias: float = CUE_BIAS,
    pattern_weight: float = PATTERN_WEIGHT,
    pointer_weight: float = POINTER_WEIGHT,
) -> Tagging:
    """Read a text paragraph by paragraph; no attribution crosses from one to the next.

    ``scores`` and ``counts`` are those of the package unless given (training gives its own).
    ``ahead`` is where the package's own were begun.
    """
    ahead = ahead or Ahead()
    rows: Packed = ahead.result((Packed, text), partial(packed, text, paragraphs))
    pieces = rows.paragraphs
    found: list[list[Found]] = [[] for _ in pieces]
    cues: list[tuple[int, float]] = []
    for window, (ids, features, begins) in zip(rows.windows, rows.rows, strict=True):
        if scores is None:
            call = partial(_shipped, ids, features)
            tags, points = ahead.result((MODEL, ids, features), call)
        else:
            tags, points = scores(ids, features)
        for (number, start, end), begin in zip(window.parts, begins, strict=True):
            there = slice(begin, begin + end - start)
            chances = _chances(tags[there], cue_bias)
            offsets = pieces[number].offsets[start:end]
            likely = chances[:, 3:5].sum(axis=1).tolist()
            cues += zip((first for first, _ in offsets), likely, strict=True)
            found[number] += _fragments(pieces[number], start, end, chances, points[there, there])
    table = counts or linking.counts()
    attributions = [
        attribution
        for fragments in found
        for attribution in _linked(text, fragments, table, pattern_weight, pointer_weight)
    ]
    return Tagging(tuple(attributions), tuple(sorted(cues)))


def _start(cue: tuple[int, float]) -> int:
    return cue[0]


def _chances(tags: Floats, cue_bias: float) -> NDArray[np.float64]:
    """The probabilities of the labels from their scores."""
    import numpy as np

    scores = tags.astype(np.float64)
    scores[:, 3:5] += cue_bias
    scores -= scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    return np.asarray(chances / chances.sum(axis=1, keepdims=True))


def _shipped(ids: Sequence[int], features: Sequence[int]) -> tuple[Floats, Floats]:
    told = encoder(MODEL).run([ids], features=[features])
    return told["tags"][0, 1:-1], told["points"][0, 1:-1, 1:-1]


def _fragments(
    pieces: Pieced, start: int, end: int, every: NDArray[np.float64], points: Floats
) -> Iterator[Found]:
    """The labelled spans of pieces ``start`` to ``end`` of a paragraph, in order."""
    import numpy as np

    words = pieces.words[start:end]
    first = [i for i in range(len(words)) if i == 0 or words[i] != words[i - 1]]
    last = [*(i - 1 for i in first[1:]), len(words) - 1]
    chances = every[first]
    spans: list[tuple[Role, int, int]] = []
    for number, label in enumerate(_best_path(np.log(chances + 1e-12))):
        if label in (1, 3, 5):
            spans.append((ROLES[(label - 1) // 2], number, number + 1))
        elif label:
            role, begun, _ = spans[-1]
            spans[-1] = (role, begun, number + 1)
    offsets = pieces.offsets[start:end]
    roles = dict(zip(ROLES, (chances[:, 1::2] + chances[:, 2::2]).T, strict=True))
    cues = [first[begun] for role, begun, _ in spans if role == "cue"]
    for role, begun, ended in spans:
        sure = _mean(roles[role][begun:ended])
        pointed = {
            offsets[cue][0]: _mean(points[first[begun:ended], cue]) for cue in cues if role != "cue"
        }
        place = offsets[first[begun]][0], offsets[last[ended - 1]][1]
        yield Found(Fragment(role, *place), sure, pointed)


def _mean(values: NDArray[np.floating]) -> float:
    """What ``values.mean()`` gives, for the few that a span has in a third of the time."""
    return float(values.sum() / len(values))


def _best_path(scores: NDArray[np.float64]) -> list[int]:
    """Viterbi over BIO labels [n, 7] (log probabilities): an I- follows its B- or I- only."""
    import numpy as np

    likeliest: list[int] = scores.argmax(axis=1).tolist()
    if all(a % 2 or not a or b in (a, a - 1) for b, a in pairwise([0, *likeliest])):
        return likeliest  # allowed as it is, and nothing can be better
    allowed = _transitions()
    best = scores[0] + np.array([0, 0, _NEVER, 0, _NEVER, 0, _NEVER])
    back = np.zeros(scores.shape, dtype=np.int64)
    for number in range(1, len(scores)):
        ways = best[:, None] + allowed
        back[number] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[number]
    path = [int(best.argmax())]
    for number in range(len(scores) - 1, 0, -1):
        path.append(int(back[number, path[-1]]))
    return path[::-1]


@cache
def _transitions() -> NDArray[np.float64]:
    import numpy as np

    allowed = np.full((7, 7), _NEVER)
    for before in range(7):
        for after in range(7):
            if after in (0, 1, 3, 5) or before in (after, after - 1):
                allowed[before, after] = 0.0
    return allowed


def _linked(
    text: str, found: Sequence[Found], table: Counts, pattern_weight: float, pointer_weight: float
) -> Iterator[Tagged]:
    if not found:
        return
    by_start = {f.fragment.start: f for f in found}
    pulls = {f.fragment.start: _pulls(f) for f in found if f.points}
    any_cue = any(f.fragment.role == "cue" for f in found)

    def pointed(run: Sequence[Fragment]) -> float:
        cue = next((f for f in run if f.role == "cue"), None)
        if cue is None:
            return pointer_weight * _CUELESS if any_cue else 0.0
        return pointer_weight * sum(
            pulls.get(f.start, {}).get(cue.start, 0.0) for f in run if f.role != "cue"
        )

    fragments = [f.fragment for f in found]
    before: Fragment | None = None
    for run in linking.runs(table, text, fragments, pattern_weight, pointed):
        parts = {role: [f for f in run if f.role == role] for role in ROLES}
        source, cue = parts["source"], parts["cue"]
        if source:
            before = source[0]
        elif cue and before is not None and before.end <= cue[0].start:
            keys = linking.carried(text, (before.start, before.end), (cue[0].start, cue[0].end))
            if linking.share(table.shared, keys, 0.3) > 0.5:
                source = [before]
        if not cue or not parts["content"]:
            continue
        yield Tagged(
            tuple((f.start, f.end) for f in source),
            tuple((f.start, f.end) for f in cue),
            tuple((f.start, f.end) for f in parts["content"]),
            min(
                sum(by_start[f.start].sure for f in role) / len(role)
                for role in (source, cue, parts["content"])
                if role
            ),
        )


def _pulls(found: Found) -> dict[int, float]:
    """Log probability that a fragment belongs to each of the cues, by their start."""
    import numpy as np

    values = np.array(list(found.points.values()))
    chances = np.exp(values - values.max())
    chances /= chances.sum()
    return dict(zip(found.points, np.log(chances + 1e-3).tolist(), strict=True))
