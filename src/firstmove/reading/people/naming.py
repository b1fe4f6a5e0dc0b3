"""How far a name reaches: "Dockers' Union", "Port of Halm", and what bodies are called."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.body_kinds import CAMPAIGNS, DESCRIBED, ORGANS, TRADES
from firstmove.reading.people.countries import country_of
from firstmove.reading.people.given_names import likely_gender

_INNER = frozenset(
    "al bin ibn de da di del della van von der den la le el abu ben bint dos".split()
)
_POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
_PEOPLE_OF = ("men", "women", "people", "children")
# Heads of names that go on with "of": "Port of Halm", "Council of River States".
_GOES_ON = roles.BODY_ENDINGS | {
    "museum", "library", "theatre", "theater", "college", "hospital", "school", "bank",
    "port", "city", "town", "village", "district", "county", "borough", "diocese", "order",
    "house", "bar", "archdiocese", "parish", "synod", "friends", "sons", "daughters", "isle",
    "isles", "islands", "temple", "monastery", "abbey", "nation", "band", "kingdom",
    "republic", "principality",
}  # fmt: skip
_LINKS = frozenset({"of", "for", "to", "against"})
_JOINTS = frozenset({"&", "and"})
# With "St. …'s" before them, churches and what is named after them.
_HALLOWED = frozenset({"hospital", "church", "school", "hospice", "cathedral", "club"})
FELLOWS = frozenset(
    "friends sons daughters doctors reporters mothers parents citizens physicians lawyers "
    "workers scientists neighbours neighbors residents veterans families students teachers "
    "nurses women patients pupils cyclists riders consumers voters taxpayers farmers people "
    "students voices tenants commuters passengers fishermen carers".split()
)
# Behind the name of a body, the office of somebody whose name follows.
_OFFICES = frozenset(
    "president chairman chairwoman chair director secretary spokesman spokeswoman spokesperson "
    "chief leader".split()
)
# Beyond what bodies end with, what a people's possessive stands before: "Herders' District".
_OF_PEOPLE = frozenset("group district board lobby initiative circle panel list union".split())
_OF_CRAFTS = frozenset("union federation guild association league brotherhood".split())
# In capitals at the head of a sentence the tagger may take them for part of the name behind them.
_OPENING = frozenset(
    "after although and as because before but if once since though unless when whereas "
    "while".split()
)
# What has a leader, by whose name it is told.
_LED = frozenset("alliance bloc coalition faction front league movement party union".split())
# What parties and movements have in their names: "Front for Justice and Equality".
_IDEALS = frozenset(
    "change democracy development dignity equality freedom hope independence justice labour labor "
    "land liberation liberty peace progress prosperity reconciliation reform renewal rights "
    "solidarity unity welfare work".split()
)
_MOST_BETWEEN = 3  # words between a possessive and the end of a name that has it


def name_run(token: Token) -> tuple[Token, ...]:
    """The capitalised words that end with ``token``: "Foreign Minister Ann Roe".

    A people's possessive belongs to the name of its body: "Northern Farmers' Union".
    """
    first = token.i
    doc = token.doc
    begin = token.sent.start
    while first > begin:
        before = doc[first - 1]
        owner = _owning_people(doc, first, begin, token)
        if owner is None:
            owner = _partner(doc, first, begin, token)
        if owner is not None:
            first = owner
            if first > begin and _leading_adjective(doc[first - 1]):
                first -= 1
            continue
        if before.is_sent_start and before.lower_ in TRADES | DESCRIBED:
            break
        joined = before.pos_ == "PROPN" and before.ent_type_ not in ("DATE", "TIME")
        joined = joined or is_elect(before) or _before_fellows(before, token)
        joined = joined or _behind_people(doc, first, begin, token)
        inner = before.lower_ in _INNER and first - 2 >= begin and (doc[first - 2].pos_ == "PROPN")
        hyphen = before.text == "-" and not before.whitespace_ and not doc[first - 2].whitespace_
        joint = doc[first].text == "-"
        if not (joined or inner or hyphen or _in_title(doc, first, begin)):
            break
        apart = before.dep_ in ("nsubj", "dobj", "pobj", "appos")
        if not joint and apart and before.text not in CAMPAIGNS:
            break
        if before.is_sent_start and before.lower_ in _OPENING:
            break
        first -= 1
    return tuple(doc[_behind_body(doc, first, begin) : token.i + 1])


def _behind_people(doc: Token, first: int, begin: int, last: Token) -> bool:
    """ "Democratic" in "the People's Democratic Union", where the tagger takes it for no name."""
    before = doc[first - 1]
    inside = before.pos_ == "ADJ" and before.text.istitle() and before.head.i == last.i
    return inside and _owning_people(doc, first - 1, begin, last) is not None


def _before_fellows(before: Token, fellows: Token) -> bool:
    """ "Dairy" of "Dairy Farmers of the Vale", whatever the tagger takes it for."""
    inside = before.dep_ in ("compound", "amod", "nmod") and before.text.istitle()
    return inside and fellows_end(fellows) > 0


def _behind_body(doc: Token, first: int, begin: int) -> int:
    """Where "Committee of Miners' Families" begins, of which "Miners' Families" is the end."""
    at = first - 2
    owning = first + 1 < len(doc) and doc[first + 1].text in _POSSESSIVE
    if not owning or at < begin or doc[at + 1].lower_ not in ("of", "for"):
        return first
    if doc[at].lower_ not in _GOES_ON or not doc[at].text[0].isupper():
        return first
    while at > begin and doc[at - 1].pos_ == "PROPN" and doc[at - 1].text[0].isupper():
        at -= 1
    return at


def _in_title(doc: Token, first: int, begin: int) -> bool:
    """ "Our" in "Save Our Schools": capitals between the words of one name."""
    before, after = doc[first - 1], doc[first]
    if before.text in CAMPAIGNS and after.lower_ in ("the", "our"):
        return True
    if before.lower_ in ("the", "our") and first - 2 >= begin and doc[first - 2].text in CAMPAIGNS:
        return bool(after.text[0].isupper())  # "Save the Meadow"
    if before.i == begin and after.pos_ in ("DET", "PRON") and after.text.istitle():
        return bool(before.pos_ == "VERB" or before.tag_ == "VB")  # "Stop The Towers"
    if first - 2 < begin or not before.text[0].isupper() or not before.is_alpha:
        return False
    if before.pos_ in ("DET", "PRON") and before.text.istitle() and doc[first - 2].tag_ == "VB":
        return True
    return bool(
        before.pos_ in ("PRON", "DET", "VERB", "ADP")
        and doc[first - 2].pos_ == "PROPN"
        and before.ent_type_
        and before.ent_type_ == after.ent_type_ == doc[first - 2].ent_type_
        and after.ent_iob_ == before.ent_iob_ == "I"
    )


def _owning_people(doc: Token, first: int, begin: int, last: Token) -> int | None:
    """Where "Dockers'" begins in "Dockers' Union", "St. Anne" in "St. Anne's Hospital"; None
    where it is no part of the name."""
    if first - 2 < begin or doc[first - 1].text not in _POSSESSIVE:
        return None
    owner = doc[first - 2]
    hallowed = last.lower_ in _HALLOWED | roles.BODY_ENDINGS and last.text[0].isupper()
    hallowed = hallowed and last.i - first <= _MOST_BETWEEN
    if hallowed and first - 3 >= begin and doc[first - 3].lower_ in ("st", "st.", "saint"):
        return first - 3
    ends = last.lower_ in roles.BODY_ENDINGS | _OF_PEOPLE or _of_fellows(owner, last)
    if not owner.text[0].isupper() or not ends:
        return None
    if last.i - first > _MOST_BETWEEN or not last.text[0].isupper() or owner.whitespace_:
        return None
    if owner.pos_ not in ("NOUN", "PROPN"):
        return None
    many = owner.lower_.endswith("s") and doc[first - 1].text in ("'", "’")
    if not (many or owner.lower_.endswith(_PEOPLE_OF)) or country_of(owner.text):
        return None
    return first - 2


def _of_fellows(owner: Token, last: Token) -> bool:
    """ "Miners' Lodge", "Parents' Voice": what people of a kind have, by whatever name."""
    people = owner.lower_ in FELLOWS or owner.lower_.endswith(("ers", "ists", "ants", "ors"))
    title = last.lower_ in roles.TITLES or last.ent_type_ in ("DATE", "TIME", "EVENT", "LAW")
    return people and last.pos_ in ("PROPN", "NOUN") and last.text.istitle() and not title


def _partner(doc: Token, first: int, begin: int, last: Token) -> int | None:
    """Where "Marks" begins in "Marks & Poe", "Ethics" in "Ethics and Policy Centre"; None where
    two names are joined."""
    at = first - 2
    if at < begin or doc[at + 1].text not in _JOINTS or not doc[at].text[0].isupper():
        return None
    if doc[at].pos_ != "PROPN" or not doc[first].text[0].isupper():
        return None
    if doc[at + 1].text == "&":
        return at
    one = doc[at + 1].ent_type_ == "ORG" and doc[at + 1].ent_iob_ == last.ent_iob_ == "I"
    # "Pension and Medicare Trust Fund"; two places or parties may each have their own
    one = one or (
        doc[at].head.i == last.i
        and doc[at].dep_ in ("nmod", "compound")
        and doc[at].ent_type_ not in ("GPE", "NORP")
        and doc[at].lower_ not in roles.FACTIONS
    )
    # "the Haulage and Warehouse Union", whatever the entity tagger takes for one
    led = at > begin and doc[at - 1].lower_ == "the" and last.lower_ in _OF_CRAFTS
    one = one or (led and not (doc[at].text.isupper() or country_of(doc[at].text)))
    whole = doc[at].lower_ in roles.BODY_ENDINGS | roles.COMPANY_ENDINGS | roles.CHAMBERS
    whole = whole and at > begin and doc[at - 1].text[0].isupper()  # "Rail and Ferry Union"
    whole = whole and not doc[at - 1].is_sent_start
    ends = last.lower_ in roles.BODY_ENDINGS and not country_of(doc[at].text)
    return at if one and ends and not whole else None


def _leading_adjective(token: Token) -> bool:
    named = token.ent_type_ == "ORG" or not token.is_sent_start
    return bool(token.pos_ == "ADJ" and token.text[0].isupper() and named)


def name_end(token: Token) -> int:
    """The token after the name headed by ``token``: "Port of Halm" ends behind "Halm"."""
    doc, stop = token.doc, token.sent.end
    after = int(token.i) + 1
    if not token.text[0].isupper():
        return after
    if (end := fellows_end(token)) or token.pos_ != "PROPN":
        return end or after
    if after < stop and _in_entity(doc[after]):
        return after + 1  # "Now" in "Clean Rivers Now"
    if after + 1 < stop and doc[after].text == "&" and doc[after + 1].pos_ == "PROPN":
        end = after + 1
        while end < stop and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
            end += 1
        return end
    whole = after < stop and token.ent_type_ == doc[after].ent_type_ == "ORG"
    whole = whole and doc[after].ent_iob_ == "I"  # "Patriarchate of Velm"
    if token.lower_ not in _GOES_ON and not (whole and doc[after].lower_ == "of"):
        return after
    if after + 1 >= stop or doc[after].lower_ not in _LINKS:
        return after
    end = _linked(doc, after, stop)
    led = doc[after + 1 : end]
    led_by = len(led) > 1 and all(t.pos_ == "PROPN" for t in led)
    if token.lower_ in _LED and led_by and likely_gender(led[0].text):
        return after  # "the Reform Alliance of Ann Roe"
    if end + 1 < stop and doc[after].lower_ == "of" and doc[end].lower_ == "for":
        return _linked(doc, end, stop) or end  # "Court of Arbitration for Sport"
    return end or after


def _in_entity(word: Token) -> bool:
    """Whether an adverb in capitals is the last word of what the entity tagger takes for a body."""
    inside = word.ent_type_ and word.ent_iob_ == "I" and word.text.istitle()
    return bool(inside and word.pos_ == "ADV")


def fellows_end(token: Token) -> int:
    """Where "Friends of the Old Rectory", "Doctors Without Borders" ends; 0 for no such name."""
    doc, stop, link = token.doc, token.sent.end, int(token.i) + 1
    if token.lower_ not in FELLOWS or not token.text.istitle() or link + 1 >= stop:
        return 0
    if doc[link].text.istitle() and (doc[link].pos_ == "ADV" or doc[link].text == "First"):
        return link + 1  # "Tenants Together"
    if doc[link].text in ("Without", "Against", "For"):
        end = link + 1
        while end < stop and doc[end].text[0].isupper() and doc[end].is_alpha:
            end += 1
        return end if end > link + 1 else 0
    if doc[link].lower_ not in ("of", "for"):
        return 0
    end = _linked(doc, link, stop)
    if token.is_sent_start and end:  # "Friends of Tarn Library", not "Residents of Tarn"
        named = doc[link + 1 : end]
        person = any(t.ent_type_ == "PERSON" for t in named) and named[-1].lower_ not in ORGANS
        return end if token.lower_ == "friends" and len(named) > 1 and not person else 0
    return end


def _linked(doc: Token, link: int, stop: int) -> int:
    """Where the capitalised words behind "of", "for" or "to" end; 0 where there are none."""
    last = link + 1
    if doc[last].lower_ == "the" and last + 1 < stop:
        last += 1
    if doc[last].ent_type_ in ("DATE", "TIME"):
        return 0
    if doc[link].lower_ in ("to", "against"):
        # "Committee to Protect Rivers", not "gave the Council to Roe".
        inside = doc[link].dep_ == "aux" or doc[link].text[0].isupper()
        if not (inside and doc[last].text[0].isupper()):
            return 0
        last += 1
    elif not _capital(doc[last]):
        return 0
    first = last
    if doc[first].lower_ in roles.TITLES - roles.FIELDS | {"prime"}:
        return 0  # "the Harbour Union of Premier Ann Roe"
    while last < stop and (_capital(doc[last]) or _joins(doc, last, stop)):
        if last > first and doc[last].lower_ in _OFFICES and doc[last].text.istitle():
            break  # "Council for Rivers President Ann Roe"
        last += 1
    return last


def _joins(doc: Token, joint: int, stop: int) -> bool:
    """ "and" in "Office of Planning and Budget": inside what the entity tagger takes for one, or
    between what bodies stand for, or before the initials of both words."""
    after = joint + 1
    if after >= stop or doc[joint].text not in _JOINTS or not _capital(doc[after]):
        return False
    inside = doc[joint].ent_type_ == "ORG" and doc[after].ent_iob_ == "I"
    both = (doc[joint - 1], doc[after])
    ideals = all(t.lower_ in _IDEALS for t in both)
    short = doc[after + 2].text if after + 2 < stop and doc[after + 1].text == "(" else ""
    initials = short.isupper() and short.endswith("".join(t.text[0] for t in both))
    return bool(inside or ideals or initials)


def _capital(token: Token) -> bool:
    return bool(token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN", "NUM"))


def name_place(token: Token) -> tuple[int, int]:
    """The characters of the whole name that ``token`` heads."""
    doc = token.doc
    last = doc[name_end(token) - 1]
    return name_run(token)[0].idx, last.idx + len(last.text)


def is_proper(token: Token) -> bool:
    """A name; also the capitalised end of one that the tagger takes for a noun: "Guild" in "Toll
    Workers' Guild"."""
    if token.pos_ == "PROPN":
        return True
    if token.pos_ != "NOUN" or not token.text.istitle():
        return False
    if token.i <= token.sent.start:
        return False
    before = token.nbor(-1)
    within = token.ent_type_ == "ORG" and before.text in _POSSESSIVE
    if within and name_run(token)[0].lower_ in _GOES_ON:
        return True  # "Families" of "Committee of Miners' Families"
    if token.lower_ not in roles.BODY_ENDINGS | roles.COMPANY_ENDINGS:
        return False
    if before.text in _POSSESSIVE and token.i - 2 >= token.sent.start:
        before = token.nbor(-2)
    return bool(before.text[0].isupper() and not before.is_sent_start and before.is_alpha)


def is_elect(token: Token) -> bool:
    """ "elect" in "President-elect": of the title, whatever the tagger takes it for."""
    if token.lower_ not in ("elect", "designate") or token.i < 2:
        return False
    return bool(token.nbor(-1).text == "-" and token.nbor(-2).text[0].isupper())
