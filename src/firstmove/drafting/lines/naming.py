"""Ids for decision makers and options: short, readable, the same for the same reports."""

from __future__ import annotations

from firstmove.conflict import Condition, make_id
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.table import Force
from firstmove.drafting.lines.joint_outcomes import Joint, joints
from firstmove.drafting.options.candidate import Candidate
from firstmove.ledger import View

MAX_WORDS = 4
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "for",
        "with",
        "by",
        "and",
        "or",
        "their",
        "his",
        "her",
        "its",
        "our",
    ]
)


class Names:
    """``parties``: the decision makers, in the order in which the reports name them.

    Those are the owners of options, and parties that want something of them.
    """

    def __init__(self, view: View, candidates: list[Candidate]) -> None:
        order = [p.name for p in view.parties]
        involved = {c.owner for c in candidates} | {
            n.side
            for c in candidates
            for n in c.named
            if n.rule.force is not Force.NOTHING and not n.partner
        }
        self.parties: tuple[str, ...] = tuple(
            sorted(involved, key=lambda p: (order.index(p) if p in order else len(order), p))
        )
        self._party: dict[str, str] = {}
        for party in self.parties:
            self._party[party] = make_id(_short(party), set(self._party.values()))
        self._option: dict[int, str] = {}
        for candidate in candidates:
            self._option[id(candidate)] = make_id(
                _short(candidate.label),
                set(self._option.values()),
                prefix=self._party[candidate.owner],
            )

        self.joints: dict[str, Joint] = {}
        taken = {*self._option.values(), *self._party.values()}
        for joint in joints(candidates):
            name = make_id(_short(joint.label), taken | self.joints.keys())
            self.joints[name] = joint

    def joint(self, named: Named) -> str:
        """The id of the joint outcome that the words of an act name; "" where they name none."""
        place = (named.statement.id, named.act.span)
        return next((id_ for id_, joint in self.joints.items() if place in joint.told), "")

    def parts(self, name: str) -> tuple[str, ...]:
        """The options that an id stands for: those of a joint outcome, else the one."""
        joint = self.joints.get(name)
        return tuple(self.option(c) for c in joint.parts) if joint else (name,)

    def parts_of(self, condition: Condition) -> set[str]:
        """The options that a condition is about."""
        return {part for name in condition.names for part in self.parts(name)}

    def party(self, name: str) -> str:
        return self._party[name]

    def option(self, candidate: Candidate) -> str:
        return self._option[id(candidate)]


def _short(label: str) -> str:
    words = label.split()
    return " ".join(([w for w in words if w.lower() not in _SMALL] or words)[:MAX_WORDS])
