"""Single names that are no person’s: of lands, peoples, firms."""

from __future__ import annotations

from collections import defaultdict

from firstmove.reading.lexicon import roles
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.callings import is_role, is_thing
from firstmove.reading.people.countries import office_of
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.personal import is_told_of, says_he
from firstmove.reading.people.runs import Run

# What states have and people have not, before whom the same words stand.
# What is told by an "it" that means no one.
_BEFALLING = frozenset(
    "affect be become bring cause cost create damage do endanger give harm have help hurt "
    "jeopardise jeopardize leave make mean need put require save send set show take threaten "
    "undermine violate".split()
)
_STATES_HAVE = frozenset(
    "parliament ministry embassy ambassador airspace territory border mayor president "
    "delegation".split()
)


def impersonal(runs: list[Run], page: Page) -> set[str]:
    """Names that are no person's: a nationality word goes with them in the report, they stand
    after "in", or the entity tagger calls them a person no more often than something else."""
    words = {t.text for t in page.doc if t.is_title and len(t.text) > 4}
    found: set[str] = set()
    votes: dict[str, int] = defaultdict(int)
    saying = {run.name[0].text for run in runs if says_he(run.name[0])}
    full = {run.name[-1].text for run in runs if len(run.name) > 1 or run.title}
    for token in page.doc:
        if token.pos_ == "PROPN" and token.ent_type_:
            votes[token.text] += 1 if token.ent_type_ == "PERSON" else -1
    for run in runs:
        last = run.name[-1]
        doubted = len(run.name) == 1 and not run.title and votes[last.text] <= 0
        if doubted and last.text not in saying:
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


def unintroduced_names(runs: list[Run]) -> set[str]:
    """Single names that the report gives no title and no second word, where it does so for the
    people it names: "Tolm", in a report that names Prime Minister Bo Lindahl, is a land or a body;
    as is, in any report, who "said it would raise wages".

    Not given names, those of heads of state, and who is told of as people are.
    """
    alone: dict[str, list[Run]] = defaultdict(list)
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
        if word not in introduced
        and (
            (people and (len(told) > 1 or _has_its(told[0].name[0])))
            or any(_says_it_would(run.name[0]) for run in told)
        )
        and not likely_gender(word)
        and not office_of(word, None)
        and not any(is_told_of(run.name[0]) or _goes_on_as_person(run.name[0]) for run in told)
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


def _says_it_would(name: Token) -> bool:
    """ "Veld said it would raise wages"; not "Roe said it would take weeks"."""
    for deed in name.head.children if name.dep_ == "nsubj" else ():
        if deed.dep_ != "ccomp" or deed.i < name.i or lemma(deed) in _BEFALLING:
            continue
        words = {c.lower_ for c in deed.children if c.dep_ in ("nsubj", "aux")}
        done = any(c.dep_ == "dobj" for c in deed.children)
        if done and "it" in words and words & {"will", "would"}:
            return True
    return False


def _has_its(name: Token) -> bool:
    """ "Veld said it would wait": what is told of no person."""
    told = (t.lower_ for t in name.head.subtree if t.i > name.i)
    return name.dep_ in ("nsubj", "nsubjpass") and any(word in ("it", "its") for word in told)
