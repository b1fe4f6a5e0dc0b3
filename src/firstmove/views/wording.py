"""The fixed words of the views: names of kinds, relations and concepts, and sentence templates.

Nothing here is made up from a report's text; a sentence shown is one of these with fields filled
in, or it is verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from firstmove.statement import Basis, ConditionKind, Kind, Modality, Quotation, ViaRole

if TYPE_CHECKING:
    from firstmove.conflict.model import Conflict

KINDS: Mapping[Kind, str] = {
    Kind.AGREE: "agreement",
    Kind.CONSULT: "consultation",
    Kind.SUPPORT: "support",
    Kind.CONCEDE: "concession",
    Kind.COOPERATE: "cooperation",
    Kind.AID: "aid",
    Kind.RETREAT: "retreat",
    Kind.REQUEST: "request",
    Kind.ACCUSE: "accusation",
    Kind.REJECT: "rejection",
    Kind.THREATEN: "threat",
    Kind.PROTEST: "protest",
    Kind.SANCTION: "sanction",
    Kind.MOBILIZE: "mobilization",
    Kind.COERCE: "coercion",
    Kind.ASSAULT: "assault",
    Kind.WARN: "warning",
    Kind.ASSESS: "assessment",
    Kind.STATE: "position",
}

MODALITIES: Mapping[Modality, str] = {
    Modality.ASSERTED: "",
    Modality.HISTORICAL: "past",
    Modality.FUTURE: "future",
    Modality.HYPOTHETICAL: "hypothetical",
    Modality.POSSIBLE: "possible",
    Modality.OBLIGED: "obligation",
}

CONDITIONS: Mapping[ConditionKind, str] = {
    ConditionKind.IF: "if",
    ConditionKind.ONLY_IF: "only if",
    ConditionKind.UNLESS: "unless",
    ConditionKind.IFF: "if and only if",
    ConditionKind.UNTIL: "until",
}

QUOTATIONS: Mapping[Quotation, str] = {
    Quotation.DIRECT: "quoted",
    Quotation.MIXED: "quoted in part",
    Quotation.INDIRECT: "paraphrased by the outlet",
}

VIAS: Mapping[ViaRole, str] = {
    ViaRole.AGENCY: "agency",
    ViaRole.OUTLET: "outlet",
    ViaRole.AUDIENCE: "said to",
    ViaRole.DOCUMENT: "source",
    ViaRole.PERSON: "told by",
}

DATE_BASES: Mapping[Basis, str] = {
    Basis.EXPLICIT: "explicit",
    Basis.INFERRED: "inferred",
    Basis.UNRESOLVED: "unresolved",
}

# Of a model, by the values of ``Basis`` and ``Direction``: a ledger is shown without loading these.
WANT_BASES: Mapping[str, str] = {
    "stated": "the party says it",
    "inferred": "follows from what the party says",
    "assumed": "an assumption of the model",
    "unknown": "no report tells; not used",
}

DIRECTIONS: Mapping[str, str] = {
    "both": "",
    "forward": "cannot be taken back",
    "back": "cannot be taken again once given up",
}


@dataclass(frozen=True, slots=True)
class Concept:
    key: str
    short: str
    name: str
    phrase: str


CONCEPTS: Mapping[str, Concept] = {
    concept.key: concept
    for concept in (
        Concept(
            "nash",
            "Nash",
            "Nash stability",
            "Nobody can reach anything better for itself by its own moves.",
        ),
        Concept(
            "gmr",
            "GMR",
            "General metarationality",
            "Whatever one could gain, the others can answer so that it ends no better off.",
        ),
        Concept(
            "smr",
            "SMR",
            "Symmetric metarationality",
            "Whatever one could gain, the others can answer so that it ends no better off, and "
            "its own further move does not help.",
        ),
        Concept(
            "seq",
            "SEQ",
            "Sequential stability",
            "Whatever one could gain, the others can answer, by moves that are gains for "
            "themselves, so that it ends no better off.",
        ),
        Concept(
            "sseq",
            "SSEQ",
            "Symmetric sequential stability",
            "Whatever one could gain, the others can answer, by moves that are gains for "
            "themselves, so that it ends no better off, and its own further move does not help.",
        ),
        Concept(
            "sim",
            "SIM",
            "Simultaneous stability",
            "A gain is undone where others make gainful moves of their own at the same time.",
        ),
    )
}

# The sentence that gives the reason is taken from the first of these under which a state holds.
STRONGEST_FIRST = ("nash", "sseq", "seq", "smr", "sim", "gmr")


def concept(key: str) -> Concept:
    """The concept of that key; variants are shown by the name that sentences give them."""
    if key in CONCEPTS:
        return CONCEPTS[key]
    from firstmove.analysis.names import written

    return Concept(key, written(key), written(key), "")


def condition_mark(kind: ConditionKind, clause: str) -> str:
    """What stands before a clause: its kind, or "condition" where its own words say the kind."""
    word = CONDITIONS[kind]
    return "condition" if " ".join(clause.lower().split()).startswith(word) else word


def letters(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …: what a report is called in the brief."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(65 + digit) + name
    return name


def number(n: float) -> str:
    """Thousands set apart by a comma; a whole number without a decimal point."""
    if isinstance(n, int) or float(n).is_integer():
        return f"{int(n):,}"
    return f"{n:,}"


def count(n: int, one: str, many: str = "") -> str:
    """``3 reports``; ``1 report``; ``no reports``."""
    word = one if n == 1 else (many or one + "s")
    return f"{number(n) if n else 'no'} {word}"


def left_out(n: int, what: str) -> str:
    """``and 214 more things said``; ``what`` is in the plural, and made singular for one."""
    return f"and {number(n)} more {what if n != 1 else _PLURAL.sub(lambda m: m[1], what)}"


def joined(names: Iterable[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def day(value: date | None) -> str:
    """``3 March 2031``, whatever the locale; nothing for None."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def interval(start: date | None, end: date | None) -> str:
    """One day, a whole month, a whole year, or from one day to another."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"from {day(start)}" if start else f"until {day(end)}"
    if start == end:
        return day(start)
    whole_months = start.day == 1 and (_next_day_is_first(end))
    if whole_months and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return str(start.year)
        if start.month == end.month:
            return f"{_MONTHS[start.month - 1]} {start.year}"
    if whole_months and (start.month, end.month) == (1, 12):
        return f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def amount(low: float | None, high: float | None) -> str:
    """What a figure says, as a number or a range."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a condition: a ``word`` of the language, or the label of an ``option``."""

    text: str
    option: bool = False
    owner: str = ""  # name of the decision maker who owns the option


