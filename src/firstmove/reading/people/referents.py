"""Whom a noun or pronoun means: the fullest name that the report gives, and the party."""

from __future__ import annotations

from collections import Counter

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma, trim
from firstmove.reading.parsing.nouns import speaker_noun
from firstmove.reading.people.affiliation import NONE, Affiliations, Side
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.candidates import for_themselves, learn_candidates
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.groups import group_of
from firstmove.reading.people.holders import (
    CANDIDATES,
    can_name,
    exact,
    fits,
    role_words,
    told_before,
)
from firstmove.reading.people.named_beside import body_beside, named_beside
from firstmove.reading.people.naming import is_proper, name_end, name_run
from firstmove.reading.people.own_words import (
    form_of,
    has_article,
    is_bare,
    name_of_body,
    words_told,
)
from firstmove.reading.people.person import Person
from firstmove.reading.people.pronouns import HE, IT, THEY, office_of, person_meant
from firstmove.reading.people.things import thing_meant
from firstmove.report import Span
from firstmove.statement import Mention

_KEY = "firstmove.affiliations"
_SPEAKING = roles.VOICES | roles.TEAMS | {"office"}
_BESIDE = frozenset("adviser advisor aide ally company family firm friend staff".split())
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})


def affiliations_of(page: Page) -> Affiliations:
    kept = page.doc.user_data.get(_KEY)
    if not isinstance(kept, Affiliations):
        published = page.report.published
        kept = Affiliations(cast_of(page), published.year if published else None)
        kept.meant = lambda pronoun: _pronoun(page, pronoun, 3)[1]
        kept.holder = lambda noun: _resolve(page, noun, 3)[1]
        page.doc.user_data[_KEY] = kept
        learn_candidates(kept)
        kept.stand_alone(for_themselves(kept))
    return kept


def resolve(page: Page, what: Token | Span) -> Mention | None:
    """Name and party of a noun, pronoun or span of the report; either is "" where it is not told.

    None for words that name nobody. A pronoun that fits two people alike gets no name.
    """
    token = _root(page, what) if isinstance(what, Span) else what
    if token is None:
        return None
    span = (
        what if isinstance(what, Span) else page.report.span(token.idx, token.idx + len(token.text))
    )
    if isinstance(what, Span):
        apart = any(t.idx >= span.end for t in _joined(token))  # "Orland" of "Orland and Tarn"
    else:
        apart = token.i in cast_of(page).by_head
    if apart:
        name, side = _resolve(page, token, 0, alone=True)
    else:
        known = affiliations_of(page).resolved
        if token.i not in known:
            known[token.i] = _resolve(page, token, 0)
        name, side = known[token.i]
    place = page.report.span(*side.place) if side.place is not None and side.party else None
    return Mention(span, name, side.party, place)


def _root(page: Page, span: Span) -> Token | None:
    tokens = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    cast = cast_of(page)
    bracket = next((t.i for t in tokens if t.text == "(" and t.i > tokens.start), tokens.end)
    if tokens.root.i > bracket:
        tokens = page.doc[tokens.start : bracket]  # "Rep. Ann Roe (D-Ohio)"
    root = tokens.root
    if root.pos_ == "VERB":  # "lashing foreman Ann Roe", a word of the trade
        named = [t for t in tokens if t.i in cast.by_head and t.i > root.i]
        root = named[-1] if named else root
    around = (
        t for t in tokens if t.i in cast.bodies and t.i != root.i and root.i not in cast.bodies
    )
    heads = [t for t in around if name_run(t)[0].i <= root.i < name_end(t)]
    root = heads[0] if heads else root  # "Clean Rivers Now", "Save the Meadow"
    # A parser that hangs the name on its title: the name is meant.
    if root.i not in cast.by_head and root.pos_ == "PROPN":
        after = root.i + 1
        while after < tokens.end and page.doc[after].pos_ == "PROPN":
            if after in cast.by_head:
                return page.doc[after]
            after += 1
    while root.i + 2 < tokens.end and page.doc[root.i + 1].text == "-" and not root.whitespace_:
        if not page.doc[root.i + 2].text[0].isupper():
            break  # "secretary-general"
        root = page.doc[root.i + 2]  # "Hal-Mart", which the parser takes for two names
    last = tokens[-1]
    if last.i in cast.by_head and (office := office_of(last)) is not None and office.i == root.i:
        return last
    return root


