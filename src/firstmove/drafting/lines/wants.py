"""From statements to wants, by the drafting table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firstmove.conflict import Basis, Evidence, Want, parse_condition
from firstmove.drafting.acts.named import WANTED_JOINTLY, Named
from firstmove.drafting.acts.positions import is_attack, is_barred, is_feared
from firstmove.drafting.acts.table import Force, joined, price
from firstmove.drafting.acts.turned import lacks
from firstmove.drafting.likeness.verbs import ENDING
from firstmove.drafting.lines.evidence import evidence_of
from firstmove.drafting.lines.markers import unread_condition
from firstmove.drafting.lines.naming import Names
from firstmove.drafting.lines.ties import condition_of, literals_of
from firstmove.drafting.options.candidate import Candidate
from firstmove.drafting.options.partners import needs_others
from firstmove.ledger import View
from firstmove.report import Span
from firstmove.statement import Condition as Clause
from firstmove.statement import ConditionKind, Kind, Statement

_PUTTING_OFF = frozenset("delay defer freeze halt hold pause postpone stop suspend wait".split())
# Kept from others, and not for them.
_HELD = re.compile(
    r"\b(?:ashore|ban|blocked|blockade|boycott|closed|embargo|in force|occupation|out|sanctions|"
    r"shut|siege|stoppage|strike|walkout|withheld)\b"
    r"|^(?:keep|leave|maintain)\b.*\b(?:army|checkpoint|force|garrison|gun|patrol|soldier|tank|"
    r"troop)s?\b",
    re.IGNORECASE,
)
_WALKING_OUT = re.compile(r"walk (?:away|off|out)\b", re.IGNORECASE)
_AS_LONG = re.compile(r"(?:for )?(?:as long as|so long as|while)\b", re.IGNORECASE)
DISPUTED = "the reports tell this and the contrary"
ALONE = "takes two sides, and no report tells the other"
TIED = "told only on a condition that is no one act of a party"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A want and the party that has it."""

    party: str
    want: Want
    witnesses: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    party: str
    act: str  # literal: "us.first_move" or "not us.first_move"
    condition: str  # literal, or "" for an unconditional want
    kind: ConditionKind | None
    basis: Basis
    evidence: Evidence
    witnesses: int


def wants_of(view: View, candidates: list[Candidate], names: Names) -> list[Wanted]:
    """All wants, party by party; within a party stated before inferred, then by witnesses.

    That order is a convention and is said to be one in the open questions: reports tell what is
    wanted, hardly ever what is wanted more. Last the unknowns: acts whose owner says nothing.
    """
    priced = [s.condition.span for s in view.statements if s.condition is not None]
    lines = [
        replace(line, basis=Basis.INFERRED) if _is_price(named, priced) else line
        for candidate in candidates
        for named in candidate.named
        for line in _lines(view, named, candidate, candidates, names)
    ]
    wanted = _joined(lines)
    wanted += _unknown(view, candidates, names, wanted)
    rank = {Basis.STATED: 0, Basis.INFERRED: 1, Basis.ASSUMED: 2, Basis.UNKNOWN: 3}
    wanted.sort(key=lambda w: (names.parties.index(w.party), rank[w.want.basis], -w.witnesses))
    return wanted


def _is_price(named: Named, priced: list[Span]) -> bool:
    """Whether a demand is read from the condition of a promise, words that ask and all: it follows
    then, and is not told ("must do it before we …" tells it)."""
    statement = named.statement
    return statement.kind is Kind.REQUEST and any(
        span.report_id == statement.report_id
        and span.contains(named.act.span)
        and all(span.contains(cue) for cue in statement.cue)
        for span in priced
    )


