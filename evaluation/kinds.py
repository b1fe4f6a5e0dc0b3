"""Score the rules for kinds on PLOVER-labelled sentences.

    python -m evaluation.kinds PLV_train.tsv [--half tuned|held-out|all] [--errors]
    python -m evaluation.kinds --own [--half …] [--errors]

The file has the columns of PLV (``marked_sentence`` with <s>source</s> and <t>target</t>,
``gold_root``; CONCEDE and RETREAT are scored as one, YIELD). The sentence is judged as what its
source says or does; a sentence given no PLOVER kind counts as wrong. Rows are cut in two halves by
a hash of ``sentence_id``: rules were tuned on ``tuned`` only. One JSON line on stdout.

``--own`` scores the sentences of ``data/kinds.toml``, written for the project, for what PLV lacks:
each a statement with its speaker, cue and content marked, read by the stages from ``via`` to
``kinds``. ``none`` counts as right where no PLOVER kind is given.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.conditions import unmark as unmark_statement
from firstmove.reading import open_text
from firstmove.reading.conditions import conditions
from firstmove.reading.kinds import Told, judge, kinds
from firstmove.reading.language import nlp
from firstmove.reading.open_page import open_page
from firstmove.reading.parties import parties
from firstmove.reading.people import people
from firstmove.reading.via import via
from firstmove.statement import Kind, Mention, Quotation, Statement

MARKS = re.compile(r"</?[st]>")
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
OWN = Path(__file__).parent / "data" / "kinds.toml"
YIELDS = (Kind.CONCEDE, Kind.RETREAT)


def half_of(sentence_id: str) -> str:
    digest = hashlib.sha256(f"firstmove-kinds:{sentence_id}".encode()).digest()
    return "held-out" if digest[-1] % 2 else "tuned"


def unmark(marked: str) -> tuple[str, tuple[int, int]]:
    """The sentence without its marks, and where its first source stands."""
    text, source, start = "", (0, 0), 0
    position = 0
    for mark in MARKS.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group() == "<s>":
            start = len(text)
        elif mark.group() == "</s>" and source == (0, 0):
            source = (start, len(text))
    return text + marked[position:], source


def governor(source: Any) -> Any:
    """The predicate of which the source is the doer: verb, or noun of an act ("X's attack")."""
    token = source.root
    for _ in range(6):
        if token.dep_ in ("nsubj", "nsubjpass", "csubj", "ROOT"):
            break
        if token.dep_ == "pobj" and token.head.dep_ == "agent":
            return token.head.head
        if token.dep_ in ("conj", "appos", "compound", "poss", "pobj", "prep", "nmod", "amod"):
            token = token.head
            continue
        break
    return token.head if token.dep_ in ("nsubj", "nsubjpass", "csubj") else token


def label(row: dict[str, str]) -> tuple[str, str]:
    text, (start, end) = unmark(row["marked_sentence"])
    doc = nlp()(text)
    source = doc.char_span(start, end, alignment_mode="expand")
    if source is None or not len(source):
        return "", "no source"
    top = governor(source)
    names = {t.i for t in source}
    told = Told(
        cue=(),
        content=tuple(t for t in top.subtree if not t.is_space),
        is_own=lambda subject: subject is None or subject.i in names or _shares(subject, names),
    )
    kind, reason = judge(told)
    if kind is Kind.WARN:
        kind = Kind.THREATEN
    if kind in YIELDS:
        return "YIELD", reason
    return (kind.value if kind.is_plover else ""), f"{kind}: {reason} [{top}]"


def _shares(subject: Any, names: set[int]) -> bool:
    return any(t.i in names for t in subject.subtree) or subject.lower_ in (
        "it",
        "they",
        "he",
        "its",
        "their",
        "his",
        "she",
    )


def f1(gold: list[str], found: list[str]) -> float:
    """Macro-averaged over the labels that stand in the gold."""
    scores = []
    for name in sorted(set(gold)):
        hit = sum(g == f == name for g, f in zip(gold, found, strict=True))
        scores.append(2 * hit / (gold.count(name) + found.count(name)) if hit else 0.0)
    return sum(scores) / len(scores)


def score(rows: Iterable[dict[str, str]], *, errors: bool = False) -> dict[str, object]:
    gold, found = [], []
    for row in rows:
        name, reason = label(row)
        gold.append(row["gold_root"])
        found.append(name)
        if errors and name != row["gold_root"]:
            print(
                f"{row['gold_root']:9} {reason[:60]:60} {row['marked_sentence'][:230]}",
                file=sys.stderr,
            )
    quads = [QUADS[g] for g in gold], [QUADS.get(f, "") for f in found]
    named = [(g, f) for g, f in zip(gold, found, strict=True) if f]
    return {
        "sentences": len(gold),
        "root_accuracy": round(
            sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold), 4
        ),
        "root_macro_f1": round(f1(gold, found), 4),
        "quad_macro_f1": round(f1(*quads), 4),
        "given_a_kind": round(len(named) / len(gold), 4),
        "accuracy_where_given": round(sum(g == f for g, f in named) / max(len(named), 1), 4),
        "per_root": {
            name: round(Counter(zip(gold, found, strict=True))[name, name] / gold.count(name), 3)
            for name in sorted(set(gold))
        },
    }


def kind_told(marked: str) -> Kind:
    """The kind of the one statement of a marked sentence."""
    case = unmark_statement(marked)
    page = open_page(open_text(case.text))
    place = page.report.span
    quoted = case.text[: case.contents[0][0]].endswith("“")
    statements: tuple[Statement, ...] = (
        Statement(
            report_id=page.report.id,
            speaker=Mention(place(*case.speakers[0])),
            cue=(place(*case.cues[0]),),
            content=(place(*case.contents[0]),),
            quotation=Quotation.DIRECT if quoted else Quotation.INDIRECT,
        ),
    )
    for stage in (via, people, parties, conditions, kinds):
        statements = stage(page, statements)
    return statements[0].kind if statements else Kind.STATE


def score_own(half: str, *, errors: bool = False) -> dict[str, object]:
    rows = tomllib.loads(OWN.read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, sentences in rows.items():
        for sentence in sentences:
            if half not in ("all", half_of(sentence)):
                continue
            found = kind_told(sentence)
            hit = found == name if name != "none" else not found.is_plover
            total[name] += 1
            right[name] += hit
            if errors and not hit:
                print(f"{name:9} {found:9} {sentence}", file=sys.stderr)
    return {
        "sentences": total.total(),
        "accuracy": round(right.total() / max(total.total(), 1), 4),
        "per_kind": {name: round(right[name] / total[name], 3) for name in rows if total[name]},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("file", type=Path, nargs="?", help="PLV_train.tsv")
    parser.add_argument("--own", action="store_true", help="the sentences written for the project")
    parser.add_argument("--half", choices=("tuned", "held-out", "all"), default="held-out")
    parser.add_argument("--errors", action="store_true", help="list what was labelled wrongly")
    given = parser.parse_args()
    if given.own:
        print(json.dumps({"half": given.half, **score_own(given.half, errors=given.errors)}))
        return
    if given.file is None:
        parser.error("name PLV_train.tsv, or give --own")
    with given.file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    chosen = [r for r in rows if given.half in ("all", half_of(r["sentence_id"]))]
    print(json.dumps({"half": given.half, **score(chosen, errors=given.errors)}))


if __name__ == "__main__":
    main()