def _joined(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]


def _resolve(page: Page, token: Token, depth: int, *, alone: bool = False) -> tuple[str, Side]:
    """``alone``: without those it is joined to by "and".

    ``depth`` counts the steps from word to word; sides of nouns may ask again from the start, so
    that a circle ("his party's … and theirs") is left where a word is met a third time."""
    met: Counter[int] = page.doc.user_data.setdefault("firstmove.resolving", Counter())
    if met[token.i] > 2:
        return "", NONE
    met[token.i] += 1
    try:
        return _meant(page, token, depth, alone=alone)
    finally:
        met[token.i] -= 1


def _meant(page: Page, token: Token, depth: int, *, alone: bool) -> tuple[str, Side]:
    cast, sides = cast_of(page), affiliations_of(page)
    if depth > 5:
        return "", NONE
    if token.i in cast.inside:
        token = token.doc[cast.inside[token.i]]
    word = token.lower_
    if word in _RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
        relative = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if relative is None:
            return "", NONE
        who = speaker_noun(relative.head)
        alone = any(t.i > relative.i for t in _joined(who))  # "Roe, who said so, and Poe"
        return _resolve(page, who, depth + 1, alone=alone)
    if token.text in roles.LABELS:
        return "", NONE
    conjuncts = [] if alone else _joined(token)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
        if conjuncts:
            return _both(page, token, conjuncts, depth)  # "He and his wife"
        return _pronoun(page, token, depth)
    if token.i in cast.by_head:
        if conjuncts:
            return _both(page, token, conjuncts, depth)
        person = cast.by_head[token.i]
        # Several share the name: it stands as the report writes it here.
        return (
            (person.name, sides.of_person(person)) if person is not None else (form_of(token), NONE)
        )
    if cast.is_name(token) and token.text[0].isupper() and not _is_role_name(token):
        name = name_of_body(cast, token)
        side = sides.of_noun(token)
        if conjuncts:
            return _both(page, token, conjuncts, depth)
        return name, side
    beside = body_beside(cast, token)
    if beside is not None:
        return _resolve(page, beside, depth + 1)
    named = named_beside(cast_of(page), token)
    if named is not None:
        return named.name, sides.of_person(named)
    if conjuncts:
        return _both(page, token, conjuncts, depth)
    side = sides.of_noun(token)
    if is_role(token) or _is_role_name(token):
        person = _by_role(page, token, side) or _only_of_gender(page, token)
        if person is not None:
            return person.name, sides.of_person(person)
        if _own_words_only(page, token):
            return "", side
        if not side.party:
            side = _as_before(page, token, depth)
        if not side.party:
            side = _of_own_plan(page, token, depth)
    elif (lemma(token) in ORGANS or lemma(token) in sides.bodies.nouns) and (
        has_article(token) or lemma(token) == "management"
    ):
        body = sides.named_body(token)
        if body.party:
            return body.party, side if side.party else body
        if (
            not side.party
            and (is_bare(token) or _is_union_for(token))
            and not sides.names_bodies(token)
            and (lemma(token) in cues.BODIES and lemma(token) not in ("management", "body"))
            and not (lemma(token) in roles.GOVERNMENT_WORDS and sides.names_countries)
        ):
            words = words_told(page, token) if is_bare(token) else f"the {token.lower_}"
            return words, Side(words)
    if side.party and side.party == group_of(cast, sides.bodies.all, token):
        return side.party, side
    return _with_owner(page, token, side, depth)


