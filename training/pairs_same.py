"""Edits that tell the same thing in other words, or a part of it that stands for the whole."""

from __future__ import annotations

import random
import re
from typing import Any

from training.passages import CONDITIONAL, NUMBERS, Edit, content, spliced, tidied
from training.wordnet import WordNet

NEGATIONS = frozenset(("not", "n't", "n’t", "no", "never", "neither", "nor", "none", "without"))

_SAYING = frozenset("say think believe know feel hope see make add note".split())

# The same in other words.
_SAYINGS = (
    (r"because of", "due to"),
    (r"per ?cent", "%"),
    (r"a great deal of|a lot of|lots of", "much"),
    (r"at the moment|currently", "now"),
    (r"prior to", "before"),
    (r"is able to|are able to", "can"),
    (r"has to|have to|needs to|need to", "must"),
    (r"is going to|are going to", "will"),
    (r"was going to|were going to", "would"),
    (r"approximately|roughly", "some"),
    (r"every year|each year", "annually"),
    (r"should", "ought to"),
    (r"began", "started"),
    (r"begin", "start"),
    (r"try to", "seek to"),
    (r"tried to", "sought to"),
    (r"wants to", "would like to"),
    (r"(?<!not )(?<!never )refuses to", "will not"),
    (r"(?<!not )(?<!never )refused to", "would not"),
    (r"(?<!not )(?<!never )fails to", "does not"),
    (r"(?<!not )(?<!never )failed to", "did not"),
    (r"a half|half of", "50 percent of"),
    (r"two thirds of", "67 percent of"),
    (r"a quarter of", "25 percent of"),
    (r"everyone|everybody", "all people"),
    (r"no one|nobody", "not one person"),
    (r"can ?not|can[’']t", "is unable to"),
    (r"although", "though"),
    (r"whole", "entire"),
    (r"almost", "nearly"),
    (r"often", "frequently"),
    (r"enough", "sufficient"),
    (r"very", "extremely"),
)
_SAME = tuple(
    (re.compile(rf"\b(?:{a})(?!\w)" if a[-1] != "%" else a, re.I), b) for a, b in _SAYINGS
)
# From the speaker's mouth to the reporter's.
_REPORTED = (
    (r"I am|we are|I[’']m|we[’']re", ("he was", "she was", "they were", "it was")),
    (r"I[’']ll|we[’']ll", ("he would", "she would", "they would", "it would")),
    (r"I[’']ve|we[’']ve", ("he had", "she had", "they had", "it had")),
    (r"I|we", ("he", "she", "they", "it")),
    (r"my|our", ("his", "her", "their", "its")),
    (r"me|us", ("him", "her", "them", "it")),
    (r"will", ("would",)),
    (r"can", ("could",)),
    (r"is", ("was",)),
    (r"are", ("were",)),
    (r"have|has", ("had",)),
    (r"won[’']t", ("would not",)),
    (r"don[’']t|doesn[’']t", ("did not",)),
    (r"today", ("that day",)),
    (r"tomorrow", ("the next day",)),
    (r"now", ("then",)),
    (r"here", ("there",)),
)


def reported(doc: Any, rng: random.Random) -> str | None:
    text = str(doc)
    which = rng.randrange(4)
    for pattern, words in _REPORTED:
        word = words[which % len(words)]
        text = re.sub(rf"\b(?:{pattern})\b", word, text)
    if text == str(doc):
        return None
    opening = "that " if rng.random() < 0.3 else ""
    return tidied(opening + text)


def other_saying(doc: Any, rng: random.Random) -> str | None:
    text = str(doc)
    fitting = [(p, w) for p, w in _SAME if p.search(text)]
    if not fitting:
        return None
    for pattern, words in rng.sample(fitting, min(2, len(fitting))):
        text = pattern.sub(words, text)
    return tidied(text)


def synonyms(net: WordNet) -> Edit:
    def edit(doc: Any, rng: random.Random) -> str | None:
        parts = {}
        for token in content(doc):
            found = net.synonyms(token.lemma_.lower(), token.pos_)
            if found and rng.random() < 0.8:
                parts[token.i] = (token.i + 1, net.inflected(rng.choice(found), token))
        return spliced(doc, parts) if parts else None

    return edit


def cut_short(doc: Any, rng: random.Random) -> str | None:
    """Without a part that adds: a relative clause, a reason, an aside, a modifier at the end."""
    able = []
    for token in doc:
        if token.dep_ in ("relcl", "advcl", "prep", "advmod", "appos", "npadvmod", "acl"):
            part = list(token.subtree)
            words = {t.lower_ for t in part}
            if part[-1].i - part[0].i + 1 != len(part) or len(part) > 0.5 * len(doc):
                continue
            if words & (CONDITIONAL | NEGATIONS) or any(t.like_num for t in part):
                continue
            if token.dep_ in ("prep", "advmod") and (
                (part[0].i != 0 and part[-1].i < len(doc) - 2) or len(part) < 2
            ):
                continue
            if token.dep_ == "prep" and (token.head.pos_ != "VERB" or token.head.lemma_ == "be"):
                continue
            able.append((part[0].i, part[-1].i + 1))
        elif token.dep_ == "conj" and token.head.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX"):
            start = token.left_edge.i
            if doc[start - 1].dep_ == "cc" and token.right_edge.i >= len(doc) - 2:
                able.append((start - 1, len(doc)))
        elif (
            token.dep_ == "ccomp"
            and token.head.dep_ == "ROOT"
            and token.head.lemma_ in _SAYING
            and token.left_edge.i > 1
            and token.right_edge.i >= len(doc) - 2
        ):
            able.append((0, token.left_edge.i))
    if not able:
        return None
    start, end = rng.choice(able)
    text = tidied(spliced(doc, {start: (end, "")}).replace(" ,", ","))
    return text if len(text.split()) >= 3 else None


def turned_round(doc: Any, rng: random.Random) -> str | None:
    """Its adverbial clause at the other end."""
    for token in doc:
        part = list(token.subtree)
        if token.dep_ != "advcl" or part[-1].i - part[0].i + 1 != len(part):
            continue
        start, end = part[0].i, part[-1].i + 1
        clause = tidied(str(doc[start:end])).rstrip(".")
        if start <= 1 and end < len(doc) - 2:
            return tidied(f"{tidied(str(doc[end:])).rstrip('.')} {clause}")
        if end >= len(doc) - 1 and start > 2:
            return tidied(f"{clause}, {tidied(str(doc[:start])).rstrip('.')}")
    return None


def of_or_s(doc: Any, rng: random.Random) -> str | None:
    """ "the leader of the party" / "the party's leader"."""
    text = str(doc)
    found = re.search(r"\bthe (\w+) of the (\w+)\b(?! \w+s\b)", text)
    if found:
        return tidied(text.replace(found[0], f"the {found[2]}'s {found[1]}", 1))
    found = re.search(r"\bthe (\w+)['’]s (\w+)(?=[.,;]|$)", text)
    return tidied(text.replace(found[0], f"the {found[2]} of the {found[1]}", 1)) if found else None


def other_digits(doc: Any, rng: random.Random) -> str | None:
    parts = {}
    for token in doc:
        if token.lower_ in NUMBERS[2:] and token.pos_ == "NUM":
            parts[token.i] = (token.i + 1, str(NUMBERS.index(token.lower_)))
        elif token.text.isdigit() and 2 <= int(token.text) <= 12:
            parts[token.i] = (token.i + 1, NUMBERS[int(token.text)])
    return spliced(doc, parts) if parts else None
