"""Whom "he" means behind words that tell of somebody by name: "Zbriv Orel would go, he said"."""

from __future__ import annotations

import pytest

from firstmove.reading.people.parties import resolve
from tests.reading.readers import page_of

BEFORE = "A spokesman for the Selve Water Board, Tomas Reyl, said that the gates were shut. "


def meant(text: str, pronoun: str) -> str:
    page = page_of(text)
    start = text.rindex(f", {pronoun} ") + 2
    found = resolve(page, page.report.span(start, start + len(pronoun)))
    return found.name if found is not None else ""


@pytest.mark.parametrize(
    ("told", "pronoun", "wanted"),
    [
        ("Matthias Orel would send the engineers, he told visitors.", "he", "Matthias Orel"),
        ("Zbriv Orel would send the engineers, he told visitors.", "he", "Zbriv Orel"),
        ("Unless they paid, Dorjee Pell would leave, he said.", "he", "Dorjee Pell"),
        ("Ann Holt would send the engineers, she told visitors.", "she", "Ann Holt"),
        # a known given name of the other sex, and what is somebody's no more
        ("Ann Holt would send the engineers, he told visitors.", "he", "Tomas Reyl"),
        ("Selve Ferries would stop, he told visitors.", "he", "Tomas Reyl"),
        ("The union would strike, he told visitors.", "he", "Tomas Reyl"),
        # who cannot be told from a body's name is left open
        ("Tamsin Ardle would send the engineers, he told visitors.", "he", ""),
        # bodies
        ("The harbour union would strike, it said.", "it", "the harbour union"),
        ("The dockers would strike, they said.", "they", "the dockers"),
    ],
)
def test_the_subject_of_the_words_that_come_first(told: str, pronoun: str, wanted: str) -> None:
    assert meant(BEFORE + told, pronoun) == wanted


def test_a_firm_is_nobody() -> None:
    text = f"The firm Quill Marsh dug on. {BEFORE}Quill Marsh would dig on, he told visitors."
    assert meant(text, "he") == "Tomas Reyl"
