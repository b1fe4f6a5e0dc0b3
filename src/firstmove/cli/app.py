"""The commands, one function each, and how they end: 0 done, 1 error, 2 wrong usage, 130
interrupted."""

from __future__ import annotations

import gc
import os
import sys
from copy import copy
from typing import Annotated

import typer

from firstmove import __version__
from firstmove.cli import case, decide, draft, export, model, output, reports, search
from firstmove.errors import FirstmoveError

# A command makes many values and soon ends: looking for cycles often takes longer than it saves.
GC = (200_000, 50, 50)

app = typer.Typer(
    name="firstmove",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""Read reports of a dispute: who said what, on which condition, what would hold.

    Data goes to stdout, progress and warnings to stderr. Exit code 0: done; 1: an error, or a
    file of a batch that could not be read (the rest is done); 2: wrong usage; 130: interrupted.

    \b
    Start with:  firstmove try
    Then:        firstmove brief report1.txt report2.html
    """,
)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        output.text(f"firstmove {__version__}")
        raise typer.Exit


for _name, _command in (
    ("try", reports.try_),
    ("brief", reports.brief),
    ("read", reports.read),
    ("add", case.add),
    ("ledger", case.ledger),
    ("search", search.search),
    ("history", case.history),
    ("retract", case.retract),
    ("reread", case.reread),
    ("verify", case.verify),
    ("draft", draft.draft),
    ("export", export.export),
    ("solve", model.solve),
    ("why", model.why),
    ("moves", model.moves),
    ("readings", model.readings),
):
    app.command(_name)(_command)
app.add_typer(decide.app, name="decide")


def main() -> None:
    """Entry point of the ``firstmove`` command."""
    for stream in (sys.stdout, sys.stderr):
        # Reports hold curly quotes; a terminal of another encoding is no reason to stop.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    gc.set_threshold(*GC)
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    try:
        _only(asked)(standalone_mode=True)
    except FirstmoveError as error:
        output.error(error)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe has had enough: no error, but Python must not flush into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if "FIRSTMOVE_DEBUG" in os.environ:
            raise
        output.error(
            FirstmoveError(
                f"{type(error).__name__}: {error}",
                where="a fault of firstmove",
                remedy="Set FIRSTMOVE_DEBUG=1 to see where; telling of it helps to mend it.",
            )
        )
        sys.exit(1)
    finally:
        gc.freeze()  # at its end Python looks for cycles among all that there is


def _only(name: str) -> typer.Typer:
    """The program with the one command that is asked for, if it is one: all of them are made ready
    before one is called, and that takes a while."""
    asked = [command for command in app.registered_commands if command.name == name]
    if not asked:
        return app
    one = copy(app)
    one.registered_commands, one.registered_groups = asked, []
    return one
