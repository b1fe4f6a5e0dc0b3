"""Statements of real news in which the words give no sign of any move.

    python -m training.quiet train.gold.jsonl TEXTS OUT.jsonl [--limit N]

For the kinds model to learn what quiet news looks like, besides this project's own plain sentences:
attributions of PolNeAR whose cue is neutral ("said") and in whose content no word stands in the
tables of acts, moves, wrongs, praise and blame, no future and no obligation. Their label is not
known further: STATE, ASSESS or NONE. One JSON row of text and marks a line; needs firstmove itself
installed, and not the libraries of training.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from firstmove.reading.kinds.input import Role, cropped
from firstmove.reading.kinds.kinds import move_of
from firstmove.reading.lexicon import stances
from firstmove.reading.lexicon import vocabulary as words
from firstmove.reading.lexicon.vocabulary import Move
from firstmove.reading.parsing.language import nlp
from firstmove.reading.parsing.predicates import is_negated

LONGEST = 350  # characters
SHORTEST = 4  # words of content
TABLES = (
    words.ACTS,
    words.THINGS,
    stances.REFUSING,
    stances.BLAMING,
    stances.PRAISING,
    stances.WRONGS,
    stances.OBLIGING_ADJECTIVES,
    stances.WORSENING,
    stances.HARSH,
    stances.REPLIES,
    stances.SUPPORTING,
    stances.DISPLEASED,
    stances.PLEASED,
)
LOUD = frozenset(
    "will would shall must should ought need want hope threat war attack deal against support "
    "together lie liar wrong sorry disgrace terrible great proud never if unless please".split()
)


def is_quiet(cue: list[Any], content: list[Any]) -> bool:
    _, move = move_of(cue)
    if move is not Move.SAY or any(is_negated(t) for t in cue):
        return False
    for token in content:
        lemma = token.lemma_.lower()
        if lemma in LOUD or any(lemma in table for table in TABLES):
            return False
        if words.MOVES.get(lemma) not in (None, Move.SAY, Move.JUDGE):
            return False
    heads = [t for t in content if t.dep_ == "ROOT" or t.dep_ in ("ccomp", "conj")]
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VB" for t in heads)


def rows(gold: Path, texts: Path) -> Iterator[dict[str, object]]:
    for line in gold.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        path = texts / f"{article['filename']}.txt"
        text = path.read_text(encoding="utf-8")
        for told in article["attributions"]:
            parts = [told["source"], told["cue"], told["content"]]
            if any(len(p) != 1 for p in parts):
                continue
            marks = [
                (role, *part[0])
                for role, part in zip((Role.SOURCE, Role.CUE, Role.CONTENT), parts, strict=True)
            ]
            marks.sort(key=lambda m: -m[0])
            window, moved = cropped(text, marks)
            if len(window) > LONGEST or "\n" in window:
                continue
            doc = nlp()(window)
            of = {role: doc.char_span(s, e, alignment_mode="contract") for role, s, e in moved}
            cue, content = of[Role.CUE], of[Role.CONTENT]
            if cue is None or content is None or len(content) < SHORTEST:
                continue
            if is_quiet(list(cue), list(content)):
                yield {"text": window, "marks": [[int(r), s, e] for r, s, e in moved]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=190, help="rows to write at most")
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as out:
        for row in islice(rows(given.gold, given.texts), given.limit):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
