"""Whom a noun or pronoun means: the fullest name that the report gives, and the party."""

from __future__ import annotations

from firstmove.reading import cues, roles
from firstmove.reading.affiliation import NONE, Affiliations, Side
from firstmove.reading.bodies import short_name
from firstmove.reading.cast import Cast, Person, cast_of, is_role
from firstmove.reading.claim import speaker_noun
from firstmove.reading.clauses import SUBJECTS, Token, lemma, text_of, trim
from firstmove.reading.countries import country_of, seat_of
from firstmove.reading.naming import ORGANS, name_place, name_run
from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Mention

_KEY = "firstmove.affiliations"
_HE = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "their", "them"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_REACH = 4  # sentences that a pronoun looks back over


def affiliations_of(page: Page) -> Affiliations:
    kept = page.doc.user_data.get(_KEY)
    if not isinstance(kept, Affiliations):
        published = page.report.published
        kept = Affiliations(cast_of(page), published.year if published else None)
        kept.meant = lambda pronoun: _pronoun(page, pronoun, 3)[1]
        page.doc.user_data[_KEY] = kept
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
    name, side = _resolve(page, token, 0)
    place = page.report.span(*side.place) if side.place is not None and side.party else None
    return Mention(span, name, side.party, place)


def _root(page: Page, span: Span) -> Token | None:
    tokens = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    cast = cast_of(page)
    root = tokens.root
    # A parser that hangs the name on its title: the name is meant.
    if root.i not in cast.by_head and root.pos_ == "PROPN":
        after = root.i + 1
        while after < tokens.end and page.doc[after].pos_ == "PROPN":
            if after in cast.by_head:
                return page.doc[after]
            after += 1
    return root


