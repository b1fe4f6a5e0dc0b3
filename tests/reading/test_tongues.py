"""Paragraphs in another language are named and passed over; English never is."""

from __future__ import annotations

import pytest

from firstmove.reading import open_text, read_report
from firstmove.reading.opening.tongues import other_language
from firstmove.report import Part

OTHERS = [
    (
        "French",
        "Le maire a déclaré que la ville ne signera pas le contrat avec le syndicat tant que les "
        "navires restent dans le port.",
    ),
    (
        "German",
        "Der Minister erklärte am Montag, dass er den Vertrag nicht unterschreiben werde, solange "
        "die Schiffe im Hafen bleiben.",
    ),
    (
        "Spanish",
        "El ministro dijo que no firmará el acuerdo mientras los barcos sigan en el puerto.",
    ),
    (
        "Portuguese",
        "O ministro disse que não vai assinar o acordo enquanto os navios estiverem no porto.",
    ),
    (
        "Italian",
        "Il ministro ha detto che non firmerà l’accordo finché le navi non lasceranno il porto.",
    ),
    (
        "Dutch",
        "De minister zei dat hij het verdrag niet zal ondertekenen zolang de schepen in de haven "
        "liggen.",
    ),
    (
        "Polish",
        "Minister powiedział, że nie podpisze umowy, dopóki statki są w porcie i nie jest to "
        "możliwe.",
    ),
    ("a language in Cyrillic letters", "Министр заявил, что не подпишет договор в порту."),
    ("Chinese or Japanese", "部长表示，只要船只还在港口，他就不会签署协议。"),
    ("a language in Arabic letters", "قال الوزير إنه لن يوقع الاتفاق ما دامت السفن في الميناء."),
]


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_languages_are_told(name: str, text: str) -> None:
    assert other_language(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The board of the port said on Monday that it would not sign unless the ships leave.",
        "La Paz and Las Palmas: El País, Le Monde and Die Zeit sent men in.",
        "NORLAND MINISTER LEAVES QUAY TALKS AS UNION VOTES ON NEW OFFER",
        "Oui, said Marn.",
        "Lind, Orme, Eide, Marn, Bo, Tor, Ilse, Anna, Mia, Rolf, Per, Kai",
        "",
        "12 34 56 78",
    ],
)
def test_in_doubt_it_is_english(text: str) -> None:
    assert other_language(text) == ""


def test_a_paragraph_in_another_language_is_named_and_passed_over() -> None:
    english = "The union of Halm refused to sign. Its leader, Bo Lind, said it would strike."
    text = f"{english}\n\n{OTHERS[0][1]}\n\n{OTHERS[1][1]}\n\nLind said the port must pay."
    reading = read_report(open_text(text, name="x.txt"))
    passed = [a.span.quote for a in reading.report.asides if a.part is Part.OTHER_LANGUAGE]
    assert passed == [OTHERS[0][1], OTHERS[1][1]]
    assert "1 paragraph in French, 1 paragraph in German" in reading.problems[0].what
    alone = read_report(open_text(f"{english}\n\nLind said the port must pay.", name="x.txt"))
    assert [s.content[0].quote for s in reading.statements] == [
        s.content[0].quote for s in alone.statements
    ]


def test_nothing_but_another_language() -> None:
    reading = read_report(open_text(f"{OTHERS[1][1]}\n\n{OTHERS[0][1]}", name="x.txt"))
    assert reading.statements == ()
    assert "1 paragraph in German" in reading.problems[0].what
