"""Who must move first, put into rows and sentences that can be shown, and shown in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstmove.conflict.model import Conflict, Evidence
from firstmove.views import first_words as words
from firstmove.views.console import Sheet
from firstmove.views.rows import Document, evidence_rows, share_row
from firstmove.views.visible import one_line
from firstmove.views.ways_picture import SIGNS, Picture, picture
from firstmove.views.wording import count, joined, plain, readable

if TYPE_CHECKING:
    from firstmove.analysis.first_answer import FirstAnswer, Turned
    from firstmove.analysis.moves_result import Path
    from firstmove.analysis.sureness import Share

LEVERS = 8
DECISIVE = 6
GROUPS = 4
OUTLOOKS = 5
BAR = 30  # letters of the bar in a terminal


@dataclass(frozen=True, slots=True)
class LeverRow:
    """One or two changes, and what would then be so."""

    changes: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the readings, and the answer in them. ``answer``: the one that is told above."""

    said: str
    share: Share
    answer: bool


@dataclass(frozen=True, slots=True)
class Decisive:
    """A statement that the answer turns over with, if it is false or misread.

    ``wants``: what rests on it alone, by whom. ``becomes``: the answer that it turns to.
    """

    evidence: tuple[Evidence, ...]
    wants: tuple[tuple[str, str], ...]
    dropped: Share
    reversed: Share
    becomes: str

    @property
    def entry(self) -> str:
        return next((one.entry for one in self.evidence if one.entry), "")

    @property
    def said(self) -> str:
        """In how many readings it turns over, in one line."""
        told = []
        if self.dropped.held:
            told.append(f"in {self.dropped.words} if it was not said")
        if self.reversed.held:
            told.append(f"in {self.reversed.words} if the contrary is meant")
        return f"turns over {joined(told)}"


@dataclass(frozen=True, slots=True)
class FirstMove:
    """All of the answer that is shown."""

    found: FirstAnswer
    sentences: tuple[str, ...]
    picture: Picture | None
    levers: tuple[LeverRow, ...]
    levers_more: int
    levers_note: str
    parts: tuple[Part, ...]
    common: tuple[str, ...]
    decisive: tuple[Decisive, ...]
    decisive_more: int
    limits: tuple[str, ...]

    @property
    def lede(self) -> str:
        """The answer in the few sentences that a reader should see first."""
        return " ".join(self.sentences)


def first_move_of(found: FirstAnswer) -> FirstMove:
    decisive = tuple(_decisive(one, found.conflict) for one in found.decisive)
    quotes = [one_line(d.evidence[0].quote) if d.evidence else d.wants[0][1] for d in decisive]
    rests = words.rests(found, [quote for quote in quotes if quote])
    levers = found.moves.levers
    rows = _levers(found)
    return FirstMove(
        found=found,
        sentences=(*words.sentences(found), *([rests] if rests else [])),
        picture=picture(found),
        levers=rows[:LEVERS],
        levers_more=len(rows) - len(rows[:LEVERS]),
        levers_note=_tried(found) if levers is not None else "",
        parts=_parts(found),
        common=_common(found),
        decisive=decisive[:DECISIVE],
        decisive_more=len(decisive) - len(decisive[:DECISIVE]),
        limits=_limits(found),
    )


def _levers(found: FirstAnswer) -> tuple[LeverRow, ...]:
    from firstmove.analysis.moves_words import lever_sentence

    levers = found.moves.levers
    rows = []
    for lever in levers.found if levers is not None else ():
        whole = lever_sentence(lever, found.moves)
        changes = tuple(one.said for one in lever.changes)
        rows.append(LeverRow(changes, whole.removeprefix(f"{'; and '.join(changes)}. ")))
    return tuple(rows)


def _tried(found: FirstAnswer) -> str:
    from firstmove.analysis.moves_words import levers_tried

    levers = found.moves.levers
    assert levers is not None
    note = levers_tried(levers)
    if levers.singles and not levers.found:
        note = f"No change that was tried would do it. {note}"
    return note


def _parts(found: FirstAnswer) -> tuple[Part, ...]:
    told = [
        Part(words.outlook(outlook, found.conflict), share, nth == 0)
        for nth, (outlook, share) in enumerate(found.outlooks)
    ]
    return tuple(told)


def _common(found: FirstAnswer) -> tuple[str, ...]:
    if found.groups is None:
        return ()
    told = [
        words.group_words(
            group, found.conflict, holds="This answer holds", fails="Another answer holds"
        )
        for group in found.groups.groups[:GROUPS]
    ]
    if left := found.groups.undecided:
        told.append(
            f"{count(left, 'reading')} of those asked {'is' if left == 1 else 'are'} decided by no "
            f"{count(found.groups.most_fixed, 'answer')} in common."
        )
    return tuple(told)


def _decisive(one: Turned, conflict: Conflict) -> Decisive:
    wants = []
    for rest in one.source.wants:
        if rest.alone:
            maker = conflict.decision_maker(rest.decision_maker)
            condition = maker.wants[rest.want].condition
            wants.append((maker.name, plain(readable(condition, conflict))))
    return Decisive(
        one.source.evidence,
        tuple(wants),
        one.dropped,
        one.reversed,
        words.outlook(one.becomes, conflict) if one.becomes is not None else "",
    )


