"""Of what kind a body is, by the office of its head: "Chief Executive Ann Roe" is of a firm."""

from __future__ import annotations

_EMPLOYERS = frozenset("company trust hospital clinic school university airline mill port".split())
_HEADS = (
    (("resources", "director"), _EMPLOYERS),
    (("personnel", "director"), _EMPLOYERS),
    (("operations", "director"), _EMPLOYERS),
    (("medical", "director"), frozenset({"trust", "hospital", "clinic"})),
    (("chief", "executive"), frozenset({"company"})),
    (("mayor",), frozenset({"town", "village", "borough"})),
    (("headmaster",), frozenset({"school"})),
    (("headmistress",), frozenset({"school"})),
    (("rector",), frozenset({"university"})),
    (("managing", "director"), frozenset({"company"})),
    (("ceo",), frozenset({"company"})),
    (("general", "secretary"), frozenset({"union"})),
    (("coach",), frozenset({"club", "team"})),
    (("finance", "chief"), _EMPLOYERS),
    (("finance", "director"), _EMPLOYERS),
    (("plant", "manager"), frozenset({"company", "plant"})),
    (("chief", "justice"), frozenset({"court"})),
    (("elder",), frozenset({"nation", "tribe", "clan"})),
    (("chief",), frozenset({"nation", "tribe", "clan"})),
    (("governor",), frozenset({"province", "region", "prison"})),
    (("dean",), frozenset({"university", "college"})),
    (("abbot",), frozenset({"temple", "monastery", "abbey"})),
    (("hereditary", "chief"), frozenset({"nation", "tribe", "clan"})),
    (("founder",), frozenset({"company", "charity"})),
    (("organiser",), frozenset({"campaign"})),
    (("organizer",), frozenset({"campaign"})),
    (("headteacher",), frozenset({"school"})),
    (("vice", "chancellor"), frozenset({"university"})),
    (("bishop",), frozenset({"diocese"})),
    (("archbishop",), frozenset({"archdiocese", "diocese"})),
)


_ALONE = (("chief",), ("elder",), ("founder",))  # no police chief is one of a tribe


def heads(role: tuple[str, ...]) -> list[frozenset[str]]:
    """What the bodies are called that a role is the head of, where the role itself tells."""
    return [
        body
        for words, body in _HEADS
        if (role == words if words in _ALONE else role[-len(words) :] == words)
    ]
