"""Who is told to have said what: the patterns of news prose, and what is no statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstmove.reading import open_report
from firstmove.reading.attribution.attribution import attribution
from firstmove.reading.open_page import open_page
from firstmove.statement import Quotation
from tests.reading.readers import page_of, told, who_what

ONE = [
    # said that, that-less, tag at the end, tag in the middle
    ("The mayor said that the bridge was safe.", "The mayor", "said", "that the bridge was safe"),
    ("The mayor said the bridge was safe.", "The mayor", "said", "the bridge was safe"),
    ("The bridge is safe, the mayor said.", "the mayor", "said", "The bridge is safe"),
    ("The bridge, the mayor said, had cracked.", "the mayor", "said", "The bridge … had cracked"),
    # direct quotations
    (
        "“The offer stands for a week,” Ann Roe said.",
        "Ann Roe",
        "said",
        "The offer stands for a week",
    ),
    (
        "“The offer stands for a week,” said Ann Roe.",
        "Ann Roe",
        "said",
        "The offer stands for a week",
    ),
    ('Ann Roe said: "The offer stands."', "Ann Roe", "said", "The offer stands."),
    ('Ann Roe told reporters, "The offer stands."', "Ann Roe", "told", "The offer stands."),
    (
        '"The offer," Ann Roe said, "stands until noon on Friday."',
        "Ann Roe",
        "said",
        "The offer … stands until noon on Friday.",
    ),
    # according to
    ("Wages fell in May, according to the bank.", "the bank", "according to", "Wages fell in May"),
    ("According to the bank, wages fell.", "the bank", "According to", "wages fell"),
    # what is wanted, offered, refused, threatened
    ("The union demands a pay rise.", "The union", "demands", "a pay rise"),
    ("Karvenia rejected the plan.", "Karvenia", "rejected", "the plan"),
    ("Karvenia refused to sign.", "Karvenia", "refused", "to sign"),
    ("Karvenia offered to open the gates.", "Karvenia", "offered", "to open the gates"),
    ("The union threatened to strike.", "The union", "threatened", "to strike"),
    ("The minister vowed to stay.", "The minister", "vowed", "to stay"),
    ("The minister called for a pause.", "The minister", "called for", "a pause"),
    ("She called for the mayor to resign.", "She", "called for", "the mayor to resign"),
    ("She called on Ann Roe to resign.", "She", "called on", "Ann Roe to resign"),
    ("NATO warned against new tests.", "NATO", "warned against", "new tests"),
    ("The court urged both sides to wait.", "The court", "urged", "both sides to wait"),
    ("She accused the firm of lying.", "She", "accused", "the firm of lying"),
    ("The firm denied breaking the law.", "The firm", "denied", "breaking the law"),
    ("He suggested holding talks in Tarn.", "He", "suggested", "holding talks in Tarn"),
    ("The firm is ready to meet the union.", "The firm", "is ready", "to meet the union"),
    (
        "The union refused to return unless the men are paid.",
        "The union",
        "refused",
        "to return unless the men are paid",
    ),
    # nouns
    (
        "The row began with the union's demand to reopen the mine.",
        "the union",
        "demand",
        "to reopen the mine",
    ),
    (
        "Remarks by Ann Roe suggest that a deal is close.",
        "Ann Roe",
        "suggest",
        "that a deal is close",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), ONE)
def test_one_statement(text: str, speaker: str, cue: str, content: str) -> None:
    assert who_what(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The river has faced its worst drought in years.",
        "Ann Roe is set to visit Tarn in January.",
        "Exports fell sharply, and the move threatens thousands of jobs.",
        "The fall in prices suggests that demand is weak.",
        "It remains unclear whether the ministry would agree to host talks.",
        "If Karvenia agrees to the plan, the gates will open.",
        "The mediators may propose a new date.",
        "The union did not say whether it would strike.",
        "The union declined to comment.",
        'The so-called "river train" arrived on Monday.',
        'The film "A Long Way Home From Tarn" opens today.',
        "Nobody believes the ministry.",
    ],
)
def test_narration_is_no_statement(text: str) -> None:
    assert who_what(text) == []


def test_narration_between_two_quotations_of_one_speaker() -> None:
    text = (
        "“We will not sign this paper,” Ann Roe said.\n\n"
        "The flood has driven thousands from their homes and cut the valley in two.\n\n"
        "“We want the gates closed first,” Ann Roe said."
    )
    assert [s.quote for s in told(text)] == [
        "We will not sign this paper",
        "We want the gates closed first",
    ]


def test_joined_cues_share_their_subject() -> None:
    text = "Ann Roe suggested that both firms were ready and emphasized the need for speed."
    assert who_what(text) == [
        ("Ann Roe", "suggested", "that both firms were ready"),
        ("Ann Roe", "emphasized", "the need for speed"),
    ]


def test_a_participle_belongs_to_the_teller_not_to_those_told_of() -> None:
    text = "The colonel denied that soldiers had fired, calling the claim an invention."
    assert who_what(text) == [
        ("The colonel", "denied", "that soldiers had fired"),
        ("The colonel", "calling", "the claim an invention"),
    ]


def test_relative_clause_and_owner_of_a_document() -> None:
    text = "The hope contrasts with NATO’s perspective, which warns against new talks."
    assert who_what(text) == [("NATO", "warns against", "new talks")]


def test_gerund_after_a_lending_verb() -> None:
    text = "The minister concluded by stressing that the gates stay shut."
    assert who_what(text) == [("The minister", "stressing", "that the gates stay shut")]


def test_offer_that_is_answered() -> None:
    text = "The king suggested holding talks in Tarn, following an offer from Velland."
    assert who_what(text) == [
        ("The king", "suggested", "holding talks in Tarn"),
        ("Velland", "offer", "holding talks in Tarn"),
    ]


def test_hidden_speaker() -> None:
    (statement,) = told("It was announced that the ferry would close.")
    assert statement.speaker is None
    assert statement.quote == "that the ferry would close"


def test_two_claims_joined_in_one_quotation() -> None:
    text = "“But the others broke the truce, so they should open the gates,” Ann Roe said."
    first, second = told(text)
    assert first.quote == "But the others broke the truce"
    assert second.quote == "so they should open the gates"
    assert first.cue == second.cue
    assert first.id != second.id


def test_what_is_offered_beside_a_refusal_is_said_apart() -> None:
    first, second = told("The guild said it would not sign but would talk to the mayor.")
    assert first.quote == "it would not sign"
    assert second.quote == "would talk to the mayor"
    assert second.speaker == first.speaker
    (alone,) = told("The guild said the mayor would not sign but would talk to it.")
    assert alone.quote == "the mayor would not sign but would talk to it"


def test_a_condition_is_not_torn_from_its_clause() -> None:
    (statement,) = told("“If the gates open, and the rain holds, we will sign,” Ann Roe said.")
    assert statement.quote == "If the gates open, and the rain holds, we will sign"


def test_several_sentences_in_one_quotation() -> None:
    text = '"We will not sign it," Ann Roe said. "If the gates open, we will talk."'
    statements = told(text)
    assert [s.quote for s in statements] == [
        "We will not sign it",
        "If the gates open, we will talk.",
    ]
    assert {s.quotation for s in statements} == {Quotation.DIRECT}


def test_brackets_in_a_quotation_are_glosses() -> None:
    (statement,) = told("“They broke (off) the talks with [the ministry],” Ann Roe said.")
    assert [g.quote for g in statement.glosses] == ["(off)", "[the ministry]"]


def test_mixed_quotation_keeps_its_marks() -> None:
    (statement,) = told('The speaker called the walkout "childish and sad".')
    assert statement.quotation is Quotation.MIXED
    assert statement.quote == 'the walkout "childish and sad"'


def test_part_of_a_clause_in_marks_is_no_statement_by_itself() -> None:
    text = 'The firm said Ann Roe "broke the terms of the deal" and would pay.'
    (statement,) = told(text)
    assert statement.quote == 'Ann Roe "broke the terms of the deal" and would pay'


def test_a_new_sentence_is_no_tag_of_the_quotation_before() -> None:
    text = 'Ann Roe said she would "stay until the end of May." She also said "the gates are shut."'
    assert [s.quote for s in told(text)] == [
        'she would "stay until the end of May."',
        "the gates are shut.",
    ]


def test_the_headline_is_not_read() -> None:
    text = (
        "Karvenia demands that Velland open the gates\n\n"
        "Karvenia demanded on Monday that Velland open the gates of the dam.\n\n"
        "The two have quarrelled over the river since March.\n"
    )
    assert len(told(text)) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "said", "Ann Roe", "the union", "demanded", "that", ",", ".",
             "\n\n",

             "which", "according to", "who", "accused", "it", "(", ")", "[x]", "if", "calling",
             "so they", "will go", "the plan", "’s", "offer", "from", "\u00a0", "—", "?"]
        ),
        min_size=1,
        max_size=40,
    )
)  # fmt: skip
def test_every_span_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    page = page_of("A start. " + text)
    for statement in attribution(page, ()):
        spans = [*statement.cue, *statement.content, *statement.glosses]
        spans += [statement.speaker.span] if statement.speaker else []
        for span in spans:
            assert page.report.text[span.start : span.end] == span.quote
            assert span.quote.strip()
        if statement.speaker:
            assert not any(statement.speaker.span.overlaps(c) for c in statement.cue)


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed reports are not here")
def test_seed_reports_have_no_speaker_for_narration() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        page = open_page(open_report(path))
        statements = attribution(page, ())
        numbers = {page.sentence_number(s.start) for s in statements}
        narrated = {8, 10, 14} if path.name.startswith("000") else {7}
        assert not numbers & narrated
        assert statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The owner calls this ‘progress’. He should resign,” Ann Roe said.",
            [
                ("Ann Roe", "said", "The owner calls this ‘progress’."),
                ("Ann Roe", "said", "He should resign"),
            ],
        ),
        (
            "Roe opposed the dam, pressed for a review and advocated aid to farmers.",
            [
                ("Roe", "opposed", "the dam"),
                ("Roe", "pressed for", "a review"),
                ("Roe", "advocated", "aid to farmers"),
            ],
        ),
        ("Roe said she would look at the plan but made no pledge.",
         [("Roe", "said", "she would look at the plan")]),
        ("Roe claimed most drivers would accept the deal if asked, something the union disputes.",
         [("Roe", "claimed", "most drivers would accept the deal if asked")]),
        ("The leaders have promised marches should wages be frozen.",
         [("The leaders", "have promised", "marches")]),
        ("The army moved two brigades, underscoring that the truce was weak.", []),
        ("The council cut its budget, showing that the crisis was not over.", []),
    ],
)  # fmt: skip
def test_what_belongs_to_the_telling(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert who_what(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will sign,” Ann Roe said. “We will not sign it now,” Bo Lind said.",
            [("Ann Roe", "We will sign"), ("Bo Lind", "We will not sign it now")],
        ),
        (
            "Ann Roe asked: “Who will pay?” “The firm will pay,” Bo Lind said.",
            [("Ann Roe", "Who will pay?"), ("Bo Lind", "The firm will pay")],
        ),
        (
            "Ann Roe asked, “Who will pay for it?” Bo Lind said nobody knew.",
            [("Ann Roe", "Who will pay for it?")],
        ),
        (
            "The guard shouted, “Stop there, all of you!” Ann Roe recalled.",
            [("Ann Roe", "The guard shouted, “Stop there, all of you!”")],
        ),
        (
            "The plan, which Roe calls “a trap,” will cost more, Bo Lind said.",
            [("Bo Lind", "The plan, which Roe calls “a trap,” will cost more")],
        ),
    ],
)
def test_whose_quotation(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker.span.quote if s.speaker else "", s.quote) for s in told(text)] == expected


def test_who_was_asked_is_no_asker() -> None:
    assert who_what("Roe, asked about the plan, said it was dead.") == [
        ("Roe, asked about the plan", "said", "it was dead")
    ]


def test_an_issued_demand_is_told_once() -> None:
    assert who_what("The union issued a demand for a pay rise.") == [
        ("The union", "issued a demand for", "a pay rise")
    ]


def test_a_name_with_an_apposition_is_not_passed_over_for_the_subject_of_the_sentence() -> None:
    text = (
        "Norland’s council has three weeks to agree after the Harbour Union, its oldest partner, "
        "said it would vote against any plan that cuts the ferries."
    )
    statements = attribution(page_of(text), ())
    assert statements
    for statement in statements:
        assert statement.speaker is not None
        assert "Harbour Union" in statement.speaker.span.quote


@pytest.mark.parametrize("who", ["shepherd", "paramedic", "stevedore", "girl", "eyewitness"])
def test_people_of_every_trade_can_speak(who: str) -> None:
    assert [w for w, _, _ in who_what(f"“We will wait,” the {who} said.")] == [f"the {who}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # turned down, taken back, ordered by a time
        (
            "An offer of nine percent was turned down by the crews.",
            ("the crews", "was turned down", "An offer of nine percent"),
        ),
        (
            "The firm withdrew its threat to close the mill.",
            ("The firm", "withdrew", "its threat to close the mill"),
        ),
        (
            "The premier gave the strikers until noon to clear the road.",
            ("The premier", "gave", "the strikers until noon to clear the road"),
        ),
        (
            "The mayor has set a deadline of Friday for the squatters to leave.",
            ("The mayor", "has set", "a deadline of Friday for the squatters to leave"),
        ),
        # where the outlet goes on
        (
            "Velland denies any role in the raid and two inquiries have cleared it.",
            ("Velland", "denies", "any role in the raid"),
        ),
        ("Orlin denied any part in the raid.", ("Orlin", "denied", "any part in the raid")),
        # the topic is no part of what is said
        (
            "The envoy said of the offer that it was a trap.",
            ("The envoy", "said", "that it was a trap"),
        ),
        (
            "The minister told Tarn Radio in an interview that the ban would stay.",
            ("The minister", "told", "that the ban would stay"),
        ),
    ],
)
def test_the_whole_of_it_and_no_more(text: str, expected: tuple[str, str, str]) -> None:
    assert who_what(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The court heard that the firm had cheated its crews.",
        "The ministry issued a lengthy statement.",
    ],
)
def test_nothing_is_said_by_these(text: str) -> None:
    assert who_what(text) == []


def test_sources_and_reasons_are_not_what_is_said() -> None:
    (one,) = who_what("The owners have refused to hire, citing a fall in income.")
    assert one == ("The owners", "have refused", "to hire")
    found = who_what("The Ledger, quoting a diplomat, reported that Velland had offered a swap.")
    assert found == [("Velland", "had offered", "a swap")]


def test_who_is_asked_first_says_only_the_answer() -> None:
    found = who_what(
        "Asked what Velland would do, Orlin said: “Karvenia must open the road first.”"
    )
    assert found == [("Orlin", "said", "Karvenia must open the road first.")]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = (
        "“The answer is no,” Orlin said. “It was no in May.\n\n"
        "“It will be no next year.”\n\nThe mayor shook his head."
    )
    found = who_what(text)
    assert {speaker for speaker, _, _ in found} == {"Orlin"}
    assert found[-1][2].startswith("It will be no next year")


def test_a_finished_quotation_is_not_of_who_leads_in_the_next() -> None:
    found = who_what("“Wait until when?” Then an announcer concludes: “The world needs strength.”")
    assert [content for _, _, content in found] == ["The world needs strength."]


def test_two_moves_of_one_sentence() -> None:
    found = who_what("The mayor accused the builder of lying and demanded her money back.")
    assert [(cue, content) for _, cue, content in found] == [
        ("accused", "the builder of lying"),
        ("demanded", "her money back"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        (
            "Roe's remarks came as Orlin turned down an invitation to the palace, saying such a "
            "visit could harm the talks.",
            "Orlin",
            "saying",
        ),
        (
            "The guild pushed back Friday on a report claiming the ferry was dropping its "
            "opposition to the cuts.",
            "a report",
            "claiming",
        ),
        ("“Dress for the part.” added Orlin, who works for the mayor.", "Orlin", "added"),
    ],
)
def test_who_carries_on(text: str, speaker: str, cue: str) -> None:
    assert [who.split(",")[0] for who, said, _ in who_what(text) if said == cue] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The rule applies in states that don't recognize the marriages.",
        "He was charged after he accepted improper donations.",
        "The mayor threatened a reporter in the hall.",
        "The speaker did not seek approval from the palace.",
        "With the union potentially backing off its opposition, others may take up the fight.",
        "The governor released his tax returns on Friday.",
        "The minister spoke about the future of the dam.",
    ],
)
def test_deeds_topics_and_descriptions_are_no_statements(text: str) -> None:
    assert who_what(text) == []


def test_a_point_that_another_denies_is_no_part_of_what_is_said() -> None:
    found = who_what("Orlin said the letters were false, a point the office denied.")
    assert ("Orlin", "said", "the letters were false") in found


def test_a_quotation_goes_on_behind_how_it_was_said() -> None:
    found = who_what("“We will go on,” said Orlin, speaking of her plans. “We have to try.”")
    assert [(who, content) for who, _, content in found] == [
        ("Orlin", "We will go on"),
        ("Orlin", "We have to try."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ban is backed by Norway and Sweden but opposed by Finland.",
        "Norway and Sweden back the ban but Finland opposes it.",
    ],
)
def test_those_for_a_thing_and_who_is_against_it(text: str) -> None:
    assert [who for who, _, _ in who_what(text)] == ["Norway and Sweden", "Finland"]


def test_who_is_asked_for_long_to_do_a_thing() -> None:
    text = "Norway has been pressing Japan and South Korea for months to stop the exports."
    (found,) = who_what(text)
    assert found == (
        "Norway",
        "has been pressing",
        "Japan and South Korea for months to stop the exports",
    )


@pytest.mark.parametrize(
    "tag",
    ["he was quoted as saying", "the paper quoted Roe as saying", "he was cited as telling it"],
)
def test_who_is_quoted_as_saying_it_says_it(tag: str) -> None:
    text = f"Jan Roe said he would resign, the newspaper reported. “The dam will stay,” {tag}."
    assert [(who, said) for who, _, said in who_what(text)] == [
        ("Jan Roe", "he would resign"),
        ("Roe" if "Roe" in tag else "he", "The dam will stay"),
    ]


def test_who_is_falsely_quoted_says_nothing() -> None:
    assert not who_what("“The dam will stay,” the mayor was mistakenly quoted as saying.")
