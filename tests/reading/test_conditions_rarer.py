"""Conditions in rarer dress: a moment, whoever does it, "while", inverted, "otherwise"."""

from __future__ import annotations

import pytest

from firstmove.reading.condition_clauses.clauses import clauses_in
from firstmove.reading.conditions.conditions import conditions
from tests.reading import told as build

# kind (- for none), then a sentence with its <condition> marked
CLAUSES = """
if       The siege would be lifted <the moment that both roads opened>, said Ada Venn.
if       The mill is going to ask a judge for help <the minute that a gate is blocked>, it said.
if       <At the first sign of a digger>, tenants would lie down on the road, she said.
-        She said she would never forget the day that the fleet left.
-        The premier said the quay was closed the day the flood came.
-        Villagers said they had fled at the first sign of smoke.
-        The mayor said that at the first meeting he would ask for a vote.
-        He said the vote was a moment that nobody would forget.
if       “No bus will leave the yard <while the gates are barred>,” the steward said.
if       The skippers will refuse to sail <while the levy is in force>, their guild said.
if       Not a crown will be spent <while he chairs the club>, the sponsor said.
-        While the guild welcomed the offer, it would not sign, its head said.
-        The firm said it had not paid while the case was in court.
-        The sponsor wants both clubs to wait while the talks go on.
if       <Whoever stays away after Monday> would be dismissed, the minister said.
if       <Any porter who is missing on Sunday> will lose a week's pay, the ministry said.
if       <Any attempt to board the ship> would be met with force, the captain said.
-        Anyone who pays can enter, the mayor said.
-        Anybody who thinks so was not here last year, she said.
-        No one who signs will be dismissed, the firm said.
-        She said any new road would be built by the province.
if       The union might agree to a pause <were the mayor to write it into law>, it said.
if       Rebels would free the crew <were the army to pull back>, their spokesman said.
if       The guild said it stood ready to sail <were the port to drop its levy>.
only_if  <Not until the port drops its levy> will the guild sail, its head said.
only_if  The guild would sail <in exchange for the port dropping the levy>, its head said.
only_if  The envoy proposed that the guild end the strike <in return for the port paying it>.
only_if  The guild said it was ready to sail, <but the port has to drop its levy first>.
only_if  “We are willing to sail, <but the port must drop its levy>,” its head said.
-        The guild is not ready to sail, but the port must drop its levy, its head said.
-        The guild is ready to sail, but the port must know the price, its head said.
-        The guild is ready to sail, but it must mend its boats, its head said.
-        Drivers were to blame, the minister said, and trains were to run again.
-        The workers would be told, he said, that they were the ones to lose.
unless   “<The town has to pay its share>, otherwise we will close the doors,” she said.
unless   <The dairy must pay by Friday>, or else the farms will stop its milk, the growers said.
-        The minister said that she would wait; otherwise the road was safe.
-        The pump must have failed, otherwise the cellar would be dry, he said.
-        We must sell the farm, otherwise we will be ruined, the owner said.
only_if  The crews would come back, it said, <on one condition: that the fine is dropped>.
only_if  The crews would come back, but <on one condition: that nobody is sacked>, he said.
-        The club agreed on one thing: that the pitch was wet, he said.
until    The town shut the lock and vowed to keep it shut <until the fee is paid>, he said.
until    The city would withhold plots that firms need <until every flat had been mended>, he said.
-        He said the mill, which sells flour that bakers need until the harvest, was sold.
unless   The carrier will leave <unless the work has begun by then>, it said.
only_if  She would put it to a vote, <provided the council first took up the budget>, she said.
only_if  He would shelve the tax <provided the firms trained their crews>, he said.
if       The envoy “will sign it <if the senate doesn't touch a line>,” her aide said.
"""


def _cases() -> list[tuple[str, str]]:
    lines = CLAUSES.strip().splitlines()
    return [(kind, rest.strip()) for kind, rest in (line.split(" ", 1) for line in lines)]


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_clause(kind: str, marked: str) -> None:
    clause = marked[marked.find("<") + 1 : marked.find(">")]
    page = build.page_of(marked.replace("<", "").replace(">", ""))
    text = page.report.text
    found = [
        (c.kind.value, text[c.words[0].idx : c.words[-1].idx + len(c.words[-1])])
        for sentence in page.sentences
        for c in clauses_in(page, sentence)
    ]
    assert found == ([] if kind == "-" else [(kind, clause)])


def test_who_does_it_leaves_the_mode_of_what_is_done() -> None:
    from firstmove.reading.kinds.modality import modality
    from firstmove.statement import Modality

    page = build.page_of("Any boat that enters the bay will be fined, the harbour board said.")
    words = "Any boat that enters the bay will be fined"
    told = build.told(page, "the harbour board", "said", words)
    (done,) = modality(page, conditions(page, (told,)))
    assert done.condition is not None
    assert done.modality is Modality.FUTURE
