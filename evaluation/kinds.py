"""Score kinds on PLOVER-labelled sentences: the rules, the model, and the two together.

    python -m evaluation.kinds PLV_train.tsv [--system rules|model|combined] [--half …] [--errors]
    python -m evaluation.kinds --own [--system …] [--half tuned|held-out|all] [--errors]
    python -m evaluation.kinds … --model FILE.onnx

The file has the columns of PLV (``marked_sentence`` with <s>source</s> and <t>target</t>,
``gold_root``; CONCEDE and RETREAT are scored as one, YIELD). The sentence is judged as what its
source says or does; a sentence given no PLOVER kind counts as wrong. Rows with ``gold_root`` NONE
tell no event: of them the share given no kind is told, and they count in no other figure
(``data/non_events.tsv`` has such rows, written for the project). Rows are cut in two halves by a
hash of ``sentence_id``: rules and weights were tuned on ``tuned`` only. One JSON line on stdout.

The model of the package has learnt from both halves of PLV. What it is worth on rows it has not
seen is what a model of the same recipe that learnt from ``tuned`` reaches on ``held-out``: train it
(``training/kinds.py``) and name its file with ``--model``.

``--own`` scores the sentences of ``data/kinds.toml``, written for the project, for what PLV lacks:
each a statement with its speaker, cue and content marked, read by the stages from ``via`` to
``kinds``. ``none`` counts as right where no PLOVER kind is given. No model learns from them.

``calibration_error`` is the mean distance, in ten bins, between how sure a system is and how often
it is right; ``sure`` the share of rows with a probability of at least UNSURE_BELOW, and how many of
these are right.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.conditions import unmark as unmark_statement
from evaluation.model_file import FileEncoder
from evaluation.plv import QUADS, f1, half_of, rows_of, unmark
from firstmove.models.encoder import Encoder
from firstmove.reading import open_text
from firstmove.reading.attribution.via import via
from firstmove.reading.conditions.conditions import conditions
from firstmove.reading.kinds.choice import (
    NONE,
    QUIET,
    Weights,
    choose,
    is_of_another,
    is_untold,
)
from firstmove.reading.kinds.input import Role, kind_input
from firstmove.reading.kinds.kinds import Judgement, Told, choice_of, judge, told
from firstmove.reading.kinds.model import label_logs, weights
from firstmove.reading.open_page import open_page
from firstmove.reading.page import Page
from firstmove.reading.parsing.language import nlp
from firstmove.reading.people.parties import parties
from firstmove.reading.people.people import people
from firstmove.statement import UNSURE_BELOW, Kind, Mention, Quotation, Statement

OWN = Path(__file__).parent / "data" / "kinds.toml"
YIELDS = (Kind.CONCEDE, Kind.RETREAT)
SYSTEMS = ("rules", "model", "combined")
BINS = 10
# What the model's word counts for without the rules'.
NO_RULE = Judgement(Kind.STATE, "")


@dataclass(frozen=True, slots=True)
class Labelled:
    """``name`` is "" where no PLOVER kind is given; ``probability`` 1 for the rules."""

    name: str
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class System:
    name: str
    network: Encoder | None = None  # None: the package's

    def weights(self) -> Weights:
        given = weights()
        if self.name == "combined":
            return given
        return Weights(given.temperature, dict.fromkeys(given.rules, 0.0), none=given.none)


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


def rule(row: Mapping[str, str]) -> tuple[Judgement, str]:
    """What the rules make of a row's source, and the predicate they judged."""
    text, sources, _ = unmark(row["marked_sentence"])
    doc = nlp()(text)
    source = doc.char_span(*sources[0], alignment_mode="expand") if sources else None
    if source is None or not len(source):
        return NO_RULE, "no source"
    top = governor(source)
    names = {t.i for t in source}
    given = Told(
        cue=(),
        content=tuple(t for t in top.subtree if not t.is_space),
        is_own=lambda subject: subject is None or subject.i in names or _shares(subject, names),
    )
    judged = judge(given)
    return judged, f"{judged.kind}: {judged.reason} [{top}]"


def label(row: Mapping[str, str], system: System) -> Labelled:
    judged, reason = (NO_RULE, "") if system.name == "model" else rule(row)
    if system.name == "rules":
        kind = Kind.THREATEN if judged.kind is Kind.WARN else judged.kind
        name = "YIELD" if kind in YIELDS else kind.value if kind.is_plover else ""
        return Labelled(name, 1.0, reason)
    if is_of_another(judged) or is_untold(judged):
        judged = NO_RULE  # the source is who acts: the rules took another clause
    text, sources, targets = unmark(row["marked_sentence"])
    marks = [(Role.SOURCE, *p) for p in sources[:1]] + [(Role.TARGET, *p) for p in targets[:1]]
    logs = label_logs(kind_input(text, marks), system.network)
    masses = dict(choose(logs, judged, system.weights()).masses)
    masses["YIELD"] = sum(masses.pop(k.value) for k in YIELDS)
    masses[Kind.THREATEN.value] += masses.pop(Kind.WARN.value)
    masses[""] = masses.pop(NONE) + sum(masses.pop(k.value) for k in QUIET)
    name = max(masses, key=lambda name: masses[name])
    return Labelled(name, masses[name], f"{name or 'none'} {masses[name]:.2f} {reason}")


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


