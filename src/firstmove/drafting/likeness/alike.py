"""Whether two labels name one act, an act and what undoes it, or neither.

Compared by their words (``ledger/words.py``), verb and object apart: “publish the
readings” and “check the readings” share their object and are two acts. The tables are of general
English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from firstmove.drafting.likeness.leaving import leaves
from firstmove.drafting.likeness.origins import apart, comes_from
from firstmove.drafting.likeness.phrases import in_one_verb
from firstmove.drafting.likeness.things import plain
from firstmove.drafting.likeness.verbs import ENDING, KEEPING, one_family, verbs_alike
from firstmove.ledger.comparing.numbers import amounts
from firstmove.ledger.words import lexicon, stem, words

SAME_ACT = 0.6  # share of the shorter label's weight that the other has, to be one act
LEAST_MASS = 0.45  # a label that weighs less ("respond") is one act only with its like
DOUBTFUL_MASS = 0.5  # objects that weigh less ("it", "talks") make nobody wonder

_PARTICLES = frozenset("off over out down back up away in aside public together".split())
_LITTLE = frozenset("a an the its their his her our my your any all this that some own".split())
_STATES = {"open": "open", "closed": "close", "shut": "close", "blocked": "block"}
_MET = frozenset(("~meeting", "~talks", "~agreement", "~truce", "~peace"))
_NUMBER = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)"
)
_COUNT = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_DEFINITE = re.compile(rf"\b(the|its|their|his|her|these|those) {_NUMBER}\b(?! ?(?:%|per ?cent))")
# "Its 18 percent duty" is the one that there is.
_THE_PER_CENT = re.compile(
    r"\b(?:the|its|their|his|her) [\d.,]+(?: ?%| per ?cent) (?!of\b|more\b|less\b)[a-z]",
    re.IGNORECASE,
)
_PER_CENT = {"half": 50.0, "third": 33.0, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_FRACTION = re.compile(rf"\b({'|'.join(_PER_CENT)})\b")
_PART_OF = re.compile(rf"\b({_NUMBER}) of (?:the|its|their)\b")
_SOME_OF = re.compile(rf"\b({_NUMBER}) of (?:the|its|their) {_NUMBER} ", re.IGNORECASE)
_THOSE = re.compile(rf"\b(?:the|those|these) ({_NUMBER})$", re.IGNORECASE)
_MEASURED = (
    r"\d[\d.,]*(?: (?:million|billion|thousand))? (?:acres|barrels|crowns|cubic met(?:re|er)s|days|"
    r"dollars|euros|hectares|hours|kilomet(?:re|er)s|lit(?:re|er)s|marks|megawatts|months|pounds|"
    r"tonnes|tons|weeks|years)"
)
_OF_AMOUNT = re.compile(
    r"\s+(?:of|by|to) (?:up to |at least )?"
    r"(?:[\w.,]+ ?(?:%|per ?cent)|[$£€] ?\d[\d.,]*(?: ?(?:m|bn|k|million|billion|thousand))?|"
    rf"{_MEASURED})(?!\w)"
)
# "40,000 tonnes of grain" are grain, "eleven of the schools" schools.
_AMOUNT_OF = re.compile(
    rf"\b(?:{_MEASURED} of (?:(?:the|its|their) )?|{_NUMBER} of (?:the|its|their) )(?=[^\W\d])",
    re.IGNORECASE,
)
# Who walks out of talks does not strike.
_OUT_OF = re.compile(r"\bwalk out (?:of|from)\b", re.IGNORECASE)
# "Close the wells" is no thing, wherever the label comes from.
_DONE_TO = re.compile(r"(?!all|both|half|such)[a-z-]+ (?:an?|its|the|their|these|those) ")
_OF_WHAT = re.compile(r"\b(?:a|an|the|its|their|all|any) (?P<noun>\w+) (?:of|on) (?P<what>.+)")
# "A share of the grain" is none of the acts that are done to the grain.
_SHARES = frozenset("copy half list majority part piece portion quarter share slice third".split())
_IT = frozenset({"it", "them", "this", "that"})
# Where a thing is, which acts of other verbs than what ends or begins it do not tell.
_LIES = re.compile(
    r"^(?:the|its|their|his|her|this|that) .+ (?:is|are|be|remain|stay)s? "
    r"(?:at|before|in|on|over|under) "
)
# Done by the clock only: another act than done for good.
_AT_NIGHT = re.compile(r"\b(?:at night|overnight|at weekends|by (?:day|night))\b", re.IGNORECASE)
_END_TO = re.compile(r"(?:an? |the )?(?:\w+ )?(?:end|halt|stop) (?:to|of) (?P<what>.+)")
_OPPOSED = (("send", "~withdraw"), ("send", "recal"), ("grant", "~refuse"), ("~rise", "lower"))


class Likeness(Enum):
    SAME = "one act"
    CONTRARY = "one undoes the other"
    AMOUNTS = "two amounts of one act"
    DOUBTFUL = "one object, and verbs that need not mean one act"
    APART = "two acts"


@dataclass(frozen=True, slots=True)
class _Act:
    verb: str  # with its particle: "call off"; "" for a thing or a state
    rest: str
    all: str


def share(one: str, other: str) -> float:
    """How much of the lighter label the other has, by weight."""
    if one.lower() == other.lower():
        return 1.0
    a, b = words(one), words(other)
    shared = sum(a.weights[k] for k in a.weights.keys() & b.weights.keys())
    return shared / max(min(a.mass, b.mass), LEAST_MASS)


@lru_cache(maxsize=100_000)
def liken(one: str, one_thing: bool, other: str, other_thing: bool) -> Likeness:
    """How two labels stand; ``…_thing``: it is a noun phrase without a verb."""
    one, other = _put_plainly(one), _put_plainly(other)
    one_thing = one_thing and not _DONE_TO.match(one)
    other_thing = other_thing and not _DONE_TO.match(other)
    return _liken(one, one_thing, other, other_thing)


@lru_cache(maxsize=20_000)
def _put_plainly(label: str) -> str:
    """The label in the words that are compared; "two of the four sluices" are two sluices."""
    return _SOME_OF.sub(r"\1 ", in_one_verb(plain(label)))


def _liken(one: str, one_thing: bool, other: str, other_thing: bool) -> Likeness:
    if one.lower() == other.lower():
        return Likeness.SAME
    if apart(one, other):
        return Likeness.APART
    if bool(_OUT_OF.search(one)) != bool(_OUT_OF.search(other)):
        return Likeness.APART
    goes, other_goes = leaves(one), leaves(other)
    if goes is not None and other_goes is not None:
        return Likeness.SAME if goes is other_goes else Likeness.CONTRARY
    if not words(one).weights.keys() & words(other).weights.keys():
        return Likeness.APART
    a, b = _parts(one, one_thing), _parts(other, other_thing)
    object_share = share(uncounted(a.rest), uncounted(b.rest)) if a.rest and b.rest else 0.0
    if object_share and a.verb and b.verb and _told_of_one(a.rest, b.rest):
        object_share = 1.0
    if a.verb and b.verb and object_share and not (_about(a, b) and _about(b, a)):
        return Likeness.APART
    heavy = min(words(a.rest).mass, words(b.rest).mass) >= DOUBTFUL_MASS
    unlike = Likeness.DOUBTFUL if object_share >= SAME_ACT and heavy else Likeness.APART
    if _contrary(a, b, object_share):
        return Likeness.CONTRARY
    if _against(a) != _against(b):
        return unlike
    if {a.rest, b.rest} & _IT and a.verb != b.verb:
        return Likeness.APART  # "verify it" is of what was told there
    if (_LIES.search(one) and b.verb) or (_LIES.search(other) and a.verb):
        return Likeness.APART  # "the bill is on the table", "support the bill"
    if _those(one, other) or _those(other, one):
        return Likeness.SAME if verbs_alike(a.verb, b.verb) else Likeness.DOUBTFUL
    if bool(_AT_NIGHT.search(one)) != bool(_AT_NIGHT.search(other)):
        return unlike
    counted = counts_of(one), counts_of(other)
    if counted[0] != counted[1] and not _of_one_amount(one, other):
        if all(counted):
            return (
                Likeness.AMOUNTS
                if object_share >= SAME_ACT and verbs_alike(a.verb, b.verb)
                else Likeness.APART
            )
        told, bare = (one, other) if counted[0] else (other, one)
        of = (a if counted[0] else b).rest.partition(" of ")
        if of[1] and of[0].split()[:1] == ["the"] and not counts_of(of[0]):
            less = _less(told, of[1] + of[2])  # "the bodies of nine pilots" are the bodies
            if less != told:
                either = (less, other) if counted[0] else (one, less)
                return _liken(either[0], one_thing, either[1], other_thing)
        # "the duty" may be the duty of 20 percent; two of the sluices are not the sluices
        described = _THE_PER_CENT.search(told) or _OF_AMOUNT.search(told)
        if not (described and re.search(r"\b(?:the|its|their)\b", bare)):
            return unlike
    if words(one).weights.keys() == words(other).weights.keys() and words(one).weights:
        return Likeness.SAME
    if not _more_than_verb(a, b):
        return Likeness.APART  # "repair the gates", "repair the locks"
    if not (_headed(a, b) and _headed(b, a)):
        return Likeness.APART  # "observers on the road", "open the road"
    if share(one, other) >= SAME_ACT and verbs_alike(a.verb, b.verb):
        return Likeness.SAME
    both = bool(a.verb and b.verb)
    if object_share >= SAME_ACT and verbs_alike(a.verb, b.verb) and (heavy or both):
        return Likeness.SAME
    return unlike


def _told_of_one(one: str, other: str) -> bool:
    """ "The wells", "the deep wells": all that the one tells of the thing the other tells as well,
    however common its words are."""
    if stem(head_noun(one)) != stem(head_noun(other)):
        return False
    a, b = (words(uncounted(phrase)).weights.keys() for phrase in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def _those(one: str, other: str) -> bool:
    """ "Reinstate the eleven", beside "reinstate eleven cutters"."""
    found = _THOSE.search(one)
    return found is not None and re.search(rf"\b{found[1]} \w", other, re.IGNORECASE) is not None


def _headed(thing: _Act, other: _Act) -> bool:
    """Whether a thing without a verb is what the other act is about, and not only beside it."""
    if thing.verb or not other.verb:
        return True
    head = words(head_noun(thing.rest)).weights.keys()
    return not head or bool(head & words(other.all).weights.keys())


def _about(one: _Act, other: _Act) -> bool:
    """Whether the other tells of what the one is done to: "put the offer to its members" beside
    "keep its members out" does not."""
    phrase = words(_np(one.rest)).weights.keys()
    told = phrase if len(phrase) == 1 else words(head_noun(one.rest)).weights.keys()  # "first step"
    return bool(told & words(other.all).weights.keys())


def one_object(one: str, one_thing: bool, other: str, other_thing: bool) -> bool:
    """Whether two acts are about one thing that is told well enough: “extend the levy”, “impose a
    levy on chicken”; the noun itself has to be shared, not only what tells it from others."""
    a, b = _parts(one, one_thing).rest, _parts(other, other_thing).rest
    if not a or not b or min(words(a).mass, words(b).mass) < DOUBTFUL_MASS / 2:
        return False
    if stem(head_noun(a)) != stem(head_noun(b)):
        return False
    # "extend the exemption to owners of two flats", "a wider exemption"
    return max(share(uncounted(x), uncounted(y)) for x, y in ((a, b), (_np(a), _np(b)))) >= SAME_ACT


def of_two_kinds(one: str, other: str) -> bool:
    """ "The servicing ban", "ease its ban on seafood": each told by what the other is not."""
    return _is_other_kind(one, other) or _is_other_kind(other, one)


def _is_other_kind(one: str, other: str) -> bool:
    of = _OF_WHAT.search(other)
    if of is None or (kind := re.search(rf"(?P<kind>[\w-]+) {of['noun']}$", _np(one))) is None:
        return False
    told = words(kind["kind"])
    return told.mass >= DOUBTFUL_MASS and not told.weights.keys() & words(of["what"]).weights.keys()


def head_noun(phrase: str) -> str:
    """The noun of a phrase: "a 30 percent levy on chicken" is a levy."""
    return _np(phrase).split()[-1]


def _np(phrase: str) -> str:
    """A phrase without what hangs on its noun."""
    return re.split(r" (?:of|on|to|with|from|at|over|in|for|by|between|that|until)\b", phrase)[0]


def one_kind(verb: str, label: str) -> bool:
    """Whether a verb alone ("pay") can mean the act of a label ("repay the loan")."""
    other = _parts(label, False).verb
    return one_family(verb.lower(), other)


def _more_than_verb(a: _Act, b: _Act) -> bool:
    """Whether two labels share more than their verb, or one has nothing else."""
    objects = words(a.rest).weights.keys(), words(b.rest).weights.keys()
    if not a.verb or not b.verb or not all(objects):
        return True
    shared = words(a.all).weights.keys() & words(b.all).weights.keys()
    shared -= words(a.verb).weights.keys() & words(b.verb).weights.keys()
    # "drop the complaint" is a concept of its own, which "withdraw the duty" has as well
    return bool(shared & (objects[0] | objects[1]))


def counts_of(label: str) -> frozenset[tuple[float, str]]:
    """ "The eleven guards" are all of them: no amount is told after "the"."""
    text = _DEFINITE.sub(r"\1", label.lower())
    fractions = _FRACTION.findall(text)
    parts = _PART_OF.findall(text)
    return frozenset(
        (
            *((a.value, a.counted) for a in amounts(text)),
            *((_PER_CENT[f], "%") for f in fractions),
            *((0.0, p) for p in parts),
        )
    )


def _of_one_amount(one: str, other: str) -> bool:
    """ "The 40,000 tonnes of grain", beside "40,000 tonnes of grain"."""
    first, second = ({(a.value, a.counted) for a in amounts(x)} for x in (one, other))
    return bool(first) and first == second


def _less(label: str, tail: str) -> str:
    return label[: -len(tail)] if label.lower().endswith(tail) else label


def uncounted(text: str) -> str:
    """The label without its numbers, and what they measure."""
    return _COUNT.sub(" ", _AMOUNT_OF.sub("", text)).strip() or text


@lru_cache(maxsize=20_000)
def _parts(label: str, thing: bool) -> _Act:
    label = label.lower()  # a name in the whole label is one in its parts
    told = _AMOUNT_OF.sub("", label).split()
    if thing and (ends := _END_TO.fullmatch(label)):
        return _Act("end", ends["what"], label)
    if thing or not told or told[0] in _LITTLE:
        at = told.index("of", 1) if "of" in told[1:-1] else 0
        if at and told[at - 1] not in _SHARES and not words(told[at - 1]).weights.keys() & _MET:
            # "the return of the bodies" is to return them
            return _Act(told[at - 1], " ".join(told[at + 1 :]), label)
        return _Act("", label, label)
    if told[0] in ("begin", "start") and len(told) > 2 and told[1].endswith("ing"):
        told = told[1:]  # "begin filling the reservoir" is to fill it
    verb, rest = {"reopen": "open", "re-open": "open"}.get(told[0], told[0]), told[1:]
    if verb in ("keep", "leave", "hold") and len(rest) > 1 and rest[-1] in _STATES:
        return _Act(_STATES[rest[-1]], " ".join(rest[:-1]), label)  # "keep the gates shut"
    if verb == "put" and len(rest) > 2 and rest[-2:] in (["on", "hold"], ["on", "ice"]):
        return _Act("pause", " ".join(rest[:-2]), label)
    if verb == "take" and rest[:2] == ["part", "in"]:
        return _Act("take part", " ".join(rest[2:]), label)
    if verb == "go" and rest[:2] == ["ahead", "with"]:
        return _Act("go ahead", " ".join(rest[2:]), label)
    if rest and (rest[0] in _PARTICLES or (verb == "pay" and rest[0] == "for")):
        verb, rest = f"{verb} {rest[0]}", rest[1:]
    elif len(rest) > 1 and rest[-1] in _PARTICLES:
        verb, rest = f"{verb} {rest[-1]}", rest[:-1]
    if " ".join(rest).find(" out of ") > 0:
        verb = f"{verb} out"  # "take the owners out of the cap" is not to take it
    return _Act(verb, " ".join(rest), label)


def _contrary(a: _Act, b: _Act, object_share: float) -> bool:
    for one, other in ((a, b), (b, a)):
        if one.verb in ENDING and one.rest:
            # “strike” beside “call off the strike”; “hold a vote” beside “cancel the vote”
            if not other.verb and _keys(one.verb) & _keys(head_noun(other.rest or other.all)):
                continue  # "withdraw from the pass", "a withdrawal from the pass"
            doing = not other.verb or other.verb in KEEPING or stem(other.verb) in _stems(one.rest)
            if doing and share(one.rest, other.rest or other.all) >= SAME_ACT:
                return other.verb not in ENDING
    if object_share < SAME_ACT and not (not a.rest and not b.rest):
        return False
    if _against(a) != _against(b):
        return verbs_alike(a.verb, b.verb)  # "vote against the levy", "support the levy"
    opposed = (*lexicon().opposites, *_OPPOSED)
    first, second = _keys(a.verb), _keys(b.verb)
    return (
        any((x in first and y in second) or (y in first and x in second) for x, y in opposed)
        and not first & second
    )


def _against(act: _Act) -> bool:
    return "against" in act.all.split()


def _stems(text: str) -> set[str]:
    return {stem(word) for word in text.lower().split()}


def _keys(verb: str) -> set[str]:
    return {*words(verb).weights, *(stem(word) for word in verb.split())} if verb else set()


def trimmed(label: str, is_side: Callable[[str], bool]) -> str:
    """The label without a tail that names a side: “direct talks with Kesh” is “direct talks”."""
    found = re.fullmatch(r"(?P<act>.+?) (?:with|from|by|to) (?:the )?(?P<who>.+)", label)
    if found and comes_from(label):
        return label
    if found and is_side(found["who"]) and len(found["act"].split()) > 1:
        return found["act"]
    return label


__all__ = ["SAME_ACT", "Likeness", "head_noun", "liken", "share", "trimmed"]
