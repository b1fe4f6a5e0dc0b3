"""Pages made to be slow or large: read or refused with a reason, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstmove.errors import ReportError
from firstmove.reading import open_report
from firstmove.reading.opening.html import looks_like_html
from tests.watchdog import ends

STORY = "".join(
    f"<p>Paragraph {n}: the ferry union told the ministry of Norland that it would wait until the "
    f"new timetable is signed by both sides, and it said so on day {n}.</p>"
    for n in range(6)
)


def page(body: str, before: str = "<!DOCTYPE html>") -> str:
    return f"{before}<html><head><title>T</title></head><body>{body}</body></html>"


ENTITIES = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdef", "bcdefg", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        page("<div>" * 10_000 + STORY + "</div>" * 10_000),
        page("<table>" + "<tr><td>1</td><td>x</td></tr>" * 20_000 + "</table>" + STORY),
        page(f"<article><p>&g;</p>{STORY}</article>", ENTITIES + "]>"),
        page(f"<article><p>A &#xD800; and &#0; and &#x110000; sign.</p>{STORY}</article>"),
        "<!--x-->" * 100_000 + page(STORY),
        "<!--" * 100_000 + page(STORY),
        page("<nav>" + "<a href='/'>x</a>" * 120_000 + "</nav>" + STORY),
        page("<p data-x='" + "y" * 2_000_000 + "'>" + STORY),
    ],
    ids="nested table entities numbers comments open-comments elements attribute".split(),
)
def test_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")
    reports, errors = [], []
    try:
        with ends():
            reports.append(open_report(path))
    except ReportError as error:
        errors.append(error)
    assert all(error.what and error.where and error.remedy for error in errors)
    assert all("Paragraph 3: the ferry union" in report.text for report in reports)
    assert all(len(report.text) < 5_000 for report in reports)


def test_long_tables_go_and_short_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    rows = "<tr><td>row</td></tr>" * 500
    text = f"<table><tr><td>{STORY}</td></tr><tr><td><table>{rows}</table></td></tr></table>"
    path.write_text(page(text + f"<article>{STORY}</article>"), encoding="utf-8")
    assert "Paragraph 3" in open_report(path).text


def test_a_page_behind_comments_is_a_page() -> None:
    assert looks_like_html(
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --> <!--b-->\n<html>", ".txt"
    )
    assert not looks_like_html(b"<!-- a -->" * 400 + b"text", ".txt")
