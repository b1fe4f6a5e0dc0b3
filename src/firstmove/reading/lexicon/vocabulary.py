"""The words behind the kinds: what cues do (`MOVES`), what acts are (`ACTS`), by verb and thing.

General vocabulary of disputes: diplomacy, war, labour, trade, parliaments; the tables lie in
``reading/data``. A key is a lemma, with its particle, preposition or object where these decide:
"rule out", "call for", "make demand". How they combine stands in ``cue_rules`` and
``clause_rules``; what single words tell of whom, in ``stances``. Types follow the PLOVER manual 1.3
(chapter 3).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any, TypeVar

from firstmove.reading.lexicon.listed import words
from firstmove.statement import Kind


class Move(StrEnum):
    """What a cue does with what follows it."""

    SAY = "say"  # neutral: the content decides
    JUDGE = "judge"  # believes, expects, estimates
    WISH = "wish"  # hopes, wants: a want, addressed or not
    REQUEST = "request"
    REFUSE = "refuse"
    DENY = "deny"  # rejects a claim
    BLAME = "blame"
    COMMIT = "commit"  # agrees, offers, is ready: binds the speaker toward someone
    VOW = "vow"  # binds the speaker; whether toward or against someone, the content decides
    THREATEN = "threaten"
    WARN = "warn"
    PRAISE = "praise"
    YIELD = "yield"  # gives in, apologises
    MEET = "meet"


Value = TypeVar("Value", bound=StrEnum)


def _read(name: str) -> Mapping[str, Any]:
    table = files("firstmove.reading") / "data" / f"{name}.toml"
    return tomllib.loads(table.read_text(encoding="utf-8"))


def _words_of(row: str) -> set[str]:
    return {word.strip() for word in row.split(",")}


def _table(rows: Mapping[str, str], of: Callable[[str], Value]) -> dict[str, Value]:
    """Word to row; a word in two rows is a mistake in the table."""
    table: dict[str, Value] = {}
    for name, row in rows.items():
        for word in _words_of(row):
            if word in table:
                raise ValueError(f"{word!r} stands under {table[word]} and {name}")
            table[word] = of(name)
    return table


def _classes(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Word to the rows it stands in, in their order: "send" gives aid and moves troops."""
    listed = {name: _words_of(row) for name, row in rows.items()}
    return {
        word: tuple(name for name, row in listed.items() if word in row)
        for word in sorted(set().union(*listed.values()))
    }


MOVES: dict[str, Move] = _table(_read("moves")["moves"], Move)
# Beside a negation these do not turn into their opposite: "has not agreed" and "did not rule out"
# leave the matter open. The others do: "does not accept" is a refusal.
OPEN_WHEN_NEGATED = frozenset({Move.REFUSE, Move.DENY, Move.BLAME, Move.REQUEST, Move.THREATEN})


# Refused, these leave their matter open: "refused to rule out", "declined to deny".
CLOSING = frozenset({"rule out", "exclude", "preclude", "deny", "reject", "oppose"})

ACTS: dict[str, Kind] = _table(_read("acts")["acts"], Kind)
COOPERATIVE = frozenset(
    {Kind.AGREE, Kind.CONSULT, Kind.SUPPORT, Kind.CONCEDE, Kind.RETREAT, Kind.AID, Kind.COOPERATE}
)
HOSTILE = frozenset(
    {Kind.THREATEN, Kind.SANCTION, Kind.MOBILIZE, Kind.COERCE, Kind.ASSAULT, Kind.PROTEST}
)

_BY_THING = _read("act_things")
LIGHT_VERBS: dict[str, tuple[str, ...]] = _classes(_BY_THING["light_verbs"])
THINGS: dict[str, tuple[str, ...]] = _classes(_BY_THING["things"])
ACT_OF_THING: dict[tuple[str, str], Kind] = {
    (verbs, things): Kind(kind)
    for verbs, row in _BY_THING["act_of_thing"].items()
    for things, kind in row.items()
}

# Nouns that carry another: "a mediation effort"; verbs that put an act in force by a noun.
AMOUNTS = words("increase rise cut reduction boost")  # "an increase in funding"
PEACEKEEPING = words("peacekeeping peacekeeper")
CARRIERS = words("effort process campaign round bid drive series programme program plan")
DECREEING = words("announce declare order complete authorize authorise begin launch start")

# Aspect: the act is what is begun or stopped.
BEGINNING = words("begin start continue try manage resume keep proceed help go come")
STOPPING = words("stop cease halt end quit avoid refrain")
# What stops being given, whatever its object.
WITHHELD = words("pay sell supply deliver buy ship lend serve")

# Whose strike is a walk-out and not an attack.
LABOUR = words(
    "union worker teacher nurse doctor driver docker miner employee staff labourer laborer pilot "
    "crew member federation student striker porter postman steelworker seafarer "
    "dockworker"
)
