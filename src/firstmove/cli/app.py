"""The commands, one function each, and how they end: 0 done, 1 error, 2 wrong usage, 130
interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from firstmove import __version__
from firstmove.cli import output
from firstmove.errors import AnalysisError, FirstmoveError
from firstmove.statement import Reading

app = typer.Typer(
    name="firstmove",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""Read reports of a dispute: who said what, on which condition, what would hold.

    Data goes to stdout, progress and warnings to stderr. Exit code 0: done; 1: an error, or a
    file of a batch that could not be read (the rest is done); 2: wrong usage; 130: interrupted.

    \b
    Start with:  firstmove try
    Then:        firstmove brief report1.txt report2.html
    """,
)

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Reports: .txt or .html files.")]
CaseFile = Annotated[Path, typer.Argument(metavar="CASE", help="A case file (SQLite).")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where the HTML page goes.")]
Concepts = Annotated[
    str,
    typer.Option(metavar="LIST", help="Stability concepts, joined by commas."),
]
Limit = Annotated[
    int, typer.Option(min=0, metavar="N", help="States named for each concept; counts are exact.")
]

ALL_CONCEPTS = "nash,gmr,smr,seq,sim"


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        output.text(f"firstmove {__version__}")
        raise typer.Exit


@app.command("try")
def try_(out: Out = Path("brief.html"), json: Json = False) -> None:
    """Run the bundled case, from reports to brief; no network.

    Three short reports of a fictional dispute over a dam: read, merged, drafted, analysed.

    \b
      firstmove try
      firstmove try --out dam.html
    """
    from firstmove.examples import reports

    _brief(list(reports()), out, json, title="The Sele Dam (bundled example)")


@app.command()
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
    _brief(files, out, json, title)


def _brief(files: list[Path], out: Path, json: bool, title: str) -> None:
    from firstmove.analysis import analyse
    from firstmove.drafting import draft
    from firstmove.ledger import merge
    from firstmove.views import Brief, brief_document, page, terminal

    readings, failed = _read(files)
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
    _write(out, page(made))
    if json:
        output.document(brief_document(made))
    else:
        output.text(terminal(made, width=_width(), colour=_colour()))
        output.note(f"The whole brief, with every quotation in its report: {out}")
    raise typer.Exit(1 if failed else 0)


@app.command()
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
    for reading in _each(files):
        if reading is None:
            failed = True
        elif json:
            output.document(reading_document(reading))
        else:
            output.text(reading_terminal(reading, width=_width(), colour=_colour()))
    raise typer.Exit(1 if failed else 0)


@app.command()
def add(case: CaseFile, files: Files, json: Json = False) -> None:
    """Add reports to a case file, and say what changed. The case file is made if it is missing.

    \b
      firstmove add talks.case monday.txt tuesday.html
      firstmove add talks.case wednesday.txt --json
    """
    from firstmove.ledger import Ledger
    from firstmove.views import added_document, added_terminal

    with Ledger.open(case) as ledger:
        readings, failed = _read(files)
        if not readings:
            raise typer.Exit(1)
        added = ledger.add(readings)
        view = ledger.view()
    if json:
        output.document(added_document(added, view))
    else:
        output.text(added_terminal(added, view, width=_width(), colour=_colour()))
    raise typer.Exit(1 if failed else 0)


@app.command()
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
        output.text(ledger_terminal(view, width=_width(), colour=_colour()))


@app.command()
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


@app.command()
def solve(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    json: Json = False,
    concepts: Concepts = ALL_CONCEPTS,
    limit: Limit = 100,
    engine: Annotated[
        str,
        typer.Option(metavar="NAME", help="auto, literal, explicit, cubes, symbolic or sets."),
    ] = "auto",
    seconds: Annotated[
        float | None,
        typer.Option(min=0, metavar="S", help="Stop after S seconds; says what is undecided."),
    ] = None,
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Also what is stable for every coalition.")
    ] = False,
) -> None:
    """Say what would hold in a model, for whom, and why.

    Stopped with ctrl-C, it shows what is decided by then and ends with exit code 130.
    For one state, and for coalitions that leave it, see firstmove why.

    \b
      firstmove solve talks.toml
      firstmove solve talks.toml --concepts nash,seq --limit 10
      firstmove solve elmira.gmcr --json
    """
    from firstmove.analysis import analyse
    from firstmove.analysis import coalition as joint
    from firstmove.analysis.engine import INTERRUPTED
    from firstmove.conflict import load_model
    from firstmove.views import coalitions_terminal, solve_document, solve_terminal

    asked = _asked(concepts)
    conflict = load_model(model)
    with output.solving({d.id: d.name for d in conflict.decision_makers}, quiet=json) as watch:
        analysis = analyse(conflict, asked, engine=engine, limit=seconds, progress=watch)
    found = None
    if coalitions:
        keys = [key for key in asked if key in joint.CONCEPTS] or joint.CONCEPTS
        found = joint.all_coalitions(conflict, keys)
    if json:
        output.document(solve_document(analysis, limit, found))
    else:
        output.text(solve_terminal(analysis, limit, width=_width(), colour=_colour()))
        if found is not None:
            output.text(coalitions_terminal(found, limit, width=_width(), colour=_colour()))
    if any(open_.reason == INTERRUPTED for open_ in analysis.undecided):
        raise typer.Exit(130)


