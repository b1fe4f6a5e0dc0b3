"""The trained model of kinds, what it is given, and how rules and model are weighed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading import open_text, read_report
from firstmove.reading.kinds.choice import LABELS, NONE, QUIET, Trust, Weights, choose, trust
from firstmove.reading.kinds.input import LONGEST, MARKERS, Role, cropped, kind_input
from firstmove.reading.kinds.model import label_logs, weights
from firstmove.reading.kinds.told import Judgement
from firstmove.statement import Kind, Reading

EVEN = Weights(1.0, dict.fromkeys(Trust, 0.0))
SET = Weights(
    1.0, {Trust.MOVE: 2.0, Trust.QUIET: 1.0, Trust.WARN: 3.0, Trust.SURE: 4.0, Trust.FIXED: 9.0}
)


def logs_of(**masses: float) -> dict[str, float]:
    rest = (1 - sum(masses.values())) / (len(LABELS) - len(masses))
    return {label: math.log(masses.get(label, rest)) for label in LABELS}


# --- what it is given ----------------------------------------------------------------------------


def test_doer_and_other_side_stand_between_markers() -> None:
    text = "The miners met the owners."
    row = kind_input(text, [(Role.SOURCE, 0, 10), (Role.TARGET, 15, 25)])
    assert row.ids[row.source - 1] == MARKERS[Role.SOURCE][0]
    assert row.ids[row.target - 1] == MARKERS[Role.TARGET][0]
    assert [row.ids.count(i) for pair in MARKERS.values() for i in pair] == [1, 1, 1, 1]
    assert row.features[0] == Role.SOURCE
    assert row.features[row.target] == Role.TARGET


def test_without_the_other_side_the_frame_stands_for_it() -> None:
    row = kind_input("The miners met.", [(Role.SOURCE, 0, 10)])
    assert row.target == 0


def test_a_long_text_keeps_its_marks() -> None:
    text = "word " * 400 + "the miners met the owners " + "word " * 400
    start = text.index("the miners")
    row = kind_input(text, [(Role.SOURCE, start, start + 10)])
    assert len(row.ids) <= LONGEST + 4
    assert row.source > 0


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="ab “”.,é\n", min_size=1, max_size=60),
    places=st.lists(st.tuples(st.sampled_from(list(Role)), st.integers(0, 60), st.integers(0, 60)),
                    min_size=1, max_size=4),
)  # fmt: skip
def test_any_text_gives_a_row(text: str, places: list[tuple[Role, int, int]]) -> None:
    marks = [(r, min(a, b, len(text)), min(max(a, b), len(text))) for r, a, b in places]
    row = kind_input(*cropped(text, marks))
    assert len(row.ids) == len(row.features)
    assert 0 <= row.source <= len(row.ids)
    assert 0 <= row.target <= len(row.ids)


# --- the choice ----------------------------------------------------------------------------------


def test_masses_are_of_all_labels_and_sum_to_one() -> None:
    choice = choose(logs_of(AGREE=0.6), Judgement(Kind.REJECT, "refuse"), SET)
    assert set(choice.masses) == set(LABELS)
    assert sum(choice.masses.values()) == pytest.approx(1)


def test_without_weight_the_model_decides() -> None:
    choice = choose(logs_of(AGREE=0.6), Judgement(Kind.REJECT, "refuse"), EVEN)
    assert choice.kind is Kind.AGREE
    assert choice.probability == pytest.approx(0.6)


def test_a_rule_tips_what_the_model_is_unsure_of() -> None:
    logs = logs_of(AGREE=0.5, REJECT=0.3)
    assert choose(logs, Judgement(Kind.REJECT, "will not"), SET).kind is Kind.REJECT
    assert choose(logs, Judgement(Kind.ACCUSE, "own act"), SET).kind is Kind.AGREE


def test_an_unsure_change_is_not_made() -> None:
    logs = logs_of(AGREE=0.5, REJECT=0.3)
    steady = Weights(1.0, dict.fromkeys(Trust, 0.0), over_quiet=0.6, over_move=0.7, over_firm=0.9)
    choice = choose(logs, Judgement(Kind.STATE, "own position"), steady)
    assert choice.kind is Kind.STATE
    assert choice.probability < 0.1
    assert choose(logs_of(AGREE=0.8), Judgement(Kind.AID, "own act"), steady).kind is Kind.AGREE
    assert choose(logs_of(AGREE=0.8), Judgement(Kind.REJECT, "refuse"), steady).kind is Kind.REJECT


def test_what_is_told_of_another_is_no_move_of_the_speaker() -> None:
    logs = logs_of(REJECT=0.9)
    judged = Judgement(Kind.ASSESS, "prediction about another")
    assert choose(logs, judged, SET).kind in (Kind.ASSESS, Kind.REJECT)
    assert choose(logs, judged, weights()).kind is Kind.ASSESS


@pytest.mark.parametrize(
    ("ruled", "kind"),
    [(Kind.STATE, Kind.STATE), (Kind.ASSESS, Kind.ASSESS), (Kind.AID, Kind.STATE)],
)
def test_no_move_is_a_position_or_a_view(ruled: Kind, kind: Kind) -> None:
    choice = choose(logs_of(NONE=0.9), Judgement(ruled, ""), SET)
    assert choice.kind is kind
    assert choice.probability > 0.5


def test_small_quiet_masses_together_outweigh_one_move() -> None:
    masses = {NONE: 0.2, "STATE": 0.2, "ASSESS": 0.2, "AGREE": 0.3}
    assert choose(logs_of(**masses), Judgement(Kind.STATE, ""), EVEN).kind in QUIET


def test_trust() -> None:
    assert trust(Judgement(Kind.REJECT, "deny")) is Trust.SURE
    assert trust(Judgement(Kind.STATE, "asks a question")) is Trust.SURE
    assert trust(Judgement(Kind.WARN, "warn")) is Trust.WARN
    assert trust(Judgement(Kind.ASSESS, "claim about another")) is Trust.MOVE
    assert trust(Judgement(Kind.STATE, "own position")) is Trust.QUIET
    assert trust(Judgement(Kind.AID, "own act")) is Trust.MOVE


# --- the model -----------------------------------------------------------------------------------


def test_probabilities_of_a_row_sum_to_one_and_repeat() -> None:
    text = "The army shelled the village."
    row = kind_input(text, [(Role.SOURCE, 0, 8), (Role.TARGET, 17, 28)])
    logs = label_logs(row)
    assert list(logs) == list(LABELS)
    assert sum(map(math.exp, logs.values())) == pytest.approx(1, abs=1e-4)
    assert logs == label_logs(row)
    assert max(logs, key=lambda label: logs[label]) == "ASSAULT"


def test_the_weights_of_the_package_weigh_every_rule() -> None:
    assert set(weights().rules) == set(Trust)
    assert 0.3 < weights().temperature < 3


def read_text(text: str) -> Reading:
    return read_report(open_text(text, name="test"))


REPORT = (
    "The Velmark premier, Ana Torv, said on Monday that her government would open the sluices "
    "if Ostmark lifted the ban on fish. Ostmark’s trade minister, Jon Brandt, rejected the offer. "
    "“We were here when the mill was built,” said Ines Falk, a farmer.\n"
)


def test_every_statement_says_how_sure_its_kind_is() -> None:
    statements = read_text(REPORT).statements
    assert len(statements) >= 2
    for statement in statements:
        assert statement.kind_probability is not None
        assert 0 < statement.kind_probability <= 1


def test_what_else_a_report_says_changes_no_kind() -> None:
    more = REPORT + "\nThe harbour museum in Calder shows forty ships. Snow fell at night.\n"
    kinds = [(s.kind, s.kind_probability) for s in read_text(REPORT).statements]
    assert [(s.kind, s.kind_probability) for s in read_text(more).statements][: len(kinds)] == kinds
