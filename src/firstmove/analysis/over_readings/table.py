"""What readings say, as a table of text and of HTML: fixed templates and counts, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from firstmove.analysis.names import written
from firstmove.analysis.sureness import Group, Readings, Turn

STATES = 10  # named of each concept
SHOWN = 12  # unknowns and wants named


def text(found: Readings) -> str:
    """A few blocks of lines: how many readings, what holds in how many, what decides it."""
    lines = [f"{found.conflict.name or 'Conflict'}: {_how_many(found)}"]
    for title, rows in _blocks(found):
        lines += ["", title, *(f"  {'  '.join(row)}" for row in _padded(rows))]
    return "\n".join(lines)


def html(found: Readings) -> str:
    """The same for a notebook; every text is escaped."""
    parts = [
        f"<p><b>{escape(found.conflict.name or 'Conflict')}</b>: {escape(_how_many(found))}</p>"
    ]
    for title, rows in _blocks(found):
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        parts.append(f"<table><caption>{escape(title)}</caption><tbody>{body}</tbody></table>")
    return "".join(parts)


def _how_many(found: Readings) -> str:
    if found.exact:
        return (
            f"{found.total:,} readings, all solved" if found.total != 1 else "one reading, solved"
        )
    how = "interrupted" if found.interrupted else f"a sample, seed {found.seed}"
    return f"{found.total:,} readings, {found.solved:,} solved ({how})"


def _blocks(found: Readings) -> Iterator[tuple[str, list[list[str]]]]:
    for concept in found.concepts:
        count = found.count(concept)
        more = "" if count <= STATES else f", {STATES} of {count:,} shown"
        rows = [[one.state, str(one.share)] for one in found.holding(concept, STATES)]
        yield (
            f"{written(concept)}: states that would hold in some reading{more}",
            rows or [["none"]],
        )
    if not found.state:
        return
    for concept in found.concepts:
        share = found.share(concept)
        title = f"{written(concept)}: {found.state} would hold in {share.words}"
        conflict = found.conflict
        rows = []
        for group in found.groups(concept).groups if 0 < share.held < share.of else ():
            rows.append([_verdict(group), _common(found, group)])
        for split in found.splits(concept)[:SHOWN] if 0 < share.held < share.of else ():
            yes, no = (split.unknown.said(conflict, value) for value in (True, False))
            rows.append(["", f"{split.yes} where {yes}; {split.no} where {no}"])
        turning = [turn for turn in found.turns(concept) if turn.matters]
        rows += [["turns over", _turn(found, turn)] for turn in turning[:SHOWN]]
        yield title, rows


def _verdict(group: Group) -> str:
    return "would hold" if group.holds else "would not hold"


def _common(found: Readings, group: Group) -> str:
    said = " and ".join(one.said(found.conflict) for one in group.fixed)
    return f"in all {group.readings:,} readings in which {said}"


def _turn(found: Readings, turn: Turn) -> str:
    who = found.conflict.decision_maker(turn.decision_maker).name
    return (
        f"in {turn.dropped.words} without {who}’s “{turn.condition}” ({turn.basis}), in "
        f"{turn.reversed.words} with its contrary"
    )


def _padded(rows: list[list[str]]) -> list[list[str]]:
    """The first cells as wide as the widest."""
    wide = max((len(row[0]) for row in rows), default=0)
    return [[row[0].ljust(wide) if row[1:] else row[0], *row[1:]] for row in rows]
