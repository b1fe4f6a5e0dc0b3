"""The words that stand before a name or role and belong to it: "Karvenian Foreign Minister"."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma

_JOINTS = frozenset("-–.&")
# Offices that tell behind "of" what they deal with, and that.
_DEALING = frozenset(
    "secretary minister undersecretary under-secretary chancellor chief director".split()
)
_DEALT_WITH = roles.PORTFOLIOS | frozenset(
    "state staff exchequer affairs government public media corporate legal external regulatory "
    "communications policy operations research relations".split()
)
_OTHERS = ("nsubj", "dobj", "pobj", "ROOT")


def field_of(doc: Token, first: int, begin: int) -> int:
    """Where "of State" begins, right before the token ``first``, in "Secretary of State Ann Roe";
    -1 where no office stands there that tells what it deals with."""
    at = first - 1
    while at > begin and doc[at].text[0].isupper() and doc[at].lower_ in _DEALT_WITH:
        at -= 1
    if at < first - 1 and doc[at].lower_ in ("the", "and") and at > begin:
        at -= 1
    if at == first - 1 or at <= begin or doc[at].lower_ not in ("of", "for"):
        return -1
    return at if doc[at - 1].lower_ in _DEALING else -1


def lead_of(head: Token) -> list[Token]:
    """The nouns, adjectives and participles right before ``head``, in order; of "Secretary of
    State" the office."""
    doc, first = head.doc, head.i
    skipped: tuple[int, int] | None = None
    while first > head.sent.start:
        if skipped is None and (field := field_of(doc, first, head.sent.start)) > 0:
            skipped = field, first
            first = field - 1
            continue
        before = doc[first - 1]
        dash = before.text in "-–" and bool(before.whitespace_)  # "Ann Jordan - Roe's friend"
        fits = before.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or before.text in _JOINTS
        fits = fits and not dash
        fits = fits or (before.is_upper and before.is_alpha and len(before) > 2)  # "the BMA chair"
        participle = before.tag_ in ("VBN", "VBG") and (
            before.dep_ == "amod" or before.nbor(-1).tag_ in ("POS", "DT")
        )
        if not (fits or participle) or before.ent_type_ in ("DATE", "TIME"):
            break
        if before.pos_ in ("PROPN", "NOUN") and before.dep_ in _OTHERS:
            # "NBO President Ann Roe": a parser may take both names for subjects of one verb.
            title = doc[first].pos_ == "PROPN" and doc[first].lower_ in roles.TITLES
            if not (title and first < head.i and before.head.i == head.head.i):
                break
        first -= 1
    if skipped is None:
        return list(doc[first : head.i])
    return [*doc[first : skipped[0]], *doc[skipped[1] : head.i]]


def owner_of(noun: Token) -> Token | None:
    """ "Roe" in "Roe's chief aide", "its" in "its vice-chancellor", however the parser hangs it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.i < noun.i and child.pos_ in ("NOUN", "PROPN"):
            if any(c.tag_ == "POS" for c in child.children):
                return child
            for below in child.children:
                if below.dep_ == "poss":
                    return below
    return None


def antecedent(whose: Token) -> Token | None:
    """ "Tarn" in "Tarn, whose minister, Ann Roe, is in the chair": the name or noun told of by the
    clause, or right before it where the parser takes it for no clause."""
    clause = next((a for a in whose.ancestors if a.dep_ == "relcl" and a.i > whose.i), None)
    if clause is not None and clause.head.i < whose.i:
        return clause.head if clause.head.pos_ in ("NOUN", "PROPN") else None
    at = whose.i - 1
    if at > whose.sent.start and whose.doc[at].text == ",":
        at -= 1
    before = whose.doc[at]
    return before if at >= whose.sent.start and before.pos_ in ("NOUN", "PROPN") else None


def owned_by_clause(name: Token) -> str:
    """ "minister" for "Tarn" in "Tarn, whose trade minister, Ann Roe, is in the chair"; or ""."""
    doc, at = name.doc, name.i + 2
    if at >= name.sent.end or doc[at - 1].text != "," or doc[at].tag_ != "WP$":
        return ""
    at += 1
    while at + 1 < name.sent.end and doc[at].pos_ in ("ADJ", "NOUN", "PROPN"):
        if doc[at + 1].pos_ not in ("NOUN", "PROPN"):
            break
        at += 1
    return lemma(doc[at]) if at < name.sent.end else ""


def behind_place(role: Token) -> Token | None:
    """ "Roe" in "his counterpart from Tarn, Ann Roe", wherever the parser hangs the place."""
    doc, end = role.doc, role.sent.end
    at = role.i + 1
    if at >= end or doc[at].lower_ not in ("of", "from", "for", "in", "at"):
        return None
    at += 1
    while at < end and (doc[at].pos_ in ("PROPN", "ADJ") or doc[at].lower_ == "the"):
        at += 1
    if at + 1 >= end or doc[at].text != "," or at == role.i + 2:
        return None
    at += 1
    while at < end and doc[at].pos_ == "PROPN":
        at += 1
    named = doc[at - 1]
    return named if named.dep_ == "appos" and named.head.i < named.i else None


def place_behind(role: Token) -> Token | None:
    """ "Tarn" in "his counterpart from Tarn", wherever the parser hangs it."""
    doc, end = role.doc, role.sent.end
    if role.i + 2 >= end or doc[role.i + 1].lower_ not in ("of", "from", "in"):
        return None
    found = next((c for c in doc[role.i + 1].children if c.dep_ == "pobj"), None)
    return found if found is not None and found.pos_ == "PROPN" else None


def is_foreign_office(noun: Token) -> bool:
    """ "The Foreign Office", "a Home Office official": a ministry, by another name."""
    before = noun.nbor(-1).text if noun.i > noun.sent.start else ""
    return bool(noun.text == "Office" and before in ("Foreign", "Home"))
