"""What a sentence means, as one vector: ``python -m training.sentences OUT [--publish]``.

The pretrained all-MiniLM-L6-v2 as it is (Apache-2.0; trained by its authors on a billion pairs of
sentences): the mean of the pieces' states, start and end mark included, of length one. Nothing is
learnt here; the export rounds the weights to whole numbers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from training.encoder import MiniLM, export, frozen_words, small_tokenizer
from training.publish import publish

NAME = "sentences"
MADE_BY = "python -m training.sentences"
# Neutral sentences of many lengths, on which the network is compared before and after rounding.
PROBES = (
    "No.",
    "The minister rejected a short truce.",
    "A ceasefire of a few weeks would lead nowhere, the minister said on Friday.",
    "Dockers will walk out at midnight unless the company takes back the dismissals.",
    "The dam will be filled this summer whatever the countries downstream may say of it.",
    "A weekly publication of the readings of the river’s flow, with a copy to each commission.",
    "We want 25% more.",
)


class Sentences(nn.Module):  # type: ignore[misc]
    """Vectors [b, n, 384] and mask [b, n] to one vector of length one a row [b, 384]."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = MiniLM()

    def forward(self, vectors: Tensor, mask: Tensor) -> tuple[Tensor]:
        states = self.encoder(vectors, mask)
        seen = mask[:, :, None].to(states.dtype)
        mean = (states * seen).sum(1) / seen.sum(1)
        return (functional.normalize(mean, dim=-1, eps=1e-9),)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder for the files")
    parser.add_argument("--publish", action="store_true", help="put it into the package")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    path = args.out / f"{NAME}.onnx"
    network = Sentences()
    export(network, {"sentence": ("batch", "width")}, path, features=False)
    print(json.dumps({"file": path.name, "size": path.stat().st_size} | compared(network, path)))
    if args.publish:
        publish(path, made_by=MADE_BY)


def compared(network: Sentences, path: Path) -> dict[str, float]:
    """What rounding changed: the least cosine of a sentence with itself before it, and the
    greatest change of the cosine of two sentences."""
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(small_tokenizer())
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    table = frozen_words()
    ours, theirs = [], []
    for text in PROBES:
        ids = torch.tensor([tokenizer.encode(text).ids])
        vectors, mask = table(ids), torch.ones_like(ids)
        fed = {"vectors": vectors.numpy(), "mask": mask.numpy()}
        ours.append(session.run(None, fed)[0][0])
        with torch.no_grad():
            theirs.append(network(vectors, mask)[0][0].numpy())
    a, b = np.stack(ours), np.stack(theirs)
    return {
        "least_cosine_with_itself": round(float((a * b).sum(1).min()), 4),
        "greatest_change_of_a_cosine": round(float(np.abs(a @ a.T - b @ b.T).max()), 4),
    }


if __name__ == "__main__":
    main()
