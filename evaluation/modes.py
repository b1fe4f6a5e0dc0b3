"""Score kinds together with modes, on statements of invented disputes in eight fields.

    python -m evaluation.modes [FILE.toml] [--half tuned|held-out|all] [--errors]

Each statement is given with its speaker, cue and content; the stages from ``via`` to ``modality``
read it. ``kind`` is the share with a kind that is right (``none``: any that PLOVER has not),
``modality`` and ``negated`` the shares with the modality and negation marked, ``all_three`` the
share right in every respect. Sentences are cut in two halves by a hash: rules were tuned on
``tuned`` only, and no model learns from either. One JSON line on stdout.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.command import options, tell
from evaluation.kinds import given_statement, sureness
from evaluation.plv import half_of
from firstmove.reading.kinds.kinds import kinds
from firstmove.reading.kinds.modality import modality
from firstmove.statement import Kind, Statement

DATA = Path(__file__).parent / "data" / "kinds_modes.toml"
PARTS = ("kind", "modality", "negated")
ANY = "any"  # of a modality: not scored


def read(marked: str) -> Statement | None:
    """The statement of a marked sentence, with kind and mode; None where a stage dropped it."""
    page, statements = given_statement(marked)
    for stage in (kinds, modality):
        statements = stage(page, statements)
    return statements[0] if statements else None


def score(
    rows: Mapping[str, Sequence[tuple[str, str, str]]], half: str, *, errors: bool = False
) -> dict[str, object]:
    right: Counter[str] = Counter()
    fields: dict[str, list[bool]] = {}
    sure = []
    for field, sentences in rows.items():
        for kind, mode, marked in sentences:
            if half not in ("all", half_of(marked)):
                continue
            found = read(marked)
            hit = dict.fromkeys(PARTS, False)
            if found is not None:
                name = "none" if kind == "none" and not found.kind.is_plover else found.kind.value
                told, *negated = mode.split()
                hit = {
                    "kind": name in kind.split(),
                    "modality": told in (found.modality, ANY),
                    "negated": told == ANY or found.negated == bool(negated),
                }
            right.update(part for part in PARTS if hit[part])
            fields.setdefault(field, []).append(all(hit.values()))
            kind_found = Kind.STATE if found is None else found.kind
            sure.append((1.0 if found is None else found.kind_probability or 0.0, hit["kind"]))
            if errors and not all(hit.values()):
                got = "no statement" if found is None else f"{found.modality} {found.negated}"
                print(f"{kind:16} {mode:16} | {kind_found} {sure[-1][0]} {got} | {marked}",
                      file=sys.stderr)  # fmt: skip
    total = len(sure)
    whole = [all_right for of in fields.values() for all_right in of]
    return {
        "sentences": total,
        **{part: round(right[part] / max(total, 1), 4) for part in PARTS},
        "all_three": round(sum(whole) / max(total, 1), 4),
        **sureness(sure),
        "per_field": {f: round(sum(of) / len(of), 3) for f, of in fields.items()},
    }


def main(argv: Sequence[str] | None = None) -> int:
    given = options(__doc__, DATA).parse_args(argv)

    def found() -> dict[str, object]:
        rows = tomllib.loads(given.file.read_text(encoding="utf-8"))
        return {"half": given.half, **score(rows, given.half, errors=given.errors)}

    return tell(given.file, found)


if __name__ == "__main__":
    sys.exit(main())
