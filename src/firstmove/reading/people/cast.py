"""Who appears in a report: its people with the names, titles and roles that it gives them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from firstmove.reading.lexicon import roles
from firstmove.reading.opening.datelines import datelines_of
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.acronyms import acronyms_of
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.firms_like_people import firms_alone, firms_like_people
from firstmove.reading.people.fuller import fuller_names, in_order, is_firm
from firstmove.reading.people.impersonal import impersonal, unintroduced_names
from firstmove.reading.people.lands import lands
from firstmove.reading.people.leaving import has_left
from firstmove.reading.people.naming import name_end
from firstmove.reading.people.noun_names import add_fellows, led, taken_for_nouns
from firstmove.reading.people.person import (
    Person,
    choose,
    family_first,
    family_of,
    holds_office_alone,
    learn,
    learn_by_pronoun,
    own_words,
    same_person,
)
from firstmove.reading.people.personal import person_like, second_told
from firstmove.reading.people.runs import Run, body_words, is_joined, runs_of, words_of


@dataclass(frozen=True, slots=True)
class Cast:
    """``by_head``: last token of a personal name to its person; None where two share the name.

    ``bodies``: last token of any other name to its words. ``body_tokens``: tokens of the body.
    """

    people: tuple[Person, ...]
    by_head: dict[int, Person | None]
    bodies: dict[int, str]
    body_tokens: tuple[Token, ...]
    by_sentence: tuple[tuple[Token, ...], ...]
    acronyms: dict[str, str]
    sentence_of: dict[int, int]
    in_order: list[str]  # names of bodies as the report tells them, each once
    fuller: dict[str, str]  # short name of a body to its full name
    asked: dict[str, str]  # short names asked for so far, "" where there is no fuller one
    inside: dict[int, int]  # the first words of "Roe & Poe", "Dockers' Union" to the last
    unintroduced: frozenset[str]  # single names that are no person's, of lands and bodies
    datelines: tuple[str, ...]  # where the report was written, as it says
    no_people: frozenset[str]  # names that look like people's, and are of firms
    quoted: frozenset[int]  # the tokens of the body inside quotation marks

    def is_name(self, token: Token) -> bool:
        """Whether the word is a name, or the last of one that the tagger took for a noun."""
        return token.pos_ == "PROPN" or token.i in self.bodies

    def token(self, index: int) -> Token | None:
        """The token of that number, None outside of the body."""
        if index not in self.sentence_of:
            return None
        return self.body_tokens[0].doc[index]


_KEY = "firstmove.cast"


def cast_of(page: Page) -> Cast:
    """The cast of a page, worked out once and kept with its parse."""
    kept = page.doc.user_data.get(_KEY)
    if not isinstance(kept, Cast):
        kept = _make(page)
        page.doc.user_data[_KEY] = kept
    return kept


def _is_member(head: Token) -> bool:
    """ "MPs" of "Liberal MPs", "Vice" of "Vice-chancellor": nobody's name."""
    begun = head.lower_ in roles.FIELDS and head.i + 1 < head.sent.end
    return head.lower_ in roles.IN_CAPITALS or (begun and head.nbor(1).text == "-")


def _is_name_alone(word: Token) -> bool:
    """ "Cuban said", where Mark Cuban is told of: no country, and nobody of one."""
    country = country_of(word.text)
    led = any(c.dep_ in ("det", "poss", "amod") for c in word.children)
    return word.tag_ == "NNP" and word.text != country and word.dep_ == "nsubj" and not led


