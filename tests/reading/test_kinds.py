"""Kinds of statements, by sentences written for the purpose: one table, read top to bottom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.attribution.via import via
from firstmove.reading.conditions.conditions import conditions
from firstmove.reading.kinds.kinds import kind_of, kinds, told
from firstmove.reading.lexicon.vocabulary import ACT_OF_THING, LIGHT_VERBS, THINGS
from firstmove.statement import Kind, Quotation
from tests.reading import told as build

# kind, then a sentence with its [speaker], {cue} and <content> marked
CASES = """
# the cue decides
REJECT    The Tarnian [premier] {rejected} <a thirty-day pause>.
REJECT    [The union] {ruled out} <a return to night shifts>.
STATE     [The minister] {did not rule out} <a pause>.
STATE     [The company] {would not reject} <the plan>.
REJECT    [The general] {denied} <that his army had bombed the mill>.
REJECT    [Veldia] {refused} <to accept the border>.
ACCUSE    [The opposition] {accused} <the cabinet of lying>.
ACCUSE    [The mayor] {condemned} <the shelling>.
REQUEST   [The envoy] {called for} <a pause in the fighting>.
REQUEST   [The union] {demanded} <that the port hire more pilots>.
REQUEST   [The council] {urged} <both captains to wait>.
THREATEN  [The rebels] {threatened} <to close the pass>.
ASSESS    [The premier] {believes} <that the talks will succeed>.
SUPPORT   [The minister] {welcomed} <the offer>.
AGREE     [Velmark] has {offered} <to host the talks>.
AGREE     [The two mines] {agreed} <to share the railway>.
AGREE     [The chairman] {proposed} <holding a round of talks in Aster>.
REQUEST   [The chairman] {proposed} <that the miners return to work>.
CONCEDE   [The firm] {apologised} <for the spill>.
STATE     [The firm] {has not agreed} <to the plan>.
REJECT    [The firm] {is not willing} <to pay>.
THREATEN  [The army] {is ready} <to strike back>.
REJECT    [The minister] {vowed} <never to leave the island>.
THREATEN  [The minister] {vowed} <to bomb the harbour>.
STATE     [The minister] {vowed} <to appeal>.
STATE     [The union] {said} <it would appeal the ruling>.
THREATEN  [The union] {said} <it will sue>.
ACCUSE    [The union] {said} <it sued the port>.
REQUEST   [The premier] {insisted} <that the tariffs be lifted>.
ASSESS    [The premier] {insisted} <that the tariffs were lifted>.
SUPPORT   “<I couldn't agree more>,” [the mayor] {said}.
STATE     “<Hold it>,” [the captain] {said}.
STATE     “<Hold it>!” [the captain] {shouted}.
REQUEST   “<Hold the line>,” [the captain] {said}.
STATE     [The minister] {said} <he gave speeches in May>.
# what is refused may itself be a no; what has yet to be done is not done
STATE     [The union] {refused} <to rule out a walk-out>.
STATE     [The minister] {declined} <to deny the report>.
REJECT    [The union] {refused} <to leave the square>.
STATE     [The yard] {has yet to accept} <the offer>.
STATE     [The bloc] {stopped short of} <calling for a vote>.
# to regret what another did gives nothing way; to plead guilty does
CONCEDE   [The firm] {regrets} <its error>.
ASSESS    [The premier] {regrets} <that the union left the room>.
ASSESS    [The premier] {regretted} <the decision of the union to leave>.
CONCEDE   [The mayor] {pleaded} <guilty to fraud>.
REJECT    [The mayor] {pleaded} <not guilty to fraud>.
CONCEDE   “<I was wrong>,” [the rector] {said}.
# called off, dismissed
CONCEDE   [The union] {called off} <the strike>.
SANCTION  [The firm] {dismissed} <forty welders>.
REJECT    [The firm] {dismissed} <the offer>.
# done, or to be done, by whom is not told
AGREE     [The rebels] {said} <the prisoners would be freed on Sunday>.
THREATEN  [The company] {said} <300 jobs would be cut unless the union signed>.
ASSESS    [Analysts] {said} <the levy would be scrapped in May>.
ASSESS    [The army] {said} <two soldiers had been killed>.
ASSESS    [The firm] {said} <it had been forced to close the mill>.
STATE     [The union] {said} <no deal had been reached>.
STATE     [The council] {announced} <that a new gauge would be built>.
MOBILIZE  [The army] {announced} <that manoeuvres would begin on Monday>.
PROTEST   [The union] {announced} <a strike for Monday>.
CONCEDE   [The rebels] {declared} <a truce, to begin at dawn>.
WARN      [The growers] {said} <the wells would run dry unless it rained>.
REJECT    “<There will be no return to the old quota>,” [the minister] {said}.
REQUEST   “<The minister owes this house an explanation>,” [the deputy] {said}.
ASSESS    “<They must be joking>,” [the premier] {said}.
STATE     [The union] {said} <it was seeking legal advice>.
REQUEST   “<They have until Friday>,” [the general] {said}.
REQUEST   “<You have two days to leave>,” [the general] {said}.
ASSESS    “<They have two days of food>,” [the general] {said}.
STATE     [The firm] {plans} <to open a second plant>.
# a warning is a threat only of the speaker's own act
WARN      [The commission] {warned} <that the dry season would empty the lake>.
WARN      [The alliance] {warned} <against talks between the islands>.
THREATEN  [The general] {warned} <that he would shell the bridge>.
# a neutral cue leaves it to the content
REJECT    “<A pause is out of the question>,” [the premier] {said}.
REJECT    “<The plan is unacceptable>,” [the premier] {said}.
STATE     “<The plan is not unacceptable>,” [the premier] {said}.
REJECT    “<This road leads nowhere>,” [the premier] {said}.
AGREE     “<We will meet the delegation>,” [the premier] {said}.
REJECT    “<We will not meet the delegation>,” [the premier] {said}.
THREATEN  “<We will attack the fleet>,” [the premier] {said}.
STATE     “<We will raise the wages of teachers>,” [the premier] {said}.
REQUEST   “<They must open the gates>,” [the premier] {said}.
REQUEST   “<Open the gates>,” [the premier] {said}.
REQUEST   “<We need a treaty with inspections>,” [the premier] {said}.
REQUEST   “<Stop the blockade now>,” [the premier] {said}.
REQUEST   “<It is up to the company>,” [the premier] {said}.
ACCUSE    “<Veldia broke the accord>,” [the premier] {said}.
ACCUSE    “<The raid was a crime>,” [the premier] {said}.
ASSESS    “<Veldia will return to the table>,” [the premier] {said}.
REJECT    “<We did not attack the convoy>,” [the premier] {said}.
AGREE     “<We are ready for talks>,” [the premier] {said}.
ASSESS    “<They are ready for talks>,” [the premier] {said}.
SUPPORT   “<We welcome the decision>,” [the premier] {said}.
ASSESS    “<I believe the vote will pass>,” [the premier] {said}.
REJECT    “<There will be no talks>,” [the premier] {said}.
# "respond" takes its colour from what stands beside it
THREATEN  “<We will respond with force>,” [the premier] {said}.
AGREE     “<We will respond to a serious offer>,” [the premier] {said}.
STATE     “<We will respond>,” [the premier] {said}.
# reported speech, noun phrases, sources
REJECT    [The premier] {said} <he would never sign the treaty>.
AGREE     [The premier] {expressed} <her willingness to negotiate>.
REQUEST   [The premier] {stressed} <the need to reopen the canal>.
ACCUSE    [The premier] {called} <the plan a disgrace>.
STATE     [The premier] {did not say} <that talks would resume>.
STATE     [The premier] {asked} <whether the talks would resume>.
ASSESS    {According to} [port estimates], <300 ships were delayed>.
THREATEN  [The dockers] {said} <they would strike on Monday>.
# whose act it is: the speaker's side by office, pronoun, possessive, or as a party
REJECT    [Sudmark] {said} <that it would not open the harbour>.
REJECT    [The union] {said} <they would not return to work>.
REQUEST   [The union] {said} <they must come back to the table>.
REJECT    The port's chief executive, [Jon Vale], {said} <the company would not negotiate>.
REJECT    [Labour Minister Petra Lind] {said} <the government would not intervene>.
ASSESS    [Opposition leader Mara Quist] {said} <the government would not intervene>.
ASSESS    [A union spokesman] {said} <management would not open the harbour>.
REJECT    [General Tor Ask] {said} <the army would not leave the island>.
ASSESS    [The mayor] {said} <it would rain>.
ASSESS    “<Our neighbours will not open the road>,” [the mayor] {said}.
# a hostile act that goes on until another gives way
THREATEN  “<Our strike will continue until they pay>,” [the steward] {said}.
ASSESS    [An economist] {said} <the strike would continue until the firm paid>.
STATE     “<The levy stays>,” [the finance minister] {said}.
# what is done in return, and what is not
AGREE     “<If they call, we will come>,” [the envoy] {said}.
AGREE     [The quarry] {said} <it would stop blasting if the parish paid>.
AGREE     [The union] {said} <it would halt the strike if the firm agreed to a rise>.
AGREE     [The keepers] {said} <they had shut it and would reopen it only if the toll was paid>.
THREATEN  [The state] {said} <it would stop aid to the isles if the isles joined the pact>.
THREATEN  [The tenants] {said} <they would stop paying rent until the boilers were mended>.
THREATEN  “<We will withdraw our deputies unless the bill is changed>,” [the leader] {said}.
REJECT    [The steward] {said} <not a single tram will leave the depot until the pay is settled>.
ASSESS    [An analyst] {said} <no deal will be signed until the vote is over>.
THREATEN  [The president] {said} <that any vessel which crossed the line would be sunk>.
THREATEN  “<We will block the road tomorrow>,” [the driver] {said}.
PROTEST   [The farmers] {said} <they had blocked the motorway>.
STATE     [The landlord] {said} <he would appeal against the ruling>.
# insisting on an act or on a fact
REQUEST   [The council] {insisted} <that the operator cut fees>.
ASSESS    [The council] {insisted} <that the managers cut the bonus last year>.
ASSESS    [The firm] {insisted} <that farmers pay too much tax>.
# wrongs of bodies without a name
ACCUSE    [Neighbours] {said} <the police had beaten two boys>.
ACCUSE    [Neighbours] {said} <the plant had dumped waste in the creek>.
# nothing is asked
STATE     “<I pray for them>,” [the senator] {said}.
STATE     “<Let’s assume the vote fails>,” [the senator] {said}.
STATE     “<Imagine a town without water>,” [the senator] {said}.
STATE     “<Who should pay for this>?” [the senator] {said}.
REQUEST   “<I want tough justice for the arsonists>,” [the senator] {said}.
REQUEST   “<I think he should leave the race>,” [the senator] {said}.
ASSESS    [The senator] {believes} <the rebels should have disarmed by now>.
# acts by their words together
ACCUSE    “<They walked away from the table>,” [the steward] {said}.
CONCEDE   [The union] {said} <it had called off the strike>.
COOPERATE [The river boards] {said} <they were jointly repairing the locks>.
ACCUSE    [The guild] {said} <it had released a statement condemning the raid>.
"""


def _cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.strip().splitlines() if not line.startswith("#")]
    return [(kind, rest.strip()) for kind, rest in (line.split(" ", 1) for line in lines)]


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_kind(kind: str, marked: str) -> None:
    page, statement = build.marked(marked)
    told_of, *_ = conditions(page, (statement,))
    assert kind_of(told(page, told_of)) == kind


# Where the model hears a promise in an own plan, and is sure of it.
PROMISES = ("{vowed} <to appeal>", "<We will raise the wages of teachers>")


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_kind_by_rules_and_model(kind: str, marked: str) -> None:
    page, statement = build.marked(marked)
    done, *_ = kinds(page, conditions(page, (statement,)))
    assert done.kind == kind or (done.kind is Kind.AGREE and any(p in marked for p in PROMISES))


def test_the_condition_colours_a_response() -> None:
    for clause, kind in (
        ("they bomb the port", Kind.THREATEN),
        ("their offer is genuine", Kind.AGREE),
    ):
        content = f"If {clause}, we will respond"
        page = build.page_of(f"“{content},” the admiral said.")
        statement = build.told(page, "the admiral", "said", content, quotation=Quotation.DIRECT)
        (done,) = kinds(page, conditions(page, (statement,)))
        assert done.kind is kind


def test_what_is_told_of_another_is_no_offer_of_the_speaker() -> None:
    page = build.page_of("The envoy said that both islands were prepared to negotiate.")
    statement = build.told(page, "The envoy", "said", "both islands were prepared to negotiate")
    (done,) = kinds(page, (statement,))
    assert done.kind is Kind.ASSESS


def test_a_minister_who_reports_to_parliament_speaks_for_its_country() -> None:
    page = build.page_of("Meloria is ready to talk, Tomas Arvel told the Melorian parliament.")
    (statement,) = via(page, (build.told(page, "Tomas Arvel", "told", "Meloria is ready to talk"),))
    (done,) = kinds(page, (statement,))
    assert done.kind is Kind.AGREE


def test_only_the_kind_is_filled() -> None:
    page = build.page_of("The mayor condemned the shelling.")
    statement = build.told(page, "The mayor", "condemned", "the shelling")
    (done,) = kinds(page, (statement,))
    assert done.content == statement.content
    assert done.speaker == statement.speaker


def test_every_row_of_the_matrix_names_known_classes() -> None:
    verbs = {name for row in LIGHT_VERBS.values() for name in row}
    things = {name for row in THINGS.values() for name in row}
    assert {verb for verb, _ in ACT_OF_THING} <= verbs
    assert {thing for _, thing in ACT_OF_THING} <= things


WORDS = st.sampled_from(
    "we they will not the talks if refuse offer must attack and treaty said who is “ ” , .".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=14))
def test_any_words_have_one_kind_always_the_same(words: list[str]) -> None:
    content = " ".join(words)
    page = build.page_of(f"The mayor said {content} today.")
    statement = build.told(page, "The mayor", "said", content)
    first = kind_of(told(page, statement))
    assert first is kind_of(told(build.page_of(page.report.text), statement))


@pytest.mark.parametrize(
    ("doer", "party", "kind"),
    [
        ("the growers", "Valley Growers' Association", Kind.AGREE),
        ("the front", "Highland Front", Kind.AGREE),
        ("the millers", "Valley Growers' Association", Kind.ASSESS),
        ("the grower", "Valley Growers' Association", Kind.ASSESS),
    ],
)
def test_members_act_as_their_body(doer: str, party: str, kind: Kind) -> None:
    page, statement = build.marked(
        f"[Mara Oden] {{said}} <{doer} would accept the plan>.", party=party
    )
    (done,) = kinds(page, (statement,))
    assert done.kind is kind
