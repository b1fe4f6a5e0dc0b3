"""Where reports part, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from firstmove.ledger import Entry, Relation, View, merge
from firstmove.statement import Basis, ConditionKind, Figure, Kind, Modality, Reading, When
from tests.ledger.making import Paper


def entry_of_both(*papers: Paper) -> tuple[View, Entry]:
    view = merge([paper.reading for paper in papers])
    found = [entry for entry in view.entries if len(entry.reports) == 2]
    assert len(found) == 1, [view.statement(i).quote for e in view.entries for i in e.statements]
    return view, found[0]


def points(entry: Entry) -> dict[str, list[str]]:
    return {d.field: [side.span.quote for side in d.sides] for d in entry.differences}


def test_the_purpose_of_one_demand() -> None:
    one = Paper(
        "To improve relations with Tarsia, Kessa must take the first step, Orland said.", "A"
    )
    one.says(
        "Kessa must take the first step",
        speaker="Orland",
        party="Orland",
        kind=Kind.REQUEST,
        target="Kessa",
    )
    two = Paper(
        "For improving relations with the islands, Kessa had to move first, Orland said.", "B"
    )
    two.says(
        "Kessa had to move first",
        speaker="Orland",
        party="Orland",
        kind=Kind.REQUEST,
        target="Kessa",
    )
    _, entry = entry_of_both(one, two)
    assert entry.relation is Relation.DIFFER
    assert points(entry)["purpose"] == [
        "To improve relations with Tarsia",
        "For improving relations with the islands",
    ]


def quoted(words: str, source: str) -> Paper:
    return Paper(f"“{words}” Ines Varga said. {source}.", source).says(
        words, speaker="Ines Varga", party="Dockers", kind=Kind.REQUEST
    )


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("We want nine per cent and the night bonus,", "We want nine per cent and a bonus,", True),
        ("We want nine per cent and the night bonus,", "We want nine per cent", False),
        ("We want nine per cent — and the night bonus!", "We want nine per cent!", True),
        ("We want nine per cent and a night bonus now.", "We want nine per cent … now.", False),
        ("We want nine per cent. Now.", "We want nine per cent.", False),
    ],
)
def test_wording_of_one_utterance(one: str, other: str, differ: bool) -> None:
    _, entry = entry_of_both(quoted(one, "A"), quoted(other, "B"))
    assert ("wording" in points(entry)) is differ
    assert (entry.relation is Relation.DIFFER) is differ


def test_numbers() -> None:
    def paper(count: str, source: str) -> Paper:
        words = f"The strike has cost the harbour {count} containers since Monday"
        return Paper(f"{words}, the company said.", source).says(
            words, speaker="the company", party="Company", kind=Kind.ASSESS
        )

    _, entry = entry_of_both(paper("1,200", "A"), paper("900", "B"))
    assert points(entry) == {"number": ["1,200 containers", "900 containers"]}
    _, entry = entry_of_both(paper("1,200", "A"), paper("1200", "B"))
    assert points(entry) == {}


def test_days() -> None:
    def paper(day: str, number: int, source: str) -> Paper:
        words = "The ferry will not sail until the crews are paid"
        text = f"“{words},” Bo Castell said on {day}. {source}."
        paper = Paper(text, source)
        when = date(2031, 5, number)
        return paper.says(
            words,
            speaker="Bo Castell",
            party="Crews",
            condition="until the crews are paid",
            condition_kind=ConditionKind.UNTIL,
            when=When(paper.at(day), when, when, Basis.EXPLICIT),
        )

    _, entry = entry_of_both(paper("May 3", 3, "A"), paper("May 5", 5, "B"))
    assert points(entry) == {"date": ["May 3", "May 5"]}
    _, entry = entry_of_both(paper("May 3", 3, "A"), paper("Saturday", 3, "B"))
    assert points(entry) == {}


def test_two_deadlines_of_one_condition() -> None:
    def paper(due: str, number: int, source: str) -> Paper:
        words = f"The crews will close the ferry line unless they are paid by {due}"
        paper = Paper(f"{words}, Bo Castell said. {source}.", source)
        clause = f"unless they are paid by {due}"
        paper.says(
            words,
            speaker="Bo Castell",
            party="Crews",
            kind=Kind.THREATEN,
            condition=clause,
            condition_kind=ConditionKind.UNLESS,
        )
        day = date(2031, 5, number)
        told = paper.statements.pop()
        assert told.condition is not None
        deadline = When(paper.at(f"by {due}"), day, day, Basis.EXPLICIT)
        paper.statements.append(replace(told, condition=replace(told.condition, deadline=deadline)))
        return paper

    _, entry = entry_of_both(paper("May 3", 3, "A"), paper("May 5", 5, "B"))
    assert points(entry)["deadline"] == ["by May 3", "by May 5"]
    _, entry = entry_of_both(paper("May 3", 3, "A"), paper("Saturday", 3, "B"))
    assert "deadline" not in points(entry)


@pytest.mark.parametrize(
    ("cues", "differ"),
    [(("demanded", "suggested"), True), (("demanded", "insisted on"), False)],
)
def test_strength_of_a_demand(cues: tuple[str, str], differ: bool) -> None:
    def paper(cue: str, source: str) -> Paper:
        return Paper(f"The teachers {cue} smaller classes in all schools. {source}.", source).says(
            "smaller classes in all schools",
            speaker="The teachers",
            party="Teachers",
            cue=cue,
            kind=Kind.REQUEST,
        )

    _, entry = entry_of_both(paper(cues[0], "A"), paper(cues[1], "B"))
    assert points(entry) == ({"strength": list(cues)} if differ else {})


def test_what_one_report_tells_weakly_and_strongly_is_no_difference() -> None:
    a = Paper("Perin may reopen the border this month. Perin will reopen the border.", "A")
    a.says(
        "may reopen the border this month",
        speaker="Perin",
        party="Perin",
        cue="may",
        modality=Modality.POSSIBLE,
    )
    b = Paper("Perin will reopen the border this month, it said.", "B").says(
        "Perin will reopen the border this month", speaker="Perin", party="Perin"
    )
    _, entry = entry_of_both(a, b)
    assert "strength" in points(entry)
    a.says("Perin will reopen the border", speaker="Perin", party="Perin", cue="will")
    _, entry = entry_of_both(a, b)
    assert "strength" not in points(entry)


def test_with_or_without_denies_nothing() -> None:
    words = "Kessa will open the gates of the dam next summer"
    one = told(words, Kind.STATE, "A", date(2031, 5, 3))
    two = told(f"{words} with or without the farmers", Kind.STATE, "B", date(2031, 5, 3))
    _, entry = entry_of_both(one, two)
    assert "stance" not in points(entry)


def test_one_utterance_and_two_speakers_of_one_party() -> None:
    words = "the fleet stays in port until every last man of the crews is paid in full"

    def paper(speaker: str, source: str) -> Paper:
        return Paper(f"“{words},” {speaker} said. {source}.", source).says(
            words, speaker=speaker, party="Crews"
        )

    _, entry = entry_of_both(paper("Bo Castell", "A"), paper("Ines Varga", "B"))
    assert points(entry) == {"attribution": ["Bo Castell", "Ines Varga"]}
    _, entry = entry_of_both(paper("Bo Castell", "A"), paper("the spokesman", "B"))
    assert points(entry) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Sen. Felt thinks the harbour should be built somewhere else",
            "Senator Felt thinks the harbour should be built somewhere else",
        ),
        (
            "We look closely at what this means for the work force of the port",
            "We look closely at what this means for the workforce of the port",
        ),
        (
            "take nothing away from a single family.",
            "The savings take nothing away from a single family, and they knew it",
        ),
    ],
)
def test_a_title_a_blank_and_a_full_stop_of_the_report_are_no_other_wording(
    one: str, other: str
) -> None:
    papers = [
        Paper(f"“{words}” Ines Varga said. {source}.", source).says(
            words, speaker="Ines Varga", party="Crews"
        )
        for words, source in ((one, "A"), (other, "B"))
    ]
    _, entry = entry_of_both(*papers)
    assert points(entry) == {}


def told(words: str, kind: Kind, source: str, day: date | None = None) -> Paper:
    return Paper(f"{words}, Ruta Halvik said. {source}.", source, day).says(
        words, speaker="Ruta Halvik", party="Kessa", kind=kind
    )


def test_yes_in_one_report_and_no_in_another_stay_two_entries() -> None:
    yes = told("Kessa would open the gates of the dam", Kind.AGREE, "A", date(2031, 5, 3))
    no = told("Kessa would not open the gates of the dam", Kind.REJECT, "B", date(2031, 5, 3))
    view = merge([yes.reading, no.reading])
    assert [entry.relation for entry in view.entries] == [Relation.DIFFER] * 2
    assert [entry.kind for entry in view.entries] == [Kind.AGREE, Kind.REJECT]
    for entry in view.entries:
        assert points(entry) == {
            "stance": [
                "Kessa would open the gates of the dam",
                "Kessa would not open the gates of the dam",
            ]
        }


def test_yes_and_no_days_apart_are_a_change_over_time() -> None:
    no = told("Kessa would not open the gates of the dam", Kind.REJECT, "B", date(2031, 5, 3))
    yes = told("Kessa would open the gates of the dam", Kind.AGREE, "A", date(2031, 5, 20))
    view = merge([yes.reading, no.reading])
    assert [entry.relation for entry in view.entries] == [Relation.UPDATE] * 2
    for entry in view.entries:
        assert points(entry) == {
            "stance": [
                "Kessa would not open the gates of the dam",
                "Kessa would open the gates of the dam",
            ]
        }
    assert merge([no.reading, yes.reading]) == view


def test_days_of_the_saying_count_before_those_of_the_reports() -> None:
    def paper(words: str, kind: Kind, day: str, number: int, source: str) -> Paper:
        text = f"{words}, Ruta Halvik said on {day}. {source}."
        paper = Paper(text, source, date(2031, 5, 20))
        on = date(2031, 5, number)
        return paper.says(
            words,
            speaker="Ruta Halvik",
            party="Kessa",
            kind=kind,
            when=When(paper.at(day), on, on, Basis.EXPLICIT),
        )

    no = paper("Kessa would not open the gates of the dam", Kind.REJECT, "May 3", 3, "A")
    yes = paper("Kessa would open the gates of the dam", Kind.AGREE, "May 18", 18, "B")
    view = merge([yes.reading, no.reading])
    assert {entry.relation for entry in view.entries} == {Relation.UPDATE}


def test_both_ways_in_one_report_is_a_note() -> None:
    words = "Kessa would open the gates of the dam", "Kessa would not open the gates of the dam"
    paper = Paper(f"{words[0]}, Ruta Halvik said. Ruta Halvik added: {words[1]}.", "A")
    for passage, kind in zip(words, (Kind.AGREE, Kind.REJECT), strict=True):
        paper.says(passage, speaker="Ruta Halvik", party="Kessa", kind=kind)
    view = merge([paper.reading])
    assert {entry.relation for entry in view.entries} == {Relation.ONLY_ONE}
    (note,) = view.notes
    assert note.startswith("Told both ways of Ruta Halvik: “Kessa would open the gates")


def test_two_people_of_one_party_for_and_against_are_a_note() -> None:
    yes = told("Kessa would open the gates of the dam", Kind.AGREE, "A")
    words = "Kessa would not open the gates of the dam"
    no = Paper(f"{words}, Piet Amsel said.", "B").says(
        words, speaker="Piet Amsel", party="Kessa", kind=Kind.REJECT
    )
    view = merge([yes.reading, no.reading])
    assert {entry.relation for entry in view.entries} == {Relation.ONLY_ONE}
    (note,) = view.notes
    assert note.startswith("Two people of Kessa, one for and one against: Ruta Halvik “Kessa")


def counted(count: str, low: float, source: str, *, more: str = "") -> Reading:
    text = f"The storm at Tarn drove {count} families from their homes. {source}. {more}"
    paper = Paper(text, source)
    paper.figures.append(Figure(paper.at(f"{count} families"), low, low, "families"))
    if more:
        paper.figures.append(Figure(paper.at(more), 40, 40, "families"))
    return paper.reading


def test_figures_told_differently() -> None:
    (note,) = merge([counted("30", 30, "A"), counted("40", 40, "B")]).notes
    assert note == "Told differently, families: “30 families” in a.txt, “40 families” in b.txt."
    assert merge([counted("30", 30, "A"), counted("30", 30, "B")]).notes == ()
    both = counted("30", 30, "A", more="40 families")
    assert merge([both, counted("40", 40, "B")]).notes == ()


def test_with_a_condition_and_without_it_are_two_entries_that_differ_on_it() -> None:
    bound = "We offered to run the night ferry for one more year if the harbour tax is dropped"
    one = Paper(f"“{bound},” Mara Voss said.", "One", date(2031, 5, 2)).says(
        bound,
        speaker="Mara Voss",
        party="Ferry Guild",
        kind=Kind.AGREE,
        condition="if the harbour tax is dropped",
    )
    free = "running the night ferry for another year"
    two = Paper(f"The guild had proposed {free}, Mara Voss said.", "Two", date(2031, 5, 2)).says(
        free, speaker="Mara Voss", party="Ferry Guild", kind=Kind.AGREE, cue="proposed"
    )
    entries = merge([one.reading, two.reading]).entries
    assert [entry.relation for entry in entries] == [Relation.DIFFER] * 2
    for entry in entries:
        (difference,) = entry.differences
        assert difference.field == "condition"
        assert [side.span.quote for side in difference.sides] == [
            "if the harbour tax is dropped",
            f"proposed {free}",
        ]


def test_another_thing_without_a_condition_is_no_difference() -> None:
    bound = "We will run the night ferry if the harbour tax is dropped"
    one = Paper(f"“{bound},” Mara Voss said.", "One").says(
        bound,
        speaker="Mara Voss",
        party="Ferry Guild",
        kind=Kind.AGREE,
        condition="if the harbour tax is dropped",
    )
    two = Paper("“We will run the night train,” Mara Voss said.", "Two").says(
        "We will run the night train", speaker="Mara Voss", party="Ferry Guild", kind=Kind.AGREE
    )
    entries = merge([one.reading, two.reading]).entries
    assert [entry.differences for entry in entries] == [(), ()]


def test_yes_and_no_in_one_report_are_shown_as_data() -> None:
    text = (
        "Mara Voss said the ferry would sail at night. Later Voss added the ferry would not sail "
        "at night."
    )
    paper = (
        Paper(text, "One")
        .says("the ferry would sail at night", speaker="Mara Voss", party="Guild")
        .says(
            "the ferry would not sail at night",
            speaker="Voss",
            name="Mara Voss",
            party="Guild",
            cue="added",
        )
    )
    view = merge([paper.reading])
    (found,) = view.contradictions
    assert (found.within, found.name) == ("report", "Mara Voss")
    assert [side.span.quote for side in found.sides] == [
        "said the ferry would sail at night",
        "added the ferry would not sail at night",
    ]
    assert sum("Told both ways of Mara Voss" in note for note in view.notes) == 1


def test_members_of_one_party_against_each_other_are_shown_as_data() -> None:
    text = (
        "Mara Voss said the ferry would sail at night. Piet Amsel said the ferry would not sail at "
        "night."
    )
    paper = (
        Paper(text, "One")
        .says("the ferry would sail at night", speaker="Mara Voss", party="Guild")
        .says("the ferry would not sail at night", speaker="Piet Amsel", party="Guild")
    )
    (found,) = merge([paper.reading]).contradictions
    assert (found.within, found.name) == ("party", "Guild")
    assert found.speakers == ("Mara Voss", "Piet Amsel")


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (
            "she would lift the blockade of the port",
            "she would tighten the blockade of the port",
            1,
        ),
        ("the guards would stay in the valley", "the guards would leave the valley", 1),
        ("she would not reopen the border bridge", "the border bridge would be reopened", 1),
        ("she would not lift the curfew in Tarn", "she would extend the curfew in Tarn", 0),
        ("she would not lift the curfew in Tarn", "she would impose the curfew in Tarn", 0),
        ("she would open the north gate", "she would open the south gate", 0),
    ],
)
def test_who_turns_an_act_into_its_opposite_has_changed_position(
    before: str, after: str, changed: int
) -> None:
    kinds = (Kind.REJECT if " not " in before else Kind.ASSESS, Kind.ASSESS)
    one, other = (
        told(words, kind, f"Paper {n}", date(2031, 5, 3 + 15 * n))
        for n, (words, kind) in enumerate(zip((before, after), kinds, strict=True))
    )
    view = merge([one.reading, other.reading])
    expected = Relation.UPDATE if changed else Relation.ONLY_ONE
    assert {entry.relation for entry in view.entries} == {expected}


@pytest.mark.parametrize(
    ("condition", "other"),
    [
        ("if the ban on fishing is lifted", "while the ban on fishing is kept"),
        ("if the harbour is opened", "if the harbour is closed"),
        ("if the harbour is opened", "if the harbour is not opened"),
    ],
)
def test_yes_on_one_condition_and_no_on_its_contrary_is_one_position(
    condition: str, other: str
) -> None:
    papers = []
    for n, (act, clause) in enumerate((("would", condition), ("would not", other))):
        words = f"Kessa {act} talk with the guild {clause}"
        paper = Paper(f"{words}, Ruta Halvik said. {n}.", f"P{n}", date(2031, 5, 3 + 15 * n))
        papers.append(
            paper.says(
                words, speaker="Ruta Halvik", party="Kessa", kind=Kind.STATE, condition=clause
            )
        )
    view = merge([paper.reading for paper in papers])
    assert {entry.relation for entry in view.entries} == {Relation.ONLY_ONE}


def test_to_refuse_four_and_to_accept_six_is_no_change() -> None:
    no = told("the offer of 4 per cent for the crews", Kind.REJECT, "A", date(2031, 5, 3))
    yes = told("the offer of 6 per cent for the crews", Kind.AGREE, "B", date(2031, 5, 20))
    view = merge([no.reading, yes.reading])
    assert {entry.relation for entry in view.entries} == {Relation.ONLY_ONE}


@pytest.mark.parametrize(
    ("one", "other", "entries"),
    [
        ("would talk if the harbour is opened", "would not talk if the harbour is not opened", 2),
        ("would pay if the toll is not lifted", "would not pay if the toll is lifted", 2),
        (
            "would stop every crane if Orland refuses a rise of 8 per cent",
            "would stop every crane if Orland does not grant a rise of 8 per cent",
            1,
        ),
    ],
)
def test_what_follows_on_a_condition_does_not_follow_on_its_contrary(
    one: str, other: str, entries: int
) -> None:
    papers = []
    for n, words in enumerate((one, other)):
        condition = words[words.index("if ") :]
        paper = Paper(f"The guild {words}, Ruta Halvik said. {n}.", f"P{n}", date(2031, 5, 3))
        papers.append(
            paper.says(
                f"The guild {words}",
                speaker="Ruta Halvik",
                party="Guild",
                kind=Kind.STATE,
                condition=condition,
            )
        )
    assert len(merge([paper.reading for paper in papers]).entries) == entries


def test_what_they_will_do_is_not_what_they_should_do() -> None:
    papers = [
        Paper(f"Her members {verb} accept the six per cent rise, Ruta Halvik said.", source).says(
            f"Her members {verb} accept the six per cent rise",
            speaker="Ruta Halvik",
            party="Guild",
            kind=kind,
            modality=modality,
        )
        for source, verb, kind, modality in (
            ("A", "will", Kind.AGREE, Modality.FUTURE),
            ("B", "should", Kind.REQUEST, Modality.OBLIGED),
        )
    ]
    assert len(merge([paper.reading for paper in papers]).entries) == 2
