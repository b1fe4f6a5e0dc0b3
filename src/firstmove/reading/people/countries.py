"""Names, nationality words, capitals and seats of government, to the short name of a party.

Countries, nationality words and capitals come from the package ``countryinfo``; what it lacks,
and words such as "the Kremlin", from ``data/aliases.toml``, which gives its reasons.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

_NO_SEAT = frozenset({"georgetown", "kingston", "victoria", "jerusalem", "hamilton", "jamestown",
                      "stanley", "kingstown", "plymouth", "the valley", "west island", "douglas",
                      "george town", "roseau", "road town", "luxembourg", "san juan", "san jose",
                      "lome"})  # fmt: skip
# One name for several: the report's own words must tell which.
_SHORT = MappingProxyType(
    {"The Bahamas": "Bahamas", "The Gambia": "Gambia", "Vatican City State": "Vatican City"}
)
# Of the seats of government, places where other people live and act, too.
_CITIES = frozenset("washington brussels delhi kiev astana teheran cankaya westminster".split()) | {
    "tel aviv",
    "the hague",
    "hague",
    "camp david",
}
_SKIPPED = frozenset(
    "Hong Kong;Macau;Svalbard and Jan Mayen;Mayotte;Martinique;Réunion;Saint Pierre and Miquelon;"
    "French Southern and Antarctic Lands;Northern Mariana Islands;British Indian Ocean Territory;"
    "Serbia and Montenegro;Palestine, State of;Holy See (Vatican City State);Jersey;Guernsey;"
    "Virgin Islands, British;Virgin Islands, U.S.;Antilles néerlandaises;Republic of the Congo;"
    "Dominica;United States Minor Outlying Islands;Niger;Christmas Island;Republic of Macedonia;"
    "Swaziland".split(";")
)


@dataclass(frozen=True, slots=True)
class Names:
    """Lower-cased words to party names. ``places`` are names and nationality words, ``seats``
    cities and houses that stand for a government, ``houses`` those that are no city, ``offices``
    holders with their years."""

    places: MappingProxyType[str, str]
    seats: MappingProxyType[str, str]
    houses: MappingProxyType[str, str]
    offices: MappingProxyType[str, tuple[str, int, int]]


def _plain(word: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def names() -> Names:
    from countryinfo import CountryInfo, all_countries

    places: dict[str, str] = {}
    seats: dict[str, str] = {}
    for entry in all_countries():
        data = entry.info() if isinstance(entry, CountryInfo) else entry
        full = str(data.get("name") or "")
        if not full or full in _SKIPPED:
            continue
        name = _SHORT.get(full, full)
        places[full.lower()] = name
        places[name.lower()] = name
        for word in str(data.get("demonym") or "").replace("/", ",").split(","):
            word = word.strip().lower()
            if word and word not in places:
                places[word] = name
        capital = data.get("capital")
        if isinstance(capital, str) and capital and capital.lower() not in _NO_SEAT:
            seats.setdefault(capital.lower(), name)
            plain = _plain(capital.lower())  # "Brasilia", as wires write it
            if plain not in _NO_SEAT:
                seats.setdefault(plain, name)
    seats.pop("washington d.c.", None)
    offices: dict[str, tuple[str, int, int]] = {}
    raw = tomllib.loads(
        files("firstmove.reading").joinpath("data/aliases.toml").read_text(encoding="utf-8")
    )
    for group, target in (("countries", places), ("bodies", places), ("seats", seats)):
        for party, words in raw[group].items():
            if isinstance(words, list):
                target[party.lower()] = party
                for word in words:
                    places.pop(word.lower(), None) if target is seats else None
                    target[word.lower()] = party
    for office in raw["office"]:
        for word in office["name"]:
            offices[word.lower()] = (
                office["party"],
                office["since"],
                office.get("until", 9999),
            )
    houses = {
        word.lower(): party
        for party, words in raw["seats"].items()
        if isinstance(words, list)
        for word in words
        if word.lower() not in _CITIES
    }
    return Names(
        MappingProxyType(places),
        MappingProxyType(seats),
        MappingProxyType(houses),
        MappingProxyType(offices),
    )


@lru_cache(maxsize=10_000)
def _forms(words: str) -> tuple[str, ...]:
    """The words, without article and possessive, and the singular of a people ("Russians")."""
    word = words.strip().lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    forms = [word, word.removeprefix("the ")]
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(forms[1][:-1])
    return tuple(forms)


def country_of(words: str) -> str:
    """The party that the words name outright: "Russian", "U.S.", "the Americans", "NATO"; or ""."""
    known = names().places
    return next((known[form] for form in _forms(words) if form in known), "")


def seat_of(words: str) -> str:
    """The party whose seat of government the words name: "Moscow", "the Kremlin"; or ""."""
    known = names().seats
    return next((known[form] for form in _forms(words) if form in known), "")


def house_of(words: str) -> str:
    """The party whose house, chamber or ministry the words name: "the White House"; no city."""
    known = names().houses
    return next((known[form] for form in _forms(words) if form in known), "")


def country_kind(word: str) -> str:
    """The body that news calls by a common noun once it was named: "alliance" is NATO; or ""."""
    return {
        "alliance": "NATO",
        "bloc": "European Union",
        "cartel": "OPEC",
    }.get(word, "")


def full_names(family: str) -> tuple[str, ...]:
    """The holders of the offices in the list who are of that family name, in small letters."""
    end = f" {family.lower()}"
    return tuple(name for name in names().offices if name.endswith(end) and name.count(" ") < 3)


def in_term(words: str, year: int) -> bool:
    """Whether the whole year lies in the office's time; else the report's own words have to say."""
    known = names().offices
    return any(known[form][1] < year < known[form][2] for form in _forms(words) if form in known)


def office_of(words: str, year: int | None) -> str:
    """The party whose head of state or government the words name in that year; or "".

    Without a year the entry counts: the report's own words were asked first.
    """
    known = names().offices
    for form in _forms(words):
        if form in known:
            party, since, until = known[form]
            if year is None or since - 1 <= year <= until + 1:
                return party
    return ""
