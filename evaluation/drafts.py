"""Score drafted models on reports written for the project.

    python -m evaluation.drafts [FOLDER] [--set first|fresh|blind|unseen|later]
                                [--half tuned|held-out|all] [--errors]

Each file of the folder is a dispute: its reports, its parties under the names that a reader may
give them, the options that an expert finds in the reports and the wants that follow by the drafting
table. Nothing is given to the reader but the reports. Disputes are cut in two halves by a hash of
their names: single errors were looked at in ``tuned`` only. Some rules were tried on sentences
close to held-out ones (docs/decisions/0025-drafts.md). ``--set fresh`` is eight disputes in the
manner of news, written without knowledge of the rules and held out as a whole; ``--set blind`` is
nine longer ones, made in the same way later, ``--set unseen`` seven by three others, with every act
marked that an expert could want in a model, ``--set later`` twelve of two short reports by two
others. One JSON line on stdout:

- ``stated``, ``inferred``: precision and recall of the wants of that basis. A want is right where
  party, option, owner and the direction of its condition are; one told twice is wrong once.
- ``conditional``: recall of the stated wants with a condition;
- ``options``: precision and recall; ``twins``: options drafted that are one with another;
- ``asked``: of pairs of options that the open questions ask whether they are one, the share that
  are, and the share of all such pairs that is asked;
- ``opened``: the same with all that is kept in the drawer, since a model has a dozen options at
  most and experts mark up to thirty;
- ``per_kind``: precision and recall of stated wants by kind of dispute.

An option is told by words of its label, each in lower case: ``words`` are alternatives, of which
one has to be in the label whole; none of ``not`` may be. ``want`` are alternatives as well. A line
or an option with ``optional`` may be drafted or not.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from pathlib import Path
from typing import Any

from evaluation.command import options as arguments
from evaluation.command import tell
from evaluation.marked import half_of, share
from firstmove.conflict import (
    Basis,
    Condition,
    Conflict,
    DecisionMaker,
    Want,
    parse_condition,
)
from firstmove.drafting import Draft, draft
from firstmove.ledger import merge
from firstmove.reading import open_text, read_report

DATA = Path(__file__).parent / "data" / "drafts"
FRESH = DATA.with_name("drafts_fresh")
BLIND = DATA.with_name("drafts_blind")
UNSEEN = DATA.with_name("drafts_unseen")
LATER = DATA.with_name("drafts_later")
HELD_OUT = {"fresh": FRESH, "blind": BLIND, "unseen": UNSEEN, "later": LATER}
_ASKED = re.compile(r"Is “(.+)” of .+ the same as “(.+)”\? .*they are two options here\.")
_OPENED = {"stated": "stated", "inferred": "inferred", "options": "option"}


@dataclass(frozen=True)
class Line:
    """A want that an expert finds."""

    party: str
    any_of: tuple[Condition, ...]
    basis: Basis
    optional: bool

    @property
    def conditional(self) -> bool:
        return len(self.any_of[0].names) > 1


@dataclass(frozen=True)
class Dispute:
    name: str
    table: Mapping[str, Any]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(
                want["party"],
                tuple(parse_condition(text) for text in want["want"]),
                Basis(want.get("basis", "stated")),
                want.get("optional", False),
            )
            for want in self.table["want"]
        )

    @cached_property
    def options(self) -> frozenset[str]:
        """The keys of those that have to be drafted."""
        return frozenset(
            key for key, option in self.table["option"].items() if not option.get("optional")
        )

    def party(self, name: str) -> str | None:
        """The key of the party that goes by this name, or whose name alone ends with it."""
        bare = _bare(name)
        known = {key: {_bare(n) for n in names} for key, names in self.table["parties"].items()}
        same = [key for key, names in known.items() if bare in names]
        ends = [key for key, names in known.items() if any(n.endswith(f" {bare}") for n in names)]
        return same[0] if same else ends[0] if len(ends) == 1 else None

    def option(self, owner: str, label: str) -> str | None:
        """The key of the option with this label, of the party with this name."""
        party, label = self.party(owner), label.lower()
        for key, option in self.table["option"].items():
            if option["owner"] == party and _told(label, option):
                return str(key)
        return None

    def drafted(self) -> Draft:
        texts = [text.strip() for text in self.table["reports"]]
        named = ((text, f"{self.name}-{n}.txt") for n, text in enumerate(texts))
        return draft(merge([read_report(open_text(t, name=n)) for t, n in named]))


def opened(made: Draft) -> Conflict:
    """The drafted model with all that is kept in its drawer."""
    model = made.conflict
    ids = {maker.name: maker.id for maker in model.decision_makers}
    ids |= {kept.owner: kept.option.owner for kept in made.drawer}
    ids |= {name: ids.get(name, name) for kept in made.drawer for name, _ in kept.wants}
    wants = {maker.name: list(maker.wants) for maker in model.decision_makers}
    for kept in made.drawer:
        for name, want in kept.wants:
            if want not in (own := wants.setdefault(name, [])):  # it may need two that are kept
                own.append(want)
    return replace(
        model,
        options=(*model.options, *(kept.option for kept in made.drawer)),
        decision_makers=tuple(
            DecisionMaker(id_, name, tuple(wants.get(name, ()))) for name, id_ in ids.items()
        ),
    )


def _bare(name: str) -> str:
    return name.lower().replace("’", "'").removeprefix("the ")


def _told(label: str, option: Mapping[str, Any]) -> bool:
    if any(word in label for word in option.get("not", ())):
        return False
    return any(all(word in label for word in some.split()) for some in option["words"])


def disputes(folder: Path, half: str) -> Iterator[Dispute]:
    for path in sorted(folder.glob("*.toml")):
        if half in ("all", half_of("drafts", path.stem)):
            yield Dispute(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))


def score(cases: Sequence[Dispute], *, errors: bool = False) -> dict[str, object]:
    total: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    per_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        made = case.drafted()
        whole += compare(case, opened(made))[0]
        counts, told = compare(case, made.conflict)
        total += counts
        per_kind[case.table["kind"]] += counts
        if errors:
            for line in told:
                print(f"{case.name}: {line}", file=sys.stderr)
    return {
        "disputes": len(cases),
        "reports": sum(len(case.table["reports"]) for case in cases),
        "stated": _shares(total, "stated"),
        "inferred": _shares(total, "inferred"),
        "conditional": share(total["conditional found"], total["conditional marked"]),
        "options": _shares(total, "option"),
        "twins": total["twins"],
        "asked": {
            "precision": share(total["asked right"], total["asked"]),
            "recall": share(total["asked right"], total["twin pairs"]),
            "asked": total["asked"],
        },
        "opened": {what: _shares(whole, key) for what, key in _OPENED.items()},
        "per_kind": {kind: _shares(per_kind[kind], "stated") for kind in sorted(per_kind)},
    }


def _shares(counts: Mapping[str, int], what: str) -> dict[str, float | int | None]:
    right = counts.get(f"{what} right", 0)
    drafted = right + counts.get(f"{what} wrong", 0)
    marked = counts.get(f"{what} marked", 0)
    return {
        "precision": share(right, drafted),
        "recall": share(counts.get(f"{what} found", 0), marked),
        "drafted": drafted,
        "marked": marked,
    }


def compare(case: Dispute, conflict: Conflict) -> tuple[Counter[str], list[str]]:
    """How many lines of each sort are right, wrong, marked and found; what is wrong, in words."""
    counts: Counter[str] = Counter()
    told: list[str] = []
    owners = {maker.id: maker.name for maker in conflict.decision_makers}
    keys = {o.id: case.option(owners[o.owner], o.label) for o in conflict.options}
    found = Counter(key for key in keys.values() if key)
    counts["option right"] = counts["option found"] = len(case.options & found.keys())
    counts["option marked"] = len(case.options)
    counts["option wrong"] = sum(key is None for key in keys.values())
    counts["twins"] = sum(found.values()) - len(found)
    counts += _asked(conflict, keys)
    told += [
        f"option of nobody's: {owners[option.owner]}: {option.label}"
        for option in conflict.options
        if keys[option.id] is None
    ]
    told += [
        f"option missing: {key}"
        for key in case.table["option"]
        if key in case.options - found.keys()
    ]
    told += [
        f"options that are one, {key}: "
        + " | ".join(o.label for o in conflict.options if keys[o.id] == key)
        for key in found
        if found[key] > 1
    ]
    met: set[int] = set()
    for maker in conflict.decision_makers:
        for want in maker.wants:
            if want.basis is Basis.UNKNOWN:
                continue
            at = _right(case, conflict, maker.name, want, keys, met)
            if at is None:
                counts[f"{want.basis} wrong"] += 1
                shown = want.condition.text(lambda n: str(keys.get(n) or n))
                told.append(f"wrong: {maker.name} wants {shown} ({want.basis})")
            elif not case.lines[at].optional:
                counts[f"{want.basis} right"] += 1
    for at, line in enumerate(case.lines):
        if line.optional:
            continue
        counts[f"{line.basis} marked"] += 1
        counts[f"{line.basis} found"] += at in met
        if line.conditional and line.basis is Basis.STATED:
            counts["conditional marked"] += 1
            counts["conditional found"] += at in met
        if at not in met:
            told.append(f"missing: {line.party} wants {line.any_of[0]} ({line.basis})")
    return counts, told


def _asked(conflict: Conflict, keys: Mapping[str, str | None]) -> Counter[str]:
    """Pairs of options that are one, and pairs that the open questions ask about."""
    twins = {
        frozenset((one.label, other.label))
        for one, other in combinations(conflict.options, 2)
        if one.owner == other.owner and (key := keys[one.id]) and key == keys[other.id]
    }
    found = (_ASKED.match(question.text) for question in conflict.open_questions)
    asked = {frozenset(match.groups()) for match in found if match}
    counts = {"twin pairs": len(twins), "asked": len(asked), "asked right": len(asked & twins)}
    return Counter(counts)


def _right(
    case: Dispute,
    conflict: Conflict,
    name: str,
    want: Want,
    keys: Mapping[str, str | None],
    met: set[int],
) -> int | None:
    """Which line the want is; ``met`` holds those that others are, and is added to.

    A stated want may be marked as inferred as well; each line is met once.
    """
    wanted = _in_keys(want.condition, conflict, keys)
    if wanted is None:
        return None
    party = case.party(name)
    same = [
        at
        for at, line in enumerate(case.lines)
        if line.party == party and any(_alike(wanted, one) for one in line.any_of)
    ]
    right = [at for at in same if case.lines[at].basis is want.basis and at not in met]
    if not right:
        return None
    met.add(min(right, key=lambda at: case.lines[at].optional))
    if want.basis is Basis.STATED:
        met.update(at for at in same if case.lines[at].basis is Basis.INFERRED)
    return min(right, key=lambda at: case.lines[at].optional)


def _in_keys(
    condition: Condition, conflict: Conflict, keys: Mapping[str, str | None]
) -> Condition | None:
    """The condition over the case's own names, joint outcomes spelled out; None where an option
    is none of them."""
    names: dict[str, str] = {}
    for name in condition.names:
        if name not in conflict.defines and name not in keys:
            return None  # a joint outcome of which a part is kept
        if name in conflict.defines:
            inner = _in_keys(conflict.defines[name], conflict, keys)
            if inner is None:
                return None
            names[name] = f"({inner})"
        elif key := keys[name]:
            names[name] = key
        else:
            return None
    return parse_condition(condition.text(lambda n: names[n]))


def _alike(one: Condition, other: Condition) -> bool:
    """Whether two conditions name the same options and hold in the same states."""
    names = sorted(set(one.names))
    if names != sorted(set(other.names)):
        return False
    return all(
        one.holds(values) == other.holds(values)
        for values in (
            dict(zip(names, row, strict=True)) for row in product((False, True), repeat=len(names))
        )
    )


def main() -> int:
    parser = arguments(__doc__, DATA)
    parser.add_argument("--set", choices=("first", *HELD_OUT), default="first")
    given = parser.parse_args()
    folder, half = given.file, given.half
    if given.set in HELD_OUT:  # no half of it is tuned
        folder, half = HELD_OUT[given.set] if folder == DATA else folder, "all"
    return tell(
        folder,
        lambda: {
            "set": given.set,
            "half": half if given.set == "first" else "held-out",
            **score(list(disputes(folder, half)), errors=given.errors),
        },
    )


if __name__ == "__main__":
    sys.exit(main())