def _limits(found: FirstAnswer) -> tuple[str, ...]:
    told = []
    if found.assumed:
        labels = [f"‘{found.conflict.option(id_).label or id_}’" for id_ in found.assumed[:4]]
        if more := len(found.assumed) - len(labels):
            labels.append(count(more, "more option"))
        told.append(
            f"No report tells whether {joined(labels, 'or')} is taken now: the answer starts from "
            "a state in which it is not."
        )
    if not found.known:
        told.append(
            "The ways shown are those of one reading, the nearest to the draft, of those in which "
            "the answer holds; what a step is to its mover is counted over all that were asked."
        )
    told += [f"Not told: {reason}." for reason in found.left_out]
    return tuple(told)


def first_move_terminal(shown: FirstMove, sheet: Sheet, numbers: Mapping[str, int]) -> None:
    """The answer, the ways out, how sure, the decisive statements and the levers.

    ``numbers``: the number that an entry goes by.
    """
    found = shown.found
    sheet.heading("Who must move first")
    sheet.line(shown.lede)
    _ways(shown, sheet)
    if found.total > 1:
        sheet.heading("How sure")
        for part in shown.parts[:OUTLOOKS]:
            sheet.line(f"{_bar(part.share.value)} {part.share.words}", style="bold")
            sheet.line(part.said, indent=2)
        sheet.more(len(shown.parts) - OUTLOOKS, "answers")
        for line in shown.common:
            sheet.item("·", one_line(line))
    if shown.decisive:
        sheet.heading("The answer turns over with")
        for one in shown.decisive:
            said = numbers.get(one.entry)
            quote = one_line(one.evidence[0].quote) if one.evidence else ""
            head = f"“{quote}”" if quote else f"{one.wants[0][0]} wants {one.wants[0][1]}"
            sheet.item(str(said) if said else "·", head, wide=True)
            sheet.line(one.said, indent=4, style="dim")
        sheet.more(shown.decisive_more, "statements")
    if shown.levers or shown.levers_note:
        sheet.heading("What would make the first step safe")
        for row in shown.levers:
            sheet.item("·", one_line(f"{'; and '.join(row.changes)}. {row.then}"))
        sheet.more(shown.levers_more, "changes")
        sheet.line(one_line(shown.levers_note), style="dim")
    if shown.limits:
        sheet.line(f"Limits of this answer. {' '.join(map(one_line, shown.limits))}", style="dim")


def _bar(value: float) -> str:
    full = round(BAR * value)
    if value > 0:
        full = max(1, full)
    if value < 1:
        full = min(BAR - 1, full)
    return "█" * full + "░" * (BAR - full)


def _ways(shown: FirstMove, sheet: Sheet) -> None:
    found = shown.found
    moves, told = found.moves, {share.step: share for share in found.steps}
    openers = words.openers(found)
    for opener in openers[: words.PATHS]:
        who = moves.conflict.decision_maker(opener.decision_maker).name
        sheet.line(f"If {one_line(who)} moves first", style="bold underline")
        for nth, step in enumerate(opener.path.steps, 1):
            mover = moves.conflict.decision_maker(step.mover).name
            does = words.change_words(moves.conflict, step.before, step.after)
            share = told.get(step)
            effect = share.shares[0][0].value if share else step.effect.value
            sheet.item(f"{nth}.", one_line(f"{mover} {does}"), indent=2, wide=True)
            sheet.line(
                one_line(
                    f"{SIGNS[effect]} {words.effect_words(share, step)} · "
                    f"{words.keeping_words(step, moves.conflict)}"
                ),
                indent=6,
                style="dim",
            )
    sheet.more(len(openers) - words.PATHS, "decision makers that could open a way")


def first_move_document(shown: FirstMove) -> Document:
    """``first_move`` of the brief's JSON."""
    from firstmove.views.moves import moves_document

    found = shown.found
    names = {maker.id: maker.name for maker in found.conflict.decision_makers}
    return {
        "answer": list(shown.sentences),
        "concept": found.moves.concept,
        "goal": str(found.moves.goal) if found.moves.goal is not None else None,
        "goal_words": words.goal_words(found.moves),
        "opening": found.outlook.opening.value,
        "who": [names[id_] for id_ in found.outlook.who],
        "status_quo_holds": share_row(found.holds_now),
        "readings": {
            "total": found.total,
            "asked": found.asked,
            "exact": found.exact,
            "share": share_row(found.share),
            "answers": [
                {
                    "opening": outlook.opening.value,
                    "who": [names[id_] for id_ in outlook.who],
                    "status_quo_holds": outlook.holds_now,
                    "said": part.said,
                    "share": share_row(share),
                }
                for (outlook, share), part in zip(found.outlooks, shown.parts, strict=True)
            ],
            "in_common": list(shown.common),
        },
        "ways": [
            {
                "opener": names[o.decision_maker],
                "until": o.until or None,
                "steps": _steps(o.path, shown),
            }
            for o in words.openers(found)
        ],
        "levers": [{"changes": list(r.changes), "then": r.then} for r in _levers(found)],
        "levers_tried": shown.levers_note or None,
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
                "becomes": words.outlook(one.becomes, found.conflict) if one.becomes else None,
            }
            for one in found.turned
        ],
        "limits": list(shown.limits),
        "moves": moves_document(found.moves),
    }


def _steps(path: Path, shown: FirstMove) -> list[Document]:
    found = shown.found
    told = {share.step: share for share in found.steps}
    conflict = found.conflict
    return [
        {
            "mover": conflict.decision_maker(step.mover).name,
            "before": step.before,
            "after": step.after,
            "does": words.change_words(conflict, step.before, step.after),
            "effect": step.effect.value,
            "effects": {effect.value: n for effect, n in told[step].shares} if step in told else {},
            "keeping": step.keeping.value,
            "keeping_words": words.keeping_words(step, conflict),
        }
        for step in path.steps
    ]
