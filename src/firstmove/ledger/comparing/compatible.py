"""What may never stand in one entry, however alike it sounds. A false merge is a false attribution.

Each rule is a function that gives the reason, or "" where it has nothing against the pair.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from firstmove.ledger.comparing.align import aligned
from firstmove.ledger.comparing.conditional import (
    contrary_conditions,
    one_offer,
    quoted_shorter,
    sums_up,
    told_within,
    until_otherwise,
)
from firstmove.ledger.comparing.numbers import other_numbers
from firstmove.ledger.comparing.one_look import denied_alike
from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.comparing.verbatim import (
    SAME_UTTERANCE,
    in_order,
    one_utterance,
    same_speech,
    within,
)
from firstmove.ledger.parties.names import fold, split_name
from firstmove.ledger.parties.people import Sort, Who
from firstmove.ledger.words import Words, lexicon, longest_run
from firstmove.statement import Basis, Kind, Modality, ViaRole, When

_TOLD_AGAIN = 0.6  # of the lesser words of two tellings in one report, to be one thing
_AS_LONG = 0.5
_LONG_SENTENCE = 8  # words
_NEARLY_ALL = 0.8
_ALIKE = 0.7  # of the words of each have a counterpart
_LEAST_ALIKE = 2  # keys that both have
_SPELLED = 0.9  # of the letters of two given names, to be one in two spellings
_ONE_SENTENCE = 5  # words in a row, of two quotations that are nearly the same already

# Kinds that two readers give to one and the same utterance. STATE, the kind for what fits nowhere
# else, goes with all but the strongest acts.
_FAMILIES: tuple[frozenset[Kind], ...] = (
    frozenset((Kind.AGREE, Kind.CONSULT, Kind.SUPPORT, Kind.COOPERATE, Kind.CONCEDE, Kind.STATE)),
    frozenset((Kind.CONCEDE, Kind.RETREAT, Kind.STATE)),
    frozenset((Kind.COOPERATE, Kind.AID, Kind.SUPPORT, Kind.STATE)),
    frozenset((Kind.REQUEST, Kind.STATE)),
    frozenset((Kind.REQUEST, Kind.CONSULT)),
    frozenset((Kind.REJECT, Kind.STATE)),
    frozenset((Kind.THREATEN, Kind.WARN)),
    frozenset((Kind.THREATEN, Kind.STATE)),
    frozenset((Kind.THREATEN, Kind.SANCTION)),
    frozenset((Kind.THREATEN, Kind.REQUEST)),  # "no debate unless they pay"
    frozenset((Kind.WARN, Kind.ASSESS, Kind.STATE)),
    frozenset((Kind.ACCUSE, Kind.PROTEST)),
    frozenset((Kind.ACCUSE, Kind.ASSESS, Kind.STATE)),
    frozenset((Kind.REJECT, Kind.PROTEST)),
    frozenset((Kind.SANCTION, Kind.COERCE, Kind.STATE)),
    frozenset((Kind.MOBILIZE, Kind.STATE)),
)
_AGAINST = frozenset((Kind.REJECT, Kind.PROTEST))


def kinds_fit(a: Kind, b: Kind) -> bool:
    return a is b or any(a in family and b in family for family in _FAMILIES)


def speakers_fit(a: Who, b: Who) -> bool:
    """A person and the party spoken for fit; two people don't, though of one party."""
    if Sort.NOBODY in (a.sort, b.sort):
        return False
    if a.sort is b.sort is Sort.PERSON:
        return a == b
    if a.party and b.party:
        return a.party == b.party
    return a.name == b.name


def perhaps_the_named_one(a: Telling, b: Telling) -> bool:
    """One utterance, verbatim in two reports, of which one does not name its speaker.

    "A negotiator said" may be the man whom the other report names, unless the parties differ.
    """
    unnamed = sum(_unnamed(t.speaker) for t in (a, b))
    persons = sum(t.speaker.sort is Sort.PERSON for t in (a, b))
    told = unnamed >= 1 and unnamed + persons == 2
    return told and not _of_two_sides(a.speaker, b.speaker) and _one_speech(a, b)


def _two_of_one_side(a: Telling, b: Telling) -> bool:
    """Whether one report tells of an official or body beside another: "Poe said", "Green members
    said". What the side itself is told to say may be what its speaker is quoted with."""
    if a.report.id != b.report.id or a.speaker == b.speaker:
        return False
    return Sort.BODY in (a.speaker.sort, b.speaker.sort) and not any(
        t.speaker.sort is Sort.PARTY for t in (a, b)
    )


