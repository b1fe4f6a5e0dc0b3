"""The acts that the statements of a ledger name, each with the sides that would do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firstmove.drafting.acts.dealings import around_of, opposites
from firstmove.drafting.acts.joint import is_joint
from firstmove.drafting.acts.labels import is_state_of_thing, kept_up, label_of
from firstmove.drafting.acts.positions import PLANS, TO_COME, is_position
from firstmove.drafting.acts.sides import Sides
from firstmove.drafting.acts.table import TABLE, Force, Rule
from firstmove.drafting.acts.turned import kind_of
from firstmove.drafting.acts.whose import owners_of
from firstmove.ledger import Entry, View
from firstmove.reading.people.media import media_role
from firstmove.statement import Act, ActPlace, Kind, Stance, Statement

# Who wants these on a condition wants it done by all; a promise is of one's own part.
WANTED_JOINTLY = (Kind.REQUEST, Kind.CONSULT, Kind.COOPERATE, Kind.SUPPORT)
# Who says so of a thing that goes on ("the line would remain shut until …") has it in hand.
_OWN = (Kind.AGREE, Kind.STATE, Kind.THREATEN, Kind.REJECT, Kind.ASSESS)
# Who rejects these denies something, and refuses nothing.
_SAID = re.compile(
    r"\b(?:accusation|allegation|assertion|charge|(?<!pay )(?<!wage )claim|criticism|rumour|rumor|"
    r"fear|concern|ruling|verdict|judge?ment|finding)s?$"
    r"|^(?:the |all |any )?(?:\w+ )?(?:(?:accusation|allegation|assertion|attack|claim|rumour|"
    r"rumor|fear|report|suggestion|concern|doubt)s|criticism|speculation|talk|gossip) "
    r"(?:of|that|about|over|by|from)\b"
)
_CHARGED = re.compile(
    r"\b(?:accusation|allegation|criticism)s? (?:that|of)\b"
    # not "the suggestion that it leave"
    r"|\b(?:assertion|claim|notion|report|rumou?r|suggestion)s? that (?:[\w’'-]+ ){1,3}"
    r"(?:are|did|does|had|has|have|is|wanted|wants|was|were)\b"
)
_THE = re.compile(r"(?:the|its|their) ", re.IGNORECASE)  # "the flights must stop"
_TOLD = re.compile(r"(?:has |have |had )?(?:said|says|say|told|tells|added|according to)")
DOUBTFUL = 0.4  # probability of a kind below which it makes no position by itself
GUESSED = 0.1  # … and below which none at all, unless the act itself is one
HARDLY_KNOWN = 0.2  # … below which it makes none about another in any case
_OPEN = re.compile(
    r"\b(?:know|known|knew|knows|see|seen|sure|clear|unclear)\b[^.;]* whether (?:[\w’'-]+ ){1,4}$"
    r"|(?:\bno|(?:n['’]t|\bnot) have (?:any|an?)) (?:way|chance|means|hope|time) (?:of|to) $"
    r"|\b(?:why|how) (?:should|would|could|can|do|does|must)(?:n['’]t)? (?:[\w’'-]+ ){1,2}$",
    re.IGNORECASE,
)
_READY = re.compile(r"\b(?:ready|willing|prepared|open|able|determined)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One act as one statement of one entry names it."""

    entry: Entry
    statement: Statement
    act: Act
    owner: str  # side that would do it; "" for what is asked of nobody
    side: str  # side whose statement it is
    partners: tuple[str, ...] = ()  # the other sides that it takes
    partner: bool = False  # the owner is one of those, and not who the statement is about
    supposed: str = ""  # what points to the partners, where no words tell them
    service: bool = False  # serves others that have to come: "host the talks"
    label: str = ""  # of the act, without a tail that names a side
    turned: bool = False  # the label is of the contrary: "keep it shut" told as "open it"
    taken_for: str = ""  # what points to its being the act of its option, where the words do not
    supposed_owner: str = ""  # what points to the owner, where the words give the act to nobody
    opposite: str = ""  # the one other side that the speaker's side deals with

    @property
    def rule(self) -> Rule:
        """What the table says of it, as the kind that it is drafted as."""
        return TABLE[kind_of(self.statement, self.act, own=self.owner == self.side)]

    @property
    def negated(self) -> bool:
        """Whether the words have it that the act of the label is not done."""
        return self.act.negated != self.turned

    @property
    def tells_want(self) -> bool:
        """Whether the statement says of the act itself that its speaker wants it, or wants it not.

        An act of a condition is wanted, if at all, as the price of another.
        """
        told = self.act.place is ActPlace.CONTENT and not self.partner
        return told and self.rule.force is not Force.NOTHING

    @property
    def unwanted(self) -> bool:
        """Whether, where it tells a want, it is of the act of the label not being done."""
        if self.act.stance in (Stance.FOR, Stance.AGAINST):
            return (self.act.stance is Stance.AGAINST) != self.turned
        return self.negated if self.rule.force is Force.WANTS else not self.turned


