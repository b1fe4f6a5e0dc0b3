"""Who tells by a verb: its subject, that of the verb it hangs on, or nobody."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

NARRATING = frozenset(
    "underscore underline highlight show indicate signal demonstrate prove mean imply reflect "
    "illustrate reveal".split()
)

# A stand that is taken, so that what is said next may be the reason for it.
_STANDS = frozenset(
    "back criticise criticize defend denounce dispute fight favor favour oppose protest question "
    "reject resist support".split()
)
_ARGUING = frozenset("argue call claim complain contend insist say warn".split())
BLAMES = frozenset(
    "accusation condemnation criticism praise blame rebuke denunciation attack".split()
)

# Whom it is done to hears, and does not say, something.
ADDRESSING = frozenset(
    "ask tell urge inform warn question press invite accuse remind advise order notify brief "
    "quiz call blame criticize criticise condemn".split()
)


def only_describes(noun: Token, who: Token) -> bool:
    """ "states that don't recognise the marriages": which of them are meant, and no more."""
    owner = who.head.head if noun.tag_ in ("WDT", "WP") or noun.lower_ == "that" else None
    if owner is None or noun.lower_ != "that" or who.i != noun.i:
        return False
    determiner = [c.lower_ for c in owner.children if c.dep_ in ("det", "poss", "nummod")]
    return owner.pos_ == "NOUN" and all(d in ("a", "an", "any", "no", "every") for d in determiner)


def asked_first(verb: Token) -> bool:
    """ "Asked what she would do, the minister said …": she was asked, whatever its tag."""
    return (
        lemma(verb) in ADDRESSING
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("advcl", "ccomp")
        and verb.head.i > verb.i
        and not any(c.dep_ in ("aux", "mark", *clauses.SUBJECTS) for c in verb.children)
    )


def concludes(verb: Token) -> bool:
    """ "…, underscoring that the truce is weak": the outlet's own conclusion."""
    return verb.tag_ == "VBG" and lemma(verb) in NARRATING and _bare_participle(verb)


def _bare_participle(verb: Token) -> bool:
    plain = not any(c.dep_ in ("aux", *clauses.SUBJECTS) for c in verb.children)
    return plain and verb.dep_ in ("advcl", "acl", "conj", "xcomp", "ccomp", "dep")


def governing_cue(verb: Token) -> Token | None:
    """For "…, adding that" and "…, calling it": the cue verb over the clause it hangs on.

    "The colonel denied that soldiers had fired, calling the claim an invention": the colonel
    calls it so, not the soldiers.
    """
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > verb.sent.start else None
    comma = before is not None and before.text in (",", "”", '"', "—", "–")
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "conj", "xcomp") or not comma:
        return None
    if lemma(verb) not in cues.CARRYING_ON or clauses.own_subject(verb) is not None:
        return None
    found: Token | None = None
    for above in clauses.ancestors(verb):
        known = above.pos_ == "VERB" and lemma(above) in cues.VERBS and above.i < verb.i
        if known and (clauses.own_subject(above) is not None or above.dep_ == "relcl"):
            found = above
    return found


def teller_of(verb: Token, named: Token) -> Token | None:
    """Who says what a participle carries on, where the one named is not in the place for it.

    "a report claiming that …" is the report's, "hit at Roe and Poe, writing that …" is neither's,
    "the remarks came as Roe left, saying that …" is Roe's. None where nobody fits.
    """
    above = verb.head
    if verb.tag_ != "VBG" or lemma(verb) not in cues.CARRYING_ON or clauses.is_helped(verb):
        return named
    if clauses.own_subject(verb) is not None:
        return named
    if verb.dep_ == "acl" and above.i == verb.i - 1:
        # a body or person right before it ("the union saying") the parse may take for an object
        return above if clauses.is_document(above) else named
    if verb.dep_ != "advcl" or above.i > verb.i or above.pos_ != "VERB" or is_either(verb):
        return named
    nearer = nearer_doer(verb)
    if nearer is not None and named.i < nearer.i:
        return nearer
    subject = clauses.subject_of(above)
    if subject is None or clauses.is_passive(above):
        return named
    behind = above.i < named.i < verb.i and above.is_ancestor(named)
    if not behind or subject.i == named.i or subject.is_ancestor(named):
        return named
    inside = any(a.dep_ in ("advcl", "ccomp", "relcl", "conj") for a in _up_to(named, above))
    if inside:
        return named
    return subject if clauses.is_animate(subject) else None


