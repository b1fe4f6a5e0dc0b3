"""Score figures on sentences written for the project.

    python -m evaluation.figures [FILE.toml] [--half tuned|held-out|all] [--errors]

FILE has tables ``[[figures]]`` with ``sentences``, in which each figure is marked as
«low..high; of what; per what; unit …; hedge …; source …|words». One JSON line on stdout:

- ``precision``, ``recall``: a figure that was read overlaps a marked one;
- ``number``, ``counted`` (the last word of it), ``per``, ``unit``, ``hedge``, ``source``: of those,
  the share that is right, what is absent included; ``exact``: in all six.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.command import scored
from evaluation.marked import Mark, half_of, overlap, read_marked, share
from firstmove.reading import open_text, read_report
from firstmove.statement import Figure

DATA = Path(__file__).parent / "data" / "dates.toml"
PARTS = ("number", "counted", "per", "unit", "hedge", "source")


@dataclass(frozen=True, slots=True)
class Gold:
    low: float | None
    high: float | None
    words: dict[str, str]  # of, per, unit, hedge, source


def meaning(mark: Mark) -> Gold:
    """What a mark says. Raises ValueError."""
    number, *rest = (part.strip() for part in mark.label.split(";"))
    low, dots, high = number.partition("..")
    words = dict(part.split(" ", 1) for part in rest)
    if unknown := set(words) - {"of", "per", "unit", "hedge", "source"}:
        raise ValueError(f"{sorted(unknown)} in {mark.label!r} is no part of a figure")
    return Gold(
        float(low) if low else None,
        (float(high) if high else None) if dots else float(low),
        words,
    )


def right(gold: Gold, figure: Figure) -> dict[str, bool]:
    words = gold.words
    told = {
        "of": figure.counted,
        "per": figure.per,
        "unit": figure.unit,
        "hedge": figure.hedge.quote if figure.hedge else "",
        "source": (figure.source.span.quote if figure.source else ""),
    }
    return {
        "number": _close(gold.low, figure.low) and _close(gold.high, figure.high),
        "counted": _last(words.get("of", "")) == _last(told["of"]),
        **{name: _norm(words.get(name, "")) == _norm(told[name]) for name in ("per", "unit")},
        **{name: _shared(words.get(name, ""), told[name]) for name in ("hedge", "source")},
    }


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-3)


def _norm(words: str) -> str:
    lower = words.lower().removeprefix("the ")
    return {"percent": "per cent", "%": "per cent"}.get(lower, lower)


def _last(words: str) -> str:
    return words.lower().split()[-1] if words else ""


def _shared(one: str, other: str) -> bool:
    """Both absent, or one within the other."""
    if not one or not other:
        return one == other
    return _norm(one) in _norm(other) or _norm(other) in _norm(one)


def score(sentences: Iterable[str], *, errors: bool = False) -> dict[str, object]:
    counts = dict.fromkeys(("marked", "told", "right", "exact", *PARTS), 0)
    total = 0
    for sentence in sentences:
        total += 1
        case = read_marked(sentence)
        told = read_report(open_text(case.text, name="case")).figures
        counts["marked"] += len(case.marks)
        counts["told"] += len(told)
        wrong = len(told) != len(case.marks)
        for mark in case.marks:
            places = [((f.span.start, f.span.end), f) for f in told]
            found = next((f for p, f in places if overlap(p, (mark.start, mark.end))), None)
            if found is None:
                wrong = True
                continue
            same = right(meaning(mark), found)
            counts["right"] += 1
            counts["exact"] += all(same.values())
            for name, hit in same.items():
                counts[name] += hit
            wrong = wrong or not all(same.values())
        if wrong and errors:
            print(f"{sentence}\n    {[_told(f) for f in told]}", file=sys.stderr)
    return {
        "sentences": total,
        "figures": counts["marked"],
        "precision": share(counts["right"], counts["told"]),
        "recall": share(counts["right"], counts["marked"]),
        **{name: share(counts[name], counts["right"]) for name in (*PARTS, "exact")},
    }


def _told(figure: Figure) -> str:
    hedge = figure.hedge.quote if figure.hedge else ""
    source = figure.source.span.quote if figure.source else ""
    return (
        f"{figure.span.quote} = {figure.low}..{figure.high}; of {figure.counted}; per {figure.per};"
        f" unit {figure.unit}; hedge {hedge}; source {source}"
    )


def sentences_of(file: Path, half: str) -> list[str]:
    groups = tomllib.loads(file.read_text(encoding="utf-8"))["figures"]
    return [
        sentence
        for group in groups
        for sentence in group["sentences"]
        if half in ("all", half_of("figures", read_marked(sentence).text))
    ]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, sentences_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