def _lines(
    view: View, named: Named, candidate: Candidate, candidates: list[Candidate], names: Names
) -> list[_Line]:
    statement = named.statement
    rule = named.rule
    party = named.side
    if not named.tells_want or party not in names.parties:
        return []
    negative = named.unwanted
    option = names.option(candidate)
    condition = condition_of(view, named)
    if not negative and (condition is None or statement.kind in WANTED_JOINTLY):
        if needs_others(named):
            return []  # what it is worth to do one's own part alone is not told
        option = names.joint(named) or option
    literal = f"not {option}" if negative else option
    evidence = evidence_of(view, named)
    witnesses = named.entry.witnesses
    if condition is None:
        if statement.condition is None and (unread_condition(view, statement) or statement.tied_to):
            return []  # “no ships, no meeting”: never drafted as if it were unconditional
        return [_Line(party, literal, "", None, rule.basis, evidence, witnesses)]
    if (
        statement.kind is Kind.REQUEST
        and condition.kind is ConditionKind.UNTIL
        and candidate.label.split()[0].lower() in _PUTTING_OFF
    ):  # "postpone it until …" asks for it now, and says for how long
        return [_Line(party, literal, "", None, rule.basis, evidence, witnesses)]
    if condition.also and condition.kind in (ConditionKind.IF, ConditionKind.IFF):
        return []  # one of several conditions alone is not enough: the open questions name them
    literals, word = literals_of(view, statement, condition, candidates, names)
    if not literals:
        return []  # a condition is never dropped: the open questions name it
    if candidate.owner == party and all(_of(one, names.party(party)) for one in literals):
        return []  # nobody ties an act of its own to another: whose the other is was misread
    own = set(names.parts(option))
    if any(own & set(names.parts(one.removeprefix("not "))) for one in literals):
        return []  # "will run if it runs" ties an act to itself
    other = literals[0] if len(literals) == 1 else f"({f' {word} '.join(literals)})"
    lines = [_Line(party, literal, other, condition.kind, rule.basis, evidence, witnesses)]
    refused = negative and statement.kind is Kind.REJECT
    asked = price(rule, condition.kind)
    if condition.kind in (ConditionKind.UNLESS, ConditionKind.UNTIL) and (
        negative or (statement.kind is not Kind.REJECT and _is_held(named))
    ):
        asked = Force.WANTS  # "the ban stays in force until …", "has no choice but to refuse until"
    if is_feared(condition):
        asked = Force.NOTHING
    elif is_barred(condition):
        # of a promise; "will strike, but not while we talk" is not against the talks
        asked = Force.WANTS_NOT if rule.basis is Basis.STATED else Force.NOTHING
    elif asked is not Force.WANTS_NOT and _is_held_back(named, condition):
        asked = Force.WANTS_NOT
    elif (
        condition.kind is ConditionKind.IF
        and not negative
        and (_WALKING_OUT.match(candidate.label) or _is_prepared_for(statement))
    ):
        asked = Force.WANTS_NOT  # nobody does it over what it asks for
    elif refused and lacks(statement):
        asked = Force.WANTS_NOT  # “cannot sign if they do not withdraw”
    elif negative and condition.kind is ConditionKind.IF and statement.kind is not Kind.AGREE:
        # "will not pay if they strike" is no wish that they strike, and "will not strike if they
        # pay" is one that they pay: only a promise tells which
        asked = Force.NOTHING
    elif _is_fallback(statement, [_of(one, names.party(candidate.owner)) for one in literals]):
        asked = Force.NOTHING
    if _is_loose(statement, candidates):
        asked = Force.NOTHING  # which act is meant is a guess, and asked
    if asked is Force.NOTHING or (len(literals) > 1 and (asked, word) != (Force.WANTS, "and")):
        return lines
    for one in literals:
        if not _of(one, names.party(party)):
            wish = one if asked is Force.WANTS else _negated(one)
            lines.append(_Line(party, wish, "", None, Basis.INFERRED, evidence, witnesses))
    return lines


def _is_prepared_for(statement: Statement) -> bool:
    """ "Will send arms if Velm attacks"."""
    acts = statement.tied_to
    return bool(acts) and all(is_attack(a) and not a.negated for a in acts)


def _of(literal: str, party: str) -> bool:
    return literal.removeprefix("not ").startswith(f"{party}.")


def _is_fallback(statement: Statement, own: Sequence[bool]) -> bool:
    """ "Must resign if he cannot end it" is no wish that he cannot. ``own``: of each condition,
    whether it is the act of the one that is asked."""
    condition = statement.condition
    told = condition is not None and condition.kind is ConditionKind.IF
    return told and statement.kind is Kind.REQUEST and all(own)


def _is_held_back(named: Named, condition: Clause) -> bool:
    """Whether something is kept from others for as long as they do what the condition says: “the
    lock stays shut as long as its ships are on the lake”, “on strike while the talks are off”."""
    return _is_held(named) and _AS_LONG.match(condition.span.quote) is not None


