"""Stage: whom a statement is addressed to or aimed at, where grammar tells it.

Looked for in this order, by kind:

1. The person or body that the cue governs: "told the union to …", "accused X of …",
   "demands on the company", "threatened the villages with …".
2. REQUEST: who has to act, the subject of the content: "that X open the gates", "X must …".
3. REJECT, AGREE, SUPPORT, ACCUSE: whose plan, attack or offer it is: "the plan by X", "X's offer";
   for ACCUSE also the subject of the wrong: "X broke the talks off".
4. With whom: "ready for talks with X", "offered X a loan".

None where none of these names a person, body or party; a mere audience ("told reporters") and the
speaker's own side are no targets. WARN has only the first: who is warned, not what of. ASSESS has
none but the pair that it is about ("both sides are ready").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from firstmove.reading.acts.owning import FIRST_PERSON, other_person, owner_of, somebody
from firstmove.reading.attribution.cues import PEOPLE
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    complement,
    content_tokens,
    is_passive,
    main_predicates,
    noun_phrase,
    subject,
    text_span,
    tokens_in,
    words,
)
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.referents import affiliations_of
from firstmove.statement import Kind, Mention, Statement, ViaRole

AUDIENCE = words(
    "reporter journalist newspaper magazine television audience crowd interviewer correspondent "
    "broadcaster network press medium listener viewer conference agency"
)
BOTH = words("side party country government nation state camp leader capital delegation")
TOWARD = words("with to toward towards against")  # and "on" after a noun: "a ban on X"
AT_LENGTH = words("with against toward towards")  # "willingness to enter into talks with X"
NAMED = frozenset({Kind.ACCUSE, Kind.REJECT, Kind.SUPPORT, Kind.AGREE, Kind.CONCEDE})
AIMED = frozenset(
    {
        Kind.AGREE,
        Kind.CONSULT,
        Kind.SUPPORT,
        Kind.CONCEDE,
        Kind.COOPERATE,
        Kind.AID,
        Kind.THREATEN,
        Kind.REJECT,
        Kind.SANCTION,
        Kind.COERCE,
        Kind.ASSAULT,
        Kind.MOBILIZE,
        Kind.PROTEST,
        Kind.ACCUSE,
    }
)

Finder = Callable[[Token], Mention | None]


def targets(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.target`` where it is not set; kinds are set before."""
    found = [
        s if s.target is not None else replace(s, target=target_of(page, s)) for s in statements
    ]
    found = [
        s if s.target is not None else replace(s, target=_told_beside(page, s, found))
        for s in found
    ]
    return tuple(
        s if s.target is not None else replace(s, target=_blamed_before(page, s, found))
        for s in found
    )


def _blamed_before(page: Page, statement: Statement, others: list[Statement]) -> Mention | None:
    """In "they broke it off. They have to come back", both are the same they.

    The target of the accusation that the same speaker made just before, by the same pronoun.
    """
    if statement.kind is not Kind.REQUEST:
        return None
    heads = main_predicates(content_tokens(page, statement))
    asked = next((s for s in map(subject, heads) if s is not None), None)
    if asked is None or asked.lower_ not in ("they", "it", "he", "she"):
        return None
    before = [o for o in others if o.start < statement.start and o.speaker == statement.speaker]
    if not before or before[-1].kind is not Kind.ACCUSE or before[-1].target is None:
        return None
    blamed = [subject(h) for h in main_predicates(content_tokens(page, before[-1]))]
    near = (page.sentence_number(statement.start) or 0) - (
        page.sentence_number(before[-1].start) or 0
    )
    if near > 1 or not any(b is not None and b.lower_ == asked.lower_ for b in blamed):
        return None
    span = page.report.span(asked.idx, asked.idx + len(asked.text))
    return replace(before[-1].target, span=span)


def _told_beside(page: Page, statement: Statement, others: list[Statement]) -> Mention | None:
    """In "condemned the attacks, calling them acts of X", both have the same target."""
    if statement.kind not in (Kind.ACCUSE, Kind.REJECT, Kind.SUPPORT):
        return None
    sentence = page.sentence_at(statement.start)
    for other in others:
        if other.kind is not statement.kind or other.speaker != statement.speaker:
            continue
        if other.target is None or page.sentence_at(other.start) != sentence:
            continue
        first = next(iter(content_tokens(page, other)), None)
        if first is not None and first.lower_ in ("it", "them", "this", "these", "that"):
            return other.target
    return None


