"""The acts that grammar finds, weighed against what the trained model says of each word.

Grammar knows an act's words, the model whether the speaker takes a position on it. What it is sure
to be no such act goes; what grammar overlooks is added at the word that the model names; and where
the model is sure that the speaker's own side would do it, or would not, it is so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from firstmove.reading.acts.carriers import ASKING
from firstmove.reading.acts.doer import AGENTS
from firstmove.reading.acts.onlookers import looks_on, words_for
from firstmove.reading.acts.stance import Told
from firstmove.reading.acts.tops import is_threatened_with
from firstmove.reading.lexicon.cues import PEOPLE
from firstmove.reading.lexicon.speakers import NORMS
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import subject_of
from firstmove.reading.parsing.verb_acts import is_perfect
from firstmove.reading.people.media import media_role
from firstmove.reading.people.own_bodies import MEMBERED
from firstmove.reading.people.somebody import AT_WORK, OTHERS_OF_OURS, PRONOUNS
from firstmove.report import Span
from firstmove.statement import (
    Act,
    ActPlace,
    ConditionKind,
    Kind,
    Mention,
    Modality,
    Stance,
    Statement,
)

# Set on the share of acts that are marked, by what the model says of them, in the articles that it
# did not learn from (docs/decisions/0032-acts-by-model.md).
ADDED = 0.9  # probability of a head from which an act is added, and from which a doer counts
DROPPED = 0.15  # of all words of an act, below which it is none; acts of conditions stay
DROPPED_THING = 0.1  # the same of a thing: “called the levy a toll”
SURE = 0.95  # probability of a head, and share of its stance, from which the stance counts
SURE_DOER = 0.9  # share of a doer from which it counts
_NOTHING = frozenset("neither nobody none nothing".split())  # the stance is to a part of these
_NOBODYS = frozenset(
    """cost drought economy flood frost harvest inflation market price rain season snow storm
    weather wind""".split()
)
# Words for whichever body speaks: "the company" is none of a union.
_ANY_BODY = frozenset(
    "body delegation group movement organisation organization party side team".split()
)
_SINCE = frozenset({"after", "because", "since"})
_TO_COME = ("will", "would", "must", "shall", "'ll", "’ll")
_NOT_UNTIL = (ConditionKind.UNLESS, ConditionKind.UNTIL)

# head, its subject and whether it is negated, and its place: the act that grammar makes of it
Build = Callable[[Any, Any, bool, ActPlace], Act | None]


def weighed(
    page: Page,
    statement: Statement,
    found: Sequence[Act],
    told: Mapping[int, Told],
    build: Build,
) -> list[Act]:
    """The acts of a statement; ``found`` are those of grammar, ``told`` is by the words' places."""
    kept: list[Act] = []
    covered: set[int] = set()
    for act in found:
        inside = [t for at, t in told.items() if _tells(page, act, at)]
        best = max(inside, key=lambda t: t.act, default=None)
        if best is None:
            kept.append(act)
            continue
        covered |= {t.at for t in inside}
        # "accept the invitation" where the text has the invitation alone
        thing = act.thing or act.label.endswith(f" {act.span.quote}")
        least = DROPPED_THING if thing else DROPPED
        sure = any(is_threatened_with(_token(page, t.at)) for t in inside)
        sure = sure or _is_asked(page, act, statement)
        if act.place is ActPlace.CONDITION or sure or best.act >= least:
            kept.append(_with(page, act, best, statement))
    for at, one in told.items():
        if at in covered or one.act < ADDED:
            continue
        place = _place(statement, at)
        if not _fits(one, place):
            if place is ActPlace.CONDITION:
                continue
            place = ActPlace.CONDITION  # of a condition that is told without a clause of its own
        head = _token(page, at)
        content = place is ActPlace.CONTENT
        told_so = content and (_is_past(head, statement) or _is_under_way(head, statement))
        if told_so or _tells_which(head):
            continue
        made = build(head, _subject(head, statement), _negated(one, statement, place), place)
        if made is not None:
            kept.append(_with(page, made, one, statement))
            covered |= {t for t in told if made.span.start <= t < made.span.end}
    return sorted(kept, key=lambda a: (a.place is ActPlace.CONDITION, a.span.start))


def _tells(page: Page, act: Act, at: int) -> bool:
    """Whether a word is one of the act's, or what is to be done to its thing ("wants the limits
    published")."""
    if act.span.start <= at < act.span.end:
        return True
    if not act.thing:
        return False
    word = _token(page, at)
    if word.tag_ != "VBN" or word.dep_ not in ("acl", "ccomp", "relcl"):
        return False
    near = [word.head, *(c for c in word.children if c.dep_ == "nsubj")]
    return any(act.span.start <= t.idx < act.span.end for t in near)


