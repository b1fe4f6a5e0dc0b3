"""Stage: the acts a statement names, which are what the options of a model are made of.

From the parse of the content and of the condition clause: who would do what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

from firstmove.reading.acts.anaphora import REFUSED, is_if_done, stands_alone, with_meant
from firstmove.reading.acts.brought_about import with_brought_about
from firstmove.reading.acts.brought_in import kept_from
from firstmove.reading.acts.carriers import ASKING, READY, heads
from firstmove.reading.acts.consent import consent, consent_of, taken_up, voted
from firstmove.reading.acts.doer import AGENTS, doer_of
from firstmove.reading.acts.forms import is_past_unreal, objects_of
from firstmove.reading.acts.label import RUNNING_OUT, ended, first_step, label_of
from firstmove.reading.acts.no_act import is_no_act
from firstmove.reading.acts.plain import plain_label
from firstmove.reading.acts.same_thing import with_same_things
from firstmove.reading.acts.stance import stances
from firstmove.reading.acts.suffered import suffered
from firstmove.reading.acts.tops import (
    also_on,
    asked_thing,
    bare_subject,
    clause_verb,
    goes_on_behind,
    is_addressed,
    is_spelled_out,
    lacks_subject,
    obliged,
    roots,
    tells_how,
    threatened_thing,
    told_before,
    with_doers,
)
from firstmove.reading.acts.weighed import weighed
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import leaves_open
from firstmove.reading.parsing.turns import let_act, on_whom, step_of
from firstmove.reading.parsing.verb_acts import WILL
from firstmove.reading.people.owning import owner_of
from firstmove.reading.people.somebody import LOCAL_BODIES, is_of_somebody, somebody
from firstmove.report import Span
from firstmove.statement import Act, ActPlace, Kind, Stance, Statement

MAX_ACTS = 4
_NO_PLANS = re.compile(r"\bno (?:\w+ )?(?:desire|intent|intention|plan|wish)s?\b", re.IGNORECASE)
_IN_PRINCIPLE = re.compile(r"\bin (?:principle|theory)\b", re.IGNORECASE)
# Verbs of what happens to somebody: nobody does them at will.
BEFALLING = frozenset(
    """lose win suffer face fail fall collapse die survive benefit gain struggle shrink grow expect
    become run need deserve succeed prevail""".split()
)
# Kinds that tell of others' acts without asking for them: only "X is ready to …" names an act that
# X could take, and even that as the speaker's belief.
OF_OTHERS = (Kind.ASSESS, Kind.WARN, Kind.ACCUSE, Kind.PROTEST)
_CONSENT = ("agree", "both sides agree", "accept", "consent", "wish", "ask", "both sides wish")
OFFERING = frozenset("can could".split())
_AGAINST = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR}


def acts(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.acts``; the other fields stay as they are."""
    found = (replace(s, acts=_acts_of(page, s)) for s in statements)
    meant = with_same_things(page, with_meant(page.report, found))
    return with_brought_about(page, meant)


def _acts_of(page: Page, statement: Statement) -> tuple[Act, ...]:
    if statement.kind is Kind.SUPPORT and any(
        _IN_PRINCIPLE.search(c.quote) for c in statement.content
    ):
        return ()  # "supports the project in principle"
    build = partial(_named, page, statement)
    found = weighed(page, statement, by_grammar(page, statement), stances(page, statement), build)
    unique: dict[tuple[str, str, ActPlace], Act] = {}
    for act in _of_kept(page, statement, found):
        who = act.actor.party or act.actor.name if act.actor else ""
        unique.setdefault((act.label.lower(), who, act.place), act)
    return tuple(unique.values())[:MAX_ACTS]


def _of_kept(page: Page, statement: Statement, found: list[Act]) -> Iterator[Act]:
    """ "Urged Tarn to stop Arvel from closing the port" wants of Arvel that it does not."""
    left: list[Span] = []
    for act in found:
        head = next(_tokens(page, act.span))
        kept = kept_from(head) if statement.kind is Kind.REQUEST else None
        if any(span.contains(act.span) for span in left):
            continue
        if kept is None or not _is_party(page, kept[1]):
            yield act
            continue
        made = _named(page, statement, kept[0], kept[1], not act.negated, act.place)
        if made is None:
            yield act
        else:
            left.append(made.span)
            yield replace(made, stance=act.stance and _AGAINST.get(act.stance))


