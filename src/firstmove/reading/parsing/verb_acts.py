"""Which PLOVER act a predicate is, by the tables of ``vocabulary``, and its tense."""

from __future__ import annotations

from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.vocabulary import (
    ACT_OF_THING,
    ACTS,
    AMOUNTS,
    BEGINNING,
    CARRIERS,
    COOPERATIVE,
    DECREEING,
    HOSTILE,
    LABOUR,
    LIGHT_VERBS,
    PEACEKEEPING,
    STOPPING,
    THINGS,
    WITHHELD,
)
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    is_negated,
    lemma_keys,
    object_of,
    subject,
)
from firstmove.statement import Kind

COMING = words("come return go get sit be stay remain")
SENDING = words("participate arrive deploy serve send contribute dispatch join")
# What is given or paid without anybody being helped by it.
NO_AID = words(
    "speech talk lecture interview tax attention visit look tribute heed homage testimony price "
    "rent toll bill ransom answer reason example detail statement impression credit notice"
)
WILL = words("will shall 'll ’ll would wo")
OBLIGING = words("must should ought shalt")


def _to_the_table(head: Token) -> bool:
    """ "come (back) to the table", "sit at the table": to negotiate."""
    leads = [p for c in (head, *children(head, "advmod", "prt")) for p in children(c, "prep")]
    return any(
        lead.lower_ in ("to", "at", "around", "round")
        and any(t.lemma_.lower() == "table" for t in children(lead, "pobj"))
        for lead in leads
    )


_MOTIONS = frozenset("motion resolution vote".split())
_MOVING = frozenset("bring call demand file introduce move propose seek submit table".split())


def act_of(head: Token, *, specific: bool = False, depth: int = 0) -> Kind | None:
    """The act a verb tells, None where the tables know none.

    Looked up in this order: verb with its object or preposition, class of a light verb by class
    of its object, what a verb of beginning or stopping governs, the verb alone (left out with
    ``specific``).
    """
    if depth > 4:
        return None
    done_to = [f"{head.lemma_.lower()} {t.lemma_.lower()}" for t in children(head, "nsubjpass")]
    keys = (*done_to, *lemma_keys(head))
    given = object_of(head) is not None or bool(children(head, "nsubjpass"))
    if keys[-1] == "return" and given:
        return Kind.RETREAT  # "returned the boats to X": no return to a table
    if keys[-1] == "strike" and given and _off_a_list(head):
        return None  # "strike citrus from the list", "struck off the register"
    if _censures(head):
        return Kind.ACCUSE
    if keys[-1] == "call" and _phones(head):
        return Kind.CONSULT
    if keys[-1] in COMING and _to_the_table(head):
        return Kind.CONSULT
    if keys[-1] in SENDING and any(t.lemma_.lower() in PEACEKEEPING for t in head.subtree):
        return Kind.AID
    if keys[-1] in ("use", "hold") and any(c.lemma_.lower() == "shield" for c in _within(head)):
        return Kind.ASSAULT  # people, "as human shields"
    if keys[-1] == "find" and any(c.lower_ == "guilty" for c in _within(head)):
        return Kind.ACCUSE
    light = _light(head)
    if light is Kind.CONCEDE:
        return light  # "called off the strike" is no refusal
    for key in keys:
        if " " in key and key in ACTS:
            return ACTS[key]
    if light is not None:
        return light
    word = head.lemma_.lower()
    governed = children(head, "xcomp", "ccomp")
    if governed and word in BEGINNING:
        return act_of(governed[0], depth=depth + 1)
    if governed and word in STOPPING:
        stopped = act_of(governed[0], depth=depth + 1)
        if stopped in HOSTILE:
            return Kind.RETREAT
        if stopped in COOPERATIVE or governed[0].lemma_.lower() in WITHHELD:
            return Kind.SANCTION
    if _jointly(head):
        return Kind.COOPERATE
    if specific:
        return None
    done = ACTS.get(keys[-1])
    thing = object_of(head)
    if (
        done is Kind.AID
        and thing is not None
        and {thing.lemma_.lower(), *_named_after(thing)} & NO_AID
    ):
        return None
    return done


def _censures(head: Token) -> bool:
    """ "Table a motion of no confidence", "call a confidence vote", "bring a censure motion"."""
    thing = object_of(head)
    if head.lemma_.lower() not in _MOVING or thing is None or thing.lemma_.lower() not in _MOTIONS:
        return False
    return any(t.lemma_.lower() in ("censure", "confidence", "impeachment") for t in thing.subtree)


def _named_after(thing: Token) -> set[str]:
    return {c.lemma_.lower() for c in children(thing, "compound")}


def _within(head: Token) -> list[Token]:
    below = list(head.children)
    return below + [c for b in below for c in b.children]


def _off_a_list(head: Token) -> bool:
    lists = ("list", "register", "roll", "record", "agenda", "bill", "text", "contract")
    ways = [c for c in children(head, "prep", "prt") if c.lower_ in ("from", "off")]
    return any(p.lemma_.lower() in lists for w in ways for p in children(w, "pobj"))


def _phones(head: Token) -> bool:
    """ "called the president on Friday": no name is given to anybody."""
    whom = object_of(head)
    if whom is None or whom.dep_ != "dobj" or whom.ent_type_ not in ("PERSON", "GPE", "NORP"):
        return False
    return not children(head, "oprd", "ccomp", "prt", "attr", "acomp")


