"""Model files are those the manifest names, or nothing is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstmove.errors import WeightsError
from firstmove.models.manifest import FILES, MANIFEST, manifest, read_checked
from training.publish import data_digest, publish


@pytest.fixture
def models(tmp_path: Path) -> Path:
    made = tmp_path / "made.bin"
    made.write_bytes(b"\x00\x01weights")
    publish(made, made_by="python -m some.training", data="abc", models=tmp_path / "models")
    return tmp_path / "models"


def read(models: Path, name: str) -> bytes:
    return read_checked(name, path=models / "manifest.toml", files=models / "files")


def test_every_file_of_the_package_is_whole() -> None:
    for name in manifest():
        assert read_checked(name)


def test_no_file_is_there_that_the_manifest_does_not_name() -> None:
    assert {path.name for path in FILES.iterdir()} == set(manifest())


def test_all_files_together_stay_within_their_allowance() -> None:
    assert sum(entry.size for entry in manifest().values()) <= 60_000_000


def test_what_is_published_is_read(models: Path) -> None:
    assert read(models, "made.bin") == b"\x00\x01weights"
    (entry,) = manifest(models / "manifest.toml").values()
    assert (entry.made_by, entry.data) == ("python -m some.training", "abc")


def test_publishing_keeps_the_other_lines(models: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"x")
    publish(other, made_by="m", models=models)
    assert read(models, "made.bin")
    assert '["other.bin"]' in (models / "manifest.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"\x00\x01weightz", b"", b"\x00\x01weights "])
def test_a_changed_file_is_refused(models: Path, content: bytes) -> None:
    (models / "files" / "made.bin").write_bytes(content)
    with pytest.raises(WeightsError, match="damaged") as caught:
        read(models, "made.bin")
    assert "made.bin" in caught.value.where
    assert "again" in caught.value.remedy


def test_a_missing_file_is_named(models: Path) -> None:
    (models / "files" / "made.bin").unlink()
    with pytest.raises(WeightsError, match="cannot be read") as caught:
        read(models, "made.bin")
    assert caught.value.where.endswith("made.bin")


def test_a_file_that_is_not_listed_is_refused(models: Path) -> None:
    (models / "files" / "stray.bin").write_bytes(b"x")
    with pytest.raises(WeightsError, match="listed"):
        read(models, "stray.bin")


@pytest.mark.parametrize("content", ["not toml [", '["a.bin"]\nsize = 3\n'])
def test_a_manifest_that_says_nothing_usable_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WeightsError, match="list of model files"):
        manifest(path)


def test_no_file_is_a_pickle() -> None:
    assert MANIFEST.exists()
    for path in FILES.iterdir():
        assert path.suffix in {".npy", ".json", ".onnx"}
        assert path.read_bytes()[:2] != b"\x80\x04"


def test_the_digest_of_data_tells_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("one", encoding="utf-8")
    second.write_text("two", encoding="utf-8")
    digest = data_digest([second, first])
    assert digest == data_digest([first, second])
    second.write_text("two!", encoding="utf-8")
    assert digest != data_digest([first, second])
