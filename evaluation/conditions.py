"""Score conditions on sentences written for the project.

    python -m evaluation.conditions [FILE.toml] [--half tuned|held-out|all] [--errors]

The statements are given; the stage has to find their conditions. Sentences are cut in two halves by
a hash of their words: rules were tuned on ``tuned`` only. One JSON line on stdout:

- ``precision``, ``recall``: a condition found overlaps one that is marked in the sentence;
- ``right_statement``: of those, the share that hangs on the marked statement;
- ``right_kind``, ``exact``: the share of the right kind, and with exactly the marked words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from firstmove.reading import open_text
from firstmove.reading.conditions import conditions
from firstmove.reading.open_page import open_page
from firstmove.statement import Mention, Quotation, Statement

DATA = Path(__file__).parent / "data" / "conditions.toml"
MARK = re.compile(r"«(?P<kind>[a-z_]+)(?::(?P<of>\d))?\||[\[\]{}<>»]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and where they stood: pairs of offsets."""

    text: str
    speakers: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]
    condition: tuple[int, int] | None
    kind: str
    of: int


def half_of(text: str) -> str:
    digest = hashlib.sha256(f"firstmove-conditions:{text}".encode()).digest()
    return "held-out" if digest[-1] % 2 else "tuned"


def unmark(marked: str) -> Marked:
    text, position = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"[": [], "{": [], "<": [], "«": []}
    opened: dict[str, int] = {}
    kind, of = "", 0
    closing = {"]": "[", "}": "{", ">": "<", "»": "«"}
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        sign = mark.group()[0]
        if sign in spans:
            opened[sign] = len(text)
            if sign == "«":
                kind, of = mark["kind"], int(mark["of"] or 1) - 1
        else:
            spans[closing[sign]].append((opened[closing[sign]], len(text)))
    return Marked(
        text + marked[position:],
        tuple(spans["["]),
        tuple(spans["{"]),
        tuple(spans["<"]),
        spans["«"][0] if spans["«"] else None,
        kind,
        of,
    )


def read(case: Marked) -> tuple[Statement, ...]:
    """The statements with the conditions found; demands read from a condition are left out."""
    page = open_page(open_text(case.text))
    place = page.report.span
    count = len(case.cues)
    contents = [[place(*c)] for c in case.contents[:count]]
    contents[0] += [place(*c) for c in case.contents[count:]]
    told = tuple(
        Statement(
            report_id=page.report.id,
            speaker=Mention(place(*case.speakers[min(i, len(case.speakers) - 1)])),
            cue=(place(*case.cues[i]),),
            content=tuple(sorted(contents[i])),
            quotation=Quotation.DIRECT
            if case.text[: case.contents[i][1]].count("“")
            > case.text[: case.contents[i][0]].count("”")
            else Quotation.INDIRECT,
        )
        for i in range(count)
    )
    cues = {s.cue for s in told}
    return tuple(s for s in conditions(page, told) if s.cue in cues)


def score(sentences: Iterable[str], *, errors: bool = False) -> dict[str, object]:
    counts = dict.fromkeys(("marked", "found", "right", "statement", "kind", "exact"), 0)
    total = 0
    for sentence in sentences:
        total += 1
        case = unmark(sentence)
        statements = read(case)
        counts["marked"] += case.condition is not None
        wrong = case.condition is not None
        for index, statement in enumerate(statements):
            if statement.condition is None:
                continue
            counts["found"] += 1
            span = statement.condition.span
            if case.condition is None or not (
                span.start < case.condition[1] and case.condition[0] < span.end
            ):
                wrong = True
                continue
            at = index == case.of
            same = statement.condition.kind == case.kind
            exact = (span.start, span.end) == case.condition
            counts["right"] += 1
            counts["statement"] += at
            counts["kind"] += same
            counts["exact"] += exact
            wrong = not (at and same and exact)
        if wrong and errors:
            found = [
                s.condition and (str(s.condition.kind), s.condition.span.quote) for s in statements
            ]
            print(f"{sentence}\n    {found}", file=sys.stderr)
    right = max(counts["right"], 1)
    return {
        "sentences": total,
        "conditions": counts["marked"],
        "precision": round(counts["right"] / max(counts["found"], 1), 4),
        "recall": round(counts["right"] / max(counts["marked"], 1), 4),
        "right_statement": round(counts["statement"] / right, 4),
        "right_kind": round(counts["kind"] / right, 4),
        "exact": round(counts["exact"] / right, 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("file", type=Path, nargs="?", default=DATA)
    parser.add_argument("--half", choices=("tuned", "held-out", "all"), default="held-out")
    parser.add_argument("--errors", action="store_true", help="list what was read wrongly")
    given = parser.parse_args()
    sentences = tomllib.loads(given.file.read_text(encoding="utf-8"))["sentences"]
    chosen = [s for s in sentences if given.half in ("all", half_of(s))]
    print(json.dumps({"half": given.half, **score(chosen, errors=given.errors)}))


if __name__ == "__main__":
    main()
