"""Entries that stand against each other: yes and no, and a change of mind.

They stay entries of their own, so that neither is shown as the other's, and each gets a difference
with the words of both. What one report, or one party, tells in two ways is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.compatible import days_apart, kinds_fit, opposite_acts
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.sharing import Passage, holders
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.words import Words, lexicon, negated, stem, tokens
from firstmove.ledger.differing.parted import Clash, days_between, pairs_in, parted, with_cue
from firstmove.ledger.differing.relations import sides_of
from firstmove.ledger.differing.turned import in_other_words, of_one_act
from firstmove.ledger.entry import Contradiction, Entry, Relation, Side
from firstmove.ledger.parties.people import Sort
from firstmove.statement import Kind

_OPPOSITE = frozenset((Kind.AGREE, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.CONSULT))
_AGAINST = frozenset((Kind.REJECT, Kind.PROTEST))
_SHARED_OF_A_CONTRADICTION = 2  # keys: one word may be of two things
_LEAST_MASS = 1.0
_OF_LONGER = 0.45
_ONE_CONDITION = 0.75  # of the words of each of two conditions have a counterpart
_ALL_BUT = 0.7  # of the words of the longer one, besides two that are opposite
# Kinds in which a reader gives what somebody will do or have happen.
_PLANS = frozenset((Kind.ASSESS, Kind.STATE, Kind.THREATEN, Kind.AGREE, Kind.SANCTION))
_REFUSALS = frozenset(stem(word) for word in "refuse reject deny dismiss decline".split())


def contradictions(
    entries: Sequence[Entry], by_id: dict[str, Telling], meanings: Meanings
) -> Iterator[Entry]:
    """Entries of one speaker in two reports of which one affirms what the other denies.

    Said on one occasion, as far as is told, both get the relation ``differ`` and a difference of
    field ``stance`` with the words of both. Said days apart it is a change over time: both get the
    relation ``update``, unless they differ from others, and the same difference, earlier first;
    so do those in which it is told in other words (``turned.py``).
    """
    clash: list[Clash] = []
    changed: list[Clash] = []
    turned = in_other_words(entries, by_id, meanings, days_between)
    for one, other in (*_opposed_of_one_speaker(entries, by_id), *turned):
        a, b = by_id[one.lead], by_id[other.lead]
        if not (opposite_acts(a.words, b.words) or of_one_act(a, b, meanings)):
            continue
        apart = days_between(a, b)
        if apart is None and set(one.reports).isdisjoint(other.reports):
            clash.append((one, other, sides_of([(a, with_cue(a)), (b, with_cue(b))])))
        elif apart:
            sides = [side for t in apart for side in sides_of([(t, with_cue(t))])]
            changed.append((one, other, tuple(sides)))
    told = parted(entries, "stance", clash, by_id)
    yield from parted(tuple(told), "stance", changed, by_id, relation=Relation.UPDATE)


def both_ways(entries: Sequence[Entry], by_id: dict[str, Telling]) -> tuple[Contradiction, ...]:
    """Each yes and no of one speaker in one report, and of two people of one party, said on one
    occasion as far as is told."""
    found: dict[Contradiction, None] = {}
    for one, other in _opposed_of_one_speaker(entries, by_id):
        a, b = by_id[one.lead], by_id[other.lead]
        if set(one.reports) & set(other.reports) and days_between(a, b) is None:
            found[_contradiction("report", a.speaker.name, a, b)] = None
    by_party: dict[str, list[Entry]] = {}
    for entry in entries:
        speaker = by_id[entry.lead].speaker
        if speaker.party and speaker.sort is Sort.PERSON:
            by_party.setdefault(speaker.party, []).append(entry)
    for party, mine in by_party.items():
        for one, other in _opposed_among(mine, by_id):
            a, b = by_id[one.lead], by_id[other.lead]
            if a.speaker != b.speaker and days_between(a, b) is None:
                found[_contradiction("party", party, a, b)] = None
    return tuple(found)


def _contradiction(within: str, name: str, a: Telling, b: Telling) -> Contradiction:
    sides = [Side(t.id, t.report.id, with_cue(t)) for t in (a, b)]
    return Contradiction(within, name, (a.speaker.name, b.speaker.name), (sides[0], sides[1]))


def told_both_ways(found: Sequence[Contradiction], names: Mapping[str, str]) -> tuple[str, ...]:
    """One sentence for each; ``names``: what to call each report, by its id."""
    notes: dict[str, None] = {}
    for one in found:
        a, b = (f"“{side.span.quote}” in {names[side.report]}" for side in one.sides)
        if one.within == "report":
            notes[f"Told both ways of {one.name}: {a}; {b}."] = None
        else:
            told = f"{one.speakers[0]} {a}; {one.speakers[1]} {b}"
            notes[f"Two people of {one.name}, one for and one against: {told}."] = None
    return tuple(notes)


def _opposed_of_one_speaker(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    speaking: dict[str, list[Entry]] = {}
    for entry in entries:
        speaking.setdefault(by_id[entry.lead].speaker.key, []).append(entry)
    for key, mine in speaking.items():
        if key:
            for one, other in _opposed_among(mine, by_id):
                if by_id[one.lead].speaker == by_id[other.lead].speaker:
                    yield one, other


def _opposed_among(
    entries: Sequence[Entry], by_id: dict[str, Telling]
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of which one affirms what the other denies, in order."""
    told = [by_id[entry.lead] for entry in entries]
    stances = [telling.stance for telling in told]
    opposites = {key for pair in lexicon().acts for key in pair}
    denied: list[Passage] = []
    contrary: list[Passage] = []
    for n, telling in enumerate(told):
        weights = telling.words.weights
        if stances[n]:
            denied.append((n, weights, max(_LEAST_MASS, _OF_LONGER * telling.words.mass)))
        if stances[n] and not opposites.isdisjoint(weights):
            rest = sum(w for key, w in weights.items() if key not in opposites)
            contrary.append((n, weights, _ALL_BUT * rest))
    found = {
        pair for pair in pairs_in(holders(denied).values()) if stances[pair[0]] != stances[pair[1]]
    }
    found |= {
        pair
        for pair in pairs_in(holders(contrary).values())
        if stances[pair[0]] == stances[pair[1]]
    }
    for x, y in sorted(found):
        if _opposed(told[x], told[y]):
            yield entries[x], entries[y]


