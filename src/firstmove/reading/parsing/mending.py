"""Known slips of the parser in news sentences, put right in the parse itself.

Each rule looks at signs that leave no other reading (commas, tense, a missing subject) and moves
one or two edges; every stage then sees one parse. Sentence starts stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing.clauses import SUBJECTS, Token, lemma, own_subject
from firstmove.reading.parsing.edges import attach, swap_root
from firstmove.reading.parsing.mending_clauses import (
    as_agreed,
    clause_of_preposition,
    helped_subject,
    if_taken_for_what,
    semicolon,
    two_subjects,
)
from firstmove.reading.parsing.mending_demands import demanded_deed
from firstmove.reading.parsing.mending_exchanges import exchanged
from firstmove.reading.parsing.mending_halves import (
    also_asked,
    also_tied,
    each_doing,
    goes_on,
    lost_doer,
    tensed_half,
)
from firstmove.reading.parsing.mending_hyphens import hyphenated
from firstmove.reading.parsing.mending_insertions import (
    after_insertion,
    before_insertion,
    inserted_saying,
)
from firstmove.reading.parsing.mending_inverted import inverted, not_until, should_behind
from firstmove.reading.parsing.mending_joined import raised, sent_saying
from firstmove.reading.parsing.mending_measures import inserted_measure, of_pay
from firstmove.reading.parsing.mending_moves import (
    answered_aside,
    asked_deed,
    asked_for_long,
    asked_of_another,
    denied_aside,
)
from firstmove.reading.parsing.mending_openings import (
    all_the_same,
    past_behind_infinitive,
    price_behind_tag,
    proviso_behind_tag,
    tag_behind_condition,
    tag_hung_on_time,
    tag_taken_for_joined,
    time_behind_demand,
)
from firstmove.reading.parsing.mending_things import run_by_somebody
from firstmove.reading.parsing.mending_ties import does_not, let_until, proviso_behind_aside
from firstmove.reading.parsing.mending_verbs import (
    backed,
    demanded_leaving,
    infinitive,
    named_doer,
    no_choice,
    wanted_done,
    went_ahead,
)

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset("tell warn assure inform remind convince persuade notify promise".split())
_SAYING = frozenset("say tell add write warn argue claim insist announce".split())
_PLACED = frozenset({"of", "for", "at"})


def mended(doc: Token) -> Token:
    """The parse with its known slips put right; the same ``Doc``, changed in place."""
    for sentence in list(doc.sents):
        _proper(sentence)
        for rule in (
            hyphenated,
            _name_on_place,
            _told_that,
            semicolon,
            _said_noun,
            _tag_at_end,
            _lost_verb,
            _agent,
            _series,
            _asked,
            denied_aside,
            answered_aside,
            asked_deed,
            all_the_same,
            past_behind_infinitive,
            proviso_behind_tag,
            tag_hung_on_time,
            price_behind_tag,
            tag_behind_condition,
            tag_taken_for_joined,
            time_behind_demand,
            asked_of_another,
            asked_for_long,
            infinitive,
            backed,
            named_doer,
            no_choice,
            went_ahead,
            demanded_leaving,
            demanded_deed,
            wanted_done,
            clause_of_preposition,
            if_taken_for_what,
            inverted,
            should_behind,
            not_until,
            helped_subject,
            semicolon,
            two_subjects,
            inserted_saying,
            before_insertion,
            after_insertion,
            as_agreed,
            sent_saying,
            raised,
            also_asked,
            also_tied,
            each_doing,
            tensed_half,
            lost_doer,
            goes_on,
            exchanged,
            inserted_measure,
            of_pay,
            run_by_somebody,
            let_until,
            proviso_behind_aside,
            does_not,
        ):
            rule(sentence)
    return doc


def is_finite(verb: Token) -> bool:
    return bool(verb.tag_ in _FINITE) or any(
        c.tag_ in _FINITE for c in verb.children if c.dep_ in ("aux", "auxpass")
    )


def _comma_before(token: Token) -> bool:
    first = token.left_edge.i
    return bool(first > token.sent.start and token.doc[first - 1].text == ",")


def _person_beside(noun: Token) -> Token | None:
    """A name of two words or more between commas behind the noun: ", Tor Eide,"."""
    for child in noun.children:
        named = child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > noun.i
        if named and child.ent_type_ not in ("GPE", "LOC", "FAC", "DATE"):
            first = child.i
            while child.doc[first - 1].pos_ == "PROPN":
                first -= 1
            if first < child.i and child.doc[first - 1].text == ",":
                return child
    return None


def _proper(sentence: Token) -> None:
    """ "Norvik Lines met": the last word of a firm's name, taken for a common noun; "Mona Said
    met": a family name, taken for a verb."""
    from firstmove.reading.lexicon import roles

    for last in sentence[1:]:
        if last.pos_ == "VERB" and last.text.istitle() and last.dep_ in SUBJECTS:
            before = last.nbor(-1)
            if before.pos_ == "PROPN" and before.dep_ == "compound" and before.head is last:
                last.pos_, last.tag_ = "PROPN", "NNP"
        if last.pos_ != "NOUN" or not last.text[0].isupper():
            continue
        before = last.nbor(-1)
        if before.pos_ != "PROPN":
            continue
        if last.lower_ in roles.COMPANY_ENDINGS | roles.BODY_ENDINGS and before.dep_ == "compound":
            last.pos_ = "PROPN"


