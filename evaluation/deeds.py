"""Score events: what the outlet itself tells as done, on sentences written for the project.

    python -m evaluation.deeds [FILE.toml] [--half tuned|held-out|all] [--errors]

Each row of FILE is [kinds that are right, sentence]; a sentence that tells an event has ``[actor]
{verb} <recipient>`` marked, one of kind ``none`` tells no event of a party that it names. Each is a
report of its own. Sentences are cut in two halves by a hash. One JSON line on stdout:

- ``statements``: marked verbs that reading takes for the cue of a statement ("rejected"): they are
  told there, and count in no other figure;
- ``precision``, ``recall``: an event that was read has a marked verb;
- ``kind``, ``actor``, ``recipient``: of those, the share that is right, an absent recipient
  included; ``exact``: in all three.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.command import scored
from evaluation.marked import Place, half_of, overlap, read_marked, share
from firstmove.reading import open_text, read_report
from firstmove.report import Span
from firstmove.statement import Event

DATA = Path(__file__).parent / "data" / "deeds.toml"
PARTS = ("kind", "actor", "recipient")


def score(rows: Iterable[tuple[str, str]], *, errors: bool = False) -> dict[str, object]:
    counts: Counter[str] = Counter()
    for kinds, sentence in rows:
        case = read_marked(sentence)
        reading = read_report(open_text(case.text, name="case"))
        told, verbs = reading.events, case.places("cue")
        counts["sentences"] += 1
        cues = [_place(cue) for statement in reading.statements for cue in statement.cue]
        if not told and verbs and any(overlap(cue, verbs[0]) for cue in cues):
            counts["statements"] += 1
            continue
        counts["marked"] += kinds != "none"
        counts["told"] += len(told)
        found = next((e for e in told if verbs and overlap(_place(e.verb), verbs[0])), None)
        wrong = len(told) != (kinds != "none")
        if found is not None:
            actors, recipients = case.places("speaker"), case.places("content")
            recipient = None if found.recipient is None else found.recipient.span
            same = {
                "kind": found.kind.value in kinds.split(),
                "actor": overlap(_place(found.actor.span), actors[0]),
                "recipient": _same(recipient, recipients),
            }
            counts["right"] += 1
            counts.update(part for part in PARTS if same[part])
            counts["exact"] += all(same.values())
            wrong = wrong or not all(same.values())
        if wrong and errors:
            print(f"{kinds:10} {sentence}\n    {[_told(e) for e in told]}", file=sys.stderr)
    return {
        "sentences": counts["sentences"],
        "events": counts["marked"],
        "statements": counts["statements"],
        "precision": share(counts["right"], counts["told"]),
        "recall": share(counts["right"], counts["marked"]),
        **{part: share(counts[part], counts["right"]) for part in (*PARTS, "exact")},
    }


def _place(span: Span) -> Place:
    return span.start, span.end


def _same(found: Span | None, marked: Sequence[Place]) -> bool:
    if found is None or not marked:
        return found is None and not marked
    return overlap(_place(found), marked[0])


def _told(event: Event) -> str:
    recipient = event.recipient.span.quote if event.recipient else ""
    return (
        f"{event.actor.span.quote} {event.verb.quote} {recipient}: {event.kind} {event.probability}"
    )


def rows_of(file: Path, half: str) -> list[tuple[str, str]]:
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["deeds"]
    return [
        (kinds, sentence)
        for kinds, sentence in rows
        if half in ("all", half_of("deeds", read_marked(sentence).text))
    ]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, rows_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
