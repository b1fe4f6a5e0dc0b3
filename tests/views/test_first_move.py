"""The answer in the brief: its words, its picture, and that no side is taken in either."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.analysis import analyse, first_answer
from firstmove.analysis.first_moves.first_answer import FirstAnswer
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Option,
    StatusQuo,
    Want,
    load_model,
    parse_condition,
    parse_model,
)
from firstmove.drafting import Draft
from firstmove.drafting.draft import Kept
from firstmove.examples import model
from firstmove.views import Brief, brief_document, page, terminal
from firstmove.views.first_moves.first_move import first_move_of
from firstmove.views.first_moves.picture_shapes import Card, Picture, broken
from firstmove.views.first_moves.step_words import change_words
from firstmove.views.first_moves.ways_picture import picture
from tests.analysis.test_first_answer import EXCHANGE, opened
from tests.views import sample
from tests.views.test_page import Page, check_links


def brief_of(conflict: Conflict, found: FirstAnswer) -> Brief:
    analysis = replace(analyse(conflict), seconds=0.0)
    return Brief.of(sample.VIEW, Draft(conflict), analysis, title="A", first=found)


def named(conflict: Conflict, names: dict[str, str]) -> Conflict:
    return replace(
        conflict,
        decision_makers=tuple(replace(d, name=names[d.id]) for d in conflict.decision_makers),
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_swapping_two_names_mirrors_the_whole_brief(seed: int) -> None:
    conflict, start = opened(seed)
    goal = None if seed % 2 else parse_condition(conflict.options[0].id)
    ids = [maker.id for maker in conflict.decision_makers]
    one, two = Random(seed).sample(ids, 2)
    names = {id_: f"Party{n}" for n, id_ in enumerate(ids)}
    swapped = names | {one: names[two], two: names[one]}

    def told(names: dict[str, str]) -> tuple[str, str, str]:
        model = named(conflict, names)
        made = brief_of(model, first_answer(model, goal, start=start, tries=40))
        return json.dumps(brief_document(made)), page(made), terminal(made, width=10_000)

    def mirror(text: str) -> str:
        return text.replace(names[one], "#").replace(names[two], names[one]).replace(
            "#", names[two]
        )  # fmt: skip

    # The sign is one that no page has.
    for text, other in zip(told(names), told(swapped), strict=True):
        assert mirror(text.replace("#", "♯")) == other.replace("#", "♯")


def test_the_sentences_of_an_exchange() -> None:
    shown = first_move_of(first_answer(EXCHANGE))
    assert shown.headline == "East must move first."
    assert shown.sentences[2].startswith("Only a first step of East opens a way to a state that ")
    text = " ".join(shown.sentences)
    assert text.startswith("Under SEQ the status quo would hold: ")
    assert "If East moves first, it could take ‘open’; then West could take ‘pay’." in text
    assert "East gives up leaving ‘open’ undone until West takes ‘pay’." in text
    assert "It turns over if “" in text
    assert "should" not in text


def test_an_answer_that_holds_in_some_readings_says_in_how_many() -> None:
    found = first_answer(
        load_model(model("ukraine-2024")), "us.first_move and ru.respond", start="NNNNNNNN",
        tries=0,
    )  # fmt: skip
    shown = first_move_of(found)
    assert shown.headline == f"In {found.share.held} of 8 readings United States must move first."
    text = " ".join(shown.sentences)
    assert f"This answer holds in {found.share.held} of 8 readings of what is not known." in text
    assert [part.answer for part in shown.parts] == [True] + [False] * (len(shown.parts) - 1)
    assert sum(part.share.held for part in shown.parts) == 8
    assert shown.common


def test_where_no_readings_can_be_asked_none_are_claimed() -> None:
    found = first_answer(
        load_model(model("ukraine-2024")), "us.first_move and ru.respond", start="NNNNNNNN",
        tries=0, most=0,
    )  # fmt: skip
    text = " ".join(first_move_of(found).sentences)
    assert "is not told" in text
    assert "leaves nothing open" not in text


def test_no_goal_is_said_and_draws_no_picture() -> None:
    keep = Want(parse_condition("not east.open"), Basis.STATED)
    other = Want(parse_condition("not west.pay"), Basis.STATED)
    makers = (DecisionMaker("east", "East", (keep,)), DecisionMaker("west", "West", (other,)))
    shown = first_move_of(first_answer(replace(EXCHANGE, decision_makers=makers)))
    assert shown.picture is None
    assert "nobody can be said to have to move first" in shown.headline


def labels_apart(made: Picture) -> bool:
    found = [arrow.box for arrow in made.arrows]
    return not any(
        a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
        for n, a in enumerate(found)
        for b in found[n + 1 :]
    )


def boxes(made: Picture) -> list[tuple[float, float, float, float]]:
    return [(c.x, c.y, c.width, c.height) for c in made.cards]


def apart(made: Picture) -> bool:
    found = boxes(made)
    return not any(
        a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
        for n, a in enumerate(found)
        for b in found[n + 1 :]
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_cards_of_a_picture_do_not_overlap_and_lie_inside(seed: int) -> None:
    conflict, start = opened(seed)
    goal = parse_condition(conflict.options[0].id)
    found = first_answer(conflict, goal, start=start, tries=0, most=4)
    made = picture(found)
    if made is None:
        return
    assert apart(made)
    assert labels_apart(made)
    for x, y, width, height in boxes(made):
        assert 0 <= x <= x + width <= made.width + 0.01
        assert 0 <= y <= y + height <= made.height
    states = {card.state for card in made.cards}
    for arrow, lines in ((a, " ".join(line.text for line in a.lines)) for a in made.arrows):
        assert arrow.mover in lines
    assert start in states
    assert [card.kind for card in made.cards].count("now") == 1


def test_a_picture_names_options_and_what_each_step_is() -> None:
    made = picture(first_answer(EXCHANGE))
    assert made is not None
    now, then, goal = made.cards

    def text(card: Card) -> str:
        return " ".join(line.text for line in card.lines)

    assert text(now) == "Status quo: would hold (SEQ) None of the 2 options is taken."
    assert text(then) == "Then East ✓ open"
    assert text(goal) == "Would hold (SEQ) East ✓ open West ✓ pay"
    assert [line.text for line in made.arrows[0].lines] == ["East", "▼ a sacrifice", "kept"]
    assert [line.text for line in made.arrows[1].lines] == ["West", "▲ a gain", "kept"]


@pytest.mark.parametrize(
    "label", ["x" * 500, "<script>alert(1)</script> & \"'", "案" * 60, "\u202eno"]
)
def test_labels_of_any_kind_are_cut_and_escaped(label: str) -> None:
    options = (Option("east.open", "east", label), Option("west.pay", "west", label))
    conflict = replace(EXCHANGE, options=options)
    made = brief_of(conflict, first_answer(conflict))
    html = page(made)
    assert "<script>" not in html
    assert "\u202e" not in html
    check_links(Page(html))
    assert made.first_move is not None
    assert made.first_move.picture is not None
    for card in made.first_move.picture.cards:
        assert all(len(line.text) <= 40 for line in card.lines)
    assert max(map(len, terminal(made, width=60).split("\n"))) <= 60


def test_broken_lines_fit() -> None:
    for text in ("one", "a few words that are broken over lines", "u" * 90, ""):
        assert len(broken(text, 100, 2)) in (1, 2)
    assert broken("u" * 900, 100, 2)[-1].endswith("…")


def test_the_page_has_the_answer_first_and_the_picture() -> None:
    parsed = Page(page(sample.brief()))
    main = parsed.all("main")[0][1]
    assert main.index("Who must move first?") < main.index("What would hold?")
    assert len(parsed.all("svg")) >= 3  # two bars and the ways
    decisive = sample.brief().first_move
    assert decisive is not None
    quote = decisive.decisive[0].evidence[0].quote
    assert quote in main


def test_document_has_the_answer_and_every_statement() -> None:
    document = brief_document(sample.brief())["first_move"]
    assert document["answer"][0].startswith("Under SEQ the status quo would")
    assert document["over_readings"]["total"] == 2
    assert {row["turns_over"] for row in document["statements"]} == {True, False} or all(
        row["turns_over"] for row in document["statements"]
    )
    for row in document["statements"]:
        for evidence in row["evidence"]:
            report = next(r for r in sample.VIEW.reports if r.id == evidence["report"])
            assert report.text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_state_that_no_report_tells_of_is_said_to_be_assumed() -> None:
    conflict = replace(EXCHANGE, status_quo=StatusQuo({"east.open": False}))
    shown = first_move_of(first_answer(conflict, untold=True))
    assert any("No report tells whether ‘pay’ is taken now" in line for line in shown.limits)


def test_the_drawer_and_what_speaks_against_a_want_are_shown() -> None:
    maker, *others = sample.CONFLICT.decision_makers
    against = sample.evidence("e-half", sample.S_HALF_B)
    wants = (replace(maker.wants[0], against=against), *maker.wants[1:])
    conflict = replace(sample.CONFLICT, decision_makers=(replace(maker, wants=wants), *others))
    kept = Kept(
        Option("bellmark.dredge", "bellmark", "dredge the canal", evidence=against),
        sample.BELLMARK,
        1,
    )
    made = Brief.of(sample.VIEW, Draft(conflict, drawer=(kept,)), analyse(conflict))
    html = page(made)
    check_links(Page(html))
    assert "dredge the canal" in html
    assert "Against it:" in html
    assert "is kept out of the model, in its drawer" in " ".join(terminal(made).split())


def test_kinds_that_are_unsure_are_marked() -> None:
    unsure = replace(sample.S_FIRST_A, kind_probability=0.4)
    sure = replace(sample.S_FIRST_A, kind_probability=0.9)
    assert (unsure.kind_unsure, sure.kind_unsure, sample.S_FIRST_A.kind_unsure) == (
        True, False, False,
    )  # fmt: skip
    statements = tuple(unsure if s == sample.S_FIRST_A else s for s in sample.STATEMENTS)
    view = replace(sample.VIEW, statements=statements)
    made = Brief.of(view, sample.DRAFT, None)
    assert "kind unsure" in terminal(made)
    assert Page(page(made)).all("span", "unsure")
    rows = brief_document(made)["ledger"]["statements"]
    assert [row["kind_unsure"] for row in rows if row["id"] == unsure.id] == [True]


def test_ones_part_of_what_takes_two_is_called_that() -> None:
    both = parse_model(
        """
        format = 1
        name = "two ports"
        [[decision_maker]]
        id = "a"
        name = "Adel"
        [[decision_maker]]
        id = "b"
        name = "Brom"
        [[option]]
        id = "a.sign"
        owner = "a"
        label = "sign a treaty"
        [[option]]
        id = "a.open"
        owner = "a"
        label = "open the port"
        [[option]]
        id = "b.sign"
        owner = "b"
        label = "sign a treaty"
        [define]
        treaty = "a.sign and b.sign"
        """
    )
    assert change_words(both, "NNN", "YYN") == (
        "takes ‘open the port’ and does its part of ‘sign a treaty’"
    )
    assert change_words(both, "YYN", "NYN", person=False) == "drop its part of ‘sign a treaty’"


@pytest.mark.parametrize(("seed", "groups"), [(3, 0), (15, 0), (109, 1), (168, 1)])
def test_levers_that_differ_in_what_is_followed_stand_in_one_row(seed: int, groups: int) -> None:
    conflict, start = opened(seed)
    found = first_answer(conflict, start=start, tries=60)
    levers = found.moves.levers.found if found.moves.levers is not None else ()
    shown = first_move_of(found)
    rows = (*shown.levers, *shown.levers_more)
    each = [one for row in rows for one in row.apart]
    assert sorted(one.changes for one in each) == sorted(
        tuple(change.said for change in lever.changes) for lever in levers
    )
    alike = [row for row in rows if row.changes[0].startswith("one of these: ")]
    for row in alike:
        assert {one.then for one in row.each} == {row.then}
        assert all(one.changes[0] in row.changes[0] for one in row.each)
    replies = [r.changes[0].split(" follows ")[0] for r in rows if r.each and r not in alike]
    assert len(set(replies)) == len(replies) == groups
    for row in rows:
        for one in row.each if row not in alike else ():
            reply, _, rest = one.changes[0].partition(" follows ")
            cause, _, how = rest.partition(": ")
            assert row.changes[0].startswith(f"{reply} follows ")
            assert cause in row.changes[0]
            assert row.changes[0].endswith(how)
    document = brief_document(brief_of(conflict, found))
    assert [one["then"] for one in document["first_move"]["levers"]] == [one.then for one in each]
