"""Opening: what is read as it stands, what is refused, and what the text itself tells of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstmove.errors import ReportError
from firstmove.reading import open_report, open_text
from firstmove.reading.opening.encoding import MAX_BYTES
from firstmove.reading.opening.open_report import MAX_CHARACTERS
from firstmove.report import Part

STORY = (
    "The harbour council said on Monday that it would reopen the north quay.\n\n"
    "“We are ready,” said its chair, Ilse Marn."
)


def write(folder: Path, data: bytes, name: str = "morning.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_taken_as_it_stands(tmp_path: Path, encoding: str) -> None:
    text = STORY.replace("\n", "\r\n")
    report = open_report(write(tmp_path, text.encode(encoding)))
    assert report.text == text
    assert report.notes == ()
    assert (report.name, report.source) == ("morning.txt", "morning")


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    report = open_report(write(tmp_path, STORY.encode("cp1252")))
    assert report.text == STORY
    assert "Windows-1252" in report.notes[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "ZIP"),
        (b"\x89PNG\r\n\x1a\n...", "PNG"),
        (b"\xff\xd8\xff\xe0...", "JPEG"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"The council\x00said so.", "NUL"),
        ("Рада порту оголосила, що відкриє причал.".encode("koi8-u"), "cannot be read as UTF-8"),
        (b"\xff\xfe\x00\xd8\x41\x00", "cannot be read as UTF-16"),
        (b"QUJD" * 2000 + b" end", "without a space"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = write(tmp_path, data)
    with pytest.raises(ReportError) as caught:
        open_report(path)
    assert says in caught.value.what
    assert "morning.txt" in caught.value.where
    assert caught.value.remedy


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        open_report(tmp_path / "none.txt")
    with pytest.raises(ReportError) as caught:
        open_report(tmp_path)
    assert "name the files" in caught.value.remedy


def test_limits_are_said(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ReportError, match="20 MB"):
        open_report(large)
    with pytest.raises(ReportError, match=f"{MAX_CHARACTERS:,}"):
        open_text("word " * (MAX_CHARACTERS // 5 + 1), name="long.txt")


def test_html_gives_article_and_metadata(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Paragraph {n}: the ferry union told the ministry of Norland that it would wait "
        "until the new timetable is signed by both sides.</p>"
        for n in ("one", "two", "three")
    )
    page = (
        "<!DOCTYPE html><html><head><title>Ferry union waits | The Quay Post</title>"
        '<meta property="og:site_name" content="The Quay Post">'
        '<meta property="og:title" content="Ferry union waits">'
        '<meta property="article:published_time" content="2031-03-04T09:00:00Z">'
        "</head><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>"
        f"<article><h1>Ferry union waits</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    # A page that somebody saved under a text file's name is a page all the same.
    for name in ("page.html", "page.txt"):
        report = open_report(write(tmp_path, page.encode(), name))
        assert report.source == "The Quay Post"
        assert report.title == "Ferry union waits"
        assert report.published == date(2031, 3, 4)
        assert "Paragraph two" in report.text
        assert "\n\nParagraph three" in report.text
        assert "<p>" not in report.text
        assert "Sport" not in report.text


def test_page_without_article(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no article"):
        open_report(write(tmp_path, b"<!doctype html><html><body></body></html>", "x.html"))


@pytest.mark.parametrize(
    ("head", "published", "source"),
    [
        ("Published: 3 March 2031\n\n", date(2031, 3, 3), "x"),
        ("The Quay Post | March 3, 2031\n\n", date(2031, 3, 3), "The Quay Post"),
        ("Source: Coastal Wire\nDate: 2031-03-03\n\n", date(2031, 3, 3), "Coastal Wire"),
        (
            "The Northport Herald\nTuesday, 4 March 2031\n\n",
            date(2031, 3, 4),
            "The Northport Herald",
        ),
        ("Published on 13/04/2031 09:30\n\n", date(2031, 4, 13), "x"),
        ("Published: 03/04/2031\n\n", None, "x"),  # March or April: not for us to say
        ("March 3\n\n", None, "x"),  # which year?
        ("NORTHPORT, March 3, 2031 (Reuters) - ", date(2031, 3, 3), "Reuters"),
        ("Updated: 5 March 2031\nPublished: 4 March 2031\n\n", date(2031, 3, 4), "x"),
        ("MARCH 3, 2031 · Quay Post\n\n", date(2031, 3, 3), "Quay Post"),
        ("3 March 2031 — The Quay Post\n\n", date(2031, 3, 3), "The Quay Post"),
        ("NORTHPORT, 4 March 2031 (Quay News)\n\n", date(2031, 3, 4), "Quay News"),
        ("By Ann Wills, Quay Post, 3 March 2031\n\n", date(2031, 3, 3), "Quay Post"),
        ("By Ann Wills, political editor, 3 March 2031\n\n", date(2031, 3, 3), "x"),
        ("By Ann Wills | 3 March 2031\n\n", date(2031, 3, 3), "x"),
        ("By Ann Wills, Quay Post\n\n", None, "x"),  # an office would look alike
        ("", None, "x"),
    ],
)
def test_date_and_source_from_the_head(head: str, published: date | None, source: str) -> None:
    report = open_text(head + STORY, name="x.txt")
    assert (report.published, report.source) == (published, source)


@pytest.mark.parametrize(
    "below",
    ["The Quay Post — March 3, 2031", "MARCH 3, 2031 · Quay Post", "Quay Radio, 3 May 2031"],
)
def test_a_headline_right_above_outlet_and_day(below: str) -> None:
    title = "Ferry crews, port clash over plan for the ninth pier"
    report = open_text(f"{title}\n{below}\n\n{STORY}", name="x.txt")
    assert report.title == title
    assert report.published is not None


def test_what_the_caller_knows_comes_first() -> None:
    text = "The Quay Post | March 3, 2031\n\n" + STORY
    report = open_text(text, source="Archive", title="Quay", published=date(2031, 3, 9))
    assert (report.source, report.title) == ("Archive", "Quay")
    assert report.published == date(2031, 3, 9)


def test_other_language_is_noted() -> None:
    text = "Der Hafenrat erklärte am Montag, dass er die Mole wieder öffnen werde. " * 12
    assert "English" in open_text(text).notes[0]
    assert open_text(STORY * 10).notes == ()


def test_lone_surrogate_is_refused() -> None:
    with pytest.raises(ReportError, match="surrogate"):
        open_text("The council \ud800 said so.")


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(
        str.strip
    )
)
def test_offsets_hold_for_any_text(text: str) -> None:
    report = open_text(text)
    assert report.text == text
    for aside in report.asides:
        assert text[aside.span.start : aside.span.end] == aside.span.quote


def test_asides_are_in_order_and_apart() -> None:
    report = open_text("Quay to reopen\n\nBy Ann Orme\n\n" + STORY + "\n\nAdvertisement\n")
    places = [(a.span.start, a.span.end) for a in report.asides]
    assert places == sorted(places)
    assert [a.part for a in report.asides] == [Part.HEADLINE, Part.BYLINE, Part.BOILERPLATE]
