"""Short names of bodies and the fuller ones that they mean: "Commission", "HALM", "Mercia"."""

from __future__ import annotations

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.countries import country_of

# Last words of names that alone mean something else.
_PLURALS = frozenset("states nations times sports games news schools affairs workers".split())
_SIDES = ("party", "bloc")
_STATES_HAVE = roles.STATEHOOD | roles.MINISTERIAL | roles.GOVERNMENT_WORDS | {"office", "police"}


def in_order(bodies: dict[int, str], doc: Token) -> list[str]:
    """The names by the last word of each mention, as the report tells them; last those that the
    parser cut off from the words before ("the Northern Front hands over")."""
    ordered = [bodies[i] for i in sorted(bodies, key=lambda i: (_is_cut(doc[i], bodies[i]), i))]
    return list(dict.fromkeys(ordered))


def _is_cut(last: Token, name: str) -> bool:
    if " " in name or last.is_sent_start:
        return False
    before = last.nbor(-1)
    return before.text.istitle() and before.pos_ in ("PROPN", "ADJ", "NOUN")


def fuller_names(known: list[str]) -> dict[str, str]:
    """Short name of a body to the one full name that it can mean: "Commission", "HALM", "Mercia".

    A head noun alone means the only name with it told before; capitals mean the same name in small
    letters; the first word of a firm's name means the firm. The names stand as they were told.
    """
    found: dict[str, str] = {}
    for short in known:
        full = fuller_name(short, known)
        if full:
            found[short] = full
    return found


def fuller_name(short: str, known: list[str]) -> str:
    """The one name of the known ones, in the order of the report, that the short one can mean."""
    if " " in short:
        firms = [n for n in known if adds_only(n, short)]
        return firms[0] if len(firms) == 1 else ""
    longer = [n for n in known if n != short and " " in n and not is_generic(n)]
    before = set(known[: known.index(short)] if short in known else known)
    heads = [n for n in longer if _head(n).lower() == short.lower() and not _building(n)]
    heads = [n for n in heads if n in before or _says_no_more(n, short)]
    firms = [n for n in longer if n.split()[0] == short and (is_firm(n) or n.split()[1:2] == ["&"])]
    same = [n for n in known if short.isupper() and n != short and n.upper() == short]
    plural = short.endswith("s") and len(short) > 4
    clubs = [n for n in longer if plural and n.endswith(f" {short}") and n in before]
    clubs = [n for n in clubs if n.split()[-2] != "of"]  # "the University of Texas"
    sides = {f"{s} {w}".lower() for s in (short, short.removesuffix("s")) for w in _SIDES}
    factions = [n for n in longer if n.lower() in sides]
    whole = short.lower() in ORGANS - {"state"} or short == "Front"
    whole = whole or any(n.replace("’", "'").endswith(f"s' {short}") for n in heads)  # "Lodge"
    one = short.lower().removesuffix("s")
    people = one in cues.PEOPLE or one in roles.TITLES or bool(country_of(short))
    clubs = [] if people or short.lower() in _PLURALS else clubs
    fitting = (heads if whole else []) or firms or factions or same or clubs
    return fitting[0] if len(fitting) == 1 else ""


def is_generic(name: str) -> bool:
    """ "Foreign Ministry", "Army": any state's."""
    words = name.lower().removeprefix("the ").split()
    return words[-1] in _STATES_HAVE and all(w in roles.OF_STATE for w in words)


def is_firm(name: str) -> bool:
    """ "Baltic Shipping", "Norvik Lines Inc.", "Marks & Poe": by the last word or the sign."""
    return " & " in name or name.split()[-1].lower().rstrip(".") in roles.COMPANY_ENDINGS


def adds_only(name: str, short: str) -> bool:
    """ "Ash Ridge Inc." is "Ash Ridge" with what firms add, "Tarn Police Department" no more than
    "Tarn Police"."""
    rest = name.removeprefix(f"{short} ").split() if name.startswith(f"{short} ") else []
    if short.endswith((" Police", " Fire")):
        return len(rest) == 1 and rest[0] in ("Department", "Service", "Force")
    return bool(rest) and all(w.lower().rstrip(".") in roles.COMPANY_ENDINGS for w in rest)


def _says_no_more(name: str, short: str) -> bool:
    """ "Senate" is the "United States Senate" also where it is told first, as is "Conference" the
    "Conference of Head Teachers"; "Congress" is no "Tarn Congress of Nurses"."""
    led = name.removesuffix(f" {short}")
    whose = led != name and (bool(country_of(led)) or led.replace("’", "'").endswith("s'"))
    return whose or name.startswith((f"{short} of ", f"{short} for "))


def _building(name: str) -> bool:
    """ "White House": the chamber called the House is another."""
    return name.split()[-1] == "House"


def _head(name: str) -> str:
    """ "Union" of "Dockers' Union", "Council" of "Council of River States"."""
    words = name.split()
    for link in ("of", "for"):
        if link in words[1:]:
            return words[words.index(link) - 1]
    return words[-1]
