"""Which names of a report are people’s."""

from __future__ import annotations

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.body_kinds import ORGANS, SITES, TRADES
from firstmove.reading.people.callings import (
    introduces,
    is_role,
    is_thing,
    names_body,
    office_before,
)
from firstmove.reading.people.countries import country_of, seat_of
from firstmove.reading.people.creeds import is_creed
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.leads import owner_of
from firstmove.reading.people.media import media_role
from firstmove.reading.people.naming import fellows_end
from firstmove.reading.people.runs import Run, is_joined, words_of
from firstmove.reading.people.told_first import carried_by_he

# Offices that firms and bodies hold, too: "the mill's owner, Halden Minerals,".
BODIES_TOO = frozenset(
    "owner manager operator author founder co-founder organizer organiser leader candidate nominee "
    "mediator negotiator whip majority minority state head agent".split()
)
# Offices that are family names as well: "Rep. Ann King".
_FAMILIES = frozenset("abbot bishop dean duke earl judge king knight major pope prince".split())
_LEADING = frozenset("chair head lead".split())
_VOICES = frozenset("spokesman spokesperson spokeswoman".split())
_PRESS = frozenset("reporter journalist".split())
_SAYING = frozenset("add say tell write".split())
_UNSPEAKING = frozenset("EVENT LANGUAGE LAW PRODUCT WORK_OF_ART".split())  # what says nothing
# Last words of names that are of sites, as those of people are not: "Ann Mill" may be somebody.
_WORKS = (SITES | {"quarries"}) - {"mill", "mine", "plant", "college"}


def person_like(run: Run) -> bool:
    words = " ".join(t.text for t in run.name)
    last = run.name[-1]
    if country_of(words) or seat_of(words) or is_joined(run.name) or fellows_end(last):
        return False
    if is_creed(words):
        return False
    if last.lower_ in roles.COMPANY_ENDINGS | roles.BODY_ENDINGS or last.lower_ in roles.TITLES:
        return _called_person(run)
    if any(c.isdigit() for c in words) or (
        words.isupper() and len(words) <= 5 and len(run.name) == 1
    ):
        return False
    fielded = bool(run.title) and run.title[-1].lower_ in roles.FIELDS
    if fielded and len(run.name) == 1 and last.lower_ in cues.BODIES:
        return False  # "World Trade Panel"
    if run.title and any(is_role(t) for t in run.title):
        return True
    if last.lower_ in _WORKS and len(run.name) > 1:
        return False
    if _in_office(run):
        return True
    called = last.head if last.dep_ in ("appos", "compound") else None
    if called is not None and called.pos_ == "NOUN" and names_body(called):
        return False  # "the parents' group Save Our Schools"
    before = last.doc[run.tokens[0].i - 1] if run.tokens[0].i > last.sent.start else None
    if before is not None and before.pos_ == "NOUN" and names_body(before):
        return False
    if before is not None and before.pos_ in ("NOUN", "PROPN") and is_role(before):
        return True
    if last.dep_ == "appos" and last.head.pos_ in ("NOUN", "PROPN") and is_role(last.head):
        traded = lemma(last.head) in TRADES and last.ent_type_ != "PERSON"  # "its operator, Tarnco"
        return last.head.i < last.i and len(run.name) > 1 and not traded
    if any(c.dep_ == "appos" and _tells_of_person(c, run) for c in last.children):
        return True
    if _says_so(run):
        return True
    if len(run.name) in (2, 3) and is_told_of(last):
        return True
    if len(run.name) == 1 and says_he(last):
        return True
    if called is not None and called.pos_ == "NOUN" and called.i > last.i and len(run.name) == 1:
        return False  # "a Velmo watch"; a surname is known from elsewhere
    if any(c.dep_ == "relcl" and _of_thing(c, last) for c in last.children):
        return False
    return any(t.ent_type_ == "PERSON" for t in run.name)


def _tells_of_person(noun: Token, run: Run) -> bool:
    """ "A mother of two" behind a name; of two words or three also "Tarn's finance minister"."""
    if noun.pos_ != "NOUN" or introduces(noun):
        return False
    if lemma(noun) in cues.PEOPLE:
        return True
    last = run.name[-1]
    office = lemma(noun) in roles.TITLES and is_role(noun) and lemma(noun) not in BODIES_TOO
    return office and len(run.name) in (2, 3) and (not last.ent_type_ or _set_off(noun))


def _set_off(office: Token) -> bool:
    """ "Ann Roe, the minister, said": so told of no body, whatever the entity tagger takes it for;
    as it may be in "Tarn Lines, the minister said"."""
    name, after = office.head, office.right_edge.i + 1
    closed = after < office.sent.end and office.doc[after].text == ","
    closed = closed and lemma(office) not in TRADES
    return bool(closed and name.dep_ == "nsubj" and name.i < office.i < name.head.i)


def _says_so(run: Run) -> bool:
    """ "Helena Roe said", "Roe Fahm told reporters", where the entity tagger takes the one for a
    firm, and the other for a song or for nothing."""
    first, last = run.name[0], run.name[-1]
    if len(run.name) != 2 or last.dep_ != "nsubj" or lemma(last.head) not in _SAYING:
        return False
    if last.lower_ in ORGANS or media_role(" ".join(words_of(run))) is not None:
        return False
    led = any(c.dep_ in ("det", "poss") for t in run.name for c in t.children)
    heard = any(c.dep_ in ("dobj", "dative") and lemma(c) in _PRESS for c in last.head.children)
    told = likely_gender(first.text) or last.ent_type_ in _UNSPEAKING or _is_of_the(last)
    return bool(told or (heard and not last.ent_type_)) and not led


