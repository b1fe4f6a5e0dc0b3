"""What the next merge may take over, as the case file keeps it."""

from __future__ import annotations

import sqlite3
from typing import Any

import msgspec

from firstmove.heads import Head
from firstmove.ledger.case import stored
from firstmove.ledger.differing.among import Against
from firstmove.ledger.differing.figures import Passages
from firstmove.ledger.entry import Difference, Occasion
from firstmove.ledger.incremental.again import Again, Row
from firstmove.ledger.incremental.retold import Told
from firstmove.ledger.witnesses.paragraphs import Printed
from firstmove.ledger.witnesses.traits import Known

_OCCASIONS: Any = tuple[Occasion, ...]
_DIFFERENCES: Any = tuple[Difference, ...]
_PAIRS: Any = tuple[tuple[str, str], ...]
_PASSAGES: Any = Passages
_HEADS: Any = dict[str, Head]


def before(connection: sqlite3.Connection) -> Again:
    """What the next merge may take over; nothing where another program kept it."""
    if not stored.complete(connection):
        return Again()
    found = connection.execute("SELECT id, told, linked, together FROM merged_alike")
    rows = {id_: Row(*row) for id_, *row in found}
    try:
        merged = stored.entries(connection)
        occasions = stored.value(connection, "occasions", _OCCASIONS) or ()
        opposed = stored.value(connection, "opposed", _PAIRS) or ()
        traits_in, told_in = msgspec.msgpack.Decoder(Known), msgspec.msgpack.Decoder(Told)
        printed_in = msgspec.msgpack.Decoder(Printed)
        reports: dict[str, Known] = {}
        told: dict[str, Told] = {}
        printed: dict[str, Printed] = {}
        contexts_in = msgspec.msgpack.Decoder(_PASSAGES)
        contexts: dict[str, Passages] = {}
        held = connection.execute("SELECT id, traits, told, printed, contexts FROM merged_report")
        for id_, known, said, words, passages in held:
            reports[id_], told[id_] = traits_in.decode(known), told_in.decode(said)
            printed[id_] = printed_in.decode(words)
            if found := contexts_in.decode(passages):
                contexts[id_] = found
        against_in = msgspec.msgpack.Decoder(Against)
        held = connection.execute("SELECT who, against FROM merged_speaker")
        speakers = {who: against_in.decode(against) for who, against in held}
        of_heads = heads(connection)
        differ = msgspec.json.Decoder(_DIFFERENCES)
        held = connection.execute("SELECT id, parted FROM merged_entry WHERE parted <> ''")
        parted = {id_: differ.decode(text) for id_, text in held}
    except msgspec.MsgspecError:
        return Again()  # it is broken, of which ``verify`` tells
    whole = {id_ for entry in merged for id_ in entry.statements} == rows.keys()
    if not whole:
        return Again()
    return Again(
        rows,
        merged,
        occasions,
        reports,
        told,
        printed,
        of_heads,
        contexts,
        speakers,
        opposed,
        parted,
        stored.value(connection, "made_from", str) or "",
    )


def heads(connection: sqlite3.Connection) -> dict[str, dict[str, Head]]:
    """The heads of governments that each report tells of. Raises msgspec.MsgspecError."""
    decoder = msgspec.msgpack.Decoder(_HEADS)
    found = connection.execute("SELECT id, heads FROM merged_report")
    return {id_: decoder.decode(told) for id_, told in found}
