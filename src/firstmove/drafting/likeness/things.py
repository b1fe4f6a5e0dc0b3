"""Nouns that name one thing in disputes: guns are weapons, a wage increase is a pay rise."""

from __future__ import annotations

import re

from firstmove.reading.people.countries import country_of

# Nouns that disputes use for one thing.
_THINGS = {
    word: row.split()[0]
    for row in (
        "weapons guns arms weaponry firearms",
        "troops soldiers forces army",
        "prisoners captives detainees",
        "work construction works",
        "fees bill dues arrears debt",
        "strike walkout stoppage",
        "tariffs duties",
        "tariff duty",
        "measurements readings",
        "ports harbours harbors",
        "ships vessels",
        "border frontier",
        "checks controls",
        "bodies remains",
        "dialogue communication contacts",
        "veto vetoes objection objections",
    )
    for word in row.split()[1:]
}
_THING = re.compile(rf"\b(?:{'|'.join(_THINGS)})\b", re.IGNORECASE)
# More pay is a rise, whatever it is called.
_PAY = re.compile(
    r"\b(?:(?:pay|wage|salary) (?:hike|increase|raise|rise)s?"
    r"|(?P<the>(?:a|the) )raise)\b",
    re.IGNORECASE,
)
# What is struck out of a text is no stoppage.
_STRUCK = re.compile(r"^strike (?=\S.* (?:out|off|down|from)\b)", re.IGNORECASE)
_HALVE = re.compile(r"^halve (?P<what>[^,;]+)$", re.IGNORECASE)  # is to cut it by half
_NAME = re.compile(r"\b([A-Z][a-z]+)(?:['’]s)?\b(?! [A-Z])")
_ANOTHER = re.compile(r"\b(?:another|further|new|additional|second) (?=\w)", re.IGNORECASE)


def plain(label: str) -> str:
    """Words that name one thing in disputes, as one of them: guns are weapons, and the Kenyan
    ambassador is Kenya's."""
    label = _NAME.sub(lambda found: country_of(found[1]) or found[0], label)
    told = _THING.sub(lambda found: _THINGS[found[0].lower()], _STRUCK.sub("delete ", label))
    told = _PAY.sub(lambda found: f"{found['the'] or ''}pay rise", told)
    return _HALVE.sub(r"cut \g<what> by half", _ANOTHER.sub("", told))
