"""A part of a case is read from the kept merge, and is what merging anew gives."""

from __future__ import annotations

import sqlite3
from itertools import combinations, permutations
from pathlib import Path
from random import Random

import msgspec
import pytest

from benchmarks.ledger_case import readings
from firstmove.errors import CaseError
from firstmove.ledger import Ledger, Relation, merge
from firstmove.ledger.case.asked import Asked
from firstmove.ledger.case.part import part_of, shown_of
from firstmove.ledger.comparing.compatible import against
from firstmove.ledger.comparing.gist import Gists
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.pairs import candidates
from firstmove.ledger.comparing.similar import by_meaning
from firstmove.ledger.comparing.telling import tellings
from firstmove.ledger.differing.opposed_pairs import _LEAST_MASS, _OF_LONGER, _opposed
from firstmove.ledger.merge import THRESHOLD, in_order
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.witnesses.occasion import occasions
from firstmove.statement import Kind
from firstmove.views import ledger_document, ledger_terminal, part_document
from tests.ledger.making import Paper


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scale") / "talks.case"
    with Ledger.open(path) as ledger:
        ledger.add(readings(60))
    return path


def _asked(case: Path) -> list[Asked]:
    with Ledger.open(case) as ledger:
        view = ledger.view()
    party, report = view.parties[0].name, view.reports[1]
    return [
        *(Asked(party=p.name) for p in view.parties),
        *(Asked(kind=kind) for kind in Kind),
        *(Asked(relation=relation) for relation in Relation),
        Asked(party=party.upper(), kind=Kind.STATE),
        Asked(report=report.name),
        Asked(report=report.id[:9], relation=Relation.AGREE),
    ]


def test_a_part_is_what_merging_anew_gives(case: Path) -> None:
    asked = _asked(case)
    with Ledger.open(case) as ledger:
        view = ledger.view()
        for one in asked:
            assert ledger.part(one) == part_of(view, one)
        assert sum(len(ledger.part(Asked(party=p.name)).entries) for p in view.parties) == len(
            view.entries
        )


def test_a_part_is_shown_as_merging_anew_gives_it(case: Path) -> None:
    asked = _asked(case)
    with Ledger.open(case) as ledger:
        view = ledger.view()
        for one in asked:
            part = part_of(view, one)
            wanted = msgspec.json.encode(ledger_document(part))
            assert msgspec.json.encode(part_document(ledger.shown(one))) == wanted
            assert msgspec.json.encode(part_document(shown_of(part))) == wanted
            listed = ledger_terminal(ledger.part(one, texts=False))
            assert listed == ledger_terminal(part)


@pytest.mark.parametrize(
    ("change", "hurts"),
    [
        ("UPDATE merged_statement SET value = replace(value, 'will', 'won''t')", "value"),
        ("UPDATE merged_statement SET shown = replace(shown, 'will', 'won''t')", "shown"),
        ("UPDATE merged_statement SET value = shown, value_mark = 'x'", "value"),
        ("UPDATE merged_entry SET value = replace(value, '0', '1')", "value"),
        ("UPDATE merged_entry SET shown = replace(shown, '0', '1')", "shown"),
        ("UPDATE merged_source SET shown = replace(shown, 'Outlet', 'Paper')", "shown"),
        ("DELETE FROM merged_source", "shown"),
        ("DELETE FROM merged_statement WHERE id = (SELECT min(id) FROM merged_statement)", "both"),
        ("UPDATE report SET text = replace(text, 'will', 'have')", "texts"),
    ],
)
def test_what_is_kept_is_not_shown_if_it_was_changed(
    tmp_path: Path, case: Path, change: str, hurts: str
) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    connection = sqlite3.connect(copy)
    with connection:
        assert connection.execute(change).rowcount > 0
    connection.close()
    every = [Asked(kind=kind) for kind in Kind]
    with Ledger.open(copy) as ledger:
        for harmed, shown in (
            (hurts in ("value", "both"), lambda one: ledger.part(one, texts=False)),
            (hurts in ("value", "both", "texts"), ledger.part),
            (hurts in ("shown", "both"), ledger.shown),
        ):
            if harmed:
                with pytest.raises(CaseError, match=r"verify|text"):
                    list(map(shown, every))
            else:
                list(map(shown, every))
        assert not ledger.verify().whole


