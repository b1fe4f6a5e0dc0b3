"""Commands over report files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firstmove.cli import output
from firstmove.cli.shared import Files, Json, Out, colour, each, read_all, width, write
from firstmove.errors import AnalysisError


def try_(out: Out = Path("brief.html"), json: Json = False) -> None:
    """Run the bundled case, from reports to brief; no network.

    Three short reports of a fictional dispute over a dam: read, merged, drafted, analysed.

    \b
      firstmove try
      firstmove try --out dam.html
    """
    from firstmove.examples import reports

    write_brief(list(reports()), out, json, title="The Sele Dam (bundled example)")


def brief(
    files: Files,
    out: Out = Path("brief.html"),
    json: Json = False,
    title: Annotated[str, typer.Option(metavar="TEXT", help="Heading of the page.")] = "",
) -> None:
    """Read, merge, draft and analyse reports: a summary here and one HTML file.

    \b
      firstmove brief monday.txt tuesday.html
      firstmove brief reports/*.txt --out talks.html --title "Talks in March"
      firstmove brief reports/*.txt --json | jq .what_holds
    """
    write_brief(files, out, json, title)


def write_brief(files: list[Path], out: Path, json: bool, title: str) -> None:
    from firstmove.analysis import analyse
    from firstmove.drafting import draft
    from firstmove.ledger import merge
    from firstmove.views import Brief, brief_document, page, terminal

    readings, failed = read_all(files)
    if not readings:
        raise typer.Exit(1)
    view = merge(readings)
    drafted = draft(view)
    try:
        analysis = analyse(drafted.conflict) if drafted.conflict.options else None
    except AnalysisError as error:
        output.error(error)
        analysis = None
    heading = title or (
        "" if drafted.conflict.options else ", ".join(r.report.name for r in readings)
    )
    made = Brief.of(view, drafted, analysis, title=heading)
    write(out, page(made))
    if json:
        output.document(brief_document(made))
    else:
        output.text(terminal(made, width=width(), colour=colour()))
        output.note(f"The whole brief, with every quotation in its report: {out}")
    raise typer.Exit(1 if failed else 0)


def read(
    files: Files,
    json: Annotated[bool, typer.Option("--json", help="One JSON line for each report.")] = False,
) -> None:
    """Read reports: who said what, of which kind, to whom, on which condition.

    \b
      firstmove read report.txt
      firstmove read reports/*.txt --json > statements.jsonl
    """
    from firstmove.views import reading_document, reading_terminal

    failed = False
    for reading in each(files):
        if reading is None:
            failed = True
        elif json:
            output.document(reading_document(reading))
        else:
            output.text(reading_terminal(reading, width=width(), colour=colour()))
    raise typer.Exit(1 if failed else 0)
