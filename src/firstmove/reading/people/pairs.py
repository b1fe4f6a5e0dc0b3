"""Two parties named by one word: "both sides", "the two countries"."""

from __future__ import annotations

from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import Token, children, noun_phrase, text_span
from firstmove.reading.people.referents import affiliations_of
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Mention

BOTH = words("side party country government nation state camp leader capital delegation")


def is_pair(token: Token) -> bool:
    """Whether words mean two at once: "both sides", "the two countries", "X and Y"."""
    if token.lemma_.lower() in BOTH:
        return any(c.lower_ in ("both", "two") for c in token.children)
    return token.pos_ == "PROPN" and bool(children(token, "conj"))


def both(page: Page, token: Token, speaker: Mention | None = None) -> Mention | None:
    """The two parties that "both sides" means, where the text so far leaves no choice.

    The last pair joined by "and" or "between", else the only two parties named; a Mention without
    party, since it names two. ``speaker``: whose words they are, who speaks of two others.
    """
    if not is_pair(token):
        return None
    if token.pos_ == "PROPN":
        names = _pair(page, token)
    else:
        own, span = ("", None) if speaker is None else (speaker.party, speaker.span)
        joined = (t for t in page.doc[: token.i] if children(t, "conj"))
        pairs = [
            _pair(page, t) for t in joined if span is None or not span.start <= t.idx < span.end
        ]
        pairs = [p for p in pairs if p and own not in p]
        told = pairs[-1] if pairs else _parties_before(page, token)
        names = [name for name in told if name != own]
    if len(names) != 2:
        return None
    place = [*noun_phrase(token), *children(token, "conj")]
    return Mention(text_span(page, sorted(place, key=_place)), name=" and ".join(names))


def _place(token: Token) -> int:
    return int(token.i)


def _pair(page: Page, token: Token) -> list[str]:
    """The parties of a coordination of two places or bodies, or nothing."""
    joined = [token, *children(token, "conj")]
    if len(joined) != 2 or any(t.pos_ != "PROPN" or children(t, "conj") for t in joined[1:]):
        return []
    if token.pos_ != "PROPN" or "and" not in [c.lower_ for c in children(token, "cc")]:
        return []
    sides = affiliations_of(page)
    names = [sides.of_noun(t).party for t in joined]
    return names if all(names) and len({n.casefold() for n in names}) == 2 else []


def _parties_before(page: Page, token: Token) -> list[str]:
    names: list[str] = []
    for other in page.doc[: token.i]:
        if other.dep_ in ("compound", "nmod") and other.head.pos_ == "PROPN":
            continue  # "Aid" of "Aid Mission"
        if other.dep_ == "pobj" and other.head.lower_ in ("at", "in", "near", "outside"):
            continue  # "met in Osk"
        if other.pos_ == "PROPN" and other.ent_type_ in ("GPE", "ORG", "NORP"):
            mention = somebody(page, other)
            known = {n.casefold() for n in names}
            if mention is not None and mention.party and mention.party.casefold() not in known:
                names.append(mention.party)
    return names
