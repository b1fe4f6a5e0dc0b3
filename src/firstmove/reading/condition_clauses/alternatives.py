"""Conditions that no word marks: the other thing happens, or does not, where the first does.

kind      form
if        "pay the arrears and we go back"; "no contract, no work"
if        "Otherwise, it would leave", "In return it will sign", behind what is asked for
unless    "pay or we walk out"; "either they leave or the talks will end"; "the minister goes, or we
          go"; "they must pay, or else / otherwise / failing which we close the doors"; "told them
          to pay or it would leave"

Not conditions: two things of which one is so ("either he knew or he should have known"), a list of
what is missing ("no water, no bread"), a choice offered ("tea or coffee"), a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from firstmove.reading.condition_clauses.clause import Clause, ahead, asks
from firstmove.reading.condition_clauses.instants import main_from
from firstmove.reading.lexicon.markers import (
    IF,
    IN_RETURN,
    MAX_BARE_WORDS,
    MAX_WORDS,
    ONLY_IF,
    ONLY_THEN,
    OTHERWISE,
    SPEAKING,
    STATES,
    UNLESS,
    WITHHELD,
)
from firstmove.reading.lexicon.vocabulary import MOVES, Move
from firstmove.reading.parsing.or_else import or_else
from firstmove.reading.parsing.predicates import SUBJECTS, Token, auxiliaries, children
from firstmove.reading.parsing.verb_acts import is_future, is_obliged, is_perfect

_OPENING = "“\"‘'"
_ANAPHORS = ("they", "it", "he", "she")
_WISHING = frozenset("expect hope like love need prefer require".split())
_MUST = ("must", "will", "shall")
_ELSE = (("or", "else"), ("or", "otherwise"), ("otherwise",), ("failing", "which"))
_ELSE_BEGINS = frozenset(marker[0] for marker in _ELSE)


def imperatives(tokens: list[Token]) -> Iterator[Clause]:
    """ "Pay the arrears and we go back": nothing is asked for, an offer is made on a condition."""
    for head in tokens:
        if head.tag_ != "VB" or children(head, *SUBJECTS, "aux", "neg"):
            continue
        left = [c for c in head.children if c.i < head.i and not c.is_punct and c.dep_ != "preconj"]
        quoted = head.dep_ == "xcomp" and head.nbor(-1).text in _OPENING  # told: “Pay or we go”
        if not (quoted or head.dep_ in ("ROOT", "ccomp", "advcl")) or left:
            continue
        if head.lemma_ in SPEAKING:
            continue
        links = [c for c in children(head, "cc") if c.lower_ in ("and", "or")]
        mains = children(head, "conj")
        if head.dep_ == "ccomp" and links:  # joined to the verb of saying
            mains += [c for c in children(head.head, "ccomp") if c.i > links[0].i]
        for main in mains[:1]:
            if not links or main.i < links[0].i or not _follows(main, links[0].lower_ == "or"):
                continue
            words = _before(tokens, head.i, links[0])
            at = head.i - tokens[0].i
            before = tokens[at - 1] if at > 0 else None
            if len(words) > 1 and (before is None or before.text in _OPENING + ",;"):
                kind = IF if links[0].lower_ == "and" else UNLESS
                yield Clause(kind, words, 0, head, main)


def alternatives(tokens: list[Token]) -> Iterator[Clause]:
    """ "Either they leave or the talks will end": one of the two, and the second is the price."""
    if asks(tokens):
        return
    taken: set[int] = set()
    for link in tokens:
        head = link.head
        if (told := or_else(link)) is not None:
            words = _before(tokens, told.first, link)
            if words:
                kind = IF if told.not_to else UNLESS
                yield Clause(kind, words, 0, told.deed, told.then)
            continue
        if link.lower_ != "or" or link.dep_ != "cc":
            continue
        if head.i > link.i:
            parted = _parted_by_tag(tokens, head)
            if parted is not None:
                taken.add(parted.words[0].i)
                yield parted
        if head.i >= link.i:
            continue
        doers = children(head, "nsubj", "nsubjpass", "expl")
        main = next((c for c in children(head, "conj") if c.i > link.i), None)
        if main is None or not doers or not _follows(main, True):
            continue
        either = [c for c in children(head, "preconj") if c.lower_ == "either"]
        if not either and not _has_to_be(head, doers[0], main):
            continue
        first = either[0].i if either else doers[0].left_edge.i
        words = _before(tokens, first, link)
        if len(words) > 1:
            taken.add(first)
            yield Clause(UNLESS, words, len(either), head, main)
    for at, token in enumerate(tokens):
        if token.lower_ == "either" and token.i not in taken:
            clause = _either_by_words(tokens, at)
            if clause is not None:
                yield clause


def otherwise(tokens: list[Token]) -> Iterator[Clause]:
    """ "They must pay, otherwise we will walk out": what is owed, and what follows without it."""
    if asks(tokens):
        return
    for at, token in enumerate(tokens):
        if token.lower_ not in _ELSE_BEGINS:
            continue
        size = next((len(w) for w in _ELSE if _reads(tokens, at, w)), 0)
        if not size or at < 3 or not tokens[at - 1].is_punct:
            continue
        main = main_from(tokens, at + size)
        will = next((t for t in tokens[at + size : at + size + 10] if t.tag_ == "MD"), None)
        if will is not None and (main is None or not is_future(main)):
            main = will.head
        if main is None or not _is_to_come(main) or main.lemma_.lower() in SPEAKING:
            continue
        owed = next((t for t in reversed(tokens[:at]) if is_obliged(t)), None)
        if owed is not None and is_perfect(owed):
            continue  # "the pump must have failed, otherwise …": a guess
        doers = [] if owed is None else children(owed, *SUBJECTS) or children(owed.head, *SUBJECTS)
        if owed is None or not doers or doers[0].lower_ in ("i", "we", "there", "it"):
            continue
        words = _before(tokens, doers[0].left_edge.i, token)
        if len(words) > 2 and not any(t.text in '.!?;”"' for t in words):
            yield Clause(UNLESS, words, 0, owed, main)


def otherwise_first(tokens: list[Token]) -> Iterator[Clause]:
    """ "Otherwise, it would close the road", "and if not, it would": if what was asked for before
    is not done; "only then would it open the road": if it is."""
    if asks(tokens):
        return
    for at, before in enumerate((None, *tokens[:-1])):
        if before is not None and (before.dep_ != "cc" or tokens[at].lower_ != "if"):
            continue
        only = _reads(tokens, at, ONLY_THEN)
        size = next((len(w) for w in (*OTHERWISE, ONLY_THEN) if _reads(tokens, at, w)), 0)
        rest = tokens[at + size :]
        end = next((t.i for t in rest if t.text in ";:"), tokens[-1].i + 1)
        would = (t for t in rest if t.tag_ == "MD" and t.i < end and is_future(t.head))
        helper = next(would, None) if size else None
        if helper is not None and not is_perfect(helper.head):
            kind, words = ONLY_IF if only else IF, tuple(tokens[at : at + size])
            yield Clause(kind, words, size, tokens[at], helper.head, parsed=False)


def in_return(tokens: list[Token]) -> Iterator[Clause]:
    """ "In return, it would lift the ban": if what was asked for before is done."""
    if asks(tokens):
        return
    for link, noun in pairwise(tokens):
        if (link.lower_, noun.lower_) not in IN_RETURN or noun.head.i != link.i:
            continue
        main = link.head
        behind = tokens[noun.i - tokens[0].i + 1 :][:1]
        above = main.head if main.dep_ in ("ccomp", "xcomp") else main
        moves = {MOVES.get(t.lemma_.lower()) for t in (main, above)}
        if main.pos_ != "VERB" or list(noun.children):
            continue
        if moves & {Move.REQUEST, Move.WISH}:
            yield from _wanted_in_return(tokens, above)
            continue
        if {main.lemma_.lower(), above.lemma_.lower()} & _WISHING:
            continue  # "would like it to pay in return"
        given = ahead(main) or MOVES.get(main.lemma_.lower()) is Move.COMMIT
        if given and not any(t.lower_ == "for" for t in behind):
            yield Clause(IF, (link, noun), 2, noun, main, parsed=False)


def _wanted_in_return(tokens: list[Token], main: Token) -> Iterator[Clause]:
    """ "Offered to lift it and in return demanded that they leave": lifted if they do."""
    offer = main.head
    price = [c for c in children(main, "ccomp") if children(c, *SUBJECTS)]
    offered = MOVES.get(offer.lemma_.lower()) is Move.COMMIT and offer.i < main.i
    if main.dep_ in ("conj", "advcl") and offered and price and price[-1].i > main.i:
        inside = {t.i for t in price[-1].subtree if t.i > main.i}
        words = tuple(t for t in tokens if t.i in inside)
        while words and words[-1].is_punct:
            words = words[:-1]
        if 1 < len(words) <= MAX_WORDS:
            yield Clause(IF, words, 0, price[-1], offer)


def _is_to_come(main: Token) -> bool:
    return is_future(main) or (main.tag_ == "VBG" and bool(children(main, "aux")))


def _reads(tokens: list[Token], at: int, marker: tuple[str, ...]) -> bool:
    return tuple(t.lower_ for t in tokens[at : at + len(marker)]) == marker


def _parted_by_tag(tokens: list[Token], main: Token) -> Clause | None:
    """ "Either they sign," she said, "or we walk": both hang on the verb of saying."""
    for head in children(main.head, "ccomp"):
        either = [c for c in children(head, "preconj") if c.lower_ == "either"]
        if head.i < main.i and either and _follows(main, True):
            words = [t for t in tokens if either[0].i <= t.i <= head.right_edge.i]
            while words and words[-1].is_punct:
                words.pop()
            return Clause(UNLESS, tuple(words), 1, head, main) if len(words) > 2 else None
    return None


def _either_by_words(tokens: list[Token], at: int) -> Clause | None:
    """ "Either X verbs … or Y will verb", where the parser has run the two together."""
    before = tokens[at - 1] if at else None
    front = before is None or before.text in _OPENING + "," or before.lower_ == "that"
    if not front and before is not None and before.pos_ != "VERB":
        return None
    links = [t for t in tokens[at : at + MAX_BARE_WORDS] if t.lower_ == "or"]
    if not links:
        return None
    words = _before(tokens, tokens[at].i, links[0])
    rest = [t for t in tokens if t.i > links[0].i][:8]
    will = next((t for t in rest if t.tag_ in _FINITE or t.is_punct), None)
    if (
        will is None
        or will is rest[0]
        or will.lower_ not in ("will", "would", "shall", "’ll", "'ll")
    ):
        return None
    told = any(t.tag_ in _FINITE for t in words)
    if not told or any(t.is_punct and t.text not in "-'’" for t in words):
        return None
    return Clause(UNLESS, words, 1, words[-1], will.head, parsed=False)


def nothing_for_nothing(tokens: list[Token]) -> Iterator[Clause]:
    """ "No contract, no work", "without a map, no talks": no second thing without the first.

    After "no" only of what can be withheld: "no water, no power" may list what is missing.
    """
    for at, token in enumerate(tokens):
        without = token.lower_ == "without"
        if not (without or token.lower_ == "no") or (at and tokens[at - 1].text not in _OPENING):
            continue
        rest = tokens[at : at + 16]
        comma = next((n for n, t in enumerate(rest) if t.is_punct), 0)
        if not 1 < comma <= 6 or rest[comma].text not in ",:–—":
            continue
        second = rest[comma + 1 :]
        end = next((n for n, t in enumerate(second) if t.is_punct), len(second))
        if not 1 < end <= 6 or second[0].lower_ != "no":
            continue
        if [t.lower_ for t in second[end + 1 : end + 3]][-2:] in (["and", "no"], ["or", "no"]):
            continue
        if second[end + 1 : end + 2] and second[end + 1].lower_ == "no":
            continue
        if any(
            t.pos_ in ("VERB", "AUX") and t.tag_ in _FINITE for t in (*rest[:comma], *second[:end])
        ):
            continue
        if without or second[end - 1].lemma_.lower() in WITHHELD:
            kind = UNLESS if without else IF
            words = tuple(rest[:comma])
            yield Clause(kind, words, int(without), rest[comma - 1], second[end - 1], False)


_FINITE = ("VBZ", "VBP", "VBD", "MD")


def _follows(main: Token, threat: bool) -> bool:
    """Whether what comes after the link is an act that follows: "we go back", "it will close"."""
    doers = children(main, "nsubj", "nsubjpass", "expl")
    if not doers or main.lemma_.lower() in SPEAKING | {"see"}:
        return False
    mine = doers[0].lower_ in ("we", "i")
    if is_future(main):
        return mine or threat
    if not threat and doers[0].lower_ != "you" and main.tag_ in ("VBZ", "VBP"):
        return not auxiliaries(main) and main.lemma_.lower() not in STATES
    bare = not auxiliaries(main) or all(a.lower_ in ("do", "be", "are") for a in auxiliaries(main))
    return mine and main.tag_ in ("VBP", "VBG") and bare and main.lemma_.lower() not in STATES


def _has_to_be(head: Token, doer: Token, main: Token) -> bool:
    """Without "either": the first is an act asked of another, and not one of two views of it."""
    other = children(main, "nsubj", "nsubjpass", "expl")[0]
    if doer.lower_ in ("we", "i", "it", "there"):
        return False
    asked = doer.tag_ in ("NN", "NNP") and head.tag_ in ("VB", "VBP") and not auxiliaries(head)
    if asked and any(c.lower_ == "that" for c in children(head, "mark")):
        return True  # "that the mayor apologise, or it would leave"
    if other.lower_ in _ANAPHORS:
        return False
    if doer.lemma_.lower() == other.lemma_.lower():
        return False
    aux = auxiliaries(head)
    if any(a.tag_ == "MD" for a in aux):
        return any(a.lower_ in _MUST[:1] for a in aux)
    now = head.tag_ in ("VBZ", "VBP", "VB")
    return bool(now and not aux and head.lemma_.lower() not in STATES)


def _before(tokens: list[Token], first: int, link: Token) -> tuple[Token, ...]:
    """The words from the one with index ``first`` up to the link."""
    words = [t for t in tokens if first <= t.i < link.i]
    while words and words[-1].is_punct:
        words.pop()
    return tuple(words) if len(words) <= MAX_WORDS else ()