def nearer_doer(verb: Token) -> Token | None:
    """ "Roe" in "the remarks came as Roe left the talks, saying that …"; None where the subject of
    the main clause can itself say something."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or lemma(verb) not in cues.CARRYING_ON:
        return None
    subject = clauses.own_subject(above)
    if clauses.own_subject(verb) is not None or subject is None:
        return None
    if clauses.is_animate(subject):
        return None
    for clause in reversed(list(above.children)):
        doer = clauses.own_subject(clause) if clause.dep_ == "advcl" else None
        if above.i < clause.i < verb.i and doer is not None and clauses.is_animate(doer):
            return doer
    return None


def is_either(verb: Token) -> bool:
    """ "Roe met farmers who oppose the dam, saying it …": Roe or they, who have just taken a stand;
    the parse does not tell."""
    above, before = verb.head, verb.nbor(-1) if verb.i else verb
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or lemma(verb) not in _ARGUING:
        return False
    clause = next(
        (t for t in reversed(verb.sent[: verb.i - verb.sent.start]) if t.dep_ == "relcl"), None
    )
    if clause is None or lemma(above) in cues.VERBS or before.text != ",":
        return False
    ends = clause.right_edge.i == before.i - 1 and above.is_ancestor(clause)
    return ends and lemma(clause) in _STANDS and clauses.is_animate(clause.head)


def in_blame(verb: Token) -> bool:
    """ "criticized Roe for inviting them": what Roe did, not what the critic does."""
    lead = verb.head
    if verb.dep_ != "pcomp" or lead.dep_ != "prep" or lead.lower_ not in ("for", "of", "over"):
        return False
    blame = lead.head
    if blame.pos_ == "NOUN":
        return lemma(blame) in BLAMES
    frames = cues.VERBS.get(lemma(blame), ())
    return "s" in frames and any(c.dep_ == "dobj" and c.i < lead.i for c in blame.children)


def is_still_to_come(verb: Token) -> bool:
    """ "will study it before deciding": the gerund of a plan, and nothing said by it."""
    lead = verb.head
    if verb.dep_ != "pcomp" or lead.dep_ != "prep" or lead.lower_ not in ("before", "after"):
        return False
    main = lead.head
    return main.pos_ in ("VERB", "AUX") and (
        clauses.is_unreal(main) or clauses.modal_of(main) in ("will", "would", "wo")
    )


def is_joined_before(verb: Token, noun: Token) -> bool:
    """ "As Roe spoke and | vowed to stay, Poe left": not who is named behind the joined verb."""
    joined = verb.i > 0 and verb.nbor(-1).pos_ == "CCONJ" and clauses.own_subject(verb) is None
    return joined and noun.i > verb.i and verb.tag_ in ("VBD", "VBZ")


def is_turned(verb: Token, noun: Token) -> bool:
    """ "Her remarks, said Ann Roe, the mayor, are true": behind a comma the one named next says it,
    although the parse makes that one the subject of what is said."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or verb.i == 0 or verb.nbor(-1).text != "," or noun.i > verb.i:
        return False
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    named = clauses.own_subject(clause) if clause is not None else None
    if named is None or named.pos_ != "PROPN" or named.i + 1 >= len(doc):
        return False
    run = doc[verb.i + 1 : named.i]
    return all(t.head.i == named.i for t in run) and named.nbor(1).text == ","


def _up_to(token: Token, above: Token) -> Iterator[Token]:
    """The verbs between a token and one that it hangs on."""
    for other in token.ancestors:
        if other.i == above.i:
            return
        if other.pos_ in ("VERB", "AUX"):
            yield other


def is_asserted(verb: Token) -> bool:
    """Infinitives count only after verbs that lend their subject ("went on to say")."""
    if not clauses.is_infinitive(verb):
        return True
    top = verb
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    head = top.head
    return (
        top.dep_ in ("xcomp", "advcl")
        and lemma(head) in cues.LENDING
        and not clauses.is_unreal(head)
        and not clauses.is_infinitive(head)
    )


def speaker_of(noun: Token, verb: Token) -> Token | None:
    """The noun that stands for the speaker; None where nobody in particular speaks."""
    if clauses.is_generic(noun) and noun.lower_ not in ("that",):
        return None
    if noun.tag_ in ("WDT", "WP") or noun.lower_ == "that":
        top = verb
        while top.dep_ in ("conj", "xcomp", "advcl", "ccomp") and top.head.i != top.i:
            top = top.head
        if top.dep_ != "relcl":
            return None
        owner = speaker_noun(top.head)
        if owner.i != top.head.i:
            return owner
        if not (clauses.is_animate(top.head) or clauses.is_document(top.head)):
            return None
        return noun
    if noun.lower_ == "it" and any(c.dep_ == "expl" for c in verb.children):
        return None
    return speaker_noun(noun)


def may_speak(noun: Token) -> bool:
    return noun.tag_ in ("WDT", "WP") or clauses.is_animate(noun)
