"""The floors under the figures of quality, and that none is lowered quietly."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from evaluation.floors import (
    FLOORS,
    ROOT,
    Floor,
    FloorError,
    check_data,
    figure,
    figures_of,
    lowered,
    missed,
    read_floors,
)

HELD, NOTES = read_floors(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "floor",
    [pytest.param(f, id=f.id, marks=[pytest.mark.long] if f.long else []) for f in HELD],
)
def test_floor(floor: Floor) -> None:
    if absent := floor.missing():
        assert floor.outside, f"{absent} should be in the repository"
        pytest.skip(f"data not present: {', '.join(absent)}")
    check_data(floor)
    assert list(missed(floor, figures_of(floor))) == []


@pytest.mark.parametrize("floor", HELD, ids=lambda f: f.id)
def test_a_floor_outside_the_repository_is_long(floor: Floor) -> None:
    assert floor.least
    assert floor.long or not floor.outside


def noted(id_: str) -> bool:
    note = NOTES.get(id_, "")
    path = ROOT / note
    return note.startswith("docs/decisions/") and path.is_file() and id_ in path.read_text("utf-8")


def test_what_was_lowered_has_a_note_that_names_it() -> None:
    assert [id_ for id_ in NOTES if not noted(id_)] == []
    for what, text in _history():
        try:
            before, _ = read_floors(text)
        except FloorError:
            continue
        for id_, said in lowered(before, HELD):
            assert noted(id_), (
                f"{said} (since {what}): only with a note in docs/decisions that names it"
            )


def _history() -> list[tuple[str, str]]:
    """The floors as they stood at each commit that touched them; none without git."""
    git = shutil.which("git")
    name = FLOORS.relative_to(ROOT).as_posix()
    if git is None or not (ROOT / ".git").exists():
        return []

    def run(*words: str) -> str:
        return subprocess.run(
            [git, "-C", str(ROOT), *words], capture_output=True, check=True, encoding="utf-8"
        ).stdout

    commits = run("log", "--format=%h", "-n", "200", "--", name).split()
    return [
        (commit, run("show", f"{commit}:{name}"))
        for commit in commits
        if run("ls-tree", "--name-only", commit, "--", name).strip()
    ]


def floor(**least: float) -> Floor:
    return Floor("a", ("evaluation.dates",), {"evaluation/floors.toml": "0"}, least)


def test_changed_data_are_named_with_the_remedy() -> None:
    with pytest.raises(FloorError, match=r"floors\.toml has changed.*evaluation\.dates"):
        check_data(floor(f1=0.5))


def test_missed_tells_figure_and_floor() -> None:
    held = Floor("a", ("m",), {}, {"overlap.f1": 0.6, "recall": 0.5})
    assert list(missed(held, {"overlap": {"f1": 0.59}, "recall": 0.5})) == [
        "a: overlap.f1 is 0.59, the floor is 0.6"
    ]
    with pytest.raises(FloorError, match="no figure"):
        figure({"overlap": {}}, "overlap.f1")


def test_lowered_tells_less_gone_and_dropped_but_not_raised() -> None:
    assert list(lowered([floor(f1=0.5)], [floor(f1=0.6)])) == []
    assert list(lowered([floor(f1=0.5)], [floor(f1=0.4)])) == [("a", "a: f1 was 0.5 and is 0.4")]
    assert list(lowered([floor(f1=0.5)], [floor(r=0.4)])) == [("a", "a: f1 was 0.5 and is None")]
    assert list(lowered([floor(f1=0.5)], [])) == [("a", "a was dropped")]


def test_an_unreadable_file_is_an_error() -> None:
    for text in ("[[floor]]", "floor = 1 1", '[[floor]]\nid = "a"'):
        with pytest.raises(FloorError):
            read_floors(text)
