"""Two passages read side by side by a small encoder: how likely it is that they tell the same.

Each word is seen beside its counterpart in the other passage (as BERT does, Devlin et al. 2019).
The mean of both orders counts: the same for (a, b) and (b, a).
"""

from __future__ import annotations

from functools import lru_cache

MODEL = "pairs"
_LONGEST = 60  # pieces of each passage; what comes after is not looked at
_KEPT = 65_536  # pairs


def pair_row(a: str, b: str) -> tuple[list[int], list[int]]:
    """The pieces of two passages with the mark between them, and of which passage each is
    (1 and 2; 0 for the mark)."""
    from firstmove.models.encoder import SEP, pieces_of

    first, second = list(pieces_of(a).ids[:_LONGEST]), list(pieces_of(b).ids[:_LONGEST])
    return [*first, SEP, *second], [1] * len(first) + [0] + [2] * len(second)


def log_odds(a: str, b: str) -> float:
    """Log odds that two passages in one person and tense (``voice.evened``) tell the same; the same
    either way round. Raises WeightsError where the encoder is missing or damaged."""
    first, second = sorted((" ".join(a.split()), " ".join(b.split())))
    return _log_odds(first, second)


@lru_cache(maxsize=_KEPT)
def _log_odds(a: str, b: str) -> float:
    from firstmove.models.encoder import encoder

    odds = 0.0
    for one, other in ((a, b), (b, a)):
        # One row at a time: the encoder's numbers are scaled by what is in a batch.
        ids, features = pair_row(one, other)
        odds += float(encoder(MODEL).run([ids], features=[features])["same"][0])
    return round(odds / 2, 3)
