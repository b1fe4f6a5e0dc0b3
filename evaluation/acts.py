"""Score the acts that are read in statements, on news articles with every position marked.

    python -m evaluation.acts [FOLDER] [--system grammar|combined] [--errors]

FOLDER holds articles in the form of ``evaluation/act_articles.py``; those of ``data/acts`` were
never learnt from. ``--system grammar`` leaves the trained model out. One JSON line on stdout:

- ``told``: share of the marked acts that stand in some statement that is read: the rest is told by
  the outlet itself, or its statement was missed;
- ``recall``: share of those for which an act is read;
- ``precision``: share of the acts taken for positions (``Act.stance``) that are marked as one;
- ``stance``, ``doer``: share right of the acts read; a doer other than the speaker's side is right
  where the name read and the marked one have a word in common, and missing where none is read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.act_articles import SELF, ActMark, Article, articles, of_statement, placed
from evaluation.command import tell
from evaluation.marked import share
from firstmove.reading import open_text, read_report
from firstmove.reading.acts.acts import by_grammar
from firstmove.reading.acts.stance import holds
from firstmove.reading.open_page import open_page
from firstmove.statement import Act, Statement

DATA = Path(__file__).parent / "data" / "acts"
_OF_MANY = frozenset("a an and for in its of on the their".split())


def score(
    given: Iterable[Article], *, system: str = "combined", errors: bool = False
) -> dict[str, object]:
    counts: Counter[str] = Counter()
    for one in given:
        reading = read_report(open_text(one.text, name=one.name))
        marks = placed(one, reading.report.text)
        counts["articles"] += 1
        counts["marked"] += len(one.marks)
        told = {m for m in marks if any(holds(s, m.head) for s in reading.statements)}
        counts["told"] += len(told)
        page = open_page(reading.report) if system == "grammar" else None
        read: set[ActMark] = set()
        for statement in reading.statements:
            own = of_statement(statement, marks, reading.statements)
            for act in statement.acts if page is None else by_grammar(page, statement):
                mark = next((m for m in own if act.span.start <= m.head < act.span.end), None)
                counts["positions"] += act.stance is not None
                counts["right"] += act.stance is not None and mark is not None
                if mark is not None and mark not in read:
                    read.add(mark)
                    counts["stance"] += str(act.stance) == mark.stance
                    counts["doer"] += _same_doer(act, statement, mark)
        counts["read"] += len(read)
        if errors:
            for mark in sorted(told - read, key=lambda m: m.head):
                words = reading.report.text[max(0, mark.head - 40) : mark.head + 40]
                print(f"{one.name}: not read: {mark.stance}: {words!r}", file=sys.stderr)
    return {
        "articles": counts["articles"],
        "marked": counts["marked"],
        "told": share(counts["told"], counts["marked"]),
        "recall": share(counts["read"], counts["told"]),
        "precision": share(counts["right"], counts["positions"]),
        "stance": share(counts["stance"], counts["read"]),
        "doer": share(counts["doer"], counts["read"]),
    }


def _same_doer(act: Act, statement: Statement, mark: ActMark) -> bool:
    speaker, actor = statement.speaker, act.actor
    own = (
        actor is not None
        and speaker is not None
        and (actor.span == speaker.span or (bool(actor.party) and actor.party == speaker.party))
    )
    if mark.doer == SELF:
        return own
    if actor is None or own:
        return False
    told = {w.strip("'’s,.").lower() for w in f"{actor.name} {actor.party}".split()}
    return bool(told & {w.strip("'’s,.").lower() for w in mark.doer.split()} - _OF_MANY)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=DATA)
    parser.add_argument("--system", choices=("grammar", "combined"), default="combined")
    parser.add_argument("--errors", action="store_true", help="list what was not read")
    given = parser.parse_args()
    return tell(
        given.folder,
        lambda: score(articles(given.folder), system=given.system, errors=given.errors),
    )


if __name__ == "__main__":
    sys.exit(main())
