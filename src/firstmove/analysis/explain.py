"""One sentence for a verdict, from fixed templates: option labels and names, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstmove.analysis.names import Concept, concept, written
from firstmove.analysis.verdict import Improvement, Step, Verdict
from firstmove.conflict import Conflict


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a state is stable for a decision maker or not: the witness, and one sentence."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What a concept's templates say of improvements, replies and where they end."""

    leaves: str = "which it prefers"
    aim: str = "it prefers"
    step: str = ""
    ends: str = ", which it does not prefer to {state}"
    nothing: str = "and no reply of the others deters it"
    still: str = ""


def explain(
    conflict: Conflict, state: str, decision_maker: str, concept: str, *, engine: str = "auto"
) -> Explanation:
    """The witness and the sentence for one state, decision maker (id) and concept; for several
    decision makers together see ``told.explain_coalition``.

    Raises what ``analyse`` and ``Analysis.verdict`` raise. For many states of one model, analyse
    it once and ask for verdicts.
    """
    from firstmove.analysis.analyse import analyse

    verdict = analyse(conflict, [concept], engine=engine).verdict(state, decision_maker, concept)
    return Explanation(verdict, sentence(verdict, conflict))


def sentence(verdict: Verdict, conflict: Conflict) -> str:
    """Why the state is stable for the decision maker under the concept, or why it is not."""
    who = conflict.decision_maker(verdict.decision_maker).name
    asked = concept(verdict.concept) or Concept(verdict.concept)
    holds = "would hold" if verdict.stable else "would not hold"
    head = f"{verdict.state} {holds} for {who} ({written(verdict.concept)})"
    if asked.base == "l":
        return f"{head}: {_limited(verdict, asked, conflict)}"
    words = _words(asked, stable=verdict.stable)
    if not verdict.improvements:
        also = ", so it would hold strongly" if asked.variant == "weak" else ""
        return f"{head}: no move of its own leads to a state {words.aim}{also}."
    open_ones = [i for i in verdict.improvements if not i.deterred]
    chosen = (open_ones or list(verdict.improvements))[0]
    move = f"it could {change(verdict.state, chosen.to, conflict)}, {words.leaves}"
    if asked.base == "nash":
        return f"{head}: {move}."
    if open_ones:
        return f"{head}: {move}, {words.nothing}."
    answer = _answer(verdict, chosen, asked, words, conflict)
    if asked.variant == "weak" and verdict.stable:
        only = "; no reply of the others deters it strongly"
        return f"{head}: {move}, {answer}{only}.{_others(verdict)}"
    strongly = " So it would hold strongly." if asked.variant == "weak" else ""
    return f"{head}: {move}, {answer}.{_others(verdict)}{strongly}"


def _words(asked: Concept, *, stable: bool) -> _Words:
    credible = asked.base in ("seq", "sseq", "sim")
    step = ", which it prefers" if credible else ""
    still = ", and no further move of its own mends that" if asked.base in ("smr", "sseq") else ""
    if asked.is_reading:
        daring, cautious = asked.variant in "ac", asked.variant in "cd"
        return _Words(
            leaves="which it prefers or may prefer" if daring else "which it prefers",
            aim="it prefers or may prefer" if daring else "it is known to prefer",
            step=", which it prefers or may prefer" if credible else "",
            ends=", which it is not known to prefer to {state}"
            if cautious
            else ", which it is known not to prefer to {state}",
            still=still,
        )
    if asked.variant == "strong" or (asked.variant == "weak" and not stable):
        lasting = bool(still)
        return _Words(
            step=step,
            ends=", which is far worse for it than {state}",
            nothing=_nothing_strong(lasting)
            if asked.variant == "strong"
            else "and no reply of the others deters it",
            still=", and any further move of its own leaves it far worse off too"
            if lasting
            else "",
        )
    return _Words(step=step, still=still)


def _nothing_strong(lasting: bool) -> str:
    end = "leaves it far worse off for good" if lasting else "ends far worse for it"
    return f"and no reply of the others {end}"


def _answer(
    verdict: Verdict, improvement: Improvement, asked: Concept, words: _Words, conflict: Conflict
) -> str:
    moves = [
        f"{conflict.decision_maker(step.mover).name} could "
        f"{change(step.before, step.after, conflict)}{words.step}"
        for step in improvement.reply
    ]
    worse = f"{improvement.ends}{words.ends.format(state=verdict.state)}"
    if asked.base == "sim":
        return f"but at the same time {' and '.join(moves)}, and together they make {worse}"
    return f"but then {'; then '.join(moves)}, and that leaves it at {worse}{words.still}"


def _limited(verdict: Verdict, asked: Concept, conflict: Conflict) -> str:
    if not verdict.improvements:
        return "it has no move of its own."
    ahead = f"looking {asked.horizon} move{'s' if asked.horizon > 1 else ''} ahead"
    open_ones = [i for i in verdict.improvements if not i.deterred]
    chosen = (open_ones or list(verdict.improvements))[0]
    move = f"{ahead}, it could {change(verdict.state, chosen.to, conflict)}"
    if chosen.ends == chosen.to:
        end = "which it prefers" if open_ones else f"which it does not prefer to {verdict.state}"
        return f"{move}, {end}.{'' if open_ones else _others(verdict)}"
    if open_ones:
        return f"{move}, and that could end at {chosen.ends}, which it prefers."
    then = "; then ".join(_step(step, conflict) for step in chosen.reply)
    return (
        f"{move}, but then {then}, and that ends at {chosen.ends}, which it does not prefer to "
        f"{verdict.state}.{_others(verdict)}"
    )


def _others(verdict: Verdict) -> str:
    others = len(verdict.improvements) - 1 + verdict.more
    of_what = "moves" if verdict.concept.startswith("l") else "improvements"
    if others == 1:
        return f" Its one other {of_what[:-1]} is deterred as well."
    return f" Each of its {others} other {of_what} is deterred as well." if others else ""


def _step(step: Step, conflict: Conflict) -> str:
    who = conflict.decision_maker(step.mover).name
    return f"{who} could {change(step.before, step.after, conflict)}"


def path_text(path: Sequence[Step], conflict: Conflict) -> str:
    """A path of moves: “A could choose “x” (YN); then B could drop “y” (YY)”."""
    return "; then ".join(_step(step, conflict) for step in path)


def change(before: str, after: str, conflict: Conflict) -> str:
    """What has to be done to get from one state to another: “choose “x” and drop “y” (YN)”, or in
    graph form “move to “label” (s3)”."""
    if conflict.states:
        label = next((state.label for state in conflict.states if state.id == after), "")
        return f"move to “{label}” ({after})" if label else f"move to {after}"
    acts = [
        f"{'choose' if new == 'Y' else 'drop'} “{option.label or option.id}”"
        for option, old, new in zip(conflict.options, before, after, strict=True)
        if old != new
    ]
    listed = acts[0] if len(acts) == 1 else f"{', '.join(acts[:-1])} and {acts[-1]}"
    return f"{listed} ({after})"
