"""Articles with their positions marked, and the measures over the acts that are read in them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from evaluation.act_articles import (
    ActMark,
    Article,
    article,
    articles,
    is_holder,
    of_statement,
    placed,
)
from evaluation.acts import main, score
from firstmove.reading.acts.stance import STANCES, holds
from firstmove.report import Span
from firstmove.statement import Condition, ConditionKind, Mention, Statement

ROOT = Path(__file__).parents[2]
LEARNT = ROOT / "training" / "data" / "acts"
HELD_OUT = ROOT / "evaluation" / "data" / "acts"

HARBOUR = """Norland asks for a quiet harbour

Norland demanded that Sudmark reopen the harbour.

Sudmark refused to sign the treaty, its foreign ministry said on Monday.

Snow fell in the hills.
---
Norland | for | Sudmark | demanded that Sudmark <reopen> the harbour
Sudmark | against | self | refused to <sign> the treaty
"""
SAILORS = """Ferries stay in port

Sudmark said it would release the sailors if Norland lifted the toll.

The ferries of the bay carry cement and timber.
---
Sudmark | for | self | would <release> the sailors
Sudmark | if | Norland | if Norland <lifted> the toll
"""
QUIET = """Snow on the pass

Snow fell in the hills on Monday. The road over the pass is eleven miles long.
---
"""


def written(folder: Path, name: str, words: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(words, encoding="utf-8")
    return path


def of(folder: Path, words: str, name: str = "one") -> Article:
    return article(written(folder, name, words))


# --- the form of an article ----------------------------------------------------------------------


def test_a_mark_tells_who_stands_how_to_which_act(tmp_path: Path) -> None:
    found = of(tmp_path, HARBOUR, "harbour")
    assert found.name == "harbour"
    assert found.text.endswith("Snow fell in the hills.")
    assert [(m.holder, m.stance, m.doer) for m in found.marks] == [
        ("Norland", "for", "Sudmark"),
        ("Sudmark", "against", "self"),
    ]
    assert [found.text[m.head :].split()[0] for m in found.marks] == ["reopen", "sign"]


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_can_be_marked(tmp_path: Path, stance: str) -> None:
    words = f"Norland waits.\n---\nNorland | {stance} | ? | <waits>\n"
    assert of(tmp_path, words).marks == (ActMark("Norland", stance, "?", 8),)


def test_the_head_may_be_the_first_word_or_the_last(tmp_path: Path) -> None:
    words = (
        "Talks will go on.\n---\nNorland | for | ? | <Talks> will\nNorland | for | ? | will <go>\n"
    )
    assert [m.head for m in of(tmp_path, words).marks] == [0, 11]


def test_words_of_one_act_may_be_marked_for_two(tmp_path: Path) -> None:
    words = "They will sign.\n---\nNorland | for | self | will <sign>\nSudmark | if | ? | <sign>\n"
    assert [(m.holder, m.head) for m in of(tmp_path, words).marks] == [
        ("Norland", 10),
        ("Sudmark", 10),
    ]


def test_an_article_without_marks_has_none(tmp_path: Path) -> None:
    assert of(tmp_path, QUIET).marks == ()
    assert of(tmp_path, "Snow fell.\n").marks == ()


def test_empty_lines_between_marks_are_no_marks(tmp_path: Path) -> None:
    words = "Norland will sign.\n---\n\nNorland | for | self | will <sign>\n\n"
    assert len(of(tmp_path, words).marks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Norland | for | will <sign>",  # no doer
        "Norland | for | self | now | will <sign>",  # one part too many
        "Norland, for, self, will <sign>",  # not parted by bars
        "Norland|for|self|will <sign>",  # no spaces beside the bars
        "Norland | favours | self | will <sign>",  # no such stance
        "Norland | For | self | will <sign>",
        "Norland | unless | self | will <sign>",
        "Norland |  | self | will <sign>",
        "Norland | for | self | will sign",  # no head
        "Norland | for | self | <will sign>",  # a head of two words
        "Norland | for | self | will <>",
        "Norland | for | self | will <signs>",  # not the words of the text
        "Norland | for | self | <the> ",  # in the text twice
    ],
)
def test_a_malformed_mark_is_named_with_its_file(tmp_path: Path, line: str) -> None:
    text = "Norland will sign the treaty on the hill."
    path = written(tmp_path, "treaty", f"{text}\n---\n{line}\n")
    with pytest.raises(ValueError) as raised:
        article(path)
    assert "treaty.txt" in str(raised.value)
    assert repr(line) in str(raised.value)


def test_a_good_mark_does_not_hide_a_malformed_one(tmp_path: Path) -> None:
    words = "Norland will sign.\n---\nNorland | for | self | will <sign>\nNorland will sign\n"
    with pytest.raises(ValueError, match="'Norland will sign'"):
        of(tmp_path, words)


def test_articles_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    written(tmp_path, "b", SAILORS)
    written(tmp_path, "a", HARBOUR)
    (tmp_path / "notes.md").write_text("no article", encoding="utf-8")
    assert [one.name for one in articles(tmp_path)] == ["a", "b"]


# --- marks in the text as it was read ------------------------------------------------------------


def test_a_mark_is_found_where_spaces_differ(tmp_path: Path) -> None:
    one = of(tmp_path, SAILORS)
    text = one.text.replace(" ", "\n  ").replace("Sudmark", "\u00a0Sudmark", 1)
    found = placed(one, text)
    assert [text[m.head :].split()[0] for m in found] == ["release", "lifted"]
    assert [(m.holder, m.stance, m.doer) for m in found] == [
        (m.holder, m.stance, m.doer) for m in one.marks
    ]


def test_of_like_words_the_marked_ones_are_found(tmp_path: Path) -> None:
    again = "sign the treaty on fishing, timber and grain"
    words = f"One may {again}. Two must {again}.\n---\nTwo | for | self | Two must <sign> the\n"
    one = of(tmp_path, words)
    (found,) = placed(one, one.text.replace(" ", "  "))
    assert found.head == one.text.replace(" ", "  ").rindex("sign")


def test_a_mark_whose_words_are_gone_has_no_place(tmp_path: Path) -> None:
    one = of(tmp_path, HARBOUR)
    text = one.text.replace("sign the treaty", "do nothing")
    assert [text[m.head :].split()[0] for m in placed(one, text)] == ["reopen"]


# --- whose act it is -----------------------------------------------------------------------------

TOLD = "Ilse Dorn of Karvenia said it would pay only if, she added, Meloria opened the gates."


def place(words: str) -> Span:
    start = TOLD.index(words)
    return Span("r-1", start, start + len(words), words)


def statement(
    *content: str, speaker: Mention | None = None, condition: str | None = None
) -> Statement:
    return Statement(
        report_id="r-1",
        speaker=speaker,
        cue=(place("said"),),
        content=tuple(place(words) for words in content),
        condition=Condition(ConditionKind.ONLY_IF, place(condition)) if condition else None,
    )


def named(words: str, name: str = "", party: str = "") -> Mention:
    return Mention(place(words), name=name, party=party)


def mark(word: str, holder: str = "Ilse Dorn") -> ActMark:
    return ActMark(holder, "for", "self", TOLD.index(word))


def test_content_and_condition_hold_a_place() -> None:
    one = statement("it would pay", condition="only if, she added, Meloria opened the gates")
    assert holds(one, TOLD.index("it would"))
    assert holds(one, TOLD.index("pay"))
    assert holds(one, TOLD.index("opened"))
    assert not holds(one, TOLD.index("said"))
    assert not holds(one, TOLD.index("it would") - 1)
    assert not holds(one, TOLD.index(" only"))  # the first place behind the content
    assert not holds(statement("it would pay"), TOLD.index("opened"))


def test_what_stands_between_the_parts_of_a_content_is_not_held() -> None:
    one = statement("it would pay", "Meloria opened the gates")
    assert holds(one, TOLD.index("gates"))
    assert not holds(one, TOLD.index("added"))


@pytest.mark.parametrize(
    ("holder", "right"),
    [
        ("Ilse Dorn", True),
        ("Dorn", True),  # the last word
        ("Premier Ilse Dorn", True),
        ("Karvenia", True),  # the party
        ("the government of Karvenia", True),  # a proper name in common
        ("Meloria", False),
        ("the premier", False),
        ("ilse", False),  # no proper name
    ],
)
def test_a_speaker_goes_by_name_or_party(holder: str, right: bool) -> None:
    speaker = named("Ilse Dorn", "Ilse Dorn", "Karvenia")
    assert is_holder(statement("it would pay", speaker=speaker), holder) is right


def test_a_speaker_goes_by_the_words_of_the_text() -> None:
    one = statement("it would pay", speaker=named("she", "Ilse Dorn"))
    assert is_holder(one, "she")
    assert is_holder(one, "Dorn")


def test_nobody_known_holds_nothing() -> None:
    assert not is_holder(statement("it would pay"), "Ilse Dorn")


def test_a_mark_goes_to_its_holder_alone_where_that_one_is_read() -> None:
    dorn = statement("it would pay", speaker=named("Ilse Dorn", "Ilse Dorn", "Karvenia"))
    other = statement("it would pay", speaker=named("Meloria", "Meloria", "Meloria"))
    marks = [mark("pay"), mark("opened"), mark("pay", "Meloria")]
    assert of_statement(dorn, marks, [dorn, other]) == [mark("pay")]
    assert of_statement(other, marks, [dorn, other]) == [mark("pay", "Meloria")]


def test_a_mark_whose_holder_is_not_read_there_goes_to_who_is() -> None:
    other = statement("it would pay", speaker=named("Meloria", "Meloria", "Meloria"))
    elsewhere = statement("Meloria opened", speaker=named("Ilse Dorn", "Ilse Dorn"))
    assert of_statement(other, [mark("pay")], [other, elsewhere]) == [mark("pay")]
    hidden = statement("it would pay")
    assert of_statement(hidden, [mark("pay")], [hidden]) == [mark("pay")]


# --- the measures --------------------------------------------------------------------------------

SHARES = ("told", "recall", "precision", "stance", "doer")


def test_plain_demands_and_refusals_are_read(tmp_path: Path) -> None:
    found = score([of(tmp_path, HARBOUR, "a"), of(tmp_path, SAILORS, "b")])
    assert (found["articles"], found["marked"]) == (2, 4)
    assert (found["told"], found["recall"]) == (1.0, 1.0)
    for name in SHARES:
        value = found[name]
        assert isinstance(value, float)
        assert 0 <= value <= 1


def test_what_the_outlet_tells_itself_is_told_by_nobody(tmp_path: Path) -> None:
    words = QUIET + "The pass | for | ? | The <road> over\n"
    found = score([of(tmp_path, words)])
    assert (found["articles"], found["marked"], found["told"]) == (1, 1, 0.0)
    assert found["recall"] is None  # of nothing there is no share


def test_without_marks_no_position_is_right(tmp_path: Path) -> None:
    found = score([of(tmp_path, SAILORS.partition("---\n")[0] + "---\n")])
    assert (found["marked"], found["told"], found["recall"]) == (0, None, None)
    assert found["precision"] in (None, 0.0)


def test_of_no_article_there_is_nothing_to_tell() -> None:
    found = score([])
    assert (found["articles"], found["marked"]) == (0, 0)
    assert {found[name] for name in SHARES} == {None}


def test_marked_otherwise_than_read_is_wrong(tmp_path: Path) -> None:
    right = score([of(tmp_path, SAILORS)])
    turned = SAILORS.replace("| for |", "| against |").replace("| self |", "| Norland |")
    wrong = score([of(tmp_path, turned)])
    assert (wrong["recall"], wrong["precision"]) == (right["recall"], right["precision"])
    for name in ("stance", "doer"):
        before, after = right[name], wrong[name]
        assert isinstance(before, float)
        assert isinstance(after, float)
        assert after < before


def test_errors_are_listed_beside_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        HARBOUR
        + "Sudmark | for | ? | foreign <ministry> said\nNorland | for | ? | that <Sudmark>\n"
    )
    found = score([of(tmp_path, words, "harbour")], errors=True)
    listed = capsys.readouterr().err.splitlines()
    assert found["marked"] == 4
    assert listed
    assert all(line.startswith("harbour: not read: ") for line in listed)


# --- the command ---------------------------------------------------------------------------------


def told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["acts", str(folder)])
    return main()


def test_one_line_of_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "sailors", SAILORS)
    assert told(tmp_path, monkeypatch) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert (found["articles"], found["marked"]) == (1, 2)
    assert set(found) == {"articles", "marked", *SHARES}


def test_a_malformed_article_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "bad", "Norland will sign.\n---\nNorland will sign\n")
    assert told(tmp_path, monkeypatch) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "bad.txt" in err
    assert "Norland will sign" in err


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for missing in (tmp_path / "nowhere", written(tmp_path, "sailors", SAILORS)):
        with pytest.raises(NotADirectoryError):
            list(articles(missing))
        assert told(missing, monkeypatch) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert str(missing) in err


def test_an_empty_folder_is_one_without_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(tmp_path, monkeypatch) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 0


# --- the articles of the project -----------------------------------------------------------------


@pytest.mark.parametrize("folder", [LEARNT, HELD_OUT], ids=["learnt", "held-out"])
def test_every_article_is_of_the_form(folder: Path) -> None:
    found = list(articles(folder))
    assert found
    assert [one.name for one in found if not one.marks] == []
    # Also where words stand twice each mark is found in its own place again.
    assert [one.name for one in found if placed(one, one.text) != list(one.marks)] == []
    assert [path.name for path in folder.iterdir() if path.suffix != ".txt"] == []


def test_no_article_is_there_twice() -> None:
    """Neither by its name, nor by its words, nor by its headline, within a folder or across both.

    What is compared of the held-out ones is shown by name alone.
    """
    every = [one for folder in (LEARNT, HELD_OUT) for one in articles(folder)]
    names = Counter(one.name for one in every)
    headlines = Counter(_plain(one.text.strip().splitlines()[0]) for one in every)
    texts = Counter(_plain(one.text) for one in every)
    assert [name for name, times in names.items() if times > 1] == []
    assert [one.name for one in every if texts[_plain(one.text)] > 1] == []
    assert [
        one.name for one in every if headlines[_plain(one.text.strip().splitlines()[0])] > 1
    ] == []


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
