"""A model in the user's own editor, and which event of its case a model file was drafted at."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from firstmove.errors import FirstmoveError, ModelError

_EVENT = re.compile(r"^# drafted after event (\d+) of the case\b", re.MULTILINE)


def stamped(text: str, event: int) -> str:
    """The model file, told after which event of the case it was drafted."""
    return f"# drafted after event {event} of the case\n{text}"


def drafted_after(text: str) -> int | None:
    """The event that the model file tells, None where it tells none."""
    found = _EVENT.search(text)
    return int(found[1]) if found else None


def in_editor(text: str) -> str:
    """The text as the user leaves it in $VISUAL or $EDITOR; a model that can't be read is kept.

    Raises FirstmoveError: no terminal, no editor, an editor that fails, a text that is no model.
    """
    from firstmove.conflict import parse_model

    if not sys.stdin.isatty():
        raise FirstmoveError(
            "an editor needs a terminal",
            remedy="Edit the file yourself: firstmove draft CASE > model.toml, then "
            "firstmove draft CASE --edited model.toml.",
        )
    asked = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not asked:
        raise FirstmoveError(
            "no editor is named", remedy="Set EDITOR, for example: export EDITOR=nano."
        )
    handle, name = tempfile.mkstemp(prefix="firstmove-", suffix=".toml")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    try:
        subprocess.run([*shlex.split(asked), name], check=True)  # noqa: S603 - the user's own
        edited = path.read_text(encoding="utf-8")
        parse_model(edited, where=name)
    except ModelError:
        raise  # it names the file, which is kept
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise FirstmoveError(
            f"the editor could not be used: {error}", where=name, remedy="The file is kept."
        ) from error
    with suppress(OSError):
        path.unlink()
    return edited
