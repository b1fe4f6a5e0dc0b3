"""Stage: what an answer in few words is about: the act that was asked or offered before it.

“Arvel asked the union to call off the strike; the union refused”: the union rejects it, and the
act is its own. A statement that holds the answer gets the act; where there is none the answer is
one, of which the content are the words of the act as they were asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.answers.meant import Meant, asked_just_before, meant
from firstmove.reading.answers.told import Answer, answers_in
from firstmove.reading.dates.dates import dates
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import noun_phrase, text_span
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.meant import may_be_meant
from firstmove.reading.people.owning import owner_of
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Act, ActPlace, Kind, Mention, Modality, Stance, Statement


def answers(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give statements that answer their acts, and add the answers that are none yet."""
    known = list(statements)
    for answer in answers_in(page):
        held = next((s for s in reversed(known) if _holds(page, s, answer)), None)
        if answer.tied and (held is None or held.condition is None):
            continue  # never without its condition
        if held is None or held.speaker is None or _is_both(answer) or _names_who(held, answer):
            new = dates(page, tuple(_new(page, known, answer)))
            if new and held is not None:
                known.remove(held)
            behind = sum(_begins(s) <= answer.cue.start for s in known)
            known[behind:behind] = new
        elif _is_own(page, held, answer):
            found = meant(page, known, answer, held.speaker)
            if found is not None:
                known[known.index(held)] = _with(held, answer, found)
    return tuple(known)


def _begins(statement: Statement) -> int:
    return min(place.start for place in (*statement.cue, *statement.content))


def _holds(page: Page, statement: Statement, answer: Answer) -> bool:
    """Whether an answer is told in a statement; not "asked it to pull back, which it refused to
    do", where the request goes on for the parser."""
    at = answer.verb.idx
    if statement.kind is Kind.REQUEST and not _is_own(page, statement, answer):
        return False
    return any(s.start <= at < s.end for s in (*statement.cue, *statement.content))


def _names_who(held: Statement, answer: Answer) -> bool:
    """Whether what is said holds the one who answers by its cue: "a request that Cairo | refused"
    is said by nobody else."""
    cued = any(c.start <= answer.verb.idx < c.end for c in held.cue)
    return cued and answer.aside and any(s.start <= answer.who.idx < s.end for s in held.content)


def _is_own(page: Page, held: Statement, answer: Answer) -> bool:
    """Whether who says it is who answers, or of that side."""
    cued = any(c.start <= answer.verb.idx < c.end for c in held.cue)
    return cued or owner_of(page, held)(answer.who)


def _is_both(answer: Answer) -> bool:
    """ "Both refused", "both sides said no"."""
    return answer.who is not None and any(
        t.lower_ == "both" for t in (answer.who, *answer.who.children)
    )


def _new(page: Page, statements: list[Statement], answer: Answer) -> Iterator[Statement]:
    """The answer as a statement of its own, of each side that answers."""
    if answer.who is None:
        return
    span = text_span(page, noun_phrase(answer.who))
    named = None if _is_both(answer) else somebody(page, answer.who)
    if named is not None:
        who = Mention(span, named.name, named.party, named.party_span)
        found = meant(page, statements, answer, who)
        if found is not None:
            yield _statement(page, answer, who, found)
            return
    asked = asked_just_before(page, statements, answer)
    both = len(asked) == 2 and (_is_both(answer) or answer.who.lower_ == "they")
    if len(asked) != 1 and not both:
        return
    for one in asked:
        assert one.of is not None
        if both or _may_be(page, answer, one.of):
            who = replace(one.of, span=span)
            yield _statement(page, answer, who, one.by(who), beside=both)


def _may_be(page: Page, answer: Answer, asked: Mention) -> bool:
    """ "It refused", "the ministry refused": who asks does not answer, so who was asked does."""
    word = answer.who.lower_
    if word in ("he", "she"):
        return _is_person(page, asked) and may_be_meant(page, asked, answer.who)
    bare = all(c.dep_ in ("det", "punct") for c in answer.who.children)
    return word in ("it", "they") or (bare and asked.name.lower().endswith(f" {word}"))


def _is_person(page: Page, who: Mention) -> bool:
    return any(p.name == who.name for p in cast_of(page).people)


def _statement(
    page: Page, answer: Answer, who: Mention, found: Meant, *, beside: bool = False
) -> Statement:
    """``beside``: another side gives the same answer, so that the words tell whom each is asked."""
    words = {a.span for a in found.acts}
    if beside and found.of is not None:
        words.add(found.of.span)
    bare = Statement(
        report_id=page.report.id,
        speaker=who,
        cue=(answer.cue,),
        content=tuple(sorted(words)),
        target=found.told.speaker,
    )
    return _with(bare, answer, found)


def _with(statement: Statement, answer: Answer, found: Meant) -> Statement:
    """The statement with the acts that it answers, in place of its own words for them."""
    kind = Kind.AGREE if answer.yes else Kind.REJECT
    kept = (a for a in statement.acts if _stays(statement, answer, a, kind))
    past = statement.modality is Modality.HISTORICAL
    return replace(
        statement,
        kind=kind,
        modality=Modality.ASSERTED if past else statement.modality,
        acts=(*(_answered(a, yes=answer.yes) for a in found.acts), *kept),
    )


def _stays(statement: Statement, answer: Answer, act: Act, kind: Kind) -> bool:
    """Whether an act is named beside the answer ("would not do so and would sue") or on its
    condition; not if it is the answer's own word for it ("accept the request"), or the kind alone
    told its direction and is another now."""
    if act.place is ActPlace.CONDITION:
        return True
    at = answer.verb.idx
    cued = any(c.start <= at < c.end for c in statement.cue)
    told = act.stance is not None or statement.kind is kind
    return told and not cued and not act.span.start <= at < act.span.end


def _answered(act: Act, *, yes: bool) -> Act:
    """Who refuses not to act wants the act. The label of a condition begins with its doer."""
    doer = "" if act.actor is None else f"{act.actor.name} "
    stance = Stance.FOR if yes != act.negated else Stance.AGAINST
    return replace(
        act,
        label=act.label.removeprefix(doer),
        place=ActPlace.CONTENT,
        negated=yes and act.negated,
        stance=stance,
    )
