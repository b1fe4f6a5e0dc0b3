"""Names of firms that look like people's: "Marlow Tin said it would reopen its pit"."""

from __future__ import annotations

from collections import Counter, defaultdict

from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma
from firstmove.reading.people.body_kinds import ORGANS, TRADES
from firstmove.reading.people.callings import is_role, is_thing
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.personal import BODIES_TOO
from firstmove.reading.people.runs import Run, words_of

_HE = frozenset("he she his her him hers himself herself who whose".split())


def firms_like_people(runs: list[Run]) -> set[tuple[str, ...]]:
    """Names of two words that are nobody's by what the report tells of them, whatever the entity
    tagger says; not those with a title, a known given name or what only people are told."""
    told: dict[tuple[str, ...], list[Run]] = defaultdict(list)
    for run in runs:
        if len(run.name) == 2 and run.name[-1].pos_ == "PROPN":
            told[words_of(run)].append(run)
    return {words for words, found in told.items() if _is_firm(words, found)}


def firms_alone(runs: list[Run]) -> set[str]:
    """ "Marlow" in "a director at Marlow": one word that is nobody's name."""
    return {
        run.name[0].text
        for run in runs
        if len(run.name) == 1 and not run.title and _works_at(run.name[0])
    }


def _is_firm(words: tuple[str, ...], runs: list[Run]) -> bool:
    names = [run.name[-1] for run in runs]
    if likely_gender(words[0]) or any(run.title for run in runs) or any(map(_is_person, names)):
        return False
    if any(_is_thing(name) or _works_at(name) or _has_its(name) for name in names):
        return True
    tags = Counter(t.ent_type_ for name in names for t in (name,) if t.ent_type_)
    return 0 < tags["PERSON"] <= tags["ORG"]


def _is_person(name: Token) -> bool:
    """ "Zbriv Orel, the minister", "foreman Zbriv Orel", "Zbriv Orel said he …"."""
    beside = [c for c in name.children if c.dep_ == "appos"]
    first = name.left_edge
    before = first.nbor(-1) if first.i > name.sent.start else first
    beside += [name.head] if name.dep_ == "appos" else []
    beside += [before] if before.pos_ == "NOUN" else []
    if any(is_role(n) and lemma(n) not in BODIES_TOO | TRADES | ORGANS for n in beside):
        return True
    return name.dep_ in SUBJECTS and any(t.lower_ in _HE for t in name.head.subtree if t.i > name.i)


def _works_at(name: Token) -> bool:
    """ "A director at Marlow Tin"."""
    return bool(name.dep_ == "pobj" and name.head.lower_ == "at" and is_role(name.head.head))


def _is_thing(name: Token) -> bool:
    """ "Marlow Tin, which …", "Marlow Tin's shares", "Marlow Tin, a group that …"."""
    behind = [c for c in name.children if c.dep_ == "appos" and c.i > name.i]
    if not behind or name.nbor(1).text != ",":
        return is_thing(name)
    words = behind[0].doc[name.i + 2 : behind[0].i + 1]
    led = len(words) > 0 and words[0].lower_ in ("a", "an", "the") and not _is_office(behind[0])
    return led and is_thing(name) and not any(is_role(t) or t.tag_ == "POS" for t in words)


def _is_office(noun: Token) -> bool:
    """ "Union" in "the union secretary", where the parser takes it for the last word."""
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    return after.pos_ in ("NOUN", "PROPN")


def _has_its(name: Token) -> bool:
    """ "Marlow Tin will reopen its pit": told so of no person, where it has no other subject."""
    if name.dep_ not in SUBJECTS:
        return False
    for word in name.head.subtree:
        if word.i > name.i and word.lower_ in ("it", "its"):
            return _is_own(word, name) if word.lower_ == "its" else _acts(word, name)
    return False


def _is_own(its: Token, name: Token) -> bool:
    node = its.head
    while node.i != name.head.i:
        if node.dep_ in ("ccomp", "advcl", "relcl", "acl", "ROOT"):
            return False
        node = node.head
    return True


def _acts(it: Token, name: Token) -> bool:
    """ "It" that does something in what the first name of a report is told to say: no weather, and
    nobody else."""
    verb = it.head
    first = not any(t.pos_ == "PROPN" for t in name.doc[: name.left_edge.i])
    does = any(c.dep_ in ("dobj", "xcomp") for c in verb.children)
    return first and it.dep_ == "nsubj" and verb.pos_ == "VERB" and does