def _is_party(page: Page, noun: Any) -> bool:
    who = None if is_of_somebody(noun) else somebody(page, noun)
    return who is not None and bool(who.party)


def by_grammar(page: Page, statement: Statement) -> list[Act]:
    """The acts that the parse tells, before the model weighs them."""
    found: list[Act] = []
    condition = statement.condition
    clause = [] if condition is None else list(_tokens(page, condition.span))
    more: list[Any] = []
    cut_off: Any = None
    parts = [list(_tokens(page, span)) for span in statement.content]
    for told, after in zip(parts, [*parts[1:], []], strict=True):
        if leaves_open(told):
            continue
        if (alone := bare_subject(told)) is not None and goes_on_behind(alone, after):
            cut_off = alone  # "the levy, X said, will be lifted"
            continue
        if tells_how(told, alone=not found) and statement.kind is not Kind.REQUEST:
            continue
        inside = [t for t in told if condition is None or not _within(t, condition.span)]
        going_on = also_on(clause, inside) if clause else []
        left = {t.i for verb in going_on for t in verb.subtree}
        more += going_on
        inside = [t for t in inside if t.i not in left]
        found += _acts_in(page, inside, statement, ActPlace.CONTENT, cut_off=cut_off)
        cut_off = alone
    if condition is not None and stands_alone(condition.span.quote):
        undone = not is_if_done(condition.span.quote)
        found.append(Act(None, condition.span, REFUSED, undone, ActPlace.CONDITION))
    elif condition is not None and (found or statement.kind is not Kind.WARN):
        found += _whose(_acts_in(page, clause, statement, ActPlace.CONDITION, more), condition.span)
    return found


def _named(
    page: Page, statement: Statement, head: Any, subject: Any, negated: bool, place: ActPlace
) -> Act | None:
    """The act at a word of which the model is sure that it names one."""
    condition = statement.condition
    of_clause = condition is not None and _within(head, condition.span)
    spans = (condition.span,) if condition and of_clause else statement.content
    inside = {t.i for span in spans for t in _tokens(page, span)}
    return _act(page, head, subject, negated, inside, statement, place, sure=True)


def _whose(acts: list[Act], clause: Span) -> list[Act]:
    """A state is brought about by whom the clause is about ("if the signals from X are serious"),
    but not where that party has an act of its own in it ("if X pays and the weather holds")."""
    if not any(a.actor is not None and a.actor.span != clause for a in acts):
        return acts
    return [replace(a, actor=None) if a.actor and a.actor.span == clause else a for a in acts]


def _tokens(page: Page, span: Span) -> Iterator[Any]:
    """The words that begin in a span, also "£3m." with the full stop behind it."""
    chars = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    yield from (t for t in chars or () if span.start <= t.idx < span.end)


def _within(token: Any, span: Span) -> bool:
    return bool(span.start <= token.idx < span.end)


