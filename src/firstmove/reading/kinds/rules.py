"""The rules for kinds: what a cue that is a move makes of its content, what a clause says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from firstmove.reading.acts.kinds import (
    act_of,
    is_future,
    is_perfect,
    labour_strike,
    names_of,
    tense_past,
)
from firstmove.reading.attribution.cues import BODIES, PEOPLE
from firstmove.reading.conditions.bounds import goes_on
from firstmove.reading.kinds.conditional import in_return, stands_still
from firstmove.reading.kinds.modality import STATES, is_obliged, is_tentative
from firstmove.reading.kinds.vocabulary import (
    ACT_OF_THING,
    ACTS,
    ADMITTING,
    ANSWERS,
    BLAMING,
    CLOSING,
    COOPERATIVE,
    DECREEING,
    DISPLEASED,
    FAILING_AWAY,
    HARSH,
    HOSTILE,
    LABOUR,
    MILD,
    MOVES,
    NEEDS,
    NOT_ASKED,
    OBLIGING_ADJECTIVES,
    OBLIGING_PHRASES,
    OPEN_WHEN_NEGATED,
    PAPERS,
    PLEASED,
    PRAISING,
    REFUSED_THINGS,
    REFUSING,
    REFUSING_PHRASES,
    REPLIES,
    RHETORICAL,
    SUPPORTING,
    THINGS,
    WORSENING,
    WRONGS,
    Move,
)
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    complement,
    doer_of,
    is_negated,
    is_passive,
    lemma_keys,
    main_predicates,
    object_of,
    subject,
    words,
)
from firstmove.statement import ConditionKind, Kind

REFUSABLE = {"talks", "deal", "truce", "offer", "permission", "support", "aid", "relations"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind is read from: tokens of cue, content and condition, and whose act is whose.

    ``is_own(token)`` tells whether a subject names the speaker or the speaker's side; None as
    subject (an infinitive, a noun phrase) counts as the speaker's own.
    """

    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    condition: tuple[Token, ...] = ()
    condition_kind: ConditionKind | None = None
    is_own: Callable[[Token | None], bool] = lambda subject: subject is None
    direct: bool = False
    question: bool = False  # the words end in a question mark
    from_document: bool = False  # the source is an estimate, poll, report or the like
    observing: bool = False  # the speaker is an analyst, scholar or the like: no party's own act


class Judgement(NamedTuple):
    kind: Kind
    reason: str


# To go to law, told ahead, is a threat; done, an accusation (PLOVER 3.9, 3.11).
SUING = {"sue", "prosecute", "indict"}
# What befalls its subject.
UNWILLED = {"lose", "run", "suffer", "face", "struggle", "have", "need", "fall", "miss", "see"}
# Verbs whose past is their infinitive, and words by which the past is told.
ONE_FORM = set("cut put set let shut quit spread split shed cast bid hit read reset".split())
PAST = {"last", "ago", "yesterday", "earlier", "previous", "past"}
KEEPING = {"keep", "remain", "stay", "retain"}
WAITING = {
    "hold it",
    "hold on",
    "wait a",
    "hang on",
    "come on",
    "go ahead",
    "look out",
    "watch out",
}


def is_insisted(head: Token) -> bool:
    """ "that the levy be lifted", "that he resign": a bare verb with a subject, as in a demand."""
    aux = auxiliaries(head)
    doer = next(iter(children(head, "nsubj", "nsubjpass")), None)
    if doer is None:
        return False
    if head.tag_ == "VBN":
        return [a.lower_ for a in aux] == ["be"]
    alone = doer.tag_ in ("NN", "NNP") and not children(doer, "conj")  # "the mayor resign"
    return not aux and doer.i < head.i and (head.tag_ == "VB" or (head.tag_ == "VBP" and alone))


def may_be_insisted(head: Token, cue: Token) -> bool:
    """Whether "insisted that the firm cut fees" may ask for it: a verb with one form for both, or a
    present that the past cue did not shift; what was done would be told as "had cut"."""
    doer = next(iter(children(head, "nsubj")), None)
    if doer is None or auxiliaries(head) or is_negated(head) or head.lemma_ in STATES:
        return False
    timed = [t for t in head.subtree if t.ent_type_ in ("DATE", "TIME")]
    if any(t.lower_ in PAST or (t.dep_ == "pobj" and t.head.lower_ in ("on", "in")) for t in timed):
        return False
    if head.tag_ == "VBP":
        return cue.tag_ in ("VBD", "VBN")
    return head.tag_ == "VBD" and head.lower_ in ONE_FORM


def goes_to_court(verb: Token) -> bool:
    """ "appeal", "appeal the ruling", "appeal to the high court": asks no party for anything."""
    if verb.lemma_.lower() != "appeal" or verb.pos_ != "VERB":
        return False
    if children(verb, "xcomp", "ccomp"):
        return False
    for prep in children(verb, "prep", "dative"):
        courts = {"court", "tribunal", "judge"} & {t.lemma_.lower() for t in prep.subtree}
        if prep.lower_ == "for" or (prep.lower_ == "to" and not courts):
            return False
    return True


