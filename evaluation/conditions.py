"""Score conditions on sentences written for the project.

    python -m evaluation.conditions [FILE.toml] [--set sentences|news] [--half tuned|held-out|all]
                                    [--errors]

The statements are given; the stage has to find their conditions. Sentences are cut in two halves by
a hash of their words: rules were tuned on ``tuned`` only. One JSON line on stdout:

- ``precision``, ``recall``: a condition found overlaps one that is marked in the sentence;
- ``right_statement``: of those, the share that hangs on the marked statement;
- ``right_kind``, ``exact``: the share of the right kind, and with exactly the marked words;
- ``further``: the share of a statement's second and later conditions that were found as such;
- ``deadline``: of the deadlines marked, the share found with exactly the marked words;
  ``deadlines_wrong``: how many were found where none is marked, or with other words.

``sentences`` are plain ones, ``news`` are built as news reports are.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.command import options, tell
from evaluation.marked import half_of
from firstmove.reading import open_text
from firstmove.reading.conditions.conditions import conditions
from firstmove.reading.open_page import open_page
from firstmove.statement import Condition, Mention, Quotation, Statement

DATA = Path(__file__).parent / "data" / "conditions.toml"
MARK = re.compile(r"«(?P<kind>[a-z_]+)(?::(?P<of>\d))?\||[\[\]{}<>»‹›]")


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
    further: tuple[tuple[int, int, str], ...] = ()  # of the same statement, each with its kind
    deadline: tuple[int, int] | None = None


def unmark(marked: str) -> Marked:
    text, position = "", 0
    spans: dict[str, list[tuple[int, int]]] = {sign: [] for sign in "[{<«‹"}
    opened: dict[str, int] = {}
    marked_as: list[tuple[str, int]] = []
    closing = {"]": "[", "}": "{", ">": "<", "»": "«", "›": "‹"}
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        sign = mark.group()[0]
        if sign in spans:
            opened[sign] = len(text)
            if sign == "«":
                marked_as.append((mark["kind"], int(mark["of"] or 1) - 1))
        else:
            spans[closing[sign]].append((opened[closing[sign]], len(text)))
    return Marked(
        text + marked[position:],
        tuple(spans["["]),
        tuple(spans["{"]),
        tuple(spans["<"]),
        spans["«"][0] if spans["«"] else None,
        *(marked_as[0] if marked_as else ("", 0)),
        tuple((*span, kind) for span, (kind, _) in zip(spans["«"][1:], marked_as[1:], strict=True)),
        spans["‹"][0] if spans["‹"] else None,
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
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        total += 1
        case = unmark(sentence)
        statements = read(case)
        marked = [] if case.condition is None else [(*case.condition, case.kind), *case.further]
        counts["marked"] += bool(marked)
        counts["further"] += len(case.further)
        counts["deadline"] += case.deadline is not None
        wrong = bool(marked)
        for index, statement in enumerate(statements):
            condition = statement.condition
            if condition is None:
                continue
            counts["found"] += 1
            span = condition.span
            meant = next((m for m in marked if span.start < m[1] and m[0] < span.end), None)
            if meant is None:
                wrong = True
                continue
            every = {(o.start, o.end) for o in (span, *condition.also)}
            also = [m for m in marked if m is not meant and m[:2] in every]
            at, same = index == case.of, condition.kind == meant[2]
            exact = (span.start, span.end) == meant[:2]
            due = condition.deadline
            told = due is not None and (due.span.start, due.span.end) == case.deadline
            counts["right"] += 1
            counts["statement"] += at
            counts["kind"] += same
            counts["exact"] += exact
            counts["more"] += len(also)
            counts["dated"] += told
            counts["misdated"] += due is not None and not told
            wrong = not (at and same and exact and len(also) == len(case.further))
            wrong = wrong or told != (case.deadline is not None)
        if wrong and errors:
            print(f"{sentence}\n    {[_shown(s.condition) for s in statements]}", file=sys.stderr)
    right = max(counts["right"], 1)
    return {
        "sentences": total,
        "conditions": counts["marked"],
        "precision": round(counts["right"] / max(counts["found"], 1), 4),
        "recall": round(counts["right"] / max(counts["marked"], 1), 4),
        "right_statement": round(counts["statement"] / right, 4),
        "right_kind": round(counts["kind"] / right, 4),
        "exact": round(counts["exact"] / right, 4),
        "further": round(counts["more"] / counts["further"], 4) if counts["further"] else None,
        "deadline": round(counts["dated"] / counts["deadline"], 4) if counts["deadline"] else None,
        "deadlines_wrong": counts["misdated"] if counts["deadline"] else None,
    }


def _shown(condition: Condition | None) -> tuple[str, ...] | None:
    if condition is None:
        return None
    due = condition.deadline
    also = [span.quote for span in condition.also]
    return condition.kind.value, condition.span.quote, *also, f"by: {due.span.quote}" if due else ""


def main(argv: Sequence[str] | None = None) -> int:
    parser = options(__doc__, DATA)
    parser.add_argument("--set", choices=("sentences", "news"), default="sentences")
    given = parser.parse_args(argv)

    def found() -> dict[str, object]:
        sentences = tomllib.loads(given.file.read_text(encoding="utf-8"))[given.set]
        chosen = [s for s in sentences if given.half in ("all", half_of("conditions", s))]
        return {"set": given.set, "half": given.half, **score(chosen, errors=given.errors)}

    return tell(given.file, found)


if __name__ == "__main__":
    sys.exit(main())