def sureness(found: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """How well probabilities tell how often a system is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, right in found:
        bins[min(int(probability * BINS), BINS - 1)].append((probability, right))
    gap = sum(abs(sum(p for p, _ in of) - sum(r for _, r in of)) for of in bins)
    sure = [right for probability, right in found if probability >= UNSURE_BELOW]
    return {
        "calibration_error": round(gap / max(len(found), 1), 4),
        "sure": round(len(sure) / max(len(found), 1), 4),
        "accuracy_where_sure": round(sum(sure) / max(len(sure), 1), 4),
    }


def score(
    rows: Iterable[Mapping[str, str]], system: System, *, errors: bool = False
) -> dict[str, object]:
    gold, found, sure = [], [], []
    none, kept_out = 0, 0
    for row in rows:
        labelled = label(row, system)
        if row["gold_root"].upper() in ("", NONE):
            none += 1
            kept_out += not labelled.name
            if errors and labelled.name:
                print(
                    f"{NONE:9} {labelled.reason[:60]:60} {row['marked_sentence']}", file=sys.stderr
                )
            continue
        right = labelled.name == row["gold_root"]
        gold.append(row["gold_root"])
        found.append(labelled.name)
        sure.append((labelled.probability, right))
        if errors and not right:
            print(
                f"{row['gold_root']:9} {labelled.reason[:60]:60} {row['marked_sentence'][:230]}",
                file=sys.stderr,
            )
    apart: dict[str, object] = {}
    if none:
        apart = {"none": none, "none_given_no_kind": round(kept_out / none, 4)}
    if not gold:
        return apart
    quads = [QUADS[g] for g in gold], [QUADS.get(f, "") for f in found]
    named = [(g, f) for g, f in zip(gold, found, strict=True) if f]
    return {
        **apart,
        "sentences": len(gold),
        "root_accuracy": round(sum(right for _, right in sure) / len(gold), 4),
        "root_macro_f1": round(f1(gold, found), 4),
        "quad_macro_f1": round(f1(*quads), 4),
        "given_a_kind": round(len(named) / len(gold), 4),
        "accuracy_where_given": round(sum(g == f for g, f in named) / max(len(named), 1), 4),
        **(sureness(sure) if system.name != "rules" else {}),
        "per_root": {
            name: round(Counter(zip(gold, found, strict=True))[name, name] / gold.count(name), 3)
            for name in sorted(set(gold))
        },
    }


def given_statement(marked: str) -> tuple[Page, tuple[Statement, ...]]:
    """The one statement of a marked sentence, read by the stages before ``kinds``."""
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
    for stage in (via, people, parties, conditions):
        statements = stage(page, statements)
    return page, statements


def kind_told(marked: str, system: System) -> Labelled:
    """The kind of the one statement of a marked sentence."""
    page, statements = given_statement(marked)
    if not statements:
        return Labelled(Kind.STATE.value, 1.0, "no statement")
    if system.name == "rules":
        judged = judge(told(page, statements[0]))
        return Labelled(judged.kind.value, 1.0, judged.reason)
    choice = choice_of(page, statements[0], system.network, system.weights())
    return Labelled(choice.kind.value, choice.probability, f"{choice.probability:.2f}")


def score_own(half: str, system: System, *, errors: bool = False) -> dict[str, object]:
    rows = tomllib.loads(OWN.read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    sure = []
    for name, sentences in rows.items():
        for sentence in sentences:
            if half not in ("all", half_of(sentence)):
                continue
            found = kind_told(sentence, system)
            hit = found.name == name if name != "none" else not Kind(found.name).is_plover
            total[name] += 1
            right[name] += hit
            sure.append((found.probability, hit))
            if errors and not hit:
                print(f"{name:9} {found.name:9} {found.reason:20} {sentence}", file=sys.stderr)
    return {
        "sentences": total.total(),
        "accuracy": round(right.total() / max(total.total(), 1), 4),
        **(sureness(sure) if system.name != "rules" else {}),
        "per_kind": {name: round(right[name] / total[name], 3) for name in rows if total[name]},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("file", type=Path, nargs="?", help="PLV_train.tsv")
    parser.add_argument("--own", action="store_true", help="the sentences written for the project")
    parser.add_argument("--system", choices=SYSTEMS, default="combined")
    parser.add_argument("--model", type=Path, help="an ONNX file in place of the package's model")
    parser.add_argument("--half", choices=("tuned", "held-out", "all"), default="held-out")
    parser.add_argument("--errors", action="store_true", help="list what was labelled wrongly")
    given = parser.parse_args()
    system = System(given.system, FileEncoder(given.model) if given.model else None)
    told_of = {"system": given.system, "half": given.half}
    if given.own:
        print(json.dumps({**told_of, **score_own(given.half, system, errors=given.errors)}))
        return
    if given.file is None:
        parser.error("name PLV_train.tsv, or give --own")
    chosen = [r for r in rows_of(given.file) if given.half in ("all", half_of(r["sentence_id"]))]
    print(json.dumps({**told_of, **score(chosen, system, errors=given.errors)}))


if __name__ == "__main__":
    main()