def move_by(word: Token) -> Move | None:
    if goes_to_court(word) or _toward_nobody(word):
        return None
    keys = _keys(word)
    if "set up" in keys:
        return None  # "set" is to plan, as in "set to begin"
    if keys[-1] == "open" and word.pos_ == "VERB":
        keys = keys[:-1]  # "open a plant": "open to talks" is the adjective
    return next((MOVES[key] for key in keys if key in MOVES), None)


def _keys(word: Token) -> tuple[str, ...]:
    """The names of a predicate, that with its adjective first: "plead guilty", "run dry"."""
    said = [f"{word.lemma_.lower()} {c.lower_}" for c in children(word, "acomp", "oprd", "advmod")]
    return (*said, *lemma_keys(word))


def _toward_nobody(verb: Token) -> bool:
    """ "Sought legal advice" asks no party for it; "received a letter" meets nobody."""
    thing = object_of(verb)
    if verb.lemma_ == "seek":
        return bool(_lemmas(thing) & NOT_ASKED)
    if verb.lemma_ != "receive" or thing is None:
        return False
    return not is_animate(thing)


def _lemmas(token: Token | None) -> set[str]:
    return set() if token is None else {token.lemma_.lower()}


def by_move(
    move: Move,
    top: Token,
    heads: tuple[Token, ...],
    told: Told,
    is_own: Callable[[Token | None], bool],
) -> Judgement:
    """A cue that is itself a move, and what negation, tense and its content make of it."""
    negated = is_negated(top)
    if negated and move in OPEN_WHEN_NEGATED:
        return Judgement(Kind.STATE, f"not {move}: left open")
    if move is Move.REFUSE and _closes(top, heads):
        return Judgement(Kind.STATE, "not ruled out: left open")
    if move is Move.REFUSE and not negated and (other := _no_refusal(top)) is not None:
        return other
    if move in (Move.REFUSE, Move.DENY):
        return Judgement(Kind.REJECT, move)
    if move is Move.BLAME:
        return Judgement(Kind.ACCUSE, move)
    if move is Move.REQUEST:
        return Judgement(Kind.REQUEST, move)
    if move is Move.THREATEN:
        return Judgement(Kind.THREATEN, move)
    if move is Move.JUDGE:
        for clause in (*children(top, "ccomp"), *heads):
            doer = subject(clause)
            if negated or doer is None or is_own(doer) or not is_obliged(clause):
                continue
            if not any(a.lemma_ == "have" for a in children(clause, "aux")):
                return Judgement(Kind.REQUEST, "believes that another should act")
        return Judgement(Kind.ASSESS, move)
    if move is Move.WARN:
        own = [h for h in heads if h.pos_ in ("VERB", "AUX") and subject(h) is not None]
        clauses = [clause_kind(h, told) for h in own if is_own(subject(h))]
        hostile = any(c.kind in (*HOSTILE, Kind.REJECT) for c in clauses)
        if not hostile and any(is_own(subject(h)) and _willed(h) for h in own):
            return Judgement(Kind.WARN, "warns of what it will do")
        return Judgement(
            Kind.THREATEN if hostile else Kind.WARN,
            "warns of the speaker's own act" if hostile else move,
        )
    acts = [h for h in heads if h.pos_ == "VERB"]
    done = next((a for a in map(act_of, acts) if a is not None), None)
    if move is Move.WISH:
        if negated:
            return Judgement(Kind.REJECT, "does not want")
        to_do = bool(acts) and acts[0].dep_ == "xcomp" and not children(acts[0], "nsubj")
        to_do = to_do and not children(top, "dobj")
        if to_do and done in (Kind.CONSULT, Kind.COOPERATE, Kind.RETREAT, Kind.AID):
            return Judgement(Kind.AGREE, "wants to cooperate")
        if to_do and acts[0].lemma_ in KEEPING:
            return Judgement(Kind.STATE, "wants to keep what it has")
        if to_do and top.lemma_ in ("want", "wish"):
            return Judgement(Kind.STATE, "own plan")
        return Judgement(Kind.REQUEST, move)
    if top.lemma_ == "agree" and not negated and _agrees_with_words(top):
        return Judgement(Kind.SUPPORT, "agrees with what was said")
    if move in (Move.COMMIT, Move.VOW):
        return _by_commitment(move, top, heads, done, told, is_own)
    if move is Move.MEET:
        if negated:
            return Judgement(Kind.REJECT, "will not meet")
        return Judgement(Kind.AGREE if is_future(top) else Kind.CONSULT, move)
    if top.lemma_ == "thank" and _for_being_there(top):
        return Judgement(Kind.STATE, "way of speaking")
    if top.lemma_ == "thank" and {c.lemma_.lower() for c in children(top, "dobj", "nsubj")} & {
        "god",
        "goodness",
        "heaven",
        "lord",
    }:
        return Judgement(Kind.STATE, "way of speaking")
    if move is Move.YIELD and top.lemma_ == "plead":
        return Judgement(Kind.REJECT if negated else Kind.CONCEDE, move)
    if move is Move.YIELD and top.lemma_ == "regret" and _of_anothers(top, heads, is_own):
        return Judgement(Kind.ASSESS, "regrets what is not its own")
    if negated:  # PRAISE, YIELD
        firm = not (tense_past(top) or is_perfect(top))
        return Judgement(Kind.REJECT if firm else Kind.STATE, f"not {move}")
    if move is Move.YIELD:
        return Judgement(Kind.AGREE if is_future(top) else Kind.CONCEDE, move)
    if is_future(top):
        return Judgement(Kind.AGREE if top.lemma_ in SUPPORTING else Kind.STATE, f"will {move}")
    return Judgement(Kind.SUPPORT, move)


