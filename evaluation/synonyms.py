"""Make src/firstmove/ledger/data/synonyms.tsv: which words may stand for one another.

    python -m evaluation.synonyms FOLDER > src/firstmove/ledger/data/synonyms.tsv

FOLDER holds the database files of WordNet 3.0 (Miller 1995; Fellbaum 1998): ``index.*``, ``data.*``
and ``cntlist.rev``. Taken are single words that are common there or in news, and of each the senses
that it mostly has; a line gives the stem of one, the stems of those of one sense or derived from
one another (“relieve”, “relief”), and the stems of wider words (“lorry”: “truck”, “vehicle”).
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from firstmove.ledger.comparing.words import FUNCTION_WORDS, lexicon, stem

_POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_OF_KEY = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_WORD = re.compile(r"[a-z]{3,}")
_SENSES = 3  # the first ones, in the order of how common they are
_RARE = 0.08  # of a word's uses: a sense, or a part of speech, that it seldom has
_COMMON = 0.12
_TOO_WIDE = 60  # narrower words: "thing", "act"

Word = tuple[str, str]  # lemma, part of speech


class Database:
    def __init__(self, folder: Path) -> None:
        self.senses: dict[Word, list[str]] = {}
        self.sets: dict[tuple[str, str], tuple[list[str], list[list[str]]]] = {}
        self.uses: Counter[tuple[str, str, int]] = Counter()
        for name, pos in _POS.items():
            for line in _lines(folder / f"index.{name}"):
                row = line.split()
                self.senses[row[0], pos] = row[-int(row[2]) :]
            for line in _lines(folder / f"data.{name}"):
                row = line.split("|")[0].split()
                count = int(row[3], 16)
                words = [re.sub(r"\(.*", "", word).lower() for word in row[4 : 4 + 2 * count : 2]]
                at = 5 + 2 * count
                links = [row[at + 4 * n : at + 4 * n + 4] for n in range(int(row[at - 1]))]
                self.sets[pos, row[0]] = words, links
        for line in _lines(folder / "cntlist.rev"):
            key, number, uses = line.split()
            lemma, rest = key.split("%")
            self.uses[lemma, _OF_KEY[rest[0]], int(number)] += int(uses)

    def mostly(self) -> set[tuple[str, str, str]]:
        """Lemma, part of speech and place of the senses that common words mostly have."""
        all_uses: Counter[str] = Counter()
        for (lemma, _, _), uses in self.uses.items():
            all_uses[lemma] += uses
        news = set(lexicon().shares) | {part for key in lexicon().concepts for part in key}
        found: set[tuple[str, str, str]] = set()
        for (lemma, pos), places in self.senses.items():
            if not _WORD.fullmatch(lemma) or lemma in FUNCTION_WORDS:
                continue
            if all_uses[lemma] < 2 and stem(lemma) not in news:
                continue
            often = [self.uses[lemma, pos, n + 1] for n in range(len(places))]
            total = sum(often)
            if all_uses[lemma] >= 10 and total < _RARE * all_uses[lemma]:
                continue
            for n, (place, count) in enumerate(zip(places, often, strict=True)):
                first = n < _SENSES and (n == 0 or not total or count >= _RARE * total)
                if first or (total and count >= _COMMON * total):
                    found.add((lemma, pos, place))
        return found


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as stream:
        yield from (line for line in stream if not line.startswith(" "))


def related(base: Database) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By stem, those after it in the alphabet that may stand for it; by stem, wider ones."""
    mostly = base.mostly()
    alike: dict[str, set[str]] = defaultdict(set)
    wider: dict[str, set[str]] = defaultdict(set)
    for (pos, place), (words, links) in base.sets.items():
        mine = [word for word in words if (word, pos, place) in mostly]
        pairs = [(a, b) for n, a in enumerate(mine) for b in mine[n + 1 :]]
        for sign, other, other_pos, ends in links:
            kind = "a" if other_pos == "s" else other_pos
            theirs = base.sets[kind, other][0]
            first, second = int(ends[:2], 16), int(ends[2:], 16)
            if sign == "+" and first:
                a, b = words[first - 1], theirs[second - 1]
                if a in mine and (b, kind, other) in mostly:
                    pairs.append((a, b))
            if sign == "@":
                for a in mine:
                    of = (word for word in theirs if (word, kind, other) in mostly)
                    wider[stem(a)].update(stem(word) for word in of)
        for a, b in pairs:
            one, two = sorted((stem(a), stem(b)))
            alike[one].add(two)
    narrower = Counter(word for words in wider.values() for word in words)
    for key in (*alike, *wider):
        alike[key].discard(key)
        wider[key] -= {key, *alike[key], *(w for w in wider[key] if narrower[w] > _TOO_WIDE)}
    return alike, wider


def main(folder: str) -> None:
    print(_NOTICE)
    alike, wider = related(Database(Path(folder)))
    for key in sorted({*alike, *wider}):
        if alike[key] or wider[key]:
            print(f"{key}\t{' '.join(sorted(alike[key]))}\t{' '.join(sorted(wider[key]))}")


_NOTICE = """\
# Made by evaluation/synonyms.py from WordNet 3.0, under its license:
# Permission to use, copy, modify and distribute this software and database and its documentation
# for any purpose and without fee or royalty is hereby granted, provided that you agree to comply
# with the following copyright notice and statements, including the disclaimer, and that the same
# appear on ALL copies of the software, database and documentation, including modifications that you
# make for internal use or for distribution.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS
# OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY
# MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE
# OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD
# PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or
# Princeton may not be used in advertising or publicity pertaining to distribution of the software
# and/or database. Title to copyright in this software, database and any associated documentation
# shall at all times remain with Princeton University and LICENSEE agrees to preserve same."""

if __name__ == "__main__":
    main(sys.argv[1])
