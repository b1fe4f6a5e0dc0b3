"""In how many readings of a model what holds, and what decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.model.reading_words import (
    fixed_words,
    group_words,
    undecided_words,
    want_words,
)
from firstmove.views.rows import Document, bar, share_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis.over_readings.sureness import Readings
    from firstmove.analysis.shares import Fixed, Group, Turn

GROUPS = 6
SPLITS = 8
TURNS = 8


def readings_terminal(found: Readings, limit: int, *, width: int = 80, colour: bool = False) -> str:
    """How many readings there are, then concept by concept; at most ``limit`` states of each."""
    conflict = found.conflict
    sheet = Sheet(width, colour)
    sheet.title(f"{conflict.name or 'Model'} · readings")
    sheet.line(f"{how_many(found)}.")
    if found.state:
        sheet.line(f"Asked about the state {found.state}.", style="dim")
    for concept in found.concepts:
        sheet.heading(wording.concept(concept).name)
        if found.state:
            share = found.share(concept)
            sheet.line(f"{bar(share.value)} {share.words}", style="bold")
            sheet.line(f"{found.state} would hold", indent=2)
            _decides(found, concept, sheet)
        count = found.count(concept)
        some = wording.count(count, "state") if count else "No state"
        sheet.line(f"{some} would hold in some reading{':' if count and limit else '.'}")
        for one in found.holding(concept, limit) if limit else ():
            sheet.line(f"{one.state}  {one.share}", indent=2)
        sheet.more(count - limit if limit else 0, "states")
    return sheet.text()


def how_many(found: Readings) -> str:
    """“16 readings, all of them solved”."""
    total = wording.count(found.total, "reading")
    if found.exact:
        return f"{total}, {'all of them ' if found.total > 1 else ''}solved"
    solved = wording.number(found.solved)
    if found.interrupted:
        return f"{total}, of which {solved} were solved when it was interrupted"
    return f"{total}, of which a stratified sample of {solved} was solved (seed {found.seed})"


def _decides(found: Readings, concept: str, sheet: Sheet) -> None:
    share = found.share(concept)
    if not 0 < share.held < share.of:
        return
    groups = found.groups(concept)
    for group in groups.groups[:GROUPS]:
        sheet.item("·", one_line(_group(group, found)), indent=2)
    if groups.undecided:
        sheet.item("·", undecided_words(groups), indent=2)
    splits = found.splits(concept)
    for split in splits[:SPLITS]:
        yes, no = (fixed_words(split.unknown, v, found.conflict) for v in (True, False))
        line = f"{split.yes} where {yes}; {split.no} where {no}"
        sheet.item("–", one_line(line), indent=2)
    sheet.more(len(splits) - SPLITS, "questions")
    turning = [turn for turn in found.turns(concept) if turn.matters]
    for turn in turning[:TURNS]:
        sheet.item("!", one_line(_turn(turn, found)), indent=2)
    sheet.more(len(turning) - TURNS, "wants")


def _group(group: Group, found: Readings) -> str:
    return group_words(group, found.conflict, holds="Would hold", fails="Would not hold")


def _turn(turn: Turn, found: Readings) -> str:
    who = found.conflict.decision_maker(turn.decision_maker).name
    return (
        f"{who} wants {want_words(turn.condition, found.conflict)} ({turn.basis.value}): without "
        f"it the verdict turns over in {turn.dropped.words}, with its contrary in "
        f"{turn.reversed.words}."
    )


def readings_document(found: Readings, limit: int) -> Document:
    """``readings --json``."""
    names = {maker.id: maker.name for maker in found.conflict.decision_makers}

    def fixed(one: Fixed) -> Document:
        unknown = one.unknown
        return {
            "decision_maker": names[unknown.decision_maker],
            "condition": str(unknown.condition),
            "above": str(unknown.other_condition) if unknown.other_condition is not None else None,
            "value": one.value,
            "said": fixed_words(unknown, one.value, found.conflict),
        }

    def told(concept: str) -> Document:
        document: Document = {
            "count": found.count(concept),
            "states": [
                {"state": one.state, "share": share_row(one.share)}
                for one in (found.holding(concept, limit) if limit else ())
            ],
        }
        if not found.state:
            nothing: Document = {"groups": [], "undecided": 0, "splits": [], "turns": []}
            return document | {"share": None} | nothing
        groups = found.groups(concept)
        return document | {
            "share": share_row(found.share(concept)),
            "groups": [
                {
                    "holds": group.holds,
                    "readings": group.readings,
                    "in_common": [fixed(one) for one in group.fixed],
                    "said": _group(group, found),
                }
                for group in groups.groups
            ],
            "undecided": groups.undecided,
            "splits": [
                {
                    "decision_maker": names[split.unknown.decision_maker],
                    "yes": fixed_words(split.unknown, True, found.conflict),
                    "no": fixed_words(split.unknown, False, found.conflict),
                    "share_yes": share_row(split.yes),
                    "share_no": share_row(split.no),
                }
                for split in found.splits(concept)
            ],
            "turns": [
                {
                    "decision_maker": names[turn.decision_maker],
                    "condition": str(turn.condition),
                    "basis": turn.basis.value,
                    "dropped": share_row(turn.dropped),
                    "reversed": share_row(turn.reversed),
                }
                for turn in found.turns(concept)
            ],
        }

    return {
        "model": found.conflict.name,
        "readings": found.total,
        "solved": found.solved,
        "exact": found.exact,
        "interrupted": found.interrupted,
        "seed": found.seed,
        "state": found.state or None,
        "concepts": {concept: told(concept) for concept in found.concepts},
        "seconds": found.seconds,
    }
