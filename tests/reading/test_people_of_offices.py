"""Whose side somebody in an office is on, by the words set beside the name."""

from __future__ import annotations

import pytest

from tests.reading.readers import names, sides

_FRONT = "The Reed Front, the movement which fought the government until 2015, rejected the plan. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The dockers' federation, whose secretary, Ann Vale, was ill, rejected the offer. "
            "Ms Vale said that the strike would go on.",
            ("Ann Vale", "the dockers' federation"),
        ),
        (
            "The Lode Commission has not met. Its secretary-general, Odo Brask, a former judge, "
            "said on Monday that the vote would be held in June.",
            ("Odo Brask", "Lode Commission"),
        ),
        (
            "The Lode Commission will not withdraw the ruling, its secretary-general, Odo Brask, "
            "said in Perrin.",
            ("Odo Brask", "Lode Commission"),
        ),
        (
            "National Alliance, the largest opposition party, would vote against the budget. Its "
            "leader, Odo Brask, said that the cut was an insult.",
            ("Odo Brask", "National Alliance"),
        ),
        (
            "The Reed Force has left. The force's commander, Gen. Odo Brask of Tolmark, said that "
            "the guns would be moved.",
            ("Odo Brask", "Reed Force"),
        ),
        (
            "Alabama Democratic Party chairwoman Nancy Worley said that she would vote.",
            ("Nancy Worley", "Alabama Democratic Party"),
        ),
        (  # what is only imagined is no government
            "Jan Poe, Roe's campaign manager, laughed and said, “We'll see.” He was asked if a Roe "
            "administration would meet reporters at the White House.",
            ("Jan Poe", "Roe"),
        ),
        (  # what a director deals with is no side
            "The talks failed, DMU Director of Government Affairs Phil Brask said on Monday.",
            ("Phil Brask", "DMU"),
        ),
        (  # of the one country that the report is told from
            "Norland's army waited on Monday. President Odo Brask has threatened to resume raids.",
            ("Odo Brask", "Norland"),
        ),
        (  # which is no country that is asked or fought
            "Norland's army waited on Monday. President Odo Brask urged Norland to stop the raids.",
            ("Odo Brask", ""),
        ),
        (  # a minister that a tagger takes for a body
            "The government would wait. Petar Kolev, the finance minister, wants to cut pensions.",
            ("Petar Kolev", "the government"),
        ),
        (  # where somebody was met
            "Ann Roe said she was glad. The pontiff met Roe at the Vatican guest house.",
            ("Ann Roe", ""),
        ),
        (
            "A singer, Ada Corr, met the growers on Monday. She would not pay, a lawyer for Ms "
            "Corr said.",
            ("a lawyer for Ms Corr", "Ada Corr"),
        ),
        (
            "Tolmark's minister, Ada Corr, met the growers of Sarn on Monday. The bill would not "
            "be paid, a spokesman for Ms Corr said.",
            ("a spokesman for Ms Corr", "Tolmark"),
        ),
        (_FRONT + "The government said that it would go ahead.", ("the government",) * 2),
    ],
)
def test_of_the_body_that_the_words_beside_the_name_tell(text: str, who: tuple[str, str]) -> None:
    assert (names(text)[-1], sides(text)[-1]) == who


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        # Neither of the company nor of the land: who speaks is not the one they are told of.
        (
            "After talks with the company's director, Ann Vale said that the strike would go on.",
            "the company",
        ),
        # A firm that is an owner is no person.
        (
            "The mill's owner, Halden Minerals, said that it would close the plant.",
            "the mill",
        ),
        # A head of government whose land is not told is no side alone by having a spokesman.
        (
            "Tolmark and Sarn have met twice. Prime Minister Ada Corr met the growers on Monday. "
            "The bill would not be paid, a spokesman for Ms Corr said.",
            "Ada Corr",
        ),
        # Told further on, another group is not the one that speaks.
        (
            "A senior Reed Front official was silent. The group would go on, its commander, Odo "
            "Brask, said. The smaller group, the Fen Guard, left.",
            "Fen Guard",
        ),
        # "Defence minister" of which of the two is not told.
        (
            "Solm, which has troops in the valley, threatened to leave. The government of Ombra "
            "was silent. It would keep them there, Defence Minister Ann Vale said.",
            "Ombra",
        ),
    ],
)
def test_not_of_another_that_stands_near(text: str, not_told: str) -> None:
    assert not_told not in sides(text)


def test_a_verb_parts_a_body_from_an_office() -> None:
    text = "The Rifle Association says President Ann Roe's plan is late. Roe said it was not."
    assert sides(text) == ["Rifle Association", ""]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        # Whom somebody serves comes before the party that he is a member of.
        (
            "FBI Director Odo Brask said that no charges would be brought. Nobody told of Brask, a "
            "Republican picked by another mayor, stayed. Brask said that it was late.",
            "FBI",
        ),
        ("First his wife, longtime Mary Roe aide Ida Poe, said that it was late.", "Mary Roe"),
        ("Ohio Secretary of State Jan Poe said that the count was fair.", "Ohio"),
        ("The Roe Campaign said that it would wait. Ann Roe was silent.", "Ann Roe"),
        ("The Clean River Campaign said that it would wait.", "Clean River Campaign"),
        # No office stands between the name of a body and the name behind it.
        ("After a leak to The Guardian and The Oste Post, Mr. Brask said it was late.", ""),
        ("Jan Poe said in a talk on Oste News that Mrs. Roe's plan was late. Roe said no.", ""),
        ("Director of National Intelligence James Brask said that it was late.", ""),
        ("“It is time,” Rear Admiral Odo Brask told reporters.", ""),
        ("A question by TV host Charlie Brask was late. Brask said that it was.", ""),
        ("Representative Ann Roe won. Ms. Roe, 76, who represents Oste City, said no.", ""),
    ],
)
def test_whom_somebody_serves(text: str, side: str) -> None:
    assert set(sides(text)) == {side}


def test_a_deed_at_the_head_of_a_sentence_is_no_firm() -> None:
    text = (
        "Approval would end the strike at Orvel. The company had argued that it needed more time. "
        "“We need time,” Orvel said."
    )
    assert "Approval" not in sides(text)
