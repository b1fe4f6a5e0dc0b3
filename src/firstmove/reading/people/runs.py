"""The capitalised names of a report, each with the titles before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.opening.datelines import dateline_end
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, text_of
from firstmove.reading.people.body_kinds import DESCRIBED, ORGANS
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.leads import field_of
from firstmove.reading.people.naming import is_elect, is_proper, name_end, name_run


@dataclass(frozen=True, slots=True)
class Run:
    tokens: tuple[Token, ...]
    name: tuple[Token, ...]
    title: tuple[Token, ...]


# What is done or felt, and adjectives; with a capital at the head of a sentence no name.
_OPENING = DESCRIBED | frozenset(
    "adoption agreement approval compromise consent criticism defeat failure opposition passage "
    "pressure ratification refusal rejection secession success support turnout victory".split()
)
_ALIASES = ("guerre", "alias")  # "his nom de guerre Ann Roe"
_MARKS = ("D", "R", "I")  # of American parties
# Countries whose names people bear as well.
_GIVEN = frozenset({"Chad", "Jordan", "Georgia", "Israel", "Cuba", "India", "Kenya", "Malta"})


def runs_of(page: Page) -> list[Run]:
    found: list[Run] = []
    opening = {paragraph.start for paragraph in page.paragraphs}
    for span in page.sentences:
        text_from = dateline_end(page.report.text, span.start) if span.start in opening else 0
        sentence = page.doc.char_span(span.start, span.end, alignment_mode="expand")
        if sentence is None:
            continue
        for token in sentence:
            if not is_proper(token) or token.ent_type_ in ("DATE", "TIME"):
                continue
            if token.text in roles.LABELS or _is_party_mark(token) or _is_beside_name(token):
                continue
            if token.is_sent_start and token.lower_ in _OPENING:
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
                and not _is_beside_name(following)
            )
            if goes_on:
                continue
            tokens = name_run(token)
            cut = 0
            if is_joined(tokens):
                found.append(Run(tokens, tokens, ()))
                continue
            for position, word in enumerate(tokens[:-1]):
                saint = word.lower_ in ("st.", "st") and word.ent_type_ in ("GPE", "LOC", "FAC")
                if saint:
                    continue  # "St. Anne County"
                if _is_title(word) or _begins_with_person(word) or word.lower_ in _ALIASES:
                    cut = position + 1
            while (
                cut < len(tokens) - 1 and field_of(page.doc, tokens[cut].i + 1, sentence.start) > 0
            ):
                cut += 1
            cut = max(cut, _behind_office(tokens))
            name = tokens[cut:]
            while len(name) > 1 and (
                (country_of(name[0].text) and not _given(name, cut))
                or not name[0].text[0].isalpha()
                or name[0].text == "D.C."
                or name[0].text in DESCRIBED
            ):
                cut += 1
                name = tokens[cut:]
            found.append(Run(tokens, name, tokens[:cut]))
    inside = {t.i for run in found for t in run.tokens[:-1]}
    return [run for run in found if run.tokens[-1].i not in inside]


def _is_beside_name(word: Token) -> bool:
    return _is_office_in(word) or _is_campaign_of(word)


def _is_office_in(word: Token) -> bool:
    """ "Director" of "DMU Director of Research Ann Roe", "Secretary" of "Ohio Secretary of State
    Ann Roe": no part of the body's name, and by itself none."""
    if word.lower_ not in roles.TITLES - roles.BODY_ENDINGS or not word.text.istitle():
        return False
    if word.i + 1 >= word.sent.end or word.nbor(1).lower_ != "of":
        return False
    if word.is_sent_start or word.nbor(-1).pos_ != "PROPN":
        return True
    body = word.nbor(-1)
    initials = body.is_upper and body.is_alpha and len(body) > 1
    return bool(initials or body.lower_ in roles.AMERICAN_STATES)