@app.command()
def why(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    state: Annotated[
        str,
        typer.Argument(metavar="STATE", help="As YNNY, or a state's id; else the status quo."),
    ] = "",
    json: Json = False,
    concepts: Concepts = ALL_CONCEPTS,
    limit: Limit = 100,
) -> None:
    """Say everything about one state of a model: for whom it would hold and why, which coalitions
    would leave it, how it comes about, and what would have to be preferred for it to hold.

    \b
      firstmove why talks.toml
      firstmove why elmira.gmcr NYNNY --concepts nash,seq
    """
    from firstmove.analysis.about import about
    from firstmove.conflict import load_model
    from firstmove.views import state_document, state_terminal

    found = about(load_model(model), state, _asked(concepts))
    if json:
        output.document(state_document(found, limit))
    else:
        output.text(state_terminal(found, limit, width=_width(), colour=_colour()))


@app.command()
def moves(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    goal: Annotated[
        str,
        typer.Option(metavar="COND", help="What is to come about, as a condition over options."),
    ] = "",
    concept: Annotated[str, typer.Option(metavar="NAME", help="A stability concept.")] = "seq",
    start: Annotated[
        str, typer.Option(metavar="STATE", help="As YNNY, or a state's id; else the status quo.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Goal states shown.")] = 5,
    tries: Annotated[
        int, typer.Option(min=0, metavar="N", help="Changes tried to make the first step safe.")
    ] = 1000,
    json: Json = False,
) -> None:
    """Say who must move first: why the status quo holds, which ways lead out of it, what each step
    is to the one who makes it, and which changes would make the first step safe.

    Without --goal: to a state that would hold, that every decision maker likes as much as the
    status quo and at least one prefers.

    \b
      firstmove moves talks.toml
      firstmove moves talks.toml --goal "us.talks and ru.talks" --concept nash
    """
    from firstmove.analysis import first_moves
    from firstmove.conflict import load_model
    from firstmove.views import moves_document, moves_terminal

    (asked, *more) = _asked(concept, "--concept")
    if more:
        raise typer.BadParameter("one concept at a time", param_hint="--concept")
    found = first_moves(
        load_model(model),
        goal or None,
        start=start or None,
        concept=asked,
        limit=limit,
        tries=tries,
    )
    if json:
        output.document(moves_document(found))
    else:
        output.text(moves_terminal(found, width=_width(), colour=_colour()))


def _asked(concepts: str, option: str = "--concepts") -> tuple[str, ...]:
    from firstmove.analysis.names import ALLOWED, concept

    asked = tuple(dict.fromkeys(c.strip().lower() for c in concepts.split(",") if c.strip()))
    unknown = [c for c in asked if concept(c) is None]
    if unknown or not asked:
        raise typer.BadParameter(
            f"{output.named(unknown) or 'nothing'}: allowed are {ALLOWED}",
            param_hint=option,
        )
    return asked


def _each(files: list[Path]) -> Iterator[Reading | None]:
    """A reading for each file, or None where it could not be read (said on stderr)."""
    from firstmove.reading import read as read_files

    for path in output.progress(files, "reading", len(files)):
        reading = next(read_files(path, failed=output.error), None)
        for problem in reading.problems if reading else ():
            output.warn(problem)
        yield reading


def _read(files: list[Path]) -> tuple[list[Reading], bool]:
    readings = [r for r in _each(files) if r is not None]
    return readings, len(readings) < len(files)


def _write(path: Path, text: str) -> None:
    """Write the whole file or none of it."""
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise FirstmoveError(
            f"cannot write: {error.strerror}",
            where=str(path),
            remedy="Name another place with --out.",
        ) from error


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def main() -> None:
    """Entry point of the ``firstmove`` command."""
    for stream in (sys.stdout, sys.stderr):
        # Reports hold curly quotes; a terminal of another encoding is no reason to stop.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app(standalone_mode=True)
    except FirstmoveError as error:
        output.error(error)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe has had enough: no error, but Python must not flush into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if "FIRSTMOVE_DEBUG" in os.environ:
            raise
        output.error(
            FirstmoveError(
                f"{type(error).__name__}: {error}",
                where="a fault of firstmove",
                remedy="Set FIRSTMOVE_DEBUG=1 to see where; telling of it helps to mend it.",
            )
        )
        sys.exit(1)