def _with(page: Page, act: Act, told: Told, statement: Statement) -> Act:
    """The act with the model's word on doer and stance."""
    speaker = statement.speaker
    if speaker is not None and told.act >= ADDED:
        own = act.actor is not None and act.actor.span == speaker.span
        forecast = statement.kind is Kind.ASSESS and statement.modality is Modality.POSSIBLE
        sure = told.own >= SURE_DOER and not (own or forecast) and _may_be_own(page, act.actor)
        sure = sure and not _is_yours(_token(page, told.at))
        believed = statement.kind in (Kind.ASSESS, Kind.WARN)
        sure = sure and not (believed and _does_it(page, act.actor))
        sure = sure or (
            min(told.act, told.sure, told.own) >= SURE and _are_ours(page, act.actor, speaker)
        )
        if sure and media_role(speaker.name) is None:  # an outlet tells of others
            act = replace(act, actor=speaker)
        elif told.own <= 1 - SURE_DOER and own and not _answered(page, act, told, statement):
            act = replace(act, actor=_other(act, statement))
    counted = _fits(told, act.place) and not _NOTHING & set(act.label.lower().split())
    done = act.place is ActPlace.CONTENT and _is_past(_token(page, told.at), statement)
    if counted and min(told.act, told.sure) >= SURE and not done:
        act = replace(act, stance=Stance(told.stance))
    return act


def _fits(told: Told, place: ActPlace) -> bool:
    """Whether the model takes the word for an act of this place: a condition's, or another."""
    return told.stance.startswith("if") == (place is ActPlace.CONDITION)


def _may_be_own(page: Page, told: Mention | None) -> bool:
    """Whether who is told as the doer may be the speaker's side: nobody, a thing ("work will
    stop"), or a body without its name ("the group"), whoever it was taken for; not a proper name,
    nor a pronoun that grammar found nobody for, nor who works for somebody or stands beside the
    speaker ("his partners"), nor weather."""
    if told is None:
        return True
    word = _token(page, told.span.start)
    counted = (c for of in word.children if of.lower_ == "of" for c in of.children)
    if word.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in counted):
        return False  # "lots of Democrats"
    if word.text == word.lower_ and word.lemma_ in _ANY_BODY and _is_bare(word):
        return True
    if word.lemma_.lower() in OTHERS_OF_OURS:
        return False
    if word.dep_ == "nsubj" and word.lemma_ in NORMS:
        return False  # "the accord would spur growth": what it brings, and nobody's act
    words = {told.span.quote.lower(), told.span.quote.lower().removesuffix("s")}
    return not (told.party or told.name) and not words & (PRONOUNS.keys() | AT_WORK | _NOBODYS)


def _are_ours(page: Page, told: Mention | None, speaker: Mention) -> bool:
    """ "They will blockade the harbour", where grammar knows no side of theirs; "villagers would
    sit down on the road", said by an association of such: not by their minister or employer."""
    if told is None or told.party or any(map(looks_on, words_for(page, speaker))):
        return False
    word = _token(page, told.span.start)
    lemma = word.lemma_.lower()
    if word.lower_ in ("it", "they"):
        # "said of the managers that they would not sign"
        others = (t for t in word.sent if t.i < word.i and t.tag_ == "NNS")
        return not told.name and all(speaker.span.start <= t.idx < speaker.span.end for t in others)
    body = {w.lower() for w in (speaker.party or speaker.name).split()}
    people = lemma in AT_WORK | PEOPLE or lemma.endswith(AGENTS)
    ours = bool(body & MEMBERED) and not any(w.startswith(("employer", "owner")) for w in body)
    return ours and word.tag_ == "NNS" and people and lemma not in OTHERS_OF_OURS


def _does_it(page: Page, told: Mention | None) -> bool:
    """ "The dam would dry out its fields": a thing that does something to others is believed to do
    so, and nobody's own act; where "work will stop", somebody stops it."""
    if told is None:
        return False
    word = _token(page, told.span.start)
    bare = word.lemma_.lower() in _ANY_BODY and _is_bare(word)
    does = word.dep_ == "nsubj" and any(c.dep_ in ("dobj", "ccomp") for c in word.head.children)
    return does and word.pos_ == "NOUN" and not (bare or told.party or told.name)


