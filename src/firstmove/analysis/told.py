"""Sentences for coalitions and for the inverse, from fixed templates."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.analysis.coalition import JointImprovement
from firstmove.analysis.explain import path_text
from firstmove.analysis.inverse import Inverse
from firstmove.analysis.names import written
from firstmove.conflict import Conflict

MOST = 12  # states or terms named of one clause; the value holds all


def joint_sentence(improvement: JointImprovement, conflict: Conflict) -> str:
    """What a coalition could do from a state, and what the others could do about it."""
    names = _listed([conflict.decision_maker(id_).name for id_ in improvement.members], "and")
    several = len(improvement.members) > 1
    told = (
        f"From {improvement.state}, {names} could {'together ' if several else ''}bring about "
        f"{improvement.to}, which {'each of them' if several else 'it'} prefers: "
        f"{path_text(improvement.path, conflict)}."
    )
    if not improvement.reply:
        return told
    return (
        f"{told} But then {path_text(improvement.reply, conflict)}, and {improvement.ends} is no "
        f"better than {improvement.state} for {'at least one of them' if several else 'it'}."
    )


def condition_text(found: Inverse) -> str:
    """The condition under which the state is stable, in words."""
    who = found.conflict.decision_maker(found.decision_maker).name
    head = f"{found.state} would hold for {who} ({written(found.concept)})"
    if found.always:
        return f"{head} whatever it prefers."
    single = [clause[0] for clause in found.clauses if len(clause) == 1]
    alone = list(dict.fromkeys(state for term in single for state in term))
    parts = [_no_better(alone, found.state)] if alone else []
    parts += [_one_of(clause, found.state) for clause in found.clauses if len(clause) > 1]
    if len(parts) == 1:
        return f"{head} if and only if {parts[0]}."
    listed = "; ".join(f"({nth}) {part}" for nth, part in enumerate(parts, start=1))
    return f"{head} if and only if {listed}."


def _no_better(states: Sequence[str], state: str) -> str:
    if len(states) == 1:
        return f"{states[0]} is no better for it than {state}"
    return f"none of {_listed(states, 'and')} is better for it than {state}"


def _one_of(clause: Sequence[Sequence[str]], state: str) -> str:
    if all(len(term) == 1 for term in clause):
        listed = _listed([term[0] for term in clause], "and")
        return f"at least one of {listed} is no better for it than {state}"
    terms = [_listed(term, "and") + (" together" if len(term) > 1 else "") for term in clause]
    return f"no better for it than {state} is {_listed(terms, 'or', comma=True)}"


def _listed(items: Sequence[str], word: str, *, comma: bool = False) -> str:
    """“a, b and c”; with ``comma`` “a, or b, or c” where the items have “and” inside them."""
    if len(items) > MOST:
        items = [*items[:MOST], f"{len(items) - MOST} more"]
    if len(items) == 1:
        return items[0]
    if comma:
        return f", {word} ".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