def _no_refusal(top: Token) -> Judgement | None:
    """ "Called off the strike" gives way, "dismissed forty welders" ends their work."""
    whom = object_of(top)
    if whom is None:
        return None
    at_work = whom.pos_ == "NOUN" and is_animate(whom) and whom.lemma_.lower() not in CONTRADICTING
    if top.lemma_ == "dismiss" and at_work:
        return Judgement(Kind.SANCTION, "dismisses from work")
    done = act_of(top)
    return Judgement(done, "taken back") if done in (Kind.CONCEDE, Kind.RETREAT) else None


def _closes(top: Token, heads: tuple[Token, ...]) -> bool:
    """ "Refused to rule out", "declined to deny": what is refused is itself a no."""
    below = next((h for h in (*children(top, "xcomp"), *heads) if h.pos_ == "VERB"), None)
    if below is None or is_negated(below) or children(below, "nsubj", "nsubjpass"):
        return False
    return any(key in CLOSING for key in lemma_keys(below))


def _of_anothers(
    top: Token, heads: tuple[Token, ...], is_own: Callable[[Token | None], bool]
) -> bool:
    """What is regretted is told of another or of a thing, or is another's by its owner."""
    for below in (*children(top, "ccomp", "dobj"), *heads):
        if below.pos_ in ("VERB", "AUX"):
            doer = subject(below)
            return doer is not None and not is_own(doer)
        owners = children(below, "poss")
        owners += [p for of in children(below, "prep") if of.lower_ in ("of", "by")
                   for p in children(of, "pobj") if _is_somebody(p)]  # fmt: skip
        return bool(owners) and not is_own(owners[0])
    return False


def _for_being_there(top: Token) -> bool:
    """ "Thank you for coming": politeness."""
    below = [c for p in children(top, "prep") if p.lower_ == "for" for c in children(p, "pcomp")]
    return any(c.lemma_ in ("come", "join", "listen", "be", "ask", "wait", "have") for c in below)


def _willed(head: Token) -> bool:
    """ "would call in the loan", not "would have to", "would lose", "could be forced"."""
    return (
        is_future(head)
        and head.pos_ == "VERB"
        and not is_passive(head)
        and not is_obliged(head)
        and head.lemma_.lower() not in UNWILLED
    )


def _agrees_with_words(top: Token) -> bool:
    """ "agrees with her view", not "agreed with the firm to share": nothing is to be done."""
    preps = {c.lower_ for c in children(top, "prep")}
    if any(c.lower_ == "more" for c in children(top, "advmod")) and not children(top, "xcomp"):
        return True  # "couldn't agree more"
    return "with" in preps and "on" not in preps and not children(top, "xcomp", "ccomp", "dobj")