def _resolve(page: Page, token: Token, depth: int) -> tuple[str, Side]:
    cast, sides = cast_of(page), affiliations_of(page)
    if depth > 5:
        return "", NONE
    word = token.lower_
    if word in _RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
        relative = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if relative is None:
            return "", NONE
        return _resolve(page, speaker_noun(relative.head), depth + 1)
    if token.text in roles.LABELS:
        return "", NONE
    conjuncts = [c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
        if conjuncts:
            return _both(page, token, conjuncts, depth)  # "He and his wife"
        return _pronoun(page, token, depth)
    if token.i in cast.by_head:
        person = cast.by_head[token.i]
        # Several share the name: it stands as the report writes it here.
        return (
            (person.name, sides.of_person(person)) if person is not None else (_form(token), NONE)
        )
    if token.pos_ == "PROPN" and token.text[0].isupper() and not _is_role_name(token):
        name = _name_of_body(cast, token)
        side = sides.of_noun(token)
        if conjuncts:
            return _both(page, token, conjuncts, depth)
        return name, side
    beside = _body_beside(cast, token)
    if beside is not None:
        return _resolve(page, beside, depth + 1)
    named = _named_beside(page, token)
    if named is not None:
        return named.name, sides.of_person(named)
    if conjuncts:
        return _both(page, token, conjuncts, depth)
    side = sides.of_noun(token)
    if is_role(token) or _is_role_name(token):
        person = _by_role(page, token, side)
        if person is not None:
            return person.name, sides.of_person(person)
        if _own_words_only(page, token):
            return "", side
    elif lemma(token) in ORGANS and (_has_article(token) or lemma(token) == "management"):
        body = sides.named_body(token)
        if body.party:
            return body.party, side if side.party else body
        if (
            not side.party
            and _bare(token)
            and not sides.names_bodies(token)
            and (lemma(token) in cues.BODIES and lemma(token) != "management")
            and not (lemma(token) in roles.GOVERNMENT_WORDS and sides.names_countries)
        ):
            words = _words(page, token)
            return words, Side(words)
    return _words(page, token), side


def _is_role_name(token: Token) -> bool:
    """ "The Foreign Minister": a role in capitals, without a name."""
    return token.pos_ == "PROPN" and (
        token.lower_ in roles.TITLES and token.lower_ not in roles.BODY_ENDINGS
    )


def _name_of_body(cast: Cast, token: Token) -> str:
    return short_name(cast, str(text_of(token.doc)[slice(*name_place(token))]))


def _form(token: Token) -> str:
    """A name as it stands, with "Mr." or the like: "Mrs. Arlen"."""
    run = name_run(token)
    first = run[0].idx
    return " ".join(str(text_of(token.doc)[first : token.idx + len(token.text)]).split())


def _both(page: Page, first: Token, others: list[Token], depth: int) -> tuple[str, Side]:
    """Two speakers joined: their common party, if there is one; the words as they stand."""
    sides = [_resolve(page, t, depth + 1)[1] for t in (first, *others)]
    same = {s.party for s in sides}
    start = first.left_edge.idx
    end = others[-1].right_edge.idx + len(others[-1].right_edge.text)
    place = trim(page.report.text, start, end, quotes=True)
    words = page.report.text[slice(*place)] if place else first.text
    return words, sides[0] if len(same) == 1 else NONE


def _named_beside(page: Page, token: Token) -> Person | None:
    """ "the envoy nominee, Jan Poe": a name in apposition to a role."""
    cast = cast_of(page)
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and child.i in cast.by_head:
            return cast.by_head[child.i]
        if child.dep_ == "prep" and child.i > token.i and is_role(token):
            # The parser may hang the name on the place: "the mayor of Tarn, Ann Roe".
            for place in child.children:
                for named in place.children if place.dep_ == "pobj" else ():
                    if named.dep_ == "appos" and named.i in cast.by_head:
                        return cast.by_head[named.i]
    following = token.i + 1
    doc = token.doc
    while following < token.sent.end and doc[following].pos_ == "PROPN":
        if following in cast.by_head and token.dep_ in ("compound", "nmod"):
            return cast.by_head[following]
        following += 1
    return None


def _body_beside(cast: Cast, token: Token) -> Token | None:
    """ "the parents' group Save Our Schools": the name of a body right behind what it is."""
    if token.pos_ != "NOUN" or lemma(token) not in ORGANS or is_role(token):
        return None
    for child in token.children:
        if child.dep_ == "appos" and child.i in cast.bodies:
            return child
    return None


def _has_article(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.children)


def _bare(token: Token) -> bool:
    """ "the union": nothing more is told of it than what it is."""
    return all(c.dep_ in ("det", "punct", "case") for c in token.children)


def _role_words(token: Token) -> tuple[str, ...]:
    doc, first = token.doc, token.i
    while first > token.sent.start:
        before = doc[first - 1]
        inside = before.dep_ in ("compound", "amod", "nmod") or (
            before.pos_ == "PROPN" and before.head.i <= token.i and before.dep_ == "compound"
        )
        if not inside:
            break
        first -= 1
    return tuple(t.lower_ for t in doc[first : token.i + 1])


def _own_words_only(page: Page, token: Token) -> bool:
    """A bare "the minister" that two people could be: nobody is named."""
    words = _role_words(token)
    if not _has_article(token) or len(words) != 1:
        return False
    fitting = [p for p in cast_of(page).people if _fits(p, words, token.i)]
    return len(fitting) > 1


def _fits(person: Person, words: tuple[str, ...], before: int) -> bool:
    if not person.heads or person.heads[0] >= before:
        return False
    head = words[-1]
    for role in person.roles:
        if head not in role:
            continue
        known = set(role)
        described = [w for w in words[:-1] if not country_of(w)]
        if all(w in known for w in described):
            return True
    return False


def _by_role(page: Page, token: Token, side: Side) -> Person | None:
    """ "The Foreign Minister": the one person told before in that role, of a party that fits."""
    if token.tag_ in ("NNS", "NNPS") or any(
        c.dep_ == "det" and c.lower_ in ("a", "an", "another", "one", "some")
        for c in token.children
    ):
        return None
    if not _has_article(token) or any(
        c.dep_ in ("relcl", "nummod") or (c.dep_ == "prep" and c.i > token.i and not side.party)
        for c in token.children
    ):
        return None
    if any(c.dep_ == "poss" for c in token.children):
        return None
    cast, sides = cast_of(page), affiliations_of(page)
    words = _role_words(token)
    fitting = [p for p in cast.people if _fits(p, words, token.i)]
    if side.party:
        fitting = [p for p in fitting if sides.of_person(p).party in ("", side.party)]
    if len(fitting) > 1:
        exact = [p for p in fitting if any(r[-len(words) :] == words for r in p.roles)]
        fitting = exact if len(exact) == 1 else fitting
    return fitting[0] if len(fitting) == 1 else None


def _words(page: Page, token: Token) -> str:
    """The role in the report's own words, without what follows it; a leading "The" in small."""
    first = token.left_edge.i
    doc = token.doc
    while first < token.i and (doc[first].is_punct or doc[first].dep_ in ("cc", "preconj")):
        first += 1
    end = token.idx + len(token.text)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i == token.i + 1:
            size = child.right_edge.i - child.i
            if size <= 5 and not any(c.dep_ == "pcomp" for c in child.children):
                end = child.right_edge.idx + len(child.right_edge.text)
    place = trim(page.report.text, doc[first].idx, end, quotes=True)
    if place is None or place[1] - place[0] > 90:
        return str(token.text)
    words = page.report.text[slice(*place)].replace("\n", " ")
    lead, _, rest = words.partition(" ")
    return f"{lead.lower()} {rest}" if lead in ("The", "A", "An") and rest else words


def _pronoun(page: Page, token: Token, depth: int) -> tuple[str, Side]:
    word = token.lower_
    if word in _HE:
        person = _person_meant(page, token, _HE[word])
        if person is None:
            return "", NONE
        return person.name, affiliations_of(page).of_person(person)
    if word in _IT or word in _THEY:
        noun = _thing_meant(page, token, plural=word in _THEY)
        if noun is not None:
            return _resolve(page, noun, depth + 1)
    return "", NONE


def _grammatical_subject(token: Token) -> bool:
    node = token
    while node.dep_ in ("compound", "appos", "conj", "nmod") and node.head.i != node.i:
        node = node.head
    return node.dep_ in SUBJECTS


def _person_meant(page: Page, pronoun: Token, gender: str) -> Person | None:
    """The person that "he" or "she" means, by nearness and grammatical role; None in a tie.

    Subjects before objects, the same sentence only from before the pronoun's own clause, four
    sentences back at most; a named person of the other gender is out.
    """
    cast = cast_of(page)
    here = cast.sentence_of.get(pronoun.i)
    if here is None:
        return None
    scores: dict[int, float] = {}
    people: dict[int, Person] = {}
    quoted = [(q.start, q.end) for q in page.quotations]
    for token in cast.body_tokens:
        if token.i >= pronoun.i:
            break
        number = cast.sentence_of[token.i]
        if here - number > _REACH:
            continue
        person: Person | None = None
        if token.i in cast.by_head:
            person = cast.by_head[token.i]
        elif number < here and is_role(token) and _grammatical_subject(token):
            name, _ = _resolve(page, token, 3)
            person = next((p for p in cast.people if p.name == name), None)
        elif _HE.get(token.lower_) == gender and token.dep_ in SUBJECTS and 0 < here - number <= 2:
            person = _chain(page, token, gender)
        if person is None or (person.gender and person.gender != gender):
            continue
        if number == here and _same_clause(token, pronoun):
            continue
        score = 4.0 - (here - number) * 1.5
        if _grammatical_subject(token):
            score += 2.5
            if _main_clause(token):
                score += 1.0
        if any(s <= token.idx < e for s, e in quoted):
            score -= 3.0
        if token.dep_ == "poss":
            score -= 0.5
        key = id(person)
        people[key] = person
        scores[key] = max(scores.get(key, -9.0), score)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.75:
        return None
    return people[ranked[0][0]] if ranked[0][1] > 0 else None


def _chain(page: Page, pronoun: Token, gender: str) -> Person | None:
    kept: dict[int, Person | None] = page.doc.user_data.setdefault("firstmove.pronouns", {})
    if pronoun.i not in kept:
        kept[pronoun.i] = None
        kept[pronoun.i] = _person_meant(page, pronoun, gender)
    return kept[pronoun.i]


def _same_clause(token: Token, pronoun: Token) -> bool:
    """A name in the pronoun's own clause is another person, unless it opened the sentence."""
    clause = pronoun.head
    return bool(token.head.i == clause.i) and token.dep_ != "poss"


def _main_clause(token: Token) -> bool:
    node = token
    while node.dep_ in ("compound", "appos", "conj", "nmod") and node.head.i != node.i:
        node = node.head
    return bool(node.head.dep_ == "ROOT" or node.head.head.dep_ == "ROOT")


def _thing_meant(page: Page, pronoun: Token, *, plural: bool) -> Token | None:
    """The body or group that "it" or "they" means: the subject of the sentence before, or of the
    pronoun's own sentence, where there is only one."""
    cast = cast_of(page)
    here = cast.sentence_of.get(pronoun.i)
    if here is None:
        return None
    for number in (here, here - 1):
        found = [
            t
            for t in cast.body_tokens
            if cast.sentence_of[t.i] == number
            and t.i < pronoun.i
            and t.dep_ in ("nsubj", "nsubjpass")
            and t.head.i != pronoun.head.i
            and t.pos_ in ("NOUN", "PROPN")
            and _can_be(cast, t, plural)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            main = [t for t in found if _main_clause(t)]
            return main[0] if len(main) == 1 else None
    return None


def _can_be(cast: Cast, token: Token, plural: bool) -> bool:
    if token.i in cast.by_head:
        return False
    many = token.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in token.children)
    if plural:
        people = many and (is_role(token) or lemma(token).endswith(("er", "or", "ist", "ian")))
        return people or lemma(token) in ("union", "police", "team", "group")
    if many:
        return False
    return (
        lemma(token) in cues.BODIES
        or token.i in cast.bodies
        or bool(country_of(token.text) or seat_of(token.text))
    )
