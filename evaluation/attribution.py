"""Score attribution against gold spans: ``python -m evaluation.attribution GOLD.jsonl TEXTS/``.

``--system rules|tagger|combined|textacy``, several after commas, each in turn on each article
(combined: what reading does; textacy: its ``direct_quotations`` of each paragraph, which wants
``pip install textacy``); ``--part tune|fit`` keeps the articles that the tagger's thresholds were
set on, or that it was trained on.

GOLD.jsonl has one object a line, ``{"filename": …, "attributions": [{"source": [[start, end], …],
"cue": …, "content": …}, …]}``; TEXTS/ holds ``filename.txt``. Prints one JSON line for each system:
``per_second``: articles; ``megabytes``: of the models that it takes, with the parser's.

Spans are compared as sets of words (runs of letters and digits, inner apostrophes kept), so that
punctuation and quotation marks do not count. *overlap*: contents share at least half of the words
that either has, and the sources share a word or are both absent; pairs are one to one, best first.
*exact*: the words of source, cue and content are the same. Claims are scored before those joined in
one quotation are split, since the gold keeps them together. ``recall`` is that of *overlap* over
the gold attributions whose content stands between quotation marks (at least nine tenths of its
words), partly, or hardly (at most a tenth), and over those whose cue is a word of disputes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from evaluation.textacy_quotations import quotations
from firstmove.models.ahead import Ahead
from firstmove.models.manifest import manifest
from firstmove.reading.attribution.attribution import find_claims, ruled_claims
from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.tagging import tagged_claims
from firstmove.reading.open_page import open_page
from firstmove.reading.opening.open_report import open_text
from firstmove.reading.page import Page
from firstmove.reading.parsing.language import nlp
from training.polnear import part_of

Words = frozenset[int]
Places = list[list[int]]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HALF = 0.5
_DISPUTE = re.compile(
    r"\b(?:demand|offer|refus|reject|vow|threat|pledg|call(?:s|ed|ing)? (?:for|on)\b)",
    re.IGNORECASE,
)
SYSTEMS: dict[str, Callable[[Page], list[Claim]]] = {
    "rules": ruled_claims,
    "tagger": tagged_claims,
    "combined": find_claims,
}
TEXTACY = "textacy"
_TAGGER = ("attribution.onnx", "linking.json", "tokenizer.json", "words.npy", "words-scale.npy")


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


def pairs(gold: Sequence[Marked], found: Sequence[Marked]) -> set[int]:
    """Which gold attributions have a partner, one to one, best content overlap first."""
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
    return used_gold


def quoted_words(text: str, words: Sequence[tuple[int, int]]) -> Words:
    """The words between double quotation marks; straight ones open and close, lines start anew."""
    inside, places = False, set()
    for place, character in enumerate(text):
        if character in '\n”"“':
            inside = character == "“" or (character == '"' and not inside)
        elif inside:
            places.add(place)
    return frozenset(n for n, (start, _) in enumerate(words) if start in places)


def sorts(text: str, cue: Sequence[Sequence[int]], marked: Marked, quoted: Words) -> Iterator[str]:
    """What sort of attribution a gold one is."""
    share = len(marked.content & quoted) / len(marked.content)
    yield "direct" if share >= 0.9 else "indirect" if share <= 0.1 else "mixed"
    if _DISPUTE.search(" ".join(text[start:end] for start, end in cue)):
        yield "dispute"


def predict(text: str, name: str, system: str = "combined") -> list[dict[str, list[list[int]]]]:
    """The attributions of a text, in the shape of the gold."""
    if system == TEXTACY:
        return list(quotations(text, name))
    report = open_text(text, name=name)
    with Ahead() as ahead:
        page = open_page(report, None if system == "rules" else ahead)
        claims = SYSTEMS[system](page)
    return [
        {
            "source": [list(claim.speaker)] if claim.speaker else [],
            "cue": [list(place) for place in claim.cue],
            "content": [list(place) for place in claim.content],
        }
        for claim in claims
    ]


def megabytes(system: str) -> float:
    """What the models of a system take on disk."""
    parser: int = sum(path.stat().st_size for path in nlp().path.rglob("*") if path.is_file())
    tagger = sum(manifest()[name].size for name in _TAGGER)
    return round((parser + (tagger if system in ("tagger", "combined") else 0)) / 1e6, 1)


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


class Score:
    """What one system found, against the gold."""

    def __init__(self, system: str) -> None:
        self.system = system
        self.overlap, self.exact = Tally(), Tally()
        self.sorted_gold: Counter[str] = Counter()
        self.sorted_right: Counter[str] = Counter()
        self.seconds = 0.0
        self.articles = 0

    def add(self, name: str, text: str, attributions: Sequence[Mapping[str, Places]]) -> None:
        words = [match.span() for match in _WORD.finditer(text)]
        known = [(m, a["cue"]) for a in attributions if (m := Marked.of(a, words)).content]
        right = [m for m, _ in known]
        begun = time.perf_counter()
        found = predict(text, name, self.system)
        self.seconds += time.perf_counter() - begun
        told = [m for a in found if (m := Marked.of(a, words)).content]
        self.articles += 1
        for tally in (self.overlap, self.exact):
            tally.gold += len(right)
            tally.found += len(told)
        matched = pairs(right, told)
        self.overlap.right += len(matched)
        self.exact.right += sum((Counter(right) & Counter(told)).values())
        quoted = quoted_words(text, words)
        for number, (marked, cue) in enumerate(known):
            for sort in sorts(text, cue, marked, quoted):
                self.sorted_gold[sort] += 1
                self.sorted_right[sort] += number in matched

    def figures(self) -> dict[str, object]:
        return {
            "system": self.system,
            "articles": self.articles,
            "overlap": self.overlap.figures(),
            "exact": self.exact.figures(),
            "recall": {
                sort: round(self.sorted_right[sort] / self.sorted_gold[sort], 4)
                for sort in sorted(self.sorted_gold)
            },
            "seconds": round(self.seconds, 1),
            "per_second": round(self.articles / self.seconds, 2) if self.seconds else None,
            "megabytes": megabytes(self.system),
        }


def evaluate(
    gold: Path,
    texts: Path,
    *,
    systems: Sequence[str] = ("combined",),
    part: str = "all",
    limit: int | None = None,
) -> list[dict[str, object]]:
    """The figures of each system; every article is read by all of them before the next one."""
    scores = [Score(system) for system in systems]
    taken = (article for article in articles(gold, texts) if part in ("all", part_of(article[0])))
    for number, article in enumerate(islice(taken, limit)):
        if not number:
            for system in systems:
                predict(article[1], article[0], system)  # what is loaded once is not counted
        for score in scores:
            score.add(*article)
    return [score.figures() for score in scores]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--system", default="combined", help="one or more, with commas between")
    parser.add_argument("--part", choices=["all", "fit", "tune"], default="all")
    parser.add_argument("--limit", type=int, help="only the first articles")
    options = parser.parse_args(argv)
    systems = options.system.split(",")
    if unknown := [system for system in systems if system not in (*SYSTEMS, TEXTACY)]:
        parser.error(f"no system “{unknown[0]}”; there are {', '.join((*SYSTEMS, TEXTACY))}")
    try:
        for told in evaluate(
            options.gold, options.texts, systems=systems, part=options.part, limit=options.limit
        ):
            print(json.dumps(told))
    except ImportError as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, KeyError, json.JSONDecodeError) as error:
        print(f"{options.gold}: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
