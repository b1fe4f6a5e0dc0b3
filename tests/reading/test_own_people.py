"""Whose act it is that "they", "it", "drivers" would do: of those who speak for them, or not."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report


def side_of_doer(text: str, label: str) -> str:
    reading = read_report(open_text(text, name="one.txt"))
    actors = [a.actor for s in reading.statements for a in s.acts if a.label == label]
    assert len(actors) == 1
    return actors[0].party or actors[0].name if actors[0] is not None else ""


@pytest.mark.parametrize(
    ("text", "label", "side"),
    [
        (
            "“They will blockade the harbour mouth from Friday if the government does not pay,” "
            "said Ines Rook of the Trawlermen's Association.",
            "blockade the harbour mouth",
            "Trawlermen's Association",
        ),
        (
            "At the first digger, villagers would sit down on the road, Hetty Marlow of the Seles "
            "Residents' Association said.",
            "sit down on the road",
            "Seles Residents' Association",
        ),
        (
            "Its drivers would stop work at midnight if the fines stood, the Carters' League said.",
            "stop work",
            "Carters' League",
        ),
    ],
)
def test_who_speaks_for_many_says_what_they_will_do(text: str, label: str, side: str) -> None:
    assert side_of_doer(text, label) == side


@pytest.mark.parametrize(
    ("text", "label", "side"),
    [
        (
            "Nurses will walk out on Friday unless the hospital drops the rota, said Health "
            "Minister Dan Orle of Norland.",
            "walk out",
            "Norland",
        ),
        (
            "Drivers would stop work at midnight if the fines stood, the company, Kell Freight, "
            "said.",
            "stop work",
            "Kell Freight",
        ),
        (
            "Drivers would stop work at midnight if the fines stood, the Road Employers' "
            "Association said.",
            "stop work",
            "Road Employers' Association",
        ),
        (
            "They will walk out on Friday unless the hospital drops the rota, an analyst said.",
            "walk out",
            "an analyst",
        ),
    ],
)
def test_who_only_tells_of_them_does_not(text: str, label: str, side: str) -> None:
    assert side_of_doer(text, label) != side


@pytest.mark.parametrize(
    ("text", "label", "side"),
    [
        # what the sentence before is about, told of by another side
        (
            "Kell Freight is in trouble. It would close two depots if the strike went on, Finance "
            "Minister Dan Orle of Norland said.",
            "close two depots",
            "Kell Freight",
        ),
        (
            "The Red Front is tired. It will lay down its arms by May, said General Dan Orle of "
            "the Norland army.",
            "lay down its arms",
            "Red Front",
        ),
        (
            "Norland's army stood at the bridge. It would attack on Monday, Sudmark's foreign "
            "minister, Dan Orle, said.",
            "attack",
            "Norland",
        ),
        (
            "Sudmark was ready for talks and it would withdraw, Norland's foreign minister, Dan "
            "Orle, said.",
            "withdraw",
            "Sudmark",
        ),
        (
            "Ada Corr, the mayor of Kell, is under fire. She would resign if the audit went on, "
            "Ines Rook of the Reed Party said.",
            "resign",
            "Kell",
        ),
        (
            "Norland's president, Odo Brask, met envoys. He would free the captives if Sudmark "
            "paid, Sudmark's foreign minister, Dan Orle, said.",
            "free the captives",
            "Norland",
        ),
        # a man, where the one told of before is a woman
        (
            "Ada Corr, the mayor of Kell, is under fire. He would resign if the audit went on, Dan "
            "Orle of the Reed Party said.",
            "resign",
            "Reed Party",
        ),
        # the speaker's own side, by the same or another name
        (
            "Norland is firm. It will open the gates in May, Norland's foreign minister, Dan Orle, "
            "said.",
            "open the gates",
            "Norland",
        ),
        (
            "The ministry is firm. It will open the gates in May, Norland's foreign minister, Dan "
            "Orle, said.",
            "open the gates",
            "Norland",
        ),
        # of what no sentence before is about, nor one of this paragraph
        (
            "Kell Freight is in trouble.\n\nIt would close the road if the strike went on, Finance "
            "Minister Dan Orle of Norland said.",
            "close the road",
            "Norland",
        ),
    ],
)
def test_it_is_what_the_sentence_before_is_about(text: str, label: str, side: str) -> None:
    assert side_of_doer(text, label) == side
