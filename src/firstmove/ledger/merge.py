"""All readings of a case as one view: a pure function, the same for any order of the readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from firstmove.heads import Head
from firstmove.ledger.comparing.compatible import against
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.pairs import candidates
from firstmove.ledger.comparing.similar import Likeness, Similarity, by_meaning
from firstmove.ledger.comparing.telling import Telling, each_told
from firstmove.ledger.deciding.decided import marked, rule
from firstmove.ledger.decisions import Decided, Event
from firstmove.ledger.differing.among import among
from firstmove.ledger.differing.counts import counts
from firstmove.ledger.differing.figures import (
    Contexts,
    clashes,
    figures_told_differently,
)
from firstmove.ledger.differing.opposed import both_ways, told_both_ways
from firstmove.ledger.differing.opposed_pairs import Opposed
from firstmove.ledger.differing.relations import differences
from firstmove.ledger.differing.tally import tallies
from firstmove.ledger.entry import Difference, Entry, Merge, Relation, View
from firstmove.ledger.incremental.again import Again, Scores, grouped, rescored
from firstmove.ledger.incremental.retold import retold
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.parties.governments import heads_of, kept_apart
from firstmove.ledger.parties.people import Sort, Who
from firstmove.ledger.witnesses.occasion import occasions, told_apart
from firstmove.ledger.witnesses.origins import Origins, origins, witnesses
from firstmove.report import content_id
from firstmove.statement import Reading

THRESHOLD = 0.48


def merge(
    readings: Sequence[Reading],
    *,
    similar: Similarity | None = None,
    threshold: float = THRESHOLD,
    meanings: Meanings | None = None,
    decided: Decided | None = None,
    again: Again | None = None,
) -> View:
    """Everything told, each thing said once.

    Reports stand in the order of their day, undated ones last, then of their name and id; the
    same report given twice counts once. An entry's id is made from its first telling in that
    order, so it stays when later reports tell the same. ``meanings`` spares the making of vectors
    that are known; it takes up those that are made. ``decided``: what an analyst decided.
    ``again``: a merge before, by this very program with these measures, of which what did not
    change is taken over; the view is the same without it. It takes up what the next one needs.
    """
    meanings = meanings or Meanings()
    again = again or Again()
    ruling = rule(decided or Decided(), in_order(readings))
    again.new_heads |= heads_of(ruling.readings, again.heads)
    ordered = kept_apart(ruling.readings, again.new_heads, frozenset(ruling.settled))
    cast = Cast(ordered, settled=ruling.settled)
    events = occasions(
        ordered,
        meanings,
        known=again.reports,
        before=again.occasions,
        new=again.new_reports,
    )
    told = retold(ordered, cast, events, again.told, again.new_told)
    measure = similar or by_meaning(meanings)

    def score(told: Sequence[Telling], touching: frozenset[int] | None) -> Scores:
        return _score(told, measure, meanings, touching)

    found, likeness = grouped(told, events, ruling.apart, score, threshold, again)
    by_id = {telling.id: telling for telling in told}
    groups = [
        sorted((by_id[id_] for id_ in group), key=lambda telling: telling.order)
        for group in ruling.joined(found)
    ]
    put_together = {id_ for pair in ruling.links for id_ in pair}
    rescored((g for g in groups if any(t.id in put_together for t in g)), score, likeness)
    decisions = ruling.told([[telling.id for telling in group] for group in groups])
    same_origin = origins(ordered, again.printed, again.new_printed)
    parted = again.parted_before()
    settled = again.settled_entries(put_together)
    entries = [
        settled.get(tuple(telling.id for telling in group))
        or _entry(group, likeness, same_origin, ruling.links, parted)
        for group in groups
    ]
    again.new_parted |= {e.id: e.differences for e in entries if len(e.reports) > 1}
    entries = marked(entries, decisions)
    contexts = Contexts(again.contexts)
    told_figures = clashes(ordered, contexts)
    opposed = Opposed(entries, by_id, known=again.opposed, settled=again.leads_before())
    again.new_opposed += opposed.pairs
    hashes = {id_: row.told for id_, row in again.new.items()}
    entries = among(entries, by_id, meanings, opposed, hashes, again.speakers, again.new_speakers)
    entries = list(counts(entries, [(a, b) for _, a, _, b in told_figures], by_id))
    opposite = both_ways(entries, by_id, opposed)
    names = {reading.report.id: reading.report.called for reading in ordered}
    counted = tallies(ordered, events, contexts)
    again.new_contexts |= contexts.kept()
    return replace(
        _told(ordered, cast),
        entries=tuple(entries),
        origins=same_origin.groups,
        copied=same_origin.copied,
        notes=(
            *told_apart(events, names),
            *cast.notes,
            *figures_told_differently(told_figures),
            *told_both_ways(opposite, names),
        ),
        contradictions=opposite,
        tallies=counted,
        occasions=events,
        decisions=decisions,
        gone=ruling.gone,
    )


def unmerged(
    readings: Sequence[Reading],
    decided: Decided | None = None,
    heads: Mapping[str, Mapping[str, Head]] | None = None,
) -> View:
    """The view that ``merge`` gives, without what comes of comparing: what the readings tell, as
    decided, and who is who in them. ``heads``: those that are known to be told, by report."""
    ruling = rule(decided or Decided(), in_order(readings))
    told = heads_of(ruling.readings, heads or {})
    ordered = kept_apart(ruling.readings, told, frozenset(ruling.settled))
    return _told(ordered, Cast(ordered, settled=ruling.settled))


def _told(ordered: Sequence[Reading], cast: Cast) -> View:
    return View(
        reports=tuple(reading.report for reading in ordered),
        statements=tuple(statement for statement, _ in each_told(ordered)),
        parties=cast.parties,
        entries=(),
        origins=(),
        figures=tuple(figure for reading in ordered for figure in reading.figures),
        dates=tuple(when for reading in ordered for when in reading.dates),
        unknowns=tuple(span for reading in ordered for span in reading.unknowns),
        events=tuple(event for reading in ordered for event in reading.events),
        problems=tuple(problem for reading in ordered for problem in reading.problems),
        sentences=tuple((r.report.id, r.sentences) for r in ordered if r.sentences),
        people=cast.people,
    )


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Each report once, in an order that does not depend on that of ``readings``."""

    def key(reading: Reading) -> tuple[date, str, str, str]:
        report = reading.report
        return report.published or date.max, report.name, report.source, report.id

    first: dict[str, Reading] = {}
    for reading in readings:
        known = first.get(reading.report.id)
        # Two readings of one text: the one that comes first by its content, not by its turn.
        if known is None or (reading != known and _rank(reading) < _rank(known)):
            first[reading.report.id] = reading
    return tuple(sorted(first.values(), key=key))


