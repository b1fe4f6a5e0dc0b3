"""Sentences for coalitions, for evolution and for the inverse, from fixed templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firstmove.analysis.concepts.coalition import JointImprovement, JointVerdict, coalition
from firstmove.analysis.concepts.evolution import Evolution
from firstmove.analysis.concepts.inverse import Inverse
from firstmove.analysis.explain import path_text
from firstmove.analysis.names import written
from firstmove.conflict import Conflict

MOST = 12  # states or terms named of one clause; the value holds all


@dataclass(frozen=True, slots=True)
class JointExplanation:
    """Why a state is stable for a coalition or not: the witness, and one sentence."""

    verdict: JointVerdict
    sentence: str


def explain_coalition(
    conflict: Conflict, state: str, members: Iterable[str], concept: str
) -> JointExplanation:
    """The witness and the sentence for one state, coalition (ids) and concept (nash, gmr, smr or
    seq). Raises what ``coalition`` raises."""
    verdict = coalition(conflict, members, [concept]).verdict(state, concept)
    return JointExplanation(verdict, coalition_sentence(verdict, conflict))


def coalition_sentence(verdict: JointVerdict, conflict: Conflict) -> str:
    """Why the state is stable for the coalition under the concept, or why it is not."""
    names = [conflict.decision_maker(id_).name for id_ in verdict.members]
    several = len(names) > 1
    holds = "would hold" if verdict.stable else "would not hold"
    who = f"{_listed(names, 'and')}{' together' if several else ''}"
    head = f"{verdict.state} {holds} for {who} ({written(verdict.concept)})"
    whom = "each of them" if several else "it"
    prefer = f"{whom} prefers"
    if not verdict.improvements:
        own = "of theirs" if several else "of its own"
        return f"{head}: no moves {own} lead to a state that {prefer}."
    open_ones = [one for one in verdict.improvements if not one.deterred]
    chosen = (open_ones or list(verdict.improvements))[0]
    way = f"{path_text(chosen.path, conflict)}, and {prefer} {chosen.to}"
    if verdict.concept == "nash":
        return f"{head}: {way}."
    if open_ones:
        return f"{head}: {way}, and no reply of the others deters it."
    still = ""
    if verdict.concept == "smr":
        still = f", and no further moves {'of theirs' if several else 'of its own'} mend that"
    others = len(verdict.improvements) - 1
    also = " Its one other improvement is deterred as well." if others == 1 else ""
    also = f" Each of {others} other improvements is deterred as well." if others > 1 else also
    gains = ", each a gain for the one who makes it" if verdict.concept == "seq" else ""
    return (
        f"{head}: {way}, but then {path_text(chosen.reply, conflict)}{gains}, and {chosen.ends} is "
        f"no better than {verdict.state} for {'at least one of them' if several else 'it'}{still}."
        f"{also}"
    )


def evolution_sentence(found: Evolution, state: str) -> str:
    """Whether the state can come about from where ``found`` starts, and by which moves."""
    moves = found.moves_to(state)
    by = "by moves that each mover gains from" if found.by_improvements else "by any moves"
    if moves == 0:
        return f"{state} is where it starts."
    if moves is None:
        return f"{state} cannot come about from {found.start} {by}."
    count = "1 move" if moves == 1 else f"{moves} moves"
    path = path_text(found.path(state), found.conflict)
    return f"{state} can come about from {found.start} {by}, in {count} at the least: {path}."


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
