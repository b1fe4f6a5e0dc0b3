"""States that cannot be: two options of one owner of which one undoes the other."""

from __future__ import annotations

from firstmove.conflict import Impossible, parse_condition
from firstmove.drafting.likeness.alike import Likeness
from firstmove.drafting.lines.evidence import evidence_of
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.gather import related
from firstmove.ledger import View

REASONS = {
    Likeness.CONTRARY: "one undoes the other",
    Likeness.AMOUNTS: "two amounts of one act",
}


def exclusive(view: View, candidates: list[Candidate], names: Names) -> tuple[Impossible, ...]:
    """Pairs of options that plain logic keeps apart; the reason names both by their labels."""
    return tuple(
        Impossible(
            parse_condition(f"{names.option(one)} and {names.option(other)}"),
            f"“{one.label}” and “{other.label}”: {REASONS[likeness]}",
            (evidence_of(view, one.named[0]), evidence_of(view, other.named[0])),
        )
        for one, other, likeness in related(candidates, *REASONS)
    )