def _name_on_place(sentence: Token) -> None:
    """ "The mayor of Halm, Tor Eide, who …": the name and what follows go to the mayor."""
    for role in sentence:
        if role.pos_ not in _NOUNS or not is_role_word(role):
            continue
        for link in [c for c in role.children if c.dep_ == "prep" and c.lower_ in _PLACED]:
            for place in [c for c in link.children if c.dep_ == "pobj" and c.i > role.i]:
                name = None if is_role_word(place) else _person_beside(place)
                if name is None:
                    continue
                for after in [c for c in place.children if c.i > name.i and c.dep_ == "relcl"]:
                    attach(after, role, "relcl")
                attach(name, role, "appos")


def is_role_word(token: Token) -> bool:
    from firstmove.reading.lexicon import roles

    word = lemma(token)
    return word in cues.PEOPLE or word in roles.TITLES


def _told_that(sentence: Token) -> None:
    """ "told a crowd of workers that the strike would go on": told, not the workers that …."""
    for clause in sentence:
        if clause.dep_ != "relcl" or not is_finite(clause):
            continue
        that = clause.left_edge
        subject = own_subject(clause)
        if that.lower_ != "that" or subject is None or subject.i <= that.i:
            continue
        verb = next((a for a in clause.ancestors if lemma(a) in _TELLING), None)
        objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")] if verb else []
        if verb is None or not any(o.is_ancestor(clause) for o in objects):
            continue
        if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
            continue
        if any(c.dep_ in ("dobj", "pobj") and c.lower_ == "that" for c in clause.children) and not (
            any(c.dep_ in ("dobj", "acomp", "attr", "prt", "prep", "advcl") and c.i > clause.i
                for c in clause.children)
        ):  # fmt: skip
            continue  # "told the lie that he had heard"
        attach(clause, verb, "ccomp")
        that.dep_ = "mark"


def _said_noun(sentence: Token) -> None:
    """ "She says the fence, put up in June, blocks the light": the fence blocks it."""
    for verb in sentence:
        late = verb.head
        said = verb.dep_ == "ccomp" and late.i > verb.i and lemma(verb) in _SAYING
        if not said or own_subject(late) is not None or own_subject(verb) is None:
            continue
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
        if thing is None or not is_finite(late) or late.pos_ not in ("VERB", "AUX"):
            continue
        marks = any(t.is_quote for t in verb.doc[verb.i : late.i])
        if marks or verb.doc[late.i - 1].text != ",":
            continue
        between = [c for c in late.children if thing.i < c.i < late.i and c.dep_ != "punct"]
        lead = [c for c in late.children if c.i < verb.i and c.i != verb.i]
        swap_root(late, verb, "ccomp")
        attach(thing, late, "nsubj")
        for child in between:
            if child.tag_ == "VBN":
                attach(child, thing, "acl")
        for child in lead:
            attach(child, verb, child.dep_)


def _tag_at_end(sentence: Token) -> None:
    """ "… restores night pay, union leader Ada Brand said.": the leader is the subject of "said",
    no apposition to the pay."""
    for verb in sentence:
        if verb.tag_ not in ("VBD", "VBZ") or lemma(verb) not in _SAYING:
            continue
        told = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i]
        subject = own_subject(verb)
        if told and subject is not None and subject.i < verb.i:
            _torn_object(verb, subject, told[-1])
            continue
        if not told or subject is not None:
            continue
        first = verb.i
        while first > sentence.start and verb.doc[first - 1].text != ",":
            first -= 1
        if first == sentence.start or verb.i - first > 12:
            continue
        phrase = verb.doc[first : verb.i]
        outside = [t for t in phrase if not first <= t.head.i < verb.i]
        if len(outside) == 1 and outside[0].pos_ in _NOUNS and outside[0].dep_ in ("appos", "conj"):
            attach(outside[0], verb, "nsubj")