def _jointly(head: Token) -> bool:
    """ "repair the locks jointly", "train together with X"."""
    if ACTS.get(head.lemma_.lower()) in HOSTILE or head.lemma_ in ("come", "get", "sit", "live"):
        return False
    return any(c.lower_ in ("jointly", "together") for c in children(head, "advmod"))


def _light(head: Token) -> Kind | None:
    word = head.lemma_.lower()
    particles = [c.lower_ for c in children(head, "prt")]
    verbs = [f"{word} {p}" for p in particles] + [word]
    thing_done = object_of(head)
    things = [] if thing_done is None else [thing_done]
    for prep in children(head, "prep"):
        if f"{word} {prep.lower_}" in LIGHT_VERBS:
            verbs.insert(0, f"{word} {prep.lower_}")
            things = children(prep, "pobj") + things
        for inner in children(prep, "prep"):
            if f"{word} {prep.lower_} {inner.lower_}" in LIGHT_VERBS:
                verbs.insert(0, f"{word} {prep.lower_} {inner.lower_}")
                things = children(inner, "pobj") + things
    passive = children(head, "nsubjpass")
    if passive:
        things = passive
    for thing in things:
        if word in DECREEING and thing.lemma_.lower() in ACTS:
            return ACTS[thing.lemma_.lower()]  # "announced a suspension of aid"
        called_off = word == "call" and "off" in particles
        at_work = word == "go" or called_off or _at_work(subject(head))
        ends = {"end", "ease"} & {c for verb in verbs for c in LIGHT_VERBS.get(verb, ())}
        if thing.lemma_.lower() == "strike" and at_work:
            return Kind.CONCEDE if ends else Kind.PROTEST
        for name in names_of(thing):
            for verb in verbs:
                for verb_class in LIGHT_VERBS.get(verb, ()):
                    for thing_class in THINGS.get(name, ()):
                        if (verb_class, thing_class) in ACT_OF_THING:
                            return ACT_OF_THING[verb_class, thing_class]
    return None


def names_of(thing: Token) -> list[str]:
    """A noun by itself, with the noun before it, and what stands in "round of talks"."""
    word = thing.lemma_.lower()
    before = [c.lemma_.lower() for c in children(thing, "compound", "amod")]
    names = [f"{name} {word}" for name in before] + [word]
    if word in CARRIERS:
        names += before  # "a mediation effort"
    for prep in children(thing, "prep"):
        if prep.lower_ == "of" or (prep.lower_ == "in" and word in AMOUNTS):
            names += [p.lemma_.lower() for p in children(prep, "pobj")]
    return names


def labour_strike(head: Token) -> bool:
    """Whether a verb of striking is a walk-out: its subject works for a living."""
    return bool(head.lemma_.lower() == "strike") and _at_work(subject(head))


def _at_work(doer: Token | None) -> bool:
    return doer is not None and bool({t.lemma_.lower() for t in doer.subtree} & LABOUR)


def is_future(head: Token) -> bool:
    """ "will", "shall", "would" of reported speech, "going to", "due to", "about to"."""
    aux = auxiliaries(head)
    if any(a.lower_ in WILL or _is_would(a) for a in aux) and not is_perfect(head):
        return True
    governor = head.head
    if head.dep_ == "xcomp" and governor.lemma_ in ("go", "due", "about", "set", "expect"):
        return bool(governor.lemma_ != "go" or governor.tag_ == "VBG")
    if head.pos_ in ("ADJ", "NOUN") and governor.lemma_ == "be":
        return is_future(governor)
    return False


def _is_would(aux: Token) -> bool:
    """ "She'd sign", not "she'd signed"."""
    return aux.lower_ in ("'d", "’d") and aux.tag_ == "MD"


def tense_past(head: Token) -> bool:
    return bool(head.tag_ == "VBD") or any(a.tag_ == "VBD" for a in auxiliaries(head))


def is_perfect(head: Token) -> bool:
    """ "Has spoken", "he'd spoken"."""
    aux = auxiliaries(head)
    short = head.tag_ == "VBN" and any(a.lower_ in ("'d", "’d") for a in aux)
    return any(a.lemma_ == "have" for a in aux) or (
        short and not any(a.lemma_ == "be" for a in aux)
    )


def is_obliged(head: Token) -> bool:
    """must, should, ought to, had better; has to, needs to (of the governing verb)."""
    aux = auxiliaries(head)
    if any(c.lower_ == "better" and c.i < head.i for c in children(head, "advmod")):
        return any(a.lower_ in ("had", "'d", "’d") for a in aux)
    if any(a.lower_ in OBLIGING for a in aux):
        # "should the talks fail" is a condition, not a duty
        return not any(a.lower_ == "should" and _inverted(a, head) for a in aux)
    if head.lower_ == "ought":
        return not is_negated(head)  # taken for the verb itself
    if head.lemma_ in ("have", "need") and head.pos_ in ("VERB", "AUX"):
        if is_negated(head):
            return False  # "need not", "will not have to": free not to
        return any(c.tag_ in ("VB", "VBN") and with_to(c) for c in children(head, "xcomp"))
    governor = head.head
    return bool(
        head.dep_ == "xcomp"
        and governor.lemma_ in ("have", "need")
        and head.tag_ == "VB"
        and not is_negated(governor)
    )


def _inverted(aux: Token, head: Token) -> bool:
    doers = children(head, "nsubj", "nsubjpass")
    return bool(doers) and aux.i < doers[0].i and aux.i == min(t.i for t in head.subtree)


def with_to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in children(verb, "aux"))
