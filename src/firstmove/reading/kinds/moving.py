"""What a verb or noun does to the other side (``Move``), and where it only looks like it."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.kinds.somebody import is_somebody
from firstmove.reading.kinds.told import Judgement
from firstmove.reading.lexicon.listed import words
from firstmove.reading.lexicon.stances import NOT_ASKED
from firstmove.reading.lexicon.vocabulary import CLOSING, MOVES, Move
from firstmove.reading.parsing.clauses import is_animate
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    is_negated,
    is_passive,
    lemma_keys,
    object_of,
    subject,
)
from firstmove.reading.parsing.verb_acts import act_of, is_future, is_obliged
from firstmove.statement import Kind

# To go to law, told ahead, is a threat; done, an accusation (PLOVER 3.9, 3.11).
SUING = {"sue", "prosecute", "indict"}
# To dismiss these is to reject what they say.
CONTRADICTING = words("critic opponent rival sceptic skeptic doubter detractor reporter")
# With an infinitive, each asks for an act.
TELLING_TO = words("tell challenge dare defy bid nudge")
_OFFICES = words(
    "term seat office nomination re-election reelection election presidency candidacy mandate"
)
# What befalls its subject.
UNWILLED = {"lose", "run", "suffer", "face", "struggle", "have", "need", "fall", "miss", "see"}


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


def asks_a_court(verb: Token) -> bool:
    """ "Will ask a judge for an injunction", "ask the High Court to quash it"."""
    if verb.lemma_.lower() not in ("ask", "petition", "apply", "turn", "go", "take"):
        return False
    whom = children(verb, "dobj", "dative")
    whom += [p for prep in children(verb, "prep") if prep.lower_ == "to"
             for p in children(prep, "pobj")]  # fmt: skip
    # "ask the High Court to quash": the court is the subject of what it is asked
    whom += [c for below in children(verb, "ccomp", "xcomp") for c in children(below, "nsubj")]
    return any(w.lemma_.lower() in ("court", "judge", "tribunal") for w in whom)


def votes_no(verb: Token) -> bool:
    """ "Will vote no", "vote for no runway"."""
    if any(c.lower_ == "no" for c in children(verb, "intj", "advmod", "dobj", "oprd", "det")):
        return True
    below = [p for c in children(verb, "prep") if c.lower_ == "for" for p in children(c, "pobj")]
    return any(c.lower_ == "no" for p in below for c in children(p, "det"))


def move_by(word: Token) -> Move | None:
    if goes_to_court(word) or toward_nobody(word) or seeks_office(word):
        return None
    if _is_call(word):
        return Move.REQUEST
    if _is_sequence(word):
        return None
    keys = keys_of(word)
    if "set up" in keys:
        return None  # "set" is to plan, as in "set to begin"
    if keys[-1] == "open" and word.pos_ == "VERB":
        keys = keys[:-1]  # "open a plant": "open to talks" is the adjective
    return next((MOVES[key] for key in keys if key in MOVES), None)


def _presses_on(verb: Token) -> bool:
    ways = (c for c in verb.children if c.lower_ in ("ahead", "forward", "on"))
    return verb.lemma_ in ("press", "push") and any(not children(w, "pobj") for w in ways)


def tells_to(top: Token) -> bool:
    """ "told the skippers to stay in port", "dared the mayor to resign": they are asked to."""
    if top.pos_ != "VERB" or top.lemma_.lower() not in TELLING_TO:
        return False
    ends = [c for c in children(top, "xcomp", "ccomp") if c.i > top.i and c.tag_ == "VB"]
    return any(a.tag_ == "TO" for c in ends for a in children(c, "aux"))


def seeks_office(verb: Token) -> bool:
    """ "Seeks a second term", "is seeking the nomination": one's own plan, asked of nobody."""
    things = {c.lemma_.lower() for c in children(verb, "dobj")}
    return verb.lemma_ == "seek" and bool(things & _OFFICES)


def _is_call(word: Token) -> bool:
    """ "calls by the mayor to close it", "its call for a pause"; no telephone call."""
    if word.pos_ != "NOUN" or word.lemma_.lower() not in ("call", "pressure"):
        return False
    asked = any(c.tag_ == "VB" for c in children(word, "acl", "relcl"))
    return asked or any(c.lower_ == "for" for c in children(word, "prep"))


def _takes_money(verb: Token) -> bool:
    """ "Charge Brevia a fee": no blame."""
    paid = words("fee toll price levy rent tariff interest duty")
    return verb.lemma_ == "charge" and any(c.lemma_.lower() in paid for c in verb.children)


