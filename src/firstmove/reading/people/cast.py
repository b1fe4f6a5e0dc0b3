"""Who appears in a report: its people with the names, titles and roles that it gives them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from firstmove.reading.attribution import cues
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, lemma, text_of
from firstmove.reading.people import roles
from firstmove.reading.people.countries import country_of, office_of, seat_of
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.leads import field_of
from firstmove.reading.people.leaving import has_left
from firstmove.reading.people.naming import (
    DESCRIBED,
    ORGANS,
    dateline_end,
    dateline_place,
    fellows_end,
    fuller_name,
    fuller_names,
    is_elect,
    is_firm,
    is_proper,
    name_end,
    name_run,
)


@dataclass(slots=True)
class Person:
    """One person of the report. ``heads`` are the indices of the tokens that end a mention."""

    name: str
    words: tuple[str, ...]
    gender: str = ""  # "m", "f" or not told
    roles: list[tuple[str, ...]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    left: bool = False  # told to have left office of late

    @property
    def surname(self) -> str:
        return _family(self.words)

    def can_be(self, gender: str) -> bool:
        """Whether "he" ("m") or "she" ("f") can mean the person: the report's own words first."""
        told = self.gender or (likely_gender(self.words[0]) if len(self.words) > 1 else "")
        return told in ("", gender)


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
    fuller: dict[str, str]  # short name of a body to its full name
    asked: dict[str, str]  # short names asked for so far, "" where there is no fuller one
    inside: dict[int, int]  # the first words of "Roe & Poe", "Dockers' Union" to the last
    unintroduced: frozenset[str]  # single names that are no person's, of lands and bodies
    datelines: tuple[str, ...]  # where the report was written, as it says

    def is_name(self, token: Token) -> bool:
        """Whether the word is a name, or the last of one that the tagger took for a noun."""
        return token.pos_ == "PROPN" or token.i in self.bodies

    def token(self, index: int) -> Token | None:
        """The token of that number, None outside of the body."""
        if index not in self.sentence_of:
            return None
        return self.body_tokens[0].doc[index]


@dataclass(frozen=True, slots=True)
class _Run:
    tokens: tuple[Token, ...]
    name: tuple[Token, ...]
    title: tuple[Token, ...]