def target_of(page: Page, statement: Statement) -> Mention | None:
    """The first candidate, in the order above, that names someone other than the speaker."""
    find = _finder(page, statement)
    for token in _candidates(page, statement):
        found = find(token)
        if found is not None:
            return found
    return None


def _candidates(page: Page, statement: Statement) -> Iterator[Token]:
    cue = tokens_in(page, statement.cue)
    content = content_tokens(page, statement)
    heads = main_predicates(content)
    kind = statement.kind
    speaker = set() if statement.speaker is None else _places(page, statement.speaker)
    if kind is Kind.ASSESS:
        # whom the belief is about
        yield from (s for s in map(subject, heads) if s is not None and _is_pair(s))
        return
    yield from _governed_by_cue(cue, content, speaker, kind)
    if kind in (Kind.WARN, Kind.STATE):
        return
    if kind is Kind.REQUEST:
        for head in heads:
            yield from _asked(head)
        return
    if kind is Kind.ACCUSE:
        for head in heads:
            yield from _doers(head)
    if kind in NAMED:
        for head in (*heads, *(t for t in cue if t.pos_ == "NOUN")):
            yield from _owners(head)
        for prep in content:
            if prep.lower_ == "by" and prep.dep_ in ("prep", "agent"):
                yield from children(prep, "pobj")
    if kind in AIMED:
        for head in (*heads, *(t for t in cue if t.pos_ == "NOUN")):
            yield from _toward(head)
        for prep in content:
            if prep.dep_ == "prep" and prep.lower_ in AT_LENGTH:
                yield from children(prep, "pobj")


def _places(page: Page, mention: Mention) -> set[int]:
    return {t.i for t in tokens_in(page, (mention.span,))}


def _governed_by_cue(
    cue: list[Token], content: list[Token], speaker: set[int], kind: Kind
) -> Iterator[Token]:
    """Objects of the cue: addressee or accused."""
    inside = {t.i for t in content}
    for word in cue:
        if word.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        if is_passive(word) and not children(word, "agent"):
            # "X was told", "X was accused": the subject, where the speaker stands elsewhere
            yield from (s for s in children(word, "nsubjpass") if s.i not in speaker)
        elif is_passive(word):
            yield from (s for s in children(word, "nsubjpass") if s.i not in speaker)
        for thing in children(word, "dobj", "dative", "iobj"):
            for real in (*children(thing, "pobj"), thing) if thing.dep_ == "dative" else (thing,):
                if real.i not in speaker and (real.i not in inside or _is_object_too(word)):
                    yield real
        # "urged X to act", "wants X to act": the parser makes X the subject of what is asked
        if kind is Kind.REQUEST:
            for clause in children(word, "ccomp", "xcomp"):
                yield from (s for s in children(clause, "nsubj") if s.i in inside)
        for prep in children(word, "prep"):
            if prep.lower_ in ("on", "upon", "to", "with", "at", "of", "against", "from"):
                if prep.lower_ == "of" and kind is not Kind.REQUEST:
                    continue
                if kind is Kind.WARN and prep.lower_ in ("against", "of"):
                    continue
                yield from (p for p in children(prep, "pobj") if p.i not in speaker)


def _is_object_too(word: Token) -> bool:
    return word.pos_ in ("VERB", "AUX")


def _asked(head: Token) -> Iterator[Token]:
    """Who has to act."""
    if head.pos_ in ("VERB", "AUX"):
        if is_passive(head):
            for by in children(head, "agent"):
                yield from children(by, "pobj")
            return
        doer = subject(head)
        if doer is not None:
            yield doer
        return
    # "the importance of X initiating", "the withdrawal of X's troops", "a pledge by X"
    for prep in children(head, "prep"):
        for below in children(prep, "pcomp"):
            yield from children(below, "nsubj", "poss")
        for below in children(prep, "pobj"):
            if prep.lower_ in ("by", "from"):
                yield below
            if any(c.tag_ == "VBG" and c.i > below.i for c in children(head, "acl")):
                yield below  # the same, with the gerund hung on the noun
            gerunds = [c.i for c in children(below, "amod") if c.tag_ == "VBG"]
            if gerunds:  # the same, with the gerund taken for an adjective of its object
                yield from (c for c in children(below, "nmod", "compound") if c.i < gerunds[0])
            yield from children(below, "poss")
    yield from children(head, "poss")


