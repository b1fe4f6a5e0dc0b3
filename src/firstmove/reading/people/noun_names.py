"""Names that the tagger takes for common nouns, and names made of them."""

from __future__ import annotations

from collections import Counter

from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, is_animate, lemma, text_of
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.fuller import fuller_name, is_firm
from firstmove.reading.people.naming import fellows_end, name_run
from firstmove.reading.people.person import Person


def taken_for_nouns(
    page: Page, bodies: dict[int, str], by_head: dict[int, Person | None]
) -> dict[int, str]:
    """ "Castor" where the tagger sees a noun, and the report names "Castor" or "Castor Group"."""
    known = {name for name in bodies.values() if " " not in name and name.istitle()}
    known |= {name.split()[0] for name in bodies.values() if is_firm(name) and " " in name}
    plain = {t.text for t in page.doc if t.text.islower()}
    told = Counter(t.text for t in page.doc if t.text.istitle())
    acting = {t.text for t in page.doc if _acts_as_name(t)}
    names = list(dict.fromkeys(bodies.values()))
    return {
        token.i: token.text
        for token in page.doc
        if (
            token.text in known
            or _is_entity(token)
            or _is_short(token, names)
            or (told[token.text] > 1 and token.text in acting)
        )
        and token.pos_ in ("NOUN", "ADJ", "VERB")
        and token.i not in by_head
        and token.lower_ not in plain
        and not country_of(token.text)
        and not _before_name(token)
    }


def add_fellows(page: Page, bodies: dict[int, str], by_head: dict[int, Person | None]) -> None:
    """ "Friends of the Old Rectory", "Doctors Without Borders": one name, and none inside it."""
    for token in page.doc:
        end = fellows_end(token) if token.i not in by_head else 0
        if end:
            for index in range(token.i, end):
                bodies.pop(index, None)
            first, last = name_run(token)[0], page.doc[end - 1]
            words = text_of(page.doc)[first.idx : last.idx + len(last)]
            bodies[token.i] = " ".join(words.split())


def _is_short(token: Token, names: list[str]) -> bool:
    """ "Tigers" after "Wharfside Tigers"."""
    if not token.text.istitle() or token.lower_ in ORGANS or is_role(token):
        return False
    return any(n.endswith(f" {token.text}") for n in names) and bool(fuller_name(token.text, names))


def _is_entity(token: Token) -> bool:
    """One word that the entity tagger takes for a body or place, and nothing else."""
    if token.ent_type_ not in ("ORG", "GPE") or token.ent_iob_ != "B" or not token.text.istitle():
        return False
    alone = (
        token.i + 1 >= len(token.doc)
        or token.nbor(1).ent_iob_ != "I"
        or (token.nbor(1).tag_ == "POS")
    )
    return alone and not is_role(token) and lemma(token) not in ORGANS and token.tag_ == "NN"


def _acts_as_name(token: Token) -> bool:
    """ "Timberline said": one capitalised noun without an article that does something."""
    subject = token.dep_ == "nsubj" and token.tag_ == "NN" and token.text.istitle()
    if not subject or any(c.i < token.i for c in token.children) or is_role(token):
        return False
    return lemma(token) not in ORGANS and is_animate(token)


def led(noun: Token) -> bool:
    """Whether words stand before the noun that belong to it: a bare one is a name."""
    return any(c.i < noun.i for c in noun.children)


def _before_name(token: Token) -> bool:
    if token.i + 1 >= token.sent.end:
        return False
    after = token.nbor(1)
    return bool(after.pos_ == "PROPN" and not is_role(after))