def _is_union_for(noun: Token) -> bool:
    """ "The union for the foremen"."""
    told = [c for c in noun.children if c.dep_ not in ("det", "punct")]
    of = all(c.dep_ == "prep" and c.lower_ in ("for", "of") and c.i > noun.i for c in told)
    return lemma(noun) in roles.UNIONS and has_article(noun) and of


def _with_owner(page: Page, token: Token, side: Side, depth: int) -> tuple[str, Side]:
    """ "Ann Roe's office" for "her office", of her side where it is one that speaks for her."""
    words = words_told(page, token)
    whose, _, rest = words.partition(" ")
    pronoun = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in HE), None)
    speaks = lemma(token) in _SPEAKING
    if pronoun is None or pronoun.text != whose or not (speaks or lemma(token) in _BESIDE):
        return words, side
    owner, of = _resolve(page, pronoun, depth + 1)
    if not owner[:1].isupper():
        return words, side
    return f"{owner}'s {rest}", of if speaks and not side.party else side


def _is_role_name(token: Token) -> bool:
    """ "The Foreign Minister": a role in capitals, without a name."""
    return token.pos_ == "PROPN" and (
        token.lower_ in roles.TITLES - roles.FIELDS and token.lower_ not in roles.BODY_ENDINGS
    )


def _both(page: Page, first: Token, others: list[Token], depth: int) -> tuple[str, Side]:
    """Two speakers joined: their common party, if there is one; the words as they stand, but
    countries by their names ("Japan and Italy" for "Tokyo and Rome")."""
    sides = [_resolve(page, first, depth + 1, alone=True)[1]]
    sides += [_resolve(page, t, depth + 1)[1] for t in others]
    same = {s.party for s in sides}
    lands = [_land_of(page, t) for t in (first, *_all_joined(first))]
    if all(lands) and len(set(lands)) == len(lands):
        return f"{', '.join(lands[:-1])} and {lands[-1]}", NONE
    start = first.left_edge.idx
    end = others[-1].right_edge.idx + len(others[-1].right_edge.text)
    place = trim(page.report.text, start, end, quotes=True)
    words = " ".join(page.report.text[slice(*place)].split()) if place else first.text
    return words, sides[0] if len(same) == 1 else NONE


def _all_joined(token: Token) -> list[Token]:
    return [t for c in _joined(token) for t in (c, *_all_joined(c))]


def _land_of(page: Page, name: Token) -> str:
    """The country that a name or its seat of government stands for; "" for others."""
    party = affiliations_of(page).of_noun(name).party if is_proper(name) else ""
    form = form_of(name)
    return party if party in (country_of(form), seat_of(form)) else ""


def _holders(page: Page, token: Token, side: Side) -> list[Person]:
    """The people told before in that role, of a party that fits."""
    cast, sides = cast_of(page), affiliations_of(page)
    words = role_words(token)
    found = [p for p in cast.people if fits(p, words, token.i, sides.factions_of(p))]
    of_countries = {country_of(w) for w in words} - {""}
    if side.party and not CANDIDATES & set(words):
        found = [p for p in found if _can_be_of(sides, p, side.party)]
    if of_countries:
        found = [p for p in found if sides.of_person(p).party in of_countries]
    if len(found) > 1:
        same = [p for p in found if exact(p, words)]
        found = same if len(same) == 1 else found
    return found


def _can_be_of(sides: Affiliations, person: Person, party: str) -> bool:
    """Whether somebody may be of a party: so told, or told of none; a candidate is a member."""
    own = sides.of_person(person).party
    if own in ("", party):
        return True
    return own in sides.alone and party in (sides.factions_of(person) or {party})


def _by_role(page: Page, token: Token, side: Side) -> Person | None:
    """ "The Foreign Minister": the one person told before in that role, of a party that fits."""
    if not can_name(token, side.party):
        return None
    found = _holders(page, token, side)
    if len(found) != 1:
        return None
    before = told_before(cast_of(page), token) if len(role_words(token)) == 1 else []
    other = _unnamed_last(page, before)
    named = max(index for index in found[0].heads if index < token.i)
    return None if other is not None and other.i > named else found[0]


