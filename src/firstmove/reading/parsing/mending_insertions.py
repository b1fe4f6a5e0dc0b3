"""Who says and who is told of where the saying is set between commas: "Velm, Oske said, is"."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root
from firstmove.reading.parsing.mending_clauses import finite_verb

_SAYING = frozenset(word for word, frames in cues.VERBS.items() if "c" in frames)
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_TILL = frozenset({"until", "till", "once"})
_AFTER = 12  # words between the saying and the comma behind it


def inserted_saying(sentence: Token) -> None:
    """ "Velm, Oske's envoy said on Monday, is ready": the envoy said it, and Velm is.

    A verb with a tense and no subject of its own behind the second comma leaves no other reading.
    """
    for said in sentence:
        if said.tag_ not in _TENSED or lemma(said) not in _SAYING:
            continue
        doer, comma, main = _inserted(said, sentence)
        if doer is None or main is None:
            continue
        noun, _ = _phrase(sentence, comma)
        if noun is None or noun.dep_ in ("appos", "npadvmod") or noun.ent_type_ in ("DATE", "TIME"):
            continue
        subject = own_subject(main)
        if subject is not None and subject.i not in (noun.i, doer.i):
            continue
        attach(doer, said, "nsubj")
        if said.is_ancestor(main):
            swap_root(said, main, "parataxis")
        else:
            attach(said, main, "parataxis")
        passive = any(c.dep_ == "auxpass" for c in main.children)
        attach(noun, main, "nsubjpass" if passive else "nsubj")
        for child in [c for c in said.children if c.i > main.i or c.right_edge.i < comma]:
            attach(child, main, child.dep_)


def _inserted(said: Token, sentence: Token) -> tuple[Token | None, int, Token | None]:
    """Who says it between two commas, the first comma, and the verb with a tense behind the last:
    ", the envoy said on Monday, is", ", said the envoy, is"."""
    if said.i > sentence.start and said.nbor(-1).text == ",":
        end = next((t.i for t in said.doc[said.i + 1 : sentence.end] if t.text == ","), None)
        if end is None or end + 1 >= sentence.end or end - said.i > _AFTER:
            return None, said.i - 1, None
        doer, _ = _phrase(sentence, end, said.i + 1)
        return doer, said.i - 1, finite_verb(said.doc[end + 1])
    doer, comma = _phrase(sentence, said.i)
    return (doer if comma > sentence.start else None), comma, _behind(said, sentence)


def _phrase(sentence: Token, end: int, least: int = 0) -> tuple[Token | None, int]:
    """The noun of the one phrase that ends there, and the place of the comma before it."""
    doc, first = sentence.doc, end
    while first > max(sentence.start, least) and doc[first - 1].text != ",":
        first -= 1
    comma = first - 1
    while first < end and (doc[first].pos_ in ("CCONJ", "ADV") or doc[first].is_quote):
        first += 1
    words = doc[first:end]
    if any(t.tag_ in ("WDT", "WP", "WRB", "IN") and t.i == first for t in words):
        return None, comma
    if any(t.pos_ in ("VERB", "AUX") or (t.is_quote and t.tag_ != "POS") for t in words):
        return None, comma
    tops = [t for t in words if not first <= t.head.i < end or t.head.i == t.i]
    named = len(tops) == 1 and (tops[0].pos_ in _NOUNS or tops[0].text.istitle())
    return (tops[0] if named else None), comma


def _behind(said: Token, sentence: Token) -> Token | None:
    """The verb with a tense right behind the comma that ends the saying."""
    doc = said.doc
    for place in range(said.i + 1, min(sentence.end - 1, said.i + _AFTER)):
        word = doc[place]
        if word.text == ",":
            return finite_verb(doc[place + 1])
        if word.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or word.is_quote:
            return None
        if word.dep_ in SUBJECTS:
            return None
    return None


def before_insertion(sentence: Token) -> None:
    """ "Without it, the mayor said, the pool would close": what stands in front goes with what is
    said, and not with the inserted saying."""
    for said in sentence:
        main = said.head
        if said.dep_ != "parataxis" or lemma(said) not in _SAYING or main.i < said.i:
            continue
        doer = own_subject(said)
        if doer is None or doer.i > said.i or own_subject(main) is None:
            continue
        front = [c for c in said.children if c.dep_ in ("prep", "advcl", "advmod", "npadvmod")]
        for child in [c for c in front if c.right_edge.i < doer.left_edge.i - 1]:
            if said.doc[doer.left_edge.i - 1].text == ",":
                attach(child, main, child.dep_)


def after_insertion(sentence: Token) -> None:
    """ "They will not be freed, the minister said, until Velm leaves": till then they are not."""
    for said in sentence:
        if lemma(said) not in _SAYING or said.tag_ not in _TENSED:
            continue
        main = said.head if said.dep_ == "parataxis" else None
        main = main or next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i), None)
        doer = own_subject(said)
        if main is None or doer is None or not main.i < doer.i or doer.doc[main.i].pos_ != "VERB":
            continue
        for clause in [c for c in said.children if c.dep_ in ("advcl", "ccomp") and c.i > said.i]:
            first = clause.left_edge
            if first.lower_ in _TILL and first.nbor(-1).text == ",":
                attach(clause, main, "advcl")