def _by_without(telling: Telling) -> bool:
    plain = telling.words.plain
    return negated(plain) != negated(tuple(word for word in plain if word != "without"))


def _opposed(a: Telling, b: Telling) -> bool:
    """Whether one affirms what the other denies, as far as their words tell.

    "Lift" and "impose" deny one another as well; "will not lift" and "will impose" do not.
    """
    contrary = opposite_acts(a.words, b.words)
    if not a.stance * b.stance or (a.stance == b.stance) is not bool(contrary):
        return False
    if not _on_one_condition(a.condition, b.condition):
        return False
    if a.said_on is b.said_on is None and days_apart(a.statement.when, b.statement.when):
        return False  # done on one day, not done on another
    if _by_without(a) or _by_without(b):
        return False  # "without talks" says how, and denies not that
    if other_numbers(a.numbers, b.numbers):
        return False  # to refuse four per cent is not to refuse six
    if contrary:
        return _but_for(contrary, a, b)
    denied = _would_and_would_not(a, b)
    if not (_of_kinds_that_clash(a, b) or denied):
        return False
    shared = a.words.weights.keys() & b.words.weights.keys()
    if len(shared) < _SHARED_OF_A_CONTRADICTION:
        return False
    mass = sum(a.words.weights[key] for key in shared)
    # Two quotations may be two sentences of one speech: there only the denial may part them.
    of_longer = 0.8 if denied or (a.direct and b.direct) else _OF_LONGER
    return (
        mass >= _LEAST_MASS
        and mass >= 0.6 * min(a.words.mass, b.words.mass)
        and (mass >= of_longer * max(a.words.mass, b.words.mass))
    )


def _of_kinds_that_clash(a: Telling, b: Telling) -> bool:
    kinds = {a.statement.kind, b.statement.kind}
    if kinds & _AGAINST:
        return bool(kinds & _OPPOSITE)  # to reject a thing is not to deny what is said of it
    return kinds_fit(a.statement.kind, b.statement.kind)


def _would_and_would_not(a: Telling, b: Telling) -> bool:
    """Whether what one says would be the other, read as a rejection, says would not be."""
    for one, two in ((a, b), (b, a)):
        if one.statement.kind in _AGAINST and two.statement.kind in _PLANS:
            return one.words.negated and not two.words.negated and not _refusing(one)
    return False


def _refusing(telling: Telling) -> bool:
    """Whether the cue tells of refusing ("refused not to …")."""
    return any(stem(word) in _REFUSALS for s in telling.statement.cue for word in tokens(s.quote))


def _on_one_condition(a: Words | None, b: Words | None) -> bool:
    """Whether both are told without a condition, or on one and the same.

    Yes if the ban is lifted, no while it is in force: that is one position.
    """
    if a is None or b is None:
        return a is b
    return (
        a.negated == b.negated
        and aligned(a, b).least >= _ONE_CONDITION
        and other_filler(a, b) is None
        and not opposite_acts(a, b)
    )


def _but_for(pair: tuple[str, ...], a: Telling, b: Telling) -> bool:
    """Whether all that tells the one from the other are two opposite words."""
    mine, theirs = ({k: w for k, w in t.words.weights.items() if k not in pair} for t in (a, b))
    told = [k for k in mine.keys() & theirs.keys() if k[0] != "@"]
    mass = sum(mine[key] for key in mine.keys() & theirs.keys())
    longer = max(sum(mine.values()), sum(theirs.values()))
    fit = (
        kinds_fit(a.statement.kind, b.statement.kind)
        or {t.statement.kind for t in (a, b)} <= _PLANS | _OPPOSITE
    )
    return bool(told) and fit and mass >= _ALL_BUT * longer