def _is_of_the(name: Token) -> bool:
    """ "Roe Fahm of the Marl Bank"."""
    behind = (
        o for c in name.children if c.lower_ == "of" and c.i == name.i + 1 for o in c.children
    )
    return any(
        o.dep_ == "pobj" and o.pos_ == "PROPN" and any(c.lower_ == "the" for c in o.children)
        for o in behind
    )


def _in_office(run: Run) -> bool:
    """ "Its secretary-general, Ruben Ast, said": between commas, behind what only people are."""
    last = run.name[-1]
    closed = last.i + 1 < last.sent.end and last.nbor(1).text == ","
    office = office_before(run.tokens[0]) if closed and len(run.name) in (2, 3) else None
    if office is None or lemma(office) in BODIES_TOO | TRADES or lemma(office) not in roles.TITLES:
        return False
    begun = office.left_edge
    return begun.tag_ in ("PRP$", "WP$") or begun.lower_ == "the" or owner_of(office) is not None


def _of_thing(clause: Token, name: Token) -> bool:
    """ "Velmo Parr, which owns the mill": told so of no person."""
    lead = clause.left_edge
    return bool(lead.lower_ == "which" and 0 < lead.i - name.i <= 2)


def _called_person(run: Run) -> bool:
    """ "spokeswoman Ann Steel", "Rep. Ann King": a given name right behind a word for a person."""
    first, last = run.name[0], run.name[-1]
    if len(run.name) != 2:
        return False
    titled, given = any(is_role(t) for t in run.title), likely_gender(first.text)
    if last.lower_ in _FAMILIES and (titled or (given and last.ent_type_ == "PERSON")):
        return True
    if not given or first.i == first.sent.start:
        return False
    before = first.nbor(-1)
    return before.pos_ == "NOUN" and lemma(before) in cues.PEOPLE and is_role(before)


def second_told(runs: list[Run], personal: list[Run], within: set[int]) -> list[Run]:
    """Names that the entity tagger takes for firms, and which are a person's: told as one
    elsewhere; later told by their last word alone and then as people are ("Ann Roe … Roe, who …");
    or so told and begun with a given name; or told of in words that "he" carries."""
    alone = {run.name[0].text for run in runs if len(run.name) == 1}
    told = {r.name[0].text for r in runs if len(r.name) == 1 and is_told_of(r.name[0])}
    named = {words_of(run) for run in personal if len(run.name) > 1}
    borne = {words[-1] for words in named}  # "Though Roe", where Ann Roe is told of
    known = {run.name[-1].i for run in personal} | within
    called = {r.name[0].text for r in personal if len(r.name) == 1 and not r.title}
    things = {words_of(r) for r in runs if is_thing(r.name[-1]) or r.name[-1].lower_ in ORGANS}
    return [
        run
        for run in runs
        if run.name[-1].i not in known
        and len(run.name) > 1
        and (
            words_of(run) in named
            or (len(run.name) == 2 and run.name[1].text in told - borne)
            or (_untagged(run) and run.name[1].text in called - borne)
            or (len(run.name) == 2 and _given(run) and (run.name[1].text in alone or _is_he(run)))
            or (_untagged(run) and carried_by_he(run.name[-1]) and words_of(run) not in things)
        )
        and run.name[0].text not in alone
        and run.name[1].ent_type_ not in ("GPE", "LOC", "FAC", "EVENT")
        and run.name[1].lower_ not in roles.COMPANY_ENDINGS | roles.BODY_ENDINGS | roles.TITLES
    ]


def _given(run: Run) -> str:
    """The likely gender of the first name; "" where it is no given name."""
    return likely_gender(run.name[0].text)


def _is_he(run: Run) -> bool:
    """ "Max Holt would sign it, he told reporters": a subject that is called so further on."""
    last, pronoun = run.name[-1], {"m": "he", "f": "she"}[_given(run)]
    after = {t.lower_ for t in last.sent if t.i > last.i and t.dep_ == "nsubj"}
    return last.dep_ == "nsubj" and pronoun in after


def _untagged(run: Run) -> bool:
    """ "Mirka Roe", of which the entity tagger knows nothing, and which has no title."""
    return len(run.name) == 2 and not run.title and not any(t.ent_type_ for t in run.name)


def says_he(name: Token) -> bool:
    """ "Roe said he would wait", "Roe said so. He …", "Roe, who leads the union, …", "Roe, a
    spokeswoman for it, …": a person, whatever the tagger says."""
    if any(c.dep_ == "appos" and lemma(c) in _VOICES and c.i > name.i for c in name.children):
        return True
    if any(c.dep_ == "relcl" and lemma(c) in _LEADING and _begins_with_who(c) for c in name.rights):
        return True
    after = name.sent.end
    beside = name.dep_ == "nsubj" and name.head.dep_ == "ROOT" and after < len(name.doc)
    if beside and name.doc[after].lower_ in ("he", "she") and name.doc[after].dep_ == "nsubj":
        return True
    said = [c for c in name.head.children if c.dep_ == "ccomp" and c.i > name.i]
    subjects = (s.lower_ for c in said for s in c.children if s.dep_ == "nsubj")
    return name.dep_ == "nsubj" and any(s in ("he", "she") for s in subjects)


def _begins_with_who(clause: Token) -> bool:
    return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in clause.children)


def is_told_of(name: Token) -> bool:
    """ "Ann Roe, who …", "Ann Roe, 46, …": what is told so of people only."""
    for child in name.children:
        who = (c for c in child.subtree if c.lower_ in ("who", "whose") and c.i > name.i)
        if child.dep_ == "relcl" and any(who):
            return True
        aged = child.pos_ == "NUM" and child.dep_ in ("appos", "nummod") and child.i > name.i
        if aged and child.text.isdigit() and len(child.text) == 2:
            return True
    return False
