"""Commands over a model."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from firstmove.cli import output
from firstmove.cli.shared import ALL_CONCEPTS, Concepts, Json, Limit, colour, concepts_asked, width


def solve(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    json: Json = False,
    concepts: Concepts = ALL_CONCEPTS,
    limit: Limit = 100,
    engine: Annotated[
        str,
        typer.Option(metavar="NAME", help="auto, literal, explicit, cubes, symbolic or sets."),
    ] = "auto",
    seconds: Annotated[
        float | None,
        typer.Option(min=0, metavar="S", help="Stop after S seconds; says what is undecided."),
    ] = None,
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Also what is stable for every coalition.")
    ] = False,
) -> None:
    """Say what would hold in a model, for whom, and why.

    Stopped with ctrl-C, it shows what is decided by then and ends with exit code 130.
    For one state, and for coalitions that leave it, see firstmove why.

    \b
      firstmove solve talks.toml
      firstmove solve talks.toml --concepts nash,seq --limit 10
      firstmove solve elmira.gmcr --json
    """
    from firstmove.analysis import analyse
    from firstmove.analysis.concepts import coalition as joint
    from firstmove.analysis.engine import INTERRUPTED
    from firstmove.conflict import load_model
    from firstmove.views import coalitions_terminal, solve_document, solve_terminal

    asked = concepts_asked(concepts)
    conflict = load_model(model)
    with output.solving({d.id: d.name for d in conflict.decision_makers}, quiet=json) as watch:
        analysis = analyse(conflict, asked, engine=engine, limit=seconds, progress=watch)
    found = None
    if coalitions:
        keys = [key for key in asked if key in joint.CONCEPTS] or joint.CONCEPTS
        found = joint.all_coalitions(conflict, keys)
    if json:
        output.document(solve_document(analysis, limit, found))
    else:
        output.text(solve_terminal(analysis, limit, width=width(), colour=colour()))
        if found is not None:
            output.text(coalitions_terminal(found, limit, width=width(), colour=colour()))
    if any(open_.reason == INTERRUPTED for open_ in analysis.undecided):
        raise typer.Exit(130)


def why(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    state: Annotated[
        str,
        typer.Argument(metavar="STATE", help="As YNNY, or a state's id; else the status quo."),
    ] = "",
    json: Json = False,
    concepts: Concepts = ALL_CONCEPTS,
    limit: Limit = 100,
) -> None:
    """Say everything about one state of a model: for whom it would hold and why, which coalitions
    would leave it, how it comes about, and what would have to be preferred for it to hold.

    \b
      firstmove why talks.toml
      firstmove why elmira.gmcr NYNNY --concepts nash,seq
    """
    from firstmove.analysis.about import about
    from firstmove.conflict import load_model
    from firstmove.views import state_document, state_terminal

    found = about(load_model(model), state, concepts_asked(concepts))
    if json:
        output.document(state_document(found, limit))
    else:
        output.text(state_terminal(found, limit, width=width(), colour=colour()))


def readings(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    json: Json = False,
    concepts: Concepts = "nash,gmr,smr,seq",
    state: Annotated[
        str,
        typer.Option(metavar="STATE", help="The one asked about, as YNNY; else the status quo."),
    ] = "",
    most: Annotated[
        int, typer.Option(min=2, metavar="N", help="Readings solved; all, if there are no more.")
    ] = 10_000,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="What a sample is drawn by.")] = 0,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes.")] = 1,
    dask: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Your Dask scheduler, as tcp://127.0.0.1:8786."),
    ] = None,
    limit: Limit = 10,
) -> None:
    """Say in how many readings of a model what would hold: a reading settles each want that is not
    known, and each unknown order of wants.

    All of them are solved while they are few, otherwise a stratified sample, whose shares have a
    standard error. The same seed gives the same result on any number of workers, here or on a Dask
    cluster. Stopped with ctrl-C, it shows what is solved by then and ends with exit code 130.

    \b
      firstmove readings talks.toml
      firstmove readings talks.toml --concepts seq --most 100000 --workers 2
      firstmove readings talks.toml --most 1000000 --dask tcp://127.0.0.1:8786
      firstmove readings talks.toml --state YNNY --json
    """
    from firstmove.analysis import readings as solve_readings
    from firstmove.conflict import load_model
    from firstmove.views.model.readings import readings_document, readings_terminal

    asked = concepts_asked(concepts)
    conflict = load_model(model)
    with _warned(), output.counting("readings") as told:
        found = solve_readings(
            conflict, asked, limit=most, seed=seed, workers=workers, dask=dask,
            state=state or None, progress=told,
        )  # fmt: skip
    if json:
        output.document(readings_document(found, limit))
    else:
        output.text(readings_terminal(found, limit, width=width(), colour=colour()))
    if found.interrupted:
        raise typer.Exit(130)


@contextmanager
def _warned() -> Iterator[None]:
    """Warnings as this program tells them."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RuntimeWarning)
        yield
    for one in caught:
        output.note(f"warning: {one.message}")


def moves(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A .toml or .gmcr model.")],
    goal: Annotated[
        str,
        typer.Option(metavar="COND", help="What is to come about, as a condition over options."),
    ] = "",
    best: Annotated[
        bool,
        typer.Option(
            "--best",
            help="Without --goal: only states such that none is better for one, worse for none.",
        ),
    ] = False,
    concept: Annotated[str, typer.Option(metavar="NAME", help="A stability concept.")] = "seq",
    start: Annotated[
        str, typer.Option(metavar="STATE", help="As YNNY, or a state's id; else the status quo.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Goal states shown.")] = 5,
    tries: Annotated[
        int, typer.Option(min=0, metavar="N", help="Changes tried to make the first step safe.")
    ] = 1000,
    json: Json = False,
) -> None:
    """Say who must move first: why the status quo holds, which ways lead out of it, what each step
    is to the one who makes it, and which changes would make the first step safe.

    Without --goal: to a state that would hold, that every decision maker likes as much as the
    status quo and at least one prefers; with --best only to one such that no other of
    them is better for one and worse for none. Stopped with ctrl-C while changes are tried or
    readings asked, it shows what is found by then and ends with exit code 130.

    \b
      firstmove moves talks.toml
      firstmove moves talks.toml --best
      firstmove moves talks.toml --goal "us.talks and ru.talks" --concept nash
    """
    from firstmove.analysis import first_answer, first_moves
    from firstmove.analysis.first_moves.first_answer import MOST_STATES
    from firstmove.conflict import load_model
    from firstmove.views import moves_document, moves_terminal

    (asked, *more) = concepts_asked(concept, "--concept")
    if more:
        raise typer.BadParameter("one concept at a time", param_hint="--concept")
    conflict = load_model(model)
    found = first_moves(
        conflict,
        goal or None,
        best=best,
        start=start or None,
        concept=asked,
        limit=limit,
        tries=tries,
    )
    first = None
    if found.states <= MOST_STATES and not found.interrupted:
        with output.counting("how sure") as told:
            first = first_answer(
                conflict, goal or None, best=best, start=start or None, concept=asked, tries=0,
                progress=told,
            )  # fmt: skip
    if json:
        output.document(moves_document(found, first))
    else:
        output.text(moves_terminal(found, first, width=width(), colour=colour()))
    if found.interrupted or (first is not None and first.interrupted):
        raise typer.Exit(130)
