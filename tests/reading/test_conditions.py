"""Conditions: what is one, how far its clause reaches, and which statement it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.condition_clauses.clauses import clauses_in
from firstmove.reading.conditions.conditions import conditions, unresolved_conditions
from firstmove.reading.kinds.kinds import kinds
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
-        “The river has never flooded before, so we are not ready,” the mayor said.
if       The firm would raise pay <if output rises> and that the strike was illegal, it said.
unless   <Unless the tariffs are lifted>, exports will collapse, the minister warned.
until    The crews will stay on strike <until the port reinstates the pilots>, they said.
only_if  The truce would hold <as long as both sides respect it>, she said.
if       The union ruled out talks <as long as the gates stay shut>.
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
only_if  The envoy said he would come, <provided the speaker allowed his lawyers to sit beside him>.
only_if  The club agreed to pay for the hall <provided the council set up a fund first>.
-        The sale provided the club with money, he said.
if       “<If one more shell lands in Tarsk>, our guns will answer,” the colonel said.
only_if  We accept the line <on the one condition that the villages keep their wells>, he said.
unless   “<Either they sign>,” Koll said, “or we walk.”
unless   “<Without the clinic>, no budget,” the group's leader said.
only_if  “We will sign <on one condition: the ban goes>,” the envoy said.
only_if  The club agreed to play <on two conditions: a new pitch and a coach>.
-        The report touched on two conditions: asthma and gout, he said.
if       “<If any party walks out now>, the mandate ends,” the mediator warned.
if       The curfew would end <when and if the courts reopened>, she said.
if       The partner threatened to leave <if the minister was not dismissed within two weeks>.
-        The road was as long as it was dull, he said.
unless   The crews said the strike would begin on Monday <unless the port complies>.
unless   “<Either the fleet leaves> or we close the lock,” the admiral said.
unless   The carters said that <either the toll was cut> or the ring road would stay shut.
unless   The union said <either the port scraps the new rota by May> or its crews will close it.
unless   “<They open the archive>, or we publish what we have,” the editor said.
unless   The guild insisted that <the judge step down> or the mines would close.
unless   “<Hand over the keys>, or the doors will be forced,” the bailiff said.
unless   “<The governor must sign> or the trucks will turn back,” the union said.
if       “<No contract>, no work,” the pilots chanted.
only_if  The ruling is <subject to confirmation by the assembly>, the clerk said.
only_if  The loan <depends on a vote in May>, the bank said.
only_if  The pact <hinges on the neighbours withdrawing their guns>, she said.
only_if  The premier said it would sign <only with guarantees from the lenders>.
unless   <Without a written pledge>, we will not vote for it, he said.
unless   <Failing an agreement by Friday>, the union will strike, its head said.
unless   <In the absence of a pledge>, the crews will not sail, they said.
unless   The owner said that, <short of a war>, no plant would shut.
until    The line remains closed <pending repairs to the bridge>, the operator said.
if       “<The minute they sign>, we will lift the blockade,” he said.
if       “<Assuming the truce holds>, the schools will open,” he said.
if       “<Were the firm to sign>, the strike would end,” she said.
iff      “<If they sign>, then and only then will we pay,” he said.
until    “Not one train moves <until the money is here>,” he said.
until    “The gate stays shut <until they apologise>,” he said.
if       The minister said she would consider it <if asked>.
only_if  The party would only back the law <if the tax was cut>.
only_if  He said that he would only go back <when the pay was in the bank>.
iff      The union said it would return <when, and only when, the fine was dropped>.
unless   <Unless and until the fine is dropped>, the crews will stay at home, the union said.
if       No train would run, the firm said, <so long as the bridge was shut>.
if       <If the fine is not dropped> then the crews will stay at home, the union said.
only_if  The firm agreed <on condition that the guild drops its case, ends the ban and pays a fee>.
-        “Either the ministry knew or it should have known,” she said.
-        “Prices will rise or wages will fall,” the economist said.
-        “Do they pay or do we walk?” he asked.
-        “Accept it or lose it,” he said.
-        “No food, no power,” the resident said.
-        The towns were subject to shelling, the mayor said.
-        The harvest depends on the rain, the farmer said.
-        The men were held in jail pending trial, the guard said.
-        “Failing that, the team will go home,” he said.
-        The army, short of fuel, could not advance, he said.
-        The moment the door opened, he ran, she said.
-        “When they sign, we will pay,” he said.
-        “If I am frank, I do not like it,” he said.
-        “If memory serves, they left first,” he said.
-        “If he knew it, had he not understood what it meant?” she said.
-        Asked if he would vote for the cuts if they cost jobs, he said nothing.
-        “It would be nice if they were polite,” she said.
-        “Should we pay for that?” she asked.
-        “We will talk after the summit in May,” the premier said.
-        “Go home and we will see,” the premier said.
-        The captain said after her release that she would stand for mayor.
-        The charity, provided with new trucks, said it would deliver food.
-        The agency, based in Aster, provided food to the camps.
-        “If I may say so, the talks have failed,” he said.
-        The wall is as long as a street.
-        The question is if the harbour will open.
-        The governor said the strike ended without violence.
-        The governor said he could not move the guards without risking a war.
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


@pytest.mark.parametrize(
    ("sentence", "phrase", "first", "last"),
    [
        ("They would strike unless it paid by 4 May 2031.", "by 4 May 2031", (5, 4), (5, 4)),
        ("They would strike if it did not pay within ten days.", "within ten days", None, None),
        ("They will sue if nothing changes before the harvest.", "before the harvest", None, None),
        ("They will sue if the debt is not paid by noon.", "by noon", None, None),
        (
            "They will sue unless he leaves in the next two days.",
            "in the next two days",
            None,
            None,
        ),
        ("They will sue if the river rises by two metres.", None, None, None),
        ("They will sue if the law is passed by parliament.", None, None, None),
        ("They will sue if he goes before the judge.", None, None, None),
    ],
)
def test_a_deadline_is_kept_with_its_preposition(
    sentence: str,
    phrase: str | None,
    first: tuple[int, int] | None,
    last: tuple[int, int] | None,
) -> None:
    page = build.page_of(f"The crews said {sentence[0].lower()}{sentence[1:]}")
    content = page.report.text.removeprefix("The crews said ").removesuffix(".")
    (read,) = conditions(page, (build.told(page, "The crews", "said", content),))
    assert read.condition is not None
    due = read.condition.deadline
    assert (due.span.quote if due else None) == phrase
    if due is not None:
        assert (due.start is None) == (first is None)
    if due is not None and first is not None and last is not None:
        assert (due.start, due.end) == (date(2031, *first), date(2031, *last))


def test_a_condition_told_in_the_next_sentence_goes_to_what_was_said_before() -> None:
    page = build.page_of(
        "The mayor said the bridge could open in May. "
        "“That would depend on the state paying its share,” she said."
    )
    bridge = build.told(page, "The mayor", "said", "the bridge could open in May")
    that = build.told(page, "she", "said", "That would depend on the state paying its share")
    that = replace(that, speaker=bridge.speaker)
    assert _one(page, bridge, that) == ["depend on the state paying its share", ""]


def test_what_depends_on_an_open_question_is_named_as_not_read() -> None:
    page = build.page_of("The mayor said the bridge depends on whether the state pays.")
    told = build.told(page, "The mayor", "said", "the bridge depends on whether the state pays")
    (read,) = conditions(page, (told,))
    assert read.condition is None
    (problem,) = unresolved_conditions(page, (read,))
    assert problem.span is not None
    assert problem.span.quote == "depends on whether"


def test_conditions_of_one_statement_are_kept_apart() -> None:
    page = build.page_of("The bank said it would lend if the law passed and if a bond was found.")
    content = "it would lend if the law passed and if a bond was found"
    (read,) = conditions(page, (build.told(page, "The bank", "said", content),))
    assert read.condition is not None
    assert read.condition.span.quote == "if the law passed"
    assert [span.quote for span in read.condition.also] == ["if a bond was found"]


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
