"""Text cut into pieces: nothing lost, nothing invented, places that overlap stay apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firstmove.report import Aside, Part, Report
from firstmove.views.brief.highlight import Place, pieces


def report(text: str, asides: tuple[tuple[int, int], ...] = ()) -> Report:
    bare = Report(Report.id_of(text), text, "Test")
    return Report(
        bare.id, text, "Test", asides=tuple(Aside(bare.span(*a), Part.CREDIT) for a in asides)
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Report, tuple[Place, ...]]:
    text = draw(st.text("ab \n“é", min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)).map(
        lambda s: (s[0], min(len(text), s[0] + s[1]))
    )
    made = report(text, tuple(draw(st.lists(spans, max_size=1))))
    groups = draw(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=6))
    return made, tuple(
        Place(f"p{n}", tuple(made.span(*s) for s in group), "said")
        for n, group in enumerate(groups)
    )


@given(cases())
def test_pieces_are_the_text_and_cover_each_place_exactly(
    case: tuple[Report, tuple[Place, ...]],
) -> None:
    made, places = case
    cut = pieces(made, places)
    assert "".join(piece.text for piece in cut) == made.text
    at = 0
    covered: dict[str, set[int]] = {place.id: set() for place in places}
    anchors: list[str] = []
    for piece in cut:
        for id_ in piece.places:
            covered[id_].update(range(at, at + len(piece.text)))
        anchors += piece.anchors
        at += len(piece.text)
    for place in places:
        assert covered[place.id] == {i for s in place.spans for i in range(s.start, s.end)}
    assert sorted(anchors) == sorted(covered)


@given(cases(), st.integers(0, 15))
def test_an_excerpt_keeps_every_place_and_counts_what_it_leaves_out(
    case: tuple[Report, tuple[Place, ...]], around: int
) -> None:
    made, places = case
    cut = pieces(made, places, around=around)
    at = 0
    for piece in cut:
        if piece.gap:
            at += piece.gap
        else:
            assert made.text[at : at + len(piece.text)] == piece.text
            at += len(piece.text)
    assert at == len(made.text)
    shown = {id_ for piece in cut for id_ in piece.anchors}
    assert shown == {place.id for place in places}


def test_an_aside_is_named_once() -> None:
    made = report("Sign up now\n\nBody text.", ((0, 11),))
    body = Place("p", (made.span(5, 17),), "said")
    cut = pieces(made, (body,))
    assert [p.text for p in cut if p.aside] == ["Sign ", "up now"]
    assert [p.aside_begins for p in cut if p.aside] == [True, False]