def _make(page: Page) -> Cast:
    runs = runs_of(page)
    people: list[Person] = []
    by_surname: dict[str, list[Person]] = defaultdict(list)
    by_first: dict[str, list[Person]] = defaultdict(list)
    by_head: dict[int, Person | None] = {}
    bodies: dict[int, str] = {}
    unintroduced = unintroduced_names(runs) | lands(runs) | firms_alone(runs)
    nations = impersonal(runs, page) | unintroduced
    within = {index for run in runs for index in range(run.name[-1].i + 1, name_end(run.name[-1]))}
    firms = {" ".join(words_of(run)[:-1]) for run in runs if is_firm(run.name[-1].text)}
    unlike = firms_like_people(runs)
    personal = [
        run
        for run in runs
        if run.name[-1].i not in within
        and person_like(run)
        and words_of(run) not in unlike
        and not (" ".join(words_of(run)) in firms and not run.title)
        and not (len(run.name) == 1 and not run.title and run.name[-1].text in nations)
    ]
    personal += second_told(runs, personal, within)
    # full names first
    for run in sorted(personal, key=lambda r: len(own_words(words_of(r))) < 2):
        words = own_words(words_of(run))
        same = same_person(by_surname[family_of(words)], words)
        if same is not None and holds_office_alone(same, words, run):
            same = None
        if same is None and len(words) == 1:
            same = family_first(by_first[words[0]])
        known = by_surname[family_of(words)]
        if (
            same is None
            and len(words) == 1
            and known
            and not holds_office_alone(known[0], words, run)
        ):
            by_head[run.name[-1].i] = choose(known, run)
            continue
        if same is None:
            same = Person(" ".join(words_of(run)), words)
            people.append(same)
            by_surname[family_of(words)].append(same)
            by_first[words[0]].append(same)
        elif len(words) > len(same.words):
            by_first[same.words[0]].remove(same)
            by_first[words[0]].append(same)
            same.name, same.words = " ".join(words), words
        by_head[run.name[-1].i] = same
    surnames = {p.surname: p for p in people}
    for run in runs:
        head = run.name[-1]
        if head.i in by_head:
            continue
        words = own_words(words_of(run))
        surname = len(words) == 1 and family_of(words) in surnames
        alone = len(words) == 1 and head.dep_ == "nsubj"
        led_by = family_first(by_first[words[0]]) if alone else None
        if surname and (run.title or not country_of(head.text) or _is_name_alone(head)):
            by_head[head.i] = choose(by_surname[family_of(words)], run)
        elif led_by is not None:
            by_head[head.i] = led_by  # "Wang", which the tagger takes for a body
        elif head.i not in within and head.text[0].isupper() and not _is_member(head):
            bodies[head.i] = body_words(run)
    bodies |= taken_for_nouns(page, bodies, by_head)
    add_fellows(page, bodies, by_head)
    for token in page.doc:
        # A family name that the tagger takes for a common noun, or for a day.
        day = token.ent_type_ == "DATE" and token.dep_ == "nsubj"
        if (day or token.pos_ in ("NOUN", "ADJ", "VERB")) and token.text[0].isupper():
            named = token.text.istitle() and token.lower_ in surnames
            named_so = token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
            one = token.tag_ in ("NN", "NNP")
            one = one or (token.tag_ == "NNS" and lemma(token) == token.lower_)
            named_so = named_so or (token.dep_ == "nsubj" and one and not led(token))
            sure = named_so or not token.is_sent_start
            if named and sure and surnames[token.lower_].words[-1] == token.text:
                meant = choose(by_surname[token.lower_], Run((token,), (token,), ()))
                by_head[token.i] = meant
                if meant is not None:
                    meant.heads.append(token.i)
    for run in runs:
        person = by_head.get(run.name[-1].i)
        if person is not None:
            person.heads.append(run.name[-1].i)
            learn(person, run)
    for person in people:
        person.heads.sort()
        person.left = any(has_left(page.doc[index]) for index in person.heads)
    people.sort(key=lambda p: p.heads[0] if p.heads else 0)
    learn_by_pronoun(page.doc, people)
    tokens: list[Token] = []
    by_sentence: list[tuple[Token, ...]] = []
    sentence_of: dict[int, int] = {}
    for number, span in enumerate(page.sentences):
        sentence = page.doc.char_span(span.start, span.end, alignment_mode="expand")
        by_sentence.append(tuple(sentence) if sentence is not None else ())
        tokens.extend(by_sentence[-1])
        sentence_of.update((token.i, number) for token in by_sentence[-1])
    ordered = in_order(bodies, page.doc)
    return Cast(
        tuple(people),
        by_head,
        bodies,
        tuple(tokens),
        tuple(by_sentence),
        acronyms_of(page, [*bodies.values(), *(t.text for t in tokens if t.is_upper)]),
        sentence_of,
        ordered,
        fuller_names(ordered),
        {},
        {
            t.i: run.name[-1].i
            for run in runs
            if is_joined(run.name) and run.name[-1].i in bodies
            for t in run.name[:-1]
        },
        frozenset(unintroduced),
        datelines_of(page),
        frozenset(map(" ".join, unlike)),
        frozenset(t.i for t in tokens if page.in_quotation(t.idx)),
    )
