"""Which entries stand against each other: one affirms what the other denies.

Each two are judged by their leading statements alone. So of two that led an entry before, and of
which nothing changed, it is known whether they do; only the others are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.compatible import days_apart, kinds_fit, opposite_acts
from firstmove.ledger.comparing.frame import other_filler
from firstmove.ledger.comparing.gist import Gists
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.sharing import Passage, sharing
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.entry import Entry
from firstmove.ledger.parties.people import Sort
from firstmove.ledger.words import Words, lexicon, negated, stem, tokens
from firstmove.statement import Kind

Pair = tuple[str, str]  # ids of two leading statements

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


class Opposed:
    """The pairs of entries, of one speaker and of two people of one party, that are opposed.

    ``known``: the pairs found before; ``settled``: the statements that led an entry then and are
    as they were.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        by_id: Mapping[str, Telling],
        *,
        known: Collection[Pair] = (),
        settled: Collection[str] = (),
    ) -> None:
        self._known: dict[str, list[str]] = {}
        for a, b in known:
            if a in settled and b in settled:
                self._known.setdefault(a, []).append(b)
                self._known.setdefault(b, []).append(a)
        self._settled = settled
        told = [by_id[entry.lead] for entry in entries]
        speaking: dict[str, list[Telling]] = {}
        for telling in told:
            if telling.speaker.key:
                speaking.setdefault(telling.speaker.key, []).append(telling)
        found = [pair for mine in speaking.values() for pair in self._among(mine)]
        self._pairs = [(a.id, b.id) for a, b in found]
        self._of_one_speaker = [(a.id, b.id) for a, b in found if a.speaker == b.speaker]
        parties = dict.fromkeys(t.speaker.party for t in told if t.speaker.sort is Sort.PERSON)
        place = {party: n for n, party in enumerate(parties) if party}
        of_two = [
            (place[a.speaker.party], (a.id, b.id))
            for a, b in found
            if a.speaker.sort is b.speaker.sort is Sort.PERSON
            and a.speaker.party == b.speaker.party in place
            and a.speaker != b.speaker
        ]
        self._of_one_party = [pair for _, pair in sorted(of_two, key=itemgetter(0))]

    @property
    def pairs(self) -> list[Pair]:
        """All that were found, by the ids of their leading statements; for the next merge."""
        return sorted((min(pair), max(pair)) for pair in self._pairs)

    def of_one_speaker(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
        """Those of one speaker, as the entries of now, led by the same statements."""
        return _as_entries(self._of_one_speaker, entries)

    def of_one_party(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
        """Those of two people of one party."""
        return _as_entries(self._of_one_party, entries)

    def _among(self, told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
        """Pairs of which one affirms what the other denies, in order."""
        place = {t.id: n for n, t in enumerate(told)}
        touched = [n for n, t in enumerate(told) if t.id not in self._settled]
        if 4 * len(touched) > len(told):
            found = {pair for pair in _may_be(told) if _opposed(told[pair[0]], told[pair[1]])}
        else:
            found = {
                (place[t.id], place[other])
                for t in told
                for other in self._known.get(t.id, ())
                if other in place and place[t.id] < place[other]
            }
            gists = Gists([telling.gist for telling in told]) if touched else None
            for n in touched:
                for m in gists.may_deny(n, _LEAST_MASS, _OF_LONGER) if gists else ():
                    x, y = min(n, m), max(n, m)
                    if _opposed(told[x], told[y]):
                        found.add((x, y))
        for x, y in sorted(found):
            yield told[x], told[y]


def _as_entries(pairs: Sequence[Pair], entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    led = {entry.lead: entry for entry in entries}
    return ((led[a], led[b]) for a, b in pairs)


def _may_be(told: Sequence[Telling]) -> set[tuple[int, int]]:
    """Pairs that share words enough to be opposed: every pair that is stands among them."""
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
    return {pair for pair in sharing(denied) if stances[pair[0]] != stances[pair[1]]} | {
        pair for pair in sharing(contrary) if stances[pair[0]] == stances[pair[1]]
    }


def _by_without(telling: Telling) -> bool:
    plain = telling.words.plain
    if "without" not in plain:
        return False
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
