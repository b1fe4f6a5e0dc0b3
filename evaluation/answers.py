"""Score answers in common words: “the union refused”, “agreed to do so”, “turned it down”.

    python -m evaluation.answers [FILE.toml] [--half tuned|held-out|all] [--errors]

FILE has cases: a report, its ``parties``, options and wants as in the disputes of
``evaluation.drafts``, and in ``answers`` the sides that answer, of which every want is marked; a
case without wants has words that are no answer, or that answer nobody knows what. Cases are cut in
two halves by a hash of their names. One JSON line on stdout:

- ``precision``, ``recall``: the wants drafted for the sides that answer, with those kept in the
  drawer; one is right where party, act, its owner and the direction are;
- ``silent``: of the cases without wants, the share of which none is drafted.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.command import scored
from evaluation.drafts import Dispute, compare, opened
from evaluation.marked import half_of, share
from firstmove.conflict import Conflict

DATA = Path(__file__).parent / "data" / "answers.toml"
_WANTS = ("wrong:", "missing:")
_BASES = ("stated", "inferred")


def score(cases: Iterable[Mapping[str, Any]], *, errors: bool = False) -> dict[str, object]:
    total: Counter[str] = Counter()
    for case in cases:
        dispute = Dispute(case["name"], _table(case))
        counts, told = compare(dispute, _answering(dispute, opened(dispute.drafted())))
        total += counts
        total["cases"] += 1
        drafted = sum(counts[f"{basis} {how}"] for basis in _BASES for how in ("right", "wrong"))
        total["without"] += not dispute.lines
        total["silent"] += not dispute.lines and not drafted
        for line in told if errors else ():
            if line.startswith(_WANTS):
                print(f"{dispute.name}: {line}", file=sys.stderr)
    right, found, marked = (_of(total, how) for how in ("right", "found", "marked"))
    return {
        "cases": total["cases"],
        "wants": marked,
        "precision": share(right, right + _of(total, "wrong")),
        "recall": share(found, marked),
        "silent": share(total["silent"], total["without"]),
    }


def _table(case: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"option": {}, "want": [], **case, "reports": [case["report"]]}


def _answering(dispute: Dispute, conflict: Conflict) -> Conflict:
    """The model, with the wants of the sides that answer alone."""
    makers = (
        maker if dispute.party(maker.name) in dispute.table["answers"] else replace(maker, wants=())
        for maker in conflict.decision_makers
    )
    return replace(conflict, decision_makers=tuple(makers))


def _of(counts: Mapping[str, int], how: str) -> int:
    return sum(counts[f"{basis} {how}"] for basis in _BASES)


def cases_of(file: Path, half: str) -> list[Mapping[str, Any]]:
    cases = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return [c for c in cases if half in ("all", half_of("answers", c["name"]))]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, cases_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
