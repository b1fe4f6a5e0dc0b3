"""Score attribution against gold spans: ``python -m evaluation.attribution GOLD.jsonl TEXTS/``.

GOLD.jsonl has one object a line, ``{"filename": …, "attributions": [{"source": [[start, end], …],
"cue": …, "content": …}, …]}``; TEXTS/ holds ``filename.txt``. Prints one JSON line.

Spans are compared as sets of words (runs of letters and digits, inner apostrophes kept), so that
punctuation and quotation marks do not count. *overlap*: contents share at least half of the words
that either has, and the sources share a word or are both absent; pairs are one to one, best first.
*exact*: the words of source, cue and content are the same. Claims are scored before those joined in
one quotation are split, since the gold keeps them together.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from firstmove.reading.attribution import find_claims
from firstmove.reading.open_page import open_page
from firstmove.reading.open_report import open_text

Words = frozenset[int]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    source: Words
    cue: Words
    content: Words

    @staticmethod
    def of(
        spans: Mapping[str, Sequence[Sequence[int]]], words: Sequence[tuple[int, int]]
    ) -> Marked:
        def inside(role: str) -> Words:
            return frozenset(
                number
                for start, end in spans.get(role, ())
                for number, (first, last) in enumerate(words)
                if first < end and start < last
            )

        return Marked(inside("source"), inside("cue"), inside("content"))


@dataclass(slots=True)
class Tally:
    right: int = 0
    found: int = 0
    gold: int = 0

    def figures(self) -> dict[str, float]:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = self.found + self.gold
        f1 = 2 * self.right / both if both else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def pairs(gold: Sequence[Marked], found: Sequence[Marked]) -> int:
    """How many gold attributions have a partner, one to one, best content overlap first."""
    rated = []
    for i, right in enumerate(gold):
        for j, told in enumerate(found):
            shared = len(right.content & told.content)
            share = shared / len(right.content | told.content) if shared else 0.0
            agree = bool(right.source & told.source) or not (right.source or told.source)
            if share >= _HALF and agree:
                rated.append((-share, i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(rated):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def predict(text: str, name: str) -> list[dict[str, list[list[int]]]]:
    """The attributions of a text, in the shape of the gold."""
    page = open_page(open_text(text, name=name))
    return [
        {
            "source": [list(claim.speaker)] if claim.speaker else [],
            "cue": [list(place) for place in claim.cue],
            "content": [list(place) for place in claim.content],
        }
        for claim in find_claims(page)
    ]


def articles(
    gold: Path, texts: Path
) -> Iterator[tuple[str, str, list[dict[str, list[list[int]]]]]]:
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                name = record["filename"].removesuffix(".txt")
                with (texts / f"{name}.txt").open(encoding="utf-8", newline="") as file:
                    yield name, file.read(), record["attributions"]


def evaluate(gold: Path, texts: Path) -> dict[str, object]:
    overlap, exact = Tally(), Tally()
    begun = time.perf_counter()
    count = 0
    for name, text, attributions in articles(gold, texts):
        words = [match.span() for match in _WORD.finditer(text)]
        right = [m for a in attributions if (m := Marked.of(a, words)).content]
        told = [m for a in predict(text, name) if (m := Marked.of(a, words)).content]
        count += 1
        for tally in (overlap, exact):
            tally.gold += len(right)
            tally.found += len(told)
        overlap.right += pairs(right, told)
        exact.right += sum((Counter(right) & Counter(told)).values())
    return {
        "articles": count,
        "overlap": overlap.figures(),
        "exact": exact.figures(),
        "seconds": round(time.perf_counter() - begun, 1),
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    options = parser.parse_args(argv)
    try:
        print(json.dumps(evaluate(options.gold, options.texts)))
    except (OSError, KeyError, json.JSONDecodeError) as error:
        print(f"{options.gold}: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
