"""Where nobody wants anything of another no dispute is shown, and nobody must move first."""

from __future__ import annotations

from firstmove.analysis import first_moves
from firstmove.analysis.first_moves.dispute import Dispute, asked, dispute
from firstmove.analysis.first_moves.words import answer
from firstmove.conflict import Conflict, parse_model
from firstmove.views import no_dispute_words

MODEL = """
format = 1
name = "two mills"
[[decision_maker]]
id = "{a}"
name = "{A}"
[[decision_maker.want]]
condition = "{a_wants}"
basis = "stated"
[[decision_maker]]
id = "{b}"
name = "{B}"
[[decision_maker.want]]
condition = "{b_wants}"
basis = "{basis}"
[[option]]
id = "{a}.build"
owner = "{a}"
label = "build a hall"
[[option]]
id = "{owner}.pay"
owner = "{owner}"
label = "pay the toll"
[status_quo]
"{a}.build" = false
"{owner}.pay" = false
"""


def model(a_wants: str, b_wants: str, *, owner: str = "b", basis: str = "stated",
          a: str = "a", b: str = "b") -> Conflict:  # fmt: skip
    names = {"a": "Adel", "b": "Brom"}
    return parse_model(
        MODEL.format(
            a=a, b=b, A=names[a], B=names[b], a_wants=a_wants, b_wants=b_wants, basis=basis,
            owner=owner,
        )
    )  # fmt: skip


def test_each_for_itself_is_no_dispute() -> None:
    apart = model("a.build", "b.pay")
    assert dispute(apart) is Dispute.APART
    told = no_dispute_words(apart)
    assert told.startswith("The model shows no dispute between sides")
    assert "Adel wants ‘build a hall’" in told
    assert "Brom wants ‘pay the toll’" in told
    assert "has to give up" not in " ".join(answer(first_moves(apart)))
    assert "no dispute" in " ".join(answer(first_moves(apart)))


def test_who_wants_something_of_another_is_in_one() -> None:
    for one in (model("b.pay", "b.pay"), model("a.build if b.pay", "b.pay")):
        assert dispute(one) is Dispute.SHOWN
        assert no_dispute_words(one) == ""
        assert [(row.who, row.of) for row in asked(one)] == [("a", ("b",))]


def test_what_is_not_known_shows_none() -> None:
    assert dispute(model("a.build", "a.build", basis="unknown")) is Dispute.APART


def test_where_one_side_alone_could_act_it_says_who_asks() -> None:
    alone = model("a.build", "not a.pay", owner="a")
    assert dispute(alone) is Dispute.ONE_SIDE
    told = no_dispute_words(alone)
    assert "only Adel has options" in told
    assert "Brom wants not ‘pay the toll’" in told


def test_names_mirror() -> None:
    one = no_dispute_words(model("a.build", "not a.pay", owner="a"))
    other = no_dispute_words(model("b.build", "not b.pay", owner="b", a="b", b="a"))
    swapped = one.replace("Adel", "?").replace("Brom", "Adel").replace("?", "Brom")
    assert other == swapped


def test_a_ranking_counts_as_one() -> None:
    text = MODEL.format(a="a", b="b", A="Adel", B="Brom", a_wants="a.build", b_wants="b.pay",
                        basis="stated", owner="b")  # fmt: skip
    ranked = text.replace(
        'name = "Adel"', 'name = "Adel"\nranking = ["YN", "NN", "YY", "NY"]'
    ).replace('[[decision_maker.want]]\ncondition = "a.build"\nbasis = "stated"\n', "")
    assert dispute(parse_model(ranked)) is Dispute.SHOWN


def test_asked_and_not_answered() -> None:
    one_way = model("b.pay", "b.pay", basis="unknown")
    assert dispute(one_way) is Dispute.ONE_WAY
    assert no_dispute_words(one_way) == ""
    told = no_dispute_words(one_way, freely=True)
    assert "not told to say anything of it" in told
    assert "Adel wants ‘pay the toll’" in told