def _is_campaign_of(word: Token) -> bool:
    """ "Campaign" of "the Roe Campaign", where the report tells of an Ann Roe."""
    if word.text != "Campaign" or word.i == word.sent.start:
        return False
    name = word.nbor(-1)
    told = (t for t in word.doc[1:] if t.text == name.text and t.i != name.i)
    return name.pos_ == "PROPN" and any(likely_gender(t.nbor(-1).text) for t in told)


def _is_party_mark(word: Token) -> bool:
    """ "D" and "Ohio" of "Rep. Ann Roe, D-Ohio,", "D" of "Rep. Ann Roe (D)"."""
    doc, first = word.doc, word.i - 2
    if word.text in _MARKS and doc[max(first + 1, 0) : word.i + 2].text == f"({word.text})":
        return True
    marks = (doc[word.i : word.i + 2], doc[max(first, 0) : word.i])
    return any(len(m) == 2 and m[0].text in _MARKS and m.text == f"{m[0].text}-" for m in marks)


def _given(name: tuple[Token, ...], titled: int) -> bool:
    """ "Chad" in "President Chad Morley": a country's name, and not the people's, right before a
    family name and behind a title, or for the entity tagger one person with it."""
    first, last = name[0], name[-1]
    if len(name) != 2 or first.text not in _GIVEN or is_role(last):
        return False
    if not (titled or all(t.ent_type_ == "PERSON" for t in name)):
        return False
    return last.lower_ not in roles.OF_STATE | roles.BODY_ENDINGS


def is_joined(tokens: Iterable[Token]) -> bool:
    """ "Marks & Poe", "St. Anne's Hospital": the name of a body, no person's with a title."""
    return any(t.text in ("&", "'", "’", "'s", "’s") or t.lower_ == "and" for t in tokens)


def _goes_on_as_body(general: Token) -> bool:
    """ "Tarn General Hospital"; "Attorney General Roe" and "General Roe" go on as people."""
    if general.is_sent_start or general.i + 1 >= general.sent.end:
        return False
    before, after = general.nbor(-1), general.nbor(1)
    named = before.pos_ == "PROPN" and not is_role(before)
    return named and after.lower_ in ORGANS | roles.BODY_ENDINGS


def _is_title(word: Token) -> bool:
    plain = word.lower_.rstrip(".")
    if plain == "general" and _goes_on_as_body(word):
        return False
    if plain in roles.TITLES or word.lower_ in roles.TITLES:
        return True
    one = plain.removesuffix("s")  # "Senators Ann Roe and Jan Poe"
    several = one in roles.TITLES - roles.FIELDS or one == "justice"
    return one != plain and several and bool(word.pos_ == "PROPN")


def _begins_with_person(word: Token) -> bool:
    """ "Demonstrator Ann Roe" at the head of a sentence; "National Accord" is no national."""
    return bool(word.is_sent_start and word.lower_ in cues.PEOPLE - roles.SCOPES)


def _behind_office(tokens: tuple[Token, ...]) -> int:
    """How many words tell what an office is of: "Public Safety" in "Director of Public Safety Ann
    Roe", where a given name and a family name end the run."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) < 3 or first.i < first.sent.start + 2 or first.nbor(-1).lower_ != "of":
        return 0
    if not is_role(first.nbor(-2)) or not first.nbor(-2).text[0].isupper():
        return 0
    ends = roles.BODY_ENDINGS | roles.COMPANY_ENDINGS | roles.OF_STATE
    if last.lower_ in ends or country_of(last.text) or not last.is_alpha:
        return 0
    given = next((n for n in (2, 3) if n < len(tokens) and likely_gender(tokens[-n].text)), 0)
    return len(tokens) - given if given else 0


def words_of(run: Run) -> tuple[str, ...]:
    """The words of a name, "Hart-Roe" being one."""
    return tuple(" ".join(t.text for t in run.name).replace(" - ", "-").split())


def body_words(run: Run) -> str:
    last = run.tokens[-1]
    end = last.doc[name_end(last) - 1]
    words = str(text_of(last.doc)[run.tokens[0].idx : end.idx + len(end.text)])
    return " ".join(words.split())
