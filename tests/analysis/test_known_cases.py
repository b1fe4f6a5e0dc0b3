"""Cases from the literature, with their published answers."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest

from firstmove.analysis import ALL_CONCEPTS, Analysis, analyse
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


def game(row: str, column: str) -> Analysis:
    """Two sides with one option each; rankings best first, the row's letter first."""
    makers = (
        DecisionMaker("row", "Row", ranking=ranking(row)),
        DecisionMaker("column", "Column", ranking=ranking(column)),
    )
    options = (Option("row.act", "row", "act"), Option("column.act", "column", "act"))
    return analyse(Conflict("game", makers, options), ALL_CONCEPTS)


def test_games_of_every_textbook() -> None:
    """Nash equilibria as every textbook has them; the rest worked by hand from the definitions."""
    stag_hunt = game("YY NY NN YN", "YY YN NN NY")
    assert equilibria(stag_hunt, "nash") == {"YY", "NN"}
    # From NN nobody improves alone; YY is best for both; YN and NY are left by both sides, and the
    # first to leave is not deterred, since what follows is better for it whatever the other does.
    for concept in ("gmr", "smr", "seq", "sim", "sseq"):
        assert equilibria(stag_hunt, concept) >= {"YY", "NN"}
    battle = game("YY NN YN NY", "NN YY YN NY")  # of the sexes
    assert equilibria(battle, "nash") == {"YY", "NN"}
    deadlock = game("NY NN YY YN", "YN NN YY NY")
    assert equilibria(deadlock, "nash") == {"NN"}
    # To hold back is each side's best answer to both acts of the other, and NN is better than YY
    # for both: from YY a move gains and the answer NN is still a gain.
    for concept in ("gmr", "smr", "seq", "sim", "sseq"):
        assert "YY" not in equilibria(deadlock, concept)
    makers = (
        DecisionMaker("row", "Row", ranking=(("YY", "NN"), ("YN", "NY"))),
        DecisionMaker("column", "Column", ranking=(("YN", "NY"), ("YY", "NN"))),
    )
    pennies = analyse(
        Conflict(
            "pennies", makers, (Option("r.x", "row", "x"), Option("c.x", "column", "x"))
        ),
        ALL_CONCEPTS,
    )  # fmt: skip
    assert equilibria(pennies, "nash") == set()
    # Whoever gains by a move is answered by a gain of the other, back where it had been no better.
    for concept in ("gmr", "seq"):
        assert len(equilibria(pennies, concept)) == 4


GISBORNE = ("NNN", "YNN", "NYN", "YYN", "NNY", "YNY", "NYY", "YYY")  # s1 to s8


def gisborne() -> Conflict:
    """Lake Gisborne: the federal government continues a ban on exporting water or not, the province
    lifts its own or not, a group that supports the project appeals or not. States and preferences
    as in K. W. Li, K. W. Hipel, D. M. Kilgour & L. Fang, “Preference uncertainty in the graph model
    for conflict resolution”, IEEE Transactions on Systems, Man and Cybernetics A 34, 2004: of the
    province nothing is known but that it prefers no appeal, all else being equal."""
    federal = "YNN YNY YYN YYY NNN NNY NYN NYY"  # s2 s6 s4 s8 s1 s5 s3 s7
    support = "NYN YYN NYY YYY NNY YNY NNN YNN"  # s3 s4 s7 s8 s5 s6 s1 s2
    known = {frozenset((f"{s}N", f"{s}Y")) for s in ("NN", "YN", "NY", "YY")}
    pairs = tuple(
        (a, b)
        for a, b in combinations(GISBORNE, 2)
        if frozenset((a, b)) not in known
    )  # fmt: skip
    province = tuple((s,) for s in GISBORNE)
    return Conflict(
        "Lake Gisborne",
        (
            DecisionMaker("federal", "Federal", ranking=ranking(federal)),
            DecisionMaker("province", "Province", ranking=province, unknown=pairs),
            DecisionMaker("support", "Support", ranking=ranking(support)),
        ),
        (
            Option("federal.continue", "federal", "continue the ban"),
            Option("province.lift", "province", "lift the ban"),
            Option("support.appeal", "support", "appeal"),
        ),
    )


def test_lake_gisborne() -> None:
    """Worked by hand from the preferences above.

    The federal government always prefers to continue; the group appeals where the province does
    not lift (s6 over s2) and not where it does (s4 over s8). Nothing is known of the province's own
    moves. So it is never known to gain by one (readings b and d keep s4 and s6 under Nash), and may
    always (a and c keep none). At s8 the group would gain by withdrawing its appeal (s4); the
    province may answer by not lifting (s2), its worst: s8 is added under GMR and SEQ in b and d.
    """
    names = [f"{concept}.{reading}" for concept in ("nash", "gmr", "seq") for reading in "abcd"]
    analysis = analyse(gisborne(), names)
    found = {
        name: {f"s{GISBORNE.index(s) + 1}" for s in equilibria(analysis, name)} for name in names
    }
    assert found["nash.b"] == found["nash.d"] == {"s4", "s6"}
    assert found["nash.a"] == found["nash.c"] == set()
    for name in ("gmr.b", "gmr.d", "seq.b", "seq.d"):
        assert found[name] >= {"s4", "s6", "s8"}, name
    assert all(s in ("s2", "s4", "s6", "s8") for name in ("seq.b", "seq.d") for s in found[name])
