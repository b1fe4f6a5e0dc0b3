"""What bodies are called by the words of their names: "union" for "Dockers' Union"."""

from __future__ import annotations

from firstmove.reading.lexicon import cues
from firstmove.reading.lexicon.roles import BODY_ENDINGS
from firstmove.reading.people.body_kinds import CAMPAIGNS, ORGANS
from firstmove.reading.people.creeds import is_creed
from firstmove.reading.people.naming import FELLOWS

FIRMS = frozenset(
    "company firm corporation operator employer manufacturer management carrier".split()
)
# Of what there are councils, and what these are called in short.
COUNCILS = frozenset("county borough parish town city district village municipal".split())
# Bodies that stand for a side even where no name is told: "the union's president".
UNNAMED = FIRMS - {"management"} | frozenset(
    "union association federation guild council board commission committee party club trust port "
    "airline hospital school cooperative syndicate authority utility league clan tribe district "
    "agency brotherhood secretariat tribunal regulator consortium charity front faction zoo "
    "junta county borough city town service panel guard patrol".split()
)
# Last words of the names of streets and waters, which are no bodies.
SPOTS = frozenset("square street road avenue lane bridge river lake valley bay hill park".split())
_TEAMS = frozenset("rovers united wanderers athletic rangers albion fc rfc afc".split())
_OUTLET_NOUNS = ("network", "broadcaster", "channel")
_UNIONS = frozenset("union association federation guild alliance brotherhood workers".split())
_OF_PEOPLE = frozenset("action campaign support pressure interest protest user working".split())
# Whoever has these in its name is of firms and owners, and no union of those who work.
_IN_BUSINESS = frozenset(
    "bankers brewers carriers dealers developers employers exporters importers insurers lenders "
    "manufacturers owners producers publishers retailers shipowners shippers suppliers".split()
)
_CRAFTS = ("ers", "men", "nurses", "pilots", "farmhands", "staff", "clerks")
# Whoever has these is a firm.
OF_FIRMS = frozenset({"executive", "ceo", "shareholder"})
# What a firm does, by the last word of its name.
_TRADED = {
    **dict.fromkeys(("estates", "properties"), frozenset({"landlord", "developer"})),
    **dict.fromkeys(("homes", "developments", "builders"), frozenset({"developer", "builder"})),
    **dict.fromkeys(("air", "airlines", "airways"), frozenset({"airline", "carrier"})),
    **dict.fromkeys(("trains", "trams", "ferries", "buses", "railways"), frozenset({"operator"})),
    **dict.fromkeys(("dockyard", "shipyard"), frozenset({"yard"})),
    "bank": frozenset({"bank", "lender"}),
    "tribunal": frozenset({"tribunal", "court"}),
    "insurance": frozenset({"insurer"}),
}


def kind_of(word: str) -> str:
    """What a body is by the last word of its name, "quarry" of "Tarn Quarries"; or ""."""
    forms = (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    return next((w for w in forms if w in ORGANS or w in BODY_ENDINGS), "")


def is_popular(name: str) -> bool:
    """ "Tarn Quarry Action Group": of people, and no firm."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] == "group" and words[-2] in _OF_PEOPLE


def own_nouns(name: str) -> set[str]:
    words = [w.lower().rstrip(".") for w in name.replace("’", "'").split()]
    heads = [w for n, w in enumerate(words) if n + 1 == len(words) or words[n + 1] in ("of", "for")]
    nouns = {k for w in heads[:1] if (k := kind_of(w))}
    if words[-1] == "council" and len(words) > 1 and words[-2] in COUNCILS - {"city"}:
        nouns.add(words[-2])  # "the county" for "Tarn County Council"
    nouns |= _TRADED.get(words[-1], frozenset())
    if name.split()[0] in CAMPAIGNS and len(words) > 1:
        nouns |= {"campaign", "group"}  # "Save the Meadow"
    if is_creed(name):
        nouns.add("party")  # "the Social Democrats"
    if {"liberation", "resistance", "rebel", "insurgent"} & set(words):
        nouns.add("rebel")
    if len(words) == 2 and words[0] in ("club", "hotel", "port", "team", "bank", "movement"):
        nouns.add(words[0])  # "Club Almar"
    if len(words) > 1 and "&" not in words and (words[-1] in FELLOWS or heads[0] in FELLOWS):
        nouns |= {"group", "association"}  # "Harbour Residents"
    if len(words) > 1 and words[-2].endswith("s'"):  # "Miners' Lodge"
        nouns |= {"group", words[-1]}
    if words[-1] == "united" and words[0].endswith(_CRAFTS):
        nouns.add("union")  # "Carters United"
    elif words[-1] in _TEAMS:
        nouns |= {"club", "team"}
    if len(words) == 1 and not is_creed(name):
        nouns = set(_OUTLET_NOUNS) if words[0] in cues.OUTLETS and name.isupper() else set()
    told = {w.rstrip("'").removesuffix("'s") for w in words}
    crafts = {w for w in told - _IN_BUSINESS if w.endswith(_CRAFTS)}
    if heads[0] in crafts and len(heads) > 1:
        nouns.add("union")  # "United Teachers of Tarn"
    if (words[-1] in _UNIONS and (crafts or "union" in words)) or words[-1] in crafts:
        nouns.add("union")
    return nouns
