"""Reading the ``.gmcr`` files of GMCR+ and gmcr-py (JSON), both generations.

States in a ranking are numbered 1 … m over the possible ones, in ascending Σ 2^i over the options
i taken, i counted from 0. ``preferences`` are most important first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from firstmove.conflict.condition import And, Condition, Name, Not, Or
from firstmove.conflict.ids import make_id
from firstmove.conflict.model import (
    Conflict,
    DecisionMaker,
    Direction,
    Impossible,
    Option,
    Want,
)
from firstmove.conflict.states import OutOfSteps, feasible_states
from firstmove.conflict.text import read_text
from firstmove.conflict.validate import problems
from firstmove.errors import ModelError

_DIRECTIONS = {"both": Direction.BOTH, "fwd": Direction.FORWARD, "back": Direction.BACK}
_MOST = 10_000  # options, conditions and literals in one list
_MOST_STATES = 100_000  # the highest number of a state in a ranking

# What each part of the file may hold that is used here, or that says nothing about the conflict.
_TOP = {
    "program", "version", "options", "decisionMakers", "infeasibles",
    "useManualPreferenceRanking", "useManualPreferenceVectors",
}  # fmt: skip
_DM = {"name", "options", "preferences", "preferenceRanking", "preferenceVector"}
_OPTION = {"name", "permittedDirection"}


def read_gmcr(path: str | Path) -> Conflict:
    """The conflict in a ``.gmcr`` file; ModelError says what is wrong with it, and where."""
    return parse_gmcr(read_text(Path(path)), where=str(path))


def parse_gmcr(text: str, *, where: str = "model.gmcr") -> Conflict:
    """The conflict that the text of a ``.gmcr`` file says.

    What the file holds that firstmove does not use is named in the conflict's note.
    """
    try:
        data = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, where))
    except json.JSONDecodeError as error:
        raise ModelError(
            f"not well-formed JSON: {error.msg}",
            where=f"{where}, line {error.lineno}, column {error.colno}",
            remedy="a .gmcr file is written by GMCR+ or gmcr-py; save it there once more",
        ) from None
    except (RecursionError, ValueError):
        raise ModelError("not JSON that can be read", where=where) from None
    return _Reader(where).conflict(data)


def _object(pairs: list[tuple[str, object]], where: str) -> dict[str, object]:
    """One object of the file; ModelError where it says one thing twice, or has half a character."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, n in Counter(key for key, _ in pairs).items() if n > 1)
        raise ModelError(
            f"“{twice[:60]}” stands twice in one object",
            where=where,
            remedy="delete one of the two",
        )
    for text in (*found, *found.values()):
        if isinstance(text, str) and any("\ud800" <= letter <= "\udfff" for letter in text):
            raise ModelError(
                "half of a character stands alone (an escape from \\ud800 to \\udfff)", where=where,
                remedy="delete it",
            )  # fmt: skip
    return found


