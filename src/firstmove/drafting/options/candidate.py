"""An option in the making: one act of one owner, by all the words that name it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from firstmove.drafting.acts.joint import verb_of
from firstmove.drafting.acts.labels import agrees
from firstmove.drafting.acts.named import Named
from firstmove.drafting.acts.whose import ANSWERS
from firstmove.drafting.likeness.alike import head_noun
from firstmove.ledger import Entry
from firstmove.ledger.words import stem
from firstmove.statement import ActPlace, Kind

_OFFERING = re.compile(
    r"(?:has |have |had |also )*(?P<verb>offer|promis|pledg)(?:es|s|ed|ing|e)?\b", re.IGNORECASE
)
_HOLDING_OUT = re.compile(r"\b(?P<verb>offer|promis|pledg)(?:es|s|ed|ing|e)? $", re.IGNORECASE)
MAX_WORDS = 8  # of a label that is read at a glance
_HANGING = frozenset(
    """after against around as at because before between by during following for from if in into
    of on over since so that to toward towards under unless until when where which while who with
    within without""".split()
)
# A reply, by words that do not tell what it is.
REPLIES = frozenset("act answer react reciprocate reply respond retaliate".split())
# "Keep them closed": what is meant stands before.
_MEANS_ANOTHER = re.compile(r"\b(?:it|them|him|(?:the|these|those) measures?)\b", re.IGNORECASE)
_PROPOSING = re.compile(
    r"(?:has |have |had |also )*(?:float|propos|suggest|tabl|made$)", re.IGNORECASE
)
_TAKEN = re.compile(r"\b(?:actions?|measures?|steps?)$", re.IGNORECASE)
_NONE_OF_IT = re.compile(r"\bthere (?:will|would|can|could) be (?:no )?$", re.IGNORECASE)
# What a side does with what there will be none of: it is its own, and not another's to accept.
_DOING = {
    **dict.fromkeys(map(stem, "change concession exception offer payment".split()), "make"),
    **dict.fromkeys(map(stem, "ballot election hearing inquiry referendum vote".split()), "hold"),
    **dict.fromkeys(map(stem, "amnesty exemption extension immunity pardon".split()), "grant"),
}
# "Announced her endorsement of Roe": Roe is supported, and not the endorsement.
_BACKING = re.compile(r"^(?:her|his|its|their) (?:backing|endorsement|support) (?:for|of) (?=\w)")
_GIVEN = {"offer": "offer", "promis": "promise", "pledg": "pledge"}


@dataclass(slots=True)
class Candidate:
    """An option in the making: all namings of one act by its owner."""

    owner: str
    named: list[Named] = field(default_factory=list)
    loose: list[Named] = field(default_factory=list)  # conditions taken for this act, not surely

    @property
    def label(self) -> str:
        """The words most used for it; of those equally used the shortest, then the first.

        Words of a demand or promise before words of a condition, verbs before nouns. A thing that
        its owner rejects or agrees to ("a truce") is nothing to do yet: the option is to accept it.
        Talks are held, agreements reached. Eight words at most.
        """
        return _short(self._told)

    @property
    def _told(self) -> str:
        words = self._words
        things = {n.label: n for n in self.named if n.act.thing}
        if words not in things or agrees(words):
            return words
        told_of = [n.statement.around(n.act.span)[0] for n in self.named if n.act.negated]
        if any(map(_NONE_OF_IT.search, told_of)):
            verb = _DOING.get(stem(head_noun(words).lower())) or verb_of(things[words].act)
            return f"{verb} {words}".strip()
        held_out = [v for n in self.named if n.label == words and (v := _held_out(n))]
        if held_out:
            return f"{held_out[0]} {words}"
        told = [n for n in self.named if n.act.place is ActPlace.CONTENT]
        if told and all(_is_answer(n) for n in told):
            backed = all(n.statement.kind is Kind.SUPPORT for n in told)
            words = _BACKING.sub("", words) if backed else words
            verb = "take" if _TAKEN.search(words) else "accept"  # "ruled out military action"
            return f"{'support' if backed else verb} {words}"
        verb = verb_of(things[words].act)
        return f"{verb} {words}" if verb else words

    @property
    def _words(self) -> str:
        counts: Counter[str] = Counter()
        named = [n for n in self.named if not (n.partner and n.supposed)] or self.named
        named = [n for n in named if n.label.lower() not in REPLIES] or named
        named = [n for n in named if n.statement.kind is not Kind.ASSESS] or named
        for item in named:
            counts[item.label] += 1
        order = {n.label: i for i, n in reversed(list(enumerate(named)))}
        own = {n.label for n in named if n.act.place is ActPlace.CONTENT}

        things = {n.label for n in named if n.act.thing}

        def worth(label: str) -> tuple[bool, bool, bool, int, bool, int, int]:
            words = label.split()
            short = len(words) < 2
            return (
                bool(_MEANS_ANOTHER.search(label)),
                label not in own,
                label in things,
                -counts[label],
                short,
                len(words),
                order[label],
            )

        return min(counts, key=worth)

    @property
    def entries(self) -> list[Entry]:
        return list({n.entry.id: n.entry for n in (*self.named, *self.loose)}.values())

    @property
    def witnesses(self) -> int:
        return max((e.witnesses for e in self.entries), default=0)


def _short(words: str) -> str:
    """At most eight words: longer ones without what hangs on the last noun that fits, unless that
    tells how much, or what the thing is not."""
    told = words.split()
    if len(told) <= MAX_WORDS:
        return words
    ends = [
        n
        for n in range(3, MAX_WORDS + 1)
        if told[n].lower() in _HANGING and told[n - 1].lower() not in _HANGING
    ]
    if not ends or any(word[0].isdigit() or word == "not" for word in told[ends[-1] :]):
        return words
    return " ".join(told[: ends[-1]])


def _is_answer(item: Named) -> bool:
    """Whether its owner takes or turns down a thing; of another's act it is none."""
    if any(_PROPOSING.match(cue.quote) for cue in item.statement.cue):
        return False  # its own
    return item.statement.kind in ANSWERS and not item.partners and item.owner == item.side


def _held_out(item: Named) -> str:
    """The verb by which a thing is held out: "offered a bonus"; "" where it is answered."""
    if item.owner != item.side or item.statement.kind is Kind.REJECT:
        return ""
    told = [_OFFERING.match(cue.quote) for cue in item.statement.cue]
    told.append(_HOLDING_OUT.search(item.statement.around(item.act.span)[0]))  # "we promise £3m"
    return next((_GIVEN[found["verb"].lower()] for found in told if found), "")