def _by_commitment(
    move: Move,
    top: Token,
    heads: tuple[Token, ...],
    done: Kind | None,
    told: Told,
    is_own: Callable[[Token | None], bool],
) -> Judgement:
    if is_negated(top) or _adjective_negated(top):
        # "has not agreed" tells of no refusal; "is not willing", "will not accept" do
        open_ = tense_past(top) and top.pos_ == "VERB"
        return Judgement(Kind.STATE if open_ or is_perfect(top) else Kind.REJECT, f"not {move}")
    clause = next((h for h in heads if children(h, "nsubj", "nsubjpass")), None)
    if clause is not None and not is_own(subject(clause)):
        if top.lemma_ in ("propose", "suggest", "proposal", "suggestion", "offer"):
            # "proposed that they wait": a bare verb, or a present that the past cue did not shift
            present = clause.tag_ == "VBP" and top.tag_ in ("VBD", "VBN")
            bare = (clause.tag_ == "VB" or present) and not children(clause, "aux")
            asked = bare or is_obliged(clause)
            return (
                Judgement(Kind.REQUEST, "proposes that another act")
                if asked
                else clause_kind(clause, told)
            )
        return Judgement(Kind.AGREE if move is Move.COMMIT else Kind.STATE, move)
    if clause is not None and top.lemma_ in ("suggest", "suggestion"):
        return clause_kind(clause, told)
    first = next((h for h in heads if h.pos_ in ("VERB", "AUX")), None)
    refused = first is not None and is_negated(first)
    if move is Move.VOW:
        if refused:
            return Judgement(Kind.REJECT, "vows not to")
        if done in HOSTILE or _answers(first, told) is Kind.THREATEN:
            return Judgement(Kind.THREATEN, f"{move}: {done}")
        if done in COOPERATIVE:
            return Judgement(Kind.AGREE, f"{move}: {done}")
        inner = None if first is None else move_by(first)
        if first is not None and inner not in (None, Move.SAY, Move.VOW):
            assert inner is not None
            return by_move(inner, first, (), told, is_own)
        return Judgement(Kind.STATE, move)
    if done in HOSTILE - {Kind.PROTEST, Kind.MOBILIZE} and not refused:
        return Judgement(Kind.THREATEN, f"ready for {done}")
    return Judgement(Kind.AGREE, move)


def _adjective_negated(word: Token) -> bool:
    return bool(word.pos_ in ("ADJ", "NOUN") and word.head.lemma_ == "be" and is_negated(word.head))


def clause_kind(head: Token, told: Told) -> Judgement:
    """What one clause of the content says."""
    if head.pos_ not in ("VERB", "AUX"):
        return _phrase(head, told)
    doer = doer_of(head)
    own = told.is_own(doer) and not (doer is None and is_passive(head))
    words = _clause_words(head, told)
    text = " ".join(t.lower_ for t in words)
    said = complement(head)

    felt = next(iter(children(head, "nsubjpass")), None)
    if felt is not None and told.is_own(felt) and not is_negated(head):
        for table, kind in ((DISPLEASED, Kind.ACCUSE), (PLEASED, Kind.SUPPORT)):
            if head.lemma_.lower() in table:
                return Judgement(kind, f"is {head.lower_}")
    if doer is not None and any(e.lower_ == "there" for e in children(head, "expl")):
        things = {c for name in names_of(doer) for c in THINGS.get(name, ())}
        known = things & REFUSABLE or set(names_of(doer)) & REFUSED_THINGS
        if is_negated(head) and is_future(head) and known and not told.observing:
            return Judgement(Kind.REJECT, "there will be no")
    stance = _set_phrase(head, text, said is not None)
    if stance is not None:
        return stance
    if said is not None:
        judged = _said_of(head, said, own, told)
        if judged is not None:
            return judged
    if _goes_on(head, doer):
        return _continued(head, doer, own, told)
    if told.direct and _is_imperative(head):
        return _imperative(head, told)
    if is_obliged(head):
        return _obliged(head, doer, own)
    if own:
        return _own_act(head, told)
    return _others_act(head, doer, told, words)


def _clause_words(head: Token, told: Told) -> list[Token]:
    """The clause's own words: without coordinated, adverbial and condition clauses."""
    inside = {t.i for t in told.content}
    out: set[int] = set()
    for child in children(head, "conj", "advcl", "parataxis"):
        out.update(t.i for t in child.subtree)
    return [t for t in head.subtree if t.i in inside and t.i not in out]


def _set_phrase(head: Token, text: str, copula: bool) -> Judgement | None:
    for phrase in REFUSING_PHRASES:
        if phrase not in text or (phrase == "red line" and not copula):
            continue
        outside = is_negated(head) and not phrase.startswith(("no ", "not ", "nothing "))
        return Judgement(
            Kind.STATE if outside else Kind.REJECT, f"{'not ' if outside else ''}“{phrase}”"
        )
    for phrase in OBLIGING_PHRASES:
        if phrase in text and (phrase != "court" or "ball" in text) and not is_negated(head):
            return Judgement(Kind.REQUEST, f"“{phrase}”")
    return None


def _said_of(head: Token, said: Token, own: bool, told: Told) -> Judgement | None:
    """X is Y: what the complement says of the subject."""
    word = said.lemma_.lower()
    negated = is_negated(head)
    said_so = f"not {word}" if negated else word
    if word in REFUSING:
        return Judgement(Kind.STATE if negated else Kind.REJECT, said_so)
    if word in BLAMING and not own:
        return Judgement(Kind.ASSESS if negated else Kind.ACCUSE, said_so)
    if word in PRAISING and not own:
        return Judgement(Kind.ASSESS if negated else Kind.SUPPORT, said_so)
    if word in ADMITTING and own and not negated and told.is_own(subject(head)):
        return Judgement(Kind.CONCEDE, f"is {word}")
    if word == "donor" and own and not negated:
        return Judgement(Kind.AID, "is a donor")
    if word in OBLIGING_ADJECTIVES and not negated:
        return Judgement(Kind.REQUEST, word)
    move = move_by(said)
    if move is None or move is Move.SAY:
        return None
    if not own:
        return Judgement(Kind.ASSESS, f"another is {word}")
    return (
        by_move(move, said, tuple(_complements(said)), told, told.is_own)
        if (not negated or move is Move.COMMIT)
        else Judgement(Kind.STATE, f"not {word}")
    )


