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


Goal = Annotated[
    str,
    typer.Option(metavar="COND", help="What is to come about, as a condition over option ids."),
]


def brief(
    files: Files,
    out: Out = Path("brief.html"),
    json: Json = False,
    title: Annotated[str, typer.Option(metavar="TEXT", help="Heading of the page.")] = "",
    goal: Goal = "",
) -> None:
    """Read, merge, draft and analyse reports: who would have to move first, in how many readings,
    and on which words that rests. A summary here and one HTML file.

    Without --goal: to a state that would hold, that every party likes as much as the status quo
    and at least one prefers, such that no other of them is better for one and worse for none. The
    ids of options stand in the JSON, under draft.

    \b
      firstmove brief monday.txt tuesday.html
      firstmove brief reports/*.txt --out talks.html --title "Talks in March"
      firstmove brief reports/*.txt --json | jq .first_move.answer
      firstmove brief reports/*.txt --goal "us.talks and ru.talks"
    """
    write_brief(files, out, json, title, goal)


def write_brief(files: list[Path], out: Path, json: bool, title: str, goal: str = "") -> None:
    from firstmove.analysis import analyse, first_answer
    from firstmove.drafting import draft
    from firstmove.ledger import merge
    from firstmove.views import Brief, brief_document, no_dispute_words, page, terminal

    readings, failed = read_all(files)
    if not readings:
        raise typer.Exit(1)
    view = merge(readings)
    drafted = draft(view)
    conflict = drafted.conflict
    first = None
    no_first = ""
    try:
        analysis = analyse(conflict) if conflict.options else None
    except AnalysisError as error:
        output.error(error)
        analysis = None
    asked = bool(conflict.options) and (bool(goal) or not no_dispute_words(conflict))
    try:
        if asked:
            with output.counting("who must move first") as told:
                first = first_answer(
                    conflict, goal or None, best=True, untold=True, tries=200, progress=told
                )
        elif goal and not conflict.options:
            no_first = "No option was found in the reports, so the goal was not asked about."
    except AnalysisError as error:
        if goal:
            raise
        no_first = f"Who must move first is not told: {error.what}."
    heading = title or ("" if conflict.options else ", ".join(r.report.name for r in readings))
    made = Brief.of(view, drafted, analysis, title=heading, first=first, no_first=no_first)
    write(out, page(made))
    if json:
        output.document(brief_document(made))
    else:
        output.text(terminal(made, width=width(), colour=colour()))
        output.note(f"The whole brief, with every quotation in its report: {out}")
    if first is not None and first.interrupted:
        raise typer.Exit(130)
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
