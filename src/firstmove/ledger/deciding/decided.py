"""Decisions carried out: on the readings before they are merged, and on the groups after.

kind, party and drop change what is merged; split forbids pairs to stand together; merge joins the
groups that hold its statements. Of two decisions that say otherwise on the same statements the
later one counts. Nothing here depends on the order of the reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from firstmove.ledger.deciding import anchors
from firstmove.ledger.decisions import Anchor, Decided, Decision, Effect, Event, Gone, Ruled, What
from firstmove.ledger.entry import Entry
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.parties.names import bare, fold
from firstmove.ledger.parties.people import Sort, each_mention, mentions, sort_of
from firstmove.report import Report, Span
from firstmove.statement import Kind, Mention, Reading, Statement

Pair = tuple[str, str]
_NO_PLACE = "the words it stands on are no statement of the reports that count now"
_SOME_PLACE = "some of the words it stands on are no statement of the reports that count now"
_NO_NAME = "no report that counts now, and of these days, has this name"
_MOVED = "found in the same text at other bounds than then"
_LATER = "a later decision says otherwise"


@dataclass
class Ruling:
    """Readings as decided, and what a merge has to keep apart and put together."""

    readings: tuple[Reading, ...]
    apart: set[Pair] = field(default_factory=set)  # statement ids, both ways round
    links: dict[Pair, Event] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    settled: set[str] = field(default_factory=set)  # folded names of people with a decided party
    _decided: Decided = field(default_factory=Decided)
    _hits: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)
    _notes: dict[int, str] = field(default_factory=dict)
    _effects: dict[int, Effect] = field(default_factory=dict)

    def joined(self, groups: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The groups, those that a decision puts together as one; ids in their first order."""
        if not self.links:
            return list(groups)
        order = {id_: n for n, group in enumerate(groups) for id_ in group}
        home = list(range(len(groups)))

        def root(n: int) -> int:
            while home[n] != n:
                n = home[n]
            return n

        for a, b in self.links:
            if a in order and b in order:
                first, second = sorted((root(order[a]), root(order[b])))
                home[second] = first
        found: dict[int, list[str]] = {}
        for n, group in enumerate(groups):
            found.setdefault(root(n), []).extend(group)
        return [tuple(ids) for ids in found.values()]

    def told(self, groups: Sequence[Sequence[str]]) -> tuple[Ruled, ...]:
        """Each decision and what became of it, given the groups that were made."""
        home = {id_: n for n, group in enumerate(groups) for id_ in group}
        return tuple(self._ruled(event, home) for event in self._decided.events)

    def _ruled(self, event: Event, home: dict[str, int]) -> Ruled:
        decision, number = event.decision, event.number
        assert decision is not None
        mine, others = self._hits.get(number, ([], []))
        effect = self._effects.get(number, Effect.IN_FORCE)
        note = self._notes.get(number, "")
        if number in self._decided.withdrawn:
            effect, note = Effect.WITHDRAWN, ""
        elif effect is Effect.IN_FORCE:
            homes, rest = ({home[id_] for id_ in ids if id_ in home} for ids in (mine, others))
            parted = decision.what is What.MERGE and len(homes) > 1
            if parted or (decision.what is What.SPLIT and homes & rest):
                effect, note = Effect.OVERRULED, _LATER
        return Ruled(number, event.at, decision, effect, tuple(mine), note)


def rule(decided: Decided, readings: Sequence[Reading]) -> Ruling:
    """Carry out the decisions on readings that stand in the order of ``in_order``."""
    count = tuple(r for r in readings if r.report.id not in decided.gone)
    ruling = Ruling(count, gone=_gone(decided, readings), _decided=decided)
    if not decided.events:
        return ruling
    by_report = {r.report.id: r.statements for r in count}

    def of(anchor: Anchor) -> Statement | None:
        return anchors.resolved(anchor, by_report, decided.newest(anchor.report))

    now: dict[Statement, Statement | None] = {}  # as read -> as decided; None where dropped
    found: dict[int, tuple[list[Statement], list[Statement]]] = {}
    for event in decided.in_force:
        assert event.decision is not None
        decision = event.decision
        if not decision.anchors:
            continue
        mine = [(a, s) for a in decision.anchors if (s := of(a)) is not None]
        others = [s for a in decision.others if (s := of(a)) is not None]
        found[event.number] = [s for _, s in mine], others
        needed = 2 if decision.what is What.MERGE else 1
        if len(mine) < needed or (decision.what is What.SPLIT and not others):
            ruling._effects[event.number] = Effect.LOST
            ruling._notes[event.number] = _NO_PLACE
        elif len(mine) < len(decision.anchors):
            ruling._notes[event.number] = _SOME_PLACE
        elif any(anchors.moved(a, s) and s.report_id == a.report for a, s in mine):
            ruling._notes[event.number] = _MOVED
        _of_statements(decision, [s for _, s in mine], now)
    ruling.readings = tuple(_read_as(reading, now) for reading in count)
    _names(decided, ruling)
    for number, (own, rest) in found.items():
        ruling._hits[number] = _ids(own, now), _ids(rest, now)
    _pairs(decided, ruling)
    _overruled(decided, ruling)
    return ruling


def marked(entries: Sequence[Entry], decisions: Sequence[Ruled]) -> list[Entry]:
    """The entries, each with the numbers of the decisions in force that bear on it."""
    bearing: dict[str, list[int]] = {}
    for ruled in decisions:
        if ruled.effect is Effect.IN_FORCE:
            for id_ in ruled.statements:
                bearing.setdefault(id_, []).append(ruled.number)
    if not bearing:
        return list(entries)
    return [
        replace(
            e, decisions=tuple(sorted({n for id_ in e.statements for n in bearing.get(id_, ())}))
        )
        for e in entries
    ]


