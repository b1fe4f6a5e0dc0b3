"""Edits that change one point of what is said: a word, a number, a name, who does it, whether."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from training.passages import CONDITIONAL, NUMBERS, Edit, content, spliced, tidied
from training.wordnet import WordNet

# Pairs of words of which one for the other changes what is said.
_POINTS = (
    ("will", "may"),
    ("would", "might"),
    ("must", "could"),
    ("all", "some"),
    ("every", "hardly any"),
    ("most", "few"),
    ("more", "less"),
    ("before", "after"),
    ("until", "after"),
    ("with", "without"),
    ("for", "against"),
    ("only", "also"),
    ("first", "last"),
    ("always", "sometimes"),
    ("at least", "at most"),
    ("up to", "more than"),
    ("increase", "cut"),
    ("rise", "fall"),
    ("higher", "lower"),
    ("win", "lose"),
    ("north", "south"),
    ("east", "west"),
    ("men", "women"),
    ("today", "next year"),
    ("former", "present"),
    ("should", "did"),
    ("if", "although"),
    ("permanent", "temporary"),
    ("public", "private"),
    ("national", "local"),
)
_TURNED = tuple(
    (re.compile(rf"\b{a}\b", re.I), b) for pair in _POINTS for a, b in (pair, pair[::-1])
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def other_word(net: WordNet, of_topic: Mapping[str, Sequence[str]]) -> Edit:
    """One word that tells something filled otherwise: a sister of it, or another of the article."""

    def edit(doc: Any, rng: random.Random) -> str | None:
        able = content(doc)
        rng.shuffle(able)
        for token in able[:4]:
            lemma = token.lemma_.lower()
            found = net.sisters(lemma, token.pos_)
            if not found or rng.random() < 0.5:
                found = [w for w in of_topic.get(token.tag_, ()) if not net.near(w, lemma)]
            if found:
                word = rng.choice(sorted(found))
                if word.lower() not in (lemma, token.lower_):
                    return spliced(doc, {token.i: (token.i + 1, net.inflected(word, token))})
        return None

    return edit


def opposite(net: WordNet) -> Edit:
    def edit(doc: Any, rng: random.Random) -> str | None:
        able = [(t, net.opposites(t.lemma_.lower(), t.pos_)) for t in content(doc)]
        able = [(t, words) for t, words in able if words]
        if not able:
            return None
        token, words = rng.choice(able)
        word = net.inflected(rng.choice(words), token)
        return spliced(doc, {token.i: (token.i + 1, word)})

    return edit


def other_point(doc: Any, rng: random.Random) -> str | None:
    text = str(doc)
    able = [(p, w) for p, w in _TURNED if p.search(text)]
    if not able:
        return None
    pattern, word = rng.choice(able)
    return tidied(pattern.sub(word, text, count=1))


def other_number(doc: Any, rng: random.Random) -> str | None:
    able = [t for t in doc if t.like_num and t.pos_ == "NUM"]
    able += [t for t in doc if t.text in _DAYS or t.text in _MONTHS]
    if not able:
        return None
    token = rng.choice(able)
    if token.text in _DAYS or token.text in _MONTHS:
        word = rng.choice(
            [w for w in (_DAYS if token.text in _DAYS else _MONTHS) if w != token.text]
        )
    elif token.text.isdigit():
        number = int(token.text)
        word = str(max(1, round(number * rng.choice((0.5, 0.7, 1.3, 2, 3)))) + 1)
    elif token.lower_ in NUMBERS:
        word = rng.choice([w for w in NUMBERS[2:] if w != token.lower_])
    else:
        return None
    return spliced(doc, {token.i: (token.i + 1, word)}) if word != token.text else None


def other_name(names: Sequence[str]) -> Edit:
    def edit(doc: Any, rng: random.Random) -> str | None:
        able = [e for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE", "NORP")]
        able = [e for e in able if len(e) <= 3]
        if not able:
            return None
        entity = rng.choice(able)
        others = [n for n in names if not set(n.lower().split()) & set(entity.text.lower().split())]
        if not others:
            return None
        return spliced(doc, {entity.start: (entity.end, rng.choice(others))})

    return edit


def denied(doc: Any, rng: random.Random) -> str | None:
    """With a "not" more, or one less."""
    denials = [token for token in doc if token.dep_ == "neg"]
    for token in denials:
        helped = any(t.lemma_ == "do" for t in (token.head, *token.head.children))
        if len(denials) > 1 or helped or token.lower_ not in ("not", "never"):
            return None
        return spliced(doc, {token.i: (token.i + 1, "")})
    for token in doc:
        if (
            token.dep_ in ("aux", "auxpass")
            and token.head.dep_ in ("ROOT", "ccomp")
            and token.tag_ in ("MD", "VBZ", "VBP", "VBD")
            and token.lower_[0] not in "’'"
        ):
            return spliced(doc, {token.i: (token.i + 1, f"{token.text} not")})
        if token.lemma_ == "be" and token.dep_ == "ROOT" and token.lower_ in "is are was were":
            return spliced(doc, {token.i: (token.i + 1, f"{token.text} not")})
        if token.dep_ == "ROOT" and token.tag_ in ("VBZ", "VBP", "VBD"):
            do = {"VBZ": "does", "VBP": "do", "VBD": "did"}[token.tag_]
            return spliced(doc, {token.i: (token.i + 1, f"{do} not {token.lemma_}")})
    return None


def doer_turned(doc: Any, rng: random.Random) -> str | None:
    """Who does it and to whom it is done, the other way round."""
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        ends = {c.dep_: c for c in verb.children if c.dep_ in ("nsubj", "dobj")}
        if len(ends) < 2 or any(c.pos_ == "PRON" for c in ends.values()):
            continue
        parts = [list(c.subtree) for c in (ends["nsubj"], ends["dobj"])]
        if any(p[-1].i - p[0].i + 1 != len(p) or len(p) > 6 for p in parts):
            continue
        first, second = (doc[p[0].i : p[-1].i + 1] for p in parts)
        return spliced(
            doc,
            {first.start: (first.end, second.text), second.start: (second.end, first.text)},
        )
    return None


def unconditional(doc: Any, rng: random.Random) -> str | None:
    """Without its condition."""
    for token in doc:
        part = list(token.subtree)
        if token.dep_ != "advcl" or part[-1].i - part[0].i + 1 != len(part):
            continue
        if not {t.lower_ for t in part[:2]} & CONDITIONAL:
            continue
        text = spliced(doc, {part[0].i: (part[-1].i + 1, "")})
        if len(text.split()) >= 3:
            return tidied(text)
    return None
