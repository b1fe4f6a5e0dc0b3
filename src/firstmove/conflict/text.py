"""The text of a model file, capped in size: whatever form the model has."""

from __future__ import annotations

from pathlib import Path

from firstmove.errors import ModelError

MAX_BYTES = 2_000_000


def read_text(path: Path) -> str:
    """The text of a model file; ModelError when it is missing, too large or no text."""
    where = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ModelError("there is no such file", where=where, remedy="check the path") from None
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise ModelError(f"cannot be read: {reason}", where=where, remedy="give a file") from None
    except ValueError:
        raise ModelError("this is no file name", where=repr(where), remedy="give a file") from None
    if len(data) > MAX_BYTES:
        raise ModelError(
            f"the file is larger than {MAX_BYTES:,} bytes",
            where=where,
            remedy="a model is far smaller: is it another kind of file?",
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ModelError(
            "the file is not UTF-8 text",
            where=f"{where}, line {line}",
            remedy="save it as UTF-8, or is it another kind of file?",
        ) from None
