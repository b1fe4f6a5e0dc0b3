"""What a condition asks of another: "provided that X does Y" is a demand on X."""

from __future__ import annotations

from dataclasses import replace

from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.condition_clauses.extents import subject_of
from firstmove.reading.kinds.conditional import FAILING
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.markers import IFF, ONLY_IF
from firstmove.reading.lexicon.vocabulary import HOSTILE, MOVES, Move
from firstmove.reading.page import Page
from firstmove.reading.parsing.or_else import asked
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    content_tokens,
    is_negated,
    is_passive,
    main_predicates,
    noun_phrase,
    subject,
    text_span,
    tokens_in,
)
from firstmove.reading.parsing.verb_acts import act_of, labour_strike
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.owning import owner_of
from firstmove.reading.people.somebody import OTHERS_OF_OURS, somebody
from firstmove.statement import Kind, Mention, Statement

# Requirement markers: the clause says what another has to do.
REQUIRING = frozenset({ONLY_IF, IFF})
_SHARED = frozenset("dialogue meeting negotiation peace talk talks truce ceasefire".split())
OF_SOURCE = ("from", "by")
_KEEPING = frozenset("keep leave maintain".split())
# Kept against others: for as long as they go on, and not if only they do.
_AGAINST = frozenset(
    """army ban blockade checkpoint closed duty embargo force garrison gun levy sanction shut siege
    soldier tariff troop""".split()
)


def whom(page: Page, clause: Clause) -> Mention | None:
    """Whom the clause is about: its subject, or the owner of its noun."""
    if not clause.parsed:
        return None
    doer = asked(clause.head) or subject_of(clause.head)
    if doer is None:
        doer = next(iter(children(clause.head, "poss")), None)
    if is_passive(clause.head):
        by = [p for agent in children(clause.head, "agent") for p in children(agent, "pobj")]
        doer = by[0] if by else None
    if doer is None or doer.dep_ == "expl":
        return None
    found = somebody(page, doer)
    if found is not None and found.party:
        return found
    sources = [m for m in (somebody(page, o) for o in _sources(doer)) if m is not None]
    told = {m.party for m in sources if m.party}
    if len(told) == 1:
        return next(m for m in sources if m.party)
    return found if found is not None or told else next(iter(sources), None)


def _sources(noun: Token) -> list[Token]:
    """Whose a thing is: "their offer", "the signals (coming) from the new government", "the team
    in the capital"."""
    if noun.lemma_.lower() in OTHERS_OF_OURS:
        return []  # "his coalition partner"
    owners = children(noun, "poss")
    owners += [c for c in children(noun, "amod", "compound", "nmod") if country_of(c.text)]
    # A body or group is where it sits; a thing is not of the place that it lies in.
    ways = (*OF_SOURCE, "in", "of") if noun.lemma_.lower() in BODIES | PEOPLE else OF_SOURCE
    governors = [noun, *children(noun, "relcl", "acl")]
    governors += [a for g in governors[1:] for a in children(g, "prt", "advmod")]
    for governor in governors:
        for prep in children(governor, "prep", "agent"):
            if prep.lower_ in (ways if governor is noun else OF_SOURCE):
                owners += children(prep, "pobj")
    for owner in tuple(owners):
        if owner.lemma_.lower() in BODIES | PEOPLE:
            owners += [o for o in _sources(owner) if o not in owners]
    return owners


def demand_of(
    page: Page, clause: Clause, statement: Statement, about: Mention | None
) -> Statement | None:
    """What a requirement asks of another: "provided that X does Y" is a REQUEST to X.

    Only where the promise is the speaker's own, the clause has a doer of a known party other than
    the speaker's, and the doer acts. "unless" and plain "if" ask for nothing.
    """
    speaker = statement.speaker
    if clause.kind not in REQUIRING or clause.words[0].lower_ == "in":
        return None
    if speaker is None or about is None or not about.party or not speaker.party:
        return None
    if about.party == speaker.party or is_passive(clause.head):
        return None
    if clause.head.pos_ != "VERB" or is_negated(clause.head):
        return None
    heads = main_predicates(content_tokens(page, statement))
    is_own = owner_of(page, statement)
    if heads and not (is_own(subject(heads[0])) or _is_shared(subject(heads[0]))):
        return None
    hostile = any(labour_strike(h) or act_of(h) in HOSTILE or _is_kept(h) for h in heads)
    if hostile or clause.head.lemma_.lower() in FAILING:
        return None  # "will strike only if it refuses": what sets it off is not asked for
    if any(MOVES.get(t.lemma_.lower()) is Move.JUDGE for t in tokens_in(page, statement.cue)):
        return None
    if _in_relative(clause.governor):
        return None
    marker, rest = clause.words[: clause.marker], clause.words[clause.marker :]
    doer = subject_of(clause.head)
    assert doer is not None
    return replace(
        statement,
        cue=(text_span(page, marker),) if marker else statement.cue,
        content=(text_span(page, rest),),
        kind=Kind.REQUEST,
        target=replace(about, span=text_span(page, noun_phrase(doer))),
        condition=None,
        glosses=(),
        acts=(),
    )


def _is_kept(head: Token) -> bool:
    """ "Would keep its troops there as long as Velm held the pass"."""
    told = (t.lemma_.lower() for t in head.subtree)
    return head.lemma_.lower() in _KEEPING and not _AGAINST.isdisjoint(told)


def _is_shared(doer: Token | None) -> bool:
    """ "Talks can resume only once …": whoever says so would talk then."""
    return doer is not None and doer.lemma_.lower() in _SHARED


def _in_relative(token: Token | None) -> bool:
    """A clause inside "the plan that would …" is a condition of the plan, not of the promise."""
    above: Token = token
    for _ in range(6):
        if above is None or above.head.i == above.i:
            return False
        if above.dep_ == "relcl":
            return True
        above = above.head
    return False