def _some_people(who: Who) -> bool:
    """ "people", "two officials" of no side: in another report they may be others."""
    words = who.name.split(" ")
    many = words[-1] == "people" or words[-1].endswith("s")
    return not who.party and _unnamed(who) and many and words[0] != "the"


def _unnamed(who: Who) -> bool:
    """Nobody, or someone told by a role alone ("an official", "the Oste governor")."""
    ends = who.name[:1] + who.name.split(" ")[-1]
    return who.sort is Sort.NOBODY or (who.sort is Sort.BODY and ends == ends.lower())


def of_one_family(a: Telling, b: Telling) -> bool:
    """One utterance, verbatim in two reports, of which one names the family alone ("Mrs. Roe") or
    spells the given name otherwise ("Vincente")."""
    if not (a.speaker.sort is b.speaker.sort is Sort.PERSON):
        return False
    (given, family), (other, name) = (split_name(t.speaker.name) for t in (a, b))
    if family != name or (given and other and not _nearly(given[0], other[0])):
        return False
    return not _of_two_sides(a.speaker, b.speaker) and _one_speech(a, b)


def _one_speech(a: Telling, b: Telling) -> bool:
    """Whether two reports quote the same words."""
    return a.report.id != b.report.id and a.direct and b.direct and same_speech(a, b)


def _nearly(one: str, other: str) -> bool:
    return SequenceMatcher(None, min(one, other), max(one, other)).ratio() >= _SPELLED


def _of_two_sides(a: Who, b: Who) -> bool:
    """Whether two parties are told; who is a side alone is told of none."""
    sides = {who.party for who in (a, b) if who.party and who.party != who.name}
    return len(sides) > 1


def words_given_to_another(a: Telling, b: Telling) -> bool:
    """One utterance, verbatim in two reports, given to two people of one party."""
    return (
        a.direct
        and b.direct
        and a.report.id != b.report.id
        and a.speaker.sort is b.speaker.sort is Sort.PERSON
        and a.speaker.party == b.speaker.party != ""
        and longest_run(a.words.plain, b.words.plain) >= SAME_UTTERANCE
    )


def two_quotations(a: Telling, b: Telling) -> bool:
    """Whether both are verbatim and neither is nearly contained in the other."""
    return a.direct and b.direct and not within(a.words, b.words)


def one_sentence(a: Telling, b: Telling) -> bool:
    """Whether two reports quote one named person with one sentence in two translations.

    The kind is then the reader's, who took it from the words around.
    """
    return (
        a.report.id != b.report.id
        and a.direct
        and b.direct
        and a.speaker.sort is b.speaker.sort is Sort.PERSON
        and longest_run(a.words.plain, b.words.plain) >= _ONE_SENTENCE
    )


def one_sentence_in_two_prints(a: Telling, b: Telling) -> bool:
    """Whether two reports tell a longer sentence in the same words, all but a few.

    A number that is not the same is then where they differ, not another thing said.
    """
    least = min(len(a.words.plain), len(b.words.plain))
    if a.report.id == b.report.id or least < _LONG_SENTENCE:
        return False
    return in_order(a.words.plain, b.words.plain) >= _NEARLY_ALL * least


def told_alike(a: Telling, b: Telling) -> bool:
    """Whether two reports give one named person nearly the same words, all but for or against.

    What kind of act it is was then told by what stands around, or read in two ways.
    """
    if a.report.id == b.report.id or not (a.speaker.sort is b.speaker.sort is Sort.PERSON):
        return False
    against_it = [t.statement.kind in _AGAINST for t in (a, b)]
    if against_it[0] != against_it[1] or a.stance * b.stance <= 0:
        return False
    if (a.statement.modality is Modality.OBLIGED) != (b.statement.modality is Modality.OBLIGED):
        return False  # "they will accept" is not "they should accept"
    shared = a.words.weights.keys() & b.words.weights.keys()
    return (
        sum(key[0] != "@" for key in shared) >= _LEAST_ALIKE
        and aligned(a.words, b.words).least >= _ALIKE
    )


def two_tellings_of_a_topic(a: Telling, b: Telling) -> bool:
    """Whether one report tells two things in its own words: it seldom tells one thing twice."""
    if a.report.id != b.report.id or a.direct or b.direct:
        return False
    shared = sum(a.words.weights[key] for key in a.words.weights.keys() & b.words.weights.keys())
    masses = sorted((a.words.mass, b.words.mass))
    return shared < _TOLD_AGAIN * masses[0] or masses[0] < _AS_LONG * masses[1]