def _is_sequence(noun: Token) -> bool:
    """ "The order of the steps"; not "the order of the court"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() != "order":
        return False
    of = [p for c in children(noun, "prep") if c.lower_ == "of" for p in children(c, "pobj")]
    named = ("court", "judge", "minister", "king", "queen", "mayor", "governor", "commander")
    return any(p.pos_ != "PROPN" and p.lemma_.lower() not in named for p in of)


def keys_of(word: Token) -> tuple[str, ...]:
    """The names of a predicate, that with its adjective first: "plead guilty", "run dry"."""
    said = [f"{word.lemma_.lower()} {c.lower_}" for c in children(word, "acomp", "oprd", "advmod")]
    return (*said, *lemma_keys(word))


def toward_nobody(verb: Token) -> bool:
    """ "Sought legal advice" asks no party for it; "received a letter" meets nobody; "charge a fee"
    blames nobody; "pressed on with the strike" asks nobody for anything."""
    if _takes_money(verb) or _presses_on(verb):
        return True
    thing = object_of(verb)
    if verb.lemma_ == "seek":
        return bool(lemmas(thing) & NOT_ASKED)
    if verb.lemma_ != "receive" or thing is None:
        return False
    return not is_animate(thing)


def lemmas(token: Token | None) -> set[str]:
    return set() if token is None else {token.lemma_.lower()}


def no_refusal(top: Token) -> Judgement | None:
    """ "Called off the strike" gives way, "dismissed forty welders" ends their work."""
    whom = object_of(top)
    if whom is None:
        return None
    at_work = whom.pos_ == "NOUN" and is_animate(whom) and whom.lemma_.lower() not in CONTRADICTING
    if top.lemma_ == "dismiss" and at_work:
        return Judgement(Kind.SANCTION, "dismisses from work")
    done = act_of(top)
    return Judgement(done, "taken back") if done in (Kind.CONCEDE, Kind.RETREAT) else None


def closes(top: Token, heads: tuple[Token, ...]) -> bool:
    """ "Refused to rule out", "declined to deny": what is refused is itself a no."""
    below = next((h for h in (*children(top, "xcomp"), *heads) if h.pos_ == "VERB"), None)
    if below is None or is_negated(below) or children(below, "nsubj", "nsubjpass"):
        return False
    return any(key in CLOSING for key in lemma_keys(below))


def of_anothers(
    top: Token, heads: tuple[Token, ...], is_own: Callable[[Token | None], bool]
) -> bool:
    """What is regretted is told of another or of a thing, or is another's by its owner."""
    for below in (*children(top, "ccomp", "dobj"), *heads):
        if below.pos_ in ("VERB", "AUX"):
            doer = subject(below)
            return doer is not None and not is_own(doer)
        owners = children(below, "poss")
        owners += [p for of in children(below, "prep") if of.lower_ in ("of", "by")
                   for p in children(of, "pobj") if is_somebody(p)]  # fmt: skip
        return bool(owners) and not is_own(owners[0])
    return False


def for_being_there(top: Token) -> bool:
    """ "Thank you for coming": politeness."""
    below = [c for p in children(top, "prep") if p.lower_ == "for" for c in children(p, "pcomp")]
    return any(c.lemma_ in ("come", "join", "listen", "be", "ask", "wait", "have") for c in below)


def willed(head: Token) -> bool:
    """ "would call in the loan", not "would have to", "would lose", "could be forced"."""
    return (
        is_future(head)
        and head.pos_ == "VERB"
        and not is_passive(head)
        and not is_obliged(head)
        and head.lemma_.lower() not in UNWILLED
    )


def agrees_with_words(top: Token) -> bool:
    """ "agrees with her view", not "agreed with the firm to share": nothing is to be done."""
    preps = {c.lower_ for c in children(top, "prep")}
    if any(c.lower_ == "more" for c in children(top, "advmod")) and not children(top, "xcomp"):
        return True  # "couldn't agree more"
    return "with" in preps and "on" not in preps and not children(top, "xcomp", "ccomp", "dobj")


def adjective_negated(word: Token) -> bool:
    said = word.pos_ in ("ADJ", "NOUN") or word.dep_ in ("acomp", "prep")
    return bool(said and word.head.lemma_ == "be" and is_negated(word.head))


def complements_of(word: Token) -> list[Token]:
    found = children(word, "xcomp", "ccomp", "acl", "advcl")
    for prep in children(word, "prep"):
        found += children(prep, "pcomp", "pobj")
    return found
