"""Put files into the package's models, with their line in the manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from collections.abc import Iterable
from pathlib import Path

MODELS = Path(__file__).parents[1] / "src" / "firstmove" / "models"
_HEAD = "# Written by training/publish.py: size and SHA-256 of each file, checked at load.\n"


def data_digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def publish(path: Path, *, made_by: str, data: str = "", models: Path = MODELS) -> None:
    """Copy a file to the package's models and write its line; other lines stay as they are."""
    target = models / "files" / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.resolve() != target.resolve():
        shutil.copyfile(path, target)
    content = target.read_bytes()
    manifest = models / "manifest.toml"
    table = tomllib.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    table[path.name] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "made_by": made_by,
        "data": data,
    }
    lines = [_HEAD]
    for name, entry in sorted(table.items()):
        lines.append(f"\n[{json.dumps(name)}]\n")
        lines += [f"{key} = {json.dumps(value)}\n" for key, value in entry.items()]
    manifest.write_text("".join(lines), encoding="utf-8")
