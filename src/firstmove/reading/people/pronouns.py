"""Whom a pronoun means: a person by nearness, grammatical role and gender; a body by number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import Cast, cast_of
from firstmove.reading.people.perhaps_somebody import may_be_somebody
from firstmove.reading.people.person import Person
from firstmove.reading.people.told_first import told_of_first

HE = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "their", "them"})

_REACH = 4  # sentences told by the outlet that a pronoun looks back over
_FURTHEST = 12  # sentences in all, those of quotations with them
_NEW_PARAGRAPH = 1.5  # what a name loses that stands in a paragraph before the pronoun's
_GOES_ON = 1.0  # what who said something just before gains, where the pronoun says something
_MARGIN = 0.75  # below this, two fit alike
_GOES_WITH = frozenset("and especially including mainly notably particular particularly".split())
# Of the words for people, those that mean several or none in particular.
_NOBODY_ONE = frozenset(
    "army clergy couple crowd elite family figure public staff source majority minority police "
    "everyone many most other others some several people youth media white group".split()
)

Meant = Person | Token
"""A person of the cast, or the noun of somebody without a name ("a villager")."""


def person_meant(
    page: Page, pronoun: Token, gender: str, by_role: Callable[[Token], Person | None]
) -> Meant | None:
    """The person that "he" or "she" means; None in a tie.

    Subjects before objects, the same sentence only from before the pronoun's own clause, a few
    sentences back at most; a person of the other gender is out, and so is one who is only named
    inside a quotation when the pronoun stands outside of it. Sentences that are all quotation do
    not count as steps back. ``by_role`` tells whom "the minister" means.
    """
    cast = cast_of(page)
    here = cast.sentence_of.get(pronoun.i)
    if here is None or may_be_somebody(cast, told_of_first(pronoun)):
        return None
    if (owner := _owner_before(cast, pronoun)) is not None and owner.can_be(gender):
        return owner
    inside = page.in_quotation(pronoun.idx)
    scores: dict[int, float] = {}
    meant: dict[int, Meant] = {}
    steps, alone = 0, True
    for number in range(here, max(here - _FURTHEST, -1), -1):
        quoted = number < here and _all_quoted(page, number)
        if number < here and not quoted:
            steps += 1
        if steps > _REACH:
            break
        if number == here - 1:
            alone = not scores  # nobody is told of beside the pronoun
        if quoted and not inside:
            continue
        for token in cast.by_sentence[number]:
            if number == here and token.i >= pronoun.i:
                break
            found = _candidate(page, cast, token, gender, by_role, steps)
            if found is None or (number == here and _same_clause(token, pronoun)):
                continue
            if not inside and page.in_quotation(token.idx):
                continue
            score = _score(token, steps)
            if steps == 1 and alone and _goes_on(token, pronoun):
                score += _GOES_ON
            if number < here and _break_between(page, token, pronoun):
                score -= _NEW_PARAGRAPH
            key = id(found) if isinstance(found, Person) else -found.i - 1
            meant[key] = found
            scores[key] = max(scores.get(key, -9.0), score)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return None
    return meant[ranked[0][0]]


def _owner_before(cast: Cast, pronoun: Token) -> Person | None:
    """ "Roe's view of it and his promise to build", "Roe's plans, in particular his promise": of
    one person, whoever speaks of both."""
    before = list(pronoun.sent[: pronoun.i - pronoun.sent.start])
    if pronoun.tag_ != "PRP$" or not before or before[-1].lower_ not in _GOES_WITH:
        return None
    for token in reversed(before):
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.tag_ == "POS":
            return cast.by_head.get(token.i - 1)
    return None


def _candidate(
    page: Page,
    cast: Cast,
    token: Token,
    gender: str,
    by_role: Callable[[Token], Person | None],
    steps: int,
) -> Meant | None:
    if token.i in cast.by_head:
        person = cast.by_head[token.i] or _of_that_name(cast, token, gender)
        return person if person is not None and person.can_be(gender) else None
    subject = grammatical_subject(token)
    if not subject:
        return None
    if HE.get(token.lower_) == gender and token.dep_ in SUBJECTS and 0 < steps <= 2:
        return _chain(page, token, gender, by_role)
    if _one_of_them(token):
        return token if main_clause(token) else None
    if not (token.pos_ in ("NOUN", "PROPN") and is_role(token)):
        return None
    described = _described(token)
    if described in cast.by_head:
        return None  # "Ann Roe, an engineer and mother of two": she is met by her name
    person = by_role(token)
    if person is not None:
        return person if person.can_be(gender) else None
    return token if _someone(token, gender) else None


def _one_of_them(token: Token) -> bool:
    """ "One" of "one of the mediators said he …"."""
    if token.lower_ != "one":
        return False
    several = (c for of in token.children if of.lower_ == "of" for c in of.children)
    return any(c.dep_ == "pobj" and c.tag_ == "NNS" and is_role(c) for c in several)


def _of_that_name(cast: Cast, name: Token, gender: str) -> Person | None:
    """ "Roe … She", where the report has an Ann Roe and a John Roe: Ann."""
    fitting = [p for p in cast.people if p.surname == name.lower_ and p.can_be(gender)]
    return fitting[0] if len(fitting) == 1 else None


def _described(noun: Token) -> int:
    """The word that a noun in apposition, or joined to one, tells of; -1 where it tells of none."""
    node = noun
    while node.dep_ == "conj" and node.head.i < node.i:
        node = node.head
    return int(node.head.i) if node.dep_ == "appos" and node.head.i < node.i else -1


def _someone(noun: Token, gender: str) -> bool:
    """One person without a name who acts in the main clause: "a villager said that she …"."""
    if noun.tag_ != "NN" or noun.pos_ != "NOUN" or noun.dep_ in ("compound", "appos"):
        return False
    word = lemma(noun)
    if word in _NOBODY_ONE or word in cues.BODIES or noun.lower_ in cues.BODIES:
        return False
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children):
        return False
    told = "m" if word in roles.MALE else "f" if word in roles.FEMALE else ""
    return told in ("", gender) and main_clause(noun)


def _score(token: Token, steps: int) -> float:
    score = 4.0 - steps * 1.5
    if grammatical_subject(token):
        score += 2.5
        if main_clause(token):
            score += 1.0
    elif is_agent(_top(token)):
        score += 2.5
    if token.dep_ == "poss":
        score -= 0.5
    return score


def _goes_on(name: Token, pronoun: Token) -> bool:
    """ "Roe added that Poe would lose. “…,” he said": Roe, of two who could be meant."""
    said, says = _top(name).head, pronoun.head
    told = said.dep_ == "ROOT" and _top(name).dep_ == "nsubj" and lemma(said) in cues.VERBS
    return told and pronoun.dep_ == "nsubj" and says.dep_ == "ROOT" and lemma(says) in cues.VERBS


def _chain(
    page: Page, pronoun: Token, gender: str, by_role: Callable[[Token], Person | None]
) -> Meant | None:
    kept: dict[int, Meant | None] = page.doc.user_data.setdefault("firstmove.pronouns", {})
    if pronoun.i not in kept:
        kept[pronoun.i] = None
        kept[pronoun.i] = person_meant(page, pronoun, gender, by_role)
    return kept[pronoun.i]


def _break_between(page: Page, token: Token, pronoun: Token) -> bool:
    """Whether a paragraph ends between the two."""
    number = bisect_right(page.paragraphs, pronoun.idx, key=lambda paragraph: paragraph.start)
    return number > 0 and token.idx < page.paragraphs[number - 1].start


def _all_quoted(page: Page, number: int) -> bool:
    """Whether nothing of the sentence is told by the outlet itself."""
    cast = cast_of(page)
    kept: dict[int, bool] = page.doc.user_data.setdefault("firstmove.all_quoted", {})
    if number not in kept:
        words = [t for t in cast.by_sentence[number] if t.is_alpha]
        kept[number] = bool(words) and all(page.in_quotation(t.idx) for t in words)
    return kept[number]


def _top(token: Token) -> Token:
    node = token
    while node.dep_ in ("compound", "appos", "conj", "nmod") and node.head.i != node.i:
        node = node.head
    return office_of(node) or node


def office_of(name: Token) -> Token | None:
    """ "Director" in "Director of Public Safety Ann Roe said": the subject, for the parser."""
    lead = name.head
    if name.dep_ != "pobj" or lead.lower_ != "of" or name.pos_ != "PROPN" or lead.i < 1:
        return None
    office = lead.head
    beside = office.i == lead.i - 1 and office.text[0].isupper() and is_role(office)
    named = name.i - lead.i > 2 and all(t.text[0].isupper() for t in name.doc[lead.i + 1 : name.i])
    return office if beside and named and name.ent_type_ in ("PERSON", "ORG", "") else None


def grammatical_subject(token: Token) -> bool:
    """Whether the word, or what it is joined to, is a subject; also one behind its verb: "Beside
    her stood the premier", "Among them was the mayor"."""
    node = _top(token)
    if node.dep_ in SUBJECTS:
        return True
    verb = node.head
    if node.dep_ != "attr" or lemma(verb) != "be" or node.i < verb.i:
        return False
    before = [c for c in verb.children if c.i < verb.i and c.dep_ != "punct"]
    if verb.dep_ == "aux" and verb.head.i < verb.i:  # "Standing beside her was the premier"
        before += [verb.head, *verb.head.children]
    return bool(before) and not any(
        c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN", "PRON") for c in before
    )


def _same_clause(token: Token, pronoun: Token) -> bool:
    """A name in the pronoun's own clause is another person, unless it opened the sentence."""
    clause = pronoun.head
    return bool(token.head.i == clause.i) and token.dep_ != "poss"


def main_clause(token: Token) -> bool:
    head = _top(token).head
    return bool(head.dep_ == "ROOT" or head.head.dep_ == "ROOT")


def is_agent(token: Token) -> bool:
    """ "was rejected by the union": who does it."""
    return bool(token.dep_ == "pobj" and token.head.dep_ == "agent")
