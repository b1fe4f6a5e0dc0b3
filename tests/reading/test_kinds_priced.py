"""Kinds of own acts that have a price, of demands in other dress, and of what looks like them."""

from __future__ import annotations

import pytest

from firstmove.reading.conditions.conditions import conditions
from firstmove.reading.kinds.kinds import kinds
from tests.reading import told as build

# kind, then a sentence with its [speaker], {cue} and <content> marked
CASES = """
# offered for what another does first, whatever the act is called
AGREE     [The mayor] {said} <he would shelve the kiosk tax provided the traders swept the square>.
AGREE     [The guild] {wrote} <that it would recommend the rise only if the ovens were mended>.
AGREE     [The bishop] {said} <he could support the bypass, but only if the bells were spared>.
AGREE     [The heirs] {said} <they would drop the suit if the museum returned two of the bowls>.
AGREE     [The lender] {said} <the balance would follow once both towns had signed>.
AGREE     [The trust] {wrote} <the pupils can keep the boats, provided they repair the pier>.
AGREE     [The guild] {said} <it had nothing against a count, on condition that its clerk sat in>.
AGREE     [The senator] {said} <she'd vote for the loan as long as the school was in it>.
AGREE     [Italy] {said} <it would accept the plan if Germany withdrew>.
AGREE     [Italy] {said} <it would accept the plan if Germany paid for it>.
AGREE     [Italy] {said} <it had no objection to handing over the fort>.
AGREE     [Italy] {said} <it would extend the deadline if Germany handed in the charts>.
AGREE     [Italy] {said} <the deadline would be extended if Germany handed in the charts>.
AGREE     [Italy] {said} <it would freeze its programme provided Germany opened its archive>.
# threatened, where another presses on
THREATEN  [Italy] {said} <it would raise the fee if Germany went ahead with the dam>.
THREATEN  [Italy] {said} <it would resume enrichment if the tax was imposed>.
# threatened, where another gives nothing
THREATEN  [The union] {said} <it would have to strike unless the firm paid>.
WARN      [Italy] {said} <it would have to review the drills if fines were issued>.
THREATEN  [The line] {said} <it would move its ferries to Ost unless the town mended the pier>.
THREATEN  [The deputy] {vowed} <to quit the front bench if the premier did not meet the widows>.
THREATEN  [The minister] {said} <any attempt to land on the island would be met with force>.
THREATEN  [The dockers] {said} <work will stop on Monday if the port has not paid by then>.
THREATEN  [The firm] {said} <it is going to ask a judge to stop the march>.
THREATEN  [The state] {says} <figs will be subject to a duty unless the isles open their ports>.
THREATEN  [The crews] {voted} <to shut the harbour if the firm does not pay>.
# neither
AGREE     [The firm] {said} <it would help the town if nobody else did>.
AGREE     [Italy] {said} <it would help Germany if France went ahead with the dam>.
STATE     [The bank] {said} <it would raise the rate if prices continued to rise>.
ASSESS    [The analyst] {said} <figs will be subject to a duty unless the isles give way>.
ASSESS    [The minister] {said} <the rest would come in the spring>.
# refused
REJECT    [The whip] {said} <he would not negotiate over pay while they held the port hostage>.
REJECT    [The trustees] {said} <they would vote for no sale>.
REJECT    “<Nobody is going back for that>,” [the stoker] {said}.
REJECT    [The premier] {said} <there will be no soldiers on the quays>.
REJECT    [The club] {said} <not a crown would be spent while the feud lasts>.
# asked for
REQUEST   [The minister] {said} <that Germany had better take the deal>.
REQUEST   “<Open the port, and then we can talk about everything>,” [the stoker] {said}.
REQUEST   [The inspector] {ordered} <the divers out of the harbour>.
REQUEST   [The weavers] {agreed on} <one demand: that the mill pay for masks>.
REQUEST   [The envoy] {insisted} <that both captains hand over their charts>.
REQUEST   [The treasurer] {counselled} <the abbot to sell the vineyard>.
REQUEST   [The growers] {would like} <the council to lift the fee>.
REQUEST   “<The gate needs to be closed by dusk>,” [the farmer] {said} of the keepers.
REQUEST   [Norland] {expects} <Sudmark to halt the searches>.
REQUEST   “<We expect Sudmark to honour the accord>,” [Norland] {said}.
REQUEST   [Norland] rejected the offer, {insisting} <that Sudmark withdraw its ships>.
# not asked for
ASSESS    [Norland] {said} <Sudmark owed nobody an explanation>.
ASSESS    [Norland] {expects} <Sudmark to win the vote>.
ASSESS    [Norland] {expects} <Sudmark to lift the ban in March>.
ASSESS    [The analyst] {expects} <Sudmark to lift the ban>.
ASSESS    [They] {dislike} <the order of the speeches>.
ASSESS    [The council] {insisted} <that traders pay too little>.
"""


def _cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.strip().splitlines() if not line.startswith("#")]
    return [(kind, rest.strip()) for kind, rest in (line.split(" ", 1) for line in lines)]


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_kind(kind: str, marked: str) -> None:
    page, statement = build.marked(marked)
    done, *_ = kinds(page, conditions(page, (statement,)))
    assert done.kind == kind