def _complements(word: Token) -> list[Token]:
    found = children(word, "xcomp", "ccomp", "acl", "advcl")
    for prep in children(word, "prep"):
        found += children(prep, "pcomp", "pobj")
    return found


def _is_imperative(head: Token) -> bool:
    if head.tag_ != "VB" or children(head, "nsubj", "nsubjpass", "expl"):
        return False
    if head.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    return all(a.lower_ in ("do", "don't", "don’t") for a in children(head, "aux"))


def _imperative(head: Token, told: Told) -> Judgement:
    """ "Open the gates" asks; "look, …", "imagine …", "let's assume …" ask for nothing."""
    below = children(head, "ccomp", "xcomp")
    if head.lemma_.lower() == "let":
        whom = {c.lower_ for b in below for c in children(b, "nsubj")}
        whom |= {c.lower_ for c in children(head, "dobj", "dative", "nsubj")}
        if "me" in whom or any(b.lemma_.lower() in RHETORICAL for b in below):
            return Judgement(Kind.STATE, "way of speaking")
    beside = head.doc[head.i : head.i + 2]
    inside = {t.i for t in told.content}
    if beside.text.lower() in WAITING and not any(b.i in inside for b in below):
        return Judgement(Kind.STATE, "way of speaking")
    if head.lemma_.lower() in RHETORICAL:
        said = next((b for b in below if children(b, "nsubj", "nsubjpass")), None)
        return Judgement(Kind.STATE, "way of speaking") if said is None else clause_kind(said, told)
    return Judgement(Kind.REQUEST, "imperative")


def _goes_on(head: Token, doer: Token | None) -> bool:
    """ "The strike will go on", "the levy stays": something imposed, and told to last."""
    if doer is None or is_negated(head) or tense_past(head) or not goes_on(head):
        return False
    if object_of(head) is not None or children(head, "acomp", "xcomp"):
        return False
    things = set(THINGS.get(doer.lemma_.lower(), ()))
    return bool(things & {"attack", "protest", "restriction"})


def _continued(head: Token, doer: Token | None, own: bool, told: Told) -> Judgement:
    """The speaker's own hostile act that lasts until another gives way is a threat of more of it.

    Unbounded it declares a position. Of another's it is a prediction, unless it is present and
    unbounded: "the levy stays".
    """
    if own:
        kind = Kind.THREATEN if told.condition else Kind.STATE
        return Judgement(kind, "its own act goes on")
    stays = not is_future(head) and not is_tentative(head) and not told.condition
    plain = doer is not None and all(c.dep_ == "det" for c in doer.children)
    return Judgement(
        Kind.STATE if stays and plain and told.direct else Kind.ASSESS, "an imposed thing lasts"
    )


def _obliged(head: Token, doer: Token | None, own: bool) -> Judgement:
    if any(a.lemma_ == "have" for a in children(head, "aux")) and head.tag_ == "VBN":
        return Judgement(Kind.ASSESS, "must have been")
    if head.tag_ == "VBG" and any(a.lower_ == "must" for a in children(head, "aux")):
        return Judgement(Kind.ASSESS, "must have been")  # "they must be joking"
    if own and doer is not None:
        wanted = head.lemma_ in ("have", "get", "see", "receive", "obtain", "know")
        return Judgement(
            Kind.REQUEST if wanted else Kind.STATE, "must have" if wanted else "own duty"
        )
    return Judgement(Kind.REQUEST, "obligation put on another")


