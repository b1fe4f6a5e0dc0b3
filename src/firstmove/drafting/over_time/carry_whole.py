"""A carried model made whole: no line on an option that is out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firstmove.conflict import Condition, Conflict, StatusQuo, Want


def led(wants: Iterable[Want]) -> tuple[Want, ...]:
    """The first one has none above it to change places with."""
    found = tuple(wants)
    if found and found[0].unordered:
        return (replace(found[0], unordered=False), *found[1:])
    return found


def whole(conflict: Conflict, edited: Conflict, today: Conflict) -> Conflict:
    """Without lines on options that are out. An option that a line of the analyst's names stays,
    and its owner with it."""
    names = {o.id for o in conflict.options} | conflict.defines.keys()
    asked = [
        *(w.condition for d in conflict.decision_makers for w in d.wants),
        *(row.condition for row in conflict.impossible),
        *conflict.defines.values(),
    ]
    mentioned = {name for condition in asked for name in condition.names}
    back = tuple(o for o in edited.options if o.id in mentioned - names)
    options = (*conflict.options, *back)
    names |= {o.id for o in back}

    def stands(condition: Condition) -> bool:
        return set(condition.names) <= names

    defines = {name: c for name, c in conflict.defines.items() if stands(c)}
    names = {o.id for o in options} | defines.keys()
    makers = list(conflict.decision_makers)
    present = {d.id for d in makers}
    makers += [
        replace(d, wants=())
        for d in edited.decision_makers
        if d.id not in present and any(o.owner == d.id for o in options)
    ]
    ids = {d.id for d in makers}
    options = tuple(o for o in options if o.owner in ids)
    names = {o.id for o in options} | defines.keys()
    known = (edited, today)
    out = {o.id for m in known for o in m.options} | {
        d.id for m in known for d in m.decision_makers
    }
    out -= names | ids
    return replace(
        conflict,
        decision_makers=tuple(
            replace(d, wants=led(w for w in d.wants if stands(w.condition))) for d in makers
        ),
        options=options,
        impossible=tuple(row for row in conflict.impossible if stands(row.condition)),
        defines=defines,
        status_quo=StatusQuo(
            {i: v for i, v in conflict.status_quo.values.items() if i in names},
            {i: e for i, e in conflict.status_quo.evidence.items() if i in names},
        ),
        open_questions=tuple(
            replace(q, about="") if q.about in out else q for q in conflict.open_questions
        ),
    )
