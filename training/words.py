"""The word table and tokenizer that all encoders share: ``python -m training.words``."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from training.encoder import small_tokenizer, word_table
from training.publish import publish

MADE_BY = "python -m training.words"


def main() -> None:
    words, scales = word_table()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        np.save(out / "words.npy", words)
        np.save(out / "words-scale.npy", scales)
        (out / "tokenizer.json").write_text(small_tokenizer(), encoding="utf-8")
        for path in sorted(out.iterdir()):
            publish(path, made_by=MADE_BY)


if __name__ == "__main__":
    main()
