"""What the reference lists is what the code has: names, keys, kinds, commands, tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

import firstmove
from firstmove import errors
from firstmove.cli.app import app
from firstmove.examples import model
from firstmove.ledger.case.migrations import APPLICATION_ID, MIGRATIONS
from firstmove.ledger.entry import Relation
from firstmove.reading.pipeline import STAGES
from firstmove.statement import ConditionKind, Kind, Modality, Quotation
from firstmove.views.wording import KINDS
from tests.docs.blocks import ROOT, blocks
from tests.docs.running import Session
from tests.docs.tables import WANTS_PAGE, rows_of, with_tables

REFERENCE = ROOT / "docs" / "reference"
JSON_PAGE = REFERENCE / "json.md"


def _code(cell: str) -> str:
    return cell.strip("`")


def test_public_names() -> None:
    documented = [_code(row[0]) for row in rows_of(REFERENCE / "python.md", "Names")]
    assert sorted(documented) == sorted(firstmove.__all__)


def test_errors() -> None:
    documented = {_code(row[0]) for row in rows_of(REFERENCE / "python.md", "Errors")}
    assert documented == {c.__name__ for c in errors.FirstmoveError.__subclasses__()}


def test_kinds_with_their_words() -> None:
    documented = {
        _code(row[0]): (row[1], row[3] == "yes")
        for row in rows_of(REFERENCE / "kinds.md", "Kinds of statement")
    }
    assert documented == {kind.value: (KINDS[kind], kind.is_plover) for kind in Kind}


def test_values_beside_the_kind() -> None:
    documented = {
        row[0]: re.findall("`([^`]+)`", row[1])
        for row in rows_of(REFERENCE / "kinds.md", "Beside the kind")
    }
    assert documented["modality"] == [m.value for m in Modality]
    assert documented["condition"] == [c.value for c in ConditionKind]
    assert documented["quotation"] == [q.value for q in Quotation]


def test_relations() -> None:
    rows = rows_of(ROOT / "docs" / "explanation" / "entries.md", "How the tellings relate")
    assert [_code(row[0]) for row in rows] == [r.value for r in Relation]


def test_drafting_table() -> None:
    text = WANTS_PAGE.read_text(encoding="utf-8")
    assert text == with_tables(text), "run: python -m tests.docs.refresh"


def test_stages_of_reading() -> None:
    rows = rows_of(ROOT / "docs" / "explanation" / "how-reading-works.md", "How reading works")
    assert [row[0] for row in rows] == ["open", *(stage.__name__ for stage in STAGES)]


def test_case_file() -> None:
    rows = {row[0]: row[1] for row in rows_of(REFERENCE / "case-file.md", "Case file")}
    assert rows["`PRAGMA application_id`"] == f"`0x{APPLICATION_ID:x}`"
    assert f"`{len(MIGRATIONS)}`" in rows["`PRAGMA user_version`"]


def test_every_command_is_shown_with_its_help() -> None:
    command = typer.main.get_command(app)
    shown = {
        line[2:]
        for block in blocks(REFERENCE / "command-line.md")
        for line in block.text.split("\n")
        if line.startswith("$ ")
    }
    assert isinstance(command, typer.core.TyperGroup)
    assert {f"firstmove {name} --help" for name in command.commands} <= shown


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    session = Session(tmp_path_factory.mktemp("json"))
    reports = "harbour-courier.txt northgate-tribune.html valley-standard.txt"
    commands = {
        "Reading": f"firstmove read {reports} --json",
        "Added": f"firstmove add x.case {reports} --json",
        "Decided": "firstmove decide x.case kind 1 PROTEST --reason y --json",
        "Decisions": "firstmove decide x.case list --json",
        "History": "firstmove history x.case --json",
        "Verified": "firstmove verify x.case --json",
        "Ledger": "firstmove ledger x.case --json",
        "Found": "firstmove search x.case the --reports --json",
        "Draft": "firstmove draft x.case --json",
        "Solution": "firstmove solve x.toml --json",
        "First moves": f"firstmove moves {model('ukraine-2024')} --start NNNNNNNN --json",
        "Readings": f"firstmove readings {model('ukraine-2024')} --state NNNNNNNN --json",
        "About": f"firstmove why {model('elmira')} NYNNN --json",
        "Brief": f"firstmove brief {reports} --json",
    }
    found: dict[str, Any] = {}
    with session.inside():
        for name, command in commands.items():
            if name == "Solution":
                session.command("firstmove draft x.case > x.toml")
            lines = [line for line in session.command(f"{command}") if line.startswith("{")]
            found[name] = [json.loads(line) for line in lines]
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Reading",
        "Added",
        "Decided",
        "Decisions",
        "History",
        "Verified",
        "Ledger",
        "Found",
        "Draft",
        "Solution",
        "Readings",
        "About",
        "First moves",
        "Brief",
    ],
)
def test_json_is_as_documented(documents: dict[str, Any], name: str) -> None:
    shapes = {}
    for line in JSON_PAGE.read_text(encoding="utf-8").split("\n"):
        if line.startswith(("## ", "### ")):
            heading = line.lstrip("# ")
            rows = rows_of(JSON_PAGE, heading)
            shapes[heading] = {_code(row[0]): row[1] for row in rows}
    assert documents[name]
    shape = "Added" if name == "Decided" else name
    for document in documents[name]:
        assert list(_wrong(document, shape, shapes, name)) == []


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _wrong(value: Any, type_: str, shapes: dict[str, dict[str, str]], where: str) -> Iterator[str]:
    """What does not fit: keys that are missing or not documented, values of another type."""
    if type_.endswith(" or null"):
        if value is not None:
            yield from _wrong(value, type_.removesuffix(" or null"), shapes, where)
    elif type_.startswith("map of "):
        if not isinstance(value, dict):
            yield f"{where}: not a map"
            return
        for item in value.values():
            yield from _wrong(item, type_.removeprefix("map of "), shapes, f"{where}{{}}")
    elif type_.startswith("list of "):
        if not isinstance(value, list):
            yield f"{where}: not a list"
            return
        for item in value:
            yield from _wrong(item, type_.removeprefix("list of "), shapes, f"{where}[]")
    elif type_ in _SIMPLE:
        if not _SIMPLE[type_](value):
            yield f"{where}: {value!r} is not {type_}"
    else:
        shape = shapes[type_]
        told = {key for key, row in shape.items() if not _sometimes(key, type_)}
        if not isinstance(value, dict):
            yield f"{where}: not a {type_}"
            return
        yield from (f"{where}.{key}: missing" for key in sorted(told - set(value)))
        for key, item in value.items():
            if key not in shape:
                yield f"{where}.{key}: not documented"
            else:
                yield from _wrong(item, shape[key], shapes, f"{where}.{key}")


def _sometimes(key: str, type_: str) -> bool:
    """``report`` is there only where a document holds several reports."""
    return key == "report" and type_ in ("Statement", "Figure", "When", "Place")


_SIMPLE: dict[str, Any] = {
    "text": lambda v: isinstance(v, str),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "yes/no": lambda v: isinstance(v, bool),
    "date": lambda v: isinstance(v, str) and _DATE.fullmatch(v) is not None,
}


def test_wrong_documents_are_found() -> None:
    shapes = {"A": {"x": "number", "y": "list of text or null"}}
    assert list(_wrong({"x": 1, "y": ["a"]}, "A", shapes, "A")) == []
    assert len(list(_wrong({"x": "1", "z": 1}, "A", shapes, "A"))) == 3
