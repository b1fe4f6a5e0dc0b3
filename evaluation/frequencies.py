"""Make src/firstmove/ledger/data/frequencies.tsv: how common stems are in news articles.

    python evaluation/frequencies.py FOLDER > src/firstmove/ledger/data/frequencies.tsv

FOLDER holds plain-text articles. Only words written in lower case are counted, so names are left
out, and only stems found in at least 12 per thousand: rarer ones all weigh the same in merging.
The table in the package was made from the 840 training articles of PolNeAR (political news of
seven US outlets, 2015-2016); it holds counts of single stems and no text.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import snowballstemmer

WORD = re.compile(r"[A-Za-z]+")
FLOOR = 12


def main(folder: str) -> None:
    stem = snowballstemmer.stemmer("english").stemWords
    counts: Counter[str] = Counter()
    files = sorted(path for path in Path(folder).iterdir() if path.is_file())
    for path in files:
        words = WORD.findall(path.read_text(encoding="utf-8", errors="replace"))
        counts.update(set(stem({word for word in words if word[0].islower()})))
    for word, count in sorted(counts.items()):
        share = round(1000 * count / len(files))
        if share >= FLOOR and len(word) > 1:
            print(f"{word}\t{share}")


if __name__ == "__main__":
    main(sys.argv[1])
