"""Cases from the literature, with their published answers."""

from __future__ import annotations

from importlib.resources import files

import pytest

from firstmove.analysis import Analysis, analyse
from firstmove.conflict import Conflict, DecisionMaker, Option, parse_model


def case(name: str) -> Analysis:
    text = (files("firstmove") / "examples" / "models" / f"{name}.toml").read_text("utf-8")
    return analyse(parse_model(text, where=name))


def equilibria(analysis: Analysis, concept: str) -> set[str]:
    return set(analysis.equilibria[concept])


def test_prisoners_dilemma() -> None:
    analysis = case("prisoners-dilemma")
    assert equilibria(analysis, "nash") == {"NN"}
    for concept in ("gmr", "smr", "seq"):
        assert equilibria(analysis, concept) == {"NN", "YY"}
    # By the definition: from YY both defecting at once is worse for either.
    assert equilibria(analysis, "sim") == {"NN", "YY"}


def test_chicken() -> None:
    analysis = case("chicken")
    assert equilibria(analysis, "nash") == {"YN", "NY"}
    # The rest by the definitions: a side that stops swerving can only be answered by a move that
    # hurts the one who makes it.
    for concept in ("gmr", "smr"):
        assert equilibria(analysis, concept) == {"YN", "NY", "YY"}
    assert equilibria(analysis, "seq") == {"YN", "NY"}


ELMIRA = {
    "NYNNN": "s1", "YYNNN": "s2", "NNYNN": "s3", "YNYNN": "s4", "NYNNY": "s5", "YYNNY": "s6",
    "NNYNY": "s7", "YNYNY": "s8", "NNNYN": "s9", "YNNYN": "s9", "NNNYY": "s9", "YNNYY": "s9",
}  # fmt: skip


def test_elmira() -> None:
    """Kilgour, Hipel, Fang & Peng 2001: s5, s8, s9 under all four; s1, s4 under GMR and SMR.

    Nothing is asserted about SIM, for which no published answer is at hand.
    """
    analysis = case("elmira")
    assert set(analysis.possible) == set(ELMIRA)
    for concept in ("nash", "seq"):
        assert {ELMIRA[s] for s in equilibria(analysis, concept)} == {"s5", "s8", "s9"}
    for concept in ("gmr", "smr"):
        found = {ELMIRA[s] for s in equilibria(analysis, concept)}
        assert found == {"s1", "s4", "s5", "s8", "s9"}
    assert sum(ELMIRA[s] == "s9" for s in equilibria(analysis, "nash")) == 4


def test_elmira_from_the_status_quo() -> None:
    """s1 does not hold: the local government can insist, and nobody's gain undoes that."""
    analysis = case("elmira")
    verdict = analysis.verdict("NYNNN", "local", "seq")
    assert [(x.to, x.deterred) for x in verdict.improvements] == [("NYNNY", False)]


def number(state: str) -> int:
    return sum(1 << k for k, letter in enumerate(state) if letter == "Y")


def test_cuban_missile_crisis() -> None:
    """Fraser & Hipel 1984: 4 and 6 are the equilibria under sequential stability.

    Of the other concepts only what follows from the published rankings by hand is asserted: no
    state is best for both, so there is no Nash equilibrium.
    """
    analysis = case("cuban-missile-crisis")
    assert sorted(map(number, analysis.possible)) == list(range(12))
    assert {number(s) for s in equilibria(analysis, "seq")} == {4, 6}
    assert equilibria(analysis, "nash") == set()


def ranking(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple((state,) for state in text.split())


def test_each_opponent_may_move_more_than_once() -> None:
    """The smallest conflict in which a rule of one move for each opponent loses a sanction."""
    conflict = Conflict(
        "three",
        tuple(
            DecisionMaker(f"d{k}", f"DM{k}", ranking=ranking(order))
            for k, order in enumerate(
                (
                    "YYY YNY NNY NNN NYN YNN NYY YYN",
                    "NNN YYY YNN NYN YYN YNY NNY NYY",
                    "NNN YYN YNY NYY YNN NYN YYY NNY",
                )
            )
        ),
        tuple(Option(f"d{k}.act", f"d{k}", "act") for k in range(3)),
    )
    analysis = analyse(conflict, ["seq"])
    assert equilibria(analysis, "seq") == {"NNN", "YNY"}
    (improvement,) = analysis.verdict("YNY", "d1", "seq").improvements
    assert [step.mover for step in improvement.reply] == ["d2", "d0", "d2"]


def test_ukraine_model_leaves_unknown_what_no_report_tells() -> None:
    analysis = case("ukraine-2024")
    assert [d.id for d in analysis.conflict.decision_makers] == ["ru", "us", "ua"]
    assert analysis.indifferent == ("us", "ua")
    unknown = {o.id for o in analysis.conflict.options} - set(analysis.conflict.status_quo.values)
    assert {"ua.negotiate", "ua.talks_in_slovakia"} <= unknown
    wants = [str(w.condition) for w in analysis.conflict.decision_maker("ru").wants]
    assert wants[:4] == ["us.first_move", "ru.respond iff us.first_move", "not truce", "agreement"]
    for decision_maker in analysis.conflict.decision_makers:
        for want in decision_maker.wants:
            assert want.basis == "unknown" or want.evidence


@pytest.mark.parametrize(
    "name", ["prisoners-dilemma", "chicken", "elmira", "cuban-missile-crisis", "ukraine-2024"]
)
def test_engine_agrees_with_the_oracle(name: str) -> None:
    from tests.analysis.test_agreement import disagreements

    assert not disagreements(case(name).conflict)