def _doers(head: Token) -> Iterator[Token]:
    """Whose wrong it is."""
    if is_passive(head):
        for by in children(head, "agent"):
            yield from children(by, "pobj")
        return
    doer = subject(head)
    if doer is not None:
        yield doer
    if complement(head) is None:
        for agent in children(head, "agent"):
            yield from children(agent, "pobj")


def _owners(head: Token) -> Iterator[Token]:
    """ "the attacks by X", "X's offer", of the head noun or of the verb's object."""
    nouns = [head] if head.pos_ in ("NOUN", "PROPN") else children(head, "dobj", "attr")
    for noun in nouns:
        yield from children(noun, "poss")
        for prep in children(noun, "prep", "agent", "acl"):
            if prep.lower_ in ("by", "from"):
                yield from children(prep, "pobj")
            for by in children(prep, "agent"):
                yield from children(by, "pobj")
        for clause in children(noun, "relcl"):
            yield from (s for s in children(clause, "nsubj") if s.lower_ not in ("that", "which"))


def _toward(head: Token) -> Iterator[Token]:
    """ "talks with X", "respond to X", "attack X"."""
    yield from (t for t in children(head, "dative", "dobj") if t.pos_ != "PRON")
    nouns = children(head, "dobj", "attr", "pobj")
    for governor in (head, *nouns, *children(head, "xcomp"), *children(head, "acomp")):
        for prep in children(governor, "prep", "dative"):
            if prep.lower_ in TOWARD or (prep.lower_ == "on" and governor.pos_ == "NOUN"):
                for below in children(prep, "pobj"):
                    if below.pos_ != "PRON":
                        yield below
                    for inner in children(below, "prep"):
                        if inner.lower_ in ("with", "against"):
                            yield from children(inner, "pobj")


def _finder(page: Page, statement: Statement) -> Finder:
    is_own = owner_of(page, statement)
    audiences = {
        t.i
        for via in statement.via
        if via.role in (ViaRole.AUDIENCE, ViaRole.OUTLET, ViaRole.AGENCY)
        for t in tokens_in(page, (via.span,))
    }

    cue = {t.i for t in tokens_in(page, statement.cue)}

    def find(token: Token) -> Mention | None:
        if token.lower_ in FIRST_PERSON or token.lemma_.lower() in AUDIENCE:
            return None
        if token.i in audiences:
            return None
        if token.lower_ in ("him", "her") and _is_object(token, cue):
            # nobody calls on himself as "him": the speaker is not meant
            return (
                None if statement.speaker is None else _counterpart(page, statement.speaker, token)
            )
        if is_own(token):
            return None
        if _is_pair(token):
            return _both(page, token)
        speaker = statement.speaker
        mention = _parallel(page, token) or somebody(page, token)
        himself = token.lower_ in ("he", "she") and token.dep_ == "nsubj" and speaker is not None
        if himself and (mention is None or mention.name in ("", speaker and speaker.name)):
            # no one asks or blames oneself as "he": another was named, or it stays open
            mention = None if speaker is None else other_person(page, speaker, token)
        if mention is None:
            return None
        if (
            speaker is not None
            and mention.party
            and mention.party == speaker.party
            and mention.name in ("", speaker.name, speaker.party)
        ):
            return None
        return mention

    return find


def _others_near(page: Page, begin: int, name: Token, pronoun: Token, own: set[int]) -> bool:
    """Whether another who is not named could be meant: "the governor", or an earlier "she"."""
    same = {t.i for t in name.subtree} | {t.i for t in name.head.subtree if name.dep_ == "appos"}
    same |= {c.i for c in children(name.head, "nsubj")} if name.dep_ == "attr" else set()
    for token in page.doc[: pronoun.i]:
        if token.idx < begin or token.i in own:
            continue
        if token.lower_ in ("he", "him", "his", "she", "her"):
            return True
        role = token.pos_ == "NOUN" and token.tag_ == "NN" and token.lemma_.lower() in PEOPLE
        if role and token.i not in same and token.i != name.head.i:
            return True
    return False


def _is_object(pronoun: Token, cue: set[int]) -> bool:
    """ "urged her", "called on her to act", the pronoun told as subject of "to act" as well."""
    head = pronoun.head
    if pronoun.dep_ == "pobj":
        head = head.head if head.i not in cue else head
    elif pronoun.dep_ == "nsubj" and head.i not in cue:
        head = head.head
    return pronoun.dep_ in ("dobj", "dative", "pobj", "nsubj") and head.i in cue