_KEY = "firstmove.cast"
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z.&]{1,9})\)")
# What states have and people have not, before whom the same words stand.
_STATES_HAVE = frozenset(
    "parliament ministry embassy ambassador airspace territory border mayor".split()
)
# Countries whose names people bear as well.
_GIVEN = frozenset({"Chad", "Jordan", "Georgia", "Israel", "Cuba", "India", "Kenya", "Malta"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def _family(words: tuple[str, ...]) -> str:
    """The family name in small letters, "Jr." left out."""
    rest = [w for w in words if w.lower().rstrip(".") not in _SUFFIXES] or list(words)
    return rest[-1].lower()


def cast_of(page: Page) -> Cast:
    """The cast of a page, worked out once and kept with its parse."""
    kept = page.doc.user_data.get(_KEY)
    if not isinstance(kept, Cast):
        kept = _make(page)
        page.doc.user_data[_KEY] = kept
    return kept


def _runs(page: Page) -> list[_Run]:
    found: list[_Run] = []
    opening = {paragraph.start for paragraph in page.paragraphs}
    for span in page.sentences:
        text_from = dateline_end(page.report.text, span.start) if span.start in opening else 0
        sentence = page.doc.char_span(span.start, span.end, alignment_mode="expand")
        if sentence is None:
            continue
        for token in sentence:
            if not is_proper(token) or token.ent_type_ in ("DATE", "TIME"):
                continue
            if token.text in roles.LABELS:
                continue
            if token.is_sent_start and token.lower_ in DESCRIBED:
                continue
            if token.idx < text_from:
                continue  # where it was written, by which agency
            following = token.nbor(1) if token.i + 1 < len(page.doc) else None
            if token.i + 3 < sentence.end and is_elect(token.nbor(2)):
                continue  # "President" of "President-elect Ann Roe"
            goes_on = (
                following is not None
                and following.i < sentence.end
                and is_proper(following)
                and token.dep_ not in ("nsubj", "dobj", "pobj", "appos")
            )
            if goes_on:
                continue
            tokens = name_run(token)
            cut = 0
            if _is_joined(tokens):
                found.append(_Run(tokens, tokens, ()))
                continue
            for position, word in enumerate(tokens[:-1]):
                saint = word.lower_ in ("st.", "st") and word.ent_type_ in ("GPE", "LOC", "FAC")
                if saint:
                    continue  # "St. Anne County"
                if _is_title(word) or (word.is_sent_start and word.lower_ in cues.PEOPLE):
                    cut = position + 1
            while (
                cut < len(tokens) - 1 and field_of(page.doc, tokens[cut].i + 1, sentence.start) > 0
            ):
                cut += 1
            name = tokens[cut:]
            while len(name) > 1 and (
                (country_of(name[0].text) and not _given(name, cut))
                or not name[0].text[0].isalpha()
                or name[0].text == "D.C."
            ):
                cut += 1
                name = tokens[cut:]
            found.append(_Run(tokens, name, tokens[:cut]))
    inside = {t.i for run in found for t in run.tokens[:-1]}
    return [run for run in found if run.tokens[-1].i not in inside]


def _given(name: tuple[Token, ...], titled: int) -> bool:
    """ "Chad" in "President Chad Morley": a country's name, and not the people's, right before a
    family name and behind a title, or for the entity tagger one person with it."""
    first, last = name[0], name[-1]
    if len(name) != 2 or first.text not in _GIVEN or is_role(last):
        return False
    if not (titled or all(t.ent_type_ == "PERSON" for t in name)):
        return False
    return last.lower_ not in roles.OF_STATE | roles.BODY_ENDINGS


def _is_joined(tokens: Iterable[Token]) -> bool:
    """ "Marks & Poe", "St. Anne's Hospital": the name of a body, no person's with a title."""
    return any(t.text in ("&", "'", "’", "'s", "’s") or t.lower_ == "and" for t in tokens)


def _is_title(word: Token) -> bool:
    return word.lower_.rstrip(".") in roles.TITLES or word.lower_ in roles.TITLES


def is_role(token: Token) -> bool:
    """Whether the word says what somebody is; "water" does not, though ministers have it."""
    word = lemma(token)
    if token.text[0].islower() and token.lower_ in roles.FIELDS:
        # "the justice" is a judge, justice none
        before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
        subject = token.dep_ in ("nsubj", "nsubjpass")
        return token.lower_ == "justice" and before in ("the", "court") and bool(subject)
    known = word in cues.PEOPLE or word in roles.TITLES or token.lower_ in roles.TITLES
    return known or word in roles.POSTS


def _names_body(noun: Token) -> bool:
    word = lemma(noun)
    return word in ORGANS and word not in cues.PEOPLE and not is_role(noun)


def _person_like(run: _Run) -> bool:
    words = " ".join(t.text for t in run.name)
    if country_of(words) or seat_of(words) or _is_joined(run.name):
        return False
    last = run.name[-1]
    if last.lower_ in roles.COMPANY_ENDINGS | roles.BODY_ENDINGS or last.lower_ in roles.TITLES:
        return _called_person(run)
    if any(c.isdigit() for c in words) or (
        words.isupper() and len(words) <= 5 and len(run.name) == 1
    ):
        return False
    if run.title and any(is_role(t) for t in run.title):
        return True
    called = last.head if last.dep_ in ("appos", "compound") else None
    if called is not None and called.pos_ == "NOUN" and _names_body(called):
        return False  # "the parents' group Save Our Schools"
    before = last.doc[run.tokens[0].i - 1] if run.tokens[0].i > last.sent.start else None
    if before is not None and before.pos_ == "NOUN" and _names_body(before):
        return False
    if before is not None and before.pos_ in ("NOUN", "PROPN") and is_role(before):
        return True
    if last.dep_ == "appos" and last.head.pos_ in ("NOUN", "PROPN") and is_role(last.head):
        return last.head.i < last.i and len(run.name) > 1
    if any(
        c.dep_ == "appos" and c.pos_ == "NOUN" and lemma(c) in cues.PEOPLE and not introduces(c)
        for c in last.children
    ):
        return True
    if len(run.name) in (2, 3) and _is_told_of(last):
        return True
    if called is not None and called.pos_ == "NOUN" and called.i > last.i and len(run.name) == 1:
        return False  # "a Velmo watch"; a surname is known from elsewhere
    return any(t.ent_type_ == "PERSON" for t in run.name)


def introduces(role: Token) -> bool:
    """Whether the name behind a role is its bearer's: "by Holt Stone, its chairwoman, Ann Roe"."""
    doc, at = role.doc, role.i + 2
    return bool(at < role.sent.end and doc[at - 1].text == "," and doc[at].pos_ == "PROPN")


def _called_person(run: _Run) -> bool:
    """ "spokeswoman Ann Steel": a given name right behind a word for a person."""
    first = run.name[0]
    if len(run.name) != 2 or not likely_gender(first.text) or first.i == first.sent.start:
        return False
    before = first.nbor(-1)
    return before.pos_ == "NOUN" and lemma(before) in cues.PEOPLE and is_role(before)


def _second_told(runs: list[_Run], personal: list[_Run], within: set[int]) -> list[_Run]:
    """Names that the entity tagger takes for firms, and which are a person's: told as one
    elsewhere; later told by their last word alone and then as people are ("Ann Roe … Roe, who …");
    or so told and begun with a given name."""
    alone = {run.name[0].text for run in runs if len(run.name) == 1}
    told = {r.name[0].text for r in runs if len(r.name) == 1 and _is_told_of(r.name[0])}
    named = {_words(run) for run in personal if len(run.name) > 1}
    borne = {words[-1] for words in named}  # "Though Roe", where Ann Roe is told of
    known = {run.name[-1].i for run in personal} | within
    return [
        run
        for run in runs
        if run.name[-1].i not in known
        and len(run.name) > 1
        and (
            _words(run) in named
            or (len(run.name) == 2 and run.name[1].text in told - borne)
            or (
                len(run.name) == 2 and likely_gender(run.name[0].text) and run.name[1].text in alone
            )
        )
        and run.name[0].text not in alone
        and run.name[1].ent_type_ not in ("GPE", "LOC", "FAC", "EVENT")
        and run.name[1].lower_ not in roles.COMPANY_ENDINGS | roles.BODY_ENDINGS | roles.TITLES
    ]


def _words(run: _Run) -> tuple[str, ...]:
    """The words of a name, "Hart-Roe" being one."""
    return tuple(" ".join(t.text for t in run.name).replace(" - ", "-").split())


def _is_told_of(name: Token) -> bool:
    """ "Ann Roe, who …", "Ann Roe, 46, …": what is told so of people only."""
    for child in name.children:
        who = (c for c in child.subtree if c.lower_ in ("who", "whose") and c.i > name.i)
        if child.dep_ == "relcl" and any(who):
            return True
        aged = child.pos_ == "NUM" and child.dep_ in ("appos", "nummod") and child.i > name.i
        if aged and child.text.isdigit() and len(child.text) == 2:
            return True
    return False


def _make(page: Page) -> Cast:
    runs = _runs(page)
    people: list[Person] = []
    by_surname: dict[str, list[Person]] = defaultdict(list)
    by_head: dict[int, Person | None] = {}
    bodies: dict[int, str] = {}
    unintroduced = _unintroduced(runs)
    nations = _nation_words(runs, page) | unintroduced
    within = {index for run in runs for index in range(run.name[-1].i + 1, name_end(run.name[-1]))}
    firms = {" ".join(_words(run)[:-1]) for run in runs if is_firm(run.name[-1].text)}
    personal = [
        run
        for run in runs
        if run.name[-1].i not in within
        and _person_like(run)
        and not (" ".join(_words(run)) in firms and not run.title)
        and not (len(run.name) == 1 and not run.title and run.name[-1].text in nations)
    ]
    personal += _second_told(runs, personal, within)
    for run in sorted(personal, key=lambda r: len(_words(r)) < 2):  # full names first
        words = _words(run)
        same = _same(by_surname[_family(words)], words)
        if same is None and len(words) == 1 and _first_names(people, words[0]):
            same = _first_names(people, words[0])
        if same is None and len(words) == 1 and by_surname[words[-1].lower()]:
            by_head[run.name[-1].i] = _choose(by_surname[words[-1].lower()], run)
            continue
        if same is None:
            same = Person(" ".join(words), words)
            people.append(same)
            by_surname[_family(words)].append(same)
        elif len(words) > len(same.words):
            same.name, same.words = " ".join(words), words
        by_head[run.name[-1].i] = same
    surnames = {p.surname: p for p in people}
    for run in runs:
        head = run.name[-1]
        if head.i in by_head:
            continue
        words = _words(run)
        if len(words) == 1 and words[0].lower() in surnames and not country_of(head.text):
            by_head[head.i] = _choose(by_surname[words[0].lower()], run)
        elif head.i not in within and head.text[0].isupper():
            bodies[head.i] = _body_words(run)
    bodies |= _taken_for_nouns(page, bodies, by_head)
    _add_fellows(page, bodies, by_head)
    for token in page.doc:
        # A family name that the tagger takes for a common noun.
        if token.pos_ in ("NOUN", "ADJ", "VERB") and token.text[0].isupper():
            named = token.text.istitle() and token.lower_ in surnames
            named_so = token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
            named_so = named_so or (
                token.dep_ == "nsubj" and token.tag_ == "NN" and not _led(token)
            )
            sure = named_so or not token.is_sent_start
            if named and sure and surnames[token.lower_].words[-1] == token.text:
                meant = _choose(by_surname[token.lower_], _Run((token,), (token,), ()))
                by_head[token.i] = meant
                if meant is not None:
                    meant.heads.append(token.i)
    for run in runs:
        person = by_head.get(run.name[-1].i)
        if person is not None:
            person.heads.append(run.name[-1].i)
            _learn(person, run)
    for person in people:
        person.heads.sort()
        person.left = any(has_left(page.doc[index]) for index in person.heads)
    people.sort(key=lambda p: p.heads[0] if p.heads else 0)
    tokens: list[Token] = []
    by_sentence: list[tuple[Token, ...]] = []
    sentence_of: dict[int, int] = {}
    for number, span in enumerate(page.sentences):
        sentence = page.doc.char_span(span.start, span.end, alignment_mode="expand")
        by_sentence.append(tuple(sentence) if sentence is not None else ())
        tokens.extend(by_sentence[-1])
        sentence_of.update((token.i, number) for token in by_sentence[-1])
    return Cast(
        tuple(people),
        by_head,
        bodies,
        tuple(tokens),
        tuple(by_sentence),
        _acronyms(page, [*bodies.values(), *(t.text for t in tokens if t.is_upper)]),
        sentence_of,
        fuller_names(bodies.values()),
        {},
        {
            t.i: run.name[-1].i
            for run in runs
            if _is_joined(run.name) and run.name[-1].i in bodies
            for t in run.name[:-1]
        },
        frozenset(unintroduced),
        tuple(
            place for p in page.paragraphs if (place := dateline_place(page.report.text, p.start))
        ),
    )


def _taken_for_nouns(
    page: Page, bodies: dict[int, str], by_head: dict[int, Person | None]
) -> dict[int, str]:
    """ "Castor" where the tagger sees a noun, and the report names "Castor" or "Castor Group"."""
    known = {name for name in bodies.values() if " " not in name and name.istitle()}
    known |= {name.split()[0] for name in bodies.values() if is_firm(name) and " " in name}
    plain = {t.text for t in page.doc if t.text.islower()}
    names = list(dict.fromkeys(bodies.values()))
    return {
        token.i: token.text
        for token in page.doc
        if (token.text in known or _is_entity(token) or _is_short(token, names))
        and token.pos_ in ("NOUN", "ADJ", "VERB")
        and token.i not in by_head
        and token.lower_ not in plain
        and not country_of(token.text)
        and not _before_name(token)
    }


def _add_fellows(page: Page, bodies: dict[int, str], by_head: dict[int, Person | None]) -> None:
    """ "Friends of the Old Rectory", "Doctors Without Borders": one name, and none inside it."""
    for token in page.doc:
        end = fellows_end(token) if token.i not in by_head else 0
        if end:
            for index in range(token.i, end):
                bodies.pop(index, None)
            words = text_of(page.doc)[token.idx : page.doc[end - 1].idx + len(page.doc[end - 1])]
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


def _led(noun: Token) -> bool:
    """Whether words stand before the noun that belong to it: a bare one is a name."""
    return any(c.i < noun.i for c in noun.children)


def _before_name(token: Token) -> bool:
    if token.i + 1 >= token.sent.end:
        return False
    after = token.nbor(1)
    return bool(after.pos_ == "PROPN" and not is_role(after))


def _body_words(run: _Run) -> str:
    last = run.tokens[-1]
    end = last.doc[name_end(last) - 1]
    words = str(text_of(last.doc)[run.tokens[0].idx : end.idx + len(end.text)])
    return " ".join(words.split())


def _nation_words(runs: list[_Run], page: Page) -> set[str]:
    """Names that are no person's: a nationality word goes with them in the report, they stand
    after "in", or the entity tagger calls them a person no more often than something else."""
    words = {t.text for t in page.doc if t.is_title and len(t.text) > 4}
    found: set[str] = set()
    votes: dict[str, int] = defaultdict(int)
    full = {run.name[-1].text for run in runs if len(run.name) > 1 or run.title}
    for token in page.doc:
        if token.pos_ == "PROPN" and token.ent_type_:
            votes[token.text] += 1 if token.ent_type_ == "PERSON" else -1
    for run in runs:
        last = run.name[-1]
        if len(run.name) == 1 and not run.title and votes[last.text] <= 0:
            found.add(last.text)
        stem = last.text[:-1] if last.text[-1:] in "aeo" else last.text
        endings = ("ian", "an", "ese", "ish", "i", "ic")
        forms = {f"{last.text}n", f"{last.text}i", *(stem + ending for ending in endings)}
        inside = last.dep_ == "pobj" and last.head.lower_ == "in" and not run.title
        if last.dep_ == "pobj" and last.head.lower_ == "of" and not run.title:
            inside = lemma(last.head.head) in roles.OF_PLACES | {"government", "army", "parliament"}
        has = lemma(last.head)
        owns = last.dep_ == "poss" and (has in roles.OF_BODIES or has in _STATES_HAVE)
        owns = owns or (last.dep_ == "compound" and has in _STATES_HAVE)
        rules = last.dep_ == "poss" and has in roles.STATEHOOD and last.text not in full
        owns = (owns or (rules and not office_of(last.text, None))) and not run.title
        thing = not run.title and is_thing(last)
        if len(run.name) == 1 and (inside or owns or thing or any(f in words for f in forms)):
            found.add(last.text)
        if len(run.name) > 1 and last.lower_.rstrip(".") in roles.COMPANY_ENDINGS:
            found.add(run.name[0].text)
    return found


def _unintroduced(runs: list[_Run]) -> set[str]:
    """Single names that the report gives no title and no second word, where it does so for the
    people it names: "Tolm", in a report that names Prime Minister Bo Lindahl, is a land or a body.

    Not given names, those of heads of state, and who is told of as people are.
    """
    alone: dict[str, list[_Run]] = defaultdict(list)
    introduced: set[str] = set()
    people = False
    for run in runs:
        if len(run.name) > 1 or run.title:
            introduced.add(run.name[-1].text)
            people = people or any(is_role(t) for t in run.title)
        else:
            alone[run.name[0].text].append(run)
    return {
        word
        for word, told in alone.items()
        if people
        and word not in introduced
        and (len(told) > 1 or _has_its(told[0].name[0]))
        and not likely_gender(word)
        and not office_of(word, None)
        and not any(_is_told_of(run.name[0]) or _goes_on_as_person(run.name[0]) for run in told)
    }


def _goes_on_as_person(name: Token) -> bool:
    """ "Hess said that he …", "Hess said no. She …", "the painter Hess"."""
    doc, begin = name.doc, name.sent.start
    if name.i > begin and (doc[name.i - 1].pos_ == "NOUN" and is_role(doc[name.i - 1])):
        return True
    if any(c.dep_ == "appos" and is_role(c) for c in name.children):
        return True
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    after = {t.lower_ for t in name.head.subtree if t.i > name.i}
    if name.head.dep_ == "ROOT" and name.sent.end < len(doc):
        after.add(doc[name.sent.end].lower_)
    return bool({"he", "she", "his", "her"} & after)


def _has_its(name: Token) -> bool:
    """ "Veld said it would wait": what is told of no person."""
    told = (t.lower_ for t in name.head.subtree if t.i > name.i)
    return name.dep_ in ("nsubj", "nsubjpass") and any(word in ("it", "its") for word in told)


def is_thing(name: Token) -> bool:
    """ "Transrail, which …", "Transrail, a carrier, …", "Transrail boss", "Transrail's shares"."""
    doc, after = name.doc, name.i + 1
    while after < name.sent.end and doc[after].text in ("'s", "’s", "'", "’", ","):
        after += 1
    if after >= name.sent.end:
        return False
    word = doc[after]
    if doc[after - 1].text == ",":
        described = (c for c in name.children if c.dep_ == "appos" and c.i > name.i)
        return word.lower_ == "which" or any(_names_body(c) for c in described)
    if word.lower_ in ("chief", "managing") and after + 1 < name.sent.end:
        return doc[after + 1].lower_ in ("executive", "director", "economist")
    return word.lower_ in roles.OF_FIRMS


def _same(known: list[Person], words: tuple[str, ...]) -> Person | None:
    if len(words) == 1:
        return known[0] if len(known) == 1 else None
    for person in known:
        if len(person.words) == 1:
            return person
        first, other = words[0].lower(), person.words[0].lower()
        if first == other or (first[0] == other[0] and _alike(first, other)):
            return person
    return None


def _alike(first: str, second: str) -> bool:
    from rapidfuzz.fuzz import ratio

    short = min(len(first.rstrip(".")), len(second.rstrip("."))) == 1
    return short or ratio(first, second) >= 80


def _first_names(people: list[Person], word: str) -> Person | None:
    """Family name first ("Kim" for "Kim Jong Un"): only where one person of three words has it."""
    found = [p for p in people if len(p.words) == 3 and p.words[0] == word]
    return found[0] if len(found) == 1 else None


def _choose(known: list[Person], run: _Run) -> Person | None:
    if len(known) == 1:
        return known[0]
    gender = _gender(run.title)
    fitting = [p for p in known if gender and p.gender == gender]
    return fitting[0] if len(fitting) == 1 else None


def _gender(words: tuple[Token, ...]) -> str:
    for word in words:
        if word.lower_ in roles.MALE:
            return "m"
        if word.lower_ in roles.FEMALE:
            return "f"
    return ""


def _learn(person: Person, run: _Run) -> None:
    """Gender and roles from the words around a mention."""
    head = run.name[-1]
    nouns = list(run.title)
    before = head.doc[max(head.sent.start, run.tokens[0].i - 6) : run.tokens[0].i]
    lead = []
    for token in reversed(list(before)):
        if token.pos_ in ("NOUN", "ADJ", "PROPN") or token.text == "-":
            lead.append(token)
        else:
            break
    nouns = [*reversed(lead), *nouns]
    field = field_of(head.doc, run.name[0].i, head.sent.start)
    if field > 0:
        # "Secretary of State Ann Roe": a state secretary
        office = head.doc[field - 1]
        nouns = [*(t for t in head.doc[field + 1 : run.name[0].i] if t.pos_ != "DET"), office]
    role = tuple(w for t in nouns if (w := t.lower_.rstrip(".")).isalpha())
    if any(is_role(t) for t in nouns):
        person.roles.append(role)
    person.gender = person.gender or _gender(tuple(nouns))
    others = [c for c in head.children if c.dep_ == "appos" and c.i > head.i and not introduces(c)]
    if head.dep_ == "appos" and head.head.i < head.i:
        others.append(head.head)
    if head.dep_ in ("nsubj",) and head.head.lemma_ == "be":
        others += [c for c in head.head.children if c.dep_ == "attr"]
    for noun in others:
        if is_role(noun):
            words = [c for c in noun.lefts if c.dep_ in ("compound", "amod")]
            person.roles.append(tuple(t.lower_ for t in (*words, noun)))
            person.gender = person.gender or _gender((noun,))


def _acronyms(page: Page, bodies: Iterable[str]) -> dict[str, str]:
    """'Dock Workers Union (DWU)' in the report's own words: "DWU" is the Dock Workers Union.

    Capitals of three letters and more also mean the one body of the report whose words begin
    with them.
    """
    found: dict[str, str] = {}
    text = page.report.text
    for match in _IN_BRACKETS.finditer(text):
        short = match.group(1)
        letters = [c.lower() for c in short if c.isupper()]
        if len(letters) < 2:
            continue
        words = re.findall(r"[\w’'&-]+", text[max(0, match.start() - 120) : match.start()])
        for size in range(len(letters), min(len(words), len(letters) + 4) + 1):
            tail = words[-size:]
            initials = [w[0].lower() for w in tail if w[0].isupper()]
            if initials == letters and tail[0][0].isupper():
                found[short] = " ".join(tail)
                break
    known = dict.fromkeys(bodies)
    full: dict[str, set[str]] = defaultdict(set)
    for name in known:
        words = name.removeprefix("the ").removeprefix("The ").split()
        if len(words) > 1 and not country_of(name):
            full["".join(w[0] for w in words if w[0].isupper())].add(" ".join(words))
    for name in known:
        short = name.replace(".", "").removeprefix("the ").removeprefix("The ")
        outlet = short.lower() in cues.AGENCIES | cues.OUTLETS
        if len(short) < 2 or not (short.isalpha() and short.isupper()) or outlet:
            continue
        if len(short) == 2 and not _is_pair(full[short]):
            continue
        if len(full[short]) == 1 and name not in found and not country_of(name):
            found[name] = next(iter(full[short]))
    return found


def _is_pair(names: set[str]) -> bool:
    """ "Football Association": two words may be told by two letters where they end like a body."""
    return all(name.split()[-1].lower() in roles.BODY_ENDINGS for name in names)