def _own_act(head: Token, told: Told) -> Judgement:
    """The speaker's own act: refused, future, done."""
    keys = lemma_keys(head)
    long_move = next((MOVES[k] for k in keys if " " in k and k in MOVES), None)
    done = act_of(head)
    plain_move = MOVES.get(keys[-1])
    inner = tuple(_complements(head))
    if labour_strike(head) or _walks_out(head):
        done = Kind.PROTEST
    specific = done is not None and plain_move is not None and act_of(head, specific=True) == done
    move = long_move or (None if specific else plain_move)
    if move is Move.REFUSE and done in (Kind.CONCEDE, Kind.RETREAT):
        move = None  # "called off the strike"
    if move is Move.COMMIT and head.lemma_ == "open" and head.pos_ == "VERB":
        move = None  # "opened a corridor": "open to talks" is the adjective
    if goes_to_court(head):
        if is_future(head) and not is_negated(head):
            return Judgement(Kind.STATE, "goes to court")
        move, done, plain_move = None, None, None
    if _toward_nobody(head):
        move, done, plain_move = None, None, None
    if move is Move.BLAME and head.lemma_ in SUING and is_future(head) and not is_negated(head):
        return Judgement(Kind.THREATEN, "will go to court")
    begun = begun_by(head)
    if begun is not None and not is_future(head):
        return Judgement(begun, "has begun")
    paper = object_of(head)
    if paper is not None and paper.lemma_.lower() in PAPERS and not is_negated(head):
        for clause in children(paper, "acl"):
            stated = move_by(clause)
            if stated not in (None, Move.SAY) and clause.tag_ == "VBG":
                assert stated is not None
                return by_move(stated, clause, tuple(_complements(clause)), told, told.is_own)
    passive = is_passive(head) and not children(head, "agent")
    if (
        is_future(head)
        and not is_negated(head)
        and _answers(head, told)
        in (
            Kind.THREATEN,
            Kind.AGREE,
        )
    ):
        return _future(head, done, told)
    if move is Move.SAY and not passive and not is_negated(head):
        return _said_by_itself(head, inner, told)
    if move is not None and move is not Move.SAY and not passive:
        return by_move(move, head, inner, told, told.is_own)
    if is_negated(head):
        return _refused(head, done)
    to_come = is_future(head) or not (tense_past(head) or is_perfect(head))
    if told.condition_kind is ConditionKind.UNLESS and to_come and done in (*HOSTILE, Kind.RETREAT):
        return Judgement(Kind.THREATEN, f"unless: {done}")
    if head.lemma_ == "vote" and (chosen := next(iter(children(head, "xcomp")), None)) is not None:
        done = Kind.PROTEST if labour_strike(chosen) else act_of(chosen)
        return _by_commitment(Move.VOW, head, (chosen,), done, told, told.is_own)
    if is_future(head):
        return _future(head, done, told)
    if is_tentative(head):
        return Judgement(Kind.STATE, "tentative")
    if passive:
        return Judgement(Kind.STATE, "passive")
    if done is not None:
        return Judgement(done, "own act")
    return Judgement(Kind.STATE, "own position")


def _walks_out(head: Token) -> bool:
    """ "The teachers walked out": who works for a living refuses no talks by it."""
    doer = subject(head)
    out = any(c.lower_ == "out" for c in head.children)
    told = [] if doer is None else list(doer.subtree)  # a capital may hide the singular
    at_work = any({t.lemma_.lower(), t.lower_.removesuffix("s")} & LABOUR for t in told)
    return bool(head.lemma_ == "walk" and out and at_work)


def _said_by_itself(head: Token, inner: tuple[Token, ...], told: Told) -> Judgement:
    """ "X has said it will …" inside the content: what X says there; "expressed its refusal"."""
    for below in (*inner, *children(head, "dobj")):
        if below.dep_ in ("ccomp", "xcomp") or below.pos_ == "NOUN":
            judged = clause_kind(below, told)
            if judged.kind not in (Kind.STATE, Kind.ASSESS):
                return judged
    done = act_of(head, specific=True)
    return Judgement(Kind.STATE, "says") if done is None else Judgement(done, "own act")


def _refused(head: Token, done: Kind | None) -> Judgement:
    if done in HOSTILE:
        # "we did not attack" denies a claim; "we will not attack" is a promise that no rule reads
        denies = tense_past(head) or is_perfect(head)
        return Judgement(Kind.REJECT if denies else Kind.STATE, "no hostile act")
    if is_future(head) or head.lemma_ in ("accept", "recognise", "recognize", "tolerate"):
        return Judgement(Kind.REJECT, "will not")
    if done in COOPERATIVE and not (tense_past(head) or is_perfect(head)):
        return Judgement(Kind.REJECT, "does not")
    return Judgement(Kind.STATE, "not done")


def _future(head: Token, done: Kind | None, told: Told) -> Judgement:
    reply = _answers(head, told)
    if reply is not None:
        return Judgement(reply, "reply")
    if in_return(head, done, told.condition, told.condition_kind, told.is_own):
        return Judgement(Kind.AGREE, "in return")
    if done in HOSTILE or done is Kind.ACCUSE:
        return Judgement(Kind.THREATEN, f"will: {done}")
    if done in COOPERATIVE:
        return Judgement(Kind.AGREE, f"will: {done}")
    if done is not None:
        return Judgement(done, f"will: {done}")
    return Judgement(Kind.STATE, "own plan")


def _answers(head: Token | None, told: Told) -> Kind | None:
    """ "Respond" takes its colour from its own words, then from the condition."""
    if head is None or head.lemma_.lower() not in REPLIES:
        return None
    for heads in ([head], list(main_predicates(told.condition))):
        lemmas = {t.lemma_.lower() for top in heads for t in _core(top)}
        if lemmas & HARSH and not lemmas & MILD:
            return Kind.THREATEN
        if lemmas & MILD and not lemmas & HARSH:
            return Kind.AGREE
    return Kind.STATE