def named_acts(view: View, sides: Sides) -> list[Named]:
    """Every act of every statement with the party that would do it, in the order of the reports.

    A promise or refusal without a doer is the speaker's own. A demand is not: another telling of
    the same entry may name who is asked; if none does, nobody is. Only what needs both sides ("a
    binding agreement", "talks") is an option of the one who asks for it as well.
    """
    by_id = {s.id: s for s in view.statements}
    around = around_of(view, sides)
    found: list[Named] = []
    for entry in view.entries:
        told = [by_id[id_] for id_ in entry.statements]
        for side in sides.speaking(entry):
            named = [
                Named(entry, statement, act, owner, side)
                for statement in told
                for act in _positions(statement, entry)
                if not _only_denied(statement, act)
                for owner in owners_of(act, side, statement, sides, around)
            ]
            named = [n for n in named if _counts(n)]
            for place in ActPlace:
                named += _of_other_tellings(entry, told, named, place, side)
            found += named
    names = {n for item in found for n in (item.owner, item.side) if n}

    def is_side(name: str) -> bool:
        return sides.of("", name) in names or sides.of("", f"the {name}") in names

    dealing = opposites(_turned_to(view, found, by_id, sides))
    return [
        replace(
            item,
            label=label_of(item.statement, item.act, item.owner, is_side),
            opposite=dealing.get(item.side, ""),
        )
        for item in found
    ]


def _only_denied(statement: Statement, act: Act) -> bool:
    """ "Rebutted the accusation that its articles are false": nothing is to be left undone;
    "defended herself against the charge": nothing that is backed."""
    before, _ = statement.around(act.span)
    if statement.kind is Kind.SUPPORT:
        return re.search(r"\bagainst (?:\w+ )?$", before) is not None
    if statement.kind is not Kind.REJECT:
        return False
    if act.thing and _SAID.search(act.label):
        return True
    told = act.place is ActPlace.CONTENT
    return told and _CHARGED.search(before) is not None


def _positions(statement: Statement, entry: Entry) -> Iterator[Act]:
    """The acts on which it is a position: all that a statement names, or those of which the model
    says so, with those of their condition."""
    every = is_position(statement, entry)
    taken = any(a.stance in (Stance.FOR, Stance.AGAINST) for a in statement.acts)
    for act in statement.acts:
        of_one = act.stance is not None if act.place is ActPlace.CONTENT else taken
        if every or of_one:
            yield act


def _turned_to(
    view: View, named: list[Named], by_id: dict[str, Statement], sides: Sides
) -> Iterator[tuple[str, frozenset[str]]]:
    """Each entry's side, with the other sides that its acts and words are of."""
    owners: dict[str, set[str]] = {}
    for item in named:
        owners.setdefault(item.entry.id, set()).add(item.owner)
    for entry in view.entries:
        said = [by_id[id_] for id_ in entry.statements]
        told = (s.target for s in said if s.kind not in (Kind.STATE, Kind.ASSESS))
        others = {sides.of(t.party, t.name) for t in told if t is not None}
        others |= owners.get(entry.id, set())
        speaking = sides.speaking(entry)
        for side in speaking:
            yield side, frozenset(others - {"", *speaking})