def _is_held(named: Named) -> bool:
    """Whether the act is one of keeping something from others, or of a strike that goes on."""
    told = named.act.label.lower()
    ended = {told.split()[0], " ".join(told.split()[:2])} & ENDING
    return not ended and bool(_HELD.search(told) or _HELD.search(named.label))


def _is_loose(statement: Statement, candidates: list[Candidate]) -> bool:
    """Whether the condition was only taken for the option that it is drafted as."""
    return any(n.statement.id == statement.id for c in candidates for n in c.loose)


def _negated(literal: str) -> str:
    return literal.removeprefix("not ") if literal.startswith("not ") else f"not {literal}"


def _joined(lines: list[_Line]) -> list[Wanted]:
    """One want for one condition, with all its evidence.

    A promise told with "if" by one and "only if" by another is wanted exactly then: "iff". An
    inferred want that is also stated is stated.
    """
    by_act: dict[tuple[str, str, str], list[_Line]] = {}
    for line in lines:
        by_act.setdefault((line.party, line.act, line.condition), []).append(line)
    wanted: list[Wanted] = []
    order: list[tuple[str, str, str]] = []  # what each of them was joined from
    for (party, act, condition), group in by_act.items():
        kinds = {line.kind for line in group if line.kind is not None}
        if not condition:
            texts = [act]
        elif {ConditionKind.IF, ConditionKind.ONLY_IF} <= kinds or ConditionKind.IFF in kinds:
            texts = [joined(act, condition, ConditionKind.IFF)]
        else:
            texts = list(dict.fromkeys(joined(act, condition, kind) for kind in sorted(kinds)))
        for text in texts:
            stated = [line for line in group if line.basis is Basis.STATED]
            evidence = tuple(dict.fromkeys(line.evidence for line in (stated or group)))
            basis = Basis.STATED if stated else Basis.INFERRED
            order.append((party, act, condition))
            wanted.append(
                Wanted(
                    party,
                    Want(parse_condition(text), basis, evidence),
                    max(line.witnesses for line in group),
                )
            )
    against = [_against(party, act, lines) for party, act, _ in order]
    return [
        _undecided(replace(w, want=replace(w.want, against=contrary)), wanted)
        for w, contrary in zip(wanted, against, strict=True)
    ]


def _against(party: str, act: str, lines: list[_Line]) -> tuple[Evidence, ...]:
    """What the same party says for the contrary, be it on a condition."""
    contrary = _negated(act)
    told = (line.evidence for line in lines if (line.party, line.act) == (party, contrary))
    return tuple(dict.fromkeys(told))


def _undecided(wanted: Wanted, all_wanted: list[Wanted]) -> Wanted:
    """Where one party is told to want a thing and its contrary, no side is chosen: unknown."""
    contrary = _negated(str(wanted.want.condition))
    if not any(o.party == wanted.party and str(o.want.condition) == contrary for o in all_wanted):
        return wanted
    return replace(wanted, want=replace(wanted.want, basis=Basis.UNKNOWN, note=DISPUTED))


def _unknown(
    view: View, candidates: list[Candidate], names: Names, wanted: list[Wanted]
) -> list[Wanted]:
    """Options of which no report tells whether their owner would take them.

    Also one that its owner ties to a condition that no party could bring about: without the
    condition it would say too much.
    """
    out: dict[tuple[str, str], Wanted] = {}
    for candidate in candidates:
        option = names.option(candidate)
        told = any(
            w.party == candidate.owner and option in names.parts_of(w.want.condition)
            for w in wanted
        )
        own = [n for n in candidate.named if n.side == candidate.owner]
        if told or any(n.service and n.tells_want for n in own):
            continue  # an offer to host or mediate: neither gain nor loss by itself
        note = TIED if any(_is_tied(view, n) for n in own) else ""
        if not note and any(needs_others(n) for n in own):
            note = ALONE
        # Where all that is told of it is the joint outcome, that is what is not known to be wanted.
        joint = {names.joint(n) for n in candidate.named}
        name = joint.pop() if len(joint) == 1 and not note else ""
        want = Want(parse_condition(name or option), Basis.UNKNOWN, note=note)
        out.setdefault((candidate.owner, str(want.condition)), Wanted(candidate.owner, want))
    return list(out.values())


def _is_tied(view: View, named: Named) -> bool:
    statement = named.statement
    return named.tells_want and bool(statement.condition or unread_condition(view, statement))
