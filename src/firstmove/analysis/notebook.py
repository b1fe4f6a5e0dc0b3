"""An analysis as a small table of HTML, for notebooks."""

from __future__ import annotations

from html import escape

from firstmove.analysis.concepts.evolution import known_status_quo
from firstmove.analysis.names import written
from firstmove.analysis.result import Analysis

SHOWN = 20  # equilibria that the table names


def table(analysis: Analysis) -> str:
    """Which states are equilibria under which concepts, the most concepts first, and who is behind
    each option letter. Counts are exact; at most SHOWN states are named."""
    conflict = analysis.conflict
    held: dict[str, int] = {}
    for key in analysis.concepts:
        for state in analysis.equilibria[key].first(10 * SHOWN):
            if state not in held:
                held[state] = sum(state in analysis.equilibria[k] for k in analysis.concepts)
    states = sorted(held, key=lambda state: -held[state])[:SHOWN]
    now = known_status_quo(conflict)
    head = "".join(
        f"<th>{escape(written(key))} ({analysis.equilibria[key].count:,})</th>"
        for key in analysis.concepts
    )
    rows = [
        f"<tr><td><code>{escape(state)}</code>{' (status quo)' if state == now else ''}</td>"
        + "".join(
            f"<td>{'✓' if state in analysis.equilibria[key] else ''}</td>"
            for key in analysis.concepts
        )
        + "</tr>"
        for state in states
    ]
    owners = {d.id: d.name for d in conflict.decision_makers}
    letters = "".join(
        f"<li>{escape(o.label or o.id)} ({escape(owners.get(o.owner, o.owner))})</li>"
        for o in conflict.options
    ) or "".join(
        f"<li><code>{escape(s.id)}</code> {escape(s.label)}</li>" for s in conflict.states[:SHOWN]
    )
    open_ = "".join(
        f"<li>{escape(written(u.concept))}, {escape(owners.get(u.decision_maker, ''))}: not "
        f"decided: {escape(u.reason)}</li>"
        for u in analysis.undecided
    )
    more = "" if len(held) <= SHOWN else f"<p>{len(held) - SHOWN:,} or more states not shown.</p>"
    return (
        f"<p><b>{escape(conflict.name or 'Conflict')}</b>: {analysis.states:,} possible states, "
        f"{escape(analysis.engine)} engine</p>"
        f"<table><thead><tr><th>state</th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"{more}<ol>{letters}</ol>{f'<ul>{open_}</ul>' if open_ else ''}"
    )
