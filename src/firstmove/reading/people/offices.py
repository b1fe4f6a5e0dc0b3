"""What somebody is, by the words beside a name: "Ann Roe, the mayor of Tarn"."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, is_negated, lemma
from firstmove.reading.people.callings import introduces, is_role, office_before
from firstmove.reading.people.leads import lead_of
from firstmove.reading.people.naming import name_run

_TAKING = ("take", "become", "serve", "act", "work")


def role_nouns(head: Token) -> list[Token]:
    """The nouns that tell what the bearer of a name is, beside it: "Ann Roe, the mayor of Tarn"."""
    behind = (c for c in head.children if c.dep_ == "appos" and c.i > head.i)
    behind = (c for c in behind if not _of_another(head, c))
    nouns = [c for c in behind if is_role(c) and not introduces(c)]
    nouns += [c for n in nouns for c in n.children if c.dep_ == "conj" and is_role(c)]
    if head.dep_ == "appos" and head.head.i < head.i and is_role(head.head):
        nouns.append(head.head)
    if head.dep_ == "appos" and head.head.dep_ == "pobj":
        before = head.doc[max(head.sent.start, head.head.head.i - 1)]
        for noun in (head.head.head.head, before):
            if is_role(noun) and noun.i < head.i and noun not in nouns:
                nouns.append(noun)  # "the mayor of Tarn, Ann Roe"
    if is_something(head):
        nouns += [c for c in head.head.children if c.dep_ == "attr" and is_role(c)]
    nouns += taken_over(head)
    if (role := _between_commas(head)) is not None and role not in nouns:
        nouns.append(role)
    return nouns


def is_something(name: Token) -> bool:
    """ "Roe is the mayor", no "Roe is not the mayor" and no "wants Roe to be the mayor"."""
    verb = name.head
    told = name.dep_ == "nsubj" and lemma(verb) == "be" and verb.tag_ != "VB"
    return told and not is_negated(verb)


def _of_another(name: Token, noun: Token) -> bool:
    """ "Head" in "wrote to Roe, Poe, head of the union, said": it tells of Poe."""
    between = list(name.doc[name.i + 1 : noun.i])
    commas = [at for at, t in enumerate(between) if t.text == ","]
    if len(commas) < 2 or commas[0] != 0:
        return False
    inside = between[1 : commas[1]]
    return bool(inside) and all(t.pos_ == "PROPN" for t in inside)


def taken_over(name: Token) -> list[Token]:
    """ "Chief executive" in "Ann Roe, who took over as chief executive", "who became its chair"."""
    found = []
    for clause in name.children:
        if clause.dep_ == "relcl" and lemma(clause) in _TAKING:
            held = [c for c in clause.children if c.dep_ == "attr"]
            held += [c for p in clause.children if p.lower_ == "as" for c in p.children]
            found += [c for c in held if is_role(c) and c.i > clause.i]
    return found


def _between_commas(name: Token) -> Token | None:
    """ "chair" in "the board's chair, Ann Roe, said", wherever the parser hangs it."""
    closed = name.i + 1 < name.sent.end and name.nbor(1).text == ","
    return office_before(name_run(name)[0]) if closed else None


def role_of(head: Token) -> str:
    """The word that says what the person is: "envoy" in "Ukraine envoy Jan Poe"."""
    plain = head.pos_ == "NOUN" or head.text.islower() or head.text == "Campaign"
    if plain or head.lower_ in roles.IN_CAPITALS:
        return lemma(head).lower()
    for token in reversed(lead_of(head)):
        if is_role(token) and token.lower_ not in ("retired", "former", "special", "general"):
            return lemma(token) if token.pos_ == "NOUN" else token.lower_
    return ""
