"""The bundled cases: three reports of a fictional dispute over a dam, and model files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_ROOT = Path(str(files(__name__)))


def reports(case: str = "dam") -> tuple[Path, ...]:
    """The report files of a bundled case, in a fixed order.

    >>> [path.name for path in reports()]
    ['harbour-courier.txt', 'northgate-tribune.html', 'valley-standard.txt']
    """
    return tuple(sorted(path for path in (_ROOT / case).iterdir() if path.suffix in _SUFFIXES))


def model(name: str) -> Path:
    """The file of a bundled model, by its name without ``.toml``; ``models()`` lists them."""
    return _ROOT / "models" / f"{name}.toml"


def models() -> tuple[str, ...]:
    """Names of the bundled models."""
    return tuple(sorted(path.stem for path in (_ROOT / "models").glob("*.toml")))


_SUFFIXES = (".txt", ".html")
