"""Targets: whom a statement is addressed to or aimed at, and when nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.reading.kinds.kinds import kinds
from firstmove.reading.people.targets import targets
from firstmove.statement import Mention, Quotation, Via, ViaRole
from tests.reading import told as build

# whose party the target is (- for no target), then the marked sentence
CASES = """
Germany  [The minister] {urged} Germany <to open the canal>.
Germany  [The minister] {accused} Germany <of breaking the accord>.
Germany  Italy praised Germany, and [it] {asked} it <to open the canal>.
Germany  Italy accused Germany of theft. [It] {called on} it <to open the canal>.
Germany  [Senators] wrote to Germany, {begging} it <to open the canal>.
Germany  [Senators] have written to the president of Germany, {urging} him <to open the canal>.
Germany  [The minister] {demanded} <that Germany open the canal>.
Germany  “<Germany must make the first move>,” [the minister] {said}.
Germany  “<Germany broke the accord>,” [the minister] {said}.
Germany  [The minister] {condemned} <the raids by Germany>.
Germany  [The minister] {condemned} <Germany's raids>.
Germany  [The minister] {rejected} <Germany's offer of a pause>.
Germany  [The minister] {rejected} <the pause proposed by Germany>.
Germany  [The minister] {welcomed} <the offer from Germany>.
Germany  [The minister] {expressed} <his readiness for talks with Germany>.
Germany  [The minister] {stressed} <the importance of Germany opening the canal>.
Germany  [The minister] {threatened} Germany <with new tariffs>.
Germany  [The minister] {warned} Germany <that the canal would run dry>.
Germany  “<Germany broke the accord, so it should return first>,” [the minister] {said}.
-        [The minister] {pledged} <to hire 400 nurses>.
-        [The minister] {ordered} <a review of the Danube River Programme>.
-        [The minister] {warned} <against talks between Germany and Italy>.
-        [The minister] {believes} <that Germany will open the canal>.
-        [The minister] {told} reporters on Monday <that the canal is shut>.
-        [The minister] {demanded} <a treaty with inspections>.
-        [The minister] {rejected} <a pause of thirty days>.
-        “<A pause is a dead end>,” [the minister] {said}.
-        “<We must open the canal>,” [the minister] {said}.
"""


def _cases() -> list[tuple[str, str]]:
    return [
        (party, rest.strip())
        for party, rest in (line.split(" ", 1) for line in CASES.strip().splitlines())
    ]


@pytest.mark.parametrize(("party", "marked"), _cases())
def test_target(party: str, marked: str) -> None:
    page, statement = build.marked(marked, party="France")
    (done,) = targets(page, kinds(page, (statement,)))
    if party == "-":
        assert done.target is None
    else:
        assert done.target is not None
        assert done.target.party == party
        span = done.target.span
        assert page.report.text[span.start : span.end] == span.quote


def test_the_speakers_own_side_is_no_target() -> None:
    page, statement = build.marked("[The minister] {urged} France <to open the canal>.", "France")
    (done,) = targets(page, kinds(page, (statement,)))
    assert done.target is None


def test_an_outlet_that_carries_it_is_no_target() -> None:
    page, statement = build.marked("[The minister] {told} Germany Radio <that the canal is shut>.")
    heard = Via(ViaRole.OUTLET, build.place(page, "Germany Radio"))
    (done,) = targets(page, kinds(page, (replace(statement, via=(heard,)),)))
    assert done.target is None


def test_both_sides_are_two_only_where_the_text_names_two() -> None:
    before = "Talks between Germany and Italy resumed. "
    page, statement = build.marked(
        before + "[The envoy] {believes} <that both countries are ready for a settlement>."
    )
    (done,) = targets(page, kinds(page, (statement,)))
    assert done.target is not None
    assert done.target.name == "Germany and Italy"
    assert done.target.party == ""


def test_who_speaks_of_both_sides_is_none_of_them() -> None:
    text = "Talks between Germany and Italy resumed. Spain and Italy quarrelled. "
    page = build.page_of(f"{text}Spain urged both sides to wait.")
    said = build.told(page, "Spain", "urged", "both sides to wait")
    speaker = Mention(build.place(page, "Spain"), "Spain", "Spain")
    (done,) = targets(page, kinds(page, (replace(said, speaker=speaker),)))
    assert done.target is not None
    assert done.target.name == "Germany and Italy"


def test_two_who_speak_are_not_the_sides_they_speak_of() -> None:
    text = "Germany and Italy urged both sides to wait."
    page = build.page_of(text)
    said = build.told(page, "Germany and Italy", "urged", "both sides to wait")
    speaker = Mention(build.place(page, "Germany and Italy"), "Germany and Italy")
    (done,) = targets(page, kinds(page, (replace(said, speaker=speaker),)))
    assert done.target is None


def test_both_sides_of_three_are_nobody() -> None:
    before = "Germany spoke. Italy spoke. Spain spoke. "
    page, statement = build.marked(
        before + "[The envoy] {believes} <that both countries are ready for a settlement>."
    )
    (done,) = targets(page, kinds(page, (statement,)))
    assert done.target is None


def test_what_them_takes_up_has_the_same_target() -> None:
    text = "The mayor condemned the raids, calling them cruel acts of war by Germany."
    page = build.page_of(text)
    condemned = build.told(page, "The mayor", "condemned", "the raids")
    calling = build.told(page, "The mayor", "calling", "them cruel acts of war by Germany")
    first, second = targets(page, kinds(page, (condemned, calling)))
    assert second.target is not None
    assert second.target.party == "Germany"
    assert first.target == second.target


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("“Germany broke it off, so it must call first,” the minister said.", "Germany"),
        # "they" is not one country: nobody is named
        ("“Germany broke it off, so they must call first,” the minister said.", ""),
    ],
)
def test_a_pronoun_goes_with_the_subject_of_the_clause_before(text: str, party: str) -> None:
    page = build.page_of(text)
    must = text.split(", ")[1].split(",")[0]
    asked = build.told(
        page, "the minister", "said", must, party="France", quotation=Quotation.DIRECT
    )
    (done,) = targets(page, kinds(page, (asked,)))
    assert (done.target.party if done.target else "") == party


def test_who_was_blamed_just_before_is_asked() -> None:
    page = build.page_of(
        "“Germany broke the accord,” Anna Berg said. “It has to come back first,” Anna Berg said."
    )
    said = build.told(
        page, "Anna Berg", "said", "Germany broke the accord", quotation=Quotation.DIRECT
    )
    asked = build.told(
        page, "Anna Berg", "said", "It has to come back first", quotation=Quotation.DIRECT
    )
    _, done = targets(page, kinds(page, (said, asked)))
    assert done.target is not None
    assert done.target.party == "Germany"


def test_nobody_is_asked_as_he_by_himself() -> None:
    page = build.page_of(
        "Jon Holt said Olav Brekke's remarks were wrong and he should consider his place."
    )
    content = "Olav Brekke's remarks were wrong and he should consider his place"
    (done,) = targets(page, kinds(page, (build.told(page, "Jon Holt", "said", content),)))
    assert done.kind == "REQUEST"
    assert done.target is not None
    assert done.target.name == "Olav Brekke"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Mara Oden criticised Ada Brunn, the minister of Norland.", "Ada Brunn"),
        ("Mara Oden met the minister, Ada Brunn, on Monday.", "Ada Brunn"),
        ("Mara Oden met Ada Brunn and Lena Falk.", ""),
        ("Mara Oden met her adviser John Brunn.", ""),
        ("Mara Oden told the governor about John Brunn.", ""),
        ("Mara Oden left Norland.", ""),
    ],
)
@pytest.mark.parametrize("cue", ["urged", "called on"])
def test_whom_her_means_where_she_is_urged(before: str, name: str, cue: str) -> None:
    page = build.page_of(f"{before} Mara Oden {cue} her to open the river.")
    statement = build.told(page, "Mara Oden", cue, "her to open the river", name="Mara Oden")
    second = build.place(page, "Mara Oden", after=len(before))
    assert statement.speaker is not None
    statement = replace(statement, speaker=replace(statement.speaker, span=second))
    (done,) = targets(page, kinds(page, (statement,)))
    assert (done.target.name if done.target else "") == name
