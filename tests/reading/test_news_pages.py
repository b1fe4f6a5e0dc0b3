"""The forms that news comes in: the same statements, whatever stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstmove.reading import open_report, open_text, read_report
from firstmove.report import Report

PARAGRAPHS = (
    "The union of ferry crews in Norport on Monday rejected a pay offer made by the port "
    "authority, saying it fell short of what members need.",
    "“We will not sign this,” said Bo Lind, the leader of the union. “The authority must come "
    "back with a better offer.”",
    "Ilse Marn, who heads the authority, said it would raise the offer if the crews return to "
    "work by Friday.",
    "The mayor warned that the dispute could close the harbour for the whole of the summer season.",
)
HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    "<title>Ferry crews turn down offer | Norport Courier</title>"
    '<meta property="og:site_name" content="Norport Courier">'
    '<meta property="article:published_time" content="2031-05-06T08:00:00Z"></head><body>'
)
TOLD = [
    ("The union of ferry crews in Norport", "rejected"),
    ("The union of ferry crews in Norport", "saying"),
    ("Bo Lind, the leader of the union", "said"),
    ("Bo Lind, the leader of the union", "said"),
    ("Ilse Marn, who heads the authority", "said"),
    ("The mayor", "warned"),
]


def told(report: Report) -> list[tuple[str, str]]:
    """Speaker and cue of each statement, after a look at its places."""
    reading = read_report(report)
    for statement in reading.statements:
        for span in (*statement.cue, *statement.content):
            assert report.text[span.start : span.end] == span.quote
    return [
        (" ".join(s.speaker.span.quote.split()) if s.speaker else "", s.cue[0].quote)
        for s in reading.statements
    ]


def p(*numbers: int) -> str:
    return "".join(f"<p>{PARAGRAPHS[number]}</p>" for number in numbers)


PAGES = {
    "nested boilerplate": (
        "<div><header><nav><ul><li><a href=/>Home</a></li><li><a href=/p>Politics</a></li></ul>"
        "</nav></header><div><div><article><h1>Ferry crews turn down offer</h1>"
        "<div class=byline>By <a>Ada Brandt</a></div><div class=share><a>Share on X</a></div>"
        f"<div><div>{p(0)}<figure><img src=a.jpg><figcaption>Bo Lind said he was “ready to wait” "
        f"outside the port. Photograph: Tor Eide/Northern Pictures</figcaption></figure>{p(1)}"
        "<aside class=related><h3>Read more</h3><ul><li><a href=/x>Harbour chief says strike “is "
        "illegal”</a></li></ul></aside><p><strong>Read more: </strong><a href=/y>Why the crews say "
        f"no</a></p>{p(2)}<div class=ad>Advertisement</div>{p(3)}</div></div></article>"
        "<section class=comments><h2>Comments</h2><p>SeaDog said: he said it is all the fault of "
        "the mayor.</p></section></div></div><footer><p>Sign up for our newsletter. By signing up "
        "you agree to our terms.</p></footer></div>"
    ),
    "live blog": (
        "<main><article><h1>Ferry strike – live updates</h1><div><time>10.40</time>"
        f"<h2>Union turns down offer</h2>{p(0, 1)}</div><div><time>10.12</time>"
        f"<h2>AUTHORITY SPEAKS</h2>{p(2)}</div><div><time>09.55</time><h2>What the mayor says</h2>"
        f"{p(3)}<p>Good morning. We will bring you the latest.</p></div></article></main>"
    ),
    "no markup but line breaks": f"<div>{'<br><br>'.join(PARAGRAPHS)}</div>",
    "script and style": (
        f"<article>{p(0)}<script>var quote = 'he said “no”';</script>{p(1)}"
        f"<style>.said{{}}</style>{p(2, 3)}</article>"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_around_the_story_says_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"{HEAD}{PAGES[name]}</body></html>", encoding="utf-8")
    report = open_report(path)
    assert (report.source, str(report.published)) == ("Norport Courier", "2031-05-06")
    assert told(report) == TOLD


BODY = "\n\n".join(PARAGRAPHS)
TEXTS = {
    "headline in capitals": (
        f"FERRY CREWS REJECT OFFER AS MAYOR SAYS HARBOUR WILL CLOSE\n\nNORPORT, May 6 — {BODY}"
    ),
    "captions and pointers": BODY.replace(
        "\n\nIlse", "\n\nPHOTO: Crews at the gate\n\nREAD MORE: Why the crews say no\n\nIlse"
    ),
    "no-break spaces": BODY.replace(" ", "\u00a0"),
    "straight quotation marks": BODY.replace("“", '"').replace("”", '"'),
    "one mark left open": BODY.replace("offer.”", "offer."),
    "a list below": f"{BODY}\n\nOn the table:\n\n- a rise of 5 percent\n- two crews more",
    "Windows line ends": BODY.replace("\n", "\r\n"),
    "another language between": BODY.replace(
        "\n\nThe mayor",
        "\n\nDer Bürgermeister sagte, dass der Hafen nicht vor dem Ende der Woche und auch nicht "
        "für die Fähren wieder geöffnet wird.\n\nThe mayor",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_form_of_a_text_changes_no_statement(name: str) -> None:
    assert told(open_text(TEXTS[name], name="courier.txt")) == TOLD
