"""Small questions to a dependency parse: edges, subjects, what a verb's own words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from firstmove.reading.attribution import cues

Token = Any  # spacy.tokens.Token: spaCy ships no usable types for it
Place = tuple[int, int]  # start and end, characters of the report

_EDGE = " \t\r\n\xa0,;:–—-"
_QUOTES = "\"'“”‘’«»„`"
_LEMMAS = {"hop": "hope", "retweete": "retweet", "lambaste": "lambast"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_GENERIC = frozenset("nobody none nothing noone anyone anybody whoever".split())
_UNREAL = frozenset({"if", "unless", "whether", "lest", "until"})
_PROVISOS = frozenset({"provided", "providing", "assuming", "supposing", "condition", "case"})
_WHO_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman",
                "women", "ee", "ees", "eer", "eers", "ant", "ants", "crat", "crats")  # fmt: skip
_SPEAKING_MEDIA = frozenset("media television tv radio tabloid tabloids press".split())
_SPEAKING = frozenset("speak talk write address appear testify".split())
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


def text_of(doc: Token) -> str:
    """``doc.text``, put together once: spaCy joins all tokens anew at each call."""
    kept = doc.user_data.get("firstmove.text")
    if not isinstance(kept, str):
        kept = doc.user_data["firstmove.text"] = str(doc.text)
    return kept


def lemma(token: Token) -> str:
    word = str(token.lemma_).lower()
    return _LEMMAS.get(word, word)


def place(tokens: Iterable[Token]) -> Place:
    """From the first character of the leftmost to the last of the rightmost token."""
    members = list(tokens)
    first = min(members, key=lambda t: t.i)
    last = max(members, key=lambda t: t.i)
    return first.idx, last.idx + len(last.text)


def leaves_open(tokens: Iterable[Token]) -> bool:
    """ "whether the state would step in": told as open; not "whether or not they come, we …"."""
    words = [t.lower_ for t in tokens if not t.is_punct and not t.is_space][:3]
    return words[:1] == ["whether"] and words[1:] != ["or", "not"]


def opens_question(tokens: Iterable[Token]) -> bool:
    """ "whether …", "how many …", "when it would …": an embedded question, after a cue."""
    first = next((t for t in tokens if not t.is_punct and not t.is_space), None)
    return first is not None and (first.lower_ in ("whether", "if") or first.tag_[:1] == "W")


def whole(*tokens: Token) -> Place:
    """The tokens with all that hangs on them."""
    return (
        min(t.left_edge.idx for t in tokens),
        max(t.right_edge.idx + len(t.right_edge.text) for t in tokens),
    )


def trim(text: str, start: int, end: int, *, quotes: bool = False) -> Place | None:
    """Without blanks and punctuation at the edges; None when nothing is left."""
    edge = _EDGE + (_QUOTES if quotes else "")
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge + ".":
        if text[end - 1] == "." and _abbreviation(text, start, end):
            break
        end -= 1
    return (start, end) if start < end else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop at ``end - 1`` belongs to a word such as "U.S." or "Corp."."""
    word = text[max(start, end - 7) : end].split()[-1] if text[max(start, end - 7) : end] else ""
    return word.count(".") > 1 or word.lower() in {"inc.", "corp.", "co.", "ltd.", "jr.", "sr."}


def ancestors(token: Token) -> Iterator[Token]:
    for above in token.ancestors:
        if above.sent != token.sent:
            return
        yield above


def own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The one who does ``verb``: its own subject, or that of the verb it hangs on.

    Shared subjects of joined verbs, of participles ("…, adding that"), of infinitives after verbs
    such as "went on to", of gerunds ("concluded by stressing"), and nouns with a participle
    ("protesters demanding …"). None where the parse names nobody.
    """
    own = own_subject(verb)
    if own is not None:
        return own
    head = verb.head
    if depth > 6 or head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "parataxis", "dep") and head.pos_ in ("VERB", "AUX"):
        return _name_before(verb) or subject_of(head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "dep") and head.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":
            return None
        return subject_of(head, depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        # "The agency quoted the envoy as saying": the one who is quoted.
        quoted = as_whom(head)
        if quoted is not None:
            return quoted
        if head.head.pos_ in ("VERB", "AUX"):
            return subject_of(head.head, depth + 1)
    return None


def as_whom(lead: Token) -> Token | None:
    """Whom "as" speaks of: the object of "quoted the envoy as saying", "cited him as having said".

    None for "as" of another kind, and where it is told of the subject ("was quoted as saying").
    """
    if lead.lower_ != "as":
        return None
    if lead.head.dep_ == "dobj" and lead.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return lead.head
    return next((c for c in lead.head.children if c.dep_ == "dobj" and c.i < lead.i), None)


def _name_before(verb: Token) -> Token | None:
    """The name right before a verb that the parser joined to another verb without an "and":
    "…, as the envoy, Jan Poe, expressed …"."""
    doc, at = verb.doc, verb.i - 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    while at > verb.sent.start and (doc[at].pos_ in ("ADV", "AUX") or doc[at].text == ","):
        at -= 1
    token = doc[at]
    if token.pos_ == "NOUN" and token.dep_ == "appos" and doc[verb.i - 1].text == ",":
        return token.head  # "after the Green Union, its partner, said": not who the sentence is of
    if token.pos_ != "PROPN" or token.dep_ not in ("appos", "nsubj", "attr", "oprd", "ROOT"):
        return None
    return token


def agent_of(verb: Token) -> Token | None:
    """Who does a passive verb: "was accused by the union"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN"
    )