_NAME = re.compile(r"[^\W\d][\w.-]*")
_WORDS = frozenset({"and", "or", "not", "if", "only", "iff", "unless", "true", "false"})


def readable(condition: object, conflict: Conflict) -> tuple[Token, ...]:
    """A condition with the options' labels in place of their ids.

    Built on the condition's text alone, so that it reads whatever the language can say.
    """
    owners = {maker.id: maker.name for maker in conflict.decision_makers}
    labels = {option.id: option for option in conflict.options}
    text = str(condition)
    tokens: list[Token] = []
    at = 0
    for match in _NAME.finditer(text):
        option = labels.get(match[0])
        if match[0] in _WORDS or (option is None and match[0] not in conflict.defines):
            continue
        if between := text[at : match.start()].strip():
            tokens.append(Token(_spelled(between)))
        if option is None:
            tokens.append(_defined(match[0], conflict, owners))
        else:
            owner = owners.get(option.owner, option.owner)
            tokens.append(Token(option.label, option=True, owner=owner))
        at = match.end()
    if rest := text[at:].strip():
        tokens.append(Token(_spelled(rest)))
    return tuple(tokens)


def _defined(name: str, conflict: Conflict, owners: Mapping[str, str]) -> Token:
    """A name that the model defines. A joint outcome ("a.sign and b.sign") goes by what its parts
    are called, of all who take part; of another only the name is known."""
    defined = conflict.defines[name]
    parts = [option for option in conflict.options if option.id in defined.names]
    joint = str(defined) == " and ".join(defined.names) and len(parts) == len(defined.names)
    if not joint:
        return Token(name.replace("_", " "), option=True)
    label = next(o.label for o in parts if o.id == defined.names[0])
    names = list(dict.fromkeys(owners.get(option.owner, option.owner) for option in parts))
    return Token(f"{label} ({joined(names)})" if len(names) > 1 else label, option=True)


def plain(tokens: Sequence[Token]) -> str:
    """``readable`` as one line of text, labels in single quotation marks."""
    text = " ".join(f"‘{token.text}’" if token.option else token.text for token in tokens)
    return text.replace("( ", "(").replace(" )", ")")


def _spelled(words: str) -> str:
    return re.sub(r"\biff\b", "if and only if", words)


def _next_day_is_first(value: date) -> bool:
    if value.month == 12:
        return value.day == 31
    return (date(value.year, value.month + 1, 1) - value).days == 1


_PLURAL = re.compile(
    r"\b(thing|outcome|state|note|date|figure|unknown|question|option|want|problem|answer|change"
    r"|statement|opener)s\b"
)

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
