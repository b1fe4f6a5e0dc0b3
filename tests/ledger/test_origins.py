"""Copies of one text are one witness; quotations of one speech are not copies."""

from __future__ import annotations

from firstmove.ledger import merge
from firstmove.ledger.witnesses.paragraphs import printed
from firstmove.statement import Kind
from tests.ledger.making import Paper

WIRE = (
    "The harbour of Tarn stayed shut on Tuesday for the third day in a row, with forty ships "
    "waiting outside the breakwater and their crews running low on water.\n"
    "“{quote},” Ines Varga said.\n"
    "The company has offered four per cent over two years and wants the night shift to be part of "
    "any deal, according to people who have seen the paper.\n"
)
QUOTE = "We will not go back to work before every one of the dismissed men is back with us"


def paper(text: str, source: str, *, credit: str = "", agency: str = "") -> Paper:
    return Paper(text + credit, source, credit=credit).says(
        QUOTE, speaker="Ines Varga", party="Dockers", kind=Kind.REJECT, agency=agency
    )


def test_a_copy_is_no_second_witness() -> None:
    wire = WIRE.format(quote=QUOTE)
    copy = wire.replace("on Tuesday ", "").replace("according to", "said")
    one, other = paper(wire, "One"), paper(f"By our staff.\n{copy}", "Two")
    view = merge([one.reading, other.reading])
    assert [set(group) for group in view.origins] == [{one.report.id, other.report.id}]
    (entry,) = view.entries
    assert (len(entry.reports), entry.witnesses) == (2, 1)


def test_one_speech_in_two_reports_is_two_witnesses() -> None:
    own = (
        f"Dockers at Tarn are in no mood to give in. “{QUOTE},” Ines Varga said to a "
        "crowd of several hundred under grey skies, and the crowd sang until the rain came down "
        "from the hills.\n"
    )
    view = merge([paper(WIRE.format(quote=QUOTE), "One").reading, paper(own, "Two").reading])
    assert view.origins == ()
    assert view.entries[0].witnesses == 2


def test_two_that_name_the_same_agency_for_it_are_one_witness() -> None:
    def named(opening: str, source: str) -> Paper:
        text = f"{opening} “{QUOTE},” Ines Varga said, Northern Wire reports.\n"
        return paper(text, source, agency="Northern Wire")

    view = merge([named("Rain fell.", "One").reading, named("No ship moved.", "Two").reading])
    assert view.entries[0].witnesses == 1


def test_one_that_takes_it_from_the_other_is_no_second_witness() -> None:
    first = paper(f"“{QUOTE},” Ines Varga said in an interview.\n", "Harbour Post")
    text = f"“{QUOTE},” Ines Varga told the Harbour Post.\n"
    second = Paper(text, "Two").says(
        QUOTE,
        speaker="Ines Varga",
        party="Dockers",
        cue="told",
        kind=Kind.REJECT,
        outlet="Harbour Post",
    )
    assert merge([first.reading, second.reading]).entries[0].witnesses == 1


OWN = (
    "Buyers from inland towns went home with empty crates and a long list of complaints about "
    "the ministry, the union and the weather.\n"
    "Nobody at the ministry picked up the telephone, and the mayor was said to be on leave.\n"
    "At noon a school class came to look at the cranes, which stood still, and was sent home by a "
    "guard who had been told that the pier was closed to visitors until further notice.\n"
)
MORE = (
    "Insurers have begun to ask for more, and two lines have sent their ships to the next port "
    "down the coast, which has cranes enough but no railway.\n"
)


def test_a_shared_credit_lowers_what_is_asked_for() -> None:
    wire = WIRE.format(quote=QUOTE)
    opening = "\n".join(wire.split("\n")[:2]) + "\n"

    def groups(credit: str) -> int:
        one = paper(wire + MORE, "One", credit=credit)
        other = paper(opening + OWN, "Two", credit=credit)
        return len(merge([one.reading, other.reading]).origins)

    assert groups("(Northern Wire)") == 1
    assert groups("") == 0


AGENCY = (
    "The harbour office has counted sixty lorries a day on the coast road since the strike began, "
    "three times as many as in an ordinary week, and expects the bridge at Ossel to close. Ines "
    "Varga said her members would not go back before Friday.\n"
)
SAID = "her members would not go back before Friday"
OTHER = (
    "In the sailors’ home the talk is of nothing but the quarrel, and of who will pay the rent of "
    "the crews that have been ashore for a week without a single coin of wages.\n"
)


def with_paragraph(own: str, source: str) -> Paper:
    return Paper(own + AGENCY, source).says(
        SAID, speaker="Ines Varga", party="Dockers", kind=Kind.REJECT
    )


def test_a_copied_paragraph_is_one_origin_of_what_is_told_in_it() -> None:
    one, other = with_paragraph(OWN, "One"), with_paragraph(MORE + OTHER, "Two")
    view = merge([one.reading, other.reading])
    assert view.origins == ()  # the reports are not copies
    (entry,) = view.entries
    assert entry.witnesses == 1
    assert entry.origins == ((one.report.id, other.report.id),)
    (pair,) = view.copied
    assert {pair.first.quote, pair.second.quote} == {AGENCY, AGENCY}
    assert pair.share == 1.0


def test_who_tells_it_in_other_words_too_is_a_witness() -> None:
    again = "Varga repeated to this paper that her members would stay out until Friday.\n"
    one, other = (
        Paper(own + AGENCY + again.replace("this", source), source)
        .says(SAID, speaker="Ines Varga", party="Dockers", kind=Kind.REJECT)
        .says(
            "her members would stay out until Friday",
            speaker="Varga",
            name="Ines Varga",
            party="Dockers",
            cue="repeated",
            kind=Kind.REJECT,
        )
        for own, source in ((OWN, "One"), (MORE + OTHER, "Two"))
    )
    entries = merge([one.reading, other.reading]).entries
    told = next(e for e in entries if len(e.statements) == 4)
    assert (told.witnesses, told.origins) == (2, ())


def test_paragraphs_are_lines_and_wrapped_lines() -> None:
    text = "Rain fell on Tarn all\nday and all night.\nThe quay was empty.\n\nNo ship came"
    rows = printed(Paper(text).report).rows
    assert [text[slice(*row.place)] for row in rows] == [
        "Rain fell on Tarn all\nday and all night.\n",
        "The quay was empty.\n",
        "No ship came",
    ]


SHORT = (
    "The council said the tolls would stay. “They stay until the bridge is paid for,” council "
    "leader Ola Brandt said.\n"
)
QUOTED_ALONE = "“They stay until the bridge is paid for,” council leader Ola Brandt said.\n"


def short(opening: str, paragraph: str, source: str) -> Paper:
    return Paper(f"{opening}\n{paragraph}The night was dry at {source}.\n", source).says(
        "They stay until the bridge is paid for", speaker="Ola Brandt", party="Tarn"
    )


def test_a_short_paragraph_word_for_word_is_a_copy_where_the_outlet_tells_in_it() -> None:
    one, other = (short(o, SHORT, o) for o in ("Rain fell.", "No ship moved."))
    view = merge([one.reading, other.reading])
    assert view.origins == ()
    assert [entry.witnesses for entry in view.entries] == [1]
    (copied,) = view.copied
    assert copied.first.quote.strip() == SHORT.strip()


def test_a_quotation_and_who_says_it_is_no_copy() -> None:
    one, other = (short(o, QUOTED_ALONE, o) for o in ("Rain fell.", "No ship moved."))
    view = merge([one.reading, other.reading])
    assert view.copied == ()
    assert [entry.witnesses for entry in view.entries] == [2]
