"""Score whom words mean, and for which side they speak.

    python -m evaluation.parties [FILE.toml] [--half tuned|held-out|all] [--errors]
    python -m evaluation.parties --cases FOLDER [--errors]

FILE has ``texts`` with «person; party|words» for each speaker; "A/B" are two names of a party that
will do alike. One JSON line on stdout:

- ``mentions``: every marked mention, asked one by one: ``person`` (share of those whose name the
  text tells that got all of it, or its family name and nothing else), ``party`` (share that got
  the marked party, none where none is told), ``party_precision`` (of the parties given);
- ``speakers``: the whole reader: ``found`` (a statement has that speaker), and of those the same.

FOLDER holds cases with gold statements as ``evaluation.merging`` takes them (``speaker``,
``party``, ``spans``): a gold statement is found where a statement that was read shares at least
half of its words. A person who stands for himself has his name as party there.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evaluation.command import options, scored, tell
from evaluation.marked import Mark, alike, half_of, overlap, read_marked, share
from firstmove.reading import open_text, read_report
from firstmove.reading.open_page import open_page
from firstmove.reading.people.parties import resolve
from firstmove.statement import Mention, Statement

DATA = Path(__file__).parent / "data" / "parties.toml"
_HALF = 0.5


@dataclass(slots=True)
class Tally:
    asked: int = 0
    found: int = 0
    named: int = 0
    person: int = 0
    sided: int = 0
    party: int = 0
    given: int = 0
    given_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, words: str, person: str, party: str, told: Mention | None) -> None:
        self.asked += 1
        if told is None:
            self.wrong.append(f"{words!r} not found")
            return
        self.found += 1
        right_person = not person or same_person(person, told.name)
        right_party = same_party(party, told.party)
        self.named += bool(person)
        self.person += bool(person) and right_person
        if party != "*":
            self.sided += 1
            self.party += right_party
            self.given += bool(told.party)
            self.given_right += bool(told.party) and right_party
        if not (right_person and (party == "*" or right_party)):
            self.wrong.append(f"{words!r}: {told.name!r} of {told.party!r}, not {person}; {party}")

    def figures(self) -> dict[str, float | int | None]:
        return {
            "mentions": self.asked,
            "found": share(self.found, self.asked),
            "person": share(self.person, self.named),
            "party": share(self.party, self.sided),
            "party_precision": share(self.given_right, self.given),
        }


def _words(name: str) -> list[str]:
    return name.casefold().replace("’", "'").removeprefix("the ").split()


def same_person(gold: str, told: str) -> bool:
    """The full name or the family name, with or without a title before it."""
    wanted, given = _words(gold), _words(told)
    if given[-len(wanted) :] == wanted:
        return True
    return bool(given) and given[-1] == wanted[-1] and set(given) <= set(wanted)


def same_party(gold: str, told: str) -> bool:
    """One of the names that ``gold`` gives, with "/" between them."""
    return _words(told) in [_words(name) for name in gold.split("/")]


def score(texts: Iterable[str], *, errors: bool = False) -> dict[str, object]:
    mentions, speakers = Tally(), Tally()
    cases = 0
    for marked in texts:
        cases += 1
        case = read_marked(marked)
        report = open_text(case.text, name="case")
        page = open_page(report)
        statements = read_report(report).statements
        for mark in case.marks:
            silent = mark.label.startswith("@")
            person, party = (part.strip() for part in mark.label.lstrip("@").split(";"))
            words = case.text[mark.start : mark.end]
            told = resolve(page, page.report.span(mark.start, mark.end))
            mentions.add(words, person, party, told)
            if not silent:
                speakers.add(words, person, party, _speaker(mark, statements))
    if errors:
        for title, tally in (("mentions", mentions), ("speakers", speakers)):
            print("\n  ".join([title, *tally.wrong]), file=sys.stderr)
    return {"texts": cases, "mentions": mentions.figures(), "speakers": speakers.figures()}


def _speaker(mark: Mark, statements: Iterable[Statement]) -> Mention | None:
    for statement in statements:
        who = statement.speaker
        if who is not None and overlap((who.span.start, who.span.end), (mark.start, mark.end)):
            return who
    return None


def gold_cases(folder: Path) -> Iterator[tuple[str, date | None, list[dict[str, object]]]]:
    """Text, day and gold statements of each document of the cases."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        for document in case["documents"]:
            with (path.parent / document["path"]).open(encoding="utf-8", newline="") as stream:
                text = stream.read()
            day = document.get("publication_date")
            yield (
                text,
                date.fromisoformat(day) if day else None,
                [s for s in case["statements"] if s["doc"] == document["doc"]],
            )


def score_cases(folder: Path, *, errors: bool = False) -> dict[str, object]:
    tally = Tally()
    documents = 0
    for text, published, golds in gold_cases(folder):
        documents += 1
        statements = read_report(open_text(text, name="case", published=published)).statements
        for gold in golds:
            spans = gold["spans"]
            assert isinstance(spans, list)
            content = tuple((span["start"], span["end"]) for span in spans)
            rated = [
                (alike(content, tuple((c.start, c.end) for c in s.content)), s.speaker)
                for s in statements
                if s.speaker is not None
            ]
            rate, told = max(rated, key=lambda pair: pair[0], default=(0.0, None))
            found = told if rate >= _HALF else None
            person, party = str(gold["speaker"]), str(gold["party"])
            if found is not None and party == person and not found.party:
                # Nobody's party but his own: what the reader leaves empty.
                party = "" if same_person(person, found.name) else party
            tally.add(str(gold["id"]), person, party, found)
    if errors:
        print("\n  ".join(["speakers", *tally.wrong]), file=sys.stderr)
    return {"documents": documents, "speakers": tally.figures()}


def texts_of(file: Path, half: str) -> list[str]:
    texts = tomllib.loads(file.read_text(encoding="utf-8"))["texts"]
    return [t for t in texts if half in ("all", half_of("parties", read_marked(t).text))]


def main(argv: Sequence[str] | None = None) -> int:
    parser = options(__doc__, DATA)
    parser.add_argument("--cases", type=Path, help="a folder of cases with gold statements")
    given = parser.parse_args(argv)
    if given.cases:
        return tell(given.cases, lambda: score_cases(given.cases, errors=given.errors))
    return scored(__doc__, DATA, texts_of, score, argv)


if __name__ == "__main__":
    sys.exit(main())
