"""Pronouns, titles and parts of names to the fullest name that the report gives."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.reading.people.parties import resolve
from tests.reading.readers import names, page_of


def test_surname_to_full_name_without_titles() -> None:
    text = "Retired General Aldo Renn said the army was tired. Renn said it would rest."
    assert names(text) == ["Aldo Renn", "Aldo Renn"]


def test_pronoun_to_the_subject_before() -> None:
    text = "Foreign Minister Sana Torv met Aldo Renn on Monday. She said the talks had failed."
    assert names(text) == ["Sana Torv"]


def test_two_that_fit_alike_give_no_name() -> None:
    assert (
        names("Karl Berg and Peter Holt met on Friday. They left. He said it was late.")[-1] == ""
    )


def test_title_to_the_one_who_holds_it() -> None:
    text = (
        "Karvenian Foreign Minister Ilse Dorn arrived on Monday with Aldo Renn, a banker.\n\n"
        "The Foreign Minister said that Karvenia would wait."
    )
    assert names(text) == ["Ilse Dorn"]


def test_titles_of_two_people_name_nobody() -> None:
    text = (
        "Karvenian Minister Ilse Dorn met Vellish Minister Oskar Brandt. "
        "The minister said that the talks went well."
    )
    assert names(text) == [""]


def test_unnamed_roles_keep_their_words() -> None:
    assert names("Kremlin officials said the talks had failed.") == ["Kremlin officials"]
    text = "Velland waits. The country's prime minister offered to host the talks."
    assert names(text) == ["the country's prime minister"]


def test_relative_pronoun_to_its_noun() -> None:
    text = "Ilse Dorn, who wants more time, left the talks on Friday."
    assert names(text) == ["Ilse Dorn"]


def test_it_to_the_body_before() -> None:
    text = "The Dock Workers Union rejected the plan. It said the pay was too low."
    assert names(text) == ["Dock Workers Union", "Dock Workers Union"]


def test_acronym_in_the_reports_own_words() -> None:
    text = "The Dock Workers Union (DWU) met on Friday. The DWU rejected the plan."
    assert names(text) == ["Dock Workers Union"]


def test_name_set_beside_a_role() -> None:
    assert names("The mayor of Tarn, Ann Roe, said that the bridge was safe.") == ["Ann Roe"]
    assert names("The minister, Ann Roe, said that the bridge was safe.") == ["Ann Roe"]


def test_a_surname_of_two_people_stands_as_it_is_written_unless_a_title_tells_which() -> None:
    text = (
        "Ann Roe met Paul Roe on Monday. Mrs. Roe said that the talks went well. "
        "Roe said that the bridge was safe."
    )
    assert names(text) == ["Ann Roe", "Roe"]
    text = "Ann Roe met Mary Roe on Monday. Mrs. Roe said that the talks went well."
    assert names(text) == ["Mrs. Roe"]


def test_junior_is_no_family_name() -> None:
    text = "Paul K. Roe Jr. came late. Mr. Roe said that the bridge was safe."
    assert names(text) == ["Paul K. Roe Jr."]


def test_a_chamber_is_not_a_building_of_another_name() -> None:
    text = "The White House waited on Monday. The House rejected the bill."
    assert names(text) == ["House"]


def test_he_and_another_are_two() -> None:
    text = "Paul Roe wore a Velmo watch. He and his wife rejected the plan."
    assert names(text)[-1] == "He and his wife"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the premier stands behind the verb
        (
            "Minister Hana Kovel demanded water. Standing beside her was the premier, Luka Sedlo. "
            "He said that it was late.",
            "Luka Sedlo",
        ),
        # named only inside the words that "he said" attributes
        (
            "Senator Karl Moss blamed the port. “The port is poor. Premier Olaf Brink is weak,” "
            "he said.",
            "Karl Moss",
        ),
        # a given name that is hardly a man's
        ("Karl Moss was praised by Ruth Berg. She said that he had listened.", "Ruth Berg"),
        # nobody of a name is nearer than somebody with one
        ("Ann Roe left on Monday. A villager said it was shut. She said no.", "a villager"),
        ("Karl Moss left. A spokeswoman said that he was ill. She said no.", "a spokeswoman"),
        # one of several
        (
            "One of the mediators said he had hope. He doubted that it would be a deal.",
            "One of the mediators",
        ),
    ],
)
def test_pronouns(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_a_villager_is_not_the_woman_told_of_before() -> None:
    text = "Ann Roe left on Monday. A villager said that she had heard shots. She said no more."
    assert "Ann Roe" not in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Karl Moss and Vice President Olaf Brink met. "
            "The president said that it was late.",
            "Karl Moss",
        ),
        (
            "Former Mayor Karl Moss came. The mayor said that it was late.",
            "the mayor",
        ),
        (
            "General Karl Moss met the union's general secretary, Olaf Brink. "
            "The general said that it was late.",
            "Karl Moss",
        ),
        (
            "Governor Karl Moss, the presumptive Green nominee, waited on Monday. "
            "The Green candidate said that it was late.",
            "Karl Moss",
        ),
        (
            "Olaf Brink fears that Karl Moss would be president. "
            "The presumptive Republican presidential nominee said that it was late.",
            "Karl Moss",
        ),
        (
            "Rep. Karl Moss came on Monday. The congressman over the weekend said it was late.",
            "Karl Moss",
        ),
        (
            "Karl Moss was fined on Monday. The judge said that it was late.",
            "the judge",
        ),
        # by another name
        ("The envoy, known as Karl Moss, said that it was late.", "Karl Moss"),
        ("The envoy, known by his nom de guerre Karl Moss, said that it was late.", "Karl Moss"),
    ],
)
def test_whom_a_role_means(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_capitals_that_the_words_of_a_name_begin_with() -> None:
    text = "The Northern Rowing Union met. NRU president Karl Moss said that it was late."
    assert names(text) == ["Karl Moss"]
    text = "The Northern Rowing Union met. The NRU said that it was late."
    assert names(text) == ["Northern Rowing Union"]


def test_names_of_bodies_go_on_behind_for_and_to() -> None:
    assert names("The Court of Appeal for Rowing said that it was late.") == [
        "Court of Appeal for Rowing"
    ]
    assert names("The Committee to Protect Rivers said that it was late.") == [
        "Committee to Protect Rivers"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a hyphen in the family name
        ("Wil Okonjo-Hart came late. Okonjo-Hart said that it was cold.", "Wil Okonjo-Hart"),
        # what is told of people only, whatever the entity tagger thinks
        ("Hanne Ulvik, who leads the port, left. Ulvik said that it was cold.", "Hanne Ulvik"),
        (
            "Karl Moss met his counterpart from Turkey, Bram Ottoway, in Geneva. "
            "Ottoway said that it was cold.",
            "Bram Ottoway",
        ),
        ("Then-Governor Karl Moss came. Moss said that it was cold.", "Karl Moss"),
        ("Villager Karl Moss said that it was cold.", "Karl Moss"),
        ("Halden Minerals, which owns the pit, rejected it. It said no more.", "Halden Minerals"),
    ],
)
def test_names_that_taggers_miss(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_a_name_told_as_a_persons_once_is_a_persons_everywhere() -> None:
    text = (
        "Zaw Tun said that the road was shut. Its leader, Zaw Tun, waits. "
        "Tun, who heads the Hill Front, said that it would open."
    )
    assert set(names(text)) == {"Zaw Tun"}


def test_one_of_two_joined_is_asked_for_alone() -> None:
    page = page_of("Norway and Iceland failed to agree on herring.")
    norway = resolve(page, page.report.span(0, 6))
    both = resolve(page, page.report.span(0, 18))
    assert norway is not None
    assert both is not None
    assert (norway.name, norway.party) == ("Norway", "Norway")
    assert both.party == ""


def test_whoever_says_what_he_will_do_is_a_person() -> None:
    text = (
        "Senator John Fell said he would vote for the bill. Two others wait for Orme to decide.\n\n"
        "Orme said he would promise a vote."
    )
    statement = read_report(open_text(text)).statements[-1]
    assert [a.actor.name for a in statement.acts if a.actor] == ["Orme"]


def test_he_goes_on_with_what_the_one_before_said() -> None:
    text = (
        "Mike Holt, chief of the port, said a pause solves nothing.\n\n"
        "Orme said the foremen would walk away. He called on Sudmark to talk."
    )
    told = read_report(open_text(text)).statements
    assert [s.speaker.name for s in told if s.speaker][-2:] == ["Orme", "Orme"]


def test_two_capitals_that_speak_together_are_two_countries() -> None:
    assert names("Tokyo and Rome said the talks had failed.") == ["Japan and Italy"]
    assert names("Tokyo and Ann Roe said the talks had failed.") == ["Tokyo and Ann Roe"]
