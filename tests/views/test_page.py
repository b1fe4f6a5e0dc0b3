"""The HTML page: what it says is in the reports, what it links to is there, nothing gets out."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from firstmove.analysis import analyse
from firstmove.conflict import Conflict, feasible_states
from firstmove.drafting import Draft
from firstmove.ledger.entry import Entry, Relation, View
from firstmove.report import Report
from firstmove.statement import Mention, Problem, Quotation, Statement
from firstmove.views import Brief, draft_document, page
from firstmove.views.visible import visible
from tests.views import sample

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The page as a flat list of elements with their attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.stack: list[tuple[str, dict[str, str], list[str]]] = []
        self.unbalanced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: tuple[str, dict[str, str], list[str]] = (
            tag,
            {name: value or "" for name, value in attrs},
            [],
        )
        self.elements.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1][0] != tag:
            self.unbalanced.append(tag)
            return
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        skipped = any(
            {"back", "aside-name", "anchor"} & set(attrs.get("class", "").split())
            for _, attrs, _ in self.stack
        )
        for tag, attrs, text in self.stack:
            if not (skipped and "text" in attrs.get("class", "").split() and tag == "div"):
                text.append(data)

    def all(self, name: str = "", cls: str = "") -> list[tuple[dict[str, str], str]]:
        return [
            (attrs, "".join(text))
            for tag, attrs, text in self.elements
            if (not name or tag == name) and (not cls or cls in attrs.get("class", "").split())
        ]


@pytest.fixture(scope="module")
def html() -> str:
    return page(sample.brief())


@pytest.fixture(scope="module")
def parsed(html: str) -> Page:
    return Page(html)


def reports(brief: Brief) -> dict[str, Report]:
    return {told.letter: told.report for told in brief.told}


def check_verbatim(parsed: Page, brief: Brief) -> int:
    """Every element that shows words of a report shows the words that stand at its place."""
    found = parsed.all(cls="w")
    for attrs, text in found:
        letter, start, end = attrs["data-at"].split()
        assert text == visible(reports(brief)[letter].text[int(start) : int(end)])
    return len(found)


def check_links(parsed: Page) -> None:
    ids = [attrs["id"] for _, attrs, _ in parsed.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for attrs, _ in parsed.all("a"):
        if attrs.get("href", "").startswith("#"):
            assert attrs["href"][1:] in ids
    for _, attrs, _ in parsed.elements:
        if "aria-labelledby" in attrs:
            assert attrs["aria-labelledby"] in ids


def test_words_are_verbatim_at_their_place(parsed: Page) -> None:
    assert check_verbatim(parsed, sample.brief()) > 40


def test_links_have_targets_and_ids_are_unique(parsed: Page) -> None:
    check_links(parsed)


def test_every_statement_is_one_click_from_its_words_and_back(parsed: Page) -> None:
    hrefs = {attrs.get("href") for attrs, _ in parsed.all("a", "cite")}
    anchors = {attrs["id"] for attrs, _ in parsed.all("a", "anchor")}
    for statement in sample.STATEMENTS:
        letter = {sample.A.id: "A", sample.B.id: "B", sample.C.id: "C"}[statement.report_id]
        start = min(
            [s.start for s in statement.content]
            + ([statement.condition.span.start] if statement.condition else [])
        )
        assert [
            h for h in hrefs if h and h.startswith(f"#w-{letter}-{start}-") and h[1:] in anchors
        ]
    backs = {attrs["href"] for attrs, _ in parsed.all("a", "back")}
    assert {f"#said-{n}" for n in range(1, 9)} <= backs


def test_evidence_of_the_model_is_linked(parsed: Page) -> None:
    text = " ".join(text for _, text in parsed.all(cls="evidence"))
    assert "Half a lock is no lock," in text
    assert "were not found there" not in text


def test_report_texts_are_whole_and_lit_piece_by_piece(parsed: Page, html: str) -> None:
    shown = {attrs["data-report"]: text for attrs, text in parsed.all("div", "text")}
    assert shown == {"A": sample.A_TEXT, "B": sample.B_TEXT, "C": sample.C_TEXT}
    # a discontinuous quotation is one target, with a rule that lights all of its parts
    first, second = sample.S_FIRST_A.content
    anchor = f"w-A-{first.start}-{first.end}_{second.start}-{second.end}"
    assert f"#{anchor}:target~.{anchor}" in html
    lit = [text for attrs, text in parsed.all("span", anchor)]
    assert "".join(lit) == first.quote + second.quote


def test_asides_are_named(parsed: Page) -> None:
    assert {text for _, text in parsed.all(cls="aside-name")} == {"headline", "boilerplate"}


def test_headings_are_in_order_and_landmarks_are_there(parsed: Page) -> None:
    levels = [int(tag[1]) for tag, _, _ in parsed.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tags = [tag for tag, _, _ in parsed.elements]
    assert tags.count("main") == tags.count("nav") == tags.count("footer") == 1
    first_link = parsed.all("a")[0]
    assert first_link[0]["class"] == "skip"
    assert not parsed.unbalanced


def test_nothing_is_loaded_from_elsewhere(parsed: Page, html: str) -> None:
    tags = {tag for tag, _, _ in parsed.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "video", "form"}
    assert "url(" not in html
    assert "@import" not in html
    assert not [a for _, a, _ in parsed.elements if "src" in a or "style" in a]
    assert not [name for _, a, _ in parsed.elements for name in a if name.startswith("on")]
    policy = parsed.all("meta")[1][0]
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_differing_tellings_stand_side_by_side(parsed: Page) -> None:
    figures = [text for _, text in parsed.all("figure")]
    assert any("until the winter is over" in t and "The Sund Courier" in t for t in figures)
    assert any("closed for repairs" in t and "Bellmark Post" in t for t in figures)
    assert "They differ on reason" in [text for _, text in parsed.all("p", "field")]


def test_condition_quotation_and_source_are_visible(parsed: Page) -> None:
    conditions = [text for _, text in parsed.all("p", "cond")]
    assert "condition until the winter is over" in conditions
    assert any("only if Bellmark reopens" in text for text in conditions)
    quoted = [text for _, text in parsed.all("blockquote", "direct")]
    assert "“Half a lock is no lock,”" in [text.strip() for text in quoted]
    facts = [" ".join(text.split()) for _, text in parsed.all("ul", "facts")]
    assert any("source: the union of skippers" in f for f in facts)
    assert any("the outlet’s own, no source named" in f for f in facts)
    assert any("unresolved" in f and "inferred from published" in f for f in facts)


def test_same_brief_same_bytes(html: str) -> None:
    assert page(sample.brief()) == html


def test_no_word_takes_a_side(html: str) -> None:
    body = html.split("</style>")[1]
    for told in (sample.A_TEXT, sample.B_TEXT):
        for line in told.splitlines():
            body = body.replace(line, "")
    assert not re.search(r"\b(should|ought|best|worst|winner|loser|correct side)\b", body)


HOSTILE = (
    "Alert</style><script>alert(1)</script>\n\n"
    "Mara said \u202e\u2066“give in”\u202c <b onload=x>&amp; \x1b[31m]]> {{ 7*7 }} <!-- now.\n"
)


def hostile_brief() -> Brief:
    made = Report(
        Report.id_of(HOSTILE),
        HOSTILE,
        "<i>Out\u202elet</i>",
        "</title><script>x</script>",
        url="javascript:alert(1)",
        name='"><script>.txt',
    )
    start = HOSTILE.index("\u202e")
    content = made.span(start, len(HOSTILE) - 1)
    speaker = Mention(made.span(HOSTILE.index("Mara"), HOSTILE.index("Mara") + 4), "<u>Mara", "<p>")
    statement = Statement(
        made.id,
        speaker,
        (made.span(HOSTILE.index("said"), HOSTILE.index("said") + 4),),
        (content,),
        quotation=Quotation.DIRECT,
    )
    entry = Entry(
        "e' onclick=x", Relation.ONLY_ONE, "<p>", "<u>Mara", statement.kind,
        (statement.id,), (made.id,), 1, statement.id,
    )  # fmt: skip
    view = View(
        (made,), (statement,), (), (entry,), (), problems=(Problem("</li><script>", "<w>"),)
    )
    return Brief.of(view, Draft(Conflict("</title><script>y", (), ())), None)


def test_hostile_reports_stay_text() -> None:
    brief = hostile_brief()
    html = page(brief)
    parsed = Page(html)
    tags = {tag for tag, _, _ in parsed.elements}
    assert not tags & {"script", "i", "u", "w"}
    assert html.count("</style>") == 1
    assert "<!--" not in html
    assert "49" not in parsed.all("div", "text")[0][1]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]", html)
    assert "⟦U+202E⟧" in html
    assert "javascript:" not in [attrs.get("href", "")[:11] for attrs, _ in parsed.all("a")]
    assert not parsed.unbalanced
    check_verbatim(parsed, brief)
    check_links(parsed)


def many(entries: int) -> Brief:
    sentences = [f"Party{n % 3} said that thing number {n} would come." for n in range(entries)]
    text = "\n".join(sentences)
    made = Report(Report.id_of(text), text, "Long Record")
    statements, rows = [], []
    for n, sentence in enumerate(sentences):
        start = text.index(sentence)
        name = f"Party{n % 3}"
        statement = Statement(
            made.id,
            Mention(made.span(start, start + len(name)), name, name),
            (made.span(start + 7, start + 11),),
            (made.span(start + 17, start + len(sentence) - 1),),
        )
        statements.append(statement)
        rows.append(
            Entry(
                f"e-{n}",
                Relation.ONLY_ONE,
                name,
                name,
                statement.kind,
                (statement.id,),
                (made.id,),
                1,
                statement.id,
            )
        )
    view = View((made,), tuple(statements), (), tuple(rows), ())
    return Brief.of(view, Draft(Conflict("Long", (), ())), None)


def test_long_lists_are_cut_with_a_count_and_long_texts_with_a_gap() -> None:
    brief = many(900)
    parsed = Page(page(brief))
    check_links(parsed)
    check_verbatim(parsed, brief)
    assert [text for _, text in parsed.all("p", "more")] == [
        "and 240 more things said: see the JSON of the brief"
    ] * 3
    brief = replace_text(many(5))
    parsed = Page(page(brief))
    check_links(parsed)
    check_verbatim(parsed, brief)
    assert "characters not shown: no word of it is cited]" in parsed.all("span", "gap")[0][1]


def replace_text(brief: Brief) -> Brief:
    """The same case with a report far beyond what is shown whole."""
    view = brief.view
    old = view.reports[0]
    long = replace(old, text=old.text + "\n" + "filler words. " * 10_000)
    return Brief.of(replace(view, reports=(long,)), brief.draft, None)


def test_a_brief_of_nothing_says_so() -> None:
    empty = Brief.of(View((), (), (), (), ()), Draft(Conflict("", (), ())), None)
    parsed = Page(page(empty))
    check_links(parsed)
    text = parsed.all("main")[0][1]
    assert "No statement was found" in text
    assert "nothing was analysed" in text


def test_unknown_status_quo_is_not_filled_in() -> None:
    quo = replace(sample.CONFLICT.status_quo, values={"torrance.resume": False})
    conflict = replace(sample.CONFLICT, status_quo=quo)
    brief = Brief.of(sample.VIEW, Draft(conflict), analyse(conflict))
    assert brief.outcome is not None
    assert brief.outcome.status_quo is None
    assert "leave open how things stand now on 3 options" in brief.outcome.status_quo_note
    assert "not told" in Page(page(brief)).all("article", "now")[0][1]


def test_evidence_that_is_not_in_the_report_is_not_linked() -> None:
    option = sample.CONFLICT.options[0]
    wrong = replace(option.evidence[0], quote="words that nobody wrote")
    options = (replace(option, evidence=(wrong,)), *sample.CONFLICT.options[1:])
    conflict = replace(sample.CONFLICT, options=options)
    parsed = Page(page(Brief.of(sample.VIEW, Draft(conflict), None)))
    evidence = " ".join(text for _, text in parsed.all(cls="evidence"))
    assert "these words were not found there" in evidence
    check_links(parsed)
    check_verbatim(parsed, sample.brief())


def test_a_ranking_by_hand_stands_for_the_wants() -> None:
    maker = replace(sample.CONFLICT.decision_makers[0], ranking=(("NNNN",), ("NNNY", "YYNN")))
    makers = (maker, *sample.CONFLICT.decision_makers[1:])
    conflict = replace(sample.CONFLICT, decision_makers=makers)
    parsed = Page(page(Brief.of(sample.VIEW, Draft(conflict), None)))
    check_links(parsed)
    assert "The model ranks 3 states by hand" in parsed.all("main")[0][1]


def test_weights_and_partial_rankings_are_shown() -> None:
    first, second, *rest = sample.CONFLICT.decision_makers
    weights = (Fraction(2, k) for k in range(3, 99))
    wants = tuple(replace(w, weight=x) for w, x in zip(first.wants, weights, strict=False))
    states = tuple(feasible_states(sample.CONFLICT))[:2]
    makers = (
        replace(first, wants=wants),
        replace(second, ranking=((states[0],), (states[1],)), partial=True),
        *rest,
    )
    conflict = replace(sample.CONFLICT, decision_makers=makers)
    draft = replace(sample.DRAFT, conflict=conflict)
    html = page(Brief.of(sample.VIEW, draft, analyse(conflict), title="Lock"))
    assert "Wants, by weight" in html
    assert "weight 2/3" in html
    assert "ranks 2 states by hand, and compares states left out of the ranking to none" in html
    rows = draft_document(draft)["wants"]
    assert rows[0]["weight"] == "2/3"
    assert any(r["weight"] is None for r in rows if r["decision_maker"] != first.name)