def _acts_in(
    page: Page,
    tokens: list[Any],
    statement: Statement,
    place: ActPlace,
    more: list[Any] | None = None,
    cut_off: Any = None,
) -> list[Act]:
    """``more``: verbs that go on with a condition, of the same subject. ``cut_off``: the subject
    that stands alone before an insertion ("Osteria, X said, is not ready")."""
    inside = {token.i for token in tokens}
    found = []
    tops = clause_verb(tokens) if place is ActPlace.CONDITION else roots(tokens, inside)
    if place is ActPlace.CONTENT and statement.kind is Kind.REQUEST:
        tops = obliged(tokens, cut_off) or [asked_thing(t, inside) for t in tops]
    if place is ActPlace.CONTENT and statement.kind is Kind.THREATEN:
        tops = [threatened_thing(t, inside) for t in tops]
    tops = [t for t in tops if not (t.pos_ not in ("VERB", "AUX") and is_spelled_out(t, tops[0]))]
    # "called the agreement a step forward": what it is called is no second thing
    tops = [t for t in tops if t.dep_ != "oprd" or t.pos_ in ("VERB", "AUX") or t is tops[0]]
    asked = statement.target is not None and bool(statement.target.party)
    begun = list(
        with_doers(
            tops,
            inside,
            lambda noun: not asked and (_can_act(page, noun) or is_addressed(noun, statement)),
        )
    )
    if more and tops:
        inside |= {t.i for verb in more for t in verb.subtree}
        own = next((c for c in tops[0].children if c.dep_ == "nsubj"), None)
        begun += [(verb, own) for verb in more]
    for root, first in begun:
        first = cut_off if first is None and lacks_subject(root) else first
        reach = inside | _cut_off(first, root, inside)
        for head, subject, negated in heads(root, first, _denied(statement), reach, statement):
            if statement.kind in OF_OTHERS and not (
                _under_readiness(head, inside)
                or consent_of(head) is not None
                or (
                    statement.kind is not Kind.ACCUSE
                    and _planned(head, subject, statement, place)
                    and _may_tell(page, statement, subject, place)
                )
            ):
                continue
            if _asked_of_own(head, inside) or is_past_unreal(head):
                continue
            if (below := let_act(head)) is not None:
                head, subject = below, next(c for c in below.children if c.dep_ == "nsubj")
            if on_whom(head) is not None and step_of(head) is None:
                continue  # "it falls to Tarn to act": the act stands below
            done = head.tag_ == "VBD" or any(
                c.lower_ in ("had", "’d", "was", "were") and c.dep_ in ("aux", "auxpass")
                for c in head.children
            )
            if done and any(v.tag_ == "VB" for v in head.conjuncts):
                continue  # "closed the gates and will reopen them": done, and not tied to anything
            doers = _each_subject(subject, inside)
            several = len(doers) > 1
            for doer, thing in product(doers, objects_of(head, inside) or [None]):
                act = _act(
                    page, head, doer, negated, inside, statement, place, thing, apart=several
                )
                if act is not None:
                    found.append(act)
    return found


def _denied(statement: Statement) -> bool:
    """ "Has no plans to intervene", where the cue has the words and the kind is no refusal."""
    told = any(_NO_PLANS.search(cue.quote) for cue in statement.cue)
    return told and statement.kind in (Kind.STATE, Kind.AGREE, Kind.THREATEN)


def _cut_off(subject: Any, head: Any, inside: set[int]) -> set[int]:
    """The words of a subject that an insertion parts from its verb: "the levy, X said, must go"."""
    if subject is None or subject.i in inside or subject.i > head.i:
        return set()
    return {t.i for t in subject.subtree if t.i < min(inside)}


def _can_act(page: Page, noun: Any) -> bool:
    """Whether a noun is of people or of somebody known: "the cutters", not "the strike"."""
    lemma = noun.lemma_.lower()
    doing = noun.tag_ == "NNS" and lemma.endswith(AGENTS)
    body = lemma in BODIES | LOCAL_BODIES and any(c.dep_ == "det" for c in noun.children)
    return doing or body or lemma in PEOPLE | LABOUR or somebody(page, noun) is not None


def _may_tell(page: Page, statement: Statement, subject: Any, place: ActPlace) -> bool:
    """ "Warned that it would walk out": what is warned of has to be the speaker's own act."""
    if statement.kind is not Kind.WARN or place is ActPlace.CONDITION:
        return True
    return subject is not None and owner_of(page, statement)(subject)


def _is_somebody(page: Page, noun: Any) -> bool:
    return not is_of_somebody(noun) and somebody(page, noun) is not None


def _asked_of_own(head: Any, inside: set[int]) -> bool:
    """ "We are asked to take it on trust": what others ask of the speaker."""
    asked = (t for t in head.ancestors if t.i in inside and t.lemma_.lower() in ASKING)
    return any(
        c.dep_ == "nsubjpass" and c.lower_ in ("i", "we", "he", "she", "they", "it")
        for t in asked
        for c in t.children
    )


