"""Hold the figures of quality to their floors.

    python -m evaluation.floors [ID…] [--all]

``floors.toml`` names each measure: the evaluation that gives it, its data with their SHA-256, and
the least that each figure may be. Without ``--all`` those that take long or whose data lie outside
the repository are left out. One JSON line for each, and exit status 1 where one is missed.

A floor may be raised at any time. It can be lowered, or dropped, only with a note on the decision:
``lowered.ID = "docs/decisions/….md"`` (``tests/evaluation/test_floors.py``).
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import io
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.toml")


class FloorError(ValueError):
    """A floor that can't be held to its data: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Floor:
    id: str
    run: tuple[str, ...]  # module and arguments
    data: Mapping[str, str]  # path from the root of the repository -> SHA-256
    least: Mapping[str, float]  # figure ("overlap.f1") -> floor
    long: bool = False

    @property
    def outside(self) -> bool:
        """Whether it takes data that are no part of the repository."""
        return any(path.startswith("..") for path in self.data)

    def missing(self) -> tuple[str, ...]:
        return tuple(path for path in self.data if not (ROOT / path).exists())


def read_floors(text: str) -> tuple[tuple[Floor, ...], dict[str, str]]:
    """The floors, and the notes of those that were lowered. Raises FloorError."""
    try:
        table = tomllib.loads(text)
        floors = tuple(
            Floor(
                row["id"],
                tuple(row["run"].split()),
                row["data"],
                row["least"],
                row.get("long", False),
            )
            for row in table["floor"]
        )
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise FloorError(f"floors.toml can't be read: {error!r}") from error
    if len({floor.id for floor in floors}) != len(floors):
        raise FloorError("two floors of one id")
    return floors, dict(table.get("lowered", {}))


def check_data(floor: Floor) -> None:
    """Raises FloorError where the data are not those that the floor was set on."""
    for path, expected in floor.data.items():
        digest = digest_of(ROOT / path)
        if digest != expected:
            raise FloorError(
                f"{floor.id}: {path} has changed since the floor was set ({digest}): run "
                f"“python -m {' '.join(floor.run)}”, set the floor anew and note the digest"
            )


def digest_of(path: Path) -> str:
    """SHA-256 of a file; of a folder, over the names and digests of its files."""
    if not path.is_dir():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    each = (f"{file.name} {digest_of(file)}\n" for file in sorted(path.iterdir()))
    return hashlib.sha256("".join(each).encode()).hexdigest()


def figures_of(floor: Floor) -> dict[str, object]:
    """What the evaluation says now: its first JSON line."""
    module, *arguments = floor.run
    told = io.StringIO()
    kept = sys.argv
    sys.argv = [module, *(_placed(a) for a in arguments)]
    try:
        with contextlib.redirect_stdout(told):
            status = importlib.import_module(module).main()
    except SystemExit as end:
        status = end.code
    finally:
        sys.argv = kept
    if status:
        raise FloorError(f"{floor.id}: “{' '.join(floor.run)}” ended with {status}")
    found = json.loads(told.getvalue().splitlines()[0])
    if not isinstance(found, dict):
        raise FloorError(f"{floor.id}: no JSON object on stdout")
    return found


def _placed(argument: str) -> str:
    return str(ROOT / argument) if "/" in argument else argument


def figure(found: Mapping[str, object], name: str) -> float:
    """The figure of a dotted name. Raises FloorError."""
    value: object = found
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FloorError(f"no figure “{name}” in {json.dumps(found)}")
    return float(value)


def missed(floor: Floor, found: Mapping[str, object]) -> Iterator[str]:
    for name, least in floor.least.items():
        if (now := figure(found, name)) < least:
            yield f"{floor.id}: {name} is {now}, the floor is {least}"


def lowered(before: Sequence[Floor], now: Sequence[Floor]) -> Iterator[tuple[str, str]]:
    """Id and what was lowered or dropped."""
    current = {floor.id: floor for floor in now}
    for floor in before:
        if floor.id not in current:
            yield floor.id, f"{floor.id} was dropped"
            continue
        for name, least in floor.least.items():
            held = current[floor.id].least.get(name)
            if held is None or held < least:
                yield floor.id, f"{floor.id}: {name} was {least} and is {held}"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--all", action="store_true", help="also those that take long")
    given = parser.parse_args(argv)
    status = 0
    try:
        floors, _ = read_floors(FLOORS.read_text(encoding="utf-8"))
        if unknown := set(given.ids) - {floor.id for floor in floors}:
            raise FloorError(f"no floor {sorted(unknown)}; there are {[f.id for f in floors]}")
        for floor in floors:
            if floor.id not in given.ids if given.ids else floor.long and not given.all:
                continue
            if absent := floor.missing():
                print(json.dumps({"id": floor.id, "absent": absent}))
                continue
            check_data(floor)
            found = figures_of(floor)
            below = list(missed(floor, found))
            status = status or int(bool(below))
            now = {name: figure(found, name) for name in floor.least}
            print(json.dumps({"id": floor.id, "now": now, "least": floor.least, "missed": below}))
    except (OSError, FloorError) as error:
        print(error, file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
