"""Whose act a clause tells: whether its subject is the speaker or the side the speaker is of."""

from __future__ import annotations

from collections.abc import Callable

from firstmove.reading.attribution.cues import BODIES, PEOPLE
from firstmove.reading.attribution.media import media_role
from firstmove.reading.kinds.modality import is_obliged
from firstmove.reading.kinds.stances import OBSERVERS
from firstmove.reading.kinds.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import COPULAS, Token, tokens_in, words
from firstmove.reading.people.callings import is_role
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.own_bodies import UNION, bodies_of
from firstmove.reading.people.parties import resolve
from firstmove.reading.people.roles import VOICES
from firstmove.statement import Mention, Quotation, Statement, ViaRole

FIRST_PERSON = words("i we us our my me ours mine ourselves")


PRONOUNS = {
    "he": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "it": "it",
    "its": "it",
    "they": "they",
    "their": "they",
}
# What "his" or "their" makes the speaker's side.
SIDES = words(
    "country government nation state people party side ministry administration army force union "
    "company organisation organization delegation team office movement group troop parliament "
    "firm board member coalition navy police campaign bloc city town faction council club "
    "committee management federation alliance soldier worker mp lawmaker department agency"
)
# "The strike", said by a union, is the union's.
LABOUR_ACTIONS = words("strike walkout stoppage picket overtime blockade boycott action protest")
# "Our" does not make them of our side.
OTHERS_OF_OURS = words(
    "enemy opponent rival adversary foe critic neighbour neighbor friend partner ally counterpart "
    "colleague kid child son daughter wife husband family mother father parent customer client"
)
# Verbs whose "it" is often nobody: "it would take months", "it will rain".
IMPERSONAL = words(
    "rain snow freeze take matter depend happen turn cost sound look mean come follow help hurt "
    "make"
)
# A person's remarks of fact, not announcements.
REMARKING = words(
    "argue believe calculate conclude estimate explain feel note observe point predict reason "
    "reckon remark suspect think write"
)
LEGISLATURES = words("parliament assembly congress senate chamber legislature diet duma knesset")
PLURAL_BODIES = words(
    "union police team group council committee government party company board army navy "
    "ministry coalition alliance federation opposition management side delegation"
)


HANDS = words(
    "man woman pilot crew fighter ship plane fleet unit brigade battalion jet gunner guard"
)
# Of the bodies that can speak, those that can be asked and accused without a name.
BODIES_AT_LAW = BODIES & words(
    "administration agency airline alliance authority bank board cabinet coalition commission "
    "committee corporation council court employer enterprise firm junta league management militia "
    "operator opposition police producer regime regulator retailer senate tribunal utility"
)
# Who works for a body and is no part of it when it speaks of "its cutters".
AT_WORK = LABOUR - UNION | words(
    "baker cleaner clerk conductor cook cutter dockworker fitter guard mechanic operator packer "
    "picker railwayman steward technician weaver welder"
)
# Bodies as well, where the report has one of the name.
LOCAL_BODIES = words("county lobby mill trust")
NO_ACTORS = words("DATE TIME CARDINAL MONEY PERCENT QUANTITY ORDINAL EVENT LAW LANGUAGE PRODUCT")


def somebody(page: Page, token: Token) -> Mention | None:
    """The person, body or party that a token names; None for things, times and nobody known."""
    if token.ent_type_ in NO_ACTORS or token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        return None
    mention: Mention | None = resolve(page, token)
    if mention is None or not (mention.name or mention.party):
        return None
    if mention.party or token.pos_ in ("PROPN", "PRON"):
        return mention
    return mention if token.lemma_.lower() in PEOPLE | SIDES | BODIES_AT_LAW else None


