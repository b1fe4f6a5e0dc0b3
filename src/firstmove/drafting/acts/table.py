"""The drafting table: what a kind of statement says of its speaker's wants, and why.

One readable table, since every line of a drafted model follows from it. ``A`` is the act that the
statement names, ``C`` the act of its condition.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from firstmove.conflict import Basis
from firstmove.statement import ConditionKind, Kind


class Force(Enum):
    WANTS = "wants A"
    WANTS_NOT = "wants not A"
    NOTHING = "says nothing of a want"


@dataclass(frozen=True, slots=True)
class Rule:
    force: Force
    basis: Basis
    price: Force  # what naming C as condition says of the speaker's want of C
    why: str


_S, _I = Basis.STATED, Basis.INFERRED

TABLE: dict[Kind, Rule] = {
    Kind.REQUEST: Rule(Force.WANTS, _S, Force.WANTS, "who demands an act wants it done"),
    Kind.AGREE: Rule(Force.WANTS, _S, Force.WANTS, "who promises an act would do it"),
    Kind.CONSULT: Rule(Force.WANTS, _S, Force.WANTS, "who proposes to meet wants the meeting"),
    Kind.COOPERATE: Rule(Force.WANTS, _S, Force.WANTS, "who offers to act jointly wants the act"),
    Kind.AID: Rule(Force.WANTS, _S, Force.WANTS, "who promises aid would give it"),
    Kind.SUPPORT: Rule(Force.WANTS, _S, Force.WANTS, "who supports an act wants it done"),
    Kind.CONCEDE: Rule(Force.WANTS, _S, Force.WANTS, "who concedes an act would do it"),
    Kind.RETREAT: Rule(Force.WANTS, _S, Force.WANTS, "who announces a withdrawal would make it"),
    Kind.STATE: Rule(
        Force.WANTS, _S, Force.NOTHING,
        "who declares a plan would carry it out; whether it hopes for what that is tied to is open",
    ),
    Kind.REJECT: Rule(Force.WANTS_NOT, _S, Force.WANTS, "who rejects an act wants it not done"),
    Kind.THREATEN: Rule(
        Force.WANTS, _I, Force.WANTS_NOT,
        "who threatens says what it would do; that it prefers to do it then is inferred",
    ),
    Kind.SANCTION: Rule(Force.WANTS, _I, Force.WANTS_NOT, "as for a threat"),
    Kind.COERCE: Rule(Force.WANTS, _I, Force.WANTS_NOT, "as for a threat"),
    Kind.MOBILIZE: Rule(Force.WANTS, _I, Force.WANTS_NOT, "as for a threat"),
    Kind.ASSAULT: Rule(Force.WANTS, _I, Force.WANTS_NOT, "as for a threat"),
    Kind.PROTEST: Rule(Force.NOTHING, _I, Force.NOTHING, "a protest names no act that is wanted"),
    Kind.ACCUSE: Rule(Force.NOTHING, _I, Force.NOTHING, "blame for what was done names no want"),
    Kind.WARN: Rule(Force.NOTHING, _I, Force.NOTHING, "a warning says what would follow"),
    Kind.ASSESS: Rule(Force.NOTHING, _I, Force.NOTHING, "a belief is nobody's position"),
}  # fmt: skip


def joined(act: str, condition: str, kind: ConditionKind) -> str:
    """The want on ``act`` (a literal) under ``condition``, in the condition language.

    ``not A until C`` and ``not A unless C`` say the same of a state: without C, not A.
    """
    word = {
        ConditionKind.IF: "if",
        ConditionKind.ONLY_IF: "only if",
        ConditionKind.IFF: "iff",
        ConditionKind.UNLESS: "unless",
        ConditionKind.UNTIL: "unless",
    }[kind]
    return f"{act} {word} {condition}"


def price(rule: Rule, condition: ConditionKind) -> Force:
    """What the condition says of the speaker's want of the condition itself.

    A promise on a condition prices it: the speaker wants the condition met. A threat on "if" is
    meant to prevent it; a threat "unless" or "until" asks for it.
    """
    force = rule.price
    if force is Force.WANTS_NOT and condition in (ConditionKind.UNLESS, ConditionKind.UNTIL):
        return Force.WANTS
    return force
