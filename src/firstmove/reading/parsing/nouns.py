"""Questions to a noun: whether it is someone who speaks, a document, or nobody in particular."""

from __future__ import annotations

from typing import Any

from firstmove.reading.lexicon import cues

Token = Any  # spacy.tokens.Token: spaCy ships no usable types for it

_LEMMAS = {"hop": "hope", "retweete": "retweet", "lambaste": "lambast"}
_GENERIC = frozenset("nobody none nothing noone anyone anybody whoever".split())
_WHO_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman",
                "women", "ee", "ees", "eer", "eers", "ant", "ants", "crat", "crats")  # fmt: skip
_SPEAKING_MEDIA = frozenset("media television tv radio tabloid tabloids press".split())
_THINGS = frozenset(
    "number paper power order matter letter weather water river border border offer center centre "
    "factor motor corridor error sector terror horror tenor vapor computer chapter summer winter "
    "quarter dollar order answer disaster counter corner cover danger fever finger layer marker "
    "meter monster murder odor order peer pepper poster quarter register rubber shelter shoulder "
    "silver slaughter supper temper theater theatre thunder timber tower trailer transfer trigger "
    "wonder favor labor armor behavior color flavor harbor honor humor rumor vigor document "
    "agreement amendment restaurant grant plant want warrant covenant variant constant committee "
    "guarantee degree fee decree coffee tree knee refer barrier career list twist mist wrist plan "
    "clan van pan ban van pen ten den men gas".split()
)


def lemma(token: Token) -> str:
    word = str(token.lemma_).lower()
    return _LEMMAS.get(word, word)


def is_animate(noun: Token) -> bool:
    """Whether the noun can be someone who speaks: a person, a people, a body, a country."""
    word = lemma(noun)
    if noun.tag_ == "PRP$":
        return noun.lower_ in ("his", "her", "their", "its")
    if noun.pos_ == "PRON" or noun.tag_ in ("PRP", "WP"):
        return noun.lower_ in _PERSONAL
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME")
    if word in _SHARES:
        members = [c for p in noun.children if p.lower_ == "of" for c in p.children]
        return any(m.dep_ == "pobj" and m.i != noun.i and is_animate(m) for m in members)
    if word in cues.PEOPLE or word in cues.BODIES:
        return True
    if noun.lower_ in _SPEAKING_MEDIA and noun.dep_ in ("nsubj", "agent", "pobj"):
        return True
    if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if noun.pos_ in ("ADJ", "NUM", "DET"):
        return noun.lower_ in ("some", "many", "others", "both", "most", "several", "few", "two")
    if noun.tag_ == "NN" and noun.text[0].isupper() and noun.dep_ == "nsubj" and not noun.n_lefts:
        # A bare capital at the start of a sentence, tagged as a common noun: a name.
        return not word.endswith(_ABSTRACT) and not is_document(noun) and word not in cues.NOUNS
    return word not in _THINGS and word.endswith(_WHO_ENDINGS) and len(word) > 4


_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ence", "ance", "ing", "ism", "ship", "age",
             "ry", "logy", "ure", "news", "money", "time", "work", "one")  # fmt: skip
# How many of them: "thousands of workers" speak, thousands of tons don't.
_SHARES = frozenset(
    "percent majority minority number handful dozen hundred thousand half third quarter "
    "rest part share".split()
)
_PERSONAL = frozenset("he she they who both others some many we i it".split())


def is_document(noun: Token) -> bool:
    return lemma(noun) in cues.DOCUMENTS


def is_generic(noun: Token) -> bool:
    """Nobody in particular: "nobody", "no one", "you"; or "there", "it" without a body behind."""
    word = noun.lower_
    if word in _GENERIC or noun.dep_ == "expl" or word in ("you", "there", "what", "that", "this"):
        return True
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in noun.children):
        return True
    return _few_at_most(noun)


def _few_at_most(noun: Token) -> bool:
    """ "Not everyone thinks", "few residents think"; not "a few"."""
    first = noun.left_edge
    before = first.nbor(-1).lower_ if first.i > noun.sent.start else ""
    phrase = [noun, *noun.children]
    few = next((t for t in phrase if t.lower_ == "few"), None)
    if few is not None:
        return before != "not" and first.i == few.i and first.tag_ in ("JJ", "NNS", "NN", "DT")
    every = any(t.lower_ in ("everyone", "everybody", "every", "all") for t in phrase)
    return every and "not" in (before, first.lower_)


def speaker_noun(noun: Token) -> Token:
    """Whose words they are: "Lavrov" for "Lavrov's remarks", "comments from Lavrov".

    The noun itself where it names no owner.
    """
    word = noun.lemma_.lower()
    if word not in cues.NOUNS and word not in cues.DOCUMENTS:
        return noun
    links = cues.NOUNS_PREP.get(word, ())
    if word in cues.BODIES and not any(c.lower_ in links for c in noun.children):
        return noun  # "Orland's opposition said", who oppose nothing that is told
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by"):
            for owner in child.children:
                if owner.dep_ == "pobj" and owner.pos_ in ("NOUN", "PROPN", "PRON"):
                    return owner
    return noun
