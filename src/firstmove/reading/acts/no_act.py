"""What is nothing to be done: thoughts, luck, possession, and words that tell no act apart."""

from __future__ import annotations

from typing import Any

from firstmove.reading.acts.anaphora import says_no, stands_for_act
from firstmove.reading.acts.carriers import BINDING, CARRIER_NOUNS
from firstmove.reading.acts.forms import WHOLE_ACTS
from firstmove.reading.acts.label import Label
from firstmove.reading.acts.of_them import is_of_them
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.parsing.turns import goes_first

# What is kept or broken.
_KEPT = frozenset(
    """accord agreement armistice border ceasefire cease-fire contract deal law mandate outcome pact
    result rule ruling term treaty truce verdict""".split()
)
LUCK = frozenset(
    "lose win suffer face fail collapse die survive benefit succeed prevail deserve".split()
)
OF_THE_MIND = frozenset(
    """follow monitor watch see know think believe understand remember hear feel thank pray wonder
    respect love admire sleep show speculate comment elaborate wait""".split()
)
# Of the mind as well, unless they tell for what: "look for a site", "let the trains pass".
NEEDS_MORE = frozenset("look find let".split())
# With these particles they do so as well: "walk out", "come back".
_WITH = (
    ("stay", "ashore away home on out put"),
    ("walk", "away out"),
    ("come", "back forward"),
    ("get", "out"),
    ("go", "ahead back"),
    ("step", "aside back down in"),
    ("stand", "aside down"),
    ("pull", "back out"),
    ("back", "down off"),
    ("sit", "down"),
    ("hold", "back off"),
    ("give", "in up"),
    ("move", "away back out"),
    ("turn", "back"),
    ("opt", "out"),
)
WHOLE_WITH = frozenset(f"{verb} {way}" for verb, ways in _WITH for way in ways.split())
VAGUE_THINGS = frozenset(
    """anything everything nothing something thing way kind sort lot part people person percent
    % comment interview statement question answer gratitude thanks condolence sympathy hope luck
    love responsibility blame liability fault guilt victory defeat success failure win""".split()
)
# Vague only with nothing beside them: "welcomed the move".
VAGUE_ALONE = frozenset(
    """access announcement case change comparison date deadline decision development fact figure
    idea issue letter matter measure message money move news outcome payment permission point
    position principle problem report response result right ruling situation spot step sum term
    today tomorrow verdict word""".split()
)
# To do this with what others wrote or said commits to nothing: "study the ruling".
_READ = frozenset("study examine consider review assess weigh analyse analyze read".split())
_WRITTEN = frozenset(
    """answer decision document finding judgment judgement letter offer opinion plan proposal report
    request response ruling suggestion text verdict""".split()
)
# With "it" these are of what was told before (reading/answers).
_ANSWERING = _READ | frozenset("accept approve discuss endorse oppose refuse reject".split())
_IT = ("it", "that", "this", "them", "these", "those")
# What is had by doing something.
HAD_BY_DOING = frozenset(
    """conversation debate dialogue dialog discussion election hearing inquiry meeting negotiation
    referendum session summit talk vote""".split()
)
ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
_OPEN = (("rule", "out"), ("weigh", "in"))
# What is let happen is no act of whoever lets it: "will not allow this to distract me".
_HAPPENING = frozenset("affect define derail distract dominate happen overshadow".split())
_ASKED = frozenset("appeal demand plea request".split())
_PUT = _ASKED | {"bid", "call", "offer", "plan", "proposal"}
_PEOPLE = frozenset("citizens history people public voters".split())
# One's own of these is no act: "showed her support for the firm".
_OWN_STANCE = frozenset("belief opinion record role solidarity stance support view".split())
# Who hears these decides or is asked to listen: "hear the appeal".
_HEARD = frozenset(
    """appeal application case challenge claim dispute evidence lawsuit petition suit testimony
    witness""".split()
)
# A verb and its object that tell of no act.
IDIOMS = frozenset(
    f"{verb} {thing}"
    for verb, things in (
        ("take", "account advice look part place risk side time"),
        ("have", "look word"),
        ("accept", "advice counsel"),
        ("follow", "advice counsel"),
        ("heed", "advice appeal call counsel plea warning"),
        ("do", "thing"),
        ("give", "thought"),
        ("make", "difference mistake sense"),
        ("put", "blame emphasis faith pressure strain trust"),
        ("play", "game part role"),
        ("pay", "attention price"),
        ("bear", "blame brunt consequence fruit responsibility"),
        ("keep", "promise"),
    )
    for thing in things.split()
)