def _counterpart(page: Page, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "her" means in "X urged her to act": the one person beside X just named.

    Named in the sentence or the one before; None where two fit.
    """
    gender = {"him": "m", "her": "f"}[pronoun.lower_]
    number = page.sentence_number(pronoun.idx)
    if number is None or not speaker.name:
        return None
    begin = page.sentences[max(number - 2, 0)].start
    cast = cast_of(page)
    own = {t.i for t in tokens_in(page, (speaker.span,))}
    speakers = {p.name for i, p in cast.by_head.items() if p is not None and i in own}
    speakers.add(speaker.name)
    places = {
        person.name: i
        for i, person in cast.by_head.items()
        if person is not None
        and begin <= page.doc[i].idx
        and i < pronoun.i
        and person.name not in speakers
        and person.gender in ("", gender)
    }
    if len(places) != 1:
        return None
    place = page.doc[next(iter(places.values()))]
    person = cast.by_head[place.i]
    if person is None or (not person.gender and _others_near(page, begin, place, pronoun, own)):
        return None
    found = somebody(page, place)
    span = page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text))
    return None if found is None else replace(found, span=span)


def _parallel(page: Page, token: Token) -> Mention | None:
    """In "X broke it off, so they must …", "they" is the subject of the clause before.

    Subjects of coordinate clauses that agree in number go together more surely than a pronoun and
    the last name before it.
    """
    if token.lower_ not in ("it", "they") or token.dep_ != "nsubj":
        return None
    head = token.head
    before = head.head if head.dep_ in ("conj", "parataxis") else None
    if before is None:
        clauses = [c for c in children(head, "ccomp", "advcl", "conj") if c.i < token.i]
        before = clauses[-1] if clauses else None
    first = None if before is None else subject(before)
    if first is None or first.i > token.i:
        return None
    plural = first.tag_ in ("NNS", "NNPS") or bool(children(first, "conj"))
    if plural != (token.lower_ == "they"):
        return None
    named = somebody(page, first)
    if named is None:
        return None
    span = page.report.span(token.idx, token.idx + len(token.text))
    return replace(named, span=span)


def _is_pair(token: Token) -> bool:
    """Whether words mean two at once: "both sides", "the two countries", "X and Y"."""
    if token.lemma_.lower() in BOTH:
        return any(c.lower_ in ("both", "two") for c in token.children)
    return token.pos_ == "PROPN" and bool(children(token, "conj"))


def _both(page: Page, token: Token) -> Mention | None:
    """The two parties that "both sides" means, where the text so far leaves no choice.

    The last pair joined by "and" or "between", else the only two parties named; a Mention without
    party, since it names two.
    """
    if not _is_pair(token):
        return None
    if token.pos_ == "PROPN":
        names = _pair(page, token)
    else:
        pairs = [_pair(page, other) for other in page.doc[: token.i] if children(other, "conj")]
        names = next((p for p in reversed(pairs) if p), []) or _parties_before(page, token)
    if len(names) != 2:
        return None
    place = [*noun_phrase(token), *children(token, "conj")]
    return Mention(text_span(page, sorted(place, key=_place)), name=" and ".join(names))


def _place(token: Token) -> int:
    return int(token.i)


def _pair(page: Page, token: Token) -> list[str]:
    """The parties of a coordination of two places or bodies, or nothing."""
    joined = [token, *children(token, "conj")]
    if len(joined) != 2 or any(t.pos_ != "PROPN" or children(t, "conj") for t in joined[1:]):
        return []
    if token.pos_ != "PROPN" or "and" not in [c.lower_ for c in children(token, "cc")]:
        return []
    sides = affiliations_of(page)
    names = [sides.of_noun(t).party for t in joined]
    return names if all(names) and len({n.casefold() for n in names}) == 2 else []


def _parties_before(page: Page, token: Token) -> list[str]:
    names: list[str] = []
    for other in page.doc[: token.i]:
        if other.pos_ == "PROPN" and other.ent_type_ in ("GPE", "ORG", "NORP"):
            mention = somebody(page, other)
            known = {n.casefold() for n in names}
            if mention is not None and mention.party and mention.party.casefold() not in known:
                names.append(mention.party)
    return names