def _of_other_tellings(
    entry: Entry, told: list[Statement], named: list[Named], place: ActPlace, side: str
) -> list[Named]:
    """Acts whose doer this telling leaves out and another of the entry names; else nobody's."""
    owners = {n.owner for n in named if n.act.place is place}
    if place is ActPlace.CONTENT and entry.kind is Kind.REQUEST:
        owners.discard(side)  # who asks for it would not do it
    owning = {n.statement.id for n in named if n.act.place is place}
    nobodys = [
        (statement, act)
        for statement in told
        for act in _positions(statement, entry)
        if act.place is place and _nobody(act, statement)
        if place is ActPlace.CONDITION or not _is_unsure(statement, HARDLY_KNOWN)
    ]
    if len(owners) == 1:
        owner = next(iter(owners))
        return [
            Named(entry, statement, act, owner, side)
            for statement, act in nobodys
            if not (place is ActPlace.CONDITION and statement.id in owning)
        ]
    if place is ActPlace.CONDITION:
        return [
            Named(entry, statement, act, "", side)
            for statement, act in nobodys
            if statement.id not in owning
            and (act.actor is None or act.stance is not None or is_state_of_thing(act.label))
        ]
    return [
        Named(entry, statement, act, side if _takes_its_own(act, statement) else "", side)
        for statement, act in nobodys
        if act.stance is not None
        or (statement.kind is Kind.REQUEST and (act.actor is None or _THE.match(act.label)))
        or (kept_up(act.label) and statement.kind in _OWN)
    ]


def _takes_its_own(act: Act, statement: Statement) -> bool:
    """ "We need talks": it takes who says so as well; not "his refusal to talk", of another."""
    doer = "" if act.actor is None else act.actor.span.quote.lower()
    return is_joint(act) and not (statement.kind is Kind.ASSESS and doer in ("his", "her", "their"))


def _counts(item: Named) -> bool:
    """Of what is only believed, what the speaker's own side would do, and others' readiness."""
    statement = item.statement
    if item.act.place is ActPlace.CONDITION:
        return True
    if statement.kind is Kind.REJECT and item.owner not in ("", item.side):
        # "Osteria, X said, is not ready": told of another, and refused by nobody
        told = all(_TOLD.fullmatch(c.quote) for c in statement.cue)
        return not (told and any(_READY.search(s.quote) for s in statement.content))
    if _is_unsure(statement, HARDLY_KNOWN) and item.owner not in ("", item.side):
        return False  # what is told of another is no want of who tells it
    if _is_open(item) or (item.act.stance is None and _is_doubtful(statement)):
        return False
    if item.act.stance is None and _is_unsure(statement, GUESSED):
        return False
    if statement.kind is Kind.ACCUSE and item.act.stance is None:
        return False  # "accused Tarn of breaking the truce": done, as far as is told
    of_nobody = statement.kind is Kind.ASSESS or item.act.actor is None
    if of_nobody and media_role(item.entry.speaker) is not None:
        return False  # what an outlet takes to be so, or tells of nobody
    if statement.kind is not Kind.ASSESS:
        return True
    if item.act.stance is not None:
        return True
    if item.owner == item.side:
        return statement.modality in PLANS
    before = (s.quote[: max(0, item.act.span.start - s.start)] for s in statement.content)
    return any(_READY.search(text) for text in before)


def _is_open(item: Named) -> bool:
    """ "Would know in a year whether he could do it", "there is no way of doing it": no plan."""
    before, _ = item.statement.around(item.act.span)
    told = item.statement.kind in (Kind.ASSESS, Kind.REJECT, Kind.STATE)
    return told and _OPEN.search(before) is not None


def _is_unsure(statement: Statement, least: float) -> bool:
    sure = statement.kind_probability
    return sure is not None and sure < least


def _is_doubtful(statement: Statement) -> bool:
    """Whether it is hardly known what is said, and no condition or act to come speaks for it."""
    told = statement.condition is not None or statement.modality in TO_COME
    return _is_unsure(statement, DOUBTFUL) and not told


def _nobody(act: Act, statement: Statement) -> bool:
    """Its doer is told by words that name nobody, or (asked, or in a condition) not at all."""
    if act.actor is None:
        return act.place is ActPlace.CONDITION or statement.kind is Kind.REQUEST
    return not act.actor.party and not act.actor.name
