"""One thing said, in a terminal: who, what, on which condition, and on what its tellings differ."""

from __future__ import annotations

from firstmove.statement import Quotation, Statement
from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.ledger.told import Said
from firstmove.views.visible import one_line


def say(sheet: Sheet, said: Said) -> None:
    """One thing said, in two to four lines; shared with the listing of a ledger."""
    statement = said.lead.statement
    sheet.item(f"{said.number or '·'}", f"{headline(said)} · {said.mark}", style="bold", wide=True)
    sheet.line(quoted(statement), indent=4)
    conditions(sheet, statement)
    if said.origins:
        sheet.line(said.origins, indent=4, style="dim")
    for line in said.decided:
        sheet.line(one_line(line), indent=4, style="dim")


def points(sheet: Sheet, said: Said) -> None:
    """On what the tellings of one thing said differ, in the words of each."""
    for point in said.points:
        sheet.line(f"told differently on {one_line(point.field)}:", indent=4)
        for by, span in point.sides:
            sheet.item(by.letter, f"“{one_line(span.quote)}”", indent=6)


def headline(said: Said) -> str:
    """Speaker, kind and target of one thing said."""
    statement = said.lead.statement
    target = said.entry.target
    if not target and statement.target is not None:
        target = statement.target.name or statement.target.span.quote
    speaker = one_line(said.entry.speaker or "speaker not named")
    head = f"{speaker} · {wording.KINDS[said.entry.kind]}"
    return f"{head}{f' → {one_line(target)}' if target else ''}{marks(statement)}"


def marks(statement: Statement) -> str:
    """How far its kind holds: " (future, negated)"; empty where there is nothing to say."""
    words = [word for word in (wording.MODALITIES[statement.modality],) if word]
    words += ["negated"] if statement.negated else []
    words += ["kind unsure"] if statement.kind_unsure else []
    return f" ({', '.join(words)})" if words else ""


def conditions(sheet: Sheet, statement: Statement) -> None:
    """The condition a statement is made on, and further ones, a line each."""
    if (condition := statement.condition) is not None:
        mark = wording.condition_mark(condition.kind, condition.span.quote)
        sheet.line(f"{mark}: {one_line(condition.span.quote)}", indent=4, style="italic")
        for further in condition.also:
            sheet.line(f"and: {one_line(further.quote)}", indent=4, style="italic")


def quoted(statement: Statement) -> str:
    """The words: in quotation marks where the speaker's own, otherwise after a dash."""
    words = [one_line(span.quote) for span in statement.content]
    if statement.quotation is Quotation.DIRECT:
        bare = not words[0].startswith(("“", '"', "«", "„"))
        return " … ".join(f"“{w}”" if bare else w for w in words)
    lead = f"{one_line(statement.lead_in.quote)}: " if statement.lead_in else ""
    return f"– {lead}{' … '.join(words)}"