def is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "neither") for c in verb.children)


def modal_of(verb: Token) -> str:
    return next((c.lower_ for c in verb.children if c.tag_ == "MD"), "")


def is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


_PERHAPS = frozenset({"potentially", "possibly", "perhaps", "maybe", "conceivably"})


def is_unreal(verb: Token) -> bool:
    """Whether the telling itself is supposed, asked or doubted, not asserted.

    "if Kyiv agrees to", "whether it would agree to", "may demand"; a question.
    """
    modal = modal_of(verb)
    if modal in ("may", "might", "could", "should", "must") or (
        modal == "would" and not is_negated(verb) and lemma(verb) not in ("like", "prefer")
    ):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in _PERHAPS for c in verb.children):
        return True
    clause: Token | None = verb
    steps = 0
    while clause is not None and steps < 8:
        if any(c.dep_ == "mark" and c.lower_ in _UNREAL for c in clause.children):
            return True
        if clause.head.lower_ in _PROVISOS and clause.dep_ in ("ccomp", "pcomp", "advcl", "acl"):
            return True
        if any(c.lower_ in ("once", "when") and c.dep_ == "mark" for c in clause.children):
            return True  # "once Kyiv agrees to": told as still to come
        if clause.dep_ in ("conj", "xcomp") and clause.head.i != clause.i:
            clause = clause.head
        else:
            clause = None
        steps += 1
    return False


def is_speaking(verb: Token) -> bool:
    """ "Speaking to reporters", "addressing parliament": tells how what follows was said."""
    return verb.tag_ == "VBG" and lemma(verb) in _SPEAKING


def speaking_with(verb: Token) -> list[Token]:
    """The participles of a saying that tell how it was said: "speaking to reporters, she said"."""
    holders = [verb]
    subject = own_subject(verb)
    if subject is not None:
        holders.append(subject)
    return [c for h in holders for c in h.children if c.dep_ in ("advcl", "acl") and is_speaking(c)]


def noun_place(noun: Token, text: str) -> Place:
    """The whole noun phrase, without a long relative clause and without edge punctuation."""
    start, end = whole(noun)
    for child in noun.children:
        if child.lower_ == "according" and child.i > noun.i:
            end = min(end, child.left_edge.idx)  # "Velland, according to a letter, plans"
        relative = child.dep_ in ("relcl", "acl", "advcl", "parataxis", "ccomp")
        if relative and child.i > noun.i and end - child.left_edge.idx > 0:
            length = child.right_edge.i - child.left_edge.i + 1
            first = child.left_edge
            apart = (is_speaking(child) or first.lower_ == "when") and first.nbor(-1).text == ","
            if length > 12 or apart or child.dep_ in ("advcl", "parataxis", "ccomp"):
                end = min(end, child.left_edge.idx)
    if end == noun.idx + len(noun.text):
        for token in noun.doc[noun.i + 1 : noun.sent.end]:
            # "the newspaper Oskar Tidende": the parser may take both for subjects
            if token.pos_ != "PROPN" or token.dep_ not in ("compound", noun.dep_):
                break
            if token.dep_ == noun.dep_ and token.head.i == noun.head.i:
                end = token.idx + len(token.text)
    case = next((c for c in noun.children if c.dep_ == "case" and c.i == noun.i + 1), None)
    if case is not None and end == case.idx + len(case.text):
        end = case.idx
    if end - start > 240:
        start, end = whole(noun)[0], noun.idx + len(noun.text)
        start = max(start, noun.sent.start_char)
    return trim(text, start, end, quotes=True) or (noun.idx, noun.idx + len(noun.text))


def cue_place(verb: Token, *extra: Token) -> Place:
    """The verb with its helping verbs and particle, where they stand together with it."""
    first = verb.i
    allowed = {
        c.i
        for c in verb.children
        if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.n_lefts == 0
    }
    while first - 1 in allowed:
        first -= 1
    while verb.doc[first].dep_ == "advmod" and first < verb.i:
        follows = verb.doc[first + 1]
        if follows.i == verb.i:
            break  # "also said" is one cue
        first += 1
    last = max([verb.i, *(e.i for e in extra)])
    for child in verb.children:
        particle = child.dep_ == "prt" or child.lower_ == "back"
        if particle and last < child.i <= last + 1:
            last = child.i
    return place((verb.doc[first], verb.doc[last]))


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
    return any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in noun.children)