def _core(head: Token) -> list[Token]:
    """A clause's words without the clauses inside it: "signals" but not what they are about."""
    out: set[int] = set()
    for token in head.subtree:
        if token.i != head.i and token.dep_ in ("relcl", "acl", "advcl", "conj", "parataxis"):
            out.update(t.i for t in token.subtree if t.i != head.i)
    return [t for t in head.subtree if t.i not in out]


def _others_act(head: Token, doer: Token | None, told: Told, words: list[Token]) -> Judgement:
    """What is told of another: never that other's own move, only what the speaker says of it."""
    if not told.observing and stands_still(head, told.condition_kind):
        return Judgement(Kind.REJECT, "nothing moves before")
    if not told.observing and _whoever(head):
        return Judgement(Kind.THREATEN, "whoever does it will meet with it")
    somebody = doer is not None and _is_somebody(doer)
    if not somebody and not (told.observing or told.from_document):
        decided = _decided(head, doer, told)
        if decided is not None:
            return decided
    if is_future(head) or is_tentative(head):
        if _pays(head):
            return Judgement(Kind.WARN, "another will pay for it")
        bad = {t.lemma_.lower() for t in words} & WORSENING or (
            not is_negated(head)
            and (set(_keys(head)) & FAILING_AWAY or (head.lemma_ in HARMING and doer is None))
        )
        if bad and told.condition:
            return Judgement(Kind.WARN, "bad consequence on a condition")
        if told.observing or told.from_document or doer is not None:
            return Judgement(Kind.ASSESS, "prediction about another")
        return Judgement(Kind.ASSESS, "prediction, by whom is not told")
    if head.lemma_ == "owe" and somebody and _lemmas(object_of(head)) & ANSWERS:
        return Judgement(Kind.REQUEST, "owes an answer")
    if doer is None and is_negated(head):
        return Judgement(Kind.STATE, "not done")
    if is_passive(head) and not is_negated(head) and _befalls(head, doer, told):
        return Judgement(Kind.ASSESS, "harm, by whom is not said")
    if doer is None or not (somebody or _is_of_a_party(doer)) or is_negated(head):
        if doer is not None and _may_be_its_own(doer):
            return Judgement(Kind.ASSESS, "told of what may be its own")
        return Judgement(Kind.ASSESS, "claim about the world")
    wrong = act_of(head) in (*HOSTILE, Kind.REJECT) or head.lemma_.lower() in WRONGS
    move = move_by(head)
    if wrong or move in (Move.THREATEN, Move.REFUSE):
        return Judgement(Kind.ACCUSE, "wrong done by another")
    return Judgement(Kind.ASSESS, "claim about another" if somebody else "claim about the world")


def _befalls(head: Token, doer: Token | None, told: Told) -> bool:
    """ "Two were killed", "was hit by rockets", "we were forced to": not the speaker's doing."""
    if doer is None and head.lemma_ in HARMING:
        return True
    hostile = act_of(head) in (*HOSTILE, Kind.REJECT) or head.lemma_.lower() in WRONGS
    sufferer = next(iter(children(head, "nsubjpass")), None)
    upon = sufferer is not None and told.is_own(sufferer)
    anothers = doer is not None and not (_is_somebody(doer) or _is_of_a_party(doer))
    return hostile and (upon or anothers)


def _decided(head: Token, doer: Token | None, told: Told) -> Judgement | None:
    """ "The prisoners would be freed", "announced that drills would begin": by whom is not said, so
    it may be the speaker's own decision. None where it need not be."""
    announced = any(t.lemma_.lower() in DECREEING for t in told.cue)
    if head.lemma_ in HARMING:
        return None  # what befalls somebody is no decision
    passive = is_passive(head) and doer is None
    begun = None if passive else begun_by(head)
    if is_tentative(head) and not is_future(head):
        return None
    if not is_future(head):
        return Judgement(begun, "has begun") if begun and announced else None
    if begun is not None and announced:
        return Judgement(begun, "announces a beginning")
    if not passive and not announced:
        return None
    done = act_of(head) if passive else None
    if is_negated(head) and done in HOSTILE:
        return Judgement(Kind.STATE, "no hostile act")
    if is_negated(head) and done in COOPERATIVE:
        return Judgement(Kind.REJECT, f"will not be done: {done}")
    shut = head.lemma_ in ("close", "shut") and not told.condition  # for repairs, it may be
    if is_negated(head) or done is None or shut:
        return Judgement(Kind.STATE, "will be done, by whom is not told")
    return Judgement(_future(head, done, told).kind, f"will be done: {done}")


