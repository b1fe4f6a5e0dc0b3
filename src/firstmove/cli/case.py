"""Commands over a case file."""

from __future__ import annotations

from typing import Annotated

import typer

from firstmove.cli import output
from firstmove.cli.shared import CaseFile, Files, Json, colour, read_all, width


def add(case: CaseFile, files: Files, json: Json = False) -> None:
    """Add reports to a case file, and say what changed. The case file is made if it is missing.

    \b
      firstmove add talks.case monday.txt tuesday.html
      firstmove add talks.case wednesday.txt --json
    """
    from firstmove.ledger import Ledger
    from firstmove.views import added_document, added_terminal

    with Ledger.open(case) as ledger:
        readings, failed = read_all(files)
        if not readings:
            raise typer.Exit(1)
        added = ledger.add(readings)
        view = ledger.view()
    if json:
        output.document(added_document(added, view))
    else:
        output.text(added_terminal(added, view, width=width(), colour=colour()))
    raise typer.Exit(1 if failed else 0)


def ledger(case: CaseFile, json: Json = False) -> None:
    """Show the entries of a case: where reports agree, only one tells, or they differ.

    \b
      firstmove ledger talks.case
      firstmove ledger talks.case --json | jq '.entries[] | select(.relation == "differ")'
    """
    from firstmove.ledger import Ledger
    from firstmove.views import ledger_document, ledger_terminal

    with Ledger.open(case, create=False) as opened:
        view = opened.view()
    if json:
        output.document(ledger_document(view))
    else:
        output.text(ledger_terminal(view, width=width(), colour=colour()))


def draft(
    case: CaseFile,
    json: Json = False,
    name: Annotated[str, typer.Option(metavar="TEXT", help="Name of the model.")] = "",
) -> None:
    """Draft a conflict model from a case: a TOML file made to be edited by hand.

    Every option and want carries the words it stands on; what no report tells is listed.

    \b
      firstmove draft talks.case > talks.toml
      firstmove draft talks.case --json
    """
    from firstmove.conflict import dump_model
    from firstmove.drafting import draft as make_draft
    from firstmove.ledger import Ledger
    from firstmove.views import draft_document

    with Ledger.open(case, create=False) as opened:
        drafted = make_draft(opened.view(), name or case.stem)
    if not drafted.conflict.options:
        output.note("warning: no option was found in the reports; the model is empty")
    if json:
        output.document(draft_document(drafted))
    else:
        output.text(dump_model(drafted.conflict))