def owner_of(page: Page, statement: Statement) -> Callable[[Token | None], bool]:
    """A test of subjects: is it the speaker's own side? No subject counts as the speaker's.

    "we" is the speaker wherever it stands. "he", "she", "it" and "they" are the speaker only in
    indirect speech and only where the number and kind of the speaker's own words fit: the enemy
    is "they" as well. A name is the speaker's where it resolves to the same name or party.
    """
    speaker = statement.speaker
    said_by = [] if speaker is None else tokens_in(page, (speaker.span,))
    quoted = [(q.start, q.end) for q in page.quotations]
    bodies: list[frozenset[str]] = []  # read when first asked for
    home: list[str] = []

    def in_quotes(token: Token) -> bool:
        return any(start <= token.idx < end for start, end in quoted)

    def own_bodies() -> frozenset[str]:
        if not bodies:
            bodies.append(frozenset() if speaker is None else bodies_of(page, speaker))
        return bodies[0]

    def party() -> str:
        if speaker is None or speaker.party:
            return "" if speaker is None else speaker.party
        if not home:
            home.append(_party_of_audience(page, statement))
        return home[0]

    def is_own(subject: Token | None) -> bool:
        if subject is None:
            return True
        word = subject.lower_
        if word in FIRST_PERSON:
            return True
        if speaker is None:
            return False
        if word in PRONOUNS:
            if statement.quotation is Quotation.DIRECT or in_quotes(subject):
                return False
            if word == "it" and _stands_for_clause(subject):
                return False
            if not may_be_meant(page, speaker, subject):
                return False
            if is_obliged(subject.head) and _others_named(page, speaker, subject, 1):
                return False  # "he must": of two men, who says it asks it of the other or of himself
            if _pronoun_fits(PRONOUNS[word], page, speaker, said_by):
                # "the union said they must …": an obligation is put on others
                return word != "they" or not is_obliged(subject.head) or _is_plural(said_by)
            if PRONOUNS[word] != "it" or _is_remark(page, statement, said_by):
                return False
            return _is_own_thing(subject, own_bodies)
        if subject.i in {t.i for t in said_by}:
            return True
        if word in ("who", "which", "that"):
            return False
        owners = [c for c in subject.children if c.dep_ == "poss"]
        if any(o.lower_ in FIRST_PERSON for o in owners):
            # "our army", "our offer"; not "our neighbours"
            return subject.lemma_.lower() not in OTHERS_OF_OURS
        if subject.lemma_.lower() in SIDES | HANDS and any(
            o.lower_ in PRONOUNS and is_own(o) for o in owners
        ):
            return True  # "her government", "his country"
        named = somebody(page, subject)
        if named is not None:
            same_party = bool(named.party) and named.party == party()
            same_name = bool(named.name) and named.name in (speaker.name, speaker.party)
            if same_party and not same_name and _fellow_member(page, named):
                return False
            if same_party or same_name:
                return True
            if named.party and not _is_bare(named.party, subject):
                return False
        if subject.tag_ == "NNS" and subject.lemma_.lower() in LABOUR and own_bodies() & UNION:
            return True  # "crews will stay ashore", said by their union
        if not _is_definite(subject):
            return False
        noun = subject.lemma_.lower()
        plural = subject.lower_ if subject.tag_ == "NNS" else noun
        return bool({noun, plural} & own_bodies()) or (
            noun in LABOUR_ACTIONS and bool(own_bodies() & UNION)
        )

    return is_own


def _fellow_member(page: Page, named: Mention) -> bool:
    """Another person who is a member of one political party with the speaker: members may stand
    against each other."""
    return is_faction(named.party) and any(p.name == named.name for p in cast_of(page).people)


def other_person(page: Page, speaker: Mention, pronoun: Token) -> Mention | None:
    """Whom "he should …" means after "X's words were wrong": the one other person just named.

    The last person named before the pronoun in its sentence and not the speaker, where the
    pronoun fits and nobody else is named there.
    """
    named = _others_named(page, speaker, pronoun, 0)
    if len(named) != 1:
        return None
    cast = cast_of(page)
    place = max(
        i for i, p in cast.by_head.items() if p is not None and p.name in named and i < pronoun.i
    )
    found = resolve(page, page.doc[place])
    span = page.report.span(pronoun.idx, pronoun.idx + len(pronoun.text))
    return None if found is None else Mention(span, found.name, found.party, found.party_span)


def _others_named(page: Page, speaker: Mention, pronoun: Token, back: int) -> set[str]:
    """Persons but the speaker that "he" or "she" fits, named before it in its sentence and in as
    many sentences ``back``."""
    gender = {"he": "m", "she": "f"}.get(pronoun.lower_)
    number = page.sentence_number(pronoun.idx)
    if gender is None or number is None:
        return set()
    begin = page.sentences[max(number - 1 - back, 0)].start
    own = {t.i for t in tokens_in(page, (speaker.span,))}
    return {
        person.name
        for i, person in cast_of(page).by_head.items()
        if person is not None
        and i < pronoun.i
        and begin <= page.doc[i].idx
        and i not in own
        and person.name != speaker.name
        and person.can_be(gender)
    }


