"""What model files the package holds: each with its size and digest, checked when it is loaded."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from firstmove.errors import WeightsError

HERE = Path(__file__).parent
MANIFEST = HERE / "manifest.toml"
FILES = HERE / "files"
_REMEDY = "Install firstmove again; a model file is never fetched when it runs."


@dataclass(frozen=True, slots=True)
class ModelFile:
    """``made_by`` is the command that makes the file, ``data`` the digest of what it learnt from
    (empty where nothing was learnt)."""

    name: str
    sha256: str
    size: int
    made_by: str
    data: str = ""


@cache
def manifest(path: Path = MANIFEST) -> dict[str, ModelFile]:
    """The files of the manifest by name."""
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
        return {
            name: ModelFile(
                name, entry["sha256"], entry["size"], entry["made_by"], entry.get("data", "")
            )
            for name, entry in table.items()
        }
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise WeightsError(
            f"the list of model files cannot be read ({error})", where=str(path), remedy=_REMEDY
        ) from error


def read_checked(name: str, *, path: Path = MANIFEST, files: Path = FILES) -> bytes:
    """The bytes of a model file, if they are those that the manifest names.

    Raises:
        WeightsError: the file is not listed, cannot be read, or differs in size or digest.
    """
    entry = manifest(path).get(name)
    if entry is None:
        raise WeightsError("no such model file is listed", where=name, remedy=_REMEDY)
    try:
        content = (files / name).read_bytes()
    except OSError as error:
        raise WeightsError(
            f"the model file cannot be read ({error.strerror})",
            where=str(files / name),
            remedy=_REMEDY,
        ) from error
    if len(content) != entry.size or hashlib.sha256(content).hexdigest() != entry.sha256:
        raise WeightsError(
            f"the model file is damaged: {len(content)} bytes read, "
            f"{entry.size} with another digest expected",
            where=str(files / name),
            remedy=_REMEDY,
        )
    return content
