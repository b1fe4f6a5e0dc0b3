"""A later draft in the ids of an earlier one, so that both can be held against each other."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from firstmove.conflict import Condition, Conflict, Option, StatusQuo, make_id, parse_condition


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def renamed(today: Conflict, drafted: Conflict, edited: Conflict) -> Conflict:
    """Today's draft with the ids of the edited one: decision makers by name, options by
    owner and label or else by the words they stand on."""
    makers = (*edited.decision_makers, *drafted.decision_makers)
    maker_ids = {}
    same = _matched(today.decision_makers, makers, (lambda d: [(d.id, d.name)], lambda d: [d.name]))
    used = {d.id for d in makers}
    for d in today.decision_makers:
        known = same.get(d.id)
        maker_ids[d.id] = known.id if known else _free(d.id, d.id, used)
        used.add(maker_ids[d.id])
    option_ids = _option_ids(today, drafted, edited, maker_ids)

    def condition(old: Condition) -> Condition:
        return parse_condition(old.text(lambda name: option_ids.get(name, name)))

    status = today.status_quo
    return replace(
        today,
        decision_makers=tuple(
            replace(
                d,
                id=maker_ids[d.id],
                wants=tuple(replace(w, condition=condition(w.condition)) for w in d.wants),
            )
            for d in today.decision_makers
        ),
        options=tuple(
            replace(o, id=option_ids[o.id], owner=maker_ids.get(o.owner, o.owner))
            for o in today.options
        ),
        impossible=tuple(
            replace(row, condition=condition(row.condition)) for row in today.impossible
        ),
        defines={name: condition(c) for name, c in today.defines.items()},
        status_quo=StatusQuo(
            {option_ids.get(i, i): v for i, v in status.values.items()},
            {option_ids.get(i, i): e for i, e in status.evidence.items()},
            status.state,
        ),
        open_questions=tuple(
            replace(q, about=option_ids.get(q.about) or maker_ids.get(q.about, q.about))
            for q in today.open_questions
        ),
    )


def _option_ids(
    today: Conflict, drafted: Conflict, edited: Conflict, maker_ids: Mapping[str, str]
) -> dict[str, str]:
    """Today's id of each option to the id that the edited model knows it by."""
    owned = [replace(o, owner=maker_ids.get(o.owner, o.owner)) for o in today.options]

    def words(option: Option) -> list[Hashable]:
        return [(option.owner, e.report, e.start, e.end) for e in option.evidence]

    same = _matched(
        owned,
        drafted.options,
        (
            lambda o: [(o.id, o.owner, o.label)],
            lambda o: [(o.owner, o.label)],
            words,
        ),
    )
    used = {o.id for o in (*drafted.options, *edited.options)}
    found: dict[str, str] = {}
    for option in owned:
        known = same.get(option.id)
        if known is not None:
            found[option.id] = known.id
        else:
            found[option.id] = _free(option.id, option.label, used, prefix=option.owner)
        used.add(found[option.id])
    return found


def _matched(
    new: Sequence[T], old: Sequence[T], keys: Iterable[Callable[[T], list[Hashable]]]
) -> dict[str, T]:
    """By id of the new: the old one that shares a key with it, the first sort of key first; no
    old one twice."""
    found: dict[str, T] = {}
    taken: set[str] = set()
    for key in keys:
        by_key: dict[Hashable, T] = {}
        for one in old:
            if one.id not in taken:
                for name in key(one):
                    by_key.setdefault(name, one)
        for one in new:
            if one.id in found:
                continue
            hits = (by_key[name] for name in key(one) if name in by_key)
            if hit := next((h for h in hits if h.id not in taken), None):
                found[one.id] = hit
                taken.add(hit.id)
    return found


def _free(id_: str, name: str, used: Container[str], *, prefix: str = "") -> str:
    return id_ if id_ not in used else make_id(name, used, prefix=prefix)
