"""Lists below a lead: each item is what the one named in the lead has to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstmove.reading import open_report, open_text, read_report
from firstmove.statement import Kind, Quotation, Reading

BEFORE = "Talks at the yard broke down on Monday.\n\n"
AFTER = "\n\nThe rain went on."
ITEMS = "\n- a shorter week\n- that the yard drop its lawsuit;\n- an end to fines, and"


def reading_of(text: str) -> Reading:
    return read_report(open_text(text, name="list.txt"))


def told(text: str) -> list[tuple[str, str, str]]:
    """(speaker, cue, content) of each statement."""
    return [
        (
            s.speaker.span.quote if s.speaker else "",
            s.cue[0].quote,
            " … ".join(c.quote for c in s.content),
        )
        for s in reading_of(text).statements
    ]


# the lead, who says it and the words that tell so
LEADS = """
The union demands: | The union | demands
Union demands: | Union | demands
THE UNION'S DEMANDS: | THE UNION | DEMANDS
The strikers' demands are: | The strikers | demands
Among the welders' conditions were: | the welders | conditions
Demands of the rebels include: | the rebels | Demands
In its letter, the Tenants' League demanded the following: | the Tenants' League | demanded
What the farmers want: | the farmers | want
Striking nurses are calling for: | Striking nurses | are calling for
Governor Koll set out three conditions for a truce: | Governor Koll | set out three conditions
The rebels rejected the following demands: | The rebels | rejected the following demands
The union has three demands: | The union | has three demands
"""


@pytest.mark.parametrize("case", [line for line in LEADS.splitlines() if line])
def test_who_brings_forward_a_list(case: str) -> None:
    lead, speaker, cue = (part.strip() for part in case.split("|"))
    items = ["a shorter week", "that the yard drop its lawsuit", "an end to fines"]
    assert told(BEFORE + lead + ITEMS + AFTER) == [(speaker, cue, item) for item in items]


@pytest.mark.parametrize(
    "lead",
    [
        "Key points:",
        "Demands:",
        "Here is what we know:",
        "What to expect:",
        "The plan has three points:",
        "The union did not demand:",
        "If the union demands:",
        "More on what the minister said:",
    ],
)
def test_lists_of_nobody(lead: str) -> None:
    assert not told(BEFORE + lead + ITEMS + AFTER)


@pytest.mark.parametrize("mark", ["-", "–", "*", "•", "1.", "2)", "(3)", "a)", "(b)"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_marks_of_items(mark: str, gap: str) -> None:
    text = f"{BEFORE}The union demands:{gap}{mark} a shorter week{gap}{mark} an end to fines{AFTER}"
    assert [t[2] for t in told(text)] == ["a shorter week", "an end to fines"]


@pytest.mark.parametrize("marks", [("", ""), ("- ", ""), ("- ", "1. "), ("— ", "— ")])
def test_what_is_no_list(marks: tuple[str, str]) -> None:
    one, other = marks
    assert not told(f"{BEFORE}The union demands:\n\n{one}A walk\n\n{other}A rest{AFTER}")


def test_what_leads_in_every_item_is_part_of_each() -> None:
    text = "The leader said the city must do the following if it wants her votes:"
    statements = reading_of(
        f"{BEFORE}{text}\n- publish the contract\n- pay the loan{AFTER}"
    ).statements
    lead = "the city must do the following if it wants her votes"
    assert [[c.quote for c in s.content] for s in statements] == [
        [lead, "publish the contract"],
        [lead, "pay the loan"],
    ]
    conditions = [s.condition.span.quote if s.condition else None for s in statements]
    assert conditions == ["if it wants her votes"] * 2


def test_kinds_and_conditions_of_items() -> None:
    text = (
        f"{BEFORE}Oste offered two concessions:\n"
        "(a) it would free the crew;\n"
        f"(b) it would pay for the nets, provided that Tarnia withdrew its boats.{AFTER}"
    )
    first, second = reading_of(text).statements
    assert {first.kind, second.kind} == {Kind.AGREE}
    assert first.condition is None
    assert second.condition is not None
    assert second.condition.span.quote == "provided that Tarnia withdrew its boats"


def test_items_in_quotation_marks_are_verbatim() -> None:
    text = f"{BEFORE}The union demands:\n• Equal pay\n• “No more night shifts”{AFTER}"
    one, other = reading_of(text).statements
    assert one.quotation is Quotation.INDIRECT
    assert other.quotation is Quotation.DIRECT
    assert other.content[0].quote == "No more night shifts"


def test_an_item_that_tells_who_says_it() -> None:
    text = f"{BEFORE}The parties said:\n- The Greens said they would vote no.\n- More talks.{AFTER}"
    assert told(text) == [
        ("The Greens", "said", "they would vote no"),
        ("The parties", "said", "More talks"),
    ]


def test_lists_of_a_page(tmp_path: Path) -> None:
    words = (
        "Talks at the yard broke down on Monday, and both sides went home by the back door. " * 3
    )
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><article><h1>Yard</h1><p>{words}</p><p>The union demands:</p><ul>"
        "<li>a pay rise;</li><li>the <b>reinstatement</b> of the welders.</li></ul>"
        "<p>Its terms for talks are:</p><ol><li>a mediator</li><li>an agenda</li></ol>"
        f"<p>{words}</p></article></body></html>"
    )
    reading = read_report(open_report(page))
    found = [(s.speaker.span.quote if s.speaker else "", s.quote) for s in reading.statements]
    assert found == [
        ("The union", "a pay rise"),
        ("The union", "the reinstatement of the welders"),
        ("Its", "a mediator"),
        ("Its", "an agenda"),
    ]
    for statement in reading.statements:
        for span in (*statement.cue, *statement.content):
            assert reading.report.text[span.start : span.end] == span.quote


def test_a_clause_that_every_item_ends() -> None:
    lead = f"{BEFORE}The president said on Monday that he would:"
    assert told(f"{lead}\n- close the border\n- recall the envoy{AFTER}") == [
        ("The president", "said", "that he would … close the border"),
        ("The president", "said", "that he would … recall the envoy"),
    ]


def test_items_of_few_words_are_lines_of_their_own() -> None:
    text = (
        "Sides\n\nOste wants:\n- the islands\n- a vote\n\nBrule wants:\n- fishing rights\n- a map"
    )
    assert [(who, what) for who, _, what in told(f"{BEFORE}{text}{AFTER}")] == [
        ("Oste", "the islands"),
        ("Oste", "a vote"),
        ("Brule", "fishing rights"),
        ("Brule", "a map"),
    ]
