"""Tab-separated events in the 40 columns of POLECAT, in their order.

POLECAT (Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023, "PLOVER and POLECAT"; Harvard
Dataverse doi:10.7910/DVN/AJGVIT). What firstmove does not code is "None", as empty cells are
there: contexts, modes of single types, sectors, COW codes, Wikipedia and GeoNames, places,
the people and bodies of a story.
``Intensity`` is the score of the event type (PLOVER manual, table 2.2).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from firstmove import __version__
from firstmove.cells import defused
from firstmove.ledger.entry import View
from firstmove.reading.people.country_codes import country_code
from firstmove.views.export.digest import sha256
from firstmove.views.export.ontology import QUADS, TYPES
from firstmove.views.export.records import Entity, records
from firstmove.views.rows import iso

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

ADDITIONS = (
    "Event ID", "Actor Party", "Recipient Party", "Auxiliary Modes", "Relation", "Witnesses",
    "Differ On", "Told By", "Condition Kind", "Condition", "Report", "Places",
    "SHA-256", "Text", "Probability",
)  # fmt: skip

NONE = "None"


def polecat(view: View, *, party: str = "", text: bool = True) -> Iterator[str]:
    """The heading, then a line for each event, 40 cells each."""
    yield _line(COLUMNS)
    for record in records(view, party):
        quad, score = TYPES[record.kind]
        cells = dict.fromkeys(COLUMNS, NONE)
        cells |= {
            "Event ID": record.id,
            "Event Date": iso(record.day) or NONE,
            "Event Type": record.kind.value,
            "Intensity": f"{score}",
            "Quad Code": QUADS[quad - 1],
            **_entity("Actor", record.actor, text=text),
            **_entity("Recipient", record.recipient, text=text),
            "Source": record.report.source or NONE,
            "Publication Date": iso(record.report.published) or NONE,
            "Language": "en",
            "Version": f"firstmove {__version__}",
        }
        # A minus is the sign of a number here, and no formula.
        yield _line(v if k == "Intensity" else defused(v) for k, v in cells.items())


def polecat_additions(view: View, *, party: str = "", text: bool = True) -> Iterator[str]:
    """What POLECAT has no column for, by ``Event ID``: the same events in the same order."""
    yield _line(ADDITIONS)
    for record in records(view, party):
        entry = record.entry
        condition = record.statement.condition if record.statement else None
        words = " … ".join(span.quote for span in record.places)
        cells = (
            record.id,
            record.actor.party or NONE,
            (record.recipient.party if record.recipient else "") or NONE,
            "; ".join(record.modes) or NONE,
            entry.relation.value if entry else NONE,
            str(entry.witnesses) if entry else NONE,
            ("; ".join(d.field for d in entry.differences) if entry else "") or NONE,
            "speaker" if entry else "outlet",
            condition.kind.value if condition else NONE,
            condition.span.quote if condition and text else NONE,
            record.report.id,
            json.dumps([[span.start, span.end] for span in record.places]),
            sha256(words),
            words if text else NONE,
            NONE if record.probability is None else f"{record.probability:.3f}",
        )
        yield _line(map(defused, cells))


def _entity(side: str, entity: Entity | None, *, text: bool) -> dict[str, str]:
    if entity is None:
        return {}
    return {
        f"{side} Name": entity.name or entity.party,
        f"{side} Country": country_code(entity.party) or NONE,
        f"{side} Name Raw": entity.raw if text and entity.raw else NONE,
    }


def _line(cells: Iterable[str]) -> str:
    # The form has no quotes: what would end a cell or a line is a blank.
    return "\t".join(" ".join(cell.split()) or NONE for cell in cells) + "\n"
