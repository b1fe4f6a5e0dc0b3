"""The command that drafts a model from a case, and remembers how it was edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firstmove.cli import output
from firstmove.cli.case import note_moment
from firstmove.cli.editing import drafted_after, in_editor, stamped
from firstmove.cli.shared import AsOf, CaseFile, Json

if TYPE_CHECKING:
    from firstmove.ledger import Ledger


def draft(
    case: CaseFile,
    json: Json = False,
    name: Annotated[str, typer.Option(metavar="TEXT", help="Name of the model.")] = "",
    edit: Annotated[
        bool, typer.Option("--edit", help="Open it in $VISUAL or $EDITOR, and remember the edits.")
    ] = False,
    edited: Annotated[
        Path | None,
        typer.Option(metavar="MODEL", help="Remember a model file that was edited by hand."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="As the reports alone give it, without edits.")
    ] = False,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why it was edited.")
    ] = "the drafted model was edited",
    as_of: AsOf = "",
) -> None:
    """Draft a conflict model from a case: a TOML file made to be edited by hand.

    Every option and want carries the words it stands on; what no report tells is listed. Edits
    are remembered: lines taken out stay out and changed lines stay changed when reports are
    added; what the new reports say on such a line is told. An edit is a decision: see firstmove
    decide CASE list, and undo.

    \b
      firstmove draft talks.case > talks.toml
      firstmove draft talks.case --edited talks.toml
      firstmove draft talks.case --edit
      firstmove draft talks.case --json
    """
    from firstmove.drafting import model_text, remembered
    from firstmove.ledger import Ledger
    from firstmove.views import draft_document, touched_notes

    if (edit or edited) and (as_of or plain or json):
        raise typer.BadParameter("edits are made to the model of now, as TOML", param_hint="--edit")
    if edit and edited:
        raise typer.BadParameter("--edit or --edited, not both", param_hint="--edited")
    called = name or case.stem
    with Ledger.open(case, create=False, note=output.note) as opened:
        moment = opened.moment(as_of) if as_of else None
        found = remembered(opened.view(moment), called)
        last = moment or max((event.number for event in opened.history()), default=0)
        if moment is not None:
            note_moment(opened, moment)
        if edit or edited is not None:
            shown = stamped(model_text(found.draft), last)
            text = _read(edited) if edited is not None else in_editor(shown)
            _remember(opened, text, called, reason)
            return
    drafted = found.plain if plain else found.draft
    if not drafted.conflict.options:
        output.note("warning: no option was found in the reports; the model is empty")
    lines = () if plain else found.lines
    if json:
        event = found.edit.number if found.edit and not plain else None
        output.document(draft_document(drafted, event, lines))
        return
    output.text(stamped(model_text(drafted), last))
    for note in touched_notes(lines):
        output.note(note)


def _read(path: Path) -> str:
    from firstmove.conflict import parse_model
    from firstmove.conflict.text import read_text

    text = read_text(path)
    parse_model(text, where=str(path))
    return text


def _remember(case: Ledger, text: str, name: str, reason: str) -> None:
    """Write down what the edited model is, and the plain draft that it was made from."""
    from firstmove.conflict import dump_model, parse_model
    from firstmove.drafting import draft as make_draft
    from firstmove.drafting import remembered
    from firstmove.ledger import Decision, What
    from firstmove.views import edit_counts

    after = drafted_after(text)
    known = after is not None and any(e.number == after for e in case.history())
    view = case.view(after if known else None)
    before = remembered(view, name)
    if parse_model(text) == before.draft.conflict and before.edit is not None:
        output.note("nothing was changed")
        return
    base = dump_model(make_draft(view, name).conflict)
    case.decide(Decision(What.MODEL, reason, drafted=base, edited=text))
    output.note(edit_counts(remembered(case.view(), name).lines))