def may_be_meant(page: Page, speaker: Mention, pronoun: Token) -> bool:
    """Whether "he" or "she" can be the speaker, by what is known of the speaker."""
    gender = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(pronoun.lower_, "")
    person = next((p for p in cast_of(page).people if speaker.name and p.name == speaker.name), None)
    return not gender or person is None or person.can_be(gender)


def _is_definite(noun: Token) -> bool:
    """ "the company", "management": nothing told that would set it apart from the speaker's."""
    if noun.pos_ != "NOUN":
        return False
    beside = [c for c in noun.children if c.dep_ not in ("punct", "case")]
    if any(c.dep_ != "det" or c.lower_ not in ("the", "this") for c in beside):
        return False
    return bool(beside) or noun.lower_ == "management" or noun.tag_ == "NNS"


def _is_bare(party: str, noun: Token) -> bool:
    """A party called by the noun itself, for want of a name: "the government"."""
    return bool(party.lower().removeprefix("the ") == noun.lower_)


def _is_own_thing(pronoun: Token, own_bodies: Callable[[], frozenset[str]]) -> bool:
    """ "it" said by a person, where no other body can be meant than the person's own."""
    head = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or head.pos_ not in ("VERB", "AUX"):
        return False
    return head.lemma_ not in COPULAS | IMPERSONAL and bool(own_bodies())


def _is_remark(page: Page, statement: Statement, said_by: list[Token]) -> bool:
    """ "as the paper's Ann Roe notes, it will cost jobs": a person's remark of fact, of which "it"
    is no body's plan; not of who speaks for a body ("its spokesman noted that it would pay")."""
    if any(t.lemma_.lower() in VOICES for t in said_by):
        return False
    cue = {t.lemma_.lower() for t in tokens_in(page, statement.cue)}
    observing = any(t.lemma_.lower() in OBSERVERS for t in said_by)
    carried = statement.speaker is not None and media_role(statement.speaker.party) is not None
    return bool(cue & REMARKING) or observing or carried


def _stands_for_clause(pronoun: Token) -> bool:
    """ "it is unclear who …", "it is time to …": nobody."""
    head = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if head.lemma_ not in COPULAS:
        return any(c.dep_ == "csubj" for c in head.children)
    below = [c for c in head.children if c.dep_ in ("acomp", "attr")]
    if any(c.lemma_ in ("time", "clear", "unclear", "likely", "possible") for c in below):
        return True
    return any(c.dep_ in ("ccomp", "csubj") and c.i > head.i for c in head.children)


def _party_of_audience(page: Page, statement: Statement) -> str:
    """The country whose parliament the speaker addresses: who reports to it is of its side."""
    for via in statement.via:
        if via.role is not ViaRole.AUDIENCE:
            continue
        for token in tokens_in(page, (via.span,)):
            if token.lemma_.lower() in LEGISLATURES:
                found = resolve(page, token)
                if found is not None and found.party and not _is_bare(found.party, token):
                    return found.party
    return ""


def _pronoun_fits(pronoun: str, page: Page, speaker: Mention, said_by: list[Token]) -> bool:
    if not said_by:
        return False
    head = _top(said_by)
    plural = _is_plural(said_by)
    if pronoun == "they":
        return plural or head.lemma_.lower() in PLURAL_BODIES
    # a party that speaks in its own name is no person, whatever the tagger takes it for
    body = bool(speaker.name) and speaker.name == speaker.party
    person = head.lower_ in ("he", "she") or (
        not body
        and (head.ent_type_ == "PERSON" or any(t.i in cast_of(page).by_head for t in said_by))
    )
    role = (is_role(head) or head.lemma_.lower() in PEOPLE) and head.lemma_.lower() not in BODIES
    if pronoun == "it":
        return not plural and not person and not role
    return not plural and not body and (person or head.lower_ not in ("it",))


def _top(said_by: list[Token]) -> Token:
    return next((t for t in said_by if t.head not in said_by), said_by[-1])


def _is_plural(said_by: list[Token]) -> bool:
    head = _top(said_by)
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "both")
    return plural or any(c.dep_ == "conj" for c in head.children)
