"""What the analyst decides about a case: one command for each sort of decision."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firstmove.cli import output
from firstmove.cli.case import Reason, Who, show_change
from firstmove.cli.shared import WAIT, CaseFile, Json, Wait, colour, width

if TYPE_CHECKING:
    from firstmove.ledger import Decision, Ledger

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Decide about a case what the program can't know: what is one thing said, what is not.

    A decision changes no report. It is kept with its time and reason, can be withdrawn, and
    stays when reports are added or read anew. ENTRY is its number in the ledger, STATEMENT the
    number of a telling (4.2; see firstmove ledger CASE --ids), or an id or its beginning.

    \b
      firstmove decide talks.case merge 4 7 --reason "one sentence, told in two ways"
      firstmove decide talks.case split 4 4.2 --reason "said a year before"
      firstmove decide talks.case kind 4 THREATEN --reason "an ultimatum"
      firstmove decide talks.case party "Mara Voss" Kessa --reason "its envoy since May"
      firstmove decide talks.case drop 9 --reason "a caption"
      firstmove decide talks.case list
      firstmove decide talks.case undo 6 --reason "they are two after all"
    """,
)
Day = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="In reports of this day or later."),
]
LastDay = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="In reports of this day or before."),
]
Words = Annotated[list[str], typer.Argument(metavar="STATEMENT...")]
Word = Annotated[str, typer.Argument(metavar="STATEMENT")]


@app.callback()
def _case(context: typer.Context, case: CaseFile, wait: Wait = WAIT) -> None:
    context.obj = case, wait


@app.command()
def merge(
    context: typer.Context,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY...")],
    reason: Reason,
    who: Who = "",
    json: Json = False,
) -> None:
    """These entries tell one thing."""
    from firstmove.views.ledger import pointing

    with _open(context) as ledger:
        decision = pointing.merge(ledger.view(), entries, reason, who)
        _decide(ledger, decision, json=json)


@app.command()
def split(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY")],
    statements: Words,
    reason: Reason,
    who: Who = "",
    json: Json = False,
) -> None:
    """These statements tell another thing than the rest of the entry."""
    from firstmove.views.ledger import pointing

    with _open(context) as ledger:
        decision = pointing.split(ledger.view(), entry, statements, reason, who)
        _decide(ledger, decision, json=json)


@app.command()
def kind(
    context: typer.Context,
    statement: Word,
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    reason: Reason,
    who: Who = "",
    json: Json = False,
) -> None:
    """A statement, or all of an entry, is of another kind."""
    from firstmove.views.ledger import pointing

    with _open(context) as ledger:
        decision = pointing.kind(ledger.view(), statement, kind, reason, who)
        _decide(ledger, decision, json=json)


@app.command()
def party(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    party: Annotated[str, typer.Argument(metavar="PARTY")],
    reason: Reason,
    since: Day = None,
    until: LastDay = None,
    who: Who = "",
    json: Json = False,
) -> None:
    """A name, as the reports have it, speaks for a party; for "" nobody knows for whom.

    With days it holds for reports of these days only, and so for none without a day.
    """
    from firstmove.ledger import Decision, What

    with _open(context) as ledger:
        decision = Decision(
            What.PARTY,
            reason,
            who,
            name=name,
            value=party,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
        _decide(ledger, decision, json=json)


@app.command()
def aliases(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="TOML; without it the names are shown.")
    ] = None,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Of rows that give none.")
    ] = "from the file of names",
    who: Who = "",
    json: Json = False,
) -> None:
    """Names and their parties, all in one TOML file: the case then has these and no others.

    \b
      firstmove decide talks.case aliases > names.toml
      firstmove decide talks.case aliases names.toml
    """
    from firstmove.ledger.parties.aliases import aliases_text, changed_by, read_aliases

    with _open(context) as ledger:
        view = ledger.view()
        if file is None:
            output.text(aliases_text(view))
            return
        decisions = changed_by(view, read_aliases(file, reason, who), f"not in {file.name}", who)
        _decide(ledger, *decisions, json=json)


@app.command()
def drop(
    context: typer.Context,
    statements: Words,
    reason: Reason,
    who: Who = "",
    json: Json = False,
) -> None:
    """What was read here, a statement or all of an entry, is no statement."""
    from firstmove.views.ledger import pointing

    with _open(context) as ledger:
        decision = pointing.drop(ledger.view(), statements, reason, who)
        _decide(ledger, decision, json=json)


@app.command()
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1)],
    reason: Reason,
    who: Who = "",
    json: Json = False,
) -> None:
    """Withdraw a decision, a retraction or a replacement. An undo can be undone as well."""
    from firstmove.ledger import Decision, What

    with _open(context) as ledger:
        _decide(ledger, Decision(What.UNDO, reason, who, withdraws=number), json=json)


@app.command("list")
def list_(context: typer.Context, json: Json = False) -> None:
    """Every decision with its number, and whether it is in force."""
    from firstmove.views import decisions_document, decisions_terminal

    with _open(context) as ledger:
        view = ledger.outline()
    if json:
        output.document(decisions_document(view))
    else:
        output.text(decisions_terminal(view, width=width(), colour=colour()))


def _open(context: typer.Context) -> Ledger:
    from firstmove.ledger import Ledger

    case, wait = context.obj
    return Ledger.open(case, create=False, wait=wait, note=output.note)


def _decide(ledger: Ledger, *decisions: Decision, json: bool) -> None:
    show_change(ledger, lambda: ledger.decide(*decisions), json=json)
