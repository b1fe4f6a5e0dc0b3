"""One answer of one person, told in other words by two reports."""

from __future__ import annotations

from firstmove.ledger.comparing.meaning import Meanings, cosine_of
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.voice import evened
from firstmove.ledger.words import longest_run

_LEAST_ANSWER = 0.55  # cosine
_OF_TWO_KINDS = 0.65
_LONGEST_RUN = 3  # words
_NEARER = 0.15


def answers(a: Telling, b: Telling, cosine: float, meanings: Meanings) -> bool:
    """Whether two reports have of one person nothing else that comes as near to the other's words.

    They then have the same answer, in words of their own; not so where both tell a frame alike.
    """
    one_kind = a.statement.kind is b.statement.kind
    if cosine < (_LEAST_ANSWER if one_kind else _OF_TWO_KINDS):
        return False
    if a.report.id == b.report.id or a.speaker != b.speaker:
        return False
    if longest_run(a.words.plain, b.words.plain) > _LONGEST_RUN:
        return False
    return not (_as_near(a, b, cosine, meanings) or _as_near(b, a, cosine, meanings))


def _as_near(a: Telling, b: Telling, cosine: float, meanings: Meanings) -> bool:
    """Whether anything else that the report of ``a`` has of the speaker may be told by ``b``."""
    return any(cosine_of(evened(o), b.voiceless, meanings) > cosine - _NEARER for o in a.beside)
