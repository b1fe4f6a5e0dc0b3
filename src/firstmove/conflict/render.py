"""A conflict as the text of a model file, written anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from firstmove.conflict.model import (
    Conflict,
    DecisionMaker,
    Direction,
    Evidence,
    Impossible,
    OpenQuestion,
    Option,
    State,
    Want,
)
from firstmove.conflict.weights import number_text

# key → what stands after the equals sign, in the order in which it is written
Fields = dict[str, str]

HEADER = """\
# A conflict model, made to be edited by hand. “firstmove solve FILE” says what would hold.
#
# [[decision_maker]]       a side that can act; its wants follow it, the most important first
# [[decision_maker.want]]  condition: what it wants to be true
#                          basis: stated (it says so), inferred (follows from what it says),
#                          assumed (by whoever made the model), unknown (no report tells; not used)
#                          strong = true: far more important than all wants below it
#                          weight = 3: of all wants or none; then the sum counts, not the order
#                          order = "unknown": it may matter more or less than the one above it
#   ranking = ["YN", ["NN", "YY"]] in a [[decision_maker]] is used instead of its wants: all
#   possible states, best first, equal ones in an inner list; one Y or N for each option in turn.
#   ">>" between two places: far better. partial = true: states left out are compared to none.
#   payoffs = { YN = 4, NN = 2.5 } makes such a ranking from numbers.
#   unknown = [["YN", "NN"]]: nobody knows which it prefers
# [[option]]               something its owner can do or leave; direction: both (the default),
#                          forward (cannot be taken back), back (cannot be taken up again)
# [[impossible]]           states in which the condition holds cannot come about
# [define]                 names for conditions, to be used in other conditions
# [status_quo]             each option now: true, false or "unknown"
# [[open_question]]        what the model needs and no report tells
# [[state]]                instead of options: the states themselves (id, label); each side then has
#                          moves = ["s1 -> s2", "s2 <-> s3"], and state = "s1" is the status quo
#
# Conditions: not, and, or, “a if b”, “a only if b”, “a iff b”, “a unless b”, brackets.
# evidence says which words of which report a line stands on; against, which speak against it.
"""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_LINES = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f\\\r]*")


def render(conflict: Conflict) -> str:
    """The whole file."""
    blocks = [HEADER, "\n".join(lines(top_fields(conflict)))]
    for decision_maker in conflict.decision_makers:
        blocks.append(block("[[decision_maker]]", decision_maker_fields(decision_maker)))
        blocks += [block("[[decision_maker.want]]", want_fields(w)) for w in decision_maker.wants]
    blocks += [block("[[state]]", state_fields(state)) for state in conflict.states]
    blocks += [block("[[option]]", option_fields(option)) for option in conflict.options]
    blocks += [block("[[impossible]]", impossible_fields(i)) for i in conflict.impossible]
    if conflict.defines:
        blocks.append(block("[define]", define_fields(conflict)))
    if conflict.status_quo.state:
        blocks.append(block("[status_quo]", {"state": string(conflict.status_quo.state)}))
    elif conflict.options or conflict.status_quo.values:
        blocks.append(block("[status_quo]", status_quo_fields(conflict)))
    blocks += [block("[[open_question]]", question_fields(q)) for q in conflict.open_questions]
    return "\n\n".join(text.strip("\n") for text in blocks) + "\n"


def block(header: str, fields: Fields) -> str:
    return "\n".join([header, *lines(fields)])


def lines(fields: Fields) -> Iterator[str]:
    for name, value in fields.items():
        yield from f"{key(name)} = {value}".split("\n")


def top_fields(conflict: Conflict) -> Fields:
    return {
        "format": "1",
        "name": string(conflict.name),
        **_unless_empty("note", conflict.note),
    }


def decision_maker_fields(decision_maker: DecisionMaker) -> Fields:
    fields = {"id": string(decision_maker.id), "name": string(decision_maker.name)}
    if decision_maker.ranking is not None:
        items: list[str] = []
        for at, tier in enumerate(decision_maker.ranking):
            if at in decision_maker.gaps:
                items.append(string(">>"))
            items.append(string(tier[0]) if len(tier) == 1 else _row(tier))
        fields["ranking"] = _list(items)
    if decision_maker.partial:
        fields["partial"] = "true"
    if decision_maker.unknown:
        fields["unknown"] = _list([_row(pair) for pair in decision_maker.unknown])
    if decision_maker.moves:
        fields["moves"] = _list([string(f"{a} -> {b}") for a, b in decision_maker.moves])
    return fields


def _row(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(string, texts))}]"


def state_fields(state: State) -> Fields:
    return {"id": string(state.id), **_unless_empty("label", state.label)}


def want_fields(want: Want) -> Fields:
    return {
        "condition": string(str(want.condition)),
        "basis": string(want.basis.value),
        **({} if want.weight is None else {"weight": _exact(want.weight)}),
        **({"strong": "true"} if want.strong else {}),
        **({"order": string("unknown")} if want.unordered else {}),
        **_unless_empty("note", want.note),
        **_evidence(want.evidence),
        **_evidence(want.against, "against"),
    }


def _exact(value: Fraction) -> str:
    text = number_text(value)
    return string(text) if "/" in text else text


def option_fields(option: Option) -> Fields:
    fields = {
        "id": string(option.id),
        "owner": string(option.owner),
        "label": string(option.label),
    }
    if option.direction is not Direction.BOTH:
        fields["direction"] = string(option.direction.value)
    return {**fields, **_unless_empty("note", option.note), **_evidence(option.evidence)}


def impossible_fields(impossible: Impossible) -> Fields:
    return {
        "condition": string(str(impossible.condition)),
        **_unless_empty("reason", impossible.reason),
        **_evidence(impossible.evidence),
    }


def question_fields(question: OpenQuestion) -> Fields:
    return {
        "text": string(question.text),
        **_unless_empty("about", question.about),
        **_evidence(question.evidence),
    }


def define_fields(conflict: Conflict) -> Fields:
    return {name: string(str(condition)) for name, condition in conflict.defines.items()}


def status_quo_fields(conflict: Conflict) -> Fields:
    now: Mapping[str, bool] = conflict.status_quo.values
    names = dict.fromkeys([*(o.id for o in conflict.options), *now])
    fields: Fields = {}
    for name in names:
        value = '"unknown"' if name not in now else "true" if now[name] else "false"
        evidence = conflict.status_quo.evidence.get(name, ())
        if evidence:
            value = f"{{ value = {value}, evidence = {_list(map_evidence(evidence))} }}"
        fields[name] = value
    return fields


def _unless_empty(name: str, text: str) -> Fields:
    return {name: string(text)} if text else {}


def _evidence(evidence: Sequence[Evidence], key: str = "evidence") -> Fields:
    return {key: _list(map_evidence(evidence))} if evidence else {}


def map_evidence(evidence: Sequence[Evidence]) -> list[str]:
    return [_evidence_item(item) for item in evidence]


def _evidence_item(item: Evidence) -> str:
    parts = [f"report = {string(item.report)}"]
    if item.sentence is not None:
        parts.append(f"sentence = {item.sentence}")
    if item.entry:
        parts.append(f"entry = {string(item.entry)}")
    if item.start is not None:
        parts.append(f"start = {item.start}")
    if item.end is not None:
        parts.append(f"end = {item.end}")
    if item.quote:
        parts.append(f"quote = {string(item.quote, one_line=True)}")
    return f"{{ {', '.join(parts)} }}"


def _list(items: Sequence[str]) -> str:
    if not items:
        return "[]"
    inner = "".join(f"  {item},\n" for item in items)
    return f"[\n{inner}]"


def key(name: str) -> str:
    return name if _BARE.fullmatch(name) else string(name, one_line=True)


def string(text: str, *, one_line: bool = False) -> str:
    """A TOML string; on lines of its own when it has several and needs no escapes."""
    if (
        not one_line
        and "\n" in text
        and '""' not in text
        and not text.endswith('"')
        and _PLAIN_LINES.fullmatch(text)
    ):
        return f'"""\n{text}"""'
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
