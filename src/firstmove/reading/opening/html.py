"""The article of an HTML page, with what its metadata says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from firstmove.errors import ReportError

_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}>", re.I)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.I)
MAX_ELEMENTS = 100_000  # a long live blog has some ten thousand
_LONG_TABLE = 400  # rows and cells
_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    url: str = ""
    notes: tuple[str, ...] = ()


# A brief lies beside the reports it was made from, and `*.html` takes it along.
_OWN = re.compile(rb'<meta name="generator" content="firstmove\b')


def looks_like_html(data: bytes, suffix: str) -> bool:
    """By content, whatever the name: a text file may hold a page, and a page may be text."""
    if _HTML_START.match(_after_comments(data[:4096])):
        return True
    return suffix.lower() in _SUFFIXES and b"<" in data[:100_000]


def _after_comments(data: bytes) -> bytes:
    """What follows a byte order mark, an XML declaration and comments."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if declared := _DECLARATION.match(data):
        data = data[declared.end() :].lstrip()
    while data.startswith(b"<!--") and (end := data.find(b"-->")) >= 0:
        data = data[end + 3 :].lstrip()
    return data


def article_of(data: bytes, where: str) -> Article:
    """Paragraphs parted by blank lines; title, outlet, date and address from the metadata.

    Raises:
        ReportError: a page without an article in it, or a brief of firstmove's own.
    """
    if _OWN.search(data[:4096]):
        raise ReportError(
            "this page is a brief made by firstmove, no report",
            where=where,
            remedy="give the reports that it was made from",
        )
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")  # its timer uses signals: main thread only
    tree = _light(trafilatura.load_html(data), where)
    document = (
        None
        if tree is None
        else trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_links=False,
            # The page's own markup, no guesses from its text; and no look at today's date.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": "9999-12-31",
            },
            config=config,
        )
    )
    text = (getattr(document, "text", None) or "") if document is not None else ""
    if not text.strip():
        raise ReportError(
            "no article was found in this page",
            where=where,
            remedy="save the article's text as .txt and give that file",
        )
    fields = {
        key: str(getattr(document, key, None) or "").strip()
        for key in ("title", "sitename", "date", "url", "hostname")
    }
    return Article(
        text="\n\n".join(line.strip() for line in text.splitlines() if line.strip()),
        title=_without_site(fields["title"], fields["sitename"]),
        source=fields["sitename"] or fields["hostname"],
        published=_day(fields["date"]),
        url=fields["url"],
    )


def _light(tree: Any, where: str) -> Any:
    """The page's tree without its long tables, which hold no story and take their square in time.

    Raises:
        ReportError: more elements than any news page has.
    """
    if tree is None:
        return None
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise ReportError(
            f"the page has {elements:,} elements; one report may have {MAX_ELEMENTS:,}",
            where=where,
            remedy="save the article's text as .txt and give that file",
        )
    for table in reversed(list(tree.iter("table"))):
        if sum(1 for _ in table.iter("tr", "td", "th", "li")) > _LONG_TABLE:
            table.drop_tree()
    return tree


def _without_site(title: str, site: str) -> str:
    """A page's title without the outlet's name behind it: "Talks resume | The Herald"."""
    if site:
        parted = re.split(r"\s[|–—-]\s", title)
        if len(parted) > 1 and parted[-1].strip().lower() == site.lower():
            return re.split(r"\s[|–—-]\s" + re.escape(parted[-1]), title)[0].strip()
    return title


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
