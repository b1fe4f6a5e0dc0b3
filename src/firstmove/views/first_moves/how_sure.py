"""In how many readings the answer holds, and which statements turn it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from firstmove.views.console import Sheet
from firstmove.views.first_moves.first_move import FirstMove, becomes
from firstmove.views.model.reading_words import what_readings_are
from firstmove.views.rows import Document, bar, evidence_rows, share_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.views.ledger.told import Said

OUTLOOKS = 5  # shown in the terminal; the document has all


def sure_terminal(shown: FirstMove, sheet: Sheet, said: Mapping[str, Said]) -> None:
    """In how many readings the answer holds, and which statements turn it over."""
    if shown.found.total > 1:
        sheet.heading("How sure")
        sheet.line(what_readings_are(shown.found), style="dim")
        for part in shown.parts[:OUTLOOKS]:
            sheet.line(f"{bar(part.share.value)} {part.share.words}", style="bold")
            sheet.line(part.said, indent=2)
        sheet.more(len(shown.parts) - OUTLOOKS, "answers")
        for line in shown.common:
            sheet.item("·", one_line(line))
    if shown.decisive:
        sheet.heading("The words it rests on")
        for one in shown.decisive:
            entry = said.get(one.entry)
            sheet.item(str(entry.number) if entry is not None else "·", one.head, wide=True)
            if entry is not None:
                who = entry.entry.speaker or "speaker not named"
                sheet.line(one_line(f"{who} · {entry.mark}"), indent=4)
            sheet.line(one.said, indent=4, style="dim")
            if one.becomes:
                sheet.line(one_line(f"then mostly: {one.becomes}"), indent=4, style="dim")
        sheet.more(len(shown.decisive_more), "statements")
    if shown.steady:
        sheet.line(shown.steady, style="dim")


def sure_document(shown: FirstMove) -> Document:
    """In how many readings, and on which statements it rests; also part of ``moves --json``."""
    found = shown.found
    names = {maker.id: maker.name for maker in found.conflict.decision_makers}
    return {
        "over_readings": {
            "total": found.total,
            "asked": found.asked,
            "exact": found.exact,
            "share": share_row(found.share),
            "answers": [
                {
                    "opening": outlook.opening.value,
                    "who": [names[id_] for id_ in outlook.who],
                    "said": part.said,
                    "share": share_row(share),
                }
                for (outlook, share), part in zip(found.outlooks, shown.parts, strict=True)
            ],
            "openers": [
                {
                    "decision_maker": names[id_],
                    "opens": share_row(opens),
                    "alone": share_row(alone),
                }
                for id_, opens, alone in found.openers
            ],
            "in_common": list(shown.common),
        },
        "statements": [
            {
                "evidence": evidence_rows(one.source.evidence),
                "wants": [
                    {
                        "decision_maker": names[rest.decision_maker],
                        "condition": str(
                            found.conflict.decision_maker(rest.decision_maker)
                            .wants[rest.want]
                            .condition
                        ),
                        "alone": rest.alone,
                    }
                    for rest in one.source.wants
                ],
                "dropped": share_row(one.dropped),
                "reversed": share_row(one.reversed),
                "turns_over": one.matters,
                "becomes": becomes(one, found.conflict) or None,
            }
            for one in found.turned
        ],
    }
