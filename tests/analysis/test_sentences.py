"""Sentences are fixed templates: pinned here word for word, one for each form."""

from __future__ import annotations

import pytest

from firstmove.analysis import analyse, explain, sentence
from firstmove.analysis.concepts.coalition import coalition, coalition_improvements
from firstmove.analysis.concepts.inverse import inverse
from firstmove.analysis.names import concept
from firstmove.analysis.told import condition_text, joint_sentence
from firstmove.conflict import Conflict, DecisionMaker, State, parse_model
from tests.analysis.outright import random_graph
from tests.analysis.test_sets import SIMPLE, STRENGTH, UNKNOWN, model

DAM = parse_model("""
name = "A dam"

[[decision_maker]]
id = "up"
name = "Upvale"
ranking = ["YN", "NN", ">>", ["NY", "YY"]]

[[decision_maker]]
id = "down"
name = "Downvale"
ranking = ["YY", "YN", "NN", "NY"]
unknown = [["YY", "YN"], ["NN", "NY"]]

[[option]]
id = "up.close"
owner = "up"
label = "close the gate"

[[option]]
id = "down.sue"
owner = "down"
label = "go to court"
""")
FORD = Conflict(
    "A ford",
    (
        DecisionMaker(
            "m", "Miller", ranking=(("wet",), ("dry",), ("shut",)), moves=(("dry", "wet"),)
        ),
        DecisionMaker(
            "c", "Carter", ranking=(("shut",), ("dry",), ("wet",)), moves=(("wet", "shut"),)
        ),
    ),
    (),
    states=(State("dry", "the ford is dry"), State("wet", "the ford is wet"), State("shut")),
)


@pytest.mark.parametrize(
    ("name", "who", "state", "text"),
    [
        ("gmr.strong", "up", "NN",
         "NN would hold for Upvale (strong GMR): it could choose “close the gate” (YN), which it "
         "prefers, but then Downvale could choose “go to court” (YY), and that leaves it at YY, "
         "which is far worse for it than NN."),
        ("gmr.weak", "up", "NN",
         "NN would not hold for Upvale (weak GMR): it could choose “close the gate” (YN), which it "
         "prefers, but then Downvale could choose “go to court” (YY), and that leaves it at YY, "
         "which is far worse for it than NN. So it would hold strongly."),
        ("nash.a", "down", "YN",
         "YN would not hold for Downvale (Nash, reading a): it could choose “go to court” (YY), "
         "which it prefers or may prefer."),
        ("nash.b", "down", "YN",
         "YN would hold for Downvale (Nash, reading b): no move of its own leads to a state it is "
         "known to prefer."),
        ("seq.c", "up", "NN",
         "NN would hold for Upvale (SEQ, reading c): it could choose “close the gate” (YN), which "
         "it prefers or may prefer, but then Downvale could choose “go to court” (YY), which it "
         "prefers or may prefer, and that leaves it at YY, which it is not known to prefer to NN."),
        ("l2", "up", "NN",
         "NN would hold for Upvale (L2): looking 2 moves ahead, it could choose “close the gate” "
         "(YN), but then Downvale could choose “go to court” (YY), and that ends at YY, which it "
         "does not prefer to NN."),
        ("l1", "up", "NN",
         "NN would not hold for Upvale (L1): looking 1 move ahead, it could choose “close the "
         "gate” (YN), which it prefers."),
    ],
)  # fmt: skip
def test_in_option_form(name: str, who: str, state: str, text: str) -> None:
    found = explain(DAM, state, who, name)
    assert found.sentence == text
    assert found.verdict.concept == name


def test_in_graph_form() -> None:
    assert explain(FORD, "dry", "m", "seq").sentence == (
        "dry would hold for Miller (SEQ): it could move to “the ford is wet” (wet), which it "
        "prefers, but then Carter could move to shut, which it prefers, and that leaves it at "
        "shut, which it does not prefer to dry."
    )


def test_of_a_coalition() -> None:
    assert coalition_improvements(FORD, "wet") == ()
    (alone,) = coalition(FORD, ["m"]).improvements("dry", "gmr")
    assert joint_sentence(alone, FORD) == (
        "From dry, Miller could bring about wet, which it prefers: Miller could move to “the ford "
        "is wet” (wet). But then Carter could move to shut, and shut is no better than dry for it."
    )


def test_of_an_inverse() -> None:
    dam = parse_model(
        "\n".join(f'[[option]]\nid = "{o}"\nowner = "{o[0]}"' for o in ("a.x", "a.y", "b.z"))
        + '\n[[decision_maker]]\nid = "a"\nname = "Alba"\n[[decision_maker]]\nid = "b"\n'
    )
    assert condition_text(inverse(dam, "NNN", "a", "nash")) == (
        "NNN would hold for Alba (Nash) if and only if none of YNN, NYN and YYN is better for it "
        "than NNN."
    )
    assert condition_text(inverse(FORD, "shut", "m", "gmr")) == (
        "shut would hold for Miller (GMR) whatever it prefers."
    )
    assert condition_text(inverse(FORD, "dry", "m", "gmr")) == (
        "dry would hold for Miller (GMR) if and only if at least one of wet and shut is no better "
        "for it than dry."
    )


def test_every_form_gives_one_neutral_sentence() -> None:
    for seed in range(30):
        conflict = model(seed) if seed % 2 else random_graph(seed, makers=2)
        names = [*SIMPLE, *UNKNOWN, *STRENGTH]
        names += ["l2", "l3"] if len(conflict.decision_makers) == 2 else []
        analysis = analyse(conflict, names)
        for name in names:
            assert concept(name)
            for d in conflict.decision_makers:
                for s in analysis.possible.first(3):
                    verdict = analysis.verdict(s, d.id, name)
                    text = sentence(verdict, conflict)
                    holds = "would hold" if verdict.stable else "would not hold"
                    assert text.startswith(f"{s} {holds} for {d.name} (")
                    assert text.endswith(".")
                    assert "should" not in text
                    assert "{" not in text
