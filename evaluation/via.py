"""Score by which way words came to the report, on sentences written for the project.

    python -m evaluation.via [FILE.toml] [--half tuned|held-out|all] [--errors]

The whole reader runs. A statement is *found* where one that was read holds at least half of the
marked content and no more than twice of it. One JSON line on stdout:

- ``found``: share of the marked statements; ``speaker``: of those, with the innermost speaker;
- ``via``: precision, recall and F1 of intermediaries (same role, words that overlap);
- ``chain``: share of found statements whose whole chain is right, in order, outermost first;
- ``gloss``: precision and recall of the outlet's brackets inside what was said.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.command import scored
from evaluation.marked import Marked, Place, alike, half_of, overlap, read_marked, share
from firstmove.reading import open_text, read_report
from firstmove.statement import Statement, ViaRole

DATA = Path(__file__).parent / "data" / "via.toml"
ORDER = ("agency", "outlet", "person", "document", "audience")
_HALF = 0.5


def best(case: Marked, statements: Iterable[Statement]) -> Statement | None:
    """The statement that was read for the marked one."""
    content = case.places("content")
    rated = [(alike(content, tuple((c.start, c.end) for c in s.content)), s) for s in statements]
    rated = [(rate, s) for rate, s in rated if rate >= _HALF]
    return max(rated, key=lambda pair: pair[0])[1] if rated else None


def chain_of(case: Marked) -> list[tuple[str, Place]]:
    marked = [(m.label, (m.start, m.end)) for m in case.marks if m.label in set(ViaRole)]
    return sorted(marked, key=lambda item: (ORDER.index(item[0]), item[1]))


def merged(chain: Sequence[tuple[str, Place]]) -> list[str]:
    """Roles in order; one mouth told in two places ("Reuters, citing …, reported") is one."""
    return [r for i, (r, _) in enumerate(chain) if i == 0 or chain[i - 1][0] != r]


def score(sentences: Iterable[str], *, errors: bool = False) -> dict[str, object]:
    total = found = speaker = chains = 0
    via = {"right": 0, "told": 0, "gold": 0}
    gloss = {"right": 0, "told": 0, "gold": 0}
    for sentence in sentences:
        case = read_marked(sentence)
        gold = chain_of(case)
        brackets = case.places("gloss")
        total += 1
        via["gold"] += len(gold)
        gloss["gold"] += len(brackets)
        statement = best(case, read_report(open_text(case.text, name="case")).statements)
        if statement is None:
            if errors:
                print(f"{sentence}\n    not found", file=sys.stderr)
            continue
        found += 1
        who = statement.speaker.span if statement.speaker else None
        same = who is not None and any(
            overlap((who.start, who.end), place) for place in case.places("speaker")
        )
        told = [(v.role.value, (v.span.start, v.span.end)) for v in statement.via]
        right = sum(any(r == role and overlap(p, place) for r, p in gold) for role, place in told)
        hit = sum(any(r == role and overlap(p, place) for r, p in told) for role, place in gold)
        glosses = [(g.start, g.end) for g in statement.glosses]
        seen = sum(any(overlap(g, b) for b in brackets) for g in glosses)
        whole = right == len(told) and hit == len(gold) and merged(told) == merged(gold)
        speaker += same
        chains += whole
        via["told"] += len(told)
        via["right"] += right
        gloss["told"] += len(glosses)
        gloss["right"] += seen
        if errors and not (same and whole and seen == len(glosses) == len(brackets)):
            way = [(v.role.value, v.span.quote) for v in statement.via]
            name = who.quote if who else None
            print(f"{sentence}\n    {name} {way} {glosses}", file=sys.stderr)
    return {
        "sentences": total,
        "found": share(found, total),
        "speaker": share(speaker, found),
        "via": rates(via),
        "chain": share(chains, found),
        "gloss": rates(gloss),
    }


def rates(counts: dict[str, int]) -> dict[str, float | None]:
    both = counts["told"] + counts["gold"]
    return {
        "precision": share(counts["right"], counts["told"]),
        "recall": share(counts["right"], counts["gold"]),
        "f1": share(2 * counts["right"], both),
    }


def sentences_of(file: Path, half: str) -> list[str]:
    sentences = tomllib.loads(file.read_text(encoding="utf-8"))["sentences"]
    return [s for s in sentences if half in ("all", half_of("via", read_marked(s).text))]


def main(argv: Sequence[str] | None = None) -> int:
    return scored(__doc__, DATA, sentences_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
