"""The analyst's decisions: carried out, told, kept through what comes later, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstmove.errors import CaseError
from firstmove.ledger import Anchor, Decision, Effect, Entry, Ledger, Relation, View, What
from firstmove.statement import Kind
from tests.ledger.making import Paper

MONDAY, TUESDAY = date(2031, 5, 5), date(2031, 5, 6)
GATES = "the gates of the weir would open on Monday"


def courier(text: str = f"Mara Voss said {GATES}. She said the ferry toll was too high.") -> Paper:
    return (
        Paper(text, "Courier", MONDAY)
        .says(GATES, speaker="Mara Voss", party="Kessa")
        .says("the ferry toll was too high", speaker="She", name="Mara Voss", party="Kessa")
    )


def herald() -> Paper:
    text = f"Voss confirmed {GATES}. Mara Voss complained that crossing had become dear."
    return (
        Paper(text, "Herald", TUESDAY)
        .says(GATES, speaker="Voss", name="Mara Voss", party="Kessa", cue="confirmed")
        .says("crossing had become dear", speaker="Mara Voss", party="Kessa", cue="complained")
    )


def envoy() -> Paper:
    text = "Ivo Lenk said the harbour would stay shut. Ivo Lenk said fishing was over."
    return (
        Paper(text, "Envoy", TUESDAY)
        .says("the harbour would stay shut", speaker="Ivo Lenk")
        .says("fishing was over", speaker="Ivo Lenk")
    )


def case(*papers: Paper) -> Ledger:
    ledger = Ledger.open(":memory:")
    ledger.add(paper.reading for paper in papers)
    return ledger


def holding(view: View, words: str) -> Entry:
    """The entry with a statement of these words."""
    (found,) = {
        e.id: e for e in view.entries if words in [view.statement(i).quote for i in e.statements]
    }.values()
    return found


def on(ledger: Ledger | View, *words: str, nth: int = 0) -> tuple[Anchor, ...]:
    view = ledger.view() if isinstance(ledger, Ledger) else ledger
    return tuple(
        Anchor.of([s for s in view.statements if s.quote == quote][nth]) for quote in words
    )


def merge(ledger: Ledger, *words: str) -> Decision:
    return Decision(What.MERGE, "one complaint, told in two ways", anchors=on(ledger, *words))


TOLL, DEAR = "the ferry toll was too high", "crossing had become dear"


def test_a_merge_makes_one_entry_and_says_why() -> None:
    ledger = case(courier(), herald())
    assert holding(ledger.view(), TOLL) != holding(ledger.view(), DEAR)
    added = ledger.decide(merge(ledger, TOLL, DEAR))
    entry = holding(ledger.view(), TOLL)
    assert entry == holding(ledger.view(), DEAR)
    assert entry.witnesses == 2
    assert entry.decisions == (2,)
    assert "decision 2" in entry.merges[0].reasons
    assert [grown.entry for grown in added.grown] == [entry.id]
    (ruled,) = ledger.view().decisions
    assert (ruled.number, ruled.effect) == (2, Effect.IN_FORCE)
    assert set(ruled.statements) == set(entry.statements)


def test_a_split_parts_what_the_program_put_together() -> None:
    ledger = case(courier(), herald())
    before = ledger.view()
    together = holding(before, GATES)
    assert len(together.statements) == 2
    first, second = (Anchor.of(before.statement(id_)) for id_ in together.statements)
    ledger.decide(Decision(What.SPLIT, "said on two days", anchors=(second,), others=(first,)))
    told = [e for e in ledger.view().entries if set(e.statements) & set(together.statements)]
    assert [len(e.statements) for e in told] == [1, 1]
    assert all(e.decisions == (2,) for e in told if e.statements[0] == together.statements[1])


def test_of_merge_and_split_the_later_counts() -> None:
    ledger = case(courier(), herald())
    both = on(ledger, TOLL, DEAR)
    ledger.decide(merge(ledger, TOLL, DEAR))
    ledger.decide(Decision(What.SPLIT, "two after all", anchors=both[:1], others=both[1:]))
    assert holding(ledger.view(), TOLL) != holding(ledger.view(), DEAR)
    assert [r.effect for r in ledger.view().decisions] == [Effect.OVERRULED, Effect.IN_FORCE]
    ledger.decide(merge(ledger, TOLL, DEAR))
    assert holding(ledger.view(), TOLL) == holding(ledger.view(), DEAR)
    assert [r.effect for r in ledger.view().decisions] == [
        Effect.IN_FORCE, Effect.OVERRULED, Effect.IN_FORCE,
    ]  # fmt: skip


def test_a_kind_is_corrected_and_the_statement_is_known_again() -> None:
    ledger = case(courier())
    (anchor,) = on(ledger, TOLL)
    ledger.decide(Decision(What.KIND, "she objects", anchors=(anchor,), value="PROTEST"))
    entry = holding(ledger.view(), TOLL)
    assert entry.kind is Kind.PROTEST
    assert ledger.view().statement(entry.lead).kind_probability is None
    ledger.decide(Decision(What.KIND, "no, a request", anchors=on(ledger, TOLL), value="REQUEST"))
    assert holding(ledger.view(), TOLL).kind is Kind.REQUEST
    assert ledger.readings()[0].statements[1].kind is Kind.STATE, "what was read stays"


def test_a_party_is_given_to_a_person_under_all_names() -> None:
    ledger = case(envoy())
    assert ledger.view().entries[0].party == ""
    ledger.decide(Decision(What.PARTY, "its envoy", name="Ivo Lenk", value="Orland"))
    assert {entry.party for entry in ledger.view().entries} == {"Orland"}
    assert [party.name for party in ledger.view().parties] == ["Orland"]


def test_a_decided_party_holds_for_people_who_stand_against_each_other() -> None:
    text = "Mara Voss accused Ivo Lenk of breaking his word."
    told = Paper(text, "Courier").says(
        "breaking his word",
        speaker="Mara Voss",
        party="Kessa Party",
        cue="accused",
        kind=Kind.ACCUSE,
        target="Ivo Lenk",
        target_party="Kessa Party",
    )
    ledger = case(told)
    assert ledger.view().entries[0].party == "Mara Voss"
    decision = Decision(What.PARTY, "she speaks for it", name="Mara Voss", value="Kessa Party")
    ledger.decide(decision)
    assert ledger.view().entries[0].party == "Kessa Party"


def test_a_party_is_renamed_with_all_its_people() -> None:
    ledger = case(courier(), herald())
    ledger.decide(Decision(What.PARTY, "its full name", name="Kessa", value="Kessa Union"))
    assert {entry.party for entry in ledger.view().entries} == {"Kessa Union"}


def test_a_party_holds_for_the_days_told() -> None:
    ledger = case(courier(), herald())
    ledger.decide(
        Decision(What.PARTY, "changed sides", name="Mara Voss", value="Orland", since=TUESDAY)
    )
    view = ledger.view()
    told = {s.report_id: s.speaker.party for s in view.statements if s.speaker}
    assert told == {courier().report.id: "Kessa", herald().report.id: "Orland"}


def test_a_name_that_nobody_has_is_told() -> None:
    ledger = case(courier())
    made = ledger.decide(Decision(What.PARTY, "its envoy", name="Nobody Known", value="Orland"))
    (turned,) = made.turned
    assert (turned.number, turned.after) == (2, Effect.LOST)
    assert "name" in turned.note
    assert ledger.view().decisions[0].effect is Effect.LOST
    assert "name" in ledger.view().decisions[0].note


def test_what_is_dropped_counts_no_more() -> None:
    ledger = case(courier())
    added = ledger.decide(Decision(What.DROP, "a caption", anchors=on(ledger, TOLL)))
    assert len(added.gone_entries) == 1
    assert [s.quote for s in ledger.view().statements] == [GATES]
    assert ledger.verify().whole


def test_everything_can_be_withdrawn_and_that_too() -> None:
    ledger = case(courier(), herald())
    before = ledger.view()
    ledger.decide(merge(ledger, TOLL, DEAR))
    decided = ledger.view()
    ledger.decide(Decision(What.UNDO, "they are two", withdraws=2))
    view = ledger.view()
    assert replace(view, decisions=()) == before
    assert [r.effect for r in view.decisions] == [Effect.WITHDRAWN, Effect.IN_FORCE]
    ledger.decide(Decision(What.UNDO, "they are one", withdraws=3))
    assert ledger.view().entries == decided.entries
    assert len(ledger.history()) == 4, "nothing is taken away"


# --- what does not stand on the case ---------------------------------------------------------


def wrong(ledger: Ledger) -> dict[str, Decision]:
    (toll,) = on(ledger, TOLL)
    moved = replace(toll, content=(replace(toll.content[0], start=toll.content[0].start + 1),))
    return {
        "needs a reason": replace(merge(ledger, TOLL, DEAR), reason=" "),
        "too few": Decision(What.MERGE, "x", anchors=(toll,)),
        "do not stand at": Decision(What.DROP, "x", anchors=(moved,)),
        "is no kind": Decision(What.KIND, "x", anchors=(toll,), value="SHOUT"),
        "nothing would be left": Decision(What.SPLIT, "x", anchors=(toll,)),
        "no report": Decision(What.RETRACT, "x", report="r-0"),
        "new version of itself": Decision(
            What.REPLACE, "x", report=courier().report.id, by=courier().report.id
        ),
        "is no decision": Decision(What.UNDO, "x", withdraws=1),
        "there is no event": Decision(What.UNDO, "x", withdraws=9),
        "no name": Decision(What.PARTY, "x", value="Orland"),
        "lies before": Decision(
            What.PARTY, "x", name="Mara Voss", since=TUESDAY, until=MONDAY
        ),
    }  # fmt: skip


@pytest.mark.parametrize("what", list(wrong(case(courier(), herald()))))
def test_a_decision_that_cannot_be_is_refused(what: str) -> None:
    ledger = case(courier(), herald())
    with pytest.raises(CaseError, match=what) as caught:
        ledger.decide(wrong(ledger)[what])
    assert caught.value.remedy
    assert len(ledger.history()) == 1


def test_the_same_decision_twice_is_refused() -> None:
    ledger = case(courier(), herald())
    ledger.decide(merge(ledger, TOLL, DEAR))
    with pytest.raises(CaseError, match="decision 2 says so already"):
        ledger.decide(merge(ledger, TOLL, DEAR))


def test_of_several_decisions_all_or_none_are_kept() -> None:
    ledger = case(courier(), herald())
    with pytest.raises(CaseError):
        ledger.decide(merge(ledger, TOLL, DEAR), Decision(What.UNDO, "x", withdraws=9))
    assert len(ledger.history()) == 1
    assert ledger.view().decisions == ()


# --- newer readings, new versions ------------------------------------------------------------


def test_decisions_stay_when_a_report_is_read_anew() -> None:
    ledger = case(courier(), herald())
    ledger.decide(merge(ledger, TOLL, DEAR))
    ledger.decide(Decision(What.KIND, "an objection", anchors=on(ledger, TOLL), value="PROTEST"))
    newer = courier().reading
    better = tuple(replace(s, kind=Kind.ACCUSE) for s in newer.statements)
    ledger.reread([replace(newer, statements=better, reader="another")])
    entry = holding(ledger.view(), TOLL)
    assert entry == holding(ledger.view(), DEAR)
    assert {ledger.view().statement(id_).kind for id_ in entry.statements} == {
        Kind.PROTEST, Kind.STATE,
    }  # fmt: skip
    assert [r.effect for r in ledger.view().decisions] == [Effect.IN_FORCE] * 2


def test_a_statement_with_other_bounds_is_found_and_one_that_is_gone_is_told() -> None:
    ledger = case(courier())
    ledger.decide(Decision(What.KIND, "an objection", anchors=on(ledger, TOLL), value="PROTEST"))
    shorter = courier()
    shorter.statements[1] = replace(
        shorter.statements[1], content=(shorter.at("ferry toll was too high"),)
    )
    ledger.reread([shorter.reading])
    (ruled,) = ledger.view().decisions
    assert ruled.effect is Effect.IN_FORCE
    assert "other bounds" in ruled.note
    assert holding(ledger.view(), "ferry toll was too high").kind is Kind.PROTEST
    shorter.statements.pop()
    (turned,) = ledger.reread([shorter.reading]).turned
    assert (turned.number, turned.after) == (2, Effect.LOST)
    (ruled,) = ledger.view().decisions
    assert ruled.effect is Effect.LOST
    assert ledger.verify().whole


def test_in_a_corrected_report_decisions_hold_on_the_very_words() -> None:
    ledger = case(courier(), herald())
    ledger.decide(merge(ledger, TOLL, DEAR))
    corrected = courier(
        f"Correction. Mara Voss said {GATES}. She said the ferry toll was too high."
    )
    why = Decision(
        What.REPLACE, "a date was wrong", report=courier().report.id, by=corrected.report.id
    )
    added = ledger.add([corrected.reading], replaces=why)
    assert added.gone_reports == (courier().report.id,)
    assert added.new_entries == added.gone_entries == ()
    view = ledger.view()
    assert [r.effect for r in view.decisions] == [Effect.IN_FORCE] * 2
    assert holding(view, TOLL) == holding(view, DEAR)
    ((gone),) = view.gone
    assert (gone.report.id, gone.by) == (courier().report.id, corrected.report.id)


# --- order -----------------------------------------------------------------------------------

PAPERS = (courier(), herald(), envoy())
DECISIONS: Sequence[tuple[Decision, frozenset[str]]] = tuple(
    (decision, frozenset(anchor.report for anchor in (*decision.anchors, *decision.others)))
    for ledger in [case(*PAPERS)]
    for gates in [on(ledger, GATES) + on(ledger, GATES, nth=1)]
    for decision in (
        merge(ledger, TOLL, DEAR),
        Decision(What.SPLIT, "two days", anchors=gates[1:], others=gates[:1]),
        Decision(What.KIND, "a refusal", anchors=on(ledger, "fishing was over"), value="REJECT"),
        Decision(What.PARTY, "its envoy", name="Ivo Lenk", value="Orland"),
        Decision(What.DROP, "a caption", anchors=on(ledger, "the harbour would stay shut")),
    )
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(PAPERS), st.permutations(DECISIONS), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_decisions_does_not_matter(
    papers: list[Paper], decisions: list[tuple[Decision, frozenset[str]]], chance: object
) -> None:
    """Decisions that do not contradict each other, each made as soon as its words are there."""
    expected = case(*PAPERS)
    expected.decide(*(decision for decision, _ in DECISIONS))
    ledger = Ledger.open(":memory:")
    waiting, there = list(decisions), set()
    for paper in papers:
        ledger.add([paper.reading])
        ledger.add([paper.reading])
        there.add(paper.report.id)
        for decision, needs in tuple(waiting):
            if needs <= there and (needs or len(there) == len(PAPERS) or chance.random() < 0.5):  # type: ignore[attr-defined]
                ledger.decide(decision)
                waiting.remove((decision, needs))
    view, wanted = ledger.view(), expected.view()
    bare = [replace(e, decisions=(), merges=()) for e in view.entries]
    assert bare == [replace(e, decisions=(), merges=()) for e in wanted.entries]
    assert view.statements == wanted.statements
    assert view.parties == wanted.parties
    told = {(r.decision.what, r.effect, r.statements) for r in view.decisions}
    assert told == {(r.decision.what, r.effect, r.statements) for r in wanted.decisions}
    assert Relation.ONLY_ONE in {e.relation for e in view.entries}


def test_many_statements_are_joined_by_one_merge() -> None:
    ledger = case(*PAPERS)
    ledger.decide(merge(ledger, TOLL, DEAR, "fishing was over"))
    view = ledger.view()
    assert all(
        holding(view, a) == holding(view, b) for a, b in pairwise((TOLL, DEAR, "fishing was over"))
    )


def test_a_merge_of_three_holds_for_the_two_that_are_left() -> None:
    ledger = case(*PAPERS)
    ledger.decide(merge(ledger, TOLL, DEAR, "fishing was over"))
    ledger.decide(Decision(What.RETRACT, "withdrawn", report=envoy().report.id))
    view = ledger.view()
    assert holding(view, TOLL) == holding(view, DEAR)
    assert view.decisions[0].effect is Effect.IN_FORCE
    assert "some of the words" in view.decisions[0].note
    ledger.decide(Decision(What.RETRACT, "withdrawn", report=herald().report.id))
    assert ledger.view().decisions[0].effect is Effect.LOST


def test_of_two_edits_of_the_model_the_last_is_in_force() -> None:
    model = '[[decision_maker]]\nid = "kessa"\n[[option]]\nid = "kessa.open"\nowner = "kessa"\n'
    ledger = case(courier())
    for label in ("open", "open the weir"):
        edited = f'{model}label = "{label}"\n'
        ledger.decide(Decision(What.MODEL, "clearer", drafted=model, edited=edited))
    assert [r.effect for r in ledger.view().decisions] == [Effect.OVERRULED, Effect.IN_FORCE]
    ledger.decide(Decision(What.UNDO, "the first was right", withdraws=3))
    effects = [r.effect for r in ledger.view().decisions if r.decision.what is What.MODEL]
    assert effects == [Effect.IN_FORCE, Effect.WITHDRAWN]