def _unnamed_last(page: Page, told: list[Token]) -> Token | None:
    """ "An Israeli official" before a bare "the official": the last told so, if unnamed."""
    last = next(reversed(told), None)
    if last is None or named_beside(cast_of(page), last) is not None:
        return None
    return last if any(c.lower_ in ("a", "an", "another") for c in last.children) else None


def _only_of_gender(page: Page, token: Token) -> Person | None:
    """ "The justice … said she …", where the report tells nobody's role so and names one woman,
    of whom it tells no role."""
    after = {t.lower_ for t in token.head.subtree if t.i > token.i}
    genders = {HE[word] for word in after if word in HE}
    if len(genders) != 1 or token.dep_ not in SUBJECTS or not can_name(token, ""):
        return None
    gender = genders.pop()
    found = [p for p in cast_of(page).people if p.can_be(gender)]
    if len(found) != 1 or found[0].roles or not (found[0].heads and found[0].heads[0] < token.i):
        return None
    return found[0] if not found[0].can_be("f" if gender == "m" else "m") else None


def _own_words_only(page: Page, token: Token) -> bool:
    """A bare "the minister" that two people could be: nobody is named."""
    if not has_article(token) or len(role_words(token)) != 1:
        return False
    return len(_holders(page, token, NONE)) > 1


def _as_before(page: Page, token: Token, depth: int) -> Side:
    """ "The spokesman" after "a spokesman for the port": of the same side, where all the
    spokesmen just told of are."""
    if depth > 2 or not can_name(token, "") or len(role_words(token)) != 1:
        return NONE
    before = told_before(cast_of(page), token)
    unnamed = _unnamed_last(page, before)
    before = before if unnamed is None else [unnamed]
    told = [t for t in before if t.i not in cast_of(page).by_head]
    found = {_resolve(page, t, depth + 3)[1].party for t in told}
    return Side(found.pop()) if len(found) == 1 else NONE


def _of_own_plan(page: Page, token: Token, depth: int) -> Side:
    """ "A spokesman said the group would …", right after a sentence of which that group is the
    subject: its own."""
    cast = cast_of(page)
    bare = all(c.dep_ in ("det", "punct") for c in token.children)
    if depth > 2 or lemma(token) not in roles.VOICES or token.dep_ != "nsubj" or not bare:
        return NONE
    here = cast.sentence_of.get(token.i, 0)
    before = cast.by_sentence[here - 1] if here else ()
    subjects = [t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"]
    for clause in token.head.children:
        plans = any(c.lower_ in ("would", "will") for c in clause.children)
        if clause.dep_ != "ccomp" or not plans:
            continue
        told = [c for c in clause.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
        if len(told) == len(subjects) == 1 and has_article(told[0]):
            side = _resolve(page, told[0], depth + 2)[1]
            same = _resolve(page, subjects[0], depth + 2)[1].party
            return Side(side.party) if side.party and same == side.party else NONE
    return NONE


def _pronoun(page: Page, token: Token, depth: int) -> tuple[str, Side]:
    word = token.lower_
    if word in HE:
        found = person_meant(page, token, HE[word], lambda noun: _role_holder(page, noun))
        if found is None:
            return "", NONE
        if isinstance(found, Person):
            return found.name, affiliations_of(page).of_person(found)
        return _resolve(page, found, depth + 1)
    if word in IT or word in THEY:
        noun = thing_meant(page, token, plural=word in THEY)
        if noun is not None:
            return _resolve(page, noun, depth + 1)
    return "", NONE


def _role_holder(page: Page, noun: Token) -> Person | None:
    """The person that a role noun means, by name beside it or as its one holder."""
    named = named_beside(cast_of(page), noun)
    if named is not None:
        return named
    kept: dict[int, Person | None] = page.doc.user_data.setdefault("firstmove.holders", {})
    if noun.i not in kept:
        kept[noun.i] = None  # stops circles
        kept[noun.i] = _by_role(page, noun, affiliations_of(page).of_noun(noun))
    return kept[noun.i]
