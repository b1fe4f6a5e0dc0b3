"""The command that writes a case in the forms of other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from firstmove.cli import output
from firstmove.cli.shared import CaseFile, replacing
from firstmove.errors import FirstmoveError

Lines = Callable[..., Iterable[str]]


class Form(StrEnum):
    PLOVER = "plover"
    POLECAT = "polecat"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def export(
    case: CaseFile,
    form: Annotated[Form, typer.Option("--as", help="The form to write.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="A file, else stdout.")
    ] = None,
    party: Annotated[str, typer.Option(metavar="NAME", help="Entries of one party only.")] = "",
    without_text: Annotated[
        bool,
        typer.Option("--without-text", help="No words of reports: places and hashes instead."),
    ] = False,
) -> None:
    """Write a case in the form of another program.

    \b
    plover   events as PLOVER JSON, one a line: each entry once, and the outlets' own
    polecat  events in POLECAT's 40 columns; with --out additions go into a second file
    csv      each telling of each entry, a row each; no cell is run as a formula
    jsonl    each statement as a W3C Web Annotation, one a line
    parquet  the rows of csv; needs firstmove[parquet] and --out

    \b
      firstmove export talks.case --as csv --out talks.csv
      firstmove export talks.case --as plover --without-text > events.jsonl
    """
    from firstmove.ledger import Ledger
    from firstmove.views import export as forms

    if form is Form.PARQUET and out is None:
        raise typer.BadParameter("a Parquet file needs a place: --out FILE", param_hint="--out")
    with Ledger.open(case, create=False, note=output.note) as opened:
        view = opened.view()
    forms.of_party(view, party)  # before anything is written
    text = not without_text
    if form is Form.PARQUET:
        assert out is not None
        with replacing(out) as partial:
            forms.parquet(view, partial, party=party, text=text)
        return
    lines: dict[Form, Lines] = {
        Form.PLOVER: forms.plover,
        Form.POLECAT: forms.polecat,
        Form.CSV: forms.csv_lines,
        Form.JSONL: forms.web_annotations,
    }
    _written(lines[form](view, party=party, text=text), out)
    if form is Form.POLECAT and out is not None:
        beside = out.with_name(f"{out.stem}.additions{out.suffix}")
        _written(forms.polecat_additions(view, party=party, text=text), beside)
        output.note(f"What POLECAT has no column for: {beside}")
    if form in (Form.PLOVER, Form.POLECAT):
        found = forms.left_out(view, party)
        if found.own_kind:
            output.note(
                f"Left out: {found.own_kind} entries that warn, assess or state, for which PLOVER "
                "has no type. They are in --as csv and --as jsonl."
            )
        if found.nobody:
            output.note(f"Left out: {found.nobody} entries without a known actor.")


def _written(lines: Iterable[str], out: Path | None) -> None:
    if out is None:
        from firstmove.views.visible import visible

        # What a report holds must not steer a terminal; a file or pipe gets it as it is.
        shown = visible if sys.stdout.isatty() else str
        for line in lines:
            sys.stdout.write(shown(line))
        return
    with replacing(out) as partial, partial.open("w", encoding="utf-8", newline="") as stream:
        try:
            stream.writelines(lines)
        except UnicodeEncodeError as error:
            raise FirstmoveError(f"a text can't be written as UTF-8: {error.reason}") from error
