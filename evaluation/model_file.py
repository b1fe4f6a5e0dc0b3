"""An encoder from a file of one's own, to be scored beside those of the package."""

from __future__ import annotations

from pathlib import Path

from firstmove.models import encoder
from firstmove.models.encoder import Encoder


class FileEncoder(Encoder):
    """The encoder in an ONNX file; nothing is checked, so only for files made on this machine."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._session = encoder._session(path.read_bytes(), path.stem)
        self.outputs = tuple(o.name for o in self._session.get_outputs())
        self._takes = {i.name for i in self._session.get_inputs()}
