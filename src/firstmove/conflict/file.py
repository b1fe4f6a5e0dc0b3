"""The model file: a conflict as TOML that is made to be edited by hand.

``load_model`` reads it and says file, line and remedy of what is wrong; ``dump_model`` writes it,
and keeps the comments and the order of an earlier text where the model did not change.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from firstmove.conflict.condition import Condition
from firstmove.conflict.layout import lines_of
from firstmove.conflict.model import (
    Basis,
    Conflict,
    DecisionMaker,
    Direction,
    Evidence,
    Impossible,
    OpenQuestion,
    Option,
    State,
    StatusQuo,
    Want,
)
from firstmove.conflict.orders import read_moves, read_pair, read_ranking
from firstmove.conflict.problem import Place, Problem
from firstmove.conflict.tables import Table, WrongTable, condition_in, read_evidence
from firstmove.conflict.text import MAX_BYTES, read_text
from firstmove.conflict.validate import as_error, problems
from firstmove.conflict.weights import decimal
from firstmove.errors import ModelError

FORMAT = 1
_KEYS = (
    "format", "name", "note", "decision_maker", "option", "impossible", "define", "status_quo",
    "open_question", "state",
)  # fmt: skip


def load_model(source: str | Path) -> Conflict:
    """The conflict in a model file, or in the text of one (a ``str`` of more than one line).

    A path that ends in ``.gmcr`` is read as a file of GMCR+. Raises ModelError with file, line
    and remedy.
    """
    if isinstance(source, str) and "\n" in source:
        return parse_model(source)
    path = Path(source)
    text = read_text(path)
    if path.suffix.lower() == ".gmcr":
        from firstmove.conflict.gmcr import parse_gmcr

        return parse_gmcr(text, where=str(path))
    return parse_model(text, where=str(path))


def parse_model(text: str, *, where: str = "model") -> Conflict:
    """The conflict that the text of a model file says; ``where`` is what errors call the file."""
    table = _toml(text, where)
    try:
        conflict = _conflict(table)
    except WrongTable as error:
        found: tuple[Problem, ...] = (error.problem,)
    else:
        found = problems(conflict)
        if not found:
            return conflict
    lines = lines_of(text, (problem.place for problem in found[:6]))
    raise as_error(found, [f"{where}, line {line}" for line in lines])


def _toml(text: str, where: str) -> dict[str, object]:
    if len(text) > MAX_BYTES:
        raise ModelError(f"the text is longer than {MAX_BYTES:,} characters", where=where)
    for number, line in enumerate(text.split("\n"), start=1):
        # The parser's time grows with the cube of the parts of one dotted key.
        if line.count(".") > 100 and re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'', "", line).count(
            "."
        ) > 100:  # fmt: skip
            raise ModelError(
                "more than 100 dots outside quotation marks",
                where=f"{where}, line {number}",
                remedy="break the line",
            )
    try:
        return tomllib.loads(text, parse_float=decimal)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
        what = message[: match.start()] if match else message
        line = match[1] if match and match[1] else str(text.rstrip("\n").count("\n") + 1)
        raise ModelError(
            f"not well-formed: {what[:200]}",
            where=f"{where}, line {line}",
            remedy="texts stand in quotation marks, lists in [ ], each key once in its block",
        ) from None
    except ValueError:  # the parser's only other one
        raise ModelError(
            "a whole number of thousands of digits", where=where, remedy="write a shorter one"
        ) from None
    except RecursionError:
        raise ModelError("lists or blocks inside one another too deep", where=where) from None


def _conflict(value: dict[str, object]) -> Conflict:
    top = Table(value, (), _KEYS)
    version = top.value.get("format", FORMAT)
    if version != FORMAT or isinstance(version, bool):
        raise WrongTable(
            f"this is format {version} of the model file",
            f"this version of firstmove reads format {FORMAT}",
            ("format",),
        )
    options = top.items("option", _option)
    states = top.items("state", _state)
    now = top.value.get("status_quo", {})
    if states:
        status_quo = StatusQuo(
            state=_nfc(Table(now, ("status_quo",), ("state",)).text("state", ""))
        )
    else:
        status_quo = StatusQuo(*_status_quo(now, {o.id for o in options}))
    return Conflict(
        name=top.text("name", ""),
        decision_makers=top.items("decision_maker", _decision_maker),
        options=options,
        impossible=top.items("impossible", _impossible),
        status_quo=status_quo,
        defines=_defines(top.value.get("define", {})),
        open_questions=top.items("open_question", _open_question),
        note=top.text("note", ""),
        states=states,
    )


def _state(value: object, place: Place) -> State:
    table = Table(value, place, ("id", "label"))
    return State(_nfc(table.text("id")), table.text("label", ""))


def _option(value: object, place: Place) -> Option:
    table = Table(value, place, ("id", "owner", "label", "direction", "note", "evidence"))
    return Option(
        id=_nfc(table.text("id")),
        owner=_nfc(table.text("owner")),
        label=table.text("label", ""),
        direction=table.choice("direction", Direction, Direction.BOTH),
        evidence=table.evidence(),
        note=table.text("note", ""),
    )


def _decision_maker(value: object, place: Place) -> DecisionMaker:
    table = Table(
        value,
        place,
        ("id", "name", "want", "ranking", "partial", "payoffs", "unknown", "moves"),
    )
    id_ = _nfc(table.text("id"))
    ranking, gaps = read_ranking(table)
    return DecisionMaker(
        id=id_,
        name=table.text("name", id_),
        wants=table.items("want", _want),
        ranking=ranking,
        gaps=gaps,
        unknown=table.items("unknown", read_pair),
        moves=tuple(move for moves in table.items("moves", read_moves) for move in moves),
        partial=table.flag("partial"),
    )


def _want(value: object, place: Place) -> Want:
    keys = ("condition", "basis", "weight", "strong", "order", "note", "evidence", "against")
    table = Table(value, place, keys)
    return Want(
        condition=table.condition("condition"),
        basis=table.choice("basis", Basis, Basis.ASSUMED),
        evidence=table.evidence(),
        note=table.text("note", ""),
        strong=table.flag("strong"),
        unordered=_unordered(table),
        weight=table.exact("weight"),
        against=table.evidence("against"),
    )


def _unordered(table: Table) -> bool:
    order = table.text("order", "known")
    if order not in ("known", "unknown"):
        raise WrongTable(
            f"“{order}” is not an order",
            'write order = "unknown" where nobody knows whether the want matters more or less than '
            "the one right above it; otherwise leave the key out",
            (*table.place, "order"),
        )
    return order == "unknown"


def _impossible(value: object, place: Place) -> Impossible:
    table = Table(value, place, ("condition", "reason", "evidence"))
    return Impossible(
        condition=table.condition("condition"),
        reason=table.text("reason", ""),
        evidence=table.evidence(),
    )


def _open_question(value: object, place: Place) -> OpenQuestion:
    table = Table(value, place, ("text", "about", "evidence"))
    return OpenQuestion(
        text=table.text("text"), about=table.text("about", ""), evidence=table.evidence()
    )


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _defines(value: object) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    for name, text, place in _flat(value, ("define",), frozenset()):
        if not isinstance(text, str):
            raise WrongTable(
                f"“{name}” is not a condition", 'write deal = "a.sign and b.sign"', place
            )
        found[name] = condition_in(text, place)
    return found


def _status_quo(
    value: object, options: set[str]
) -> tuple[dict[str, bool], dict[str, tuple[Evidence, ...]]]:
    values: dict[str, bool] = {}
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for name, given, place in _flat(value, ("status_quo",), options):
        now = given
        if isinstance(given, dict):
            table = Table(given, place, ("value", "evidence"))
            now = given.get("value")
            evidence[name] = table.evidence()
        if isinstance(now, bool):
            values[name] = now
        elif now != "unknown":
            raise WrongTable(
                f"the status quo of “{name}” is neither true nor false",
                'write true, false or "unknown"',
                place,
            )
        elif name not in options:  # says nothing, but is a slip of the pen all the same
            values[name] = False
    return values, {name: found for name, found in evidence.items() if found}


def _flat(
    value: object, place: Place, leaves: set[str] | frozenset[str], prefix: str = ""
) -> list[tuple[str, object, Place]]:
    """Names with dots, written in quotation marks or not: ``us.sign = true`` nests in TOML."""
    if not isinstance(value, Mapping):
        raise WrongTable(
            "a block of names and values is expected here", f"write [{place[0]}]", place
        )
    found: list[tuple[str, object, Place]] = []
    for key, item in value.items():
        name = _nfc(f"{prefix}{key}")
        if isinstance(item, dict) and name not in leaves and not _is_leaf(item):
            found += _flat(item, place, leaves, f"{name}.")
        else:
            found.append((name, item, (*place, name)))
    return found


def _is_leaf(item: Mapping[str, object]) -> bool:
    return "value" in item and not isinstance(item["value"], dict) and set(item) <= {
        "value", "evidence",
    }  # fmt: skip


__all__ = ["load_model", "parse_model", "read_evidence", "read_text"]
