"""Tables in the documentation that mirror code, as rows of Markdown."""

from __future__ import annotations

from pathlib import Path

from firstmove.drafting.acts.table import TABLE, joined
from firstmove.statement import ConditionKind
from tests.docs.blocks import ROOT

WANTS_PAGE = ROOT / "docs" / "explanation" / "from-statement-to-want.md"

_TOLD = {
    ConditionKind.IF: "A if C",
    ConditionKind.ONLY_IF: "A only if C",
    ConditionKind.UNLESS: "A unless C",
    ConditionKind.IFF: "A if and only if C",
    ConditionKind.UNTIL: "not A until C",
}


def generated() -> dict[str, list[str]]:
    """Rows of the tables that are written from code, by the name in their comment."""
    return {
        "drafting table": [
            f"| `{kind.value}` | {rule.force.value} | {rule.basis.value} | {rule.price.value} "
            f"| {rule.why} |"
            for kind, rule in TABLE.items()
        ],
        "condition table": [
            f"| {told} | `{joined('not A' if told.startswith('not') else 'A', 'C', kind)}` |"
            for kind, told in _TOLD.items()
        ],
    }


def with_tables(text: str) -> str:
    """The page's text with the rows of its generated tables as they follow from the code."""
    for name, rows in generated().items():
        start = text.index(f"<!-- {name} -->")
        end = text.index("<!-- end -->", start)
        head = text[start:end].splitlines()[:3]  # the comment, the heads, the rule below them
        text = text[:start] + "\n".join([*head, *rows]) + "\n" + text[end:]
    return text


def rows_of(page: Path, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading: its cells, without the heads."""
    lines = page.read_text(encoding="utf-8").split("\n")
    at = next(
        n for n, line in enumerate(lines) if line.lstrip("#").strip() == heading and line[:1] == "#"
    )
    body = lines[at + 1 :]
    end = next((n for n, line in enumerate(body) if line.startswith("#")), len(body))
    table = [line for line in body[:end] if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]