class _Reader:
    def __init__(self, where: str) -> None:
        self.where = where

    def wrong(self, what: str, path: str, remedy: str = "") -> ModelError:
        return ModelError(
            what,
            where=f"{self.where}, {path}" if path else self.where,
            remedy=remedy or "a .gmcr file is written by GMCR+ or gmcr-py; save it there once more",
        )

    def conflict(self, data: object) -> Conflict:
        top = self.table(data, "")
        option_data = self.items(top.get("options"), "options")
        makers = self.items(top.get("decisionMakers"), "decisionMakers")
        ids = self.decision_maker_ids(makers)
        owners = self.owners(makers, len(option_data))
        options = self.options(option_data, owners, ids)
        names = [option.id for option in options]
        impossible = tuple(
            Impossible(condition)
            for n, given in enumerate(self.items(top.get("infeasibles", []), "infeasibles"))
            for condition in self.conditions(given, names, f"infeasibles[{n}]", impossible=True)
        )
        bare = Conflict(
            name=Path(self.where).stem,
            decision_makers=tuple(DecisionMaker(id_, name) for id_, name in ids),
            options=options,
            impossible=impossible,
        )
        self.check(bare)
        manual = bool(
            top.get("useManualPreferenceRanking", top.get("useManualPreferenceVectors", False))
        )
        decision_makers = tuple(
            self.decision_maker(self.table(given, f"decisionMakers[{n}]"), n, ids[n], bare, manual)
            for n, given in enumerate(makers)
        )
        made = Conflict(
            name=bare.name,
            decision_makers=decision_makers,
            options=options,
            impossible=impossible,
            note=self.note(
                top,
                option_data,
                makers,
                manual=manual,
                partial=[d.name for d in decision_makers if d.partial],
            ),
        )
        self.check(made)
        return made

    def check(self, conflict: Conflict) -> None:
        found = problems(conflict)
        if found:
            raise self.wrong(found[0].what, "", found[0].remedy)

    def decision_maker_ids(self, makers: list[object]) -> list[tuple[str, str]]:
        ids: list[tuple[str, str]] = []
        for n, given in enumerate(makers):
            path = f"decisionMakers[{n}]"
            name = self.text(self.table(given, path).get("name"), f"{path}.name")
            ids.append((make_id(name, [id_ for id_, _ in ids]), name))
        return ids

    def owners(self, makers: list[object], count: int) -> list[int]:
        owners: list[int | None] = [None] * count
        for n, given in enumerate(makers):
            path = f"decisionMakers[{n}].options"
            for option in self.items(self.table(given, path).get("options"), path):
                at = self.index(option, count, path)
                if owners[at] is not None and owners[at] != n:
                    raise self.wrong(
                        f"option {at} belongs to decision makers {owners[at]} and {n}",
                        path,
                        "give each option one owner; an act of two sides is two options",
                    )
                owners[at] = n
        found = [owner for owner in owners if owner is not None]
        if len(found) < count:
            raise self.wrong(
                f"option {owners.index(None)} belongs to no decision maker",
                "decisionMakers",
                "give it to one, or delete it",
            )
        return found

    def options(
        self, data: list[object], owners: list[int], ids: list[tuple[str, str]]
    ) -> tuple[Option, ...]:
        made: list[Option] = []
        for n, given in enumerate(data):
            path = f"options[{n}]"
            table = self.table(given, path)
            label = self.text(table.get("name"), f"{path}.name")
            direction = table.get("permittedDirection", "both")
            if not isinstance(direction, str) or direction not in _DIRECTIONS:
                raise self.wrong(
                    "the direction is not known", f"{path}.permittedDirection", "both, fwd or back"
                )
            owner = ids[owners[n]][0]
            id_ = make_id(label, [option.id for option in made], prefix=owner)
            made.append(Option(id_, owner, label, _DIRECTIONS[direction]))
        return tuple(made)

    def decision_maker(
        self,
        table: dict[str, object],
        n: int,
        id_and_name: tuple[str, str],
        bare: Conflict,
        manual: bool,
    ) -> DecisionMaker:
        path = f"decisionMakers[{n}]"
        names = [option.id for option in bare.options]
        wants = tuple(
            Want(condition)
            for k, given in enumerate(
                self.items(table.get("preferences", []), f"{path}.preferences")
            )
            for condition in self.conditions(given, names, f"{path}.preferences[{k}]")
        )
        ranking, partial = None, False
        if manual:
            key = "preferenceRanking" if "preferenceRanking" in table else "preferenceVector"
            given = self.items(table.get(key), f"{path}.{key}")
            ranking, partial = self.ranking(given, bare, f"{path}.{key}")
        return DecisionMaker(*id_and_name, wants, ranking, partial=partial)

    def ranking(
        self, data: list[object], bare: Conflict, path: str
    ) -> tuple[tuple[tuple[str, ...], ...], bool]:
        """The tiers, and whether possible states are missing in them."""
        given = [item if isinstance(item, list) else [item] for item in data]
        if not any(given):
            raise self.wrong("the ranking is empty", path)
        numbers = [
            tuple(self.index(item, _MOST_STATES, path, first=1) for item in tier) for tier in given
        ]
        highest = max((number for tier in numbers for number in tier), default=0)
        try:
            # One more than is ranked, so that a missing one is seen.
            steps = 20_000 + 4 * (highest + 2) * (len(bare.options) + 1)
            states = list(islice(feasible_states(bare, steps=steps), highest + 2))
        except OutOfSteps:
            raise self.wrong("the possible states are too many to number", path) from None
        if highest >= len(states):
            raise self.wrong(
                f"{highest + 1} is not a number from 1 to {len(states)}, and the possible states "
                "have no others",
                path,
            )
        ranked = {number for tier in numbers for number in tier}
        tiers = tuple(tuple(states[number] for number in tier) for tier in numbers)
        return tiers, len(ranked) < len(states)

    def conditions(
        self, data: object, names: list[str], path: str, *, impossible: bool = False
    ) -> Iterator[Condition]:
        """The condition, or nothing for one that holds everywhere."""
        if isinstance(data, dict):
            members = self.items(data.get("members"), f"{path}.members")
            found = [self.pattern(member, names, path) for member in members]
            if not found:
                raise self.wrong("the compound condition has no members", path)
            if None in found and not impossible:
                return
            made = [condition for condition in found if condition is not None]
            if len(made) == len(found):
                yield made[0] if len(made) == 1 else Or(tuple(made))
                return
        else:
            pattern = self.pattern(data, names, path)
            if pattern is not None:
                yield pattern
                return
        if impossible:
            raise self.wrong("an empty condition makes every state impossible", path, "delete it")

    def pattern(self, data: object, names: list[str], path: str) -> Condition | None:
        """``[[index, "Y" | "N"], …]``: all of them; None when there is none."""
        literals: list[Condition] = []
        for item in self.items(data, path):
            pair = self.items(item, path)
            if len(pair) != 2 or pair[1] not in ("Y", "N"):
                raise self.wrong("a condition is a list of pairs [option, “Y” or “N”]", path)
            name = Name(names[self.index(pair[0], len(names), path)])
            literals.append(name if pair[1] == "Y" else Not(name))
        if not literals:
            return None
        return literals[0] if len(literals) == 1 else And(tuple(literals))

    def note(
        self,
        top: dict[str, object],
        options: list[object],
        makers: list[object],
        *,
        manual: bool,
        partial: list[str],
    ) -> str:
        unused = set(top) - _TOP
        for items, used in ((options, _OPTION), (makers, _DM)):
            unused |= {key for item in items if isinstance(item, dict) for key in set(item) - used}
        said = [str(top[key])[:40] for key in ("program", "version") if top.get(key)]
        origin = f" of {' '.join(said)}" if said else ""
        lines = [f"Read from a .gmcr file{origin}."]
        if manual:
            lines.append("The file's manual rankings are used, not its preference statements.")
        if partial:
            lines.append(
                "Possible states are missing in the file's rankings, and are taken to be compared "
                f"to none: {', '.join(name[:60] for name in partial[:10])}"
                f"{' …' if len(partial) > 10 else ''}."
            )
        if unused:
            lines.append(f"Not used: {', '.join(sorted(key[:60] for key in unused)[:30])}.")
        return " ".join(lines)

    def table(self, value: object, path: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self.wrong("an object { … } is missing here", path)
        return value

    def items(self, value: object, path: str) -> list[object]:
        if not isinstance(value, list):
            raise self.wrong("a list [ … ] is missing here", path)
        if len(value) > _MOST:
            raise self.wrong(f"the list has {len(value):,} items", path, f"at most {_MOST:,}")
        return value

    def text(self, value: object, path: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("a name is missing here", path)
        return value.strip()

    def index(self, value: object, count: int, path: str, *, first: int = 0) -> int:
        """A number from ``first`` on as a position; old files write some as text."""
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            value = int(value)
        if (
            not isinstance(value, int)
            or isinstance(value, bool)
            or not first <= value < first + count
        ):
            raise self.wrong(
                f"{value!r} is not a number from {first} to {first + count - 1}"[:200], path
            )
        return value - first
