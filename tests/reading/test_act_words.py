"""The words of acts and who would do them, where the grammar of the sentence hides either."""

from __future__ import annotations

import pytest

from firstmove.statement import ActPlace
from tests.reading.readers import acts


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The union demanded that nurses be spared the cut.", "spare nurses the cut"),
        ("Norland demanded that Sudmark fill the lake more slowly.", "fill the lake more slowly"),
        ("Norland wants Sudmark to build the dam faster.", "build the dam faster"),
        ("Norland is ready to commit itself to a truce.", "commit itself to a truce"),
        ("Norland refused to accept any return that is not voluntary.",
         "accept any return that is not voluntary"),
        ("Norland is prepared to stretch the filling over seven years instead of four, it said.",
         "stretch the filling over seven years"),
        ("Norland is willing to carry gas from Sudmark.", "carry gas from Sudmark"),
        ("Norland has promised £3m provided that nobody is expelled.", "£3m"),
        ("Mr Roe ruled out voting for the diesel tax.", "vote for the diesel tax"),
        ("Ostrand wants the money to be found by scrapping the two cutters.",
         "scrap the two cutters"),
        ("Norland said it would respond by closing its ports.", "close its ports"),
        ("Norland’s premier Ada Brand said that the troops would be back in barracks by May.",
         "be back in barracks"),
        ("The contingent would be home by Easter, the defence minister said.",
         "the contingent be home"),
        ("Sudmark asked for 60 buses. Norland has offered 40 of them.", "40 buses"),
        ("The firm called on the tribunal to hear its case.", "hear its case"),
        ("Norland plans to supply the rebels with guns.", "supply the rebels with guns"),
        ("Norland told both sides to get their act together.", "get their act together"),
        ("Norland turned down the invitation.", "accept the invitation"),
        ("The fee, worth 20 crowns a head a year, will be scrapped, the mayor said.",
         "scrap the fee"),
        ("The lane, on the other hand, could be marked out in days if both sides agreed, "
         "Norland said.", "mark the lane out"),
        ("The mayor demanded that the vote be brought forward to the first week of May.",
         "bring the vote forward"),
        ("Norland appealed to both armies to keep their guns at least 10 miles away from the "
         "line.", "keep their guns away from the line"),
        ("Norland demanded talks without conditions.", "talks without conditions"),
        ("Norland demanded that a date be agreed on.", "agree on a date"),
        ("Norland rejected an appeal by the Sudmark government for a further delay.",
         "a further delay"),
        ("The firm has to get the union on board, the mayor said.", "get the union on board"),
        ("The union said that nurses would strike and that the trust must then pay them.",
         "pay nurses"),
        ("The union said it would close two of the four gates and keep them closed.",
         "keep them closed"),
        ("The union said that the levy had to be dealt with now.", "deal with the levy"),
        ("Norland had delayed the rule twice and would not do so again, its minister said.",
         "delay the rule"),
        ("Norland ruled out any halt to the shelling.", "any halt to the shelling"),
        ("Norland demanded that Sudmark apologise for the deaths of two of its guards.",
         "apologise for the deaths of two of its guards"),
        ("Two of the captives would be handed over if the army left the hills, the Front said.",
         "hand two of the captives over"),
        ("There will be no overtime at any of the four plants, the union said.",
         "overtime at any of the four plants"),
        ("The police would escort anyone who wished to work, the minister promised.",
         "escort anyone"),
        ("The union said it would keep the road to the border post blocked.",
         "keep the road to the border post blocked"),
        ("Homestead would not vote for the motion.", "vote for the motion"),
        ("Ostrand advised Sudmark to let the panel's people talk to the guards.",
         "let the panel's people talk to the guards"),
        ("Norland said it would leave the crossing alone.", "leave the crossing alone"),
        ("A sale would be blocked, the union said.", "block a sale"),
        ("The League is to boycott all committees, Ada Brand announced.",
         "boycott all committees"),
        ("The chamber asked the crews to leave the ferry berth open, strike or no strike.",
         "leave the ferry berth open"),
    ],
)  # fmt: skip
def test_label(text: str, label: str) -> None:
    assert label in acts(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The union rejected funding for private schools.", "fund for private schools"),
        ("Norland said it would leave by train.", "train"),
        ("Norland’s premier Ada Brand said the winter would be over soon.", "the winter be"),
        ("Norland and Sudmark have ships, planes and crews. Sudmark offered 40 of them.",
         "40 crews"),
        ("“My men know every channel,” said the colonel, “and would rather be paid for it.”",
         "pay"),
        ("The minister will hear no complaints, he said.", "hear complaints"),
        ("There would be no talk of barley at such a meeting, Norland said.", "barley"),
    ],
)  # fmt: skip
def test_no_such_act(text: str, label: str) -> None:
    assert label not in acts(text)


def test_what_is_to_be_admitted() -> None:
    found = acts(
        "Norland will apologise if Sudmark admits that its guards had fired first, it said.",
        ActPlace.CONDITION,
    )
    assert "Sudmark admit that its guards had fired first" in found


def test_nothing_is_anything_refused() -> None:
    act = acts("Norland said its party would sign nothing of the kind.")
    assert act["sign anything of the kind"].negated


def test_what_was_not_done_is_not_denied_of_what_will_be() -> None:
    found = acts("Norland said that it had not received any draft and would sign one on Monday.")
    assert {label: act.negated for label, act in found.items()} == {"sign one": False}
    found = acts("Norland said it would not pay and would close the border.")
    assert {a: found[a].negated for a in found} == {"pay": True, "close the border": False}


def test_a_means_refused_is_negated() -> None:
    found = acts("The government will not close the gap by cutting pensions, the minister said.")
    assert found
    assert all(a.negated for a in found.values())


@pytest.mark.parametrize(
    ("text", "label", "who"),
    [
        ("Ostrand Accord called on Homestead to support it.", "support it", "Homestead"),
        ("Norland rejected a plea from the bishops to free the captain.",
         "free the captain", "Norland"),
        ("Norland rejected a move by Sudmark to join the League.",
         "join the League", "Sudmark"),
        ("Norland rejected its own plan to build a bridge.", "build a bridge", "Norland"),
        ("Mitt Romme attacked Donald Trask for his refusal to release his taxes.",
         "release his taxes", "Donald Trask"),
    ],
)  # fmt: skip
def test_doer(text: str, label: str, who: str) -> None:
    actor = acts(text)[label].actor
    assert actor is not None
    assert who in (actor.party, actor.name)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Harbour Group rejected the plan to delay a ship.", "delay a ship"),
        ("The Harbour Group opposed moves to close the quay.", "close the quay"),
        ("The Renewal Front called on its government to break off relations with Sudmark.",
         "break off relations with Sudmark"),
        ("Norland’s premier said the soldiers would leave the town.", "leave the town"),
        ("The ferry union said the army would leave the town.", "leave the town"),
    ],
)  # fmt: skip
def test_nobody_is_made_the_doer(text: str, label: str) -> None:
    actor = acts(text)[label].actor
    assert actor is None or not actor.party


def test_a_number_of_a_thing_told_of_by_another() -> None:
    demand = "The Front insists that Norland station observers on the bridge."
    found = acts(f"{demand} Mr Voss offered 40 of them.")
    assert found["40 observers"].actor is not None
    assert found["40 observers"].actor.name == "Voss"


def test_what_is_punishing_is_a_thing_and_not_what_is_done_to_it() -> None:
    text = "Norland will not pay, it said, unless punishing duties on its cars are lifted."
    assert set(acts(text, ActPlace.CONDITION)) == {"lift punishing duties on its cars"}