def is_no_act(label: Label, *, sure: bool = False) -> bool:
    """ "The offer" alone, a person, a thought, "do it", "decide": nothing that tells one act from
    another. A verb without object or way is an act only if it is one of those that disputes turn on
    ("withdraw", "resign"), or ``sure`` that there is one."""
    if stands_for_act(label.head) or says_no(label.head) or goes_first(label.head):
        return False
    lemma = label.head.lemma_.lower()
    bare = all(
        t.i == label.head.i
        or (t.pos_ in ("PRON", "ADV", "PART", "AUX", "DET", "PUNCT") and t.lower_ != "nothing")
        for t in label.tokens
    )
    if label.thing:
        number = label.head.pos_ == "NUM" and label.head.ent_type_ != "MONEY"
        number = number and not is_of_them(label.head)
        vague = number or label.head.pos_ in ("PROPN", "PRON") or lemma in VAGUE_THINGS
        vague = vague or (bare and (label.head.tag_ == "VBG" or lemma in VAGUE_ALONE))
        vague = (
            vague or "n't" in label.text or (label.head.pos_ == "ADJ" and len(label.tokens) == 1)
        )
        whose = any(t.dep_ == "poss" and t.pos_ == "PRON" for t in label.tokens)
        vague = vague or (whose and lemma in _OWN_STANCE)
        if label.head.lower_ == "talks" and any(c.lower_ == "no" for c in label.head.children):
            return False  # "there would be no talks": not held
        return vague or (lemma in CARRIER_NOUNS and not _told_more(label))
    if label.tokens[-1].lower_ in ("neither", "none"):
        return True  # "would back neither": of what was told before
    words = {t.lower_ for t in label.tokens}
    if lemma == "let" and words & _PEOPLE and words & {"decide", "judge"}:
        return True  # "“Let the people decide,” she said"
    if lemma in NEEDS_MORE:
        return not _told_more(label)
    whole = lemma in WHOLE_ACTS or any(f"{lemma} {t.lower_}" in WHOLE_WITH for t in label.tokens)
    if lemma in ("act", "do") and not any(
        t.i > label.head.i and t.pos_ in ("NOUN", "PROPN") and t.lower_ != "part"
        for t in label.tokens
    ):
        return True  # "to act in part because of a flood"
    if lemma == "take" and any(t.lower_ == "granted" for t in label.head.subtree):
        return True
    if lemma in _ANSWERING and any(t.lower_ in _IT and t.tag_ != "WDT" for t in label.tokens[1:]):
        return True  # "would consider it": of what was told before
    if any(lemma == verb and t.lower_ == way for t in label.tokens for verb, way in _OPEN):
        return True  # "refused to rule out a sale" leaves it open
    below = {t.lemma_.lower() for t in label.head.children if t.dep_ in ("xcomp", "ccomp")}
    if below & (OF_THE_MIND | LUCK | _HAPPENING):
        return True  # "if it continues to feel that …"
    if label.head.dep_ == "dep" and label.head.head.pos_ == "VERB":
        return True  # "went ahead and built it", "would not hesitate to build it"
    if lemma in BINDING and any(
        c.dep_ == "neg" for t in label.head.children if t.dep_ == "xcomp" for c in t.children
    ):
        return True  # "if it pledged not to attack": what is not done is the act
    if lemma in ("talk", "speak") and any(_about_it(c) for c in label.head.children):
        return True  # "I am not going to talk about this"
    kept = any(t.dep_ == "nsubj" and t.pos_ == "NOUN" for t in label.tokens)
    if lemma == "stand" and not whole and len(label.tokens) < 4:
        return not kept  # "the fine would stand" says that it is kept
    too_little = bare and not whole and not sure
    if lemma == "respect" and any(t.lemma_.lower() in _KEPT for t in label.tokens):
        return False  # "respect the ceasefire"
    if lemma == "hear" and _heard(label):
        return False
    return lemma in OF_THE_MIND | LUCK or too_little or _said_only(label)


def _heard(label: Label) -> bool:
    things = [t for t in label.tokens if t.dep_ in ("dobj", "nsubjpass")]
    return any(t.lemma_.lower() in _HEARD | BODIES | PEOPLE and t.tag_ != "NNP" for t in things)


def _about_it(prep: Any) -> bool:
    return prep.lower_ == "about" and any(
        o.dep_ == "pobj" and (o.pos_ == "PRON" or o.lower_ in ("this", "that"))
        for o in prep.children
    )


def _told_more(label: Label) -> bool:
    """ "A pay offer of 3 percent" says what is offered, "the offer" does not."""
    return any(
        t.i != label.head.i and t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") for t in label.tokens
    )


def _said_only(label: Label) -> bool:
    """ "Take sides", "have a contract"."""
    own = [t for t in label.tokens if t.head.i == label.head.i]
    if any(t.dep_ == "nsubjpass" and t.lower_ in ("anything", "nothing") for t in own):
        return True  # "nothing will be changed"
    put = {t.lemma_.lower() for t in own if t.dep_ == "nsubjpass"} & _PUT
    put |= {t.lemma_.lower() for t in own if t.dep_ == "dobj"} & _ASKED
    if label.head.lemma_.lower() in ("refuse", "reject") and put:
        return True  # "said the request had been refused": of what was asked (reading/answers)
    things = [t for t in own if t.dep_ in ("dobj", "obj")]
    if not things:
        return False
    lemma, thing = label.head.lemma_.lower(), things[0].lemma_.lower()
    # "escort anyone who wants to work"; not "scare off everyone who builds"
    whoever = thing == "anyone" and any(c.dep_ == "relcl" for c in things[0].children)
    anybody = thing in ANYBODY and things[0].dep_ != "nsubjpass" and not whoever
    if anybody or (lemma in _READ and thing in _WRITTEN):
        return True
    if lemma == "have":
        return thing not in HAD_BY_DOING
    longer = any(t.i > things[0].i and t.pos_ in ("NOUN", "PROPN") for t in label.tokens)
    return f"{lemma} {thing}" in IDIOMS and (lemma == "put" or not longer)
