"""spaCy is loaded without its command line, and both are whole afterwards."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_model_comes_without_the_command_line() -> None:
    code = (
        "import sys\n"
        "from firstmove.reading.parsing.language import nlp\n"
        "nlp(); print('spacy.cli' in sys.modules, 'httpx' in sys.modules)\n"
        "import catalogue, spacy, spacy.cli\n"
        "from spacy.cli.info import info\n"
        "print(hasattr(catalogue.AVAILABLE_ENTRY_POINTS, 'select'), callable(spacy.cli.download))\n"
        "print(spacy.info(silent=True)['spacy_version'] == info(silent=True)['spacy_version'])\n"
    )
    assert run(code).split() == ["False", "False", "True", "True", "True"]


def test_a_spacy_that_is_there_stays_as_it_is() -> None:
    code = (
        "import spacy, sys\n"
        "was = sys.modules['spacy.cli']\n"
        "from firstmove.reading.parsing.language import nlp\n"
        "nlp(); print(sys.modules['spacy.cli'] is was, spacy.info.__module__)\n"
    )
    assert run(code).split() == ["True", "spacy.cli.info"]
