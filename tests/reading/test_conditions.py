"""Conditions: what is one, how far its clause reaches, and which statement it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.condition_clauses import clauses_in
from firstmove.reading.conditions import conditions, unresolved_conditions
from firstmove.reading.kinds import kinds
from firstmove.reading.page import Page
from firstmove.statement import ConditionKind, Kind, Quotation, Statement
from tests.reading import told as build

# kind (- for none), then a sentence with its <condition> marked
CLAUSES = """
only_if  The crews will sail <only if the harbour lowers its fees>, their leader said.
if       “<If the guns fall silent>, we will open the road,” the general said.
until    The premier said Veldia would not lift the ban <until the fleet leaves>.
only_if  The army would withdraw <provided that the rebels hand over their weapons>.
only_if  The ministry offered to free the captives <in exchange for a pause>.
if       The rebels threatened to close the pass <should the assembly approve the treaty>.
if       The firm would raise pay <if output rises> and that the strike was illegal, it said.
unless   <Unless the tariffs are lifted>, exports will collapse, the minister warned.
until    The crews will stay on strike <until the port reinstates the pilots>, they said.
only_if  The truce would hold <as long as both sides respect it>, she said.
only_if  He would resign <on condition that his deputy also stepped down>.
if       The rebels will talk <once the siege is lifted>, he said.
iff      The assembly will ratify the treaty <if and only if the neighbour does>.
until    The premier refused to negotiate <before the hostages are freed>.
if       “<If attacked>, we will answer with force,” the captain said.
if       Aid will flow again, the agency said, <if the convoys are protected>.
if       “<If, in May, the guns fall silent>, we will open the road,” the general said.
if       <If the mine, which feeds the town, shuts>, the council would seek help, he said.
until    The strike would go on <until management restored night pay>, she said.
until    “<Not until the fleet leaves> will we talk,” he said.
iff      He said he would resign <if, and only if, the court ruled against him>.
only_if  The offer stands <provided the fleet leaves>, he said.
unless   The premier said there would be no truce <without guarantees>.
if       <Had the gates been opened>, we would have lifted the ban, she said.
if       The union said it would return <as soon as the pilots were reinstated>.
if       “<Once our fighters leave the valley>, we start handing over the mines,” Talle said.
if       “<After the soldiers leave>, we open the road,” the commander said.
if       The union said it would return <after the reinstatement of its dismissed members>.
if       “<Put it in writing> and we withdraw,” the commander said.
unless   “<Pay the arrears> or we walk out,” the shop steward said.
only_if  “We will sign the deal, <provided the minister puts it in writing>,” the mayor said.
only_if  The front said it would sign the treaty, <provided both governments agree>.
unless   The crews said the strike would begin on Monday <unless the port complies>.
-        “We will talk after the summit in May,” the premier said.
-        “Go home and we will see,” the premier said.
-        The captain said after her release that she would stand for mayor.
-        The charity, provided with new trucks, said it would deliver food.
-        The agency, based in Aster, provided food to the camps.
-        “If I may say so, the talks have failed,” he said.
-        The wall is as long as a street.
-        The question is if the harbour will open.
-        The governor said the strike ended without violence.
-        The minister asked if the talks would resume.
-        The court will decide if the law is valid.
-        Even if the talks fail, the ban will stay.
-        It looked as if nothing had happened.
-        He said few, if any, would return.
-        The premier has ruled until 2019.
-        The talks lasted until Friday.
-        An official, speaking on condition of anonymity, said the deal was near.
-        It is a small price to pay in exchange for a railway.
-        The clerk left before the vote was counted.
-        Once a fishing town, Aster has no harbour now.
"""


def _cases() -> list[tuple[str, str]]:
    lines = CLAUSES.strip().splitlines()
    return [(kind, rest.strip()) for kind, rest in (line.split(" ", 1) for line in lines)]


def found(page: Page) -> list[tuple[str, str]]:
    text = page.report.text
    return [
        (c.kind.value, text[c.words[0].idx : c.words[-1].idx + len(c.words[-1])])
        for sentence in page.sentences
        for c in clauses_in(page, sentence)
    ]


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_clause(kind: str, marked: str) -> None:
    clause = marked[marked.find("<") + 1 : marked.find(">")]
    sentence = marked.replace("<", "").replace(">", "")
    assert found(build.page_of(sentence)) == ([] if kind == "-" else [(kind, clause)])


def _one(page: Page, *statements: Statement) -> list[str]:
    return [
        s.condition.span.quote if s.condition else "" for s in conditions(page, tuple(statements))
    ]


def test_a_clause_that_attribution_cut_off_comes_back() -> None:
    page = build.page_of("The union will strike on Monday, its leader said, unless wages rise.")
    said = build.told(page, "its leader", "said", "The union will strike on Monday")
    (done,) = conditions(page, (said,))
    assert done.condition is not None
    assert done.condition.kind is ConditionKind.UNLESS
    assert done.condition.span.quote == "unless wages rise"
    assert done.content == said.content  # nothing is extended


def test_the_right_one_of_two_statements() -> None:
    page = build.page_of(
        "The mayor welcomed the plan and said the town would pay if the region helps."
    )
    welcomed = build.told(page, "The mayor", "welcomed", "the plan")
    said = build.told(page, "The mayor", "said", "the town would pay if the region helps")
    assert _one(page, welcomed, said) == ["", "if the region helps"]


def test_a_condition_in_the_first_of_two_conjoined_claims_stays_there() -> None:
    page = build.page_of(
        "The firm said it would raise pay if output rises and that the strike was illegal."
    )
    first = build.told(page, "The firm", "said", "it would raise pay if output rises")
    second = build.told(page, "The firm", "said", "that the strike was illegal")
    assert _one(page, first, second) == ["if output rises", ""]


def test_a_fronted_clause_belongs_to_the_main_clause_after_it() -> None:
    page = build.page_of(
        "“If the water flows, we will lift the ban,” the minister said, and he blamed the rebels."
    )
    lift = build.told(
        page,
        "the minister",
        "said",
        "If the water flows, we will lift the ban",
        quotation=Quotation.DIRECT,
    )
    blamed = build.told(page, "he", "blamed", "the rebels")
    assert _one(page, lift, blamed) == ["If the water flows", ""]


def test_further_conditions_are_kept_beside_the_most_binding_one() -> None:
    content = "We will open the gates unless they shell us, but only if the fleet leaves"
    page = build.page_of(f"“{content},” the minister said.")
    said = build.told(page, "the minister", "said", content, quotation=Quotation.DIRECT)
    (done,) = conditions(page, (said,))
    assert done.condition is not None
    assert done.condition.kind is ConditionKind.ONLY_IF
    assert done.condition.span.quote == "only if the fleet leaves"
    assert [s.quote for s in done.condition.also] == ["unless they shell us"]


@pytest.mark.parametrize(
    "clause", ["the French fleet leaves", "the team in Paris acts", "the signals from France stop"]
)
def test_whom_a_condition_is_about_is_also_told_by_whose_the_thing_is(clause: str) -> None:
    content = f"we will answer if {clause}"
    page = build.page_of(f"“{content},” the minister said.")
    said = build.told(page, "the minister", "said", content, quotation=Quotation.DIRECT)
    (done,) = conditions(page, (said,))
    assert done.condition is not None
    assert done.condition.party == "France"


def test_a_clause_stops_at_the_next_statement() -> None:
    page = build.page_of("The firm said it would pay if the court ordered it and blamed the union.")
    said = build.told(page, "The firm", "said", "it would pay if the court ordered it")
    blamed = build.told(page, "The firm", "blamed", "the union")
    assert _one(page, said, blamed) == ["if the court ordered it", ""]


def test_another_sentence_is_left_alone() -> None:
    page = build.page_of("The mayor said the bridge is shut. It will open if the flood ends.")
    said = build.told(page, "The mayor", "said", "the bridge is shut")
    assert _one(page, said) == [""]


def test_a_requirement_is_also_a_demand_on_the_other_party() -> None:
    page = build.page_of(
        "France will return to the talks provided that Germany opens the canal, the minister said."
    )
    said = build.told(
        page,
        "the minister",
        "said",
        "France will return to the talks provided that Germany opens the canal",
        party="France",
    )
    promise, demand = conditions(page, (said,))
    assert promise.condition is not None
    assert promise.condition.party == "Germany"
    assert demand.kind is Kind.REQUEST
    assert demand.speaker == said.speaker
    assert [s.quote for s in demand.cue] == ["provided that"]
    assert [s.quote for s in demand.content] == ["Germany opens the canal"]
    assert demand.target is not None
    assert demand.target.party == "Germany"


@pytest.mark.parametrize(
    "sentence",
    [
        # plain "if" and "unless" ask for nothing
        "France will return to the talks if Germany opens the canal, the minister said.",
        "France will leave the talks unless Germany opens the canal, the minister said.",
        # nobody is named to do it
        "France will return to the talks only if the canal is opened, the minister said.",
        # the speaker tells on what another would act
        "Italy will return to the talks only if Germany opens the canal, the minister said.",
    ],
)
def test_no_demand_is_read_into_other_conditions(sentence: str) -> None:
    page = build.page_of(sentence)
    content = sentence.removesuffix(", the minister said.")
    said = build.told(page, "the minister", "said", content, party="France")
    assert len(conditions(page, (said,))) == 1


WORDS = st.sampled_from(
    "if unless only provided that until before once should the union will not strike pay rises and "
    "he said , “ ” as long if".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=20))
def test_spans_are_verbatim_and_the_stage_is_steady(words: list[str]) -> None:
    text = f"The mayor said {' '.join(words)} today."
    page = build.page_of(text)
    statement = build.told(page, "The mayor", "said", " ".join(words))
    once = conditions(page, (statement,))
    assert once == conditions(build.page_of(text), (statement,))
    for done in once:
        for span in (*done.cue, *done.content, *([done.condition.span] if done.condition else [])):
            assert page.report.text[span.start : span.end] == span.quote


def test_a_marker_without_a_clause_is_found_again() -> None:
    page = build.page_of("The crews said the strike would begin unless, well, unless.")
    statement = build.told(page, "The crews", "said", "the strike would begin unless, well, unless")
    (read,) = conditions(page, (statement,))
    assert read.condition is None
    (problem,) = unresolved_conditions(page, (read,))
    assert problem.span is not None
    assert problem.span.quote == "unless"


def test_no_marker_is_left_where_the_clause_was_read() -> None:
    page = build.page_of("The crews said the strike would begin unless the port complies.")
    statement = build.told(page, "The crews", "said", "the strike would begin")
    (read,) = conditions(page, (statement,))
    assert read.condition is not None
    assert read.condition.kind is ConditionKind.UNLESS
    assert unresolved_conditions(page, (read,)) == ()
    assert unresolved_conditions(page, (statement,)) != ()


@pytest.mark.parametrize("marker", ["as long as", "only if", "so long as", "on condition that"])
def test_what_a_condition_asks_of_another_is_a_request(marker: str) -> None:
    text = f"Germany said it would end the levy {marker} France opens the canal."
    page = build.page_of(text)
    content = text.removeprefix("Germany said ").removesuffix(".")
    first = build.told(page, "Germany", "said", content, party="Germany")
    asked = [s for s in kinds(page, conditions(page, (first,))) if s.cue != first.cue]
    assert [(s.kind, s.quote) for s in asked] == [(Kind.REQUEST, "France opens the canal")]
