"""Merging: the laws of the view, and what may and may not become one entry."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.merging import part_of, rates, score_pairs, told_as_two
from firstmove.ledger import Relation, View, diff, merge
from firstmove.report import Report
from firstmove.statement import ConditionKind, Kind, Reading
from tests.ledger.making import Paper
from tests.ledger.test_store import readings


def morning() -> Paper:
    text = (
        "Kessan Water Minister Mara Voss rejected a ceasefire of a few weeks. “A truce now leads "
        "nowhere,” she said. Voss also said the talks would go on if the shelling stopped.\n"
        "Tarsia accused Kessa of breaking the treaty."
    )
    return (
        Paper(text, "Morning", date(2031, 3, 4))
        .says(
            "a ceasefire of a few weeks",
            speaker="Kessan Water Minister Mara Voss",
            name="Mara Voss",
            party="Kessa",
            cue="rejected",
            kind=Kind.REJECT,
        )
        .says(
            "A truce now leads nowhere",
            speaker="she",
            name="Mara Voss",
            party="Kessa",
            kind=Kind.REJECT,
        )
        .says(
            "the talks would go on if the shelling stopped",
            speaker="Voss",
            name="Mara Voss",
            party="Kessa",
            kind=Kind.AGREE,
            condition="if the shelling stopped",
        )
        .says(
            "Kessa of breaking the treaty",
            speaker="Tarsia",
            party="Tarsia",
            cue="accused",
            kind=Kind.ACCUSE,
            target="Kessa",
        )
    )


def evening() -> Paper:
    text = (
        "Mara Vos of Kessa called a short-term truce pointless.\n"
        "“We go on with the talks if the shelling stops,” Vos said.\n"
        "Tarsia will lift the duty on grain."
    )
    return (
        Paper(text, "Evening", date(2031, 3, 4))
        .says(
            "a short-term truce pointless",
            speaker="Mara Vos",
            party="Kessa",
            cue="called",
            kind=Kind.REJECT,
        )
        .says(
            "We go on with the talks if the shelling stops",
            speaker="Vos",
            name="Mara Vos",
            party="Kessa",
            kind=Kind.AGREE,
            condition="if the shelling stops",
        )
        .says("lift the duty on grain", speaker="Tarsia", party="Tarsia", cue="will")
    )


def words_of(view: View) -> list[list[str]]:
    quotes = {s.id: s.quote for s in view.statements}
    return [[quotes[id_] for id_ in entry.statements] for entry in view.entries]


def test_a_paraphrase_its_quotation_and_another_report_are_one_entry() -> None:
    view = merge([morning().reading, evening().reading])
    assert [
        "a short-term truce pointless",
        "a ceasefire of a few weeks",
        "A truce now leads nowhere",
    ] in words_of(view)
    entry = next(e for e in view.entries if len(e.statements) == 3)
    assert view.statement(entry.lead).quote == "A truce now leads nowhere"
    assert (entry.kind, entry.party, entry.witnesses) == (Kind.REJECT, "Kessa", 2)
    assert entry.relation is Relation.AGREE
    assert len(entry.merges) == 3
    assert all(m.reasons and 0 < m.score <= 1 for m in entry.merges)


def test_what_is_told_on_a_condition_keeps_its_own_entry() -> None:
    view = merge([morning().reading, evening().reading])
    both = [
        "We go on with the talks if the shelling stops",
        "the talks would go on if the shelling stopped",
    ]
    assert both in words_of(view)


def test_one_report_is_one_witness() -> None:
    view = merge([morning().reading])
    assert {e.relation for e in view.entries} == {Relation.ONLY_ONE}
    assert {e.witnesses for e in view.entries} == {1}


def test_a_report_given_twice_changes_nothing() -> None:
    once = merge([morning().reading, evening().reading])
    again = replace(evening().reading, report=replace(evening().report, name="evening.txt"))
    assert merge([morning().reading, again, evening().reading, morning().reading]) == once


def test_the_order_of_the_reports_changes_nothing() -> None:
    third = Paper("Kessa said it would wait.", "Noon").says(
        "it would wait", speaker="Kessa", party="Kessa"
    )
    papers = [morning().reading, evening().reading, third.reading]
    assert len({repr(merge(order)) for order in permutations(papers)}) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(readings(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_laws_of_the_view(drawn: list[Reading], random: object) -> None:
    view = merge(drawn)
    shuffled = [*drawn, drawn[0]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled) == view
    held = [id_ for entry in view.entries for id_ in entry.statements]
    assert sorted(held) == sorted(s.id for s in view.statements)
    assert len({e.id for e in view.entries}) == len(view.entries)
    for entry in view.entries:
        assert 1 <= entry.witnesses <= len(entry.reports)
        assert entry.lead in entry.statements
        assert len({view.statement(id_).report_id for id_ in entry.statements}) == len(
            entry.reports
        )
        if entry.relation is Relation.DIFFER:
            assert entry.differences
        for difference in entry.differences:
            for side in difference.sides:
                text = view.report(side.report).text
                assert text[side.span.start : side.span.end] == side.span.quote


def test_an_entry_keeps_its_id_when_a_later_report_tells_it_too() -> None:
    late = replace(evening().report, published=date(2031, 3, 9))
    later = replace(evening().reading, report=late)
    before, after = merge([morning().reading]), merge([morning().reading, later])
    assert {e.id for e in before.entries} <= {e.id for e in after.entries}
    changes = diff(before, after)
    assert changes.new_reports == (late.id,)
    assert [(c.before, c.after) for c in changes.changed] == [
        (Relation.ONLY_ONE, Relation.AGREE),
        (Relation.ONLY_ONE, Relation.AGREE),
    ]
    assert len(changes.new_entries) == 1
    assert diff(after, after) == replace(diff(after, after), changed=(), new_entries=())


def test_two_people_of_one_party_are_two_speakers() -> None:
    one = Paper("Mara Voss said the border would stay shut.", "One").says(
        "the border would stay shut", speaker="Mara Voss", party="Kessa"
    )
    other = Paper("Yes. Piet Amsel said the border would stay shut.", "Two").says(
        "the border would stay shut", speaker="Piet Amsel", party="Kessa"
    )
    assert len(merge([one.reading, other.reading]).entries) == 2


def test_a_minister_and_the_country_are_one_voice() -> None:
    one = Paper("Mara Voss said the border would stay shut.", "One").says(
        "the border would stay shut", speaker="Mara Voss", party="Kessa"
    )
    other = Paper("The border would stay shut all week, Kessa said.", "Two").says(
        "The border would stay shut all week", speaker="Kessa", party="Kessa"
    )
    (entry,) = merge([one.reading, other.reading]).entries
    assert (entry.speaker, entry.party) == ("Mara Voss", "Kessa")


def test_a_speaker_whom_the_text_hides_joins_nobody() -> None:
    def hidden(source: str) -> Reading:
        paper = Paper(f"{source}: it was said the border would stay shut.", source)
        paper.says("the border would stay shut", speaker="it", cue="was said")
        (statement,) = paper.statements
        return replace(paper.reading, statements=(replace(statement, speaker=None),))

    assert len(merge([hidden("One"), hidden("Two")]).entries) == 2


def test_unless_with_not_is_only_if() -> None:
    one = Paper("Tarsia said it would not open the port unless the duty was lifted.", "One").says(
        "it would not open the port unless the duty was lifted",
        speaker="Tarsia",
        party="Tarsia",
        condition="unless the duty was lifted",
        condition_kind=ConditionKind.UNLESS,
    )
    other = Paper("“We open the port only if the duty is lifted,” Tarsia said.", "Two").says(
        "We open the port only if the duty is lifted",
        speaker="Tarsia",
        party="Tarsia",
        condition="only if the duty is lifted",
        condition_kind=ConditionKind.ONLY_IF,
    )
    assert len(merge([one.reading, other.reading]).entries) == 1


def test_one_condition_and_two_promises_are_two_entries() -> None:
    text = "If the gates open, Tarsia returns to the table. If the gates open, grain may pass."
    paper = (
        Paper(text, "One")
        .says(
            "If the gates open, Tarsia returns to the table",
            speaker="Tarsia",
            party="Tarsia",
            cue="returns",
            condition="If the gates open",
            kind=Kind.AGREE,
        )
        .says(
            "If the gates open, grain may pass",
            speaker="Tarsia",
            party="Tarsia",
            cue="may",
            condition="If the gates open",
            kind=Kind.AGREE,
        )
    )
    assert len(merge([paper.reading]).entries) == 2


def test_nothing_makes_an_empty_view() -> None:
    view = merge([])
    assert (view.reports, view.entries, view.parties) == ((), (), ())
    text = "No word from anybody."
    assert merge([Reading(Report(Report.id_of(text), text, "One"))]).entries == ()


# --- the pairs: floors that may be raised, never lowered -----------------------------------------

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]


FIRST = [pair for pair in PAIRS if "held_out" in pair]


@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("tune", 0.87, 0.7), ("held_out", 0.99, 0.8)]
)
def test_floors_on_the_first_pairs(part: str, precision: float, recall: float) -> None:
    chosen = [pair for pair in FIRST if part_of(pair) == part]
    together = [len(merge(told_as_two(pair)).entries) == 1 for pair in chosen]
    both = sum(t and pair["same"] for t, pair in zip(together, chosen, strict=True))
    assert both >= precision * sum(together)
    assert both >= recall * sum(pair["same"] for pair in chosen)


@pytest.mark.parametrize(
    ("part", "precision", "recall"), [("tune", 0.7, 0.34), ("held_out", 0.52, 0.37)]
)
def test_floors_on_all_pairs(part: str, precision: float, recall: float) -> None:
    found = rates(score_pairs(Path(__file__).with_name("pairs.toml"), part, show=False))
    assert float(found["precision"] or 0) >= precision
    assert float(found["recall"] or 0) >= recall


def test_pairs_are_half_held_out_and_of_both_sorts() -> None:
    assert len(PAIRS) >= 150
    for same in (True, False):
        chosen = [part_of(p) == "held_out" for p in PAIRS if p["same"] is same]
        assert len(chosen) >= 0.4 * len(PAIRS)
        assert 0.35 <= sum(chosen) / len(chosen) <= 0.65