def against(a: Telling, b: Telling) -> str:
    """Why the two may not stand in one entry; "" if they may."""
    if not (
        speakers_fit(a.speaker, b.speaker)
        or words_given_to_another(a, b)
        or perhaps_the_named_one(a, b)
        or of_one_family(a, b)
    ):
        return "other speaker"
    if (a.condition is None) != (b.condition is None) and not (
        told_within(a, b) or quoted_shorter(a, b) or sums_up(a, b)
    ):
        return "one is on a condition"
    two_bodies = a.speaker.sort is b.speaker.sort is Sort.BODY and a.speaker != b.speaker
    if two_bodies and amounts_clash(a, b):
        return "another count by another source"
    if one_utterance(a, b):
        # The kind is the reader's; of one report, two acts told with the same words may be two.
        fit = a.report.id != b.report.id or kinds_fit(a.statement.kind, b.statement.kind)
        return "" if fit else "other kind"
    if a.occasion != b.occasion:
        return "the reports tell of two events"
    if _two_of_one_side(a, b):
        return "two speakers of one side in one report"
    if a.report.id != b.report.id and _some_people(a.speaker):
        return "people without a name"
    if a.direct and b.direct and a.report.id == b.report.id:
        return "two quotations in one report"
    if two_quotations(a, b):
        return "two quotations"
    if two_tellings_of_a_topic(a, b):
        return "two tellings in one report"
    if not (
        kinds_fit(a.statement.kind, b.statement.kind)
        or one_sentence(a, b)
        or one_offer(a, b)
        or told_alike(a, b)
    ):
        return "other kind"
    denied = a.stance * b.stance < 0
    # What is not the one is the other: "not dangerous" / "safe".
    contrary = denied and bool(_parted_by(lexicon().states, a.words, b.words))
    if denied and not contrary and not denied_alike(a, b):
        return "one denies"
    if contrary_conditions(a, b):
        return "the condition is denied in one"
    if not contrary and not until_otherwise(a, b) and opposed(a, b):
        return "opposite words"
    if other_numbers(a.numbers, b.numbers) and not one_sentence_in_two_prints(a, b):
        return "other numbers"
    if other_occasion(a, b):
        return "said on another occasion"
    return ""


def other_occasion(a: Telling, b: Telling) -> bool:
    """Whether the two were said on different days, or one report gives them to two outlets.

    Said again another day is a second saying: it may be a change, and its words may be others.
    """
    days = [t.said_on for t in (a, b)]
    if days_apart(days[0], days[1]):
        return True
    outlets = [
        {fold(via.name or via.span.quote) for via in t.statement.via if via.role is ViaRole.OUTLET}
        for t in (a, b)
    ]
    return a.report.id == b.report.id and all(outlets) and outlets[0].isdisjoint(outlets[1])


def days_apart(a: When | None, b: When | None) -> bool:
    """Whether both are known and share no day."""
    if a is None or b is None or Basis.UNRESOLVED in (a.basis, b.basis):
        return False
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


def opposed(a: Telling, b: Telling) -> bool:
    return bool(_parted_by(lexicon().opposites, a.words, b.words))


def opposite_acts(a: Words, b: Words) -> tuple[str, ...]:
    """Two opposite acts ("lift", "impose") of which each tells one; () where there are none."""
    return _parted_by(lexicon().acts, a, b)


def _parted_by(pairs: tuple[tuple[str, str], ...], a: Words, b: Words) -> tuple[str, ...]:
    mine, theirs = a.weights.keys(), b.weights.keys()
    for first, second in pairs:
        for x, y in ((first, second), (second, first)):
            if x in mine and y not in mine and y in theirs and x not in theirs:
                return x, y
    return ()


def amounts_clash(a: Telling, b: Telling) -> bool:
    """Whether both count one thing and share no number."""
    mine: dict[str, set[float]] = {}
    theirs: dict[str, set[float]] = {}
    for amount in a.amounts:
        mine.setdefault(amount.counted, set()).add(amount.value)
    for amount in b.amounts:
        theirs.setdefault(amount.counted, set()).add(amount.value)
    return any(not mine[counted] & theirs[counted] for counted in mine.keys() & theirs.keys())
