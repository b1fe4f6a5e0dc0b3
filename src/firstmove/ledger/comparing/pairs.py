"""Which statements are compared at all: pairs that may stand in one entry, without a look at each.

Compared are statements of one side in reports of one event that share a word which tells something
or are near in meaning; and, of all reports and speakers, those that quote the same words. All else
``compatible.against`` forbids, or ``similar`` would find too little in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from firstmove.ledger.comparing.meaning import Meanings, neighbours
from firstmove.ledger.comparing.runs import WIDTH, hashes
from firstmove.ledger.comparing.telling import MARK, Telling
from firstmove.ledger.comparing.verbatim import SAME_UTTERANCE, SHORT_UTTERANCE

_NEIGHBOURS = 0.3  # cosine of two statements without a word in common that are compared
_MARKS = SAME_UTTERANCE - MARK + 1  # of one utterance
_FEW = 400  # statements, of which each is held against all by itself
_TELLS_SOMETHING = 0.2  # weight of a word that not every report has


def candidates(
    told: Sequence[Telling], meanings: Meanings, touching: frozenset[int] | None = None
) -> list[tuple[int, int]]:
    """Pairs of numbers, smaller first, in order. Each pair depends on its two statements alone.

    ``touching``: only pairs with one of these numbers in them.
    """
    chosen = frozenset(range(len(told))) if touching is None else touching
    near = range(len(told)) if touching is None else _marked_alike(told, touching)
    mine = [told[n] for n in near]
    among = frozenset(at for at, n in enumerate(near) if n in chosen)
    quoting = (*_of_one_utterance(mine, among), *_verbatim_alike(mine, among))
    found = {(near[x], near[y]) for x, y in quoting}
    blocks: dict[tuple[str, int], list[int]] = {}
    for n, telling in enumerate(told):
        blocks.setdefault((telling.speaker.key, telling.occasion), []).append(n)
    for block in blocks.values():
        rows = [at for at, n in enumerate(block) if n in chosen]
        if len(block) == 1 or not rows:
            continue  # spares the making of a vector
        vectors = meanings.of(told[n].voiceless for n in block)
        found.update(_with_words_in_common(told, block, chosen))
        for x, y in neighbours(vectors, rows, _NEIGHBOURS):
            found.add((block[x], block[y]))
    return sorted(found)


def _marked_alike(told: Sequence[Telling], chosen: frozenset[int]) -> Sequence[int]:
    """The chosen ones and those that may quote the same words as one of them, in order.

    Eight words in a row, five of them different, have five different marks.
    """
    import numpy as np

    marks = [telling.marks for telling in told]
    size = np.array([len(own) // WIDTH for own in marks])
    found = hashes(b"".join(marks))
    alike = np.isin(found, hashes(b"".join(marks[n] for n in sorted(chosen))))
    found, holder = found[alike], np.repeat(np.arange(len(told)), size)[alike]
    near = set(chosen)
    for n in chosen if len(chosen) < _FEW else ():
        shared = np.bincount(holder[np.isin(found, hashes(marks[n]))], minlength=len(told))
        least = np.minimum(_MARKS, np.minimum(size, size[n]))
        near.update(np.flatnonzero((shared >= least) & (shared > 0)).tolist())
    return sorted(near if len(chosen) < _FEW else near.union(holder.tolist()))


def _with_words_in_common(
    told: Sequence[Telling], block: Sequence[int], chosen: frozenset[int]
) -> set[tuple[int, int]]:
    """Pairs that share a word that tells something, or all their words."""
    holders: dict[str, list[int]] = {}
    for n in block:
        for key, weight in told[n].words.weights.items():
            if weight >= _TELLS_SOMETHING and key[0] != "@":
                holders.setdefault(key, []).append(n)
        holders.setdefault(" ".join(told[n].words.plain), []).append(n)
    return _together(holders.values(), chosen)


def _of_one_utterance(told: Sequence[Telling], chosen: frozenset[int]) -> set[tuple[int, int]]:
    """Pairs of one side, also across events, that may quote the same words.

    The same as ``verbatim.one_utterance`` asks for: eight words in a row, or all of a shorter
    quotation in the other.
    """
    whole: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    runs: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for n, telling in enumerate(told):
        key, quoted = telling.speaker.key, telling.quoted
        if len(quoted) >= SHORT_UTTERANCE:
            whole.setdefault((key, quoted), []).append(n)
        for run in _runs(quoted, SAME_UTTERANCE):
            runs.setdefault((key, run), []).append(n)
    found = _together((*whole.values(), *runs.values()), chosen)
    lengths = sorted({len(quoted) for _, quoted in whole if len(quoted) < SAME_UTTERANCE})
    for n, telling in enumerate(told):
        if telling.direct:
            for size in lengths:
                for run in _runs(telling.quoted, size):
                    for other in whole.get((telling.speaker.key, run), ()):
                        if other != n and told[other].direct and not chosen.isdisjoint((n, other)):
                            found.add((min(n, other), max(n, other)))
    return found


def _verbatim_alike(told: Sequence[Telling], chosen: frozenset[int]) -> set[tuple[int, int]]:
    """Pairs of quotations that share eight words in a row or all their words, of two sides."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for n, telling in enumerate(told):
        if telling.direct:
            plain = telling.words.plain
            for run in _runs(plain, SAME_UTTERANCE) or {plain}:
                holders.setdefault(run, []).append(n)
    return {
        (x, y)
        for x, y in _together(holders.values(), chosen)
        if told[x].speaker.key != told[y].speaker.key
    }


def _runs(words: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {words[n : n + size] for n in range(len(words) - size + 1)}


def _together(groups: Iterable[Sequence[int]], chosen: frozenset[int]) -> set[tuple[int, int]]:
    """Pairs of two in one group, one of which is chosen."""
    found: set[tuple[int, int]] = set()
    for numbers in groups:
        mine = [n for n in numbers if n in chosen]
        if len(mine) == len(numbers):
            found.update(combinations(numbers, 2))
        else:
            found.update((min(x, y), max(x, y)) for x in mine for y in numbers if x != y)
    return found