def _torn_object(verb: Token, subject: Token, told: Token) -> None:
    """The same, where the pay was made the subject: no comma parts it from what is said."""
    first = subject.left_edge.i
    before = verb.doc[first - 1] if first > verb.sent.start else None
    if before is None or before.is_punct or not (told.i == before.i or told.is_ancestor(before)):
        return
    beside = [c for c in subject.children if c.dep_ == "appos" and subject.i < c.i < verb.i]
    beside += [c for c in verb.children if c.dep_ == "nsubj" and subject.i < c.i < verb.i]
    if len(beside) == 1 and beside[0].right_edge.i >= verb.i - 2 and _comma_before(beside[0]):
        attach(beside[0], verb, "nsubj")
        attach(subject, before if before.pos_ == "VERB" else told, "dobj")


def _lost_verb(sentence: Token) -> None:
    """ "Its chairman, Colin Dray, offered to …": parsed as a chairman who was offered."""
    for verb in sentence:
        noun = verb.head
        if verb.dep_ not in ("acl", "relcl", "appos") or verb.i < noun.i:
            continue
        if noun.pos_ not in _NOUNS or not is_finite(verb) or not _comma_before(verb):
            continue
        if any(c.dep_ in SUBJECTS or c.tag_ in ("WDT", "WP", "WP$") for c in verb.children):
            continue
        if any(_wh(t) for t in verb.subtree if t.i < verb.i):
            continue
        above = noun.head
        clause = noun.dep_ == "ROOT" or (
            noun.dep_ in ("ccomp", "conj", "parataxis", "advcl") and above.pos_ in ("VERB", "AUX")
        )
        beside = any(c.dep_ in ("appos", "relcl", "acl") and c.i < verb.i for c in noun.children)
        if clause and beside:
            swap_root(noun, verb, "nsubj")
            for child in list(_sentence_marks(noun, verb)):
                attach(child, verb, "punct")


def _agent(sentence: Token) -> None:
    """ "was dismissed as a trick by the rebels": dismissed by them, no trick by them."""
    for verb in sentence:
        if verb.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in verb.children):
            continue
        if any(c.dep_ == "agent" for c in verb.children):
            continue
        for link in [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"]:
            for by in [t for t in link.subtree if t.lower_ == "by" and t.head.head.i == link.i]:
                attach(by, verb, "agent")


def _series(sentence: Token) -> None:
    """ "opposed the dam, pressed for a review and advocated aid": three deeds of one subject.

    A participle is never joined by "and" to a past tense: it is a past tense itself.
    """
    for verb in sentence:
        if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl") or not _comma_before(verb):
            continue
        if any(c.dep_ in ("aux", "auxpass", "agent", *SUBJECTS) for c in verb.children):
            continue
        joined = any(
            c.dep_ == "conj" and c.tag_ == "VBD" and c.i > verb.i and own_subject(c) is None
            and not any(g.dep_ in ("aux", "auxpass") for g in c.children)
            for c in verb.children
        )  # fmt: skip
        above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
        if not joined or above is None or above.tag_ != "VBD" or above.i > verb.i:
            continue
        if own_subject(above) is not None:
            attach(verb, above, "conj")
            verb.tag_ = "VBD"


def _asked(sentence: Token) -> None:
    """ "Roe, asked about the plan, said it was dead": Roe was asked, and said it."""
    for verb in sentence:
        main = verb.head
        if verb.dep_ != "advcl" or verb.tag_ != "VBD" or main.i < verb.i:
            continue
        subject = own_subject(verb)
        if subject is None:
            continue
        if own_subject(main) is not None or not is_finite(main):
            continue
        inside = verb.doc[subject.i + 1 : verb.i]
        if [t.text for t in inside] == [","] and verb.left_edge.i == subject.left_edge.i:
            verb.tag_ = "VBN"
            attach(subject, main, "nsubj")
            attach(verb, subject, "acl")


def _wh(token: Token) -> bool:
    return bool(token.tag_ in ("WDT", "WP", "WP$", "WRB"))


def _sentence_marks(noun: Token, verb: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ == "punct" and c.i > verb.i)