def _gone(decided: Decided, readings: Sequence[Reading]) -> tuple[Gone, ...]:
    found = []
    for reading in readings:
        if (event := decided.gone.get(reading.report.id)) is not None:
            assert event.decision is not None
            why = event.decision
            found.append(Gone(reading.report, event.number, event.at, why.reason, why.by))
    return tuple(found)


def _of_statements(
    decision: Decision, mine: Sequence[Statement], now: dict[Statement, Statement | None]
) -> None:
    for read in mine:
        if decision.what is What.DROP:
            now[read] = None
        elif decision.what is What.KIND and (known := now.get(read, read)) is not None:
            # How sure the reader was says nothing of a kind that it did not choose.
            now[read] = replace(known, kind=Kind(decision.value), kind_probability=None)


def _read_as(reading: Reading, now: dict[Statement, Statement | None]) -> Reading:
    if not any(s.report_id == reading.report.id for s in now):
        return reading
    kept = (now.get(s, s) for s in reading.statements)
    return replace(reading, statements=tuple(s for s in kept if s is not None))


def _ids(read: Sequence[Statement], now: dict[Statement, Statement | None]) -> list[str]:
    kept = [now.get(s, s) for s in read]
    return list(dict.fromkeys(s.id for s in kept if s is not None))


def _pairs(decided: Decided, ruling: Ruling) -> None:
    """What may not, and what must stand together; a later decision lifts an earlier one."""
    for event in decided.in_force:
        if event.number not in ruling._hits or event.number in ruling._effects:
            continue
        mine, others = ruling._hits[event.number]
        if event.what is What.SPLIT:
            for a in mine:
                for b in others:
                    ruling.apart |= {(a, b), (b, a)}
                    ruling.links.pop((a, b), None)
                    ruling.links.pop((b, a), None)
        elif event.what is What.MERGE:
            for a, b in pairwise(mine):
                ruling.apart -= {(a, b), (b, a)}
                ruling.links[a, b] = event


def _overruled(decided: Decided, ruling: Ruling) -> None:
    """Of two kinds for one statement, parties for one name, edits of the model the last counts."""
    later: set[object] = set()
    for event in reversed(decided.in_force):
        decision = event.decision
        assert decision is not None
        keys: set[object] = set()
        if event.what is What.KIND:
            keys = set(decision.anchors)
        elif event.what is What.PARTY:
            keys = {(fold(decision.name), decision.since, decision.until)}
        elif event.what is What.MODEL:
            keys = {What.MODEL}
        if keys and keys <= later and event.number not in ruling._effects:
            ruling._effects[event.number] = Effect.OVERRULED
            ruling._notes[event.number] = _LATER
        later |= keys


# --- names and parties -----------------------------------------------------------------------


def _names(decided: Decided, ruling: Ruling) -> None:
    asked = [e for e in decided.in_force if e.what is What.PARTY]
    if not asked:
        return
    cast = Cast(ruling.readings)
    people = [p for party in cast.parties for p in party.people] + list(cast.people)
    readings = ruling.readings
    for event in asked:
        decision = event.decision
        assert decision is not None
        wanted = fold(bare(decision.name) or decision.name)
        known = [p for p in people if wanted in {fold(p.name), *map(fold, p.spellings)}]
        # Of two people of one name, none is meant where only the name is told.
        places = {m.span for m in known[0].mentions} if len(known) == 1 else set()
        ruling.settled |= {wanted, *(fold(person.name) for person in known if places)}
        meant = [r for r in readings if _within(r.report, decision)]
        if not any(_means(m, decision, wanted, places) for m in mentions(meant)):
            ruling._effects[event.number] = Effect.LOST
            ruling._notes[event.number] = _NO_NAME
            continue
        spoken = (s for r in meant for s in r.statements if s.speaker is not None)
        ids = [s.id for s in spoken if s.speaker and _means(s.speaker, decision, wanted, places)]
        ruling._hits[event.number] = ids, []
        readings = tuple(_renamed(r, decision, wanted, places) for r in readings)
    ruling.readings = readings


def _means(mention: Mention, decision: Decision, wanted: str, places: set[Span]) -> bool:
    return (
        mention.span in places
        or fold(bare(mention.name) or mention.name) == wanted
        or fold(mention.party) == fold(decision.name)
    )


def _renamed(reading: Reading, decision: Decision, wanted: str, places: set[Span]) -> Reading:
    if not _within(reading.report, decision):
        return reading

    def party(mention: Mention) -> Mention:
        if not _means(mention, decision, wanted, places) or mention.party == decision.value:
            return mention
        if sort_of(mention) is not Sort.PARTY:
            # The words that told the other party tell nothing of this one.
            return replace(mention, party=decision.value, party_span=None)
        own = fold(mention.name) == fold(mention.party)
        return replace(mention, party=decision.value, name=decision.value if own else mention.name)

    changed: Reading = each_mention(reading, party)
    return changed


def _within(report: Report, decision: Decision) -> bool:
    """Where days are given, a report without a day is not meant."""
    if decision.since is None and decision.until is None:
        return True
    day = report.published
    return (
        day is not None
        and (decision.since is None or decision.since <= day)
        and (decision.until is None or day <= decision.until)
    )