def test_verify_finds_a_kept_merge_that_is_not_its_own(case: Path) -> None:
    with Ledger.open(case) as ledger:
        assert ledger.verify().whole
    with sqlite3.connect(case) as connection:
        (before,) = connection.execute("SELECT value FROM merged_entry LIMIT 1").fetchone()
        connection.execute("UPDATE merged_entry SET side = 'x' WHERE value = ?", (before,))
    with Ledger.open(case) as ledger:
        assert any("merged_entry" in problem for problem in ledger.verify().problems)
    with sqlite3.connect(case) as connection:
        connection.execute("DROP TABLE merged_entry")
        connection.execute("DROP TABLE merged")
    with Ledger.open(case) as ledger:
        party = ledger.view().parties[0].name
        assert ledger.part(Asked(party=party)) == part_of(ledger.view(), Asked(party=party))
        assert ledger.verify().whole


def test_the_kept_view_is_that_of_merging_anew(case: Path) -> None:
    with Ledger.open(case) as ledger:
        kept, anew = ledger.view(), merge(ledger.readings())
    assert kept == anew


def test_a_broken_kept_view_is_not_used(tmp_path: Path, case: Path) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    for change in (
        "DELETE FROM merged_entry WHERE id = (SELECT min(id) FROM merged_entry)",
        "UPDATE merged SET value = 'null' WHERE what = 'origins'",
        "UPDATE merged SET value = '\"f-0\"' WHERE what = 'made_from'",
    ):
        with sqlite3.connect(copy) as connection:
            connection.execute(change)
        with Ledger.open(copy) as ledger:
            assert ledger.view() == merge(ledger.readings())


@pytest.mark.parametrize("asked", [Asked(party="Nowhere"), Asked(report="no.txt")])
def test_what_is_not_in_the_case_is_told(case: Path, asked: Asked) -> None:
    with Ledger.open(case) as ledger, pytest.raises(CaseError, match="It has: "):
        ledger.part(asked)
    with Ledger.open(case) as ledger, pytest.raises(CaseError, match="It has: "):
        part_of(ledger.view(), asked)


def test_no_pair_that_would_be_merged_is_passed_over() -> None:
    ordered = in_order(tuple(readings(100)))
    meanings = Meanings()
    told = tellings(ordered, Cast(ordered), occasions(ordered, meanings))
    compared = set(candidates(told, meanings))
    similar = by_meaning(meanings)
    alike = {
        (x, y)
        for x, y in combinations(range(len(told)), 2)
        if not against(told[x], told[y]) and similar(told[x], told[y]).score >= THRESHOLD
    }
    assert alike
    assert alike <= compared
    assert len(compared) < len(told) ** 2 / 8


def test_pairs_with_some_are_those_of_all_with_them() -> None:
    ordered = in_order(tuple(readings(200)))
    meanings = Meanings()
    told = tellings(ordered, Cast(ordered), occasions(ordered, meanings))
    everything = candidates(told, meanings)
    for seed in range(5):
        chosen = frozenset(Random(seed).sample(range(len(told)), 20))
        some = [(x, y) for x, y in everything if x in chosen or y in chosen]
        assert some
        assert candidates(told, meanings, chosen) == some


def test_no_statement_that_denies_another_is_passed_over() -> None:
    said = [
        f"{verb} the {what} on {which} ships at the northern lock"
        for verb in ("lift", "impose", "pay", "not lift", "not pay")
        for what in ("toll", "new toll", "first toll")
        for which in ("grain", "grain and coal", "cargo")
    ]
    papers = [Paper(f"Oda Brand said Norland would {words}.", f"Paper {words}") for words in said]
    read = [
        paper.says(words, speaker="Oda Brand", party="Norland", negated=words.startswith("not"))
        for words, paper in zip(said, papers, strict=True)
    ]
    ordered = in_order([*(paper.reading for paper in read), *readings(60)])
    told = tellings(ordered, Cast(ordered))
    gists = Gists([telling.gist for telling in told])
    may_deny = [set(gists.may_deny(n, _LEAST_MASS, _OF_LONGER)) for n in range(len(told))]
    pairs = list(permutations(range(len(told)), 2))
    found = {(n, m) for n, m in pairs if m in may_deny[n]}
    denied = {(n, m) for n, m in pairs if _opposed(told[n], told[m])}
    assert len({told[n].stance * told[m].stance for n, m in denied}) == 2  # lift, impose; not lift
    assert denied <= found
    assert len(found) < len(pairs) / 2