def begun_by(head: Token) -> Kind | None:
    """What begins with a thing that begins: "the walkout had begun", "drills will start"."""
    if head.lemma_.lower() not in ("begin", "start", "resume", "commence"):
        return None
    thing = next(iter(children(head, "nsubj")), None)
    if thing is None or is_negated(head) or children(head, "dobj", "xcomp", "ccomp"):
        return None
    if thing.lemma_.lower() in ("strike", "walkout", "stoppage"):
        return Kind.PROTEST
    classes = {c for name in names_of(thing) for c in THINGS.get(name, ())}
    return next((ACT_OF_THING["start", c] for c in BEGUN if c in classes), None)


def _whoever(head: Token) -> bool:
    """ "Anyone who crosses the line will be shot": by whom needs no saying."""
    done_to = next(iter(children(head, "nsubjpass")), None)
    if done_to is None or is_negated(head) or not is_future(head) or children(head, "agent"):
        return False
    told = {done_to.lower_, *(c.lower_ for c in children(done_to, "det"))}
    anyone = told & {"anyone", "anybody", "any", "whoever", "everyone", "those"}
    doing = children(done_to, "relcl", "acl") or done_to.lower_ == "whoever"
    return bool(anyone and doing) and act_of(head) in (*HOSTILE, Kind.ACCUSE)


def _pays(head: Token) -> bool:
    """ "They will pay a heavy price", "will regret it": a threat it may be, by whom is not said."""
    thing = object_of(head)
    word = head.lemma_.lower()
    if is_negated(head) or not is_future(head):
        return False
    if word == "regret":
        return True
    paid = {"pay": ("price",), "face": ("consequence",), "bear": ("consequence",)}
    return thing is not None and thing.lemma_.lower() in paid.get(word, ())


# To dismiss these is to reject what they say.
CONTRADICTING = words("critic opponent rival sceptic skeptic doubter detractor reporter")
HARMING = words("kill wound injure hurt drown destroy damage burn lose wreck ruin trap")
# Of them a wrong is told as of the party they belong to.
OF_A_PARTY = words("official officer agent soldier guard commander deputy supporter member")
BEGUN = ("protest", "force", "truce", "talks", "joint")
SOMEBODY = words(
    "government side army force troop minister president company management union opposition "
    "regime party ministry rebel militant administration plant factory mill mine"
)


def _is_of_a_party(doer: Token) -> bool:
    """ "Officials of the ruling party", not "its officials" nor "officials"."""
    told_of = [
        p for of in children(doer, "prep") if of.lower_ == "of" for p in children(of, "pobj")
    ]
    return doer.lemma_ in OF_A_PARTY and any(_is_somebody(p) for p in told_of)


def _is_somebody(token: Token) -> bool:
    if token.pos_ == "PROPN" or token.lower_ in ("they", "he", "she", "you", "who"):
        return True
    named = token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    if named or token.lemma_ in SOMEBODY:
        return True
    # "its crews" may be the speaker's own
    return token.lemma_.lower() in BODIES and all(c.tag_ != "PRP$" for c in children(token, "poss"))


def _may_be_its_own(doer: Token) -> bool:
    """ "It", "its crews", "members": nothing tells that they are not the speaker's."""
    people = doer.lemma_.lower() in PEOPLE and doer.tag_ == "NNS"
    return doer.pos_ == "PRON" or people or any(c.tag_ == "PRP$" for c in children(doer, "poss"))


def _phrase(head: Token, told: Told) -> Judgement:
    """A noun phrase as content: "its willingness to talk", "the importance of X acting"."""
    word = head.lemma_.lower()
    owners = children(head, "poss")
    own = told.is_own(owners[0]) if owners else True
    text = " ".join(t.lower_ for t in head.subtree)
    if any(phrase in text for phrase in REFUSING_PHRASES):
        return Judgement(Kind.REJECT, "set phrase")
    if word in REFUSING:
        return Judgement(Kind.REJECT, word)
    if word in NEEDS:
        return Judgement(Kind.REQUEST, f"{word} of an act")
    if word == "strike" and any(t.lemma_.lower() in DECREEING for t in told.cue):
        day = any(t.ent_type_ in ("DATE", "TIME") for t in head.subtree)
        if day or any(t.lemma_.lower() in LABOUR for c in told.cue for t in c.sent):
            return Judgement(Kind.PROTEST, "announces a walk-out")
    decreed = ACTS.get(word) if any(t.lemma_.lower() in DECREEING for t in told.cue) else None
    if decreed is not None and own and decreed is not Kind.REQUEST:
        return Judgement(decreed, f"announces {word}")
    move = move_by(head)
    if move is not None and move is not Move.SAY:
        if not own:
            return Judgement(Kind.ASSESS, f"another's {word}")
        return by_move(move, head, tuple(_complements(head)), told, told.is_own)
    if word in BLAMING:
        return Judgement(Kind.ACCUSE, word)
    return Judgement(Kind.STATE if own else Kind.ASSESS, "names a thing")
