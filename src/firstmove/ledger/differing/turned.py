"""A change of position told in other words: what was refused on one day, agreed to on another.

Compared is the act alone, without the words that deny it, by its sentence vector and word by word.
A near miss is another act ("meet the families" / "compensate the families"), so that what differs
in one word or name only, in its numbers or its condition, is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.voice import evened
from firstmove.ledger.entry import Entry
from firstmove.ledger.parties.people import Who
from firstmove.ledger.words import negated, words
from firstmove.statement import Kind

# Fitted on one half of tests/ledger/changes.toml.
_ALIKE = 1.15  # cosine of the two acts, and the share of their words that have a counterpart
_LEAST_COSINE = 0.4
_COUNTERPARTS = 0.45
_ONE_WORD_APART = 0.5  # what is taken off for it (``frame.py``)

_ACCEPTING = frozenset(
    (Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.CONSULT, Kind.RETREAT)
)
_DENYING = re.compile(
    r"(?:^\W*(?:\w+ ){0,3}will (?:be )?)?\b(?:not|never|no longer|no)\b|n[’']t\b", re.I
)


def in_other_words(
    entries: Sequence[Entry],
    by_id: Mapping[str, Telling],
    meanings: Meanings,
    apart: Callable[[Telling, Telling], object],
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries of one speaker of which one refuses what the other agrees to, days apart
    (``apart``)."""
    speaking: dict[Who, tuple[list[Entry], list[Entry]]] = {}
    for entry in entries:
        lead = by_id[entry.lead]
        if not lead.speaker.key or lead.condition is not None:
            continue
        if lead.stance < 0:
            speaking.setdefault(lead.speaker, ([], []))[0].append(entry)
        elif lead.stance > 0 and lead.statement.kind in _ACCEPTING:
            speaking.setdefault(lead.speaker, ([], []))[1].append(entry)
    for refused, agreed in speaking.values():
        if not refused or not agreed:
            continue
        acts = [[_act(by_id[entry.lead]) for entry in side] for side in (refused, agreed)]
        cosines = meanings.of(acts[0]) @ meanings.of(acts[1]).T
        near = (cosines >= _LEAST_COSINE).nonzero()
        for x, y in zip(*(found.tolist() for found in near), strict=True):
            a, b = by_id[refused[x].lead], by_id[agreed[y].lead]
            if apart(a, b) and _one_act(a, b, acts[0][x], acts[1][y], float(cosines[x, y])):
                yield refused[x], agreed[y]


def of_one_act(a: Telling, b: Telling, meanings: Meanings) -> bool:
    """Whether two statements, of which one denies the other, are about one act."""
    acts = _act(a), _act(b)
    first, second = meanings.of(acts)
    return _one_act(a, b, *acts, float(first @ second))


def _act(telling: Telling) -> str:
    """What is refused or agreed to: "sign the accord" of "we will not sign the accord"."""
    said = evened(telling.said)
    return _DENYING.sub("", said).strip() if negated(telling.words.plain) else said


def _one_act(a: Telling, b: Telling, refused: str, agreed: str, cosine: float) -> bool:
    if other_numbers(a.numbers, b.numbers) or cosine < _LEAST_COSINE:
        return False
    mine, theirs = words(refused), words(agreed)
    counterparts = aligned(mine, theirs).least
    if counterparts < _COUNTERPARTS or round(cosine + counterparts, 4) < _ALIKE:
        return False
    filler = other_filler(mine, theirs)
    return filler is None or not (filler.name or filler.less >= _ONE_WORD_APART)