def _is_yours(verb: Any) -> bool:
    """ "You're not going to win by crying": whoever does."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ == "you"


def _is_bare(noun: Any) -> bool:
    """ "The group": nothing beside it tells which."""
    beside = [c.lower_ for c in noun.children if c.dep_ != "punct"]
    return beside == ["the"]


def _answered(page: Page, act: Act, told: Told, statement: Statement) -> bool:
    """What is put to the speaker, who accepts it or not ("turned down an appeal to stay"), and what
    is told to its own people."""
    if statement.kind is Kind.REQUEST:
        return True
    above = _token(page, told.at).ancestors
    put = act.thing or any(t.pos_ == "NOUN" and t.lemma_.lower() in ASKING for t in above)
    return put and statement.kind in (Kind.REJECT, Kind.AGREE, Kind.SUPPORT)


def _other(act: Act, statement: Statement) -> Mention | None:
    """Not the speaker: the target, if it is of another side, else somebody whom no words tell."""
    target, speaker = statement.target, statement.speaker
    if target is not None and target.party and speaker and target.party != speaker.party:
        return target
    return None if act.place is ActPlace.CONDITION else Mention(act.span)


def _place(statement: Statement, at: int) -> ActPlace:
    clause: Span | None = statement.condition.span if statement.condition else None
    inside = clause is not None and clause.start <= at < clause.end
    return ActPlace.CONDITION if inside else ActPlace.CONTENT


def _negated(told: Told, statement: Statement, place: ActPlace) -> bool:
    if place is ActPlace.CONTENT:
        return told.stance == "against"
    condition = statement.condition
    inside = condition is not None and _place(statement, told.at) is place
    unless = inside and condition is not None and condition.kind in _NOT_UNTIL
    return (told.stance == "if not") != unless


def _token(page: Page, at: int) -> Any:
    return page.doc.char_span(at, at + 1, alignment_mode="expand")[0]


def _is_past(head: Any, statement: Statement) -> bool:
    """ "He'd spoken with them", "did not send it": done, whatever the model makes of it; not "will
    have left", nor what is asked for ("demanded that it stayed")."""
    auxiliaries = [c for c in head.children if c.dep_ == "aux"]
    if any(c.lower_ in _TO_COME for c in auxiliaries):
        return False
    if _told_after(head):
        return True
    if head.tag_ == "VBN":
        return is_perfect(head)
    told = head.tag_ == "VBD" and not auxiliaries
    did = head.tag_ == "VB" and any(c.lower_ == "did" for c in auxiliaries)
    return (told or did) and statement.kind is not Kind.REQUEST


def _is_under_way(head: Any, statement: Statement) -> bool:
    """ "Warned that it was isolating the country": what another does already."""
    going = head.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP") for c in head.children
    )
    return going and statement.kind in (Kind.ASSESS, Kind.WARN, Kind.ACCUSE)


def _is_asked(page: Page, act: Act, statement: Statement) -> bool:
    """ "Free them" of "demanded that Velm free them": told by the grammar, of whom it asks."""
    target, actor = statement.target, act.actor
    if statement.kind is not Kind.REQUEST or act.thing or target is None or actor is None:
        return False
    head = _token(page, act.span.start)
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in head.children)
    cued = any(c.start <= head.head.idx < c.end for c in statement.cue)
    return that and cued and bool(actor.party) and actor.party == target.party


def _tells_which(head: Any) -> bool:
    """ "Free the soldiers detained in May": which ones; not "wants the limits published"."""
    noun = head.head
    done = head.tag_ == "VBN" and head.dep_ == "acl" and noun.pos_ in ("NOUN", "PROPN")
    asked = noun.head.lemma_ in ("want", "need", "like", "see", "have", "get")
    return done and not asked and noun.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass")


def _told_after(head: Any) -> bool:
    """ "Release them" of "after Velm refused to release them": what went before."""
    clause = next((a for a in (head, *head.ancestors) if a.dep_ == "advcl"), None)
    marks = () if clause is None else (c.lower_ for c in clause.children if c.dep_ == "mark")
    return clause is not None and clause.tag_ == "VBD" and bool(_SINCE & set(marks))


def _subject(head: Any, statement: Statement) -> Any:
    """Of a verb its own, or that of the verb that it goes on with or hangs on; not who asks for it
    ("called on X to support it")."""
    verb = head
    for _ in range(4):
        told = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if told is not None:
            return None if _asks(told, statement) else told
        if verb.dep_ not in ("conj", "xcomp", "acomp", "acl", "relcl", "advcl", "ccomp"):
            return None
        above = verb.head
        given = _given(verb, above)
        if given is not None:
            return given
        verb = above
    return None


def _given(verb: Any, above: Any) -> Any:
    """Who stands before an infinitive: "urged X to act", "called on X to act"."""
    if verb.dep_ not in ("xcomp", "advcl") or not any(c.tag_ == "TO" for c in verb.children):
        return None
    if verb.dep_ == "advcl" and above.lemma_.lower() not in ASKING:
        return None  # "hired men to guard it"
    preps = [
        c for c in above.children if c.dep_ == "prep" and c.lower_ in ("on", "to", "upon", "with")
    ]
    told = [c for c in above.children if c.dep_ in ("dobj", "dative")]
    told += [o for c in preps for o in c.children if o.dep_ == "pobj"]
    return next((t for t in told if above.i < t.i < verb.i), None)


def _asks(subject: Any, statement: Statement) -> bool:
    speaker = statement.speaker
    asked = statement.kind is Kind.REQUEST and statement.target is not None
    said = speaker is not None and speaker.span.start <= subject.idx < speaker.span.end
    return asked and said
