"""What PLOVER's manual says of its event types: quad category and score.

PLOVER manual (Open Event Data Alliance): quad categories from the sections on each type, which put
SANCTION under material conflict (table 7.2 of the same manual has it under verbal conflict);
scores from table 2.2.
"""

from __future__ import annotations

from firstmove.statement import Kind, Modality, Statement

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")

# Type: number of its quad category, 1 to 4, and its score.
TYPES: dict[Kind, tuple[int, float]] = {
    Kind.AGREE: (1, 4.2),
    Kind.CONSULT: (1, 2.1),
    Kind.SUPPORT: (1, 4.6),
    Kind.CONCEDE: (1, 5.0),
    Kind.COOPERATE: (2, 6.8),
    Kind.AID: (2, 7.4),
    Kind.RETREAT: (2, 7.6),
    Kind.REQUEST: (3, -5.0),
    Kind.ACCUSE: (3, -2.0),
    Kind.REJECT: (3, -4.2),
    Kind.THREATEN: (3, -5.1),
    Kind.PROTEST: (4, -6.6),
    Kind.SANCTION: (4, -5.2),
    Kind.MOBILIZE: (4, -5.3),
    Kind.COERCE: (4, -7.2),
    Kind.ASSAULT: (4, -9.3),
}

_MODES = {
    Modality.HISTORICAL: "historical",
    Modality.FUTURE: "future",
    Modality.HYPOTHETICAL: "hypothetical",
    Modality.POSSIBLE: "hypothetical",
}


def auxiliary_modes(statement: Statement) -> tuple[str, ...]:
    """PLOVER's auxiliary modes (manual, 2.3): historical, future, hypothetical, negation."""
    mode = _MODES.get(statement.modality)
    return (*((mode,) if mode else ()), *(("negation",) if statement.negated else ()))
