"""One state from every side: for whom it would hold, coalitions, how it comes about, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from firstmove.views import wording
from firstmove.views.console import Sheet
from firstmove.views.model.graphform import undecided
from firstmove.views.rows import Document, step_rows, verdict_row
from firstmove.views.visible import one_line

if TYPE_CHECKING:
    from firstmove.analysis.about import About
    from firstmove.analysis.verdict import Verdict


def state_document(found: About, limit: int = 100) -> Document:
    """``why --json``. At most ``limit`` improvements of each verdict and verdicts of coalitions."""
    from firstmove.analysis.told import coalition_sentence, condition_text

    conflict = found.analysis.conflict
    names = {maker.id: maker.name for maker in conflict.decision_makers}

    return {
        "model": conflict.name,
        "state": found.state,
        "status_quo": found.now or None,
        "engine": found.analysis.engine,
        "verdicts": [verdict_row(v, conflict, names, limit) for v in found.verdicts],
        "coalitions": [
            {
                "members": [names[member] for member in v.members],
                "concept": v.concept,
                "stable": v.stable,
                "improvements": [
                    {
                        "to": i.to,
                        "path": step_rows(i.path, names),
                        "deterred": i.deterred,
                        "reply": step_rows(i.reply, names),
                        "ends": i.ends,
                    }
                    for i in v.improvements[:limit]
                ],
                "more": max(0, len(v.improvements) - limit),
                "sentence": coalition_sentence(v, conflict),
            }
            for v in found.coalitions[:limit]
        ],
        "comes_about": [
            {
                "by_improvements": way.by_improvements,
                "moves": way.moves_to(found.state),
                "path": step_rows(way.path(found.state), names),
            }
            for way in found.ways
        ],
        "conditions": [
            {
                "decision_maker": names[c.decision_maker],
                "concept": c.concept,
                "clauses": [[list(term) for term in clause] for clause in c.clauses],
                "met": list(c.met),
                "sentence": condition_text(c),
            }
            for c in found.conditions
        ],
        "left_out": [
            *({"what": what, "reason": reason} for what, reason in found.left_out),
            *(
                {
                    "what": f"{u.concept}, {names[u.decision_maker]}",
                    "reason": u.reason,
                }
                for u in found.analysis.undecided
            ),
        ],
    }


def state_terminal(found: About, limit: int, *, width: int = 80, colour: bool = False) -> str:
    """The same as text; at most ``limit`` sentences of coalitions."""
    from firstmove.analysis.told import coalition_sentence, condition_text, evolution_sentence

    conflict = found.analysis.conflict
    sheet = Sheet(width, colour)
    now = " · status quo" if found.state == found.now else ""
    sheet.title(f"{conflict.name or 'Model'} · {found.state}{now}")
    label = next((state.label for state in conflict.states if state.id == found.state), "")
    if label:
        sheet.line(one_line(label))
    sheet.heading("For whom it would hold")
    for maker in conflict.decision_makers:
        mine = [v for v in found.verdicts if v.decision_maker == maker.id]
        if mine:
            sheet.line(one_line(maker.name), style="bold")
        for concepts, stable, because in _grouped(found, mine, maker.name):
            holds = "would hold" if stable else "would not hold"
            sheet.item("·", one_line(f"{holds} under {wording.joined(concepts)}: {because}"))
    undecided(found.analysis, sheet)
    if len(conflict.decision_makers) > 1:
        sheet.heading("Coalitions")
        for verdict in found.coalitions[:limit]:
            sheet.item("·", one_line(coalition_sentence(verdict, conflict)))
        sheet.more(len(found.coalitions) - limit, "sentences: give a higher --limit")
        if not found.coalitions and "coalitions" not in dict(found.left_out):
            sheet.line(
                "No decision makers together could bring about a state each of them prefers."
            )
    if found.ways and not now:
        sheet.heading("How it comes about")
        for way in found.ways:
            sheet.item("·", one_line(evolution_sentence(way, found.state)))
    if found.conditions:
        sheet.heading("What would make it hold")
        for condition in _unique(condition_text(c) for c in found.conditions):
            sheet.item("·", one_line(condition))
    for what, reason in found.left_out:
        sheet.item("!", f"{what[:1].upper()}{what[1:]}: not told, because {reason}.")
    return sheet.text()


def _grouped(
    found: About, verdicts: Sequence[Verdict], name: str
) -> list[tuple[list[str], bool, str]]:
    """Verdicts with the same reason together: (concepts, stable, reason)."""
    from firstmove.analysis import sentence
    from firstmove.analysis.names import written

    groups: dict[tuple[bool, str], list[str]] = {}
    for v in verdicts:
        holds = "would hold" if v.stable else "would not hold"
        head = f"{v.state} {holds} for {name} ({written(v.concept)}): "
        because = sentence(v, found.analysis.conflict).removeprefix(head)
        groups.setdefault((v.stable, because), []).append(written(v.concept))
    return [(concepts, stable, because) for (stable, because), concepts in groups.items()]


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
