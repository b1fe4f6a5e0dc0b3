"""The page of the bundled case, read and drafted by the real stages."""

from __future__ import annotations

import pytest

from firstmove.analysis import analyse
from firstmove.drafting import draft
from firstmove.examples import reports
from firstmove.ledger import merge
from firstmove.reading import open_report, read_report
from firstmove.views import Brief, page, terminal
from tests.views.test_page import Page, check_links, check_verbatim


@pytest.fixture(scope="module")
def brief() -> Brief:
    view = merge([read_report(open_report(path)) for path in reports()])
    drafted = draft(view)
    return Brief.of(view, drafted, analyse(drafted.conflict))


def test_words_links_and_evidence(brief: Brief) -> None:
    parsed = Page(page(brief))
    assert check_verbatim(parsed, brief) > 50
    check_links(parsed)
    assert not parsed.unbalanced
    text = parsed.all("main")[0][1]
    assert "were not found there" not in text
    for told in brief.told:
        assert told.outlet in text


def test_every_thing_said_is_on_the_page_once(brief: Brief) -> None:
    parsed = Page(page(brief))
    ids = [attrs["id"] for attrs, _ in parsed.all("article", "said")]
    assert ids == [f"said-{n}" for n in range(1, len(brief.view.entries) + 1)]


def test_summary_names_every_party_that_speaks(brief: Brief) -> None:
    text = terminal(brief)
    for side in brief.sides:
        assert side.name in text
