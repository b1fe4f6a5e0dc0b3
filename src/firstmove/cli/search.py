"""Searching a case file, and what narrows it to a part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from firstmove.cli import output
from firstmove.cli.shared import CaseFile, Json, colour, width

if TYPE_CHECKING:
    from firstmove.ledger import Ledger
    from firstmove.ledger.case.asked import Asked

MOST = 1_000_000  # places shown

OfParty = Annotated[str, typer.Option("--party", metavar="NAME", help="Only of this party.")]
OfKind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="Only of this kind, such as REJECT.")
]
OfRelation = Annotated[
    str,
    typer.Option("--relation", metavar="RELATION", help="Only agree, only_one, differ or update."),
]
OfReport = Annotated[
    str,
    typer.Option("--report", metavar="REPORT", help="Only told by this report: letter, name, id."),
]


def search(
    case: CaseFile,
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="All have to be there.")],
    party: OfParty = "",
    kind: OfKind = "",
    report: OfReport = "",
    reports: Annotated[
        bool, typer.Option("--reports", help="Every sentence of the reports, not statements only.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Places shown.")] = 20,
    json: Json = False,
) -> None:
    """Search the statements of a case: what is said, and the names of who says it to whom.

    All words have to be there, in any order; other forms of a word count, and case and accents do
    not. A phrase stands in quotation marks, a star ends the beginning of a word.

    \b
      firstmove search talks.case bridge toll
      firstmove search talks.case "first step" --party Velmark --kind REJECT
      firstmove search talks.case "insp*" --reports --json
    """
    from firstmove.ledger import Ledger
    from firstmove.views.ledger.searching import found_document, found_terminal

    if reports and (party or kind):
        raise typer.BadParameter(
            "sentences of reports have no party or kind", param_hint="--reports"
        )
    asked = asked_for(party=party, kind=kind, report=report)
    with Ledger.open(case, create=False, note=output.note) as opened:
        found = opened.search(words, pointed(opened, asked), reports=reports, limit=limit)
    if json:
        output.document(found_document(found))
    else:
        output.text(found_terminal(found, width=width(), colour=colour()))


def asked_for(*, party: str = "", kind: str = "", relation: str = "", report: str = "") -> Asked:
    """What is asked for, the names of kinds and relations in any case; wrong ones are told."""
    from firstmove.ledger import Relation
    from firstmove.ledger.case.asked import Asked
    from firstmove.statement import Kind

    kinds = {k.value: k for k in Kind}
    relations = {r.value: r for r in Relation}
    if kind and kind.upper() not in kinds:
        raise typer.BadParameter(f"{kind}: allowed are {', '.join(kinds)}", param_hint="--kind")
    if relation and relation.lower() not in relations:
        raise typer.BadParameter(
            f"{relation}: allowed are {', '.join(relations)}", param_hint="--relation"
        )
    return Asked(
        party,
        kinds[kind.upper()] if kind else None,
        relations[relation.lower()] if relation else None,
        report,
    )


def pointed(ledger: Ledger, asked: Asked, moment: int | None = None) -> Asked:
    """What is asked for, the report by its id: its letter is that of the ledger of the moment."""
    if not asked.report:
        return asked
    from firstmove.views import report_at

    view = ledger.outline() if moment is None else ledger.view(moment)
    return replace(asked, report=report_at(view, asked.report).id)