def _is_asked(page: Page, noun: Any) -> bool:
    """ "Asked the inquiry …"; "an inquiry" is what is asked for."""
    asked = _can_act(page, noun) and not is_of_somebody(noun)
    return asked and not any(c.lower_ in ("a", "an") for c in noun.children)


def _each_subject(subject: Any, inside: set[int]) -> list[Any]:
    """ "Russia and Ukraine are ready to talk" names an act of each."""
    if subject is None:
        return [None]
    return [subject, *(t for t in subject.conjuncts if t.i in inside and t.i > subject.i)]


def _under_readiness(head: Any, inside: set[int]) -> bool:
    return any(t.i in inside and t.lower_ in READY for t in head.ancestors)


def _planned(head: Any, subject: Any, statement: Statement, place: ActPlace) -> bool:
    """ "The council will open the gates" is a plan where the council's own side says so; whether
    it does, only all reports of a case can tell. What somebody suffers or is, is no plan. On a
    condition also what could be done is offered."""
    if place is ActPlace.CONDITION and head.pos_ == "NOUN":
        return True  # "in return for the consultation"
    if head.lemma_.lower() in BEFALLING or head.pos_ not in ("VERB", "AUX"):
        return False
    if place is ActPlace.CONDITION:
        return True
    verb = head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        verb = verb.head.head  # "would respond by closing its ports"
    modal = WILL if statement.condition is None else WILL | OFFERING
    told = any(c.dep_ == "aux" and c.lower_ in modal for c in (*head.children, *verb.children))
    told = told or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")  # "is to boycott it"
    return told and subject is not None and subject.pos_ != "NUM"


def _act(
    page: Page,
    head: Any,
    subject: Any,
    negated: bool,
    inside: set[int],
    statement: Statement,
    place: ActPlace,
    thing: Any = None,
    *,
    sure: bool = False,
    apart: bool = False,
) -> Act | None:
    """``sure``: the model is, so that words too few for a label do as well. ``apart``: its subject
    is one of several, each with an act of its own."""
    # "the strike would go on": of a thing that goes on, not of somebody, the label needs the name
    of_a_thing = subject is not None and subject.pos_ == "NOUN" and not _can_act(page, subject)
    condition = place is ActPlace.CONDITION
    asked = statement.kind is Kind.REQUEST
    if condition and of_a_thing and subject.lemma_.lower() in RUNNING_OUT:
        return None  # "before his term ends"
    reach = inside | _cut_off(subject, head, inside)
    turn = first_step(head, reach)
    over = ended(head, subject, reach, must=asked) if of_a_thing and (condition or asked) else None
    given = consent(head, subject, reach) or taken_up(head, statement)
    given = given or voted(head, reach, statement)
    label = (
        turn
        or over
        or given
        or label_of(head, subject, reach, with_subject=condition or of_a_thing, thing=thing)
    )
    if sure and (label is None or (not given and is_no_act(label))):
        label = plain_label(head, subject, reach, of_a_thing=of_a_thing)
    if (
        label is None
        or (not given and is_no_act(label, sure=sure))
        or (label.thing and _is_somebody(page, label.head))
    ):
        return None  # "the union" is nothing to be done
    if condition and label.text.lower() in _CONSENT:
        return None  # "if both sides agree" asks for consent to the act itself
    if label.thing and statement.kind is not Kind.REJECT and _is_asked(page, label.head):
        return None  # who is asked, and not for what
    if label.thing and negated and statement.kind is Kind.REQUEST:
        return None  # "a plane needs no checkpoint"
    if not condition and statement.kind is not Kind.REQUEST and suffered(page, head, subject):
        return None  # "we will not be bullied": what others do to the speaker
    if not condition and asked and told_before(head):
        return None  # "to leave the valley before any warrant is lifted": not asked for
    own = [t for t in label.tokens if t.i in inside] or [label.head]
    left = min(t.idx for t in own)
    right = max(t.idx + len(t.text.rstrip(".")) for t in own)
    doer = label.doer if over else label.doer or subject
    actor = doer_of(page, label.head, doer, statement, place, apart=apart)
    return Act(actor, page.report.span(left, right), label.text, negated, place, label.thing)
