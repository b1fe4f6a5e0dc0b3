"""The acts of grammar, weighed against what the trained model says of each word.

What the model says is made up here; the page, its words and its grammar are real.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.reading.acts.plain import MAX, plain_label
from firstmove.reading.acts.stance import LABELS, STANCES, Told, stances
from firstmove.reading.acts.weighed import (
    ADDED,
    DROPPED,
    DROPPED_THING,
    SURE,
    SURE_DOER,
    weighed,
)
from firstmove.reading.kinds.model import input_of
from firstmove.reading.page import Page
from firstmove.statement import (
    Act,
    ActPlace,
    Condition,
    ConditionKind,
    Kind,
    Mention,
    Stance,
    Statement,
)
from tests.reading.told import page_of, place, told

SENTENCE = "Norland said that Sudmark must lift the toll and reopen the harbour if trade went on."
CONTENT = "Sudmark must lift the toll and reopen the harbour"
CLAUSE = "if trade went on"
CERTAIN = max(ADDED, SURE)  # from which a head is added, and its doer and its stance count
A_LITTLE = 0.01


@cache
def the_page() -> Page:
    return page_of(SENTENCE + "\n")


def the_statement(kind: ConditionKind | None = None, target: str = "") -> Statement:
    """What Norland said, with a condition of this kind, and aimed at a party."""
    page = the_page()
    return replace(
        told(page, "Norland", "said", CONTENT, party="Norland"),
        condition=Condition(kind, place(page, CLAUSE)) if kind else None,
        target=Mention(place(page, "Sudmark"), target, target) if target else None,
    )


def at(word: str) -> int:
    return SENTENCE.index(word)


def says(
    word: str, act: float = CERTAIN, stance: str = "for", *, sure: float = SURE, own: float = 0.5
) -> Told:
    return Told(at(word), act, stance, sure, own)


def model(*found: Told) -> Mapping[int, Told]:
    return {one.at: one for one in found}


def act_of(words: str, actor: Mention | None = None, where: ActPlace = ActPlace.CONTENT) -> Act:
    return Act(actor, place(the_page(), words), words, place=where)


def act_in(page: Page, words: str, *, thing: bool = False) -> Act:
    return Act(None, place(page, words), words, thing=thing)


def build(head: Any, subject: Any, negated: bool, where: ActPlace) -> Act | None:
    """An act of the head alone, called after the head and its subject."""
    label = f"{subject or '–'} {head.lemma_}"
    span = the_page().report.span(head.idx, head.idx + len(head))
    return Act(None, span, label, negated, where)


def result(statement: Statement, found: list[Act], *said: Told) -> list[Act]:
    return weighed(the_page(), statement, found, model(*said), build)


# --- what is added -------------------------------------------------------------------------------


def test_a_sure_head_that_grammar_overlooked_is_added() -> None:
    (act,) = result(the_statement(), [], says("lift"))
    assert (act.label, act.span.quote, act.place) == ("Sudmark lift", "lift", ActPlace.CONTENT)
    assert (act.stance, act.negated) == (Stance.FOR, False)


def test_an_unsure_head_is_not_added() -> None:
    assert result(the_statement(), [], says("lift", ADDED - A_LITTLE)) == []
    assert len(result(the_statement(), [], says("lift", ADDED))) == 1


def test_where_the_model_says_nothing_the_acts_of_grammar_stand() -> None:
    found = [act_of("lift the toll"), act_of("reopen the harbour")]
    assert result(the_statement(), found) == found


def test_a_second_verb_has_the_doer_of_the_first() -> None:
    (act,) = result(the_statement(), [], says("reopen"))
    assert act.label == "Sudmark reopen"


def test_whom_somebody_asks_does_it() -> None:
    page = page_of("Norland asked Sudmark to reopen the harbour.\n")
    statement = told(page, "Norland", "asked", "Sudmark to reopen the harbour")
    head = page.report.text.index("reopen")
    seen = []

    def noted(head: Any, subject: Any, negated: bool, where: ActPlace) -> None:
        seen.append((head.text, str(subject), negated, where))

    said = {head: Told(head, CERTAIN, "for", SURE, 0.0)}
    assert weighed(page, statement, [], said, noted) == []
    assert seen == [("reopen", "Sudmark", False, ActPlace.CONTENT)]


def test_of_a_noun_nobody_is_the_subject() -> None:
    (act,) = result(the_statement(), [], says("toll"))
    assert act.label == "– toll"


def test_an_act_against_which_somebody_stands_is_negated() -> None:
    (act,) = result(the_statement(), [], says("lift", stance="against"))
    assert (act.stance, act.negated) == (Stance.AGAINST, True)


def test_what_no_act_can_be_made_of_is_not_added() -> None:
    assert weighed(the_page(), the_statement(), [], model(says("lift")), lambda *_: None) == []


def test_a_head_in_the_words_of_an_act_adds_no_second_one() -> None:
    (act,) = result(the_statement(), [act_of("lift the toll")], says("lift"), says("toll"))
    assert act.label == "lift the toll"


def test_what_is_added_stands_in_the_order_of_the_text() -> None:
    found = [act_of("reopen the harbour")]
    assert [a.span.quote for a in result(the_statement(), found, says("lift"))] == [
        "lift",
        "reopen the harbour",
    ]


# --- what goes -----------------------------------------------------------------------------------


def test_an_act_of_which_all_words_are_surely_none_goes() -> None:
    found = [act_of("lift the toll"), act_of("reopen the harbour")]
    said = [says(word, DROPPED - A_LITTLE) for word in ("lift", "the toll", "toll")]
    assert [a.label for a in result(the_statement(), found, *said)] == ["reopen the harbour"]


def test_an_act_with_one_word_that_may_be_one_stays_as_it_is() -> None:
    found = [act_of("lift the toll")]
    said = [says("lift", 0.0), says("toll", DROPPED, own=1.0)]
    assert result(the_statement(), found, *said) == found


def test_a_thing_goes_only_where_the_model_is_surer() -> None:
    act = replace(act_of("the toll"), thing=True)
    assert result(the_statement(), [act], says("toll", DROPPED_THING)) == [act]
    assert result(the_statement(), [act], says("toll", DROPPED_THING - A_LITTLE)) == []
    done = replace(act, thing=False)
    assert result(the_statement(), [done], says("toll", DROPPED_THING)) == []


def test_a_conditions_act_never_goes() -> None:
    act = act_of(CLAUSE, where=ActPlace.CONDITION)
    thing = replace(act_of("trade", where=ActPlace.CONDITION), thing=True)
    for found in (act, thing):
        said = [says("trade", 0.0), says("went", 0.0)]
        assert result(the_statement(ConditionKind.IF), [found], *said) == [found]


@pytest.mark.parametrize("thing", [True, False])
def test_what_is_to_be_done_to_a_thing_speaks_for_it(thing: bool) -> None:
    page = page_of("Norland wants the limits published.\n")
    statement = told(page, "Norland", "wants", "the limits published")
    found = act_in(page, "the limits", thing=thing)
    at_verb, at_noun = (page.report.text.index(word) for word in ("published", "limits"))
    said = {
        at_noun: Told(at_noun, 0.0, "for", 1.0, 0.5),
        at_verb: Told(at_verb, CERTAIN, "for", SURE, 0.5),
    }
    added = Act(None, place(page, "published"), "publish")
    acts = weighed(page, statement, [found], said, lambda *_: added)
    # Of a thing, the word is its own; of anything else it is a second act, and the first none.
    expected = found if thing else added
    assert acts == [replace(expected, stance=Stance.FOR)]


@pytest.mark.parametrize("had", [" had", " has", "’d", "'d"])
def test_what_was_done_before_is_not_added_and_has_no_stance(had: str) -> None:
    page = page_of(f"Norland said he{had} spoken with the crews.\n")
    statement = told(page, "Norland", "said", f"he{had} spoken with the crews")
    head = page.report.text.index("spoken")
    said = {head: Told(head, 1.0, "for", 1.0, 0.5)}
    assert weighed(page, statement, [], said, lambda *_: act_in(page, "spoken")) == []
    found = act_in(page, "spoken with the crews")
    assert weighed(page, statement, [found], said, lambda *_: None) == [found]


def test_what_has_to_be_done_first_is_added_to_a_condition() -> None:
    page = page_of("Norland will wait until Sudmark has spoken with the crews.\n")
    statement = replace(
        told(page, "Norland", "will", "wait until Sudmark has spoken with the crews"),
        condition=Condition(
            ConditionKind.UNTIL, place(page, "until Sudmark has spoken with the crews")
        ),
    )
    head = page.report.text.index("spoken")
    said = {head: Told(head, 1.0, "if not", 1.0, 0.5)}

    def built(head: Any, subject: Any, negated: bool, where: ActPlace) -> Act:
        return replace(act_in(page, head.text), negated=negated, place=where)

    (act,) = weighed(page, statement, [], said, built)
    assert (act.label, act.place, act.negated) == ("spoken", ActPlace.CONDITION, False)


# --- which position, and who would do it ---------------------------------------------------------


def test_an_act_has_the_stance_of_its_likeliest_word() -> None:
    said = [says("lift", SURE, "for"), says("toll", (SURE + 1) / 2, "against")]
    (act,) = result(the_statement(), [act_of("lift the toll")], *said)
    assert act.stance is Stance.AGAINST
    assert not act.negated  # that is for grammar to say, which found it


@pytest.mark.parametrize("found", [[], [act_of("lift the toll")]], ids=["added", "found"])
def test_no_stance_is_told_of_which_the_model_is_unsure(found: list[Act]) -> None:
    (act,) = result(the_statement(), found, says("lift", CERTAIN, sure=SURE))
    assert act.stance is Stance.FOR
    (act,) = result(the_statement(), found, says("lift", CERTAIN, sure=SURE - A_LITTLE))
    assert act.stance is None


def test_no_stance_is_told_of_what_may_be_no_act() -> None:
    found = [act_of("lift the toll")]
    (act,) = result(the_statement(), found, says("lift", SURE, sure=1.0))
    assert act.stance is Stance.FOR
    (act,) = result(the_statement(), found, says("lift", SURE - A_LITTLE, sure=1.0))
    assert act.stance is None


@pytest.mark.parametrize("nobody", ["neither", "Nobody", "none", "nothing"])
def test_of_an_act_of_nobody_no_stance_is_told(nobody: str) -> None:
    found = replace(act_of("lift the toll"), label=f"{nobody} lift the toll")
    assert result(the_statement(), [found], says("lift")) == [found]


def test_an_act_is_negated_after_its_likeliest_stance_though_none_is_told() -> None:
    (act,) = result(the_statement(), [], says("lift", stance="against", sure=SURE - A_LITTLE))
    assert (act.stance, act.negated) == (None, True)


def test_of_an_unsure_act_stance_and_doer_stay_as_they_were() -> None:
    found = [act_of("lift the toll")]
    unsure = min(ADDED, SURE) - A_LITTLE
    assert result(the_statement(), found, says("lift", unsure, sure=1.0, own=1.0)) == found


def test_the_doer_is_told_of_an_act_from_which_one_is_added() -> None:
    statement = the_statement()
    found = [act_of("lift the toll")]
    (act,) = result(statement, found, says("lift", ADDED, own=1.0))
    assert act.actor == statement.speaker
    (act,) = result(statement, found, says("lift", ADDED - A_LITTLE, own=1.0))
    assert act.actor is None


def test_what_the_speakers_side_would_do_is_the_speakers() -> None:
    statement = the_statement()
    (act,) = result(statement, [act_of("lift the toll")], says("lift", own=SURE_DOER))
    assert act.actor == statement.speaker
    (act,) = result(statement, [act_of("lift the toll")], says("lift", own=SURE_DOER - A_LITTLE))
    assert act.actor is None


def test_who_does_what_is_added_is_told_as_well() -> None:
    statement = the_statement()
    (act,) = result(statement, [], says("lift", own=SURE_DOER))
    assert act.actor == statement.speaker


DOERS = "Norland said that work will stop, and that the rain, crews, she and Karvenia will wait."


@pytest.mark.parametrize(
    ("doer", "gives_way"),
    [
        ("work", True),  # a thing, which does nothing by itself
        ("rain", False),
        ("crews", False),  # who work for somebody
        ("she", False),
        ("Karvenia", False),
    ],
)
def test_a_thing_as_a_doer_gives_way_to_the_speaker(doer: str, gives_way: bool) -> None:
    page = page_of(DOERS + "\n")
    statement = told(page, "Norland", "said", DOERS.partition("said ")[2].rstrip("."))
    told_of = Mention(place(page, doer))
    found = replace(act_in(page, "stop"), actor=told_of)
    head = page.report.text.index("stop")
    said = {head: Told(head, CERTAIN, "for", SURE, 1.0)}
    (act,) = weighed(page, statement, [found], said, lambda *_: None)
    assert act.actor == (statement.speaker if gives_way else told_of)


def test_no_party_gives_way_to_the_speaker() -> None:
    thing = Mention(place(the_page(), "toll"))
    party = replace(thing, name="Sudmark", party="Sudmark")
    statement = the_statement()
    (act,) = result(statement, [act_of("lift the toll", thing)], says("lift", own=1.0))
    assert act.actor == statement.speaker
    (act,) = result(statement, [act_of("lift the toll", party)], says("lift", own=1.0))
    assert act.actor == party


def test_what_the_other_side_would_do_is_the_targets() -> None:
    statement = the_statement(target="Sudmark")
    found = [act_of("lift the toll", statement.speaker)]
    (act,) = result(statement, found, says("lift", own=1 - SURE_DOER))
    assert act.actor == statement.target
    (act,) = result(statement, found, says("lift", own=1 - SURE_DOER + A_LITTLE))
    assert act.actor == statement.speaker


@pytest.mark.parametrize("target", ["", "Norland"])
def test_without_another_side_it_is_somebody_whom_no_words_tell(target: str) -> None:
    statement = the_statement(target=target)
    (act,) = result(statement, [act_of("lift the toll", statement.speaker)], says("lift", own=0.0))
    assert act.actor == Mention(act.span)


def test_a_doer_other_than_the_speaker_stays() -> None:
    other = Mention(place(the_page(), "Sudmark"), "Sudmark", "Sudmark")
    statement = the_statement()
    (act,) = result(statement, [act_of("lift the toll", other)], says("lift", own=0.0))
    assert act.actor == other


@pytest.mark.parametrize(
    ("kind", "thing", "answered"),
    [
        (Kind.REJECT, True, True),
        (Kind.AGREE, True, True),
        (Kind.SUPPORT, True, True),
        (Kind.STATE, True, False),
        (Kind.REJECT, False, False),
        (Kind.AGREE, False, False),
        (Kind.REQUEST, True, True),  # told to the speaker's own people
        (Kind.REQUEST, False, True),
    ],
)
def test_what_is_put_to_the_speaker_or_its_own_stays_the_speakers(
    kind: Kind, thing: bool, answered: bool
) -> None:
    statement = replace(the_statement(target="Sudmark"), kind=kind)
    found = replace(act_of("the toll", statement.speaker), thing=thing)
    (act,) = result(statement, [found], says("toll", own=0.0))
    assert act.actor == (statement.speaker if answered else statement.target)


def test_where_the_speaker_is_hidden_no_doer_is_told() -> None:
    statement = replace(the_statement(), speaker=None)
    (act,) = result(statement, [act_of("lift the toll")], says("lift", own=1.0))
    assert (act.actor, act.stance) == (None, Stance.FOR)


# --- conditions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "stance", "negated"),
    [
        (ConditionKind.IF, "if", False),
        (ConditionKind.IF, "if not", True),
        (ConditionKind.ONLY_IF, "if", False),
        (ConditionKind.IFF, "if not", True),
        # "unless trade went on": its going on is what it is called, and the marker denies it
        (ConditionKind.UNLESS, "if not", False),
        (ConditionKind.UNLESS, "if", True),
        (ConditionKind.UNTIL, "if not", False),
    ],
)
def test_an_act_added_in_a_condition_has_its_sign(
    kind: ConditionKind, stance: str, negated: bool
) -> None:
    (act,) = result(the_statement(kind), [], says("went", stance=stance))
    assert (act.place, act.stance, act.negated) == (ActPlace.CONDITION, Stance(stance), negated)
    assert act.label == "trade go"


@pytest.mark.parametrize("negated", [True, False])
def test_a_conditions_act_keeps_its_place_and_sign(negated: bool) -> None:
    found = replace(act_of(CLAUSE, where=ActPlace.CONDITION), negated=negated)
    (act,) = result(the_statement(ConditionKind.IF), [found], says("went", stance="if not"))
    assert act == replace(found, stance=Stance.IF_NOT)


def test_only_a_conditions_act_has_a_conditions_stance() -> None:
    statement = the_statement(ConditionKind.IF)
    assert result(statement, [], says("went", stance="for")) == []
    found = [act_of("lift the toll"), act_of(CLAUSE, where=ActPlace.CONDITION)]
    assert result(statement, found, says("lift", stance="if not"), says("went")) == found


def test_a_condition_that_has_no_clause_of_its_own_is_added_as_one() -> None:
    (act,) = result(the_statement(), [], says("lift", stance="if"))
    assert (act.label, act.place, act.stance) == ("Sudmark lift", ActPlace.CONDITION, Stance.IF)
    assert not act.negated


def test_a_word_of_a_condition_beside_its_clause_is_added_as_one_even_if_no_stance_is_told() -> (
    None
):
    statement = the_statement(ConditionKind.IF)
    (act,) = result(statement, [], says("lift", stance="if", sure=SURE - A_LITTLE))
    assert (act.label, act.place, act.stance) == ("Sudmark lift", ActPlace.CONDITION, None)


@pytest.mark.parametrize("kind", [None, *ConditionKind])
def test_the_marker_of_a_clause_denies_nothing_outside_it(kind: ConditionKind | None) -> None:
    statement = the_statement(kind)
    for stance, negated in (("if", False), ("if not", True)):
        (act,) = result(statement, [], says("lift", stance=stance))
        assert (act.place, act.stance) == (ActPlace.CONDITION, Stance(stance))
        assert act.negated is negated


def test_a_conditions_act_that_is_not_the_speakers_is_nobodys() -> None:
    statement = the_statement(ConditionKind.IF)
    found = act_of(CLAUSE, statement.speaker, ActPlace.CONDITION)
    (act,) = result(statement, [found], says("went", stance="if", own=0.0))
    assert act.actor is None
    aimed = the_statement(ConditionKind.IF, target="Sudmark")
    (act,) = result(aimed, [found], says("went", stance="if", own=0.0))
    assert act.actor == aimed.target


def test_acts_of_the_content_come_first() -> None:
    page = page_of("If trade went on, Norland said, Sudmark must lift the toll.\n")
    text = page.report.text
    clause = place(page, "If trade went on")
    statement = replace(
        told(page, "Norland", "said", "If trade went on", "Sudmark must lift the toll"),
        condition=Condition(ConditionKind.IF, clause),
    )
    said = {
        text.index(word): Told(text.index(word), CERTAIN, stance, SURE, 0.5)
        for word, stance in (("went", "if"), ("lift", "for"))
    }
    found = weighed(
        page,
        statement,
        [],
        said,
        lambda head, subject, no, where: Act(
            None, page.report.span(head.idx, head.idx + len(head)), head.text, no, where
        ),
    )
    assert [(a.label, a.place) for a in found] == [
        ("lift", ActPlace.CONTENT),
        ("went", ActPlace.CONDITION),
    ]


# --- whatever the model says ---------------------------------------------------------------------

_SHARE = st.one_of(
    st.sampled_from([0.0, DROPPED_THING, DROPPED, ADDED, SURE, 1.0]), st.floats(0, 1)
)
_WORDS = ("Sudmark", "must", "lift", "toll", "and", "reopen", "harbour", "trade", "went")
_SAID = st.builds(
    lambda word, act, stance, sure, own: Told(at(word), act, stance, sure, own),
    st.sampled_from(_WORDS), _SHARE, st.sampled_from(STANCES), _SHARE, _SHARE,
)  # fmt: skip


@settings(max_examples=200)
@given(
    said=st.lists(_SAID, max_size=6, unique_by=lambda one: one.at),
    kind=st.sampled_from([None, *ConditionKind]),
    target=st.sampled_from(["", "Norland", "Sudmark"]),
    whole=st.booleans(),
)
def test_no_word_of_the_model_breaks_an_act(
    said: list[Told], kind: ConditionKind | None, target: str, whole: bool
) -> None:
    statement = the_statement(kind, target)
    found = [act_of("lift the toll", statement.speaker)] if whole else []
    if kind is not None and whole:
        found.append(act_of(CLAUSE, where=ActPlace.CONDITION))
    acts = result(statement, found, *said)
    assert acts == sorted(acts, key=lambda a: (a.place is ActPlace.CONDITION, a.span.start))
    assert len({a.span for a in acts}) == len(acts)
    of_grammar = {a.span: a for a in found}
    clause = statement.condition.span if statement.condition else None
    for act in acts:
        assert the_page().report.text[act.span.start : act.span.end] == act.span.quote
        inside = [one for one in said if act.span.start <= one.at < act.span.end]
        as_found = of_grammar.get(act.span)
        if as_found is not None:  # only the position and the doer may be told otherwise
            assert act == replace(as_found, actor=act.actor, stance=act.stance)
        else:
            (one,) = inside
            assert one.act >= ADDED
            in_clause = clause is not None and clause.start <= one.at < clause.end
            for_a_condition = one.stance in ("if", "if not")
            assert for_a_condition == (act.place is ActPlace.CONDITION)
            assert for_a_condition or not in_clause
        if act.stance is not None:
            in_a_condition = act.stance in (Stance.IF, Stance.IF_NOT)
            assert in_a_condition == (act.place is ActPlace.CONDITION)
            assert act.stance in {one.stance for one in inside if min(one.act, one.sure) >= SURE}
    for gone in set(of_grammar) - {a.span for a in acts}:
        inside = [one for one in said if gone.start <= one.at < gone.end]
        assert inside
        assert max(one.act for one in inside) < DROPPED


# --- what the model's numbers say ----------------------------------------------------------------


def numbers(page: Page, statement: Statement, **labels: str) -> None:
    """Have the model say surely of these words which label they have, and of all others none."""
    row = input_of(page.report.text, statement)
    scores = np.zeros((1, len(row.ids) + 2, len(LABELS)), np.float32)
    scores[0, :, 0] = 9
    for word, label in labels.items():
        place_ = row.at.index(page.report.text.index(word)) + 1  # behind the mark of the start
        scores[0, place_, 0] = 0
        scores[0, place_, LABELS.index(label)] = 9
    page.stances[row] = scores[0]


def test_each_word_of_content_and_condition_is_told_of_in_its_place() -> None:
    page = page_of(SENTENCE + "\n")
    statement = replace(
        told(page, "Norland", "said", f"{CONTENT} {CLAUSE}", party="Norland"),
        condition=Condition(ConditionKind.IF, place(page, CLAUSE)),
    )
    numbers(page, statement, lift="for, other", reopen="against, self", went="if not, other")
    found = stances(page, statement)
    starts = {at(CONTENT) + m for m in _begins(f"{CONTENT} {CLAUSE}")}
    assert starts <= set(found)
    assert min(found) == at(CONTENT)  # neither speaker nor cue
    sure = {o.at: (o.stance, round(o.sure, 1), round(o.own, 1)) for o in _acts(found)}
    assert sure == {
        at("lift"): ("for", 1.0, 0.0),
        at("reopen"): ("against", 1.0, 1.0),
        at("went"): ("if not", 1.0, 0.0),
    }


def test_a_condition_beside_the_content_is_told_of_as_well() -> None:
    page = page_of("Norland said, if trade went on, the toll must go.\n")
    statement = replace(
        told(page, "Norland", "said", "the toll must go"),
        condition=Condition(ConditionKind.IF, place(page, "if trade went on")),
    )
    numbers(page, statement, went="if, other", go="for, other")
    found = {page.report.text[o.at :].split()[0]: o.stance for o in _acts(stances(page, statement))}
    assert found == {"went": "if", "go.": "for"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norland said the toll must go.", "the toll must go"),
        ("“The toll must go,” said Norland.", "The toll must go"),
        ("Norland, in a long letter that was read out in the old hall by the sea, and to nobody’s "
         "delight, said the toll must go.", "the toll must go"),
        ("The toll must go, it was said in a long letter that was read out in the old hall by "
         "the sea, and to nobody’s delight, by Norland.", "The toll must go"),
    ],
)  # fmt: skip
def test_wherever_the_speaker_stands_the_words_keep_their_places(text: str, content: str) -> None:
    page = page_of(f"Snow fell.\n\n{text}\n")
    statement = told(page, "Norland", "said", content)
    numbers(page, statement, go="for, other")
    (found,) = _acts(stances(page, statement))
    assert page.report.text[found.at :].startswith("go")
    assert (found.stance, round(found.act, 1)) == ("for", 1.0)


def test_shares_are_of_the_acts_alone() -> None:
    page = page_of(SENTENCE + "\n")
    statement = told(page, "Norland", "said", CONTENT)
    numbers(page, statement)
    scores = next(iter(page.stances.values()))
    scores[:] = 0  # every label as likely as any other
    found = stances(page, statement)
    assert found
    for one in found.values():
        assert one.act == pytest.approx(1 - 1 / len(LABELS))
        assert one.sure == pytest.approx(1 / len(STANCES))
        assert one.own == pytest.approx(0.5)


def _acts(found: Mapping[int, Told]) -> list[Told]:
    return [one for one in found.values() if one.act >= 0.5]


def _begins(words: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(words) if c == " ")]


# --- plain labels --------------------------------------------------------------------------------


def plain(sentence: str, head: str, subject: str, inside: str = "", *, thing: bool = False) -> str:
    """The label in a sentence; "" where there is none."""
    doc = page_of(sentence + "\n").doc
    first = sentence.index(inside)
    last = first + len(inside or sentence)
    kept = {t.i for t in doc if first <= t.idx < last}
    tokens = {t.text: t for t in doc}
    label = plain_label(tokens[head], tokens[subject], kept, of_a_thing=thing)
    return label.text if label else ""


@pytest.mark.parametrize(
    ("sentence", "head", "subject", "label"),
    [
        ("They would reopen it.", "reopen", "They", "reopen it"),
        ("We will camp at the gate.", "camp", "We", "camp at the gate"),
        ("We will hand over the keys.", "hand", "We", "hand over the keys"),
        ("The town will take part in the talks.", "take", "town", "take part in the talks"),
    ],
)
def test_the_verb_with_its_object_or_where_it_is_done(
    sentence: str, head: str, subject: str, label: str
) -> None:
    assert plain(sentence, head, subject) == label


def test_no_time_and_no_empty_word_is_part_of_it() -> None:
    assert plain("We will march on Monday.", "march", "We") == "march"
    assert plain("We will march now.", "march", "We") == "march"


def test_what_is_done_to_something_is_told_with_it() -> None:
    assert plain("Norland wants repairs done.", "done", "repairs") == "do repairs"
    assert "repairs" not in plain("Norland wants repairs done.", "done", "repairs", "done")


def test_of_a_thing_that_does_nothing_by_itself_the_thing_is_told() -> None:
    assert plain("The talks would go ahead.", "go", "talks", thing=True) == "the talks go ahead"
    assert "talks" not in plain("The talks would go ahead.", "go", "talks")


@pytest.mark.parametrize(
    ("sentence", "head", "subject"),
    [
        ("Norland wants the closure of the harbour.", "closure", "Norland"),
        ("The closure of the harbour would last.", "closure", "closure"),
        ("They would be ready at noon.", "ready", "They"),
        ("We will meet Sudmark.", "Sudmark", "We"),
    ],
)
def test_of_a_word_that_is_no_verb_there_is_no_plain_label(
    sentence: str, head: str, subject: str
) -> None:
    assert plain(sentence, head, subject) == ""


def test_words_that_may_not_be_used_are_left_out() -> None:
    assert plain("We will camp at the gate.", "camp", "We", "We will camp") == "camp"
    assert plain("They would reopen it.", "reopen", "They", "They would reopen") == "reopen"
    told_of = plain("The talks would go ahead.", "go", "talks", "would go ahead", thing=True)
    assert "talks" not in told_of


def test_a_label_is_short() -> None:
    long = "They will sell the three old ferries of the northern line to a rich foreign buyer."
    label = plain(long, "sell", "They")
    assert label.startswith("sell the three old ferries")
    assert len(label.split()) <= MAX