def _rank(reading: Reading) -> tuple[str, str, str]:
    return reading.report.name, reading.report.source, repr(reading)


def _score(
    told: Sequence[Telling],
    similar: Similarity,
    meanings: Meanings,
    touching: frozenset[int] | None,
) -> Scores:
    """Pairs that may stand together, with how alike they are."""
    found: Scores = {}
    for x, y in candidates(told, meanings, touching):
        a, b = told[x], told[y]
        if not against(a, b):
            found[a.id, b.id] = similar(a, b)
    return found


def _entry(
    group: Sequence[Telling],
    likeness: dict[tuple[str, str], Likeness],
    same_origin: Origins,
    links: Mapping[tuple[str, str], Event],
    known: Mapping[tuple[str, ...], tuple[Difference, ...]],
) -> Entry:
    """``known``: the differences between statements that are as they were, by their ids."""
    lead = min(group, key=lambda t: (not t.direct, -len(t.statement.quote), t.order))
    reports = tuple(dict.fromkeys(t.report.id for t in group))
    ids = tuple(t.id for t in group)
    parted: tuple[Difference, ...] = ()
    if len(reports) > 1:
        parted = known[ids] if ids in known else differences(group)
    origins_telling = witnesses(group, same_origin)
    if parted:
        relation = Relation.DIFFER
    else:
        # Prints of one text are one witness, however many.
        relation = Relation.AGREE if len(origins_telling) > 1 else Relation.ONLY_ONE
    speaker = min((lead.speaker, *(t.speaker for t in group)), key=_vague)
    targets = dict.fromkeys(t.target.party for t in group if t.target.party)
    return Entry(
        id=content_id("e-", group[0].id),
        relation=relation,
        party=speaker.party or lead.speaker.party,
        speaker=speaker.name,
        kind=lead.statement.kind,
        statements=ids,
        reports=reports,
        witnesses=len(origins_telling),
        lead=lead.id,
        target=lead.target.party or (next(iter(targets)) if len(targets) == 1 else ""),
        differences=parted,
        merges=tuple(_merges(group, likeness, links)),
        origins=tuple(shared for shared in origins_telling if len(shared) > 1),
    )


def _merges(
    group: Sequence[Telling],
    likeness: Mapping[tuple[str, str], Likeness],
    links: Mapping[tuple[str, str], Event],
) -> Iterator[Merge]:
    """The reason for each pair; one that only a decision on others brought together has none."""
    for a, b in combinations(group, 2):
        like = likeness.get((a.id, b.id))
        event = links.get((a.id, b.id)) or links.get((b.id, a.id))
        reasons = like.reasons if like is not None else ()
        if event is not None:
            reasons = (*reasons, f"decision {event.number}")
        if reasons:
            yield Merge(a.id, b.id, like.score if like is not None else 0.0, reasons)


def _vague(who: Who) -> int:
    """A named person tells more than a body or role, that more than the party."""
    return (Sort.PERSON, Sort.BODY, Sort.PARTY, Sort.NOBODY).index(who.sort)
