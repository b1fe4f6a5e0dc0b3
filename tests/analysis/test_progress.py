"""A solve tells how far it is, and one that is interrupted keeps what it has decided."""

from __future__ import annotations

import pytest

from benchmarks.models import model
from firstmove.analysis import ENGINES, analyse
from firstmove.analysis.engine import INTERRUPTED, Progress
from tests.analysis.models import random_conflict

CONCEPTS = ("nash", "gmr", "seq")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_question_is_told_as_it_begins(engine: str) -> None:
    conflict = random_conflict(3)
    ids = [d.id for d in conflict.decision_makers]
    told: list[Progress] = []
    analyse(conflict, CONCEPTS, engine=engine, progress=told.append)
    of = len(CONCEPTS) * len(ids)
    asked = [(concept, id_) for concept in CONCEPTS for id_ in ids]
    assert [(p.concept, p.decision_maker) for p in told] == [*asked, ("", "")]
    assert [p.decided for p in told] == list(range(of + 1))
    assert {p.of for p in told} == {of}
    assert sorted(p.seconds for p in told) == [p.seconds for p in told]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("after", [0, 1, 4])
def test_what_is_decided_before_an_interruption_is_kept(engine: str, after: int) -> None:
    conflict = random_conflict(3)
    ids = [d.id for d in conflict.decision_makers]
    whole = analyse(conflict, CONCEPTS, engine=engine)

    def stop(told: Progress) -> None:
        if told.decided == after:
            raise KeyboardInterrupt

    part = analyse(conflict, CONCEPTS, engine=engine, progress=stop)
    questions = [(concept, id_) for concept in CONCEPTS for id_ in ids]
    assert [(u.concept, u.decision_maker) for u in part.undecided] == questions[after:]
    assert {u.reason for u in part.undecided} == {INTERRUPTED}
    for concept, id_ in questions[:after]:
        assert list(part.stable[concept][id_]) == list(whole.stable[concept][id_])
    assert part.concepts == CONCEPTS[: after // len(ids)]


def test_a_fault_of_the_watcher_is_not_hidden() -> None:
    def fail(_: Progress) -> None:
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        analyse(model(4), ("nash",), progress=fail)
