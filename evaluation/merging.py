"""How well statements of one thing are brought together, on cases with gold statements.

    python -m evaluation.merging [--cases FOLDER] [--pairs FILE] [--part tune|held_out|all]
        [--baselines] [--show]

One JSON line per set: pairwise precision and recall (a pair counts when both statements
stand in one entry), and of how many gold entries the relation is right. With ``--baselines`` two
more lines a set: the likeness of the strings alone, and the cosine of the sentence vectors alone,
of statements of one party, each at the threshold that does best (F1) on the ``tune`` part.

A case is a JSON file with ``documents`` (``doc``, ``path``), ``statements`` (``id``, ``doc``,
``speaker``, ``party``, ``kind``, ``form``, ``target``, ``condition``, ``spans``) and
``alignments`` (``relation``, ``statements``). Pairs: ``tests/ledger/pairs.toml``; a hash of the
words says which are held out, but for the first ones, which say so themselves.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from firstmove.ledger import View, merge
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.report import Report, Span
from firstmove.statement import (
    Basis,
    Condition,
    ConditionKind,
    Kind,
    Mention,
    Quotation,
    Reading,
    Statement,
    Via,
    ViaRole,
    When,
)

ROOT = Path(__file__).resolve().parent.parent
# Odd cases by name are for tuning, even ones are held out.
_YIELD = {"YIELD": Kind.CONCEDE}


def load_case(path: Path) -> tuple[list[Reading], dict[str, str], list[dict[str, Any]]]:
    """Readings made of the gold statements, their ids (ours -> gold), the gold alignments."""
    case = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    readings: list[Reading] = []
    for document in case["documents"]:
        with (path.parent / document["path"]).open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        report = Report(
            Report.id_of(text),
            text,
            document["publisher"],
            published=date.fromisoformat(document["publication_date"]),
            name=Path(document["path"]).name,
        )
        statements = []
        for gold in case["statements"]:
            if gold["doc"] == document["doc"]:
                statement = _statement(report, gold)
                names[statement.id] = gold["id"]
                statements.append(statement)
        readings.append(Reading(report, statements=tuple(statements)))
    return readings, names, case["alignments"]


def _statement(report: Report, gold: dict[str, Any]) -> Statement:
    content = tuple(report.span(span["start"], span["end"]) for span in gold["spans"])
    first = content[0]
    # The gold has no places for speaker, target, date and outlet; they are given the first
    # character, and what stands outside the words said a character of the headline.
    spot = report.span(first.start, first.start + 1)
    cue = report.span(0, 1)
    kind = _YIELD.get(gold["kind"]) or Kind(gold["kind"])
    condition = None
    if gold.get("condition"):
        words = gold["condition"]
        at = report.text.find(words, first.start)
        if at >= 0:
            kinds = {"unless": ConditionKind.UNLESS, "only": ConditionKind.ONLY_IF}
            kind_of = kinds.get(words.split()[0].lower(), ConditionKind.IF)
            condition = Condition(kind_of, report.span(at, at + len(words)))
    return Statement(
        report.id,
        Mention(spot, gold["speaker"], gold["party"]),
        (),
        content,
        kind,
        Quotation.DIRECT if gold["form"] == "verbatim" else Quotation.INDIRECT,
        Mention(spot, gold["target"], gold["target"]) if gold.get("target") else None,
        condition,
        via=(Via(ViaRole.OUTLET, cue, gold["via"]),) if gold.get("via") else (),
        when=_when(cue, gold.get("date")),
    )


def _when(spot: Span, day: str | None) -> When | None:
    if day is None or len(day) != 10:
        return None
    return When(spot, date.fromisoformat(day), date.fromisoformat(day), Basis.EXPLICIT)


def part_of(pair: dict[str, Any]) -> str:
    """The half a pair of a pairs file belongs to."""
    if "held_out" in pair:
        return "held_out" if pair["held_out"] else "tune"
    words = f"{pair['a']['text']}|{pair['b']['text']}"
    odd = int(hashlib.sha256(words.encode()).hexdigest(), 16) % 2
    return "held_out" if odd else "tune"


def load_pairs(path: Path, part: str) -> Iterator[tuple[dict[str, Any], list[Reading]]]:
    """Each pair of a pairs file as two readings of one statement each."""
    for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
        if part in ("all", part_of(pair)):
            yield pair, told_as_two(pair)


def told_as_two(pair: dict[str, Any]) -> list[Reading]:
    """The two statements of a pair, each in a report of its own."""
    return [_told(pair[side], pair, name) for side, name in (("a", "One"), ("b", "Two"))]


def _told(side: dict[str, Any], pair: dict[str, Any], outlet: str) -> Reading:
    """A report of one sentence: the content is the whole text, or its part in ⟦ ⟧."""
    marked: str = side["text"]
    text = marked.replace("⟦", "").replace("⟧", "") + f"\n{outlet}"
    start = max(marked.find("⟦"), 0)
    end = marked.find("⟧") - 1 if "⟧" in marked else len(marked)
    report = Report(Report.id_of(text), text, outlet)
    spot = report.span(0, 1)
    condition = None
    if "condition" in side:
        at = text.index(side["condition"])
        place = report.span(at, at + len(side["condition"]))
        condition = Condition(ConditionKind(side.get("condition_kind", "if")), place)
    statement = Statement(
        report.id,
        Mention(
            spot, side.get("speaker", pair.get("speaker", "")), side.get("party", pair["party"])
        ),
        (),
        (report.span(start, end),),
        Kind(side.get("kind", pair.get("kind", "STATE"))),
        Quotation.DIRECT if side.get("direct") else Quotation.INDIRECT,
        Mention(spot, side["target"], side["target"]) if "target" in side else None,
        condition,
        negated=side.get("negated", False),
    )
    return Reading(report, statements=(statement,))


def score_case(path: Path, *, show: bool) -> dict[str, int]:
    readings, names, alignments = load_case(path)
    view = merge(readings)
    # A pair of "similar but distinct" statements may not be merged; it is no group.
    gold = {
        frozenset(pair)
        for alignment in alignments
        if alignment["relation"] != "similar_but_distinct"
        for pair in combinations(alignment["statements"], 2)
    }
    found = {
        frozenset(names[id_] for id_ in pair)
        for entry in view.entries
        for pair in combinations(entry.statements, 2)
    }
    relations = {
        frozenset(a["statements"]): a["relation"]
        for a in alignments
        if a["relation"] != "similar_but_distinct"
    }
    right = sum(
        relations.get(frozenset(names[id_] for id_ in entry.statements)) == entry.relation.value
        for entry in view.entries
    )
    if show:
        _show(path, view, names, gold, found)
    return {
        "gold": len(gold),
        "found": len(found),
        "both": len(gold & found),
        "entries": len(relations),
        "relation_right": right,
    }


def _show(
    path: Path,
    view: View,
    names: dict[str, str],
    gold: set[frozenset[str]],
    found: set[frozenset[str]],
) -> None:
    print(f"# {path.stem}", file=sys.stderr)
    for kind, pairs in (("false", found - gold), ("missed", gold - found)):
        for pair in sorted(map(sorted, pairs)):
            print(f"{kind}: {' '.join(pair)}", file=sys.stderr)
    for entry in view.entries:
        if len(entry.statements) > 1:
            told = [names[id_] for id_ in entry.statements]
            print(f"{entry.relation} {told}", file=sys.stderr)
            for difference in entry.differences:
                sides = " | ".join(side.span.quote for side in difference.sides)
                print(f"   {difference.field}: {sides}", file=sys.stderr)
            for m in entry.merges:
                print(
                    f"   {names[m.first]} {names[m.second]} {m.score} {m.reasons}", file=sys.stderr
                )


def score_pairs(path: Path, part: str, *, show: bool) -> dict[str, int]:
    counts = {"gold": 0, "found": 0, "both": 0, "pairs": 0}
    for pair, readings in load_pairs(path, part):
        together = len(merge(readings).entries) == 1
        counts["pairs"] += 1
        counts["gold"] += pair["same"]
        counts["found"] += together
        counts["both"] += pair["same"] and together
        if show and together != pair["same"]:
            wrong = "false" if together else "missed"
            print(f"{wrong}: {pair['a']['text']} / {pair['b']['text']}", file=sys.stderr)
    return counts


Told = tuple[bool, str, str]
"""Whether two statements of one party tell the same, and their words."""
Measure = Callable[[str, str], float]


def told_in_pairs(path: Path, part: str) -> Iterator[Told]:
    for pair, (one, other) in load_pairs(path, part):
        party = [r.statements[0].speaker for r in (one, other)]
        if party[0] and party[1] and party[0].party == party[1].party:
            yield pair["same"], one.statements[0].quote, other.statements[0].quote


def told_in_cases(paths: Iterable[Path]) -> Iterator[Told]:
    for path in paths:
        readings, names, alignments = load_case(path)
        gold = {
            frozenset(pair)
            for alignment in alignments
            if alignment["relation"] != "similar_but_distinct"
            for pair in combinations(alignment["statements"], 2)
        }
        told = [statement for reading in readings for statement in reading.statements]
        for a, b in combinations(told, 2):
            if a.speaker and b.speaker and a.speaker.party == b.speaker.party:
                yield frozenset((names[a.id], names[b.id])) in gold, a.quote, b.quote


def _by_string(a: str, b: str) -> float:
    first, second = sorted((a.lower(), b.lower()))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _by_cosine() -> Measure:
    meanings = Meanings()

    def cosine(a: str, b: str) -> float:
        first, second = meanings.of((a, b))
        return float(first @ second)

    return cosine


def baselines(tune: list[Told], told: list[Told]) -> Iterator[dict[str, Any]]:
    for name, measure in (("string", _by_string), ("cosine", _by_cosine())):
        scored = [(same, measure(a, b)) for same, a, b in tune]
        steps = [n / 50 for n in range(10, 50)]
        best = max(steps, key=lambda step: (_f1(_counted(scored, step)), step))
        counts = _counted([(same, measure(a, b)) for same, a, b in told], best)
        yield {"system": name, "threshold": best} | rates(counts)


def _counted(scored: list[tuple[bool, float]], least: float) -> dict[str, int]:
    return {
        "gold": sum(same for same, _ in scored),
        "found": sum(score >= least for _, score in scored),
        "both": sum(same and score >= least for same, score in scored),
    }


def _f1(counts: dict[str, int]) -> float:
    return 2 * counts["both"] / max(1, counts["gold"] + counts["found"])


def rates(counts: dict[str, int]) -> dict[str, float | int | None]:
    both = counts["both"]
    return {
        "precision": round(both / counts["found"], 3) if counts["found"] else None,
        "recall": round(both / counts["gold"], 3) if counts["gold"] else None,
        **counts,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=Path, help="folder of cases with gold statements")
    parser.add_argument("--pairs", type=Path, default=ROOT / "tests" / "ledger" / "pairs.toml")
    parser.add_argument("--part", choices=("tune", "held_out", "all"), default="held_out")
    parser.add_argument("--baselines", action="store_true", help="two plain measures as well")
    parser.add_argument("--show", action="store_true", help="errors and reasons on stderr")
    args = parser.parse_args()
    if args.cases is not None:
        files = sorted(args.cases.glob("*.json"))
        chosen = {"tune": files[0::2], "held_out": files[1::2], "all": files}[args.part]
        total: dict[str, int] = {}
        for file in chosen:
            for name, count in score_case(file, show=args.show).items():
                total[name] = total.get(name, 0) + count
        line = {"set": "cases", "part": args.part, "cases": [f.stem for f in chosen]}
        print(json.dumps(line | rates(total)))
        if args.baselines:
            for row in baselines(list(told_in_cases(files[0::2])), list(told_in_cases(chosen))):
                print(json.dumps({"set": "cases", "part": args.part} | row))
    if args.pairs.exists():
        counts = score_pairs(args.pairs, args.part, show=args.show)
        print(json.dumps({"set": "pairs", "part": args.part} | rates(counts)))
        if args.baselines:
            tune = list(told_in_pairs(args.pairs, "tune"))
            for row in baselines(tune, list(told_in_pairs(args.pairs, args.part))):
                print(json.dumps({"set": "pairs", "part": args.part} | row))


if __name__ == "__main__":
    main()
