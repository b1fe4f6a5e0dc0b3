"""What a thing is said to be for: "to help improve relations with A", "for ending the strike"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firstmove.ledger.comparing.telling import Telling
from firstmove.ledger.words import FUNCTION_WORDS, lexicon, stem, tokens
from firstmove.report import Span

_LEADS = frozenset(("to", "for", "at", "of", "toward", "towards"))
_HELPS = frozenset(("help", "helping", "to", "further"))
# Verbs of ends rather than of deeds, by their stems.
_VERBS = """improve restore end ensure achieve secure protect prevent avoid resolve settle reduce
    normalise normalize rebuild ease stop halt strengthen maintain preserve guarantee reach
    establish repair mend stabilise stabilize save break overcome promote advance build bring
    stabilize calm defuse finance fund compensate fight combat""".split()
_LINKS = frozenset(
    "with between among for of towards toward against from in at on near around along".split()
)
_ENDS = frozenset(
    """provided providing if unless when while but which that who after before by because as and
    since until though although so once according following""".split()
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\s\w]|\d+")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Purpose:
    """``act``: verb and object; ``complement``: the rest, both as keys; ``span``: the words."""

    act: tuple[str, str]
    complement: frozenset[str]
    span: Span


def purposes(telling: Telling) -> Iterator[Purpose]:
    """The purposes told in the sentences of a statement, where verb, object and rest are clear."""
    passage = telling.sentence
    verbs = {stem(verb) for verb in _VERBS}
    found = list(_WORD.finditer(passage.quote))
    lower = [match[0].lower() for match in found]
    for n, word in enumerate(lower):
        if word not in _LEADS:
            continue
        at = n + 1
        while at < len(lower) and lower[at] in _HELPS:
            at += 1
        if at + 2 >= len(lower) or stem(lower[at]) not in verbs:
            continue
        verb, first = lower[at], at + 1
        link = next(
            (
                m
                for m in range(first, min(first + 5, len(lower)))
                if lower[m] in _LINKS or not lower[m][0].isalpha() or lower[m] in _ENDS
            ),
            None,
        )
        if link is None or link == first or lower[link] not in _LINKS:
            continue
        end = link + 1
        while end < min(len(lower), link + _LONGEST):
            if not lower[end][0].isalnum() or lower[end] in _ENDS:
                break
            end += 1
        rest = _keys(passage.quote[found[link].end() : found[end - 1].end()])
        if rest:
            start = passage.start + found[n].start()
            stop = passage.start + found[end - 1].end()
            yield Purpose(
                (_key(verb), _key(lower[link - 1])), rest, telling.report.span(start, stop)
            )


def _key(word: str) -> str:
    root = stem(word)
    return lexicon().concepts.get((root,), root)


def _keys(text: str) -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in tokens(text) if w.lower() not in FUNCTION_WORDS)
